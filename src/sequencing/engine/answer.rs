//! What the engine says, and how it is asked.

use super::super::conflict::Conflict;
use super::super::plan::Plan;
use std::sync::Arc;

/// How a search is set up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Seed of all random numbers.
    pub seed: u64,
    /// Threads that may be used; the plan does not depend on it.
    pub threads: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { seed: 1, threads: 2 }
    }
}

/// When to stop, unless the plan is proven optimal before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Budget {
    /// After so much work: the same plan on every machine.
    Effort(u64),
    /// After so many seconds: the plan depends on the machine.
    Seconds(f64),
}

/// How a bound was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BoundKind {
    /// Prices were hardly looked for: valid, and rough.
    Simple,
    /// By prices on what is scarce.
    Lagrangian,
    /// By looking at every case.
    Exact,
}

/// A plan, what it is worth, and what no plan can exceed.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The plan.
    pub plan: Plan,
    /// What it is worth, recounted by the verifier.
    pub objective: i64,
    /// No plan is worth more.
    pub upper_bound: i64,
    /// How the bound was found.
    pub bound_kind: BoundKind,
    /// (bound − objective) / |objective|; 0 if both are equal.
    pub gap: f64,
    /// True if no plan is better.
    pub optimal: bool,
    /// True if the verifier found no broken rule.
    pub verified: bool,
    /// What one more unit of each resource in each phase is about worth, in
    /// units of worth: the multipliers of the bound, 0 where nothing is scarce.
    /// By resource, then phase.
    pub prices: Arc<Vec<Vec<f64>>>,
    /// What cannot hold together, if no plan was found.
    pub infeasible: Option<Conflict>,
    /// Effort spent.
    pub effort: u64,
    /// Time spent.
    pub seconds: f64,
    /// True if a clock, not effort, ended it.
    pub timed: bool,
}

/// (bound − objective) / |objective|, and 0 if both are equal.
pub fn gap(objective: i64, upper_bound: i64) -> f64 {
    if upper_bound == objective {
        0.0
    } else {
        (upper_bound as f64 - objective as f64) / objective.unsigned_abs().max(1) as f64
    }
}
