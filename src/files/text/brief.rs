//! A value on one line, for a sentence.

use super::{
    Format, print,
    tree::{Node, Value},
};

/// How much of a value is shown, in characters.
const MOST: usize = 60;

/// The beginning of a value as a file has it, on one line.
#[must_use]
pub fn brief(node: &Node) -> String {
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
