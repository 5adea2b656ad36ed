//! What the selected item waits for and what waits for it, drawn over the roadmap.

use crate::model::LinkType;
use crate::ui::scene::Scene;
use eframe::egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, epaint::CubicBezierShape, pos2, vec2};
use std::collections::HashMap;

/// Draws the links of the selected item; `places` says where each item's bar is, in sight
/// or not.
pub fn links_ui(ui: &Ui, scene: &Scene<'_>, places: &HashMap<usize, Rect>) {
    let Some(own) = scene.selection.item else { return };
    let items = &scene.snapshot.scenario.items;
    let (Some(item), Some(place)) = (items.get(own), places.get(&own)) else { return };
    let tokens = scene.tokens;
    for link in &item.requires {
        let from = items.iter().position(|other| other.id == link.item);
        if let Some(from) = from.and_then(|from| places.get(&from)) {
            link_ui(ui, from, place, tokens.category(1), link.link == LinkType::Hard);
        }
    }
    for id in item.requires_any_of.iter().flat_map(|group| &group.any_of) {
        let from = items.iter().position(|other| other.id == *id);
        if let Some(from) = from.and_then(|from| places.get(&from)) {
            link_ui(ui, from, place, tokens.category(1), false);
        }
    }
    for (at, other) in items.iter().enumerate() {
        let Some(to) = places.get(&at) else { continue };
        let required = other.requires.iter().find(|link| link.item == item.id);
        let one_of = other.requires_any_of.iter().any(|group| group.any_of.contains(&item.id));
        if required.is_some() || one_of {
            let hard = required.is_some_and(|link| link.link == LinkType::Hard);
            link_ui(ui, place, to, tokens.accent, hard);
        }
    }
}

/// A curve from the end of one bar to the beginning of another; dashed where it need not be.
fn link_ui(ui: &Ui, from: &Rect, to: &Rect, colour: Color32, is_hard: bool) {
    let painter = ui.painter();
    let stroke = Stroke::new(1.6, colour);
    let (start, end) = (from.right_center(), to.left_center());
    let bend = ((end.x - start.x).abs() * 0.4).clamp(24.0, 120.0);
    let curve = CubicBezierShape::from_points_stroke(
        [start, pos2(start.x + bend, start.y), pos2(end.x - bend, end.y), end],
        false,
        Color32::TRANSPARENT,
        stroke,
    );
    if is_hard {
        painter.add(curve);
    } else {
        let points: Vec<Pos2> = curve.flatten(Some(1.0));
        painter.extend(Shape::dashed_line(&points, stroke, 6.0, 4.0));
    }
    let tip = vec![end, end + vec2(-7.0, -3.5), end + vec2(-7.0, 3.5)];
    painter.add(Shape::convex_polygon(tip, colour, Stroke::NONE));
}
