//! After an edit most of a drawing stays where it was.

use super::generator::{edit, programme};
use super::support::*;
use phasewise::app::drawing::{Columns, Drawing, Graph, Lanes, Options as GraphOptions, draw};
use phasewise::sequencing::SplitMix64;
use proptest::prelude::*;
use std::collections::HashMap;

/// The share of nodes that moved by more than their own width or height.
fn share_moved(before: (&Graph, &Drawing), after: (&Graph, &Drawing)) -> f64 {
    let keys = |graph: &Graph| -> Vec<String> {
        graph.nodes().iter().map(|node| node.key.clone()).collect()
    };
    let places: HashMap<String, _> = keys(before.0).into_iter().zip(&before.1.places).collect();
    let moved = keys(after.0).into_iter().zip(&after.1.places).filter(|(key, place)| {
        places
            .get(key)
            .is_some_and(|was| (was.x - place.x).abs() > 1.0 || (was.y - place.y).abs() > 1.0)
    });
    moved.count() as f64 / after.1.places.len().max(1) as f64
}

/// 2,000 items and 5,000 links: after each of many edits at most a tenth of the nodes has
/// moved, and after all of them lines cross hardly more than in a drawing made anew.
fn stays_calm(options: &GraphOptions, seed: u64) {
    let (mut scenario, mut start) = programme(seed, 2000, 5000);
    let mut random = SplitMix64::new(seed);
    let mut graph = Graph::of(&scenario, &start, options);
    let mut drawing = draw(&graph, None);
    for serial in 0..24 {
        let what = edit(&mut random, &mut scenario, &mut start, serial);
        let next_graph = Graph::of(&scenario, &start, options);
        let next = draw(&next_graph, Some(&drawing));
        let moved = share_moved((&graph, &drawing), (&next_graph, &next));
        assert!(moved <= 0.1, "{what}: {:.1} % moved", 100.0 * moved);
        (graph, drawing) = (next_graph, next);
    }
    let anew = draw(&graph, None).crossings;
    assert!(drawing.crossings * 10 <= anew * 11, "{} instead of {anew}", drawing.crossings);
}

/// A new plan moves a fifth of the items: then lines cross hardly more than in a drawing
/// made anew, and what was in the upper half mostly still is.
#[test]
fn a_new_plan_keeps_the_shape() {
    let (scenario, mut start) = programme(3, 2000, 5000);
    let options = GraphOptions { columns: Columns::Phase, ..GraphOptions::default() };
    let before = draw(&Graph::of(&scenario, &start, &options), None);
    let mut random = SplitMix64::new(4);
    for _ in 0..400 {
        let item = random.below(start.len());
        start[item] = start[item].map(|phase| phase % 12 + 1);
    }
    let graph = Graph::of(&scenario, &start, &options);
    let after = draw(&graph, Some(&before));
    let anew = draw(&graph, None);
    let (count, most) = (after.crossings, anew.crossings * 11 / 10);
    assert!(count <= most, "{count} instead of {}", anew.crossings);
    let upper = |drawing: &Drawing| -> Vec<bool> {
        let middle = drawing.top + drawing.height / 2.0;
        drawing.places.iter().map(|place| place.y < middle).collect()
    };
    let same = |drawing: &Drawing| {
        upper(&before).iter().zip(upper(drawing)).filter(|(was, is)| **was == *is).count()
    };
    assert!(same(&after) * 10 >= graph.nodes().len() * 7, "{} as before", same(&after));
}

#[test]
fn a_large_drawing_by_depth_stays_calm() {
    stays_calm(&GraphOptions::default(), 1);
}

#[test]
fn a_large_drawing_by_phase_in_lanes_stays_calm() {
    let options =
        GraphOptions { columns: Columns::Phase, lanes: Lanes::Owner, ..GraphOptions::default() };
    stays_calm(&options, 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_calm_drawing_is_as_sound_as_a_new_one(
        (seed, items, links) in size(),
        options in options(),
    ) {
        let (mut scenario, mut start) = programme(seed, items + 4, links);
        let mut random = SplitMix64::new(seed);
        let mut drawing = draw(&Graph::of(&scenario, &start, &options), None);
        for serial in 0..12 {
            edit(&mut random, &mut scenario, &mut start, serial);
            if scenario.items.is_empty() {
                break;
            }
            let graph = Graph::of(&scenario, &start, &options);
            let next = draw(&graph, Some(&drawing));
            assert_sound(&graph, &next);
            prop_assert_eq!(next.crossings, crossings_on_paper(&next));
            prop_assert_eq!(&next, &draw(&graph, Some(&drawing)));
            drawing = next;
        }
    }

    #[test]
    fn from_any_drawing_to_any_other(one in size(), two in size(), options in options()) {
        let graph_of = |(seed, items, links)| {
            let (scenario, start) = wild(seed, items, links);
            Graph::of(&scenario, &start, &options)
        };
        let before = draw(&graph_of(one), None);
        let graph = graph_of(two);
        let drawing = draw(&graph, Some(&before));
        assert_sound(&graph, &drawing);
        prop_assert_eq!(drawing.crossings, crossings_on_paper(&drawing));
    }

    #[test]
    fn without_an_edit_nothing_moves((seed, items, links) in size(), options in options()) {
        let (scenario, start) = wild(seed, items, links);
        let graph = Graph::of(&scenario, &start, &options);
        let before = draw(&graph, None);
        let after = draw(&graph, Some(&before));
        for (was, is) in before.places.iter().zip(&after.places) {
            prop_assert!((was.x - is.x).abs() < 1e-3 && (was.y - is.y).abs() < 1e-3);
        }
        prop_assert_eq!(before.crossings, after.crossings);
    }

    #[test]
    fn another_name_moves_nothing((seed, items, links) in size(), options in options(), which in 0..30_usize) {
        let (mut scenario, start) = wild(seed, items + 1, links);
        let before = draw(&Graph::of(&scenario, &start, &options), None);
        let which = which % (items + 1);
        let old = std::mem::replace(&mut scenario.items[which].id, "renamed".into());
        for item in &mut scenario.items {
            let links = item.requires.iter_mut().map(|link| &mut link.item);
            let groups = item.requires_any_of.iter_mut().flat_map(|group| &mut group.any_of);
            links.chain(groups).filter(|id| **id == old).for_each(|id| *id = "renamed".into());
        }
        let after = draw(&Graph::of(&scenario, &start, &options), Some(&before));
        for (was, is) in before.places.iter().zip(&after.places) {
            prop_assert!((was.x - is.x).abs() < 1e-3 && (was.y - is.y).abs() < 1e-3);
        }
    }
}
