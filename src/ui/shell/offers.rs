//! What the questions "New" and "Recover" offer to choose from.

use super::dialogs::Decision;
use crate::app::{Rest, Template, moment_words, step_words};
use crate::texts::{Arg, Texts};
use eframe::egui::{self, RichText};
use std::path::PathBuf;

/// What a new scenario may begin with, each with what it holds.
pub fn new_body(ui: &mut egui::Ui, texts: &Texts) -> Option<Decision> {
    let mut decision = None;
    for template in Template::ALL {
        let key = template.key();
        if ui.button(texts.get(key)).clicked() {
            decision = Some(Decision::New(template));
        }
        ui.add(egui::Label::new(RichText::new(texts.get(&format!("{key}-text"))).weak()).wrap());
        ui.add_space(8.0);
    }
    if ui.button(texts.get("dialog-new-table")).clicked() {
        decision = Some(Decision::NewFromTable);
    }
    ui.add(egui::Label::new(RichText::new(texts.get("dialog-new-table-text")).weak()).wrap());
    ui.add_space(8.0);
    decision
}

/// Files that a scenario may be a variant of; `chosen` stands in a field of its own.
pub fn base_body(ui: &mut egui::Ui, chosen: &mut String, bases: &[PathBuf], texts: &Texts) {
    ui.add(egui::Label::new(texts.get("dialog-variant-text")).wrap());
    ui.add_space(4.0);
    for base in bases {
        let path = base.display().to_string();
        let name = base.file_name().map(|name| name.to_string_lossy().into_owned());
        let choice = ui.radio(*chosen == path, name.unwrap_or_else(|| path.clone()));
        if choice.on_hover_text(&path).clicked() {
            *chosen = path;
        }
    }
    ui.horizontal(|ui| {
        let label = ui.label(texts.get("dialog-variant-base"));
        let field = egui::TextEdit::singleline(chosen).desired_width(380.0);
        ui.add(field).labelled_by(label.id);
    });
    ui.add_space(8.0);
    ui.label(texts.get("dialog-variant-own"));
}

/// What is in no file, one piece of work after the other.
pub fn recover_body(ui: &mut egui::Ui, rests: &[Rest], texts: &Texts) -> Option<Decision> {
    let mut decision = None;
    ui.label(texts.get("dialog-recover-text"));
    egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        for rest in rests {
            ui.add_space(12.0);
            let name = rest.name();
            ui.strong(&name);
            if let Some(file) = &rest.told.base.file {
                ui.weak(file.display().to_string());
            }
            ui.label(rest_words(rest, texts));
            ui.horizontal(|ui| {
                let args = [("name", Arg::from(name.as_str()))];
                let mut choice = |key: &str, chosen: Decision| {
                    let button = ui.button(texts.get(key));
                    let of = texts.with(&format!("{key}-of"), &args);
                    crate::ui::widgets::name(&button, egui::accesskit::Role::Button, &of);
                    if button.clicked() {
                        decision = Some(chosen);
                    }
                };
                choice("dialog-recover-accept", Decision::Recover(rest.path.clone()));
                choice("dialog-recover-forget", Decision::Forget(rest.path.clone()));
            });
        }
    });
    decision
}

/// How much there is, and what was done last.
fn rest_words(rest: &Rest, texts: &Texts) -> String {
    let history = &rest.told.base.history;
    let (steps, done) = history.steps();
    let last = done.checked_sub(1).and_then(|at| steps.get(at)).or(steps.last());
    let count = Arg::from(history.unsaved_steps() as f64);
    let (what, when) = match last {
        Some(step) => (step_words(step, texts), moment_words(step.at)),
        None => return texts.with("recover-steps", &[("count", count)]),
    };
    let args =
        [("count", count), ("what", Arg::from(what.as_str())), ("when", Arg::from(when.as_str()))];
    let key = if rest.told.left.is_some() { "recover-left" } else { "recover-last" };
    texts.with(key, &args)
}
