//! What changed between two plans, and which inputs caused it: the changes of
//! input are replayed one by one, and each plan on the way is compared with the
//! one before.

use super::inputs::{InputChange, differences, replay};
use super::question::{Displaced, worths_of};
use crate::model::{ItemId, Scenario};
use crate::sequencing::compile::compile;
use crate::sequencing::{Budget, CancelFlag, Engine, Options};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Steps that are replayed one by one; more are taken together by part and id.
const MOST_STEPS: usize = 48;

/// Changes of input that go together, and who moves by them.
#[derive(Debug, Clone, PartialEq)]
pub struct Cause {
    /// Ways to the inputs, such as `phases["2006"].budget`.
    pub paths: Vec<String>,
    /// Items that start elsewhere than just before.
    pub moves: Vec<Displaced>,
    /// What the plan's worth changes by, in value-point years.
    pub gain: f64,
}

/// What changed between two plans.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WhatChanged {
    /// Inputs that differ.
    pub inputs: Vec<InputChange>,
    /// Items that start elsewhere, in or out.
    pub moves: Vec<Displaced>,
    /// Which inputs did it, in the order in which they were replayed; only those
    /// that move something or change the plan's worth.
    pub causes: Vec<Cause>,
    /// False if a step on the way could not be planned or somebody asked to stop:
    /// what follows it is then not told apart.
    pub complete: bool,
}

/// Where each item starts, and what the plan is worth in value-point years.
type Planned = (BTreeMap<ItemId, Option<u32>>, f64);

/// Compares the plans of two states of a scenario. O(changes) plannings, each
/// from the plan before.
pub fn what_changed(
    before: &Scenario,
    after: &Scenario,
    effort: u64,
    cancel: &CancelFlag,
) -> WhatChanged {
    let inputs = differences(before, after);
    let mut told = WhatChanged { inputs: inputs.clone(), complete: true, ..Default::default() };
    let Some(first) = plan(before, None, effort, cancel) else {
        return WhatChanged { complete: false, ..told };
    };
    let mut last = first.clone();
    for (group, scenario) in grouped(replay(before, &inputs)) {
        let Some(next) = plan(&scenario, Some(&last), effort, cancel) else {
            told.complete = false;
            continue;
        };
        let (moves, gain) = (moved(&last, &next), next.1 - last.1);
        if !moves.is_empty() || gain.abs() > 5e-4 {
            let paths = group.iter().map(|change| change.path()).collect();
            told.causes.push(Cause { paths, moves, gain });
        }
        last = next;
    }
    told.complete &= !cancel.is_cancelled();
    told.moves = moved(&first, &last);
    told
}

/// Where there are many steps, those at the same element of a list go together.
fn grouped(steps: Vec<(Vec<&InputChange>, Scenario)>) -> Vec<(Vec<&InputChange>, Scenario)> {
    if steps.len() <= MOST_STEPS {
        return steps;
    }
    let head = |changes: &[&InputChange]| {
        let path = changes.first().map(|change| change.path()).unwrap_or_default();
        path.split_once(']').map_or(path.clone(), |(head, _)| head.to_owned())
    };
    let mut groups: Vec<(Vec<&InputChange>, Scenario)> = Vec::new();
    for (changes, scenario) in steps {
        match groups.last_mut() {
            Some((group, last)) if head(group) == head(&changes) => {
                group.extend(changes);
                *last = scenario;
            }
            _ => groups.push((changes, scenario)),
        }
    }
    groups
}

fn plan(
    scenario: &Scenario,
    near: Option<&Planned>,
    effort: u64,
    cancel: &CancelFlag,
) -> Option<Planned> {
    let compiled = compile(scenario, &worths_of(scenario)).ok()?;
    let mut engine = Engine::new(Arc::clone(&compiled.portfolio), Options::default());
    if let Some((starts, _)) = near {
        let start = |item: &crate::sequencing::compile::CompiledItem| {
            starts.get(&item.id).copied().flatten()
        };
        let start: Vec<Option<u32>> = compiled.items.iter().map(start).collect();
        engine.start_from(compiled.complete(&start));
    }
    let answer = engine.run(Budget::Effort(effort), cancel, &mut |_| {});
    if answer.infeasible.is_some() {
        return None;
    }
    let starts = compiled.items.iter().zip(&answer.plan.start);
    let starts = starts.map(|(item, start)| (item.id.clone(), *start)).collect();
    Some((starts, answer.objective as f64 / compiled.scale))
}

fn moved(before: &Planned, after: &Planned) -> Vec<Displaced> {
    let ids = before.0.keys().chain(after.0.keys().filter(|id| !before.0.contains_key(*id)));
    let place = |planned: &Planned, id: &ItemId| planned.0.get(id).copied().flatten();
    ids.map(|id| Displaced { id: id.to_string(), from: place(before, id), to: place(after, id) })
        .filter(|row| row.from != row.to)
        .collect()
}
