//! Our few widgets, one in each file. Views are built from them, so that
//! everything aligns and has a name by construction.

mod cells;
mod contribution_bar;
mod elided;
mod empty;
mod gauge;
mod icon;
mod marks;
mod swing_slider;

pub use cells::{number_cell, text_cell};
pub use contribution_bar::{Segment, contribution_bar};
pub use elided::elided;
pub use empty::empty_ui;
pub use gauge::gauge;
pub use icon::{IconKind, icon_toggle};
pub use marks::{kind_badge, kind_shape, rank_move};
pub use swing_slider::{SwingMoved, swing_slider};

use eframe::egui::{Response, WidgetInfo, accesskit::Role};

/// Gives a widget a name for screen readers and tests.
pub fn name(response: &Response, role: Role, words: &str) {
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::labeled(role, enabled, words));
}
