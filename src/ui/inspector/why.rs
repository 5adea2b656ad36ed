//! Where the item is, because of what, and what if: the answer before the list.

use super::fields::{choice_ui, row_ui};
use crate::app::PlanState;
use crate::model::{PhaseId, Pin};
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::theme::tokens::GRID;
use crate::ui::widgets::text_cell;
use eframe::egui::{self, RichText, Ui};

/// How far a line of the chain is set in from the one that it stands behind.
const INDENT: f32 = 3.0 * GRID;

/// Room of the button that leads to another item, with the space before it.
const BUTTON: f32 = 10.0 * GRID;

/// Draws place, reasons and pin.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let texts = scene.texts;
    let planned = matches!(scene.snapshot.plan, PlanState::Planned(_));
    let head = match (planned, scene.snapshot.start_of(at)) {
        (false, _) => texts.get("why-no-plan"),
        (true, Some(phase)) => {
            texts.with("why-starts", &[("phase", Arg::from(scene.phase_name(phase)))])
        }
        (true, None) => texts.get("why-left-out"),
    };
    ui.label(RichText::new(head).strong().size(16.0));
    if let Some(row) = scene.snapshot.scores.ranking.rows.get(at) {
        let args = [
            ("value", Arg::from(texts.number(row.value, 1).as_str())),
            ("rank", Arg::from(row.rank.to_string().as_str())),
            ("of", Arg::from(scene.snapshot.scenario.items.len() as f64)),
        ];
        ui.label(texts.with("why-value", &args));
    }
    if let Some(Some(better)) = scene.snapshot.scores.dominated.get(at) {
        let better = scene.item_name(*better).to_owned();
        ui.colored_label(
            scene.tokens.text_weak,
            texts.with("why-dominated", &[("item", Arg::from(better.as_str()))]),
        );
    }
    reasons_ui(ui, scene);
    pin_ui(ui, scene, at);
}

fn reasons_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(reasons) = scene.reasons else { return };
    if reasons.is_empty() {
        return;
    }
    ui.weak(scene.texts.get("why-because"));
    let mut wanted = None;
    for reason in reasons {
        ui.horizontal_top(|ui| {
            // Four steps show the way; deeper lines stand under the fourth.
            ui.add_space(INDENT * reason.depth.min(4) as f32);
            ui.label("·");
            // The button that may follow needs its room, else the row pushes the next
            // ones over the edge.
            let button = if reason.item.is_some() { BUTTON } else { 0.0 };
            let width = (ui.available_width() - button).max(80.0);
            let label = ui
                .vertical(|ui| {
                    ui.set_max_width(width);
                    ui.add(egui::Label::new(&reason.words).wrap())
                })
                .inner;
            if let Some(item) = reason.item {
                let name = scene.item_name(item);
                let show = scene.texts.with("why-show", &[("item", Arg::from(name))]);
                let button = egui::Button::new("→").small();
                let button = ui.add(button).on_hover_text(&show);
                button.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, show.as_str())
                });
                if button.clicked() {
                    wanted = Some(item);
                }
            }
            label
        });
    }
    if let Some(item) = wanted {
        scene.select(item);
    }
}

/// A person's decision on where the item goes.
fn pin_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let texts = scene.texts;
    let item = scene.snapshot.scenario.items[at].clone();
    if scene.snapshot.scenario.phases.is_empty() {
        return;
    }
    row_ui(ui, &texts.get("pin-title"), |ui| {
        let mut choices: Vec<(Option<Option<PhaseId>>, String)> =
            vec![(None, texts.get("pin-none"))];
        for (index, phase) in scene.snapshot.scenario.phases.iter().enumerate() {
            let name = scene.phase_name(index as u32 + 1).to_owned();
            choices.push((Some(Some(phase.id.clone())), name));
        }
        choices.push((Some(None), texts.get("pin-never")));
        let present = item.pin.as_ref().map(|pin| pin.phase.clone());
        if let Some(chosen) = choice_ui(ui, &texts.get("pin-title"), &present, &choices) {
            scene.change_item(at, "edit-pin", |item| {
                let old = item.pin.take().unwrap_or_default();
                item.pin = chosen.map(|phase| Pin { phase, ..old });
            });
        }
        let mut mandatory = item.mandatory;
        if ui.checkbox(&mut mandatory, texts.get("field-mandatory")).changed() {
            scene.change_item(at, "edit-mandatory", |item| item.mandatory = mandatory);
        }
    });
    if let Some(pin) = &item.pin {
        row_ui(ui, &texts.get("pin-reason"), |ui| {
            if let Some(reason) = text_cell(ui, scene.tokens, &texts.get("pin-reason"), &pin.reason)
            {
                scene.change_item(at, "edit-pin", |item| {
                    if let Some(pin) = &mut item.pin {
                        pin.reason = reason;
                    }
                });
            }
        });
        row_ui(ui, &texts.get("pin-by"), |ui| {
            if let Some(by) = text_cell(ui, scene.tokens, &texts.get("pin-by"), &pin.by) {
                scene.change_item(at, "edit-pin", |item| {
                    if let Some(pin) = &mut item.pin {
                        pin.by = by;
                    }
                });
            }
        });
    }
}
