//! What two people made of one variant, put together: change by change, without the
//! base, which git does not lay beside the files that it gives to a merge.

use super::branch::Branch;
use super::change::{Change, Position};
use super::sheet::Sheet;
use crate::files::merge::{Conflict, order};
use crate::files::text::{
    Format, Node, Value, decode, header_comment, names_on, parse_tolerant, print_with_header,
};
use crate::files::{format_of, guess_format, read_bytes, to_problems};
use crate::model::Problem;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// What came of merging a variant.
#[derive(Debug)]
pub struct MergedVariant {
    /// The text for MINE, in its notation.
    pub text: String,
    /// True if it says something else than MINE said.
    pub is_changed: bool,
    /// Changes that contradict each other; there it has what MINE has.
    pub conflicts: Vec<Conflict>,
    /// How many changes of THEIRS were taken.
    pub taken: usize,
}

/// Why variants were not merged.
#[derive(Debug)]
pub enum MergeError {
    /// Not all of the files are variants.
    Mixed,
    /// These cannot be read.
    Unreadable(Vec<(PathBuf, Vec<Problem>)>),
}

/// Merges what MINE and THEIRS made of a variant; nothing comes of it if none of the
/// files is one. An empty BASE means that both added it.
///
/// Nothing tells whether the changes go together: the base is not looked at. O(size).
///
/// # Errors
/// If only some of them are variants, or one of them cannot be read.
pub fn merge_files(
    base: &Path,
    mine: &Path,
    theirs: &Path,
) -> Result<Option<MergedVariant>, MergeError> {
    let files = [base, mine, theirs].map(|path| (path, Copy::read(path)));
    if !files.iter().any(|(_, file)| matches!(file, Ok(Copy::Variant(_)) | Err(_))) {
        return Ok(None);
    }
    let mut problems = Vec::new();
    let mut copies = files
        .map(|(path, file)| file.map_err(|found| problems.push((path.to_path_buf(), found))).ok());
    if !problems.is_empty() {
        return Err(MergeError::Unreadable(problems));
    }
    match copies.each_mut().map(Option::take) {
        [Some(Copy::Empty), Some(Copy::Variant(mine)), Some(Copy::Variant(theirs))] => {
            Ok(Some(merged(None, mine, theirs)))
        }
        [Some(Copy::Variant(base)), Some(Copy::Variant(mine)), Some(Copy::Variant(theirs))] => {
            Ok(Some(merged(Some(base), mine, theirs)))
        }
        _ => Err(MergeError::Mixed),
    }
}

/// One of the three files.
enum Copy {
    Empty,
    /// Something else, readable or not.
    Other,
    Variant(Text),
}

struct Text {
    base: String,
    header: Option<String>,
    format: Format,
    changes: Vec<Change>,
}

impl Copy {
    fn read(path: &Path) -> Result<Self, Vec<Problem>> {
        // What cannot be read is told by whoever merges scenarios.
        let Ok(bytes) = read_bytes(path) else { return Ok(Self::Other) };
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Ok(Self::Empty);
        }
        let format = format_of(path).unwrap_or_else(|| guess_format(&bytes));
        let Ok(source) = decode(&bytes) else { return Ok(Self::Other) };
        let (Some(root), problems) = parse_tolerant(source, format) else { return Ok(Self::Other) };
        if !super::is_variant(&root) {
            return Ok(Self::Other);
        }
        if !problems.is_empty() {
            return Err(to_problems(problems));
        }
        let Sheet { base, changes, .. } = Sheet::read(&root)?;
        Branch::of(&changes)?;
        let changes = changes.into_iter().map(Change::unplaced).collect();
        Ok(Self::Variant(Text { base, header: header_comment(source), format, changes }))
    }
}

fn merged(base: Option<Text>, mine: Text, theirs: Text) -> MergedVariant {
    let mut found = Found::default();
    let old = base.as_ref().map(|base| base.base.as_str());
    let named = found.either("base", old, &mine.base, &theirs.base);
    let changes = found.changes(base.as_ref(), &mine, &theirs);
    let only_theirs = mine.header == base.as_ref().and_then(|base| base.header.clone());
    let header = if only_theirs { &theirs.header } else { &mine.header };
    let root = Sheet::to_node(named, &changes);
    let Found { conflicts, taken } = found;
    MergedVariant {
        text: print_with_header(&root, mine.format, header.as_deref()),
        is_changed: taken > 0 || *header != mine.header,
        conflicts,
        taken,
    }
}

#[derive(Default)]
struct Found {
    conflicts: Vec<Conflict>,
    taken: usize,
}

impl Found {
    /// The name of the base.
    fn either<'t>(
        &mut self,
        path: &str,
        base: Option<&str>,
        mine: &'t str,
        theirs: &'t str,
    ) -> &'t str {
        if mine == theirs || base == Some(theirs) {
            return mine;
        }
        if base == Some(mine) {
            self.taken += 1;
            return theirs;
        }
        let text = |text: &str| Some(Node::new(Value::String(text.to_owned())));
        self.conflicts.push(Conflict::at(path, base.and_then(text), text(mine), text(theirs)));
        mine
    }

    fn changes(&mut self, base: Option<&Text>, mine: &Text, theirs: &Text) -> Vec<Change> {
        let by_key = |text: &Text| -> (Vec<String>, HashMap<String, Change>) {
            let keyed = text.changes.iter().map(|change| (key(change), change.clone()));
            (text.changes.iter().map(key).collect(), keyed.collect())
        };
        let base = base.map(by_key);
        let ((own_keys, own), (other_keys, other)) = (by_key(mine), by_key(theirs));
        let old = |key: &String| base.as_ref().and_then(|(_, changes)| changes.get(key));
        let mut kept: HashMap<&str, &Change> = HashMap::new();
        let mut branch = Branch::default();
        let mut late = Vec::new();
        for key in own_keys.iter().chain(other_keys.iter().filter(|key| !own.contains_key(*key))) {
            let (was, own, other) = (old(key), own.get(key), other.get(key));
            let is_theirs = !says_the_same(own, other) && was == own;
            let is_torn = !says_the_same(own, other) && was != own && was != other;
            // What one has and the other does not was added if nobody knows better.
            let is_added = base.is_none() && (own.is_none() || other.is_none());
            if is_torn && !is_added {
                self.torn(was, own, other);
            }
            if is_theirs || is_added && own.is_none() {
                self.taken += usize::from(other.is_none());
                late.extend(other.map(|change| (key, change)));
            } else if let Some(change) = own {
                // Those of one file do not overlap.
                let _ = branch.add(&names(change), 0, change.is_move());
                kept.insert(key, change);
            }
        }
        for (key, change) in late {
            match branch.add(&names(change), 0, change.is_move()) {
                Ok(()) => {
                    self.taken += 1;
                    kept.insert(key, change);
                }
                // One of them changed the whole of which the other changed a part.
                Err(_) => self.torn(old(key), None, Some(change)),
            }
        }
        let keys: HashSet<&str> = kept.keys().copied().collect();
        let base_keys = base.as_ref().map(|(keys, _)| keys.as_slice());
        let (ordered, _) = order(base_keys, &own_keys, &other_keys, &keys);
        ordered.into_iter().filter_map(|key| kept.get(key).map(|c| Change::clone(c))).collect()
    }

    fn torn(&mut self, base: Option<&Change>, mine: Option<&Change>, theirs: Option<&Change>) {
        let Some(known) = base.or(mine).or(theirs) else { return };
        // Without a change there is what the base has.
        let value = |change: Option<&Change>| match change {
            Some(change) => value(change),
            None => known.was.clone(),
        };
        let [base, mine, theirs] = [base, mine, theirs].map(value);
        self.conflicts.push(Conflict::at(&known.path, base, mine, theirs));
    }
}

/// Values and orders at one place are changes of their own.
fn key(change: &Change) -> String {
    let kind = if change.is_move() { "move" } else { "value" };
    format!("{kind} {}", names(change).join("\u{0}"))
}

fn names(change: &Change) -> Vec<String> {
    names_on(&change.path).unwrap_or_default()
}

fn value(change: &Change) -> Option<Node> {
    match &change.position {
        Some(Position::After(other)) if change.is_move() => {
            Some(Node::new(Value::String(other.clone())))
        }
        _ => change.now.clone(),
    }
}

/// True if both come to the same, whatever the base had.
fn says_the_same(a: Option<&Change>, b: Option<&Change>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.now == b.now && a.position == b.position,
        (a, b) => a == b,
    }
}
