//! Crossings and links that follow from others, each counted the slow way too.

use super::support::*;
use phasewise::app::bundled_scenario;
use phasewise::app::drawing::{EdgeKind, Graph, Lanes, Options as GraphOptions, draw};
use phasewise::model::Scenario;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn crossings_are_those_on_paper((seed, items, links) in size(), options in options()) {
        let (scenario, start) = wild(seed, items, links);
        let drawing = draw(&Graph::of(&scenario, &start, &options), None);
        prop_assert_eq!(drawing.crossings, crossings_on_paper(&drawing));
    }

    #[test]
    fn transitive_links_are_those_with_another_way((seed, items, links) in size()) {
        let (scenario, start) = super::generator::programme(seed, items + 2, links);
        let graph = Graph::of(&scenario, &start, &GraphOptions::default());
        let drawing = draw(&graph, None);
        for route in &drawing.routes {
            let slow = route.kind == EdgeKind::Hard && another_way(&graph, route.from, route.to);
            prop_assert_eq!(route.transitive, slow, "{:?}", route);
        }
    }
}

/// True if a chain of two or more prerequisites joins two nodes.
fn another_way(graph: &Graph, from: usize, to: usize) -> bool {
    let hard = || graph.edges().iter().filter(|edge| edge.kind == EdgeKind::Hard);
    let mut reached = vec![false; graph.nodes().len()];
    let mut front: Vec<usize> =
        hard().filter(|edge| edge.from == from && edge.to != to).map(|edge| edge.to).collect();
    while let Some(at) = front.pop() {
        if !std::mem::replace(&mut reached[at], true) {
            front.extend(hard().filter(|edge| edge.from == at).map(|edge| edge.to));
        }
    }
    reached[to]
}

#[test]
fn a_link_beside_a_ring_is_not_taken_for_one_that_follows() {
    // a and b need each other; c needs both.
    let link = |item: &str| phasewise::model::Requires { item: item.into(), ..Default::default() };
    let item = |id: &str, needs: &[&str]| phasewise::model::Item {
        id: id.into(),
        requires: needs.iter().map(|needs| link(needs)).collect(),
        ..Default::default()
    };
    let items = vec![item("a", &["b"]), item("b", &["a"]), item("c", &["a", "b"])];
    let scenario = Scenario { items, ..Scenario::default() };
    let drawing = draw(&Graph::of(&scenario, &[], &GraphOptions::default()), None);
    assert!(drawing.routes.iter().all(|route| !route.transitive));
}

/// The bundled scenario has 62 items. Measured: 702, in lanes of owners 1,715, of goals 1,372.
/// In the order of the file its lines would cross 1,696, 1,891 and 2,130 times, by the first
/// view's method, without lanes, 1,051 times (`benches/graph.rs`).
#[test]
fn kazakhstan_has_few_crossings() {
    let scenario = bundled_scenario();
    for (lanes, most) in [(Lanes::None, 740), (Lanes::Owner, 1800), (Lanes::Goal, 1450)] {
        let options = GraphOptions { lanes, ..GraphOptions::default() };
        let graph = Graph::of(&scenario, &[], &options);
        let drawing = draw(&graph, None);
        assert_sound(&graph, &drawing);
        assert_eq!(drawing.crossings, crossings_on_paper(&drawing));
        assert!(drawing.crossings <= most, "{lanes:?}: {}", drawing.crossings);
    }
}
