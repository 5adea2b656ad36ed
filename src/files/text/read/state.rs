//! What is known about a tree across the passes over it.

use std::{
    cell::{Cell, RefCell},
    collections::{HashMap, HashSet},
};

use super::super::{
    path::Path,
    problem::TextProblem,
    tree::{Node, Span, Value},
};
use super::{
    MAX_PROBLEMS,
    error::{Fresh, Kind, ReadError},
    too_many,
};

/// How a bad value is treated in the passes after the one that found it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hole {
    /// Something that fits its type stands in its stead.
    Placeholder,
    /// Nothing fits: as if it were not there.
    Absent,
}

/// A required field that a group lacks.
struct Lack {
    field: String,
    /// A placeholder serves for it.
    supplied: bool,
}

/// Problems and holes. Nodes are told apart by their addresses, which do not change.
#[derive(Default)]
pub(super) struct State {
    problems: RefCell<Vec<TextProblem>>,
    noted: RefCell<HashSet<(usize, &'static str, String)>>,
    full: Cell<bool>,
    holes: RefCell<HashMap<usize, Hole>>,
    lacks: RefCell<HashMap<usize, Vec<Lack>>>,
    /// Fields that an unknown field of the group was probably meant for.
    meant: RefCell<HashMap<usize, Vec<String>>>,
    learnt: Cell<bool>,
    failed: Cell<bool>,
}

fn address(node: &Node) -> usize {
    std::ptr::from_ref(node).addr()
}

impl State {
    pub(super) fn begin_pass(&self) {
        self.learnt.set(false);
    }

    /// Whether this pass found something that makes the next one get further.
    pub(super) fn has_learnt(&self) -> bool {
        self.learnt.get()
    }

    pub(super) fn is_full(&self) -> bool {
        self.full.get()
    }

    /// No problems, and no placeholder was used.
    pub(super) fn is_clean(&self) -> bool {
        self.problems.borrow().is_empty() && !self.failed.get()
    }

    pub(super) fn into_problems(self) -> Vec<TextProblem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|problem| problem.offset);
        if let (true, Some(last)) = (self.full.get(), problems.last()) {
            let span = Span { line: last.line, column: last.column, offset: last.offset };
            problems.push(too_many(span));
        }
        problems
    }

    pub(super) fn hole(&self, node: &Node) -> Option<Hole> {
        let holes = self.holes.borrow();
        let known = if holes.is_empty() { None } else { holes.get(&address(node)).copied() };
        known.or_else(|| {
            let broken = node.value == Value::Broken;
            broken.then(|| {
                self.failed.set(true);
                Hole::Placeholder
            })
        })
    }

    /// Treats a node worse than so far; false if nothing worse is left.
    pub(super) fn worsen(&self, node: &Node) -> bool {
        let next = match self.hole(node) {
            None => Hole::Placeholder,
            Some(Hole::Placeholder) => Hole::Absent,
            Some(Hole::Absent) => return false,
        };
        self.holes.borrow_mut().insert(address(node), next);
        self.learnt.set(true);
        true
    }

    /// Leaves a node out of later passes.
    pub(super) fn remove(&self, node: &Node) {
        self.holes.borrow_mut().insert(address(node), Hole::Absent);
        self.learnt.set(true);
    }

    /// The missing fields of a group for which placeholders serve.
    pub(super) fn supplies(&self, group: &Node) -> Vec<String> {
        let lacks = self.lacks.borrow();
        if lacks.is_empty() {
            return Vec::new();
        }
        let lacks = lacks.get(&address(group)).into_iter().flatten();
        lacks.filter(|lack| lack.supplied).map(|lack| lack.field.clone()).collect()
    }

    /// No placeholder fits a missing field.
    pub(super) fn give_up(&self, group: &Node, field: &str) {
        if let Some(lacks) = self.lacks.borrow_mut().get_mut(&address(group)) {
            lacks
                .iter_mut()
                .filter(|lack| lack.field == field)
                .for_each(|lack| lack.supplied = false);
            self.learnt.set(true);
        }
    }

    /// Notes that a group lacks a field, unless that follows from what was noted before.
    pub(super) fn note_lack(&self, fresh: Fresh, group: &Node, path: &Path) -> ReadError {
        let field = fresh.arg("field").unwrap_or_default().to_owned();
        let mut lacks = self.lacks.borrow_mut();
        let lacks = lacks.entry(address(group)).or_default();
        if group.field(&field).is_some() || lacks.iter().any(|lack| lack.field == field) {
            return ReadError::noted(false);
        }
        let meant = self.meant.borrow();
        if !meant.get(&address(group)).is_some_and(|names| names.contains(&field)) {
            self.note(fresh, group, path);
        }
        lacks.push(Lack { field, supplied: true });
        self.learnt.set(true);
        ReadError::noted(true)
    }

    /// Notes which field an unknown one was probably meant for.
    pub(super) fn note_meant(&self, group: &Node, field: Option<&str>) {
        if let Some(field) = field.filter(|field| !field.is_empty()) {
            let mut meant = self.meant.borrow_mut();
            meant.entry(address(group)).or_default().push(field.to_owned());
        }
    }

    /// Gives an error its place and notes it, once.
    pub(super) fn settle(&self, error: ReadError, node: &Node, path: &Path) -> ReadError {
        match error.0 {
            Kind::Fresh(fresh) => {
                self.note(*fresh, node, path);
                ReadError::noted(false)
            }
            noted @ Kind::Noted { .. } => ReadError(noted),
        }
    }

    pub(super) fn note(&self, mut fresh: Fresh, node: &Node, path: &Path) {
        self.failed.set(true);
        if self.problems.borrow().len() >= MAX_PROBLEMS {
            self.full.set(true);
            return;
        }
        let main = fresh.args.first().map(|(_, value)| value.clone()).unwrap_or_default();
        if !self.noted.borrow_mut().insert((address(node), fresh.code, main)) {
            return;
        }
        // Where serde keeps a part of the node aside, what it found is not the node itself.
        let like = match node.kind() {
            "word" => "text",
            "group" | "choice" => "map",
            kind => kind,
        };
        let whole = fresh.arg("found").is_none_or(|found| found == like);
        if fresh.code == "invalid-value" || fresh.code == "wrong-type" && whole {
            fresh.set("value", node.excerpt());
        }
        if fresh.code == "wrong-type" && whole {
            fresh.set("found", node.kind().to_owned());
        } else if fresh.code == "wrong-type" {
            // serde names what it found, such as: string "2".
            fresh.set("found", "part".to_owned());
        }
        let mut problem = TextProblem::new(fresh.code, node.span).at_path(path.text());
        problem.args = fresh.args;
        self.problems.borrow_mut().push(problem);
    }
}
