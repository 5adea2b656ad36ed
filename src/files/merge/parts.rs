//! What a node consists of, where its parts can be merged one by one.

use super::step::{Step, key_of};
use crate::files::text::{Node, Value};
use std::collections::{HashMap, HashSet};

/// How parts go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::files) enum Kind<'n> {
    /// Fields; one that is not there has its default.
    Fields,
    /// Entries of a map.
    Entries,
    /// Elements of a list, each with a key.
    Elements,
    /// The content of a choice.
    Choice(&'n str),
}

/// A node taken apart, in its own order.
#[derive(Debug, Clone)]
pub(in crate::files) struct Parts<'n> {
    pub(in crate::files) kind: Kind<'n>,
    pub(in crate::files) keys: Vec<String>,
    values: HashMap<String, &'n Node>,
}

impl<'n> Parts<'n> {
    /// The parts of the node in this field; none if it is one value.
    ///
    /// An estimate is one value: its number, its range and its source belong
    /// together. So do a source with its place and note, a pin with its reason,
    /// and the ends of a scale.
    pub(super) fn of(node: &'n Node, field: &str) -> Option<Self> {
        match &node.value {
            Value::Struct(entries) if is_one_value(node, field) || entries.is_empty() => None,
            Value::Struct(entries) => Self::entries(Kind::Fields, entries),
            Value::Map(entries) => Self::entries(Kind::Entries, entries),
            Value::List(elements) => {
                let keyed = elements.iter().map(|element| Some((key_of(field, element)?, element)));
                Self::unique(Kind::Elements, keyed.collect::<Option<Vec<_>>>()?)
            }
            Value::Variant(name, content) => {
                Self::of(content, name)?;
                Self::unique(Kind::Choice(name), vec![(name.clone(), content)])
            }
            _ => None,
        }
    }

    /// No parts, of a kind.
    pub(super) fn none(kind: Kind<'n>) -> Self {
        Self { kind, keys: Vec::new(), values: HashMap::new() }
    }

    fn entries(kind: Kind<'n>, entries: &'n [(Node, Node)]) -> Option<Self> {
        let keyed = entries.iter().map(|(key, value)| Some((key.word()?.to_owned(), value)));
        Self::unique(kind, keyed.collect::<Option<Vec<_>>>()?)
    }

    fn unique(kind: Kind<'n>, keyed: Vec<(String, &'n Node)>) -> Option<Self> {
        let keys: Vec<String> = keyed.iter().map(|(key, _)| key.clone()).collect();
        let values: HashMap<String, &Node> = keyed.into_iter().collect();
        (values.len() == keys.len()).then_some(Self { kind, keys, values })
    }

    pub(in crate::files) fn get(&self, key: &str) -> Option<&'n Node> {
        self.values.get(key).copied()
    }

    pub(in crate::files) fn step(&self, key: &str) -> Step {
        match self.kind {
            Kind::Elements => Step::Element(key.to_owned()),
            Kind::Fields | Kind::Entries | Kind::Choice(_) => Step::Field(key.to_owned()),
        }
    }
}

fn is_one_value(node: &Node, field: &str) -> bool {
    let Some(entries) = node.entries() else { return false };
    let mut words = entries.iter().filter_map(|(key, _)| key.word());
    field == "pin"
        || node.field("best").is_some()
        || words.all(|word| matches!(word, "source" | "ref" | "note"))
}

/// Puts parts together again.
pub(super) fn joined(kind: Kind<'_>, parts: Vec<(String, Node)>) -> Option<Node> {
    let named = |parts: Vec<(String, Node)>, key: fn(String) -> Value| {
        parts.into_iter().map(|(name, value)| (Node::new(key(name)), value)).collect()
    };
    let value = match kind {
        Kind::Fields => Value::Struct(named(parts, Value::Name)),
        Kind::Entries => Value::Map(named(parts, Value::String)),
        Kind::Elements => Value::List(parts.into_iter().map(|(_, value)| value).collect()),
        Kind::Choice(name) => {
            Value::Variant(name.to_owned(), Box::new(parts.into_iter().next()?.1))
        }
    };
    Some(Node::new(value))
}

/// The order of the parts that were kept, and whether it is that of `theirs`.
///
/// It is that of `mine`, or of `theirs` if only they changed it; what only the
/// other has follows the same neighbour as there, after what is new at that
/// place. O(parts).
pub(in crate::files) fn order<'k>(
    base: Option<&[String]>,
    mine: &'k [String],
    theirs: &'k [String],
    kept: &HashSet<&str>,
) -> (Vec<&'k str>, bool) {
    let by_theirs =
        base.is_some_and(|base| !reordered(base, mine, theirs) && reordered(base, theirs, mine));
    let (first, second) = if by_theirs { (theirs, mine) } else { (mine, theirs) };
    let in_first: HashSet<&str> = first.iter().map(String::as_str).collect();
    let in_second: HashSet<&str> = second.iter().map(String::as_str).collect();
    let mut following: HashMap<Option<&str>, Vec<&'k str>> = HashMap::new();
    let mut neighbour = None;
    for key in second.iter().map(String::as_str).filter(|key| kept.contains(key)) {
        if in_first.contains(key) {
            neighbour = Some(key);
        } else {
            following.entry(neighbour).or_default().push(key);
        }
    }
    let mut ordered = Vec::new();
    let mut waiting = following.remove(&None).unwrap_or_default();
    for key in first.iter().map(String::as_str).filter(|key| kept.contains(key)) {
        if in_second.contains(key) {
            ordered.append(&mut waiting);
            waiting = following.remove(&Some(key)).unwrap_or_default();
        }
        ordered.push(key);
    }
    ordered.append(&mut waiting);
    (ordered, by_theirs)
}

/// True if what all three have stands in another order in `now` than in `before`.
pub(super) fn reordered(before: &[String], now: &[String], other: &[String]) -> bool {
    let set = |keys: &[String]| keys.iter().cloned().collect::<HashSet<String>>();
    let (in_before, in_now, in_other) = (set(before), set(now), set(other));
    let old = before.iter().filter(|key| in_now.contains(*key) && in_other.contains(*key));
    let new = now.iter().filter(|key| in_before.contains(*key) && in_other.contains(*key));
    old.ne(new)
}
