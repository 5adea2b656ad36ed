//! Reading a scenario for a command, and putting problems into words.

pub use crate::app::plain_words as words;

use super::{Failure, Reading};
use crate::files::{self, SaveError};
use crate::model::{ActiveWeights, Problem, Scenario, Severity};
use crate::texts::{Arg, Texts};
use serde::Serialize;
use std::collections::HashMap;
use std::io::Write as _;
use std::path::Path;

/// Prints text to standard output. A reader that has gone away (`| head`) is
/// no failure.
pub fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Prints a sentence to standard error.
pub fn complain(sentence: &str) {
    eprintln!("{sentence}");
}

/// Prints one JSON document.
pub fn print_json(value: &impl Serialize) {
    match serde_json::to_string_pretty(value) {
        Ok(text) => print(&(text + "\n")),
        Err(error) => complain(&error.to_string()),
    }
}

/// So many problems of one kind are printed; the others are counted, so that those of
/// other kinds can be seen. `phasewise check` prints all.
const MOST_OF_A_KIND: usize = 10;

/// Prints problems as lines `file:line:column: severity: message`.
pub fn complain_about(path: &Path, problems: &[Problem], texts: &Texts) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for problem in problems {
        let of_kind = seen.entry(problem.code).or_default();
        *of_kind += 1;
        if *of_kind <= MOST_OF_A_KIND {
            complain(&line_of(path, problem, texts));
        }
    }
    let more: usize = seen.values().map(|count| count.saturating_sub(MOST_OF_A_KIND)).sum();
    if more > 0 {
        let file = path.display().to_string();
        let args = [("count", Arg::from(more as f64)), ("file", Arg::from(file.as_str()))];
        complain(&texts.with("cli-problems-more", &args));
    }
}

/// One problem as a line for people.
pub fn line_of(path: &Path, problem: &Problem, texts: &Texts) -> String {
    let (message, remedy) = words(problem, texts);
    let severity = texts.get(&format!("severity-{}", problem.severity.key()));
    let mut place = problem.file.as_deref().unwrap_or(path).display().to_string();
    if let (Some(line), Some(column)) = (problem.line, problem.column) {
        place = format!("{place}:{line}:{column}");
    }
    let at = match problem.path.as_str() {
        "" => String::new(),
        path => format!(" [{path}]"),
    };
    format!("{place}: {severity}:{at} {message} {remedy}")
}

/// Reads a scenario that can be worked with, under the weights asked for.
pub fn read(reading: &Reading, texts: &Texts) -> Result<Scenario, Failure> {
    let mut scenario = match files::read(&reading.file) {
        Ok(loaded) => loaded.scenario,
        Err(problems) => {
            complain_about(&reading.file, &problems, texts);
            return Err(Failure::Input);
        }
    };
    if let Some(name) = &reading.weights {
        scenario.active_weights = weights_named(&scenario, name, texts)?;
    }
    Ok(scenario)
}

fn weights_named(scenario: &Scenario, name: &str, texts: &Texts) -> Result<ActiveWeights, Failure> {
    if scenario.weight_set(name).is_some() {
        return Ok(ActiveWeights::Set(name.into()));
    }
    if name == "blend" {
        return Ok(ActiveWeights::Blend);
    }
    let known: Vec<&str> = scenario.weight_sets.iter().map(|set| set.id.as_str()).collect();
    let args = [("name", Arg::from(name)), ("known", Arg::from(known.join(", ").as_str()))];
    complain(&texts.with("cli-unknown-weights", &args));
    Err(Failure::Usage)
}

/// True if any of them makes the scenario unusable.
pub fn any_error(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}

/// Why a file was not written, as a sentence.
pub fn save_words(path: &Path, error: &SaveError, texts: &Texts) -> String {
    let file = path.display().to_string();
    let file = ("file", Arg::from(file.as_str()));
    match error {
        SaveError::NotWritable(error) => {
            texts.with("save-not-finite", &[("path", Arg::from(error.path().as_str()))])
        }
        SaveError::Io(_, error) => {
            let why = error.to_string();
            texts.with("save-failed", &[file, ("why", Arg::from(why.as_str()))])
        }
        SaveError::ChangedOnDisk(_) => texts.with("save-changed", &[file]),
        SaveError::IsBase(_) => texts.with("save-is-base", &[file]),
        SaveError::UnknownEnding(_) => texts.with("save-ending", &[file]),
        SaveError::NoPath => texts.get("save-no-path"),
    }
}
