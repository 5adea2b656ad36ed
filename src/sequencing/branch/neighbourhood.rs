//! Which units of a plan are freed together, to be planned anew around the rest.

use super::super::presolve::{Found, OUT, Reduced, Windows};
use super::super::random::SplitMix64;
use super::super::search::Guide;

/// What a neighbourhood's units have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Averaged closures and plan disagree on them (Danna et al. 2005).
    Doubtful,
    /// They are near each other in the dependency graph.
    Linked,
    /// They start in two phases, or in one and what is out.
    Phases,
    /// They compete for one resource at about the same time.
    Rivals,
    /// Two good plans disagree on them (Rothberg 2007).
    Crossed,
}

/// All of them.
pub const KINDS: [Kind; 5] =
    [Kind::Doubtful, Kind::Linked, Kind::Phases, Kind::Rivals, Kind::Crossed];

/// Where neighbourhoods are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The problem.
    pub whole: &'a Reduced,
    /// What is out in these stays out.
    pub windows: &'a Windows,
    /// What prices and averaged closures say.
    pub guide: &'a Guide,
    /// Good plans that differ.
    pub pool: &'a [Found],
}

/// About so many units of a kind, in rising order. O(units × log units), and for
/// links O(size).
pub fn neighbourhood(
    kind: Kind,
    size: usize,
    around: Around<'_>,
    start: &[u32],
    random: &mut SplitMix64,
) -> Vec<usize> {
    let count = around.whole.units.len();
    let mut drawing = Drawing { around, start, random };
    let mut free = match kind {
        Kind::Doubtful => drawing.doubtful(size),
        Kind::Linked => drawing.linked(size),
        Kind::Phases => drawing.phases(size),
        Kind::Rivals => drawing.rivals(size),
        Kind::Crossed => drawing.crossed(size),
    };
    // Some others, so that no two neighbourhoods are quite the same.
    for _ in 0..size / 6 {
        free.push(random.below(count));
    }
    free.sort_unstable();
    free.dedup();
    free.retain(|&unit| !around.windows.is_out(unit));
    free
}

struct Drawing<'a> {
    around: Around<'a>,
    start: &'a [u32],
    random: &'a mut SplitMix64,
}

impl Drawing<'_> {
    fn doubtful(&mut self, size: usize) -> Vec<usize> {
        let (Around { whole, guide, .. }, start) = (self.around, self.start);
        let apart = whole.units.iter().enumerate().map(|(at, unit)| {
            let last = f64::from(unit.last + 1);
            let here = if start[at] == OUT { last } else { f64::from(start[at]) };
            let apart = (guide.usual_start[at].min(last) - here).abs();
            (apart.min(2.0) + 0.7 * self.random.unit(), at)
        });
        let mut apart: Vec<(f64, usize)> = apart.collect();
        apart.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        apart.into_iter().take(size).map(|entry| entry.1).collect()
    }

    fn linked(&mut self, size: usize) -> Vec<usize> {
        let whole = self.around.whole;
        let mut free: Vec<usize> = Vec::new();
        let mut at = self.random.below(whole.units.len());
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
        free
    }

    fn phases(&mut self, size: usize) -> Vec<usize> {
        let (whole, start) = (self.around.whole, self.start);
        let phases = whole.phases as usize;
        let phase = self.random.below(phases + 1);
        let other = if phase == phases || self.random.below(3) == 0 {
            self.random.below(phases)
        } else {
            phase + 1
        };
        let place = |unit: usize| if start[unit] == OUT { phases } else { start[unit] as usize };
        let near = (0..whole.units.len())
            .filter(|&unit| place(unit) == phase || place(unit) == other)
            .collect();
        self.some(near, size)
    }

    fn rivals(&mut self, size: usize) -> Vec<usize> {
        let (whole, start) = (self.around.whole, self.start);
        let seed = self.random.below(whole.units.len());
        let scarce =
            whole.units[seed].uses.iter().filter(|used| whole.limits[used.resource].can_bind);
        let scarce: Vec<usize> = scarce.map(|used| used.resource).collect();
        if scarce.is_empty() {
            return vec![seed];
        }
        let resource = scarce[self.random.below(scarce.len())];
        let unit = &whole.units[seed];
        let when = if start[seed] == OUT {
            unit.first + self.random.below((unit.last - unit.first + 1) as usize) as u32
        } else {
            start[seed]
        };
        let near = (0..whole.units.len()).filter(|&at| {
            let unit = &whole.units[at];
            let then = if start[at] == OUT { when.clamp(unit.first, unit.last) } else { start[at] };
            then.abs_diff(when) <= 1 && unit.uses.iter().any(|used| used.resource == resource)
        });
        let near = near.collect();
        self.some(near, size)
    }

    fn crossed(&mut self, size: usize) -> Vec<usize> {
        let start = self.start;
        let other = self.random.below(self.around.pool.len().max(1));
        let apart: Vec<usize> = match self.around.pool.get(other) {
            Some(other) => (0..start.len()).filter(|&at| other.start[at] != start[at]).collect(),
            None => Vec::new(),
        };
        if apart.is_empty() { self.doubtful(size) } else { self.some(apart, size) }
    }

    /// Some of these units.
    fn some(&mut self, units: Vec<usize>, count: usize) -> Vec<usize> {
        let mut drawn: Vec<(u64, usize)> =
            units.into_iter().map(|unit| (self.random.next_u64(), unit)).collect();
        drawn.sort_unstable();
        drawn.into_iter().take(count).map(|entry| entry.1).collect()
    }
}
