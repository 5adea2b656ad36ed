//! What a drawing remembers, so that the next one can stay close to it.

use super::graph::{Columns, Graph};
use super::layered::Layered;
use super::layers::{BandColumns, Cell, Layers, Slot, band_of};
use super::stripes::Stripes;
use std::collections::HashMap;

/// A node as it was drawn.
#[derive(Debug, Clone, PartialEq)]
struct KnownNode {
    key: String,
    lane: usize,
    slot: Slot,
    cell: Option<Cell>,
    y: f32,
}

/// A lane as it was drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct KnownLane {
    key: String,
    pub top: f32,
    /// Where its shelf begins.
    pub shelf: f32,
    pub bottom: f32,
}

/// All of a drawing that the next one needs.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Memory {
    columns: Columns,
    nodes: Vec<KnownNode>,
    lanes: Vec<KnownLane>,
    bands: Vec<BandColumns>,
    /// `to` and `from` of each link, sorted; and its points.
    ends: Vec<(usize, usize)>,
    chains: Vec<std::ops::Range<u32>>,
    points: Vec<(Slot, f32)>,
    /// Width of the gap right of each column.
    gaps: Vec<(Slot, f32)>,
}

/// A calm drawing is worth the trouble if at least so large a share of the nodes
/// stays in its lane and band.
const LEAST_KEPT: f64 = 0.7;

impl Memory {
    pub fn new(
        graph: &Graph,
        layers: &Layers,
        layered: &Layered,
        stripes: &Stripes,
        y: &[f32],
        gaps: &[f32],
    ) -> Self {
        let slots = layers.slots();
        let node = |(at, node): (usize, &super::graph::Node)| KnownNode {
            key: node.key.clone(),
            lane: node.lane,
            slot: layers.slot[at],
            cell: layers.cell[at],
            y: y[at],
        };
        let lane = |(lane, stripe): (&super::graph::Lane, &super::stripes::Extent)| KnownLane {
            key: lane.key.clone(),
            top: stripe.top,
            shelf: stripe.shelf,
            bottom: stripe.bottom,
        };
        let first = layered.nodes as u32;
        let point = |at: usize| (slots[layered.column[at] as usize], y[at]);
        Self {
            columns: graph.columns(),
            nodes: graph.nodes().iter().enumerate().map(node).collect(),
            lanes: graph.lanes().iter().zip(&stripes.lanes).map(lane).collect(),
            bands: layers.bands.clone(),
            ends: graph.edges().iter().map(|edge| (edge.to, edge.from)).collect(),
            chains: layered
                .chains
                .iter()
                .map(|chain| chain.start - first..chain.end - first)
                .collect(),
            points: (layered.nodes..y.len()).map(point).collect(),
            gaps: slots.into_iter().zip(gaps.iter().copied()).collect(),
        }
    }
}

/// The previous drawing, asked by the numbers of the new graph.
pub(super) struct Recall<'a> {
    memory: &'a Memory,
    /// By node of the new graph: the node that it was.
    node: Vec<Option<usize>>,
    /// By node of the new graph: true if lane and band are what they were.
    kept: Vec<bool>,
    /// By lane of the new graph: the lane that it was.
    lane: Vec<Option<usize>>,
}

impl<'a> Recall<'a> {
    /// None if too little is as it was. O(nodes).
    pub fn new(graph: &Graph, memory: &'a Memory) -> Option<Self> {
        if memory.columns != graph.columns() {
            return None;
        }
        let index: HashMap<&str, usize> =
            memory.lanes.iter().enumerate().map(|(at, lane)| (lane.key.as_str(), at)).collect();
        let lane: Vec<Option<usize>> =
            graph.lanes().iter().map(|lane| index.get(lane.key.as_str()).copied()).collect();
        let node = same_nodes(graph, memory);
        let stays = |(at, was): (usize, &Option<usize>)| {
            was.is_some_and(|was| {
                let known = &memory.nodes[was];
                lane[graph.nodes()[at].lane] == Some(known.lane)
                    && known.slot.band == band_of(graph, at)
            })
        };
        let kept: Vec<bool> = node.iter().enumerate().map(stays).collect();
        let count = kept.iter().filter(|kept| **kept).count() as f64;
        let all = kept.len().max(memory.nodes.len()) as f64;
        (count >= LEAST_KEPT * all && count > 0.0).then_some(Self { memory, node, kept, lane })
    }

    /// Where a node stood, if it stays in its band and lane.
    pub fn slot(&self, node: usize) -> Option<Slot> {
        self.kept(node).filter(|known| known.cell.is_none()).map(|known| known.slot)
    }

    /// The cell of a node on the shelf of its lane.
    pub fn cell(&self, node: usize) -> Option<Cell> {
        self.kept(node)?.cell
    }

    /// The height at which a linked node stood in the same column.
    pub fn y(&self, node: usize, slot: Slot) -> Option<f32> {
        let known = self.kept(node).filter(|known| known.cell.is_none() && known.slot == slot)?;
        Some(known.y)
    }

    /// The points that the link between two nodes had: where, and at which height.
    /// None if it is new, or its end is in another lane.
    pub fn points(&self, from: usize, to: usize) -> &'a [(Slot, f32)] {
        let found = || {
            let was = (self.node[to].filter(|_| self.kept[to])?, self.node[from]?);
            let at = self.memory.ends.binary_search(&was).ok()?;
            let chain = self.memory.chains.get(at)?;
            self.memory.points.get(chain.start as usize..chain.end as usize)
        };
        found().unwrap_or_default()
    }

    /// How many columns a band had.
    pub fn band_columns(&self, band: u32) -> Option<u32> {
        let bands = &self.memory.bands;
        let at = bands.binary_search_by_key(&band, |band| band.key).ok()?;
        Some(bands[at].count as u32)
    }

    /// How wide the gap right of a column was.
    pub fn gap(&self, slot: Slot) -> Option<f32> {
        let at = self.memory.gaps.binary_search_by_key(&slot, |(slot, _)| *slot).ok()?;
        Some(self.memory.gaps[at].1)
    }

    /// Where a lane was.
    pub fn lane(&self, lane: usize) -> Option<&'a KnownLane> {
        self.lane[lane].map(|lane| &self.memory.lanes[lane])
    }

    /// The upper edge of the whole drawing.
    pub fn top(&self) -> f32 {
        self.memory.lanes.first().map_or(0.0, |lane| lane.top)
    }

    /// The height of the whole drawing.
    pub fn height(&self) -> f32 {
        self.memory.lanes.last().map_or(0.0, |lane| lane.bottom) - self.top()
    }

    fn kept(&self, node: usize) -> Option<&'a KnownNode> {
        self.node[node].filter(|_| self.kept[node]).map(|was| &self.memory.nodes[was])
    }
}

/// Nodes by their keys. A new key at the place in the list of one that is gone is the
/// same node with another name.
fn same_nodes(graph: &Graph, memory: &Memory) -> Vec<Option<usize>> {
    let index: HashMap<&str, usize> =
        memory.nodes.iter().enumerate().map(|(at, node)| (node.key.as_str(), at)).collect();
    let mut node: Vec<Option<usize>> =
        graph.nodes().iter().map(|node| index.get(node.key.as_str()).copied()).collect();
    if node.len() == memory.nodes.len() {
        let mut gone = vec![true; node.len()];
        node.iter().flatten().for_each(|&was| gone[was] = false);
        for (at, was) in node.iter_mut().enumerate() {
            *was = was.or(gone[at].then_some(at));
        }
    }
    node
}
