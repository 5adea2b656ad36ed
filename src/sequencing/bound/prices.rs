//! The search for prices that make the bound small.
//!
//! A few deflected subgradient steps (Camerini, Fratta, Maffioli 1975) with
//! Polyak's step length find the region; the volume algorithm (Barahona, Anbil
//! 2000) then goes on from the best prices along a running average of what the
//! rows are exceeded by. It comes near the value of the linear programme, which
//! plain subgradient steps do not, and its average of closures is a fractional
//! plan close to the programme's own.

use super::relaxation::Relaxation;
use super::rows::{RowKind, Rows};

/// Subgradient steps before the volume algorithm begins.
const SUBGRADIENT_STEPS: u32 = 30;

/// Polishing aims at this part of the target below it.
const BEYOND: i128 = 2_000;

/// The weight of a new closure in the average, at first and at last.
const FIRST_SHARE: f64 = 0.2;
const LAST_SHARE: f64 = 0.01;

/// Prices, and what steers their next step.
#[derive(Debug, Clone)]
pub struct Prices {
    /// The best multipliers so far, in units of worth: prices of rows, then shares
    /// of wishes.
    pub best: Vec<f64>,
    /// The same on the relaxation's scale: those that were evaluated.
    pub best_scaled: Vec<i64>,
    /// The bound at the best prices, times the scale.
    pub best_value: i128,
    /// By variable, how often it was in the closures of late: between 0 and 1.
    pub mean: Vec<f64>,
    /// Running average of what rows are exceeded by.
    direction: Vec<f64>,
    current: Vec<f64>,
    excess: Vec<f64>,
    scaled: Vec<i64>,
    factor: f64,
    share: f64,
    failures: u32,
    /// Steps since the average's share last shrank, and the value then.
    since_gain: u32,
    gained_from: i128,
    steps: u32,
}

impl Prices {
    /// Begins at prices of zero, or at a common level of typical prices that a
    /// line search finds.
    pub fn new(relaxation: &mut Relaxation, rounds: usize) -> Self {
        let mut prices = Self::at(relaxation, &[]);
        prices.line_search(relaxation, rounds);
        prices
    }

    /// Begins at given prices of rows, not yet evaluated; those that are missing
    /// are zero.
    pub fn at(relaxation: &Relaxation, prices: &[f64]) -> Self {
        let mut best = prices.to_vec();
        relaxation.complete(&mut best);
        let count = best.len();
        Self {
            current: best.clone(),
            best,
            best_scaled: vec![0; count],
            best_value: i128::MAX,
            mean: vec![0.0; relaxation.graph.len()],
            direction: vec![0.0; count],
            excess: Vec::new(),
            scaled: Vec::new(),
            factor: 1.0,
            share: FIRST_SHARE,
            failures: 0,
            since_gain: 0,
            gained_from: i128::MAX,
            steps: 0,
        }
    }

    /// Takes other prices as the best, not yet evaluated.
    pub fn set_best(&mut self, prices: &[f64]) {
        self.best.clear();
        self.best.extend_from_slice(prices);
        self.best_value = i128::MAX;
    }

    /// A few steps at a node of the tree, until the value is below `target` (on
    /// the scale). `seen` is shown every closure with what it exceeds rows by.
    ///
    /// The relaxation is left as evaluated at the best prices.
    pub fn polish(
        &mut self,
        relaxation: &mut Relaxation,
        target: i128,
        steps: u32,
        mut seen: impl FnMut(&Relaxation, &[f64]),
    ) {
        let rounds = usize::MAX;
        // Steps grow short near what they aim at: it must lie beyond the target.
        let aim = target - target.abs() / BEYOND;
        self.best_value = i128::MAX;
        self.current.clone_from(&self.best);
        let mut value = self.evaluate(relaxation, rounds);
        let mut factor = 1.0;
        let mut checked = value;
        for step in 0..steps {
            if value < target {
                return;
            }
            if step > 0 && step.is_multiple_of(4) {
                // Little hope: better branch than polish.
                let (fallen, rest) = (checked - self.best_value, self.best_value - target);
                if fallen * 25 < rest {
                    break;
                }
                checked = self.best_value;
            }
            relaxation.excess(&mut self.excess);
            seen(relaxation, &self.excess);
            if step == 0 {
                self.direction.clone_from(&self.excess);
                self.take_mean(relaxation, 1.0);
            } else {
                for (direction, excess) in self.direction.iter_mut().zip(&self.excess) {
                    *direction = 0.3 * *direction + 0.7 * excess;
                }
                self.take_mean(relaxation, 0.15);
            }
            let before = self.best_value;
            let above = (value - aim) as f64 / relaxation.scale as f64;
            self.move_along(relaxation, above * factor);
            value = self.evaluate(relaxation, rounds);
            if value >= before {
                factor *= 0.8;
            }
        }
        if value < target {
            return;
        }
        relaxation.excess(&mut self.excess);
        seen(relaxation, &self.excess);
        self.take_mean(relaxation, 0.15);
        if value > self.best_value {
            let scaled = std::mem::take(&mut self.best_scaled);
            relaxation.evaluate(&scaled, rounds);
            self.best_scaled = scaled;
        }
    }

    fn line_search(&mut self, relaxation: &mut Relaxation, rounds: usize) {
        let main = main_rows(&relaxation.rows);
        let mut levels = vec![0.0, 0.5, 1.0, 2.0];
        let mut tried: Vec<(f64, i128)> = Vec::new();
        while let Some(level) = levels.pop() {
            let typical = relaxation.rows.rows.iter().zip(&main);
            self.current =
                typical.map(|(row, main)| if *main { level * row.typical } else { 0.0 }).collect();
            relaxation.complete(&mut self.current);
            relaxation.project(&mut self.current);
            let value = self.evaluate(relaxation, rounds);
            tried.push((level, value));
            if levels.is_empty() && tried.len() == 4 {
                // Two more between and beyond the best so far.
                let best = tried.iter().min_by_key(|entry| entry.1).map_or(1.0, |entry| entry.0);
                levels = if best == 0.0 { vec![0.1, 0.25] } else { vec![best * 0.7, best * 1.4] };
            }
        }
        self.current.clone_from(&self.best);
    }

    /// Evaluates the current prices and keeps them if they are the best.
    fn evaluate(&mut self, relaxation: &mut Relaxation, rounds: usize) -> i128 {
        relaxation.on_scale(&self.current, &mut self.scaled);
        let value = relaxation.evaluate(&self.scaled, rounds);
        if value < self.best_value {
            self.best_value = value;
            self.best.clone_from(&self.current);
            self.best_scaled.clone_from(&self.scaled);
        }
        value
    }

    /// Follows the relaxation's rows: drops those that go, and begins at zero for
    /// those that are new.
    pub fn follow_rows(&mut self, keep: &[bool], rows: usize) {
        for list in [&mut self.best, &mut self.current, &mut self.direction] {
            let shares = list.split_off(keep.len());
            let mut kept = keep.iter();
            list.retain(|_| kept.next().is_none_or(|keep| *keep));
            list.resize(rows, 0.0);
            list.extend(shares);
        }
    }

    /// After new worths or windows: evaluates the best prices again.
    pub fn refresh(&mut self, relaxation: &mut Relaxation, rounds: usize) -> i128 {
        self.current.clone_from(&self.best);
        self.best_value = i128::MAX;
        self.evaluate(relaxation, rounds)
    }

    /// Lets the next steps be bold again, after a change of the problem.
    pub fn restart(&mut self, factor: f64) {
        self.factor = factor;
        self.share = FIRST_SHARE;
        self.failures = 0;
        self.since_gain = 0;
        self.gained_from = self.best_value;
    }

    /// One step: one evaluation of the bound. `target` is what the bound should
    /// come down to, times the scale: the worth of a plan, or a guess.
    pub fn step(&mut self, relaxation: &mut Relaxation, target: f64, rounds: usize) {
        self.steps += 1;
        if self.steps <= SUBGRADIENT_STEPS {
            self.subgradient_step(relaxation, target, rounds);
        } else {
            self.volume_step(relaxation, target, rounds);
        }
    }

    fn subgradient_step(&mut self, relaxation: &mut Relaxation, target: f64, rounds: usize) {
        if self.steps == 1 {
            self.current.clone_from(&self.best);
            self.evaluate(relaxation, rounds);
            relaxation.excess(&mut self.excess);
            self.direction.clone_from(&self.excess);
            self.take_mean(relaxation, 1.0);
        }
        let above = (relaxation.value() as f64 - target).max(0.0) / relaxation.scale as f64;
        self.move_along(relaxation, above * 0.7);
        self.evaluate(relaxation, rounds);
        relaxation.excess(&mut self.excess);
        for (direction, excess) in self.direction.iter_mut().zip(&self.excess) {
            *direction = 0.3 * *direction + 0.7 * excess;
        }
        self.take_mean(relaxation, 0.2);
        if self.steps == SUBGRADIENT_STEPS {
            self.restart(0.5);
        }
    }

    fn volume_step(&mut self, relaxation: &mut Relaxation, target: f64, rounds: usize) {
        let before = self.best_value;
        self.current.clone_from(&self.best);
        let above = (before as f64 - target).max(0.0) / relaxation.scale as f64;
        self.move_along(relaxation, above * self.factor);
        let value = self.evaluate(relaxation, rounds);
        relaxation.excess(&mut self.excess);
        let uphill: f64 = self
            .direction
            .iter()
            .zip(&self.excess)
            .zip(relaxation.typical())
            .map(|((d, e), typical)| d * e * typical * typical)
            .sum();
        if value < before {
            self.failures = 0;
            if uphill > 0.0 {
                self.factor = (self.factor * 1.1).min(2.0);
            }
        } else {
            self.failures += 1;
            if self.failures >= 5 {
                self.failures = 0;
                self.factor = (self.factor * 0.66).max(1e-4);
            }
        }
        let share = self.share;
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

    fn take_mean(&mut self, relaxation: &Relaxation, share: f64) {
        for (mean, chosen) in self.mean.iter_mut().zip(&relaxation.chosen) {
            *mean += share * (f64::from(u8::from(*chosen)) - *mean);
        }
    }

    /// Moves the current prices along the direction, so far that the bound would
    /// fall by `fall` units of worth if it were a plane.
    fn move_along(&mut self, relaxation: &Relaxation, fall: f64) {
        let mut norm = 0.0;
        let prices = self.direction.iter().zip(&self.current).zip(relaxation.typical());
        for ((direction, price), typical) in prices {
            if *direction > 0.0 || *price > 0.0 {
                norm += (direction * typical).powi(2);
            }
        }
        if norm <= 0.0 {
            return;
        }
        let length = fall / norm;
        let prices = self.direction.iter().zip(&mut self.current).zip(relaxation.typical());
        for ((direction, price), typical) in prices {
            *price += length * direction * typical * typical;
        }
        relaxation.project(&mut self.current);
    }
}

/// Rows whose prices the line search raises together: whole-programme money and
/// people, which are scarce more often than one agency's.
fn main_rows(rows: &Rows) -> Vec<bool> {
    let mut load = std::collections::BTreeMap::new();
    for (at, row) in rows.rows.iter().enumerate() {
        if let RowKind::Resource { resource, .. } = row.kind {
            *load.entry(resource).or_insert(0) += rows.entries(at).len();
        }
    }
    let most = load.values().copied().max().unwrap_or(0);
    let main = |row: &super::rows::Row| match row.kind {
        RowKind::Resource { resource, .. } => 2 * load.get(&resource).copied().unwrap_or(0) >= most,
        _ => false,
    };
    rows.rows.iter().map(main).collect()
}

/// The nearest prices that are allowed: none below zero, none of a pair above
/// its worth, those of carried money never rising.
pub fn project(rows: &Rows, prices: &mut [f64]) {
    for (row, price) in rows.rows.iter().zip(prices.iter_mut()) {
        *price = price.max(0.0);
        if let RowKind::Pair { most } = row.kind {
            *price = price.min(most as f64);
        }
    }
    for range in &rows.carried {
        pool_rising(&mut prices[range.clone()]);
    }
}

/// The nearest sequence that does not rise (pool adjacent violators, Ayer et al.
/// 1955). O(length).
fn pool_rising(prices: &mut [f64]) {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for &price in prices.iter() {
        let mut pool = (price, 1);
        while let Some(last) = pools.last() {
            if last.0 >= pool.0 {
                break;
            }
            let count = last.1 + pool.1;
            pool = ((last.0 * last.1 as f64 + pool.0 * pool.1 as f64) / count as f64, count);
            pools.pop();
        }
        pools.push(pool);
    }
    let pooled = pools.iter().flat_map(|(price, count)| std::iter::repeat_n(*price, *count));
    prices.iter_mut().zip(pooled).for_each(|(price, pooled)| *price = pooled);
}
