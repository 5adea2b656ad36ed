//! Two states of a scenario that come from one, put together again.
//!
//! Not line by line but part by part: fields by their name, elements of lists by
//! their id or by what else tells them apart, such as a prerequisite by its item.
//! What only one side changed is taken from it, whatever stands on the next line.
//! Where both changed the same place differently, or one removed what the other
//! changed, there is a [`Conflict`], and the merged scenario holds what MINE has.

mod parts;
mod settle;
mod sound;
mod step;
mod walk;

pub(super) use parts::{Kind, Parts, order};
pub use settle::{Choice, SettleError, settle};
pub(super) use step::{Step, field_of, key_of, path_of};
pub(super) use walk::{Base, parts};

use super::text::{Node, WriteError, to_node};
use super::{Loaded, examine};
use crate::model::{Problem, Scenario};
use sound::Three;
use std::collections::HashSet;
use std::path::Path;
use walk::Walk;

/// The way to a place.
type Steps = Vec<Step>;

/// One of the states that are merged.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// What its file holds.
    pub scenario: &'a Scenario,
    /// The comment at the head of its file.
    pub header: Option<&'a str>,
}

impl<'a> From<&'a Loaded> for Side<'a> {
    fn from(loaded: &'a Loaded) -> Self {
        Self { scenario: &loaded.scenario, header: loaded.header.as_deref() }
    }
}

/// What came of a merge.
#[derive(Debug, Clone)]
pub struct Merged {
    /// All that both sides changed; at a conflict what MINE has.
    pub scenario: Scenario,
    /// The comment for the head of the file: that of MINE, or of THEIRS if only
    /// they changed it.
    pub header: Option<String>,
    /// Where they contradict each other: in the order of MINE, then what only
    /// THEIRS has.
    pub conflicts: Vec<Conflict>,
    /// At how many places the change of THEIRS was taken.
    pub taken: usize,
}

/// A place where two sides contradict each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Where, such as `items["e-tax"].scores.demand`; an element of a list goes by
    /// its id or what else tells it apart, such as `requires["e-id"]`.
    pub path: String,
    /// What both began with; none if it was not there, or is not known.
    pub base: Option<Node>,
    /// What MINE has; none if it is not there.
    pub mine: Option<Node>,
    /// What THEIRS has; none if it is not there.
    pub theirs: Option<Node>,
    /// What would be wrong with the scenario if THEIRS were taken here. Empty
    /// where both changed the same place.
    pub problems: Vec<Problem>,
    steps: Steps,
    /// Keys of the elements before it, in a list or a map.
    after: Vec<String>,
}

/// Merges what MINE and THEIRS made of BASE; without a base everything was added
/// on both sides.
///
/// If both are valid, so is the merged scenario: a change of THEIRS that would
/// break it (they removed an item that MINE newly requires, say) is left out and
/// told as a conflict.
///
/// O(size), and O(size × log(changes)) for each change that breaks it.
///
/// # Errors
/// If a number is not finite; says where.
pub fn merge(
    base: Option<Side<'_>>,
    mine: Side<'_>,
    theirs: Side<'_>,
) -> Result<Merged, WriteError> {
    let nodes = Three {
        base: base.map(|base| to_node(base.scenario)).transpose()?,
        mine: to_node(mine.scenario)?,
        theirs: to_node(theirs.scenario)?,
    };
    let (scenario, taken, conflicts) = nodes.merged_soundly(mine.scenario);
    let only_theirs = mine.header == base.and_then(|base| base.header);
    let header = if only_theirs { theirs.header } else { mine.header };
    Ok(Merged { scenario, header: header.map(str::to_owned), conflicts, taken })
}

/// Every place at which two states differ, as a conflict that [`settle`] can settle.
/// O(size).
///
/// # Errors
/// If a number is not finite; says where.
pub fn places(mine: &Scenario, theirs: &Scenario) -> Result<Vec<Conflict>, WriteError> {
    let (mine, theirs) = (to_node(mine)?, to_node(theirs)?);
    // What only they changed, as if MINE had been the beginning, …
    let none = HashSet::new();
    let mut first = Walk::new(&none);
    first.merge(Some(&mine), &mine, &theirs);
    // … is left to be settled.
    let changed: HashSet<Steps> = first.taken.into_iter().collect();
    let mut second = Walk::new(&changed);
    second.merge(Some(&mine), &mine, &theirs);
    Ok(second.conflicts)
}

/// Reads what two sides began with; none if the file is empty, as git gives it
/// for a file that both added. It need not be valid, only understood.
///
/// # Errors
/// Every problem that keeps it from being understood.
pub fn read_base(path: &Path) -> Result<Option<Loaded>, Vec<Problem>> {
    let bytes = super::read_bytes(path).map_err(|problem| vec![problem])?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(None);
    }
    let (loaded, problems) = examine(path);
    loaded.map(Some).ok_or(problems)
}
