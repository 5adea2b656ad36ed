//! The screen on which the decision happens: weights, ranking, roadmap, inspector.

mod ranking;
mod scale;
mod weights;

pub use ranking::score_cell_ui;

use super::panes::{Fit, pane_ui};
use super::scene::Scene;
use super::tour::{Mark, mark};
use super::{inspector, roadmap};
use crate::app::{Pane, Panes};
use crate::model::AgencyId;
use eframe::egui::{self, Ui};

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct State {
    weights: weights::State,
    ranking: ranking::State,
    inspector: inspector::State,
}

impl State {
    /// Puts the cursor into the search field.
    pub fn focus_search(&mut self) {
        self.ranking.focus_search();
    }

    /// Lists the items of one agency.
    pub fn list_items_of(&mut self, agency: AgencyId) {
        self.ranking.list_items_of(agency);
    }

    /// Shows the place that a path of a problem names, if it is on this screen.
    pub fn reveal_path(&mut self, path: &str) {
        self.weights.reveal_path(path);
    }
}

/// Draws the screen.
pub fn ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    roadmap_state: &mut roadmap::State,
    panes: &mut Panes,
) {
    let width = ui.available_width();
    let fit = Fit { usual: (width * 0.21).clamp(220.0, 340.0), range: 200.0..=480.0 };
    pane_ui(ui, panes, Pane::Weights, fit, |ui| weights::ui(ui, scene, &mut state.weights));
    let fit = Fit { usual: (width * 0.27).clamp(260.0, 420.0), range: 240.0..=640.0 };
    pane_ui(ui, panes, Pane::Inspector, fit, |ui| inspector::ui(ui, scene, &mut state.inspector));
    let height = ui.available_height();
    let fit = Fit { usual: height * 0.52, range: 120.0..=(height - 220.0).max(121.0) };
    pane_ui(ui, panes, Pane::Roadmap, fit, |ui| {
        // Without this the panel would shrink to what the roadmap needs.
        ui.set_min_height(ui.available_height());
        roadmap::small_ui(ui, scene, roadmap_state);
    });
    let list = egui::CentralPanel::default().show(ui, |ui| {
        ranking::ui(ui, scene, &mut state.ranking);
    });
    mark(ui, Mark::Ranking, list.response.rect);
}
