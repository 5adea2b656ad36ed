//! A view with nothing in it: what belongs here, and the next step.

use crate::ui::theme::Tokens;
use eframe::egui::{Label, RichText, Ui};

/// Draws words and, if given, a button; true if the button was pressed.
pub fn empty_ui(ui: &mut Ui, tokens: &Tokens, words: &str, action: Option<&str>) -> bool {
    let mut pressed = false;
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.2).min(80.0));
        ui.set_max_width(ui.available_width().min(460.0));
        ui.add(Label::new(RichText::new(words).color(tokens.text_weak)).wrap());
        if let Some(action) = action {
            ui.add_space(8.0);
            pressed = ui.button(action).clicked();
        }
    });
    pressed
}
