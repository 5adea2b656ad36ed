//! The roadmap for Microsoft Project, ProjectLibre and others (MSPDI, the XML of
//! Project 2007 and later).
//!
//! Elements stand in the order of the schema. The calendar has no free days, so that a
//! phase is as long in Project as here: a day is eight working hours, from 8 to 12 and
//! from 13 to 17.

use super::dates::days_between;
use super::plain::{for_xml, one_line};
use super::{Handout, LinkKind, LinkRow, OutError, dated};
use crate::model::ProgressStatus;
use crate::texts::Texts;
use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::collections::HashMap;

type Xml = Writer<Vec<u8>>;
type Written = std::io::Result<()>;

const NAMESPACE: &str = "http://schemas.microsoft.com/project";
/// Project's numbers of the fields of a task that are free for use.
const TEXT_1: (&str, &str) = ("188743731", "Text1");
const TEXT_2: (&str, &str) = ("188743734", "Text2");
const NUMBER_1: (&str, &str) = ("188743767", "Number1");
/// A working day, in minutes.
const DAY_MINUTES: i64 = 480;

/// Lanes as summary tasks, planned items as tasks with their money, links with their
/// lags, progress and reasons.
///
/// Prerequisites from start to start are written so, those `after` an end from finish
/// to start; lags are the days between the phases meant, so below 0 for what may begin
/// in the phase in which another ends. Of alternatives the one that is ready first is
/// a link. Preferred orders, and links that the plan does not keep, Project would keep
/// by moving tasks: they are told in the notes. Of items that begin together and need
/// each other one link is left out, as Project refuses circles.
///
/// # Errors
/// If nothing says when the phases are.
pub fn project(handout: &Handout<'_>, texts: &Texts) -> Result<Vec<u8>, OutError> {
    let days = dated(handout)?;
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    document(&mut xml, handout, &days, texts)
        .map_err(|error| OutError::Refused(error.to_string()))?;
    Ok(xml.into_inner())
}

fn document(xml: &mut Xml, handout: &Handout<'_>, days: &[(Date, Date)], texts: &Texts) -> Written {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    let root = xml.create_element("Project").with_attribute(("xmlns", NAMESPACE));
    root.write_inner_content(|xml| {
        head(xml, handout, days)?;
        fields(xml, texts)?;
        group(xml, "Calendars", |xml| calendar(xml, texts))?;
        group(xml, "Tasks", |xml| Tasks::new(handout, days, texts).write(xml))
    })?;
    Ok(())
}

fn head(xml: &mut Xml, handout: &Handout<'_>, days: &[(Date, Date)]) -> Written {
    text(xml, "SaveVersion", "14")?;
    text(xml, "Title", &one_line(&handout.title))?;
    text(xml, "ScheduleFromStart", "1")?;
    if let (Some((first, _)), Some((_, last))) = (days.first(), days.last()) {
        text(xml, "StartDate", &morning(*first))?;
        text(xml, "FinishDate", &evening(*last))?;
    }
    text(xml, "CurrencyDigits", "2")?;
    let currency = &handout.scenario.currency;
    if !currency.is_empty() {
        text(xml, "CurrencySymbol", &one_line(currency))?;
    }
    if currency.len() == 3 && currency.bytes().all(|letter| letter.is_ascii_uppercase()) {
        text(xml, "CurrencyCode", currency)?;
    }
    text(xml, "CurrencySymbolPosition", "3")?;
    text(xml, "CalendarUID", "1")?;
    text(xml, "DefaultStartTime", "08:00:00")?;
    text(xml, "DefaultFinishTime", "17:00:00")?;
    text(xml, "MinutesPerDay", "480")?;
    text(xml, "MinutesPerWeek", "3360")?;
    text(xml, "DaysPerMonth", "30")
}

/// Names of the free fields: id, owner and value.
fn fields(xml: &mut Xml, texts: &Texts) -> Written {
    group(xml, "ExtendedAttributes", |xml| {
        let named = [(TEXT_1, "column-id"), (TEXT_2, "column-owner"), (NUMBER_1, "column-value")];
        for ((id, name), alias) in named {
            group(xml, "ExtendedAttribute", |xml| {
                text(xml, "FieldID", id)?;
                text(xml, "FieldName", name)?;
                text(xml, "Alias", &texts.get(alias))
            })?;
        }
        Ok(())
    })
}

fn calendar(xml: &mut Xml, texts: &Texts) -> Written {
    group(xml, "Calendar", |xml| {
        text(xml, "UID", "1")?;
        text(xml, "Name", &texts.get("export-every-day"))?;
        text(xml, "IsBaseCalendar", "1")?;
        text(xml, "BaseCalendarUID", "-1")?;
        group(xml, "WeekDays", |xml| {
            for day in 1..=7 {
                group(xml, "WeekDay", |xml| {
                    text(xml, "DayType", &day.to_string())?;
                    text(xml, "DayWorking", "1")?;
                    group(xml, "WorkingTimes", |xml| {
                        for (from, to) in [("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")] {
                            group(xml, "WorkingTime", |xml| {
                                text(xml, "FromTime", from)?;
                                text(xml, "ToTime", to)
                            })?;
                        }
                        Ok(())
                    })
                })?;
            }
            Ok(())
        })
    })
}

struct Tasks<'a, 'b> {
    handout: &'a Handout<'b>,
    days: &'a [(Date, Date)],
    texts: &'a Texts,
    /// By item: the links that are written.
    links: HashMap<usize, Vec<&'a LinkRow>>,
    /// By item: the links that can only be told.
    told: HashMap<usize, Vec<&'a LinkRow>>,
}

impl<'a, 'b> Tasks<'a, 'b> {
    fn new(handout: &'a Handout<'b>, days: &'a [(Date, Date)], texts: &'a Texts) -> Self {
        let mut tasks = Self { handout, days, texts, links: HashMap::new(), told: HashMap::new() };
        let mut ready_first: HashMap<usize, &LinkRow> = HashMap::new();
        let end = |link: &LinkRow| handout.items.get(link.needs).and_then(super::ItemRow::last);
        for link in &handout.links {
            if let LinkKind::OneOf(group) = link.kind
                && link.kept == Some(true)
            {
                let best = ready_first.entry(group).or_insert(link);
                if end(link) < end(best) {
                    *best = link;
                }
            }
        }
        for link in &handout.links {
            let binds = match link.kind {
                LinkKind::Hard => link.kept == Some(true),
                LinkKind::Soft => false,
                LinkKind::OneOf(group) => {
                    ready_first.get(&group).is_some_and(|best| std::ptr::eq(*best, link))
                }
            };
            let known = tasks.links.get(&link.item).map(Vec::as_slice).unwrap_or_default();
            let doubled = known.iter().any(|other| other.needs == link.needs);
            let written = binds && !doubled && !tasks.closes_circle(link);
            let lists = if written { &mut tasks.links } else { &mut tasks.told };
            if !(binds && doubled) {
                lists.entry(link.item).or_default().push(link);
            }
        }
        tasks
    }

    /// True if the item is needed, directly or not, by what it needs. As all links are
    /// kept, that can only be among items that start in one phase.
    fn closes_circle(&self, link: &LinkRow) -> bool {
        let start = |item: usize| self.handout.items[item].start;
        let mut open = vec![link.needs];
        let mut seen = vec![link.needs];
        while let Some(at) = open.pop() {
            if at == link.item {
                return true;
            }
            for behind in self.links.get(&at).into_iter().flatten() {
                if start(behind.needs) == start(link.item) && !seen.contains(&behind.needs) {
                    seen.push(behind.needs);
                    open.push(behind.needs);
                }
            }
        }
        false
    }

    fn write(&self, xml: &mut Xml) -> Written {
        let order = self.handout.planned_order();
        let mut row = 0;
        for (lane, name) in self.handout.lanes.iter().enumerate() {
            let here: Vec<usize> =
                order.iter().copied().filter(|&at| self.handout.items[at].lane == lane).collect();
            let days = here.iter().filter_map(|&at| self.handout.items[at].days);
            let span = days.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
            let Some(span) = span else { continue };
            row += 1;
            self.lane(xml, lane, name, span, row)?;
            for at in here {
                row += 1;
                self.item(xml, at, row)?;
            }
        }
        Ok(())
    }

    /// UIDs: lanes first, then items, by position.
    fn uid_of_item(&self, item: usize) -> String {
        (self.handout.lanes.len() + item + 1).to_string()
    }

    fn lane(
        &self,
        xml: &mut Xml,
        lane: usize,
        name: &str,
        (first, last): (Date, Date),
        row: usize,
    ) -> Written {
        group(xml, "Task", |xml| {
            task(xml, &(lane + 1).to_string(), row, name, "1", (first, last))?;
            text(xml, "Summary", "1")
        })
    }

    fn item(&self, xml: &mut Xml, at: usize, row: usize) -> Written {
        let item = &self.handout.items[at];
        let Some((first, last)) = item.days else { return Ok(()) };
        let money = hundredths(item.capex);
        let done = match item.status {
            ProgressStatus::Done => 100.0,
            ProgressStatus::Running => item.percent.unwrap_or(0.0).clamp(0.0, 100.0),
            ProgressStatus::NotStarted | ProgressStatus::Stopped => 0.0,
        };
        group(xml, "Task", |xml| {
            task(xml, &self.uid_of_item(at), row, &item.name, "2", (first, last))?;
            text(xml, "Summary", "0")?;
            text(xml, "FixedCost", &money)?;
            // Spread over the task.
            text(xml, "FixedCostAccrual", "2")?;
            text(xml, "PercentComplete", &format!("{done:.0}"))?;
            text(xml, "Cost", &money)?;
            if matches!(item.status, ProgressStatus::Running | ProgressStatus::Done) {
                text(xml, "ActualStart", &morning(first))?;
            }
            if item.status == ProgressStatus::Done {
                text(xml, "ActualFinish", &evening(last))?;
            }
            // Start no earlier than.
            text(xml, "ConstraintType", "4")?;
            text(xml, "CalendarUID", "-1")?;
            text(xml, "ConstraintDate", &morning(first))?;
            text(xml, "Notes", &self.notes(at))?;
            for link in self.links.get(&at).into_iter().flatten() {
                self.link(xml, link)?;
            }
            let value = self.handout.value(at).to_string();
            for (field, value) in [(TEXT_1, &item.id), (TEXT_2, &item.owner), (NUMBER_1, &value)] {
                group(xml, "ExtendedAttribute", |xml| {
                    text(xml, "FieldID", field.0)?;
                    text(xml, "Value", &one_line(value))
                })?;
            }
            Ok(())
        })
    }

    fn link(&self, xml: &mut Xml, link: &LinkRow) -> Written {
        let needed = &self.handout.items[link.needs];
        let (Some((first, last)), Some(start), Some(end)) =
            (needed.days, needed.start, needed.last())
        else {
            return Ok(());
        };
        let (kind, from, phase) = if link.after {
            ("1", last.tomorrow().unwrap_or(last), end.saturating_add(link.lag))
        } else {
            ("3", first, start.saturating_add(link.lag))
        };
        let to = self.days.get(phase as usize - 1).map_or(from, |days| days.0);
        let lag = days_between(from, to) * DAY_MINUTES * 10;
        group(xml, "PredecessorLink", |xml| {
            text(xml, "PredecessorUID", &self.uid_of_item(link.needs))?;
            text(xml, "Type", kind)?;
            text(xml, "CrossProject", "0")?;
            text(xml, "LinkLag", &lag.to_string())?;
            text(xml, "LagFormat", "7")
        })
    }

    fn notes(&self, at: usize) -> String {
        let item = &self.handout.items[at];
        let mut lines: Vec<String> = item.marks.iter().chain(&item.why).cloned().collect();
        for link in self.told.get(&at).into_iter().flatten() {
            let words = super::markdown::link_words(link.kind, link.lag, link.after, self.texts);
            lines.push(format!("{}: {words}", self.handout.items[link.needs].name));
        }
        lines.iter().map(|line| one_line(line)).collect::<Vec<_>>().join("\n")
    }
}

/// What every task begins with.
fn task(
    xml: &mut Xml,
    uid: &str,
    row: usize,
    name: &str,
    level: &str,
    (first, last): (Date, Date),
) -> Written {
    text(xml, "UID", uid)?;
    text(xml, "ID", &row.to_string())?;
    text(xml, "Name", &one_line(name))?;
    text(xml, "Type", "1")?;
    text(xml, "IsNull", "0")?;
    text(xml, "OutlineLevel", level)?;
    text(xml, "Start", &morning(first))?;
    text(xml, "Finish", &evening(last))?;
    text(xml, "Duration", &duration(first, last))?;
    text(xml, "DurationFormat", "7")?;
    text(xml, "Estimated", "0")?;
    text(xml, "Milestone", "0")
}

fn group(xml: &mut Xml, name: &str, content: impl FnOnce(&mut Xml) -> Written) -> Written {
    xml.create_element(name).write_inner_content(content)?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, content: &str) -> Written {
    let content = for_xml(content);
    xml.create_element(name).write_text_content(BytesText::new(&content))?;
    Ok(())
}

fn morning(day: Date) -> String {
    format!("{day}T08:00:00")
}

fn evening(day: Date) -> String {
    format!("{day}T17:00:00")
}

fn duration(first: Date, last: Date) -> String {
    format!("PT{}H0M0S", (days_between(first, last) + 1) * DAY_MINUTES / 60)
}

/// Money as Project writes it: in hundredths of the unit.
fn hundredths(amount: f64) -> String {
    (amount * 100.0).round().to_string()
}
