//! What sort of thing an item is: a shape of its own for each kind.

use super::name;
use crate::app::kind_key;
use crate::model::ItemKind;
use crate::texts::Texts;
use crate::ui::theme::{Tokens, tokens::GRID, tokens::ROUNDING, tokens::TEXT_SMALL};
use eframe::egui::{
    Color32, FontId, Painter, Pos2, Sense, Shape, Stroke, Ui, accesskit::Role, pos2, vec2,
};

/// Draws a kind's shape in its colour; the word is at the pointer and for readers.
pub fn kind_badge(ui: &mut Ui, tokens: &Tokens, kind: ItemKind, texts: &Texts) {
    let (rect, response) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
    let word = texts.get(kind_key(kind));
    name(&response, Role::Image, &word);
    kind_shape(ui.painter(), kind, rect.center(), 5.0, tokens.category(kind as usize));
    response.on_hover_text(word);
}

/// Draws a kind's shape and its word on a tint of its colour.
pub fn kind_word_badge(ui: &mut Ui, tokens: &Tokens, kind: ItemKind, texts: &Texts) {
    let word = texts.get(kind_key(kind));
    let colour = tokens.category(kind as usize);
    let font = FontId::proportional(TEXT_SMALL);
    let galley = ui.painter().layout_no_wrap(word.clone(), font, tokens.text);
    let size = vec2(galley.size().x + 5.5 * GRID, 4.5 * GRID);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    name(&response, Role::Label, &word);
    let painter = ui.painter();
    painter.rect_filled(rect, f32::from(ROUNDING), tokens.tint(colour));
    kind_shape(painter, kind, rect.left_center() + vec2(2.25 * GRID, 0.0), GRID, colour);
    let top = rect.center().y - galley.size().y / 2.0;
    painter.galley(pos2(rect.left() + 4.25 * GRID, top), galley, tokens.text);
}

/// A shape of its own for each kind, so that colour is not needed to tell them apart.
pub fn kind_shape(painter: &Painter, kind: ItemKind, at: Pos2, r: f32, colour: Color32) {
    let polygon = |points: &[(f32, f32)]| {
        let points = points.iter().map(|(x, y)| pos2(at.x + x * r, at.y + y * r)).collect();
        painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
    };
    match kind {
        ItemKind::Service => {
            painter.circle_filled(at, r, colour);
        }
        ItemKind::Register => polygon(&[(-1.0, -0.9), (1.0, -0.9), (1.0, 0.9), (-1.0, 0.9)]),
        ItemKind::Infrastructure => polygon(&[(0.0, -1.0), (1.0, 0.9), (-1.0, 0.9)]),
        ItemKind::Legal => polygon(&[(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)]),
        ItemKind::ProcessReview => {
            painter.circle_stroke(at, r - 1.0, Stroke::new(2.0, colour));
        }
        ItemKind::Standard => polygon(&[(-1.0, -0.4), (1.0, -0.4), (1.0, 0.4), (-1.0, 0.4)]),
        ItemKind::Capacity => {
            polygon(&[(-0.5, -1.0), (0.5, -1.0), (1.0, 0.0), (0.5, 1.0), (-0.5, 1.0), (-1.0, 0.0)])
        }
        ItemKind::Access => polygon(&[(-1.0, -0.9), (1.0, -0.9), (0.0, 1.0)]),
    }
}
