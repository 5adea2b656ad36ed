//! A titled part of a page that can be folded.

use super::{focus_ring, name};
use crate::ui::theme::{Tokens, strong_family, tokens::GRID, tokens::TEXT};
use eframe::egui::{
    Color32, FontId, Id, Painter, Pos2, Sense, Shape, Stroke, Ui, accesskit::Role,
    collapsing_header::CollapsingState, pos2, vec2,
};

/// Draws a title and, unless it is folded, what belongs to it.
///
/// `salt` tells the section apart from others in the same place; whether it is
/// folded is remembered. Returns what the content returns.
pub fn section<R>(
    ui: &mut Ui,
    tokens: &Tokens,
    salt: impl std::hash::Hash + std::fmt::Debug,
    title: &str,
    content: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let id: Id = ui.make_persistent_id(("section", salt));
    let mut state = CollapsingState::load_with_default_open(ui.ctx(), id, true);
    let size = vec2(ui.available_width(), tokens.row_height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        state.toggle(ui);
    }
    let is_open = state.is_open();
    name(&response, Role::Button, title);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    let painter = ui.painter();
    let openness = state.openness(ui.ctx());
    let colour = if response.hovered() { tokens.text } else { tokens.text_weak };
    chevron(painter, rect.left_center() + vec2(2.0 * GRID, 0.0), openness, colour);
    let font = FontId::new(TEXT, strong_family());
    let galley = painter.layout_no_wrap(title.to_owned(), font, tokens.text);
    let top = rect.center().y - galley.size().y / 2.0;
    painter.galley(pos2(rect.left() + 5.0 * GRID, top), galley, tokens.text);
    focus_ring(painter, tokens, rect, &response);
    state.show_body_unindented(ui, content).map(|body| body.inner)
}

/// Points right when folded, down when open.
fn chevron(painter: &Painter, at: Pos2, openness: f32, colour: Color32) {
    let turn = openness * std::f32::consts::FRAC_PI_2;
    let (sin, cos) = turn.sin_cos();
    let points = [(-1.5_f32, -3.5_f32), (2.0, 0.0), (-1.5, 3.5)];
    let turned = points.map(|(x, y)| pos2(at.x + x * cos - y * sin, at.y + x * sin + y * cos));
    painter.add(Shape::line(turned.to_vec(), Stroke::new(1.5, colour)));
}
