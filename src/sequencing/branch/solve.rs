//! Parts of a problem, planned exactly.

use super::super::bound::{Prices, Relaxation};
use super::super::cancel::CancelFlag;
use super::super::presolve::Windows;
use super::super::search::OUT;
use super::Open;
use super::dive::Dive;
use super::part::Part;
use std::sync::Arc;

/// Price steps at the root of a part's tree.
const STEPS: u32 = 24;

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
    pub fn starts(&self, start: &[u32]) -> Vec<Option<u32>> {
        let units = self.units.iter().zip(&self.reduced.units);
        units
            .map(|(unit, made)| match unit {
                Some(unit) => (start[*unit] != OUT).then_some(start[*unit]),
                None => Some(made.first),
            })
            .collect()
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
        let reduced = &self.reduced;
        let mut windows = Windows::new(reduced);
        let mut solved = Solved { whole: true, ..Solved::default() };
        if windows.propagate(reduced).is_err() {
            return solved;
        }
        let mut relaxation = Relaxation::new(reduced);
        let cost = relaxation.evaluation_cost();
        solved.work += cost * u64::from(STEPS);
        relaxation.decide_all(reduced, &windows);
        let begin = relaxation.row_prices(prices);
        let mut root = Prices::at(&relaxation, &begin);
        let target = i128::from(above + 1) * i128::from(relaxation.scale);
        root.polish(&mut relaxation, target, STEPS, |_, _| {});
        if root.best_value < target {
            return solved;
        }
        let bound = relaxation.whole(root.best_value);
        let task = Open { decisions: Vec::new(), prices: Arc::new(root.best.clone()), bound };
        let mut dive = Dive::new(reduced, &relaxation, &windows, cancel);
        let outcome = dive.run(&task, &relaxation, &windows, above, nodes);
        solved.better = outcome.found.map(|found| found.start);
        solved.whole = outcome.open.is_empty();
        solved.work += cost * EVALUATIONS * outcome.nodes;
        solved
    }
}
