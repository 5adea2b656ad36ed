//! Undo and redo of everything, and what each step is called.

use super::edit::{Edit, EditError};
use crate::model::Scenario;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What a step did, for the undo menu and the history: a key of the language
/// files, and the thing that it was done to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Key of the language files, such as `edit-weight`.
    pub key: String,
    /// Name of the thing, put in as `$what`.
    pub what: String,
}

impl Label {
    /// A label.
    pub fn new(key: &str, what: impl Into<String>) -> Self {
        Self { key: key.to_owned(), what: what.into() }
    }
}

/// One step of the history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What it did.
    pub label: Label,
    /// When it was done.
    pub at: Timestamp,
    /// Why, in the words of whoever did it; empty if nobody said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Doing it (again).
    forward: Edit,
    /// Taking it back.
    backward: Edit,
    /// Steps of one drag share a gesture and count as one.
    #[serde(skip)]
    gesture: Option<u64>,
}

/// What applying an edit came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// A step of its own.
    Step,
    /// It went on with the step before.
    Amended,
}

/// All steps since the scenario was opened, and where in them we are.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    steps: Vec<Step>,
    /// Steps before this one are done, the others are taken back.
    position: usize,
    /// The position that is on disk; none if it was overwritten by newer steps.
    saved: Option<usize>,
}

impl History {
    /// A history without steps, in which what we have is on disk.
    pub fn saved() -> Self {
        Self { saved: Some(0), ..Self::default() }
    }

    /// Applies an edit and remembers it.
    ///
    /// An edit with the same `gesture` as the step before joins it, so that one
    /// drag is one step. Steps that had been taken back are forgotten.
    ///
    /// # Errors
    /// If the edit does not fit; nothing has changed then.
    pub fn apply(
        &mut self,
        scenario: &mut Arc<Scenario>,
        label: Label,
        edit: Edit,
        gesture: Option<u64>,
    ) -> Result<Applied, EditError> {
        let last = self.position.checked_sub(1).and_then(|at| self.steps.get(at));
        let joins = gesture.is_some()
            && self.saved != Some(self.position)
            && self.position == self.steps.len()
            && last.is_some_and(|last| last.gesture == gesture);
        if joins {
            self.amend(scenario, edit)?;
            return Ok(Applied::Amended);
        }
        let backward = edit.clone().apply(Arc::make_mut(scenario))?;
        let (at, reason) = (Timestamp::now(), String::new());
        self.push(Step { label, at, reason, forward: edit, backward, gesture });
        Ok(Applied::Step)
    }

    /// Does a step that is not among ours yet, as when a journal is read.
    ///
    /// # Errors
    /// If it does not fit; nothing has changed then.
    pub(super) fn redo_new(
        &mut self,
        scenario: &mut Arc<Scenario>,
        step: Step,
    ) -> Result<(), EditError> {
        step.forward.clone().apply(Arc::make_mut(scenario))?;
        self.push(step);
        Ok(())
    }

    /// Goes on with the last step: the edit takes the place of what it did.
    ///
    /// # Errors
    /// If it does not fit, or there is no last step; nothing has changed then.
    pub(super) fn amend(
        &mut self,
        scenario: &mut Arc<Scenario>,
        edit: Edit,
    ) -> Result<(), EditError> {
        let last = self.position.checked_sub(1).and_then(|at| self.steps.get_mut(at));
        let last = last.ok_or(EditError)?;
        edit.clone().apply(Arc::make_mut(scenario))?;
        last.forward = edit;
        Ok(())
    }

    fn push(&mut self, step: Step) {
        self.steps.truncate(self.position);
        if self.saved.is_some_and(|saved| saved > self.position) {
            self.saved = None;
        }
        self.steps.push(step);
        self.position += 1;
    }

    /// Takes the last step back; false if there is none.
    pub fn undo(&mut self, scenario: &mut Arc<Scenario>) -> bool {
        let before = self.position.checked_sub(1);
        before.is_some_and(|before| self.go_to(scenario, before).is_ok())
    }

    /// Does the step again that was last taken back; false if there is none.
    pub fn redo(&mut self, scenario: &mut Arc<Scenario>) -> bool {
        self.position < self.steps.len() && self.go_to(scenario, self.position + 1).is_ok()
    }

    /// Goes to the state in which so many steps are done. O(steps between).
    ///
    /// # Errors
    /// If there are not so many, or one does not fit; we are then as far as they do.
    pub fn go_to(
        &mut self,
        scenario: &mut Arc<Scenario>,
        position: usize,
    ) -> Result<(), EditError> {
        if position > self.steps.len() {
            return Err(EditError);
        }
        while self.position > position {
            let step = self.steps.get(self.position - 1).ok_or(EditError)?;
            step.backward.clone().apply(Arc::make_mut(scenario))?;
            self.position -= 1;
        }
        while self.position < position {
            let step = self.steps.get(self.position).ok_or(EditError)?;
            step.forward.clone().apply(Arc::make_mut(scenario))?;
            self.position += 1;
        }
        Ok(())
    }

    /// The last step that is done, and what it does.
    pub(super) fn last_done(&self) -> Option<(&Step, &Edit)> {
        let last = self.position.checked_sub(1).and_then(|at| self.steps.get(at))?;
        Some((last, &last.forward))
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&Label> {
        self.position.checked_sub(1).and_then(|at| self.steps.get(at)).map(|step| &step.label)
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&Label> {
        self.steps.get(self.position).map(|step| &step.label)
    }

    /// All steps, and how many of them are done.
    pub fn steps(&self) -> (&[Step], usize) {
        (&self.steps, self.position)
    }

    /// So many steps are done in the state that is on disk; none if no state of
    /// this history is.
    pub fn saved_position(&self) -> Option<usize> {
        self.saved
    }

    /// Says why a step was made.
    ///
    /// # Errors
    /// If there is no such step.
    pub fn set_reason(&mut self, step: usize, reason: String) -> Result<(), EditError> {
        self.steps.get_mut(step).ok_or(EditError)?.reason = reason;
        Ok(())
    }

    /// Tells that what we have is on disk now.
    pub fn mark_saved(&mut self) {
        self.saved = Some(self.position);
        // A drag that goes on after a save is a new step.
        if let Some(last) = self.steps.last_mut() {
            last.gesture = None;
        }
    }

    /// Tells that no state of this history is on disk any more.
    pub(super) fn mark_unsaved(&mut self) {
        self.saved = None;
    }

    /// True if what we have is not on disk.
    pub fn is_unsaved(&self) -> bool {
        self.saved != Some(self.position)
    }

    /// How many steps lie between what we have and what is on disk; all of them
    /// where no state of this history is.
    pub fn unsaved_steps(&self) -> usize {
        self.saved.map_or(self.steps.len(), |saved| saved.abs_diff(self.position))
    }

    /// # Errors
    /// If the positions do not belong to the steps, as in a file that was tampered with.
    pub(super) fn check(&self) -> Result<(), EditError> {
        let fits = |position: usize| position <= self.steps.len();
        if fits(self.position) && self.saved.is_none_or(fits) { Ok(()) } else { Err(EditError) }
    }
}
