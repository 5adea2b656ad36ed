//! Steps of annealing: each throws out some units and puts in others, and keeps all
//! rules.

use super::super::presolve::OUT;
use super::Search;

/// Units that are offered a place after a step, besides those thrown out.
const OFFERED: usize = 16;

/// So many units are drawn for one that comes late.
const TRIES: usize = 8;

/// In this share of the cases one is wanted that the averaged closures start earlier,
/// by so many phases.
const BEHIND: f64 = 0.6;
const NOTICEABLY: f64 = 0.25;

impl Search<'_> {
    /// Puts in a unit that is out, or comes late, by throwing out what is in its
    /// way and worth least.
    pub(super) fn eject(&mut self) {
        let count = self.state.start.len();
        let mut wanted = None;
        let behind = self.catches_up && self.random.unit() < BEHIND;
        for _ in 0..if behind { 2 * TRIES } else { TRIES } {
            let out = self.state.out();
            let unit = if !out.is_empty() && self.random.below(2) == 0 {
                out[self.random.below(out.len())] as usize
            } else {
                self.random.below(count)
            };
            let late = self.state.start[unit] > self.moves.windows.first[unit];
            if late && self.moves.is_open(unit) {
                let found = !behind || self.is_behind(unit);
                if found || wanted.is_none() {
                    wanted = Some(unit);
                }
                if found {
                    break;
                }
            }
        }
        let Some(wanted) = wanted else { return };
        let was = self.state.start[wanted];
        for &group in &self.moves.reduced.groups_of[wanted] {
            for at in 0..self.moves.reduced.exclusive[group].len() {
                let rival = self.moves.reduced.exclusive[group][at];
                if rival != wanted {
                    self.moves.remove(&mut self.state, rival);
                }
            }
        }
        let first = self.moves.windows.first[wanted];
        let last = if was == OUT { self.moves.windows.last[wanted] } else { was - 1 };
        if first > last {
            return;
        }
        let usual = self.moves.guide.usual_start[wanted].round() as u32;
        let start = if behind && (first..=last).contains(&usual) && self.random.below(2) == 0 {
            usual
        } else if self.random.below(3) == 0 {
            first + self.random.below((last - first + 1) as usize) as u32
        } else if self.random.below(2) == 0 {
            first
        } else {
            // Where it is worth most at the prices.
            let worth = |start: u32| self.moves.guide.reduced_worth(wanted, start);
            (first..=last).fold(first, |best, s| if worth(s) > worth(best) { s } else { best })
        };
        if was != OUT {
            let ready = self.state.ready_from(wanted).unwrap_or(u32::MAX);
            if ready.max(start) >= was {
                return;
            }
            self.state.set(wanted, OUT);
        }
        let forced = self.moves.force(&mut self.state, wanted, start, 6, &mut self.random);
        if !forced && was != OUT {
            // Where it was there is room for it again.
            let still = self.state.ready_from(wanted).is_some_and(|ready| ready <= was);
            if still && self.state.fits(wanted, was) && !self.state.is_in(wanted) {
                self.state.set(wanted, was);
            } else {
                self.state.back_to(0);
                return;
            }
        }
        self.refill(OFFERED);
    }

    /// True if the averaged closures start a unit noticeably earlier.
    fn is_behind(&self, unit: usize) -> bool {
        let start = match self.state.start[unit] {
            OUT => self.moves.table.phases as u32,
            start => start,
        };
        f64::from(start) > self.moves.guide.usual_start[unit] + NOTICEABLY
    }

    /// Throws out a few units of one phase or one neighbourhood and recreates.
    pub(super) fn ruin(&mut self) {
        let count = self.state.start.len();
        let seed = (0..8).map(|_| self.random.below(count)).find(|&unit| self.state.is_in(unit));
        let Some(seed) = seed else { return self.refill(OFFERED) };
        let size = 1 + self.random.below(10);
        let phase = self.state.start[seed] as usize;
        let near_by_links = self.random.below(2) == 0;
        self.moves.remove(&mut self.state, seed);
        let mut centre = seed;
        for _ in 1..size {
            if near_by_links {
                let needs = &self.moves.reduced.needs[centre];
                let dependants = &self.moves.reduced.dependants[centre];
                let degree = needs.len() + dependants.len();
                if degree == 0 {
                    break;
                }
                let at = self.random.below(degree);
                let link = needs.get(at).or_else(|| dependants.get(at - needs.len()));
                let Some(link) = link else { break };
                centre = link.other;
                if self.moves.reduced.dependants[centre].len() < 6 {
                    self.moves.remove(&mut self.state, centre);
                }
            } else {
                let near = phase + self.random.below(3);
                let near = near.saturating_sub(1).min(self.moves.table.phases - 1);
                let units = self.state.starting_in(near);
                if units.is_empty() {
                    continue;
                }
                let unit = units[self.random.below(units.len())] as usize;
                if self.moves.reduced.dependants[unit].len() < 6 || self.random.below(8) == 0 {
                    self.moves.remove(&mut self.state, unit);
                }
            }
        }
        self.refill(OFFERED);
    }

    /// Moves some units to the first phase before their own in which they fit.
    pub(super) fn pull_some(&mut self) {
        let count = self.state.start.len();
        for _ in 0..count.min(16) {
            let unit = self.random.below(count);
            self.moves.pull(&mut self.state, unit);
        }
        self.refill(OFFERED / 2);
    }
}
