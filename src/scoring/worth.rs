//! What the plan reckons with: benefit and trouble against doing nothing.
//!
//! Design rules 6 and 7: the worth of an item is V minus the value of not doing
//! it, `V − V(baseline) = Σ w (v − b)`. Criteria of benefit (baseline up to 50)
//! make `benefit = Σ w (v − b)`, the others `trouble = Σ w (b − v)`. Leverage
//! stays out, and so does infrastructure risk where the gate is hard. (Clemen
//! and Smith 2009; Morton 2015 on baselines in portfolio analysis.)

use super::matrix::{Cell, Matrix};
use crate::model::{Computed, Criterion, GateMode, MissingScores, Scenario};

/// What an item brings and what it costs in trouble, in value points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Worth {
    /// Earned in every year of service.
    pub benefit: f64,
    /// Met once, when it starts; 0 or more.
    pub trouble: f64,
}

/// Benefit and trouble of every item, so that `benefit − trouble` is its worth.
///
/// Weights are not renormalised for what stays out: a fact that must not count
/// twice makes nothing else count more. A missing score counts as the baseline,
/// as if the item changed nothing there; under the policies `worst` and
/// `midpoint` it has the value 0 or 50. Where an item is better than doing
/// nothing on a criterion of trouble (baseline below 100), that is benefit:
/// trouble is never below 0. O(items × leaves).
pub fn net_worth(scenario: &Scenario, matrix: &Matrix, weights: &[f64]) -> Vec<Worth> {
    let leaves: Vec<(usize, &Criterion, f64)> = matrix
        .leaves
        .iter()
        .zip(weights)
        .enumerate()
        .map(|(leaf, (&at, &weight))| (leaf, &scenario.criteria[at], weight))
        .filter(|(_, criterion, _)| counts(scenario, criterion))
        .collect();
    let worth = |cells: &Vec<Cell>| {
        let mut worth = Worth::default();
        for &(leaf, criterion, weight) in &leaves {
            let gain = weight * gain(scenario, criterion, &cells[leaf]);
            if is_benefit(criterion) || gain > 0.0 {
                worth.benefit += gain;
            } else {
                worth.trouble -= gain;
            }
        }
        worth
    };
    matrix.cells.iter().map(worth).collect()
}

/// Whether a criterion takes part in the plan's objective (design rules 1, 7).
fn counts(scenario: &Scenario, criterion: &Criterion) -> bool {
    match criterion.computed {
        Some(Computed::Leverage) => false,
        Some(Computed::InfrastructureRisk) => scenario.parameters.gate_mode != GateMode::Hard,
        None => true,
    }
}

/// True if doing nothing stands nearer to the worst end than to the best.
pub(super) fn is_benefit(criterion: &Criterion) -> bool {
    criterion.baseline <= 50.0
}

/// Value over that of doing nothing, in value points of the criterion.
pub(super) fn gain(scenario: &Scenario, criterion: &Criterion, cell: &Cell) -> f64 {
    let stand_in = match scenario.parameters.missing_score_policy {
        MissingScores::Renormalise => criterion.baseline,
        MissingScores::Worst => 0.0,
        MissingScores::Midpoint => 50.0,
    };
    cell.value.unwrap_or(stand_in) - criterion.baseline
}
