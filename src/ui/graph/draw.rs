//! Drawing the graph: links first, then items; what is far from the selection fades.

use super::layout::{Edge, EdgeKind, Layout, reach};
use crate::ui::scene::Scene;
use crate::ui::widgets::{self, elided, kind_shape};
use crate::ui::words::kind_key;
use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind,
    Ui, accesskit::Role, epaint::CubicBezierShape, pos2, vec2,
};

/// Below this size an item is a shape without words.
const SMALLEST_TEXT: f32 = 0.45;

/// How an item stands to the selected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It is the selected one, or nothing is selected.
    Plain,
    Selected,
    /// It must exist before.
    Before,
    /// It is unlocked.
    After,
    /// It has nothing to do with it.
    Far,
}

/// Draws all that is in sight.
pub fn graph_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    layout: &Layout,
    view: Rect,
    zoom: f32,
    place: &dyn Fn(usize) -> Rect,
) {
    let painter = ui.painter_at(view);
    let selected = scene.selection.item.filter(|item| *item < layout.place.len());
    let (before, after) = match selected {
        Some(item) => (reach(layout, item, true, true), reach(layout, item, false, true)),
        None => (Vec::new(), Vec::new()),
    };
    let role = |item: usize| match selected {
        None => Standing::Plain,
        Some(own) if own == item => Standing::Selected,
        Some(_) if before.get(item) == Some(&true) => Standing::Before,
        Some(_) if after.get(item) == Some(&true) => Standing::After,
        Some(_) => Standing::Far,
    };
    let mut front = Vec::new();
    for edge in &layout.edges {
        let (from, to) = (place(edge.from), place(edge.to));
        if !view.intersects(from.union(to)) {
            continue;
        }
        let near = |item: usize| {
            matches!(role(item), Standing::Selected | Standing::Before | Standing::After)
        };
        let lit = near(edge.from) && near(edge.to);
        if lit {
            front.push((edge, from, to));
        } else {
            let faded = selected.is_some();
            edge_ui(&painter, scene, edge, from, to, zoom, if faded { 0.15 } else { 0.7 }, None);
        }
    }
    for (edge, from, to) in front {
        let backwards = matches!(role(edge.from), Standing::Before);
        let colour = if backwards { scene.tokens.category(1) } else { scene.tokens.accent };
        edge_ui(&painter, scene, edge, from, to, zoom, 1.0, Some(colour));
    }
    for item in 0..layout.place.len() {
        let rect = place(item);
        if view.intersects(rect) {
            node_ui(ui, &painter, scene, item, rect, view, zoom, role(item));
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "private, and all of it needed to draw one link")]
fn edge_ui(
    painter: &Painter,
    scene: &Scene<'_>,
    edge: &Edge,
    from: Rect,
    to: Rect,
    zoom: f32,
    strength: f32,
    colour: Option<Color32>,
) {
    let colour = match (edge.on_cycle, colour) {
        (true, _) => scene.tokens.warning,
        (_, Some(colour)) => colour,
        _ => scene.tokens.text_weak,
    };
    let stroke = Stroke::new((1.2 * zoom).clamp(0.6, 2.5), colour.gamma_multiply(strength));
    let (start, end) = (from.right_center(), to.left_center());
    let bend = ((end.x - start.x).abs() * 0.5).max(20.0 * zoom);
    let curve = CubicBezierShape::from_points_stroke(
        [start, pos2(start.x + bend, start.y), pos2(end.x - bend, end.y), end],
        false,
        Color32::TRANSPARENT,
        stroke,
    );
    match edge.kind {
        EdgeKind::Hard => {
            painter.add(curve);
        }
        EdgeKind::Soft | EdgeKind::AnyOf => {
            let points: Vec<Pos2> = curve.flatten(Some(1.0));
            let (dash, gap) = if edge.kind == EdgeKind::Soft { (6.0, 4.0) } else { (2.0, 3.0) };
            painter.extend(Shape::dashed_line(&points, stroke, dash, gap));
        }
    }
    let size = (6.0 * zoom).clamp(3.0, 9.0);
    let tip = vec![end, end + vec2(-size, -size * 0.5), end + vec2(-size, size * 0.5)];
    painter.add(Shape::convex_polygon(tip, stroke.color, Stroke::NONE));
}

#[expect(clippy::too_many_arguments, reason = "private, and all of it needed to draw one item")]
fn node_ui(
    ui: &mut Ui,
    painter: &Painter,
    scene: &mut Scene<'_>,
    item: usize,
    rect: Rect,
    view: Rect,
    zoom: f32,
    role: Standing,
) {
    let tokens = scene.tokens;
    let entry = &scene.snapshot.scenario.items[item];
    let name = scene.item_name(item).to_owned();
    let phase = scene.snapshot.start_of(item);
    let phase = phase.map_or_else(|| "–".to_owned(), |phase| scene.phase_name(phase).to_owned());
    let kind = scene.texts.get(kind_key(entry.kind));
    let response =
        ui.interact(rect.intersect(view), ui.scope_id().with(("node", item)), Sense::click());
    widgets::name(&response, Role::Button, &format!("{name}, {kind}, {phase}"));
    let strength = if role == Standing::Far { 0.35 } else { 1.0 };
    let colour = tokens.category(entry.kind as usize).gamma_multiply(strength);
    let radius = CornerRadius::same((4.0 * zoom).clamp(1.0, 8.0) as u8);
    painter.rect_filled(rect, radius, tokens.surface_raised);
    let edge = match role {
        Standing::Selected => Stroke::new(2.5, tokens.accent),
        Standing::Before => Stroke::new(1.8, tokens.category(1)),
        Standing::After => Stroke::new(1.8, tokens.accent),
        _ if response.hovered() || response.has_focus() => Stroke::new(1.5, tokens.text),
        _ => Stroke::new(1.0, tokens.line),
    };
    painter.rect_stroke(rect, radius, edge, StrokeKind::Inside);
    let mark = pos2(rect.left() + 12.0 * zoom, rect.center().y);
    kind_shape(painter, entry.kind, mark, 5.0 * zoom, colour);
    if zoom >= SMALLEST_TEXT {
        let text = tokens.text.gamma_multiply(strength);
        let inside = painter.with_clip_rect(rect.shrink2(vec2(2.0, 0.0)).intersect(view));
        let font = FontId::proportional(12.0 * zoom);
        let room = rect.width() - (24.0 + 40.0) * zoom;
        let galley = elided(painter, &name, font, room, text);
        let at = Align2::LEFT_CENTER
            .anchor_size(pos2(rect.left() + 22.0 * zoom, rect.center().y), galley.size());
        inside.galley(at.min, galley, text);
        let weak = tokens.text_weak.gamma_multiply(strength);
        let right = pos2(rect.right() - 6.0 * zoom, rect.center().y);
        inside.text(right, Align2::RIGHT_CENTER, &phase, FontId::proportional(11.0 * zoom), weak);
    }
    if response.clicked() {
        scene.select(item);
    }
    response.on_hover_text(format!("{name}\n{kind} · {phase}"));
}
