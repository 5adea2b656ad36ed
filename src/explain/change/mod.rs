//! The smallest single change that moves an item: a budget, a number of staff,
//! the date of a gate, a lag, a window, a pin, a weight. Candidates come from
//! what holds the item, amounts in closed form; each is confirmed by planning
//! again, and where that is cheap made smaller by halving.

mod amounts;
mod apply;
mod smallest;
mod weight;

pub use smallest::{Least, smallest};

use super::chain::binding_chain;
use super::force::{Forced, is_never_best};
use super::held::HeldBy;
use super::question::{Base, later, worths_of};
use serde::Serialize;

/// A single change that moves an item.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// What is changed.
    #[serde(flatten)]
    pub kind: ChangeKind,
    /// Where the item then starts, from 1; none is not at all.
    pub phase: Option<u32>,
    /// True if it is proven that then no best plan has the item where it is now;
    /// else the plan that was found has it elsewhere.
    pub certain: bool,
}

/// What is changed. Ids as in the scenario, phases from 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ChangeKind {
    /// More (below 0: less) of a resource in one phase.
    Resource {
        /// Its id, such as `capex`.
        what: String,
        /// The phase.
        in_phase: u32,
        /// How much more, in units of the currency or staff months.
        more: f64,
    },
    /// The forecast of an infrastructure is higher in a phase, and never lower
    /// than that afterwards: a gate opens earlier.
    Gate {
        /// The measure.
        what: String,
        /// The phase.
        in_phase: u32,
        /// How much more of it, in its unit.
        more: f64,
    },
    /// A prerequisite is ready a phase earlier.
    Lag {
        /// The prerequisite.
        what: String,
        /// The item that needs it.
        of: String,
    },
    /// An item may start earlier.
    Window {
        /// The item.
        what: String,
        /// The first phase in which it then may.
        earliest: u32,
    },
    /// A person's pin, or decision against it, is lifted.
    Pin {
        /// The item.
        what: String,
    },
    /// A criterion's swing in a weight set is another.
    Weight {
        /// The criterion.
        what: String,
        /// The weight set.
        set: String,
        /// The swing now.
        from: f64,
        /// The swing that is enough.
        to: f64,
    },
}

/// Which way a change shall move an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Forward, or in.
    Forward,
    /// Back, or out.
    Back,
    /// Either.
    Any,
}

impl Way {
    /// True if a new start is that way from the old one.
    fn is(self, before: Option<u32>, after: Option<u32>) -> bool {
        match self {
            Self::Forward => later(after, before),
            Self::Back => later(before, after),
            Self::Any => before != after,
        }
    }
}

/// Single changes that move an item, one of each kind and place that holds it;
/// `forced` gives plans with the item elsewhere, `found` is told of each at once.
pub fn smallest_changes(
    base: &Base<'_>,
    item: usize,
    forced: &[Forced],
    found: &mut dyn FnMut(&Change),
) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    // What has happened no change of anything moves.
    if !base.compiled.is_open(item) {
        return changes;
    }
    let mut keep = |change: Option<Change>, changes: &mut Vec<Change>| {
        if let Some(change) = change.filter(|change| !changes.contains(change)) {
            found(&change);
            changes.push(change);
        }
    };
    let chain = binding_chain(base.compiled, &base.answer.plan, item);
    let lines = chain.lines();
    for line in &lines {
        for (kind, way) in apply::plain_candidates(base, line) {
            if base.is_cancelled() {
                return changes;
            }
            keep(confirm(base, item, kind, way), &mut changes);
        }
    }
    let mut tried: Vec<(usize, u32)> = Vec::new();
    for line in &lines {
        if let HeldBy::Resource { resource, phase, used, limit } = line.held
            && !tried.contains(&(*resource, *phase))
            && !base.is_cancelled()
        {
            tried.push((*resource, *phase));
            let units = amounts::least_more(base, item, *resource, *phase, used - limit);
            let kind = units.and_then(|units| amounts::kind(base, *resource, *phase, units));
            keep(kind.and_then(|kind| confirm(base, item, kind, Way::Forward)), &mut changes);
        }
    }
    // Nothing can bring it further forward: what would push it back?
    let first = |held: &HeldBy| matches!(held, HeldBy::FirstPhase | HeldBy::Today { .. });
    if lines.iter().any(|line| line.depth == 0 && first(line.held)) {
        for (resource, phase) in amounts::own_rows(base, item) {
            let units = amounts::least_less(base, item, resource, phase);
            let kind = units.and_then(|units| amounts::kind(base, resource, phase, -units));
            keep(kind.and_then(|kind| confirm(base, item, kind, Way::Back)), &mut changes);
        }
    }
    // While somebody asks what if one criterion alone counted, weights do nothing.
    if worths_of(base.scenario) == base.worths() && !base.is_cancelled() {
        for kind in weight::candidates(base, item, forced) {
            let change = confirm(base, item, kind, Way::Any);
            let done = change.is_some();
            keep(change, &mut changes);
            if done {
                break;
            }
        }
    }
    changes
}

/// Plans with a change in it; none if the item does not move that way. The
/// change is certain if the best plan with the item in its old place is proven
/// to be worth less.
fn confirm(base: &Base<'_>, item: usize, kind: ChangeKind, way: Way) -> Option<Change> {
    let changed = kind.apply(base.scenario)?;
    let worths = match kind {
        ChangeKind::Weight { .. } => worths_of(&changed),
        _ => base.worths(),
    };
    let (compiled, answer) = base.plan_scenario(&changed, &worths)?;
    let before = base.start(item);
    let after = answer.plan.start.get(item).copied().flatten();
    if answer.infeasible.is_some() || !way.is(before, after) {
        return None;
    }
    let again = Base { scenario: &changed, compiled: &compiled, answer: &answer, ..*base };
    let certain = is_never_best(&again, base.sharper(), item, before);
    Some(Change { kind, phase: after, certain })
}
