//! Moves on a plan: a unit in with all that it lacks, out with all that stands
//! on it, in by force at the cost of others.

use super::super::presolve::{OUT, Reduced, Windows};
use super::super::random::SplitMix64;
use super::state::State;
use super::table::{Guide, Table};

/// A bundle may not bring more units than this.
const LARGEST_BUNDLE: usize = 80;

/// So many users of an exhausted row are compared before one is thrown out.
const MOST_COMPARED: usize = 40;

/// How a unit's phase is chosen among those in which it fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The first.
    Earliest,
    /// The one with the greatest worth less priced use.
    Priced,
}

/// What moves need to know, and the memory that they share.
#[derive(Debug)]
pub struct Moves<'p> {
    /// The problem.
    pub reduced: &'p Reduced,
    /// Uses, laid out.
    pub table: &'p Table,
    /// Windows within which the search stays.
    pub windows: &'p Windows,
    /// What prices say.
    pub guide: &'p Guide,
    stamp: Vec<u32>,
    now: u32,
    bundle: Vec<usize>,
    waiting: Vec<usize>,
}

impl<'p> Moves<'p> {
    /// Moves within windows, guided by prices.
    pub fn new(
        reduced: &'p Reduced,
        table: &'p Table,
        windows: &'p Windows,
        guide: &'p Guide,
    ) -> Self {
        let stamp = vec![0; reduced.units.len()];
        let (bundle, waiting) = (Vec::new(), Vec::new());
        Self { reduced, table, windows, guide, stamp, now: 0, bundle, waiting }
    }

    /// True if the unit can start at all.
    pub fn is_open(&self, unit: usize) -> bool {
        !self.windows.is_out(unit)
    }

    /// Starts a unit with every prerequisite that is missing, all or nothing.
    /// The unit itself does not start before `not_before`. Where alternatives
    /// are open, `random` chooses.
    pub fn insert(
        &mut self,
        state: &mut State<'_>,
        unit: usize,
        not_before: u32,
        choice: Choice,
        random: &mut SplitMix64,
    ) -> bool {
        if state.is_in(unit) || !self.is_open(unit) || !self.collect(state, unit, random) {
            return false;
        }
        let moves = state.moves().len();
        let bundle = std::mem::take(&mut self.bundle);
        let whole = bundle.iter().all(|&member| {
            let from = if member == unit { not_before } else { 0 };
            self.place(state, member, from, choice)
        });
        self.bundle = bundle;
        if !whole {
            state.back_to(moves);
        }
        whole
    }

    /// Fills the bundle with what must start for a unit to start, what is needed
    /// first; false if that cannot be.
    fn collect(&mut self, state: &State<'_>, unit: usize, random: &mut SplitMix64) -> bool {
        self.now += 1;
        self.bundle.clear();
        self.waiting.clear();
        self.waiting.push(unit);
        while let Some(unit) = self.waiting.pop() {
            if self.stamp[unit] == self.now || state.is_in(unit) {
                continue;
            }
            self.stamp[unit] = self.now;
            if !self.is_open(unit) || state.is_excluded(unit) || self.bundle.len() >= LARGEST_BUNDLE
            {
                return false;
            }
            self.bundle.push(unit);
            self.waiting.extend(self.reduced.needs[unit].iter().map(|link| link.other));
            for &at in &self.reduced.chooses[unit] {
                let of = &self.reduced.alternatives[at].of;
                if of.iter().any(|l| state.is_in(l.other) || self.stamp[l.other] == self.now) {
                    continue;
                }
                let can = |other: usize| self.is_open(other) && !state.is_excluded(other);
                let open = of.iter().filter(|link| can(link.other)).count();
                let chosen = of.iter().filter(|link| can(link.other)).nth(random.below(open));
                match chosen {
                    Some(link) => self.waiting.push(link.other),
                    None => return false,
                }
            }
        }
        // Units stand in an order in which what is needed comes first, except
        // for alternatives, which may come from anywhere.
        self.bundle.sort_unstable();
        self.order_alternatives();
        true
    }

    /// Brings alternatives of the bundle before what chose them.
    fn order_alternatives(&mut self) {
        let chooses = |unit: &usize| !self.reduced.chooses[*unit].is_empty();
        if !self.bundle.iter().any(chooses) {
            return;
        }
        let members = std::mem::take(&mut self.bundle);
        self.now += 1;
        let (waiting_stamp, mut done) = (self.now, Vec::with_capacity(members.len()));
        members.iter().for_each(|&unit| self.stamp[unit] = waiting_stamp);
        let mut left = members;
        // Each pass takes out at least one unit; cycles through alternatives
        // end it, and placing then fails.
        while !left.is_empty() {
            let before = left.len();
            left.retain(|&unit| {
                let needs = self.reduced.needs[unit].iter().map(|link| link.other);
                let groups = self.reduced.chooses[unit].iter();
                let of =
                    groups.flat_map(|&at| self.reduced.alternatives[at].of.iter().map(|l| l.other));
                let waits = needs.chain(of).any(|other| self.stamp[other] == waiting_stamp);
                if !waits {
                    self.stamp[unit] = 0;
                    done.push(unit);
                }
                waits
            });
            if left.len() == before {
                done.append(&mut left);
            }
        }
        self.bundle = done;
    }

    /// Starts one unit whose prerequisites have started.
    pub fn place(
        &self,
        state: &mut State<'_>,
        unit: usize,
        not_before: u32,
        choice: Choice,
    ) -> bool {
        self.wake_free(state, unit);
        let Some(ready) = state.ready_from(unit) else { return false };
        let from = ready.max(not_before).max(self.windows.first[unit]);
        let to = self.windows.last[unit];
        if state.is_excluded(unit) {
            return false;
        }
        let choosy =
            !self.reduced.pairs_of[unit].is_empty() || !self.reduced.wishes_of[unit].is_empty();
        if choosy {
            return self.place_by_worth(state, unit, from, to);
        }
        if choice == Choice::Earliest {
            let found = (from..=to).find(|&start| state.fits(unit, start));
            return found.map(|start| state.set(unit, start)).is_some();
        }
        let mut best: Option<(f64, u32)> = None;
        for start in from..=to {
            let worth = self.guide.reduced_worth(unit, start);
            if best.is_none_or(|(most, _)| worth > most) && state.fits(unit, start) {
                best = Some((worth, start));
            }
        }
        best.map(|(_, start)| state.set(unit, start)).is_some()
    }

    /// Starts those of a unit's alternatives that are free, as early as what they
    /// need allows.
    fn wake_free(&self, state: &mut State<'_>, unit: usize) {
        for &at in &self.reduced.chooses[unit] {
            for link in &self.reduced.alternatives[at].of {
                let other = link.other;
                if !self.reduced.free[other] || !self.is_open(other) {
                    continue;
                }
                if let Some(ready) = state.ready_from(other) {
                    let ready = ready.max(self.windows.first[other]);
                    if ready <= self.windows.last[other] && ready < state.start[other] {
                        state.set(other, ready);
                    }
                }
            }
        }
    }

    /// Starts a unit where the plan is worth most with it.
    fn place_by_worth(&self, state: &mut State<'_>, unit: usize, from: u32, to: u32) -> bool {
        let moves = state.moves().len();
        let mut best: Option<(i64, u32)> = None;
        for start in from..=to {
            if state.fits(unit, start) {
                state.set(unit, start);
                if best.is_none_or(|(most, _)| state.worth > most) {
                    best = Some((state.worth, start));
                }
                state.back_to(moves);
            }
        }
        best.map(|(_, start)| state.set(unit, start)).is_some()
    }

    /// Takes a unit out, with everything that cannot stand without it.
    pub fn remove(&mut self, state: &mut State<'_>, unit: usize) {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.clear();
        waiting.push(unit);
        while let Some(unit) = waiting.pop() {
            if !state.is_in(unit) {
                continue;
            }
            state.set(unit, OUT);
            let dependants = self.reduced.dependants[unit].iter().map(|link| link.other);
            waiting.extend(dependants.filter(|&other| state.is_in(other)));
            for &at in &self.reduced.chosen_by[unit] {
                let other = self.reduced.alternatives[at].unit;
                if state.is_in(other) && !state.stands_without(other, unit) {
                    waiting.push(other);
                }
            }
        }
        self.waiting = waiting;
    }

    /// Moves a unit to the first phase before its own in which it fits.
    pub fn pull(&self, state: &mut State<'_>, unit: usize) -> bool {
        let start = state.start[unit];
        if start == OUT {
            return false;
        }
        self.wake_free(state, unit);
        let Some(ready) = state.ready_from(unit) else { return false };
        let ready = ready.max(self.windows.first[unit]);
        if ready >= start {
            return false;
        }
        let moves = state.moves().len();
        state.set(unit, OUT);
        match (ready..start).find(|&earlier| state.fits(unit, earlier)) {
            Some(earlier) => {
                state.set(unit, earlier);
                true
            }
            None => {
                state.back_to(moves);
                false
            }
        }
    }

    /// Starts a unit and all that it lacks, the unit itself in `start` or as
    /// soon after as it is ready, throwing out at most `most` others that use
    /// what it needs.
    pub fn force(
        &mut self,
        state: &mut State<'_>,
        unit: usize,
        start: u32,
        most: usize,
        random: &mut SplitMix64,
    ) -> bool {
        if !self.collect(state, unit, random) {
            return false;
        }
        let bundle = std::mem::take(&mut self.bundle);
        self.protect(&bundle);
        let mut ejections = most;
        let whole = bundle.iter().all(|&member| {
            self.wake_free(state, member);
            let Some(ready) = state.ready_from(member) else { return false };
            let ready = ready.max(self.windows.first[member]);
            let at = if member == unit { start.max(ready) } else { ready };
            self.force_one(state, member, at, &mut ejections, random)
        });
        self.bundle = bundle;
        whole
    }

    /// Marks a bundle and all that it stands on: nothing of it is thrown out.
    fn protect(&mut self, bundle: &[usize]) {
        self.now += 1;
        self.waiting.clear();
        self.waiting.extend(bundle);
        while let Some(unit) = self.waiting.pop() {
            if self.stamp[unit] == self.now {
                continue;
            }
            self.stamp[unit] = self.now;
            self.waiting.extend(self.reduced.needs[unit].iter().map(|link| link.other));
            for &at in &self.reduced.chooses[unit] {
                let of = &self.reduced.alternatives[at].of;
                self.waiting.extend(of.iter().map(|link| link.other));
            }
        }
    }

    fn force_one(
        &mut self,
        state: &mut State<'_>,
        unit: usize,
        start: u32,
        ejections: &mut usize,
        random: &mut SplitMix64,
    ) -> bool {
        if start > self.windows.last[unit] || state.is_excluded(unit) {
            return false;
        }
        while let Some(row) = state.lacking(unit, start) {
            if *ejections == 0 {
                return false;
            }
            *ejections -= 1;
            let Some(victim) = self.cheapest_user(state, row, random) else { return false };
            self.remove(state, victim);
        }
        state.set(unit, start);
        true
    }

    /// A user of an exhausted row that is worth little for what it uses.
    fn cheapest_user(
        &self,
        state: &State<'_>,
        row: usize,
        random: &mut SplitMix64,
    ) -> Option<usize> {
        let (resource, phase) = (row / self.table.phases, row % self.table.phases);
        let begin = (resource * self.table.phases) as u32;
        let mut cheapest: Option<(f64, usize)> = None;
        let mut compared = 0;
        for start in (0..=phase).rev() {
            let units = state.starting_in(start);
            if units.is_empty() {
                continue;
            }
            let from = random.below(units.len());
            for offset in 0..units.len() {
                let unit = units[(from + offset) % units.len()] as usize;
                if self.stamp[unit] == self.now {
                    continue;
                }
                let used = self.table.uses(unit).iter().find(|used| used.row == begin);
                let Some(used) = used else { continue };
                if self.table.use_of(used, start, phase) == 0 {
                    continue;
                }
                if self.reduced.units[unit].mandatory && random.below(8) != 0 {
                    continue;
                }
                compared += 1;
                let dependants = &self.reduced.dependants[unit];
                let stands = dependants.iter().filter(|link| state.is_in(link.other)).count();
                let cost = self.guide.density[unit].max(0.0)
                    * (1.0 + stands as f64)
                    * (0.3 + 1.4 * random.unit());
                if cheapest.is_none_or(|(least, _)| cost < least) {
                    cheapest = Some((cost, unit));
                }
                if compared >= MOST_COMPARED {
                    return cheapest.map(|(_, unit)| unit);
                }
            }
        }
        cheapest.map(|(_, unit)| unit)
    }
}
