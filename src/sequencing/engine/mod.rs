//! The engine: keeps prices, flow and plan warm, improves by effort or by time,
//! and verifies everything that it says.
//!
//! Work comes in rounds. While the bound still falls, one thread takes price
//! steps and another searches plans; then, where the problem is small enough to
//! finish, both work on the tree, else both search. What each thread does in a
//! round depends on the state at the round's beginning alone, so that the number
//! of threads changes the time, not the plan.

mod answer;
mod clock;
mod core;
mod focus;
mod jobs;
mod pool;
mod rounds;
mod steady;
mod turns;

pub use answer::{Answer, BoundKind, Budget, Options};

use self::core::Core;
use super::cancel::CancelFlag;
use super::conflict::{Conflict, find_conflict};
use super::plan::Plan;
use super::portfolio::Portfolio;
use super::presolve::Report;
use super::structure::Structure;
use super::verify::verify;
use answer::gap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use steady::{Near, steadied};

/// A planner for one portfolio that stays warm.
#[derive(Debug)]
pub struct Engine {
    portfolio: Arc<Portfolio>,
    structure: Arc<Structure>,
    options: Options,
    core: Core,
    /// A plan to go on from, not yet tried.
    wanted: Option<Plan>,
    /// The plan on screen: answers stay near it where that costs little.
    near: Option<Plan>,
    /// Where the effort that a run has spent can be read while it goes on.
    meter: Arc<AtomicU64>,
}

impl Engine {
    /// Derives what follows from the portfolio's links and limits.
    pub fn new(portfolio: Arc<Portfolio>, options: Options) -> Self {
        let structure = Arc::new(Structure::new(&portfolio));
        let core = Core::new(&portfolio, &structure, options.seed);
        let meter = Arc::default();
        Self { portfolio, structure, options, core, wanted: None, near: None, meter }
    }

    /// Tells the effort that a run has spent to whoever holds `meter`, round by
    /// round: also while no better plan comes.
    pub fn set_meter(&mut self, meter: Arc<AtomicU64>) {
        self.meter = meter;
    }

    /// Windows and links of the portfolio.
    pub fn structure(&self) -> &Structure {
        &self.structure
    }

    /// What presolve removed, merged and found.
    pub fn presolve_report(&self) -> &Report {
        &self.core.report
    }

    /// Begins from a plan, as far as it holds.
    pub fn start_from(&mut self, plan: Plan) {
        self.wanted = Some(plan);
    }

    /// Prefers plans near this one from now on: each item that stays where it is may
    /// cost a little, all together no more than what is not proven anyway. So a
    /// proven optimum stays one, and the better plan that was found is not lost.
    pub fn keep_near(&mut self, plan: Option<Plan>) {
        self.near = plan;
    }

    /// Takes new worths, or limits, for the same items and links, and answers at
    /// once: with the last plan as far as it holds, improved a little, and a
    /// bound at the last prices.
    ///
    /// Where only worths changed, O(size of the graph) and some steps of search;
    /// anything else is presolved anew.
    pub fn retarget(&mut self, portfolio: Arc<Portfolio>) -> Answer {
        let begun = Instant::now();
        let warm =
            differs_in_worth_alone(&self.portfolio, &portfolio) && self.core.retarget(&portfolio);
        if !warm {
            let plan = self.core.plan();
            self.structure = Arc::new(Structure::new(&portfolio));
            let mut core = Core::new(&portfolio, &self.structure, self.options.seed);
            core.take_prices(&self.core);
            core.rounds = self.core.rounds;
            self.core = core;
            self.wanted = self.wanted.take().or(Some(plan));
        }
        self.portfolio = portfolio;
        self.take_wanted();
        rounds::quick(&mut self.core);
        self.answer(0, begun, false)
    }

    fn take_wanted(&mut self) {
        let Some(plan) = self.wanted.take() else { return };
        let starts = self.core.reduced.unit_starts(&plan.start);
        let found = rounds::adopted(&self.core, &starts);
        if found.score.beats(self.core.best.score) {
            self.core.best = found;
        }
    }

    /// Improves until the plan is proven optimal, the budget is spent or somebody
    /// asks to stop; `progress` is told of every better plan and bound.
    pub fn run(
        &mut self,
        budget: Budget,
        cancel: &CancelFlag,
        progress: &mut dyn FnMut(&Answer),
    ) -> Answer {
        let begun = Instant::now();
        self.take_wanted();
        let timed = matches!(budget, Budget::Seconds(_));
        let mut clock = clock::Clock::new(budget, begun);
        let mut told = None;
        while !self.is_finished() && !cancel.is_cancelled() && clock.goes_on() {
            rounds::round(&mut self.core, self.options, &mut clock, cancel);
            self.meter.store(clock.spent(), Ordering::Relaxed);
            let state = (self.core.best.score, self.core.upper_bound);
            if told != Some(state) && self.core.best.score.missing == 0 {
                told = Some(state);
                progress(&self.answer(clock.spent(), begun, timed));
            }
        }
        self.answer(clock.spent(), begun, timed)
    }

    /// True if nothing better can be found, or nothing at all.
    fn is_finished(&self) -> bool {
        let core = &self.core;
        core.contradiction.is_some()
            || core.exhausted
            || (core.best.score.missing == 0 && core.upper_bound <= core.best.score.worth)
    }

    fn answer(&self, effort: u64, begun: Instant, timed: bool) -> Answer {
        let core = &self.core;
        let plan = self.plan();
        let verification = verify(&self.portfolio, &plan);
        let objective = verification.objective;
        let missing = core.contradiction.is_some() || core.best.score.missing > 0;
        let mut upper_bound = core.upper_bound;
        debug_assert!(missing || verification.violations.is_empty(), "{verification:?}");
        debug_assert!(missing || upper_bound >= objective, "a bound below a plan");
        let proven = core.contradiction.is_some() || core.exhausted;
        if missing {
            upper_bound = upper_bound.max(objective);
        }
        let infeasible = missing.then(|| self.conflict(&plan, proven));
        let bound_kind = if proven || upper_bound == objective {
            BoundKind::Exact
        } else if core.price_steps < 10 {
            BoundKind::Simple
        } else {
            BoundKind::Lagrangian
        };
        Answer {
            objective,
            upper_bound,
            bound_kind,
            gap: gap(objective, upper_bound),
            optimal: !missing && upper_bound == objective,
            verified: verification.violations.is_empty(),
            prices: Arc::new(core.resource_prices()),
            infeasible,
            effort,
            seconds: begun.elapsed().as_secs_f64(),
            timed,
            plan,
        }
    }

    /// The best plan, or one near the plan on screen that is worth hardly less.
    fn plan(&self) -> Plan {
        let Core { reduced, table, windows, best, upper_bound, .. } = &self.core;
        let Some(near) = &self.near else { return self.core.plan() };
        let shown = reduced.unit_starts(&near.start);
        let slack = upper_bound.saturating_sub(best.score.worth);
        let near = Near { reduced, table, windows, shown: &shown };
        Plan { start: reduced.item_starts(&steadied(near, best, slack).start) }
    }

    fn conflict(&self, plan: &Plan, proven: bool) -> Conflict {
        let mut conflict = find_conflict(&self.portfolio, &self.structure, plan);
        conflict.proven |= proven;
        conflict
    }
}

/// True if two portfolios have the same items, links and limits.
fn differs_in_worth_alone(old: &Portfolio, new: &Portfolio) -> bool {
    let Portfolio {
        phases,
        resources,
        items,
        prerequisites,
        any_of,
        exclusive,
        synergies,
        preferences,
        scale: _,
    } = new;
    let same_item = |(a, b): (&super::portfolio::Item, &super::portfolio::Item)| {
        a.duration == b.duration
            && a.earliest == b.earliest
            && a.latest == b.latest
            && a.mandatory == b.mandatory
            && a.uses == b.uses
    };
    old.phases == *phases
        && old.items.len() == items.len()
        && old.resources == *resources
        && old.prerequisites == *prerequisites
        && old.any_of == *any_of
        && old.exclusive == *exclusive
        && old.synergies == *synergies
        && old.preferences == *preferences
        && old.items.iter().zip(items).all(same_item)
}
