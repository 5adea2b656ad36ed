//! Value functions: from a score in its natural unit to a value of 0..100.
//!
//! Source: DCLG, Multi-criteria analysis: a manual (2009), ch. 6; `methods.md`.

use crate::model::{Measure, ValueFunction};

/// A value and whether the score lay outside the scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Valued {
    /// 0..100.
    pub value: f64,
    /// True if the score lay beyond one of the scale's ends.
    pub clamped: bool,
}

/// The value of a score.
///
/// - linear: `100 (x − worst) / (best − worst)`
/// - log10: `100 (ln x − ln worst) / (ln best − ln worst)`
/// - points: linear between neighbours, values as given
/// - levels: as given
///
/// Scores beyond the ends count as the end and are flagged. What validation
/// refuses still gives a number, never NaN or a panic: 0 where the ends are equal
/// or are no numbers, and the last value of points that are not in rising order.
///
/// None if a number is given where levels are asked for, or the other way
/// round, or the level is unknown.
///
/// ```
/// use phasewise::model::{Measure, ValueFunction};
/// use phasewise::scoring::value_of;
/// let demand = ValueFunction::Log10 { worst: 100.0, best: 1e6 };
/// let valued = value_of(&demand, &Measure::Number(10_000.0)).unwrap();
/// assert!((valued.value - 50.0).abs() < 1e-9 && !valued.clamped);
/// ```
pub fn value_of(function: &ValueFunction, score: &Measure) -> Option<Valued> {
    match (function, score) {
        (ValueFunction::Levels(levels), Measure::Level(id)) => {
            levels.get(id).map(|value| Valued { value: *value, clamped: false })
        }
        (ValueFunction::Linear { worst, best }, Measure::Number(x)) => {
            Some(on_line(*x, *worst, *best))
        }
        (ValueFunction::Log10 { worst, best }, Measure::Number(x)) => {
            // Nothing at all is below every logarithmic scale.
            let x = if *x > 0.0 { x.log10() } else { f64::NEG_INFINITY };
            Some(on_line(x, worst.log10(), best.log10()))
        }
        (ValueFunction::Points(points), Measure::Number(x)) => Some(on_points(*x, points)),
        _ => None,
    }
}

fn on_line(x: f64, worst: f64, best: f64) -> Valued {
    let share = (x - worst) / (best - worst);
    if share.is_nan() || worst == best {
        return Valued { value: 0.0, clamped: x != worst };
    }
    // Rounding at the very ends is no reason for a warning.
    let clamped = !(-1e-9..=1.0 + 1e-9).contains(&share);
    Valued { value: 100.0 * share.clamp(0.0, 1.0), clamped }
}

fn on_points(x: f64, points: &[[f64; 2]]) -> Valued {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Valued { value: 0.0, clamped: true };
    };
    if x < first[0] {
        return Valued { value: first[1], clamped: true };
    }
    // A search by halves would trust the order; a scale has a handful of points.
    let piece = points.windows(2).find(|pair| pair[0][0] <= x && x < pair[1][0]);
    match piece {
        Some(&[[x0, v0], [x1, v1]]) => {
            Valued { value: v0 + (v1 - v0) * ((x - x0) / (x1 - x0)), clamped: false }
        }
        _ => Valued { value: last[1], clamped: x != last[0] },
    }
}

/// The score at which a value is reached: [`value_of`] backwards.
///
/// Of several scores with that value the first; a value that points never reach
/// is taken at the point that comes closest. None for levels, which have no unit.
///
/// ```
/// use phasewise::model::ValueFunction;
/// use phasewise::scoring::score_at;
/// let risk = ValueFunction::Linear { worst: 60.0, best: 5.0 };
/// assert_eq!(score_at(&risk, 50.0), Some(32.5));
/// ```
pub fn score_at(function: &ValueFunction, value: f64) -> Option<f64> {
    match function {
        ValueFunction::Linear { worst, best } => Some(worst + (best - worst) * value / 100.0),
        ValueFunction::Log10 { worst, best } => {
            let (worst, best) = (worst.log10(), best.log10());
            Some(10f64.powf(worst + (best - worst) * value / 100.0))
        }
        ValueFunction::Points(points) => points
            .windows(2)
            .find_map(|pair| {
                let ([x0, v0], [x1, v1]) = (pair[0], pair[1]);
                let share = (value - v0) / (v1 - v0);
                (0.0..=1.0).contains(&share).then_some(x0 + (x1 - x0) * share)
            })
            .or_else(|| {
                let gap = |point: &[f64; 2]| (point[1] - value).abs();
                let closest = points.iter().min_by(|a, b| gap(a).total_cmp(&gap(b)));
                closest.map(|point| point[0])
            }),
        ValueFunction::Levels(_) => None,
    }
}
