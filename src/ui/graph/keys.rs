//! Arrow keys walk along the links and up and down a column.

use super::picture::Picture;
use crate::ui::scene::Scene;
use eframe::egui::{Key, Ui};

/// Selects where the arrow keys lead.
pub fn keys_ui(ui: &Ui, scene: &mut Scene<'_>, picture: &Picture) {
    if ui.ctx().memory(|memory| memory.focused().is_some()) {
        return;
    }
    let graph = &picture.graph;
    let places = &picture.drawing.places;
    let Some(own) = scene.selection.item.and_then(|item| graph.node_of(item)) else { return };
    let Some(place) = places.get(own) else { return };
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let nearest = |candidates: Vec<usize>| {
        let distance = |node: &usize| places.get(*node).map_or(f32::MAX, |p| (p.y - place.y).abs());
        candidates.into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))
    };
    let linked = |back: bool| {
        let ends = graph.edges().iter().filter_map(|edge| match (back, edge) {
            (true, edge) if edge.to == own => Some(edge.from),
            (false, edge) if edge.from == own => Some(edge.to),
            _ => None,
        });
        nearest(ends.collect())
    };
    let beside = |below: bool| {
        let same = places.iter().enumerate().filter(|(_, other)| {
            other.column == place.column
                && if below { other.y > place.y } else { other.y < place.y }
        });
        nearest(same.map(|(node, _)| node).collect())
    };
    let next = if pressed(Key::ArrowLeft) {
        linked(true)
    } else if pressed(Key::ArrowRight) {
        linked(false)
    } else if pressed(Key::ArrowUp) {
        beside(false)
    } else if pressed(Key::ArrowDown) {
        beside(true)
    } else {
        None
    };
    let item = next.and_then(|next| graph.nodes().get(next)?.members.first().copied());
    if let Some(item) = item {
        scene.select(item);
    }
}
