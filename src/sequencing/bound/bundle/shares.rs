//! The quadratic programme over shares of closures.

use super::gram::{Gram, dot};

/// Moves of share, at most.
const MOST_MOVES: usize = 2_000;

/// It ends once the best move gains less than this part of the whole.
const PRECISION: f64 = 1e-4;

/// Changes shares to those ≥ 0 with sum 1 that minimise
/// ½ Σ shareᵢ shareⱼ gramᵢⱼ × reach + Σ shareᵢ linearᵢ, by moving share from one
/// piece to another, those two between which most is gained (Platt 1998).
///
/// O(moves × pieces).
pub fn minimise(gram: &Gram, reach: f64, linear: &[f64], shares: &mut [f64]) {
    let count = linear.len();
    let sum: f64 = shares.iter().sum();
    if sum > 0.0 {
        shares.iter_mut().for_each(|share| *share /= sum);
    } else {
        let cost = |at: usize| linear[at] + 0.5 * reach * gram.row(at)[at];
        let best = (0..count).min_by(|&a, &b| cost(a).total_cmp(&cost(b)));
        best.into_iter().for_each(|at| shares[at] = 1.0);
    }
    let mut slope: Vec<f64> =
        (0..count).map(|at| linear[at] + reach * dot(gram.row(at), shares)).collect();
    for _ in 0..MOST_MOVES {
        let (mut to, mut from) = (0, None);
        let mut size = 0.0;
        for at in 0..count {
            if slope[at] < slope[to] {
                to = at;
            }
            if shares[at] > 0.0 {
                size += shares[at] * slope[at];
                if from.is_none_or(|from: usize| slope[at] > slope[from]) {
                    from = Some(at);
                }
            }
        }
        let Some(from) = from else { return };
        let gain = slope[from] - slope[to];
        if gain <= PRECISION * f64::abs(size) {
            return;
        }
        let bend = reach * (gram.row(to)[to] + gram.row(from)[from] - 2.0 * gram.row(to)[from]);
        let amount = if bend > 0.0 { (gain / bend).min(shares[from]) } else { shares[from] };
        shares[to] += amount;
        shares[from] -= amount;
        if shares[from] < 1e-12 {
            shares[from] = 0.0;
        }
        let step = reach * amount;
        for ((slope, to), from) in slope.iter_mut().zip(gram.row(to)).zip(gram.row(from)) {
            *slope += step * (to - from);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Against a fine grid over all shares of three pieces.
    #[test]
    fn shares_cost_no_more_than_any_on_a_grid() {
        let slopes = [[3.0, -1.0], [-2.0, 0.5], [0.5, 2.0]];
        let mut gram = Gram::default();
        gram.update(|at| &slopes[at], 3, &[1.0, 2.0]);
        for linear in [[0.0, 0.0, 0.0], [5.0, 0.0, 1.0], [0.0, 30.0, 30.0]] {
            let cost = |shares: &[f64]| {
                let bend: f64 = (0..3).map(|at| shares[at] * dot(gram.row(at), shares)).sum();
                0.5 * 0.7 * bend + dot(&linear, shares)
            };
            let mut shares = [0.0; 3];
            minimise(&gram, 0.7, &linear, &mut shares);
            assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            assert!(shares.iter().all(|share| *share >= 0.0));
            for a in 0..=200 {
                for b in 0..=200 - a {
                    let [a, b] = [a, b].map(|count| f64::from(count) / 200.0);
                    assert!(cost(&shares) <= cost(&[a, b, 1.0 - a - b]) + 1e-3);
                }
            }
        }
    }
}
