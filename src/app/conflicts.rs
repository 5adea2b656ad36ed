//! Conflicts of a merge in words: `items["e-tax"].scores.demand: it was 100, …`.

use super::words::words;
use crate::files::merge::Conflict;
use crate::files::text::{Format, Node, Value, print};
use crate::texts::{Arg, Texts};

/// How much of a value is shown, in characters.
const MOST: usize = 60;

/// A conflict as a sentence: what each side has there, or what would be wrong if
/// THEIRS were taken.
pub fn merge_conflict_words(conflict: &Conflict, texts: &Texts) -> String {
    let Conflict { path, base, mine, theirs, problems, .. } = conflict;
    let value = |node: &Option<Node>| node.as_ref().map_or_else(String::new, excerpt);
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

/// The beginning of a value as a file has it, on one line.
pub(super) fn excerpt(node: &Node) -> String {
    // As an element of a list, so that what fits on a line is on one.
    let text = print(&Node::new(Value::List(vec![node.clone()])), Format::Ron);
    let text = text.trim_start_matches('[').trim().trim_end_matches(']').trim_end();
    let pieces: Vec<&str> = text.trim_end_matches(',').split_whitespace().collect();
    let line = pieces.join(" ").replace("( ", "(").replace("[ ", "[");
    if line.chars().nth(MOST).is_none() {
        return line;
    }
    let mut short: String = line.chars().take(MOST - 1).collect();
    short.push('…');
    short
}
