//! Whether a plan is possible: asked of the engine, for a part of the rules.

use super::rulebook::{Rulebook, Setting};
use super::trial::Trial;
use crate::sequencing::{Budget, CancelFlag, Engine, Options, Plan, Structure, verify};
use std::sync::Arc;

/// Plans that are tried again before the engine is asked.
const MOST_KNOWN: usize = 16;

/// What is known of a part of the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// This plan keeps them; by item of the rulebook.
    Possible(Plan),
    /// It is proven that none does.
    Impossible,
    /// No plan was found, and nothing is proven.
    Unknown,
}

/// Answers whether rules can hold together, each time with the same effort.
pub struct Oracle<'a> {
    /// The rules.
    pub book: &'a Rulebook,
    effort: u64,
    cancel: &'a CancelFlag,
    /// Plans that were found, the newest last.
    known: Vec<Plan>,
    /// The last problem that was impossible: a part of the rules often comes to
    /// the same.
    impossible: Option<Trial>,
}

impl<'a> Oracle<'a> {
    pub fn new(book: &'a Rulebook, effort: u64, cancel: &'a CancelFlag) -> Self {
        Self { book, effort, cancel, known: Vec::new(), impossible: None }
    }

    /// True once nobody waits for an answer any more.
    pub fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }

    /// Whether the rules can hold together under these settings. One run of the
    /// engine at most.
    pub fn ask(&mut self, settings: &[Setting]) -> Verdict {
        let trial = self.book.trial(settings);
        if self.impossible.as_ref() == Some(&trial) {
            return Verdict::Impossible;
        }
        let again = self.known.iter().rev().find(|plan| trial.is_kept_by(plan)).cloned();
        if let Some(plan) = again {
            return Verdict::Possible(plan);
        }
        let verdict = self.solve(&trial);
        match &verdict {
            Verdict::Possible(plan) => {
                if self.known.len() == MOST_KNOWN {
                    self.known.remove(0);
                }
                self.known.push(plan.clone());
            }
            Verdict::Impossible => self.impossible = Some(trial),
            Verdict::Unknown => {}
        }
        verdict
    }

    fn solve(&self, trial: &Trial) -> Verdict {
        let portfolio = &trial.portfolio;
        if portfolio.items.is_empty() {
            return Verdict::Possible(Plan::empty(self.book.free.items.len()));
        }
        // Windows and links alone often say it, far cheaper than an engine.
        let structure = Structure::new(portfolio);
        let musts = portfolio.items.iter().enumerate().filter(|(_, item)| item.mandatory);
        if musts.into_iter().any(|(item, _)| !structure.possible(item)) {
            return Verdict::Impossible;
        }
        let portfolio = Arc::new(portfolio.clone());
        let mut engine = Engine::new(Arc::clone(&portfolio), Options::default());
        let budget = Budget::Effort(self.effort);
        let answer = engine.run(budget, self.cancel, &mut |_| {});
        match answer.infeasible {
            Some(conflict) if conflict.proven => Verdict::Impossible,
            Some(_) => Verdict::Unknown,
            None if verify(&portfolio, &answer.plan).violations.is_empty() => {
                Verdict::Possible(trial.whole(&answer.plan, self.book.free.items.len()))
            }
            None => Verdict::Unknown,
        }
    }
}
