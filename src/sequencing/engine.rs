//! The engine: keeps structure and plan warm, improves by effort or by time,
//! and verifies everything that it says.

use super::conflict::{Conflict, find_conflict};
use super::plan::Plan;
use super::portfolio::Portfolio;
use super::search::Search;
use super::structure::Structure;
use super::verify::verify;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Steps of search in one unit of effort.
const STEPS_PER_EFFORT: u64 = 12;

/// Units of effort between two looks at the clock, the flag, and publishing.
const ROUND: u64 = 25;

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

/// When to stop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Budget {
    /// After so much work: the same plan on every machine.
    Effort(u64),
    /// After so many seconds: the plan depends on the machine.
    Seconds(f64),
}

/// A wish to stop at once, shared between threads.
#[derive(Debug, Clone, Default)]
pub struct CancelFlag(Arc<AtomicBool>);

impl CancelFlag {
    /// Asks to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// True once somebody asked.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// How a bound was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BoundKind {
    /// Every item at its best, limits ignored.
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
    /// By resource, then phase; empty where the bound has none.
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

/// A planner for one portfolio that stays warm.
#[derive(Debug)]
pub struct Engine {
    portfolio: Arc<Portfolio>,
    structure: Arc<Structure>,
    options: Options,
    last: Option<Plan>,
}

impl Engine {
    /// Derives what follows from the portfolio's links.
    pub fn new(portfolio: Arc<Portfolio>, options: Options) -> Self {
        let structure = Arc::new(Structure::new(&portfolio));
        Self { portfolio, structure, options, last: None }
    }

    /// Windows and links of the portfolio.
    pub fn structure(&self) -> &Structure {
        &self.structure
    }

    /// Begins from a plan, as far as it holds.
    pub fn start_from(&mut self, plan: Plan) {
        self.last = Some(plan);
    }

    /// Takes new worths for the same items, links and limits, and answers at
    /// once with the last plan, recounted, or a list schedule.
    pub fn retarget(&mut self, portfolio: Arc<Portfolio>) -> Answer {
        let begun = Instant::now();
        self.portfolio = portfolio;
        let search = self.search();
        let (plan, missing) = search.best();
        drop(search);
        self.answer(plan, missing, 0, begun, false)
    }

    fn search(&self) -> Search<'_> {
        Search::new(&self.portfolio, &self.structure, self.options.seed, self.last.as_ref())
    }

    /// Improves until the budget is spent or somebody asks to stop; `progress`
    /// is told of every better plan.
    pub fn run(
        &mut self,
        budget: Budget,
        cancel: &CancelFlag,
        progress: &mut dyn FnMut(&Answer),
    ) -> Answer {
        let begun = Instant::now();
        let portfolio = Arc::clone(&self.portfolio);
        let structure = Arc::clone(&self.structure);
        let mut search = Search::new(&portfolio, &structure, self.options.seed, self.last.as_ref());
        let (mut spent, mut told) = (0, None);
        let timed = matches!(budget, Budget::Seconds(_));
        loop {
            let (plan, missing) = search.best();
            if told.as_ref() != Some(&plan) {
                told = Some(plan.clone());
                self.last = Some(plan.clone());
                if missing == 0 {
                    progress(&self.answer(plan, missing, spent, begun, timed));
                }
            }
            if cancel.is_cancelled() {
                break;
            }
            let round = match budget {
                Budget::Effort(effort) => ROUND.min(effort.saturating_sub(spent)),
                Budget::Seconds(limit) if begun.elapsed() >= seconds(limit) => 0,
                Budget::Seconds(_) => ROUND,
            };
            if round == 0 {
                break;
            }
            let steps = round * STEPS_PER_EFFORT;
            let (from, whole) = (spent, budget);
            search.steps(steps, |step| match whole {
                Budget::Effort(effort) => {
                    let done = from as f64 + step as f64 / STEPS_PER_EFFORT as f64;
                    1.0 - done / effort as f64
                }
                Budget::Seconds(limit) => (1.0 - begun.elapsed().as_secs_f64() / limit).max(0.0),
            });
            spent += round;
        }
        let (plan, missing) = search.best();
        self.last = Some(plan.clone());
        self.answer(plan, missing, spent, begun, timed)
    }

    fn answer(
        &self,
        plan: Plan,
        missing: usize,
        effort: u64,
        begun: Instant,
        timed: bool,
    ) -> Answer {
        let verification = verify(&self.portfolio, &plan);
        let infeasible =
            (missing > 0).then(|| find_conflict(&self.portfolio, &self.structure, &plan));
        let objective = verification.objective;
        let upper_bound = simple_bound(&self.portfolio, &self.structure).max(objective);
        let gap = if upper_bound == objective {
            0.0
        } else {
            (upper_bound - objective) as f64 / (objective.unsigned_abs().max(1)) as f64
        };
        Answer {
            plan,
            objective,
            upper_bound,
            bound_kind: BoundKind::Simple,
            gap,
            optimal: missing == 0 && upper_bound == objective,
            verified: verification.violations.is_empty(),
            prices: Arc::default(),
            infeasible,
            effort,
            seconds: begun.elapsed().as_secs_f64(),
            timed,
        }
    }
}

fn seconds(seconds: f64) -> Duration {
    Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX)
}

/// What no plan can exceed: every item that gains at its earliest start, every
/// mandatory one whatever it costs, every pair that gains; limits ignored.
pub fn simple_bound(portfolio: &Portfolio, structure: &Structure) -> i64 {
    let mut bound = 0;
    for (at, item) in portfolio.items.iter().enumerate() {
        if structure.possible(at) {
            let best = item.worth[structure.earliest[at] as usize - 1];
            bound += if item.mandatory { best } else { best.max(0) };
        }
    }
    for synergy in &portfolio.synergies {
        bound += synergy.worth.iter().copied().max().unwrap_or(0).max(0);
    }
    bound
}
