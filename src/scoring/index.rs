//! Readiness indices: weighted sums, by the same additive rule as values.

use crate::model::ReadinessIndex;

/// The total of an index from its components; none if a component has no score.
///
/// `Σ w s / Σ w`, so that components whose weights do not quite add up to 1 do
/// not move the total.
pub fn index_total(index: &ReadinessIndex) -> Option<f64> {
    let weights: f64 = index.components.iter().map(|component| component.weight).sum();
    let parts: Option<Vec<f64>> = index
        .components
        .iter()
        .map(|component| component.score.map(|score| component.weight * score))
        .collect();
    let total: f64 = parts?.iter().sum();
    (weights > 0.0).then_some(total / weights)
}
