//! The whole graph in a corner, with what is seen of it.

use super::camera::Camera;
use super::picture::Picture;
use crate::ui::scene::Scene;
use crate::ui::widgets;
use eframe::egui::{
    Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, accesskit::Role, pos2, vec2,
};

/// At most so large.
const SIZE: Vec2 = vec2(180.0, 120.0);

/// Draws the map; pressing it shows that place. Nothing while all is in sight.
pub fn minimap_ui(ui: &mut Ui, scene: &Scene<'_>, picture: &Picture, camera: &mut Camera) {
    let drawing = &picture.drawing;
    let (from, to) = camera.seen();
    let all_seen = from.x <= drawing.left
        && from.y <= drawing.top
        && to.x >= drawing.left + drawing.width
        && to.y >= drawing.top + drawing.height;
    let view = camera.view();
    if all_seen || view.width() < 3.0 * SIZE.x || view.height() < 2.0 * SIZE.y {
        return;
    }
    let whole = vec2(drawing.width, drawing.height) * super::camera::NODE;
    let scale = (SIZE.x / whole.x.max(1.0)).min(SIZE.y / whole.y.max(1.0));
    let frame = Rect::from_min_size(view.right_bottom() - SIZE - vec2(8.0, 8.0), SIZE);
    let unit = super::camera::NODE * scale;
    let corner = frame.center() - whole * scale / 2.0;
    let at = |x: f32, y: f32| corner + vec2(x - drawing.left, y - drawing.top) * unit;
    let tokens = scene.tokens;
    let response = ui.interact(frame, ui.scope_id().with("map"), Sense::click_and_drag());
    widgets::name(&response, Role::Image, &scene.texts.get("graph-map"));
    let painter = ui.painter_at(frame);
    painter.rect_filled(frame, 4.0, tokens.surface_raised);
    let size = unit.max(vec2(1.5, 1.0));
    let mut boxes = Vec::with_capacity(drawing.places.len());
    for (node, place) in picture.graph.nodes().iter().zip(&drawing.places) {
        let chosen = scene.selection.item.is_some_and(|item| node.members.contains(&item));
        let colour = if chosen { tokens.accent } else { tokens.text_weak };
        let rect = Rect::from_center_size(at(place.x, place.y), size);
        boxes.push(Shape::rect_filled(rect, 0.0, colour));
    }
    painter.extend(boxes);
    let seen = Rect::from_min_max(at(from.x, from.y), at(to.x, to.y)).intersect(frame.shrink(1.0));
    painter.rect_stroke(seen, 1.0, Stroke::new(1.5, tokens.accent), StrokeKind::Inside);
    painter.rect_stroke(frame, 4.0, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
    let pressed = response.dragged() || response.clicked();
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| pressed) {
        let place = place_of(pointer, corner, unit);
        camera.centre(drawing.left + place.x, drawing.top + place.y);
    }
}

fn place_of(pointer: Pos2, corner: Pos2, unit: Vec2) -> Pos2 {
    let place = (pointer - corner) / unit;
    pos2(place.x, place.y)
}
