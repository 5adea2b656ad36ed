//! Marks beside names: what sort of thing an item is, how far it has moved.

use super::name;
use crate::model::ItemKind;
use crate::texts::{Arg, Texts};
use crate::ui::theme::Tokens;
use crate::ui::words::kind_key;
use eframe::egui::{
    Color32, Painter, Pos2, RichText, Sense, Shape, Stroke, Ui, accesskit::Role, pos2, vec2,
};

/// Draws a kind's shape in its colour; the word is at the pointer and for readers.
pub fn kind_badge(ui: &mut Ui, tokens: &Tokens, kind: ItemKind, texts: &Texts) {
    let (rect, response) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
    let word = texts.get(kind_key(kind));
    name(&response, Role::Image, &word);
    kind_shape(ui.painter(), kind, rect.center(), 5.0, tokens.category(kind as usize));
    response.on_hover_text(word);
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

/// Draws by how many places something moved: `▲2`, `▼1`; nothing if it stayed.
pub fn rank_move(ui: &mut Ui, tokens: &Tokens, before: usize, now: usize, texts: &Texts) {
    if before == now {
        return;
    }
    let (arrow, key) = if now < before { ("▲", "rank-up") } else { ("▼", "rank-down") };
    let by = before.abs_diff(now);
    let label = ui.label(RichText::new(format!("{arrow}{by}")).small().color(tokens.accent));
    let words = texts.with(key, &[("by", Arg::from(by as f64))]);
    name(&label, Role::Label, &words);
    label.on_hover_text(words);
}
