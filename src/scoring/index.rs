//! Readiness indices: weighted sums, by the same additive rule as values.

use super::additive::{contributions, total};
use crate::model::{MissingScores, ReadinessIndex};

/// The total of an index from its components: `Σ w s / Σ w`, so that weights
/// that do not quite add up to 1 do not move it.
///
/// None if a component has no score, or no component has weight.
///
/// ```
/// use phasewise::model::{IndexComponent, ReadinessIndex};
/// use phasewise::scoring::index_total;
/// let part = |weight, score| IndexComponent { weight, score, ..Default::default() };
/// let mut index = ReadinessIndex::default();
/// index.components = vec![part(0.75, Some(2.0)), part(0.25, Some(6.0))];
/// assert_eq!(index_total(&index), Some(3.0));
/// index.components[0].score = None;
/// assert_eq!(index_total(&index), None);
/// ```
pub fn index_total(index: &ReadinessIndex) -> Option<f64> {
    let components = &index.components;
    let all: f64 = components.iter().map(|component| component.weight).sum();
    if all <= 0.0 || components.iter().any(|component| component.score.is_none()) {
        return None;
    }
    let weights: Vec<f64> = components.iter().map(|component| component.weight / all).collect();
    let scores = components.iter().map(|component| component.score);
    Some(total(&contributions(scores, &weights, MissingScores::Worst)))
}
