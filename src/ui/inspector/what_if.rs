//! What it would cost to have the item elsewhere, and what would move it. All of
//! it comes from planning again on another thread, line by line.

use crate::app::{change_words, displaced_words, forced_lines, pin_price_words, scarce_words};
use crate::explain::{Displaced, Explanation};
use crate::ui::scene::Scene;
use crate::ui::widgets::section;
use eframe::egui::{self, RichText, Ui};
use std::sync::Arc;

/// Items listed before the rest is only counted.
const SHOWN: usize = 6;

/// Draws what was found so far.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, at: usize) {
    let Some(plan) = scene.snapshot.planned() else { return };
    let texts = scene.texts;
    let title = texts.get("what-if-title");
    section(ui, scene.tokens, "what if", &title, |ui| {
        let Some(told) = scene.inquiries.explanation(at) else {
            ui.weak(texts.get("what-if-working"));
            return;
        };
        forced_ui(ui, scene, told);
        let lists = [
            ("explain-displaces", told.displaces()),
            ("explain-displaced-by", told.displaced_by()),
        ];
        for (key, rows) in lists {
            displaced_ui(ui, scene, &texts.get(key), &rows);
        }
        let scenario = &scene.snapshot.scenario;
        let changes = told.changes.iter();
        let changes = changes.map(|change| change_words(change, &plan.compiled, scenario, texts));
        list_ui(ui, &texts.get("explain-changes"), changes.collect());
        let scarce = told.scarce.iter();
        let scarce = scarce.map(|row| scarce_words(row, &plan.compiled, scenario, texts));
        list_ui(ui, &texts.get("scarce-title"), scarce.collect());
        if !told.complete {
            ui.weak(texts.get("what-if-more"));
        }
    });
}

/// What it costs to force the item into each phase.
fn forced_ui(ui: &mut Ui, scene: &Scene<'_>, told: &Arc<Explanation>) {
    let texts = scene.texts;
    if let Some(price) = told.pin {
        let words = pin_price_words(price, texts);
        ui.add(egui::Label::new(format!("{} {words}", texts.get("explain-pin"))).wrap());
    }
    let lines = forced_lines(told, scene.snapshot, texts);
    if lines.is_empty() {
        ui.weak(texts.get("what-if-working"));
        return;
    }
    ui.weak(texts.get("explain-force"));
    for (place, words) in lines {
        ui.horizontal_top(|ui| {
            ui.strong(format!("{place}:"));
            ui.add(egui::Label::new(words).wrap());
        });
    }
}

fn displaced_ui(ui: &mut Ui, scene: &Scene<'_>, title: &str, rows: &[Displaced]) {
    let mut lines: Vec<String> = rows
        .iter()
        .take(SHOWN)
        .map(|row| displaced_words(row, &scene.snapshot.scenario, scene.texts))
        .collect();
    if let Some(more) = rows.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        let args = [("count", (more as f64).into())];
        lines.push(scene.texts.with("problems-more", &args));
    }
    list_ui(ui, title, lines);
}

fn list_ui(ui: &mut Ui, title: &str, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.label(RichText::new(title).weak());
    for line in lines {
        ui.add(egui::Label::new(format!("· {line}")).wrap());
    }
}
