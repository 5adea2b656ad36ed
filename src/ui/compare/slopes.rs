//! Ranks in each scenario, joined by lines: what climbs, what falls.

use super::items::name_of;
use super::{Column, weight_of};
use crate::app::{Lineup, LineupRow};
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::widgets::{elided, name};
use eframe::egui::{
    Align2, FontId, Rect, ScrollArea, Sense, Stroke, Ui, accesskit::Role, pos2, vec2,
};

/// Width of the names at each side.
const NAMES: f32 = 190.0;
/// Between a rank's number and its line.
const GAP: f32 = 30.0;

/// Draws the chart.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, columns: &[Column<'_>], lineup: &Lineup) {
    let texts = scene.texts;
    let changed = lineup.rows.iter().filter(|row| row.changes_rank()).count();
    ui.label(texts.with("compare-ranks-moved", &[("count", Arg::from(changed as f64))]));
    ui.add_space(4.0);
    let row_height = scene.tokens.row_height - 4.0;
    let longest = columns.iter().map(|column| column.snapshot.scenario.items.len()).max();
    let height = (longest.unwrap_or(0) + 1) as f32 * row_height;
    headings_ui(ui, scene, columns);
    ScrollArea::vertical().id_salt("slopes").auto_shrink(false).show_viewport(
        ui,
        |ui, viewport| {
            let width = ui.available_width();
            let (area, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            let seen = Rect::from_min_size(area.min + viewport.min.to_vec2(), viewport.size());
            let xs = axes(area, columns.len());
            for at in 0..lineup.rows.len() {
                if let Some(row) = lineup.rows.get(at) {
                    slope_ui(ui, scene, columns, row, &Frame { area, seen, xs: &xs, row_height });
                }
            }
        },
    );
}

/// Where the chart is, and what of it is in sight.
struct Frame<'a> {
    area: Rect,
    seen: Rect,
    /// Where the scenarios' axes stand.
    xs: &'a [f32],
    row_height: f32,
}

fn axes(area: Rect, count: usize) -> Vec<f32> {
    let names = NAMES.min(area.width() * 0.3);
    let (left, right) = (area.left() + names + GAP, area.right() - names - GAP);
    let step = (right - left) / (count.max(2) - 1) as f32;
    (0..count).map(|at| left + step * at as f32).collect()
}

fn headings_ui(ui: &mut Ui, scene: &Scene<'_>, columns: &[Column<'_>]) {
    let size = vec2(ui.available_width(), scene.tokens.row_height);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let xs = axes(area, columns.len());
    let step = xs.get(1).zip(xs.first()).map_or(200.0, |(b, a)| b - a);
    for (at, (column, x)) in columns.iter().zip(&xs).enumerate() {
        let heading = column.heading(scene.texts);
        let rect = Rect::from_center_size(pos2(*x, area.center().y), vec2(step, area.height()));
        let align = match at {
            0 => Align2::LEFT_CENTER,
            at if at + 1 == columns.len() => Align2::RIGHT_CENTER,
            _ => Align2::CENTER_CENTER,
        };
        let font = FontId::proportional(11.0);
        let galley = elided(ui.painter(), &heading, font, step, scene.tokens.text_weak);
        let corner = match at {
            0 => pos2(area.left(), area.center().y),
            at if at + 1 == columns.len() => pos2(area.right(), area.center().y),
            _ => rect.center(),
        };
        let at = align.anchor_size(corner, galley.size());
        ui.painter().galley(at.min, galley, scene.tokens.text_weak);
    }
}

fn slope_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    columns: &[Column<'_>],
    row: &LineupRow,
    frame: &Frame<'_>,
) {
    let Frame { area, seen, xs, row_height } = frame;
    let points: Vec<Option<(f32, f32)>> = (row.places.iter().zip(*xs))
        .map(|(place, x)| {
            // By the order, as equal ranks would lie on each other.
            Some((*x, area.top() + (place.as_ref()?.order as f32 + 0.5) * row_height))
        })
        .collect();
    let ys = points.iter().flatten().map(|(_, y)| *y);
    let (top, bottom) = ys.fold((f32::MAX, f32::MIN), |(a, b), y| (a.min(y), b.max(y)));
    if bottom + row_height < seen.top() || top - row_height > seen.bottom() {
        return;
    }
    let tokens = scene.tokens;
    let own = row.places.last().copied().flatten();
    let selected = own.is_some_and(|own| Some(own.item) == scene.selection.item);
    let differs = row.changes_rank();
    let colour = if selected { tokens.accent } else { weight_of(differs, tokens) };
    let strength = if selected || differs { 1.0 } else { 0.45 };
    let stroke = Stroke::new(if selected { 3.0 } else { 1.2 }, colour.gamma_multiply(strength));
    let painter = ui.painter();
    for pair in points.windows(2) {
        if let [Some((x0, y0)), Some((x1, y1))] = pair {
            painter.line_segment([pos2(*x0, *y0), pos2(*x1, *y1)], stroke);
        }
    }
    for (x, y) in points.iter().flatten() {
        painter.circle_filled(pos2(*x, *y), if selected { 4.0 } else { 2.5 }, stroke.color);
    }
    let words = name_of(row, columns, scene.texts);
    let ranks: Vec<String> = row
        .places
        .iter()
        .map(|place| place.map_or_else(|| "–".to_owned(), |place| place.rank.to_string()))
        .collect();
    let told = format!("{words}: {}", ranks.join(" → "));
    let mut clicked = false;
    for (at, is_left) in [(0, true), (columns.len() - 1, false)] {
        let Some((x, y)) = points.get(at).copied().flatten() else { continue };
        if y + row_height < seen.top() || y - row_height > seen.bottom() {
            continue;
        }
        let (edge, align) =
            if is_left { (x - 8.0, Align2::RIGHT_CENTER) } else { (x + 8.0, Align2::LEFT_CENTER) };
        let rank = ranks.get(at).map_or("", String::as_str);
        let painter = ui.painter();
        painter.text(pos2(edge, y), align, rank, FontId::proportional(11.0), tokens.text_weak);
        let inner = if is_left { edge - GAP + 4.0 } else { edge + GAP - 4.0 };
        let room = if is_left { inner - area.left() } else { area.right() - inner };
        let galley = elided(painter, &words, FontId::proportional(12.0), room, colour);
        let place = align.anchor_size(pos2(inner, y), galley.size());
        ui.painter().galley(place.min, galley, colour);
        let rect = if is_left {
            Rect::from_x_y_ranges(area.left()..=edge, y - row_height / 2.0..=y + row_height / 2.0)
        } else {
            Rect::from_x_y_ranges(edge..=area.right(), y - row_height / 2.0..=y + row_height / 2.0)
        };
        let response = ui.interact(rect, ui.scope_id().with((&row.id, is_left)), Sense::click());
        name(&response, Role::Button, &told);
        clicked |= response.clicked();
        response.on_hover_text(&told);
    }
    if clicked && let Some(own) = own {
        scene.select(own.item);
    }
}
