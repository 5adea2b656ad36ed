//! Reading a variant's file as the scenario that it stands for.

use super::base::read_base;
use super::branch;
use super::change::{Change, Stale};
use super::resolve::{Applied, Places, apply};
use super::sheet::Sheet;
use crate::files::text::{Locator, Node, brief};
use crate::files::{Loaded, Stamp};
use crate::model::{Problem, validate};
use std::path::PathBuf;

/// True if the text of a file is that of a variant.
pub(in crate::files) fn is_variant(root: &Node) -> bool {
    root.field("base").is_some() || root.field("changes").is_some()
}

/// Reads a variant, and everything that is wrong with it or worth a look; `above` are
/// the files that led to it, itself the last.
pub(in crate::files) fn examine(
    root: &Node,
    header: Option<String>,
    stamp: Stamp,
    above: &[PathBuf],
) -> (Option<Loaded>, Vec<Problem>) {
    let Sheet { base, base_span, changes } = match Sheet::read(root) {
        Ok(sheet) => sheet,
        Err(problems) => return (None, problems),
    };
    let mut variant = match read_base(&base, above) {
        Ok(variant) => variant,
        Err(mut problems) => {
            let own = problems.iter_mut().filter(|problem| problem.file.is_none());
            for problem in own {
                problem.line = Some(base_span.line);
                problem.column = Some(base_span.column);
            }
            return (None, problems);
        }
    };
    let Applied { scenario, stale, kept, tree } = match apply(&variant.base_scenario, &changes) {
        Ok(applied) => applied,
        Err(problems) => return (None, problems),
    };
    let (mut places, changed) = (Locator::new(&tree), Places::of(&changes));
    let mut problems: Vec<Problem> = validate::problems(&scenario)
        .into_iter()
        .map(|mut problem| {
            let span = places.closest(&problem.path);
            (problem.line, problem.column) = (Some(span.line), Some(span.column));
            changed.near(problem)
        })
        .collect();
    problems.extend(stale.iter().map(|stale| stale_problem(stale, &changes)));
    problems.extend(kept.iter().map(|change| {
        let gone = Problem::warning("variant-gone", change.path.as_str());
        branch::at(change, gone)
    }));
    problems.sort_by_key(|p| (p.severity, p.line.unwrap_or(0), p.column.unwrap_or(0)));
    variant.stale = stale;
    variant.kept = kept.into_iter().map(Change::unplaced).collect();
    (Some(Loaded { scenario, header, stamp, variant: Some(variant) }), problems)
}

/// A stale change as a warning.
fn stale_problem(stale: &Stale, changes: &[Change]) -> Problem {
    let Stale { path, was, base_now, ours } = stale;
    let problem = Problem::warning("variant-stale", path.as_str());
    let values = [("was", was), ("now", base_now), ("ours", ours)];
    let kinds = [("had", was), ("has", base_now), ("own", ours)];
    let problem = values.into_iter().fold(problem, |problem, (name, node)| {
        problem.with(name, node.as_ref().map_or_else(String::new, brief))
    });
    // A sentence says something else where there is nothing.
    let problem = kinds.into_iter().fold(problem, |problem, (name, node)| {
        problem.with(name, if node.is_some() { "yes" } else { "no" })
    });
    match changes.iter().find(|change| change.path == *path && !change.is_move()) {
        Some(change) => branch::at(change, problem),
        None => problem,
    }
}
