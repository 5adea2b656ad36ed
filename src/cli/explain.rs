//! `phasewise explain`: why an item is where it is, and what would move it.

use super::causes::{CauseRow, InputRow, cause_rows, cause_words, input_rows, section};
use super::impasse::tell_of_scenario;
use super::report::{complain, print, print_json, read};
use super::{Failure, Reading};
use crate::app::{
    Between, Overview, PlanState, PlanView, Reason, chain_words, change_words, displaced_words,
    forced_lines, item_name, phase_name, pin_price_words, plan_once, proof, reason, scarce_words,
};
use crate::explain::{
    Base, Change, Displaced, Explanation, Forced, QUESTION_EFFORT, Range, Scarce, WhatChanged,
    explain, scarce, sharpen_scarce, what_changed,
};
use crate::model::Scenario;
use crate::sequencing::{Budget, CancelFlag, Options as EngineOptions};
use crate::texts::{Arg, Texts};
use clap::Args;
use serde::Serialize;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

/// Options of `explain`.
#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    reading: Reading,
    /// Id of the item; without it what is scarce in the plan is explained
    item: Option<String>,
    /// An older state of the scenario: say what moved since, and which inputs moved it
    #[arg(long, value_name = "FILE")]
    since: Option<PathBuf>,
    /// Seed of the search
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How much work to do for each question; ten times that for what is still a range, if the
    /// plan is proven
    #[arg(long, value_name = "N", default_value_t = QUESTION_EFFORT)]
    effort: u64,
}

#[derive(Serialize)]
struct ItemReport {
    id: String,
    phase: Option<u32>,
    held_by: Vec<Reason>,
    chain: Vec<ChainRow>,
    displaces: Vec<Displaced>,
    displaced_by: Vec<Displaced>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pin: Option<Range>,
    force: Vec<ForceRow>,
    smallest_change: Vec<Change>,
    scarce: Vec<Scarce>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<SinceReport>,
}

#[derive(Serialize)]
struct ChainRow {
    depth: usize,
    id: String,
    #[serde(flatten)]
    reason: Reason,
}

#[derive(Serialize)]
struct ForceRow {
    #[serde(flatten)]
    forced: Forced,
    /// What forbids it there; empty where nothing does by itself.
    against: Vec<Reason>,
}

#[derive(Serialize)]
struct PlanReport {
    scarce: Vec<Scarce>,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<SinceReport>,
}

#[derive(Serialize)]
struct SinceReport {
    inputs: Vec<InputRow>,
    moves: Vec<Displaced>,
    causes: Vec<CauseRow>,
    complete: bool,
}

/// Explains one item, or the plan.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let scenario = Arc::new(read(&options.reading, texts)?);
    let item = match &options.item {
        Some(id) => Some(position(&scenario, id, texts)?),
        None => None,
    };
    let older = match &options.since {
        Some(file) => {
            let Reading { weights, json, .. } = &options.reading;
            let reading = Reading { file: file.clone(), weights: weights.clone(), json: *json };
            Some(read(&reading, texts)?)
        }
        None => None,
    };
    let engine = EngineOptions { seed: options.seed, ..EngineOptions::default() };
    let overview =
        plan_once(Arc::clone(&scenario), Budget::Effort(crate::app::DEFAULT_EFFORT), engine);
    if let PlanState::Infeasible { compiled, .. } = &overview.snapshot.plan {
        tell_of_scenario(&scenario, compiled, options.reading.json, texts);
        return Err(Failure::Infeasible);
    }
    let Some(plan) = overview.plan() else {
        complain(&texts.get("cli-no-plan-to-explain"));
        return Err(Failure::Infeasible);
    };
    let cancel = CancelFlag::default();
    let base = Base {
        scenario: &scenario,
        compiled: &plan.compiled,
        answer: &plan.answer,
        effort: options.effort,
        cancel: &cancel,
    };
    let since = older.map(|older| {
        let told = what_changed(&older, &scenario, options.effort, &cancel);
        Since { older, told }
    });
    match item {
        Some(item) => {
            let told = explain(&base, item, &mut |_| {});
            if options.reading.json {
                print_json(&item_report(&overview, plan, &told, since.as_ref()));
            } else {
                print(&item_words(&overview, plan, &told, since.as_ref(), texts));
            }
        }
        None => {
            let mut rows = scarce(&base, &mut |_| {});
            sharpen_scarce(&base, &mut rows, &mut |_| {});
            if options.reading.json {
                print_json(&PlanReport { scarce: rows, since: since.as_ref().map(since_report) });
            } else {
                print(&plan_words(plan, &scenario, &rows, since.as_ref(), texts));
            }
        }
    }
    Ok(())
}

fn position(scenario: &Scenario, id: &str, texts: &Texts) -> Result<usize, Failure> {
    if let Some(item) = scenario.items.iter().position(|item| item.id == *id) {
        return Ok(item);
    }
    let ids: Vec<&str> = scenario.items.iter().map(|item| item.id.as_str()).collect();
    let near = crate::files::text::nearest(id, &ids).unwrap_or_default();
    let args = [("item", Arg::from(id)), ("near", Arg::from(near))];
    let key = if near.is_empty() { "cli-no-item" } else { "cli-no-item-near" };
    complain(&texts.with(key, &args));
    Err(Failure::Usage)
}

fn item_report(
    overview: &Overview,
    plan: &PlanView,
    told: &Explanation,
    since: Option<&Since>,
) -> ItemReport {
    let scenario = &overview.snapshot.scenario;
    let id = |item: usize| scenario.items.get(item).map_or(String::new(), |i| i.id.to_string());
    let chain = told.chain.lines().into_iter().map(|line| ChainRow {
        depth: line.depth,
        id: id(line.item),
        reason: reason(line.held, line.item, &plan.compiled),
    });
    let against = |row: &Forced| {
        row.against.iter().map(|held| reason(held, told.item, &plan.compiled)).collect()
    };
    let force = told.by_phase().into_iter();
    ItemReport {
        id: id(told.item),
        phase: told.phase,
        held_by: overview.held_by(told.item),
        chain: chain.collect(),
        displaces: told.displaces(),
        displaced_by: told.displaced_by(),
        pin: told.pin,
        force: force.map(|row| ForceRow { forced: row.clone(), against: against(row) }).collect(),
        smallest_change: told.changes.clone(),
        scarce: told.scarce.clone(),
        since: since.map(since_report),
    }
}

/// An older state of the scenario, and what changed since.
struct Since {
    older: Scenario,
    told: WhatChanged,
}

fn since_report(since: &Since) -> SinceReport {
    let changed = &since.told;
    SinceReport {
        inputs: input_rows(&changed.inputs),
        moves: changed.moves.clone(),
        causes: cause_rows(&changed.causes),
        complete: changed.complete,
    }
}

fn item_words(
    overview: &Overview,
    plan: &PlanView,
    told: &Explanation,
    since: Option<&Since>,
    texts: &Texts,
) -> String {
    let snapshot = &overview.snapshot;
    let scenario = &snapshot.scenario;
    let name = item_name(scenario, told.item, texts);
    let name = ("item", Arg::from(name.as_str()));
    let head = match told.phase {
        Some(phase) => {
            let phase = phase_name(scenario, phase, texts);
            texts.with("explain-starts", &[name, ("phase", Arg::from(phase.as_str()))])
        }
        None => texts.with("explain-out", &[name]),
    };
    let mut text = format!("{head}\n");
    for line in chain_words(&told.chain, snapshot, texts) {
        let _ = writeln!(text, "  {}· {}", "  ".repeat(line.depth), line.words);
    }
    if let Some(price) = told.pin {
        let words = pin_price_words(price, texts);
        let _ = writeln!(text, "\n{} {words}", texts.get("explain-pin"));
    }
    let _ = writeln!(text, "\n{}", texts.get("explain-force"));
    for (place, words) in forced_lines(told, snapshot, texts) {
        let _ = writeln!(text, "  {place}: {words}");
    }
    let lists =
        [("explain-displaces", told.displaces()), ("explain-displaced-by", told.displaced_by())];
    for (title, rows) in lists {
        let lines = rows.iter().map(|row| displaced_words(row, scenario, texts));
        section(&mut text, &texts.get(title), lines);
    }
    let changes = told.changes.iter().map(|c| change_words(c, &plan.compiled, scenario, texts));
    section(&mut text, &texts.get("explain-changes"), changes);
    let rows = told.scarce.iter().map(|row| scarce_words(row, &plan.compiled, scenario, texts));
    section(&mut text, &texts.get("scarce-title"), rows);
    if let Some(since) = since {
        since_words(&mut text, since, scenario, texts);
    }
    text
}

fn plan_words(
    plan: &PlanView,
    scenario: &Scenario,
    rows: &[Scarce],
    since: Option<&Since>,
    texts: &Texts,
) -> String {
    let value = texts.number(plan.objective(), 1);
    let value = texts.with("plan-value", &[("value", Arg::from(value.as_str()))]);
    let mut text = format!("{value} {}.\n", proof(&plan.answer, true, texts));
    let lines = rows.iter().map(|row| scarce_words(row, &plan.compiled, scenario, texts));
    section(&mut text, &texts.get("scarce-title"), lines);
    if let Some(since) = since {
        since_words(&mut text, since, scenario, texts);
    }
    text
}

fn since_words(text: &mut String, since: &Since, scenario: &Scenario, texts: &Texts) {
    let Since { older, told } = since;
    let lines = cause_words(told, Between { before: older, after: scenario }, texts);
    section(text, &texts.get("explain-moved"), lines);
    if told.causes.is_empty() {
        let _ = writeln!(text, "\n{}", texts.get("explain-moved-nothing"));
    }
}
