//! The ranking: `V(a) = Σ w_j v_j(x_aj)`, its parts, and places with ties.

use super::matrix::{Cell, Matrix};
use crate::model::{MissingScores, Scenario};

/// Values closer than this share a place: it is far below what anybody sees.
const TIE: f64 = 1e-9;

/// One item in the ranking.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RankRow {
    /// 0..100.
    pub value: f64,
    /// What each leaf criterion adds to the value; they add up to it.
    pub contributions: Vec<f64>,
    /// Place, from 1; equal values share one and the next is left out (1, 2, 2, 4).
    pub rank: usize,
    /// True if others share the place.
    pub tied: bool,
    /// Leaves without a score.
    pub missing: Vec<usize>,
}

/// All items by value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ranking {
    /// Items, best first; ties in the order of the file.
    pub order: Vec<usize>,
    /// By item.
    pub rows: Vec<RankRow>,
}

/// Ranks all items. O(items × leaves + items log items).
pub fn rank(scenario: &Scenario, matrix: &Matrix, weights: &[f64]) -> Ranking {
    let policy = scenario.parameters.missing_score_policy;
    let mut rows: Vec<RankRow> =
        matrix.cells.iter().map(|cells| row_of(cells, weights, policy)).collect();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&a, &b| rows[b].value.total_cmp(&rows[a].value).then(a.cmp(&b)));
    let values: Vec<f64> = order.iter().map(|&item| rows[item].value).collect();
    for (place, (rank, tied)) in places(&values).into_iter().enumerate() {
        rows[order[place]].rank = rank;
        rows[order[place]].tied = tied;
    }
    Ranking { order, rows }
}

/// Places of values that are sorted best first, and whether they are shared.
///
/// A value ties with the first of its place, so that long runs of small steps
/// do not become one tie.
pub(super) fn places(sorted: &[f64]) -> Vec<(usize, bool)> {
    let mut places: Vec<(usize, bool)> = Vec::with_capacity(sorted.len());
    let mut first = 0;
    for (at, value) in sorted.iter().enumerate() {
        let ties = at > 0 && (sorted[first] - value).abs() <= TIE;
        if ties {
            places[first].1 = true;
        } else {
            first = at;
        }
        places.push((first + 1, ties));
    }
    places
}

fn row_of(cells: &[Cell], weights: &[f64], policy: MissingScores) -> RankRow {
    let missing: Vec<usize> =
        (0..cells.len()).filter(|&leaf| cells[leaf].value.is_none()).collect();
    let present: f64 = match policy {
        MissingScores::Renormalise => {
            let known = cells.iter().zip(weights).filter(|(cell, _)| cell.value.is_some());
            known.map(|(_, weight)| weight).sum()
        }
        MissingScores::Worst | MissingScores::Midpoint => 1.0,
    };
    let stand_in = match policy {
        MissingScores::Midpoint => 50.0,
        MissingScores::Worst | MissingScores::Renormalise => 0.0,
    };
    let contributions: Vec<f64> = cells
        .iter()
        .zip(weights)
        .map(|(cell, weight)| {
            let weight = if present > 0.0 { weight / present } else { 0.0 };
            weight * cell.value.unwrap_or(stand_in)
        })
        .collect();
    RankRow { value: contributions.iter().sum(), contributions, rank: 0, tied: false, missing }
}
