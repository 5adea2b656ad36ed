//! All items and all that is entered about them, as a spreadsheet has it: select cells,
//! type, copy, paste, fill.

mod asking;
mod cursor;
mod detail;
mod editing;
mod grid;
mod keys;
mod preview;

use super::filter::{Filter, SortBy, filter_ui};
use super::scene::Identity;
use super::scene::{Intent, Scene};
use super::widgets::empty_ui;
use crate::app::sheet::{Area, Field, content, order_by, plain};
use crate::app::{Command, PlanView};
use crate::model::ItemId;
use crate::texts::Arg;
use asking::{ask, copy, fill, paste, put};
use cursor::{Cursor, Go, Spot};
use detail::{SumsKey, detail_ui};
use editing::{Draft, Outcome};
use eframe::egui::{self, Align, Layout, Rect, Ui};
use grid::{Done, Drawn, Grid, Widths};
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
    editing: Option<Editing>,
    preview: Option<Preview>,
    /// What is being typed for all selected cells.
    fill: String,
    widths: Widths,
    /// The rows and what they were made from.
    rows: Option<(RowsKey, Vec<usize>)>,
    /// How often the rows were made.
    round: u64,
    /// What the selected numbers add up to, and what that was made from.
    sums: Option<(SumsKey, String)>,
}

/// A cell that is being edited: it stays this item's, wherever its row goes meanwhile.
#[derive(Debug)]
struct Editing {
    item: ItemId,
    field: Field,
    draft: Draft,
}

/// State of the scenario, its plan where the order depends on that, filter, order, language.
type RowsKey = (u64, Option<Identity<PlanView>>, Filter, Option<(Field, bool)>, &'static str);

impl Default for State {
    fn default() -> Self {
        Self {
            filter: Filter { sort: SortBy::File, ..Filter::default() },
            sorted_by: None,
            cursor: Cursor::default(),
            reveal: false,
            search_wants_focus: false,
            editing: None,
            preview: None,
            fill: String::new(),
            widths: Widths::default(),
            rows: None,
            round: 0,
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
        let by_phase = matches!(self.sorted_by, Some((Field::Phase, _)));
        let plan = scene.snapshot.planned().filter(|_| by_phase).map(Identity::of);
        let (generation, language) = (scene.snapshot.generation, scene.texts.language());
        (generation, plan, self.filter.clone(), self.sorted_by, language)
    }

    /// The items of all rows.
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
            self.round += 1;
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

    /// Where a cell that is edited is now.
    fn spot_of(&self, editing: &Editing, scene: &Scene<'_>) -> Option<Spot> {
        let at = position_of(&editing.item, scene)?;
        let row = self.items.iter().position(|item| *item == at)?;
        Some((row, self.fields.iter().position(|field| *field == editing.field)?))
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

fn grid_of<'a>(scene: &Scene<'_>, state: &State, table: &Table<'a>) -> Grid<'a> {
    Grid {
        items: table.items,
        fields: table.fields,
        cursor: state.cursor,
        sorted_by: state.sorted_by,
        reveal: state.reveal,
        edited: state.editing.as_ref().and_then(|editing| table.spot_of(editing, scene)),
    }
}

fn table_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, table: &Table<'_>) {
    let id = ui.make_persistent_id("sheet");
    let mut widths = std::mem::take(&mut state.widths);
    let drawn = grid_of(scene, state, table).ui(ui, scene, id, &mut widths);
    state.widths = widths;
    state.reveal = false;
    pointed(ui, scene, state, table, &drawn);
    match (state.editing.take(), drawn.edited) {
        (Some(editing), Some(cell)) => edit_ui(ui, scene, state, table, (editing, cell), id),
        (Some(editing), None) => {
            let listed = table.spot_of(&editing, scene).is_some();
            // Scrolled out of sight it stays half typed; whoever goes on elsewhere, or has
            // it filtered away, has entered it.
            if listed && drawn.done == Done::Nothing {
                state.editing = Some(editing);
            } else if let Err((_, why)) = enter(scene, editing) {
                scene.ask(Intent::Say(why));
            }
        }
        (None, _) => {}
    }
    if drawn.response.has_focus() && state.editing.is_none() && state.preview.is_none() {
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
    if state.editing.is_none() {
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
        Wish::Clear => fill(scene, table, &state.cursor, ""),
        Wish::Copy => copy(ui, scene, table, &state.cursor),
        Wish::Paste(text) => state.preview = paste(scene, table, &state.cursor, text),
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
    if let Some(editing) = &mut state.editing {
        // Letters that came in one go with the first; what cannot be entered stays.
        editing.draft.text.extend(letters);
        return;
    }
    let Some((at, field)) = table.cell(state.cursor.at) else { return };
    let scenario = &scene.snapshot.scenario;
    let Some(item) = scenario.items.get(at).map(|item| item.id.clone()) else { return };
    if field.is_result(scenario) {
        return scene.ask(Intent::Say(scene.texts.get("sheet-refused-result")));
    }
    let held = plain(&content(scene.snapshot, at, field, scene.texts), scene.texts);
    let draft = letters.map_or_else(|| Draft::of(held), Draft::typed);
    state.editing = Some(Editing { item, field, draft });
    state.reveal = true;
}

fn edit_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    table: &Table<'_>,
    (mut editing, cell): (Editing, Rect),
    id: egui::Id,
) {
    let Some(at) = position_of(&editing.item, scene) else { return };
    let scenario = std::sync::Arc::clone(&scene.snapshot.scenario);
    let words = editing.field.of(scene.item_name(at), &scenario, scene.texts);
    let choices = editing.field.choices(&scenario, scene.texts);
    let outcome = editing.draft.ui(ui, scene.tokens, cell, &words, choices.as_deref());
    let go = match outcome {
        Outcome::Typing => {
            state.editing = Some(editing);
            return;
        }
        Outcome::Dropped => None,
        Outcome::Entered(go) => {
            if let Err((mut editing, why)) = enter(scene, editing) {
                editing.draft.wrong = Some(why);
                state.editing = Some(editing);
                return;
            }
            go
        }
        Outcome::EnteredInAll => {
            fill(scene, table, &state.cursor, &editing.draft.text);
            None
        }
    };
    // Whoever has gone on to something else than the table stays there.
    ui.memory_mut(|memory| {
        if memory.focused().is_none_or(|focused| focused == editing::field_id()) {
            memory.request_focus(id);
        }
    });
    if let Some(go) = go {
        go_on(ui, scene, state, table, go, false);
    }
    ui.ctx().request_discard("a field became a cell");
}

/// Enters what was typed into the cell that it was typed into; gives it back, and why,
/// if that cannot take it. Of an item that is gone nothing is left to enter.
fn enter(scene: &mut Scene<'_>, editing: Editing) -> Result<(), (Editing, String)> {
    let Some(at) = position_of(&editing.item, scene) else { return Ok(()) };
    put(scene, at, editing.field, &editing.draft.text).map_err(|why| (editing, why))
}

fn position_of(item: &ItemId, scene: &Scene<'_>) -> Option<usize> {
    scene.snapshot.scenario.items.iter().position(|other| other.id == *item)
}

fn preview_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(mut preview) = state.preview.take() else { return };
    match preview.ui(ui, scene) {
        Decision::None => state.preview = Some(preview),
        Decision::Accept => ask(scene, preview.filling()),
        Decision::Cancel => {}
    }
}
