//! A base with a variant's changes made to it, and what does not fit.

use super::apply::{Lookup, Lost, Made, Side, found, is_called, made};
use super::branch::{Branch, at};
use super::change::{Change, Stale};
use crate::files::text::{
    Node, Span, TextProblem, Value, WriteError, from_node, names_on, to_node,
};
use crate::files::to_problems;
use crate::model::{Problem, Scenario};
use std::collections::HashSet;

/// A variant made of its base.
#[derive(Debug)]
pub struct Applied {
    /// The whole scenario. It need not be valid: see [`crate::model::validate`].
    pub scenario: Scenario,
    /// Places of which the base has something else than when they were changed.
    pub stale: Vec<Stale>,
    /// Changes of what the base does not have any more.
    pub kept: Vec<Change>,
    /// The tree that the scenario was read from; what the changes brought is at its
    /// place in the variant's file.
    pub(super) tree: Node,
}

/// Makes changes to a base. O(size of the base and the changes).
///
/// # Errors
/// Every change with a path that leads nowhere in any scenario, with a value that
/// cannot stand there, or that overlaps another.
pub fn apply(base: &Scenario, changes: &[Change]) -> Result<Applied, Vec<Problem>> {
    let root = to_node(base).map_err(|error| vec![not_finite(&error)])?;
    let branch = Branch::of(changes)?;
    let (skipped, Made { root: tree, lost, misnamed, .. }) = settled(&root, &branch, changes);
    let mut problems = never_there(&root, &lost, changes);
    problems.extend(
        misnamed
            .iter()
            .filter_map(|number| changes.get(*number))
            .map(|change| at(change, Problem::error("variant-other-key", change.path.as_str()))),
    );
    let (scenario, unread) = from_node::<Scenario>(&tree);
    problems.extend(placed(unread, changes));
    // What the changes were made for, in the form that scenarios have.
    let before = made(root.clone(), &branch, changes, Side::Was, &skipped).root;
    let (before, unread) = from_node::<Scenario>(&before);
    problems.extend(placed(unread, changes));
    let (Some(scenario), Some(before), true) = (scenario, before, problems.is_empty()) else {
        return Err(problems);
    };
    let written = |scenario: &Scenario| to_node(scenario).map_err(|error| vec![not_finite(&error)]);
    let (before, after) = (written(&before)?, written(&scenario)?);
    let places = [&before, &root, &after].map(Lookup::of);
    let gone: HashSet<usize> = lost.iter().map(|lost| lost.change).chain(skipped).collect();
    let (mut stale, mut kept) = (Vec::new(), Vec::new());
    for (number, change) in changes.iter().enumerate() {
        if gone.contains(&number) {
            kept.push(change.clone());
        } else if !change.is_move() {
            stale.extend(stale_at(change, &places));
        }
    }
    Ok(Applied { scenario, stale, kept, tree })
}

/// The scenario with what the base has now at a stale place; none if it cannot stand
/// there any more.
pub fn with_base_value(scenario: &Scenario, stale: &Stale) -> Option<Scenario> {
    let Stale { path, base_now, ours, .. } = stale.clone();
    let change = Change { path, was: ours, now: base_now, position: None, span: Span::default() };
    let applied = apply(scenario, &[change]).ok()?;
    applied.kept.is_empty().then_some(applied.scenario)
}

/// The place, if the base has neither what the change was made for nor what it makes.
/// The trees are that before the changes, the base, and that after them.
fn stale_at(change: &Change, trees: &[Lookup<'_>; 3]) -> Option<Stale> {
    let names = names_on(&change.path)?;
    let [was, base_now, ours] = trees.each_ref().map(|tree| tree.found(&names));
    let is_stale = was != base_now && ours != base_now;
    is_stale.then(|| Stale {
        path: change.path.clone(),
        was: was.cloned(),
        base_now: base_now.cloned(),
        ours: ours.cloned(),
    })
}

/// Makes the changes, but for those inside a group that the base does not have: of such
/// a group nobody knows the rest. A map or list that is not written is empty.
fn settled(root: &Node, branch: &Branch, changes: &[Change]) -> (HashSet<usize>, Made) {
    let none = HashSet::new();
    let first = made(root.clone(), branch, changes, Side::Now, &none);
    if first.begun.is_empty() {
        return (none, first);
    }
    let (scenario, problems) = from_node::<Scenario>(&first.root);
    let written = scenario.and_then(|scenario| to_node(&scenario).ok());
    let is_map = |names: &[String]| match &written {
        Some(root) => found(root, names).is_none_or(|node| !matches!(node.value, Value::Struct(_))),
        None => !problems.iter().any(|problem| {
            let way = names_on(&problem.path).unwrap_or_default();
            problem.code != "unknown-field" && way.starts_with(names)
        }),
    };
    let groups = first.begun.iter().filter(|(names, _)| !is_map(names));
    let skipped: HashSet<usize> = groups.flat_map(|(_, changes)| changes).copied().collect();
    if skipped.is_empty() {
        return (skipped, first);
    }
    let second = made(root.clone(), branch, changes, Side::Now, &skipped);
    (skipped, second)
}

/// Changes of fields that no scenario has: something is put there, and reading tells.
fn never_there(root: &Node, lost: &[Lost], changes: &[Change]) -> Vec<Problem> {
    let fields = lost.iter().filter(|lost| lost.is_field);
    let mut tried: HashSet<&[String]> = HashSet::new();
    let mut problems = Vec::new();
    for Lost { change, way, .. } in fields {
        let Some(change) = changes.get(*change) else { continue };
        if !tried.insert(way.as_slice()) {
            continue;
        }
        let mut tree = root.clone();
        let Some((name, before)) = way.split_last() else { continue };
        let Some(node) = found_mut(&mut tree, before) else { continue };
        if let Value::Struct(entries) = &mut node.value {
            let key = Node { value: Value::Name(name.clone()), span: change.span };
            entries.push((key, Node::new(Value::Bool(true))));
        }
        let (_, unread) = from_node::<Scenario>(&tree);
        let unknown = unread.into_iter().filter(|problem| problem.code == "unknown-field");
        problems.extend(placed(unknown.collect(), changes));
    }
    problems
}

fn found_mut<'n>(root: &'n mut Node, names: &[String]) -> Option<&'n mut Node> {
    let (mut node, mut field) = (root, String::new());
    for name in names {
        node = match &mut node.value {
            Value::List(elements) => {
                elements.iter_mut().find(|own| is_called(own, &field, name))?
            }
            Value::Variant(choice, content) if choice == name => {
                field.clone_from(name);
                content
            }
            Value::Struct(entries) | Value::Map(entries) => {
                field.clone_from(name);
                let entry = entries.iter_mut().find(|(key, _)| key.word() == Some(name));
                &mut entry?.1
            }
            _ => return None,
        };
    }
    Some(node)
}

/// Problems with the values of changes, each at its place in the variant's file.
fn placed(unread: Vec<TextProblem>, changes: &[Change]) -> Vec<Problem> {
    let places = Places::of(changes);
    to_problems(unread).into_iter().map(|problem| places.near(problem)).collect()
}

/// Changes and the names on the way to each.
pub(super) struct Places<'c> {
    changes: Vec<(Vec<String>, &'c Change)>,
}

impl<'c> Places<'c> {
    pub(super) fn of(changes: &'c [Change]) -> Self {
        let named = |change: &'c Change| (names_on(&change.path).unwrap_or_default(), change);
        Self { changes: changes.iter().map(named).collect() }
    }

    /// The problem at its place in the variant's file: where its value stands there, else
    /// at the change that it has most to do with; at none if that cannot be told.
    pub(super) fn near(&self, mut problem: Problem) -> Problem {
        if problem.line.is_some_and(|line| line > 0) {
            return problem;
        }
        (problem.line, problem.column) = (None, None);
        let way = names_before_index(&problem.path);
        let shared = |names: &[String]| {
            let shared = names.iter().zip(&way).take_while(|(a, b)| a == b).count();
            let is_within = shared >= names.len().min(way.len());
            // To have the list in common is nothing, to have the element is something.
            (shared >= way.len().clamp(1, 2)).then_some((is_within, shared))
        };
        let related = self.changes.iter();
        let related = related.filter_map(|(names, change)| Some((shared(names)?, *change)));
        let related = related.reduce(|best, other| if other.0 > best.0 { other } else { best });
        // What was removed and is named says more than what only has the element in common.
        let is_removed = |(names, change): &&(Vec<String>, &Change)| {
            let is_named = |key: &String| problem.args.iter().any(|(_, value)| value == key);
            change.now.is_none() && change.was.is_some() && names.last().is_some_and(is_named)
        };
        let within = related.filter(|((is_within, _), _)| *is_within).map(|(_, change)| change);
        let removed = || self.changes.iter().find(is_removed).map(|(_, change)| *change);
        let near = within.or_else(removed).or(related.map(|(_, change)| change));
        match near {
            Some(change) => at(change, problem),
            None => problem,
        }
    }
}

/// The names on a path up to the first element that goes by its position.
fn names_before_index(path: &str) -> Vec<String> {
    let ends = path.char_indices().filter(|(_, letter)| matches!(letter, '.' | '['));
    let mut ends: Vec<usize> = ends.map(|(at, _)| at).chain([path.len()]).collect();
    ends.reverse();
    ends.into_iter().find_map(|end| names_on(path.get(..end)?)).unwrap_or_default()
}

fn not_finite(error: &WriteError) -> Problem {
    Problem::error("not-finite", error.path()).with("found", "NaN")
}
