//! Inputs that differ between two scenarios, each of which can be copied.

use crate::app::{Difference, Errand, differing};
use crate::model::Scenario;
use crate::texts::Arg;
use crate::ui::scene::{Identity, Intent, Neighbour, Scene};
use crate::ui::widgets::text_width;
use eframe::egui::{self, Label, RichText, Ui};
use egui_extras::{Column, TableBuilder};
use std::sync::Arc;

/// What was found, or why not.
type Found = Result<Vec<Difference>, String>;

/// What differs between two scenarios, found on a thread of its own.
#[derive(Debug, Default)]
pub struct Differences {
    /// The two scenarios that are looked at.
    between: Option<(Identity<Scenario>, Identity<Scenario>)>,
    looking: Option<Errand<Found>>,
    found: Option<Found>,
    /// The language of the words, and a line for each difference.
    lines: Option<(&'static str, Vec<String>)>,
}

impl Differences {
    fn follow(&mut self, other: &Arc<Scenario>, own: &Arc<Scenario>, ctx: &egui::Context) {
        let between = Some((Identity::of(other), Identity::of(own)));
        if self.between != between {
            let (other, own, ctx) = (Arc::clone(other), Arc::clone(own), ctx.clone());
            let look = move || differing(&other, &own).map_err(|error| error.path().to_owned());
            self.looking = Some(Errand::start("differences", move || ctx.request_repaint(), look));
            self.between = between;
        }
        // What was found last stays until there is news, so that the list does not flicker.
        if self.looking.as_mut().is_some_and(Errand::is_done) {
            let looking = self.looking.take();
            self.found = Some(looking.and_then(Errand::finish).unwrap_or(Err(String::new())));
            self.lines = None;
        }
    }
}

/// Draws the list.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, other: &Neighbour, state: &mut Differences) {
    let texts = scene.texts;
    let (theirs, own) = (&other.snapshot.scenario, &scene.snapshot.scenario);
    state.follow(theirs, own, ui.ctx());
    let current = state.looking.is_none();
    let found = match &state.found {
        None => {
            ui.weak(texts.get("compare-looking"));
            return;
        }
        Some(Err(place)) => {
            let words = texts.with("compare-failed", &[("place", Arg::from(place.as_str()))]);
            ui.add(Label::new(words).wrap());
            return;
        }
        Some(Ok(found)) => found,
    };
    if found.is_empty() {
        ui.add(Label::new(texts.get("compare-no-inputs")).wrap());
        return;
    }
    if state.lines.as_ref().is_none_or(|(language, _)| *language != texts.language()) {
        let words = |difference: &Difference| difference.words(theirs, own, texts);
        state.lines = Some((texts.language(), found.iter().map(words).collect()));
    }
    let Some((_, lines)) = &state.lines else { return };
    let inputs = found.iter().filter(|difference| difference.is_input()).count();
    let args =
        [("count", Arg::from(inputs as f64)), ("words", Arg::from((found.len() - inputs) as f64))];
    ui.add(Label::new(texts.with("compare-inputs-count", &args)).wrap());
    ui.add(Label::new(RichText::new(texts.get("compare-copy-help")).weak()).wrap());
    ui.add_space(4.0);
    let button = texts.get("compare-copy");
    let width = text_width(ui, &button) + 2.0 * ui.spacing().button_padding.x + 4.0;
    TableBuilder::new(ui)
        .id_salt("compare inputs")
        .auto_shrink(false)
        .striped(true)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Column::remainder().at_least(120.0).clip(true))
        .column(Column::exact(width))
        .body(|body| {
            body.rows(scene.tokens.row_height, found.len(), |mut row| {
                let at = row.index();
                let (Some(difference), Some(words)) = (found.get(at), lines.get(at)) else {
                    return;
                };
                row.col(|ui| {
                    ui.add(Label::new(words).truncate()).on_hover_text(words);
                });
                row.col(|ui| {
                    let response = ui.add_enabled(current, egui::Button::new(&button).small());
                    let name =
                        texts.with("compare-copy-what", &[("what", Arg::from(words.as_str()))]);
                    response.widget_info(|| {
                        egui::WidgetInfo::labeled(egui::Role::Button, current, &name)
                    });
                    if response.clicked() {
                        scene.ask(Intent::Copy(Box::new(difference.clone())));
                    }
                });
            });
        });
}
