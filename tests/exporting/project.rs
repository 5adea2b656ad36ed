//! The project file, read by quick-xml: tasks, days, money, links with their lags.

use super::support::{bundled, kazakhstan, odd, planned, text};
use jiff::civil::{Date, DateTime};
use phasewise::app::Snapshot;
use phasewise::model::{Progress, ProgressStatus};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// An element with what is in it.
#[derive(Debug, Default, Clone)]
struct Element {
    name: String,
    text: String,
    children: Vec<Element>,
}

impl Element {
    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    fn child(&self, name: &str) -> &Element {
        let mut named = self.children.iter().filter(|child| child.name == name);
        named.next().unwrap_or_else(|| panic!("{} has no {name}", self.name))
    }

    fn words(&self, name: &str) -> &str {
        &self.child(name).text
    }
}

fn read(text: &str) -> Element {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let name = start.name().as_ref().to_owned();
                open.push(Element { name, ..Element::default() });
            }
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
            }
            Event::Text(words) => open.last_mut().unwrap().text.push_str(&words.xml10_content()),
            Event::GeneralRef(reference) => {
                let c = match reference.xml10_content().as_ref() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    _ => reference.resolve_char_ref().unwrap().unwrap(),
                };
                open.last_mut().unwrap().text.push(c);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "an element is not closed");
    open.pop().unwrap().children.pop().unwrap()
}

fn moment(text: &str) -> DateTime {
    text.parse().unwrap()
}

fn date(text: &str) -> Date {
    moment(text).date()
}

/// Tasks by the id of their item.
fn tasks(project: &Element) -> HashMap<String, &Element> {
    let tasks = project.child("Tasks").all("Task").filter(|task| task.words("Summary") == "0");
    let id = |task: &Element| {
        let field = task.all("ExtendedAttribute").find(|f| f.words("FieldID") == "188743731");
        field.unwrap().words("Value").to_owned()
    };
    tasks.map(|task| (id(task), task)).collect()
}

fn assert_same(snapshot: &Snapshot) {
    let project = read(&text(snapshot, ".xml", "en"));
    let tasks = tasks(&project);
    let plan = snapshot.planned().unwrap();
    assert_eq!(tasks.len(), plan.started());
    let mut by_uid = HashMap::new();
    for (id, task) in &tasks {
        assert!(by_uid.insert(task.words("UID").to_owned(), id.clone()).is_none());
    }
    for (at, item) in snapshot.scenario.items.iter().enumerate() {
        let Some(start) = plan.start[at] else { continue };
        let task = tasks[item.id.as_str()];
        let last = start + plan.compiled.portfolio.items[at].duration - 1;
        let (first, last) = (
            snapshot.scenario.phases[start as usize - 1].start.unwrap(),
            snapshot.scenario.phases[last as usize - 1].end.unwrap(),
        );
        assert_eq!((date(task.words("Start")), date(task.words("Finish"))), (first, last));
        assert_eq!(task.words("FixedCost"), (item.capex.total() * 100.0).round().to_string());
        let days = first.until(last).unwrap().get_days() + 1;
        assert_eq!(task.words("Duration"), format!("PT{}H0M0S", days * 8));
        // Each prerequisite is a link, and the task is not earlier than the link allows.
        let links: Vec<&Element> = task.all("PredecessorLink").collect();
        for link in &links {
            let needed = tasks[&by_uid[link.words("PredecessorUID")]];
            let lag: i64 = link.words("LinkLag").parse().unwrap();
            assert_eq!(lag % 4800, 0, "lags are whole days");
            let from = match link.words("Type") {
                "1" => date(needed.words("Finish")).tomorrow().unwrap(),
                "3" => date(needed.words("Start")),
                other => panic!("a link of type {other}"),
            };
            let earliest = from.checked_add(jiff::Span::new().days(lag / 4800)).unwrap();
            assert!(first >= earliest, "{}: {first} is before {earliest}", item.id);
        }
        for link in item.hard_requires() {
            let written = links.iter().find(|l| by_uid[l.words("PredecessorUID")] == link.item.0);
            let Some(written) = written else {
                panic!("{} needs {}, which is no link", item.id, link.item);
            };
            assert_eq!(written.words("Type"), if link.after { "1" } else { "3" });
            // The phase that the lag leads to, counted by hand.
            let needed = snapshot.scenario.items.iter().position(|i| i.id == link.item).unwrap();
            let begin = plan.start[needed].unwrap();
            let work = plan.compiled.portfolio.items[needed].duration;
            let phase = if link.after { begin + work - 1 } else { begin } + link.lag;
            let meant = snapshot.scenario.phases[phase as usize - 1].start.unwrap();
            let other = tasks[link.item.as_str()];
            let from = match link.after {
                true => date(other.words("Finish")).tomorrow().unwrap(),
                false => date(other.words("Start")),
            };
            let lag: i64 = written.words("LinkLag").parse().unwrap();
            assert_eq!(i64::from(from.until(meant).unwrap().get_days()) * 4800, lag);
        }
    }
}

#[test]
fn tasks_days_money_and_links_are_those_of_the_plan() {
    assert_same(kazakhstan());
    assert_same(&planned(bundled("eu20.ron")));
}

/// Elements of a task in the order of the schema (MSPDI of Project 2007), as far as
/// they are written here.
const ORDER: [&str; 25] = [
    "UID",
    "ID",
    "Name",
    "Type",
    "IsNull",
    "OutlineLevel",
    "Start",
    "Finish",
    "Duration",
    "DurationFormat",
    "Estimated",
    "Milestone",
    "Summary",
    "FixedCost",
    "FixedCostAccrual",
    "PercentComplete",
    "Cost",
    "ActualStart",
    "ActualFinish",
    "ConstraintType",
    "CalendarUID",
    "ConstraintDate",
    "Notes",
    "PredecessorLink",
    "ExtendedAttribute",
];

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let project = read(&text(kazakhstan(), ".xml", "kk"));
    let names: Vec<&str> = project.children.iter().map(|child| child.name.as_str()).collect();
    let last = &names[names.len() - 3..];
    assert_eq!(last, ["ExtendedAttributes", "Calendars", "Tasks"]);
    for (number, task) in (1..).zip(project.child("Tasks").all("Task")) {
        assert_eq!(task.words("ID"), number.to_string(), "ids count the rows");
        let places: Vec<usize> = task
            .children
            .iter()
            .map(|child| ORDER.iter().position(|name| *name == child.name).unwrap())
            .collect();
        assert!(places.is_sorted(), "{:?}", task.children);
    }
}

#[test]
fn summary_tasks_span_what_is_below_them() {
    let project = read(&text(kazakhstan(), ".xml", "en"));
    let tasks: Vec<&Element> = project.child("Tasks").all("Task").collect();
    let mut summaries = 0;
    for (at, task) in tasks.iter().enumerate().filter(|(_, task)| task.words("Summary") == "1") {
        summaries += 1;
        let below: Vec<&&Element> =
            tasks[at + 1..].iter().take_while(|task| task.words("OutlineLevel") == "2").collect();
        assert!(!below.is_empty());
        let first = below.iter().map(|task| moment(task.words("Start"))).min().unwrap();
        let last = below.iter().map(|task| moment(task.words("Finish"))).max().unwrap();
        assert_eq!((moment(task.words("Start")), moment(task.words("Finish"))), (first, last));
    }
    assert!(summaries > 1);
}

#[test]
fn circles_and_alternatives_become_links_that_project_takes() {
    let snapshot = planned(odd());
    let project = read(&text(&snapshot, ".xml", "en"));
    let tasks = tasks(&project);
    let links = |id: &str| tasks[id].all("PredecessorLink").count();
    assert_eq!(links("i5") + links("i6"), 1, "of a circle one link is written");
    assert_eq!(links("i4"), 1, "of alternatives the one that is ready first");
    assert_eq!(links("i3"), 0, "a preferred order is no link");
    assert!(tasks["i3"].words("Notes").contains("Should come first"));
    let name = tasks["i0"].words("Name");
    assert_eq!(name, "=1+1|cmd' & \"quotes\"");
    // i0 takes two phases, and i2 starts a phase after its end.
    let link = tasks["i2"].child("PredecessorLink");
    assert_eq!((link.words("Type"), link.words("LinkLag")), ("1", "0"));
}

#[test]
fn progress_is_told() {
    let mut scenario = bundled("kazakhstan.ron");
    let begun = |status, percent| {
        Some(Progress { status, started: Some("2005".into()), ends: None, percent })
    };
    scenario.items[0].progress = begun(ProgressStatus::Done, None);
    scenario.items[4].progress = begun(ProgressStatus::Running, Some(40.0));
    let ids = [scenario.items[0].id.to_string(), scenario.items[4].id.to_string()];
    let project = read(&text(&planned(scenario), ".xml", "en"));
    let tasks = tasks(&project);
    assert_eq!(tasks[&ids[0]].words("PercentComplete"), "100");
    assert_eq!(tasks[&ids[0]].words("ActualFinish"), tasks[&ids[0]].words("Finish"));
    assert_eq!(tasks[&ids[1]].words("PercentComplete"), "40");
    assert_eq!(tasks[&ids[1]].all("ActualFinish").count(), 0);
}
