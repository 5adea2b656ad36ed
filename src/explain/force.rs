//! What it costs to force an item into another phase, or out of the plan: by
//! planning again with a bound of its own.

use super::held::{HeldBy, reasons_against};
use super::question::{Base, Displaced, Range, displaced};
use crate::sequencing::compile::{Bound, window};
use crate::sequencing::{Answer, Conflict, Plan, Portfolio};
use serde::Serialize;

/// An item forced into a phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Forced {
    /// The phase, from 1; none is not at all.
    pub phase: Option<u32>,
    /// What it costs, in value-point years; none if no plan was found.
    pub loss: Option<Range>,
    /// True if it is proven that no plan has the item there.
    pub impossible: bool,
    /// Rules that forbid it there, whatever else is planned: windows and gates.
    #[serde(skip)]
    pub against: Vec<HeldBy>,
    /// What cannot hold together, if no plan was found.
    #[serde(skip)]
    pub conflict: Option<Conflict>,
    /// Items that start elsewhere, or not at all, in the plan that was found.
    pub pushes: Vec<Displaced>,
    /// That plan.
    #[serde(skip)]
    pub plan: Option<Plan>,
}

/// What it costs to force an item of the scenario into a phase, or, without one,
/// out of the plan. A pin that it has is lifted first.
pub fn force(base: &Base<'_>, item: usize, phase: Option<u32>) -> Forced {
    let changed = base.plan(forced_portfolio(base, item, phase));
    forced(base, item, phase, changed)
}

/// What a pin costs: the loss of the present plan against the one without the
/// pin. None if the item has no pin, or nothing holds without it.
pub fn pin_price(base: &Base<'_>, item: usize) -> Option<(Range, Answer)> {
    let is_pin = |bound: &Bound| matches!(bound, Bound::Pinned(_) | Bound::Never);
    if !base.compiled.items.get(item)?.bounds.iter().any(is_pin) {
        return None;
    }
    let mut portfolio = Portfolio::clone(&base.compiled.portfolio);
    let (earliest, latest) = free_window(base, item);
    let entry = portfolio.items.get_mut(item)?;
    (entry.earliest, entry.latest) = (earliest, latest);
    entry.mandatory = base.scenario.items.get(item)?.mandatory;
    let free = base.plan(portfolio);
    free.infeasible.is_none().then(|| (base.gain(&free), free))
}

/// The window of an item without what a person pinned.
fn free_window(base: &Base<'_>, item: usize) -> (u32, u32) {
    let is_pin = |bound: &Bound| matches!(bound, Bound::Pinned(_) | Bound::Never);
    let bounds = base.compiled.items.get(item).map(|item| item.bounds.as_slice());
    let bounds: Vec<Bound> =
        bounds.unwrap_or_default().iter().copied().filter(|bound| !is_pin(bound)).collect();
    window(&bounds, base.compiled.portfolio.phases)
}

/// The portfolio in which an item starts in a phase, or not at all.
pub fn forced_portfolio(base: &Base<'_>, item: usize, phase: Option<u32>) -> Portfolio {
    let mut portfolio = Portfolio::clone(&base.compiled.portfolio);
    let (earliest, latest) = free_window(base, item);
    if let Some(entry) = portfolio.items.get_mut(item) {
        (entry.earliest, entry.latest, entry.mandatory) = match phase {
            Some(phase) => (earliest.max(phase), latest.min(phase), true),
            None => (1, 0, false),
        };
    }
    portfolio
}

fn forced(base: &Base<'_>, item: usize, phase: Option<u32>, changed: Answer) -> Forced {
    if let Some(conflict) = changed.infeasible {
        let against = match phase {
            Some(phase) => reasons_against(base.compiled, &base.answer.plan, item, phase),
            None => Vec::new(),
        };
        let always = |held: &HeldBy| match held {
            HeldBy::Window { .. } | HeldBy::Deadline { .. } | HeldBy::Horizon => true,
            // With an opener it is the plan that keeps the gate shut, not the forecast.
            HeldBy::Gate { opener, .. } => opener.is_none(),
            _ => false,
        };
        let against: Vec<HeldBy> = against.into_iter().filter(always).collect();
        let impossible = conflict.proven;
        let conflict = Some(conflict);
        return Forced {
            phase,
            loss: None,
            impossible,
            against,
            conflict,
            pushes: Vec::new(),
            plan: None,
        };
    }
    Forced {
        phase,
        loss: Some(base.loss(&changed)),
        impossible: false,
        against: Vec::new(),
        conflict: None,
        pushes: displaced(base.scenario, &base.answer.plan, &changed.plan, Some(item)),
        plan: Some(changed.plan),
    }
}

/// Phases other than the present one that an item could be forced into, nearest
/// first, and last "not at all" for one that is planned.
pub fn other_places(base: &Base<'_>, item: usize) -> Vec<Option<u32>> {
    let present = base.start(item);
    let phases = base.compiled.portfolio.phases;
    let mut places: Vec<u32> = (1..=phases).filter(|phase| Some(*phase) != present).collect();
    if let Some(present) = present {
        places.sort_by_key(|phase| (phase.abs_diff(present), *phase));
    }
    let never = present.map(|_| None);
    places.into_iter().map(Some).chain(never).collect()
}

/// Items that give way if an item starts earlier, or at all: what displaces it
/// now. From the nearest earlier phase that is possible, of a left-out item the
/// cheapest.
pub fn displaced_by(forced: &[Forced], present: Option<u32>) -> Vec<Displaced> {
    let possible = forced.iter().filter(|row| row.phase.is_some() && row.loss.is_some());
    let chosen = match present {
        Some(present) => possible
            .filter(|row| row.phase.is_some_and(|phase| phase < present))
            .max_by_key(|row| row.phase),
        None => possible.min_by(|a, b| most(a).total_cmp(&most(b))),
    };
    let pushes = chosen.map(|row| row.pushes.as_slice()).unwrap_or_default();
    pushes.iter().filter(|other| !other.gains()).cloned().collect()
}

/// Items that come forward, or in, if an item is taken out: what it displaces now.
pub fn displaces(forced: &[Forced]) -> Vec<Displaced> {
    let out = forced.iter().find(|row| row.phase.is_none());
    let pushes = out.map(|row| row.pushes.as_slice()).unwrap_or_default();
    pushes.iter().filter(|other| other.gains()).cloned().collect()
}

fn most(row: &Forced) -> f64 {
    row.loss.map_or(f64::INFINITY, |loss| loss.at_most)
}
