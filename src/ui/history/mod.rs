//! What was done, and what was decided.

mod decisions;
mod steps;

use super::scene::Scene;
use super::widgets::tabs;
use eframe::egui::{self, Ui};

/// Which page is in front.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Page {
    #[default]
    Steps,
    Decisions,
}

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct State {
    page: Page,
}

impl State {
    /// Shows the steps, or what people have decided.
    pub fn show(&mut self, decisions: bool) {
        self.page = if decisions { Page::Decisions } else { Page::Steps };
    }
}

/// Draws the view.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    egui::CentralPanel::default().show(ui, |ui| {
        let pages = [
            (Page::Steps, scene.texts.get("history-page-steps")),
            (Page::Decisions, scene.texts.get("history-page-decisions")),
        ];
        if let Some(page) = tabs(ui, scene.tokens, "history pages", &pages, state.page) {
            state.page = page;
        }
        ui.add_space(4.0);
        match state.page {
            Page::Steps => steps::ui(ui, scene),
            Page::Decisions => decisions::ui(ui, scene),
        }
    });
}
