//! What it costs to force an item into another phase, or out of the plan: by
//! planning again with a bound of its own.

use super::held::{HeldBy, reasons_against};
use super::question::{Base, Displaced, Range, displaced};
use crate::sequencing::compile::{Bound, Compiled, compile};
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
    /// That plan, which breaks the pin that the item may have.
    #[serde(skip)]
    pub plan: Option<Plan>,
}

impl Forced {
    /// How much is open about what it costs; none if nothing is, infinite if not even
    /// whether it is possible is known.
    fn open(&self) -> Option<f64> {
        match self.loss {
            Some(loss) => (!loss.is_exact()).then(|| loss.width()),
            None => (!self.impossible).then_some(f64::INFINITY),
        }
    }

    /// Works out with more work what is open about it; true if less is open then.
    pub fn sharpen(&mut self, sharper: &Base<'_>, item: usize) -> bool {
        let Some(open) = self.open() else { return false };
        let again = force(sharper, item, self.phase);
        let better = again.open().is_none_or(|rest| rest < open);
        if better {
            *self = again;
        }
        better
    }
}

/// What it costs to force an item of the scenario into a phase, or, without one,
/// out of the plan. A pin that it has is lifted first.
pub fn force(base: &Base<'_>, item: usize, phase: Option<u32>) -> Forced {
    let free = unpinned(base, item);
    let compiled = free.as_ref().unwrap_or(base.compiled);
    let changed = base.plan_near(forced_portfolio(compiled, item, phase), compiled);
    forced(base, item, phase, changed)
}

/// True if it is proven that no best plan has an item in a phase, or, without one, out.
/// `sharper` lends its work where the usual one does not prove it.
pub(super) fn is_never_best(
    base: &Base<'_>,
    sharper: Option<Base<'_>>,
    item: usize,
    phase: Option<u32>,
) -> bool {
    // Without a plan that has it there, every plan has it elsewhere.
    let proven = |row: &Forced| row.loss.map_or(row.impossible, |loss| loss.at_least > 0.0);
    let mut row = force(base, item, phase);
    let with_more = |sharper: Base<'_>| Base { effort: sharper.effort, ..*base };
    proven(&row) || sharper.is_some_and(|more| row.sharpen(&with_more(more), item) && proven(&row))
}

/// What a pin costs: the loss of the present plan against the one without the
/// pin. None if the item has no pin, or nothing holds without it.
pub fn pin_price(base: &Base<'_>, item: usize) -> Option<(Range, Answer)> {
    let compiled = unpinned(base, item)?;
    let free = base.plan_near(Portfolio::clone(&compiled.portfolio), &compiled);
    free.infeasible.is_none().then(|| (base.gain(&free), free))
}

/// What the scenario compiles to without the item's pin; none if it has none, or
/// one that does not hold as time has passed over it.
///
/// It is compiled anew: where a pin leaves one phase alone, the ways that open
/// gates in others were never looked for.
fn unpinned(base: &Base<'_>, item: usize) -> Option<Compiled> {
    base.scenario.items.get(item)?.pin.as_ref()?;
    let is_pin = |bound: &Bound| matches!(bound, Bound::Pinned(_) | Bound::Never);
    if !base.compiled.items.get(item)?.bounds.iter().any(is_pin) {
        return None;
    }
    let mut scenario = base.scenario.clone();
    scenario.items[item].pin = None;
    compile(&scenario, &base.worths()).ok()
}

/// The portfolio in which an item starts in a phase, or not at all; phases
/// outside its own window stay shut.
pub fn forced_portfolio(compiled: &Compiled, item: usize, phase: Option<u32>) -> Portfolio {
    let mut portfolio = Portfolio::clone(&compiled.portfolio);
    if let Some(entry) = portfolio.items.get_mut(item) {
        (entry.earliest, entry.latest, entry.mandatory) = match phase {
            Some(phase) => (entry.earliest.max(phase), entry.latest.min(phase), true),
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
            HeldBy::Begun(_) | HeldBy::Stopped | HeldBy::Today { .. } => true,
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
        plan: Some(base.compiled.complete(&changed.plan.start)),
    }
}

/// Phases other than the present one that an item could be forced into, nearest
/// first, and last "not at all" for one that is planned. None that is over, and
/// none at all for what has begun or was given up: there is nothing left to decide.
pub fn other_places(base: &Base<'_>, item: usize) -> Vec<Option<u32>> {
    if !base.compiled.is_open(item) {
        return Vec::new();
    }
    let present = base.start(item);
    let phases = base.compiled.portfolio.phases;
    let mut places: Vec<u32> =
        (base.compiled.today..=phases).filter(|phase| Some(*phase) != present).collect();
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
