//! Large-neighbourhood search with an exact core: some units of the best plan
//! are freed, and the tree plans them anew around the others (Shaw 1998).

use super::super::cancel::CancelFlag;
use super::super::presolve::Reduced;
use super::super::random::SplitMix64;
use super::super::search::{Found, Guide, OUT};
use super::dive::worth_of;
use super::part::part;

/// Nodes of the tree for one neighbourhood.
const NODES: u64 = 60;

/// Least and most units of a neighbourhood.
const SIZES: (f64, f64) = (6.0, 60.0);

/// Which units a neighbourhood frees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Those on which averaged closures and plan disagree (Danna et al. 2005).
    Doubtful,
    /// A neighbourhood of the dependency graph.
    Linked,
    /// What starts in two phases, or in one and what is out.
    Phases,
    /// What competes for one resource at about the same time.
    Rivals,
}

const KINDS: [Kind; 4] = [Kind::Doubtful, Kind::Linked, Kind::Phases, Kind::Rivals];

/// How often a kind made the plan better of late, and the work that it took; old
/// trials fade.
#[derive(Debug, Clone, Copy)]
struct Luck {
    won: f64,
    paid: f64,
}

/// What mending remembers.
#[derive(Debug, Clone)]
pub struct Mender {
    random: SplitMix64,
    /// By kind, units freed at a time: more while neighbourhoods are solved, fewer
    /// else.
    sizes: [f64; KINDS.len()],
    luck: [Luck; KINDS.len()],
    /// Neighbourhoods since the plan last became better.
    pub idle: u32,
}

impl Mender {
    /// A mender with its own random numbers.
    pub fn new(seed: u64) -> Self {
        let random = SplitMix64::new(seed ^ 0x6D65_6E64);
        Self {
            random,
            sizes: [16.0; KINDS.len()],
            luck: [Luck { won: 1.0, paid: 1.0 }; KINDS.len()],
            idle: 0,
        }
    }

    /// Mends a plan, one neighbourhood after the other, for about so much work;
    /// what is better is kept.
    ///
    /// `prices` are those of resources by phase, in units of worth.
    pub fn mend(
        &mut self,
        whole: &Reduced,
        guide: &Guide,
        prices: &[Vec<f64>],
        best: &mut Found,
        work: u64,
        cancel: &CancelFlag,
    ) {
        if best.score.missing > 0 || whole.units.is_empty() {
            return;
        }
        let mut spent = 0;
        while spent < work && !cancel.is_cancelled() {
            let kind = self.kind();
            let free = self.neighbourhood(kind, whole, guide, &best.start);
            let part = part(whole, &best.start, &free);
            let above = worth_of(&part.reduced, &part.starts(&best.start));
            let solved = part.solve(above, prices, NODES, cancel);
            let effort = solved.work + 20 * whole.units.len() as u64 + 1_000;
            spent += effort;
            self.idle += 1;
            let better = f64::from(u8::from(solved.better.is_some()));
            let Luck { won, paid } = &mut self.luck[kind];
            *won = 0.95 * *won + better;
            *paid = 0.95 * *paid + effort as f64 / work as f64;
            if let Some(starts) = solved.better {
                part.place(&starts, &mut best.start);
                let starts: Vec<Option<u32>> =
                    best.start.iter().map(|start| (*start != OUT).then_some(*start)).collect();
                best.score.worth = worth_of(whole, &starts);
                self.idle = 0;
            }
            let step = if solved.whole { 1.05 } else { 0.93 };
            self.sizes[kind] = (self.sizes[kind] * step).clamp(SIZES.0, SIZES.1);
        }
    }

    /// A kind by its luck; each now and then.
    fn kind(&mut self) -> usize {
        let gain = self.luck.map(|luck| luck.won / luck.paid.max(1e-6));
        let least = 0.2 * gain.iter().copied().fold(1e-6, f64::max);
        let mut at = self.random.unit() * gain.iter().map(|gain| gain.max(least)).sum::<f64>();
        for (kind, gain) in gain.iter().enumerate() {
            at -= gain.max(least);
            if at < 0.0 {
                return kind;
            }
        }
        0
    }

    /// Units to free, in rising order.
    fn neighbourhood(
        &mut self,
        kind: usize,
        whole: &Reduced,
        guide: &Guide,
        start: &[u32],
    ) -> Vec<usize> {
        let count = whole.units.len();
        let size = (self.sizes[kind] as usize).min(count);
        let mut free = match KINDS[kind] {
            Kind::Doubtful => self.doubtful(size, whole, guide, start),
            Kind::Linked => self.linked(size, whole),
            Kind::Phases => self.phases(size, whole, start),
            Kind::Rivals => self.rivals(size, whole, start),
        };
        // Some others, so that no two neighbourhoods are quite the same.
        for _ in 0..size / 6 {
            free.push(self.random.below(count));
        }
        free.sort_unstable();
        free.dedup();
        free
    }

    fn doubtful(
        &mut self,
        size: usize,
        whole: &Reduced,
        guide: &Guide,
        start: &[u32],
    ) -> Vec<usize> {
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

    fn linked(&mut self, size: usize, whole: &Reduced) -> Vec<usize> {
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

    fn phases(&mut self, size: usize, whole: &Reduced, start: &[u32]) -> Vec<usize> {
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

    fn rivals(&mut self, size: usize, whole: &Reduced, start: &[u32]) -> Vec<usize> {
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

    /// Some of these units.
    fn some(&mut self, units: Vec<usize>, count: usize) -> Vec<usize> {
        let mut drawn: Vec<(u64, usize)> =
            units.into_iter().map(|unit| (self.random.next_u64(), unit)).collect();
        drawn.sort_unstable();
        drawn.into_iter().take(count).map(|entry| entry.1).collect()
    }
}
