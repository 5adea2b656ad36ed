//! A layered drawing of the dependency graph: prerequisites to the left.
//!
//! Sugiyama, Tagawa and Toda 1981, in steps with a file each: `layers` gives each node
//! its column, `layered` lays a point into every column that a link passes, `order`
//! takes out crossings, `stripes` and `heights` say how high all stands, `routes`
//! where the lines go. With a previous drawing each step stays near what was there
//! (`memory`, `insert`). All lengths are in nodes: x in widths, y in heights of one,
//! and a node is 1 × 1. No window here.

mod chain;
mod crossings;
mod gather;
mod graph;
mod heights;
mod insert;
mod lanes;
mod layered;
mod layers;
mod memory;
mod order;
mod path;
mod routes;
mod stripes;
mod switch;
mod transitive;

pub use chain::critical_chain;
pub use gather::Options;
pub use graph::{Columns, Direction, Edge, EdgeKind, Graph, Lane, Node};
pub use lanes::Lanes;
pub(in crate::app) use lanes::lanes_of;
pub use path::path_closing;
pub use routes::Route;

use layered::Layered;
use layers::{Layers, UNPLANNED};
use memory::{Memory, Recall};

/// Where a node stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The middle, in widths of a node.
    pub x: f32,
    /// The middle, in heights of a node.
    pub y: f32,
    /// Its column, from the left.
    pub column: usize,
}

/// Columns of one phase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// The phase, from 1; none is not planned.
    pub phase: Option<u32>,
    /// Left edge.
    pub left: f32,
    /// Right edge; the next band begins here.
    pub right: f32,
}

/// Where a lane is.
#[derive(Debug, Clone, PartialEq)]
pub struct Stripe {
    /// The lane's key.
    pub key: String,
    /// Upper edge.
    pub top: f32,
    /// Lower edge; the next lane begins here.
    pub bottom: f32,
}

/// A graph with a place for everything. Two drawings of the same graph with the same
/// previous one are equal, on every machine.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing {
    /// By node of the graph.
    pub places: Vec<Place>,
    /// By edge of the graph.
    pub routes: Vec<Route>,
    /// By lane of the graph; they lie one under the other without a gap.
    pub lanes: Vec<Stripe>,
    /// Phases from the left, if columns are phases; else none.
    pub bands: Vec<Band>,
    /// The middle of each column.
    pub columns: Vec<f32>,
    /// Left edge of all; 0.
    pub left: f32,
    /// Upper edge of all. Not always 0: what an edit adds makes room above and below, so
    /// that the rest stays where it was.
    pub top: f32,
    /// Width of all.
    pub width: f32,
    /// Height of all.
    pub height: f32,
    /// How many pairs of lines cross, column by column; lines that turn about their own
    /// ends do not count there.
    pub crossings: usize,
    memory: Memory,
}

/// Width of a gap between columns: at least, at most, and what lines that change their
/// height in it add.
const GAP: f32 = 0.36;
const WIDEST_GAP: f32 = 1.6;
const GAP_BY_LINES: f32 = 0.04;

/// Draws a graph.
///
/// With a `previous` drawing of nearly the same graph (most keys in the same lanes and
/// phases) what was there keeps its column, its order and, within a node's height, its
/// place; what is new is fitted in. Where a new plan moves a good part of the nodes, only
/// the order begins from the previous one. After hundreds of edits a drawing made anew has fewer
/// crossings and is more compact: pass none then.
///
/// O((sweeps + log) × (edges × columns they pass)) anew; after an edit there are no
/// sweeps.
pub fn draw(graph: &Graph, previous: Option<&Drawing>) -> Drawing {
    let recall = previous.and_then(|previous| Recall::new(graph, &previous.memory));
    let recall = recall.as_ref();
    let layers = layers::layers(graph, recall);
    let layered = Layered::new(graph, &layers);
    let mut wanted = match recall {
        Some(recall) => known_heights(graph, &layers, &layered, recall),
        None => Vec::new(),
    };
    let known: Vec<bool> = wanted.iter().map(Option::is_some).collect();
    // Where much is new only the order begins from the previous drawing.
    let near = recall.filter(|_| insert::few_are_new(&layered, &wanted));
    let order = match (recall, near) {
        (_, Some(_)) => insert::order_near(&layered, &mut wanted),
        (Some(_), None) => {
            order::order_from(&layered, insert::order_to_begin_with(&layered, &mut wanted))
        }
        (None, None) => order::order_anew(graph, &layers, &layered),
    };
    let stripes = stripes::stripes(graph, &layers, &layered, &order, near);
    let mut y = match near {
        Some(_) => heights::heights_near(&layered, &order, &stripes, &wanted, &known),
        None => heights::heights_anew(&layered, &order, &stripes),
    };
    for (node, cell) in layers.cell.iter().enumerate() {
        if let Some(cell) = cell {
            y[node] = stripes.lanes[graph.nodes()[node].lane].row(cell.row);
        }
    }
    let gaps = gaps(&layers, &layered, &y, near);
    let x = middles(&gaps);
    let place = |(node, &column): (usize, &usize)| Place { x: x[column], y: y[node], column };
    let lane = |(lane, extent): (&Lane, &stripes::Extent)| Stripe {
        key: lane.key.clone(),
        top: extent.top,
        bottom: extent.bottom,
    };
    let extent =
        |of: fn(&stripes::Extent) -> f32, end: Option<&stripes::Extent>| end.map_or(0.0, of);
    let top = extent(|lane| lane.top, stripes.lanes.first());
    let bottom = extent(|lane| lane.bottom, stripes.lanes.last());
    let right = |column: usize| x[column] + 0.5 + gaps[column] / 2.0;
    Drawing {
        places: layers.column.iter().enumerate().map(place).collect(),
        routes: routes::routes(graph, &layers, &layered, &transitive::transitive(graph), &x, &y),
        lanes: graph.lanes().iter().zip(&stripes.lanes).map(lane).collect(),
        bands: bands(graph, &layers, &right),
        left: 0.0,
        top,
        width: layers.columns.checked_sub(1).map_or(0.0, right),
        height: bottom - top,
        crossings: crossings::crossings(&layered, &order),
        memory: Memory::new(graph, &layers, &layered, &stripes, &y, &gaps),
        columns: x,
    }
}

/// The heights that vertices had in the same column and lane.
fn known_heights(
    graph: &Graph,
    layers: &Layers,
    layered: &Layered,
    recall: &Recall<'_>,
) -> Vec<Option<f32>> {
    let slots = layers.slots();
    let mut known = vec![None; layered.column.len()];
    for (node, slot) in layers.slot.iter().enumerate().filter(|(at, _)| layers.cell[*at].is_none())
    {
        known[node] = recall.y(node, *slot);
    }
    for (edge, chain) in graph.edges().iter().zip(&layered.chains) {
        let points = recall.points(edge.from, edge.to);
        let backwards = points.first() > points.last();
        for vertex in chain.clone().map(|vertex| vertex as usize) {
            let slot = slots[layered.column[vertex] as usize];
            let found =
                points.binary_search_by(
                    |(other, _)| {
                        if backwards { slot.cmp(other) } else { other.cmp(&slot) }
                    },
                );
            known[vertex] = found.ok().map(|at| points[at].1);
        }
    }
    known
}

/// Width of the gap right of each column: wider where many lines change their height, and
/// as it was where there was one.
fn gaps(layers: &Layers, layered: &Layered, y: &[f32], recall: Option<&Recall<'_>>) -> Vec<f32> {
    let mut slanting = vec![0_usize; layers.columns];
    for vertex in 0..layered.column.len() as u32 {
        let slants = |other: &&u32| y[**other as usize] != y[vertex as usize];
        slanting[layered.column[vertex as usize] as usize] +=
            layered.right.of(vertex).iter().filter(slants).count();
    }
    let slots = layers.slots();
    let gap = |(slot, lines): (&layers::Slot, usize)| {
        let before = recall.and_then(|recall| recall.gap(*slot));
        before.unwrap_or((GAP + GAP_BY_LINES * (lines as f32).sqrt()).min(WIDEST_GAP))
    };
    slots.iter().zip(slanting).map(gap).collect()
}

/// The middle of each column, with half a gap left of the first.
fn middles(gaps: &[f32]) -> Vec<f32> {
    let mut at = GAP / 2.0;
    let mut middles = Vec::with_capacity(gaps.len());
    for gap in gaps {
        middles.push(at + 0.5);
        at += 1.0 + gap;
    }
    middles
}

fn bands(graph: &Graph, layers: &Layers, right: &dyn Fn(usize) -> f32) -> Vec<Band> {
    if graph.columns() == Columns::Depth {
        return Vec::new();
    }
    let mut left = 0.0;
    let band = |band: &layers::BandColumns| {
        let phase = (band.key != UNPLANNED).then_some(band.key);
        let own = Band { phase, left, right: right(band.first + band.count - 1) };
        left = own.right;
        own
    };
    layers.bands.iter().map(band).collect()
}
