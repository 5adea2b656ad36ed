//! A layered drawing of the dependency graph: prerequisites to the left.
//!
//! Sugiyama, Tagawa and Toda 1981, in three steps: items that need each other
//! share a column; each column lies right of all that its items need; within
//! columns, items move towards the mean height of their neighbours, to and fro,
//! which takes out most crossings. No egui here.

use crate::model::{LinkType, Scenario};
use std::collections::HashMap;

/// What a link means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EdgeKind {
    /// A prerequisite.
    Hard,
    /// A preferred order.
    Soft,
    /// One of several alternatives.
    AnyOf,
}

/// A link between two items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// What is needed.
    pub from: usize,
    /// What needs it.
    pub to: usize,
    /// What the link means.
    pub kind: EdgeKind,
    /// True if the two need each other, directly or not.
    pub on_cycle: bool,
}

/// Where items stand, in columns and rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// By item: column from the left, and row from the top.
    pub place: Vec<(usize, f32)>,
    /// All links.
    pub edges: Vec<Edge>,
    /// How many columns there are.
    pub columns: usize,
    /// How many rows the longest column has.
    pub rows: usize,
}

/// How often the sweeps go to and fro.
const SWEEPS: usize = 12;

/// Lays out a scenario. O(sweeps × links + items log items); the same scenario
/// gives the same drawing.
pub fn layout(scenario: &Scenario) -> Layout {
    let count = scenario.items.len();
    let mut edges = edges(scenario);
    let column = columns(count, &mut edges);
    let width = column.iter().max().map_or(0, |last| last + 1);
    let mut order: Vec<Vec<usize>> = vec![Vec::new(); width];
    for item in 0..count {
        order[column[item]].push(item);
    }
    let mut neighbours = vec![Vec::new(); count];
    for edge in &edges {
        neighbours[edge.from].push(edge.to);
        neighbours[edge.to].push(edge.from);
    }
    let mut row = vec![0.0; count];
    set_rows(&order, &mut row);
    for sweep in 0..SWEEPS {
        let forward = sweep % 2 == 0;
        for step in 0..width {
            let at = if forward { step } else { width - 1 - step };
            sort_by_barycentre(&mut order[at], at, &column, &neighbours, &row, forward);
            set_rows(&order[at..=at], &mut row);
        }
    }
    let rows = order.iter().map(Vec::len).max().unwrap_or(0);
    // Short columns are centred, so that edges stay short.
    for column in &order {
        let shift = (rows - column.len()) as f32 / 2.0;
        column.iter().for_each(|&item| row[item] += shift);
    }
    let place = (0..count).map(|item| (column[item], row[item])).collect();
    Layout { place, edges, columns: width, rows }
}

fn edges(scenario: &Scenario) -> Vec<Edge> {
    let index: HashMap<&str, usize> =
        scenario.items.iter().enumerate().map(|(at, item)| (item.id.as_str(), at)).collect();
    let mut edges = Vec::new();
    for (to, item) in scenario.items.iter().enumerate() {
        let hard = item.requires.iter().map(|link| {
            let kind = match link.link {
                LinkType::Hard => EdgeKind::Hard,
                LinkType::Soft => EdgeKind::Soft,
            };
            (&link.item, kind)
        });
        let groups = item.requires_any_of.iter().flat_map(|group| &group.any_of);
        let any_of = groups.map(|other| (other, EdgeKind::AnyOf));
        for (other, kind) in hard.chain(any_of) {
            if let Some(&from) = index.get(other.as_str())
                && from != to
            {
                edges.push(Edge { from, to, kind, on_cycle: false });
            }
        }
    }
    edges
}

/// Columns by longest path; items of one cycle share theirs.
fn columns(count: usize, edges: &mut [Edge]) -> Vec<usize> {
    let mut needs = vec![Vec::new(); count];
    for edge in edges.iter().filter(|edge| edge.kind != EdgeKind::Soft) {
        needs[edge.to].push(edge.from);
    }
    let components = crate::sequencing::components(&needs);
    for edge in edges.iter_mut() {
        let together = components.number[edge.from] == components.number[edge.to];
        edge.on_cycle = together && edge.kind != EdgeKind::Soft;
    }
    let mut column = vec![0; count];
    // Components come with what is needed first.
    for members in &components.members {
        let outside = |from: &&usize| components.number[**from] != components.number[members[0]];
        let needed = members.iter().flat_map(|&member| needs[member].iter().filter(outside));
        let at = needed.map(|&from| column[from] + 1).max().unwrap_or(0);
        members.iter().for_each(|&member| column[member] = at);
    }
    column
}

fn set_rows(order: &[Vec<usize>], row: &mut [f32]) {
    for column in order {
        for (at, &item) in column.iter().enumerate() {
            row[item] = at as f32;
        }
    }
}

/// Orders a column by the mean row of neighbours on one side; who has none stays.
fn sort_by_barycentre(
    items: &mut [usize],
    at: usize,
    column: &[usize],
    neighbours: &[Vec<usize>],
    row: &[f32],
    forward: bool,
) {
    let mean = |item: usize| {
        let side = neighbours[item]
            .iter()
            .filter(|&&other| if forward { column[other] < at } else { column[other] > at });
        let (sum, count) = side.fold((0.0, 0.0), |(sum, count), &o| (sum + row[o], count + 1.0));
        if count > 0.0 { sum / count } else { row[item] }
    };
    items.sort_by(|&a, &b| mean(a).total_cmp(&mean(b)).then(a.cmp(&b)));
}

/// Items that an item needs, directly or not (`back`), or that need it.
///
/// Without `alternatives` only what cannot be done without counts, not what is one of
/// several.
pub fn reach(layout: &Layout, item: usize, back: bool, alternatives: bool) -> Vec<bool> {
    let counts = |kind| match kind {
        EdgeKind::Hard => true,
        EdgeKind::AnyOf => alternatives,
        EdgeKind::Soft => false,
    };
    let mut next = vec![Vec::new(); layout.place.len()];
    for edge in layout.edges.iter().filter(|edge| counts(edge.kind)) {
        if back { next[edge.to].push(edge.from) } else { next[edge.from].push(edge.to) }
    }
    let mut reached = vec![false; layout.place.len()];
    let mut front = vec![item];
    while let Some(at) = front.pop() {
        for &other in next.get(at).into_iter().flatten() {
            if other != item && !std::mem::replace(&mut reached[other], true) {
                front.push(other);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::bundled_scenario;

    #[test]
    fn what_is_needed_stands_to_the_left() {
        let layout = layout(&bundled_scenario());
        for edge in layout.edges.iter().filter(|edge| edge.kind != EdgeKind::Soft) {
            let (from, to) = (layout.place[edge.from].0, layout.place[edge.to].0);
            assert!(from < to || edge.on_cycle, "{edge:?} goes from column {from} to {to}");
        }
    }

    #[test]
    fn no_two_items_share_a_place_and_the_drawing_is_the_same_every_time() {
        let scenario = bundled_scenario();
        let first = layout(&scenario);
        assert_eq!(first, layout(&scenario));
        for a in 0..first.place.len() {
            for b in 0..a {
                let ((ca, ra), (cb, rb)) = (first.place[a], first.place[b]);
                assert!(ca != cb || (ra - rb).abs() >= 1.0, "{a} and {b} overlap");
            }
        }
    }

    #[test]
    fn sweeps_take_out_crossings() {
        let scenario = bundled_scenario();
        let swept = layout(&scenario);
        let mut plain = swept.clone();
        let mut next = vec![0.0; plain.columns];
        for place in &mut plain.place {
            place.1 = next[place.0];
            next[place.0] += 1.0;
        }
        assert!(crossings(&swept) * 10 <= crossings(&plain) * 8, "fewer by a fifth at least");
    }

    fn crossings(layout: &Layout) -> usize {
        let ends = |edge: &Edge| (layout.place[edge.from], layout.place[edge.to]);
        let mut count = 0;
        for (at, a) in layout.edges.iter().enumerate() {
            for b in &layout.edges[..at] {
                let ((a0, a1), (b0, b1)) = (ends(a), ends(b));
                let same_columns = a0.0 == b0.0 && a1.0 == b1.0;
                if same_columns && (a0.1 - b0.1) * (a1.1 - b1.1) < 0.0 {
                    count += 1;
                }
            }
        }
        count
    }
}
