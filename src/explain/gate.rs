//! When an item's gate opens under a plan, and what opens it.

use super::held::HeldBy;
use crate::sequencing::Plan;
use crate::sequencing::compile::{ChannelGate, Compiled};

/// A gate that opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Opening {
    /// The first phase in which some channel is open.
    phase: u32,
    /// That channel, by position in the item's list.
    channel: usize,
}

/// The gate as a reason against a start in a phase.
pub fn gate_reason(compiled: &Compiled, plan: &Plan, item: usize, phase: u32) -> HeldBy {
    let channels = compiled.items.get(item).and_then(|item| item.gate.as_ref());
    let channels = channels.map(|gate| gate.channels.as_slice()).unwrap_or_default();
    let later = (phase + 1..=compiled.portfolio.phases).find_map(|phase| {
        let open = compiled.open_channels(plan, item, phase)?;
        open.first().map(|&channel| Opening { phase, channel })
    });
    match later {
        Some(open) => {
            let opener = channels
                .get(open.channel)
                .and_then(|gate| opener_of(compiled, plan, item, gate, open));
            HeldBy::Gate { until: Some(open.phase), channel: Some(open.channel), opener }
        }
        None => {
            // What would be enough if it were planned: a counter, then an access project.
            let missing = |gate: &ChannelGate| {
                let met = gate.measure.is_none() || gate.level(phase, |_| false) >= gate.need;
                let out = |other: &usize| plan.start.get(*other).copied().flatten().is_none();
                let counter = gate.requires.iter().copied().find(|item| met && out(item));
                counter.or(gate.raises.iter().map(|raise| raise.item).find(out))
            };
            let waits = channels.iter().enumerate().filter(|(_, gate)| gate.opens_gate);
            let found = waits.filter_map(|(at, gate)| Some((at, missing(gate)?))).next();
            HeldBy::Gate {
                until: None,
                channel: found.map(|(at, _)| at),
                opener: found.map(|(_, item)| item),
            }
        }
    }
}

/// The item without which the channel would still be shut; the one that is done
/// last, if several are needed.
fn opener_of(
    compiled: &Compiled,
    plan: &Plan,
    item: usize,
    gate: &ChannelGate,
    open: Opening,
) -> Option<usize> {
    let helpful = gate.raises.iter().map(|raise| raise.item).chain(gate.requires.iter().copied());
    let done = |other: usize| {
        let start = plan.start.get(other).copied().flatten()?;
        Some(start + compiled.portfolio.items[other].duration)
    };
    let needed = |other: &usize| {
        let mut without = plan.clone();
        without.start[*other] = None;
        compiled
            .open_channels(&without, item, open.phase)
            .is_some_and(|channels| !channels.contains(&open.channel))
    };
    helpful.filter(|&other| done(other).is_some()).filter(needed).max_by_key(|&other| done(other))
}
