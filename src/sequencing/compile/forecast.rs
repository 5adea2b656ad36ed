//! What infrastructure there will be in each phase.

use crate::model::{Estimate, ForecastMeasure, GateLevel, Scenario};

/// The value of an estimate on a line of the forecast.
pub fn on_line(estimate: &Estimate, level: GateLevel) -> f64 {
    match level {
        GateLevel::Low => estimate.low_or_best(),
        GateLevel::Best => estimate.best,
        GateLevel::High => estimate.high_or_best(),
    }
}

/// The level in a year: between two years of the series on a straight line,
/// before the first as in the first, after the last as in the last; none where
/// the series is empty.
pub fn in_year(measure: &ForecastMeasure, level: GateLevel, year: i32) -> Option<f64> {
    let series = &measure.series;
    let after = series.partition_point(|point| point.year < year);
    let value = |at: usize| series.get(at).map(|point| on_line(&point.value, level));
    match (after.checked_sub(1).and_then(value), value(after)) {
        (Some(before), Some(next)) => {
            let (from, to) = (series[after - 1].year, series[after].year);
            let share = f64::from(year - from) / f64::from(to - from).max(1.0);
            Some(before + share * (next - before))
        }
        (before, next) => next.or(before),
    }
}

/// The level that can be relied on from each phase on, and whether the forecast
/// falls anywhere.
///
/// A service needs its users not only in the phase in which it starts. So a
/// forecast that falls again counts in each phase as the lowest level from there
/// to the last phase.
pub fn by_phase(scenario: &Scenario, measure: &ForecastMeasure) -> Option<(Vec<f64>, bool)> {
    let level = scenario.parameters.gate_uses;
    let mut levels = Vec::with_capacity(scenario.phases.len());
    for (at, phase) in scenario.phases.iter().enumerate() {
        // Phases without a year follow each other by the year from the series' first.
        let first = measure.series.first()?.year;
        let year = phase.year().unwrap_or_else(|| first.saturating_add(at as i32));
        levels.push(in_year(measure, level, year)?);
    }
    let mut falls = false;
    for at in (1..levels.len()).rev() {
        if levels[at] < levels[at - 1] {
            levels[at - 1] = levels[at];
            falls = true;
        }
    }
    Some((levels, falls))
}
