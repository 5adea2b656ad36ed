//! Plans near the one on screen: a small move of a slider shall not reshuffle
//! the wall for a gain that nobody would pay for it.
//!
//! Where the best plan differs from the one on screen, units go back to where they
//! were, alone or with those that then stand in their way, as long as each costs
//! less than a *stability price*, and all together less than what is not proven
//! anyway.

use super::super::presolve::{Found, OUT, Reduced, Windows};
use super::super::search::{State, Table};

/// What one unit's staying may cost, as a share of what a started unit is worth on
/// average.
const PRICE: f64 = 0.05;

/// Units that go back together, at most.
const MOST_TOGETHER: usize = 8;

/// Where more units differ, the two plans have little in common.
const MOST_APART: usize = 400;

/// What a plan is held against.
#[derive(Debug, Clone, Copy)]
pub struct Near<'a> {
    /// What is left to decide.
    pub reduced: &'a Reduced,
    /// Uses, laid out.
    pub table: &'a Table,
    /// Where units may start.
    pub windows: &'a Windows,
    /// Starts of the plan on screen.
    pub shown: &'a [u32],
}

/// The best plan, with units back where the plan on screen has them if that costs
/// little: `slack` is what all of it may cost at most.
///
/// O(units that differ × (size of a unit's surroundings + users of one resource)).
pub fn steadied(near: Near<'_>, best: &Found, slack: i64) -> Found {
    let Near { reduced, table, shown, .. } = near;
    let apart: Vec<usize> = (0..shown.len()).filter(|&at| shown[at] != best.start[at]).collect();
    if best.score.missing > 0 || apart.is_empty() || apart.len() > MOST_APART {
        return best.clone();
    }
    let mut state = State::empty(reduced, table);
    for (unit, start) in best.start.iter().enumerate().filter(|(_, start)| **start != OUT) {
        state.set(unit, *start);
    }
    let started = best.start.iter().filter(|start| **start != OUT).count();
    let price = PRICE * best.score.worth.unsigned_abs() as f64 / started.max(1) as f64;
    let mut slack = slack;
    let mut steadying = Steadying { near, apart, state };
    for at in 0..steadying.apart.len() {
        let unit = steadying.apart[at];
        if steadying.state.start[unit] == shown[unit] {
            continue;
        }
        let before = steadying.state.worth;
        steadying.state.mark();
        let back = steadying.send_back(unit);
        let lost = before - steadying.state.worth;
        match back {
            Some(units) if lost <= slack.min((price * units as f64) as i64) => slack -= lost.max(0),
            _ => steadying.state.back_to(0),
        }
    }
    let steadied = Found::new(reduced, steadying.state.start);
    debug_assert!(steadied.score.missing == 0, "units that must start stay");
    steadied
}

struct Steadying<'a> {
    near: Near<'a>,
    /// Units that differ, or did.
    apart: Vec<usize>,
    state: State<'a>,
}

impl Steadying<'_> {
    /// Sends a unit back, and others that stand in its way then; how many. None if
    /// that does not end well: the state's log knows the way back.
    fn send_back(&mut self, unit: usize) -> Option<usize> {
        let mut together = vec![unit];
        self.take_out(unit);
        loop {
            let obstacle = together.iter().find_map(|&unit| self.obstacle(unit, &together));
            match obstacle {
                None => return self.place(&together).then_some(together.len()),
                Some(None) => return None,
                Some(Some(_)) if together.len() == MOST_TOGETHER => return None,
                Some(Some(other)) => {
                    self.take_out(other);
                    together.push(other);
                }
            }
        }
    }

    /// What is out leaves its room to the others until all are placed.
    fn take_out(&mut self, unit: usize) {
        if self.state.is_in(unit) {
            self.state.set(unit, OUT);
        }
    }

    fn place(&mut self, together: &[usize]) -> bool {
        let mut order: Vec<usize> = together.to_vec();
        order.sort_by_key(|&unit| (self.near.shown[unit], unit));
        order.into_iter().all(|unit| {
            let start = self.near.shown[unit];
            start == OUT || {
                let fits = self.state.fits(unit, start);
                if fits {
                    self.state.set(unit, start);
                }
                fits
            }
        })
    }

    /// What keeps a unit from its place on screen: another unit that could go back
    /// too, or (`Some(None)`) something that cannot be helped.
    fn obstacle(&self, unit: usize, together: &[usize]) -> Option<Option<usize>> {
        let Near { reduced, windows, shown, .. } = self.near;
        let start = shown[unit];
        let back =
            |other: usize| together.contains(&other) || self.state.start[other] == shown[other];
        let place = |other: usize| {
            if together.contains(&other) { shown[other] } else { self.state.start[other] }
        };
        // Going back helps only those that are not there yet.
        let helps = |other: usize| Some((!back(other)).then_some(other));
        if start == OUT {
            if reduced.units[unit].mandatory {
                return Some(None);
            }
        } else if start < windows.first[unit] || start > windows.last[unit] {
            return Some(None);
        }
        for link in &reduced.needs[unit] {
            let other = place(link.other);
            if start != OUT && (other == OUT || other + link.gap > start) {
                return helps(link.other);
            }
        }
        for link in &reduced.dependants[unit] {
            let other = place(link.other);
            if other != OUT && (start == OUT || start + link.gap > other) {
                return helps(link.other);
            }
        }
        let groups = reduced.chooses[unit].iter().chain(&reduced.chosen_by[unit]);
        for group in groups.map(|at| &reduced.alternatives[*at]) {
            let needed_by = place(group.unit);
            let stands = |other: u32, gap: u32| other != OUT && other + gap <= needed_by;
            if needed_by != OUT && !group.of.iter().any(|link| stands(place(link.other), link.gap))
            {
                let members = group.of.iter().map(|link| link.other).chain([group.unit]);
                return Some(members.into_iter().find(|other| !back(*other)));
            }
        }
        if start == OUT {
            return None;
        }
        for &group in &reduced.groups_of[unit] {
            let mut others = reduced.exclusive[group].iter().filter(|other| **other != unit);
            if let Some(&other) = others.find(|other| place(**other) != OUT) {
                return helps(other);
            }
        }
        self.rival(unit, start, together)
    }

    /// Where there is no room for a unit: one of those that differ which uses what
    /// it lacks.
    fn rival(&self, unit: usize, start: u32, together: &[usize]) -> Option<Option<usize>> {
        let Near { table, shown, .. } = self.near;
        let row = self.state.lacking(unit, start)?;
        let (begin, phase) = (row - row % table.phases, row % table.phases);
        let uses = |other: usize, start: u32| {
            let used = table.uses(other).iter().find(|used| used.row as usize == begin);
            match used {
                Some(used) if start != OUT => table.use_of(used, start as usize, phase),
                _ => 0,
            }
        };
        let mut others = self.apart.iter().copied().filter(|other| !together.contains(other));
        Some(others.find(|&other| uses(other, self.state.start[other]) > uses(other, shown[other])))
    }
}
