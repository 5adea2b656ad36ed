//! What is wrong or worth a look; a click leads to the place.

use super::scene::{Intent, Scene};
use super::variants::variant_ui;
use super::widgets::{empty_ui, text_width};
use crate::app::{item_at, words};
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
    variant_ui(ui, scene);
    let shown: Vec<_> = problems
        .iter()
        .filter(|problem| state.only.is_none_or(|only| problem.severity == only))
        .collect();
    if shown.is_empty() {
        empty_ui(ui, scene.tokens, &texts.get("problems-none"), None);
        return;
    }
    let severity_width = [Severity::Error, Severity::Warning, Severity::Hint]
        .map(|severity| {
            let word = texts.get(&format!("severity-{}", severity.key()));
            text_width(ui, &format!("{} {word}", sign(severity)))
        })
        .into_iter()
        .fold(60.0, f32::max);
    TableBuilder::new(ui)
        .id_salt("problems")
        .auto_shrink(false)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Column::exact(severity_width + 8.0))
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
                let sign = sign(problem.severity);
                let colour = match problem.severity {
                    Severity::Error => scene.tokens.error,
                    Severity::Warning => scene.tokens.warning,
                    Severity::Hint => scene.tokens.text_weak,
                };
                row.col(|ui| {
                    let word = texts.get(&format!("severity-{}", problem.severity.key()));
                    ui.colored_label(colour, format!("{sign} {word}"));
                });
                row.col(|ui| {
                    let place = egui::Link::new(place_words(scene, &problem.path));
                    if ui.add(place).on_hover_text(&problem.path).clicked() {
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

/// A shape beside the colour of a severity.
fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✕",
        Severity::Warning => "⚠",
        Severity::Hint => "·",
    }
}

/// Where a problem is: the item by its name, then the rest of the path.
fn place_words(scene: &Scene<'_>, path: &str) -> String {
    let Some(item) = item_at(&scene.snapshot.scenario, path) else { return path.to_owned() };
    let rest = path.split_once(']').map_or("", |(_, rest)| rest);
    match rest.strip_prefix('.') {
        Some(rest) => format!("{} · {rest}", scene.item_name(item)),
        None => scene.item_name(item).to_owned(),
    }
}
