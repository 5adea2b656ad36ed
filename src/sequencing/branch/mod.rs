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
mod neighbourhood;
mod part;
mod plunge;
mod solve;

use super::bound::{Kept, Prices, Relaxation};
use super::cancel::CancelFlag;
use super::presolve::{Found, Reduced, Windows};
pub use mend::Mender;
pub use neighbourhood::Around;
pub use plunge::{Plunge, Reached};

use dive::Dive;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// Tasks in one round of a tree that is searched to its end.
const TASKS: usize = 8;

/// What a tree may keep for its open parts, in bytes.
const MOST_KEPT: usize = 256 << 20;

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
    pub warm: Arc<Kept>,
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

/// How a tree is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// To its end: depth first, in tasks of so many nodes.
    Deep {
        /// Nodes of a task, at most.
        nodes: u64,
    },
    /// Too large for that: so many nodes at a time, where the bound is highest.
    Broad {
        /// Nodes of a round.
        nodes: usize,
    },
}

/// The tree: what is open.
#[derive(Debug)]
pub struct Tree {
    reduced: Arc<Reduced>,
    root: Relaxation,
    windows: Windows,
    prices: Prices,
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
        let open = Open { decisions: Vec::new(), warm: Arc::new(prices.keep(true)), bound };
        let (root, prices) = (root.clone(), prices.clone());
        Self { reduced, root, windows, prices, open: vec![open] }
    }

    /// True if more open parts would take too much room.
    pub fn is_full(&self) -> bool {
        let each = 8 * (self.root.graph.len() + 2 * self.root.rows.len());
        self.open.len() * each > MOST_KEPT
    }

    /// No plan is worth more than this, except perhaps the best one known.
    pub fn bound(&self) -> Option<i64> {
        self.open.iter().map(|open| open.bound).max()
    }

    /// One round. `best` is replaced by a better plan if one is found. A round that
    /// is cancelled leaves the tree as it was.
    pub fn round(&mut self, best: &mut Found, manner: Manner, threads: usize, cancel: &CancelFlag) {
        let (count, nodes) = match manner {
            Manner::Deep { nodes } => (TASKS, nodes),
            Manner::Broad { nodes } => (nodes, 1),
        };
        let worth = best.score.worth;
        self.open.retain(|open| open.bound > worth);
        // What is worst proven comes first: it holds the whole bound up, and has
        // the largest trees below it. Of equals the last opened, the deepest.
        self.open.sort_by_key(|open| open.bound);
        let from = self.open.len().saturating_sub(count);
        let tasks = self.open.split_off(from);
        let next = AtomicUsize::new(0);
        let outcomes: Vec<Mutex<Option<Outcome>>> =
            tasks.iter().map(|_| Mutex::new(None)).collect();
        let work = || {
            let Self { reduced, root, windows, prices, .. } = &*self;
            let mut dive = Dive::new(reduced, root, windows, cancel);
            match manner {
                Manner::Deep { .. } => dive.thorough = true,
                Manner::Broad { .. } => dive.settle(prices),
            }
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
