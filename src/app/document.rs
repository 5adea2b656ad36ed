//! One open scenario: what it holds, where it lives, and how it came to be so.

mod disk;
mod variant;

pub use variant::VariantError;

use super::edit::{Edit, EditError};
use super::history::{Applied, History, Label};
use super::journal::{Base, Entry, Journals, Kept, Recorder};
use super::starter::Template;
use crate::files::variant::Variant;
use crate::files::{self, Loaded, Stamp};
use crate::model::{Problem, Scenario};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where in the history somebody else's version was merged in. What comes before must
/// not be written over theirs.
#[derive(Debug)]
struct MergedIn {
    /// So many steps are done once it is in.
    position: usize,
    /// What was on disk before they wrote, as far as we know.
    before: Option<Arc<Scenario>>,
}

/// One open scenario.
#[derive(Debug)]
pub struct Document {
    scenario: Arc<Scenario>,
    history: History,
    path: Option<PathBuf>,
    /// The comment at the head of the file, kept when saving.
    header: Option<String>,
    stamp: Option<Stamp>,
    /// What it is a variant of, if its file holds differences only.
    variant: Option<Variant>,
    /// The scenario as we last read or wrote it; none if we do not know.
    on_disk: Option<Arc<Scenario>>,
    /// Where somebody else's version was merged in since we last saved.
    merged: Option<MergedIn>,
    /// Keeps every step on disk; none for commands.
    recorder: Option<Recorder>,
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
            variant: None,
            on_disk: None,
            merged: None,
            recorder: None,
            revision: 0,
            structure: 0,
        }
    }

    /// A new scenario of one that comes with the program; it is in no file yet.
    pub fn of_template(template: Template) -> Self {
        let (scenario, header) = template.read();
        Self { header, ..Self::unnamed(scenario) }
    }

    /// A copy that is in no file yet, called as none of these; of a variant another
    /// variant.
    pub fn copied(&self, taken: &[String]) -> Self {
        let name = self.name();
        // The copy of a copy counts on: "cut-2", "cut-3".
        let counted = |stem: &&str, number: &str| {
            !stem.is_empty() && number.chars().all(|digit| digit.is_ascii_digit())
        };
        let stem = name.rsplit_once('-').filter(|(stem, number)| counted(stem, number));
        let stem = stem.map_or(name.as_str(), |(stem, _)| stem);
        let mut scenario = Scenario::clone(&self.scenario);
        let free = (2..).map(|number| format!("{stem}-{number}"));
        scenario.id = free.take(taken.len() + 1).find(|id| !taken.contains(id)).unwrap_or(name);
        let (header, variant) = (self.header.clone(), self.variant.clone());
        Self { header, variant, ..Self::unnamed(scenario) }
    }

    /// Reads a scenario.
    ///
    /// # Errors
    /// All problems that keep the file from being read.
    pub fn open(path: &Path) -> Result<Self, Vec<Problem>> {
        let Loaded { scenario, header, stamp, variant } = files::read(path)?;
        let mut document = Self::unnamed(scenario);
        document.on_disk = Some(Arc::clone(&document.scenario));
        Ok(Self { header, stamp: Some(stamp), variant, path: Some(path.into()), ..document })
    }

    /// Reads a scenario to work on it: undo goes on where it was left when the file
    /// was saved last, and every step is kept in a journal.
    ///
    /// # Errors
    /// All problems that keep the file from being read.
    pub fn open_with_history(path: &Path, journals: &Journals) -> Result<Self, Vec<Problem>> {
        let mut document = Self::open(path)?;
        let variant = document.variant.as_ref();
        let stamp = document.stamp.as_ref();
        let found = stamp.and_then(|stamp| journals.history_of(path, stamp, variant));
        let kept = found.map(|(kept, history)| {
            document.history = history;
            kept
        });
        document.recorder = Some(match kept {
            Some(Kept::Log(log)) => Recorder::resumed(journals.clone(), log),
            Some(Kept::Claim(claim)) => Recorder::new(journals.clone(), Some(claim)),
            None => Recorder::new(journals.clone(), None),
        });
        Ok(document)
    }

    /// Work that a journal kept and that is in no file; none if another program has
    /// it by now, or the journal cannot be read any more.
    pub fn recovered(journal: &Path, journals: &Journals) -> Option<Self> {
        let (log, told) = journals.resume(journal)?;
        let Base { file, stamp, header, variant, scenario, history, .. } = told.base;
        let on_disk = history.saved_position().and_then(|saved| {
            let (mut then, mut history) = (Arc::clone(&scenario), history.clone());
            history.go_to(&mut then, saved).ok().map(|()| then)
        });
        Some(Self {
            on_disk,
            merged: None,
            scenario,
            history,
            path: file,
            header,
            stamp,
            variant,
            recorder: Some(Recorder::resumed(journals.clone(), log)),
            revision: 0,
            structure: 0,
        })
    }

    /// Keeps every step in a journal from now on.
    pub fn keep_journal(&mut self, journals: &Journals) {
        self.recorder = Some(Recorder::new(journals.clone(), None));
    }

    /// What keeps the steps; none for commands.
    pub fn recorder(&self) -> Option<&Recorder> {
        self.recorder.as_ref()
    }

    /// Notes that the person leaves behind what is not saved: it is not offered at
    /// the next start, but can still be had back for a month.
    pub fn leave_behind(&self) {
        if self.is_unsaved()
            && let Some(recorder) = self.recorder.as_ref().filter(|recorder| recorder.has_begun())
        {
            recorder.add(Entry::Left(jiff::Timestamp::now()));
        }
    }

    /// A journal's first state comes before its first entry.
    fn begin_journal(&mut self) {
        if self.recorder.as_ref().is_some_and(|recorder| !recorder.has_begun()) {
            self.begin_journal_anew();
        }
    }

    fn begin_journal_anew(&mut self) {
        let Some(recorder) = &mut self.recorder else { return };
        recorder.begin(Base::new(
            self.path.clone(),
            self.stamp.clone(),
            self.header.clone(),
            self.variant.clone(),
            Arc::clone(&self.scenario),
            self.history.clone(),
        ));
    }

    fn note(&self, entry: Entry) {
        if let Some(recorder) = &self.recorder {
            recorder.add(entry);
        }
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
        self.begin_journal();
        let weights_only = edit.changes_weights_only();
        let applied = self.history.apply(&mut self.scenario, label, edit, gesture)?;
        if let Some((step, edit)) = self.history.last_done().filter(|_| self.recorder.is_some()) {
            self.note(match applied {
                Applied::Step => Entry::Step(Box::new(step.clone())),
                Applied::Amended => Entry::Amend(Box::new(edit.clone())),
            });
        }
        self.count_change(weights_only);
        Ok(())
    }

    /// Goes to the state in which so many steps of the history are done.
    ///
    /// # Errors
    /// If there are not so many.
    pub fn go_to(&mut self, position: usize) -> Result<(), EditError> {
        self.begin_journal();
        let went = self.history.go_to(&mut self.scenario, position);
        self.count_position();
        went
    }

    /// Says why a step of the history (from 0) was made.
    ///
    /// # Errors
    /// If there is no such step.
    pub fn set_reason(&mut self, step: usize, reason: &str) -> Result<(), EditError> {
        self.begin_journal();
        self.history.set_reason(step, reason.to_owned())?;
        self.note(Entry::Reason { step, reason: reason.to_owned() });
        Ok(())
    }

    fn count_position(&mut self) {
        self.note(Entry::Position(self.history.steps().1));
        self.count_change(false);
    }

    /// Takes the last step back; false if there is none.
    pub fn undo(&mut self) -> bool {
        if self.history.undo_label().is_none() {
            return false;
        }
        self.begin_journal();
        let undone = self.history.undo(&mut self.scenario);
        if undone {
            self.count_position();
        }
        undone
    }

    /// Does a step again that was taken back; false if there is none.
    pub fn redo(&mut self) -> bool {
        if self.history.redo_label().is_none() {
            return false;
        }
        self.begin_journal();
        let redone = self.history.redo(&mut self.scenario);
        if redone {
            self.count_position();
        }
        redone
    }

    fn count_change(&mut self, weights_only: bool) {
        self.revision += 1;
        if !weights_only {
            self.structure += 1;
        }
    }
}
