//! A plunge: a plan out of the relaxation's averaged closures, by deciding the
//! units on which they agree, drawing all conclusions, correcting the prices for
//! what is left, and so on until nothing is open (diving, as in Berthold 2006).

use super::super::bound::{Prices, Relaxation};
use super::super::cancel::CancelFlag;
use super::super::presolve::{Found, OUT, Reduced, Score, Windows};
use super::super::random::SplitMix64;
use super::part::part;

/// Price steps after each batch of decisions.
const STEPS: u32 = 6;

/// In each batch, one of so many open units is decided.
const BATCHES: usize = 16;

/// And at least one of so many of all units.
const LEAST_OF_ALL: usize = 48;

/// A batch that costs more than one part in so many of what the bound is above
/// the best plan is decided in smaller pieces.
const MOST_LOST: i128 = 30;

/// So few open units are planned exactly.
const FEW: usize = 60;

/// Nodes of the tree for that.
const NODES: u64 = 200;

/// Ways to decide a batch that are tried before a plunge is given up.
const ATTEMPTS: usize = 8;

/// A plunge under way.
#[derive(Debug)]
pub struct Plunge {
    relaxation: Relaxation,
    windows: Windows,
    prices: Prices,
    random: SplitMix64,
    /// True once the rest was tried exactly.
    solved: bool,
    /// Where batches began.
    marks: Vec<usize>,
    /// What it has taken so far, in the unit of [`Relaxation::evaluation_cost`].
    pub work: u64,
    /// How much chance weighs beside the averaged closures.
    chance: f64,
}

/// What a part of a plunge came to.
#[derive(Debug)]
pub enum Reached {
    /// Units are still open.
    Open,
    /// A plan.
    Plan(Found),
    /// Nothing better than what is known lies this way.
    Nothing,
}

/// A start that the averaged closures favour; none: it stays out.
struct Favourite {
    unit: usize,
    start: Option<u32>,
    share: f64,
}

impl Plunge {
    /// Begins at prices and their averaged closures.
    pub fn new(
        relaxation: &Relaxation,
        windows: &Windows,
        prices: &Prices,
        seed: u64,
        chance: f64,
    ) -> Self {
        let mut prices = prices.clone();
        prices.restart(0.5);
        Self {
            relaxation: relaxation.clone(),
            windows: windows.clone(),
            prices,
            random: SplitMix64::new(seed ^ 0x706C_756E),
            solved: false,
            marks: Vec::new(),
            work: 0,
            chance,
        }
    }

    /// Decides batches for about so much work, in the unit of
    /// [`Relaxation::evaluation_cost`]. Only plans worth more than `best` count.
    ///
    /// A batch takes O(units × propagation + steps × evaluation).
    pub fn advance(
        &mut self,
        reduced: &Reduced,
        best: i64,
        work: u64,
        cancel: &CancelFlag,
    ) -> Reached {
        let until = self.work.saturating_add(work);
        loop {
            let reached = self.advance_one(reduced, best, cancel);
            let over = self.work >= until || cancel.is_cancelled();
            if over || !matches!(reached, Reached::Open) {
                return reached;
            }
        }
    }

    fn advance_one(&mut self, reduced: &Reduced, best: i64, cancel: &CancelFlag) -> Reached {
        let target = i128::from(best.saturating_add(1)) * i128::from(self.relaxation.scale);
        let (mark, before) = (self.windows.mark(), self.prices.best_value);
        let mut favourites = self.favourites(reduced);
        if favourites.len() <= FEW && !std::mem::replace(&mut self.solved, true) {
            let open = favourites.iter().map(|favourite| favourite.unit).collect();
            if let Some(reached) = self.solve_rest(reduced, open, best, cancel) {
                return reached;
            }
        }
        let least = reduced.units.len() / LEAST_OF_ALL;
        let mut size = favourites.len().div_ceil(BATCHES).max(least).min(favourites.len());
        loop {
            if !self.decide_batch(reduced, &mut favourites, &mut size) {
                return Reached::Nothing;
            }
            self.relaxation.decide_all(reduced, &self.windows);
            self.prices.refresh(&mut self.relaxation);
            self.work += 2 * self.relaxation.evaluation_cost();
            let lost = before - self.prices.best_value;
            if size <= 1 || lost * MOST_LOST <= before - target {
                break;
            }
            // Some of these decisions cost too much: fewer at a time, so that the
            // averaged closures can follow.
            self.windows.back_to(mark);
            size /= 2;
        }
        let open = (0..reduced.units.len()).any(|unit| !self.windows.is_fixed(unit));
        if !open {
            return self.plan(reduced, best);
        }
        for _ in 0..STEPS {
            if self.prices.best_value < target {
                return Reached::Nothing;
            }
            self.prices.step(&mut self.relaxation, target as f64);
            self.work += self.relaxation.evaluation_cost();
        }
        Reached::Open
    }

    /// Decides the next batch; false if every way is barred.
    fn decide_batch(
        &mut self,
        reduced: &Reduced,
        favourites: &mut [Favourite],
        size: &mut usize,
    ) -> bool {
        self.marks.push(self.windows.mark());
        let mut mark = self.windows.mark();
        for attempt in 0..ATTEMPTS {
            match self.decide(reduced, &favourites[..*size]) {
                Ok(()) => return true,
                Err(unit) => {
                    // The unit for which there was no room is served first, at
                    // last before batches that are done already.
                    if attempt >= ATTEMPTS / 2 {
                        for _ in 0..attempt - ATTEMPTS / 2 + 1 {
                            mark = self.marks.pop().unwrap_or(mark);
                        }
                    }
                    self.windows.back_to(mark);
                    if let Some(at) = favourites.iter().position(|entry| entry.unit == unit) {
                        favourites[..=at].rotate_right(1);
                    }
                    *size = size.div_ceil(2);
                }
            }
        }
        false
    }

    /// Open units with the starts that they are likeliest to have, in the order in
    /// which they are decided.
    fn favourites(&mut self, reduced: &Reduced) -> Vec<Favourite> {
        let mut found = Vec::new();
        for (unit, entry) in reduced.units.iter().enumerate() {
            if self.windows.is_fixed(unit) {
                continue;
            }
            let nodes = self.relaxation.graph.nodes_of(unit);
            let mut before = 0.0;
            let mut favourite = Favourite { unit, start: None, share: -1.0 };
            for (node, phase) in nodes.zip(entry.first..) {
                let by = self.prices.mean[node];
                let here = phase >= self.windows.first[unit] && phase <= self.windows.last[unit];
                if here && by - before > favourite.share {
                    favourite.start = Some(phase);
                    favourite.share = by - before;
                }
                before = before.max(by);
            }
            if !self.windows.must[unit] && 1.0 - before > favourite.share {
                favourite.start = None;
                favourite.share = 1.0 - before;
            }
            favourite.share += self.chance * (self.random.unit() - 0.5);
            found.push(favourite);
        }
        // What must start comes first, as long as there is room for it.
        let must = |favourite: &Favourite| self.windows.must[favourite.unit];
        found.sort_by(|a, b| {
            let shares = b.share.total_cmp(&a.share);
            must(b).cmp(&must(a)).then(shares).then(a.unit.cmp(&b.unit))
        });
        found
    }

    /// Decides units as they are favoured, where that is possible; else names a
    /// unit for which nothing is possible at all.
    fn decide(&mut self, reduced: &Reduced, batch: &[Favourite]) -> Result<(), usize> {
        let mark = self.windows.mark();
        let all = batch.iter().all(|favourite| self.take(favourite));
        if all && self.windows.propagate(reduced).is_ok() {
            return Ok(());
        }
        self.windows.back_to(mark);
        match batch {
            [] => Ok(()),
            [one] => self.refuse(reduced, one),
            _ => {
                let (first, second) = batch.split_at(batch.len() / 2);
                self.decide(reduced, first)?;
                self.decide(reduced, second)
            }
        }
    }

    fn take(&mut self, favourite: &Favourite) -> bool {
        let unit = favourite.unit;
        match favourite.start {
            // Others in the batch may have moved the window past it.
            Some(start) if start < self.windows.first[unit] || start > self.windows.last[unit] => {
                true
            }
            Some(start) => {
                self.windows.not_before(unit, start).is_ok()
                    && self.windows.must_by(unit, start).is_ok()
            }
            None if self.windows.must[unit] => true,
            None => self.windows.never(unit).is_ok(),
        }
    }

    /// What is favoured cannot be: the rest of the window is left, or nothing.
    fn refuse(&mut self, reduced: &Reduced, favourite: &Favourite) -> Result<(), usize> {
        let unit = favourite.unit;
        let step = match favourite.start {
            Some(start) if start < self.windows.last[unit] => {
                self.windows.not_before(unit, start + 1)
            }
            Some(start) if start > self.windows.first[unit] && self.windows.must[unit] => {
                self.windows.must_by(unit, start - 1)
            }
            Some(_) => self.windows.never(unit),
            None => self.windows.must_by(unit, self.windows.last[unit]),
        };
        step.and_then(|()| self.windows.propagate(reduced)).map_err(|_| unit)
    }

    /// Plans exactly what is still open, around what is decided; none if that does
    /// not come to an end.
    fn solve_rest(
        &mut self,
        reduced: &Reduced,
        mut open: Vec<usize>,
        best: i64,
        cancel: &CancelFlag,
    ) -> Option<Reached> {
        open.sort_unstable();
        let windows = &self.windows;
        let decided = |unit: usize| windows.is_fixed(unit) && !windows.is_out(unit);
        let mut start: Vec<u32> = (0..reduced.units.len())
            .map(|unit| if decided(unit) { windows.first[unit] } else { OUT })
            .collect();
        let part = part(reduced, &start, &open);
        // What is decided is worth this beside the part.
        let beside = reduced.worth_of(&start) - part.reduced.worth_of(&part.starts(&start));
        let prices = self.relaxation.resource_prices(reduced, &self.prices.best_scaled);
        let solved = part.solve(best - beside, &prices, NODES, cancel);
        self.work += solved.work + 20 * reduced.units.len() as u64;
        let Some(better) = solved.better else {
            return solved.whole.then_some(Reached::Nothing);
        };
        part.place(&better, &mut start);
        Some(Reached::Plan(Found::new(reduced, start)))
    }

    /// The plan that is left once nothing is open.
    fn plan(&mut self, reduced: &Reduced, best: i64) -> Reached {
        let windows = &self.windows;
        let start: Vec<u32> = (0..reduced.units.len())
            .map(|unit| if windows.is_out(unit) { OUT } else { windows.first[unit] })
            .collect();
        // The prices were refreshed when the last unit was decided.
        let mut excess = Vec::new();
        self.relaxation.excess(&mut excess);
        let worth = reduced.worth_of(&start);
        if worth <= best || !self.relaxation.rows.are_kept(&excess) {
            return Reached::Nothing;
        }
        Reached::Plan(Found { start, score: Score { missing: 0, worth } })
    }
}
