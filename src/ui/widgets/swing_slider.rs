//! A slider from 0 to 100 with a field for the number beside it.

use super::name;
use crate::ui::theme::Tokens;
use eframe::egui::{DragValue, Slider, Ui, accesskit::Role};

/// What a person did to a slider in this frame.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SwingMoved {
    /// The value is another one.
    pub changed: bool,
    /// A drag has begun: changes until the next begin are one step.
    pub drag_started: bool,
    /// The change is part of a drag.
    pub dragging: bool,
}

/// Draws slider and number field under one name.
pub fn swing_slider(
    ui: &mut Ui,
    _tokens: &Tokens,
    words: &str,
    value: &mut f64,
    enabled: bool,
) -> SwingMoved {
    let before = *value;
    let mut moved = SwingMoved::default();
    ui.add_enabled_ui(enabled, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().slider_width = (ui.available_width() - 72.0).max(40.0);
            let slider =
                Slider::new(value, 0.0..=100.0).show_value(false).step_by(1.0).trailing_fill(true);
            let slider = ui.add(slider);
            let (number, enabled) = (*value, slider.enabled());
            slider.widget_info(|| eframe::egui::WidgetInfo::slider(enabled, number, words));
            let field = DragValue::new(value).range(0.0..=100.0).max_decimals(1).speed(0.5);
            let field = ui.add_sized([44.0, 20.0], field);
            name(&field, Role::SpinButton, words);
            moved.drag_started = slider.drag_started() || field.drag_started();
            moved.dragging = slider.dragged() || field.dragged();
        });
    });
    moved.changed = *value != before;
    moved
}
