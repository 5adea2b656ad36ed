//! Three trees walked at once: what only one side changed is taken from it.

use super::parts::{Kind, Parts, joined, order, reordered};
use super::step::{field_of, is_by_year, is_named_by_content, is_ordered, path_of};
use super::{Conflict, Steps};
use crate::files::text::Node;
use std::collections::{HashMap, HashSet};

/// What both sides began with at a place.
#[derive(Clone, Copy)]
pub(in crate::files) enum Base<'n> {
    /// This, or nothing (the default, or no such element).
    Known(Option<&'n Node>),
    /// Both sides made it, each on its own: where they differ nobody knows who
    /// changed what.
    Unknown,
}

/// A walk over three trees, and what it found.
pub(super) struct Walk<'w> {
    /// Places where `theirs` is not taken although only they changed it.
    withdrawn: &'w HashSet<Steps>,
    steps: Steps,
    /// Places where `theirs` was taken.
    pub(super) taken: Vec<Steps>,
    /// How many lists have the order of `theirs`.
    pub(super) orders_taken: usize,
    pub(super) conflicts: Vec<Conflict>,
}

impl<'w> Walk<'w> {
    pub(super) fn new(withdrawn: &'w HashSet<Steps>) -> Self {
        Self {
            withdrawn,
            steps: Vec::new(),
            taken: Vec::new(),
            orders_taken: 0,
            conflicts: Vec::new(),
        }
    }

    /// The merged tree; without a base everything was added on both sides.
    pub(super) fn merge(&mut self, base: Option<&Node>, mine: &Node, theirs: &Node) -> Node {
        let base = base.map_or(Base::Unknown, |base| Base::Known(Some(base)));
        let merged = self.place(base, Some(mine), Some(theirs), Kind::Fields);
        merged.unwrap_or_else(|| mine.clone())
    }

    /// What stands at the present place; `around` is the kind of what it is part of.
    fn place(
        &mut self,
        base: Base<'_>,
        mine: Option<&Node>,
        theirs: Option<&Node>,
        around: Kind<'_>,
    ) -> Option<Node> {
        if mine == theirs {
            return mine.cloned();
        }
        if let Some([old, own, other]) = parts(field_of(&self.steps), base, mine, theirs, around) {
            let merged = self.inside(old, &own?, &other?)?;
            // Where one side no longer writes it, nothing is left of it.
            let is_gone = mine.is_none() || theirs.is_none();
            let is_empty = merged.entries().is_some_and(<[_]>::is_empty)
                || merged.elements().is_some_and(<[_]>::is_empty);
            return (!(is_gone && is_empty)).then_some(merged);
        }
        match base {
            Base::Known(base) if base == mine => self.take(base, mine, theirs),
            Base::Known(base) if base == theirs => mine.cloned(),
            Base::Known(base) => self.disagree(base, mine, theirs),
            Base::Unknown => self.disagree(None, mine, theirs),
        }
    }

    fn inside(
        &mut self,
        base: Option<Parts<'_>>,
        mine: &Parts<'_>,
        theirs: &Parts<'_>,
    ) -> Option<Node> {
        let kind = mine.kind;
        let only = |key: &&String| mine.get(key).is_none();
        let mut merged = Vec::new();
        for key in mine.keys.iter().chain(theirs.keys.iter().filter(only)) {
            let (own, other) = (mine.get(key), theirs.get(key));
            let old = match &base {
                Some(base) => match base.get(key) {
                    // Nobody knows the default of a field of what both added.
                    None if kind != Kind::Fields && own.is_some() && other.is_some() => {
                        Base::Unknown
                    }
                    old => Base::Known(old),
                },
                // An element that only one of them has is new, a field is at its default.
                None if kind != Kind::Fields && (own.is_none() || other.is_none()) => {
                    Base::Known(None)
                }
                None => Base::Unknown,
            };
            self.steps.push(mine.step(key));
            let value = self.place(old, own, other, kind);
            if kind != Kind::Fields
                && let Some(conflict) = self.conflicts.last_mut()
                && conflict.steps == self.steps
            {
                let keys = if own.is_some() { &mine.keys } else { &theirs.keys };
                let before = keys.iter().take_while(|other| *other != key);
                conflict.after = before.cloned().collect();
            }
            self.steps.pop();
            merged.extend(value.map(|value| (key.clone(), value)));
        }
        let kept: HashSet<&str> = merged.iter().map(|(key, _)| key.as_str()).collect();
        let old = base.as_ref().map(|base| base.keys.as_slice());
        let (mut ordered, by_theirs) = order(old, &mine.keys, &theirs.keys, &kept);
        self.orders_taken += usize::from(by_theirs);
        if is_by_year(field_of(&self.steps)) && rises(&mine.keys) && rises(&theirs.keys) {
            ordered.sort_by_key(|year| year.parse::<i64>().unwrap_or(i64::MAX));
        }
        let mut values: HashMap<String, Node> = merged.into_iter().collect();
        let parts = ordered.into_iter().filter_map(|key| values.remove_entry(key)).collect();
        joined(kind, parts)
    }

    fn take(
        &mut self,
        base: Option<&Node>,
        mine: Option<&Node>,
        theirs: Option<&Node>,
    ) -> Option<Node> {
        if self.withdrawn.contains(&self.steps) {
            return self.disagree(base, mine, theirs);
        }
        self.taken.push(self.steps.clone());
        theirs.cloned()
    }

    fn disagree(
        &mut self,
        base: Option<&Node>,
        mine: Option<&Node>,
        theirs: Option<&Node>,
    ) -> Option<Node> {
        self.conflicts.push(Conflict {
            path: path_of(&self.steps),
            base: base.cloned(),
            mine: mine.cloned(),
            theirs: theirs.cloned(),
            problems: Vec::new(),
            steps: self.steps.clone(),
            after: Vec::new(),
        });
        mine.cloned()
    }
}

/// The parts of base, mine and theirs, if all can be merged part by part;
/// no parts of the base if it is unknown.
pub(in crate::files) fn parts<'n>(
    field: &str,
    base: Base<'n>,
    mine: Option<&'n Node>,
    theirs: Option<&'n Node>,
    around: Kind<'_>,
) -> Option<[Option<Parts<'n>>; 3]> {
    let known = match base {
        Base::Known(base) => base,
        Base::Unknown => None,
    };
    let mut kind = None;
    let mut apart = |node: Option<&'n Node>| match node {
        None => Some(None),
        Some(node) => {
            let parts = Parts::of(node, field)?;
            (*kind.get_or_insert(parts.kind) == parts.kind).then_some(Some(parts))
        }
    };
    let [old, own, other] = [apart(known)?, apart(mine)?, apart(theirs)?];
    let kind = kind?;
    // A list that is not written is empty; a group that is not written is
    // not the same as one with nothing in it.
    let may_lack = around == Kind::Fields && matches!(kind, Kind::Elements | Kind::Entries);
    if !may_lack && (own.is_none() || other.is_none()) {
        return None;
    }
    let or_empty = |parts: Option<Parts<'n>>| parts.unwrap_or_else(|| Parts::none(kind));
    let (own, other) = (or_empty(own), or_empty(other));
    let old = match base {
        Base::Known(_) => Some(or_empty(old)),
        Base::Unknown => None,
    };
    let elements = [known, mine, theirs].into_iter().flatten().filter_map(Node::elements);
    let named = elements.into_iter().any(|elements| is_named_by_content(field, elements));
    if kind == Kind::Elements && is_one_choice(field, named, old.as_ref(), &own, &other) {
        return None;
    }
    Some([old, Some(own), Some(other)])
}

/// True if a list must be taken from one side as a whole: its order means
/// something and was changed, or both sides put something else in the place of
/// the same element.
fn is_one_choice(
    field: &str,
    named_by_content: bool,
    base: Option<&Parts<'_>>,
    mine: &Parts<'_>,
    theirs: &Parts<'_>,
) -> bool {
    let Some(base) = base else {
        return is_ordered(field) && reordered(&mine.keys, &theirs.keys, &mine.keys);
    };
    let moved = |now: &Parts<'_>, other: &Parts<'_>| reordered(&base.keys, &now.keys, &other.keys);
    if is_ordered(field) && (moved(mine, theirs) || moved(theirs, mine)) {
        return true;
    }
    let lacks = |parts: &Parts<'_>, key: &String| parts.get(key).is_none();
    let is_new = |own: &Parts<'_>, other: &Parts<'_>| {
        own.keys.iter().any(|key| lacks(base, key) && lacks(other, key))
    };
    named_by_content
        && base.keys.iter().any(|key| lacks(mine, key) && lacks(theirs, key))
        && is_new(mine, theirs)
        && is_new(theirs, mine)
}

fn rises(years: &[String]) -> bool {
    let years: Option<Vec<i64>> = years.iter().map(|year| year.parse().ok()).collect();
    years.is_some_and(|years| years.is_sorted())
}
