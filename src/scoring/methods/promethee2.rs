//! PROMETHEE II (Brans, Vincke 1985) with the usual preference function.

/// Net flow `φ = (Σ_b π(a, b) − Σ_b π(b, a)) / (n − 1)` with
/// `π(a, b) = Σ w` over the criteria on which `a` is better, −1..1.
///
/// One item alone has flow 0. By counting ranks on each criterion instead of
/// comparing pairs: O(items log items × criteria).
pub fn promethee2(scores: &[Vec<f64>], weights: &[f64], rising: &[bool]) -> Vec<f64> {
    let count = scores.len();
    let mut flow = vec![0.0; count];
    if count < 2 {
        return flow;
    }
    for (leaf, weight) in weights.iter().enumerate() {
        let mut sorted: Vec<f64> = scores.iter().map(|row| row[leaf]).collect();
        sorted.sort_by(f64::total_cmp);
        for (item, row) in scores.iter().enumerate() {
            let below = sorted.partition_point(|score| *score < row[leaf]);
            let above = count - sorted.partition_point(|score| *score <= row[leaf]);
            let net = below as f64 - above as f64;
            flow[item] += weight * if rising[leaf] { net } else { -net };
        }
    }
    flow.iter().map(|flow| flow / (count - 1) as f64).collect()
}
