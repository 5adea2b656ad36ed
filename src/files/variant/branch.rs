//! Changes sorted into a tree by their paths.

use super::change::Change;
use crate::files::text::names_on;
use crate::model::Problem;
use indexmap::IndexMap;

/// No place of a scenario is deeper than this.
const LONGEST: usize = 32;

/// What is changed at a place or inside of it.
#[derive(Debug, Default)]
pub(super) struct Branch {
    /// The change of the place itself, by its number; then none is inside of it.
    pub(super) change: Option<usize>,
    /// The change that puts it elsewhere in its list.
    pub(super) moved: Option<usize>,
    /// Changes inside, in their order.
    pub(super) inner: IndexMap<String, Branch>,
}

impl Branch {
    /// All changes in one tree. O(length of all paths).
    ///
    /// # Errors
    /// What is wrong with the paths, and where one change is inside another.
    pub(super) fn of(changes: &[Change]) -> Result<Self, Vec<Problem>> {
        let mut root = Self::default();
        let mut problems = Vec::new();
        for (number, change) in changes.iter().enumerate() {
            let names = names_on(&change.path).filter(|names| names.len() <= LONGEST);
            let Some(names) = names else {
                problems
                    .push(at(change, Problem::error("variant-path", "").with("at", &change.path)));
                continue;
            };
            if let Err(other) = root.add(&names, number, change.is_move()) {
                let other = changes.get(other).map_or("", |other| other.path.as_str());
                let problem = Problem::error("variant-overlap", change.path.as_str());
                problems.push(at(change, problem.with("other", other)));
            }
        }
        if problems.is_empty() { Ok(root) } else { Err(problems) }
    }

    /// # Errors
    /// The change that this one overlaps.
    pub(super) fn add(
        &mut self,
        names: &[String],
        number: usize,
        is_move: bool,
    ) -> Result<(), usize> {
        let mut branch = self;
        for name in names {
            if let Some(other) = branch.change {
                return Err(other);
            }
            branch = branch.inner.entry(name.clone()).or_default();
        }
        let other = if is_move { branch.moved } else { branch.any_value() };
        if let Some(other) = other {
            return Err(other);
        }
        *(if is_move { &mut branch.moved } else { &mut branch.change }) = Some(number);
        Ok(())
    }

    /// The first change of a value at the place or inside of it.
    fn any_value(&self) -> Option<usize> {
        self.change.or_else(|| self.inner.values().find_map(Self::any_value))
    }

    /// All changes at the place and inside of it. It is no deeper than [`LONGEST`].
    pub(super) fn all(&self) -> Vec<usize> {
        let mut found: Vec<usize> = self.moved.into_iter().chain(self.change).collect();
        found.extend(self.inner.values().flat_map(Self::all));
        found
    }
}

/// A problem at the place of a change in its file.
pub(super) fn at(change: &Change, mut problem: Problem) -> Problem {
    problem.line = (change.span.line > 0).then_some(change.span.line);
    problem.column = problem.line.map(|_| change.span.column);
    problem
}
