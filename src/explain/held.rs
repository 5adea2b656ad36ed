//! What holds an item in its phase, or out of the plan.
//!
//! The item is moved one phase earlier, and the verifier says which rules that
//! breaks: those hold it. If it breaks none, nothing holds it but worth: the
//! plan is better as it is.

use crate::sequencing::compile::{Bound, Compiled};
use crate::sequencing::{Plan, Violation, verify};
use serde::Serialize;

/// Something that holds an item where it is. Items and resources by position in
/// the compiled portfolio, phases from 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HeldBy {
    /// It starts in the first phase there is.
    FirstPhase,
    /// A person pinned it to the phase.
    Pin {
        /// The phase.
        until: u32,
    },
    /// A person decided that it does not start.
    Excluded,
    /// It may not start before the phase.
    Window {
        /// The phase.
        until: u32,
    },
    /// Its infrastructure gate opens in the phase, or in none.
    Gate {
        /// The first phase in which some channel is open, under this plan.
        until: Option<u32>,
    },
    /// It needs an item that is ready in the phase, or does not start at all.
    Prerequisite {
        /// The item needed.
        item: usize,
        /// The first phase in which it is ready.
        until: Option<u32>,
    },
    /// It needs one of several items.
    AnyOf {
        /// The items.
        items: Vec<usize>,
    },
    /// An item that excludes it starts.
    Exclusive {
        /// That item.
        item: usize,
    },
    /// A resource does not suffice.
    Resource {
        /// The resource.
        resource: usize,
        /// The phase in which it lacks.
        phase: u32,
        /// What would be used, in whole units.
        used: i64,
        /// What there is, in whole units.
        limit: i64,
    },
    /// Its work would not be done by the last phase.
    Horizon,
    /// It could start, and the plan is worth more as it is.
    Worth {
        /// What the plan would gain (below 0: lose) by it alone, in units of worth.
        gain: i64,
    },
}

/// What holds an item of the scenario in its phase, or out of the plan.
pub fn held_by(compiled: &Compiled, plan: &Plan, item: usize) -> Vec<HeldBy> {
    let start: Vec<Option<u32>> = plan.start.iter().take(compiled.item_count()).copied().collect();
    let Some(present) = start.get(item).copied() else { return Vec::new() };
    let bounds = &compiled.items[item].bounds;
    if bounds.contains(&Bound::Never) {
        return vec![HeldBy::Excluded];
    }
    if let (Some(phase), true) = (present, bounds.iter().any(|b| matches!(b, Bound::Pinned(_)))) {
        return vec![HeldBy::Pin { until: phase }];
    }
    match present {
        Some(1) => vec![HeldBy::FirstPhase],
        Some(phase) => reasons_against(compiled, plan, &start, item, phase - 1),
        None => left_out(compiled, plan, &start, item),
    }
}

/// Of a left-out item: what the phase that breaks the fewest rules breaks.
fn left_out(compiled: &Compiled, plan: &Plan, start: &[Option<u32>], item: usize) -> Vec<HeldBy> {
    let phases = compiled.portfolio.phases;
    let duration = compiled.portfolio.items[item].duration;
    if duration > phases {
        return vec![HeldBy::Horizon];
    }
    let tries = (1..=phases + 1 - duration)
        .map(|phase| reasons_against(compiled, plan, start, item, phase));
    tries.min_by_key(Vec::len).unwrap_or_default()
}

/// What keeps an item from starting in a phase, all else as it is.
fn reasons_against(
    compiled: &Compiled,
    plan: &Plan,
    start: &[Option<u32>],
    item: usize,
    phase: u32,
) -> Vec<HeldBy> {
    let mut moved = start.to_vec();
    moved[item] = Some(phase);
    let moved = compiled.complete(&moved);
    let found = verify(&compiled.portfolio, &moved);
    let mut reasons: Vec<HeldBy> = Vec::new();
    for violation in &found.violations {
        if let Some(reason) = reason_of(compiled, plan, item, phase, violation)
            && !reasons.contains(&reason)
        {
            reasons.push(reason);
        }
    }
    if reasons.is_empty() {
        let before = verify(&compiled.portfolio, plan).objective;
        reasons.push(HeldBy::Worth { gain: found.objective - before });
    }
    reasons
}

fn reason_of(
    compiled: &Compiled,
    plan: &Plan,
    item: usize,
    phase: u32,
    violation: &Violation,
) -> Option<HeldBy> {
    let portfolio = &compiled.portfolio;
    let is_helper = |other: usize| other >= compiled.item_count();
    Some(match violation {
        Violation::Prerequisite { item: from, needs } if *from == item => {
            if is_helper(*needs) {
                return Some(HeldBy::Gate { until: gate_opens(compiled, plan, item) });
            }
            let links = portfolio.prerequisites.iter();
            let link = links.filter(|link| link.item == item && link.needs == *needs);
            let ready = link
                .filter_map(|link| {
                    let begin = plan.start[*needs]?;
                    Some(portfolio.ready(*needs, begin, link.lag, link.after))
                })
                .max();
            HeldBy::Prerequisite { item: *needs, until: ready }
        }
        Violation::AnyOf { item: from, group } if *from == item => {
            let needs = &portfolio.any_of[*group].needs;
            if needs.iter().any(|&other| is_helper(other)) {
                HeldBy::Gate { until: gate_opens(compiled, plan, item) }
            } else {
                HeldBy::AnyOf { items: needs.clone() }
            }
        }
        Violation::Window { item: from, .. } if *from == item => {
            window_reason(compiled, plan, item, phase)
        }
        Violation::Exclusive { group } => {
            let group = &portfolio.exclusive[*group];
            let mut others = group.iter().filter(|&&other| other != item);
            let other = others.find(|&&other| plan.start[other].is_some())?;
            HeldBy::Exclusive { item: *other }
        }
        Violation::Resource { resource, phase, used, limit } => {
            HeldBy::Resource { resource: *resource, phase: *phase, used: *used, limit: *limit }
        }
        // Others are not moved; what they break comes from the item's helpers.
        _ => return None,
    })
}

fn window_reason(compiled: &Compiled, plan: &Plan, item: usize, phase: u32) -> HeldBy {
    let entry = &compiled.portfolio.items[item];
    if phase + entry.duration > compiled.portfolio.phases + 1 {
        return HeldBy::Horizon;
    }
    let holds = |bound: &&Bound| phase < bound.earliest() || phase > bound.latest();
    match compiled.items[item].bounds.iter().find(holds) {
        Some(Bound::GateOpens(_) | Bound::GateStaysShut) => {
            HeldBy::Gate { until: gate_opens(compiled, plan, item) }
        }
        Some(Bound::Pinned(until)) => HeldBy::Pin { until: *until },
        Some(Bound::Never) => HeldBy::Excluded,
        Some(Bound::Earliest(until) | Bound::Latest(until)) => HeldBy::Window { until: *until },
        None => HeldBy::Window { until: entry.earliest },
    }
}

/// The first phase in which some channel of the item is open under a plan.
fn gate_opens(compiled: &Compiled, plan: &Plan, item: usize) -> Option<u32> {
    let open = |phase: &u32| {
        compiled.open_channels(plan, item, *phase).is_some_and(|channels| !channels.is_empty())
    };
    (1..=compiled.portfolio.phases).find(open)
}
