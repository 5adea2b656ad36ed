//! What [`number_cell`](super::number_cell) and [`text_cell`](super::text_cell)
//! share: a value that is edited where it stands.
//!
//! A cell shows its value as text. A click, Enter or F2 turns it into a field;
//! Enter or leaving it takes the new value, Escape the old one. What cannot be
//! understood stays in the field, with a sentence, until it can.

use super::{name, whole_on_hover};
use crate::ui::theme::{Tokens, tokens::TEXT};
use eframe::egui::{
    Align, Button, Context, FontId, Id, Key, Layout, Response, RichText, Stroke, TextEdit, Ui,
    WidgetInfo,
    accesskit::{Invalid, Role},
    text::CCursorRange,
    vec2,
};

/// What is being typed into a cell.
#[derive(Debug, Clone, Default)]
struct Draft {
    text: String,
    /// The field has not been drawn yet.
    is_fresh: bool,
    /// What was typed last could not be understood.
    is_wrong: bool,
}

/// A cell before it is drawn.
pub struct Cell<'a> {
    /// Its name.
    pub words: &'a str,
    /// What it shows.
    pub shown: &'a str,
    /// What the field begins with.
    pub start: &'a str,
    /// Width of the field.
    pub width: f32,
    /// Said of what cannot be understood.
    pub sentence: &'a dyn Fn() -> String,
}

impl Cell<'_> {
    /// Draws the cell; returns what was entered and `understood`.
    pub fn ui<T>(
        &self,
        ui: &mut Ui,
        tokens: &Tokens,
        understood: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let id = ui.make_persistent_id(("cell", self.words));
        match ui.data(|data| data.get_temp::<Draft>(id)) {
            Some(draft) => self.field_ui(ui, tokens, id, draft, understood),
            None => {
                self.rest_ui(ui, tokens, id);
                None
            }
        }
    }

    fn rest_ui(&self, ui: &mut Ui, tokens: &Tokens, id: Id) {
        let button = ui.add(Button::new(self.shown).frame(false).truncate());
        let button = whole_on_hover(button, self.shown);
        name(&button, Role::Button, &format!("{}: {}", self.words, self.shown));
        // Whoever has edited by keyboard goes on from here.
        if ui.data_mut(|data| data.remove_temp::<bool>(id)).is_some() {
            button.request_focus();
        }
        if button.hovered() || button.has_focus() {
            let rect = button.rect.expand2(vec2(2.0, 0.0));
            let line = if button.has_focus() {
                tokens.focus_ring()
            } else {
                Stroke::new(1.0, tokens.text_weak)
            };
            ui.painter().hline(rect.x_range(), rect.bottom(), line);
        }
        let by_key = button.has_focus() && ui.input(|input| input.key_pressed(Key::F2));
        if button.clicked() || by_key {
            let draft = Draft { text: self.start.to_owned(), is_fresh: true, is_wrong: false };
            ui.data_mut(|data| data.insert_temp(id, draft));
            ui.ctx().request_discard("a cell became a field");
        }
    }

    fn field_ui<T>(
        &self,
        ui: &mut Ui,
        tokens: &Tokens,
        id: Id,
        mut draft: Draft,
        understood: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let field = TextEdit::singleline(&mut draft.text).desired_width(self.width);
        let field = if draft.is_wrong { field.text_color(tokens.error) } else { field };
        // In a cell that is laid out from the right the text still begins at the left.
        let layout = Layout::left_to_right(Align::Center);
        let field = ui.with_layout(layout, |ui| ui.add(field.id(id.with("field")))).inner;
        self.describe(&field, &draft);
        if std::mem::take(&mut draft.is_fresh) {
            field.request_focus();
            select_all(ui, tokens, field.id, &draft.text);
        }
        if field.changed() {
            draft.is_wrong = false;
        }
        let (escaped, entered) =
            ui.input(|input| (input.key_pressed(Key::Escape), input.key_pressed(Key::Enter)));
        if escaped && (field.has_focus() || field.lost_focus()) {
            close(ui, id, true);
            return None;
        }
        // A field that was out of sight when it lost the keyboard gives its value on return.
        if field.lost_focus() || !field.has_focus() {
            if let Some(value) = understood(&draft.text) {
                close(ui, id, entered);
                return Some(value);
            }
            draft.is_wrong = true;
            if entered {
                field.request_focus();
            }
        }
        if draft.is_wrong {
            let sentence = (self.sentence)();
            let said = RichText::new(sentence.as_str()).color(tokens.error);
            field.show_tooltip_text(said);
        }
        ui.data_mut(|data| data.insert_temp(id, draft));
        None
    }

    fn describe(&self, field: &Response, draft: &Draft) {
        let enabled = field.enabled();
        field.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::TextInput, enabled, self.words);
            info.current_text_value = Some(draft.text.clone());
            info
        });
        if draft.is_wrong {
            field.ctx.accesskit_node_builder(field.id, |node| {
                node.set_invalid(Invalid::True);
                node.set_description((self.sentence)());
            });
        }
    }
}

/// Forgets what stands half typed in cells, as another document comes: its cells may
/// have the same names.
pub fn forget_drafts(ctx: &Context) {
    ctx.data_mut(|data| data.remove_by_type::<Draft>());
}

/// Ends the editing; with `stay` the keyboard stays on the cell.
fn close(ui: &Ui, id: Id, stay: bool) {
    ui.data_mut(|data| {
        data.remove_temp::<Draft>(id);
        if stay {
            data.insert_temp(id, true);
        }
    });
    ui.ctx().request_discard("a field became a cell");
}

fn select_all(ui: &Ui, tokens: &Tokens, field: Id, text: &str) {
    let galley = ui.fonts_mut(|fonts| {
        fonts.layout_no_wrap(text.to_owned(), FontId::proportional(TEXT), tokens.text)
    });
    let mut state = TextEdit::load_state(ui.ctx(), field).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::select_all(&galley)));
    state.store(ui.ctx(), field);
}
