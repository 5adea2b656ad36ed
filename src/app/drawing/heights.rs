//! The height of each vertex: lines as straight as the order and the lanes allow.
//!
//! The sum of the squared slopes, with more weight on the long links (Gansner,
//! Koutsofios, North and Vo 1993), is lowered column by column. One column in one lane
//! is an isotonic regression with bounds, which pooling adjacent violators solves
//! exactly (Ayer et al. 1955); cutting off at the bounds keeps it optimal.

use super::crossings::Order;
use super::layered::Layered;
use super::stripes::{Stripes, distance, half};

/// Sweeps that look to one side, to find the shape, and to both sides, to smooth it.
const ONE_SIDED: usize = 6;
const TWO_SIDED: usize = 14;
/// Weight of a piece between two nodes, a node and a point, two points.
const WEIGHTS: [f32; 3] = [1.0, 2.0, 8.0];
/// Weight of a vertex that nothing draws.
const IDLE: f32 = 0.1;
/// How much more what was there weighs than what is new.
const KEPT: f32 = 4.0;

/// Heights from nothing. O(sweeps × pieces).
pub(super) fn heights_anew(layered: &Layered, order: &Order, stripes: &Stripes) -> Vec<f32> {
    let mut settler = Settler::new(layered, order, stripes);
    settler.spread();
    for sweep in 0..ONE_SIDED + TWO_SIDED {
        let forward = sweep % 2 == 0;
        let sides = if sweep >= ONE_SIDED { [true; 2] } else { [forward, !forward] };
        for step in 0..layered.columns {
            let column = if forward { step } else { layered.columns - 1 - step };
            settler.settle(column, |layered, y, vertex| drawn(layered, y, vertex, sides));
        }
    }
    settler.y
}

/// Heights close to those wanted; `known` tells for which vertices they are those of the
/// previous drawing. O(pieces).
pub(super) fn heights_near(
    layered: &Layered,
    order: &Order,
    stripes: &Stripes,
    wanted: &[Option<f32>],
    known: &[bool],
) -> Vec<f32> {
    let mut settler = Settler::new(layered, order, stripes);
    settler.spread();
    let shift = |vertex: usize| stripes.lanes[layered.lane[vertex] as usize].shift;
    for (vertex, height) in wanted.iter().enumerate() {
        if let Some(height) = height {
            settler.y[vertex] = height + shift(vertex);
        }
    }
    // What is new goes to the middle of its neighbours, to and fro along its links.
    for forward in [true, false, true] {
        for step in 0..layered.columns {
            let column = if forward { step } else { layered.columns - 1 - step };
            for &vertex in &order.columns[column] {
                if !known[vertex as usize] {
                    settler.y[vertex as usize] = drawn(layered, &settler.y, vertex, [true; 2]).0;
                }
            }
        }
    }
    for column in 0..layered.columns {
        settler.settle(column, |_, y, vertex| {
            let weight = if known[vertex as usize] { KEPT } else { 1.0 };
            (y[vertex as usize], weight)
        });
    }
    settler.y
}

/// Where the neighbours on the chosen sides (left, right) draw a vertex, and how strongly.
fn drawn(layered: &Layered, y: &[f32], vertex: u32, sides: [bool; 2]) -> (f32, f32) {
    let (mut sum, mut weights) = (0.0, 0.0);
    let all = [layered.left.of(vertex), layered.right.of(vertex)];
    for others in all.into_iter().zip(sides).filter(|(_, counts)| *counts).map(|(side, _)| side) {
        for &other in others {
            let points = [vertex, other].iter().filter(|end| !layered.is_node(**end)).count();
            let weight = WEIGHTS[points];
            sum += weight * y[other as usize];
            weights += weight;
        }
    }
    let host = layered.host[vertex as usize];
    if host != vertex {
        // A turn stays by its node.
        sum += WEIGHTS[1] * y[host as usize];
        weights += WEIGHTS[1];
    }
    if weights > 0.0 { (sum / weights, weights) } else { (y[vertex as usize], IDLE) }
}

/// Puts the vertices of one column in one lane at heights that keep their distances.
struct Settler<'a> {
    layered: &'a Layered,
    order: &'a Order,
    stripes: &'a Stripes,
    y: Vec<f32>,
    /// Distance from the first vertex of its column and lane, if all stand close.
    offset: Vec<f32>,
    pools: Vec<Pool>,
}

/// Vertices that touch.
struct Pool {
    weight: f64,
    sum: f64,
    end: usize,
}

impl Pool {
    fn mean(&self) -> f64 {
        self.sum / self.weight
    }
}

impl<'a> Settler<'a> {
    fn new(layered: &'a Layered, order: &'a Order, stripes: &'a Stripes) -> Self {
        let mut offset = vec![0.0; layered.column.len()];
        for column in &order.columns {
            for two in column.windows(2) {
                let [above, below] = [two[0], two[1]];
                if layered.lane[above as usize] == layered.lane[below as usize] {
                    let apart = distance(layered, above, below);
                    offset[below as usize] = offset[above as usize] + apart;
                }
            }
        }
        let y = vec![0.0; layered.column.len()];
        Self { layered, order, stripes, y, offset, pools: Vec::new() }
    }

    /// Spreads each column evenly over its lanes.
    fn spread(&mut self) {
        let Self { layered, order, stripes, y, .. } = self;
        let lane = |vertex: &u32| layered.lane[*vertex as usize];
        for column in &order.columns {
            for group in column.chunk_by(|a, b| lane(a) == lane(b)) {
                let (top, bottom) = stripes.lanes[lane(&group[0]) as usize].content();
                for (at, &vertex) in group.iter().enumerate() {
                    let share = (at as f32 + 0.5) / group.len() as f32;
                    y[vertex as usize] = top + share * (bottom - top);
                }
            }
        }
    }

    /// Settles a column; `want` gives where each vertex should be and how strongly.
    fn settle(&mut self, column: usize, want: impl Fn(&Layered, &[f32], u32) -> (f32, f32)) {
        let Self { layered, order, stripes, y, offset, pools } = self;
        let lane = |vertex: &u32| layered.lane[*vertex as usize];
        for group in order.columns[column].chunk_by(|a, b| lane(a) == lane(b)) {
            pools.clear();
            for (at, &vertex) in group.iter().enumerate() {
                let (target, weight) = want(layered, y, vertex);
                let target = f64::from(target - offset[vertex as usize]);
                let weight = f64::from(weight);
                let mut pool = Pool { weight, sum: weight * target, end: at + 1 };
                while let Some(above) = pools.last().filter(|above| above.mean() > pool.mean()) {
                    pool.weight += above.weight;
                    pool.sum += above.sum;
                    pools.pop();
                }
                pools.push(pool);
            }
            let (first, last) = (group[0], group[group.len() - 1]);
            let (top, bottom) = stripes.lanes[lane(&first) as usize].content();
            let lowest = top + half(layered, first);
            let highest = bottom - half(layered, last) - offset[last as usize];
            let mut begin = 0;
            for pool in pools.iter() {
                let at = (pool.mean() as f32).min(highest).max(lowest);
                for &vertex in &group[begin..pool.end] {
                    y[vertex as usize] = at + offset[vertex as usize];
                }
                begin = pool.end;
            }
        }
    }
}
