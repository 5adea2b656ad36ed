//! Plans near the one on screen: a small move of a slider shall not reshuffle
//! the wall for a gain that nobody would pay for it.
//!
//! Where the best plan differs from the one on screen, units go back to where they
//! were: all at once, else alone or with those that then stand in their way. What goes
//! back may cost a *stability price* for each unit, and all together no more than what
//! is not proven anyway.

use super::super::presolve::{Found, OUT, Reduced, Windows};
use super::super::search::{State, Table};

/// What one unit's staying may cost, as a share of what a started unit is worth on
/// average.
const PRICE: f64 = 0.05;

/// Units that go back together, at most.
const MOST_TOGETHER: usize = 8;

/// Sets of units that are tried for each that differs, at most.
const TRIES: usize = 40;

/// And for all of them.
const ALL_TRIES: usize = 4_000;

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
/// O(sets tried × (surroundings of the units in a set + units that differ)).
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
    let mut steadying = Steadying { near, apart, state, price, slack, tries: 0 };
    if !steadying.all_go_back() {
        for at in 0..steadying.apart.len() {
            let unit = steadying.apart[at];
            if steadying.state.start[unit] != shown[unit] {
                steadying.send_back(unit);
            }
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
    /// What one unit's staying may cost,
    price: f64,
    /// and what that of all together may cost yet.
    slack: i64,
    /// Sets that may be tried yet for the unit at hand.
    tries: usize,
}

impl Steadying<'_> {
    /// Sends all back at once, if that costs little; else none.
    fn all_go_back(&mut self) -> bool {
        let before = self.state.worth;
        self.state.mark();
        self.tries = 1;
        let mut all = self.apart.clone();
        all.iter().for_each(|&unit| self.take_out(unit));
        let done = self.goes_back(&mut all, before);
        if !done {
            self.state.back_to(0);
        }
        done
    }

    /// Sends a unit back, and others that stand in its way then, if that costs little;
    /// else all stays where it is.
    fn send_back(&mut self, unit: usize) {
        let before = self.state.worth;
        self.state.mark();
        self.tries = (ALL_TRIES / self.apart.len()).min(TRIES);
        self.take_out(unit);
        if self.goes_back(&mut vec![unit], before) {
            self.slack -= (before - self.state.worth).max(0);
        } else {
            self.state.back_to(0);
        }
    }

    /// Sends back all that is together, which is out, with others in turn where some are
    /// in the way. False if that does not end well.
    fn goes_back(&mut self, together: &mut Vec<usize>, before: i64) -> bool {
        if self.tries == 0 {
            return false;
        }
        self.tries -= 1;
        let moves = self.state.moves().len();
        let others = match self.in_the_way(together) {
            Some(others) => others,
            None => match self.place(together) {
                Ok(()) => {
                    let most = (self.price * together.len() as f64) as i64;
                    return before - self.state.worth <= most.min(self.slack);
                }
                Err(others) => others,
            },
        };
        self.state.back_to(moves);
        if together.len() >= MOST_TOGETHER {
            return false;
        }
        for other in others {
            self.take_out(other);
            together.push(other);
            if self.goes_back(together, before) {
                return true;
            }
            together.pop();
            self.state.back_to(moves);
        }
        false
    }

    /// What is out leaves its room to the others until all are placed.
    fn take_out(&mut self, unit: usize) {
        if self.state.is_in(unit) {
            self.state.set(unit, OUT);
        }
    }

    /// Starts all that is together as on screen; else those of which one must go back
    /// too for that.
    fn place(&mut self, together: &[usize]) -> Result<(), Vec<usize>> {
        let mut order: Vec<usize> = together.to_vec();
        order.sort_by_key(|&unit| (self.near.shown[unit], unit));
        for unit in order {
            let start = self.near.shown[unit];
            if start != OUT {
                if let Some(row) = self.state.lacking(unit, start) {
                    return Err(self.rivals(row, together));
                }
                self.state.set(unit, start);
            }
        }
        Ok(())
    }

    /// If links keep what is together from its place on screen: the units of which one
    /// must go back too, an empty list if nothing helps.
    fn in_the_way(&self, together: &[usize]) -> Option<Vec<usize>> {
        together.iter().find_map(|&unit| self.in_the_way_of(unit, together))
    }

    fn in_the_way_of(&self, unit: usize, together: &[usize]) -> Option<Vec<usize>> {
        let Near { reduced, windows, shown, .. } = self.near;
        let start = shown[unit];
        let back =
            |other: usize| together.contains(&other) || self.state.start[other] == shown[other];
        let place = |other: usize| {
            if together.contains(&other) { shown[other] } else { self.state.start[other] }
        };
        // Going back helps only those that are not there yet.
        let helps = |other: usize| Some(Vec::from_iter((!back(other)).then_some(other)));
        if start == OUT {
            if reduced.units[unit].mandatory {
                return Some(Vec::new());
            }
        } else if start < windows.first[unit] || start > windows.last[unit] {
            return Some(Vec::new());
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
                return Some(members.filter(|other| !back(*other)).collect());
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
        None
    }

    /// Where there is too little for a unit: those that differ and would use less of it
    /// on screen.
    fn rivals(&self, row: usize, together: &[usize]) -> Vec<usize> {
        let Near { table, shown, .. } = self.near;
        let (begin, phase) = (row - row % table.phases, row % table.phases);
        let uses = |other: usize, start: u32| {
            let used = table.uses(other).iter().find(|used| used.row as usize == begin);
            match used {
                Some(used) if start != OUT => table.use_of(used, start as usize, phase),
                _ => 0,
            }
        };
        let others = self.apart.iter().copied().filter(|other| !together.contains(other));
        others
            .filter(|&other| uses(other, self.state.start[other]) > uses(other, shown[other]))
            .collect()
    }
}
