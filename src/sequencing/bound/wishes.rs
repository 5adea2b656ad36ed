//! Wishes: a preferred order is broken in one phase at most, so its penalty is
//! spread over the phases in which it can be.
//!
//! The penalty p is lost if for any phase t the late one has started by t and the
//! early one not in time: p × max over t of `y[late,t] − y[early,t−gap]`. Any
//! shares of p, one for each t, with sum ≤ p lose no more than that, and each is
//! an implication with a finite price, exact in the flow. Which shares bound best
//! is found as for other prices: more for the phases in which it is broken.

use super::super::presolve::Reduced;
use super::graph::Graph;
use std::ops::Range;

/// All wishes, with their parts as the graph has them.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    groups: Vec<Group>,
}

#[derive(Debug, Clone)]
struct Group {
    parts: Range<usize>,
    penalty: i64,
}

impl Wishes {
    /// The wishes of a graph.
    pub fn new(reduced: &Reduced, graph: &Graph) -> Self {
        let penalty = |wish: u32| reduced.wishes[wish as usize].penalty;
        let mut groups: Vec<Group> = Vec::new();
        let mut begin = 0;
        for chunk in graph.wish_parts.chunk_by(|a, b| a.wish == b.wish) {
            let parts = begin..begin + chunk.len();
            begin = parts.end;
            groups.extend(chunk.first().map(|part| Group { parts, penalty: penalty(part.wish) }));
        }
        Self { groups }
    }

    /// True if nothing is wished for.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Appends even shares.
    pub fn share_evenly(&self, shares: &mut Vec<f64>) {
        for group in &self.groups {
            let count = group.parts.len();
            shares.extend(std::iter::repeat_n(group.penalty as f64 / count as f64, count));
        }
    }

    /// Appends for each part how steeply its share may change, as rows do.
    pub fn typical(&self) -> impl Iterator<Item = f64> {
        self.groups
            .iter()
            .flat_map(|group| std::iter::repeat_n(0.3 * group.penalty as f64, group.parts.len()))
    }

    /// Shares near these that sum up to the penalties.
    pub fn project(&self, shares: &mut [f64]) {
        for group in &self.groups {
            to_sum(&mut shares[group.parts.clone()], group.penalty as f64);
        }
    }

    /// Takes out of a direction what would change the sums of shares, or lead
    /// below zero.
    pub fn open(&self, direction: &mut [f64], shares: &[f64]) {
        for group in &self.groups {
            let (direction, shares) =
                (&mut direction[group.parts.clone()], &shares[group.parts.clone()]);
            // Empty shares join where they would grow, the steepest first.
            let mean_above = |least: f64| {
                let all = direction.iter().zip(shares);
                let free = all.filter(|(d, share)| **share > 0.0 || **d > least);
                let (sum, count) = free.fold((0.0, 0), |(sum, n), (d, _)| (sum + d, n + 1));
                sum / f64::from(count.max(1))
            };
            let mut mean = mean_above(f64::INFINITY);
            for _ in 0..shares.len() {
                mean = mean_above(mean);
            }
            for (d, share) in direction.iter_mut().zip(shares) {
                *d = if *share > 0.0 || *d > mean { *d - mean } else { 0.0 };
            }
        }
    }

    /// Appends shares on a scale, never more than the penalty together.
    pub fn on_scale(&self, shares: &[f64], scale: i64, scaled: &mut Vec<i64>) {
        for group in &self.groups {
            let mut left = group.penalty * scale;
            for share in &shares[group.parts.clone()] {
                let own = ((share.max(0.0) * scale as f64) as i64).min(left);
                left -= own;
                scaled.push(own);
            }
        }
    }

    /// Appends how much more than the others of its wish each part is broken.
    pub fn excess(&self, graph: &Graph, chosen: &[bool], out: &mut Vec<f64>) {
        for group in &self.groups {
            let begin = out.len();
            let mut sum = 0.0;
            for part in &graph.wish_parts[group.parts.clone()] {
                let kept = part.needs.is_some_and(|needs| chosen[needs as usize]);
                let broken = f64::from(u8::from(chosen[part.from as usize] && !kept));
                sum += broken;
                out.push(broken);
            }
            let mean = sum / group.parts.len() as f64;
            out[begin..].iter_mut().for_each(|broken| *broken -= mean);
        }
    }
}

/// Shifts the positive entries alike until they have this sum; others become zero.
///
/// Not always the nearest such point: that would take entries below zero back in
/// where the sum is short, which brought nothing. O(length²), for the few phases
/// of one wish.
fn to_sum(values: &mut [f64], sum: f64) {
    let mut count = values.len();
    loop {
        let positive = values.iter().filter(|value| **value > 0.0);
        let total: f64 = positive.clone().sum();
        let before = std::mem::replace(&mut count, positive.count());
        if count == 0 {
            values.fill(sum / values.len().max(1) as f64);
            return;
        }
        let shift = (sum - total) / count as f64;
        let moved = |value: &mut f64| *value = if *value > 0.0 { *value + shift } else { 0.0 };
        values.iter_mut().for_each(moved);
        if values.iter().all(|value| *value >= 0.0) && before >= count {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sequencing::SplitMix64;

    #[test]
    fn shares_sum_up_and_stay_where_they_do() {
        let mut random = SplitMix64::new(3);
        for _ in 0..500 {
            let mut shares: Vec<f64> = (0..4).map(|_| 4.0 * random.unit() - 1.0).collect();
            to_sum(&mut shares, 3.0);
            assert!(shares.iter().all(|share| *share >= 0.0), "{shares:?}");
            assert!((shares.iter().sum::<f64>() - 3.0).abs() < 1e-9, "{shares:?}");
            let before = shares.clone();
            to_sum(&mut shares, 3.0);
            let same = shares.iter().zip(&before).all(|(a, b)| (a - b).abs() < 1e-9);
            assert!(same, "{before:?}: {shares:?}");
        }
    }

    /// Never more than the penalty together: else the bound would be false.
    #[test]
    fn whole_shares_stay_within_the_penalty() {
        let wishes = Wishes { groups: vec![Group { parts: 0..3, penalty: 7 }] };
        let mut random = SplitMix64::new(5);
        for _ in 0..500 {
            let shares: Vec<f64> = (0..3).map(|_| 6.0 * random.unit() - 1.0).collect();
            let mut whole = Vec::new();
            wishes.on_scale(&shares, 1024, &mut whole);
            assert!(whole.iter().all(|share| *share >= 0), "{shares:?}: {whole:?}");
            assert!(whole.iter().sum::<i64>() <= 7 * 1024, "{shares:?}: {whole:?}");
        }
    }

    /// No direction that is left open leads out of what is allowed.
    #[test]
    fn open_directions_keep_sums_and_signs() {
        let group = Group { parts: 0..4, penalty: 3 };
        let wishes = Wishes { groups: vec![group] };
        let mut random = SplitMix64::new(4);
        for _ in 0..500 {
            let mut shares: Vec<f64> = (0..4).map(|_| 2.0 * random.unit() - 1.0).collect();
            to_sum(&mut shares, 3.0);
            let mut direction: Vec<f64> = (0..4).map(|_| 2.0 * random.unit() - 1.0).collect();
            let wanted = direction.clone();
            wishes.open(&mut direction, &shares);
            assert!(direction.iter().sum::<f64>().abs() < 1e-9, "{wanted:?} at {shares:?}");
            let empty = direction.iter().zip(&shares).filter(|(_, share)| **share == 0.0);
            assert!(empty.clone().all(|(d, _)| *d >= 0.0), "{wanted:?} at {shares:?}");
        }
    }
}
