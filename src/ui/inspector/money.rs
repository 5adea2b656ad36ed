//! What the item costs, whom it needs, and when it may start.

use super::fields::{choice_ui, estimate_ui, row_ui};
use crate::model::{Capex, PhaseId};
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::widgets::number_cell;
use eframe::egui::{RichText, Ui};

/// Draws money, staff and windows.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    money_ui(ui, scene, at);
    staff_ui(ui, scene, at);
    time_ui(ui, scene, at);
}

fn money_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let texts = scene.texts;
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let item = &snapshot.scenario.items[at];
    let currency = snapshot.scenario.currency.as_str();
    let unit = [("currency", Arg::from(currency))];
    ui.label(RichText::new(texts.with("money-title", &unit)).strong());
    match &item.capex {
        Capex::Total(total) => row_ui(ui, &texts.get("money-capex"), |ui| {
            if let Some(total) = estimate_ui(ui, scene, &texts.get("money-capex"), total) {
                scene.change_item(at, "edit-capex", |item| item.capex = Capex::Total(total));
            }
        }),
        Capex::PerPhase(amounts) => {
            for (index, amount) in amounts.iter().enumerate() {
                let args = [("number", Arg::from(index as f64 + 1.0))];
                let name = texts.with("money-capex-of-phase", &args);
                row_ui(ui, &name, |ui| {
                    if let Some(amount) = estimate_ui(ui, scene, &name, amount) {
                        scene.change_item(at, "edit-capex", |item| {
                            if let Capex::PerPhase(amounts) = &mut item.capex {
                                amounts[index] = amount;
                            }
                        });
                    }
                });
            }
        }
    }
    row_ui(ui, &texts.get("money-opex"), |ui| {
        if let Some(opex) = estimate_ui(ui, scene, &texts.get("money-opex"), &item.opex_per_year) {
            scene.change_item(at, "edit-opex", |item| item.opex_per_year = opex);
        }
    });
    for (index, part) in item.funding.co_funding.iter().enumerate() {
        let mut funds = snapshot.scenario.funding_sources.iter();
        let fund = funds.find(|fund| fund.id == part.fund);
        let name = fund.map_or(part.fund.as_str(), |fund| fund.name.get(texts.language()));
        row_ui(ui, name, |ui| {
            if let Some(amount) = estimate_ui(ui, scene, name, &part.amount) {
                scene.change_item(at, "edit-co-funding", |item| {
                    item.funding.co_funding[index].amount = amount;
                });
            }
        });
    }
}

fn staff_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let texts = scene.texts;
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let item = &snapshot.scenario.items[at];
    ui.add_space(6.0);
    ui.label(RichText::new(texts.get("money-staff")).strong());
    if item.staff_months.is_empty() {
        ui.weak(texts.get("money-no-staff"));
    }
    for (index, need) in item.staff_months.iter().enumerate() {
        let agency = need
            .agency
            .as_ref()
            .and_then(|id| snapshot.scenario.agencies.iter().find(|agency| agency.id == *id));
        let programme = texts.get("money-staff-programme");
        let name = match (&need.agency, agency) {
            (_, Some(agency)) => agency.name.get(texts.language()),
            (Some(id), None) => id.as_str(),
            (None, None) => programme.as_str(),
        };
        row_ui(ui, name, |ui| {
            if let Some(months) = estimate_ui(ui, scene, name, &need.months) {
                scene.change_item(at, "edit-staff", |item| {
                    item.staff_months[index].months = months;
                });
            }
        });
    }
}

fn time_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let texts = scene.texts;
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let item = &snapshot.scenario.items[at];
    ui.add_space(6.0);
    ui.label(RichText::new(texts.get("time-title")).strong());
    row_ui(ui, &texts.get("time-duration"), |ui| {
        let name = texts.get("time-duration");
        let present = Some(f64::from(item.duration()));
        if let Some(Some(phases)) = number_cell(ui, scene.tokens, &name, present, texts) {
            let duration = phases.clamp(1.0, 100.0).round() as u32;
            scene.change_item(at, "edit-duration", |item| item.set_duration(duration));
        }
    });
    let mut phases: Vec<(Option<PhaseId>, String)> = vec![(None, texts.get("time-any"))];
    for (index, phase) in snapshot.scenario.phases.iter().enumerate() {
        phases.push((Some(phase.id.clone()), scene.phase_name(index as u32 + 1).to_owned()));
    }
    row_ui(ui, &texts.get("time-earliest"), |ui| {
        let name = texts.get("time-earliest");
        if let Some(phase) = choice_ui(ui, &name, &item.earliest_phase, &phases) {
            scene.change_item(at, "edit-window", |item| item.earliest_phase = phase);
        }
    });
    row_ui(ui, &texts.get("time-latest"), |ui| {
        let name = texts.get("time-latest");
        if let Some(phase) = choice_ui(ui, &name, &item.latest_phase, &phases) {
            scene.change_item(at, "edit-window", |item| item.latest_phase = phase);
        }
    });
}
