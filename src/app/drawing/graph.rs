//! What is drawn: nodes in lanes and bands, and the links between them.

use std::collections::HashMap;

/// What a link means. The stronger one is the larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// A preferred order.
    Soft,
    /// One of several alternatives.
    AnyOf,
    /// A prerequisite.
    Hard,
}

impl EdgeKind {
    /// True if the link says what stands left of what; a preferred order does not.
    pub fn binds(self) -> bool {
        self != Self::Soft
    }
}

/// A link between two nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edge {
    /// What is needed, by node number.
    pub from: usize,
    /// What needs it, by node number.
    pub to: usize,
    /// What the link means.
    pub kind: EdgeKind,
}

/// One box: an item, or a folded lane.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Node {
    /// Its name across edits: the item's id, or `fold:` and the lane's key.
    pub key: String,
    /// The items that it stands for, by position; one, unless it is a folded lane.
    pub members: Vec<usize>,
    /// True if it stands for a folded lane.
    pub folded: bool,
    /// The lane, by position in the graph's lanes.
    pub lane: usize,
    /// Start phase from 1; none is not planned. Of a folded lane the first.
    pub phase: Option<u32>,
    /// Phases of work; of a folded lane the longest.
    pub duration: u32,
}

/// A horizontal stripe of nodes that belong together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lane {
    /// Id of the agency, goal or phase, or the kind; empty for what has none.
    pub key: String,
    /// The items in it, by position, whether folded or not.
    pub items: Vec<usize>,
    /// True if one node stands for all of them.
    pub folded: bool,
}

/// What the columns mean.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Columns {
    /// The longest chain of links before a node.
    #[default]
    Depth,
    /// The phase in which it starts, in sub-columns by the links inside a phase.
    Phase,
}

/// A graph that can be drawn: every link has its two nodes, no two links have the
/// same ends, and every node has its lane.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    lanes: Vec<Lane>,
    columns: Columns,
    phases: u32,
    node_of: HashMap<usize, usize>,
}

/// Which way to follow the links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To what must exist before.
    Before,
    /// To what is unlocked.
    After,
}

impl Graph {
    /// A graph of these parts. Links to themselves or to nowhere are left out; of
    /// several links with the same ends the strongest stays. A lane number beyond
    /// the lanes becomes the last lane. `phases` have a band each even where
    /// nothing starts. O(nodes + edges log edges).
    pub fn new(
        mut nodes: Vec<Node>,
        mut edges: Vec<Edge>,
        mut lanes: Vec<Lane>,
        columns: Columns,
        phases: u32,
    ) -> Self {
        if lanes.is_empty() {
            lanes.push(Lane::default());
        }
        let last = lanes.len() - 1;
        nodes.iter_mut().for_each(|node| node.lane = node.lane.min(last));
        let known = |edge: &Edge| edge.from.max(edge.to) < nodes.len() && edge.from != edge.to;
        edges.retain(known);
        edges.sort_unstable_by_key(|edge| (edge.to, edge.from, std::cmp::Reverse(edge.kind)));
        edges.dedup_by_key(|edge| (edge.to, edge.from));
        let members = |(at, node): (usize, &Node)| {
            node.members.iter().map(move |&item| (item, at)).collect::<Vec<_>>()
        };
        let node_of = nodes.iter().enumerate().flat_map(members).collect();
        Self { nodes, edges, lanes, columns, phases, node_of }
    }

    /// The boxes.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The links, by dependant and then by what it needs.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The lanes from the top.
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// What the columns mean.
    pub fn columns(&self) -> Columns {
        self.columns
    }

    /// How many phases have a band in any case.
    pub fn phases(&self) -> u32 {
        self.phases
    }

    /// The node that stands for an item.
    pub fn node_of(&self, item: usize) -> Option<usize> {
        self.node_of.get(&item).copied()
    }

    /// By node: whether `node` needs it, directly or not, or is needed by it. The
    /// node itself does not count.
    ///
    /// Without `alternatives` only what cannot be done without counts, not what is
    /// one of several. O(nodes + edges).
    pub fn reach(&self, node: usize, direction: Direction, alternatives: bool) -> Vec<bool> {
        let counts = |kind| match kind {
            EdgeKind::Hard => true,
            EdgeKind::AnyOf => alternatives,
            EdgeKind::Soft => false,
        };
        let mut next = vec![Vec::new(); self.nodes.len()];
        for edge in self.edges.iter().filter(|edge| counts(edge.kind)) {
            match direction {
                Direction::Before => next[edge.to].push(edge.from),
                Direction::After => next[edge.from].push(edge.to),
            }
        }
        let mut reached = vec![false; self.nodes.len()];
        let mut front = vec![node];
        while let Some(at) = front.pop() {
            for &other in next.get(at).into_iter().flatten() {
                if other != node && !std::mem::replace(&mut reached[other], true) {
                    front.push(other);
                }
            }
        }
        reached
    }
}
