//! `phasewise collect`: the workbooks that ministries filled in.

use super::Failure;
use super::export::day;
use super::report::{complain, complain_about, print, print_json, save_words};
use crate::app::importing::{
    Accepted, Additions, Change, RowDifference, State, Value, doubt_words, value_words,
};
use crate::app::ministries::{Collected, Conflict, collected, conflict_lines, remark_words};
use crate::app::{Document, Label};
use crate::model::{Problem, Scenario, Severity, validate};
use crate::texts::{Arg, Texts};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

/// Options of `collect`.
#[derive(Debug, Args)]
pub struct Options {
    /// Scenario that the workbooks were made of, as .ron or .json; it is written
    file: PathBuf,
    /// Workbooks that came back, .xlsx or .ods
    #[arg(required = true, value_name = "RETURNED")]
    returned: Vec<PathBuf>,
    /// Where people contradict each other or the scenario, take what this file says; can be
    /// given several times, the first that says anything counts
    #[arg(long, value_name = "RETURNED")]
    prefer: Vec<PathBuf>,
    /// Take what is suspicious too: emptied cells, added rows, scores outside of their scale
    #[arg(long)]
    all: bool,
    /// The date that is noted beside what they say, as 2026-12-31
    #[arg(long, value_name = "DATE")]
    dated: Option<String>,
    /// Tell what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Print one JSON document instead of lines
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    files: Vec<FileReport>,
    changed: usize,
    items: usize,
    held: usize,
    changes: Vec<ChangeReport>,
    conflicts: Vec<ConflictReport>,
    added: Vec<AddedReport>,
    suspicious: Vec<SuspiciousReport>,
    remarks: Vec<String>,
    written: bool,
}

#[derive(Serialize)]
struct FileReport {
    file: String,
    agency: Option<String>,
    date: Option<String>,
    answers: usize,
    up_to_date: bool,
    refused: bool,
}

#[derive(Serialize)]
struct ChangeReport {
    id: String,
    field: String,
    was: Option<String>,
    becomes: Option<String>,
    who: String,
    place: String,
    taken: bool,
}

#[derive(Serialize)]
struct ConflictReport {
    id: String,
    field: String,
    now: Option<String>,
    voices: Vec<VoiceReport>,
    chosen: Option<usize>,
}

#[derive(Serialize)]
struct VoiceReport {
    who: String,
    file: String,
    place: String,
    given: Option<String>,
    value: Option<String>,
}

#[derive(Serialize)]
struct AddedReport {
    id: String,
    name: String,
    taken: bool,
}

#[derive(Serialize)]
struct SuspiciousReport {
    id: String,
    why: String,
}

/// Collects, and tells what was done.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let date = day(options.dated.as_deref(), texts)?;
    let preferred = preferred(options, texts)?;
    let mut document = Document::open(&options.file).map_err(|problems| {
        complain_about(&options.file, &problems, texts);
        Failure::Input
    })?;
    let scenario = document.scenario().clone();
    let found = collected(&scenario, &options.returned, date);
    let accepted = match options.all {
        true => Accepted::all(&found.difference),
        false => Accepted::sound(&found.difference),
    };
    let chosen = found.preferring(&preferred);
    let edit = found.edit(&scenario, &accepted, &chosen);
    let named: Vec<&str> = found.files.iter().map(|file| file.file.as_str()).collect();
    let mut problems = Vec::new();
    if document.apply(Label::new("edit-collect", named.join(", ")), edit, None).is_ok() {
        problems = validate::problems(document.scenario());
        problems.retain(|problem: &Problem| problem.severity == Severity::Error);
    }
    if !problems.is_empty() {
        complain_about(&options.file, &problems, texts);
        return Err(Failure::Input);
    }
    let work =
        Work { scenario: &scenario, found: &found, accepted: &accepted, chosen: &chosen, texts };
    let report = work.report(!options.dry_run);
    if !options.dry_run && document.is_unsaved() && report.takes_anything() {
        document.save(false).map_err(|error| {
            complain(&save_words(&options.file, &error, texts));
            Failure::Input
        })?;
    }
    if options.json {
        print_json(&report);
    } else {
        print(&work.lines(&report, options));
    }
    if found.files.iter().any(|file| file.refused) { Err(Failure::Input) } else { Ok(()) }
}

/// Names of the files that go before others.
fn preferred(options: &Options, texts: &Texts) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for path in &options.prefer {
        if !options.returned.contains(path) {
            let file = path.display().to_string();
            let args = [("file", Arg::from(file.as_str()))];
            complain(&texts.with("ministries-unknown-prefer", &args));
            return Err(Failure::Usage);
        }
        names.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
    }
    Ok(names)
}

impl Report {
    fn takes_anything(&self) -> bool {
        let chosen = self.conflicts.iter().any(|conflict| conflict.chosen.is_some());
        chosen || self.changed > 0 || self.added.iter().any(|added| added.taken)
    }
}

/// What is reported about.
struct Work<'a> {
    scenario: &'a Scenario,
    found: &'a Collected,
    accepted: &'a Accepted,
    chosen: &'a [Option<usize>],
    texts: &'a Texts,
}

impl Work<'_> {
    fn words(&self, value: Option<&Value>) -> Option<String> {
        let value = value.filter(|value| **value != Value::Nothing)?;
        Some(value_words(value, self.scenario, &Additions::default(), self.texts))
    }

    /// True if a change of a row is taken.
    fn takes(&self, row: usize, change: usize) -> bool {
        let of_row = self.accepted.changes.get(row).and_then(|changes| changes.get(change));
        self.accepted.rows.get(row) == Some(&true) && of_row == Some(&true)
    }

    fn report(&self, written: bool) -> Report {
        let Self { scenario, found, accepted, chosen, texts } = *self;
        let difference = &found.difference;
        let mut report = Report {
            files: Vec::new(),
            changed: 0,
            items: 0,
            held: 0,
            changes: Vec::new(),
            conflicts: Vec::new(),
            added: Vec::new(),
            suspicious: Vec::new(),
            remarks: found.remarks.iter().map(|own| remark_words(own, scenario, texts)).collect(),
            written,
        };
        report.files.extend(found.files.iter().map(|file| FileReport {
            file: file.file.clone(),
            agency: file.agency.as_ref().map(ToString::to_string),
            date: Some(file.date.clone()).filter(|date| !date.is_empty()),
            answers: file.answers,
            up_to_date: file.up_to_date,
            refused: file.refused,
        }));
        for (at, row) in difference.rows.iter().enumerate() {
            let (id, taken) = (row.id.to_string(), accepted.takes(difference, at));
            for doubt in &row.doubts {
                let why = doubt_words(doubt, scenario, &difference.additions, texts);
                report.suspicious.push(SuspiciousReport { id: id.clone(), why });
            }
            if row.state() == State::New {
                report.added.push(AddedReport { id: id.clone(), name: row.name.clone(), taken });
            }
            let settled = found.conflicts.iter().zip(chosen);
            let settled = settled.filter(|(own, choice)| own.row == at && choice.is_some()).count();
            let mut count = settled;
            for (place, change) in row.changes.iter().enumerate() {
                let taken = self.takes(at, place);
                count += usize::from(taken);
                report.held += usize::from(!taken);
                report.changes.push(self.change(row, change, taken));
            }
            report.changed += count;
            report.items += usize::from(count > 0);
        }
        for (conflict, choice) in found.conflicts.iter().zip(chosen) {
            report.conflicts.push(self.conflict(conflict, *choice));
        }
        report
    }

    fn change(&self, row: &RowDifference, change: &Change, taken: bool) -> ChangeReport {
        ChangeReport {
            id: row.id.to_string(),
            field: change.field.to_string(),
            was: self.words(change.was.as_ref()),
            becomes: self.words(Some(&change.becomes)),
            who: change.signature.as_ref().map(|own| own.by.clone()).unwrap_or_default(),
            place: change.place.clone(),
            taken,
        }
    }

    fn conflict(&self, conflict: &Conflict, chosen: Option<usize>) -> ConflictReport {
        let id = self.scenario.items.get(conflict.item).map(|item| item.id.to_string());
        let voices = conflict.voices.iter().map(|voice| VoiceReport {
            who: voice.who.by.clone(),
            file: voice.file.clone(),
            place: voice.place.clone(),
            given: self.words(voice.given.as_ref()),
            value: self.words(Some(&voice.value)),
        });
        ConflictReport {
            id: id.unwrap_or_default(),
            field: conflict.field.to_string(),
            now: self.words(conflict.now.as_ref()),
            voices: voices.collect(),
            chosen,
        }
    }

    /// The report for people: who said how much, what changed, what was not taken and why.
    fn lines(&self, report: &Report, options: &Options) -> String {
        /// Lines of one sort; the rest is counted.
        const MOST: usize = 60;
        let Self { scenario, found, texts, .. } = *self;
        let count = |name: &'static str, count: usize| (name, Arg::from(count as f64));
        let word = |name: &'static str, word: &str| (name, Arg::Text(word.to_owned()));
        let mut lines: Vec<String> = Vec::new();
        for file in &report.files {
            let agency = found.files.iter().find(|own| own.file == file.file);
            let agency = agency.and_then(|own| own.agency.as_ref());
            let known = agency.and_then(|id| scenario.agencies.iter().find(|own| own.id == *id));
            let agency = match (known, agency) {
                (Some(own), _) => own.name.get_or(texts.language(), own.id.as_str()).to_owned(),
                (None, Some(id)) => id.to_string(),
                (None, None) => texts.get("ministries-no-agency"),
            };
            let args =
                [word("file", &file.file), word("agency", &agency), count("answers", file.answers)];
            let key =
                if file.refused { "ministries-line-file-refused" } else { "ministries-line-file" };
            lines.push(texts.with(key, &args));
        }
        lines.extend(report.remarks.iter().cloned());
        let mut changes = Vec::new();
        let mut doubts = Vec::new();
        for (at, row) in found.difference.rows.iter().enumerate() {
            let name = word("name", &row.name);
            if row.state() == State::New {
                let taken = self.accepted.takes(&found.difference, at);
                let key = if taken { "ministries-line-new" } else { "ministries-line-new-held" };
                changes.push(texts.with(key, std::slice::from_ref(&name)));
            }
            for (place, change) in row.changes.iter().enumerate() {
                let key = if self.takes(at, place) {
                    "ministries-line-change"
                } else {
                    "ministries-line-held"
                };
                let words = change.words(scenario, &found.difference.additions, texts);
                let args = [name.clone(), word("change", &words), word("place", &change.place)];
                changes.push(texts.with(key, &args));
            }
            for doubt in &row.doubts {
                let why = doubt_words(doubt, scenario, &found.difference.additions, texts);
                doubts
                    .push(texts.with("ministries-line-doubt", &[name.clone(), word("why", &why)]));
            }
        }
        let mut conflicts = Vec::new();
        for (conflict, choice) in found.conflicts.iter().zip(self.chosen) {
            let mut own = conflict_lines(conflict, scenario, texts);
            if let Some(voice) = choice.and_then(|choice| conflict.voices.get(choice)) {
                let value = self
                    .words(Some(&voice.value))
                    .unwrap_or_else(|| texts.get("ministries-nothing"));
                let args = [word("value", &value), word("file", &voice.file)];
                own.push(texts.with("ministries-line-chosen", &args));
            }
            conflicts.push(own.join("\n  "));
        }
        for list in [changes, doubts, conflicts] {
            let more = list.len().saturating_sub(MOST);
            lines.extend(list.into_iter().take(MOST));
            if more > 0 {
                lines.push(texts.with("import-line-more", &[count("count", more)]));
            }
        }
        let open = report.conflicts.iter().filter(|conflict| conflict.chosen.is_none()).count();
        let args = [
            word("file", &options.file.display().to_string()),
            count("taken", report.changed),
            count("items", report.items),
            count("held", report.held),
            count("conflicts", open),
        ];
        let key = if report.written { "ministries-done" } else { "ministries-dry-run" };
        lines.push(texts.with(key, &args));
        lines.join("\n") + "\n"
    }
}
