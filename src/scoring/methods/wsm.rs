//! Weighted sum model (Fishburn 1967) on min-max scaled scores.

use super::range;

/// `100 Σ w r`, where `r` is the score's place between the items' worst (0)
/// and best (1). A criterion on which all are equal counts 0 for all.
///
/// `scores` by item, then criterion; `rising` is true where more is better.
/// O(items × criteria). Adding an item can reverse ranks (Belton, Gear 1983).
pub fn wsm(scores: &[Vec<f64>], weights: &[f64], rising: &[bool]) -> Vec<f64> {
    let ranges: Vec<(f64, f64)> = (0..weights.len()).map(|leaf| range(scores, leaf)).collect();
    let share = |row: &[f64], leaf: usize| {
        let (least, greatest) = ranges[leaf];
        let width = greatest - least;
        let part = if rising[leaf] { row[leaf] - least } else { greatest - row[leaf] };
        if width > 0.0 { part / width } else { 0.0 }
    };
    let value = |row: &Vec<f64>| {
        let parts = weights.iter().enumerate().map(|(leaf, weight)| weight * share(row, leaf));
        100.0 * parts.sum::<f64>()
    };
    scores.iter().map(value).collect()
}
