//! What is wrong or worth a look; a click leads to the place.

use super::scene::{Intent, Scene};
use super::widgets::empty_ui;
use crate::app::words;
use crate::model::Severity;
use eframe::egui::{self, RichText, Ui};
use egui_extras::{Column, TableBuilder};

/// What the list remembers between frames.
#[derive(Debug, Default)]
pub struct State {
    only: Option<Severity>,
}

/// Draws the list.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    egui::CentralPanel::default().show(ui, |ui| list_ui(ui, scene, state));
}

fn list_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let texts = scene.texts;
    let problems = std::sync::Arc::clone(&scene.snapshot.problems);
    ui.horizontal(|ui| {
        ui.heading(texts.get("view-problems"));
        ui.selectable_value(&mut state.only, None, texts.get("problems-all"));
        for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
            let count = problems.iter().filter(|problem| problem.severity == severity).count();
            let name = texts.get(&format!("severity-{}", severity.key()));
            ui.selectable_value(&mut state.only, Some(severity), format!("{name} ({count})"));
        }
    });
    let shown: Vec<_> = problems
        .iter()
        .filter(|problem| state.only.is_none_or(|only| problem.severity == only))
        .collect();
    if shown.is_empty() {
        empty_ui(ui, scene.tokens, &texts.get("problems-none"), None);
        return;
    }
    TableBuilder::new(ui)
        .id_salt("problems")
        .auto_shrink(false)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Column::exact(90.0))
        .column(Column::initial(260.0).clip(true).resizable(true))
        .column(Column::remainder().clip(true))
        .header(scene.tokens.row_height, |mut header| {
            for key in ["column-severity", "column-place", "column-problem"] {
                header.col(|ui| {
                    ui.weak(texts.get(key));
                });
            }
        })
        .body(|body| {
            body.rows(scene.tokens.row_height * 1.8, shown.len(), |mut row| {
                let Some(problem) = shown.get(row.index()) else { return };
                let (message, remedy) = words(problem, texts);
                let (sign, colour) = match problem.severity {
                    Severity::Error => ("✕", scene.tokens.error),
                    Severity::Warning => ("⚠", scene.tokens.warning),
                    Severity::Hint => ("·", scene.tokens.text_weak),
                };
                row.col(|ui| {
                    let word = texts.get(&format!("severity-{}", problem.severity.key()));
                    ui.colored_label(colour, format!("{sign} {word}"));
                });
                row.col(|ui| {
                    let place = egui::Link::new(problem.path.as_str());
                    if ui.add(place).clicked() {
                        scene.ask(Intent::GoTo(problem.path.clone()));
                    }
                });
                row.col(|ui| {
                    ui.vertical(|ui| {
                        ui.add(egui::Label::new(message.as_str()).truncate())
                            .on_hover_text(&message);
                        let remedy_label =
                            egui::Label::new(RichText::new(&remedy).weak()).truncate();
                        ui.add(remedy_label).on_hover_text(&remedy);
                    });
                });
            });
        });
}
