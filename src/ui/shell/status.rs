//! The status line: one honest sentence on the plan, and a thin line above it
//! while the plan still improves.

use crate::app::{Command, PlanState, Snapshot, proof};
use crate::model::{Scenario, Severity};
use crate::texts::{Arg, Texts};
use crate::ui::scene::Intent;
use crate::ui::theme::Tokens;
use crate::ui::widgets::name;
use eframe::egui::{Rect, Sense, Ui, accesskit::Role, vec2};
use std::time::Duration;

/// How often the thin line is drawn anew while nothing else is.
const SHARE_TIME: Duration = Duration::from_millis(100);

/// What the status line tells.
pub struct Status<'a> {
    /// Everything derived from the scenario.
    pub snapshot: &'a Snapshot,
    /// A passing message that takes the sentence's place.
    pub said: Option<&'a str>,
    /// Somebody else has written the open file.
    pub changed_on_disk: bool,
    /// How many items the last step moved.
    pub moved: usize,
    /// How much of its effort the planner has spent, while it works.
    pub share: Option<f64>,
}

/// Draws the status line.
pub fn status_ui(
    ui: &mut Ui,
    status: &Status<'_>,
    tokens: &Tokens,
    texts: &Texts,
    intents: &mut Vec<Intent>,
) {
    let Status { snapshot, said, changed_on_disk, moved, share } = *status;
    if let Some(share) = share {
        progress_ui(ui, share, tokens, texts);
    }
    ui.horizontal(|ui| {
        let sentence = match said {
            Some(said) => said.to_owned(),
            None => sentence(snapshot, texts),
        };
        ui.label(sentence);
        if changed_on_disk && ui.link(texts.get("status-changed-on-disk")).clicked() {
            intents.push(Intent::Command(Command::LookAtDisk));
        }
        let stopped = snapshot.planned().is_some_and(|plan| plan.finished && !plan.answer.optimal);
        if stopped && ui.link(texts.get(Command::ProveFurther.key())).clicked() {
            intents.push(Intent::Command(Command::ProveFurther));
        }
        let mut counted = |count: usize, key: &str, command: Command| {
            let words = texts.with(key, &[("count", Arg::from(count as f64))]);
            if count > 0 && ui.link(words).clicked() {
                intents.push(Intent::Command(command));
            }
        };
        counted(moved, "status-moved", Command::ShowChanges);
        let findings = snapshot.count_problems(Severity::Warning);
        counted(findings, "status-findings", Command::ShowProblems);
    });
}

/// A thin line over the whole width while the planner works: how much of its
/// effort is spent. Not how much better the plan will get: nobody knows that.
fn progress_ui(ui: &mut Ui, share: f64, tokens: &Tokens, texts: &Texts) {
    let area = ui.max_rect();
    let line = Rect::from_min_size(area.min - vec2(0.0, 2.0), vec2(area.width(), 2.0));
    let spent = Rect::from_min_size(line.min, vec2(line.width() * share as f32, line.height()));
    ui.painter().rect_filled(line, 0.0, tokens.line);
    ui.painter().rect_filled(spent, 0.0, tokens.accent);
    let response = ui.interact(line, ui.scope_id().with("improving"), Sense::hover());
    name(&response, Role::ProgressIndicator, &texts.get("status-improving"));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
        node.set_numeric_value((share * 100.0).round());
    });
    let percent = texts.percent(share, 0);
    response.on_hover_text(
        texts.with("status-improving-share", &[("percent", Arg::from(percent.as_str()))]),
    );
    // The planner wakes the window for better plans alone; the line moves between them.
    ui.ctx().request_repaint_after(SHARE_TIME);
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
