//! Infrastructure: what the forecast says, and what an item lacks of it.

use crate::model::{Channel, GateLevel, Item, MeasureId, Phase, Scenario};

/// The level of a measure in a phase, in its unit.
///
/// The phase's year is looked up in the series; between two years the level
/// grows evenly, before the first and after the last it stays. A phase without
/// a year takes the year that its position gives after the first phase with
/// one, or else the series' entry at its position.
///
/// None if nothing is known of the measure.
pub fn forecast_level(
    scenario: &Scenario,
    measure: &MeasureId,
    phase: usize,
    level: GateLevel,
) -> Option<f64> {
    let measure = scenario.forecast.measures.iter().find(|other| other.id == *measure)?;
    let mut points: Vec<(f64, f64)> = measure
        .series
        .iter()
        .map(|point| {
            let value = match level {
                GateLevel::Low => point.value.low_or_best(),
                GateLevel::Best => point.value.best,
                GateLevel::High => point.value.high_or_best(),
            };
            (f64::from(point.year), value)
        })
        .collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    let year = match year_of(&scenario.phases, phase) {
        Some(year) => f64::from(year),
        None => points.get(phase.min(points.len().checked_sub(1)?))?.0,
    };
    let after = points.partition_point(|point| point.0 <= year);
    match (after.checked_sub(1).and_then(|at| points.get(at)), points.get(after)) {
        (Some((y0, v0)), Some((y1, v1))) => Some(v0 + (v1 - v0) * (year - y0) / (y1 - y0)),
        (Some((_, value)), None) | (None, Some((_, value))) => Some(*value),
        (None, None) => None,
    }
}

fn year_of(phases: &[Phase], phase: usize) -> Option<i32> {
    if let Some(year) = phases.get(phase)?.year() {
        return Some(year);
    }
    let (first, year) = phases.iter().enumerate().find_map(|(at, p)| Some((at, p.year()?)))?;
    Some(year + phase as i32 - first as i32)
}

/// What an item lacks of the infrastructure that it needs, if it started in a
/// phase: the least over the channels that open its gate, in the unit of the
/// channel's measure. 0 if it needs none.
pub fn lacking(scenario: &Scenario, item: &Item, phase: usize, level: GateLevel) -> f64 {
    let short = |channel: &Channel| {
        channel.need.as_ref().map_or(0.0, |need| {
            let forecast = forecast_level(scenario, &need.measure, phase, level).unwrap_or(0.0);
            (need.level.best - forecast).max(0.0)
        })
    };
    let least = item.channels.iter().filter(|channel| channel.opens_gate).map(short);
    let least = least.fold(f64::INFINITY, f64::min);
    if least.is_finite() { least } else { 0.0 }
}
