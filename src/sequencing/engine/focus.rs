//! A narrower problem, for a while: what the averaged closures are sure of.
//!
//! Which units start at all, they know soon and almost without error, and nearly when; a
//! plan that took another way early cannot follow, as a large unit and all that it needs
//! would have to come in at once. So one thread plans anew: what is surely out stays out,
//! and what is surely in starts about when the closures start it and is worth more than it
//! is, most where it is still missing, until that fades (a relaxation-enforced
//! neighbourhood, Berthold 2014, with weights that learn as in Thornton 2005). What comes
//! of it is mended on as any plan.

use super::super::bound::{Prices, Relaxation};
use super::super::branch::{Around, Mender};
use super::super::presolve::{Found, OUT, Reduced, Unit, Windows};
use super::super::search::{Choice, Memory, Moves, Search};
use super::jobs::Base;

/// From this share of the closures on a unit is surely in; below what is left of 1, out.
const SURE: f64 = 0.9;

/// What is surely in starts so many phases before or after the closures at most.
const REACH: u32 = 1;

/// Rounds until nothing leans any more.
const ROUNDS: u32 = 18;

/// Rounds in which what is still missing gains weight.
const GAINING: u32 = 6;

/// How much, in each.
const GAIN: f64 = 1.4;

/// At most so many times its own worth is added to a unit's.
const MOST: f64 = 4.0;

/// What is left of the weight after each round otherwise.
const FADING: f64 = 0.75;

/// Steps of annealing for the plan to begin with.
const STEPS: u64 = 10_000;

/// Their temperature, as a share of the usual loss of a step.
const HEAT: f64 = 0.5;

/// The narrower problem, and the plan in it.
#[derive(Debug)]
pub struct Focus {
    /// The problem with leaning worths, and narrow windows of what is surely in.
    leaning: Reduced,
    /// The same windows, without what is surely out.
    windows: Windows,
    /// Units that are surely in, and how many times their worth is added to it.
    sure: Vec<(usize, f64)>,
    /// The plan, worth what it is in the leaning problem; none before the first round.
    plan: Option<Found>,
    mender: Mender,
    rounds: u32,
}

impl Focus {
    /// What prices' averaged closures are sure of. O(units × phases + propagation).
    pub fn new(
        reduced: &Reduced,
        windows: &Windows,
        relaxation: &Relaxation,
        prices: &Prices,
        seed: u64,
    ) -> Self {
        let mut leaning = reduced.clone();
        let (mut sure, mut unlikely) = (Vec::new(), Vec::new());
        for unit in (0..reduced.units.len()).filter(|unit| !windows.is_fixed(*unit)) {
            let shares = &prices.mean[relaxation.graph.nodes_of(unit)];
            let most = shares.iter().copied().fold(0.0, f64::max);
            if most >= SURE {
                sure.push((unit, 1.0));
                keep_near(&mut leaning.units[unit], shares);
            } else if most <= 1.0 - SURE {
                unlikely.push(unit);
            }
        }
        let mut narrow = Windows::new(&leaning);
        if narrow.propagate(&leaning).is_err() {
            // No plan starts all of them so near; the closures need not keep limits.
            leaning = reduced.clone();
            narrow = windows.clone();
        }
        for unit in unlikely {
            let mark = narrow.mark();
            if narrow.never(unit).and_then(|()| narrow.propagate(&leaning)).is_err() {
                narrow.back_to(mark);
            }
        }
        sure.retain(|(unit, _)| !narrow.is_out(*unit));
        Self {
            leaning,
            windows: narrow,
            sure,
            plan: None,
            mender: Mender::new(seed ^ 0x666F_6375, reduced.units.len()),
            rounds: 0,
        }
    }

    /// True once it has come to its end.
    pub fn is_over(&self) -> bool {
        self.rounds >= ROUNDS
    }

    /// One round, of so much work; the plan that it has come to, worth what it really is.
    pub fn advance(&mut self, base: &Base<'_>, work: u64) -> Option<Found> {
        self.rounds += 1;
        let mut plan = match self.plan.take() {
            Some(plan) => plan,
            None => self.begin(base),
        };
        self.lean(base.reduced, &plan);
        plan = Found::new(&self.leaning, plan.start);
        if plan.score.missing > 0 {
            // What must start was not told from what surely does.
            plan = self.search(&self.leaning, base, plan);
        } else {
            let (whole, windows) = (&self.leaning, &self.windows);
            let around = Around { whole, windows, guide: base.guide, pool: &[] };
            self.mender.mend(around, base.prices, &mut plan, work, base.cancel);
        }
        let found = Found::new(base.reduced, plan.start.clone());
        self.plan = Some(plan);
        (found.score.missing == 0).then_some(found)
    }

    /// A plan of as many units that are surely in as have room.
    fn begin(&self, base: &Base<'_>) -> Found {
        let mut musts = self.leaning.clone();
        for &(unit, _) in &self.sure {
            musts.units[unit].mandatory = true;
        }
        self.search(&musts, base, Found::none(musts.units.len()))
    }

    /// Anneals a plan of a problem within the narrow windows; one from nothing if it is
    /// none.
    fn search(&self, reduced: &Reduced, base: &Base<'_>, plan: Found) -> Found {
        let none = plan.is_none();
        let moves = Moves::new(reduced, base.table, &self.windows, base.guide);
        let seed = self.mender.random.clone().next_u64() ^ u64::from(self.rounds);
        let mut search = Search::new(moves, Memory::new(plan.start.len(), seed), plan);
        if none {
            search.schedule(Choice::Earliest, 0.0);
            search.schedule(Choice::Priced, 0.0);
            search.schedule_by_mean(0.5);
        }
        search.back_to_best();
        search.annealed(HEAT, STEPS, base.cancel).1
    }

    /// Adds to the worths of what is surely in.
    fn lean(&mut self, real: &Reduced, plan: &Found) {
        for (unit, weight) in &mut self.sure {
            if self.rounds > 1 {
                let missing = plan.start[*unit] == OUT && self.rounds <= GAINING;
                *weight = if missing { (*weight * GAIN).min(MOST) } else { *weight * FADING };
            }
            if self.rounds >= ROUNDS {
                *weight = 0.0;
            }
            let own = &real.units[*unit].worth;
            let most = own.iter().copied().max().unwrap_or(0).max(0);
            let added = (*weight * most as f64) as i64;
            let leaning = &mut self.leaning.units[*unit].worth;
            leaning.iter_mut().zip(own).for_each(|(worth, own)| *worth = own + added);
        }
    }
}

/// Narrows the window of a unit to when the closures start it, and [`REACH`] around that.
/// `shares` are those of the closures that have it started, by phase from its first.
fn keep_near(unit: &mut Unit, shares: &[f64]) {
    let reached = |share: f64| shares.iter().position(|started| *started >= share).unwrap_or(0);
    let (earliest, latest) = (reached(1.0 - SURE) as u32, reached(SURE) as u32);
    let first = unit.first;
    unit.first = first.max((first + earliest).saturating_sub(REACH));
    unit.last = unit.last.min(first + latest + REACH);
}

#[cfg(test)]
mod tests {
    use super::super::answer::{Budget, Options};
    use super::super::clock::Clock;
    use super::super::core::Core;
    use super::super::rounds::round;
    use crate::sequencing::cancel::CancelFlag;
    use crate::sequencing::presolve::{Found, OUT, Unit};
    use crate::sequencing::{Plan, Structure, instance, verify};
    use std::time::Instant;

    #[test]
    fn a_window_is_when_the_closures_start_a_unit_and_a_phase_around_that() {
        let unit = |first, last| Unit {
            members: vec![0],
            mandatory: false,
            first,
            last,
            worth: vec![1; 12],
            uses: Vec::new(),
        };
        let near = |first, last, shares: &[f64]| {
            let mut unit = unit(first, last);
            super::keep_near(&mut unit, shares);
            (unit.first, unit.last)
        };
        // From the fourth phase on some start it, in the fifth nearly all.
        assert_eq!(near(2, 11, &[0.0, 0.0, 0.2, 0.95, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0]), (3, 6));
        // All start it at once, or in the last phase: the window ends there.
        assert_eq!(near(2, 5, &[1.0, 1.0, 1.0, 1.0]), (2, 3));
        assert_eq!(near(2, 5, &[0.0, 0.0, 0.0, 0.9]), (4, 5));
    }

    #[test]
    fn its_plans_hold_are_worth_what_is_said_and_nothing_leans_in_the_end() {
        let path = "/tests/data/portfolios/p00300-t12-all.json";
        let text = std::fs::read_to_string(format!("{}{path}", env!("CARGO_MANIFEST_DIR")));
        let portfolio = instance::from_json(&text.unwrap()).unwrap();
        let mut core = Core::new(&portfolio, &Structure::new(&portfolio), 1);
        let mut clock = Clock::new(Budget::Effort(u64::MAX), Instant::now());
        let cancel = CancelFlag::default();
        while core.workers[1].focus.is_none() {
            assert!(!core.focused, "the gap is wide, and nothing is sure");
            round(&mut core, Options { seed: 1, threads: 1 }, &mut clock, &cancel);
        }
        let mut focus = core.workers[1].focus.take().unwrap();
        let missing = |found: &Found, focus: &super::Focus| {
            focus.sure.iter().filter(|(unit, _)| found.start[*unit] == OUT).count()
        };
        let before = missing(&core.best, &focus);
        let reduced = core.reduced.clone();
        let prices = core.resource_prices();
        let (base, ..) = core.split(&prices, false, &cancel);
        let mut fewest = usize::MAX;
        while !focus.is_over() {
            let Some(found) = focus.advance(&base, 2_000_000) else { continue };
            assert_eq!(found, Found::new(&reduced, found.start.clone()));
            let plan = Plan { start: reduced.item_starts(&found.start) };
            let broken = verify(&portfolio, &plan).violations;
            assert!(broken.is_empty(), "{broken:?}");
            let out = |unit: usize| !focus.windows.is_out(unit) || found.start[unit] == OUT;
            assert!((0..reduced.units.len()).all(out), "what is surely out has started");
            fewest = fewest.min(missing(&found, &focus));
        }
        assert!(fewest < before, "no more of what is surely in is in than before");
        let mut narrower = 0;
        for (narrow, real) in focus.leaning.units.iter().zip(&reduced.units) {
            assert!(narrow.first >= real.first && narrow.last <= real.last);
            narrower += usize::from(narrow.last - narrow.first < real.last - real.first);
            let (first, last) = (real.first, real.last);
            assert_eq!(Unit { first, last, ..narrow.clone() }, *real, "more than its window");
        }
        assert!(narrower > reduced.units.len() / 2, "{narrower} windows are narrow");
    }
}
