//! Single steps of the prices, and how long they are.

use super::super::relaxation::Relaxation;
use super::super::rules::open_direction;
use super::{LAST_SHARE, Prices, SUBGRADIENT_STEPS};

/// Steps are at most so many times as long as Polyak's rule says: short where
/// late closures cancel each other out.
const LARGEST_FACTOR: f64 = 50.0;

/// What the length of a multiplier's steps grows or shrinks by.
const LONGER: f64 = 1.03;
const SHORTER: f64 = 0.95;

/// The same where a bundle steers, whose directions are surer.
const SURELY_LONGER: f64 = 1.1;

impl Prices {
    pub(super) fn subgradient_step(&mut self, relaxation: &mut Relaxation, target: f64) {
        if self.steps == 1 {
            self.current.clone_from(&self.best);
            self.evaluate(relaxation);
            relaxation.excess(&mut self.excess);
            self.adapt_lengths();
            self.direction.clone_from(&self.excess);
            self.take_mean(relaxation, 1.0);
        }
        let above = (relaxation.value() as f64 - target).max(0.0) / relaxation.scale as f64;
        self.move_along(relaxation, above * 0.7);
        self.evaluate(relaxation);
        relaxation.excess(&mut self.excess);
        self.adapt_lengths();
        for (direction, excess) in self.direction.iter_mut().zip(&self.excess) {
            *direction = 0.3 * *direction + 0.7 * excess;
        }
        self.take_mean(relaxation, 0.2);
        if self.steps == SUBGRADIENT_STEPS {
            self.restart(0.5);
        }
    }

    pub(super) fn volume_step(&mut self, relaxation: &mut Relaxation, target: f64) {
        let before = self.best_value;
        self.current.clone_from(&self.best);
        let above = (before as f64 - target).max(0.0) / relaxation.scale as f64;
        self.move_along(relaxation, above * self.factor);
        let value = self.evaluate(relaxation);
        relaxation.excess(&mut self.excess);
        self.adapt_lengths();
        let uphill: f64 = self
            .direction
            .iter()
            .zip(&self.excess)
            .zip(self.widths(relaxation))
            .map(|((d, e), length)| d * e * length)
            .sum();
        if value < before {
            self.failures = 0;
            if uphill > 0.0 {
                self.factor = (self.factor * 1.1).min(LARGEST_FACTOR);
            }
        } else {
            self.failures += 1;
            if self.failures >= 5 {
                self.failures = 0;
                self.factor = (self.factor * 0.66).max(1e-4);
            }
        }
        let share = self.best_share(relaxation);
        for (direction, excess) in self.direction.iter_mut().zip(&self.excess) {
            *direction += share * (excess - *direction);
        }
        self.take_mean(relaxation, share);
        self.since_gain += 1;
        if self.since_gain >= 40 {
            // No real gain: a longer memory.
            let gain = (self.gained_from - self.best_value) as f64;
            if gain < 0.001 * (self.best_value as f64).abs() {
                self.share = (self.share * 0.7).max(LAST_SHARE);
            }
            self.since_gain = 0;
            self.gained_from = self.best_value;
        }
    }

    /// The weight of the last closure that makes the average exceed rows least,
    /// within bounds.
    fn best_share(&self, relaxation: &Relaxation) -> f64 {
        let (mut along, mut square) = (0.0, 0.0);
        let rows = self.direction.iter().zip(&self.excess).zip(&self.best);
        for (((direction, excess), price), length) in rows.zip(self.widths(relaxation)) {
            if *price > 0.0 || *direction > 0.0 {
                let apart = direction - excess;
                along += length * direction * apart;
                square += length * apart * apart;
            }
        }
        let best = if square > 0.0 { along / square } else { self.share };
        best.clamp((self.share * 0.1).max(LAST_SHARE), self.share)
    }

    /// Lengthens steps of multipliers whose excess keeps its sign, and shortens
    /// those of multipliers for which it changes (Jacobs 1988).
    fn adapt_lengths(&mut self) {
        adapt(&mut self.length, &self.excess, &self.direction, LONGER);
    }

    /// The same for what rows were exceeded by on a step along a bundle's average.
    pub fn adapt_to(&mut self, excess: &[f64], along: &[f64]) {
        adapt(&mut self.length, excess, along, SURELY_LONGER);
    }

    /// Moves the current prices along the direction, so far that the bound would
    /// fall by `fall` units of worth if it were a plane.
    pub(super) fn move_along(&mut self, relaxation: &Relaxation, fall: f64) {
        let mut lengths: Vec<f64> = self.widths(relaxation).collect();
        for range in &relaxation.rows.carried {
            // Prices that are pooled move together.
            let mean = lengths[range.clone()].iter().sum::<f64>() / range.len().max(1) as f64;
            lengths[range.clone()].fill(mean);
        }
        let mut open = open_direction(&relaxation.rows, &self.direction, &self.current);
        let rows = relaxation.rows.len();
        relaxation.wishes.open(&mut open[rows..], &self.current[rows..]);
        let norm: f64 = open.iter().zip(&lengths).map(|(d, length)| d * d * length).sum();
        if norm <= 0.0 {
            return;
        }
        let step = fall / norm;
        for ((direction, price), length) in open.iter().zip(&mut self.current).zip(&lengths) {
            *price += step * direction * length;
        }
        relaxation.project(&mut self.current);
    }
}

fn adapt(lengths: &mut [f64], excess: &[f64], along: &[f64], longer: f64) {
    for (length, (excess, along)) in lengths.iter_mut().zip(excess.iter().zip(along)) {
        let factor = if excess * along > 0.0 { longer } else { SHORTER };
        *length = (*length * factor).clamp(1e-3, 1e4);
    }
}
