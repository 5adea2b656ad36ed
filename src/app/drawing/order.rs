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
use super::switch::{Ends, switch_pass};

/// Sweeps at most, and how many in a row may bring nothing.
const SWEEPS: usize = 24;
const IDLE_SWEEPS: usize = 6;
/// Passes of changed places after each sweep, and at the end.
const PASSES: usize = 3;
const LAST_PASSES: usize = 30;

/// An order from nothing. O(sweeps × pieces log pieces).
pub(super) fn order_anew(graph: &Graph, layers: &Layers, layered: &Layered) -> Order {
    let mut order = first_order(graph, layers, layered);
    let mut ends = Ends::default();
    let mut heights = Heights::new(layered, &order);
    let mut best = (crossings(layered, &order), order.clone());
    let mut idle = 0;
    for sweep in 0..SWEEPS {
        for step in 0..layered.columns {
            let forward = sweep % 2 == 0;
            let column = if forward { step } else { layered.columns - 1 - step };
            heights.sort(layered, &mut order, column, forward);
        }
        for _ in 0..PASSES {
            if switch_pass(layered, &mut order, &mut ends, &|_, _| true) == 0 {
                break;
            }
        }
        heights.renew(layered, &order);
        let count = crossings(layered, &order);
        idle = if count < best.0 { 0 } else { idle + 1 };
        if count < best.0 {
            best = (count, order.clone());
        }
        if idle > IDLE_SWEEPS || best.0 == 0 {
            break;
        }
    }
    let mut order = best.1;
    for _ in 0..LAST_PASSES {
        if switch_pass(layered, &mut order, &mut ends, &|_, _| true) == 0 {
            break;
        }
    }
    order
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
