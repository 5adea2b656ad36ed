//! Whether a plan is possible: asked of the engine, for a part of the rules.

use super::rule::Rule;
use super::rulebook::{Rulebook, Setting};
use super::trial::{Trial, share_of_limits};
use crate::sequencing::{Budget, CancelFlag, Engine, Options, Plan, Portfolio, Structure, verify};
use std::sync::Arc;

/// Plans that are tried again before the engine is asked.
const MOST_KNOWN: usize = 16;

/// Effort for asking outright; what it does not answer by then, counting may.
const OUTRIGHT: u64 = 100;

/// Effort between two looks at how far counting is.
const SLICE: u64 = 50;

/// Worth of an item that must start, where they are counted: the same for all,
/// and on average as much again ten times for what it uses.
const ONE: f64 = 100_000.0;

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
    /// Effort that is left.
    left: u64,
}

impl<'a> Oracle<'a> {
    pub fn new(book: &'a Rulebook, effort: u64, cancel: &'a CancelFlag) -> Self {
        Self { book, effort, cancel, known: Vec::new(), impossible: None, left: 0 }
    }

    /// Lets the engine be asked so many times at the full effort from here on. After
    /// that only what is seen at once is answered, so that nobody waits for ever
    /// for proofs that do not come.
    pub fn allow(&mut self, questions: u64) {
        self.left = self.effort.saturating_mul(questions);
    }

    /// True once nobody waits for an answer any more.
    pub fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }

    /// Whether the rules can hold together under these settings. Two runs of
    /// the engine at most.
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

    fn solve(&mut self, trial: &Trial) -> Verdict {
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
        if self.left == 0 {
            return Verdict::Unknown;
        }
        let verdict = self.decide(trial, portfolio.clone());
        if verdict != Verdict::Unknown {
            return verdict;
        }
        self.count(trial)
    }

    /// Asks for a plan outright. What follows from windows and limits comes at
    /// once; a small problem is looked through.
    fn decide(&mut self, trial: &Trial, portfolio: Portfolio) -> Verdict {
        let mut engine = Engine::new(Arc::new(portfolio), Options::default());
        let budget = Budget::Effort(self.effort.min(OUTRIGHT));
        let answer = engine.run(budget, self.cancel, &mut |_| {});
        self.left = self.left.saturating_sub(answer.effort);
        match &answer.infeasible {
            Some(conflict) if conflict.proven => Verdict::Impossible,
            Some(_) => Verdict::Unknown,
            None => self.checked(trial, &answer.plan),
        }
    }

    /// Asks how much of what must start can: a plan exists if all can, and none
    /// does if the bound says that not all can. Prices on what is scarce prove in
    /// this way what no look at single items does.
    fn count(&mut self, trial: &Trial) -> Verdict {
        let (mut engine, all) = counting(trial);
        let mut spent = 0;
        while spent < self.effort && !self.cancel.is_cancelled() {
            let slice = SLICE.min(self.effort - spent);
            let answer = engine.run(Budget::Effort(slice), self.cancel, &mut |_| {});
            self.left = self.left.saturating_sub(slice);
            if answer.upper_bound < all {
                return Verdict::Impossible;
            }
            if answer.objective == all {
                return self.checked(trial, &answer.plan);
            }
            spent += slice;
        }
        Verdict::Unknown
    }

    /// By rule: how much more could start, about, for a unit more of a limit; 0
    /// for what is not scarce. Limits without a price have no part in the proof
    /// that counting gives.
    pub fn prices(&self, settings: &[Setting]) -> Vec<f64> {
        let trial = self.book.trial(settings);
        let answer = if trial.portfolio.items.is_empty() {
            None
        } else {
            let (mut engine, _) = counting(&trial);
            Some(engine.run(Budget::Effort(self.effort), self.cancel, &mut |_| {}))
        };
        let prices = answer.as_ref().map(|answer| answer.prices.as_slice()).unwrap_or_default();
        let of = |resource: usize| {
            let row = trial.resources.iter().position(|row| *row == resource)?;
            prices.get(row).map(Vec::as_slice)
        };
        let price = |rule: &Rule| match *rule {
            Rule::Limit { resource, phase, .. } => {
                let row = of(resource).unwrap_or_default();
                let chosen = phase.map_or(row, |phase| {
                    row.get(phase as usize - 1..phase as usize).unwrap_or_default()
                });
                chosen.iter().sum()
            }
            _ => 0.0,
        };
        self.book.rules.iter().map(price).collect()
    }

    /// A plan that the verifier finds nothing wrong with, as one of all items.
    fn checked(&self, trial: &Trial, plan: &Plan) -> Verdict {
        if verify(&trial.portfolio, plan).violations.is_empty() {
            Verdict::Possible(trial.whole(plan, self.book.free.items.len()))
        } else {
            Verdict::Unknown
        }
    }
}

/// The problem in which nothing must start, and each item that had to, or that one
/// of those needs, is worth something: more, the more it uses of what there is, so
/// that leaving out a little of the dearest does not look like next to nothing.
/// With the worth of all of them.
fn counting(trial: &Trial) -> (Engine, i64) {
    let mut portfolio = trial.portfolio.clone();
    let mut forced: Vec<bool> = portfolio.items.iter().map(|item| item.mandatory).collect();
    let mut needs: Vec<Vec<usize>> = vec![Vec::new(); forced.len()];
    for link in &portfolio.prerequisites {
        needs[link.item].push(link.needs);
    }
    let mut open: Vec<usize> = (0..forced.len()).filter(|&item| forced[item]).collect();
    while let Some(item) = open.pop() {
        for &other in &needs[item] {
            if !forced[other] {
                forced[other] = true;
                open.push(other);
            }
        }
    }
    let shares: Vec<f64> = (0..forced.len())
        .map(|item| if forced[item] { share_of_limits(&portfolio, item) } else { 0.0 })
        .collect();
    let count = forced.iter().filter(|forced| **forced).count() as f64;
    let sum = shares.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    let mut all = 0;
    for ((item, share), forced) in portfolio.items.iter_mut().zip(shares).zip(forced) {
        item.mandatory = false;
        if forced {
            let worth = (ONE * (1.0 + 10.0 * count * share / sum)).round() as i64;
            item.worth.fill(worth);
            all += worth;
        }
    }
    (Engine::new(Arc::new(portfolio), Options::default()), all)
}
