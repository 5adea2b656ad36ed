//! What one thread does for the plan in one round.

use super::super::branch::{Around, Mender, Plunge, Reached};
use super::super::cancel::CancelFlag;
use super::super::presolve::{Found, Reduced, Windows};
use super::super::search::{Choice, Guide, Memory, Moves, Search, Table};
use super::focus::Focus;

/// A plan is mended until so many neighbourhoods brought nothing.
const MENDED_OUT: u32 = 60;

/// Temperature of annealing from what the averaged closures have, as a share of the usual
/// loss of a step.
pub const COOL: f64 = 0.02;

/// Its steps for a plan to mend.
const FRESH_STEPS: u64 = 2_400;

/// A job of one round.
#[derive(Debug, Clone, Copy)]
pub enum Job {
    /// So many steps of annealing.
    Anneal {
        /// Temperature, as a share of the usual loss of a step.
        heat: f64,
        /// How many.
        steps: u64,
    },
    /// The same from what the averaged closures have, whatever plans are known.
    Fresh {
        /// Temperature, as a share of the usual loss of a step.
        heat: f64,
        /// How many.
        steps: u64,
    },
    /// Mending the best plan, one neighbourhood after the other.
    Mend {
        /// So much work, in the unit of `Relaxation::evaluation_cost`.
        work: u64,
    },
    /// Mending within what the averaged closures are sure of.
    Focus {
        /// So much work, in the same unit.
        work: u64,
    },
    /// The next decisions of a plunge.
    Plunge {
        /// So much work, in the same unit.
        work: u64,
    },
}

/// What a worker remembers from round to round.
#[derive(Debug)]
pub struct Worker {
    /// Where its annealing is.
    pub memory: Memory,
    /// What it mends with.
    pub mender: Mender,
    /// What it mends, unless that is the best plan.
    pub target: Option<Found>,
    /// Worth of the best plan when it last chose what to mend; none if it never did.
    known: Option<i64>,
    /// A plunge under way.
    pub plunge: Option<Plunge>,
    /// The narrower problem, while it plans in it.
    pub focus: Option<Focus>,
}

impl Worker {
    /// A worker with its own random numbers.
    pub fn new(units: usize, seed: u64) -> Self {
        Self {
            memory: Memory::new(units, seed),
            mender: Mender::new(seed, units),
            target: None,
            known: None,
            plunge: None,
            focus: None,
        }
    }
}

/// What all jobs of a round begin from.
#[derive(Debug, Clone, Copy)]
pub struct Base<'a> {
    /// What is left to decide.
    pub reduced: &'a Reduced,
    /// Uses, laid out.
    pub table: &'a Table,
    /// Windows at the root.
    pub windows: &'a Windows,
    /// What the prices say to a search.
    pub guide: &'a Guide,
    /// The best plan.
    pub best: &'a Found,
    /// Good plans that differ.
    pub pool: &'a [Found],
    /// Prices of resources by phase.
    pub prices: &'a [Vec<f64>],
    /// Rounds done.
    pub rounds: u64,
    /// True if annealing shall begin at the best plan.
    pub anew: bool,
    /// True if mending may leave the best plan for others.
    pub wanders: bool,
    /// True if the averaged closures are nearly a plan.
    pub nearly_planned: bool,
    /// What no plan of a plunge may fall below.
    pub floor: i64,
    /// Stops the work.
    pub cancel: &'a CancelFlag,
}

impl Base<'_> {
    /// Does a job; the best plan that came of it.
    pub fn work(&self, job: Job, worker: &mut Worker) -> Option<Found> {
        match job {
            Job::Anneal { heat, steps } => Some(self.anneal(&mut worker.memory, heat, steps)),
            Job::Fresh { heat, steps } => {
                Some(self.fresh(&mut worker.memory, self.best.clone(), heat, steps))
            }
            Job::Mend { work } => {
                let mut mended = self.target(worker);
                let Self { reduced: whole, windows, guide, pool, .. } = *self;
                let around = Around { whole, windows, guide, pool };
                worker.mender.mend(around, self.prices, &mut mended, work, self.cancel);
                worker.target = Some(mended.clone());
                Some(mended)
            }
            Job::Focus { work } => {
                let focus = worker.focus.as_mut()?;
                let found = focus.advance(self, work);
                if focus.is_over() {
                    worker.focus = None;
                }
                found
            }
            Job::Plunge { work } => {
                let reached =
                    worker.plunge.as_mut()?.advance(self.reduced, self.floor, work, self.cancel);
                if !matches!(reached, Reached::Open) {
                    worker.plunge = None;
                }
                match reached {
                    Reached::Plan(found) => Some(found),
                    Reached::Open | Reached::Nothing => None,
                }
            }
        }
    }

    /// What a worker mends next: its own plan, until mending brings nothing for
    /// long; then the best or another good one, which may lead further. Workers
    /// that all went on from the best would soon be stuck in one place, so each
    /// begins with a fresh plan where that is nearly as good.
    fn target(&self, worker: &mut Worker) -> Found {
        if !self.wanders {
            return self.best.clone();
        }
        if worker.mender.idle < MENDED_OUT
            && let Some(target) = worker.target.take()
        {
            return target;
        }
        worker.mender.idle = 0;
        let best = Some(self.best.score.worth);
        let known = std::mem::replace(&mut worker.known, best);
        if known.is_none() && self.nearly_planned {
            let none = Found::none(self.best.start.len());
            let own = self.fresh(&mut worker.memory, none, COOL, FRESH_STEPS);
            if own.score.missing == 0 {
                return own;
            }
        }
        if known != best {
            // What others found meanwhile comes first.
            return self.best.clone();
        }
        let other = worker.mender.random.below(self.pool.len().max(1));
        self.pool.get(other).unwrap_or(self.best).clone()
    }

    /// Where units stand counts for more than what a plan is worth to begin with:
    /// the averaged closures have most of them where they belong.
    fn fresh(&self, memory: &mut Memory, best: Found, heat: f64, steps: u64) -> Found {
        let moves = Moves::new(self.reduced, self.table, self.windows, self.guide);
        let mut search = Search::new(moves, memory.clone(), best);
        search.schedule_by_mean(0.5);
        search.catch_up();
        let (after, found) = search.annealed(heat, steps, self.cancel);
        *memory = after;
        found
    }

    fn anneal(&self, memory: &mut Memory, heat: f64, steps: u64) -> Found {
        let moves = Moves::new(self.reduced, self.table, self.windows, self.guide);
        let mut search = Search::new(moves, memory.clone(), self.best.clone());
        if self.best.is_none() {
            search.schedule(Choice::Earliest, 0.0);
        }
        if self.rounds.is_power_of_two() || self.rounds.is_multiple_of(16) {
            let better = search.schedule_by_mean(0.5) | search.schedule(Choice::Priced, 0.3);
            if better || self.anew {
                search.back_to_best();
            } else {
                search.back_to(&memory.start);
            }
        } else if self.anew {
            search.back_to_best();
        }
        let (after, found) = search.annealed(heat, steps, self.cancel);
        *memory = after;
        found
    }
}
