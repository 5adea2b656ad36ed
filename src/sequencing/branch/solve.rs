//! Parts of a problem, planned exactly or by a plunge.

use super::super::bound::{Prices, Relaxation};
use super::super::cancel::CancelFlag;
use super::super::presolve::Windows;
use super::Open;
use super::dive::Dive;
use super::part::Part;
use super::plunge::{Plunge, Reached};
use std::sync::Arc;

/// Price steps at the root of a part's tree.
const STEPS: u32 = 24;

/// Price steps before a plunge.
const STEPS_BEFORE_PLUNGE: u32 = 40;

/// How much chance weighs in a plunge beside the averaged closures.
const CHANCE: f64 = 0.2;

/// Evaluations of the bound at a node, about.
const EVALUATIONS: u64 = 30;

/// What came of one part.
#[derive(Debug, Default)]
pub struct Solved {
    /// A better plan of the part.
    pub better: Option<Vec<u32>>,
    /// True if there is none that is better still.
    pub whole: bool,
    /// What it took, in the unit of [`Relaxation::evaluation_cost`].
    pub work: u64,
}

impl Part {
    /// The part's starts in a plan of the whole.
    pub fn starts(&self, start: &[u32]) -> Vec<u32> {
        let units = self.units.iter().zip(&self.reduced.units);
        units.map(|(unit, made)| unit.map_or(made.first, |unit| start[unit])).collect()
    }

    /// Writes the part's starts into a plan of the whole.
    pub fn place(&self, starts: &[u32], whole: &mut [u32]) {
        for (unit, start) in self.units.iter().zip(starts) {
            if let Some(unit) = unit {
                whole[*unit] = *start;
            }
        }
    }

    /// The best plan of a part that is worth more than `above`, in so many nodes of
    /// a tree. `prices` are those of resources by phase, to begin with.
    pub fn solve(
        &self,
        above: i64,
        prices: &[Vec<f64>],
        nodes: u64,
        cancel: &CancelFlag,
    ) -> Solved {
        let mut solved = Solved { whole: true, ..Solved::default() };
        let Some((mut relaxation, windows, mut root)) = self.begin(prices) else { return solved };
        let cost = relaxation.evaluation_cost();
        solved.work += cost * u64::from(STEPS);
        let target = target(above, &relaxation);
        root.polish(&mut relaxation, target, STEPS, |_, _| {});
        if root.best_value < target {
            return solved;
        }
        let bound = relaxation.whole(root.best_value);
        let task = Open { decisions: Vec::new(), warm: Arc::new(root.keep(false)), bound };
        let mut dive = Dive::new(&self.reduced, &relaxation, &windows, cancel);
        let outcome = dive.run(&task, &relaxation, &windows, above, nodes);
        solved.better = outcome.found.map(|found| found.start);
        solved.whole = outcome.open.is_empty();
        solved.work += cost * EVALUATIONS * outcome.nodes;
        solved
    }

    /// A plan of a part that is worth more than `above`, as a plunge reaches it.
    pub fn plunge(
        &self,
        above: i64,
        prices: &[Vec<f64>],
        seed: u64,
        cancel: &CancelFlag,
    ) -> Solved {
        let mut solved = Solved { whole: true, ..Solved::default() };
        let Some((mut relaxation, windows, mut root)) = self.begin(prices) else { return solved };
        let target = target(above, &relaxation);
        for _ in 0..STEPS_BEFORE_PLUNGE {
            root.step(&mut relaxation, target as f64);
            solved.work += relaxation.evaluation_cost();
            if root.best_value < target {
                return solved;
            }
        }
        solved.whole = false;
        let mut plunge = Plunge::new(&relaxation, &windows, &root, seed, CHANCE);
        if let Reached::Plan(found) = plunge.advance(&self.reduced, above, u64::MAX, cancel) {
            solved.better = Some(found.start);
        }
        solved.work += plunge.work;
        solved
    }

    /// The part's relaxation, windows, and prices to begin with; none if it has no
    /// plan.
    fn begin(&self, prices: &[Vec<f64>]) -> Option<(Relaxation, Windows, Prices)> {
        let mut windows = Windows::new(&self.reduced);
        windows.propagate(&self.reduced).ok()?;
        let mut relaxation = Relaxation::new(&self.reduced);
        relaxation.decide_all(&self.reduced, &windows);
        let root = Prices::at(&relaxation, &relaxation.row_prices(prices));
        Some((relaxation, windows, root))
    }
}

/// What a plan that is worth more has on the relaxation's scale, at least.
fn target(above: i64, relaxation: &Relaxation) -> i128 {
    i128::from(above.saturating_add(1)) * i128::from(relaxation.scale)
}
