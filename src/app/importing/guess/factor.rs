//! What the numbers of a column are times, by the unit in its title.

use crate::app::importing::Field;
use crate::files::tables::{Column, TimeUnit, Unit};
use crate::model::{Criterion, Scenario};

/// Days that a person works in a month.
const DAYS_OF_WORK: f64 = 21.0;

/// What the numbers of a column are times to be in the unit of a field, by the unit that
/// its title names: 1,000,000 for millions, 12 for what is counted every month.
pub fn factor(field: &Field, column: &Column, scenario: &Scenario) -> f64 {
    let unit = column.unit;
    match field {
        Field::Capex(_) => unit.factor,
        Field::Opex(_) => unit.factor * unit.every.map_or(1.0, TimeUnit::in_a_year),
        Field::Staff(_) => unit.factor * months(unit.time.or(unit.every)),
        Field::Duration => match unit.time {
            Some(time) => 1.0 / time.in_a_year() / phase_years(scenario),
            None => 1.0,
        },
        Field::Channel(_) if unit.percent && !are_shares(column) => 0.01,
        Field::Score(id, _) => score(scenario.criterion(id.as_str()), unit, column),
        _ => 1.0,
    }
}

fn months(time: Option<TimeUnit>) -> f64 {
    match time {
        Some(TimeUnit::Day) => 1.0 / DAYS_OF_WORK,
        Some(TimeUnit::Week) => 12.0 / 52.0,
        Some(TimeUnit::Quarter) => 3.0,
        Some(TimeUnit::Year) => 12.0,
        Some(TimeUnit::Month) | None => 1.0,
    }
}

/// Length of a phase in years.
fn phase_years(scenario: &Scenario) -> f64 {
    let told = scenario.phases.iter().find_map(crate::model::Phase::years);
    let years = told.unwrap_or(scenario.parameters.phase_length_years);
    if years > 0.0 { years } else { 1.0 }
}

/// Numbers that are shares although per cent are spoken of: cells in per cent hold them.
fn are_shares(column: &Column) -> bool {
    column.content.range.is_some_and(|(least, most)| least >= 0.0 && most <= 1.0)
}

fn score(criterion: Option<&Criterion>, unit: Unit, column: &Column) -> f64 {
    let own =
        criterion.map(|criterion| Unit::in_title(criterion.unit.get("en"))).unwrap_or_default();
    let percent = own.percent || (unit.percent && criterion.is_some());
    if percent && are_shares(column) {
        return 100.0;
    }
    // What is counted every month counts twelve times a year.
    let every = match (unit.every, own.every) {
        (Some(every), Some(TimeUnit::Year) | None) => every.in_a_year(),
        _ => 1.0,
    };
    unit.factor / own.factor * every
}
