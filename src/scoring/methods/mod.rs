//! Cross-checks: other methods on the same matrix. A ranking that only one
//! method gives is worth a warning. None of them feeds the plan.

mod promethee2;
mod topsis;
mod vikor;
mod wsm;

pub use promethee2::promethee2;
pub use topsis::topsis;
pub use vikor::vikor;
pub use wsm::wsm;

use super::matrix::Matrix;
use super::rank::places;
use crate::model::{MissingScores, Scenario, ValueFunction};

/// A method of ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// Weighted sum of scores scaled between the items' least and greatest.
    Wsm,
    /// Closeness to the ideal.
    Topsis,
    /// Compromise; lower is better.
    Vikor,
    /// Net outranking flow.
    Promethee2,
}

/// Items ranked by another method.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The method's own index, by item.
    pub indices: Vec<f64>,
    /// Items, best first.
    pub order: Vec<usize>,
    /// Place by item, from 1, ties shared (1, 2, 2, 4).
    pub ranks: Vec<usize>,
}

/// Ranks a scenario's items by another method, on scores in their units;
/// levels count as their values. The direction follows from the value
/// function's ends. A missing score counts as the mean of the others, or by
/// the policies `worst` and `midpoint`.
pub fn rank_by(method: Method, scenario: &Scenario, matrix: &Matrix, weights: &[f64]) -> Ranked {
    let rising: Vec<bool> = matrix
        .leaves
        .iter()
        .map(|&at| scenario.criteria[at].value.as_ref().is_none_or(is_rising))
        .collect();
    let scores = complete_scores(scenario, matrix, &rising);
    let indices = match method {
        Method::Wsm => wsm(&scores, weights, &rising),
        Method::Topsis => topsis(&scores, weights, &rising),
        Method::Vikor => vikor(&scores, weights, &rising, 0.5),
        Method::Promethee2 => promethee2(&scores, weights, &rising),
    };
    let sign = if method == Method::Vikor { -1.0 } else { 1.0 };
    let mut order: Vec<usize> = (0..indices.len()).collect();
    order.sort_by(|&a, &b| (sign * indices[b]).total_cmp(&(sign * indices[a])).then(a.cmp(&b)));
    let sorted: Vec<f64> = order.iter().map(|&item| indices[item]).collect();
    let mut ranks = vec![0; indices.len()];
    for (at, (rank, _)) in places(&sorted).into_iter().enumerate() {
        ranks[order[at]] = rank;
    }
    Ranked { indices, order, ranks }
}

fn is_rising(function: &ValueFunction) -> bool {
    match function {
        ValueFunction::Linear { worst, best } | ValueFunction::Log10 { worst, best } => {
            best >= worst
        }
        ValueFunction::Points(points) => match (points.first(), points.last()) {
            (Some(first), Some(last)) => last[1] >= first[1],
            _ => true,
        },
        ValueFunction::Levels(_) => true,
    }
}

fn complete_scores(scenario: &Scenario, matrix: &Matrix, rising: &[bool]) -> Vec<Vec<f64>> {
    // Levels have no unit but their value.
    let number = |item: usize, leaf: usize| {
        let cell = &matrix.cells[item][leaf];
        cell.raw.or(cell.value)
    };
    let items = matrix.cells.len();
    let mut scores = vec![vec![0.0; matrix.leaves.len()]; items];
    for leaf in 0..matrix.leaves.len() {
        let known: Vec<f64> = (0..items).filter_map(|item| number(item, leaf)).collect();
        let least = known.iter().copied().fold(f64::INFINITY, f64::min);
        let greatest = known.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let stand_in = match (known.is_empty(), scenario.parameters.missing_score_policy) {
            (true, _) => 0.0,
            (_, MissingScores::Renormalise) => known.iter().sum::<f64>() / known.len() as f64,
            (_, MissingScores::Worst) => {
                if rising[leaf] {
                    least
                } else {
                    greatest
                }
            }
            (_, MissingScores::Midpoint) => f64::midpoint(least, greatest),
        };
        for (item, row) in scores.iter_mut().enumerate() {
            row[leaf] = number(item, leaf).unwrap_or(stand_in);
        }
    }
    scores
}

/// Least and greatest score on one criterion.
fn range(scores: &[Vec<f64>], leaf: usize) -> (f64, f64) {
    let column = scores.iter().map(|row| row[leaf]);
    column.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, greatest), score| {
        (least.min(score), greatest.max(score))
    })
}
