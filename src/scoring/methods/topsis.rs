//! TOPSIS (Hwang, Yoon 1981): closeness to the ideal.

/// `C = d⁻ / (d⁺ + d⁻)` with vector normalisation `r = x / √Σx²`, weighted, and
/// Euclidean distances to the best and worst that any item reaches, 0..1.
///
/// A criterion whose scores are all 0 counts for nothing; where all items are
/// alike all are at 0.5. O(items × criteria).
pub fn topsis(scores: &[Vec<f64>], weights: &[f64], rising: &[bool]) -> Vec<f64> {
    let leaves = weights.len();
    // Through the greatest score, whose square alone could be out of range.
    let norm = |leaf: usize| {
        let greatest = scores.iter().map(|row| row[leaf].abs()).fold(0.0, f64::max);
        let squares = scores.iter().map(|row| (row[leaf] / greatest).powi(2));
        if greatest > 0.0 { greatest * squares.sum::<f64>().sqrt() } else { 0.0 }
    };
    let norms: Vec<f64> = (0..leaves).map(norm).collect();
    let weighted: Vec<Vec<f64>> = scores
        .iter()
        .map(|row| {
            let cell = |leaf: usize| {
                if norms[leaf] > 0.0 { weights[leaf] * row[leaf] / norms[leaf] } else { 0.0 }
            };
            (0..leaves).map(cell).collect()
        })
        .collect();
    let ends: Vec<(f64, f64)> = (0..leaves)
        .map(|leaf| {
            let (least, greatest) = super::range(&weighted, leaf);
            if rising[leaf] { (greatest, least) } else { (least, greatest) }
        })
        .collect();
    let distance = |row: &Vec<f64>, end: &dyn Fn(&(f64, f64)) -> f64| {
        let squares = row.iter().zip(&ends).map(|(cell, ends)| (cell - end(ends)).powi(2));
        squares.sum::<f64>().sqrt()
    };
    weighted
        .iter()
        .map(|row| {
            let (to_best, to_worst) =
                (distance(row, &|ends| ends.0), distance(row, &|ends| ends.1));
            let whole = to_best + to_worst;
            if whole > 0.0 { to_worst / whole } else { 0.5 }
        })
        .collect()
}
