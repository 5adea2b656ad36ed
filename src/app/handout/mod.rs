//! What is told of a scenario to people who never open this program: one
//! [`Handout`], from which every format is written.

mod assumptions;
mod days;
mod items;
mod links;
mod views;

use super::drawing::{Lane, Lanes, lane_name, lanes_of};
use super::report::proof;
use super::snapshot::{PlanState, PlanView, Snapshot};
use super::words::{conflict_words, phase_name, resource_name, words};
use crate::files::out::{FindingRow, Gauge, Handout, PhaseRow, Unlocks};
use crate::model::{ActiveWeights, Computed, Scenario};
use crate::scoring::LeverageGraph;
use crate::texts::{Arg, Texts};
use std::collections::BTreeSet;

/// Pairs of items and what they unlock, at most, that a table lists.
const PAIRS: usize = 5_000;

/// What is told of a scenario, in one language.
///
/// Everything comes from the snapshot, so that a document says what the window
/// shows. Reasons are looked up for at most 1,000 items: on larger scenarios they stay
/// empty. O(items × (leaves + links)), and for each reason one
/// check of the plan.
pub fn handout<'a>(snapshot: &'a Snapshot, texts: &Texts) -> Handout<'a> {
    let scenario = snapshot.scenario.as_ref();
    let scores = &snapshot.scores;
    let plan = snapshot.planned().map(AsRef::as_ref);
    let phases = phase_rows(scenario, texts);
    let (lanes, lane_of) = lanes(scenario, texts);
    Handout {
        scenario,
        matrix: &scores.matrix,
        weights: &scores.weights,
        ranking: &scores.ranking,
        title: title(scenario, texts),
        weighing: weighing(scenario, texts),
        proof: proof_words(snapshot, texts),
        planned: plan.is_some(),
        items: items::item_rows(snapshot, &phases, &lane_of, texts),
        links: links::link_rows(snapshot, texts),
        gauges: plan.map(|plan| gauges(scenario, plan, texts)).unwrap_or_default(),
        assumptions: assumptions::assumption_rows(scenario, texts),
        findings: findings(snapshot, texts),
        unlocks: unlocks(scenario),
        gap: plan.map(|plan| if plan.answer.optimal { 0.0 } else { plan.answer.gap }),
        views: Vec::new(),
        graph: None,
        lanes,
        phases,
    }
}

/// The same for formats that draw: with the places that others would give, and the
/// dependencies laid out.
pub fn drawn_handout<'a>(snapshot: &'a Snapshot, texts: &Texts) -> Handout<'a> {
    let views = views::other_views(snapshot, texts);
    let graph = views::graph_drawing(snapshot);
    Handout { views, graph: Some(graph), ..handout(snapshot, texts) }
}

fn title(scenario: &Scenario, texts: &Texts) -> String {
    let title = scenario.title.get(texts.language());
    if !title.is_empty() {
        return title.to_owned();
    }
    if scenario.id.is_empty() { texts.get("export-untitled") } else { scenario.id.clone() }
}

fn weighing(scenario: &Scenario, texts: &Texts) -> String {
    let set = match &scenario.active_weights {
        ActiveWeights::Blend => return texts.get("export-weighing-blend"),
        ActiveWeights::First => scenario.weight_sets.first(),
        ActiveWeights::Set(id) => scenario.weight_set(id.as_str()),
    };
    let Some(set) = set else { return texts.get("export-weighing-alike") };
    let name = set.name.get_or(texts.language(), set.id.as_str());
    texts.with("export-weighing", &[("set", Arg::from(name))])
}

fn proof_words(snapshot: &Snapshot, texts: &Texts) -> Vec<String> {
    match &snapshot.plan {
        PlanState::Planned(plan) => {
            let value = texts.number(plan.objective(), 1);
            let value = texts.with("plan-value", &[("value", Arg::from(value.as_str()))]);
            let good = format!("{value} {}.", proof(&plan.answer, true, texts));
            let verified = plan.answer.verified;
            let verified = if verified { "plan-verified" } else { "plan-not-verified" };
            vec![good, texts.get(verified)]
        }
        PlanState::Infeasible { conflict, compiled } => {
            let mut lines = vec![texts.get("cli-infeasible")];
            lines.extend(conflict_words(conflict, compiled, &snapshot.scenario, texts));
            lines
        }
        PlanState::NoPhases => vec![texts.get("cli-no-phases")],
        PlanState::Invalid(_) | PlanState::Working => vec![texts.get("cli-no-plan")],
    }
}

fn phase_rows(scenario: &Scenario, texts: &Texts) -> Vec<PhaseRow> {
    let days = days::phase_days(scenario);
    let row = |(number, (phase, days)): (u32, (&crate::model::Phase, _))| PhaseRow {
        id: phase.id.to_string(),
        name: phase_name(scenario, number, texts),
        days,
    };
    (1..).zip(scenario.phases.iter().zip(days)).map(row).collect()
}

/// Names of the lanes of the roadmap, and the lane of each item: main goals; owners
/// where no item serves a goal.
fn lanes(scenario: &Scenario, texts: &Texts) -> (Vec<String>, Vec<usize>) {
    let by = if scenario.items.iter().any(|item| !item.goals.is_empty()) {
        Lanes::Goal
    } else {
        Lanes::Owner
    };
    let (lanes, lane_of) = lanes_of(scenario, &[], by, &BTreeSet::new());
    let name = |lane: &Lane| lane_name(scenario, &lane.key, by, texts);
    (lanes.iter().map(name).collect(), lane_of)
}

fn gauges(scenario: &Scenario, plan: &PlanView, texts: &Texts) -> Vec<Gauge> {
    let gauge = |(at, info): (usize, &crate::sequencing::compile::ResourceInfo)| {
        let money = info.name.is_money();
        let unit = if money { scenario.currency.clone() } else { texts.get("unit-months") };
        let name = resource_name(&info.name, scenario, texts);
        Gauge { name, unit, money, phases: plan.spending(at) }
    };
    plan.compiled.resources.iter().enumerate().map(gauge).collect()
}

fn findings(snapshot: &Snapshot, texts: &Texts) -> Vec<FindingRow> {
    let row = |problem: &crate::model::Problem| {
        let (message, remedy) = words(problem, texts);
        let severity = texts.get(&format!("severity-{}", problem.severity.key()));
        FindingRow { severity, place: problem.path.clone(), message, remedy }
    };
    snapshot.problems.iter().map(row).collect()
}

fn unlocks(scenario: &Scenario) -> Unlocks {
    let counts = |criterion: &crate::model::Criterion| {
        criterion.value.is_some() && criterion.computed == Some(Computed::Leverage)
    };
    if !scenario.criteria.iter().any(counts) {
        return Unlocks::NotCounted;
    }
    let graph = LeverageGraph::new(scenario);
    let mut pairs = Vec::new();
    for item in 0..scenario.items.len() {
        if pairs.len() + graph.unlocked(item) > PAIRS {
            return Unlocks::TooMany;
        }
        for (steps, level) in (1..).zip(graph.levels(item)) {
            pairs.extend(level.into_iter().map(|unlocked| (item, unlocked, steps)));
        }
    }
    Unlocks::Pairs(pairs)
}
