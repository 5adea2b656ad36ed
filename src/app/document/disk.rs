//! A document and its file: what others have written there, and saving.

use super::{Document, MergedIn};
use crate::app::disk::{Look, Theirs};
use crate::app::edit::{Edit, EditError};
use crate::app::history::Label;
use crate::app::journal::{Entry, Recorder};
use crate::files::variant::{self as variants, Variant};
use crate::files::{self, SaveError, Stamp};
use crate::model::Scenario;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl Document {
    /// True if somebody else has written the file since we read or saved it, or the
    /// base that it is a variant of.
    pub fn changed_on_disk(&self) -> bool {
        self.seen_on_disk().iter().any(|(path, stamp)| stamp.differs_from_disk(path))
    }

    /// Its file and those of its bases, and what they looked like when we last read or
    /// wrote them; nothing before it was saved.
    pub fn seen_on_disk(&self) -> Vec<(PathBuf, Stamp)> {
        let Some(own) = self.path.clone().zip(self.stamp.clone()) else { return Vec::new() };
        let bases = self.variant.iter().flat_map(|variant| variant.seen.iter().cloned());
        std::iter::once(own).chain(bases).collect()
    }

    /// The merge that was taken back, if one was.
    fn lacked_merge(&self) -> Option<&MergedIn> {
        self.merged.as_ref().filter(|merged| self.history.steps().1 < merged.position)
    }

    /// What it takes to look at what somebody else has written; none without a file.
    pub fn look_at_disk(&self) -> Option<Look> {
        let mine = Arc::clone(&self.scenario);
        Some(Look {
            path: self.path.clone()?,
            base: match self.lacked_merge() {
                Some(merged) => merged.before.clone(),
                None => self.on_disk.clone(),
            },
            mine,
            header: self.header.clone(),
        })
    }

    /// Merges in what somebody else has written; the `settled` scenario is both
    /// versions in one. It is a step like any other, and unsaved unless nothing of
    /// ours is in it.
    ///
    /// # Errors
    /// If the step does not fit; nothing has changed then.
    pub fn merge_in(
        &mut self,
        label: Label,
        theirs: &Theirs,
        settled: Scenario,
    ) -> Result<(), EditError> {
        let is_theirs = settled == *theirs.scenario;
        self.apply(label, Edit::Whole(Box::new(settled)), None)?;
        self.stamp = Some(theirs.stamp.clone());
        let before = self.on_disk.replace(Arc::clone(&theirs.scenario));
        self.header.clone_from(&theirs.merged.header);
        self.variant.clone_from(&theirs.variant);
        self.merged = Some(MergedIn { position: self.history.steps().1, before });
        if is_theirs {
            self.history.mark_saved();
        } else {
            self.history.mark_unsaved();
        }
        // What the journal began with is not what is on disk any more.
        self.begin_journal_anew();
        Ok(())
    }

    /// Writes it to its file; of a variant what differs from its base, which is never
    /// written.
    ///
    /// # Errors
    /// If it has no file, the file or the base has been changed by somebody else since
    /// (and `overwrite` is false), or it cannot be written. Nothing is lost: the
    /// document stays as it is, unsaved.
    pub fn save(&mut self, overwrite: bool) -> Result<(), SaveError> {
        let path = self.path.clone().ok_or(SaveError::NoPath)?;
        let changed = self.seen_on_disk().into_iter().find(|(file, stamp)| {
            // Our file may be gone: then it is written anew.
            (*file != path || path.exists()) && stamp.differs_from_disk(file)
        });
        let lacks_theirs = path.exists() && self.lacked_merge().is_some();
        match changed.map(|(file, _)| file).or_else(|| lacks_theirs.then(|| path.clone())) {
            Some(file) if !overwrite => Err(SaveError::ChangedOnDisk(file)),
            _ => self.write_to(path, self.variant.clone()),
        }
    }

    /// Writes it to another file, which is its file from then on. A variant stays one:
    /// the way to its base is written anew.
    ///
    /// # Errors
    /// If the file cannot be written, its name ends in neither `.ron` nor `.json`, or
    /// it is the base of what is written.
    pub fn save_as(&mut self, path: &Path) -> Result<(), SaveError> {
        self.write_to(path.to_path_buf(), self.variant.clone())
    }

    /// Writes it as a variant, or as a whole, and is that from then on.
    ///
    /// The differences of a variant are those from the base as we know it: what somebody
    /// has made of the base meanwhile is not undone by them.
    pub(super) fn write_to(
        &mut self,
        path: PathBuf,
        variant: Option<Variant>,
    ) -> Result<(), SaveError> {
        let header = self.header.as_deref();
        let (stamp, variant) = match variant {
            None => (files::write(&path, &self.scenario, header)?, None),
            Some(variant) => {
                let written = variants::write(&path, &self.scenario, &variant, header)?;
                (written.0, Some(written.1))
            }
        };
        let told = |variant: &Option<Variant>| {
            let Variant { base, seen, stale, kept, .. } = variant.clone()?;
            Some((base, seen, stale, kept))
        };
        let moved = self.path.as_ref() != Some(&path) || told(&self.variant) != told(&variant);
        self.stamp = Some(stamp.clone());
        self.variant = variant;
        self.on_disk = Some(Arc::clone(&self.scenario));
        self.merged = None;
        self.path = Some(path);
        self.history.mark_saved();
        let begun = self.recorder.as_ref().is_some_and(Recorder::has_begun);
        if begun && moved {
            self.begin_journal_anew();
        } else if begun {
            self.note(Entry::Saved(stamp));
        }
        Ok(())
    }
}
