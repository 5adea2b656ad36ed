//! Leverage: the benefit of what an item unlocks, less with every step away.
//!
//! `leverage(a) = Σ over descendants d of discount^(distance(a, d) − 1) …` is
//! written in `design.md` as `Σ 0.5^(shortest distance) × benefit`; that is
//! what is computed here, distance 1 for a direct dependant.

use crate::model::Scenario;
use std::collections::HashMap;

/// Who is unlocked by whom; stays while links do not change.
#[derive(Debug, Clone, Default)]
pub struct LeverageGraph {
    /// For each item its descendants with their shortest distance.
    descendants: Vec<Vec<(u32, u16)>>,
}

/// Beyond this distance half to the power of it is below a tenth of a per mille.
const FARTHEST: u16 = 14;

impl LeverageGraph {
    /// Finds every item's descendants over prerequisites, alternatives and the
    /// items that open channels. O(items × links) at worst.
    pub fn new(scenario: &Scenario) -> Self {
        let index: HashMap<&str, usize> =
            scenario.items.iter().enumerate().map(|(at, item)| (item.id.as_str(), at)).collect();
        let mut unlocks: Vec<Vec<usize>> = vec![Vec::new(); scenario.items.len()];
        for (at, item) in scenario.items.iter().enumerate() {
            let hard = item.hard_requires().map(|link| &link.item);
            let any_of = item.requires_any_of.iter().flat_map(|group| &group.any_of);
            let channels = item.channels.iter().filter(|channel| channel.opens_gate);
            let channels = channels.flat_map(|channel| &channel.requires_any_of);
            for needed in hard.chain(any_of).chain(channels) {
                if let Some(&needed) = index.get(needed.as_str())
                    && needed != at
                    && !unlocks[needed].contains(&at)
                {
                    unlocks[needed].push(at);
                }
            }
        }
        let mut seen = vec![usize::MAX; scenario.items.len()];
        let descendants =
            (0..scenario.items.len()).map(|from| reach(from, &unlocks, &mut seen)).collect();
        Self { descendants }
    }

    /// Leverage of each item, in value points, from each item's own benefit.
    pub fn leverage(&self, benefit: &[f64], discount: f64) -> Vec<f64> {
        let powers: Vec<f64> =
            (0..=i32::from(FARTHEST)).map(|distance| discount.powi(distance)).collect();
        self.descendants
            .iter()
            .map(|list| {
                let part = |(item, distance): &(u32, u16)| {
                    powers[usize::from(*distance)] * benefit.get(*item as usize).unwrap_or(&0.0)
                };
                list.iter().map(part).sum()
            })
            .collect()
    }

    /// How many items an item unlocks, directly or not.
    pub fn unlocked(&self, item: usize) -> usize {
        self.descendants.get(item).map_or(0, Vec::len)
    }
}

/// Breadth first from one item; `seen` marks with the item's own number.
fn reach(from: usize, unlocks: &[Vec<usize>], seen: &mut [usize]) -> Vec<(u32, u16)> {
    let mut list = Vec::new();
    let mut front = vec![from];
    seen[from] = from;
    for distance in 1..=FARTHEST {
        let mut next = Vec::new();
        for &item in &front {
            for &other in &unlocks[item] {
                if seen[other] != from {
                    seen[other] = from;
                    list.push((other as u32, distance));
                    next.push(other);
                }
            }
        }
        if next.is_empty() {
            break;
        }
        front = next;
    }
    list
}
