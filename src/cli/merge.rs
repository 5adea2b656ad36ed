//! `phasewise merge`: two states of a scenario put together; a merge driver for git.

use super::Failure;
use super::report::{complain, complain_about, print, print_json, save_words, words};
use crate::app::merge_conflict_words;
use crate::files::merge::{Conflict, Merged, Side, merge, read_base};
use crate::files::text::{Format, Node};
use crate::files::variant::{MergeError, MergedVariant, merge_files};
use crate::files::{self, Loaded, SaveError, to_text, write_atomically};
use crate::model::Problem;
use crate::texts::{Arg, Texts};
use clap::Args;
use serde::Serialize;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Options of `merge`.
#[derive(Debug, Args)]
pub struct Options {
    /// What both began with; an empty file if both added the scenario
    base: PathBuf,
    /// One's own state; the merged scenario is written over it
    mine: PathBuf,
    /// The state of the others
    theirs: PathBuf,
    /// Print one JSON document instead of lines
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    conflicts: Vec<Row>,
    /// At how many places the change of THEIRS was taken.
    taken: usize,
}

#[derive(Serialize)]
struct Row {
    path: String,
    base: Value,
    mine: Value,
    theirs: Value,
    /// What would be wrong if THEIRS were taken there.
    problems: Vec<ProblemRow>,
}

#[derive(Serialize)]
struct ProblemRow {
    code: &'static str,
    path: String,
    message: String,
}

/// Merges, writes, and lists what is left; fails if that is anything.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let Options { base, mine, theirs, json } = options;
    match merge_files(base, mine, theirs) {
        Ok(None) => {}
        Ok(Some(merged)) => return of_variant(&merged, options, texts),
        Err(error) => return Err(not_merged(&error, texts)),
    }
    // All three are read before anything is said, so that all problems come at once.
    let old = told(base, read_base(base), texts);
    let own = told(mine, files::read(mine), texts);
    let other = told(theirs, files::read(theirs), texts);
    let (old, own, other) = (old?, own?, other?);
    let merged = merge(old.as_ref().map(Side::from), Side::from(&own), Side::from(&other));
    let merged =
        merged.map_err(|error| not_written(mine, &SaveError::NotWritable(error), texts))?;
    write(mine, &own, &merged).map_err(|error| not_written(mine, &error, texts))?;
    tell(&merged.conflicts, merged.taken, *json, texts)
}

/// Merges what two made of a variant: their changes, not what comes of them.
fn of_variant(merged: &MergedVariant, options: &Options, texts: &Texts) -> Result<(), Failure> {
    let Options { mine, json, .. } = options;
    if merged.is_changed {
        let written = write_atomically(mine, merged.text.as_bytes());
        written.map_err(|error| not_written(mine, &SaveError::Io(mine.into(), error), texts))?;
    }
    tell(&merged.conflicts, merged.taken, *json, texts)
}

fn not_merged(error: &MergeError, texts: &Texts) -> Failure {
    match error {
        MergeError::Mixed => complain(&texts.get("variant-merge-mixed")),
        MergeError::Unreadable(files) => {
            for (path, problems) in files {
                complain_about(path, problems, texts);
            }
        }
    }
    Failure::Input
}

/// Lists what is left; fails if that is anything.
fn tell(conflicts: &[Conflict], taken: usize, json: bool, texts: &Texts) -> Result<(), Failure> {
    if json {
        let rows = conflicts.iter().map(|conflict| row(conflict, texts)).collect();
        print_json(&Report { conflicts: rows, taken });
    } else {
        for conflict in conflicts {
            print(&(merge_conflict_words(conflict, texts) + "\n"));
        }
        let count = |count: usize| [("count", Arg::from(count as f64))];
        let summary = match conflicts.len() {
            0 => texts.with("merge-done", &count(taken)),
            left => texts.with("merge-conflicts-left", &count(left)),
        };
        print(&(summary + "\n"));
    }
    if conflicts.is_empty() { Ok(()) } else { Err(Failure::Input) }
}

fn told<T>(path: &Path, read: Result<T, Vec<Problem>>, texts: &Texts) -> Result<T, Failure> {
    read.map_err(|problems| {
        complain_about(path, &problems, texts);
        Failure::Input
    })
}

/// Writes the merged scenario as MINE is written. A file to which nothing came
/// stays as it is, with the comments in it.
fn write(path: &Path, own: &Loaded, merged: &Merged) -> Result<(), SaveError> {
    // It was just read; if it is gone since, it is written as people write it.
    let format = files::format_at(path).unwrap_or(Format::Ron);
    let text = |scenario, header: &Option<String>| to_text(scenario, format, header.as_deref());
    let before = text(&own.scenario, &own.header).map_err(SaveError::NotWritable)?;
    let after = text(&merged.scenario, &merged.header).map_err(SaveError::NotWritable)?;
    if before == after {
        return Ok(());
    }
    files::write_as(path, &merged.scenario, format, merged.header.as_deref()).map(drop)
}

fn not_written(path: &Path, error: &SaveError, texts: &Texts) -> Failure {
    complain(&save_words(path, error, texts));
    Failure::Input
}

fn row(conflict: &Conflict, texts: &Texts) -> Row {
    let Conflict { path, base, mine, theirs, problems, .. } = conflict;
    let problem = |problem: &Problem| ProblemRow {
        code: problem.code,
        path: problem.path.clone(),
        message: words(problem, texts).0,
    };
    Row {
        path: path.clone(),
        base: json(base.as_ref()),
        mine: json(mine.as_ref()),
        theirs: json(theirs.as_ref()),
        problems: problems.iter().map(problem).collect(),
    }
}

/// A value as in a JSON file; null if it is not there.
fn json(node: Option<&Node>) -> Value {
    let text = node.map(|node| files::text::print(node, Format::Json));
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or(Value::Null)
}
