//! A number that is edited where it stands.

use super::cell::Cell;
use crate::texts::Texts;
use crate::ui::theme::{Tokens, tokens::GRID};
use eframe::egui::Ui;

/// Edits a number; `Some(None)` if it was emptied.
///
/// Spaces between thousands and either decimal mark are understood.
pub fn number_cell(
    ui: &mut Ui,
    tokens: &Tokens,
    words: &str,
    present: Option<f64>,
    texts: &Texts,
) -> Option<Option<f64>> {
    let start = present.map_or_else(String::new, |number| texts.exact_number(number));
    let cell = Cell {
        words,
        shown: if present.is_some() { &start } else { "–" },
        start: &start,
        width: 16.0 * GRID,
        sentence: &|| texts.get("cell-wrong"),
    };
    let entered = cell.ui(ui, tokens, |text| {
        if text.trim().is_empty() { Some(None) } else { Texts::parse_number(text).map(Some) }
    })?;
    // What is shown may be rounded: leaving it as it is changes nothing.
    let shown_again = entered.map_or_else(String::new, |number| texts.exact_number(number));
    (shown_again != start).then_some(entered)
}
