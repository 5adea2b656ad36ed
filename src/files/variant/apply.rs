//! Changes made to a tree, all at once.

use super::branch::Branch;
use super::change::{Change, Position};
use super::diff::is_empty_map;
use crate::files::merge::key_of;
use crate::files::text::{Node, Span, Value};
use indexmap::IndexMap;
use std::collections::{HashMap, HashSet};

/// What the changes put in their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// What the base had when they were made.
    Was,
    /// What the variant has.
    Now,
}

/// A tree with changes made to it, and those that could not be made.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) root: Node,
    /// Changes inside of something that is not there.
    pub(super) lost: Vec<Lost>,
    /// Where a list or map was begun for changes, and those changes.
    pub(super) begun: Vec<(Vec<String>, Vec<usize>)>,
    /// Changes whose value goes by another key than their path says.
    pub(super) misnamed: Vec<usize>,
}

/// A change inside of something that is not there.
#[derive(Debug)]
pub(super) struct Lost {
    /// Its number.
    pub(super) change: usize,
    /// The names on the way to what is not there.
    pub(super) way: Vec<String>,
    /// True if that is a field of a group, so that it may be one that never was.
    pub(super) is_field: bool,
}

/// Makes the changes, except those in `skipped`, to a tree. O(size).
pub(super) fn made(
    root: Node,
    branch: &Branch,
    changes: &[Change],
    side: Side,
    skipped: &HashSet<usize>,
) -> Made {
    let mut maker = Maker {
        changes,
        side,
        skipped,
        way: Vec::new(),
        lost: Vec::new(),
        begun: Vec::new(),
        misnamed: Vec::new(),
    };
    let root = maker.place(Some(root), branch, "").unwrap_or(Node::new(Value::Struct(Vec::new())));
    let Maker { lost, begun, misnamed, .. } = maker;
    Made { root, lost, begun, misnamed }
}

/// What stands at a place; none if nothing does. O(length of the lists on the way).
pub(super) fn found<'n>(root: &'n Node, names: &[String]) -> Option<&'n Node> {
    found_under(root, "", names)
}

/// What stands at a place under a node; `field` tells what a list there holds.
fn found_under<'n, 'f>(
    mut node: &'n Node,
    mut field: &'f str,
    names: &'f [String],
) -> Option<&'n Node> {
    for name in names {
        if let Value::List(elements) = &node.value {
            node = elements.iter().find(|own| is_called(own, field, name))?;
            continue;
        }
        node = match &node.value {
            Value::Variant(choice, content) if choice == name => content,
            Value::Variant(..) => return None,
            _ => node.field(name)?,
        };
        field = name;
    }
    Some(node)
}

/// A tree in which many places are looked up: elements of its lists are found by their
/// keys at once.
pub(super) struct Lookup<'n> {
    root: &'n Node,
    lists: HashMap<&'n str, HashMap<String, &'n Node>>,
}

impl<'n> Lookup<'n> {
    /// O(elements of the lists that are fields of the root).
    pub(super) fn of(root: &'n Node) -> Self {
        let Value::Struct(fields) = &root.value else {
            return Self { root, lists: HashMap::new() };
        };
        let mut lists = HashMap::new();
        for (field, list) in fields {
            let (Some(field), Value::List(elements)) = (field.word(), &list.value) else {
                continue;
            };
            let mut by_key = HashMap::with_capacity(elements.len());
            for element in elements {
                let key = element.id().map(str::to_owned).or_else(|| key_of(field, element));
                // The first of a name counts, as in `found`.
                key.map(|key| by_key.entry(key).or_insert(element));
            }
            lists.insert(field, by_key);
        }
        Self { root, lists }
    }

    /// What stands at a place; none if nothing does.
    pub(super) fn found(&self, names: &[String]) -> Option<&'n Node> {
        match names {
            [list, key, rest @ ..] if self.lists.contains_key(list.as_str()) => {
                let element = self.lists.get(list.as_str())?.get(key)?;
                found_under(element, list, rest)
            }
            _ => found(self.root, names),
        }
    }
}

/// True if an element of the list in a field goes by this key.
pub(super) fn is_called(element: &Node, field: &str, key: &str) -> bool {
    match element.id() {
        Some(id) => id == key,
        None => key_of(field, element).is_some_and(|own| own == key),
    }
}

struct Maker<'c> {
    changes: &'c [Change],
    side: Side,
    skipped: &'c HashSet<usize>,
    way: Vec<String>,
    lost: Vec<Lost>,
    begun: Vec<(Vec<String>, Vec<usize>)>,
    misnamed: Vec<usize>,
}

/// An element or entry.
struct Member {
    key: String,
    node: Node,
    /// Where its key was written.
    span: Span,
}

impl Maker<'_> {
    /// What stands at the present place after the changes; `field` tells what a list
    /// there holds.
    fn place(&mut self, node: Option<Node>, branch: &Branch, field: &str) -> Option<Node> {
        if let Some(change) = branch.change {
            return if self.skipped.contains(&change) { node } else { self.value(change) };
        }
        if branch.inner.is_empty() {
            // It only stands elsewhere.
            return node;
        }
        let Some(Node { value, span }) = node else { return self.begin(branch, field) };
        let value = match value {
            Value::List(elements) if elements.iter().all(|own| key_of(field, own).is_some()) => {
                let old = elements.into_iter();
                let old = old.filter_map(|node| Some((key_of(field, &node)?, node))).collect();
                let members = self.members(old, branch, Some(field));
                Value::List(members.into_iter().map(|member| member.node).collect())
            }
            Value::Struct(entries) => {
                let mut entries = self.entries(entries, branch, Value::Name);
                // Of a map from which everything was removed nothing is left.
                entries.retain(|(key, node)| {
                    let is_touched = key.word().is_some_and(|key| is_inside(branch, key));
                    !(is_touched && is_empty_map(node))
                });
                Value::Struct(entries)
            }
            Value::Map(entries) if entries.iter().all(|(key, _)| key.word().is_some()) => {
                Value::Map(self.entries(entries, branch, Value::String))
            }
            Value::Variant(name, content) => {
                let mut content = Some(*content);
                for (choice, inner) in &branch.inner {
                    self.way.push(choice.clone());
                    if *choice == name {
                        content = self.place(content, inner, &name);
                    } else {
                        self.lose(inner, false);
                    }
                    self.way.pop();
                }
                Value::Variant(name, Box::new(content?))
            }
            plain => {
                self.lose(branch, false);
                plain
            }
        };
        Some(Node { value, span })
    }

    /// A list or map that is not written is empty: what was changed inside begins it.
    fn begin(&mut self, branch: &Branch, field: &str) -> Option<Node> {
        let mut members = Vec::new();
        let mut is_list = true;
        for (key, inner) in &branch.inner {
            if let Some(number) = inner.moved {
                self.lose_one(number, true);
            }
            match inner.change {
                Some(change) if self.skipped.contains(&change) => {}
                Some(change) => {
                    let span = self.span(change);
                    members.extend(self.value(change).map(|node| {
                        is_list &= key_of(field, &node).as_ref() == Some(key);
                        (change, Member { key: key.clone(), node, span })
                    }));
                }
                None if inner.inner.is_empty() => {}
                None => drop(self.lose(inner, true)),
            }
        }
        let (numbers, members): (Vec<usize>, Vec<Member>) = members.into_iter().unzip();
        if members.is_empty() {
            return None;
        }
        let span = members.first().map(|member| member.span).unwrap_or_default();
        let value = if is_list {
            Value::List(members.into_iter().map(|member| member.node).collect())
        } else {
            self.begun.push((self.way.clone(), numbers));
            Value::Map(written(members, Value::String))
        };
        Some(Node { value, span })
    }

    /// Entries with words for keys after the changes.
    fn entries(
        &mut self,
        entries: Vec<(Node, Node)>,
        branch: &Branch,
        named: fn(String) -> Value,
    ) -> Vec<(Node, Node)> {
        let old = entries.into_iter();
        let old = old.filter_map(|(key, node)| Some((key.word()?.to_owned(), node))).collect();
        written(self.members(old, branch, None), named)
    }

    /// Elements of the list in a field, or entries, after the changes.
    fn members(
        &mut self,
        old: Vec<(String, Node)>,
        branch: &Branch,
        list: Option<&str>,
    ) -> Vec<Member> {
        let places: HashMap<String, usize> =
            old.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect();
        let mut slots: Vec<Option<Member>> = old
            .into_iter()
            .map(|(key, node)| Some(Member { key, node, span: Span::default() }))
            .collect();
        let mut placed: Vec<(Option<&Position>, Member)> = Vec::new();
        for (key, inner) in &branch.inner {
            self.way.push(key.clone());
            let slot = places.get(key).and_then(|at| slots.get_mut(*at));
            let own = inner.change.and_then(|change| Some((change, self.changes.get(change)?)));
            let moved = inner.moved.filter(|number| !self.skipped.contains(number));
            match slot {
                Some(slot) => {
                    if let Some(Member { key, node, span }) = slot.take() {
                        let node = self.place(Some(node), inner, list.unwrap_or(&key));
                        *slot = node.map(|node| Member { key, node, span });
                    }
                    let moved = moved.filter(|_| self.side == Side::Now);
                    if let Some(change) = moved.and_then(|number| self.changes.get(number)) {
                        placed.extend(slot.take().map(|member| (change.position.as_ref(), member)));
                    }
                }
                None if own.is_none() && list.is_some() => drop(self.lose(inner, false)),
                None => {
                    if let Some(number) = moved {
                        self.lose_one(number, false);
                    }
                    let node = self.place(None, inner, key);
                    let span = own.map_or(Span::default(), |(_, change)| change.span);
                    let position = own.and_then(|(_, change)| change.position.as_ref());
                    placed.extend(node.map(|node| {
                        let key = key.clone();
                        (position, Member { key, node, span })
                    }));
                }
            }
            if let (Some(field), Some((number, change))) = (list, own) {
                let value = if self.side == Side::Now { &change.now } else { &change.was };
                let is_other = |node| key_of(field, node).as_ref() != Some(key);
                self.misnamed.extend(value.as_ref().filter(|node| is_other(node)).map(|_| number));
            }
            self.way.pop();
        }
        in_order(slots.into_iter().flatten().collect(), placed)
    }

    /// Notes that all changes of a branch have no place any more.
    fn lose(&mut self, branch: &Branch, is_field: bool) -> Option<Node> {
        for change in branch.all() {
            self.lose_one(change, is_field);
        }
        None
    }

    fn lose_one(&mut self, change: usize, is_field: bool) {
        self.lost.push(Lost { change, way: self.way.clone(), is_field });
    }

    fn value(&self, change: usize) -> Option<Node> {
        let change = self.changes.get(change)?;
        if self.side == Side::Now { change.now.clone() } else { change.was.clone() }
    }

    fn span(&self, change: usize) -> Span {
        self.changes.get(change).map(|change| change.span).unwrap_or_default()
    }
}

/// True if something inside of a part is changed, rather than the part as a whole.
fn is_inside(branch: &Branch, key: &str) -> bool {
    branch.inner.get(key).is_some_and(|inner| inner.change.is_none())
}

fn written(members: Vec<Member>, named: fn(String) -> Value) -> Vec<(Node, Node)> {
    let entry = |Member { key, node, span }| (Node { value: named(key), span }, node);
    members.into_iter().map(entry).collect()
}

/// Members in their order: each that was put somewhere stands right after the one that
/// it follows, or at the end if that is not there. O(members).
fn in_order(kept: Vec<Member>, placed: Vec<(Option<&Position>, Member)>) -> Vec<Member> {
    if placed.is_empty() {
        return kept;
    }
    let all = kept.iter().chain(placed.iter().map(|(_, member)| member));
    let known: HashSet<String> = all.map(|member| member.key.clone()).collect();
    let (mut first, mut last) = (Vec::new(), Vec::new());
    let mut following: IndexMap<String, Vec<Member>> = IndexMap::new();
    for (position, member) in placed {
        match position {
            Some(Position::First) => first.push(member),
            Some(Position::After(other)) if known.contains(other) => {
                following.entry(other.clone()).or_default().push(member);
            }
            _ => last.push(member),
        }
    }
    // Of those that follow the same one, the last that was put there is next to it.
    let mut stack: Vec<Member> = last.into_iter().rev().chain(kept.into_iter().rev()).collect();
    stack.extend(first);
    let mut ordered = Vec::with_capacity(stack.len());
    loop {
        while let Some(member) = stack.pop() {
            stack.extend(following.swap_remove(&member.key).into_iter().flatten());
            ordered.push(member);
        }
        // What is left follows itself in a circle, as only a hand can write it.
        match following.shift_remove_index(0) {
            Some((_, members)) => stack.extend(members),
            None => return ordered,
        }
    }
}
