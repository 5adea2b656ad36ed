//! The screen on which the decision happens: weights, ranking, roadmap, inspector.

mod filter;
mod ranking;
mod scale;
mod weights;

pub use ranking::score_cell_ui;

use super::scene::Scene;
use super::{inspector, roadmap};
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
) {
    let width = ui.available_width();
    egui::Panel::left("weights")
        .resizable(true)
        .default_size((width * 0.21).clamp(220.0, 340.0))
        .size_range(200.0..=480.0)
        .show(ui, |ui| weights::ui(ui, scene, &mut state.weights));
    egui::Panel::right("inspector")
        .resizable(true)
        .default_size((width * 0.27).clamp(260.0, 420.0))
        .size_range(240.0..=640.0)
        .show(ui, |ui| inspector::ui(ui, scene, &mut state.inspector));
    let height = ui.available_height();
    egui::Panel::bottom("small roadmap")
        .resizable(true)
        .default_size(height * 0.52)
        .size_range(120.0..=(height - 220.0).max(121.0))
        .show(ui, |ui| {
            // Without this the panel would shrink to what the roadmap needs.
            ui.set_min_height(ui.available_height());
            roadmap::small_ui(ui, scene, roadmap_state);
        });
    egui::CentralPanel::default().show(ui, |ui| {
        ranking::ui(ui, scene, &mut state.ranking);
    });
}
