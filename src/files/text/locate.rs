//! From a path back to its place, for checks that know the model only.

use super::tree::{Node, Span, Value};
use std::collections::HashMap;

/// Lists with fewer elements are looked through rather than indexed.
const SHORT: usize = 16;

/// The place of `items["e-tax"].requires[0].item` in a tree, if the file gives it.
///
/// A name selects a field; `["…"]` a key, or the element of a list with that `id`; `[3]` the
/// element at that index, from 0. A name of a variant may be given or left out.
#[must_use]
pub fn locate(root: &Node, path: &str) -> Option<Span> {
    match Locator::new(root).walk(path) {
        (node, true) => Some(node.span),
        _ => None,
    }
}

/// Finds the places of many paths in one tree.
///
/// What has ids is indexed once, so that thousands of problems among thousands of items take
/// no longer than reading them.
#[derive(Debug)]
pub struct Locator<'n> {
    root: &'n Node,
    /// By the address of a list's first element: the first element of each id.
    ids: HashMap<usize, HashMap<&'n str, &'n Node>>,
}

impl<'n> Locator<'n> {
    /// For the paths of a tree.
    #[must_use]
    pub fn new(root: &'n Node) -> Self {
        Self { root, ids: HashMap::new() }
    }

    /// The place of a path, or of the innermost thing around it that the file gives: a field that
    /// was left to its default is at its group.
    pub fn closest(&mut self, path: &str) -> Span {
        self.walk(path).0.span
    }

    fn walk(&mut self, path: &str) -> (&'n Node, bool) {
        let mut node = self.root;
        let mut rest = path;
        while !rest.is_empty() {
            let Some((step, after)) = next_step(rest) else {
                return (node, false);
            };
            let Some(inner) = self.descend(node, &step) else {
                return (node, false);
            };
            node = inner;
            rest = after;
        }
        (node, true)
    }

    fn with_id(&mut self, items: &'n [Node], id: &str) -> Option<&'n Node> {
        if items.len() < SHORT {
            return items.iter().find(|item| item.id() == Some(id));
        }
        let index = self.ids.entry(items.as_ptr() as usize).or_insert_with(|| {
            let mut index = HashMap::with_capacity(items.len());
            for item in items {
                if let Some(id) = item.id() {
                    index.entry(id).or_insert(item);
                }
            }
            index
        });
        index.get(id).copied()
    }

    fn descend(&mut self, node: &'n Node, step: &Step) -> Option<&'n Node> {
        match (&node.value, step) {
            (Value::Variant(name, payload), Step::Name(wanted)) if name == wanted => Some(payload),
            (Value::Variant(_, payload), _) => self.descend(payload, step),
            (Value::List(items) | Value::Tuple(items), Step::Index(index)) => items.get(*index),
            (Value::List(items), Step::Name(id)) => self.with_id(items, id),
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
                    [(_, only)] => self.descend(only, step),
                    _ => None,
                })
            }
            _ => None,
        }
    }
}

enum Step {
    Name(String),
    Index(usize),
}

/// The names on a path, from the root on; none if it is not the path of something that goes
/// by names alone. `['e-tax']` is the same as `["e-tax"]`, which texts must escape.
pub(in crate::files) fn names_on(path: &str) -> Option<Vec<String>> {
    let (mut names, mut rest) = (Vec::new(), path);
    while !rest.is_empty() {
        match next_step(rest)? {
            (Step::Name(name), after) => {
                names.push(name);
                rest = after;
            }
            (Step::Index(_), _) => return None,
        }
    }
    (!names.is_empty()).then_some(names)
}

/// The first step of a path and what follows it.
fn next_step(path: &str) -> Option<(Step, &str)> {
    let quoted = ['"', '\'']
        .into_iter()
        .find_map(|quote| Some((quote, path.strip_prefix('[')?.strip_prefix(quote)?)));
    if let Some((quote, rest)) = quoted {
        let mut name = String::new();
        let mut chars = rest.char_indices();
        loop {
            match chars.next()? {
                (_, '\\') => name.push(chars.next()?.1),
                (at, end) if end == quote => {
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
