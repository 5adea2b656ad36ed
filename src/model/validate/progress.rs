//! What happened against what was decided: progress that cannot be, and plans that
//! it has overtaken.

use super::place::Place;
use crate::model::{Begun, Item, Problem, Progress, ProgressStatus, Scenario};
use std::collections::HashMap;

/// Items that have begun, by id.
type Facts<'s> = HashMap<&'s str, Begun>;

/// Problems of progress. Ids that lead nowhere are told of elsewhere.
pub(super) fn check(scenario: &Scenario, out: &mut Vec<Problem>) {
    let today = scenario.today();
    let told = scenario.items.iter().filter(|item| item.progress.is_some());
    let facts: Facts<'_> =
        told.clone().filter_map(|item| Some((item.id.as_str(), scenario.begun(item)?))).collect();
    let passed = |item: &&Item| item.status() != ProgressStatus::NotStarted;
    if let Some(item) = told.clone().find(passed)
        && scenario.parameters.today.is_none()
    {
        let problem = Problem::warning("progress-no-today", "parameters");
        out.push(problem.with("item", &item.id));
    }
    let list = Place::TOP.field("items");
    for (at, item) in scenario.items.iter().enumerate() {
        let place = list.named(at, item.id.as_str());
        if let Some(progress) = &item.progress {
            itself(scenario, item, progress, today, &place.field("progress"), out);
        }
        pin(scenario, item, today, &place, out);
        if let Some(begun) = facts.get(item.id.as_str()) {
            links(scenario, item, begun, &facts, &place, out);
        }
    }
    for (at, group) in scenario.exclusive.iter().enumerate() {
        let mut begun = group.items.iter().filter(|id| facts.contains_key(id.as_str()));
        if let (Some(one), Some(other)) = (begun.next(), begun.next()) {
            let list = Place::TOP.field("exclusive");
            let path = list.at(at).field("items").to_string();
            let problem = Problem::warning("progress-exclusive", path);
            out.push(problem.with("one", one).with("other", other));
        }
    }
}

/// What one item says of itself.
fn itself(
    scenario: &Scenario,
    item: &Item,
    progress: &Progress,
    today: Option<u32>,
    place: &Place<'_>,
    out: &mut Vec<Problem>,
) {
    let Progress { status, started, ends, percent } = progress;
    let of = |problem: Problem| problem.with("item", &item.id);
    if item.has_begun() && started.is_none() {
        out.push(of(Problem::error("progress-started", place.to_string())));
        return;
    }
    if *status == ProgressStatus::NotStarted {
        let given = [(started.is_some(), "started"), (ends.is_some(), "ends")];
        for (_, field) in given.into_iter().filter(|(given, _)| *given) {
            let problem = Problem::warning("progress-not-begun", place.field(field).to_string());
            out.push(of(problem).with("field", field));
        }
    }
    if percent.is_some() && *status != ProgressStatus::Running {
        out.push(of(Problem::warning("progress-percent", place.field("percent").to_string())));
    }
    let number = |id: &Option<_>| id.as_ref().and_then(|id| scenario.phase_number(id));
    let (from, to) = (number(started), number(ends));
    let id = |phase: u32| scenario.phases.get(phase as usize - 1).map_or("", |p| p.id.as_str());
    if let (Some(from), Some(now)) = (from, today)
        && from > now
        && *status != ProgressStatus::NotStarted
    {
        let problem = Problem::error("progress-future", place.field("started").to_string());
        out.push(of(problem).with("phase", id(from)).with("today", id(now)));
    }
    let why = match (from, to, today, status) {
        (Some(from), Some(to), ..) if to < from => Some(("order", from, to)),
        (_, Some(to), Some(now), ProgressStatus::Done) if to > now => Some(("done", now, to)),
        (_, Some(to), Some(now), ProgressStatus::Running) if to < now => Some(("running", now, to)),
        _ => None,
    };
    if let Some((why, other, end)) = why {
        let problem = Problem::error("progress-ends", place.field("ends").to_string());
        let problem = of(problem).with("why", why).with("phase", id(end));
        out.push(problem.with("other", id(other)));
    }
    if let Some(begun) = scenario.begun(item)
        && begun.end as usize > scenario.phases.len()
    {
        let problem = Problem::warning("progress-beyond", place.to_string());
        let last = scenario.phases.last().map_or("", |phase| phase.id.as_str());
        out.push(of(problem).with("last", last));
    }
}

/// A pin that time has passed over, or that speaks against what happened.
fn pin(
    scenario: &Scenario,
    item: &Item,
    today: Option<u32>,
    place: &Place<'_>,
    out: &mut Vec<Problem>,
) {
    let Some(pin) = &item.pin else { return };
    let pinned = pin.phase.as_ref().map(|id| scenario.phase_number(id));
    let why = match (item.status(), pinned) {
        // A phase that does not exist is an error of its own.
        (_, Some(None)) => return,
        (ProgressStatus::NotStarted, Some(Some(pinned))) => {
            today.is_some_and(|now| pinned < now).then_some("past")
        }
        (ProgressStatus::Stopped, Some(_)) => Some("stopped"),
        (ProgressStatus::NotStarted | ProgressStatus::Stopped, None) => None,
        (_, None) => Some("excluded"),
        (_, Some(pinned)) => {
            let begun = scenario.begun(item).map(|begun| begun.start);
            (begun.is_some() && begun != pinned).then_some("elsewhere")
        }
    };
    if let Some(why) = why {
        let problem = Problem::warning("progress-pin", place.field("pin").to_string());
        let phase = pin.phase.as_ref().map_or("", |phase| phase.as_str());
        out.push(problem.with("item", &item.id).with("why", why).with("phase", phase));
    }
}

/// Prerequisites that an item began without.
fn links(
    scenario: &Scenario,
    item: &Item,
    begun: &Begun,
    facts: &Facts<'_>,
    place: &Place<'_>,
    out: &mut Vec<Problem>,
) {
    let ready = |id: &crate::model::ItemId, lag: u32, after: bool| {
        let Some(fact) = facts.get(id.as_str()) else { return false };
        let from = if after { fact.end } else { fact.start };
        u64::from(begun.start) >= u64::from(from) + u64::from(lag)
    };
    let started = scenario.phases.get(begun.start as usize - 1).map_or("", |p| p.id.as_str());
    for (at, link) in item.requires.iter().enumerate() {
        let hard = link.link == crate::model::LinkType::Hard;
        if hard && !ready(&link.item, link.lag, link.after) {
            let list = place.field("requires");
            let problem = Problem::warning("progress-order", list.at(at).to_string());
            let problem = problem.with("item", &item.id).with("needs", &link.item);
            out.push(problem.with("phase", started));
        }
    }
    for (at, group) in item.requires_any_of.iter().enumerate() {
        if !group.any_of.iter().any(|id| ready(id, group.lag, group.after)) {
            let list = place.field("requires_any_of");
            let problem = Problem::warning("progress-order", list.at(at).to_string());
            let names: Vec<&str> = group.any_of.iter().map(|id| id.as_str()).collect();
            let problem = problem.with("item", &item.id).with("needs", names.join(", "));
            out.push(problem.with("phase", started));
        }
    }
}
