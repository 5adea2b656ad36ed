//! What if: an item forced to another phase, a limit lifted. Every answer comes
//! from planning again with the change in it.

use super::held::{HeldBy, held_by};
use crate::model::{Estimate, Pin, Scenario};
use crate::scoring::Worth;
use crate::sequencing::compile::{Compiled, ResourceName, compile};
use crate::sequencing::{Answer, Budget, CancelFlag, Engine, Options, Plan};
use serde::Serialize;
use std::sync::Arc;

/// What forcing an item costs, in value-point years.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Loss {
    /// No plan with the item there loses less.
    pub at_least: f64,
    /// A plan with the item there that loses this was found.
    pub at_most: f64,
}

/// An item forced into a phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Forced {
    /// The phase, from 1; none is not at all.
    pub phase: Option<u32>,
    /// What it costs; none if it is impossible there.
    pub loss: Option<Loss>,
    /// Items that start elsewhere, or not at all, in the plan that was found.
    pub pushes: Vec<Displaced>,
}

/// An item that another plan puts elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Displaced {
    /// Its id.
    pub id: String,
    /// Where it was.
    pub from: Option<u32>,
    /// Where it goes.
    pub to: Option<u32>,
}

/// A single change that moves an item.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// What is changed.
    #[serde(flatten)]
    pub kind: ChangeKind,
    /// Where the item then starts, from 1; none is not at all.
    pub phase: Option<u32>,
}

/// What is changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ChangeKind {
    /// More of a resource in one phase.
    Resource {
        /// Its id, such as `capex`.
        what: String,
        /// The phase, from 1.
        in_phase: u32,
        /// How much more, in units of the currency or staff months.
        more: f64,
    },
    /// The infrastructure that its gate needs comes earlier.
    Gate {
        /// The measure.
        what: String,
        /// How much more of it, in its unit, from the first phase on.
        more: f64,
    },
    /// A prerequisite is ready a phase earlier.
    Lag {
        /// The prerequisite.
        what: String,
    },
}

/// Work for one question: small, as many are asked at once.
const EFFORT: u64 = 600;

fn plan_again(scenario: &Scenario, worths: &[Worth], near: &Plan) -> Option<(Compiled, Answer)> {
    let compiled = compile(scenario, worths).ok()?;
    let mut engine = Engine::new(Arc::clone(&compiled.portfolio), Options::default());
    engine.start_from(near.clone());
    let answer = engine.run(Budget::Effort(EFFORT), &CancelFlag::default(), &mut |_| {});
    (answer.infeasible.is_none()).then_some((compiled, answer))
}

/// What it costs to force an item into a phase, or out of the plan.
pub fn force(
    scenario: &Scenario,
    compiled: &Compiled,
    answer: &Answer,
    item: usize,
    phase: Option<u32>,
) -> Forced {
    let mut changed = scenario.clone();
    let id = phase.and_then(|phase| Some(scenario.phases.get(phase as usize - 1)?.id.clone()));
    changed.items[item].pin = Some(Pin { phase: id, ..Pin::default() });
    if phase.is_none() {
        changed.items[item].mandatory = false;
    }
    let worths: Vec<Worth> = compiled.items.iter().map(|item| item.worth).collect();
    match plan_again(&changed, &worths, &answer.plan) {
        Some((_, other)) => {
            let lost = |worth: i64| ((answer.objective - worth) as f64 / compiled.scale).max(0.0);
            let loss = Loss { at_least: lost(other.upper_bound), at_most: lost(other.objective) };
            let pushes = displaced(scenario, &answer.plan, &other.plan, Some(item));
            Forced { phase, loss: Some(loss), pushes }
        }
        None => Forced { phase, loss: None, pushes: Vec::new() },
    }
}

/// Items that two plans put into different phases; `except` is left out.
pub fn displaced(
    scenario: &Scenario,
    before: &Plan,
    after: &Plan,
    except: Option<usize>,
) -> Vec<Displaced> {
    let starts = scenario.items.iter().zip(before.start.iter().zip(&after.start)).enumerate();
    starts
        .filter(|(at, (_, (from, to)))| from != to && Some(*at) != except)
        .map(|(_, (item, (from, to)))| Displaced { id: item.id.to_string(), from: *from, to: *to })
        .collect()
}

/// Single changes that bring an item forward (or in), each confirmed by planning
/// again; the smallest of each kind of what holds it.
pub fn smallest_changes(
    scenario: &Scenario,
    compiled: &Compiled,
    answer: &Answer,
    item: usize,
) -> Vec<Change> {
    let worths: Vec<Worth> = compiled.items.iter().map(|item| item.worth).collect();
    let before = answer.plan.start.get(item).copied().flatten();
    let earlier = |to: Option<u32>| match (before, to) {
        (Some(before), Some(to)) => to < before,
        (None, to) => to.is_some(),
        (Some(_), None) => false,
    };
    let mut changes = Vec::new();
    for reason in held_by(compiled, &answer.plan, item) {
        for (kind, changed) in candidates(scenario, compiled, item, &reason) {
            let again = plan_again(&changed, &worths, &answer.plan);
            let to = again.and_then(|(_, answer)| answer.plan.start.get(item).copied().flatten());
            if earlier(to) {
                changes.push(Change { kind, phase: to });
                // The candidates grow; the first that works is the smallest.
                break;
            }
        }
    }
    changes
}

/// Changes that could lift a reason, smallest first.
fn candidates(
    scenario: &Scenario,
    compiled: &Compiled,
    item: usize,
    reason: &HeldBy,
) -> Vec<(ChangeKind, Scenario)> {
    match reason {
        HeldBy::Resource { resource, phase, used, limit } => {
            let info = &compiled.resources[*resource];
            let short = info.real(*phase, used - limit);
            let more = |factor: f64| {
                let more = short * factor;
                let mut changed = scenario.clone();
                let entry = changed.phases.get_mut(*phase as usize - 1)?;
                match &info.name {
                    ResourceName::Capex => *entry.budget.as_mut()? += more,
                    ResourceName::Opex => *entry.opex_cap.as_mut()? += more,
                    ResourceName::Staff => *entry.staff_months.as_mut()? += more,
                    ResourceName::Agency(agency) => *entry.staff_by_agency.get_mut(agency)? += more,
                    ResourceName::Fund(fund) => *entry.co_funding.get_mut(fund)? += more,
                }
                let what = info.name.id();
                Some((ChangeKind::Resource { what, in_phase: *phase, more }, changed))
            };
            [1.0, 1.5, 2.5].into_iter().filter_map(more).collect()
        }
        HeldBy::Gate { .. } => gate_candidate(scenario, compiled, item).into_iter().collect(),
        HeldBy::Prerequisite { item: needed, .. } => {
            let needed = &scenario.items.get(*needed).map(|item| item.id.clone());
            let mut changed = scenario.clone();
            let mut eased = false;
            for link in &mut changed.items[item].requires {
                if Some(&link.item) == needed.as_ref() && (link.lag > 0 || link.after) {
                    eased = true;
                    if link.lag > 0 { link.lag -= 1 } else { link.after = false }
                }
            }
            let what = needed.as_ref().map_or_else(String::new, ToString::to_string);
            if eased { vec![(ChangeKind::Lag { what }, changed)] } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}

/// So much more infrastructure that the easiest channel opens a phase earlier.
fn gate_candidate(
    scenario: &Scenario,
    compiled: &Compiled,
    item: usize,
) -> Option<(ChangeKind, Scenario)> {
    let gate = compiled.items[item].gate.as_ref()?;
    let mut least: Option<(f64, &crate::model::MeasureId)> = None;
    for channel in gate.channels.iter().filter(|c| c.opens_gate && c.requires.is_empty()) {
        let Some(measure) = &channel.measure else { continue };
        let short = channel.forecast.iter().map(|level| channel.need - level).filter(|s| *s > 0.0);
        let short = short.fold(f64::INFINITY, f64::min);
        if short.is_finite() && least.is_none_or(|(other, _)| short < other) {
            least = Some((short, measure));
        }
    }
    let (more, measure) = least?;
    let mut changed = scenario.clone();
    // As if an access project had been done before the programme began.
    for measures in &mut changed.forecast.measures {
        if measures.id == *measure {
            for point in &mut measures.series {
                let raised = |value: f64| value + more;
                point.value = Estimate {
                    best: raised(point.value.best),
                    low: point.value.low.map(raised),
                    high: point.value.high.map(raised),
                    ..point.value.clone()
                };
            }
        }
    }
    Some((ChangeKind::Gate { what: measure.to_string(), more }, changed))
}
