//! The colour of a category, as a mark beside its name and as a filled area.

use crate::ui::theme::{Pattern, Tokens, tokens::GRID};
use eframe::egui::{Color32, CornerRadius, Painter, Rect, Sense, Stroke, StrokeKind, Ui, vec2};

/// Draws a category's mark. It has no name of its own: the category's stands beside it.
pub fn swatch(ui: &mut Ui, tokens: &Tokens, index: usize) {
    let (rect, _) = ui.allocate_exact_size(vec2(2.0 * GRID, 4.0 * GRID), Sense::hover());
    let mark = Rect::from_center_size(rect.center(), vec2(2.0 * GRID, 2.0 * GRID));
    let colour = tokens.category(index);
    match tokens.pattern(index) {
        Pattern::Solid => {
            ui.painter().rect_filled(mark, CornerRadius::same(2), colour);
        }
        Pattern::Bands | Pattern::Outline => fill_category(ui.painter(), tokens, mark, index),
    }
}

/// Fills an area with a category's colour in the category's pattern.
pub fn fill_category(painter: &Painter, tokens: &Tokens, rect: Rect, index: usize) {
    let colour: Color32 = tokens.category(index);
    match tokens.pattern(index) {
        Pattern::Solid => {
            painter.rect_filled(rect, 0.0, colour);
        }
        Pattern::Bands => {
            let gap = (rect.height() * 0.12).max(1.0);
            let (mut top, mut bottom) = (rect, rect);
            top.set_bottom(rect.center().y - gap);
            bottom.set_top(rect.center().y + gap);
            painter.rect_filled(top, 0.0, colour);
            painter.rect_filled(bottom, 0.0, colour);
        }
        Pattern::Outline => {
            painter.rect_stroke(rect, 0.0, Stroke::new(1.5, colour), StrokeKind::Inside);
        }
    }
}
