//! The search for prices that make the bound small.
//!
//! A few deflected subgradient steps (Camerini, Fratta, Maffioli 1975) with
//! Polyak's step length find the region; the volume algorithm (Barahona, Anbil
//! 2000) then goes on from the best prices along a running average of what the
//! rows are exceeded by, each multiplier with a step length of its own that grows
//! while its excess keeps its sign. It comes near the value of the linear
//! programme, which plain subgradient steps do not, and its average of closures is
//! a fractional plan close to the programme's own.

mod node;
mod steps;

pub use node::Kept;

use super::relaxation::Relaxation;
use super::rows::{Row, RowKind, Rows};

/// Subgradient steps before the volume algorithm begins.
const SUBGRADIENT_STEPS: u32 = 30;

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
    let main = |row: &Row| match row.kind {
        RowKind::Resource { resource, .. } => 2 * load.get(&resource).copied().unwrap_or(0) >= most,
        _ => false,
    };
    rows.rows.iter().map(main).collect()
}
