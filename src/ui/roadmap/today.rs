//! Which phase is now, and what has begun.

use crate::app::{Edit, Label, Snapshot, with_progress_from_plan};
use crate::texts::Arg;
use crate::ui::scene::{Intent, Scene};
use eframe::egui::Ui;

/// Draws the menu; with `only_today` nothing is taken as begun.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, only_today: &mut bool) {
    let texts = scene.texts;
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let scenario = &snapshot.scenario;
    let today = scenario.today();
    let title = match today {
        Some(phase) => texts.with("today-is", &[("phase", Arg::from(scene.phase_name(phase)))]),
        None => texts.get("today-none"),
    };
    let menu = ui.menu_button(title, |ui| {
        ui.weak(texts.get("today-help"));
        let choices: Vec<Option<u32>> =
            std::iter::once(None).chain((1..).take(scenario.phases.len()).map(Some)).collect();
        for choice in choices {
            let words = match choice {
                Some(phase) => scene.phase_name(phase).to_owned(),
                None => texts.get("today-not-said"),
            };
            if ui.radio(choice == today, words).clicked() {
                let (label, edit) = edit(&snapshot, choice, *only_today);
                scene.ask(Intent::Edit { label, edit: Box::new(edit), gesture: None });
                ui.close();
            }
        }
        ui.separator();
        let mut as_planned = !*only_today;
        if ui.checkbox(&mut as_planned, texts.get("today-as-planned")).changed() {
            *only_today = !as_planned;
        }
    });
    menu.response.on_hover_text(texts.get("today-help"));
}

/// The phase that is now, as an edit; what the plan on the screen began before it counts
/// as begun from then on, unless that is not wanted.
fn edit(snapshot: &Snapshot, today: Option<u32>, only_today: bool) -> (Label, Edit) {
    let scenario = &snapshot.scenario;
    let starts = snapshot.planned().map(|plan| plan.start.as_slice()).unwrap_or_default();
    let begun = today.filter(|_| !only_today);
    let begun = begun.and_then(|today| with_progress_from_plan(scenario, starts, today));
    if let Some(edit) = begun {
        return (Label::new("edit-progress-as-planned", ""), edit);
    }
    let mut parameters = scenario.parameters.clone();
    let phase = today.and_then(|number| scenario.phases.get(number as usize - 1));
    parameters.today = phase.map(|phase| phase.id.clone());
    (Label::new("edit-today", ""), Edit::Parameters(Box::new(parameters)))
}
