//! A view that cannot show what it is for: it says why, and what comes next.

use super::{IconKind, paint_icon};
use crate::ui::theme::{Tokens, tokens::GRID};
use eframe::egui::{Align, Label, RichText, Sense, Ui, vec2};

/// Why a view has nothing to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// Nothing is there yet.
    Empty,
    /// It is being worked out.
    Working,
    /// It could not be worked out.
    Failed,
    /// What is shown belongs to an older state.
    Stale,
}

impl Condition {
    fn icon(self) -> IconKind {
        match self {
            Self::Empty => IconKind::Empty,
            Self::Working => IconKind::Working,
            Self::Failed => IconKind::Warning,
            Self::Stale => IconKind::Reset,
        }
    }
}

/// Draws words for a view without content and, if given, a button; true if the
/// button was pressed.
pub fn empty_ui(ui: &mut Ui, tokens: &Tokens, words: &str, action: Option<&str>) -> bool {
    condition_ui(ui, tokens, Condition::Empty, words, action)
}

/// Draws a condition with its words and, if given, a button for the next step;
/// true if the button was pressed.
pub fn condition_ui(
    ui: &mut Ui,
    tokens: &Tokens,
    condition: Condition,
    words: &str,
    action: Option<&str>,
) -> bool {
    let mut pressed = false;
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.2).min(20.0 * GRID));
        let (rect, _) = ui.allocate_exact_size(vec2(8.0 * GRID, 8.0 * GRID), Sense::hover());
        let failed = condition == Condition::Failed;
        let colour = if failed { tokens.warning } else { tokens.text_weak };
        paint_icon(ui.painter(), condition.icon(), rect.center(), 6.0 * GRID, colour);
        ui.add_space(GRID);
        let width = (ui.available_width() - 4.0 * GRID).clamp(10.0, 90.0 * GRID);
        ui.scope(|ui| {
            ui.set_max_width(width);
            let colour = if failed { tokens.text } else { tokens.text_weak };
            let label = Label::new(RichText::new(words).color(colour)).wrap();
            // The lines of a list begin under each other.
            let is_list = words.contains('\n');
            ui.add(label.halign(if is_list { Align::Min } else { Align::Center }));
        });
        if let Some(action) = action {
            ui.add_space(2.0 * GRID);
            pressed = ui.button(action).clicked();
        }
    });
    pressed
}
