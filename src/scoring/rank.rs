//! The ranking: `V(a) = Σ w_j v_j(x_aj)`, its parts, and places with ties.

use super::additive::{contributions, total};
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

/// Ranks all items by the additive rule, missing scores by the scenario's
/// policy (see [`super::contributions`]).
///
/// As scales are fixed, adding or removing an item changes no other's value and
/// so no order among the others (Belton and Gear 1983 on methods that do).
/// O(items × leaves + items log items).
pub fn rank(scenario: &Scenario, matrix: &Matrix, weights: &[f64]) -> Ranking {
    let policy = scenario.parameters.missing_score_policy;
    let mut rows: Vec<RankRow> =
        matrix.cells.iter().map(|cells| row_of(cells, weights, policy)).collect();
    let values: Vec<f64> = rows.iter().map(|row| row.value).collect();
    let Places { order, places } = places(&values);
    for (row, (rank, tied)) in rows.iter_mut().zip(places) {
        (row.rank, row.tied) = (rank, tied);
    }
    Ranking { order, rows }
}

fn row_of(cells: &[Cell], weights: &[f64], policy: MissingScores) -> RankRow {
    let contributions = contributions(cells.iter().map(|cell| cell.value), weights, policy);
    let missing = (0..cells.len()).filter(|&leaf| cells[leaf].value.is_none()).collect();
    RankRow { value: total(&contributions), contributions, rank: 0, tied: false, missing }
}

/// An order with places.
pub(super) struct Places {
    /// Best first; what is tied in the order of the input.
    pub order: Vec<usize>,
    /// By input: the place from 1 (1, 2, 2, 4), and whether it is shared.
    pub places: Vec<(usize, bool)>,
}

/// Places by value, the highest first.
///
/// A value ties with the best of its place and not with its neighbour, so that
/// a long run of small steps does not become one tie.
pub(super) fn places(values: &[f64]) -> Places {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[b].total_cmp(&values[a]).then(a.cmp(&b)));
    let mut places = vec![(0, false); values.len()];
    let mut first = 0;
    while first < order.len() {
        let best = values[order[first]];
        let tied = order[first..].iter().take_while(|&&item| best - values[item] <= TIE);
        // At least itself, even where a value is no number.
        let end = first + tied.count().max(1);
        order[first..end].sort_unstable();
        for &item in &order[first..end] {
            places[item] = (first + 1, end - first > 1);
        }
        first = end;
    }
    Places { order, places }
}
