//! The item's scores: raw figure and value side by side, with range, source and note.

use super::fields::source_mark_ui;
use crate::model::{Estimated, Measure, Score};
use crate::ui::decide::score_cell_ui;
use crate::ui::scene::Scene;
use crate::ui::widgets::{number_cell, swatch};
use eframe::egui::{self, RichText, Ui};

/// Draws a row for each criterion.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let texts = scene.texts;
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let Some(ranked) = snapshot.scores.ranking.rows.get(at) else { return };
    for (leaf, &criterion) in snapshot.scores.matrix.leaves.iter().enumerate() {
        let criterion = &snapshot.scenario.criteria[criterion];
        let cell = &snapshot.scores.matrix.cells[at][leaf];
        ui.horizontal(|ui| {
            swatch(ui, scene.tokens, leaf);
            let name = scene.leaf_name(leaf).to_owned();
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let points = ranked.contributions.get(leaf).copied().unwrap_or(0.0);
                ui.label(texts.number(points, 1)).on_hover_text(texts.get("score-contribution"));
                let value = cell.value.map_or_else(|| "–".to_owned(), |v| texts.number(v, 0));
                ui.weak(value).on_hover_text(texts.get("score-value"));
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(egui::Label::new(name).truncate());
                });
            });
        });
        ui.horizontal_wrapped(|ui| {
            ui.add_space(14.0);
            score_cell_ui(ui, scene, at, leaf);
            let score = snapshot.scenario.items[at].scores.get(&criterion.id);
            if let Some(score) = score.filter(|_| !cell.computed) {
                range_ui(ui, scene, at, leaf, score);
                source_mark_ui(ui, scene, score.source, score.note.as_deref());
            } else if !cell.computed {
                ui.colored_label(scene.tokens.warning, texts.get("score-missing"));
            }
            let unit = criterion.unit.get(texts.language());
            ui.add(egui::Label::new(RichText::new(unit).small().weak()).truncate());
        });
    }
}

/// Low and high of a numeric score.
fn range_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize, leaf: usize, score: &Score) {
    let Estimated { best: Measure::Number(best), low, high, .. } = score else { return };
    let number = |measure: &Option<Measure>| match measure {
        Some(Measure::Number(number)) => Some(*number),
        _ => None,
    };
    let texts = scene.texts;
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let criterion = &snapshot.scenario.criteria[snapshot.scores.matrix.leaves[leaf]];
    let name = scene.leaf_name(leaf).to_owned();
    let of = |key: &str| texts.with(key, &[("name", name.as_str().into())]);
    let best = *best;
    ui.weak("[");
    if let Some(low) = number_cell(ui, scene.tokens, &of("field-low"), number(low), texts) {
        scene.change_item(at, "edit-score", |item| {
            if let Some(score) = item.scores.get_mut(&criterion.id) {
                score.low = low.map(|low| Measure::Number(low.min(best)));
            }
        });
    }
    ui.weak("–");
    if let Some(high) = number_cell(ui, scene.tokens, &of("field-high"), number(high), texts) {
        scene.change_item(at, "edit-score", |item| {
            if let Some(score) = item.scores.get_mut(&criterion.id) {
                score.high = high.map(|high| Measure::Number(high.max(best)));
            }
        });
    }
    ui.weak("]");
}
