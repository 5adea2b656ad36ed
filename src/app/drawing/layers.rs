//! Which column each node stands in.
//!
//! Columns are grouped in bands: one for each phase, or a single one. Inside a band a
//! node stands right of all that it needs (longest paths; what needs each other stands
//! together). Nodes without any link stand on the *shelf* of their lane, a block of
//! rows below the linked ones that is as wide as the band.

use super::graph::{Columns, Graph};
use super::memory::Recall;
use crate::sequencing::components;
use std::collections::BTreeMap;

/// A column's name that outlives edits: its band, and its place in the band.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Slot {
    /// The phase; [`UNPLANNED`] comes last.
    pub band: u32,
    pub place: u32,
}

/// The band of what is not planned.
pub(super) const UNPLANNED: u32 = u32::MAX;

/// Columns that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BandColumns {
    pub key: u32,
    pub first: usize,
    pub count: usize,
}

/// A place on a lane's shelf.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell {
    pub row: u32,
    pub place: u32,
}

/// Where nodes stand from left to right.
#[derive(Debug, Clone, Default)]
pub(super) struct Layers {
    pub bands: Vec<BandColumns>,
    /// By node.
    pub slot: Vec<Slot>,
    /// By node.
    pub column: Vec<usize>,
    /// By node; none is linked to others.
    pub cell: Vec<Option<Cell>>,
    /// True for links between nodes that need each other; by edge.
    pub on_cycle: Vec<bool>,
    pub columns: usize,
}

/// How much higher than wide a block of nodes without links is, counted in nodes: on
/// screen a node is some five times as wide as high.
const SHELF_SHAPE: f64 = 3.1;

/// With a previous drawing, nodes go to their exact column if no more than one in so
/// many moves for it; else only those move that must.
const MOVES_ONE_IN: usize = 30;

/// The band in which a node stands.
pub(super) fn band_of(graph: &Graph, node: usize) -> u32 {
    match graph.columns() {
        Columns::Depth => 0,
        Columns::Phase => graph.nodes()[node].phase.unwrap_or(UNPLANNED),
    }
}

/// Columns for all nodes. O(nodes + edges).
pub(super) fn layers(graph: &Graph, recall: Option<&Recall<'_>>) -> Layers {
    let nodes = graph.nodes();
    let band: Vec<u32> = (0..nodes.len()).map(|node| band_of(graph, node)).collect();
    let mut linked = vec![false; nodes.len()];
    for edge in graph.edges() {
        linked[edge.from] = true;
        linked[edge.to] = true;
    }
    let place = places(graph, &band, &linked, recall);
    let mut counts: BTreeMap<u32, u32> = match graph.columns() {
        Columns::Depth => BTreeMap::new(),
        Columns::Phase => (1..=graph.phases()).map(|phase| (phase, 1)).collect(),
    };
    for node in 0..nodes.len() {
        let count = counts.entry(band[node]).or_insert(1);
        *count = (*count).max(place[node] + 1);
    }
    let shelves = Shelves::new(graph, &band, &linked);
    for (key, count) in &mut counts {
        let before = recall.and_then(|recall| recall.band_columns(*key)).unwrap_or(0);
        // A band keeps its columns, so that what is right of it stays.
        *count = (*count).max(shelves.width(*key)).max(before);
    }
    let cell = shelves.fill(&counts, recall);
    let slot: Vec<Slot> = (0..nodes.len())
        .map(|node| Slot {
            band: band[node],
            place: cell[node].map_or(place[node], |cell| cell.place),
        })
        .collect();
    if let Some(mut last) = counts.last_entry() {
        // Right of the last band nothing moves.
        let own = slot.iter().filter(|slot| slot.band == *last.key());
        let count = own.map(|slot| slot.place + 1).max().unwrap_or(1);
        last.insert(count);
    }
    let (mut bands, mut first) = (Vec::new(), 0);
    for (key, count) in counts {
        bands.push(BandColumns { key, first, count: count as usize });
        first += count as usize;
    }
    let mut layers = Layers { bands, slot, cell, columns: first, ..Layers::default() };
    layers.column = layers.slot.iter().map(|slot| layers.column_of(*slot).unwrap_or(0)).collect();
    layers.on_cycle = cycles(graph);
    layers
}

impl Layers {
    /// The column of a slot. O(log bands).
    pub fn column_of(&self, slot: Slot) -> Option<usize> {
        let at = self.bands.binary_search_by_key(&slot.band, |band| band.key).ok()?;
        let band = self.bands[at];
        ((slot.place as usize) < band.count).then_some(band.first + slot.place as usize)
    }

    /// The slot of each column.
    pub fn slots(&self) -> Vec<Slot> {
        let of = |band: &BandColumns| {
            let key = band.key;
            (0..band.count).map(move |place| Slot { band: key, place: place as u32 })
        };
        self.bands.iter().flat_map(of).collect()
    }
}

/// Which links join nodes that need each other; preferred orders never do.
fn cycles(graph: &Graph) -> Vec<bool> {
    let mut needs = vec![Vec::new(); graph.nodes().len()];
    for edge in graph.edges().iter().filter(|edge| edge.kind.binds()) {
        needs[edge.to].push(edge.from);
    }
    let number = components(&needs).number;
    let together = |from: usize, to: usize| number[from] == number[to];
    graph.edges().iter().map(|edge| edge.kind.binds() && together(edge.from, edge.to)).collect()
}

/// By node, its place in its band: right of all that it needs in there.
fn places(graph: &Graph, band: &[u32], linked: &[bool], recall: Option<&Recall<'_>>) -> Vec<u32> {
    let mut needs = vec![Vec::new(); band.len()];
    for edge in graph.edges() {
        if edge.kind.binds() && band[edge.from] == band[edge.to] {
            needs[edge.to].push(edge.from);
        }
    }
    let components = components(&needs);
    let exact = longest_paths(&needs, &components.members, |_| None);
    let Some(recall) = recall else { return exact };
    let before = |node: usize| {
        let slot = recall.slot(node).filter(|slot| slot.band == band[node] && linked[node])?;
        Some(slot.place)
    };
    let moved = (0..band.len()).filter(|&node| before(node).is_some_and(|at| at != exact[node]));
    if moved.count() <= (band.len() / MOVES_ONE_IN).max(2) {
        return exact;
    }
    longest_paths(&needs, &components.members, |node| Some(before(node).unwrap_or(exact[node])))
}

/// Longest paths over components, what is needed first; `least` is where a node stays
/// if nothing pushes it.
fn longest_paths(
    needs: &[Vec<usize>],
    components: &[Vec<usize>],
    least: impl Fn(usize) -> Option<u32>,
) -> Vec<u32> {
    const OPEN: u32 = u32::MAX;
    let mut place = vec![OPEN; needs.len()];
    for members in components {
        let needed = members.iter().flat_map(|&member| &needs[member]);
        // Members of the same component have no place yet.
        let pushed = needed.map(|&from| place[from]).filter(|place| *place != OPEN);
        let pushed = pushed.map(|place| place + 1).max().unwrap_or(0);
        let kept = members.iter().filter_map(|&member| least(member)).max().unwrap_or(0);
        members.iter().for_each(|&member| place[member] = pushed.max(kept));
    }
    place
}

/// The nodes without links, by band and lane.
struct Shelves {
    nodes: BTreeMap<(u32, usize), Vec<usize>>,
    count: usize,
}

impl Shelves {
    fn new(graph: &Graph, band: &[u32], linked: &[bool]) -> Self {
        let mut nodes: BTreeMap<(u32, usize), Vec<usize>> = BTreeMap::new();
        for node in (0..band.len()).filter(|&node| !linked[node]) {
            nodes.entry((band[node], graph.nodes()[node].lane)).or_default().push(node);
        }
        Self { nodes, count: band.len() }
    }

    /// Columns that a band needs for its largest shelf to be a readable block.
    fn width(&self, band: u32) -> u32 {
        let own = self.nodes.range((band, 0)..=(band, usize::MAX));
        let most = own.map(|(_, nodes)| nodes.len()).max().unwrap_or(0);
        (most as f64 / SHELF_SHAPE).sqrt().ceil() as u32
    }

    /// A cell for each node without links: the one it had, else the first free one.
    fn fill(&self, counts: &BTreeMap<u32, u32>, recall: Option<&Recall<'_>>) -> Vec<Option<Cell>> {
        let mut cells = vec![None; self.count];
        for ((band, _), nodes) in &self.nodes {
            let width = counts.get(band).copied().unwrap_or(1).max(1);
            let rows = nodes.len() as u32 + 1;
            let mut taken = std::collections::BTreeSet::new();
            for &node in nodes {
                let before = recall.and_then(|recall| recall.cell(node));
                // A block with more holes than nodes is made anew.
                let fits = |cell: &Cell| cell.place < width && cell.row <= 2 * rows / width + 1;
                cells[node] = before.filter(fits).filter(|cell| taken.insert(*cell));
            }
            let mut free = (0..).flat_map(|row| (0..width).map(move |place| Cell { row, place }));
            for &node in nodes {
                cells[node] = cells[node].or_else(|| free.find(|cell| !taken.contains(cell)));
            }
        }
        cells
    }
}
