//! Small drawn icons, alone or to be pressed.

use super::{focus_ring, name};
use crate::ui::theme::{Tokens, tokens::GRID, tokens::ROUNDING};
use eframe::egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui,
    accesskit::{Role, Toggled},
    pos2, vec2,
};

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IconKind {
    /// A closed lock.
    Lock,
    /// An open lock.
    Unlock,
    /// One of several: what if only this counted.
    Solo,
    /// Back to what it was.
    Reset,
    /// Held in its place by a person.
    Pin,
    /// Something to look at.
    Warning,
    /// Towards the left.
    ArrowLeft,
    /// Towards the right.
    ArrowRight,
    /// Upwards.
    ArrowUp,
    /// Downwards.
    ArrowDown,
    /// One more.
    Add,
    /// Away with it.
    Remove,
    /// In order.
    Check,
    /// Nothing here yet.
    Empty,
    /// Work goes on.
    Working,
}

impl IconKind {
    /// All icons.
    pub const ALL: [Self; 15] = [
        Self::Lock,
        Self::Unlock,
        Self::Solo,
        Self::Reset,
        Self::Pin,
        Self::Warning,
        Self::ArrowLeft,
        Self::ArrowRight,
        Self::ArrowUp,
        Self::ArrowDown,
        Self::Add,
        Self::Remove,
        Self::Check,
        Self::Empty,
        Self::Working,
    ];
}

/// Draws an icon that can be switched on and off, with its name at the pointer.
pub fn icon_toggle(
    ui: &mut Ui,
    tokens: &Tokens,
    kind: IconKind,
    on: bool,
    words: &str,
) -> Response {
    let response = pressable(ui, tokens, kind, on, words);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_toggled(Toggled::from(on)));
    response
}

/// Draws an icon that does something when pressed, with its name at the pointer.
pub fn icon_button(ui: &mut Ui, tokens: &Tokens, kind: IconKind, words: &str) -> Response {
    pressable(ui, tokens, kind, false, words)
}

fn pressable(ui: &mut Ui, tokens: &Tokens, kind: IconKind, on: bool, words: &str) -> Response {
    let side = 5.0 * GRID;
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    name(&response, Role::Button, words);
    let painter = ui.painter();
    if on || response.hovered() {
        let fill = if on { tokens.selection } else { tokens.control_hovered };
        painter.rect_filled(rect, CornerRadius::same(ROUNDING), fill);
    }
    focus_ring(painter, tokens, rect, &response);
    let colour = if on || response.has_focus() { tokens.accent } else { tokens.text_weak };
    paint_icon(painter, kind, rect.center(), side * 0.6, colour);
    response.on_hover_text(words)
}

/// Draws an icon around a point, `side` points wide.
pub fn paint_icon(painter: &Painter, kind: IconKind, centre: Pos2, side: f32, colour: Color32) {
    // Everything is laid out on a square of 12 by 12 around the centre.
    let unit = side / 12.0;
    let stroke = Stroke::new((1.4 * unit).max(1.2), colour);
    let at = |x: f32, y: f32| pos2(centre.x + x * unit, centre.y + y * unit);
    let path = |points: &[(f32, f32)]| {
        let points = points.iter().map(|(x, y)| at(*x, *y)).collect();
        painter.add(Shape::line(points, stroke));
    };
    let arc = |radius: f32, from: f32, to: f32| -> Vec<(f32, f32)> {
        let step = |i: u8| {
            let turn = from + (to - from) * f32::from(i) / 16.0;
            (radius * turn.cos(), radius * turn.sin())
        };
        (0..=16).map(step).collect()
    };
    match kind {
        IconKind::Lock | IconKind::Unlock => {
            let body = Rect::from_min_max(at(-4.5, -0.5), at(4.5, 5.5));
            painter.rect_filled(body, unit, colour);
            if kind == IconKind::Lock {
                path(&[(-2.8, -0.5), (-2.8, -3.0), (-1.8, -4.8)]);
                path(&[(-1.8, -4.8), (0.0, -5.4), (1.8, -4.8), (2.8, -3.0), (2.8, -0.5)]);
            } else {
                path(&[(-2.8, -0.5), (-2.8, -3.0), (-1.8, -5.0), (0.0, -5.6)]);
                path(&[(0.0, -5.6), (1.8, -5.0), (2.6, -3.6)]);
            }
        }
        IconKind::Solo => {
            painter.circle_stroke(centre, 5.0 * unit, stroke);
            painter.circle_filled(centre, 2.2 * unit, colour);
        }
        IconKind::Reset => {
            path(&arc(4.6, -2.4, 2.6));
            path(&[(-3.6, -6.0), (-3.4, -3.0), (-0.4, -3.0)]);
        }
        IconKind::Pin => {
            painter.circle_filled(at(0.0, -3.0), 2.8 * unit, colour);
            path(&[(0.0, -0.5), (0.0, 5.5)]);
        }
        IconKind::Warning => {
            let corners = vec![at(0.0, -5.2), at(5.6, 4.8), at(-5.6, 4.8)];
            painter.add(Shape::closed_line(corners, stroke));
            path(&[(0.0, -1.8), (0.0, 1.6)]);
            painter.circle_filled(at(0.0, 3.2), 0.9 * unit, colour);
        }
        IconKind::ArrowLeft => {
            path(&[(5.0, 0.0), (-4.5, 0.0)]);
            path(&[(-0.8, -3.8), (-4.6, 0.0), (-0.8, 3.8)]);
        }
        IconKind::ArrowRight => {
            path(&[(-5.0, 0.0), (4.5, 0.0)]);
            path(&[(0.8, -3.8), (4.6, 0.0), (0.8, 3.8)]);
        }
        IconKind::ArrowUp => {
            path(&[(0.0, 5.0), (0.0, -4.5)]);
            path(&[(-3.8, -0.8), (0.0, -4.6), (3.8, -0.8)]);
        }
        IconKind::ArrowDown => {
            path(&[(0.0, -5.0), (0.0, 4.5)]);
            path(&[(-3.8, 0.8), (0.0, 4.6), (3.8, 0.8)]);
        }
        IconKind::Add => {
            path(&[(0.0, -4.5), (0.0, 4.5)]);
            path(&[(-4.5, 0.0), (4.5, 0.0)]);
        }
        IconKind::Remove => {
            path(&[(-3.6, -3.6), (3.6, 3.6)]);
            path(&[(-3.6, 3.6), (3.6, -3.6)]);
        }
        IconKind::Check => path(&[(-4.8, 0.4), (-1.4, 3.8), (4.8, -3.8)]),
        IconKind::Empty => {
            let sheet = Rect::from_min_max(at(-4.2, -5.4), at(4.2, 5.4));
            painter.rect_stroke(sheet, unit, stroke, StrokeKind::Middle);
            path(&[(-2.0, -2.2), (2.0, -2.2)]);
            path(&[(-2.0, 0.4), (0.8, 0.4)]);
        }
        IconKind::Working => {
            painter.circle_stroke(centre, 5.0 * unit, stroke);
            path(&[(0.0, -2.8), (0.0, 0.2), (2.2, 1.6)]);
        }
    }
}
