//! The milestones, read by calcard.

use super::support::{bytes, kazakhstan, odd, planned, text};
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty,
};
use phasewise::app::Snapshot;
use std::collections::BTreeSet;

fn events(text: &str) -> Vec<ICalendarComponent> {
    let calendar = ICalendar::parse(text).unwrap();
    let events = calendar.components.into_iter();
    events.filter(|part| part.component_type == ICalendarComponentType::VEvent).collect()
}

fn words(event: &ICalendarComponent, property: &ICalendarProperty) -> String {
    event.property(property).unwrap().values[0].as_text().unwrap().to_owned()
}

/// Year, month and day; no time of the day.
fn day(event: &ICalendarComponent, property: &ICalendarProperty) -> (u16, u8, u8) {
    let value = event.property(property).unwrap().values[0].as_partial_date_time().unwrap();
    assert_eq!(value.hour, None, "a whole day has no hour");
    (value.year.unwrap(), value.month.unwrap(), value.day.unwrap())
}

fn starts(snapshot: &Snapshot) -> usize {
    snapshot.planned().unwrap().started()
}

#[test]
fn each_planned_item_is_done_on_the_last_day_of_its_work() {
    let snapshot = kazakhstan();
    let events = events(&text(snapshot, ".ics", "en"));
    assert_eq!(events.len(), snapshot.scenario.phases.len() + starts(snapshot));
    let plan = snapshot.planned().unwrap();
    for (at, item) in snapshot.scenario.items.iter().enumerate() {
        let summary = format!("{}: done", item.name.get("en"));
        let event =
            events.iter().find(|event| words(event, &ICalendarProperty::Summary) == summary);
        let Some(start) = plan.start[at] else {
            assert!(event.is_none(), "{} is not planned", item.id);
            continue;
        };
        let last = start + plan.compiled.portfolio.items[at].duration - 1;
        let end = snapshot.scenario.phases[last as usize - 1].end.unwrap();
        let event = event.unwrap_or_else(|| panic!("{} is not there", item.id));
        let expected = (end.year() as u16, end.month() as u8, end.day() as u8);
        assert_eq!(day(event, &ICalendarProperty::Dtstart), expected);
        let next = end.tomorrow().unwrap();
        let expected = (next.year() as u16, next.month() as u8, next.day() as u8);
        assert_eq!(day(event, &ICalendarProperty::Dtend), expected, "the end is not included");
    }
}

#[test]
fn identities_are_unique_and_stay_the_same() {
    let of = |lang: &str| -> Vec<String> {
        let events = events(&text(kazakhstan(), ".ics", lang));
        events.iter().map(|event| event.uid().unwrap().to_owned()).collect()
    };
    let identities = of("en");
    assert_eq!(identities.iter().collect::<BTreeSet<_>>().len(), identities.len());
    assert_eq!(identities, of("kk"), "they do not depend on the language");
    let mut scenario = (*kazakhstan().scenario).clone();
    scenario.phases[0].budget = Some(7e7);
    let moved: BTreeSet<String> = events(&text(&planned(scenario), ".ics", "en"))
        .iter()
        .map(|event| event.uid().unwrap().to_owned())
        .collect();
    let same = identities.iter().filter(|id| moved.contains(*id)).count();
    assert!(same > 20, "an item that moves keeps its identity: {same}");
}

#[test]
fn odd_names_are_read_as_they_were() {
    let snapshot = planned(odd());
    let text = text(&snapshot, ".ics", "en");
    assert!(text.lines().all(|line| line.len() <= 76), "lines are folded");
    assert!(text.split("\r\n").all(|line| !line.contains(['\n', '\r'])));
    let summaries: Vec<String> =
        events(&text).iter().map(|event| words(event, &ICalendarProperty::Summary)).collect();
    let expected = "-line one line two  tab, comma; semicolon: colon: done";
    assert!(summaries.iter().any(|summary| summary == expected), "{summaries:#?}");
    assert!(summaries.iter().any(|summary| summary.contains("₸ \u{1f3db} <b>bold</b> #1; 50 %")));
    let name = text.split("\r\n").find(|line| line.starts_with("X-WR-CALNAME")).unwrap();
    assert_eq!(name, "X-WR-CALNAME;VALUE=TEXT:=1+1|cmd' & \"quotes\"");
}

#[test]
fn the_same_plan_is_the_same_file() {
    for ending in [".ics", ".xlsx", ".xml", ".html", ".dot", ".mmd", ".md", ".csv"] {
        assert_eq!(
            bytes(kazakhstan(), ending, "ru"),
            bytes(kazakhstan(), ending, "ru"),
            "{ending}"
        );
    }
}
