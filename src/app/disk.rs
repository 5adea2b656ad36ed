//! The open file as somebody else has written it since, beside ours.

use crate::explain::{InputChange, differences};
use crate::files::merge::{Choice, Conflict, Merged, Side, merge, settle};
use crate::files::variant::Variant;
use crate::files::{self, Loaded, Stamp};
use crate::model::{Problem, Scenario};
use std::path::PathBuf;
use std::sync::Arc;

/// What it takes to look at the file, on any thread.
#[derive(Debug, Clone)]
pub struct Look {
    /// The file.
    pub path: PathBuf,
    /// What both began with: the file as we last read or wrote it; none if nobody
    /// knows.
    pub base: Option<Arc<Scenario>>,
    /// What we have made of it.
    pub mine: Arc<Scenario>,
    /// The comment at the head of our file.
    pub header: Option<String>,
}

/// Their version, and ours with theirs merged into it.
#[derive(Debug, Clone)]
pub struct Theirs {
    /// What they wrote.
    pub scenario: Arc<Scenario>,
    /// What their file looked like.
    pub stamp: Stamp,
    /// What it is a variant of, if its file holds differences only.
    pub variant: Option<Variant>,
    /// What we had when the two were merged.
    pub mine: Arc<Scenario>,
    /// What both began with, or what we have if nobody knows.
    pub before: Arc<Scenario>,
    /// Inputs that they changed.
    pub inputs: Vec<InputChange>,
    /// Both versions in one; where they contradict each other ours.
    pub merged: Merged,
}

impl Look {
    /// Reads their version and merges it into ours. Of a variant their version is what
    /// its file makes of the base as that is now.
    ///
    /// # Errors
    /// All problems that keep their version from being read.
    pub fn run(self) -> Result<Theirs, Vec<Problem>> {
        let Self { path, base, mine, header } = self;
        let Loaded { scenario, header: their_header, stamp, variant } = files::read(&path)?;
        let header = header.as_deref();
        let merged = merge(
            base.as_deref().map(|scenario| Side { scenario, header }),
            Side { scenario: &mine, header },
            Side { scenario: &scenario, header: their_header.as_deref() },
        );
        let merged = merged.map_err(|error| {
            vec![Problem::error("not-finite", error.path()).with("found", "NaN")]
        })?;
        let inputs = differences(base.as_ref().unwrap_or(&mine), &scenario);
        let before = base.unwrap_or_else(|| Arc::clone(&mine));
        let scenario = Arc::new(scenario);
        Ok(Theirs { scenario, stamp, variant, mine, before, inputs, merged })
    }
}

impl Theirs {
    /// Where the two contradict each other.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.merged.conflicts
    }

    /// Both versions in one, with these conflicts settled for theirs.
    pub fn settled(&self, theirs: &[bool]) -> Scenario {
        let chosen = self.merged.conflicts.iter().zip(theirs).filter(|(_, theirs)| **theirs);
        chosen.fold(self.merged.scenario.clone(), |scenario, (conflict, _)| {
            // What cannot stand there any more, because of another choice, stays ours.
            settle(&scenario, conflict, Choice::Theirs).unwrap_or(scenario)
        })
    }
}
