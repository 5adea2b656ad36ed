//! A choice that has a name beside what is chosen.

use eframe::egui::{self, Ui, WidgetInfo, accesskit::Role};

/// A box with what is chosen, which opens a list; `name` is what it chooses.
pub fn named_combo<R>(
    ui: &mut Ui,
    salt: &str,
    name: &str,
    shown: String,
    content: impl FnOnce(&mut Ui) -> R,
) {
    wide_combo(ui, salt, name, shown, 96.0, content);
}

/// The same, so wide.
pub fn wide_combo<R>(
    ui: &mut Ui,
    salt: &str,
    name: &str,
    shown: String,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) {
    let combo = egui::ComboBox::from_id_salt(salt).selected_text(shown).width(width).truncate();
    let combo = combo.show_ui(ui, content);
    let hover = combo.response.on_hover_text(name);
    hover.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, name));
}
