//! The roadmap: phases as columns, items as bars in lanes, gauges below.

mod baseline;
mod draw;
mod gauges;
mod impasse;
mod lanes;
mod links;
mod pin;
mod today;
mod waiting;

use crate::analysis::Axis;
use crate::app::drawing::Lanes;
use crate::app::{PlanState, PlanView};
use crate::ui::frontier;
use crate::ui::scene::{Identity, Scene};
use crate::ui::widgets::{Condition, condition_ui, empty_ui};
use baseline::Baseline;
use eframe::egui::{self, Ui};
use lanes::{Lane, lanes};
use std::collections::HashSet;
use std::sync::Arc;

/// From this width on title and controls of the full-size roadmap go on one line.
const LEAST_HEAD: f32 = 960.0;

/// What the roadmap remembers between frames.
#[derive(Debug)]
pub struct State {
    by: Lanes,
    /// Lanes that are folded, by key.
    folded: HashSet<String>,
    /// All gauges, or only those of the whole programme.
    all_gauges: bool,
    /// What more, or less, money would buy, beside the full-size roadmap.
    frontier: frontier::State,
    /// Another scenario's plan, drawn as ghosts.
    baseline: baseline::Choice,
    /// Choosing the phase that is now takes nothing as begun.
    only_today: bool,
    /// The waiting list is shown beside the full-size roadmap.
    waiting: bool,
    /// Draw what the selected item waits for, and what waits for it.
    links: bool,
    /// The lanes and what they were made from.
    cached: Option<(CacheKey, Arc<[Lane]>)>,
}

/// Generation, plan, kind of lanes, baseline.
type CacheKey = (u64, Option<Identity<PlanView>>, Lanes, Option<baseline::Key>);

impl Default for State {
    fn default() -> Self {
        Self {
            by: Lanes::Goal,
            folded: HashSet::new(),
            all_gauges: false,
            frontier: frontier::State::default(),
            baseline: baseline::Choice::default(),
            only_today: false,
            waiting: false,
            links: false,
            cached: None,
        }
    }
}

impl State {
    /// Opens the panel of the frontier.
    pub fn show_frontier(&mut self) {
        self.frontier.open = true;
    }

    /// True while the waiting list is shown.
    pub fn shows_waiting(&self) -> bool {
        self.waiting
    }

    /// Opens the waiting list.
    pub fn show_waiting(&mut self) {
        self.waiting = true;
    }

    /// What the frontier is shown of; none while its panel is closed.
    pub fn frontier_shown(&self) -> Option<Axis> {
        self.frontier.open.then_some(self.frontier.axis)
    }

    fn lanes(&mut self, scene: &Scene<'_>) -> Arc<[Lane]> {
        let plan = scene.snapshot.planned().map(Identity::of);
        let key = (scene.snapshot.generation, plan, self.by, self.baseline.key(scene.others));
        if self.cached.as_ref().is_none_or(|(cached, _)| *cached != key) {
            let baseline = self.baseline.chosen(scene.others);
            let baseline = baseline.map(|other| Baseline::of(&other.snapshot, scene.snapshot));
            let lanes = lanes(scene.snapshot, self.by, baseline.as_ref());
            self.cached = Some((key, lanes.into()));
        }
        self.cached.as_ref().map_or_else(|| Arc::from([]), |(_, lanes)| Arc::clone(lanes))
    }
}

/// Draws the roadmap under the ranking.
pub fn small_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    ui_at(ui, scene, state, draw::Size::SMALL);
}

/// Draws the roadmap full size.
pub fn full_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    if state.frontier.open {
        egui::Panel::right("frontier")
            .resizable(true)
            .default_size(380.0)
            .size_range(280.0..=720.0)
            .show(ui, |ui| frontier::ui(ui, scene, &mut state.frontier));
    }
    if state.waiting {
        egui::Panel::right("waiting list")
            .resizable(true)
            .default_size(360.0)
            .size_range(240.0..=720.0)
            .show(ui, |ui| waiting::ui(ui, scene));
    }
    egui::CentralPanel::default().show(ui, |ui| ui_at(ui, scene, state, draw::Size::FULL));
}

fn ui_at(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, size: draw::Size) {
    head_ui(ui, scene, state, size);
    let texts = scene.texts;
    match &scene.snapshot.plan {
        PlanState::Planned(_) => {
            let lanes = state.lanes(scene);
            let shown = draw::Shown { all_gauges: state.all_gauges, links: state.links };
            draw::roadmap_ui(ui, scene, &mut state.folded, shown, &lanes, state.by, size);
        }
        PlanState::NoPhases => {
            empty_ui(ui, scene.tokens, &texts.get("roadmap-no-phases"), None);
        }
        PlanState::Working => {
            condition_ui(ui, scene.tokens, Condition::Working, &texts.get("roadmap-working"), None);
        }
        PlanState::Invalid(_) => {
            let action = texts.get("roadmap-show-problems");
            let words = texts.get("roadmap-invalid");
            if condition_ui(ui, scene.tokens, Condition::Failed, &words, Some(&action)) {
                scene.ask(crate::ui::Intent::Command(crate::app::Command::ShowProblems));
            }
        }
        PlanState::Infeasible { conflict, compiled } => {
            impasse::impasse_ui(ui, scene, conflict, compiled);
        }
    }
}

fn head_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, size: draw::Size) {
    let texts = scene.texts;
    ui.add_space(4.0);
    // Beside an open panel there is no room for all of it on one line.
    let wraps = size == draw::Size::FULL && ui.available_width() < LEAST_HEAD;
    if wraps {
        ui.horizontal_wrapped(|ui| {
            ui.heading(texts.get("roadmap-title"));
            controls_ui(ui, scene, state, size);
        });
    } else {
        ui.horizontal(|ui| {
            ui.heading(texts.get("roadmap-title"));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                controls_ui(ui, scene, state, size);
            });
        });
    }
}

fn controls_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, size: draw::Size) {
    let texts = scene.texts;
    let name = texts.get("lanes-by");
    let combo = egui::ComboBox::from_id_salt("lanes")
        .selected_text(texts.get(state.by.key()))
        .show_ui(ui, |ui| {
            for by in Lanes::OF_ROADMAP {
                ui.selectable_value(&mut state.by, by, texts.get(by.key()));
            }
        });
    combo.response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, name.as_str())
    });
    state.baseline.ui(ui, scene);
    ui.toggle_value(&mut state.links, texts.get("roadmap-links"))
        .on_hover_text(texts.get("roadmap-links-help"));
    ui.toggle_value(&mut state.all_gauges, texts.get("roadmap-all-gauges"));
    if size == draw::Size::FULL {
        ui.toggle_value(&mut state.frontier.open, texts.get("frontier-title"));
        ui.toggle_value(&mut state.waiting, texts.get("waiting-heading"));
        if !scene.snapshot.scenario.phases.is_empty() {
            today::ui(ui, scene, &mut state.only_today);
        }
    }
}
