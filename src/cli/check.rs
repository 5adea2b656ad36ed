//! `phasewise check`: every problem and warning of a scenario.

use super::Failure;
use super::report::{any_error, line_of, print, print_json, words};
use crate::files;
use crate::texts::{Arg, Texts};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

/// Options of `check`.
#[derive(Debug, Args)]
pub struct Options {
    /// Scenario, as .ron or .json
    file: PathBuf,
    /// Print one JSON document instead of lines
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report<'a> {
    problems: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    severity: &'static str,
    code: &'static str,
    path: &'a str,
    /// The file that it is in, if that is another: the base of a variant.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
    message: String,
    remedy: String,
}

/// Lists problems; fails if one of them is an error.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let (_, problems) = files::examine(&options.file);
    if options.json {
        let row = |problem| {
            let (message, remedy) = words(problem, texts);
            let crate::model::Problem { severity, code, path, file, line, column, .. } = problem;
            let file = file.as_ref().map(|file| file.display().to_string());
            let (line, column) = (*line, *column);
            Row { severity: severity.key(), code, path, file, line, column, message, remedy }
        };
        print_json(&Report { problems: problems.iter().map(row).collect() });
    } else {
        for problem in &problems {
            let line = line_of(&options.file, problem, texts) + "\n";
            if problem.severity == crate::model::Severity::Error {
                eprint!("{line}");
            } else {
                print(&line);
            }
        }
        let args = [("count", Arg::from(problems.len() as f64))];
        print(&(texts.with("cli-check-summary", &args) + "\n"));
    }
    if any_error(&problems) { Err(Failure::Input) } else { Ok(()) }
}
