//! Several open scenarios side by side: where items start and rank, what it all costs,
//! which inputs differ, and which of them moved what.

mod differences;
mod items;
mod slopes;
mod totals;

use super::scene::{Intent, Neighbour, Scene};
use super::theme::{Tokens, strong_family};
use super::widgets::{empty_ui, tabs};
use crate::app::{Command, Lineup, Snapshot};
use crate::texts::{Arg, Texts};
use differences::Differences;
use eframe::egui::{self, RichText, Ui};
use std::collections::HashSet;
use std::sync::Arc;

/// What the middle of the page shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Page {
    #[default]
    Items,
    Ranks,
    Totals,
}

/// What the side of the page shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Inputs,
    Causes,
}

/// What the page remembers between frames.
#[derive(Debug, Default)]
pub struct State {
    page: Page,
    side: Side,
    /// Open scenarios that are left out of the comparison, by their numbers.
    left_out: HashSet<u64>,
    /// The one whose inputs are compared with those of the scenario in front.
    against: Option<u64>,
    /// Items that are the same everywhere are listed too.
    all_items: bool,
    lineup: Option<Lineup>,
    differences: Differences,
}

impl State {
    /// The scenarios that are compared with the one in front.
    pub fn compared<'s, 'n: 's>(
        &'s self,
        others: &'n [Neighbour],
    ) -> impl Iterator<Item = &'n Neighbour> + Clone + 's {
        others.iter().filter(|other| !self.left_out.contains(&other.number))
    }

    /// The scenario whose inputs are compared with those of the one in front.
    pub fn against<'n>(&self, others: &'n [Neighbour]) -> Option<&'n Neighbour> {
        let mut compared = self.compared(others);
        let chosen = compared.clone().find(|other| Some(other.number) == self.against);
        chosen.or_else(|| compared.next())
    }
}

/// A column of the comparison.
struct Column<'a> {
    name: &'a str,
    snapshot: &'a Arc<Snapshot>,
    /// It is the scenario in front.
    is_own: bool,
}

impl Column<'_> {
    /// Its heading; the scenario in front says so.
    fn heading(&self, texts: &Texts) -> String {
        if self.is_own {
            texts.with("compare-own", &[("name", Arg::from(self.name))])
        } else {
            self.name.to_owned()
        }
    }
}

/// Draws the page.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let others = scene.others;
    if others.is_empty() {
        egui::CentralPanel::default().show(ui, |ui| {
            let texts = scene.texts;
            let action = texts.get(Command::Duplicate.key());
            if empty_ui(ui, scene.tokens, &texts.get("compare-empty"), Some(&action)) {
                scene.ask(Intent::Command(Command::Duplicate));
            }
            ui.vertical_centered(|ui| {
                if ui.button(texts.get(Command::Open.key())).clicked() {
                    scene.ask(Intent::Command(Command::Open));
                }
            });
        });
        return;
    }
    let (name, snapshot) = (scene.name, Arc::clone(scene.snapshot));
    let left_out = state.left_out.clone();
    let mut columns: Vec<Column<'_>> = others
        .iter()
        .filter(|other| !left_out.contains(&other.number))
        .map(|other| Column { name: &other.name, snapshot: &other.snapshot, is_own: false })
        .collect();
    columns.push(Column { name, snapshot: &snapshot, is_own: true });
    let width = ui.available_width();
    egui::Panel::right("compare side")
        .resizable(true)
        .default_size((width * 0.36).clamp(260.0, 620.0))
        .size_range(220.0..=900.0)
        .show(ui, |ui| side_ui(ui, scene, state));
    egui::CentralPanel::default().show(ui, |ui| {
        head_ui(ui, scene, state);
        if columns.len() < 2 {
            empty_ui(ui, scene.tokens, &scene.texts.get("compare-none-chosen"), None);
            return;
        }
        let shown: Vec<Arc<Snapshot>> =
            columns.iter().map(|column| Arc::clone(column.snapshot)).collect();
        if state.lineup.as_ref().is_none_or(|lineup| !lineup.is_of(&shown)) {
            state.lineup = Some(Lineup::new(&shown));
        }
        let Some(lineup) = &state.lineup else { return };
        match state.page {
            Page::Items => items::ui(ui, scene, &columns, lineup, &mut state.all_items),
            Page::Ranks => slopes::ui(ui, scene, &columns, lineup),
            Page::Totals => totals::ui(ui, scene, &columns),
        }
    });
}

/// Which scenarios are compared, and what of them is shown.
fn head_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut State) {
    let texts = scene.texts;
    ui.add_space(4.0);
    ui.heading(texts.get("view-compare"));
    ui.horizontal_wrapped(|ui| {
        let own = texts.with("compare-with", &[("name", Arg::from(scene.name))]);
        ui.label(own);
        for other in scene.others {
            let mut shown = !state.left_out.contains(&other.number);
            if ui.checkbox(&mut shown, &other.name).changed() {
                if shown {
                    state.left_out.remove(&other.number);
                } else {
                    state.left_out.insert(other.number);
                }
            }
        }
    });
    let pages = [
        (Page::Items, texts.get("compare-page-items")),
        (Page::Ranks, texts.get("compare-page-ranks")),
        (Page::Totals, texts.get("compare-page-totals")),
    ];
    if let Some(page) = tabs(ui, scene.tokens, "compare pages", &pages, state.page) {
        state.page = page;
    }
    ui.add_space(4.0);
}

/// What differs between two scenarios, and what that did.
fn side_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    // Without this the panel would shrink to its first sentence.
    ui.set_min_width(ui.available_width());
    let texts = scene.texts;
    let Some(other) = state.against(scene.others) else { return };
    let compared: Vec<(u64, String)> = scene
        .others
        .iter()
        .filter(|other| !state.left_out.contains(&other.number))
        .map(|other| (other.number, other.name.clone()))
        .collect();
    ui.add_space(4.0);
    let args = [("other", Arg::from(other.name.as_str())), ("own", Arg::from(scene.name))];
    ui.label(RichText::new(texts.with("compare-pair", &args)).family(strong_family()));
    if compared.len() > 1
        && let Some(number) = tabs(ui, scene.tokens, "compare against", &compared, other.number)
    {
        state.against = Some(number);
    }
    let sides = [
        (Side::Inputs, texts.get("compare-side-inputs")),
        (Side::Causes, texts.get("changes-causes")),
    ];
    if let Some(side) = tabs(ui, scene.tokens, "compare sides", &sides, state.side) {
        state.side = side;
    }
    ui.add_space(4.0);
    match state.side {
        Side::Inputs => differences::ui(ui, scene, other, &mut state.differences),
        Side::Causes => {
            let mut pair = Scene {
                snapshot: scene.snapshot,
                reference: &other.snapshot,
                changes: None,
                document: scene.document,
                name: scene.name,
                others: scene.others,
                texts: scene.texts,
                tokens: scene.tokens,
                reasons: scene.reasons,
                inquiries: scene.inquiries,
                selection: &mut *scene.selection,
                intents: &mut *scene.intents,
            };
            super::changes::causes_ui(ui, &mut pair);
        }
    }
}

/// The colour of a row's words: what is the same everywhere stands back.
fn weight_of(differs: bool, tokens: &Tokens) -> egui::Color32 {
    if differs { tokens.text } else { tokens.text_weak }
}
