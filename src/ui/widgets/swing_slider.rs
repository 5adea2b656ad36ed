//! A slider from 0 to 100 with a field for the number beside it.

use super::name;
use crate::texts::Texts;
use crate::ui::theme::{Tokens, tokens::GRID};
use eframe::egui::{
    DragValue, Response, Slider, SliderClamping, Stroke, Ui, WidgetInfo, accesskit::Role, lerp,
    pos2,
};

/// Radius of the handle.
const HANDLE_RADIUS: f32 = 6.5;
/// Width of the field for the number.
const FIELD_WIDTH: f32 = 12.0 * GRID;

/// What a person did to a slider in this frame.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SwingMoved {
    /// The value is another one.
    pub changed: bool,
    /// A drag has begun: changes until it stops are one step.
    pub drag_started: bool,
    /// The change is part of a drag.
    pub dragging: bool,
    /// The drag has ended.
    pub drag_stopped: bool,
}

/// Draws slider and number field under one name.
///
/// Arrow keys move the slider by 1; the number takes decimals in the
/// language's own notation.
pub fn swing_slider(
    ui: &mut Ui,
    tokens: &Tokens,
    words: &str,
    value: &mut f64,
    enabled: bool,
    texts: &Texts,
) -> SwingMoved {
    let before = *value;
    let mut moved = SwingMoved::default();
    ui.add_enabled_ui(enabled, |ui| {
        ui.horizontal(|ui| {
            let gap = ui.spacing().item_spacing.x;
            let room = ui.available_width() - FIELD_WIDTH - gap - 1.0;
            let slider = ui.scope(|ui| rail_ui(ui, tokens, value, room.max(10.0 * GRID))).inner;
            let (number, enabled) = (*value, slider.enabled());
            slider.widget_info(|| WidgetInfo::slider(enabled, number, words));
            let field = DragValue::new(&mut *value)
                .range(0.0..=100.0)
                .max_decimals(1)
                .speed(0.5)
                .custom_formatter(|number, _| texts.exact_number((number * 10.0).round() / 10.0))
                .custom_parser(Texts::parse_number);
            let field = ui.add_sized([FIELD_WIDTH, tokens.row_height - 4.0], field);
            name(&field, Role::SpinButton, words);
            moved.drag_started = slider.drag_started() || field.drag_started();
            moved.dragging = slider.dragged() || field.dragged();
            moved.drag_stopped = slider.drag_stopped() || field.drag_stopped();
        });
    });
    moved.changed = *value != before;
    moved
}

/// A thin rail filled with the accent, and a handle that stands out from both.
fn rail_ui(ui: &mut Ui, tokens: &Tokens, value: &mut f64, width: f32) -> Response {
    let spacing = ui.spacing_mut();
    spacing.slider_width = width;
    spacing.interact_size.y = HANDLE_RADIUS * 2.5;
    let visuals = ui.visuals_mut();
    visuals.selection.bg_fill = tokens.accent;
    visuals.widgets.inactive.bg_fill = tokens.line;
    // Only what a person does is rounded to steps; drawing leaves 71.5 as it is.
    let slider = Slider::new(&mut *value, 0.0..=100.0)
        .show_value(false)
        .step_by(1.0)
        .clamping(SliderClamping::Edits);
    let response = ui.add(slider.trailing_fill(true));
    // egui gives rail and handle one colour; the handle is drawn over its own.
    let radius = response.rect.height() / 2.5;
    let range = response.rect.x_range().shrink(radius);
    let x = lerp(range.min..=range.max, (*value / 100.0).clamp(0.0, 1.0) as f32);
    let centre = pos2(x, response.rect.center().y);
    let fill = match (response.dragged(), response.hovered()) {
        (true, _) => tokens.accent,
        (false, true) => tokens.selection,
        (false, false) => tokens.field,
    };
    let painter = ui.painter();
    painter.circle_filled(centre, radius + 1.0, tokens.accent);
    painter.circle_filled(centre, radius - 1.0, fill);
    if response.has_focus() {
        painter.circle_filled(centre, radius - 4.0, tokens.accent);
        painter.circle_stroke(centre, radius + 3.0, Stroke::new(1.5, tokens.accent));
    }
    response
}
