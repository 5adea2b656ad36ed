//! A merge that breaks nothing: changes that do not go together are found and left out.

use super::walk::Walk;
use super::{Conflict, Steps};
use crate::files::text::{Node, from_node};
use crate::files::to_problems;
use crate::model::{Problem, Scenario, Severity, validate};
use std::collections::HashSet;

/// No more merges than this are tried before all that is not tried is left out.
const MOST_TRIALS: usize = 400;

/// The three trees.
pub(super) struct Three {
    pub(super) base: Option<Node>,
    pub(super) mine: Node,
    pub(super) theirs: Node,
}

/// One attempt to merge.
struct Attempt {
    scenario: Option<Scenario>,
    /// What is wrong with it and not with MINE.
    problems: Vec<Problem>,
    taken: Vec<Steps>,
    orders_taken: usize,
    conflicts: Vec<Conflict>,
}

impl Three {
    /// The merged scenario, at how many places THEIRS was taken, and the conflicts.
    pub(super) fn merged_soundly(&self, mine: &Scenario) -> (Scenario, usize, Vec<Conflict>) {
        let known = errors(mine);
        let first = self.attempt(&HashSet::new(), &known);
        if let (Some(scenario), true) = (first.scenario, first.problems.is_empty()) {
            return (scenario, first.taken.len() + first.orders_taken, first.conflicts);
        }
        let mut search = Search {
            three: self,
            known: &known,
            withdrawn: first.taken.iter().cloned().collect(),
            refused: Vec::new(),
            trials: MOST_TRIALS,
        };
        search.run(first.taken);
        let Attempt { scenario, taken, orders_taken, mut conflicts, .. } =
            self.attempt(&search.withdrawn, &known);
        for conflict in &mut conflicts {
            let refused = search.refused.iter().find(|(steps, _)| *steps == conflict.steps);
            if let Some((_, problems)) = refused {
                conflict.problems.clone_from(problems);
            }
        }
        // With all of theirs left out it is MINE, which can be read.
        (scenario.unwrap_or_else(|| mine.clone()), taken.len() + orders_taken, conflicts)
    }

    fn attempt(&self, withdrawn: &HashSet<Steps>, known: &[Problem]) -> Attempt {
        let mut walk = Walk::new(withdrawn);
        let node = walk.merge(self.base.as_ref(), &self.mine, &self.theirs);
        let (scenario, unread) = from_node::<Scenario>(&node);
        let mut problems = to_problems(unread);
        problems.extend(scenario.iter().flat_map(errors).filter(|p| !known.contains(p)));
        let Walk { taken, orders_taken, conflicts, .. } = walk;
        Attempt { scenario, problems, taken, orders_taken, conflicts }
    }
}

fn errors(scenario: &Scenario) -> Vec<Problem> {
    let mut problems = validate::problems(scenario);
    problems.retain(|problem| problem.severity == Severity::Error);
    problems
}

/// Looks for the changes that can be taken together, by halves.
struct Search<'t> {
    three: &'t Three,
    known: &'t [Problem],
    /// Changes of THEIRS that are not taken, so far.
    withdrawn: HashSet<Steps>,
    /// Those that were tried one by one, and what was wrong with each.
    refused: Vec<(Steps, Vec<Problem>)>,
    trials: usize,
}

impl Search<'_> {
    /// Takes as much as goes together. What was refused is tried again as long as
    /// more was taken: it may have needed what comes later.
    fn run(&mut self, changes: Vec<Steps>) {
        let mut open = changes;
        loop {
            let before = self.withdrawn.len();
            self.refused.clear();
            self.take(&open);
            open = self.refused.iter().map(|(steps, _)| steps.clone()).collect();
            if self.withdrawn.len() == before || open.is_empty() || self.trials == 0 {
                return;
            }
        }
    }

    fn take(&mut self, changes: &[Steps]) {
        if changes.is_empty() || self.trials == 0 {
            return;
        }
        self.trials -= 1;
        for steps in changes {
            self.withdrawn.remove(steps);
        }
        let problems = self.three.attempt(&self.withdrawn, self.known).problems;
        if problems.is_empty() {
            return;
        }
        self.withdrawn.extend(changes.iter().cloned());
        match changes {
            [only] => self.refused.push((only.clone(), problems)),
            _ => {
                let (first, second) = changes.split_at(changes.len() / 2);
                self.take(first);
                self.take(second);
            }
        }
    }
}
