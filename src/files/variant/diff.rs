//! What differs between a base and a variant, as changes.

use super::change::{Change, Position};
use crate::files::merge::{Base, Kind, Parts, Step, field_of, parts, path_of};
use crate::files::text::{Node, Span, Value, WriteError, to_node};
use crate::model::Scenario;
use std::collections::{HashMap, HashSet};

/// The changes that make the variant of the base, as few and as small as merging
/// takes them; [`super::apply()`] makes them again. O(size × log(size)).
///
/// # Errors
/// If a number is not finite; says where.
pub fn between(base: &Scenario, variant: &Scenario) -> Result<Vec<Change>, WriteError> {
    let (base, variant) = (to_node(base)?, to_node(variant)?);
    let mut differ = Differ { steps: Vec::new(), changes: Vec::new() };
    differ.place(Some(&base), Some(&variant), Kind::Fields, None);
    Ok(differ.changes)
}

struct Differ {
    steps: Vec<Step>,
    changes: Vec<Change>,
}

impl Differ {
    /// Notes what differs at the present place; `position` is for what is new there.
    fn place(
        &mut self,
        base: Option<&Node>,
        now: Option<&Node>,
        around: Kind<'_>,
        position: Option<Position>,
    ) {
        if base == now {
            return;
        }
        let field = field_of(&self.steps);
        // A map with nothing in it is not the same as none: names tell the two apart.
        let is_hollow = |node: Option<&Node>| node.is_some_and(is_empty_map);
        let parts = match is_hollow(base) || is_hollow(now) {
            true => None,
            false => parts(field, Base::Known(base), base, now, around),
        };
        match parts {
            Some([_, Some(old), Some(new)]) => self.inside(&old, &new),
            _ => self.note(base.cloned(), now.cloned(), position),
        }
    }

    fn inside(&mut self, old: &Parts<'_>, new: &Parts<'_>) {
        for key in old.keys.iter().filter(|key| new.get(key).is_none()) {
            self.steps.push(old.step(key));
            self.place(old.get(key), None, old.kind, None);
            self.steps.pop();
        }
        let has_order = matches!(new.kind, Kind::Elements | Kind::Entries);
        let steady = if has_order { steady(&old.keys, &new.keys) } else { HashSet::new() };
        // After the last of those that stay where they are all others simply follow.
        let tail = new.keys.iter().rposition(|key| steady.contains(key.as_str()));
        let mut before: Option<&String> = None;
        for (at, key) in new.keys.iter().enumerate() {
            let position = match before {
                _ if !has_order => None,
                None => Some(Position::First),
                Some(other) => Some(Position::After(other.clone())),
            };
            before = Some(key);
            let own = old.get(key);
            let is_last = tail.is_none_or(|tail| at > tail);
            self.steps.push(new.step(key));
            if own.is_some() && has_order && !steady.contains(key.as_str()) {
                self.note(None, None, position.clone());
            }
            let position = position.filter(|_| own.is_none() && !is_last);
            self.place(own, new.get(key), new.kind, position);
            self.steps.pop();
        }
    }

    fn note(&mut self, was: Option<Node>, now: Option<Node>, position: Option<Position>) {
        let path = path_of(&self.steps);
        self.changes.push(Change { path, was, now, position, span: Span::default() });
    }
}

pub(super) fn is_empty_map(node: &Node) -> bool {
    matches!(&node.value, Value::Map(entries) if entries.is_empty())
}

/// Keys that both have and that need not be moved: a longest rising sequence
/// (Fredman 1975). O(keys × log(keys)).
fn steady<'k>(old: &[String], new: &'k [String]) -> HashSet<&'k str> {
    let places: HashMap<&str, usize> =
        old.iter().enumerate().map(|(at, key)| (key.as_str(), at)).collect();
    let common: Vec<(&str, usize)> =
        new.iter().filter_map(|key| Some((key.as_str(), *places.get(key.as_str())?))).collect();
    // Where sequences of each length end lowest, and what came before each end.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(common.len());
    let place = |at: usize| common.get(at).map_or(0, |(_, place)| *place);
    for (at, (_, own)) in common.iter().enumerate() {
        let length = ends.partition_point(|end| place(*end) < *own);
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut steady = HashSet::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        steady.extend(common.get(at).map(|(key, _)| *key));
        next = before.get(at).copied().flatten();
    }
    steady
}
