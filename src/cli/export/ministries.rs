//! `phasewise export --what ministries`: workbooks for agencies to fill in.

use super::Options;
use crate::app::ministries::{NotWritten, Request, Workbook, ministries, write_ministries};
use crate::cli::Failure;
use crate::cli::report::{complain, print, print_json, read};
use crate::model::Scenario;
use crate::texts::{Arg, Texts};
use clap::Args;
use jiff::civil::Date;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What ministries are told.
#[derive(Debug, Args)]
pub struct Asking {
    /// With --what ministries: only this agency; can be given several times
    #[arg(long, value_name = "ID")]
    agency: Vec<String>,
    /// With --what ministries: until when they should answer, as 2026-12-31
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// With --what ministries: whom they send it back to, a name or an address
    #[arg(long, value_name = "WHO")]
    reply_to: Option<String>,
    /// With --what ministries: the date of the workbooks, as 2026-11-30
    #[arg(long, value_name = "DATE")]
    dated: Option<String>,
    /// With --what ministries: write over workbooks that are there already
    #[arg(long)]
    overwrite: bool,
}

impl Asking {
    /// True if anything of it was said.
    pub fn is_given(&self) -> bool {
        let Self { agency, until, reply_to, dated, overwrite } = self;
        !agency.is_empty() || until.is_some() || reply_to.is_some() || dated.is_some() || *overwrite
    }
}

#[derive(Serialize)]
struct Report {
    workbooks: Vec<Written>,
}

#[derive(Serialize)]
struct Written {
    agency: Option<String>,
    name: String,
    file: String,
    items: usize,
    cells: usize,
    empty: usize,
}

/// Writes the workbooks, and tells which.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let asking = &options.asking;
    let request = Request {
        until: day(asking.until.as_deref(), texts)?,
        reply_to: asking.reply_to.clone().unwrap_or_default().trim().to_owned(),
        date: day(asking.dated.as_deref(), texts)?,
        agencies: asking.agency.iter().map(|id| id.as_str().into()).collect(),
    };
    let scenario = read(&options.reading, texts)?;
    known(&scenario, &asking.agency, texts)?;
    let books = ministries(&scenario, &request, texts).map_err(|error| {
        complain(&error.sentence(&options.to, texts));
        Failure::Input
    })?;
    if books.is_empty() {
        complain(&texts.get("ministries-no-items"));
        return Err(Failure::Input);
    }
    let paths = write_ministries(&options.to, &books, asking.overwrite)
        .map_err(|error| not_written(&error, texts))?;
    tell(&books, &paths, options.reading.json, texts);
    Ok(())
}

/// A day as somebody wrote it.
///
/// # Errors
/// Wrong usage if it is none; that is said then.
pub fn day(text: Option<&str>, texts: &Texts) -> Result<Option<Date>, Failure> {
    let Some(text) = text else { return Ok(None) };
    text.trim().parse().map(Some).map_err(|_| {
        complain(&texts.with("ministries-bad-date", &[("text", Arg::from(text))]));
        Failure::Usage
    })
}

fn known(scenario: &Scenario, agencies: &[String], texts: &Texts) -> Result<(), Failure> {
    let owns = |id: &str| {
        scenario.items.iter().any(|item| item.owner.as_ref().is_some_and(|own| *own == *id))
    };
    let unknown = agencies.iter().find(|id| !owns(id));
    let Some(unknown) = unknown else { return Ok(()) };
    let ids = scenario.agencies.iter().map(|agency| agency.id.as_str());
    let known: Vec<&str> = ids.filter(|id| owns(id)).collect();
    let args =
        [("agency", Arg::from(unknown.as_str())), ("known", Arg::from(known.join(", ").as_str()))];
    complain(&texts.with("ministries-unknown-agency", &args));
    Err(Failure::Usage)
}

fn not_written(error: &NotWritten, texts: &Texts) -> Failure {
    let shown = |path: &Path| path.display().to_string();
    match error {
        NotWritten::AlreadyThere(paths) => {
            for path in paths {
                let file = shown(path);
                let args = [("file", Arg::from(file.as_str()))];
                complain(&texts.with("ministries-already-there", &args));
            }
        }
        NotWritten::Io(path, error) => {
            let (file, why) = (shown(path), error.to_string());
            let args = [("file", Arg::from(file.as_str())), ("why", Arg::from(why.as_str()))];
            complain(&texts.with("save-failed", &args));
        }
    }
    Failure::Input
}

fn tell(books: &[Workbook], paths: &[PathBuf], json: bool, texts: &Texts) {
    let written = |(book, path): (&Workbook, &PathBuf)| Written {
        agency: book.agency.as_ref().map(ToString::to_string),
        name: book.name.clone(),
        file: path.display().to_string(),
        items: book.items,
        cells: book.cells,
        empty: book.empty,
    };
    let workbooks: Vec<Written> = books.iter().zip(paths).map(written).collect();
    if json {
        print_json(&Report { workbooks });
        return;
    }
    for book in &workbooks {
        let count = |count: usize| Arg::from(count as f64);
        let args = [
            ("file", Arg::from(book.file.as_str())),
            ("agency", Arg::from(book.name.as_str())),
            ("items", count(book.items)),
            ("cells", count(book.cells)),
            ("empty", count(book.empty)),
        ];
        print(&(texts.with("ministries-written", &args) + "\n"));
    }
}
