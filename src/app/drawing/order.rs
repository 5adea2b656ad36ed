//! The order of each column, with few crossings.
//!
//! Sugiyama, Tagawa and Toda 1981: sweeps to and fro sort each column by the mean
//! height of the neighbours in the column before; between sweeps, neighbours in a
//! column change places where that helps (Gansner, Koutsofios, North and Vo 1993). The
//! best order that was seen is kept.

use super::crossings::{Order, crossings};
use super::graph::Graph;
use super::layered::Layered;
use super::layers::Layers;
use super::switch::switched;
use crate::sequencing::SplitMix64;

/// Sweeps at most, and how many in a row may take out less than one crossing in so many.
const SWEEPS: usize = 24;
const IDLE_SWEEPS: usize = 4;
const WORTH_WHILE_ONE_IN: usize = 1000;
/// Passes of changed places after each sweep, and at the end.
const PASSES: usize = 3;
const LAST_PASSES: usize = 30;
/// Orders to begin from at most, and how many vertices they may have together.
const STARTS: usize = 16;
const VERTICES_IN_ALL: usize = 5_000;

/// An order from nothing. Small graphs are begun from several orders, which takes out
/// some more. O(starts × sweeps × pieces log pieces).
pub(super) fn order_anew(graph: &Graph, layers: &Layers, layered: &Layered) -> Order {
    let first = first_order(graph, layers, layered);
    let starts = (VERTICES_IN_ALL / layered.column.len().max(1)).clamp(1, STARTS);
    let mut random = SplitMix64::new(0);
    let mut best = swept(layered, first.clone());
    for _ in 1..starts {
        if best.0 == 0 {
            break;
        }
        let order = swept(layered, shuffled(layered, &first, &mut random));
        if order.0 < best.0 {
            best = order;
        }
    }
    best.1
}

/// An order made better by sweeps. O(sweeps × pieces log pieces).
pub(super) fn order_from(layered: &Layered, first: Order) -> Order {
    swept(layered, first).1
}

/// Sweeps over an order; the best that was seen, with its crossings.
fn swept(layered: &Layered, mut order: Order) -> (usize, Order) {
    let mut heights = Heights::new(layered, &order);
    let mut best = (crossings(layered, &order), order.clone());
    let mut idle = 0;
    for sweep in 0..SWEEPS {
        for step in 0..layered.columns {
            let forward = sweep % 2 == 0;
            let column = if forward { step } else { layered.columns - 1 - step };
            heights.sort(layered, &mut order, column, forward);
        }
        switched(layered, &mut order, PASSES, &|_, _| true);
        heights.renew(layered, &order);
        let count = crossings(layered, &order);
        let much = count + best.0 / WORTH_WHILE_ONE_IN < best.0;
        idle = if much { 0 } else { idle + 1 };
        if count < best.0 {
            best = (count, order.clone());
        }
        if idle > IDLE_SWEEPS || best.0 == 0 {
            break;
        }
    }
    best.0 -= switched(layered, &mut best.1, LAST_PASSES, &|_, _| true);
    best
}

/// Another order, with turns under their nodes and lanes apart as before.
fn shuffled(layered: &Layered, order: &Order, random: &mut SplitMix64) -> Order {
    let rank: Vec<u64> = layered.column.iter().map(|_| random.next_u64()).collect();
    let mut columns = order.columns.clone();
    for column in &mut columns {
        column.sort_by_key(|&vertex| {
            let host = layered.host[vertex as usize];
            (layered.lane[vertex as usize], rank[host as usize])
        });
    }
    Order::new(columns, layered.column.len())
}

/// Depth first along the links, so that what hangs together stands together.
fn first_order(graph: &Graph, layers: &Layers, layered: &Layered) -> Order {
    let nodes = graph.nodes().len();
    let mut linked = vec![Vec::new(); nodes];
    for (at, edge) in graph.edges().iter().enumerate() {
        linked[edge.from].push((edge.to, at));
        linked[edge.to].push((edge.from, at));
    }
    let mut starts: Vec<usize> = (0..nodes).collect();
    starts.sort_by_key(|&node| layers.column[node]);
    let mut rank = vec![u32::MAX; layered.column.len()];
    let mut next = 0;
    for start in starts {
        let mut front = vec![start];
        while let Some(node) = front.pop() {
            if rank[node] != u32::MAX {
                continue;
            }
            rank[node] = next;
            next += 1;
            for &(other, edge) in linked[node].iter().rev() {
                for point in layered.chains[edge].clone() {
                    rank[point as usize] = rank[point as usize].min(next);
                }
                if rank[other] == u32::MAX {
                    front.push(other);
                }
            }
        }
    }
    let mut columns = layered.members.clone();
    for column in &mut columns {
        // A turn has the key of its node and a larger number.
        column.sort_by_key(|&vertex| {
            let host = layered.host[vertex as usize];
            (layered.lane[vertex as usize], rank[host as usize], host)
        });
    }
    Order::new(columns, layered.column.len())
}

/// Heights of vertices in their lanes, comparable over columns: the lane, plus the
/// share of the lane's vertices in the column that stand above.
struct Heights {
    of: Vec<f32>,
    scratch: Vec<(u64, u32)>,
}

impl Heights {
    fn new(layered: &Layered, order: &Order) -> Self {
        let mut heights = Self { of: vec![0.0; layered.column.len()], scratch: Vec::new() };
        heights.renew(layered, order);
        heights
    }

    fn renew(&mut self, layered: &Layered, order: &Order) {
        order.columns.iter().for_each(|column| self.number(layered, column));
    }

    fn number(&mut self, layered: &Layered, column: &[u32]) {
        let lane = |vertex: &u32| layered.lane[*vertex as usize];
        for group in column.chunk_by(|a, b| lane(a) == lane(b)) {
            for (at, vertex) in group.iter().enumerate() {
                let share = (at as f32 + 0.5) / group.len() as f32;
                self.of[*vertex as usize] = lane(vertex) as f32 + share;
            }
        }
    }

    /// Sorts a column by the mean height of neighbours on one side; who has none stays
    /// at its height, and equal heights as they are.
    fn sort(&mut self, layered: &Layered, order: &mut Order, column: usize, forward: bool) {
        let mut scratch = std::mem::take(&mut self.scratch);
        scratch.clear();
        for &vertex in &order.columns[column] {
            let host = layered.host[vertex as usize];
            let side = if forward { layered.left.of(host) } else { layered.right.of(host) };
            let sum: f32 = side.iter().map(|&other| self.of[other as usize]).sum();
            let mean =
                if side.is_empty() { self.of[host as usize] } else { sum / side.len() as f32 };
            // The bits of numbers that are not negative are in their order.
            let key = u64::from(layered.lane[vertex as usize]) << 32 | u64::from(mean.to_bits());
            scratch.push((key, vertex));
        }
        scratch.sort_by_key(|(key, _)| *key);
        let own = &mut order.columns[column];
        own.clear();
        own.extend(scratch.iter().map(|(_, vertex)| *vertex));
        order.number(column);
        self.number(layered, &order.columns[column]);
        self.scratch = scratch;
    }
}
