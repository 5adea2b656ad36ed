//! Infrastructure gates: what each channel needs, and which ways open it.

use super::forecast::{by_phase, on_line};
use super::lookup::Lookup;
use crate::model::{ChannelId, Item, MeasureId, Scenario};
use crate::sequencing::{Plan, Portfolio};

/// Most ways kept for one item.
pub const MAX_WAYS: usize = 64;

/// Most sets of access projects looked at for one channel.
const MAX_SETS: usize = 20_000;

/// Something that adds to a measure once it is done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Raise {
    /// The access project.
    pub item: usize,
    /// What it adds from the phase after its last phase of work, in the measure's unit.
    pub by: f64,
}

/// A channel of an item, with all that decides when it is open.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelGate {
    /// The kind of channel.
    pub channel: ChannelId,
    /// False if it only adds reach.
    pub opens_gate: bool,
    /// What is measured; none if it needs no infrastructure.
    pub measure: Option<MeasureId>,
    /// The level that is needed, in the measure's unit.
    pub need: f64,
    /// The level forecast for each phase; empty without a measure.
    pub forecast: Vec<f64>,
    /// The first phase in which the forecast alone meets the need.
    pub forecast_meets: Option<u32>,
    /// What could lift the level.
    pub raises: Vec<Raise>,
    /// Items of which one must be ready; empty if none is needed.
    pub requires: Vec<usize>,
    /// Phases from the last phase of work of that item on.
    pub lag: u32,
}

/// One sufficient set of conditions under which an item may start.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Way {
    /// Position among the item's channels.
    pub channel: usize,
    /// The first phase in which the forecast, with `access`, meets the need.
    pub from: u32,
    /// Access projects that must all be done before the phase of the start.
    pub access: Vec<usize>,
    /// Items of which one must be ready; empty if none is needed.
    pub requires: Vec<usize>,
    /// Phases from the last phase of work of that item on.
    pub lag: u32,
}

/// The gate of an item that has channels.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// Its channels, in the scenario's order.
    pub channels: Vec<ChannelGate>,
    /// Ways that open it, none implied by another; empty if nothing does.
    pub ways: Vec<Way>,
    /// True if not all ways were kept: the plan may then miss one, never break the gate.
    pub cut: bool,
}

impl Gate {
    /// Channels that are open in a phase (from 1) under a plan, recounted from
    /// forecast and plan without the ways.
    pub fn open_channels(&self, portfolio: &Portfolio, plan: &Plan, phase: u32) -> Vec<usize> {
        let end = |item: usize| {
            plan.start.get(item).copied().flatten().map(|s| s + portfolio.items[item].duration - 1)
        };
        let open = |gate: &ChannelGate| {
            let met =
                gate.level(phase, |item| end(item).is_some_and(|end| end < phase)) >= gate.need;
            let ready =
                |item: &usize| end(*item).is_some_and(|end| end.saturating_add(gate.lag) <= phase);
            let here = gate.requires.is_empty() || gate.requires.iter().any(ready);
            gate.opens_gate && here && (gate.measure.is_none() || met)
        };
        (0..self.channels.len()).filter(|&at| open(&self.channels[at])).collect()
    }
}

impl ChannelGate {
    /// The level in a phase (from 1), with what finished access projects add.
    pub fn level(&self, phase: u32, is_done: impl Fn(usize) -> bool) -> f64 {
        let forecast = self.forecast.get((phase as usize).wrapping_sub(1)).copied().unwrap_or(0.0);
        let done = self.raises.iter().filter(|raise| is_done(raise.item));
        with_raises(forecast, done.map(|raise| raise.by))
    }
}

/// Sums in one fixed way, and a hair upwards, so that 6.4 + 0.6 meets 7.
fn with_raises(forecast: f64, raises: impl Iterator<Item = f64>) -> f64 {
    (forecast + raises.sum::<f64>()) * (1.0 + 1e-12) + 1e-12
}

/// What the scenario says of an item's channels; none without channels.
pub fn channels(
    scenario: &Scenario,
    at: usize,
    lookup: &mut Lookup,
    falling: &mut Vec<MeasureId>,
) -> Option<Vec<ChannelGate>> {
    let item = &scenario.items[at];
    if item.channels.is_empty() {
        return None;
    }
    let mut gates = Vec::with_capacity(item.channels.len());
    for (place, channel) in item.channels.iter().enumerate() {
        let path = |field: &str| format!("items[\"{}\"].channels[{place}].{field}", item.id);
        let mut requires = lookup.items(&channel.requires_any_of, || path("requires_any_of"));
        // Nothing can be its own counter; a list of itself alone never opens.
        requires.retain(|other| *other != at);
        let mut gate = ChannelGate {
            channel: channel.channel.clone(),
            opens_gate: channel.opens_gate
                && (channel.requires_any_of.is_empty() || !requires.is_empty()),
            measure: None,
            need: 0.0,
            forecast: Vec::new(),
            forecast_meets: Some(1),
            raises: Vec::new(),
            requires,
            lag: channel.lag,
        };
        if let Some(need) = &channel.need {
            gate.need = lookup.amount(need.level.best, -1e300, || path("need.level"));
            let measure = scenario.forecast.measures.iter().find(|m| m.id == need.measure);
            match measure.map(|measure| by_phase(scenario, measure)) {
                Some(Some((levels, falls))) => {
                    if falls && !falling.contains(&need.measure) {
                        falling.push(need.measure.clone());
                    }
                    gate.measure = Some(need.measure.clone());
                    gate.forecast = levels;
                    gate.raises = raises(scenario, at, &need.measure);
                    let meets = |phase: &u32| gate.level(*phase, |_| false) >= gate.need;
                    gate.forecast_meets = (1..=gate.forecast.len() as u32).find(meets);
                }
                _ => lookup.unknown("measure", need.measure.as_str(), path("need.measure")),
            }
        }
        gates.push(gate);
    }
    Some(gates)
}

/// What other items add to a measure.
fn raises(scenario: &Scenario, but: usize, measure: &MeasureId) -> Vec<Raise> {
    let level = scenario.parameters.gate_uses;
    let by = |item: &Item| {
        let raises = item.raises_forecast.iter().filter(|raise| raise.measure == *measure);
        raises.map(|raise| on_line(&raise.by, level)).sum::<f64>()
    };
    let all = scenario.items.iter().enumerate().filter(|(at, _)| *at != but);
    all.map(|(item, entry)| Raise { item, by: by(entry) }).filter(|r| r.by > 0.0).collect()
}

/// The ways that open a gate, none of them implied by another.
///
/// `starts` is the item's own window; `done_by` the first phase in which each
/// access project could be done. For each channel, sets of access projects are
/// tried in order of size; a set is kept where it opens the channel earlier than
/// all of its parts, at a phase that it can be done before.
pub fn ways(
    channels: Vec<ChannelGate>,
    starts: (u32, u32),
    done_by: &dyn Fn(usize) -> u32,
) -> Gate {
    let mut found: Vec<Way> = Vec::new();
    let mut cut = false;
    for (at, gate) in channels.iter().enumerate().filter(|(_, gate)| gate.opens_gate) {
        let phases = if gate.measure.is_some() { gate.forecast.len() as u32 } else { starts.1 };
        let last = starts.1.min(phases);
        let way = |from: u32, access: Vec<usize>| Way {
            channel: at,
            from: from.max(starts.0),
            access,
            requires: gate.requires.clone(),
            lag: gate.lag,
        };
        let alone = gate.forecast_meets.filter(|from| *from <= last);
        found.extend(alone.map(|from| way(from, Vec::new())));
        if alone.is_some_and(|from| from <= starts.0) {
            continue;
        }
        // What is done in time to help, the most helpful first.
        let latest = alone.map_or(last, |from| from - 1);
        let mut useful: Vec<Raise> =
            gate.raises.iter().copied().filter(|raise| done_by(raise.item) < latest).collect();
        useful.sort_by(|a, b| b.by.total_cmp(&a.by).then(a.item.cmp(&b.item)));
        let mut kept: Vec<Way> = Vec::new();
        let mut looked_at = 0;
        let more = &mut |set: &[usize]| {
            looked_at += 1;
            let ready = set.iter().map(|&r| done_by(useful[r].item) + 1).max().unwrap_or(1);
            let opens = (starts.0.max(ready)..=latest).find(|&phase| {
                let sum = set.iter().map(|&r| useful[r].by);
                with_raises(gate.forecast[phase as usize - 1], sum) >= gate.need
            });
            if let Some(from) = opens {
                let mut access: Vec<usize> = set.iter().map(|&r| useful[r].item).collect();
                access.sort_unstable();
                let new = way(from, access);
                if !kept.iter().any(|old| implies(old, &new)) {
                    kept.push(new);
                }
            }
            looked_at < MAX_SETS && kept.len() < MAX_WAYS
        };
        for size in 1..=useful.len() {
            if !each_set(useful.len(), size, more) {
                cut = true;
                break;
            }
        }
        found.extend(kept);
    }
    let mut ways: Vec<Way> = Vec::new();
    for (at, way) in found.iter().enumerate() {
        let better = |(other_at, other): (usize, &Way)| {
            other_at != at && implies(other, way) && (!implies(way, other) || other_at < at)
        };
        if !found.iter().enumerate().any(better) {
            ways.push(way.clone());
        }
    }
    if ways.len() > MAX_WAYS {
        ways.sort_by_key(|way| (way.access.len(), way.from));
        ways.truncate(MAX_WAYS);
        cut = true;
    }
    Gate { channels, ways, cut }
}

/// True if whatever satisfies `way` satisfies `easier` too.
fn implies(easier: &Way, way: &Way) -> bool {
    let counter = easier.requires.is_empty()
        || (!way.requires.is_empty()
            && easier.lag <= way.lag
            && way.requires.iter().all(|item| easier.requires.contains(item)));
    counter && easier.from <= way.from && easier.access.iter().all(|item| way.access.contains(item))
}

/// Calls `visit` with each set of `size` numbers below `count`, in order, until
/// it says stop; false if it did.
fn each_set(count: usize, size: usize, visit: &mut dyn FnMut(&[usize]) -> bool) -> bool {
    let mut set: Vec<usize> = (0..size).collect();
    loop {
        if !visit(&set) {
            return false;
        }
        let Some(at) = (0..size).rev().find(|&at| set[at] < count - size + at) else { return true };
        set[at] += 1;
        for next in at + 1..size {
            set[next] = set[next - 1] + 1;
        }
    }
}
