//! The search for prices that make the bound small.
//!
//! A few deflected subgradient steps (Camerini, Fratta, Maffioli 1975) with
//! Polyak's step length find the region; the volume algorithm (Barahona, Anbil
//! 2000) then goes on from the best prices along a running average of what the
//! rows are exceeded by, each multiplier with a step length of its own that grows
//! while its excess keeps its sign. It comes near the value of the linear
//! programme, which plain subgradient steps do not, and its average of closures is
//! a fractional plan close to the programme's own.

use super::relaxation::Relaxation;
use super::rows::{RowKind, Rows};
use super::rules::open_direction;

/// Subgradient steps before the volume algorithm begins.
const SUBGRADIENT_STEPS: u32 = 30;

/// Polishing aims at this part of the target below it.
const BEYOND: i128 = 2_000;

/// Steps are at most so many times as long as Polyak's rule says: short where
/// late closures cancel each other out.
const LARGEST_FACTOR: f64 = 50.0;

/// What the length of a multiplier's steps grows or shrinks by.
const LONGER: f64 = 1.03;
const SHORTER: f64 = 0.95;

/// The same where a bundle steers, whose directions are surer.
const SURELY_LONGER: f64 = 1.1;

/// Length of the first step at a node of a large tree, as a share of what the
/// bound is above the best plan.
const SETTLING: f64 = 0.005;

/// The weight of a new closure in the average, at first and at last.
const FIRST_SHARE: f64 = 0.2;
const LAST_SHARE: f64 = 0.01;

/// What a node of a tree hands on to those below it.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    best: Vec<f64>,
    /// Averages of closures and of excess; empty where nobody needs them.
    mean: Vec<f32>,
    direction: Vec<f32>,
}

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
    /// By multiplier, how long its steps are beside others of its typical size.
    length: Vec<f64>,
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
    pub fn new(relaxation: &mut Relaxation) -> Self {
        let mut prices = Self::at(relaxation, &[]);
        prices.line_search(relaxation);
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
            length: vec![1.0; count],
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

    /// What another may go on from, with averages or without.
    pub fn keep(&self, averages: bool) -> Kept {
        let list = |of: &[f64]| of.iter().map(|value| *value as f32).collect();
        let (mean, direction) = if averages {
            (list(&self.mean), list(&self.direction))
        } else {
            (Vec::new(), Vec::new())
        };
        Kept { best: self.best.clone(), mean, direction }
    }

    /// Goes on from what was kept, not yet evaluated.
    pub fn go_on_from(&mut self, kept: &Kept) {
        self.set_best(&kept.best);
        let lists = [(&mut self.mean, &kept.mean), (&mut self.direction, &kept.direction)];
        for (list, kept) in lists {
            list.iter_mut().zip(kept).for_each(|(value, kept)| *value = f64::from(*kept));
        }
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
        // Steps grow short near what they aim at: it must lie beyond the target.
        let aim = target - target.abs() / BEYOND;
        self.best_value = i128::MAX;
        self.current.clone_from(&self.best);
        let mut value = self.evaluate(relaxation);
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
            value = self.evaluate(relaxation);
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
            relaxation.evaluate(&scaled);
            self.best_scaled = scaled;
        }
    }

    /// Steps at a node of a tree that is too large to finish: the bound shall come
    /// near its lowest, which is not far from the node's before, whatever the plans
    /// are worth. Ends early where it is below `target`.
    ///
    /// The relaxation is left as evaluated at the best prices, unless it ended
    /// early.
    pub fn settle(&mut self, relaxation: &mut Relaxation, target: i128, steps: u32) {
        self.refresh(relaxation);
        self.restart(SETTLING);
        relaxation.excess(&mut self.excess);
        for (direction, excess) in self.direction.iter_mut().zip(&self.excess) {
            *direction += FIRST_SHARE * (excess - *direction);
        }
        self.take_mean(relaxation, FIRST_SHARE);
        for _ in 0..steps {
            if self.best_value < target {
                return;
            }
            self.volume_step(relaxation, target as f64);
        }
        let scaled = std::mem::take(&mut self.best_scaled);
        relaxation.evaluate(&scaled);
        self.best_scaled = scaled;
    }

    fn line_search(&mut self, relaxation: &mut Relaxation) {
        let main = main_rows(&relaxation.rows);
        let mut levels = vec![0.0, 0.5, 1.0, 2.0];
        let mut tried: Vec<(f64, i128)> = Vec::new();
        while let Some(level) = levels.pop() {
            let typical = relaxation.rows.rows.iter().zip(&main);
            self.current =
                typical.map(|(row, main)| if *main { level * row.typical } else { 0.0 }).collect();
            relaxation.complete(&mut self.current);
            relaxation.project(&mut self.current);
            let value = self.evaluate(relaxation);
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
    fn evaluate(&mut self, relaxation: &mut Relaxation) -> i128 {
        relaxation.on_scale(&self.current, &mut self.scaled);
        let value = relaxation.evaluate(&self.scaled);
        if value < self.best_value {
            self.best_value = value;
            self.best.clone_from(&self.current);
            self.best_scaled.clone_from(&self.scaled);
        }
        value
    }

    /// Evaluates other prices of rows, and keeps them if they are the best.
    pub fn try_rows(&mut self, relaxation: &mut Relaxation, rows: &[f64]) -> i128 {
        self.steps += 1;
        self.current.clone_from(&self.best);
        self.current[..rows.len()].copy_from_slice(rows);
        self.evaluate(relaxation)
    }

    /// Takes averages of closures, and of what rows are exceeded by.
    pub fn take_averages(&mut self, mean: Vec<f64>, direction: &[f64]) {
        self.mean = mean;
        self.direction[..direction.len()].copy_from_slice(direction);
    }

    /// Steps taken.
    pub fn steps(&self) -> u32 {
        self.steps
    }

    /// Follows the relaxation's rows: drops those that go, and begins at zero for
    /// those that are new.
    pub fn follow_rows(&mut self, keep: &[bool], rows: usize) {
        let lists = [
            (&mut self.best, 0.0),
            (&mut self.current, 0.0),
            (&mut self.direction, 0.0),
            (&mut self.length, 1.0),
        ];
        for (list, new) in lists {
            let shares = list.split_off(keep.len());
            let mut kept = keep.iter();
            list.retain(|_| kept.next().is_none_or(|keep| *keep));
            list.resize(rows, new);
            list.extend(shares);
        }
    }

    /// After new worths or windows: evaluates the best prices again.
    pub fn refresh(&mut self, relaxation: &mut Relaxation) -> i128 {
        self.current.clone_from(&self.best);
        self.best_value = i128::MAX;
        self.evaluate(relaxation)
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
    pub fn step(&mut self, relaxation: &mut Relaxation, target: f64) {
        self.steps += 1;
        if self.steps <= SUBGRADIENT_STEPS {
            self.subgradient_step(relaxation, target);
        } else {
            self.volume_step(relaxation, target);
        }
    }

    fn subgradient_step(&mut self, relaxation: &mut Relaxation, target: f64) {
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

    fn volume_step(&mut self, relaxation: &mut Relaxation, target: f64) {
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

    /// How far each multiplier moves beside others, squared: by row, then by part of
    /// a wish.
    pub fn widths(&self, relaxation: &Relaxation) -> impl Iterator<Item = f64> {
        relaxation.typical().zip(&self.length).map(|(typical, length)| typical * typical * length)
    }

    fn take_mean(&mut self, relaxation: &Relaxation, share: f64) {
        for (mean, chosen) in self.mean.iter_mut().zip(&relaxation.chosen) {
            *mean += share * (f64::from(u8::from(*chosen)) - *mean);
        }
    }

    /// Moves the current prices along the direction, so far that the bound would
    /// fall by `fall` units of worth if it were a plane.
    fn move_along(&mut self, relaxation: &Relaxation, fall: f64) {
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
