//! Value functions: scales on which no score would have a value.

use super::numbers::{Allowed, number, within};
use super::place::Place;
use crate::model::{Problem, Severity, ValueFunction};

/// Problems of one value function.
pub(super) fn check(function: &ValueFunction, place: &Place<'_>, out: &mut Vec<Problem>) {
    match function {
        ValueFunction::Linear { worst, best } => ends(*worst, *best, false, place, out),
        ValueFunction::Log10 { worst, best } => ends(*worst, *best, true, place, out),
        ValueFunction::Points(points) => self::points(points, place, out),
        ValueFunction::Levels(levels) => {
            if levels.is_empty() {
                out.push(Problem::error("scale-levels-empty", place.to_string()));
            }
            let list = place.field("levels");
            for (name, value) in levels {
                within(*value, 0.0, 100.0, Severity::Error, &list.field(name), out);
            }
        }
    }
}

fn ends(worst: f64, best: f64, is_log: bool, place: &Place<'_>, out: &mut Vec<Problem>) {
    let kind = place.field(if is_log { "log10" } else { "linear" });
    let mut is_right = true;
    for (value, field) in [(worst, "worst"), (best, "best")] {
        let here = kind.field(field);
        if !number(value, Allowed::Any, &here, out) {
            is_right = false;
        } else if is_log && value <= 0.0 {
            is_right = false;
            out.push(Problem::error("scale-log-end", here.to_string()).with("value", value));
        }
    }
    if is_right && worst == best {
        out.push(Problem::error("scale-ends-equal", kind.to_string()).with("value", worst));
    }
}

fn points(points: &[[f64; 2]], place: &Place<'_>, out: &mut Vec<Problem>) {
    let list = place.field("points");
    if points.len() < 2 {
        let problem = Problem::error("scale-points-few", list.to_string());
        out.push(problem.with("count", points.len()));
    }
    let mut before: Option<f64> = None;
    for (at, [score, value]) in points.iter().enumerate() {
        let point = list.at(at);
        within(*value, 0.0, 100.0, Severity::Error, &point.at(1), out);
        if !number(*score, Allowed::Any, &point.at(0), out) {
            continue;
        }
        if let Some(before) = before.filter(|before| before >= score) {
            let problem = Problem::error("scale-points-order", point.to_string());
            out.push(problem.with("before", before).with("score", score));
        }
        before = Some(*score);
    }
}

/// The lowest and highest score of a scale, if a score lies beyond them.
pub(super) fn outside(function: &ValueFunction, score: f64) -> Option<(f64, f64)> {
    let (one, other) = match function {
        ValueFunction::Linear { worst, best } | ValueFunction::Log10 { worst, best } => {
            (*worst, *best)
        }
        ValueFunction::Points(points) => (points.first()?[0], points.last()?[0]),
        ValueFunction::Levels(_) => return None,
    };
    let (least, most) = (one.min(other), one.max(other));
    // Rounding at the very ends is no reason for a warning, as in scoring.
    let slack = (most - least) * 1e-9;
    (score < least - slack || score > most + slack).then_some((least, most))
}
