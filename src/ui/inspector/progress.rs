//! How far the item really is.

use super::fields::{choice_ui, row_ui};
use crate::model::{Item, PhaseId, Progress, ProgressStatus};
use crate::ui::scene::Scene;
use crate::ui::widgets::number_cell;
use eframe::egui::Ui;

/// Draws status, real phases and how much is done.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let Some(item) = snapshot.scenario.items.get(at) else { return };
    if snapshot.scenario.phases.is_empty() {
        return;
    }
    let texts = scene.texts;
    let title = texts.get("input-progress");
    let status = item.status();
    let choices = [
        (ProgressStatus::NotStarted, texts.get("progress-not-started")),
        (ProgressStatus::Running, texts.get("progress-running")),
        (ProgressStatus::Done, texts.get("progress-done")),
        (ProgressStatus::Stopped, texts.get("progress-stopped")),
    ];
    row_ui(ui, &title, |ui| {
        if let Some(chosen) = choice_ui(ui, &title, &status, &choices) {
            let started = begun_in(scene, item, at);
            scene.change_item(at, "edit-progress", |item| set_status(item, chosen, started));
        }
    });
    if !item.has_begun() {
        return;
    }
    let progress = item.progress.clone().unwrap_or_default();
    let phases: Vec<(Option<PhaseId>, String)> = (1..)
        .zip(&snapshot.scenario.phases)
        .map(|(number, phase)| (Some(phase.id.clone()), scene.phase_name(number).to_owned()))
        .collect();
    let began = texts.get("progress-began");
    row_ui(ui, &began, |ui| {
        if let Some(chosen) = choice_ui(ui, &began, &progress.started, &phases) {
            change(scene, at, |progress| progress.started = chosen);
        }
    });
    let ends = texts.get("progress-ends");
    let with_none: Vec<(Option<PhaseId>, String)> =
        std::iter::once((None, texts.get("progress-ends-as-planned"))).chain(phases).collect();
    row_ui(ui, &ends, |ui| {
        if let Some(chosen) = choice_ui(ui, &ends, &progress.ends, &with_none) {
            change(scene, at, |progress| progress.ends = chosen);
        }
    });
    if status == ProgressStatus::Running {
        let done = texts.get("progress-percent");
        row_ui(ui, &done, |ui| {
            let percent = number_cell(ui, scene.tokens, &done, progress.percent, texts);
            if let Some(percent) = percent {
                let percent = percent.map(|percent| percent.clamp(0.0, 100.0));
                change(scene, at, |progress| progress.percent = percent);
            }
        });
    }
}

fn change(scene: &mut Scene<'_>, at: usize, change: impl FnOnce(&mut Progress)) {
    scene.change_item(at, "edit-progress", |item| {
        change(item.progress.get_or_insert_default());
    });
}

/// The phase in which an item most likely began: where the plan has it, but not after
/// today.
fn begun_in(scene: &Scene<'_>, item: &Item, at: usize) -> Option<PhaseId> {
    let known = item.progress.as_ref().and_then(|progress| progress.started.clone());
    if known.is_some() {
        return known;
    }
    let scenario = &scene.snapshot.scenario;
    let today = scenario.today();
    let planned = scene.snapshot.start_of(at).or(today).unwrap_or(1);
    let number = today.map_or(planned, |today| planned.min(today));
    scenario.phases.get(number as usize - 1).map(|phase| phase.id.clone())
}

/// A status, with what belongs to it; what does not belong to it goes.
fn set_status(item: &mut Item, status: ProgressStatus, started: Option<PhaseId>) {
    let old = item.progress.take().unwrap_or_default();
    item.progress = match status {
        ProgressStatus::NotStarted => None,
        ProgressStatus::Stopped => Some(Progress { status, percent: None, ..old }),
        ProgressStatus::Running => Some(Progress { status, started, ..old }),
        ProgressStatus::Done => Some(Progress { status, started, percent: None, ..old }),
    };
}
