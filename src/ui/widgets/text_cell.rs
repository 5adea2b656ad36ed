//! A line of text that is edited where it stands.

use super::cell::Cell;
use crate::ui::theme::{Tokens, tokens::GRID};
use eframe::egui::Ui;

/// Edits a line of text; blanks around it are left out.
pub fn text_cell(ui: &mut Ui, tokens: &Tokens, words: &str, present: &str) -> Option<String> {
    let cell = Cell {
        words,
        shown: if present.is_empty() { "–" } else { present },
        start: present,
        width: (ui.available_width() - 2.0 * GRID).max(15.0 * GRID),
        // Every line of text is understood.
        sentence: &String::new,
    };
    let entered = cell.ui(ui, tokens, |text| Some(text.trim().to_owned()))?;
    (entered != present).then_some(entered)
}
