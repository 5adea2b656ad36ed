//! A table on its way into a scenario: read, mapped and compared off the window's thread,
//! again whenever the mapping, the sheet or the scenario changes.

use super::{
    Accepted, Difference, Field, MapFile, Mapping, State, Table, difference, factor, frame, guess,
    read_table,
};
use crate::app::edit::Edit;
use crate::app::errand::Errand;
use crate::model::{Problem, Scenario};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a table goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Destination {
    /// Into the scenario that is open.
    #[default]
    Present,
    /// Into a new one.
    New,
}

/// What is known of a table once it has been compared.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The scenario that it was compared with.
    pub scenario: &'a Arc<Scenario>,
    /// What it would change there.
    pub difference: &'a Difference,
}

/// How many of each will be taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// New items.
    pub new: usize,
    /// Items of which something changes.
    pub changed: usize,
    /// Items that go.
    pub removed: usize,
}

impl Taken {
    /// What is accepted of a difference. O(rows).
    pub fn of(difference: &Difference, accepted: &Accepted) -> Self {
        let mut taken = Self::default();
        for (at, row) in difference.rows.iter().enumerate() {
            if accepted.takes(difference, at) {
                match row.state() {
                    State::New => taken.new += 1,
                    State::Changed => taken.changed += 1,
                    State::Unchanged => {}
                }
            }
        }
        taken.removed = accepted.removals.iter().filter(|goes| **goes).count();
        taken
    }

    /// How many items it concerns.
    pub fn count(self) -> usize {
        self.new + self.changed + self.removed
    }
}

/// A mapping and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The mapping.
    pub mapping: Mapping,
    /// The file that it is from; none: it was guessed.
    pub map: Option<PathBuf>,
    /// Columns that the file uses and the table lacks.
    pub lacking: Vec<String>,
}

/// The mapping of the first folder that has one made for a table like this, else a guess.
pub fn suggestion(table: &Table, folders: &[&Path], scenario: &Scenario) -> Suggestion {
    let found = folders.iter().find_map(|folder| MapFile::found_in(folder, &table.layout));
    match found {
        Some((path, file)) => {
            let (mapping, lacking) = file.applied(&table.layout);
            Suggestion { mapping, map: Some(path), lacking }
        }
        None => {
            let mapping = guess(&table.sheet, &table.layout, scenario);
            Suggestion { mapping, map: None, lacking: Vec::new() }
        }
    }
}

/// The folder that a file is in.
pub fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// A mapping, and what a table would change in a scenario by it.
type Compared = (Suggestion, Arc<Scenario>, Difference);

/// What a difference is made from: how often the person changed something, and the
/// revision of the scenario where that is the open one.
type Key = (u64, Option<u64>);

/// A table on its way into a scenario.
#[derive(Debug)]
pub struct Session {
    path: PathBuf,
    destination: Destination,
    reading: Option<Errand<Result<Table, Problem>>>,
    table: Option<Result<Arc<Table>, Problem>>,
    /// The mapping as a person has it; none until there is one.
    mapped: Option<Suggestion>,
    /// Counts what the person changed.
    changes: u64,
    is_touched: bool,
    work: Option<(Key, Errand<Compared>)>,
    found: Option<(Key, Arc<Scenario>, Difference)>,
    is_current: bool,
    /// What is accepted of the difference.
    pub accepted: Accepted,
}

impl Session {
    /// Begins to read a file; `wake` is called when there is news.
    pub fn begin(path: &Path, destination: Destination, wake: impl Fn() + Send + 'static) -> Self {
        let mut session = Self {
            path: path.to_path_buf(),
            destination,
            reading: None,
            table: None,
            mapped: None,
            changes: 0,
            is_touched: false,
            work: None,
            found: None,
            is_current: false,
            accepted: Accepted::default(),
        };
        session.read(None, wake);
        session
    }

    /// Begins to read another sheet of the file.
    pub fn read_sheet(&mut self, name: &str, wake: impl Fn() + Send + 'static) {
        self.read(Some(name.to_owned()), wake);
    }

    fn read(&mut self, sheet: Option<String>, wake: impl Fn() + Send + 'static) {
        let path = self.path.clone();
        let work = move || read_table(&path, sheet.as_deref(), None);
        self.reading = Some(Errand::start("table", wake, work));
        (self.work, self.found, self.mapped) = (None, None, None);
        (self.is_current, self.is_touched) = (false, false);
        self.changes += 1;
    }

    /// Takes in what is ready and begins what is to be done, with the scenario that is
    /// open and its revision.
    pub fn follow(
        &mut self,
        scenario: &Arc<Scenario>,
        file: Option<&Path>,
        revision: u64,
        wake: impl Fn() + Send + 'static,
    ) {
        if let Some(mut reading) = self.reading.take() {
            if reading.is_done() {
                let table = reading.finish().unwrap_or_else(|| Err(self.broken()));
                self.table = Some(table.map(Arc::new));
            } else {
                self.reading = Some(reading);
            }
        }
        let revision = (self.destination == Destination::Present).then_some(revision);
        let key = (self.changes, revision);
        if let Some((own, mut errand)) = self.work.take() {
            if !errand.is_done() {
                self.work = Some((own, errand));
            } else if own == key {
                match errand.finish() {
                    Some((mapped, scenario, difference)) => {
                        self.mapped = Some(mapped);
                        self.accepted = Accepted::sound(&difference);
                        self.found = Some((key, scenario, difference));
                    }
                    None => self.table = Some(Err(self.broken())),
                }
            }
        }
        self.is_current = self.found.as_ref().is_some_and(|(own, ..)| *own == key);
        let is_coming = self.work.as_ref().is_some_and(|(own, _)| *own == key);
        if self.reading.is_some() || self.is_current || is_coming {
            return;
        }
        let Some(Ok(table)) = &self.table else { return };
        let table = Arc::clone(table);
        let (path, mapped) = (self.path.clone(), self.mapped.clone());
        let present = (self.destination == Destination::Present).then(|| Arc::clone(scenario));
        let own = file.filter(|_| present.is_some()).map(|file| folder_of(file).to_path_buf());
        let work = move || {
            let folders: Vec<&Path> =
                std::iter::once(folder_of(&path)).chain(own.as_deref()).collect();
            compare(&table, &path, &folders, mapped, present)
        };
        self.work = Some((key, Errand::start("difference", wake, work)));
    }

    fn broken(&self) -> Problem {
        Problem::error("table-broken", "").with("file", self.path.display())
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its name.
    pub fn file_name(&self) -> String {
        let name = self.path.file_name().map(|name| name.to_string_lossy().into_owned());
        name.unwrap_or_else(|| self.path.display().to_string())
    }

    /// The table; none while it is being read.
    pub fn table(&self) -> Option<Result<&Arc<Table>, &Problem>> {
        self.table.as_ref().filter(|_| self.reading.is_none()).map(Result::as_ref)
    }

    /// What each column is used for; none until that was guessed.
    pub fn mapping(&self) -> Option<&Mapping> {
        Some(&self.mapped.as_ref()?.mapping)
    }

    /// The mapping file that was found for it.
    pub fn map(&self) -> Option<&Path> {
        self.mapped.as_ref()?.map.as_deref()
    }

    /// Columns that the mapping file uses and the table lacks.
    pub fn lacking(&self) -> &[String] {
        self.mapped.as_ref().map_or(&[], |mapped| &mapped.lacking)
    }

    /// Where it goes.
    pub fn destination(&self) -> Destination {
        self.destination
    }

    /// The last comparison, which may be of a state before the last change.
    pub fn found(&self) -> Option<Found<'_>> {
        self.found.as_ref().map(|(_, scenario, difference)| Found { scenario, difference })
    }

    /// True if the last comparison is of the present state.
    pub fn is_current(&self) -> bool {
        self.is_current
    }

    /// Sends it elsewhere. A mapping that nobody touched is guessed anew.
    pub fn set_destination(&mut self, destination: Destination) {
        if self.destination != destination {
            self.destination = destination;
            if !self.is_touched {
                self.mapped = None;
            }
            self.changed();
        }
    }

    /// Says what a column is used for; its numbers are then times what the unit in its
    /// title says.
    pub fn set_field(&mut self, column: usize, field: Option<Field>) {
        let (Some(mapped), Some(Ok(table))) = (&mut self.mapped, &self.table) else { return };
        let unit = field.as_ref().and_then(|field| {
            let own = table.layout.columns.iter().find(|own| own.at == column)?;
            let scenario = self.found.as_ref().map(|(_, scenario, _)| scenario)?;
            Some(factor(field, own, scenario))
        });
        mapped.mapping.set(column, field);
        if let Some(own) = mapped.mapping.columns.iter_mut().find(|own| own.column == column) {
            own.factor = unit.unwrap_or(1.0);
        }
        self.touched();
    }

    /// Says what the numbers of a column are times; nothing that is not above 0.
    pub fn set_factor(&mut self, column: usize, factor: f64) {
        if factor.is_finite() && factor > 0.0 {
            self.set_column(column, |own| own.factor = factor);
        }
    }

    /// Says whether an empty cell of a column means what stands above it.
    pub fn set_fill_down(&mut self, column: usize, fill_down: bool) {
        self.set_column(column, |own| own.fill_down = fill_down);
    }

    fn set_column(&mut self, column: usize, set: impl FnOnce(&mut super::ColumnMapping)) {
        let columns = self.mapped.iter_mut().flat_map(|mapped| &mut mapped.mapping.columns);
        let own = columns.into_iter().find(|own| own.column == column);
        if let Some(own) = own {
            set(own);
            self.touched();
        }
    }

    /// Says whether headings over rows name the owner.
    pub fn set_owner_from_headings(&mut self, named: bool) {
        if let Some(mapped) = &mut self.mapped {
            mapped.mapping.owner_from_headings = named;
            self.touched();
        }
    }

    fn touched(&mut self) {
        self.is_touched = true;
        self.changed();
    }

    fn changed(&mut self) {
        self.changes += 1;
        self.is_current = false;
    }

    /// How much is accepted. O(rows).
    pub fn taken(&self) -> Taken {
        let Some(found) = self.found() else { return Taken::default() };
        Taken::of(found.difference, &self.accepted)
    }

    /// The scenario that the table was compared with, and the one edit that makes there
    /// what is accepted; nothing while the comparison is not of the present state.
    pub fn accept(&self) -> Option<(Arc<Scenario>, Edit)> {
        let found = self.found().filter(|_| self.is_current)?;
        let edit = found.difference.edit(found.scenario, &self.accepted);
        Some((Arc::clone(found.scenario), edit))
    }

    /// Where the mapping is kept for next year's table: in the file that it came from,
    /// else beside the table.
    pub fn map_path(&self) -> PathBuf {
        self.map().map_or_else(|| self.path.with_extension("map.ron"), Path::to_path_buf)
    }

    /// Keeps the mapping for next year's table.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn keep_map(&self) -> std::io::Result<()> {
        let (Some(mapping), Some(Ok(table))) = (self.mapping(), &self.table) else { return Ok(()) };
        MapFile::of(mapping, &table.sheet.name).write(&self.map_path())
    }
}

/// Compares a table with a scenario, or with a frame of its own.
fn compare(
    table: &Table,
    path: &Path,
    folders: &[&Path],
    mapped: Option<Suggestion>,
    present: Option<Arc<Scenario>>,
) -> Compared {
    let empty = Scenario::default();
    let fills = present.as_deref().unwrap_or(&empty);
    let mapped = mapped.unwrap_or_else(|| suggestion(table, folders, fills));
    let scenario = present.unwrap_or_else(|| {
        let title = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into());
        Arc::new(frame(&title, &table.layout, &mapped.mapping))
    });
    let (sheet, layout) = (&table.sheet, &table.layout);
    let difference = difference(sheet, layout, &mapped.mapping, &scenario, &table.file);
    (mapped, scenario, difference)
}
