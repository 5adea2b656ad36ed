//! Large-neighbourhood search with an exact core: some units of the best plan
//! are freed, and the tree plans them anew around the others (Shaw 1998).

use super::super::bound::{Prices, Relaxation};
use super::super::cancel::CancelFlag;
use super::super::presolve::{Reduced, Windows};
use super::super::random::SplitMix64;
use super::super::search::{Found, Guide, OUT};
use super::Open;
use super::dive::{Dive, worth_of};
use super::part::{Part, part};
use std::sync::Arc;

/// Nodes of the tree for one neighbourhood.
const NODES: u64 = 60;

/// Price steps at the root of one neighbourhood.
const STEPS: u32 = 24;

/// Least and most units of a neighbourhood.
const SIZES: (f64, f64) = (6.0, 60.0);

/// What mending remembers.
#[derive(Debug, Clone)]
pub struct Mender {
    random: SplitMix64,
    /// Units freed at a time: grows while neighbourhoods are solved, shrinks else.
    size: f64,
    /// Neighbourhoods since the plan last became better.
    pub idle: u32,
}

impl Mender {
    /// A mender with its own random numbers.
    pub fn new(seed: u64) -> Self {
        Self { random: SplitMix64::new(seed ^ 0x6D65_6E64), size: 16.0, idle: 0 }
    }

    /// Mends a plan in so many neighbourhoods; what is better is kept.
    ///
    /// `prices` are those of resources by phase, in units of worth.
    pub fn mend(
        &mut self,
        whole: &Reduced,
        guide: &Guide,
        prices: &[Vec<f64>],
        best: &mut Found,
        neighbourhoods: u32,
        cancel: &CancelFlag,
    ) {
        if best.score.missing > 0 || whole.units.is_empty() {
            return;
        }
        for _ in 0..neighbourhoods {
            if cancel.is_cancelled() {
                return;
            }
            let free = self.neighbourhood(whole, guide, &best.start);
            let part = part(whole, &best.start, &free);
            let (found, solved) = solve(&part, &best.start, prices, cancel);
            self.idle += 1;
            if let Some(starts) = found {
                for (unit, start) in part.units.iter().zip(starts) {
                    if let Some(unit) = unit {
                        best.start[*unit] = start;
                    }
                }
                let starts: Vec<Option<u32>> =
                    best.start.iter().map(|start| (*start != OUT).then_some(*start)).collect();
                best.score.worth = worth_of(whole, &starts);
                self.idle = 0;
            }
            let step = if solved { 1.05 } else { 0.93 };
            self.size = (self.size * step).clamp(SIZES.0, SIZES.1);
        }
    }

    /// Units to free, in rising order.
    fn neighbourhood(&mut self, whole: &Reduced, guide: &Guide, start: &[u32]) -> Vec<usize> {
        let size = (self.size as usize).min(whole.units.len());
        let phases = whole.phases as usize;
        let count = whole.units.len();
        let mut free: Vec<usize> = Vec::new();
        let kind = self.random.below(4);
        match kind {
            0 => {
                // Where the averaged closures disagree with the plan most.
                let mut apart: Vec<(f64, usize)> = (0..count)
                    .map(|unit| {
                        let last = f64::from(whole.units[unit].last + 1);
                        let here = if start[unit] == OUT { last } else { f64::from(start[unit]) };
                        let apart = (guide.usual_start[unit].min(last) - here).abs();
                        (apart.min(2.0) + 0.7 * self.random.unit(), unit)
                    })
                    .collect();
                apart.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
                free.extend(apart.iter().take(size).map(|entry| entry.1));
            }
            1 => {
                // A neighbourhood of the graph.
                let mut at = self.random.below(count);
                for _ in 0..6 * size {
                    free.push(at);
                    let (needs, dependants) = (&whole.needs[at], &whole.dependants[at]);
                    let degree = needs.len() + dependants.len();
                    let link = self.random.below(degree.max(1));
                    let next = needs.get(link).or_else(|| dependants.get(link - needs.len()));
                    at = match next {
                        Some(link) if self.random.below(4) > 0 => link.other,
                        _ => free[self.random.below(free.len())],
                    };
                }
                free.sort_unstable();
                free.dedup();
                free.truncate(size);
            }
            _ => {
                // Two phases, or what is out and one.
                let phase = self.random.below(phases + 1);
                let other = if phase == phases || self.random.below(3) == 0 {
                    self.random.below(phases)
                } else {
                    phase + 1
                };
                let place =
                    |unit: usize| if start[unit] == OUT { phases } else { start[unit] as usize };
                let mut near: Vec<(u64, usize)> = (0..count)
                    .filter(|&unit| place(unit) == phase || place(unit) == other)
                    .map(|unit| (self.random.next_u64(), unit))
                    .collect();
                near.sort_unstable();
                free.extend(near.iter().take(size).map(|entry| entry.1));
            }
        }
        // Some others, so that no two neighbourhoods are quite the same.
        for _ in 0..size / 6 {
            free.push(self.random.below(count));
        }
        free.sort_unstable();
        free.dedup();
        free
    }
}

/// A better plan of a part than the given one, and true if there is no better yet.
fn solve(
    part: &Part,
    start: &[u32],
    prices: &[Vec<f64>],
    cancel: &CancelFlag,
) -> (Option<Vec<u32>>, bool) {
    let reduced = &part.reduced;
    let here: Vec<Option<u32>> = part
        .units
        .iter()
        .zip(&reduced.units)
        .map(|(unit, made)| match unit {
            Some(unit) => (start[*unit] != OUT).then_some(start[*unit]),
            None => Some(made.first),
        })
        .collect();
    let best = worth_of(reduced, &here);
    let mut windows = Windows::new(reduced);
    if windows.propagate(reduced).is_err() {
        return (None, true);
    }
    let mut relaxation = Relaxation::new(reduced);
    relaxation.decide_all(reduced, &windows);
    let begin = relaxation.row_prices(prices);
    let mut root = Prices::at(&relaxation, &begin);
    let target = i128::from(best + 1) * i128::from(relaxation.scale);
    root.polish(&mut relaxation, target, STEPS, |_, _| {});
    if root.best_value < target {
        return (None, true);
    }
    let bound = relaxation.whole(root.best_value);
    let task = Open { decisions: Vec::new(), prices: Arc::new(root.best.clone()), bound };
    let mut dive = Dive::new(reduced, &relaxation, &windows, cancel);
    let outcome = dive.run(&task, &relaxation, &windows, best, NODES);
    (outcome.found.map(|found| found.start), outcome.open.is_empty())
}
