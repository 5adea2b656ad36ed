//! What changed between two plans, and which inputs caused it: the changes of
//! input are replayed one by one, and each plan on the way is compared with the
//! one before.

use super::inputs::{InputChange, differences, replay};
use super::question::{Displaced, worths_of};
use crate::model::{ItemId, Scenario};
use crate::scoring::Worth;
use crate::sequencing::compile::{Compiled, CompiledItem, compile};
use crate::sequencing::{Answer, Budget, CancelFlag, Engine, Options, Plan, verify};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Steps that are replayed one by one; more are taken together by part and id.
const MOST_STEPS: usize = 48;

/// Changes of input that go together, and who moves by them.
#[derive(Debug, Clone, PartialEq)]
pub struct Cause {
    /// Ways to the inputs, such as `phases["2006"].budget`; empty where no input
    /// did it, but the search, which had gone on.
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

/// A plan that somebody has in front of them.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The scenario that it belongs to.
    pub scenario: &'a Scenario,
    /// What was planned.
    pub compiled: &'a Compiled,
    /// The plan and its bound.
    pub answer: &'a Answer,
    /// False if it was made for an older state of the scenario.
    pub is_current: bool,
}

/// How plans on the way are made.
struct Way<'a> {
    /// What a scenario's items are worth.
    worths: &'a dyn Fn(&Scenario) -> Vec<Worth>,
    effort: u64,
    cancel: &'a CancelFlag,
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
    let way = Way { worths: &worths_of, effort, cancel };
    let inputs = differences(before, after);
    match way.plan(before, &[]) {
        Some(first) => way.told(before, inputs, first, None),
        None => WhatChanged { inputs, ..Default::default() },
    }
}

/// The same for two plans that are there already: what is told adds up to what
/// differs between them. Nothing is planned for a single input whose plan
/// before was proven best; else O(changes) plannings.
///
/// `worths` says what a scenario's items are worth to whoever asks.
pub fn what_changed_between(
    before: Shown<'_>,
    after: Shown<'_>,
    worths: &dyn Fn(&Scenario) -> Vec<Worth>,
    effort: u64,
    cancel: &CancelFlag,
) -> WhatChanged {
    let way = Way { worths, effort, cancel };
    let inputs = differences(before.scenario, after.scenario);
    let known =
        |shown: Shown<'_>| planned(shown.compiled, &shown.answer.plan, shown.answer.objective);
    let (shown, last) = (known(before), known(after));
    let is_best = before.is_current && before.answer.optimal;
    if inputs.is_empty() || is_best {
        return way.told(before.scenario, inputs, shown, Some(last));
    }
    // What the search would have found without any change is not the inputs' doing.
    match way.plan(before.scenario, &[&shown, &last]) {
        Some(found) => {
            let mut told = way.told(before.scenario, inputs, found.clone(), Some(last.clone()));
            told.causes.splice(0..0, cause(&[], &shown, &found));
            told.moves = moved(&shown, &last);
            told
        }
        None => WhatChanged { inputs, moves: moved(&shown, &last), ..Default::default() },
    }
}

impl Way<'_> {
    /// What moves from the plan `first` on, input by input, up to the plan `last`
    /// if that is known.
    fn told(
        &self,
        before: &Scenario,
        inputs: Vec<InputChange>,
        first: Planned,
        last: Option<Planned>,
    ) -> WhatChanged {
        let (mut causes, mut complete) = (Vec::new(), true);
        let steps = grouped(replay(before, &inputs));
        let count = steps.len();
        let mut present = first.clone();
        for (at, (group, scenario)) in steps.into_iter().enumerate() {
            let known = last.clone().filter(|_| at + 1 == count);
            let Some(next) = known.or_else(|| self.plan(&scenario, &[&present])) else {
                complete = false;
                continue;
            };
            causes.extend(cause(&group, &present, &next));
            present = next;
        }
        if let Some(last) = last {
            causes.extend(cause(&[], &present, &last));
            present = last;
        }
        complete &= !self.cancel.is_cancelled();
        let moves = moved(&first, &present);
        WhatChanged { inputs, moves, causes, complete }
    }

    /// A plan that goes on from the best of some others, and is that one if
    /// nothing better is found; none if there is none.
    fn plan(&self, scenario: &Scenario, near: &[&Planned]) -> Option<Planned> {
        let compiled = compile(scenario, &(self.worths)(scenario)).ok()?;
        let mut engine = Engine::new(Arc::clone(&compiled.portfolio), Options::default());
        let mut best: Option<(Plan, i64)> = None;
        for (starts, _) in near {
            let start = |item: &CompiledItem| starts.get(&item.id).copied().flatten();
            let start: Vec<Option<u32>> = compiled.items.iter().map(start).collect();
            let plan = compiled.complete(&start);
            let found = verify(&compiled.portfolio, &plan);
            let is_better = best.as_ref().is_none_or(|(_, worth)| found.objective > *worth);
            if found.violations.is_empty() && is_better {
                best = Some((plan, found.objective));
            } else if best.is_none() {
                engine.start_from(plan);
            }
        }
        if let Some((plan, _)) = &best {
            engine.start_from(plan.clone());
        }
        let answer = engine.run(Budget::Effort(self.effort), self.cancel, &mut |_| {});
        match best {
            Some((plan, worth)) if answer.infeasible.is_some() || answer.objective <= worth => {
                Some(planned(&compiled, &plan, worth))
            }
            _ if answer.infeasible.is_some() => None,
            _ => Some(planned(&compiled, &answer.plan, answer.objective)),
        }
    }
}

fn planned(compiled: &Compiled, plan: &Plan, objective: i64) -> Planned {
    let starts = compiled.items.iter().zip(&plan.start);
    let starts = starts.map(|(item, start)| (item.id.clone(), *start)).collect();
    (starts, objective as f64 / compiled.scale)
}

/// What inputs did; none if that is nothing.
fn cause(group: &[&InputChange], before: &Planned, after: &Planned) -> Option<Cause> {
    let (moves, gain) = (moved(before, after), after.1 - before.1);
    let paths = group.iter().map(|change| change.path()).collect();
    (!moves.is_empty() || gain.abs() > 5e-4).then_some(Cause { paths, moves, gain })
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

fn moved(before: &Planned, after: &Planned) -> Vec<Displaced> {
    let ids = before.0.keys().chain(after.0.keys().filter(|id| !before.0.contains_key(*id)));
    let place = |planned: &Planned, id: &ItemId| planned.0.get(id).copied().flatten();
    ids.map(|id| Displaced { id: id.to_string(), from: place(before, id), to: place(after, id) })
        .filter(|row| row.from != row.to)
        .collect()
}
