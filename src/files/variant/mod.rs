//! Variants: scenarios in files that name a base and hold only what differs from it.
//!
//! A change says where it is, what the base had there when it was made and what the
//! variant has. So a variant follows its base: reading it makes the changes to the
//! base as it is now, which is the same as a three-way merge of the variant with what
//! became of its base. Where the base is no longer what a change was made for, the
//! variant's value stays and a [`Stale`] tells; a change of something that the base no
//! longer has is kept in the file for the day that it has it again.

mod apply;
mod base;
mod branch;
mod change;
mod diff;
mod examine;
mod merge;
mod resolve;
mod sheet;
mod write;

pub use base::{MOST_BASES, relative};
pub use change::{Change, Position, Stale};
pub use diff::between;
pub(super) use examine::{examine, is_variant};
pub use merge::{MergeError, MergedVariant, merge_files};
pub use resolve::{Applied, apply, with_base_value};
pub use write::{to_text, write, write_empty};

use super::Stamp;
use crate::model::{Problem, Scenario};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a scenario is a variant of, and what of it does not fit its base any more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Variant {
    /// The base's file, as an absolute path.
    pub base: PathBuf,
    /// What the base held when it was read last.
    pub base_scenario: Arc<Scenario>,
    /// The base, and the bases of the base, as they looked then.
    pub seen: Vec<(PathBuf, Stamp)>,
    /// Places of which the base has something else than when they were changed.
    pub stale: Vec<Stale>,
    /// Changes of what the base no longer has.
    pub kept: Vec<Change>,
}

impl Variant {
    /// A variant of a file, without differences yet.
    ///
    /// # Errors
    /// All problems that keep the base from being read.
    pub fn of(base: &Path) -> Result<Self, Vec<Problem>> {
        let variant = Self::of_loaded(base, super::read(base)?);
        if variant.seen.len() > MOST_BASES {
            let problem = Problem::error("variant-too-deep", "base").with("base", base.display());
            return Err(vec![problem.with("most", MOST_BASES)]);
        }
        Ok(variant)
    }

    /// True if the base, or a base of it, holds something else now or is gone.
    pub fn is_base_changed(&self) -> bool {
        self.seen.iter().any(|(path, stamp)| stamp.differs_from_disk(path))
    }

    /// True if both rest on the same bytes.
    pub fn has_seen_the_same(&self, other: &Self) -> bool {
        self.seen.len() == other.seen.len()
            && self.seen.iter().zip(&other.seen).all(|((_, a), (_, b))| a.is_same(b))
    }

    /// Notes that the variant's value at a stale place stands, whatever the base has
    /// there now: it is not told again. False if no such place is stale.
    pub fn keep_ours(&mut self, path: &str) -> bool {
        let before = self.stale.len();
        self.stale.retain(|stale| stale.path != path);
        self.stale.len() < before
    }
}
