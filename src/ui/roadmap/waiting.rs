//! What is left out, why, and the least money or staff that would bring it in.

use crate::app::{held_words, waiting_words};
use crate::explain::WaitingList;
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::theme::strong_family;
use crate::ui::widgets::empty_ui;
use eframe::egui::{self, Label, RichText, ScrollArea, Ui};
use std::sync::Arc;

/// Draws the list as far as it is worked out.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let texts = scene.texts;
    // Without this the panel would shrink to its first sentence.
    ui.set_min_width(ui.available_width());
    ui.add_space(4.0);
    ui.heading(texts.get("waiting-heading"));
    let snapshot = Arc::clone(scene.snapshot);
    let Some(plan) = snapshot.planned() else {
        empty_ui(ui, scene.tokens, &texts.get("why-no-plan"), None);
        return;
    };
    let list = scene.inquiries.waiting().cloned();
    progress_ui(ui, scene, list.as_deref());
    let Some(list) = list else { return };
    if list.is_complete() && list.rows.is_empty() {
        empty_ui(ui, scene.tokens, &texts.get("waiting-none"), None);
        return;
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 12.0);
        for row in &list.rows {
            ui.add_space(6.0);
            let name = scene.item_name(row.item).to_owned();
            let words = RichText::new(&name).family(strong_family());
            if ui.add(egui::Link::new(words)).clicked() {
                scene.select(row.item);
            }
            for held in &row.held {
                let (words, _) = held_words(held, row.item, &snapshot, texts);
                ui.add(Label::new(RichText::new(format!("· {words}")).weak()).wrap());
            }
            for words in waiting_words(row, &plan.compiled, &snapshot.scenario, texts) {
                let words = if row.enters.is_empty() {
                    words
                } else {
                    texts.with("waiting-enters", &[("what", Arg::from(words.as_str()))])
                };
                ui.add(Label::new(words).wrap());
            }
        }
    });
}

fn progress_ui(ui: &mut Ui, scene: &Scene<'_>, list: Option<&WaitingList>) {
    let texts = scene.texts;
    let words = match list {
        None => texts.get("waiting-working"),
        Some(list) if list.is_complete() => texts.get("waiting-by-worth"),
        Some(list) => {
            let args =
                [("done", Arg::from(list.rows.len() as f64)), ("of", Arg::from(list.of as f64))];
            texts.with("waiting-progress", &args)
        }
    };
    ui.add(Label::new(RichText::new(words).weak()).wrap());
}
