//! Our few widgets, one in each file. Views are built from them, so that
//! everything aligns and has a name by construction.
//!
//! Each takes its colours and sizes from [`super::theme::Tokens`], its
//! name for screen readers and tests from the caller, and works by keyboard.

mod badge;
mod cell;
mod combo;
mod contribution_bar;
mod elided;
mod empty;
mod gauge;
mod icon;
mod number_cell;
mod rank_move;
mod section;
mod swatch;
mod swing_slider;
mod tabs;
mod text_cell;

pub use badge::{kind_badge, kind_shape, kind_word_badge};
pub use cell::forget_drafts;
pub use combo::{named_combo, wide_combo};
pub use contribution_bar::{Segment, contribution_bar};
pub use elided::{elided, elided_lines, text_width, whole_on_hover};
pub use empty::{Condition, condition_ui, empty_ui};
pub use gauge::{gauge, gauge_with};
pub use icon::{IconKind, icon_button, icon_toggle, paint_icon};
pub use number_cell::number_cell;
pub use rank_move::rank_move;
pub use section::section;
pub use swatch::{fill_category, swatch};
pub use swing_slider::{SwingMoved, swing_slider};
pub use tabs::{hinted_tabs, tabs};
pub use text_cell::text_cell;

use super::theme::{Tokens, tokens::ROUNDING};
use eframe::egui::{
    CornerRadius, Painter, Rect, Response, StrokeKind, WidgetInfo, accesskit::Role,
};

/// Gives a widget a name for screen readers and tests.
pub fn name(response: &Response, role: Role, words: &str) {
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::labeled(role, enabled, words));
}

/// Draws the ring around what has the keyboard.
fn focus_ring(painter: &Painter, tokens: &Tokens, rect: Rect, response: &Response) {
    if response.has_focus() {
        let rounded = CornerRadius::same(ROUNDING);
        painter.rect_stroke(rect, rounded, tokens.focus_ring(), StrokeKind::Inside);
    }
}
