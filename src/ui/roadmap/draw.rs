//! Drawing the roadmap; only what is in sight.

use super::gauges::{gauge_line_ui, gauge_lines};
use super::lanes::{Bar, Lane};
use super::links::links_ui;
use super::pin;
use crate::app::drawing::{Lanes, lane_name};
use crate::app::kind_key;
use crate::model::{Item, ProgressStatus};
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::widgets::elided;
use eframe::egui::{
    self, Align, Align2, CornerRadius, FontId, Layout, Rect, RichText, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, pos2, vec2,
};
use std::collections::{HashMap, HashSet};

/// How large things are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Height of a bar's row.
    row: f32,
    /// Width of the column with the lanes' names.
    head: f32,
    /// Size of a bar's text.
    text: f32,
    /// Least width of a phase's column.
    column: f32,
}

impl Size {
    /// Under the ranking.
    pub const SMALL: Self = Self { row: 18.0, head: 130.0, text: 11.0, column: 70.0 };
    /// In a view of its own.
    pub const FULL: Self = Self { row: 26.0, head: 220.0, text: 13.0, column: 130.0 };
}

/// What is shown beside the bars.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// All gauges, or only those of the whole programme.
    pub all_gauges: bool,
    /// The links of the selected item.
    pub links: bool,
}

/// Draws phases, lanes, bars and gauges.
pub fn roadmap_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    folded: &mut HashSet<String>,
    Shown { all_gauges, links }: Shown,
    lanes: &[Lane],
    by: Lanes,
    size: Size,
) {
    let phases = scene.snapshot.scenario.phases.len();
    let full = ui.available_rect_before_wrap();
    // One column more: what is left out.
    let width = ((full.width() - size.head - 12.0) / (phases + 1) as f32).max(size.column);
    let columns: Vec<(f32, f32)> = (0..=phases)
        .map(|column| {
            let left = full.left() + size.head + width * column as f32;
            (left, left + width)
        })
        .collect();
    ScrollArea::horizontal().id_salt("roadmap columns").auto_shrink(false).show(ui, |ui| {
        let shift = ui.cursor().left() - full.left();
        let columns: Vec<(f32, f32)> =
            columns.iter().map(|(left, right)| (left + shift, right + shift)).collect();
        ui.set_min_width(size.head + width * (phases + 1) as f32);
        heads_ui(ui, scene, &columns);
        let lines = gauge_lines(scene, all_gauges);
        let shown = if all_gauges { lines.len().min(8) } else { lines.len() };
        let line = scene.tokens.row_height + ui.spacing().item_spacing.y;
        let gauges = shown as f32 * line + 16.0;
        let height = (ui.available_height() - gauges).max(size.row * 2.0);
        ScrollArea::vertical()
            .id_salt("roadmap lanes")
            .auto_shrink(false)
            .max_height(height)
            .show_viewport(ui, |ui, viewport| {
                lanes_ui(ui, scene, folded, lanes, by, size, &columns, viewport);
                if links {
                    let places = places(ui.min_rect().top(), folded, lanes, size, &columns);
                    links_ui(ui, scene, &places);
                }
                pin::overlay_ui(ui, scene, &columns, ui.clip_rect());
            });
        ui.separator();
        ScrollArea::vertical().id_salt("roadmap gauges").auto_shrink(false).show(ui, |ui| {
            for line in &lines {
                let rect = ui.allocate_space(vec2(ui.available_width(), scene.tokens.row_height)).1;
                let name = Rect::from_min_size(rect.min, vec2(size.head - 8.0, rect.height()));
                ui.new_child(
                    UiBuilder::new().max_rect(name).layout(Layout::left_to_right(Align::Center)),
                )
                .add(egui::Label::new(RichText::new(&line.name).small()).truncate());
                let cells: Vec<Rect> = columns
                    .iter()
                    .take(phases)
                    .map(|(left, right)| Rect::from_x_y_ranges(*left..=*right, rect.y_range()))
                    .collect();
                gauge_line_ui(ui, scene, line, &cells);
            }
        });
    });
}

/// The phases' names above their columns.
fn heads_ui(ui: &mut Ui, scene: &Scene<'_>, columns: &[(f32, f32)]) {
    let rect = ui.allocate_space(vec2(ui.available_width(), 20.0)).1;
    let phases = scene.snapshot.scenario.phases.len();
    let left_out = scene.snapshot.planned().map_or(0, |plan| plan.start.len() - plan.started());
    for (at, (left, right)) in columns.iter().enumerate() {
        let text = if at < phases {
            scene.phase_name(at as u32 + 1).to_owned()
        } else {
            scene.texts.with("roadmap-left-out", &[("count", Arg::from(left_out as f64))])
        };
        let cell = Rect::from_x_y_ranges(*left..=*right, rect.y_range()).shrink2(vec2(4.0, 0.0));
        ui.new_child(UiBuilder::new().max_rect(cell).layout(Layout::left_to_right(Align::Center)))
            .add(egui::Label::new(RichText::new(text).strong()).truncate());
        ui.painter().vline(*left, rect.y_range(), (1.0, scene.tokens.line));
    }
    if let Some(today) = scene.snapshot.scenario.today()
        && let Some((left, right)) = columns.get(today as usize - 1)
    {
        let painter = ui.painter();
        painter.hline(*left..=*right, rect.bottom(), (3.0, scene.tokens.accent));
        let at = pos2(right - 6.0, rect.center().y);
        let words = scene.texts.get("today-mark");
        let font = FontId::proportional(11.0);
        painter.text(at, Align2::RIGHT_CENTER, words, font, scene.tokens.accent);
    }
}

#[expect(clippy::too_many_arguments, reason = "one call, all of it needed to place a bar")]
fn lanes_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    folded: &mut HashSet<String>,
    lanes: &[Lane],
    by: Lanes,
    size: Size,
    columns: &[(f32, f32)],
    viewport: Rect,
) {
    let top = ui.min_rect().top();
    let heights: Vec<f32> = lanes.iter().map(|lane| height(lane, folded, size)).collect();
    ui.set_height(heights.iter().sum::<f32>());
    let mut y = 0.0;
    for (lane, height) in lanes.iter().zip(heights) {
        let seen = y + height >= viewport.top() && y <= viewport.bottom();
        if seen {
            let rect = Rect::from_min_max(
                pos2(ui.min_rect().left(), top + y),
                pos2(columns.last().map_or(0.0, |last| last.1), top + y + height),
            );
            let range = (viewport.top() - y, viewport.bottom() - y);
            lane_ui(ui, scene, folded, lane, by, size, columns, rect, range);
        }
        y += height;
    }
}

fn height(lane: &Lane, folded: &HashSet<String>, size: Size) -> f32 {
    if folded.contains(&lane.key) { size.row } else { lane.rows as f32 * size.row + 6.0 }
}

/// Where each item's bar is, in sight or not; in a folded lane on its one line.
fn places(
    top: f32,
    folded: &HashSet<String>,
    lanes: &[Lane],
    size: Size,
    columns: &[(f32, f32)],
) -> HashMap<usize, Rect> {
    let mut places = HashMap::new();
    let mut y = top;
    for lane in lanes {
        for bar in lane.bars.iter().filter(|bar| !bar.only_ghost) {
            let row = if folded.contains(&lane.key) { 0.0 } else { bar.row as f32 * size.row };
            if let Some(rect) = area(bar.column, bar.columns, y + row, size, columns) {
                places.insert(bar.item, rect);
            }
        }
        y += height(lane, folded, size);
    }
    places
}

/// Where a bar is that stands in the row below `top`; none outside the columns.
fn area(column: usize, count: usize, top: f32, size: Size, columns: &[(f32, f32)]) -> Option<Rect> {
    let (left, _) = columns.get(column)?;
    let (_, right) = columns.get((column + count - 1).min(columns.len() - 1))?;
    let (top, bottom) = (top + 4.0, top + size.row + 2.0);
    Some(Rect::from_min_max(pos2(left + 3.0, top), pos2(right - 3.0, bottom)))
}

#[expect(clippy::too_many_arguments, reason = "one call, all of it needed to place a bar")]
fn lane_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    folded: &mut HashSet<String>,
    lane: &Lane,
    by: Lanes,
    size: Size,
    columns: &[(f32, f32)],
    rect: Rect,
    (first, last): (f32, f32),
) {
    ui.painter().hline(rect.x_range(), rect.bottom(), (1.0, scene.tokens.line));
    for (left, _) in columns {
        ui.painter().vline(*left, rect.y_range(), (1.0, scene.tokens.line));
    }
    let is_folded = folded.contains(&lane.key);
    let name = lane_name(&scene.snapshot.scenario, &lane.key, by, scene.texts);
    let arrow = if is_folded { "▶" } else { "▼" };
    let head = Rect::from_min_size(rect.min, vec2(size.head - 6.0, size.row));
    let key = if is_folded { "lane-unfold" } else { "lane-fold" };
    let label = scene.texts.with(key, &[("name", Arg::from(name.as_str()))]);
    let mut cell = ui.new_child(
        UiBuilder::new()
            .max_rect(head)
            .id_salt(("lane", &lane.key))
            .layout(Layout::left_to_right(Align::Center)),
    );
    let text = RichText::new(format!("{arrow} {name} ({})", lane.bars.len())).size(size.text);
    let button = cell.add(egui::Button::new(text).frame(false).truncate());
    button.widget_info(|| {
        egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, label.as_str())
    });
    if button.on_hover_text(&name).clicked() {
        if is_folded {
            folded.remove(&lane.key);
        } else {
            folded.insert(lane.key.clone());
        }
    }
    if is_folded {
        return;
    }
    for bar in &lane.bars {
        let y = bar.row as f32 * size.row + 3.0;
        if y + size.row < first || y > last {
            continue;
        }
        let top = rect.top() + bar.row as f32 * size.row;
        let Some(place) = area(bar.column, bar.columns, top, size, columns) else { continue };
        let ghost = match bar.ghost {
            Some(_) if bar.only_ghost => Some(place),
            Some(ghost) => area(ghost.column, ghost.columns, top, size, columns),
            None => None,
        };
        if let Some(ghost) = ghost {
            ghost_ui(ui, scene, bar, ghost, size);
        }
        if bar.only_ghost {
            continue;
        }
        bar_ui(ui, scene, bar, place, size, columns);
    }
}

/// Where an item is in the baseline: an outline in dashes; with the item's name where its
/// own bar is in another row.
fn ghost_ui(ui: &mut Ui, scene: &Scene<'_>, bar: &Bar, rect: Rect, size: Size) {
    let phases = scene.snapshot.scenario.phases.len();
    if bar.ghost.is_some_and(|ghost| ghost.column == phases) && !bar.only_ghost {
        return;
    }
    let tokens = scene.tokens;
    let painter = ui.painter();
    let edge = rect.shrink(1.0);
    let corners = [
        edge.left_top(),
        edge.right_top(),
        edge.right_bottom(),
        edge.left_bottom(),
        edge.left_top(),
    ];
    let stroke = Stroke::new(1.0, tokens.text_weak);
    painter.extend(egui::Shape::dashed_line(&corners, stroke, 4.0, 3.0));
    let name = scene.item_name(bar.item);
    if bar.only_ghost {
        let font = FontId::proportional(size.text);
        let galley = elided(painter, name, font, rect.width() - 12.0, tokens.text_weak);
        let at = Align2::LEFT_CENTER
            .anchor_size(pos2(rect.left() + 8.0, rect.center().y), galley.size());
        painter.galley(at.min, galley, tokens.text_weak);
    }
    let response = ui.interact(rect, ui.scope_id().with(("ghost", bar.item)), Sense::hover());
    let words = scene.texts.with("roadmap-ghost", &[("item", Arg::from(name))]);
    crate::ui::widgets::name(&response, egui::accesskit::Role::Image, &words);
    response.on_hover_text(words);
}

/// What a bar says of the baseline: where the item is there, if elsewhere.
fn baseline_words(scene: &Scene<'_>, bar: &Bar) -> Option<String> {
    let ghost = bar.ghost?;
    let phases = scene.snapshot.scenario.phases.len();
    let place = if ghost.column < phases {
        scene.phase_name(ghost.column as u32 + 1).to_owned()
    } else {
        scene.texts.get("roadmap-not-planned")
    };
    Some(scene.texts.with("roadmap-in-baseline", &[("place", Arg::from(place.as_str()))]))
}

fn bar_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    bar: &Bar,
    rect: Rect,
    size: Size,
    columns: &[(f32, f32)],
) {
    let phases = scene.snapshot.scenario.phases.len();
    let item = &scene.snapshot.scenario.items[bar.item];
    let name = scene.item_name(bar.item).to_owned();
    let planned = bar.column < phases;
    let sense = Sense::click_and_drag();
    let response = ui.interact(rect, ui.scope_id().with(("bar", bar.item)), sense);
    let place = if planned {
        scene.phase_name(bar.column as u32 + 1).to_owned()
    } else {
        scene.texts.get("roadmap-not-planned")
    };
    let baseline = baseline_words(scene, bar);
    let progress = progress_words(scene, item);
    let said = [Some(name.clone()), Some(place.clone()), baseline.clone(), progress.clone()];
    let label = said.into_iter().flatten().collect::<Vec<_>>().join(", ");
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, label.as_str())
    });
    let selected = scene.selection.item == Some(bar.item);
    let tokens = scene.tokens;
    let colour = tokens.category(item.kind as usize);
    let fill = if planned { tokens.tint(colour) } else { tokens.surface };
    let painter = ui.painter_at(rect.expand(2.0));
    let radius = CornerRadius::same(3);
    painter.rect_filled(rect, radius, fill);
    let edge = if selected || response.has_focus() {
        Stroke::new(2.0, tokens.accent)
    } else if response.hovered() {
        Stroke::new(1.0, tokens.text)
    } else {
        Stroke::new(1.0, if planned { colour } else { tokens.line })
    };
    painter.rect_stroke(rect, radius, edge, StrokeKind::Inside);
    let strip = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
    painter.rect_filled(strip, radius, colour);
    let moved = scene
        .phase_before(bar.item)
        .is_some_and(|before| before != scene.snapshot.start_of(bar.item));
    let mark = match (item.status(), item.pin.is_some(), item.mandatory, moved) {
        (ProgressStatus::Done, ..) => "✓ ",
        (ProgressStatus::Running, ..) => "▶ ",
        (ProgressStatus::Stopped, ..) => "× ",
        (_, true, _, _) => "◆ ",
        (_, _, _, true) => "● ",
        (_, _, true, _) => "! ",
        _ => "",
    };
    let done = match item.status() {
        ProgressStatus::Done => 1.0,
        ProgressStatus::Running => {
            item.progress.as_ref().and_then(|progress| progress.percent).unwrap_or(0.0) / 100.0
        }
        ProgressStatus::NotStarted | ProgressStatus::Stopped => 0.0,
    };
    if done > 0.0 {
        // How much is done, as a line along the bottom.
        let width = rect.width() * (done as f32).clamp(0.0, 1.0);
        let line = Rect::from_min_max(
            pos2(rect.left(), rect.bottom() - 3.0),
            pos2(rect.left() + width, rect.bottom()),
        );
        painter.rect_filled(line, radius, tokens.text_weak);
    }
    let text_colour = if planned { tokens.text } else { tokens.text_weak };
    let text = format!("{mark}{name}");
    let font = FontId::proportional(size.text);
    let galley = elided(&painter, &text, font, rect.width() - 12.0, text_colour);
    let text_at =
        Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + 8.0, rect.center().y), galley.size());
    ui.painter_at(rect.shrink2(vec2(2.0, 0.0))).galley(text_at.min, galley, tokens.text);
    let kind = scene.texts.get(kind_key(item.kind));
    let used = pin::follow_bar(ui, scene, bar.item, &response, columns);
    if response.clicked() && !used {
        scene.select(bar.item);
    }
    if scene.selection.held_pin.is_none() {
        let help = scene.texts.get("pin-help");
        let said = [Some(kind), Some(place), baseline, progress];
        let said = said.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        response.on_hover_text(format!("{name}\n{said}\n{help}"));
    }
}

/// How far an item really is, if anybody said.
fn progress_words(scene: &Scene<'_>, item: &Item) -> Option<String> {
    let texts = scene.texts;
    match item.status() {
        ProgressStatus::NotStarted => None,
        ProgressStatus::Done => Some(texts.get("progress-done")),
        ProgressStatus::Stopped => Some(texts.get("progress-stopped")),
        ProgressStatus::Running => Some(match item.progress.as_ref().and_then(|p| p.percent) {
            Some(percent) => {
                format!("{} {}", texts.get("progress-running"), texts.percent(percent / 100.0, 0))
            }
            None => texts.get("progress-running"),
        }),
    }
}
