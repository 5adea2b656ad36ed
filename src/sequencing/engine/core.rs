//! What the engine keeps between runs: the reduced problem, its relaxation with
//! warm prices and flow, and the best plan.

use super::super::bound::{Bundle, Prices, Relaxation, RowKind};
use super::super::branch::{Plunge, Tree};
use super::super::cancel::CancelFlag;
use super::super::plan::Plan;
use super::super::portfolio::Portfolio;
use super::super::presolve::{Found, Presolved, Reduced, Report, Windows, presolve};
use super::super::search::{Guide, Table};
use super::super::structure::Structure;
use super::focus::Focus;
use super::jobs::{Base, Worker};
use super::pool::Pool;
use super::turns::Turns;
use std::sync::Arc;

/// Rounds of cuts at the root, at most.
const CUT_ROUNDS: u32 = 16;

/// The tree of a problem with more variables than this cannot be searched to its end.
const LARGEST_TREE: usize = 1_000;

/// Evaluations of the bound at a node of a large tree, about.
const EVALUATIONS: u64 = 35;

/// Work of one round of a larger tree, in the unit of `evaluation_cost`.
const BROAD_WORK: u64 = 16_000_000;

/// Nodes of such a round, at most.
const MOST_BROAD: u64 = 16;

/// With so many units for each row, most of them stand whole in the averaged closures.
const UNITS_FOR_EACH: usize = 10;

/// From this share of the bound on the plan is far from it once the bound rests.
const FAR: f64 = 0.01;

/// Where one evaluation of the bound takes more than this, plunges take too long,
/// and so does mending while the bound still falls.
const HUGE: u64 = 2_500_000;

/// The warm state of one portfolio.
#[derive(Debug)]
pub struct Core {
    /// What is left to decide.
    pub reduced: Arc<Reduced>,
    /// What presolve removed.
    pub report: Report,
    /// An item that must start and cannot.
    pub contradiction: Option<usize>,
    /// Uses, laid out.
    pub table: Table,
    /// Windows at the root.
    pub windows: Windows,
    /// The bound's relaxation.
    pub relaxation: Relaxation,
    /// The prices at which the bound stands.
    pub prices: Prices,
    /// Closures that steer them.
    pub bundle: Bundle,
    /// The tree, once it has begun.
    pub tree: Option<Tree>,
    /// What the prices say to a search; renewed now and then.
    pub guide: Guide,
    /// The best plan.
    pub best: Found,
    /// Good plans that differ.
    pub pool: Pool,
    /// Whose turn it is where a tree is too large to finish.
    pub turns: Turns,
    /// No plan is worth more.
    pub upper_bound: i64,
    /// True once every case was looked at.
    pub exhausted: bool,
    /// Price steps since the bound last fell noticeably.
    pub idle_steps: u32,
    /// Rounds of cuts that are still worth trying.
    pub cut_rounds: u32,
    /// The upper bound when cuts were last added.
    pub last_cut_bound: i64,
    /// True once the bound falls slowly: its closures are worth following.
    pub calm: bool,
    /// Price steps since cuts were last added.
    pub steps_since_cut: u64,
    /// Price steps taken.
    pub price_steps: u64,
    /// Those that look for plans, one for each thread.
    pub workers: [Worker; 2],
    /// Plunges begun.
    pub plunges: u64,
    /// True once a worker has planned in a narrower problem, for these worths.
    pub focused: bool,
    /// Heat of the last round: when it rises, searches go back to the best plan.
    pub last_heat: f64,
    /// Rounds done.
    pub rounds: u64,
}

/// The bound, and what lowers it.
pub struct Steered<'a> {
    /// The bound's relaxation.
    pub relaxation: &'a mut Relaxation,
    /// The prices at which it stands.
    pub prices: &'a mut Prices,
    /// Closures that steer them.
    pub bundle: &'a mut Bundle,
}

impl Core {
    /// Presolves a portfolio and evaluates a first bound.
    pub fn new(portfolio: &Portfolio, structure: &Structure, seed: u64) -> Self {
        let Presolved { reduced, report, contradiction } = presolve(portfolio, structure);
        let table = Table::new(&reduced);
        let mut windows = Windows::new(&reduced);
        let contradiction = match windows.propagate(&reduced) {
            Ok(()) => contradiction,
            Err(found) => contradiction.or(reduced.units[found.unit].members.first().copied()),
        };
        let mut relaxation = Relaxation::new(&reduced);
        let prices = Prices::new(&mut relaxation);
        let upper_bound = relaxation.whole(prices.best_value);
        let table_of_prices = relaxation.resource_prices(&reduced, &prices.best_scaled);
        let guide = Guide::new(&reduced, &windows, &table_of_prices, &prices.mean);
        let best = Found::none(reduced.units.len());
        let workers = [0, 1].map(|worker| Worker::new(reduced.units.len(), seed ^ (worker << 32)));
        Self {
            reduced: Arc::new(reduced),
            report,
            contradiction,
            table,
            windows,
            relaxation,
            prices,
            bundle: Bundle::default(),
            tree: None,
            guide,
            best,
            pool: Pool::default(),
            turns: Turns::default(),
            upper_bound,
            exhausted: false,
            idle_steps: 0,
            cut_rounds: CUT_ROUNDS,
            calm: false,
            steps_since_cut: 0,
            last_cut_bound: i64::MAX,
            price_steps: 0,
            workers,
            plunges: 0,
            focused: false,
            last_heat: 0.0,
            rounds: 0,
        }
    }

    /// Takes new worths for the same units, links and limits; what was proven of
    /// the old ones is forgotten, prices and plan stay. False if the portfolio
    /// must be presolved anew.
    pub fn retarget(&mut self, portfolio: &Portfolio) -> bool {
        // The tree shares the units; without it they need not be copied.
        self.tree = None;
        if !Arc::make_mut(&mut self.reduced).retarget(portfolio) {
            return false;
        }
        self.relaxation.retarget(&self.reduced);
        let value = self.prices.refresh(&mut self.relaxation);
        self.prices.restart(0.3);
        self.upper_bound = self.relaxation.whole(value);
        self.exhausted = false;
        self.pool = Pool::default();
        self.turns = Turns::default();
        self.focused = false;
        for worker in &mut self.workers {
            worker.mender.idle = 0;
            worker.target = None;
            worker.plunge = None;
            worker.focus = None;
        }
        self.idle_steps = 0;
        self.cut_rounds = CUT_ROUNDS;
        self.steps_since_cut = 0;
        self.last_cut_bound = i64::MAX;
        if !self.best.is_none() {
            self.best = Found::new(&self.reduced, std::mem::take(&mut self.best.start));
        }
        true
    }

    /// Takes over prices of another portfolio's rows, where they mean the same.
    pub fn take_prices(&mut self, old: &Core) {
        let of_old = |kind: RowKind| {
            let rows = old.relaxation.rows.rows.iter();
            rows.zip(&old.prices.best).find(|(row, _)| row.kind == kind).map(|(_, price)| *price)
        };
        let same = self.relaxation.rows.len() == old.relaxation.rows.len();
        let mut prices: Vec<f64> = self
            .relaxation
            .rows
            .rows
            .iter()
            .enumerate()
            .map(|(at, row)| match row.kind {
                RowKind::Resource { .. } => of_old(row.kind).unwrap_or(0.0),
                _ if same => old.prices.best[at],
                _ => 0.0,
            })
            .collect();
        let own = self.prices.clone();
        self.relaxation.complete(&mut prices);
        self.prices.set_best(&prices);
        let value = self.prices.refresh(&mut self.relaxation);
        if value > own.best_value {
            self.prices = own;
        }
        self.prices.restart(0.3);
        self.upper_bound = self.upper_bound.min(self.relaxation.whole(self.prices.best_value));
    }

    /// The worth that a better plan must exceed: the best plan's, or, without
    /// one, less than any plan's.
    pub fn floor(&self) -> i64 {
        if self.best.score.missing == 0 {
            self.best.score.worth
        } else {
            -self.reduced.total_worth() - 1
        }
    }

    /// The best plan, by items.
    pub fn plan(&self) -> Plan {
        Plan { start: self.reduced.item_starts(&self.best.start) }
    }

    /// True if the problem is small enough for a tree that is searched to its end.
    pub fn is_small(&self) -> bool {
        self.relaxation.graph.len() <= LARGEST_TREE
    }

    /// True if a bundle steers the prices. Small problems' cuts are better off
    /// averages that are less sharp, and shares of wishes are no coordinates of it.
    pub fn is_steered(&self) -> bool {
        !self.is_small() && self.relaxation.wishes.is_empty()
    }

    /// True if the averaged closures are nearly a plan: they split hardly more units than
    /// there are rows.
    pub fn is_nearly_planned(&self) -> bool {
        let most = UNITS_FOR_EACH * self.relaxation.rows.len();
        !self.is_small() && !self.is_huge() && self.reduced.units.len() >= most
    }

    /// True if a round is too short for planning many units anew.
    pub fn is_huge(&self) -> bool {
        self.relaxation.evaluation_cost() > HUGE
    }

    /// Nodes of a round of a tree that is too large to finish; fewer than two: it
    /// is not worth it.
    pub fn broad_nodes(&self) -> usize {
        (BROAD_WORK / (EVALUATIONS * self.relaxation.evaluation_cost())).min(MOST_BROAD) as usize
    }

    /// What the best plan may lack, as a share of the bound.
    fn gap(&self) -> f64 {
        let gap = self.upper_bound.saturating_sub(self.floor()) as f64;
        gap / (self.upper_bound as f64).max(1.0)
    }

    /// True if it is the turn of such a tree.
    pub fn is_tree_due(&mut self) -> bool {
        let (gap, nodes) = (self.gap(), self.broad_nodes());
        self.best.score.missing == 0
            && nodes > 1
            && self.tree.as_ref().is_none_or(|tree| !tree.is_full())
            && self.turns.is_tree_next(gap, nodes)
    }

    /// What jobs begin from, and what they and the prices change. `prices` are
    /// those of resources by phase.
    pub fn split<'a>(
        &'a mut self,
        prices: &'a [Vec<f64>],
        anew: bool,
        cancel: &'a CancelFlag,
    ) -> (Base<'a>, &'a mut [Worker; 2], Steered<'a>) {
        let (floor, wanders, rounds) = (self.floor(), !self.is_small(), self.rounds);
        let nearly_planned = self.is_nearly_planned();
        let Self { reduced, table, windows, guide, best, pool, workers, .. } = self;
        let base = Base {
            reduced,
            table,
            windows,
            guide,
            best,
            pool: pool.plans(),
            prices,
            rounds,
            anew,
            wanders,
            nearly_planned,
            floor,
            cancel,
        };
        let Self { relaxation, prices, bundle, .. } = self;
        (base, workers, Steered { relaxation, prices, bundle })
    }

    /// Prices of resources by phase, at the best multipliers.
    pub fn resource_prices(&self) -> Vec<Vec<f64>> {
        self.relaxation.resource_prices(&self.reduced, &self.prices.best_scaled)
    }

    /// Sees to it that a worker has a plunge under way; false if plunges are not
    /// worth it.
    pub fn begin_plunge(&mut self, worker: usize) -> bool {
        if !self.calm || self.is_huge() {
            return false;
        }
        let Self { relaxation, windows, prices, plunges, workers, .. } = self;
        let plunge = &mut workers[worker].plunge;
        if plunge.is_none() {
            let chance = if *plunges == 0 { 0.0 } else { 0.2 };
            *plunge = Some(Plunge::new(relaxation, windows, prices, *plunges, chance));
            *plunges += 1;
        }
        true
    }

    /// Sees to it that a worker plans in a narrower problem, once, where the plan is far
    /// from the bound; false if that is done, or not worth it.
    pub fn begin_focus(&mut self, worker: usize) -> bool {
        let worth_it = !self.is_huge() && !self.is_nearly_planned() && self.gap() > FAR;
        let planned = self.best.score.missing == 0;
        if planned && !std::mem::replace(&mut self.focused, true) && worth_it {
            let Self { reduced, windows, relaxation, prices, workers, .. } = self;
            let seed = workers[worker].mender.random.next_u64();
            let focus = Focus::new(reduced, windows, relaxation, prices, seed);
            workers[worker].focus = Some(focus);
        }
        self.workers[worker].focus.is_some()
    }

    /// Reads the present prices for searches to come.
    ///
    /// O(units × phases² × uses).
    pub fn renew_guide(&mut self) {
        let prices = self.resource_prices();
        self.guide = Guide::new(&self.reduced, &self.windows, &prices, &self.prices.mean);
    }
}
