//! Conflicts of a merge in words: `items["e-tax"].scores.demand: it was 100, …`.

use super::words::words;
use crate::files::merge::Conflict;
use crate::files::text::{Node, brief};
use crate::texts::{Arg, Texts};

/// A conflict as a sentence: what each side has there, or what would be wrong if
/// THEIRS were taken.
pub fn merge_conflict_words(conflict: &Conflict, texts: &Texts) -> String {
    let Conflict { path, base, mine, theirs, problems, .. } = conflict;
    let value = |node: &Option<Node>| node.as_ref().map_or_else(String::new, brief);
    let args = [
        ("path", Arg::from(path.as_str())),
        ("base", Arg::from(value(base).as_str())),
        ("mine", Arg::from(value(mine).as_str())),
        ("theirs", Arg::from(value(theirs).as_str())),
    ];
    if let Some(problem) = problems.first() {
        let (message, _) = words(problem, texts);
        let [path, ..] = args;
        let place = ("place", Arg::from(problem.path.as_str()));
        let args = [path, place, ("message", Arg::from(message.as_str()))];
        let key = match (base, mine, theirs) {
            (_, _, None) => "merge-breaks-removed",
            (_, None, _) => "merge-breaks-added",
            _ => "merge-breaks-changed",
        };
        return texts.with(key, &args);
    }
    let key = match (base, mine, theirs) {
        (Some(_), None, _) => "merge-removed-by-mine",
        (Some(_), Some(_), None) => "merge-removed-by-theirs",
        (Some(_), Some(_), Some(_)) => "merge-changed-by-both",
        (None, Some(_), Some(_)) => "merge-added-by-both",
        (None, Some(_), None) => "merge-only-in-mine",
        (None, None, _) => "merge-only-in-theirs",
    };
    texts.with(key, &args)
}
