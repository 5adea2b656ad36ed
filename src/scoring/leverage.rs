//! Leverage: the value of what an item unlocks, less with every step away.
//!
//! `leverage(a) = Σ discount^distance(a, d) × value(d)` over all items `d`
//! that are unlocked by `a`, directly (distance 1) or through others, by the
//! shortest way (design section 2; the Kazakhstan data's note on the criterion
//! says which value). Who unlocks whom: hard prerequisites and each alternative
//! of an any-of group.

use crate::model::Scenario;
use std::collections::HashMap;

/// Who is unlocked by whom; stays the same while items and links do, so that a
/// moved weight sums again over what was found before.
#[derive(Debug, Clone, Default)]
pub struct LeverageGraph {
    /// Direct dependants of item `i`: `targets[starts[i]..starts[i + 1]]`.
    starts: Vec<usize>,
    targets: Vec<u32>,
    /// Descendants of the first items, each in the order of their distance.
    found: Vec<u32>,
    /// End in `found` of each distance of each of these items, in order.
    level_ends: Vec<usize>,
    /// End in `level_ends` of each of these items.
    item_ends: Vec<usize>,
}

/// Descendants kept, at most: 64 MiB. A chain of 10,000 items has 50 million;
/// those beyond are searched each time.
const KEPT: usize = 1 << 24;

impl LeverageGraph {
    /// Finds every item's descendants, breadth first. Links to unknown items
    /// count for nothing. O(items × links) at worst, O(descendants) where
    /// dependants are few.
    pub fn new(scenario: &Scenario) -> Self {
        let mut graph = Self::of_links(&direct_dependants(scenario));
        let mut search = Search::new(graph.items());
        for item in 0..graph.items() {
            if graph.found.len() > KEPT {
                break;
            }
            let (mut found, mut ends) = (std::mem::take(&mut graph.found), Vec::new());
            search.levels(&graph, item, |level| {
                found.extend_from_slice(level);
                ends.push(found.len());
                true
            });
            graph.found = found;
            graph.level_ends.append(&mut ends);
            graph.item_ends.push(graph.level_ends.len());
        }
        graph
    }

    fn of_links(dependants: &[Vec<u32>]) -> Self {
        let mut graph = Self { starts: vec![0], ..Self::default() };
        for list in dependants {
            graph.targets.extend_from_slice(list);
            graph.starts.push(graph.targets.len());
        }
        graph
    }

    fn items(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    fn direct(&self, item: usize) -> &[u32] {
        &self.targets[self.starts[item]..self.starts[item + 1]]
    }

    /// Leverage of each item, in value points, from each item's own value
    /// (0..100; a negative one counts 0).
    ///
    /// Values are added as whole 2⁻³⁶ths of a point: so items that unlock the
    /// same have the same leverage to the last bit, in whatever order the
    /// search met them. O(descendants).
    pub fn leverage(&self, value: &[f64], discount: f64) -> Vec<f64> {
        let mut parts: Vec<u64> = value.iter().map(|points| to_parts(*points)).collect();
        parts.resize(self.items(), 0);
        let all = from_parts(parts.iter().fold(0, |sum, part| sum.saturating_add(*part)));
        // Also takes care of NaN.
        let discount = discount.max(0.0);
        let mut search = None;
        (0..self.items())
            .map(|item| {
                let mut sum = Sum { value: 0.0, power: 1.0, discount, all };
                let mut add = |level: &[u32]| {
                    let one = |sum: u64, item: &u32| sum.saturating_add(parts[*item as usize]);
                    sum.add(from_parts(level.iter().fold(0, one)))
                };
                if item < self.item_ends.len() {
                    let _ = self.kept_levels(item).all(&mut add);
                } else {
                    let search = search.get_or_insert_with(|| Search::new(self.items()));
                    search.levels(self, item, add);
                }
                sum.value
            })
            .collect()
    }

    /// How many items an item unlocks, directly or not.
    pub fn unlocked(&self, item: usize) -> usize {
        if item >= self.items() {
            return 0;
        }
        if item < self.item_ends.len() {
            return self.kept_levels(item).map(<[u32]>::len).sum();
        }
        let mut count = 0;
        Search::new(self.items()).levels(self, item, |level| {
            count += level.len();
            true
        });
        count
    }

    /// What an item unlocks: first what is one step away, then what is two steps
    /// away, …, each by the shortest way. O(descendants).
    pub fn levels(&self, item: usize) -> Vec<Vec<usize>> {
        if item >= self.items() {
            return Vec::new();
        }
        let positions = |level: &[u32]| level.iter().map(|item| *item as usize).collect();
        if item < self.item_ends.len() {
            return self.kept_levels(item).map(positions).collect();
        }
        let mut levels = Vec::new();
        Search::new(self.items()).levels(self, item, |level| {
            levels.push(positions(level));
            true
        });
        levels
    }

    /// Descendants that were kept, one distance after the other.
    fn kept_levels(&self, item: usize) -> impl Iterator<Item = &[u32]> {
        let before = |ends: &[usize], at: usize| at.checked_sub(1).map_or(0, |at| ends[at]);
        let levels = before(&self.item_ends, item)..self.item_ends[item];
        levels
            .map(move |level| &self.found[before(&self.level_ends, level)..self.level_ends[level]])
    }
}

/// For each item those that name it as a way in.
fn direct_dependants(scenario: &Scenario) -> Vec<Vec<u32>> {
    let index: HashMap<&str, usize> =
        scenario.items.iter().enumerate().map(|(at, item)| (item.id.as_str(), at)).collect();
    let mut dependants: Vec<Vec<u32>> = vec![Vec::new(); scenario.items.len()];
    for (at, item) in scenario.items.iter().enumerate() {
        let hard = item.hard_requires().map(|link| &link.item);
        let any_of = item.requires_any_of.iter().flat_map(|group| &group.any_of);
        for needed in hard.chain(any_of) {
            let Some(&needed) = index.get(needed.as_str()) else { continue };
            let list = &mut dependants[needed];
            // Items come one after the other, so a second link is the last one.
            if needed != at && list.last() != Some(&(at as u32)) {
                list.push(at as u32);
            }
        }
    }
    dependants
}

/// Breadth-first search whose marks serve one item after the other.
struct Search {
    /// The item from which each was last reached.
    seen: Vec<u32>,
    /// Items in the order in which they were reached.
    queue: Vec<u32>,
}

impl Search {
    fn new(items: usize) -> Self {
        Self { seen: vec![u32::MAX; items], queue: Vec::new() }
    }

    /// Shows each distance's items, from 1 on, until `visit` says false.
    fn levels(&mut self, graph: &LeverageGraph, from: usize, visit: impl FnMut(&[u32]) -> bool) {
        let (mut visit, mark) = (visit, from as u32);
        // No search from the same item has left its marks here.
        self.seen[from] = mark;
        self.queue.clear();
        self.queue.push(mark);
        let mut level = 0..1;
        while !level.is_empty() {
            for at in level.clone() {
                for &next in graph.direct(self.queue[at] as usize) {
                    if self.seen[next as usize] != mark {
                        self.seen[next as usize] = mark;
                        self.queue.push(next);
                    }
                }
            }
            level = level.end..self.queue.len();
            if level.is_empty() || !visit(&self.queue[level.clone()]) {
                break;
            }
        }
    }
}

/// A sum over distances that knows when the rest cannot change it any more.
struct Sum {
    value: f64,
    power: f64,
    discount: f64,
    /// Benefit of all items together.
    all: f64,
}

impl Sum {
    /// Adds the next distance; false if nothing farther can move the last bit.
    fn add(&mut self, benefit: f64) -> bool {
        self.power *= self.discount;
        self.value += self.power * benefit;
        let rest = self.power * self.discount * self.all;
        self.discount > 1.0 || self.value + rest != self.value
    }
}

/// 2³⁶: fine enough that no leverage is off by a millionth of a point, coarse
/// enough that a million items fit.
const PARTS: f64 = 68_719_476_736.0;

fn to_parts(points: f64) -> u64 {
    // A cast from float to integer takes NaN to 0 and stops at the ends.
    (points.clamp(0.0, 200.0) * PARTS).round() as u64
}

fn from_parts(parts: u64) -> f64 {
    parts as f64 / PARTS
}
