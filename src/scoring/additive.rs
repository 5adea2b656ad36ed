//! The additive rule: `V = Σ w_j v_j`, for values of items and for indices.
//!
//! Source: Keeney and Raiffa, Decisions with multiple objectives (1976); DCLG,
//! Multi-criteria analysis: a manual (2009), ch. 6.

use crate::model::MissingScores;

/// What each part adds to the weighted sum: `w_j v_j`, by part.
///
/// A part without a value is left out and the other weights share its place
/// (`w_j / Σ w` over the parts that have one), or counts 0, or 50, as the policy
/// says. All are 0 where no part has a value or weight. O(parts).
///
/// ```
/// use phasewise::model::MissingScores;
/// use phasewise::scoring::contributions;
/// let values = [Some(80.0), None, Some(20.0)];
/// let weights = [0.25, 0.5, 0.25];
/// let of = |policy| contributions(values.into_iter(), &weights, policy);
/// assert_eq!(of(MissingScores::Renormalise), [40.0, 0.0, 10.0]);
/// assert_eq!(of(MissingScores::Worst), [20.0, 0.0, 5.0]);
/// assert_eq!(of(MissingScores::Midpoint), [20.0, 25.0, 5.0]);
/// ```
pub fn contributions<V>(values: V, weights: &[f64], policy: MissingScores) -> Vec<f64>
where
    V: Iterator<Item = Option<f64>> + Clone,
{
    let stand_in = match policy {
        MissingScores::Midpoint => 50.0,
        MissingScores::Worst | MissingScores::Renormalise => 0.0,
    };
    let share = match policy {
        MissingScores::Renormalise if values.clone().any(|value| value.is_none()) => {
            let known = values.clone().zip(weights).filter(|(value, _)| value.is_some());
            known.map(|(_, weight)| weight).sum()
        }
        _ => 1.0,
    };
    values
        .zip(weights)
        .map(|(value, weight)| {
            let weight = if share > 0.0 { weight / share } else { 0.0 };
            weight * value.unwrap_or(stand_in)
        })
        .collect()
}

/// The sum of contributions, in their order; 0 of none.
pub(super) fn total(contributions: &[f64]) -> f64 {
    // An empty sum of floats is -0, which would be shown as such.
    contributions.iter().sum::<f64>() + 0.0
}
