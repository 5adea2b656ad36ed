//! What the plan reckons with: benefit and trouble against doing nothing.
//!
//! Design rules 6 and 7: the worth of an item is V minus the value of not doing
//! it, `Σ w (v − b)`. The positive criteria (baseline up to 50) make its
//! benefit, the others its trouble. Leverage stays out, and so does
//! infrastructure risk where the gate is hard. (Clemen and Smith 2009; Morton
//! 2015 on baselines in portfolio analysis.)

use super::matrix::Matrix;
use crate::model::{Computed, Criterion, GateMode, MissingScores, Scenario};

/// What an item brings and what it costs in trouble, in value points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Worth {
    /// Earned in every year of service.
    pub benefit: f64,
    /// Met once, when it starts; 0 or more.
    pub trouble: f64,
}

/// Benefit and trouble of every item. Weights are not renormalised for what
/// stays out. A missing score counts as the baseline, except by the policies
/// `worst` and `midpoint`.
pub fn net_worth(scenario: &Scenario, matrix: &Matrix, weights: &[f64]) -> Vec<Worth> {
    let counts = |criterion: &Criterion| match criterion.computed {
        Some(Computed::Leverage) => false,
        Some(Computed::InfrastructureRisk) => scenario.parameters.gate_mode != GateMode::Hard,
        None => true,
    };
    let stand_in = |baseline: f64| match scenario.parameters.missing_score_policy {
        MissingScores::Renormalise => baseline,
        MissingScores::Worst => 0.0,
        MissingScores::Midpoint => 50.0,
    };
    let leaves: Vec<(usize, f64, f64)> = matrix
        .leaves
        .iter()
        .zip(weights)
        .enumerate()
        .map(|(leaf, (&at, &weight))| (leaf, &scenario.criteria[at], weight))
        .filter(|(_, criterion, _)| counts(criterion))
        .map(|(leaf, criterion, weight)| (leaf, criterion.baseline, weight))
        .collect();
    matrix
        .cells
        .iter()
        .map(|cells| {
            let mut worth = Worth::default();
            for &(leaf, baseline, weight) in &leaves {
                let value = cells[leaf].value.unwrap_or_else(|| stand_in(baseline));
                if baseline <= 50.0 {
                    worth.benefit += weight * (value - baseline);
                } else {
                    worth.trouble += weight * (baseline - value);
                }
            }
            worth
        })
        .collect()
}
