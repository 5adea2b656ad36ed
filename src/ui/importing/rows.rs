//! What the table would change, row by row.

use super::{Shown, State};
use crate::app::importing::{
    Accepted, Difference, Found, RowDifference, State as Becomes, Taken, doubt_words, skip_words,
};
use crate::texts::{Arg, Texts};
use crate::ui::scene::Scene;
use crate::ui::widgets::{name, tabs};
use eframe::egui::{Align, Button, Label, Layout, RichText, Ui, accesskit::Role};
use egui_extras::{Column, TableBuilder, TableRow};

/// What a person has done.
enum Wish {
    /// Take a row, or leave it.
    Row(usize, bool),
    /// Take the item at this place of the list of missing ones out, or leave it.
    Removal(usize, bool),
    /// List the changes of a row.
    Look(usize),
}

/// How much is taken at once.
#[derive(Debug, Clone, Copy)]
enum Take {
    Sound,
    All,
    None,
}

impl Take {
    fn key(self) -> &'static str {
        match self {
            Self::Sound => "import-take-sound",
            Self::All => "import-take-all",
            Self::None => "import-take-none",
        }
    }

    fn of(self, difference: &Difference) -> Accepted {
        match self {
            Self::Sound => Accepted::sound(difference),
            Self::All => Accepted::all(difference),
            Self::None => Accepted::nothing(difference),
        }
    }
}

/// Draws the difference.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut State, taken: Taken) {
    let texts = scene.texts;
    let Some(found) = state.source.found() else { return };
    let difference = found.difference;
    let choices: Vec<(Shown, String)> = counts(difference)
        .into_iter()
        .filter(|(shown, _, count)| *count > 0 || matches!(shown, Shown::All | Shown::New))
        .map(|(shown, key, count)| (shown, texts.with(key, &[("count", Arg::from(count as f64))])))
        .collect();
    if choices.iter().all(|(shown, _)| *shown != state.shown) {
        state.shown = Shown::All;
    }
    let chosen = tabs(ui, scene.tokens, "import shown", &choices, state.shown);
    state.shown = chosen.unwrap_or(state.shown);
    let mut accepted = None;
    ui.horizontal_wrapped(|ui| {
        summary_ui(ui, scene, state, taken);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for take in [Take::None, Take::All, Take::Sound] {
                let key = take.key();
                let button = ui.add(Button::new(texts.get(key)));
                if button.on_hover_text(texts.get(&format!("{key}-help"))).clicked() {
                    accepted = Some(take.of(difference));
                }
            }
        });
    });
    ui.add_space(4.0);
    let mut wish = None;
    let listed = listed(difference, state.shown);
    let row_height = scene.tokens.row_height;
    let is_skipped = state.shown == Shown::Skipped;
    TableBuilder::new(ui)
        .id_salt("import rows")
        .striped(true)
        .auto_shrink(false)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::exact(if is_skipped { 8.0 } else { 26.0 }).clip(true))
        .column(Column::exact(52.0).clip(true))
        .column(Column::initial(240.0).range(80.0..=600.0).resizable(true).clip(true))
        .column(Column::remainder().at_least(120.0).clip(true))
        .header(row_height, |mut header| {
            for key in ["", "import-row", "column-item", "import-what"] {
                header.col(|ui| {
                    if !key.is_empty() {
                        ui.weak(texts.get(key));
                    }
                });
            }
        })
        .body(|body| {
            body.rows(row_height, listed.len(), |mut row| {
                let Some(at) = listed.get(row.index()).copied() else { return };
                match state.shown {
                    Shown::Missing => {
                        missing_ui(&mut row, scene, found, at, state.source.accepted(), &mut wish);
                    }
                    Shown::Skipped => skipped_ui(&mut row, texts, found, at),
                    _ => {
                        row.set_selected(state.row == Some(at));
                        row_ui(&mut row, scene, found, at, state.source.accepted(), &mut wish);
                    }
                }
            });
        });
    if let Some(accepted) = accepted {
        *state.source.accepted_mut() = accepted;
    }
    let set = |flags: &mut Vec<bool>, at: usize, value: bool| {
        if let Some(flag) = flags.get_mut(at) {
            *flag = value;
        }
    };
    match wish {
        Some(Wish::Row(at, taken)) => {
            let accepted = state.source.accepted_mut();
            set(&mut accepted.rows, at, taken);
            // Whoever takes a row of which everything is held back takes all of it.
            if let Some(changes) = accepted.changes.get_mut(at)
                && taken
                && !changes.contains(&true)
            {
                changes.fill(true);
            }
        }
        Some(Wish::Removal(at, goes)) => set(&mut state.source.accepted_mut().removals, at, goes),
        Some(Wish::Look(at)) => state.row = (state.row != Some(at)).then_some(at),
        None => {}
    }
}

/// What can be listed, and how much of it there is.
fn counts(difference: &Difference) -> [(Shown, &'static str, usize); 7] {
    let doubtful = difference.rows.iter().filter(|row| !row.doubts.is_empty()).count();
    [
        (Shown::All, "import-shown-all", difference.rows.len()),
        (Shown::New, "import-shown-new", difference.count(Becomes::New)),
        (Shown::Changed, "import-shown-changed", difference.count(Becomes::Changed)),
        (Shown::Unchanged, "import-shown-unchanged", difference.count(Becomes::Unchanged)),
        (Shown::Suspicious, "import-shown-suspicious", doubtful),
        (Shown::Missing, "import-shown-missing", difference.missing.len()),
        (Shown::Skipped, "import-shown-skipped", difference.skipped.len()),
    ]
}

/// Positions in the list that is shown.
fn listed(difference: &Difference, shown: Shown) -> Vec<usize> {
    let rows = |so: &dyn Fn(&RowDifference) -> bool| {
        (0..difference.rows.len()).filter(|at| so(&difference.rows[*at])).collect()
    };
    match shown {
        Shown::All => rows(&|_| true),
        Shown::New => rows(&|row| row.state() == Becomes::New),
        Shown::Changed => rows(&|row| row.state() == Becomes::Changed),
        Shown::Unchanged => rows(&|row| row.state() == Becomes::Unchanged),
        Shown::Suspicious => rows(&|row| !row.doubts.is_empty()),
        Shown::Missing => (0..difference.missing.len()).collect(),
        Shown::Skipped => (0..difference.skipped.len()).collect(),
    }
}

/// What will be taken.
fn summary_ui(ui: &mut Ui, scene: &Scene<'_>, state: &State, taken: Taken) {
    let texts = scene.texts;
    if !state.source.is_current() {
        ui.weak(texts.get("import-comparing"));
        return;
    }
    let args = [
        ("new", Arg::from(taken.new as f64)),
        ("changed", Arg::from(taken.changed as f64)),
        ("removed", Arg::from(taken.removed as f64)),
    ];
    ui.label(texts.with("import-taken", &args));
}

fn row_ui(
    row: &mut TableRow<'_, '_>,
    scene: &Scene<'_>,
    found: Found<'_>,
    at: usize,
    accepted: &Accepted,
    wish: &mut Option<Wish>,
) {
    let texts = scene.texts;
    let Some(own) = found.difference.rows.get(at) else { return };
    let of = [("name", Arg::from(own.name.as_str()))];
    row.col(|ui| {
        if own.state() == Becomes::Unchanged {
            return;
        }
        let mut taken = accepted.takes(found.difference, at);
        let check = ui.checkbox(&mut taken, "");
        name(&check, Role::CheckBox, &texts.with("import-take-row", &of));
        if check.changed() {
            *wish = Some(Wish::Row(at, taken));
        }
    });
    row.col(|ui| {
        ui.weak((own.row + 1).to_string());
    });
    row.col(|ui| {
        if ui.add(eframe::egui::Link::new(&own.name)).on_hover_text(own.id.as_str()).clicked() {
            *wish = Some(Wish::Look(at));
        }
    });
    row.col(|ui| {
        let (words, is_doubtful) = what(own, found, texts);
        let colour = if is_doubtful { scene.tokens.warning } else { scene.tokens.text };
        ui.add(Label::new(RichText::new(&words).color(colour)).truncate()).on_hover_text(words);
    });
}

/// What a row does, in one line; true if there is something to look at.
fn what(row: &RowDifference, found: Found<'_>, texts: &Texts) -> (String, bool) {
    let (scenario, additions) = (found.scenario, &found.difference.additions);
    if let Some(doubt) = row.doubts.first() {
        return (format!("⚠ {}", doubt_words(doubt, scenario, additions, texts)), true);
    }
    let state = texts.get(match row.state() {
        Becomes::New => "import-state-new",
        Becomes::Changed => "import-state-changed",
        Becomes::Unchanged => return (texts.get("import-state-unchanged"), false),
    });
    let changes = row.changes.iter().filter(|change| !is_name(change)).take(4);
    let changes: Vec<String> =
        changes.map(|change| change_words(change, row, found, texts)).collect();
    (format!("{state} · {}", changes.join("; ")), false)
}

fn is_name(change: &crate::app::importing::Change) -> bool {
    matches!(change.field, crate::app::importing::Field::Name(_))
}

/// A change as a line; of what is new only what it will be.
pub(super) fn change_words(
    change: &crate::app::importing::Change,
    row: &RowDifference,
    found: Found<'_>,
    texts: &Texts,
) -> String {
    let (scenario, additions) = (found.scenario, &found.difference.additions);
    if row.state() == Becomes::New {
        change.words_of_new(scenario, additions, texts)
    } else {
        change.words(scenario, additions, texts)
    }
}

fn missing_ui(
    row: &mut TableRow<'_, '_>,
    scene: &Scene<'_>,
    found: Found<'_>,
    at: usize,
    accepted: &Accepted,
    wish: &mut Option<Wish>,
) {
    let texts = scene.texts;
    let item = found.difference.missing.get(at).and_then(|item| found.scenario.items.get(*item));
    let Some(item) = item else { return };
    let shown = item.name.get_or(texts.language(), item.id.as_str());
    let mut goes = accepted.removals.get(at).copied().unwrap_or(false);
    row.col(|ui| {
        let check = ui.checkbox(&mut goes, "");
        let of = [("name", Arg::from(shown))];
        name(&check, Role::CheckBox, &texts.with("import-remove-item", &of));
        if check.changed() {
            *wish = Some(Wish::Removal(at, goes));
        }
    });
    row.col(|_| {});
    row.col(|ui| {
        ui.add(Label::new(shown).truncate()).on_hover_text(item.id.as_str());
    });
    row.col(|ui| {
        let key = if goes { "import-missing-goes" } else { "import-missing-stays" };
        ui.add(Label::new(texts.get(key)).truncate());
    });
}

fn skipped_ui(row: &mut TableRow<'_, '_>, texts: &Texts, found: Found<'_>, at: usize) {
    let Some(skipped) = found.difference.skipped.get(at) else { return };
    row.col(|_| {});
    row.col(|ui| {
        ui.weak((skipped.row + 1).to_string());
    });
    row.col(|_| {});
    row.col(|ui| {
        let words = skip_words(&skipped.why, texts);
        ui.add(Label::new(&words).truncate()).on_hover_text(words);
    });
}
