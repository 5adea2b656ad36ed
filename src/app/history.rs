//! Undo and redo of everything, and what each step is called.

use super::edit::{Edit, EditError};
use crate::model::Scenario;
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
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it did.
    pub label: Label,
    /// Doing it (again).
    forward: Edit,
    /// Taking it back.
    backward: Edit,
    /// Steps of one drag share a gesture and count as one.
    gesture: Option<u64>,
}

/// All steps since the scenario was opened, and where in them we are.
#[derive(Debug, Default)]
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
    ) -> Result<(), EditError> {
        let backward = edit.clone().apply(Arc::make_mut(scenario))?;
        self.steps.truncate(self.position);
        if self.saved.is_some_and(|saved| saved > self.position) {
            self.saved = None;
        }
        let joins = gesture.is_some() && self.saved != Some(self.position);
        match self.steps.last_mut() {
            Some(last) if joins && last.gesture == gesture => last.forward = edit,
            _ => {
                self.steps.push(Step { label, forward: edit, backward, gesture });
                self.position += 1;
            }
        }
        Ok(())
    }

    /// Takes the last step back; false if there is none.
    pub fn undo(&mut self, scenario: &mut Arc<Scenario>) -> bool {
        let Some(step) = self.position.checked_sub(1).and_then(|at| self.steps.get(at)) else {
            return false;
        };
        let done = step.backward.clone().apply(Arc::make_mut(scenario)).is_ok();
        if done {
            self.position -= 1;
        }
        done
    }

    /// Does the step again that was last taken back; false if there is none.
    pub fn redo(&mut self, scenario: &mut Arc<Scenario>) -> bool {
        let Some(step) = self.steps.get(self.position) else { return false };
        let done = step.forward.clone().apply(Arc::make_mut(scenario)).is_ok();
        if done {
            self.position += 1;
        }
        done
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

    /// Tells that what we have is on disk now.
    pub fn mark_saved(&mut self) {
        self.saved = Some(self.position);
        // A drag that goes on after a save is a new step.
        if let Some(last) = self.steps.last_mut() {
            last.gesture = None;
        }
    }

    /// True if what we have is not on disk.
    pub fn is_unsaved(&self) -> bool {
        self.saved != Some(self.position)
    }
}
