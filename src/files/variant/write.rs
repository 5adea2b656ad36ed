//! Writing a variant: what differs from its base, and nothing else.

use super::Variant;
use super::apply::found;
use super::base::relative;
use super::change::{Change, Stale};
use super::diff::between;
use super::sheet::Sheet;
use crate::files::text::{Format, WriteError, names_on, print_with_header, to_node};
use crate::files::{SaveError, Stamp, format_of, write_atomically};
use crate::model::Scenario;
use std::path::Path;

/// The text of a variant's file at a path: the differences of the scenario from its
/// base as it was read last, what is stale with what the base had, and what is kept.
/// O(size × log(size)).
///
/// # Errors
/// If a number in it is not finite; says where.
pub fn to_text(
    path: &Path,
    scenario: &Scenario,
    variant: &Variant,
    format: Format,
    header: Option<&str>,
) -> Result<String, WriteError> {
    let (changes, _) = to_changes(scenario, variant)?;
    Ok(printed(path, &changes, variant, format, header))
}

/// Writes a scenario safely as a variant, as RON or JSON by the ending of the name.
/// Gives what the file looks like, and the variant without what is stale no more.
///
/// The base is neither read nor written.
///
/// # Errors
/// If the file is the base, the ending is neither `.ron` nor `.json`, or the system
/// refuses; the old file is then untouched.
pub fn write(
    path: &Path,
    scenario: &Scenario,
    variant: &Variant,
    header: Option<&str>,
) -> Result<(Stamp, Variant), SaveError> {
    let format = format_of(path).ok_or_else(|| SaveError::UnknownEnding(path.into()))?;
    if variant.seen.iter().any(|(base, _)| is_same_file(path, base)) {
        return Err(SaveError::IsBase(path.into()));
    }
    let (changes, variant) = to_changes(scenario, variant).map_err(SaveError::NotWritable)?;
    let text = printed(path, &changes, &variant, format, header);
    write_atomically(path, text.as_bytes()).map_err(|error| SaveError::Io(path.into(), error))?;
    Ok((Stamp::of(path, text.as_bytes()), variant))
}

/// Writes a variant without differences: what [`write()`] does with the base itself.
///
/// # Errors
/// As [`write()`].
pub fn write_empty(
    path: &Path,
    variant: &Variant,
    header: Option<&str>,
) -> Result<Stamp, SaveError> {
    write(path, &variant.base_scenario, variant, header).map(|(stamp, _)| stamp)
}

/// True if both are one file, by whatever names.
fn is_same_file(a: &Path, b: &Path) -> bool {
    let whole = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).ok();
    whole(a).is_some_and(|a| whole(b) == Some(a))
}

fn printed(
    path: &Path,
    changes: &[Change],
    variant: &Variant,
    format: Format,
    header: Option<&str>,
) -> String {
    let root = Sheet::to_node(&relative(path, &variant.base), changes);
    print_with_header(&root, format, header)
}

/// The changes to write, and what of the variant is still stale or kept.
fn to_changes(
    scenario: &Scenario,
    variant: &Variant,
) -> Result<(Vec<Change>, Variant), WriteError> {
    let mut changes = between(&variant.base_scenario, scenario)?;
    if variant.stale.is_empty() && variant.kept.is_empty() {
        return Ok((changes, variant.clone()));
    }
    let root = to_node(scenario)?;
    let value = |path: &str| names_on(path).and_then(|names| found(&root, &names));
    // Whoever changed the value since knew what the base has.
    let mut stale = variant.stale.clone();
    stale.retain(|stale| value(&stale.path) == stale.ours.as_ref() && restore(stale, &mut changes));
    // What was entered anew is not changed by what was kept.
    let mut kept = variant.kept.clone();
    kept.retain(|change| value(&change.path).is_none() && !is_covered(&change.path, &changes));
    changes.extend(kept.iter().cloned());
    Ok((changes, Variant { stale, kept, ..variant.clone() }))
}

/// Lets a change say what the base had when it was made, not what it has now; false if
/// something around it is changed as a whole.
fn restore(stale: &Stale, changes: &mut Vec<Change>) -> bool {
    let Stale { path, was, base_now: _, ours } = stale.clone();
    let names = names_on(&path).unwrap_or_default();
    let is_inside = |change: &Change| {
        !change.is_move() && names_on(&change.path).is_some_and(|own| own.starts_with(&names))
    };
    let Some(at) = changes.iter().position(is_inside) else { return false };
    let position = changes.get(at).and_then(|change| change.position.clone());
    changes.retain(|change| !is_inside(change));
    let change = Change { path, was, now: ours, position, span: Default::default() };
    changes.insert(at.min(changes.len()), change);
    true
}

/// True if a change is made at the place, around it or inside of it.
fn is_covered(path: &str, changes: &[Change]) -> bool {
    let names = names_on(path).unwrap_or_default();
    changes.iter().filter(|change| !change.is_move()).any(|change| {
        names_on(&change.path).is_some_and(|own| own.starts_with(&names) || names.starts_with(&own))
    })
}
