//! How long a drawing of the dependency graph takes, how calm it stays after edits, and
//! how many lines cross.
//!
//! `cargo bench --bench graph` prints, for programmes of several sizes, with columns by
//! depth and by phase: milliseconds of the first drawing and of the drawings after 50
//! random edits; the share of nodes that moved by more than their own size; crossings,
//! beside those of the same columns and lanes in the order of the file, and of the
//! method that the first graph view had, which knows no lanes. `-- 2000` only
//! programmes of that size; with `VERBOSE` set each edit has a line.
//!
//! For the two to compare with, a line runs straight from end to end, and its height in
//! each column decides where it passes; crossings are counted between columns.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on says so")]

#[path = "../tests/drawing/generator.rs"]
mod generator;
#[path = "graph/small_method.rs"]
mod small_method;

use phasewise::app::bundled_scenario;
use phasewise::app::drawing::{Columns, Drawing, Graph, Lanes, Options as GraphOptions, draw};
use phasewise::sequencing::SplitMix64;
use std::time::Instant;

const EDITS: usize = 50;

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    println!(
        "{:<34} {:>8} {:>16} {:>15} {:>9} {:>9} {:>9} {:>9}",
        "", "first", "edit, ms", "moved, %", "cross-", "as in", "small", "after 50"
    );
    println!(
        "{:<34} {:>8} {:>8} {:>7} {:>7} {:>7} {:>9} {:>9} {:>9} {:>9}",
        "graph", "ms", "median", "worst", "median", "worst", "ings", "file", "method", "edits"
    );
    if sizes.is_empty() {
        let scenario = bundled_scenario();
        let start = vec![None; scenario.items.len()];
        for lanes in [Lanes::None, Lanes::Kind, Lanes::Owner, Lanes::Goal] {
            let options = GraphOptions { lanes, ..GraphOptions::default() };
            measure(&format!("kazakhstan, Depth, lanes {lanes:?}"), &scenario, &start, &options);
        }
    }
    for (items, links) in [(300, 750), (2000, 5000), (5000, 12_500)] {
        if !sizes.is_empty() && !sizes.contains(&items) {
            continue;
        }
        let (scenario, start) = generator::programme(7, items, links);
        for columns in [Columns::Depth, Columns::Phase] {
            for lanes in [Lanes::None, Lanes::Owner] {
                let name = format!("{items}, {columns:?}, lanes {lanes:?}");
                let options = GraphOptions { columns, lanes, ..GraphOptions::default() };
                measure(&name, &scenario, &start, &options);
            }
        }
    }
}

fn measure(
    name: &str,
    scenario: &phasewise::model::Scenario,
    start: &[Option<u32>],
    options: &GraphOptions,
) {
    let graph = Graph::of(scenario, start, options);
    let (mut first, mut drawing) = (f64::INFINITY, Drawing::default());
    for _ in 0..3 {
        let begun = Instant::now();
        drawing = draw(&graph, None);
        first = first.min(begun.elapsed().as_secs_f64() * 1000.0);
    }
    // In lanes, so that no order can undo what they cost.
    let count = graph.nodes().len();
    let file: Vec<f32> = graph
        .nodes()
        .iter()
        .enumerate()
        .map(|(at, node)| (node.lane * count + at) as f32)
        .collect();
    let columns: Vec<usize> = drawing.places.iter().map(|place| place.column).collect();
    let edges: Vec<(usize, usize)> =
        graph.edges().iter().map(|edge| (edge.from, edge.to)).collect();
    let small = small_method::rows(&columns, &edges);
    let crossings = drawing.crossings;
    let (mut scenario, mut start) = (scenario.clone(), start.to_vec());
    let mut random = SplitMix64::new(11);
    let (mut times, mut shares) = (Vec::new(), Vec::new());
    let mut before = graph;
    let verbose = std::env::var_os("VERBOSE").is_some();
    for serial in 0..EDITS {
        let what = generator::edit(&mut random, &mut scenario, &mut start, serial);
        let begun = Instant::now();
        let graph = Graph::of(&scenario, &start, options);
        let next = draw(&graph, Some(&drawing));
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        shares.push(100.0 * share_moved(&before, &drawing, &graph, &next));
        if verbose {
            println!("   {what}: {:.2} %", shares[serial]);
        }
        (before, drawing) = (graph, next);
    }
    let anew = draw(&before, None).crossings;
    let median_worst = |numbers: &mut Vec<f64>| {
        numbers.sort_by(f64::total_cmp);
        (numbers[numbers.len() / 2], numbers[numbers.len() - 1])
    };
    let (time, share) = (median_worst(&mut times), median_worst(&mut shares));
    println!(
        "{name:<34} {first:>8.1} {:>8.1} {:>7.1} {:>7.2} {:>7.2} {crossings:>9} {:>9} {:>9} {:>9}  (anew {anew})",
        time.0,
        time.1,
        share.0,
        share.1,
        straight_crossings(&columns, &file, &edges),
        straight_crossings(&columns, &small, &edges),
        drawing.crossings,
    );
}

/// The share of the nodes in both graphs that moved by more than a node's width or height.
fn share_moved(graph: &Graph, drawing: &Drawing, next_graph: &Graph, next: &Drawing) -> f64 {
    let places: std::collections::HashMap<&str, _> =
        graph.nodes().iter().map(|node| node.key.as_str()).zip(&drawing.places).collect();
    let moved = next_graph.nodes().iter().zip(&next.places).filter(|(node, place)| {
        places.get(node.key.as_str()).is_some_and(|before| {
            (before.x - place.x).abs() > 1.0 || (before.y - place.y).abs() > 1.0
        })
    });
    moved.count() as f64 / next.places.len().max(1) as f64
}

/// Crossings of straight lines between nodes at these rows, column by column.
fn straight_crossings(columns: &[usize], row: &[f32], edges: &[(usize, usize)]) -> usize {
    let last = columns.iter().copied().max().unwrap_or(0);
    let mut count = 0;
    for gap in 0..last {
        let mut ends: Vec<(f32, f32)> = Vec::new();
        for &(from, to) in edges {
            let (left, right) = if columns[from] < columns[to] { (from, to) } else { (to, from) };
            if columns[left] <= gap && gap < columns[right] {
                let span = (columns[right] - columns[left]) as f32;
                let at = |column: usize| {
                    let share = (column - columns[left]) as f32 / span;
                    row[left] + share * (row[right] - row[left])
                };
                ends.push((at(gap), at(gap + 1)));
            }
        }
        for (at, a) in ends.iter().enumerate() {
            count += ends[..at].iter().filter(|b| (a.0 - b.0) * (a.1 - b.1) < 0.0).count();
        }
    }
    count
}
