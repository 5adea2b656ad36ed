//! `phasewise explain`: why an item is where it is, and what would move it.

use super::report::{complain, print, print_json, read};
use super::{Failure, Reading};
use crate::app::{Overview, PlanView, Reason, held_words, item_name, phase_name, plan_once};
use crate::explain::{Change, ChangeKind, Displaced, Forced, force, held_by, smallest_changes};
use crate::sequencing::{Budget, Options as EngineOptions};
use crate::texts::{Arg, Texts};
use clap::Args;
use serde::Serialize;
use std::fmt::Write as _;
use std::sync::Arc;

/// Options of `explain`.
#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    reading: Reading,
    /// Id of the item
    item: String,
    /// Seed of the search
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Serialize)]
struct Report {
    id: String,
    phase: Option<u32>,
    held_by: Vec<Reason>,
    displaces: Vec<Displaced>,
    force: Vec<Forced>,
    smallest_change: Vec<Change>,
}

/// Explains one item.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let scenario = Arc::new(read(&options.reading, texts)?);
    let Some(item) = scenario.items.iter().position(|item| item.id == *options.item) else {
        let ids: Vec<&str> = scenario.items.iter().map(|item| item.id.as_str()).collect();
        let near = crate::files::text::nearest(&options.item, &ids).unwrap_or_default();
        let args = [("item", Arg::from(options.item.as_str())), ("near", Arg::from(near))];
        let key = if near.is_empty() { "cli-no-item" } else { "cli-no-item-near" };
        complain(&texts.with(key, &args));
        return Err(Failure::Usage);
    };
    let engine = EngineOptions { seed: options.seed, ..EngineOptions::default() };
    let overview = plan_once(scenario, Budget::Effort(crate::app::DEFAULT_EFFORT), engine);
    let Some(plan) = overview.plan() else {
        complain(&texts.get("cli-no-plan-to-explain"));
        return Err(Failure::Infeasible);
    };
    let report = report(&overview, plan, item);
    if options.reading.json {
        print_json(&report);
    } else {
        print(&words(&overview, plan, item, &report, texts));
    }
    Ok(())
}

fn report(overview: &Overview, plan: &PlanView, item: usize) -> Report {
    let scenario = &overview.snapshot.scenario;
    let phase = plan.start[item];
    let others = (1..=scenario.phases.len() as u32).map(Some).chain([None]);
    let force: Vec<Forced> = others
        .filter(|other| *other != phase)
        .map(|other| force(scenario, &plan.compiled, &plan.answer, item, other))
        .collect();
    // What a start one phase earlier, or at all, would push away.
    let earlier = force.iter().rev().find(|forced| {
        forced.loss.is_some() && forced.phase.is_some() && (phase.is_none() || forced.phase < phase)
    });
    let displaces = earlier.map(|forced| forced.pushes.clone()).unwrap_or_default();
    Report {
        id: scenario.items[item].id.to_string(),
        phase,
        held_by: overview.held_by(item),
        displaces,
        force,
        smallest_change: smallest_changes(scenario, &plan.compiled, &plan.answer, item),
    }
}

fn words(
    overview: &Overview,
    plan: &PlanView,
    item: usize,
    report: &Report,
    texts: &Texts,
) -> String {
    let snapshot = &overview.snapshot;
    let scenario = &snapshot.scenario;
    let name = item_name(scenario, item, texts);
    let head = match report.phase {
        Some(phase) => {
            let phase = phase_name(scenario, phase, texts);
            texts.with(
                "explain-starts",
                &[("item", Arg::from(name.as_str())), ("phase", Arg::from(phase.as_str()))],
            )
        }
        None => texts.with("explain-out", &[("item", Arg::from(name.as_str()))]),
    };
    let mut text = format!("{head}\n");
    for held in held_by(&plan.compiled, &plan.answer.plan, item) {
        let (words, _) = held_words(&held, item, snapshot, texts);
        let _ = writeln!(text, "  · {words}");
    }
    let _ = writeln!(text, "\n{}", texts.get("explain-force"));
    for forced in &report.force {
        let place = match forced.phase {
            Some(phase) => phase_name(scenario, phase, texts),
            None => texts.get("explain-never"),
        };
        let line = match &forced.loss {
            Some(loss) => texts.with(
                "explain-loss",
                &[
                    ("least", Arg::from(texts.number(loss.at_least, 1).as_str())),
                    ("most", Arg::from(texts.number(loss.at_most, 1).as_str())),
                    ("pushes", Arg::from(forced.pushes.len() as f64)),
                ],
            ),
            None => texts.get("explain-impossible"),
        };
        let _ = writeln!(text, "  {place}: {line}");
    }
    if !report.smallest_change.is_empty() {
        let _ = writeln!(text, "\n{}", texts.get("explain-changes"));
        for change in &report.smallest_change {
            let _ = writeln!(text, "  · {}", change_words(overview, change, texts));
        }
    }
    text
}

fn change_words(overview: &Overview, change: &Change, texts: &Texts) -> String {
    let scenario = &overview.snapshot.scenario;
    let to = change.phase.map_or_else(String::new, |phase| phase_name(scenario, phase, texts));
    let to = ("to", Arg::from(to.as_str()));
    match &change.kind {
        ChangeKind::Resource { what, in_phase, more } => {
            let phase = phase_name(scenario, *in_phase, texts);
            let staff = what.starts_with("staff");
            let more = if staff {
                texts.exact_number(*more)
            } else {
                texts.money(*more, &scenario.currency)
            };
            texts.with(
                "change-resource",
                &[
                    to,
                    ("what", Arg::from(what.as_str())),
                    ("phase", Arg::from(phase.as_str())),
                    ("more", Arg::from(more.as_str())),
                ],
            )
        }
        ChangeKind::Gate { what, more } => texts.with(
            "change-gate",
            &[
                to,
                ("what", Arg::from(what.as_str())),
                ("more", Arg::from(texts.exact_number(*more).as_str())),
            ],
        ),
        ChangeKind::Lag { what } => {
            texts.with("change-lag", &[to, ("what", Arg::from(what.as_str()))])
        }
    }
}
