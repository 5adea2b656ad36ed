//! Everything that follows from a scenario without planning.

use crate::model::Scenario;
use crate::scoring::{
    LeverageGraph, Matrix, Ranking, Worth, dominated, leaf_weights, net_worth, rank,
};

/// Scores, weights and ranks of one state of a scenario.
#[derive(Debug, Clone)]
pub struct Scores {
    /// Scores and values by item and leaf criterion.
    pub matrix: Matrix,
    /// Weight of each leaf criterion; they add up to 1.
    pub weights: Vec<f64>,
    /// Values, contributions and ranks.
    pub ranking: Ranking,
    /// What the plan reckons with, by item, in value points.
    pub worth: Vec<Worth>,
    /// For each item, one that is better on nothing less and on something more.
    pub dominated: Vec<Option<usize>>,
}

impl Scores {
    /// Scores a scenario under its active weights.
    ///
    /// `graph` must belong to the same items and links.
    pub fn of(scenario: &Scenario, graph: &LeverageGraph) -> Self {
        Self::with_weights(scenario, graph, leaf_weights(scenario, &scenario.active_weights))
    }

    /// Scores a scenario as if only one leaf criterion counted.
    pub fn solo(scenario: &Scenario, graph: &LeverageGraph, leaf: usize) -> Self {
        let mut weights = vec![0.0; scenario.leaf_criteria().count()];
        if let Some(weight) = weights.get_mut(leaf) {
            *weight = 1.0;
        }
        Self::with_weights(scenario, graph, weights)
    }

    fn with_weights(scenario: &Scenario, graph: &LeverageGraph, weights: Vec<f64>) -> Self {
        let matrix = Matrix::with_graph(scenario, &weights, graph);
        let ranking = rank(scenario, &matrix, &weights);
        let worth = net_worth(scenario, &matrix, &weights);
        // Dominance compares all pairs: worth it only where a person can read the answer.
        let dominated = if scenario.items.len() <= 500 {
            dominated(&matrix)
        } else {
            vec![None; scenario.items.len()]
        };
        Self { matrix, weights, ranking, worth, dominated }
    }
}
