//! Good plans: list scheduling guided by prices, then ejection, ruin and
//! recreate, and pulls, accepted by annealing (Schrimpf et al. 2000).
//!
//! Every step keeps the plan feasible. Random numbers come from one stream, so
//! that the same seed, prices and number of steps give the same plan.

mod moves;
mod schedule;
mod state;
mod steps;
mod table;

pub use moves::{Choice, Moves};
pub use state::State;
pub use table::{Guide, Table};

use super::cancel::CancelFlag;
use super::presolve::{Found, OUT, Score};
use super::random::SplitMix64;

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
    /// True if it prefers units that the averaged closures start earlier.
    catches_up: bool,
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
        Self {
            best,
            moves,
            random,
            state,
            usual_loss,
            heat: 1.0,
            catches_up: false,
            order: Vec::new(),
        }
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

    fn clear(&mut self) {
        for unit in 0..self.state.start.len() {
            if self.state.is_in(unit) {
                self.state.set(unit, OUT);
            }
        }
        self.state.mark();
    }

    /// Prefers units that the averaged closures start earlier than it does, from now on.
    pub fn catch_up(&mut self) {
        self.catches_up = true;
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

    /// Goes on for so many steps, or until it is cancelled; what to remember then, and the
    /// best plan. `heat` is the temperature, as a share of the usual loss of a step; 0 for
    /// descent.
    pub fn annealed(mut self, heat: f64, steps: u64, cancel: &CancelFlag) -> (Memory, Found) {
        self.heat = heat;
        let mut left = steps;
        while left > 0 && !cancel.is_cancelled() {
            let now = left.min(STEPS_UNHEARD);
            self.steps(now);
            left -= now;
        }
        self.into_memory()
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
}
