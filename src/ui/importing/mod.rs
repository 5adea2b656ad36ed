//! A table on its way in: its columns and what they fill, what that would change, and
//! what of it is accepted. Nothing changes before a person says so.

mod answers;
mod columns;
mod detail;
mod rows;
mod source;

use super::scene::{Intent, Scene};
use super::widgets::{Condition, condition_ui, empty_ui, wide_combo};
use crate::app::Command;
use crate::app::importing::{Destination, Session, Taken};
use crate::app::ministries::went_out;
use crate::texts::Arg;
use eframe::egui::{self, Align, Button, Label, Layout, RichText, Ui};

pub use source::Source;

/// What of the difference is listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shown {
    /// Rows that are about an item.
    #[default]
    All,
    New,
    Changed,
    Unchanged,
    /// Rows with something to look at.
    Suspicious,
    /// Items that no row is about.
    Missing,
    /// Rows that give nothing.
    Skipped,
}

/// A table that is being brought in, and where its person is in it.
#[derive(Debug)]
pub struct State {
    /// What comes in.
    pub source: Source,
    /// The mapping shall be kept for next year's table.
    pub keep_map: bool,
    shown: Shown,
    /// The row of the difference whose changes are listed.
    row: Option<usize>,
}

impl State {
    /// Something that is being read.
    pub fn new(source: Source) -> Self {
        Self { source, keep_map: true, shown: Shown::default(), row: None }
    }
}

/// Draws the page; without a table it says how one comes in.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut Option<State>) {
    let Some(state) = state else {
        egui::CentralPanel::default().show(ui, |ui| {
            let (words, action) =
                (scene.texts.get("import-nothing"), scene.texts.get(Command::Import.key()));
            if empty_ui(ui, scene.tokens, &words, Some(&action)) {
                scene.ask(Intent::Command(Command::Import));
            }
        });
        return;
    };
    let ctx = ui.ctx().clone();
    let snapshot = scene.snapshot;
    let file = scene.document.path();
    let wake = move || ctx.request_repaint();
    match &mut state.source {
        Source::Table(session) => {
            session.follow(&snapshot.scenario, file, snapshot.revision, wake);
        }
        Source::Answers(answers) => answers.follow(&snapshot.scenario, snapshot.revision, wake),
    }
    let taken = state.source.taken();
    egui::Panel::top("import head").show(ui, |ui| head_ui(ui, scene, state, taken));
    if !left_ui(ui, scene, state) {
        return;
    }
    if state.row.is_some() {
        egui::Panel::bottom("import row")
            .resizable(true)
            .default_size(180.0)
            .size_range(80.0..=500.0)
            .show(ui, |ui| detail::ui(ui, scene, state));
    }
    egui::CentralPanel::default().show(ui, |ui| rows::ui(ui, scene, state, taken));
}

/// What it comes from, at the left of what it would change; false if there is nothing to
/// show yet, which is said instead.
fn left_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) -> bool {
    let left = egui::Panel::left("import columns")
        .resizable(true)
        .default_size(540.0)
        .size_range(360.0..=900.0);
    match &mut state.source {
        Source::Answers(own) if own.collected().is_none() => {
            working_ui(ui, scene, "import-reading");
            return false;
        }
        Source::Answers(own) => drop(left.show(ui, |ui| answers::ui(ui, scene, own))),
        Source::Table(session) => match session.table() {
            None => {
                working_ui(ui, scene, "import-reading");
                return false;
            }
            Some(Err(problem)) => {
                let (message, remedy) = crate::app::words(problem, scene.texts);
                egui::CentralPanel::default().show(ui, |ui| {
                    let words = format!("{message} {remedy}");
                    let other = scene.texts.get("import-other-file");
                    if condition_ui(ui, scene.tokens, Condition::Failed, &words, Some(&other)) {
                        scene.ask(Intent::Command(Command::Import));
                    }
                });
                return false;
            }
            Some(Ok(_)) if session.mapping().is_none() => {
                working_ui(ui, scene, "import-comparing");
                return false;
            }
            Some(Ok(table)) => {
                let table = std::sync::Arc::clone(table);
                left.show(ui, |ui| columns::ui(ui, scene, session, &table));
            }
        },
    }
    true
}

fn working_ui(ui: &mut Ui, scene: &Scene<'_>, key: &str) {
    egui::CentralPanel::default().show(ui, |ui| {
        condition_ui(ui, scene.tokens, Condition::Working, &scene.texts.get(key), None);
    });
}

/// Where it comes from and goes to, and the two buttons that end it.
fn head_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, taken: Taken) {
    let texts = scene.texts;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button(texts.get("dialog-cancel")).clicked() {
                scene.ask(Intent::DropImport);
            }
            let taken = taken.count();
            let accept = texts.with("import-accept", &[("count", Arg::from(taken as f64))]);
            let words = RichText::new(accept).color(scene.tokens.on_accent);
            let button = Button::new(words).fill(scene.tokens.accent);
            if ui.add_enabled(taken > 0 && state.source.is_current(), button).clicked() {
                scene.ask(Intent::TakeImport);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let (heading, whole) = match &state.source {
                    Source::Answers(_) => (texts.get("collect-heading"), String::new()),
                    Source::Table(session) => {
                        let file = session.file_name();
                        let args = [("file", Arg::from(file.as_str()))];
                        let path = session.path().display().to_string();
                        (texts.with("import-heading", &args), path)
                    }
                };
                let label = ui.add(Label::new(RichText::new(heading).heading()).truncate());
                if !whole.is_empty() {
                    label.on_hover_text(whole);
                }
            });
        });
    });
    if let Source::Table(session) = &mut state.source {
        table_ui(ui, scene, session, &mut state.keep_map);
    }
    ui.add_space(4.0);
}

/// Where a table goes to, which sheet of it, and by which mapping.
fn table_ui(ui: &mut Ui, scene: &mut Scene<'_>, session: &mut Session, keep_map: &mut bool) {
    let texts = scene.texts;
    if session.table().is_some_and(|table| table.as_ref().is_ok_and(|own| went_out(&own.sheets))) {
        ui.horizontal_wrapped(|ui| {
            let words = format!("⚠ {}", texts.get("import-went-out"));
            ui.add(Label::new(RichText::new(words).color(scene.tokens.warning)).wrap());
            if ui.button(texts.get("import-collect")).clicked() {
                scene.ask(Intent::Collect(session.path().to_path_buf()));
            }
        });
    }
    ui.horizontal_wrapped(|ui| {
        destination_ui(ui, scene, session);
        sheet_ui(ui, scene, session);
        map_ui(ui, scene, session, keep_map);
    });
    if let Some(Ok(table)) = session.table()
        && session.mapping().is_some_and(|mapping| !mapping.is_usable())
    {
        let columns: Vec<&str> =
            table.layout.columns.iter().map(|own| own.title.as_str()).take(8).collect();
        let args = [("columns", Arg::from(columns.join(", ").as_str()))];
        let words = format!("⚠ {}", texts.with("import-no-names", &args));
        ui.add(Label::new(RichText::new(words).color(scene.tokens.error)).wrap());
    }
}

fn destination_ui(ui: &mut Ui, scene: &Scene<'_>, session: &mut Session) {
    let texts = scene.texts;
    let name = texts.get("import-destination");
    let present = texts.with("import-into-present", &[("name", Arg::from(scene.name))]);
    let words = |destination| match destination {
        Destination::Present => present.clone(),
        Destination::New => texts.get("import-into-new"),
    };
    let mut chosen = session.destination();
    ui.label(&name);
    wide_combo(ui, "import destination", &name, words(chosen), 220.0, |ui| {
        for destination in [Destination::Present, Destination::New] {
            ui.selectable_value(&mut chosen, destination, words(destination));
        }
    });
    session.set_destination(chosen);
}

fn sheet_ui(ui: &mut Ui, scene: &Scene<'_>, session: &mut Session) {
    let texts = scene.texts;
    let Some(Ok(table)) = session.table() else { return };
    if table.sheets.len() < 2 {
        return;
    }
    let (sheets, present) = (table.sheets.clone(), table.sheet.name.clone());
    let mut chosen = present.clone();
    let name = texts.get("import-sheet");
    ui.label(&name);
    wide_combo(ui, "import sheet", &name, present.clone(), 160.0, |ui| {
        for sheet in sheets {
            let words = sheet.clone();
            ui.selectable_value(&mut chosen, sheet, words);
        }
    });
    if chosen != present {
        let ctx = ui.ctx().clone();
        session.read_sheet(&chosen, move || ctx.request_repaint());
    }
}

/// Where the mapping came from, what it lacks, and whether it is kept.
fn map_ui(ui: &mut Ui, scene: &Scene<'_>, session: &Session, keep_map: &mut bool) {
    let texts = scene.texts;
    if session.mapping().is_none() {
        return;
    }
    let file = session.map_path();
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
    let args = [("file", Arg::from(name.as_str()))];
    if session.map().is_some() {
        ui.label(texts.with("import-as-in", &args)).on_hover_text(file.display().to_string());
    }
    ui.checkbox(keep_map, texts.with("import-keep-map", &args)).on_hover_text(format!(
        "{}\n{}",
        texts.get("import-keep-map-help"),
        file.display()
    ));
    for column in session.lacking() {
        let args = [("column", Arg::from(column.as_str()))];
        let words = format!("⚠ {}", texts.with("import-column-lacking", &args));
        ui.colored_label(scene.tokens.warning, words);
    }
}
