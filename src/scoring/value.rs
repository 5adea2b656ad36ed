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
/// Scores beyond the ends count as the end. Ends that are equal (an error that
/// validation reports) give 0, never NaN.
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
    if x <= first[0] {
        return Valued { value: first[1], clamped: x < first[0] };
    }
    if x >= last[0] {
        return Valued { value: last[1], clamped: x > last[0] };
    }
    let at = points.partition_point(|point| point[0] <= x);
    let ([x0, v0], [x1, v1]) = (points[at - 1], points[at]);
    Valued { value: v0 + (v1 - v0) * (x - x0) / (x1 - x0), clamped: false }
}
