//! Large-neighbourhood search: some units of a plan are freed and planned anew
//! around the others (Shaw 1998). A few are planned exactly, by the tree; many by
//! a plunge, whose last units are planned exactly.

use super::super::cancel::CancelFlag;
use super::super::presolve::Found;
use super::super::random::SplitMix64;
use super::neighbourhood::{Around, KINDS, Kind, neighbourhood};
use super::part::part;

/// Nodes of the tree for one neighbourhood.
const NODES: u64 = 60;

/// Least and most units of a neighbourhood that is planned exactly.
const SIZES: (f64, f64) = (6.0, 60.0);

/// Of a plan's units, a wide neighbourhood frees this share at most.
const LARGEST_SHARE: f64 = 0.7;

/// And so many units.
const WIDEST: f64 = 1_000.0;

/// With fewer units than this there are no wide neighbourhoods.
const FEW: usize = 120;

/// A gain counts as so many usual ones at most.
const LARGEST_LUCK: f64 = 5.0;

/// A way to mend, and how it went of late; old trials fade.
#[derive(Debug, Clone, Copy)]
struct Way {
    kind: Kind,
    /// Many units, by a plunge.
    wide: bool,
    /// Units freed at a time where it is not wide: more while neighbourhoods are
    /// solved, fewer else.
    size: f64,
    /// What was gained, beside the usual gain.
    won: f64,
    /// What it took, in rounds.
    paid: f64,
}

/// What mending remembers.
#[derive(Debug, Clone)]
pub struct Mender {
    /// Its random numbers.
    pub random: SplitMix64,
    ways: Vec<Way>,
    /// Running mean of gains.
    usual_gain: f64,
    /// Neighbourhoods since the plan last became better.
    pub idle: u32,
}

impl Mender {
    /// A mender with its own random numbers, for plans of so many units.
    pub fn new(seed: u64, units: usize) -> Self {
        let ways = [false, true]
            .into_iter()
            .flat_map(|wide| KINDS.map(|kind| Way { kind, wide, size: 16.0, won: 1.0, paid: 1.0 }));
        Self {
            random: SplitMix64::new(seed ^ 0x6D65_6E64),
            ways: ways.filter(|way| !way.wide || units >= FEW).collect(),
            usual_gain: 0.0,
            idle: 0,
        }
    }

    /// Mends a plan, one neighbourhood after the other, for about so much work;
    /// what is better is kept.
    ///
    /// `prices` are those of resources by phase, in units of worth.
    pub fn mend(
        &mut self,
        around: Around<'_>,
        prices: &[Vec<f64>],
        best: &mut Found,
        work: u64,
        cancel: &CancelFlag,
    ) {
        let whole = around.whole;
        if best.score.missing > 0 || whole.units.is_empty() {
            return;
        }
        let mut spent = 0;
        while spent < work && !cancel.is_cancelled() {
            let at = self.choose();
            let Way { kind, wide, .. } = self.ways[at];
            let size = self.size(at, whole.units.len());
            let free = neighbourhood(kind, size, around, &best.start, &mut self.random);
            let part = part(whole, &best.start, &free);
            let above = part.reduced.worth_of(&part.starts(&best.start));
            let solved = if wide {
                part.plunge(above, prices, self.random.next_u64(), cancel)
            } else {
                part.solve(above, prices, NODES, cancel)
            };
            let effort = solved.work + 20 * whole.units.len() as u64 + 1_000;
            spent += effort;
            self.idle += 1;
            let mut gain = 0;
            if let Some(starts) = solved.better {
                gain = part.reduced.worth_of(&starts) - above;
                part.place(&starts, &mut best.start);
                best.score.worth += gain;
                self.idle = 0;
            }
            self.note(at, gain as f64, effort as f64 / work as f64, solved.whole);
        }
    }

    /// A way by its luck; each now and then.
    fn choose(&mut self) -> usize {
        let rate = |way: &Way| way.won / way.paid.max(1e-6);
        let least = 0.2 * self.ways.iter().map(rate).fold(1e-6, f64::max);
        let weights = self.ways.iter().map(|way| rate(way).max(least));
        let mut at = self.random.unit() * weights.clone().sum::<f64>();
        for (way, weight) in weights.enumerate() {
            at -= weight;
            if at < 0.0 {
                return way;
            }
        }
        0
    }

    /// How many units the next neighbourhood frees.
    fn size(&mut self, at: usize, units: usize) -> usize {
        let way = &self.ways[at];
        if way.wide {
            let most = (units as f64 * LARGEST_SHARE).clamp(SIZES.1, WIDEST);
            (SIZES.1 * (most / SIZES.1).powf(self.random.unit())) as usize
        } else {
            (way.size as usize).min(units)
        }
    }

    /// Remembers how a way went. A gain four times as large counts twice: few large
    /// ones say less of what is to come than many small ones.
    fn note(&mut self, at: usize, gain: f64, paid: f64, whole: bool) {
        let mut won = 0.0;
        if gain > 0.0 {
            let usual = if self.usual_gain == 0.0 { gain } else { self.usual_gain };
            self.usual_gain = 0.9 * usual + 0.1 * gain;
            won = (gain / self.usual_gain).sqrt().min(LARGEST_LUCK);
        }
        let way = &mut self.ways[at];
        way.won = 0.95 * way.won + won;
        way.paid = 0.95 * way.paid + paid;
        let step = if whole { 1.05 } else { 0.93 };
        way.size = (way.size * step).clamp(SIZES.0, SIZES.1);
    }
}
