//! Everything that was done since the scenario was first opened here: what, when and
//! why; a click goes back to that point, and nothing is forgotten by that.

use crate::app::{Step, decision_of, moment_words, step_words};
use crate::texts::Arg;
use crate::ui::scene::{Intent, Scene};
use crate::ui::widgets::{empty_ui, name, text_cell, text_width};
use eframe::egui::{self, Button, RichText, Ui, accesskit::Role};
use egui_extras::{Column, TableBuilder, TableRow};
use std::cmp::Ordering;

/// Draws the page.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let texts = scene.texts;
    ui.heading(texts.get("view-history"));
    ui.weak(texts.get("history-hint"));
    ui.add_space(4.0);
    let (steps, _) = scene.document.history().steps();
    if steps.is_empty() {
        empty_ui(ui, scene.tokens, &texts.get("history-empty"), None);
    } else {
        table_ui(ui, scene);
    }
}

fn table_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let texts = scene.texts;
    let document = scene.document;
    let (steps, _) = document.history().steps();
    let state_width = ["history-here", "history-saved", "history-taken-back"]
        .map(|key| text_width(ui, &format!("▸ {}", texts.get(key))))
        .into_iter()
        .fold(60.0, f32::max);
    let log_width = text_width(ui, &texts.get("history-log")) + 24.0;
    TableBuilder::new(ui)
        .id_salt("history")
        .auto_shrink(false)
        .striped(false)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Column::exact(state_width + 8.0))
        .column(Column::exact(130.0))
        .column(Column::initial(420.0).clip(true).resizable(true))
        .column(Column::remainder().clip(true))
        .column(Column::exact(log_width))
        .header(scene.tokens.row_height, |mut header| {
            for key in ["column-state", "column-when", "column-step", "column-reason", ""] {
                header.col(|ui| {
                    if !key.is_empty() {
                        ui.weak(texts.get(key));
                    }
                });
            }
        })
        .body(|body| {
            // The newest first, and at the end what was there before all of them.
            body.rows(scene.tokens.row_height, steps.len() + 1, |mut row| {
                let position = steps.len() - row.index();
                row_ui(&mut row, scene, steps, position);
            });
        });
}

/// The row of the state in which so many steps are done.
fn row_ui(row: &mut TableRow<'_, '_>, scene: &mut Scene<'_>, steps: &[Step], position: usize) {
    let texts = scene.texts;
    let history = scene.document.history();
    let (_, done) = history.steps();
    let step = position.checked_sub(1).and_then(|at| steps.get(at));
    let words = step.map_or_else(|| texts.get("history-beginning"), |s| step_words(s, texts));
    row.set_selected(position == done);
    row.col(|ui| {
        let saved = history.saved_position() == Some(position);
        let (sign, key) = match position.cmp(&done) {
            Ordering::Equal => ("▸ ", "history-here"),
            Ordering::Greater => ("  ", "history-taken-back"),
            Ordering::Less if saved => ("  ", "history-saved"),
            Ordering::Less => return,
        };
        ui.label(format!("{sign}{}", texts.get(key)));
    });
    row.col(|ui| {
        if let Some(step) = step {
            ui.weak(moment_words(step.at)).on_hover_text(step.at.to_string());
        }
    });
    row.col(|ui| {
        let shown = RichText::new(words.as_str());
        let shown = if position > done { shown.weak() } else { shown };
        if position == done {
            ui.add(egui::Label::new(shown).truncate());
            return;
        }
        let link = ui.add(Button::new(shown).frame(false).truncate());
        let args = [("step", Arg::from(words.as_str()))];
        name(&link, Role::Button, &texts.with("history-go", &args));
        if link.on_hover_text(texts.get("history-go-hint")).clicked() {
            scene.ask(Intent::GoToStep(position));
        }
    });
    row.col(|ui| {
        let Some(step) = step else { return };
        let args = [("step", Arg::from(words.as_str()))];
        let label = texts.with("history-reason-of", &args);
        let entered = ui
            .push_id(("reason", position), |ui| text_cell(ui, scene.tokens, &label, &step.reason))
            .inner;
        if let Some(reason) = entered {
            scene.ask(Intent::Reason(position - 1, reason));
        }
    });
    row.col(|ui| {
        let Some(step) = step.filter(|step| !step.reason.is_empty() && position <= done) else {
            return;
        };
        let args = [("step", Arg::from(words.as_str()))];
        let button = ui.button(texts.get("history-log"));
        name(&button, Role::Button, &texts.with("history-log-step", &args));
        if button.on_hover_text(texts.get("history-log-hint")).clicked() {
            let (label, edit) = decision_of(step, &scene.snapshot.scenario, texts);
            scene.ask(Intent::Edit { label, edit: Box::new(edit), gesture: None });
        }
    });
}
