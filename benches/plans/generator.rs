//! Portfolios of any size, like those of `tests/data/portfolios`: registers,
//! platforms, systems and services, links that look down the layers and prefer
//! hubs, heavy-tailed cost and worth, money and staff for a part of it all.
//!
//! The plain kind (lags and staff) of the generator that made those files; same
//! numbers, same portfolio, on every machine.

use phasewise::sequencing::{Item, Portfolio, Prerequisite, Resource, ResourceKind, SplitMix64};
use std::collections::HashSet;

/// Quantiles (every 5 %) of a log-normal with a sigma of about 1, times 100; the
/// top is stretched, as large programmes have a few giants.
const HEAVY: [u64; 21] = [
    10, 19, 28, 35, 43, 51, 59, 68, 78, 88, 100, 113, 129, 147, 169, 196, 232, 282, 360, 518, 1400,
];
/// The same for a milder spread.
const MILD: [u64; 21] =
    [25, 40, 49, 57, 64, 71, 77, 84, 90, 97, 104, 111, 120, 129, 140, 153, 168, 189, 220, 275, 600];
/// Shares of registers, platforms, systems and services, in per cent.
const SHARES: [usize; 4] = [12, 18, 25, 45];
/// Typical cost, staff and value in each layer.
const SCALES: [(u64, u64, u64); 4] =
    [(2600, 70, 260), (3000, 90, 380), (1500, 60, 700), (700, 35, 1000)];

struct Random(SplitMix64);

impl Random {
    fn below(&mut self, count: u64) -> u64 {
        self.0.next_u64() % count
    }

    fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high - low + 1)
    }

    fn chance(&mut self, permille: u64) -> bool {
        self.below(1000) < permille
    }

    fn pick(&mut self, pool: &[usize]) -> usize {
        pool[self.below(pool.len() as u64) as usize]
    }

    fn draw(&mut self, table: &[u64; 21], scale: u64) -> u64 {
        let at = self.below(20_000);
        let (step, rest) = ((at / 1000) as usize, at % 1000);
        let quantile = table[step] * 1000 + (table[step + 1] - table[step]) * rest;
        (quantile * scale / 100_000).max(1)
    }

    fn lag(&mut self, phases: u32) -> u32 {
        let at = self.below(1000);
        match phases {
            ..=3 => u32::from(at < 200),
            _ if at < 60 => 2,
            _ => u32::from(at < 380),
        }
    }

    /// What each phase has of a resource: a slow start, and a little noise.
    fn limit(&mut self, total: u64, percent: u64, phases: u32) -> Vec<i64> {
        let half = u64::from(phases / 2);
        let mut weight = |phase: u32| {
            let ramp = 40 * u64::from(phase).min(half) / half.max(1);
            80 + ramp + self.below(20)
        };
        let weights: Vec<u64> = (0..phases).map(&mut weight).collect();
        let all: u64 = weights.iter().sum();
        weights.iter().map(|weight| (total * percent / 100 * weight / all) as i64).collect()
    }
}

/// Links from each item to those that it needs.
struct Links {
    links: Vec<Prerequisite>,
    seen: HashSet<(usize, usize)>,
    /// How many need each item.
    fan: Vec<u32>,
}

impl Links {
    fn add(&mut self, item: usize, needs: usize, lag: u32) {
        let known = self.seen.contains(&(item, needs)) || self.seen.contains(&(needs, item));
        if item != needs && !known {
            self.seen.insert((item, needs));
            self.fan[needs] += 1;
            self.links.push(Prerequisite { item, needs, lag, after: false });
        }
    }

    /// The better connected of two draws.
    fn hub(&self, random: &mut Random, pool: &[usize]) -> usize {
        let (a, b) = (random.pick(pool), random.pick(pool));
        let rank = |item: usize| (self.fan[item], std::cmp::Reverse(item));
        if rank(a) >= rank(b) { a } else { b }
    }
}

/// A plain portfolio with so many items (8 or more) and phases (2 or more).
pub fn portfolio(count: usize, phases: u32, seed: u64) -> Portfolio {
    let own = seed * 1_000_003 + count as u64 * 101 + u64::from(phases);
    let state = own.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(0x0123_4567);
    let mut random = Random(SplitMix64::new(state));
    let layer = layers(count);
    let agencies = (2 + count / 40).clamp(2, 12) as u64;
    let agency: Vec<usize> = (0..count).map(|_| random.below(agencies) as usize).collect();
    let (mut cost, mut staff, mut value) = (Vec::new(), Vec::new(), Vec::new());
    for layer in &layer {
        let (of_cost, of_staff, of_value) = SCALES[*layer];
        let c = random.draw(&HEAVY, of_cost);
        let s = random.draw(&MILD, of_staff) * (60 + (100 * c / of_cost).min(140)) / 130;
        let v = random.draw(&HEAVY, of_value) * (70 + (60 * c / of_cost).min(90)) / 110 + 1;
        // Duration and running cost, which plain portfolios do without.
        random.below(1000);
        random.between(2, 9);
        cost.push(c);
        staff.push(s.max(1));
        value.push(v);
    }
    let factors = factors(phases);
    let prerequisites = links(&mut random, &layer, &agency, phases);
    let mut resource = |id: &str, low: u64, high: u64, uses: &[u64]| {
        let percent = random.between(low, high);
        let limit = random.limit(uses.iter().sum(), percent, phases);
        // Nothing is impossible for its size alone.
        let biggest = uses.iter().copied().max().unwrap_or(0) as i64;
        let limit = limit.into_iter().map(|amount| amount.max(biggest)).collect();
        Resource { id: id.into(), kind: ResourceKind::Work, carry_over: false, limit }
    };
    let resources = vec![resource("capex", 55, 70, &cost), resource("staff", 60, 75, &staff)];
    let width = count.to_string().len();
    let item = |at: usize| Item {
        id: format!("p{:0width$}", at + 1),
        duration: 1,
        earliest: 1,
        latest: phases,
        mandatory: false,
        worth: factors.iter().map(|factor| (value[at] * factor / 100) as i64).collect(),
        uses: vec![(0, vec![cost[at] as i64]), (1, vec![staff[at] as i64])],
    };
    let items = (0..count).map(item).collect();
    Portfolio { resources, items, prerequisites, ..Portfolio::empty(phases) }
}

fn layers(count: usize) -> Vec<usize> {
    let (mut layer, mut share) = (Vec::new(), 0);
    for (at, percent) in SHARES.iter().enumerate() {
        share += percent;
        layer.resize((count * share / 100).max(layer.len()), at);
    }
    layer.resize(count, 3);
    layer
}

/// What is left of a value, in thousandths, by the phase of the start: discounted
/// years of service to the horizon and a tail as long.
fn factors(phases: u32) -> Vec<u64> {
    let rate = match phases {
        3 => 1080.0,
        ..=6 => 1039.0,
        _ => 1019.0,
    };
    let mut discounts = vec![1.0_f64];
    for _ in 0..2 * phases {
        let last = discounts[discounts.len() - 1];
        discounts.push(last * 1000.0 / rate);
    }
    let whole: f64 = discounts[1..].iter().sum();
    let left = |start: usize| discounts[start + 1..].iter().sum::<f64>();
    (0..phases as usize).map(|start| (1000.0 * left(start) / whole).round() as u64).collect()
}

fn links(random: &mut Random, layer: &[usize], agency: &[usize], phases: u32) -> Vec<Prerequisite> {
    let count = layer.len();
    let members = |of: usize| (0..count).filter(|item| layer[*item] == of).collect();
    let by_layer: [Vec<usize>; 4] = [0, 1, 2, 3].map(members);
    let agencies = agency.iter().max().map_or(0, |most| most + 1);
    let mut local = vec![vec![Vec::new(); agencies]; 4];
    (0..count).for_each(|item| local[layer[item]][agency[item]].push(item));
    let mut links = Links { links: Vec::new(), seen: HashSet::new(), fan: vec![0; count] };
    for item in 0..count {
        let own = layer[item];
        if own == 0 {
            // Some registers stand on an earlier one.
            let earlier = &by_layer[0][item.saturating_sub(12)..item];
            if !earlier.is_empty() && random.chance(300) {
                let needs = random.pick(earlier);
                let lag = random.lag(phases);
                links.add(item, needs, lag);
            }
            continue;
        }
        for _ in 0..random.between(1, if own < 3 { 3 } else { 4 }) {
            let below = match random.below(1000) {
                ..600 => own - 1,
                600..800 => 0,
                _ => random.below(own as u64) as usize,
            };
            let near = &local[below][agency[item]];
            let is_near = below >= 2 && !near.is_empty() && random.chance(700);
            let pool = if is_near { near } else { &by_layer[below] };
            if !pool.is_empty() {
                let needs = links.hub(random, pool);
                let lag = random.lag(phases);
                // Whether the lag counts from the end: the same for one phase of work.
                random.chance(500);
                links.add(item, needs, lag);
            }
        }
        if own == 3 && random.chance(120) {
            let first = by_layer[3][0].max(item.saturating_sub(40));
            let same: Vec<usize> =
                (first..item).filter(|other| agency[*other] == agency[item]).collect();
            if !same.is_empty() {
                let needs = random.pick(&same);
                links.add(item, needs, 0);
            }
        }
    }
    links.links
}
