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

use super::matrix::{Cell, Matrix};
use super::rank::{Places, places};
use super::value::score_at;
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
/// function's ends. These methods cannot leave a criterion out for one item, so
/// a missing score counts as the mean of the others; under the policies `worst`
/// and `midpoint` it is the score whose value is 0 or 50.
pub fn rank_by(method: Method, scenario: &Scenario, matrix: &Matrix, weights: &[f64]) -> Ranked {
    let rising: Vec<bool> = matrix
        .leaves
        .iter()
        .map(|&at| scenario.criteria[at].value.as_ref().is_none_or(is_rising))
        .collect();
    let scores = complete_scores(scenario, matrix);
    let indices = match method {
        Method::Wsm => wsm(&scores, weights, &rising),
        Method::Topsis => topsis(&scores, weights, &rising),
        Method::Vikor => vikor(&scores, weights, &rising, 0.5),
        Method::Promethee2 => promethee2(&scores, weights, &rising),
    };
    // Of VIKOR's Q the lowest is best.
    let sign = if method == Method::Vikor { -1.0 } else { 1.0 };
    let keys: Vec<f64> = indices.iter().map(|index| sign * index).collect();
    let Places { order, places } = places(&keys);
    Ranked { indices, order, ranks: places.into_iter().map(|(rank, _)| rank).collect() }
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

/// Scores in their units without gaps, by item and then leaf.
fn complete_scores(scenario: &Scenario, matrix: &Matrix) -> Vec<Vec<f64>> {
    // Levels have no unit but their value.
    let number = |row: &[Cell], leaf: usize| row[leaf].raw.or(row[leaf].value);
    let stand_in = |leaf: usize| {
        let function = scenario.criteria[matrix.leaves[leaf]].value.as_ref();
        let at = |value: f64| function.and_then(|f| score_at(f, value)).unwrap_or(value);
        match scenario.parameters.missing_score_policy {
            MissingScores::Renormalise => {
                let known = matrix.cells.iter().filter_map(|row| number(row, leaf));
                let (sum, count) =
                    known.fold((0.0, 0.0), |(sum, count), score| (sum + score, count + 1.0));
                if count > 0.0 { sum / count } else { 0.0 }
            }
            MissingScores::Worst => at(0.0),
            MissingScores::Midpoint => at(50.0),
        }
    };
    let stand_ins: Vec<f64> = (0..matrix.leaves.len()).map(stand_in).collect();
    let complete = |row: &Vec<Cell>| {
        let scores = stand_ins.iter().enumerate();
        scores.map(|(leaf, stand_in)| number(row, leaf).unwrap_or(*stand_in)).collect()
    };
    matrix.cells.iter().map(complete).collect()
}

/// Least and greatest score on one criterion.
fn range(scores: &[Vec<f64>], leaf: usize) -> (f64, f64) {
    let column = scores.iter().map(|row| row[leaf]);
    column.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, greatest), score| {
        (least.min(score), greatest.max(score))
    })
}
