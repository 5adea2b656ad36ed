//! All items and all that is entered about them, as a spreadsheet has it: select cells,
//! type, copy, paste, fill.

mod cursor;
mod editing;
mod grid;
mod keys;
mod preview;

use super::filter::{Filter, SortBy, filter_ui};
use super::scene::{Intent, Scene};
use super::widgets::{empty_ui, name, text_width};
use crate::app::sheet::{Area, Content, Field, Filling, content, order_by, plain, written};
use crate::app::{Command, Label};
use crate::model::Source;
use crate::texts::Arg;
use crate::ui::words::source_key;
use cursor::{Cursor, Go, Spot};
use editing::{Draft, Outcome};
use eframe::egui::{self, Align, Layout, Rect, RichText, TextEdit, Ui, accesskit::Role};
use grid::{Done, Drawn, Grid, Widths, sums_words};
use keys::{Wish, wishes};
use preview::{Decision, Preview};

/// What the table remembers between frames.
#[derive(Debug)]
pub struct State {
    filter: Filter,
    /// The column that orders the rows, and whether the other way round.
    sorted_by: Option<(Field, bool)>,
    cursor: Cursor,
    /// Bring the cursor into sight once.
    reveal: bool,
    search_wants_focus: bool,
    draft: Option<Draft>,
    preview: Option<Preview>,
    /// What is being typed for all selected cells.
    fill: String,
    widths: Widths,
    /// The rows and what they were made from.
    rows: Option<(RowsKey, Vec<usize>)>,
    /// What the selected numbers add up to, and what that was made from.
    sums: Option<((RowsKey, Cursor), String)>,
}

/// State of the scenario and its plan, filter, order, language.
type RowsKey = (u64, usize, Filter, Option<(Field, bool)>, &'static str);

impl Default for State {
    fn default() -> Self {
        Self {
            filter: Filter { sort: SortBy::File, ..Filter::default() },
            sorted_by: None,
            cursor: Cursor::default(),
            reveal: false,
            search_wants_focus: false,
            draft: None,
            preview: None,
            fill: String::new(),
            widths: Widths::default(),
            rows: None,
            sums: None,
        }
    }
}

impl State {
    /// Puts the cursor into the search field.
    pub fn focus_search(&mut self) {
        self.search_wants_focus = true;
    }

    fn rows_key(&self, scene: &Scene<'_>) -> RowsKey {
        let planned = scene.snapshot.planned().map_or(0, |plan| plan.started());
        let (generation, language) = (scene.snapshot.generation, scene.texts.language());
        (generation, planned, self.filter.clone(), self.sorted_by, language)
    }

    /// The items of all rows. While a cell is edited they stay where they are.
    fn rows(&mut self, scene: &Scene<'_>) -> Vec<usize> {
        let key = self.rows_key(scene);
        if self.rows.as_ref().is_none_or(|(made_from, _)| *made_from != key) {
            let mut rows = self.filter.apply(scene.snapshot, scene.texts.language());
            if let Some((field, reversed)) = self.sorted_by {
                order_by(&mut rows, field, scene.snapshot, scene.texts);
                if reversed {
                    rows.reverse();
                }
            }
            self.rows = Some((key, rows));
        }
        self.rows.as_ref().map(|(_, rows)| rows.clone()).unwrap_or_default()
    }

    fn sort(&mut self, field: Field) {
        self.sorted_by = match self.sorted_by {
            Some((by, false)) if by == field => Some((field, true)),
            Some((by, true)) if by == field => None,
            _ => Some((field, false)),
        };
    }
}

/// Draws the table.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    egui::CentralPanel::default().show(ui, |ui| {
        head_ui(ui, scene, state);
        if scene.snapshot.scenario.items.is_empty() {
            empty_table_ui(ui, scene);
            return;
        }
        let items = state.rows(scene);
        if items.is_empty() {
            let (words, action) =
                (scene.texts.get("ranking-none-pass"), scene.texts.get("ranking-clear-filter"));
            if empty_ui(ui, scene.tokens, &words, Some(&action)) {
                state.filter = State::default().filter;
            }
            return;
        }
        let fields = Field::all(&scene.snapshot.scenario);
        let table = Table { items: &items, fields: &fields };
        state.cursor.keep_inside(table.size());
        detail_ui(ui, scene, state, &table);
        ui.add_space(4.0);
        table_ui(ui, scene, state, &table);
        preview_ui(ui, scene, state);
    });
}

/// The rows and columns on the screen.
struct Table<'a> {
    items: &'a [usize],
    fields: &'a [Field],
}

impl Table<'_> {
    fn size(&self) -> Spot {
        (self.items.len(), self.fields.len())
    }

    fn cell(&self, (row, column): Spot) -> Option<(usize, Field)> {
        Some((*self.items.get(row)?, *self.fields.get(column)?))
    }

    fn area(&self, cursor: &Cursor) -> Area<'_> {
        let Self { items, fields } = *self;
        Area { items, fields, from: cursor.first(), size: cursor.size() }
    }
}

fn head_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut State) {
    let texts = scene.texts;
    ui.horizontal(|ui| {
        ui.heading(texts.get("view-table"));
        let count = scene.snapshot.scenario.items.len();
        ui.weak(texts.with("ranking-count", &[("count", Arg::from(count as f64))]));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let wants_focus = std::mem::take(&mut state.search_wants_focus);
            filter_ui(ui, scene, &mut state.filter, wants_focus);
        });
    });
}

fn empty_table_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let (words, action) = (scene.texts.get("sheet-empty"), scene.texts.get(Command::AddItem.key()));
    if empty_ui(ui, scene.tokens, &words, Some(&action)) {
        scene.ask(Intent::Command(Command::AddItem));
    }
}

/// What is known of the cell with the cursor, and a field for all selected cells.
fn detail_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, table: &Table<'_>) {
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
                fill(scene, state, table, &text);
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
    let key = (state.rows_key(scene), state.cursor);
    if state.sums.as_ref().is_none_or(|(made_from, _)| *made_from != key) {
        let words = sums_words(&grid_of(state, table), scene);
        state.sums = Some((key, words));
    }
    state.sums.as_ref().map(|(_, words)| words.clone()).unwrap_or_default()
}

fn grid_of<'a>(state: &State, table: &Table<'a>) -> Grid<'a> {
    Grid {
        items: table.items,
        fields: table.fields,
        cursor: state.cursor,
        sorted_by: state.sorted_by,
        reveal: state.reveal,
    }
}

/// Whose cell it is, what it holds, its range, its source and its note.
fn cell_words(scene: &Scene<'_>, at: Spot, table: &Table<'_>) -> String {
    let Some((item, field)) = table.cell(at) else { return String::new() };
    let (scenario, texts) = (&scene.snapshot.scenario, scene.texts);
    let of = field.of(scene.item_name(item), scenario, texts);
    let held = content(scene.snapshot, item, field, texts);
    let held = crate::app::sheet::shown(&held, field.is_result(scenario), texts);
    let mut parts = vec![format!("{of}: {}", if held.is_empty() { "–" } else { &held })];
    if let Field::Score(criterion) = field
        && let Some(criterion) = scenario.criteria.get(criterion)
        && let Some(score) = scenario.items[item].scores.get(&criterion.id)
    {
        use crate::model::Measure::Number;
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

fn table_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, table: &Table<'_>) {
    let id = ui.make_persistent_id("sheet");
    let mut widths = std::mem::take(&mut state.widths);
    let drawn = grid_of(state, table).ui(ui, scene, id, &mut widths);
    state.widths = widths;
    state.reveal = false;
    pointed(ui, scene, state, table, &drawn);
    match (state.draft.take(), drawn.at) {
        (Some(draft), Some(cell)) => edit_ui(ui, scene, state, table, (draft, cell), id),
        // Out of sight it stays half typed.
        (draft, _) => state.draft = draft,
    }
    if drawn.response.has_focus() && state.draft.is_none() && state.preview.is_none() {
        for wish in wishes(ui, id, drawn.rows) {
            follow(ui, scene, state, table, wish, id);
        }
    }
}

/// What the pointer did.
fn pointed(ui: &Ui, scene: &mut Scene<'_>, state: &mut State, table: &Table<'_>, drawn: &Drawn) {
    if drawn.done == Done::Nothing {
        return;
    }
    if state.draft.is_none() {
        drawn.response.request_focus();
    }
    let (rows, columns) = table.size();
    let before = state.cursor;
    match drawn.done {
        Done::Nothing => {}
        Done::Cell(at, extended) => state.cursor.put(at, extended),
        Done::Twice(at) => {
            state.cursor.put(at, false);
            begin_editing(scene, state, table, None);
        }
        Done::Row(row, extended) => {
            let begin = if extended { state.cursor.anchor.0 } else { row };
            state.cursor = Cursor { at: (row, columns - 1), anchor: (begin, 0) };
        }
        Done::Head(column, extended) => {
            let begin = if extended { state.cursor.anchor.1 } else { column };
            state.cursor = Cursor { at: (rows - 1, column), anchor: (0, begin) };
        }
        Done::HeadTwice(column) => {
            sort(state, table, column);
        }
    }
    if state.cursor != before {
        // A whole row or column is not followed to its end.
        state.reveal = matches!(drawn.done, Done::Cell(..) | Done::Twice(_));
        select_item(scene, state, table);
        ui.ctx().request_repaint();
    }
}

/// The item of the cursor is the selected one everywhere.
fn select_item(scene: &mut Scene<'_>, state: &State, table: &Table<'_>) {
    let row = if state.cursor.count() > 1 { state.cursor.anchor.0 } else { state.cursor.at.0 };
    let item = table.items.get(row).copied();
    if item.is_some() && item != scene.selection.item {
        scene.ask(Intent::Select(item));
    }
}

fn follow(
    ui: &Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    table: &Table<'_>,
    wish: Wish,
    id: egui::Id,
) {
    match wish {
        Wish::Go(go, extended) => go_on(ui, scene, state, table, go, extended),
        Wish::All => {
            let (rows, columns) = table.size();
            state.cursor = Cursor { at: (rows - 1, columns - 1), anchor: (0, 0) };
        }
        Wish::Sort => sort(state, table, state.cursor.at.1),
        Wish::Edit => begin_editing(scene, state, table, None),
        Wish::Type(letters) => begin_editing(scene, state, table, Some(letters)),
        Wish::Clear => fill(scene, state, table, ""),
        Wish::Copy => copy(ui, scene, state, table),
        Wish::Paste(text) => paste(scene, state, table, text),
        Wish::Leave if state.cursor.count() > 1 => state.cursor.put(state.cursor.at, false),
        Wish::Leave => ui.memory_mut(|memory| memory.surrender_focus(id)),
    }
    ui.ctx().request_repaint();
}

/// Puts the rows into the order of a column, and the cursor on its first row.
fn sort(state: &mut State, table: &Table<'_>, column: usize) {
    if let Some(field) = table.fields.get(column) {
        state.sort(*field);
        state.cursor.put((0, column), false);
        state.reveal = true;
    }
}

fn go_on(
    ui: &Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    table: &Table<'_>,
    go: Go,
    extended: bool,
) {
    state.cursor.go(go, table.size(), extended);
    state.reveal = true;
    select_item(scene, state, table);
    ui.ctx().request_repaint();
}

fn begin_editing(
    scene: &mut Scene<'_>,
    state: &mut State,
    table: &Table<'_>,
    letters: Option<String>,
) {
    let Some((item, field)) = table.cell(state.cursor.at) else { return };
    if field.is_result(&scene.snapshot.scenario) {
        return scene.ask(Intent::Say(scene.texts.get("sheet-refused-result")));
    }
    let held = plain(&content(scene.snapshot, item, field, scene.texts), scene.texts);
    state.draft = Some(letters.map_or_else(|| Draft::of(held), Draft::typed));
    state.reveal = true;
}

fn edit_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    table: &Table<'_>,
    (mut draft, cell): (Draft, Rect),
    id: egui::Id,
) {
    let at = state.cursor.at;
    let Some((item, field)) = table.cell(at) else { return };
    let scenario = std::sync::Arc::clone(&scene.snapshot.scenario);
    let words = field.of(scene.item_name(item), &scenario, scene.texts);
    let choices = field.choices(&scenario, scene.texts);
    let outcome = draft.ui(ui, scene.tokens, cell, &words, choices.as_deref());
    let go = match outcome {
        Outcome::Typing => {
            state.draft = Some(draft);
            return;
        }
        Outcome::Dropped => None,
        Outcome::Entered(go) => {
            let one = Cursor { at, anchor: at };
            if let Err(why) = put(scene, table, &one, &draft.text) {
                draft.wrong = Some(why);
                state.draft = Some(draft);
                return;
            }
            go
        }
        Outcome::EnteredInAll => {
            fill(scene, state, table, &draft.text);
            None
        }
    };
    ui.memory_mut(|memory| memory.request_focus(id));
    if let Some(go) = go {
        go_on(ui, scene, state, table, go, false);
    }
    ui.ctx().request_discard("a field became a cell");
}

/// Enters a text into all cells of a selection, as one step; what cannot be entered is
/// why nothing is done.
fn put(
    scene: &mut Scene<'_>,
    table: &Table<'_>,
    cursor: &Cursor,
    text: &str,
) -> Result<(), String> {
    let filling = Filling::filled(text, table.area(cursor), scene.snapshot, scene.texts);
    if let Some(why) = filling.cells.iter().find_map(|cell| cell.after.as_ref().err()) {
        return Err(why.words(scene.texts));
    }
    ask(scene, &filling);
    Ok(())
}

/// Enters a text into all selected cells; cells that cannot take it are left out, and
/// that is said.
fn fill(scene: &mut Scene<'_>, state: &State, table: &Table<'_>, text: &str) {
    let filling = Filling::filled(text, table.area(&state.cursor), scene.snapshot, scene.texts);
    let refused = filling.cells.iter().find_map(|cell| cell.after.as_ref().err());
    if let Some(why) = refused {
        let why = why.words(scene.texts);
        let args =
            [("count", Arg::from(filling.refused() as f64)), ("why", Arg::from(why.as_str()))];
        scene.ask(Intent::Say(scene.texts.with("sheet-some-refused", &args)));
    }
    ask(scene, &filling);
}

/// Asks for what a filling does.
fn ask(scene: &mut Scene<'_>, filling: &Filling) {
    let scenario = &scene.snapshot.scenario;
    let Some(edit) = filling.edit(scenario) else { return };
    let texts = scene.texts;
    let mut changing = filling.cells.iter().filter(|cell| cell.after.is_ok());
    let label = match (changing.next(), filling.changing()) {
        (Some(cell), 1) => {
            let of = filling.name_of(cell.row, scenario, texts.language());
            let field = cell.field.unwrap_or(Field::Name);
            Label::new("edit-cell", field.of(&of, scenario, texts))
        }
        (_, count) => Label::new("edit-cells", count.to_string()),
    };
    scene.ask(Intent::Edit { label, edit: Box::new(edit), gesture: None });
}

fn copy(ui: &Ui, scene: &mut Scene<'_>, state: &State, table: &Table<'_>) {
    let (first, last) = (state.cursor.first(), state.cursor.last());
    let cell = |row: usize, column: usize| {
        let held = table
            .cell((row, column))
            .map(|(item, field)| content(scene.snapshot, item, field, scene.texts));
        plain(&held.unwrap_or(Content::Nothing), scene.texts)
    };
    let rows: Vec<Vec<String>> = (first.0..=last.0)
        .map(|row| (first.1..=last.1).map(|column| cell(row, column)).collect())
        .collect();
    ui.ctx().copy_text(written(&rows));
    let args = [("count", Arg::from(state.cursor.count() as f64))];
    scene.ask(Intent::Say(scene.texts.with("sheet-copied", &args)));
}

/// Lays what a text would change before the person; one cell into one cell goes at once.
fn paste(scene: &mut Scene<'_>, state: &mut State, table: &Table<'_>, text: String) {
    let preview = Preview::of(text, table.area(&state.cursor), scene.snapshot, scene.texts);
    let filling = preview.filling();
    if filling.cells.is_empty() {
        return scene.ask(Intent::Say(scene.texts.get("sheet-paste-nothing")));
    }
    if filling.cells.len() + filling.same == 1 && filling.refused() == 0 {
        return ask(scene, filling);
    }
    state.preview = Some(preview);
}

fn preview_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(mut preview) = state.preview.take() else { return };
    match preview.ui(ui, scene) {
        Decision::None => state.preview = Some(preview),
        Decision::Accept => ask(scene, preview.filling()),
        Decision::Cancel => {}
    }
}
