//! Milestones for calendars (iCalendar, RFC 5545): when each phase begins, and when
//! each item's work is done.

use super::dates::date_words;
use super::plain::one_line;
use super::{Handout, OutError, dated};
use crate::files::fnv1a;
use crate::texts::{Arg, Texts};
use icalendar::{Calendar, Component, Event, Property};
use jiff::civil::Date;

/// One event a phase, one a planned item; all of a whole day, none takes anybody's time.
///
/// The same scenario gives the same `UID`s, so that a calendar that takes the file
/// again moves events instead of doubling them. `DTSTAMP`, which must be there, is the
/// first day of the plan: the same plan is the same file.
///
/// # Errors
/// If nothing says when the phases are.
pub fn milestones(handout: &Handout<'_>, texts: &Texts) -> Result<String, OutError> {
    let days = dated(handout)?;
    let title = one_line(&handout.title);
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Phasewise//Roadmap//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    let mut name = Property::new("X-WR-CALNAME", &title);
    // What it does not know the writer escapes only where it is told that it is text.
    calendar.append_property(name.add_parameter("VALUE", "TEXT").done());
    let stamp = days.first().map(|(first, _)| basic(*first)).unwrap_or_default() + "T000000Z";
    let event = |key: &str, id: &str, day: Date, summary: &str, told: Vec<String>| {
        let next = day.tomorrow().unwrap_or(day);
        let mut event = Event::new();
        event.add_property("UID", uid(handout, key, id));
        event.add_property("DTSTAMP", &stamp);
        event.append_property(all_day("DTSTART", day));
        event.append_property(all_day("DTEND", next));
        event.summary(&one_line(summary));
        let told: Vec<String> = told.iter().map(|line| one_line(line)).collect();
        event.description(&told.join("\n"));
        event.add_property("TRANSP", "TRANSPARENT");
        event.done()
    };
    for (number, (phase, (first, _))) in (1..).zip(handout.phases.iter().zip(&days)) {
        let starts = handout.items.iter().filter(|item| item.start == Some(number));
        let names: Vec<String> = starts.map(|item| item.name.clone()).collect();
        let named = [("phase", Arg::from(phase.name.as_str()))];
        let summary = texts.with("export-phase-begins", &named);
        calendar.push(event("phase", &phase.id, *first, &summary, names));
    }
    for at in handout.planned_order() {
        let item = &handout.items[at];
        let Some((first, last)) = item.days else { continue };
        let named = [("item", Arg::from(item.name.as_str()))];
        let summary = texts.with("export-item-done", &named);
        let mut told = vec![
            texts.with(
                "export-item-days",
                &[
                    ("first", Arg::from(date_words(first, texts).as_str())),
                    ("last", Arg::from(date_words(last, texts).as_str())),
                ],
            ),
            item.owner.clone(),
            texts.money(item.capex, &handout.scenario.currency),
        ];
        told.extend(item.marks.iter().chain(&item.why).cloned());
        told.retain(|line| !line.is_empty());
        calendar.push(event("done", &item.id, last, &summary, told));
    }
    Ok(calendar.to_string())
}

/// A name that stays the same from file to file, of characters that all calendars take.
fn uid(handout: &Handout<'_>, key: &str, id: &str) -> String {
    let scenario = handout.scenario;
    // Two programmes may have items of the same id.
    let whose = if scenario.id.is_empty() { &handout.title } else { &scenario.id };
    let hash = fnv1a(format!("{whose}\n{key}\n{id}").as_bytes());
    let readable: String = id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let readable: String = readable.chars().take(32).collect();
    format!("{key}-{readable}-{hash:016x}@phasewise")
}

fn all_day(key: &str, day: Date) -> Property {
    let mut property = Property::new(key, basic(day));
    property.add_parameter("VALUE", "DATE");
    property.done()
}

fn basic(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}
