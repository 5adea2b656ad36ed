//! Why no plan was found: what cannot hold together.

use super::plan::Plan;
use super::portfolio::Portfolio;
use super::structure::{Impossible, Structure};
use super::verify::usage;

/// One of the things that cannot hold together. Items and resources by
/// position, phases from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The item must start.
    Mandatory(usize),
    /// The item's window is empty or too short for its work.
    Window(usize),
    /// The first needs the second.
    Needs(usize, usize),
    /// The item lies on a cycle of prerequisites that takes time.
    Cycle(usize),
    /// None of the item's alternatives can start early enough.
    AnyOf(usize),
    /// The two exclude each other.
    Exclusive(usize, usize),
    /// The item does not fit into what there is of the resource in the phase.
    Resource {
        /// The item.
        item: usize,
        /// The resource.
        resource: usize,
        /// The phase.
        phase: u32,
    },
}

/// Things that cannot hold together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What they are, in the order in which they lead to each other.
    pub reasons: Vec<Reason>,
    /// True if it is certain that they cannot; else no plan was found in the
    /// time there was.
    pub proven: bool,
}

/// Explains why mandatory items are missing from the best plan that was found.
pub fn find_conflict(portfolio: &Portfolio, structure: &Structure, plan: &Plan) -> Conflict {
    let missing: Vec<usize> = (0..portfolio.items.len())
        .filter(|&item| portfolio.items[item].mandatory && plan.start[item].is_none())
        .collect();
    if let Some(&item) = missing.iter().find(|&&item| !structure.possible(item)) {
        return Conflict { reasons: chain(structure, item), proven: true };
    }
    for &item in &missing {
        let mut others = structure.excludes[item].iter();
        if let Some(&other) = others.find(|&&other| portfolio.items[other].mandatory) {
            let reasons = vec![
                Reason::Mandatory(item),
                Reason::Mandatory(other),
                Reason::Exclusive(item, other),
            ];
            return Conflict { reasons, proven: true };
        }
    }
    let reasons = missing.iter().flat_map(|&item| crowded(portfolio, structure, plan, item));
    Conflict { reasons: reasons.collect(), proven: false }
}

/// From a mandatory item along what it needs to what cannot start.
fn chain(structure: &Structure, item: usize) -> Vec<Reason> {
    let mut reasons = vec![Reason::Mandatory(item)];
    let mut at = item;
    // Each item is visited at most once.
    for _ in 0..structure.impossible.len() {
        match structure.impossible[at] {
            Some(Impossible::Needs(other)) => {
                reasons.push(Reason::Needs(at, other));
                if structure.impossible[other].is_none() {
                    // The other could start, but too late for this one.
                    reasons.push(Reason::Window(at));
                    break;
                }
                at = other;
            }
            Some(Impossible::Cycle) => {
                reasons.push(Reason::Cycle(at));
                break;
            }
            Some(Impossible::AnyOf) => {
                reasons.push(Reason::AnyOf(at));
                break;
            }
            Some(Impossible::Resource(resource)) => {
                let phase = structure.earliest[at];
                reasons.push(Reason::Resource { item: at, resource, phase });
                break;
            }
            Some(Impossible::Window) | None => {
                reasons.push(Reason::Window(at));
                break;
            }
        }
    }
    reasons
}

/// A mandatory item and the limits that leave it no room in the best plan found.
fn crowded(portfolio: &Portfolio, structure: &Structure, plan: &Plan, item: usize) -> Vec<Reason> {
    let mut reasons = vec![Reason::Mandatory(item)];
    for link in &structure.needs[item] {
        if plan.start[link.other].is_none() {
            reasons.push(Reason::Needs(item, link.other));
        }
    }
    let tables = usage(portfolio, plan);
    for start in structure.earliest[item]..=structure.latest[item] {
        for (resource, amounts) in &portfolio.items[item].uses {
            let table = &tables[*resource];
            for (offset, amount) in amounts.iter().enumerate() {
                let phase = start as usize - 1 + offset;
                if let (Some(used), Some(limit)) = (table.used.get(phase), table.limit.get(phase))
                    && used + amount > *limit
                {
                    let reason =
                        Reason::Resource { item, resource: *resource, phase: phase as u32 + 1 };
                    if !reasons.contains(&reason) {
                        reasons.push(reason);
                    }
                }
            }
        }
    }
    reasons
}
