//! What holds an item in its phase, or out of the plan.
//!
//! The item is moved one phase earlier, all else as it is, and the verifier says
//! which rules that breaks: those hold it, each of them needed and all of them
//! together enough. If it breaks none, nothing holds it but worth.

use super::gate::gate_reason;
use crate::model::{Begun, GateMode};
use crate::sequencing::compile::{AnyOfOrigin, Bound, Compiled, PrerequisiteOrigin};
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
    /// It has begun, and there it stays.
    Begun(Begun),
    /// It was given up.
    Stopped,
    /// It starts in the phase that is now: nothing can start before it.
    Today {
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
    /// It may not start after the phase.
    Deadline {
        /// The phase.
        last: u32,
    },
    /// Its infrastructure gate opens in the phase, or in none.
    Gate {
        /// The first phase in which some channel is open, under this plan.
        until: Option<u32>,
        /// The channel that opens, by position in the item's list.
        channel: Option<usize>,
        /// The item that opens it: an access project, or a counter.
        opener: Option<usize>,
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
        /// The one that is ready first, if any starts.
        first: Option<usize>,
    },
    /// It starts together with an item that is held.
    Together {
        /// That item.
        item: usize,
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
    /// No rule holds it; the plan is worth more, or as much, as it is.
    Worth {
        /// What the plan would gain (below 0: lose) by it alone, in units of worth.
        gain: i64,
    },
}

impl HeldBy {
    /// The item behind it, whose own reasons go on with the chain.
    pub fn next(&self) -> Option<usize> {
        match self {
            Self::Prerequisite { item, .. } | Self::Together { item } => Some(*item),
            Self::Gate { opener, .. } => *opener,
            Self::AnyOf { first, .. } => *first,
            _ => None,
        }
    }
}

/// What holds an item of the scenario in its phase, or out of the plan.
///
/// O(phases × (items × phases + links)) for an item that is left out, else one
/// check of the plan.
pub fn held_by(compiled: &Compiled, plan: &Plan, item: usize) -> Vec<HeldBy> {
    if item >= compiled.item_count() {
        return Vec::new();
    }
    let Some(present) = plan.start.get(item).copied() else { return Vec::new() };
    if let Some(begun) = compiled.items[item].begun {
        return vec![HeldBy::Begun(begun)];
    }
    let bounds = &compiled.items[item].bounds;
    if bounds.contains(&Bound::Stopped) {
        return vec![HeldBy::Stopped];
    }
    if bounds.contains(&Bound::Never) {
        return vec![HeldBy::Excluded];
    }
    let pinned = bounds.iter().any(|bound| matches!(bound, Bound::Pinned(_)));
    match present {
        Some(phase) if pinned => vec![HeldBy::Pin { until: phase }],
        Some(1) => vec![HeldBy::FirstPhase],
        Some(phase) if phase == compiled.today => vec![HeldBy::Today { until: phase }],
        Some(phase) => reasons_against(compiled, plan, item, phase - 1),
        None => left_out(compiled, plan, item),
    }
}

/// What keeps an item from starting in a phase, all else as it is; a gain in
/// worth alone if nothing does.
pub fn reasons_against(compiled: &Compiled, plan: &Plan, item: usize, phase: u32) -> Vec<HeldBy> {
    let tried = try_at(compiled, plan, item, phase);
    if tried.reasons.is_empty() { vec![HeldBy::Worth { gain: tried.gain }] } else { tried.reasons }
}

/// An item put somewhere else, all else as it is.
struct Try {
    reasons: Vec<HeldBy>,
    /// How many rules are broken, whoever of those that move together breaks them.
    broken: usize,
    gain: i64,
}

/// Of a left-out item: of the phases in which it would bring something by
/// itself, what the one breaks that breaks the fewest rules.
fn left_out(compiled: &Compiled, plan: &Plan, item: usize) -> Vec<HeldBy> {
    let phases = compiled.portfolio.phases;
    let unit = unit_of(compiled, item);
    let duration = unit.iter().map(|&member| compiled.portfolio.items[member].duration).max();
    let duration = duration.unwrap_or(1);
    if duration > phases + 1 - compiled.today {
        return vec![HeldBy::Horizon];
    }
    // What is over can bring nothing in.
    let tries =
        (compiled.today..=phases + 1 - duration).map(|phase| try_at(compiled, plan, item, phase));
    let tries: Vec<Try> = tries.collect();
    let most = tries.iter().map(|tried| tried.gain).max().unwrap_or(0);
    let gaining = tries.into_iter().filter(|tried| tried.gain > 0);
    match gaining.min_by_key(|tried| (tried.broken, -tried.gain)) {
        Some(tried) if !tried.reasons.is_empty() => tried.reasons,
        Some(tried) => vec![HeldBy::Worth { gain: tried.gain }],
        None => vec![HeldBy::Worth { gain: most }],
    }
}

fn try_at(compiled: &Compiled, plan: &Plan, item: usize, phase: u32) -> Try {
    let mut start: Vec<Option<u32>> =
        plan.start.iter().take(compiled.item_count()).copied().collect();
    let before = verify(&compiled.portfolio, &compiled.complete(&start)).objective;
    let unit = unit_of(compiled, item);
    for &member in &unit {
        if let Some(place) = start.get_mut(member) {
            *place = Some(phase);
        }
    }
    let moved = compiled.complete(&start);
    let found = verify(&compiled.portfolio, &moved);
    let mut reasons: Vec<HeldBy> = Vec::new();
    let mut broken = found.violations.len();
    for violation in &found.violations {
        if let Some(reason) = reason_of(compiled, plan, item, &unit, phase, violation)
            && !reasons.contains(&reason)
        {
            reasons.push(reason);
        }
    }
    // Before its window an item's gate was never compiled, and holds it too.
    for &member in unit.iter().filter(|&&member| is_shut(compiled, &moved, member, phase)) {
        let reason = if member == item {
            gate_reason(compiled, plan, item, phase)
        } else {
            HeldBy::Together { item: member }
        };
        if !reasons.contains(&reason) {
            broken += 1;
            reasons.push(reason);
        }
    }
    Try { reasons, broken, gain: found.objective - before }
}

/// True if an item's gate keeps it from starting in a phase under a plan.
fn is_shut(compiled: &Compiled, plan: &Plan, item: usize, phase: u32) -> bool {
    let gate = compiled.items.get(item).and_then(|item| item.gate.as_ref());
    let binds = gate.is_some_and(|gate| gate.channels.iter().any(|channel| channel.opens_gate));
    binds
        && compiled.gate_mode == GateMode::Hard
        && compiled.open_channels(plan, item, phase).is_some_and(|open| open.is_empty())
}

/// The items that must start together with an item, itself among them: those
/// that need it, directly or not, and that it needs.
pub fn unit_of(compiled: &Compiled, item: usize) -> Vec<usize> {
    let count = compiled.portfolio.items.len();
    let links = &compiled.portfolio.prerequisites;
    let reach = |forward: bool| {
        let mut ends = vec![Vec::new(); count];
        for link in links {
            let (from, to) =
                if forward { (link.item, link.needs) } else { (link.needs, link.item) };
            ends[from].push(to);
        }
        let mut seen = vec![false; count];
        let mut open = vec![item];
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                open.extend(&ends[at]);
            }
        }
        seen
    };
    let (needs, needed) = (reach(true), reach(false));
    (0..count).filter(|&other| needs[other] && needed[other]).collect()
}

fn reason_of(
    compiled: &Compiled,
    plan: &Plan,
    item: usize,
    unit: &[usize],
    phase: u32,
    violation: &Violation,
) -> Option<HeldBy> {
    let portfolio = &compiled.portfolio;
    let own = match violation {
        Violation::Prerequisite { item: from, .. }
        | Violation::AnyOf { item: from, .. }
        | Violation::Window { item: from, .. } => Some(*from),
        _ => None,
    };
    if let Some(other) = own.filter(|other| *other != item) {
        // What a helper breaks, the item that needs it breaks too.
        return unit.contains(&other).then_some(HeldBy::Together { item: other });
    }
    Some(match violation {
        Violation::Prerequisite { needs, .. } => {
            let links = portfolio.prerequisites.iter().zip(&compiled.prerequisite_origins);
            let ready = |begin: u32, link: &crate::sequencing::Prerequisite| {
                portfolio.ready(*needs, begin, link.lag, link.after)
            };
            let late: Vec<(Option<u32>, bool)> = links
                .filter(|(link, _)| link.item == item && link.needs == *needs)
                .map(|(link, origin)| {
                    let until = plan.start[*needs].map(|begin| ready(begin, link));
                    (until, matches!(origin, PrerequisiteOrigin::Item { .. }))
                })
                .filter(|(until, _)| until.is_none_or(|until| until > phase))
                .collect();
            // The same link may stand in the list itself and behind the gate.
            match late.iter().filter(|(_, own)| *own).map(|(until, _)| *until).max() {
                Some(until) if *needs < compiled.item_count() => {
                    HeldBy::Prerequisite { item: *needs, until }
                }
                _ => gate_reason(compiled, plan, item, phase),
            }
        }
        Violation::AnyOf { group, .. } => match compiled.any_of_origins.get(*group) {
            Some(AnyOfOrigin::Item { .. }) => {
                let link = &portfolio.any_of[*group];
                let ready = |&other: &usize| {
                    let begin = plan.start[other]?;
                    Some((portfolio.ready(other, begin, link.lag, link.after), other))
                };
                let first = link.needs.iter().filter_map(ready).min().map(|(_, other)| other);
                HeldBy::AnyOf { items: link.needs.clone(), first }
            }
            _ => gate_reason(compiled, plan, item, phase),
        },
        Violation::Window { .. } => window_reason(compiled, plan, item, phase),
        Violation::Exclusive { group } => {
            let group = &portfolio.exclusive[*group];
            if !group.contains(&item) {
                let member = group.iter().find(|other| unit.contains(other))?;
                return Some(HeldBy::Together { item: *member });
            }
            let outside = |other: &&usize| !unit.contains(other) && plan.start[**other].is_some();
            // Or one that must start with it, so that neither ever can.
            let inside = |other: &&usize| **other != item && unit.contains(other);
            let other = group.iter().find(outside).or_else(|| group.iter().find(inside))?;
            HeldBy::Exclusive { item: *other }
        }
        Violation::Resource { resource, phase, used, limit } => {
            HeldBy::Resource { resource: *resource, phase: *phase, used: *used, limit: *limit }
        }
        // Others are not moved, and a plan that misses a mandatory item is none.
        Violation::WrongLength | Violation::Mandatory { .. } => return None,
    })
}

fn window_reason(compiled: &Compiled, plan: &Plan, item: usize, phase: u32) -> HeldBy {
    let entry = &compiled.portfolio.items[item];
    if phase + entry.duration > compiled.portfolio.phases + 1 {
        return HeldBy::Horizon;
    }
    let holds = |bound: &&Bound| phase < bound.earliest() || phase > bound.latest();
    match compiled.items.get(item).and_then(|item| item.bounds.iter().find(holds)) {
        Some(Bound::GateOpens(_) | Bound::GateStaysShut) => {
            gate_reason(compiled, plan, item, phase)
        }
        Some(Bound::Pinned(until)) => HeldBy::Pin { until: *until },
        Some(Bound::Never) => HeldBy::Excluded,
        Some(Bound::Begun(_)) => {
            let begun = compiled.items.get(item).and_then(|item| item.begun);
            begun.map_or(HeldBy::Window { until: entry.earliest }, HeldBy::Begun)
        }
        Some(Bound::Stopped) => HeldBy::Stopped,
        Some(Bound::Today(until)) => HeldBy::Today { until: *until },
        Some(Bound::Earliest(until)) => HeldBy::Window { until: *until },
        Some(Bound::Latest(last)) => HeldBy::Deadline { last: *last },
        None => HeldBy::Window { until: entry.earliest },
    }
}
