//! The status line: one honest sentence on the plan.

use crate::app::{PlanState, Snapshot, proof};
use crate::model::{Scenario, Severity};
use crate::texts::{Arg, Texts};
use crate::ui::scene::Intent;
use eframe::egui::Ui;

/// Draws the status line; `said` is a passing message that takes its place.
pub fn status_ui(
    ui: &mut Ui,
    snapshot: &Snapshot,
    said: Option<&str>,
    texts: &Texts,
    intents: &mut Vec<Intent>,
) {
    ui.horizontal(|ui| {
        let sentence = match said {
            Some(said) => said.to_owned(),
            None => sentence(snapshot, texts),
        };
        ui.label(sentence);
        let count = snapshot.count_problems(Severity::Warning);
        if count > 0 {
            let words = texts.with("status-findings", &[("count", Arg::from(count as f64))]);
            if ui.link(words).clicked() {
                intents.push(Intent::Command(crate::app::Command::ShowProblems));
            }
        }
    });
}

/// What the status line says of a plan.
pub fn sentence(snapshot: &Snapshot, texts: &Texts) -> String {
    match &snapshot.plan {
        PlanState::NoPhases => texts.get("status-no-phases"),
        PlanState::Invalid(_) => texts.get("status-invalid"),
        PlanState::Working => texts.get("status-working"),
        PlanState::Infeasible { .. } => texts.get("status-infeasible"),
        PlanState::Planned(plan) => {
            let (used, available) = money(&snapshot.scenario, plan);
            let currency = snapshot.scenario.currency.as_str();
            let elapsed = plan.elapsed + snapshot.scoring_time;
            let mut parts = vec![texts.with(
                "status-planned",
                &[
                    ("planned", Arg::from(plan.started() as f64)),
                    ("items", Arg::from(snapshot.scenario.items.len() as f64)),
                ],
            )];
            if available > 0.0 {
                parts.push(texts.with(
                    "status-money",
                    &[
                        ("used", Arg::from(texts.money(used, currency).as_str())),
                        ("available", Arg::from(texts.money(available, currency).as_str())),
                    ],
                ));
            }
            parts.push(texts.with(
                "status-value",
                &[("value", Arg::from(texts.number(plan.objective(), 0).as_str()))],
            ));
            parts.push(proof(&plan.answer, plan.finished, texts));
            parts.push(texts.with(
                "status-time",
                &[("time", Arg::from(texts.number(elapsed.as_secs_f64() * 1000.0, 0).as_str()))],
            ));
            parts.join(" · ")
        }
    }
}

/// Money spent and available over all phases that have a budget.
fn money(scenario: &Scenario, plan: &crate::app::PlanView) -> (f64, f64) {
    let available = scenario.phases.iter().filter_map(|phase| phase.budget).sum();
    let capex = plan.compiled.resource_index("capex");
    let used = capex.map_or(0.0, |at| plan.spending(at).iter().map(|(used, _)| used).sum());
    (used, available)
}
