//! Dominance: an item that is better on nothing than another (DCLG 2009, 5.5.2).

use super::matrix::{Cell, Matrix};

/// For each item the first other item that is at least as good on every
/// criterion and better on one; none if there is no such item.
///
/// Items with a missing score neither dominate nor are dominated.
/// O(items² × leaves).
pub fn dominated(matrix: &Matrix) -> Vec<Option<usize>> {
    let count = matrix.cells.len();
    (0..count)
        .map(|item| {
            let mut others = (0..count).filter(|&other| other != item);
            others.find(|&other| dominates(&matrix.cells[other], &matrix.cells[item]))
        })
        .collect()
}

fn dominates(a: &[Cell], b: &[Cell]) -> bool {
    let mut better = false;
    for (a, b) in a.iter().zip(b) {
        match (a.value, b.value) {
            (Some(a), Some(b)) if a >= b => better |= a > b,
            _ => return false,
        }
    }
    better
}
