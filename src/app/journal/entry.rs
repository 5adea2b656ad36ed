//! What a journal holds: where a document began, and everything done to it since.

use crate::app::edit::{Edit, EditError};
use crate::app::history::{History, Step};
use crate::files::Stamp;
use crate::files::variant::Variant;
use crate::model::Scenario;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::Arc;

/// The format of journals; others are left alone.
const FORMAT: u32 = 1;

/// The state that a journal begins at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Base {
    /// Version of the format.
    format: u32,
    /// The scenario's file; none if it was never saved.
    pub file: Option<PathBuf>,
    /// What that file looked like when it was last read or saved.
    pub stamp: Option<Stamp>,
    /// The comment at its head.
    pub header: Option<String>,
    /// What the scenario is a variant of, if its file holds differences only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<Variant>,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The steps before, and those that were taken back.
    pub history: History,
}

impl Base {
    /// The state of a document.
    pub fn new(
        file: Option<PathBuf>,
        stamp: Option<Stamp>,
        header: Option<String>,
        variant: Option<Variant>,
        scenario: Arc<Scenario>,
        history: History,
    ) -> Self {
        Self { format: FORMAT, file, stamp, header, variant, scenario, history }
    }
}

/// Something that happened to a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// A step after the present one; steps that were taken back are forgotten.
    Step(Box<Step>),
    /// The last step went on, as in a drag: this takes the place of what it did.
    Amend(Box<Edit>),
    /// So many steps are done now: undo, redo, going back to a point.
    Position(usize),
    /// The present state is on disk.
    Saved(Stamp),
    /// Why a step was made.
    Reason {
        /// The step, from 0.
        step: usize,
        /// Why.
        reason: String,
    },
    /// The person has left behind what was not saved.
    Left(Timestamp),
}

/// What a journal tells of a document.
#[derive(Debug, Clone)]
pub struct Told {
    /// Its last state.
    pub base: Base,
    /// When the person left behind what was not saved, if that came last.
    pub left: Option<Timestamp>,
    /// True if every line was understood, so that others may follow.
    pub is_whole: bool,
}

impl Told {
    /// Reads a journal's lines; none if it is of another program or version. What
    /// comes after a line that does not fit does not count.
    ///
    /// O(length of the journal).
    pub fn read(lines: &[String]) -> Option<Self> {
        let (first, rest) = lines.split_first()?;
        let base: Base = serde_json::from_str(first).ok()?;
        if base.format != FORMAT || base.history.check().is_err() {
            return None;
        }
        let mut told = Self { base, left: None, is_whole: true };
        for line in rest {
            let taken = serde_json::from_str(line).is_ok_and(|entry| told.take(entry).is_ok());
            if !taken {
                told.is_whole = false;
                break;
            }
        }
        Some(told)
    }

    fn take(&mut self, entry: Entry) -> Result<(), EditError> {
        let Base { stamp, scenario, history, .. } = &mut self.base;
        self.left = None;
        match entry {
            Entry::Step(step) => history.redo_new(scenario, *step)?,
            Entry::Amend(edit) => history.amend(scenario, *edit)?,
            Entry::Position(position) => {
                history.go_to(scenario, position)?;
            }
            Entry::Saved(of_file) => {
                *stamp = Some(of_file);
                history.mark_saved();
            }
            Entry::Reason { step, reason } => history.set_reason(step, reason)?,
            Entry::Left(at) => self.left = Some(at),
        }
        Ok(())
    }

    /// True if something is in it that is not on disk.
    pub fn is_unsaved(&self) -> bool {
        self.base.history.is_unsaved()
    }
}
