//! How high the lanes are, and where.

use super::crossings::Order;
use super::graph::Graph;
use super::layered::Layered;
use super::layers::Layers;
use super::memory::Recall;

/// Least distance between two nodes of a column, and from a line to what is beside it,
/// in heights of a node.
const NODE_GAP: f32 = 0.35;
const LINE_GAP: f32 = 0.3;
/// Free space at the upper and the lower edge of a lane.
const PADDING: f32 = 0.3;
/// From one row of a shelf to the next.
const ROW: f32 = 1.0 + NODE_GAP;
/// How much higher a lane is than what stands in its fullest column, so that lines in
/// there can run straight.
const LOOSENESS: f32 = 1.06;
/// Parts of the growth of all lanes that may go upwards.
const PARTS: u8 = 8;

/// Where a lane is, in heights of a node.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Extent {
    pub top: f32,
    /// Where its shelf begins, below what is linked.
    pub shelf: f32,
    pub bottom: f32,
    /// How what was in it before moves.
    pub shift: f32,
}

impl Extent {
    /// Between which heights what is linked may reach.
    pub fn content(&self) -> (f32, f32) {
        (self.top + PADDING, self.shelf)
    }

    /// The middle of a row of the shelf.
    pub fn row(&self, row: u32) -> f32 {
        self.shelf + (row as f32 + 0.5) * ROW
    }
}

/// All lanes, from the top.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Stripes {
    pub lanes: Vec<Extent>,
}

/// Half the height of a vertex.
pub(super) fn half(layered: &Layered, vertex: u32) -> f32 {
    if layered.is_node(vertex) { 0.5 } else { 0.0 }
}

/// Least distance between the middles of two vertices, one above the other.
pub(super) fn distance(layered: &Layered, above: u32, below: u32) -> f32 {
    let both = layered.is_node(above) && layered.is_node(below);
    let gap = if both { NODE_GAP } else { LINE_GAP };
    half(layered, above) + half(layered, below) + gap
}

/// Lanes high enough for what stands in them; with a previous drawing no lower than
/// they were, and as near to where they were as can be. O(vertices).
pub(super) fn stripes(
    graph: &Graph,
    layers: &Layers,
    layered: &Layered,
    order: &Order,
    recall: Option<&Recall<'_>>,
) -> Stripes {
    let mut content = vec![0.0_f32; graph.lanes().len()];
    let lane = |vertex: &u32| layered.lane[*vertex as usize] as usize;
    for column in &order.columns {
        for group in column.chunk_by(|a, b| lane(a) == lane(b)) {
            let between: f32 = group.windows(2).map(|two| distance(layered, two[0], two[1])).sum();
            let ends = [group.first(), group.last()].into_iter().flatten();
            let high = between + ends.map(|&end| half(layered, end)).sum::<f32>();
            let of = &mut content[lane(&group[0])];
            // Half a gap at each end keeps clear of the shelf.
            *of = of.max(high + NODE_GAP);
        }
    }
    let mut shelf = vec![0.0_f32; graph.lanes().len()];
    for (node, cell) in layers.cell.iter().enumerate() {
        if let Some(cell) = cell {
            let of = &mut shelf[graph.nodes()[node].lane];
            *of = of.max((cell.row + 1) as f32 * ROW);
        }
    }
    let before = |lane: usize| recall.and_then(|recall| recall.lane(lane));
    let mut heights = Vec::new();
    for lane in 0..content.len() {
        let known = before(lane);
        let was = known.map(|was| was.shelf - was.top - PADDING);
        let own = was.map_or(content[lane] * LOOSENESS, |was| was.max(content[lane]));
        let own_shelf = known.map_or(0.0, |was| was.bottom - was.shelf - PADDING).max(shelf[lane]);
        heights.push((own, own + own_shelf + 2.0 * PADDING));
    }
    let mut top = recall.map_or(0.0, |recall| quietest_top(graph, &heights, recall));
    let mut lanes = Vec::new();
    for (lane, (own, height)) in heights.into_iter().enumerate() {
        let shelf = top + PADDING + own;
        let mut extent = Extent { top, shelf, bottom: top + height, shift: 0.0 };
        if let Some(was) = before(lane) {
            let (up, down) = (extent.top - was.top, extent.shelf - was.shelf);
            extent.shift = 0.0_f32.clamp(up.min(down), up.max(down));
        }
        top = extent.bottom;
        lanes.push(extent);
    }
    Stripes { lanes }
}

/// The upper edge with which the fewest nodes move by more than their height: what has
/// grown makes room above and below. Of equals the one that shares it most evenly.
fn quietest_top(graph: &Graph, heights: &[(f32, f32)], recall: &Recall<'_>) -> f32 {
    let mut nodes = vec![0_usize; heights.len()];
    graph.nodes().iter().for_each(|node| nodes[node.lane] += 1);
    let all: f32 = heights.iter().map(|(_, height)| height).sum();
    let grown = all - recall.height();
    let moved = |top: f32| {
        let mut edge = top;
        let mut moved = 0;
        for (lane, (_, height)) in heights.iter().enumerate() {
            if recall.lane(lane).is_some_and(|was| (edge - was.top).abs() > 1.0) {
                moved += nodes[lane];
            }
            edge += height;
        }
        moved
    };
    let tops = (0..=PARTS).map(|part| {
        let share = f32::from(part) / f32::from(PARTS);
        (recall.top() - share * grown, part.abs_diff(PARTS / 2))
    });
    let best = tops.min_by_key(|(top, uneven)| (moved(*top), *uneven));
    best.map_or(0.0, |(top, _)| top)
}
