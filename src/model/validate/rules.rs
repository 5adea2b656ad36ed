//! The method's own rules (design section 1): reviews before automation, registers
//! before their readers, a forecast behind every gate.

use super::closure::{Graph, delay};
use super::ids::Ids;
use super::place::Place;
use crate::model::{
    GateMode, Item, ItemKind, LinkType, Measure, Problem, RegisterStatus, Scenario, Severity,
};

/// Breaches of the rules that a planner should look at.
pub(super) fn check(scenario: &Scenario, ids: &Ids<'_>, graph: &Graph, out: &mut Vec<Problem>) {
    let gates: Vec<Gate<'_>> = gates(scenario);
    let list = Place::TOP.field("items");
    for (at, item) in scenario.items.iter().enumerate() {
        let place = list.named(at, item.id.as_str());
        for gate in &gates {
            out.extend(review(scenario, ids, gate, item, &place));
        }
        forecasts(scenario, ids, item, &place, out);
    }
    registers(scenario, ids, graph, out);
}

/// A criterion on which a high score demands a review.
struct Gate<'s> {
    criterion: &'s str,
    threshold: f64,
    kind: ItemKind,
    lag: u32,
}

fn gates(scenario: &Scenario) -> Vec<Gate<'_>> {
    let gate = |criterion: &'_ crate::model::Criterion| {
        let gate = criterion.gate.as_ref()?;
        let threshold = gate.threshold.or(scenario.parameters.review_threshold)?;
        let kind = gate.needs_kind.unwrap_or(ItemKind::ProcessReview);
        Some((threshold, kind, gate.lag))
    };
    let each = scenario.criteria.iter().filter_map(|criterion| {
        let (threshold, kind, lag) = gate(criterion)?;
        Some(Gate { criterion: criterion.id.as_str(), threshold, kind, lag })
    });
    each.collect()
}

/// The problem of an item that needs a review and has none, or has it too late.
///
/// A list of alternatives counts where each of them is a review.
fn review(
    scenario: &Scenario,
    ids: &Ids<'_>,
    gate: &Gate<'_>,
    item: &Item,
    place: &Place<'_>,
) -> Option<Problem> {
    let need = match &item.scores.get(gate.criterion)?.best {
        Measure::Number(need) if *need >= gate.threshold && item.kind != gate.kind => *need,
        _ => return None,
    };
    let wait = |id: &str, lag: u32, after: bool| {
        let other = &scenario.items[ids.items.find(id)?];
        (other.kind == gate.kind).then(|| delay(other, lag, after))
    };
    let hard = item.requires.iter().filter(|link| link.link == LinkType::Hard);
    let hard = hard.filter_map(|link| wait(link.item.as_str(), link.lag, link.after));
    let lists = item.requires_any_of.iter().filter_map(|group| {
        let waits = group.any_of.iter().map(|id| wait(id.as_str(), group.lag, group.after));
        waits.collect::<Option<Vec<_>>>()?.into_iter().min()
    });
    let longest = hard.chain(lists).max();
    let requires = place.field("requires").to_string();
    let problem = match longest {
        None => Problem::warning("review-missing", requires),
        Some(wait) if wait < u64::from(gate.lag) => {
            Problem::warning("review-late", requires).with("lag", gate.lag).with("found", wait)
        }
        Some(_) => return None,
    };
    let problem = problem.with("item", &item.id).with("criterion", gate.criterion);
    Some(problem.with("score", need).with("threshold", gate.threshold))
}

/// Gates whose measure has no figures.
///
/// Under a hard gate no plan can be made, so it is an error there.
fn forecasts(
    scenario: &Scenario,
    ids: &Ids<'_>,
    item: &Item,
    place: &Place<'_>,
    out: &mut Vec<Problem>,
) {
    let is_hard = scenario.parameters.gate_mode == GateMode::Hard;
    let severity = if is_hard { Severity::Error } else { Severity::Warning };
    for (at, channel) in item.channels.iter().enumerate() {
        let Some(need) = &channel.need else { continue };
        let Some(measure) = ids.measures.find(need.measure.as_str()) else { continue };
        if scenario.forecast.measures[measure].series.is_empty() {
            let list = place.field("channels");
            let here = list.at(at);
            let need_place = here.field("need");
            let path = need_place.field("measure").to_string();
            let problem = Problem::new(severity, "forecast-missing", path);
            out.push(problem.with("item", &item.id).with("measure", &need.measure));
        }
    }
}

/// Registers that are read but come from nothing, or not surely in time.
///
/// O(registers / 64 × (items + links)).
fn registers(scenario: &Scenario, ids: &Ids<'_>, graph: &Graph, out: &mut Vec<Problem>) {
    // Readers by register.
    let mut readers: Vec<Vec<(usize, usize)>> = vec![Vec::new(); scenario.registers.len()];
    for (at, item) in scenario.items.iter().enumerate() {
        for (position, id) in item.registers.reads.iter().enumerate() {
            if let Some(register) = ids.registers.find(id.as_str()) {
                readers[register].push((at, position));
            }
        }
    }
    let planned = |register: &usize| {
        !readers[*register].is_empty()
            && scenario.registers[*register].status == RegisterStatus::Planned
    };
    let mut delivered = Vec::new();
    let list = Place::TOP.field("registers");
    for at in (0..scenario.registers.len()).filter(planned) {
        let register = &scenario.registers[at];
        match &register.delivered_by {
            Some(by) => delivered.extend(ids.items.find(by.as_str()).map(|by| (at, by))),
            None => {
                let place = list.named(at, register.id.as_str());
                let problem = Problem::warning("register-undelivered", place.to_string());
                let problem = problem.with("register", &register.id);
                let reader = readers[at].first().map_or(0, |(reader, _)| *reader);
                let problem = problem.with("reader", &scenario.items[reader].id);
                out.push(problem.with("count", readers[at].len()));
            }
        }
    }
    for some in delivered.chunks(64) {
        let mut marks = vec![0_u64; scenario.items.len()];
        for (bit, (_, by)) in some.iter().enumerate() {
            marks[*by] |= 1 << bit;
        }
        let marks = graph.gather(marks);
        for (bit, &(register, by)) in some.iter().enumerate() {
            let unsure = readers[register].iter().filter(|(at, _)| marks[*at] & (1 << bit) == 0);
            for &(at, position) in unsure {
                out.push(unordered(scenario, at, position, by));
            }
        }
    }
}

/// A register whose reader may start without it: a hint where its order is preferred.
fn unordered(scenario: &Scenario, at: usize, position: usize, by: usize) -> Problem {
    let (item, by) = (&scenario.items[at], &scenario.items[by].id);
    let is_preferred = item.requires.iter().any(|link| link.item == *by)
        || item.requires_any_of.iter().any(|group| group.any_of.contains(by));
    let severity = if is_preferred { Severity::Hint } else { Severity::Warning };
    let items = Place::TOP.field("items");
    let place = items.named(at, item.id.as_str());
    let registers = place.field("registers");
    let path = registers.field("reads").at(position).to_string();
    Problem::new(severity, "register-not-required", path)
        .with("item", &item.id)
        .with("register", &item.registers.reads[position])
        .with("by", by)
        .with("preferred", if is_preferred { "yes" } else { "no" })
}
