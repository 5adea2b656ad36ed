//! How much of a budget is spent, and how hot annealing is by then.

use super::answer::Budget;
use std::time::{Duration, Instant};

/// Effort of one round: some ten milliseconds of work.
const ROUND: u64 = 50;

/// How much of a budget is spent.
#[derive(Debug)]
pub struct Clock {
    budget: Budget,
    begun: Instant,
    spent: u64,
}

impl Clock {
    /// A budget that begins now.
    pub fn new(budget: Budget, begun: Instant) -> Self {
        Self { budget, begun, spent: 0 }
    }

    /// Effort spent.
    pub fn spent(&self) -> u64 {
        self.spent
    }

    /// True while there is something left.
    pub fn goes_on(&self) -> bool {
        match self.budget {
            Budget::Effort(effort) => self.spent < effort,
            Budget::Seconds(seconds) => self.begun.elapsed() < duration(seconds),
        }
    }

    /// The share of the budget that is spent, 0 to 1.
    pub fn share(&self) -> f64 {
        let share = match self.budget {
            Budget::Effort(effort) => self.spent as f64 / effort.max(1) as f64,
            Budget::Seconds(seconds) => self.begun.elapsed().as_secs_f64() / seconds.max(1e-9),
        };
        share.clamp(0.0, 1.0)
    }

    /// The part of a round that is still paid for.
    pub fn round(&mut self) -> f64 {
        let effort = match self.budget {
            Budget::Effort(effort) => ROUND.min(effort.saturating_sub(self.spent)),
            Budget::Seconds(_) => ROUND,
        };
        self.spent += effort;
        effort as f64 / ROUND as f64
    }

    /// The present round counts as so many more.
    pub fn lengthen(&mut self, rounds: u64) {
        self.spent = self.spent.saturating_add(rounds.saturating_mul(ROUND));
        if let Budget::Effort(effort) = self.budget {
            self.spent = self.spent.min(effort);
        }
    }
}

fn duration(seconds: f64) -> Duration {
    Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX)
}

/// Temperatures at the start of a cycle, as shares of the usual loss of a step:
/// large problems like it cold; small ones have barriers that take more.
const LARGE_HEAT: f64 = 0.02;
const SMALL_HEATS: [f64; 3] = [0.05, 0.3, 0.12];

/// Annealing in four cycles over a budget, each cooling from hot to cold, the
/// later ones less hot: the first finds a fair plan soon, the last a good one.
pub fn heat_of_share(share: f64) -> f64 {
    const ENDS: [(f64, f64); 4] = [(0.05, 1.0), (0.2, 1.0), (0.5, 0.5), (1.0, 0.25)];
    let mut begin = 0.0;
    for (end, heat) in ENDS {
        if share < end {
            return LARGE_HEAT * heat * (1.0 - (share - begin) / (end - begin)).powi(2);
        }
        begin = end;
    }
    0.0
}

/// Annealing in cycles of 4, 8, 16, … rounds, up to 32, for problems that will
/// be solved long before a budget ends.
pub fn heat_of_round(round: u64) -> f64 {
    let (mut cycle, mut begin, mut length) = (0, 0, 4);
    while round >= begin + length {
        begin += length;
        length = (length * 2).min(32);
        cycle += 1;
    }
    let left = 1.0 - (round - begin) as f64 / length as f64;
    SMALL_HEATS[cycle % SMALL_HEATS.len()] * left * left
}
