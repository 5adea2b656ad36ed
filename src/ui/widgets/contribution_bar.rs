//! A value as a stacked bar: segments add up to the number beside it.

use super::name;
use crate::texts::Texts;
use crate::ui::theme::Tokens;
use eframe::egui::{Color32, Rect, Sense, Ui, accesskit::Role, pos2, vec2};

/// One segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Value points, 0 or more.
    pub points: f64,
    /// Its criterion's colour.
    pub colour: Color32,
    /// Its criterion's name.
    pub name: String,
}

/// Draws segments from left to right over a width that stands for 100 points.
pub fn contribution_bar(
    ui: &mut Ui,
    tokens: &Tokens,
    item: &str,
    segments: &[Segment],
    total: f64,
    texts: &Texts,
) {
    let width = (ui.available_width() - 4.0).max(10.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
    name(&response, Role::Meter, &format!("{item}: {}", texts.number(total, 1)));
    let painter = ui.painter_at(rect);
    let mut left = rect.left();
    let pointer = response.hover_pos();
    let mut pointed = None;
    for segment in segments {
        let right = left + rect.width() * (segment.points / 100.0) as f32;
        let part =
            Rect::from_min_max(pos2(left, rect.top() + 2.0), pos2(right, rect.bottom() - 2.0));
        // A hairline between neighbours tells them apart without colour.
        let filled = Rect::from_min_max(part.min, pos2((right - 1.0).max(left), part.bottom()));
        painter.rect_filled(filled, 0.0, segment.colour);
        if pointer.is_some_and(|at| at.x >= left && at.x < right) {
            pointed = Some((segment, part));
        }
        left = right;
    }
    if let Some((segment, part)) = pointed {
        painter.rect_stroke(part, 0.0, (1.5, tokens.text), eframe::egui::StrokeKind::Inside);
        let words = format!("{}: {}", segment.name, texts.number(segment.points, 1));
        response.on_hover_text_at_pointer(words);
    }
}
