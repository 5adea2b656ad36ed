//! Phases and forecast years: in order, and none at the same time.

use super::numbers::{Allowed, estimate};
use super::place::Place;
use crate::model::{Phase, Problem, Scenario};

/// Problems of dates and years.
pub(super) fn check(scenario: &Scenario, out: &mut Vec<Problem>) {
    let list = Place::TOP.field("phases");
    for (at, phase) in scenario.phases.iter().enumerate() {
        let place = list.named(at, phase.id.as_str());
        if let (Some(start), Some(end)) = (phase.start, phase.end)
            && end < start
        {
            let problem = Problem::error("dates-reversed", place.field("end").to_string());
            out.push(problem.with("start", start).with("end", end));
        }
        let before = at.checked_sub(1).and_then(|before| scenario.phases.get(before));
        if let Some(before) = before {
            out.extend(after(before, phase, &place));
        }
    }
    let list = Place::TOP.field("forecast");
    let list = list.field("measures");
    for (at, measure) in scenario.forecast.measures.iter().enumerate() {
        let place = list.named(at, measure.id.as_str());
        let series = place.field("series");
        let mut before = None;
        for (at, point) in measure.series.iter().enumerate() {
            let here = series.at(at);
            if let Some(before) = before.filter(|before| *before >= point.year) {
                let problem = Problem::error("series-order", here.field("year").to_string());
                out.push(problem.with("before", before).with("year", point.year));
            }
            before = Some(point.year);
            estimate(&point.value, Allowed::Any, &here.field("value"), out);
        }
    }
}

/// The problem of a phase that does not come after the one listed before it.
fn after(before: &Phase, phase: &Phase, place: &Place<'_>) -> Option<Problem> {
    let of = |problem: Problem| problem.with("before", &before.id).with("phase", &phase.id);
    if let (Some(first), Some(second)) = (before.start, phase.start) {
        if second <= first {
            return Some(of(Problem::error("phases-order", place.field("start").to_string())));
        }
        let end = before.end.filter(|end| *end >= first && *end >= second)?;
        let problem = of(Problem::error("phases-overlap", place.field("start").to_string()));
        return Some(problem.with("end", end).with("start", second));
    }
    // Without dates the ids tell the years; half-years may share one.
    let is_earlier = before.year()? > phase.year()?;
    is_earlier.then(|| of(Problem::error("phases-order", place.to_string())))
}
