//! Small drawn icons that can be switched on and off.

use super::name;
use crate::ui::theme::Tokens;
use eframe::egui::{
    Color32, CornerRadius, Painter, Rect, Response, Sense, Stroke, StrokeKind, Ui, accesskit::Role,
    pos2, vec2,
};

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IconKind {
    /// A closed lock.
    Lock,
    /// An open lock.
    Unlock,
    /// One of several.
    Solo,
}

/// Draws an icon that can be pressed, with its name at the pointer.
pub fn icon_toggle(
    ui: &mut Ui,
    tokens: &Tokens,
    kind: IconKind,
    on: bool,
    words: &str,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::click());
    name(&response, Role::Button, words);
    let painter = ui.painter();
    if on || response.hovered() {
        let fill = if on { tokens.selection } else { tokens.control_hovered };
        painter.rect_filled(rect, CornerRadius::same(3), fill);
    }
    if response.has_focus() {
        let ring = Stroke::new(1.5, tokens.accent);
        painter.rect_stroke(rect, CornerRadius::same(3), ring, StrokeKind::Inside);
    }
    let colour = if on { tokens.accent } else { tokens.text_weak };
    draw(painter, kind, rect.shrink(3.0), colour);
    response.on_hover_text(words)
}

fn draw(painter: &Painter, kind: IconKind, rect: Rect, colour: Color32) {
    let stroke = Stroke::new(1.3, colour);
    let centre = rect.center();
    match kind {
        IconKind::Lock | IconKind::Unlock => {
            let body = Rect::from_min_max(
                pos2(rect.left() + 1.5, centre.y - 0.5),
                pos2(rect.right() - 1.5, rect.bottom()),
            );
            painter.rect_filled(body, CornerRadius::same(1), colour);
            let lift = if kind == IconKind::Unlock { 1.5 } else { 0.0 };
            let left = pos2(body.left() + 1.5, body.top());
            let right = pos2(body.right() - 1.5, body.top() - lift * 1.2);
            let top = rect.top() - lift * 0.4;
            painter.line_segment([left, pos2(left.x, top + 1.0)], stroke);
            painter.line_segment([pos2(left.x, top + 1.0), pos2(right.x, top + 1.0)], stroke);
            painter.line_segment([pos2(right.x, top + 1.0), right], stroke);
        }
        IconKind::Solo => {
            painter.circle_stroke(centre, 5.0, stroke);
            painter.circle_filled(centre, 2.2, colour);
        }
    }
}
