//! One open scenario: what it holds, where it lives, and how it came to be so.

use super::edit::{Edit, EditError};
use super::history::{History, Label};
use crate::files::{self, Loaded, SaveError, Stamp};
use crate::model::{Problem, Scenario};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One open scenario.
#[derive(Debug)]
pub struct Document {
    scenario: Arc<Scenario>,
    history: History,
    path: Option<PathBuf>,
    /// The comment at the head of the file, kept when saving.
    header: Option<String>,
    stamp: Option<Stamp>,
    /// Counts every change of the scenario, undo and redo too.
    revision: u64,
    /// Counts every change but those of weights alone: plans can be kept warm
    /// while it stays.
    structure: u64,
}

impl Document {
    /// A scenario that is in no file yet; it counts as unsaved once it is edited.
    pub fn unnamed(scenario: Scenario) -> Self {
        Self {
            scenario: Arc::new(scenario),
            history: History::saved(),
            path: None,
            header: None,
            stamp: None,
            revision: 0,
            structure: 0,
        }
    }

    /// Reads a scenario.
    ///
    /// # Errors
    /// All problems that keep the file from being read.
    pub fn open(path: &Path) -> Result<Self, Vec<Problem>> {
        let Loaded { scenario, header, stamp } = files::read(path)?;
        Ok(Self { header, stamp: Some(stamp), path: Some(path.into()), ..Self::unnamed(scenario) })
    }

    /// What it holds now.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// Its file; none if it was never saved.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Its name for tabs and titles: the file's name without its ending, or the id.
    pub fn name(&self) -> String {
        let stem = self.path.as_deref().and_then(Path::file_stem);
        match stem {
            Some(stem) => stem.to_string_lossy().into_owned(),
            None => self.scenario.id.clone(),
        }
    }

    /// Counts every change.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Counts every change that is not one of weights alone.
    pub fn structure(&self) -> u64 {
        self.structure
    }

    /// True if what we have is not on disk.
    pub fn is_unsaved(&self) -> bool {
        self.history.is_unsaved()
    }

    /// What undo and redo would do.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Makes a change; steps with the same `gesture` count as one.
    ///
    /// # Errors
    /// If the edit does not fit; nothing has changed then.
    pub fn apply(
        &mut self,
        label: Label,
        edit: Edit,
        gesture: Option<u64>,
    ) -> Result<(), EditError> {
        let weights_only = edit.changes_weights_only();
        self.history.apply(&mut self.scenario, label, edit, gesture)?;
        self.count_change(weights_only);
        Ok(())
    }

    /// Takes the last step back; false if there is none.
    pub fn undo(&mut self) -> bool {
        let undone = self.history.undo(&mut self.scenario);
        if undone {
            self.count_change(false);
        }
        undone
    }

    /// Does a step again that was taken back; false if there is none.
    pub fn redo(&mut self) -> bool {
        let redone = self.history.redo(&mut self.scenario);
        if redone {
            self.count_change(false);
        }
        redone
    }

    fn count_change(&mut self, weights_only: bool) {
        self.revision += 1;
        if !weights_only {
            self.structure += 1;
        }
    }

    /// True if somebody else has written the file since we read or saved it.
    pub fn changed_on_disk(&self) -> bool {
        match (&self.path, &self.stamp) {
            (Some(path), Some(stamp)) => stamp.differs_from_disk(path),
            _ => false,
        }
    }

    /// Writes it to its file.
    ///
    /// # Errors
    /// If it has no file, the file has been changed by somebody else since (and
    /// `overwrite` is false), or it cannot be written. Nothing is lost: the
    /// document stays as it is, unsaved.
    pub fn save(&mut self, overwrite: bool) -> Result<(), SaveError> {
        let path = self.path.clone().ok_or(SaveError::NoPath)?;
        if !overwrite && path.exists() && self.changed_on_disk() {
            return Err(SaveError::ChangedOnDisk(path));
        }
        self.write_to(path)
    }

    /// Writes it to another file, which is its file from then on.
    ///
    /// # Errors
    /// If the file cannot be written, or its name ends in neither `.ron` nor `.json`.
    pub fn save_as(&mut self, path: &Path) -> Result<(), SaveError> {
        self.write_to(path.to_path_buf())
    }

    fn write_to(&mut self, path: PathBuf) -> Result<(), SaveError> {
        let stamp = files::write(&path, &self.scenario, self.header.as_deref())?;
        self.stamp = Some(stamp);
        self.path = Some(path);
        self.history.mark_saved();
        Ok(())
    }
}
