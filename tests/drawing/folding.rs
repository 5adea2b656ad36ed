//! Lanes that one node stands for.

use super::support::*;
use phasewise::app::drawing::{Direction, EdgeKind, Graph, Lanes, Options as GraphOptions, draw};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn folding_keeps_who_needs_whom((seed, items, links) in size(), which in 0..8_u8) {
        let items = items + 1;
        let (scenario, start) = wild(seed, items, links);
        let open = GraphOptions { lanes: Lanes::Owner, ..GraphOptions::default() };
        let keys = ["owner-0", "owner-1", ""];
        let folded = (0..3).filter(|bit| which >> bit & 1 == 1).map(|bit| keys[bit].to_owned());
        let options = GraphOptions { folded: folded.collect(), ..open.clone() };
        let (whole, graph) =
            (Graph::of(&scenario, &start, &open), Graph::of(&scenario, &start, &options));
        assert_sound(&graph, &draw(&graph, None));
        for item in 0..items {
            let node = graph.node_of(item).unwrap();
            prop_assert!(graph.nodes()[node].members.contains(&item));
            for alternatives in [false, true] {
                let before = whole.reach(item, Direction::After, alternatives);
                let after = graph.reach(node, Direction::After, alternatives);
                for other in (0..items).filter(|&other| before[other]) {
                    let other = graph.node_of(other).unwrap();
                    prop_assert!(other == node || after[other]);
                }
            }
        }
        for lane in graph.lanes() {
            let nodes = graph.nodes().iter().filter(|node| graph.lanes()[node.lane].key == lane.key);
            let expected = if lane.folded { 1 } else { lane.items.len() };
            prop_assert_eq!(nodes.count(), expected);
            prop_assert_eq!(lane.folded, options.folded.contains(&lane.key));
        }
        for two in graph.edges().windows(2) {
            prop_assert!((two[0].to, two[0].from) < (two[1].to, two[1].from));
        }
        prop_assert!(graph.edges().iter().all(|edge| edge.from != edge.to));
    }

    #[test]
    fn reach_goes_both_ways((seed, items, links) in size()) {
        let (scenario, start) = wild(seed, items, links);
        let graph = Graph::of(&scenario, &start, &GraphOptions::default());
        let all = |direction| (0..items).map(move |node| (node, direction));
        let before: Vec<Vec<bool>> =
            all(Direction::Before).map(|(node, way)| graph.reach(node, way, true)).collect();
        let after: Vec<Vec<bool>> =
            all(Direction::After).map(|(node, way)| graph.reach(node, way, true)).collect();
        for a in 0..items {
            prop_assert!(!before[a][a] && !after[a][a]);
            for b in 0..items {
                prop_assert_eq!(before[a][b], after[b][a]);
            }
        }
    }
}

#[test]
fn a_folded_lane_takes_the_strongest_of_its_links() {
    let (mut scenario, start) = wild(5, 6, 0);
    for (at, item) in scenario.items.iter_mut().enumerate() {
        item.owner = Some(if at < 2 { "owner-0" } else { "owner-1" }.into());
    }
    let soft = phasewise::model::Requires {
        item: "i0".into(),
        link: phasewise::model::LinkType::Soft,
        ..Default::default()
    };
    let hard = phasewise::model::Requires { item: "i1".into(), ..Default::default() };
    scenario.items[2].requires = vec![soft, hard];
    let folded = ["owner-0".to_owned()].into();
    let options = GraphOptions { lanes: Lanes::Owner, folded, ..GraphOptions::default() };
    let graph = Graph::of(&scenario, &start, &options);
    assert_eq!(graph.nodes()[0].key, "fold:owner-0");
    assert_eq!(graph.nodes()[0].members, [0, 1]);
    assert_eq!(graph.edges().len(), 1);
    assert_eq!(graph.edges()[0].kind, EdgeKind::Hard);
}
