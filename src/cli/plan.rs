//! `phasewise plan`: a phased roadmap with a bound that no other plan can beat.

use super::impasse::{tell, tell_of_scenario};
use super::report::{complain, print, print_json, read};
use super::table::{Align, Table};
use super::waiting::{WaitingRow, waiting_list, waiting_rows, waiting_text};
use super::work::Work;
use super::{Failure, Reading};
use crate::app::{Overview, PlanState, PlanView, Terms, UsedLimit, plan_once, plan_words};
use crate::explain::{IMPASSE_EFFORT, portfolio_impasse};
use crate::files::MAX_BYTES;
use crate::sequencing::{Answer, Budget, CancelFlag, Engine, Options as EngineOptions, instance};
use crate::texts::{Arg, Texts};
use clap::Args;
use indexmap::IndexMap;
use serde::Serialize;
use std::path::Path;
use std::sync::Arc;

/// Options of `plan`.
#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    work: Work,
    /// Say of each item that is left out why, and the least money or staff that would bring it in
    #[arg(long)]
    waiting: bool,
    /// Threads to use; the plan does not depend on it
    #[arg(long, default_value_t = 2)]
    threads: usize,
}

#[derive(Serialize)]
struct Report {
    objective: f64,
    bound: f64,
    gap: f64,
    optimal: bool,
    verified: bool,
    bound_kind: &'static str,
    seconds: f64,
    effort: u64,
    timed: bool,
    plan: IndexMap<String, Option<u32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phases: Option<Vec<PhaseRow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Vec<ItemRow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waiting: Option<Vec<WaitingRow>>,
}

#[derive(Serialize)]
struct PhaseRow {
    id: String,
    resources: IndexMap<String, PhaseUse>,
}

#[derive(Serialize)]
struct PhaseUse {
    used: f64,
    limit: Option<f64>,
}

#[derive(Serialize)]
struct ItemRow {
    id: String,
    phase: Option<u32>,
    worth: f64,
    held_by: Vec<crate::app::Reason>,
}

/// Plans a scenario or a portfolio instance.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let budget = options.work.budget(texts)?;
    match instance_text(&options.reading.file) {
        Some(text) => plan_instance(options, budget, &text, texts),
        None => plan_scenario(options, budget, texts),
    }
}

fn engine_options(options: &Options) -> EngineOptions {
    EngineOptions { seed: options.work.seed, threads: options.threads.max(1) }
}

/// The text of a file that holds a portfolio instance.
fn instance_text(path: &Path) -> Option<String> {
    let is_json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let small = std::fs::metadata(path).is_ok_and(|meta| meta.len() <= MAX_BYTES);
    let text = (is_json && small).then(|| std::fs::read_to_string(path).ok()).flatten()?;
    instance::is_instance(&text).then_some(text)
}

fn plan_instance(
    options: &Options,
    budget: Budget,
    text: &str,
    texts: &Texts,
) -> Result<(), Failure> {
    if options.waiting {
        complain(&texts.get("cli-waiting-portfolio"));
        return Err(Failure::Usage);
    }
    let portfolio = match instance::from_json(text) {
        Ok(portfolio) => Arc::new(portfolio),
        Err(problems) => {
            for problem in problems {
                complain(&format!("{}: {problem}", options.reading.file.display()));
            }
            return Err(Failure::Input);
        }
    };
    let mut engine = Engine::new(Arc::clone(&portfolio), engine_options(options));
    let answer = engine.run(budget, &CancelFlag::default(), &mut |_| {});
    if answer.infeasible.is_some() {
        let cancel = CancelFlag::default();
        let why = portfolio_impasse(&portfolio, IMPASSE_EFFORT, &cancel, &mut |_| {});
        tell(&why, Terms::Portfolio(&portfolio), options.reading.json, texts);
        return Err(Failure::Infeasible);
    }
    let starts = portfolio.items.iter().zip(&answer.plan.start);
    let plan: IndexMap<String, Option<u32>> =
        starts.map(|(item, start)| (item.id.clone(), *start)).collect();
    let report = report(&answer, 1.0, plan, None, None);
    if options.reading.json {
        print_json(&report);
        return Ok(());
    }
    let mut table = Table::new(&[
        (&texts.get("column-phase"), Align::Right),
        (&texts.get("column-id"), Align::Left),
    ]);
    let mut rows: Vec<(&String, u32)> =
        report.plan.iter().filter_map(|(id, phase)| Some((id, (*phase)?))).collect();
    rows.sort_by_key(|row| row.1);
    for (id, phase) in rows {
        table.row(vec![phase.to_string(), id.clone()]);
    }
    let args = [
        ("objective", Arg::from(texts.number(report.objective, 0).as_str())),
        ("bound", Arg::from(texts.number(report.bound, 0).as_str())),
        ("gap", Arg::from(texts.percent(report.gap, 2).as_str())),
    ];
    print(&format!("{}\n{}\n", table.render(), texts.with("cli-instance-summary", &args)));
    Ok(())
}

fn plan_scenario(options: &Options, budget: Budget, texts: &Texts) -> Result<(), Failure> {
    let scenario = Arc::new(read(&options.reading, texts)?);
    let overview = plan_once(scenario, budget, engine_options(options));
    let Overview { snapshot, .. } = &overview;
    let plan = match &snapshot.plan {
        PlanState::Planned(plan) => plan,
        PlanState::NoPhases => {
            complain(&texts.get("cli-no-phases"));
            return Err(Failure::Input);
        }
        PlanState::Invalid(problems) => {
            super::report::complain_about(&options.reading.file, problems, texts);
            return Err(Failure::Input);
        }
        PlanState::Infeasible { compiled, .. } => {
            tell_of_scenario(&snapshot.scenario, compiled, options.reading.json, texts);
            return Err(Failure::Infeasible);
        }
        PlanState::Working => {
            complain(&texts.get("cli-no-plan"));
            return Err(Failure::Infeasible);
        }
    };
    let list = options.waiting.then(|| waiting_list(&overview, plan));
    if options.reading.json {
        let waiting = list.as_ref().map(|list| waiting_rows(list, &overview));
        print_json(&Report { waiting, ..scenario_report(&overview, plan) });
    } else {
        let waiting = list.map(|list| waiting_text(&list, &overview, plan, texts));
        print(&(plan_words(snapshot, plan, texts) + &waiting.unwrap_or_default()));
    }
    Ok(())
}

fn report(
    answer: &Answer,
    scale: f64,
    plan: IndexMap<String, Option<u32>>,
    phases: Option<Vec<PhaseRow>>,
    items: Option<Vec<ItemRow>>,
) -> Report {
    use crate::sequencing::BoundKind;
    Report {
        objective: answer.objective as f64 / scale,
        bound: answer.upper_bound as f64 / scale,
        gap: answer.gap,
        optimal: answer.optimal,
        verified: answer.verified,
        bound_kind: match answer.bound_kind {
            BoundKind::Simple => "simple",
            BoundKind::Lagrangian => "lagrangian",
            BoundKind::Exact => "exact",
        },
        seconds: answer.seconds,
        effort: answer.effort,
        timed: answer.timed,
        plan,
        phases,
        items,
        waiting: None,
    }
}

fn scenario_report(overview: &Overview, plan: &PlanView) -> Report {
    let scenario = &overview.snapshot.scenario;
    let spending: Vec<(String, Vec<UsedLimit>)> = plan
        .compiled
        .resources
        .iter()
        .enumerate()
        .map(|(at, info)| (info.name.id(), plan.spending(at)))
        .collect();
    let phases = scenario
        .phases
        .iter()
        .enumerate()
        .map(|(at, phase)| PhaseRow {
            id: phase.id.to_string(),
            resources: spending
                .iter()
                .filter_map(|(id, phases)| {
                    let (used, limit) = *phases.get(at)?;
                    Some((id.clone(), PhaseUse { used, limit }))
                })
                .collect(),
        })
        .collect();
    let items = scenario
        .items
        .iter()
        .zip(&plan.start)
        .enumerate()
        .map(|(at, (item, start))| {
            let worths = &plan.compiled.portfolio.items[at].worth;
            let worth = start.and_then(|start| worths.get(start as usize - 1));
            ItemRow {
                id: item.id.to_string(),
                phase: *start,
                worth: worth.map_or(0.0, |worth| *worth as f64 / plan.compiled.scale),
                held_by: overview.held_by(at),
            }
        })
        .collect();
    let starts = scenario.items.iter().zip(&plan.start);
    let by_item = starts.map(|(item, start)| (item.id.to_string(), *start)).collect();
    report(&plan.answer, plan.compiled.scale, by_item, Some(phases), Some(items))
}
