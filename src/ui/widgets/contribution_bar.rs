//! A value as a stacked bar: segments add up to the number beside it.

use super::{fill_category, focus_ring};
use crate::texts::Texts;
use crate::ui::theme::{Tokens, tokens::GRID};
use eframe::egui::{
    EventFilter, Key, Label, Rect, Response, Sense, StrokeKind, Ui, WidgetInfo, accesskit::Role,
    pos2, vec2,
};

/// One segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Value points, 0 or more.
    pub points: f64,
    /// Its criterion's place in the list, which gives it colour and pattern.
    pub category: usize,
    /// Its criterion's name.
    pub name: String,
}

/// Draws segments from left to right over a width that stands for 100 points.
///
/// The segment under the pointer says its name and points; with the keyboard,
/// Left and Right go from segment to segment.
pub fn contribution_bar(
    ui: &mut Ui,
    tokens: &Tokens,
    item: &str,
    segments: &[Segment],
    total: f64,
    texts: &Texts,
) -> Response {
    let width = (ui.available_width() - GRID).max(10.0);
    let sense = Sense::hover() | Sense::focusable_noninteractive();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 4.0 * GRID), sense);
    let words = format!("{item}: {}", texts.number(total, 1));
    response.widget_info(|| WidgetInfo::labeled(Role::Meter, true, words.as_str()));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_numeric_value(total);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
        let parts: Vec<String> = segments.iter().map(|segment| said(segment, texts)).collect();
        node.set_description(parts.join("; "));
    });
    let parts = layout(rect.shrink2(vec2(0.0, GRID / 2.0)), segments);
    let painter = ui.painter_at(rect);
    // What is missing to 100 points.
    painter.hline(rect.x_range(), rect.bottom() - GRID / 2.0, (1.0, tokens.line));
    for (part, segment) in parts.iter().zip(segments) {
        // A hairline between neighbours tells them apart without colour.
        let right = (part.right() - 1.0).max(part.left() + part.width() * 0.5);
        let filled = Rect::from_min_max(part.min, pos2(right, part.bottom()));
        fill_category(&painter, tokens, filled, segment.category);
    }
    let by_keyboard = chosen(ui, &response, segments.len());
    let under_pointer = response
        .hover_pos()
        .and_then(|at| parts.iter().position(|part| at.x >= part.left() && at.x < part.right()));
    if let Some(at) = under_pointer.or(by_keyboard)
        && let (Some(part), Some(segment)) = (parts.get(at), segments.get(at))
    {
        let frame = part.expand2(vec2(0.0, 1.0));
        painter.rect_stroke(frame, 0.0, (1.5, tokens.text), StrokeKind::Inside);
        if under_pointer.is_some() {
            response.clone().on_hover_text_at_pointer(said(segment, texts));
        } else {
            response.show_tooltip_ui(|ui| {
                ui.add(Label::new(said(segment, texts)).extend());
            });
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_value(said(segment, texts));
            });
        }
    }
    focus_ring(ui.painter(), tokens, rect.expand(2.0), &response);
    response
}

fn said(segment: &Segment, texts: &Texts) -> String {
    format!("{}: {}", segment.name, texts.number(segment.points, 1))
}

/// Where each segment lies.
fn layout(rect: Rect, segments: &[Segment]) -> Vec<Rect> {
    let mut points = 0.0;
    let x = |points: f64| rect.left() + rect.width() * (points / 100.0).clamp(0.0, 1.0) as f32;
    segments
        .iter()
        .map(|segment| {
            let left = x(points);
            points += segment.points.max(0.0);
            Rect::from_min_max(pos2(left, rect.top()), pos2(x(points), rect.bottom()))
        })
        .collect()
}

/// The segment that the keyboard is on.
fn chosen(ui: &Ui, response: &Response, count: usize) -> Option<usize> {
    if !response.has_focus() || count == 0 {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let mut at = ui.data(|data| data.get_temp::<usize>(response.id)).unwrap_or(0).min(count - 1);
    ui.input(|input| {
        if input.key_pressed(Key::ArrowRight) {
            at = (at + 1).min(count - 1);
        }
        if input.key_pressed(Key::ArrowLeft) {
            at = at.saturating_sub(1);
        }
    });
    ui.data_mut(|data| data.insert_temp(response.id, at));
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_touch_and_end_where_the_value_is() {
        let segment = |points| Segment { points, category: 0, name: String::new() };
        let rect = Rect::from_min_size(pos2(10.0, 0.0), vec2(200.0, 12.0));
        let parts = layout(rect, &[segment(10.0), segment(0.0), segment(32.5)]);
        assert_eq!(parts[0].left(), 10.0);
        assert_eq!(parts[0].right(), parts[1].left());
        assert_eq!(parts[1].right(), parts[2].left());
        assert_eq!(parts[2].right(), 10.0 + 200.0 * 0.425);
    }
}
