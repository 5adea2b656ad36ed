//! The status line: one honest sentence on the plan, and a thin line above it
//! while the plan still improves.

use crate::app::{Command, PlanState, Snapshot, proof};
use crate::model::{Scenario, Severity};
use crate::texts::{Arg, Texts};
use crate::ui::scene::Intent;
use crate::ui::theme::Tokens;
use crate::ui::widgets::name;
use eframe::egui::{Rect, Sense, Ui, accesskit::Role, vec2};

/// Draws the status line; `said` is a passing message that takes its place.
pub fn status_ui(
    ui: &mut Ui,
    snapshot: &Snapshot,
    said: Option<&str>,
    tokens: &Tokens,
    texts: &Texts,
    intents: &mut Vec<Intent>,
) {
    progress_ui(ui, snapshot, tokens, texts);
    ui.horizontal(|ui| {
        let sentence = match said {
            Some(said) => said.to_owned(),
            None => sentence(snapshot, texts),
        };
        ui.label(sentence);
        let stopped = snapshot.planned().is_some_and(|plan| plan.finished && !plan.answer.optimal);
        if stopped && ui.link(texts.get(Command::ProveFurther.key())).clicked() {
            intents.push(Intent::Command(Command::ProveFurther));
        }
        let count = snapshot.count_problems(Severity::Warning);
        if count > 0 {
            let words = texts.with("status-findings", &[("count", Arg::from(count as f64))]);
            if ui.link(words).clicked() {
                intents.push(Intent::Command(Command::ShowProblems));
            }
        }
    });
}

/// A thin line over the whole width while the plan still improves. It says that
/// there is work, not how much is left: nobody knows when a better plan comes.
fn progress_ui(ui: &mut Ui, snapshot: &Snapshot, tokens: &Tokens, texts: &Texts) {
    let working = match &snapshot.plan {
        PlanState::Planned(plan) => !plan.finished || plan.generation != snapshot.generation,
        PlanState::Working => true,
        _ => false,
    };
    let area = ui.max_rect();
    let line = Rect::from_min_size(area.min - vec2(0.0, 2.0), vec2(area.width(), 2.0));
    if working {
        ui.painter().rect_filled(line, 0.0, tokens.accent);
        let response = ui.interact(line, ui.scope_id().with("improving"), Sense::hover());
        name(&response, Role::ProgressIndicator, &texts.get("status-improving"));
    }
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
