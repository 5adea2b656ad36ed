//! On which days phases begin and end.

use crate::model::Scenario;
use jiff::ToSpan;
use jiff::civil::Date;

/// First and last day of each phase; none where nothing says when the phases are.
///
/// A phase's own dates count first, then the year in its id, then its neighbours:
/// it begins the day after the one before ends, ends the day before the next begins,
/// and is else `phase_length_years` long. O(phases).
pub fn phase_days(scenario: &Scenario) -> Vec<Option<(Date, Date)>> {
    let phases = &scenario.phases;
    let months = (scenario.parameters.phase_length_years * 12.0).round().clamp(1.0, 1200.0) as i32;
    let mut starts: Vec<Option<Date>> =
        phases.iter().map(|phase| phase.start.or_else(|| first_of_year(phase.year()?))).collect();
    for at in 1..phases.len() {
        if starts[at].is_none() {
            let before = phases[at - 1].end.and_then(|end| end.tomorrow().ok());
            starts[at] = before.or_else(|| later(starts[at - 1]?, months));
        }
    }
    for at in (1..phases.len()).rev() {
        if starts[at - 1].is_none() {
            starts[at - 1] = starts[at].and_then(|next| later(next, -months));
        }
    }
    let days = |at: usize| {
        let start = starts[at]?;
        let next = starts.get(at + 1).copied().flatten();
        let end = phases[at].end.or_else(|| next.and_then(|next| next.yesterday().ok()));
        let end = end.or_else(|| later(start, months)?.yesterday().ok());
        // What validation refuses still has a day.
        Some((start, end.unwrap_or(start).max(start)))
    };
    (0..phases.len()).map(days).collect()
}

fn first_of_year(year: i32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, 1, 1).ok()
}

fn later(date: Date, months: i32) -> Option<Date> {
    date.checked_add(months.months()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Phase;

    fn days(phases: &[(&str, Option<&str>, Option<&str>)], years: f64) -> Vec<String> {
        let date = |text: Option<&str>| text.and_then(|text| text.parse().ok());
        let phase = |&(id, start, end): &(&str, Option<&str>, Option<&str>)| Phase {
            id: id.into(),
            start: date(start),
            end: date(end),
            ..Phase::default()
        };
        let mut scenario =
            Scenario { phases: phases.iter().map(phase).collect(), ..Scenario::default() };
        scenario.parameters.phase_length_years = years;
        let words = |days: Option<(Date, Date)>| {
            days.map_or_else(String::new, |(first, last)| format!("{first}..{last}"))
        };
        phase_days(&scenario).into_iter().map(words).collect()
    }

    #[test]
    fn years_in_ids_are_enough() {
        let found = days(&[("2005", None, None), ("2006", None, None)], 1.0);
        assert_eq!(found, ["2005-01-01..2005-12-31", "2006-01-01..2006-12-31"]);
    }

    #[test]
    fn neighbours_give_what_a_phase_does_not_say() {
        let phases = [
            ("first", None, None),
            ("second", Some("2008-02-29"), Some("2008-06-30")),
            ("third", None, None),
            ("fourth", None, None),
        ];
        let found = days(&phases, 0.5);
        let expected = [
            "2007-08-29..2008-02-28",
            "2008-02-29..2008-06-30",
            "2008-07-01..2008-12-31",
            "2009-01-01..2009-06-30",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn without_any_date_there_are_no_days() {
        assert_eq!(days(&[("a", None, None), ("b", None, None)], 1.0), ["", ""]);
        assert!(days(&[], 1.0).is_empty());
    }

    #[test]
    fn a_phase_never_ends_before_it_begins() {
        let found = days(&[("x", Some("2008-06-01"), Some("2008-01-01"))], 1.0);
        assert_eq!(found, ["2008-06-01..2008-06-01"]);
    }
}
