//! The field in which one cell is edited.

use super::cursor::Go;
use crate::ui::theme::Tokens;
use crate::ui::widgets::name;
use eframe::egui::{
    Area, Button, Frame, Id, Key, Modifiers, Order, Rect, Response, RichText, ScrollArea, TextEdit,
    Ui, accesskit::Role, text::CCursor, text::CCursorRange,
};

/// Height of the list of words that may be chosen, at most.
const CHOICES_HEIGHT: f32 = 240.0;

/// The field's id: there is one at a time.
pub fn field_id() -> Id {
    Id::unique("sheet cell")
}

/// What is being typed into a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// The text so far.
    pub text: String,
    /// Why it could not be entered.
    pub wrong: Option<String>,
    /// The field has not been drawn yet.
    is_fresh: bool,
    /// Typing went on from a letter, so that arrows leave the cell as in a spreadsheet.
    from_letter: bool,
}

/// What becomes of what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is still being typed.
    Typing,
    /// Nothing: the cell stays as it was.
    Dropped,
    /// It goes into the cell, and the cursor goes on.
    Entered(Option<Go>),
    /// It goes into all selected cells.
    EnteredInAll,
}

impl Draft {
    /// Editing that begins with what stands in the cell.
    pub fn of(text: String) -> Self {
        Self { text, is_fresh: true, ..Self::default() }
    }

    /// Editing that begins with letters instead of what stands in the cell.
    pub fn typed(letters: String) -> Self {
        Self { text: letters, is_fresh: true, from_letter: true, wrong: None }
    }

    /// Draws the field over its cell, and below it the words that may be chosen.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        tokens: &Tokens,
        cell: Rect,
        words: &str,
        choices: Option<&[String]>,
    ) -> Outcome {
        if let Some(choices) = choices {
            self.walk_choices(ui, choices);
        }
        let outcome = self.keys(ui);
        let field = self.field_ui(ui, tokens, cell, words);
        let (over, chosen) = match choices {
            Some(choices) => self.choices_ui(ui, tokens, cell, choices),
            None => (false, false),
        };
        if let Some(why) = &self.wrong {
            field.show_tooltip_text(RichText::new(why.as_str()).color(tokens.error));
        }
        let left = (field.lost_focus() || !field.has_focus()) && !over;
        match outcome {
            Outcome::Typing if chosen => Outcome::Entered(None),
            // What cannot be entered stays until it can, or is dropped.
            Outcome::Typing if left && self.wrong.is_none() => Outcome::Entered(None),
            outcome => outcome,
        }
    }

    fn keys(&self, ui: &Ui) -> Outcome {
        ui.input_mut(|input| {
            let mut pressed = |modifiers, key| input.consume_key(modifiers, key);
            if pressed(Modifiers::NONE, Key::Escape) {
                Outcome::Dropped
            } else if pressed(Modifiers::COMMAND, Key::Enter) {
                Outcome::EnteredInAll
            } else if pressed(Modifiers::SHIFT, Key::Enter) {
                Outcome::Entered(Some(Go::By(-1, 0)))
            } else if pressed(Modifiers::NONE, Key::Enter) {
                Outcome::Entered(Some(Go::By(1, 0)))
            } else if pressed(Modifiers::SHIFT, Key::Tab) {
                Outcome::Entered(Some(Go::Next(false)))
            } else if pressed(Modifiers::NONE, Key::Tab) {
                Outcome::Entered(Some(Go::Next(true)))
            } else if self.from_letter && pressed(Modifiers::NONE, Key::ArrowDown) {
                Outcome::Entered(Some(Go::By(1, 0)))
            } else if self.from_letter && pressed(Modifiers::NONE, Key::ArrowUp) {
                Outcome::Entered(Some(Go::By(-1, 0)))
            } else {
                Outcome::Typing
            }
        })
    }

    /// The arrows go through the words that may be chosen.
    fn walk_choices(&mut self, ui: &Ui, choices: &[String]) {
        let (up, down) = ui.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::ArrowDown),
            )
        });
        let at = choices.iter().position(|choice| *choice == self.text);
        let to = match (up, down, at) {
            (false, false, _) => return,
            (_, true, Some(at)) => at + 1,
            (true, _, Some(at)) => at.saturating_sub(1),
            // From what is half typed to the first that begins so.
            _ => {
                let typed = self.text.to_lowercase();
                let begins = |choice: &String| choice.to_lowercase().starts_with(&typed);
                choices.iter().position(begins).unwrap_or(0)
            }
        };
        if let Some(choice) = choices.get(to.min(choices.len().saturating_sub(1))) {
            self.text.clone_from(choice);
            self.wrong = None;
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, tokens: &Tokens, cell: Rect, words: &str) -> Response {
        let field = TextEdit::singleline(&mut self.text).lock_focus(true).id(field_id());
        let field = if self.wrong.is_some() { field.text_color(tokens.error) } else { field };
        let field = ui.put(cell, field);
        name(&field, Role::TextInput, words);
        if std::mem::take(&mut self.is_fresh) {
            field.request_focus();
            let end = CCursor::new(self.text.chars().count());
            let begin = if self.from_letter { end } else { CCursor::new(0) };
            let mut state = TextEdit::load_state(ui.ctx(), field.id).unwrap_or_default();
            state.cursor.set_char_range(Some(CCursorRange::two(begin, end)));
            state.store(ui.ctx(), field.id);
        } else if field.changed() {
            self.wrong = None;
        }
        field
    }

    /// The words that may be chosen: whether the pointer is over them, and whether one
    /// was taken.
    fn choices_ui(
        &mut self,
        ui: &mut Ui,
        tokens: &Tokens,
        cell: Rect,
        choices: &[String],
    ) -> (bool, bool) {
        let mut chosen = false;
        let area = Area::new(Id::unique("sheet choices"))
            .order(Order::Foreground)
            .fixed_pos(cell.left_bottom())
            .constrain(true);
        let area = area.show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_min_width(cell.width().max(120.0));
                ScrollArea::vertical().max_height(CHOICES_HEIGHT).show(ui, |ui| {
                    for choice in choices {
                        let button = Button::selectable(*choice == self.text, choice.as_str());
                        let button = button.min_size([0.0, tokens.row_height].into());
                        if ui.add(button).clicked() {
                            self.text.clone_from(choice);
                            chosen = true;
                        }
                    }
                });
            });
        });
        (area.response.contains_pointer(), chosen)
    }
}
