//! VIKOR (Opricovic, Tzeng 2004, 2007): compromise ranking.

use super::range;

/// `Q = v (S − S*) / (S⁻ − S*) + (1 − v) (R − R*) / (R⁻ − R*)`, where `S` is the
/// weighted sum and `R` the greatest of the weighted regrets; lower is better.
///
/// A criterion on which all are equal counts 0 for all, and so does a term
/// whose range is 0. O(items × criteria).
pub fn vikor(scores: &[Vec<f64>], weights: &[f64], rising: &[bool], v: f64) -> Vec<f64> {
    let ranges: Vec<(f64, f64)> = (0..weights.len()).map(|leaf| range(scores, leaf)).collect();
    let regret = |row: &[f64], leaf: usize| {
        let (least, greatest) = ranges[leaf];
        let short = if rising[leaf] { greatest - row[leaf] } else { row[leaf] - least };
        if greatest > least { weights[leaf] * short / (greatest - least) } else { 0.0 }
    };
    let regrets = |row: &Vec<f64>| {
        let all = (0..weights.len()).map(|leaf| regret(row, leaf));
        all.fold((0.0, 0.0), |(sum, most): (f64, f64), regret| (sum + regret, most.max(regret)))
    };
    let pairs: Vec<(f64, f64)> = scores.iter().map(regrets).collect();
    let scaled = |part: &dyn Fn(&(f64, f64)) -> f64| -> Vec<f64> {
        let all: Vec<f64> = pairs.iter().map(part).collect();
        let least = all.iter().copied().fold(f64::INFINITY, f64::min);
        let greatest = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let width = greatest - least;
        // Sums that are equal but for their rounding must not be spread over 0..1.
        let spread = width > 1e-12 * greatest.abs();
        all.iter().map(|part| if spread { (part - least) / width } else { 0.0 }).collect()
    };
    let (sums, mosts) = (scaled(&|pair| pair.0), scaled(&|pair| pair.1));
    sums.iter().zip(mosts).map(|(sum, most)| v * sum + (1.0 - v) * most).collect()
}
