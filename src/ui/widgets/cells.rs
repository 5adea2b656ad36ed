//! Values that are edited where they stand.
//!
//! A cell shows its value as text. A click, Enter or F2 turns it into a field;
//! Enter or leaving it takes the new value, Escape the old one. What cannot be
//! understood stays in the field until it can.

use super::name;
use crate::texts::Texts;
use crate::ui::theme::Tokens;
use eframe::egui::{Align, Button, Id, Key, Layout, Stroke, TextEdit, Ui, accesskit::Role};

/// What is being typed into a cell.
#[derive(Debug, Clone, Default)]
struct Draft {
    text: String,
    fresh: bool,
    wrong: bool,
}

/// Edits a number; `Some(None)` if it was emptied.
pub fn number_cell(
    ui: &mut Ui,
    tokens: &Tokens,
    words: &str,
    present: Option<f64>,
    texts: &Texts,
) -> Option<Option<f64>> {
    let shown = present.map_or_else(|| "–".to_owned(), |number| texts.exact_number(number));
    let start = present.map_or_else(String::new, |number| texts.exact_number(number));
    let understood = |text: &str| {
        if text.trim().is_empty() { Some(None) } else { Texts::parse_number(text).map(Some) }
    };
    let entered = cell(ui, tokens, words, &shown, &start, 64.0, &understood, texts)?;
    (entered != present).then_some(entered)
}

/// Edits a line of text.
pub fn text_cell(ui: &mut Ui, tokens: &Tokens, words: &str, present: &str) -> Option<String> {
    let shown = if present.is_empty() { "–" } else { present };
    let texts = Texts::new("en");
    let understood = |text: &str| Some(text.trim().to_owned());
    let width = (ui.available_width() - 8.0).max(60.0);
    let entered = cell(ui, tokens, words, shown, present, width, &understood, &texts)?;
    (entered != present).then_some(entered)
}

#[expect(clippy::too_many_arguments, reason = "private, and called from the two functions above")]
fn cell<T>(
    ui: &mut Ui,
    tokens: &Tokens,
    words: &str,
    shown: &str,
    start: &str,
    width: f32,
    understood: &dyn Fn(&str) -> Option<T>,
    texts: &Texts,
) -> Option<T> {
    let id = ui.make_persistent_id(("cell", words));
    match ui.data(|data| data.get_temp::<Draft>(id)) {
        Some(draft) => edit(ui, tokens, id, words, draft, width, understood, texts),
        None => {
            let button = ui.add(Button::new(shown).frame(false).truncate());
            name(&button, Role::Button, &format!("{words}: {shown}"));
            if button.hovered() || button.has_focus() {
                let rect = button.rect.expand2(eframe::egui::vec2(2.0, 0.0));
                let line = Stroke::new(1.0, tokens.text_weak);
                ui.painter().hline(rect.x_range(), rect.bottom(), line);
            }
            let by_key = button.has_focus() && ui.input(|input| input.key_pressed(Key::F2));
            if button.clicked() || by_key {
                let draft = Draft { text: start.to_owned(), fresh: true, wrong: false };
                ui.data_mut(|data| data.insert_temp(id, draft));
                ui.ctx().request_discard("a cell became a field");
            }
            None
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "private, and called from the function above")]
fn edit<T>(
    ui: &mut Ui,
    tokens: &Tokens,
    id: Id,
    words: &str,
    mut draft: Draft,
    width: f32,
    understood: &dyn Fn(&str) -> Option<T>,
    texts: &Texts,
) -> Option<T> {
    let field = TextEdit::singleline(&mut draft.text).desired_width(width);
    let field = if draft.wrong { field.text_color(tokens.error) } else { field };
    let field = ui
        .with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(field.id(id.with("field"))))
        .inner;
    let (text, enabled) = (draft.text.clone(), field.enabled());
    field.widget_info(|| {
        let mut info = eframe::egui::WidgetInfo::labeled(Role::TextInput, enabled, words);
        info.current_text_value = Some(text.clone());
        info
    });
    if std::mem::take(&mut draft.fresh) {
        field.request_focus();
        let whole = eframe::egui::text::CCursorRange::select_all(&ui.fonts_mut(|fonts| {
            let font = eframe::egui::FontId::proportional(13.0);
            fonts.layout_no_wrap(draft.text.clone(), font, tokens.text)
        }));
        let mut state = TextEdit::load_state(ui.ctx(), field.id).unwrap_or_default();
        state.cursor.set_char_range(Some(whole));
        state.store(ui.ctx(), field.id);
    }
    if draft.wrong {
        field.clone().on_hover_text(texts.get("cell-wrong"));
    }
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.data_mut(|data| data.remove_temp::<Draft>(id));
        return None;
    }
    if field.lost_focus() {
        match understood(&draft.text) {
            Some(value) => {
                ui.data_mut(|data| data.remove_temp::<Draft>(id));
                return Some(value);
            }
            None => draft.wrong = true,
        }
    }
    ui.data_mut(|data| data.insert_temp(id, draft));
    None
}
