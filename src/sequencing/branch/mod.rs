//! Branch and bound on the Lagrangian bound: closes the gap where the problem
//! is small enough.
//!
//! Decisions are `y[u,t]`: "unit u has started by phase t", yes or no. Each node
//! tightens windows by propagation, takes some warm price steps, and fixes what
//! the bound forbids otherwise. The tree is cut into tasks of bounded size,
//! which threads may take in any order: each knows only the best plan of the
//! round's beginning, and results are merged in the order of the tasks. So the
//! number of threads changes the time, not the plan.

mod dive;
mod fix;
mod mend;
mod part;
mod plunge;
mod solve;

use super::bound::{Prices, Relaxation};
use super::cancel::CancelFlag;
use super::presolve::{Reduced, Windows};
use super::search::Found;
pub use dive::worth_of;
pub use mend::Mender;
pub use plunge::{Plunge, Reached};

use dive::Dive;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// Tasks in one round.
const TASKS: usize = 8;

/// A decision on one variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// The unit.
    pub unit: usize,
    /// The phase, from 0.
    pub phase: u32,
    /// True if it has started by then.
    pub yes: bool,
}

/// A part of the tree that is still open.
#[derive(Debug, Clone)]
pub struct Open {
    /// Decisions from the root.
    pub decisions: Vec<Decision>,
    /// Prices to begin with.
    pub prices: Arc<Vec<f64>>,
    /// No plan in it is worth more.
    pub bound: i64,
}

/// What came of one task.
#[derive(Debug, Default)]
struct Outcome {
    found: Option<Found>,
    open: Vec<Open>,
    nodes: u64,
}

/// The tree: what is open, and the best plan.
#[derive(Debug)]
pub struct Tree {
    reduced: Arc<Reduced>,
    root: Relaxation,
    windows: Windows,
    open: Vec<Open>,
}

impl Tree {
    /// Begins at the root, with the prices found there.
    pub fn new(
        reduced: Arc<Reduced>,
        root: &Relaxation,
        windows: Windows,
        prices: &Prices,
    ) -> Self {
        let bound = root.whole(prices.best_value);
        let open = Open { decisions: Vec::new(), prices: Arc::new(prices.best.clone()), bound };
        Self { reduced, root: root.clone(), windows, open: vec![open] }
    }

    /// No plan is worth more than this, except perhaps the best one known.
    pub fn bound(&self) -> Option<i64> {
        self.open.iter().map(|open| open.bound).max()
    }

    /// One round: up to [`TASKS`] tasks of at most `nodes` nodes each. `best` is
    /// replaced by a better plan if one is found. A round that is cancelled
    /// leaves the tree as it was.
    pub fn round(&mut self, best: &mut Found, nodes: u64, threads: usize, cancel: &CancelFlag) {
        let worth = best.score.worth;
        self.open.retain(|open| open.bound > worth);
        // What is worst proven comes first: it holds the whole bound up, and has
        // the largest trees below it. Of equals the last opened, the deepest.
        self.open.sort_by_key(|open| open.bound);
        let from = self.open.len().saturating_sub(TASKS);
        let tasks = self.open.split_off(from);
        let next = AtomicUsize::new(0);
        let outcomes: Vec<Mutex<Option<Outcome>>> =
            tasks.iter().map(|_| Mutex::new(None)).collect();
        let work = || {
            let mut dive = Dive::new(&self.reduced, &self.root, &self.windows, cancel);
            dive.thorough = true;
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let (Some(task), Some(place)) = (tasks.get(at), outcomes.get(at)) else { break };
                let outcome = dive.run(task, &self.root, &self.windows, worth, nodes);
                if let Ok(mut place) = place.lock() {
                    *place = Some(outcome);
                }
            }
        };
        if threads > 1 && tasks.len() > 1 {
            std::thread::scope(|scope| {
                scope.spawn(work);
                work();
            });
        } else {
            work();
        }
        if cancel.is_cancelled() {
            self.open.extend(tasks);
            return;
        }
        for (task, outcome) in tasks.into_iter().zip(outcomes) {
            match outcome.into_inner().ok().flatten() {
                Some(outcome) => {
                    self.open.extend(outcome.open);
                    if let Some(found) = outcome.found
                        && found.score.beats(best.score)
                    {
                        *best = found;
                    }
                }
                // A worker that died has proved nothing.
                None => self.open.push(task),
            }
        }
        self.open.retain(|open| open.bound > best.score.worth);
    }
}
