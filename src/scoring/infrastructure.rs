//! Infrastructure: what the forecast says, and what an item lacks of it.

use crate::model::{Channel, GateLevel, Item, MeasureId, Scenario, SeriesPoint};

/// The level of a measure in a phase (counted from 0), in the measure's unit.
///
/// The phase's year is looked up in the series. Between two years the level
/// grows evenly, `v0 + (v1 − v0) (year − y0) / (y1 − y0)`; before the first and
/// after the last it stays. A phase without a year stands as many phase lengths
/// after the first phase with one as its position says; where no phase has a
/// year, the phases follow the series from its first entry on, one by one.
///
/// None if the measure is unknown or has no entries. O(series).
///
/// ```
/// use phasewise::model::{ForecastMeasure, GateLevel, Phase, Scenario, SeriesPoint};
/// use phasewise::scoring::forecast_level;
/// let point = |year, level: f64| SeriesPoint { year, value: level.into() };
/// let mut scenario = Scenario::default();
/// scenario.forecast.measures = vec![ForecastMeasure {
///     id: "internet-users".into(),
///     series: vec![point(2004, 2.0), point(2008, 10.0)],
///     ..Default::default()
/// }];
/// scenario.phases = vec![Phase { id: "2005".into(), ..Default::default() }];
/// let level = forecast_level(&scenario, &"internet-users".into(), 0, GateLevel::Best);
/// assert_eq!(level, Some(4.0));
/// ```
pub fn forecast_level(
    scenario: &Scenario,
    measure: &MeasureId,
    phase: usize,
    level: GateLevel,
) -> Option<f64> {
    let measure = scenario.forecast.measures.iter().find(|other| other.id == *measure)?;
    let series = &measure.series;
    let year = match year_of(scenario, phase) {
        Some(year) => year,
        None => f64::from(series.get(phase).or(series.last())?.year),
    };
    let value = |point: &SeriesPoint| match level {
        GateLevel::Low => point.value.low_or_best(),
        GateLevel::Best => point.value.best,
        GateLevel::High => point.value.high_or_best(),
    };
    // Looked for rather than searched by halves: a series is short, and one out
    // of order is still read right.
    let before = series.iter().filter(|point| f64::from(point.year) <= year);
    let after = series.iter().filter(|point| f64::from(point.year) > year);
    match (before.max_by_key(|point| point.year), after.min_by_key(|point| point.year)) {
        (Some(before), Some(after)) => {
            let (y0, y1) = (f64::from(before.year), f64::from(after.year));
            let (v0, v1) = (value(before), value(after));
            Some(v0 + (v1 - v0) * (year - y0) / (y1 - y0))
        }
        (Some(only), None) | (None, Some(only)) => Some(value(only)),
        (None, None) => None,
    }
}

/// The calendar year in which a phase starts; parts of a year where it follows
/// from its position.
fn year_of(scenario: &Scenario, phase: usize) -> Option<f64> {
    if let Some(year) = scenario.phases.get(phase).and_then(|phase| phase.year()) {
        return Some(f64::from(year));
    }
    let mut dated = scenario.phases.iter().enumerate();
    let (first, year) = dated.find_map(|(at, phase)| Some((at, phase.year()?)))?;
    let steps = phase as f64 - first as f64;
    Some(f64::from(year) + steps * scenario.parameters.phase_length_years)
}

/// What an item lacks of the infrastructure that it needs, if it started in a
/// phase: `max(0, need − forecast)`, the least over the channels that open its
/// gate, in the unit of the channel's measure.
///
/// 0 if no channel opens the gate or one of them needs nothing. Whether the
/// items that provide a channel are ready does not matter here: that is for the
/// plan. A measure without a forecast counts as level 0.
/// O(channels × series).
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

/// The first phase in which an item may start, as it was entered; the first of
/// all where nothing or an unknown phase was.
pub(super) fn first_phase(scenario: &Scenario, item: &Item) -> usize {
    let earliest = item.earliest_phase.as_ref();
    earliest.and_then(|id| scenario.phase_index(id.as_str())).unwrap_or(0)
}
