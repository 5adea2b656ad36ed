//! The graph in columns, with a point in every column that a link passes.
//!
//! Vertices are the nodes, then the points of each link in the order of the way. A link
//! that goes back, or stays in its column, gets a *turn* beside each end: a point in the
//! column of the end through which the line comes round.

use super::graph::Graph;
use super::layers::Layers;
use std::ops::Range;

/// Most points on links. Only a tangle of thousands of columns reaches it; then the
/// longest links go straight, across whatever is there.
const MOST_POINTS: usize = 400_000;

/// Neighbours of all vertices on one side.
#[derive(Debug, Clone, Default)]
pub(super) struct Adjacency {
    start: Vec<u32>,
    to: Vec<u32>,
}

impl Adjacency {
    fn new(count: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut start = vec![0_u32; count + 1];
        pairs.clone().for_each(|(of, _)| start[of as usize + 1] += 1);
        for at in 0..count {
            start[at + 1] += start[at];
        }
        let mut next = start.clone();
        let mut to = vec![0; start[count] as usize];
        for (of, other) in pairs {
            let place = &mut next[of as usize];
            to[*place as usize] = other;
            *place += 1;
        }
        Self { start, to }
    }

    /// The neighbours of a vertex.
    #[inline]
    pub fn of(&self, vertex: u32) -> &[u32] {
        let at = vertex as usize;
        &self.to[self.start[at] as usize..self.start[at + 1] as usize]
    }
}

/// Vertices in columns and the pieces of links between columns side by side.
#[derive(Debug, Clone, Default)]
pub(super) struct Layered {
    /// How many vertices are nodes; the others are points of links.
    pub nodes: usize,
    /// Columns in all.
    pub columns: usize,
    /// By vertex.
    pub column: Vec<u32>,
    /// By vertex. A point belongs to the lane of what needs; a turn to its end's.
    pub lane: Vec<u32>,
    /// By vertex: of a turn the node under which it stands, else the vertex itself.
    pub host: Vec<u32>,
    /// By node: true if a turn stands under it.
    turned: Vec<bool>,
    /// By edge, its points from `from` to `to`.
    pub chains: Vec<Range<u32>>,
    /// Neighbours one column to the left.
    pub left: Adjacency,
    /// Neighbours one column to the right.
    pub right: Adjacency,
    /// Vertices of each column: linked nodes, then points.
    pub members: Vec<Vec<u32>>,
}

impl Layered {
    /// Lays points on all links. O(nodes + edges + points).
    pub fn new(graph: &Graph, layers: &Layers) -> Self {
        let nodes = graph.nodes().len();
        let mut layered = Self {
            nodes,
            columns: layers.columns,
            column: layers.column.iter().map(|column| *column as u32).collect(),
            lane: graph.nodes().iter().map(|node| node.lane as u32).collect(),
            host: (0..nodes as u32).collect(),
            turned: vec![false; nodes],
            members: vec![Vec::new(); layers.columns],
            ..Self::default()
        };
        let longest = longest_with_points(graph, &layers.column);
        let (mut pieces, mut steps) = (Vec::new(), Vec::new());
        for edge in graph.edges() {
            let first = layered.column.len() as u32;
            let (from, to) = (layers.column[edge.from], layers.column[edge.to]);
            if from.abs_diff(to) <= longest {
                layered.lay_points(edge.from, edge.to);
            }
            let last = layered.column.len() as u32;
            layered.chains.push(first..last);
            steps.clear();
            if from < to && from.abs_diff(to) <= longest {
                steps.push(edge.from as u32);
                steps.extend(first..last);
                steps.push(edge.to as u32);
            } else {
                // Turns stand in the columns of the ends, which they meet in the gap.
                steps.extend((first..last).rev());
            }
            pieces.extend(steps.windows(2).map(|two| (two[0], two[1])));
        }
        let count = layered.column.len();
        layered.left = Adjacency::new(count, pieces.iter().map(|&(left, right)| (right, left)));
        layered.right = Adjacency::new(count, pieces.iter().copied());
        for vertex in 0..count {
            if vertex >= nodes || layers.cell[vertex].is_none() {
                layered.members[layered.column[vertex] as usize].push(vertex as u32);
            }
        }
        layered
    }

    fn lay_points(&mut self, from: usize, to: usize) {
        let (first, last) = (self.column[from], self.column[to]);
        if first < last {
            (first + 1..last).for_each(|column| self.lay_point(column, to, None));
        } else {
            self.lay_point(first, from, Some(from));
            (last + 1..first).rev().for_each(|column| self.lay_point(column, to, None));
            if last < first {
                self.lay_point(last, to, Some(to));
            }
        }
    }

    fn lay_point(&mut self, column: u32, lane_of: usize, host: Option<usize>) {
        let own = self.column.len() as u32;
        self.column.push(column);
        self.lane.push(self.lane[lane_of]);
        self.host.push(host.map_or(own, |host| host as u32));
        if let Some(host) = host {
            self.turned[host] = true;
        }
    }

    /// True if turns stand under a vertex.
    pub fn is_host(&self, vertex: u32) -> bool {
        self.turned.get(vertex as usize) == Some(&true)
    }

    /// True if a vertex is a node, false for a point of a link.
    pub fn is_node(&self, vertex: u32) -> bool {
        (vertex as usize) < self.nodes
    }
}

/// The longest link, in columns, for which all that are not longer stay within the
/// number of points.
fn longest_with_points(graph: &Graph, column: &[usize]) -> usize {
    let span = |from: usize, to: usize| column[from].abs_diff(column[to]);
    let mut spans: Vec<usize> = graph.edges().iter().map(|edge| span(edge.from, edge.to)).collect();
    if spans.iter().sum::<usize>() <= MOST_POINTS {
        return usize::MAX;
    }
    spans.sort_unstable();
    let (mut sum, mut longest) = (0, 1);
    for &span in &spans {
        sum += span;
        if sum > MOST_POINTS {
            break;
        }
        longest = longest.max(span);
    }
    // Of links just as long as the first one too many, none has points.
    if spans.iter().filter(|span| **span <= longest).sum::<usize>() > MOST_POINTS {
        longest -= 1;
    }
    longest.max(1)
}
