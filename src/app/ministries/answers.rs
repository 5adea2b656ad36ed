//! What came back from the ministries on its way into a scenario: read and put together
//! off the window's thread, again whenever the scenario changes.

use super::{Collected, collected};
use crate::app::edit::Edit;
use crate::app::errand::Errand;
use crate::app::importing::{Accepted, Found, State, Taken};
use crate::files::out::questionnaire::VERSION_SHEET;
use crate::model::Scenario;
use jiff::civil::Date;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Endings of workbooks that come back.
const ENDINGS: [&str; 3] = ["xlsx", "xlsm", "ods"];

/// True if a workbook with sheets of these names went out to a ministry.
pub fn went_out(sheets: &[String]) -> bool {
    sheets.iter().any(|sheet| sheet == VERSION_SHEET)
}

/// The workbooks that a path means: itself, or all in a folder, by name.
///
/// # Errors
/// If a folder cannot be looked into.
pub fn workbooks_at(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let file = entry?.path();
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let name = file.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        // Spreadsheet programs keep files of their own beside open ones.
        let is_own = name.starts_with("~$") || name.starts_with(".~");
        if !is_own && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            files.push(file);
        }
    }
    files.sort();
    Ok(files)
}

/// What came back, and what of it is accepted.
#[derive(Debug)]
pub struct Answers {
    files: Vec<PathBuf>,
    date: Option<Date>,
    work: Option<(u64, Errand<Collected>)>,
    found: Option<(u64, Arc<Scenario>, Collected)>,
    is_current: bool,
    /// What is accepted of the difference.
    pub accepted: Accepted,
    /// For each conflict whose word counts; none keeps what the scenario has.
    pub chosen: Vec<Option<usize>>,
}

impl Answers {
    /// Workbooks that are to be read; `date` is noted beside what they say.
    pub fn of(files: Vec<PathBuf>, date: Option<Date>) -> Self {
        Self {
            files,
            date,
            work: None,
            found: None,
            is_current: false,
            accepted: Accepted::default(),
            chosen: Vec::new(),
        }
    }

    /// Takes in what is ready and begins what is to be done, with the scenario that is
    /// open and its revision; `wake` is called when there is news.
    pub fn follow(
        &mut self,
        scenario: &Arc<Scenario>,
        revision: u64,
        wake: impl Fn() + Send + 'static,
    ) {
        if let Some((own, mut errand)) = self.work.take() {
            if !errand.is_done() {
                self.work = Some((own, errand));
            } else if own == revision {
                let collected = errand.finish().unwrap_or_default();
                self.accepted = Accepted::sound(&collected.difference);
                self.chosen = vec![None; collected.conflicts.len()];
                self.found = Some((own, Arc::clone(scenario), collected));
            }
        }
        self.is_current = self.found.as_ref().is_some_and(|(own, ..)| *own == revision);
        let is_coming = self.work.as_ref().is_some_and(|(own, _)| *own == revision);
        if self.is_current || is_coming {
            return;
        }
        let (files, date, scenario) = (self.files.clone(), self.date, Arc::clone(scenario));
        let work = move || collected(&scenario, &files, date);
        self.work = Some((revision, Errand::start("answers", wake, work)));
    }

    /// What came back; none until it is read. It may be of a state before the last change.
    pub fn collected(&self) -> Option<(&Arc<Scenario>, &Collected)> {
        self.found.as_ref().map(|(_, scenario, collected)| (scenario, collected))
    }

    /// What it would change.
    pub fn found(&self) -> Option<Found<'_>> {
        let (scenario, collected) = self.collected()?;
        Some(Found { scenario, difference: &collected.difference })
    }

    /// True if what is known is of the present state.
    pub fn is_current(&self) -> bool {
        self.is_current
    }

    /// How much is accepted, conflicts with it. O(rows).
    pub fn taken(&self) -> Taken {
        let Some((_, collected)) = self.collected() else { return Taken::default() };
        let mut taken = Taken::of(&collected.difference, &self.accepted);
        let settled = collected.conflicts.iter().zip(&self.chosen);
        let rows: HashSet<usize> = settled
            .filter(|(_, chosen)| chosen.is_some())
            .map(|(conflict, _)| conflict.row)
            .collect();
        let only_settled = |row: &&usize| {
            let already = collected.difference.rows.get(**row).is_some_and(|own| {
                own.state() != State::Unchanged && self.accepted.takes(&collected.difference, **row)
            });
            !already
        };
        taken.changed += rows.iter().filter(only_settled).count();
        taken
    }

    /// The one edit that makes what is accepted; nothing while what is known is not of
    /// the present state.
    pub fn accept(&self) -> Option<Edit> {
        let (scenario, collected) = self.collected().filter(|_| self.is_current)?;
        Some(collected.edit(scenario, &self.accepted, &self.chosen))
    }
}
