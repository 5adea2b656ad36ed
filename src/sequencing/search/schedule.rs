//! Plans built from nothing, or from what holds of another one.

use super::super::presolve::OUT;
use super::super::random::SplitMix64;
use super::{Choice, Search};

impl Search<'_> {
    /// Goes on from as much of a plan as holds.
    pub fn adopt(&mut self, start: &[u32]) {
        self.clear();
        let mut order: Vec<usize> = (0..start.len()).filter(|&unit| start[unit] != OUT).collect();
        order.sort_by_key(|&unit| (start[unit], unit));
        if !self.adopt_whole(start, &order) {
            self.adopt_in_order(start, &order);
        }
        for unit in order {
            if !self.state.is_in(unit) {
                let from = start[unit];
                self.moves.insert(&mut self.state, unit, from, Choice::Earliest, &mut self.random);
            }
        }
        self.state.mark();
        self.keep_if_better();
    }

    /// Goes on from a plan that holds as it is; false, and from nothing, if it does
    /// not. Units of one phase may need each other in a circle, so that none of them
    /// is ready before the others: only the whole tells.
    fn adopt_whole(&mut self, start: &[u32], order: &[usize]) -> bool {
        let windows = self.moves.windows;
        let holds = order.iter().all(|&unit| {
            let within = (windows.first[unit]..=windows.last[unit]).contains(&start[unit]);
            let fits = within && self.state.fits(unit, start[unit]);
            if fits {
                self.state.set(unit, start[unit]);
            }
            fits
        });
        let stands = |unit: &usize| {
            let ready = self.state.ready_from(*unit).is_some_and(|ready| ready <= start[*unit]);
            ready && !self.state.is_excluded(*unit)
        };
        let holds = holds && order.iter().all(stands);
        if !holds {
            self.clear();
        }
        holds
    }

    /// Goes on from what of a plan holds, taken in one unit after the other.
    fn adopt_in_order(&mut self, start: &[u32], order: &[usize]) {
        // Zero-lag links may point either way within a phase: a second pass
        // takes in what was not ready in the first.
        for _ in 0..2 {
            for &unit in order {
                let ready = self.state.ready_from(unit).is_some_and(|ready| ready <= start[unit]);
                let within = (self.moves.windows.first[unit]..=self.moves.windows.last[unit])
                    .contains(&start[unit]);
                if !self.state.is_in(unit)
                    && ready
                    && within
                    && !self.state.is_excluded(unit)
                    && self.state.fits(unit, start[unit])
                {
                    self.state.set(unit, start[unit]);
                }
            }
        }
    }

    /// Builds a plan from nothing: units that must start first, then all others
    /// by worth for priced use, with some noise.
    ///
    /// True if it is the best so far.
    pub fn schedule(&mut self, choice: Choice, noise: f64) -> bool {
        self.clear();
        self.order.clear();
        for unit in 0..self.state.start.len() {
            let entry = &self.moves.reduced.units[unit];
            let random = 1.0 + noise * (self.random.unit() - 0.5);
            let key = if entry.mandatory {
                1e18 - f64::from(entry.last)
            } else {
                self.moves.guide.density[unit] * random
            };
            self.order.push((key, unit));
        }
        self.offer(choice);
        self.state.mark();
        self.keep_if_better()
    }

    /// Places units in the order of the averaged closures, each not before its
    /// usual start.
    ///
    /// True if it is the best so far.
    pub fn schedule_by_mean(&mut self, slack: f64) -> bool {
        self.clear();
        let starts = &self.moves.guide.usual_start;
        let mut order: Vec<usize> = (0..starts.len()).collect();
        let must = |unit: usize| self.moves.reduced.units[unit].mandatory;
        order.sort_by(|&a, &b| {
            must(b).cmp(&must(a)).then(starts[a].total_cmp(&starts[b])).then(a.cmp(&b))
        });
        let from: Vec<u32> =
            starts.iter().map(|start| (start - slack).max(0.0).round() as u32).collect();
        for unit in order {
            let moves = self.state.moves().len();
            let before = self.score();
            let inserted = self.moves.insert(
                &mut self.state,
                unit,
                from[unit],
                Choice::Earliest,
                &mut self.random,
            );
            if inserted && !self.score().beats(before) {
                self.state.back_to(moves);
            }
        }
        self.refill(usize::MAX);
        self.state.mark();
        self.keep_if_better()
    }

    /// Offers each unit of the order a place, the highest key first; it takes it
    /// if the plan gains by that.
    fn offer(&mut self, choice: Choice) {
        let mut order = std::mem::take(&mut self.order);
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for &(_, unit) in &order {
            let moves = self.state.moves().len();
            let before = self.score();
            if self.moves.insert(&mut self.state, unit, 0, choice, &mut self.random)
                && !self.score().beats(before)
            {
                self.state.back_to(moves);
            }
        }
        self.order = order;
    }

    /// Offers places to what was thrown out in this step and to some of what was
    /// out before, in a random order that favours worth for priced use.
    pub(super) fn refill(&mut self, others: usize) {
        self.order.clear();
        let key = |unit: usize, random: &mut SplitMix64| {
            let must = if self.moves.reduced.units[unit].mandatory { 1e12 } else { 0.0 };
            self.moves.guide.density[unit].max(1e-9) * (0.4 + 1.2 * random.unit()) + must
        };
        for &(unit, _) in self.state.moves() {
            if !self.state.is_in(unit as usize) {
                self.order.push((key(unit as usize, &mut self.random), unit as usize));
            }
        }
        let out = self.state.out();
        if out.len() <= others {
            let all = out.iter().map(|&unit| unit as usize);
            self.order.extend(all.map(|unit| (key(unit, &mut self.random), unit)));
        } else {
            for _ in 0..others {
                let unit = out[self.random.below(out.len())] as usize;
                self.order.push((key(unit, &mut self.random), unit));
            }
        }
        let choice = if self.random.below(2) == 0 { Choice::Earliest } else { Choice::Priced };
        self.offer(choice);
    }
}
