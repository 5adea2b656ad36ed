//! Good plans: list scheduling guided by prices, then ejection, ruin and
//! recreate, and pulls, accepted by annealing (Schrimpf et al. 2000).
//!
//! Every step keeps the plan feasible. Random numbers come from one stream, so
//! that the same seed, prices and number of steps give the same plan.

mod moves;
mod state;
mod table;

pub use moves::{Choice, Moves};
pub use state::State;
pub use table::{Guide, Table};

use super::cancel::CancelFlag;
use super::presolve::{Found, OUT, Score};
use super::random::SplitMix64;

/// Units that are offered a place after a step, besides those thrown out.
const OFFERED: usize = 16;

/// Steps between two looks at whether to stop.
const STEPS_UNHEARD: u64 = 32;

/// What a search remembers from one round to the next.
#[derive(Debug, Clone)]
pub struct Memory {
    /// Where it is: start phase by unit.
    pub start: Vec<u32>,
    usual_loss: f64,
    random: SplitMix64,
}

impl Memory {
    /// A search that is nowhere yet.
    pub fn new(units: usize, seed: u64) -> Self {
        Self { start: vec![OUT; units], usual_loss: 0.0, random: SplitMix64::new(seed) }
    }
}

/// A search that can go on.
#[derive(Debug)]
pub struct Search<'p> {
    moves: Moves<'p>,
    random: SplitMix64,
    state: State<'p>,
    best: Found,
    /// Running mean of how much a step makes worse.
    usual_loss: f64,
    heat: f64,
    order: Vec<(f64, usize)>,
}

impl<'p> Search<'p> {
    /// Goes on where a search was. What its memory holds must still keep all
    /// rules.
    pub fn new(moves: Moves<'p>, memory: Memory, best: Found) -> Self {
        let Memory { start, usual_loss, random } = memory;
        let mut state = State::empty(moves.reduced, moves.table);
        for (unit, start) in start.into_iter().enumerate().filter(|(_, start)| *start != OUT) {
            state.set(unit, start);
        }
        state.mark();
        Self { best, moves, random, state, usual_loss, heat: 1.0, order: Vec::new() }
    }

    /// What to remember, and the best plan.
    pub fn into_memory(self) -> (Memory, Found) {
        let start = self.state.start;
        (Memory { start, usual_loss: self.usual_loss, random: self.random }, self.best)
    }

    fn score(&self) -> Score {
        Score { missing: self.state.missing, worth: self.state.worth }
    }

    fn keep_if_better(&mut self) -> bool {
        let score = self.score();
        let better = score.beats(self.best.score);
        if better {
            self.best.score = score;
            self.best.start.clone_from(&self.state.start);
        }
        better
    }

    /// The temperature, as a share of the usual loss of a step; 0 for descent.
    pub fn set_heat(&mut self, heat: f64) {
        self.heat = heat;
    }

    /// Goes on from as much of a plan as holds.
    pub fn adopt(&mut self, start: &[u32]) {
        self.clear();
        let mut order: Vec<usize> = (0..start.len()).filter(|&unit| start[unit] != OUT).collect();
        order.sort_by_key(|&unit| (start[unit], unit));
        if !self.adopt_whole(start, &order) {
            self.adopt_in_order(start, &order);
        }
        for unit in order {
            if !self.state.is_in(unit) {
                let from = start[unit];
                self.moves.insert(&mut self.state, unit, from, Choice::Earliest, &mut self.random);
            }
        }
        self.state.mark();
        self.keep_if_better();
    }

    /// Goes on from a plan that holds as it is; false, and from nothing, if it does
    /// not. Units of one phase may need each other in a circle, so that none of them
    /// is ready before the others: only the whole tells.
    fn adopt_whole(&mut self, start: &[u32], order: &[usize]) -> bool {
        let windows = self.moves.windows;
        let holds = order.iter().all(|&unit| {
            let within = (windows.first[unit]..=windows.last[unit]).contains(&start[unit]);
            let fits = within && self.state.fits(unit, start[unit]);
            if fits {
                self.state.set(unit, start[unit]);
            }
            fits
        });
        let stands = |unit: &usize| {
            let ready = self.state.ready_from(*unit).is_some_and(|ready| ready <= start[*unit]);
            ready && !self.state.is_excluded(*unit)
        };
        let holds = holds && order.iter().all(stands);
        if !holds {
            self.clear();
        }
        holds
    }

    /// Goes on from what of a plan holds, taken in one unit after the other.
    fn adopt_in_order(&mut self, start: &[u32], order: &[usize]) {
        // Zero-lag links may point either way within a phase: a second pass
        // takes in what was not ready in the first.
        for _ in 0..2 {
            for &unit in order {
                let ready = self.state.ready_from(unit).is_some_and(|ready| ready <= start[unit]);
                let within = (self.moves.windows.first[unit]..=self.moves.windows.last[unit])
                    .contains(&start[unit]);
                if !self.state.is_in(unit)
                    && ready
                    && within
                    && !self.state.is_excluded(unit)
                    && self.state.fits(unit, start[unit])
                {
                    self.state.set(unit, start[unit]);
                }
            }
        }
    }

    fn clear(&mut self) {
        for unit in 0..self.state.start.len() {
            if self.state.is_in(unit) {
                self.state.set(unit, OUT);
            }
        }
        self.state.mark();
    }

    /// Goes on from the best plan.
    pub fn back_to_best(&mut self) {
        let best = std::mem::take(&mut self.best.start);
        self.back_to(&best);
        self.best.start = best;
    }

    /// Goes on from a plan that keeps all rules.
    pub fn back_to(&mut self, start: &[u32]) {
        for (unit, &start) in start.iter().enumerate() {
            if self.state.start[unit] != start && self.state.is_in(unit) {
                self.state.set(unit, OUT);
            }
        }
        for (unit, &start) in start.iter().enumerate() {
            if self.state.start[unit] != start {
                self.state.set(unit, start);
            }
        }
        self.state.mark();
    }

    /// Builds a plan from nothing: units that must start first, then all others
    /// by worth for priced use, with some noise.
    ///
    /// True if it is the best so far.
    pub fn schedule(&mut self, choice: Choice, noise: f64) -> bool {
        self.clear();
        self.order.clear();
        for unit in 0..self.state.start.len() {
            let entry = &self.moves.reduced.units[unit];
            let random = 1.0 + noise * (self.random.unit() - 0.5);
            let key = if entry.mandatory {
                1e18 - f64::from(entry.last)
            } else {
                self.moves.guide.density[unit] * random
            };
            self.order.push((key, unit));
        }
        self.offer(choice);
        self.state.mark();
        self.keep_if_better()
    }

    /// Places units in the order of the averaged closures, each not before its
    /// usual start.
    ///
    /// True if it is the best so far.
    pub fn schedule_by_mean(&mut self, slack: f64) -> bool {
        self.clear();
        let starts = &self.moves.guide.usual_start;
        let mut order: Vec<usize> = (0..starts.len()).collect();
        let must = |unit: usize| self.moves.reduced.units[unit].mandatory;
        order.sort_by(|&a, &b| {
            must(b).cmp(&must(a)).then(starts[a].total_cmp(&starts[b])).then(a.cmp(&b))
        });
        let from: Vec<u32> =
            starts.iter().map(|start| (start - slack).max(0.0).round() as u32).collect();
        for unit in order {
            let moves = self.state.moves().len();
            let before = self.score();
            let inserted = self.moves.insert(
                &mut self.state,
                unit,
                from[unit],
                Choice::Earliest,
                &mut self.random,
            );
            if inserted && !self.score().beats(before) {
                self.state.back_to(moves);
            }
        }
        self.refill(usize::MAX);
        self.state.mark();
        self.keep_if_better()
    }

    /// Offers each unit of the order a place, the highest key first; it takes it
    /// if the plan gains by that.
    fn offer(&mut self, choice: Choice) {
        let mut order = std::mem::take(&mut self.order);
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for &(_, unit) in &order {
            let moves = self.state.moves().len();
            let before = self.score();
            if self.moves.insert(&mut self.state, unit, 0, choice, &mut self.random)
                && !self.score().beats(before)
            {
                self.state.back_to(moves);
            }
        }
        self.order = order;
    }

    /// Goes on for so many steps, or until it is cancelled.
    pub fn anneal(&mut self, steps: u64, cancel: &CancelFlag) {
        let mut left = steps;
        while left > 0 && !cancel.is_cancelled() {
            let now = left.min(STEPS_UNHEARD);
            self.steps(now);
            left -= now;
        }
    }

    fn steps(&mut self, steps: u64) {
        if self.state.start.is_empty() {
            return;
        }
        for _ in 0..steps {
            let before = self.score();
            self.state.mark();
            match self.random.below(16) {
                0..=8 => self.eject(),
                9..=12 => self.ruin(),
                _ => self.pull_some(),
            }
            let after = self.score();
            let loss = (before.worth - after.worth) as f64;
            if loss > 0.0 && after.missing == before.missing {
                self.usual_loss = 0.98 * self.usual_loss + 0.02 * loss;
            }
            let temperature = self.heat * self.usual_loss + 1e-9;
            let worse = after.missing > before.missing
                || (after.missing == before.missing
                    && loss > 0.0
                    && self.random.unit() >= (-loss / temperature).exp());
            if worse {
                self.state.back_to(0);
            } else {
                self.keep_if_better();
            }
        }
    }

    /// Puts in a unit that is out, or comes late, by throwing out what is in its
    /// way and worth least.
    fn eject(&mut self) {
        let count = self.state.start.len();
        let mut wanted = None;
        for _ in 0..8 {
            let out = self.state.out();
            let unit = if !out.is_empty() && self.random.below(2) == 0 {
                out[self.random.below(out.len())] as usize
            } else {
                self.random.below(count)
            };
            let late = self.state.start[unit] > self.moves.windows.first[unit];
            if late && self.moves.is_open(unit) {
                wanted = Some(unit);
                break;
            }
        }
        let Some(wanted) = wanted else { return };
        let was = self.state.start[wanted];
        for &group in &self.moves.reduced.groups_of[wanted] {
            for at in 0..self.moves.reduced.exclusive[group].len() {
                let rival = self.moves.reduced.exclusive[group][at];
                if rival != wanted {
                    self.moves.remove(&mut self.state, rival);
                }
            }
        }
        let first = self.moves.windows.first[wanted];
        let last = if was == OUT { self.moves.windows.last[wanted] } else { was - 1 };
        if first > last {
            return;
        }
        let start = if self.random.below(3) == 0 {
            first + self.random.below((last - first + 1) as usize) as u32
        } else if self.random.below(2) == 0 {
            first
        } else {
            // Where it is worth most at the prices.
            let worth = |start: u32| self.moves.guide.reduced_worth(wanted, start);
            (first..=last).fold(first, |best, s| if worth(s) > worth(best) { s } else { best })
        };
        if was != OUT {
            let ready = self.state.ready_from(wanted).unwrap_or(u32::MAX);
            if ready.max(start) >= was {
                return;
            }
            self.state.set(wanted, OUT);
        }
        let forced = self.moves.force(&mut self.state, wanted, start, 6, &mut self.random);
        if !forced && was != OUT {
            // Where it was there is room for it again.
            let still = self.state.ready_from(wanted).is_some_and(|ready| ready <= was);
            if still && self.state.fits(wanted, was) && !self.state.is_in(wanted) {
                self.state.set(wanted, was);
            } else {
                self.state.back_to(0);
                return;
            }
        }
        self.refill(OFFERED);
    }

    /// Throws out a few units of one phase or one neighbourhood and recreates.
    fn ruin(&mut self) {
        let count = self.state.start.len();
        let seed = (0..8).map(|_| self.random.below(count)).find(|&unit| self.state.is_in(unit));
        let Some(seed) = seed else { return self.refill(OFFERED) };
        let size = 1 + self.random.below(10);
        let phase = self.state.start[seed] as usize;
        let near_by_links = self.random.below(2) == 0;
        self.moves.remove(&mut self.state, seed);
        let mut centre = seed;
        for _ in 1..size {
            if near_by_links {
                let needs = &self.moves.reduced.needs[centre];
                let dependants = &self.moves.reduced.dependants[centre];
                let degree = needs.len() + dependants.len();
                if degree == 0 {
                    break;
                }
                let at = self.random.below(degree);
                let link = needs.get(at).or_else(|| dependants.get(at - needs.len()));
                let Some(link) = link else { break };
                centre = link.other;
                if self.moves.reduced.dependants[centre].len() < 6 {
                    self.moves.remove(&mut self.state, centre);
                }
            } else {
                let near = phase + self.random.below(3);
                let near = near.saturating_sub(1).min(self.moves.table.phases - 1);
                let units = self.state.starting_in(near);
                if units.is_empty() {
                    continue;
                }
                let unit = units[self.random.below(units.len())] as usize;
                if self.moves.reduced.dependants[unit].len() < 6 || self.random.below(8) == 0 {
                    self.moves.remove(&mut self.state, unit);
                }
            }
        }
        self.refill(OFFERED);
    }

    fn pull_some(&mut self) {
        let count = self.state.start.len();
        for _ in 0..count.min(16) {
            let unit = self.random.below(count);
            self.moves.pull(&mut self.state, unit);
        }
        self.refill(OFFERED / 2);
    }

    /// Offers places to what was thrown out in this step and to some of what was
    /// out before, in a random order that favours worth for priced use.
    fn refill(&mut self, others: usize) {
        self.order.clear();
        let key = |unit: usize, random: &mut SplitMix64| {
            let must = if self.moves.reduced.units[unit].mandatory { 1e12 } else { 0.0 };
            self.moves.guide.density[unit].max(1e-9) * (0.4 + 1.2 * random.unit()) + must
        };
        for &(unit, _) in self.state.moves() {
            if !self.state.is_in(unit as usize) {
                self.order.push((key(unit as usize, &mut self.random), unit as usize));
            }
        }
        let out = self.state.out();
        if out.len() <= others {
            let all = out.iter().map(|&unit| unit as usize);
            self.order.extend(all.map(|unit| (key(unit, &mut self.random), unit)));
        } else {
            for _ in 0..others {
                let unit = out[self.random.below(out.len())] as usize;
                self.order.push((key(unit, &mut self.random), unit));
            }
        }
        let choice = if self.random.below(2) == 0 { Choice::Earliest } else { Choice::Priced };
        self.offer(choice);
    }
}
