//! From a path back to its place, for checks that know the model only.

use super::tree::{Node, Span, Value};

/// The place of `items["e-tax"].requires[0].item` in a tree, if the file gives it.
///
/// A name selects a field; `["…"]` a key, or the element of a list with that `id`; `[3]` the
/// element at that index, from 0. A name of a variant may be given or left out.
#[must_use]
pub fn locate(root: &Node, path: &str) -> Option<Span> {
    match walk(root, path) {
        (node, true) => Some(node.span),
        _ => None,
    }
}

/// The place of a path, or of the innermost thing around it that the file gives: a field that was
/// left to its default is at its group.
#[must_use]
pub fn locate_closest(root: &Node, path: &str) -> Span {
    walk(root, path).0.span
}

fn walk<'n>(root: &'n Node, path: &str) -> (&'n Node, bool) {
    let mut node = root;
    let mut rest = path;
    while !rest.is_empty() {
        let Some((step, after)) = next_step(rest) else {
            return (node, false);
        };
        let Some(inner) = descend(node, &step) else {
            return (node, false);
        };
        node = inner;
        rest = after;
    }
    (node, true)
}

enum Step {
    Name(String),
    Index(usize),
}

/// The first step of a path and what follows it.
fn next_step(path: &str) -> Option<(Step, &str)> {
    if let Some(rest) = path.strip_prefix("[\"") {
        let mut name = String::new();
        let mut chars = rest.char_indices();
        loop {
            match chars.next()? {
                (_, '\\') => name.push(chars.next()?.1),
                (at, '"') => {
                    let after = rest[at + 1..].strip_prefix(']')?;
                    return Some((Step::Name(name), after));
                }
                (_, c) => name.push(c),
            }
        }
    }
    if let Some(rest) = path.strip_prefix('[') {
        let (index, after) = rest.split_once(']')?;
        return Some((Step::Index(index.parse().ok()?), after));
    }
    let path = path.strip_prefix('.').unwrap_or(path);
    let end = path.find(['.', '[']).unwrap_or(path.len());
    (end > 0).then(|| (Step::Name(path[..end].to_owned()), &path[end..]))
}

fn descend<'n>(node: &'n Node, step: &Step) -> Option<&'n Node> {
    match (&node.value, step) {
        (Value::Variant(name, payload), Step::Name(wanted)) if name == wanted => Some(payload),
        (Value::Variant(_, payload), _) => descend(payload, step),
        (Value::List(items) | Value::Tuple(items), Step::Index(index)) => items.get(*index),
        (Value::List(items), Step::Name(id)) => items.iter().find(|item| item.id() == Some(id)),
        (Value::Map(entries) | Value::Struct(entries), _) => {
            let found = match step {
                Step::Name(name) => node.field(name).or_else(|| {
                    let numbered = entries
                        .iter()
                        .find(|(key, _)| key.word().is_none() && key.excerpt() == *name);
                    numbered.map(|(_, value)| value)
                }),
                Step::Index(_) => None,
            };
            // A JSON map with one entry may be a variant whose name the path leaves out.
            found.or_else(|| match entries.as_slice() {
                [(_, only)] => descend(only, step),
                _ => None,
            })
        }
        _ => None,
    }
}
