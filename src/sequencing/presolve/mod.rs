//! Presolve: what follows from links, windows and limits before any search.
//!
//! Items that cannot start leave; zero-lag cycles become one unit; windows
//! shrink along links, from what must start, and where a limit leaves no room;
//! alternatives of which one is left become prerequisites; limits that nothing
//! can reach are put aside. No plan is lost by any of it.

mod build;
mod reduced;
mod room;
mod starts;
mod windows;

pub use reduced::{Alternatives, Limit, Pair, Reduced, Unit, UnitLink, Wish};
pub use starts::{Found, OUT, Score};
pub use windows::Windows;

use super::portfolio::Portfolio;
use super::structure::Structure;

/// What presolve did, by items and resources of the portfolio.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Items that cannot start in any plan.
    pub cannot_start: Vec<usize>,
    /// Items that must start, though they are not marked so: others need them.
    pub made_mandatory: Vec<usize>,
    /// Cycles without lag, whose items start together.
    pub merged: Vec<Vec<usize>>,
    /// Start phases that were possible by the windows given, and are not.
    pub phases_dropped: usize,
    /// Prerequisites that say what another says too.
    pub links_dropped: usize,
    /// Resources of which no plan can use too much.
    pub never_scarce: Vec<usize>,
}

/// A reduced portfolio, what was done to it, and whether it can hold at all.
#[derive(Debug, Clone)]
pub struct Presolved {
    /// What is left to decide.
    pub reduced: Reduced,
    /// What was removed.
    pub report: Report,
    /// An item that must start and cannot; then there is no plan.
    pub contradiction: Option<usize>,
}

/// Reduces a portfolio. O(rounds × (items × phases² + links)), with a few rounds.
pub fn presolve(portfolio: &Portfolio, structure: &Structure) -> Presolved {
    let count = portfolio.items.len();
    let mut alive: Vec<bool> = (0..count).map(|item| structure.possible(item)).collect();
    let mut report = Report::default();
    let must_and_cannot = (0..count).find(|&item| portfolio.items[item].mandatory && !alive[item]);
    let mut start: Vec<(u32, u32)> = (0..count)
        .map(|item| {
            (structure.earliest[item].saturating_sub(1), structure.latest[item].saturating_sub(1))
        })
        .collect();
    let mut contradiction = must_and_cannot;
    let mut reduced;
    loop {
        reduced = build::build(portfolio, structure, &alive, &start, &mut report);
        let mut windows = Windows::new(&reduced);
        let holds = windows.propagate(&reduced).and_then(|()| windows.probe(&reduced));
        if let Err(found) = holds {
            contradiction = contradiction.or(reduced.units[found.unit].members.first().copied());
            break;
        }
        let mut removed = false;
        for (at, unit) in reduced.units.iter_mut().enumerate() {
            if windows.is_out(at) {
                removed = true;
                unit.members.iter().for_each(|&item| alive[item] = false);
            }
            (unit.first, unit.last) = (windows.first[at], windows.last[at]);
            unit.mandatory = windows.must[at];
            unit.members.iter().for_each(|&item| start[item] = (unit.first, unit.last));
        }
        if !removed {
            break;
        }
    }
    summarise(portfolio, &reduced, &mut report);
    Presolved { reduced, report, contradiction }
}

fn summarise(portfolio: &Portfolio, reduced: &Reduced, report: &mut Report) {
    for (item, unit) in reduced.unit_of.iter().enumerate() {
        let entry = &portfolio.items[item];
        let latest = entry.latest.min((portfolio.phases + 1).saturating_sub(entry.duration));
        let given = (latest + 1).saturating_sub(entry.earliest.max(1)) as usize;
        let left = match unit {
            &Some(unit_at) => {
                let unit = &reduced.units[unit_at];
                if unit.mandatory && !entry.mandatory && !reduced.free[unit_at] {
                    report.made_mandatory.push(item);
                }
                (unit.last + 1).saturating_sub(unit.first) as usize
            }
            None => {
                report.cannot_start.push(item);
                0
            }
        };
        report.phases_dropped += given.saturating_sub(left);
    }
    let cycles = reduced.units.iter().filter(|unit| unit.members.len() > 1);
    report.merged = cycles.map(|unit| unit.members.clone()).collect();
    let idle = reduced.limits.iter().enumerate().filter(|(_, limit)| !limit.can_bind);
    report.never_scarce = idle.map(|(at, _)| at).collect();
}
