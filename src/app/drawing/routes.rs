//! The way of each link, from the right side of one node to the left side of the other.

use super::graph::{Edge, EdgeKind, Graph};
use super::layered::Layered;
use super::layers::Layers;

/// A link as a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// What is needed, by node number.
    pub from: usize,
    /// What needs it, by node number.
    pub to: usize,
    /// What the link means.
    pub kind: EdgeKind,
    /// True if the two need each other, directly or not.
    pub on_cycle: bool,
    /// True if a longer chain of prerequisites says the same.
    pub transitive: bool,
    /// From the middle of the right side of `from` over all bends to the middle of the
    /// left side of `to`. It slants between columns only, and beside nodes runs level.
    pub points: Vec<(f32, f32)>,
}

/// How far beyond the side of a node a line turns, in widths of a node.
const TURN: f32 = 0.12;

/// Routes of all links, in the order of the graph's. `x` is the middle of each column,
/// `y` of each vertex. O(edges + points).
pub(super) fn routes(
    graph: &Graph,
    layers: &Layers,
    layered: &Layered,
    transitive: &[bool],
    x: &[f32],
    y: &[f32],
) -> Vec<Route> {
    let route = |(at, edge): (usize, &Edge)| Route {
        from: edge.from,
        to: edge.to,
        kind: edge.kind,
        on_cycle: layers.on_cycle[at],
        transitive: transitive[at],
        points: points(edge, layers, layered, at, x, y),
    };
    graph.edges().iter().enumerate().map(route).collect()
}

fn points(
    edge: &Edge,
    layers: &Layers,
    layered: &Layered,
    at: usize,
    x: &[f32],
    y: &[f32],
) -> Vec<(f32, f32)> {
    let (from, to) = (layers.column[edge.from], layers.column[edge.to]);
    let (begin, end) = ((x[from] + 0.5, y[edge.from]), (x[to] - 0.5, y[edge.to]));
    let forward = from < to;
    let chain = layered.chains[at].clone();
    let mut points = vec![begin];
    for vertex in chain.clone().map(|vertex| vertex as usize) {
        let column = x[layered.column[vertex] as usize];
        let (mut left, mut right) = ((column - 0.5, y[vertex]), (column + 0.5, y[vertex]));
        if !forward && vertex == chain.start as usize {
            right.0 += TURN;
            points.push((right.0, begin.1));
        }
        if !forward && vertex + 1 == chain.end as usize {
            left.0 -= TURN;
        }
        points.extend(if forward { [left, right] } else { [right, left] });
    }
    if !forward {
        // Without points on the way it is a line back, with its turns.
        if chain.is_empty() {
            points.push((begin.0 + TURN, begin.1));
        }
        points.push((end.0 - TURN, end.1));
    }
    points.push(end);
    level(points)
}

/// Leaves out the middle one of three points at the same height, one after the other.
fn level(points: Vec<(f32, f32)>) -> Vec<(f32, f32)> {
    let mut bends: Vec<(f32, f32)> = Vec::with_capacity(points.len());
    for point in points {
        if let [.., before, last] = bends[..]
            && before.1 == last.1
            && last.1 == point.1
            && (last.0 - before.0) * (point.0 - last.0) >= 0.0
        {
            bends.pop();
        }
        bends.push(point);
    }
    bends
}
