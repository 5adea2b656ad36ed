//! The line above the table: what is known of the cell with the cursor, or what the
//! selected numbers add up to, and a field for all selected cells.

use super::asking::fill;
use super::cursor::{Cursor, Spot};
use super::{State, Table};
use crate::app::sheet::{Content, Field, content, shown};
use crate::model::{Measure::Number, Source};
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::widgets::{name, text_width};
use crate::ui::words::source_key;
use eframe::egui::{self, Align, Layout, RichText, TextEdit, Ui, accesskit::Role};

/// State of the scenario, of the rows, the selection, language.
pub type SumsKey = (u64, u64, Cursor, &'static str);

/// What is known of the cell with the cursor, and a field for all selected cells.
pub fn detail_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, table: &Table<'_>) {
    let texts = scene.texts;
    ui.horizontal(|ui| {
        let count = state.cursor.count();
        let args = [("count", Arg::from(count as f64))];
        let (hint, button) = (texts.with("sheet-fill", &args), texts.get("sheet-fill-enter"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let ready = !state.fill.trim().is_empty();
            let pressed = ui.add_enabled(ready, egui::Button::new(button)).clicked();
            let width = (text_width(ui, &hint) + 16.0).clamp(120.0, 260.0);
            let field = TextEdit::singleline(&mut state.fill).hint_text(&hint).desired_width(width);
            let field = ui.add(field);
            name(&field, Role::TextInput, &texts.get("sheet-fill-name"));
            let field = field.on_hover_text(texts.get("sheet-fill-hint"));
            let entered =
                field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if ready && (pressed || entered) {
                let text = std::mem::take(&mut state.fill);
                fill(scene, table, &state.cursor, &text);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = if count > 1 {
                    sums_now(scene, state, table)
                } else {
                    cell_words(scene, state.cursor.at, table)
                };
                ui.add(egui::Label::new(RichText::new(&words).weak()).truncate())
                    .on_hover_text(words);
            });
        });
    });
}

/// What the selected numbers add up to, worked out anew only when that may differ.
fn sums_now(scene: &Scene<'_>, state: &mut State, table: &Table<'_>) -> String {
    let (generation, language) = (scene.snapshot.generation, scene.texts.language());
    let key = (generation, state.round, state.cursor, language);
    if state.sums.as_ref().is_none_or(|(made_from, _)| *made_from != key) {
        let words = sums_words(&state.cursor, table, scene);
        state.sums = Some((key, words));
    }
    state.sums.as_ref().map(|(_, words)| words.clone()).unwrap_or_default()
}

/// Whose cell it is, what it holds, its range, its source and its note.
fn cell_words(scene: &Scene<'_>, at: Spot, table: &Table<'_>) -> String {
    let Some((item, field)) = table.cell(at) else { return String::new() };
    let (scenario, texts) = (&scene.snapshot.scenario, scene.texts);
    let of = field.of(scene.item_name(item), scenario, texts);
    let held = content(scene.snapshot, item, field, texts);
    let held = shown(&held, field.is_result(scenario), texts);
    let mut parts = vec![format!("{of}: {}", if held.is_empty() { "–" } else { &held })];
    if let Field::Score(criterion) = field
        && let Some(criterion) = scenario.criteria.get(criterion)
        && let Some(score) = scenario.items[item].scores.get(&criterion.id)
    {
        if let (Some(Number(low)), Some(Number(high))) = (&score.low, &score.high) {
            let (low, high) = (texts.exact_number(*low), texts.exact_number(*high));
            let args = [("low", Arg::from(low.as_str())), ("high", Arg::from(high.as_str()))];
            parts.push(texts.with("sheet-range", &args));
        }
        let source = |source: Source| texts.get(source_key(source)).to_lowercase();
        parts.extend(score.source.map(source));
        parts.extend(score.note.clone());
    }
    parts.join(" · ")
}

/// Says how many cells are selected and what their numbers add up to.
fn sums_words(cursor: &Cursor, table: &Table<'_>, scene: &Scene<'_>) -> String {
    let texts = scene.texts;
    let (first, last) = (cursor.first(), cursor.last());
    let mut numbers = Vec::new();
    for &item in table.items.iter().take(last.0 + 1).skip(first.0) {
        for &field in table.fields.iter().take(last.1 + 1).skip(first.1) {
            if let Content::Number(number) = content(scene.snapshot, item, field, texts) {
                numbers.push(number);
            }
        }
    }
    let count = ("count", Arg::from(cursor.count() as f64));
    if numbers.is_empty() {
        return texts.with("sheet-cells", &[count]);
    }
    let sum: f64 = numbers.iter().sum();
    let mean = sum / numbers.len() as f64;
    let rounded = |number: f64| texts.exact_number((number * 100.0).round() / 100.0);
    let args = [
        count,
        ("numbers", Arg::from(numbers.len() as f64)),
        ("sum", Arg::from(rounded(sum).as_str())),
        ("mean", Arg::from(rounded(mean).as_str())),
    ];
    texts.with("sheet-sums", &args)
}
