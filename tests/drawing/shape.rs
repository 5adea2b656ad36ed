//! What holds for the drawing of any graph.

use super::generator::programme;
use super::support::*;
use phasewise::app::drawing::{
    Columns, Drawing, Edge, EdgeKind, Graph, Lane, Lanes, Node, Options as GraphOptions, draw,
};
use phasewise::model::{Item, Scenario};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nodes_lanes_and_lines_keep_apart((seed, items, links) in size(), options in options()) {
        let (scenario, start) = wild(seed, items, links);
        let graph = Graph::of(&scenario, &start, &options);
        let drawing = draw(&graph, None);
        assert_sound(&graph, &drawing);
        prop_assert_eq!(&drawing, &draw(&graph, None), "the same graph, the same drawing");
    }

    #[test]
    fn what_is_needed_stands_to_the_left((seed, items, links) in size(), options in options()) {
        let (scenario, start) = programme(seed, items + 2, links);
        let graph = Graph::of(&scenario, &start, &options);
        let drawing = draw(&graph, None);
        assert_sound(&graph, &drawing);
        for route in &drawing.routes {
            let (from, to) = (drawing.places[route.from], drawing.places[route.to]);
            prop_assert!(!route.on_cycle);
            // Alternatives bind within a phase only, as another may be in the plan.
            let binds = match options.columns {
                Columns::Depth => route.kind != EdgeKind::Soft,
                Columns::Phase => route.kind == EdgeKind::Hard,
            };
            prop_assert!(!binds || from.column < to.column, "{route:?}");
        }
    }

    #[test]
    fn what_needs_each_other_shares_a_column((seed, items, links) in size()) {
        let (scenario, start) = wild(seed, items, links);
        let graph = Graph::of(&scenario, &start, &GraphOptions::default());
        let drawing = draw(&graph, None);
        for route in drawing.routes.iter().filter(|route| route.kind != EdgeKind::Soft) {
            let (from, to) = (drawing.places[route.from], drawing.places[route.to]);
            prop_assert_eq!(route.on_cycle, from.column == to.column);
            prop_assert!(from.column <= to.column);
        }
    }

    #[test]
    fn phases_have_bands_from_the_left((seed, items, links) in size()) {
        let (scenario, start) = wild(seed, items, links);
        let options = GraphOptions { columns: Columns::Phase, ..GraphOptions::default() };
        let graph = Graph::of(&scenario, &start, &options);
        let drawing = draw(&graph, None);
        let phases: Vec<Option<u32>> = drawing.bands.iter().map(|band| band.phase).collect();
        prop_assert_eq!(&phases[..4], &[Some(1), Some(2), Some(3), Some(4)]);
        prop_assert!(phases[4..].iter().all(Option::is_none) && phases.len() <= 5);
        for two in drawing.bands.windows(2) {
            prop_assert_eq!(two[0].right, two[1].left);
        }
        for (item, place) in drawing.places.iter().enumerate() {
            let band = drawing.bands.iter().find(|band| band.phase == start[item]).unwrap();
            prop_assert!(band.left < place.x - 0.5 && place.x + 0.5 < band.right);
        }
    }
}

#[test]
fn nothing_is_drawn_of_nothing() {
    for columns in [Columns::Depth, Columns::Phase] {
        let options = GraphOptions { columns, ..GraphOptions::default() };
        let graph = Graph::of(&Scenario::default(), &[], &options);
        let drawing = draw(&graph, None);
        assert!(drawing.places.is_empty() && drawing.routes.is_empty());
        let again = draw(&graph, Some(&drawing));
        assert_eq!(drawing, again);
    }
    assert!(draw(&Graph::default(), None).places.is_empty());
}

#[test]
fn one_item_stands_alone() {
    let scenario =
        Scenario { items: vec![Item { id: "a".into(), ..Item::default() }], ..Scenario::default() };
    let graph = Graph::of(&scenario, &[], &GraphOptions::default());
    let drawing = draw(&graph, None);
    assert_sound(&graph, &drawing);
    assert!(drawing.width < 2.5 && drawing.height < 2.5);
}

#[test]
fn a_ring_stands_in_one_column_and_its_lines_go_round() {
    let node = |key: &str| Node { key: key.to_owned(), ..Node::default() };
    let edge = |from, to| Edge { from, to, kind: EdgeKind::Hard };
    let nodes = vec![node("a"), node("b"), node("c")];
    let edges = vec![edge(0, 1), edge(1, 2), edge(2, 0)];
    let graph = Graph::new(nodes, edges, Vec::new(), Columns::Depth, 0);
    let drawing = draw(&graph, None);
    assert_sound(&graph, &drawing);
    assert!(drawing.places.iter().all(|place| place.column == 0));
    assert!(drawing.routes.iter().all(|route| route.on_cycle && !route.transitive));
}

#[test]
fn items_without_links_stand_in_a_block() {
    let item = |at: usize| Item { id: format!("i{at}").into(), ..Item::default() };
    let mut scenario = Scenario { items: (0..300).map(item).collect(), ..Scenario::default() };
    let graph = Graph::of(&scenario, &[], &GraphOptions::default());
    let drawing = draw(&graph, None);
    assert_sound(&graph, &drawing);
    assert_eq!(drawing.columns.len(), 10);
    // A node is some five times as wide as high, so that this is nearly a square.
    assert!(drawing.height < 45.0, "{} high", drawing.height);
    // In reading order.
    let places: Vec<(f32, f32)> = drawing.places.iter().map(|place| (place.y, place.x)).collect();
    assert!(places.is_sorted());
    // What is linked stands above.
    for at in 0..3_usize {
        let needs = scenario.items[at].id.clone();
        let link = phasewise::model::Requires { item: needs, ..Default::default() };
        scenario.items[at + 1].requires.push(link);
    }
    let drawing = draw(&Graph::of(&scenario, &[], &GraphOptions::default()), None);
    let lowest = drawing.places[..4].iter().map(|place| place.y).fold(0.0, f32::max);
    assert!(drawing.places[4..].iter().all(|place| place.y > lowest));
}

#[test]
fn a_graph_made_by_hand_is_put_right() {
    let node = |lane| Node { key: format!("lane-{lane}"), lane, ..Node::default() };
    let edge = |from, to, kind| Edge { from, to, kind };
    let edges = vec![
        edge(0, 0, EdgeKind::Hard),
        edge(0, 9, EdgeKind::Hard),
        edge(0, 1, EdgeKind::Soft),
        edge(0, 1, EdgeKind::AnyOf),
    ];
    let lanes = vec![Lane { key: "only".into(), ..Lane::default() }];
    let graph = Graph::new(vec![node(0), node(7)], edges, lanes, Columns::Depth, 0);
    assert_eq!(graph.edges(), [edge(0, 1, EdgeKind::AnyOf)]);
    assert_sound(&graph, &draw(&graph, None));
}

#[test]
fn a_tangle_too_long_for_points_is_still_drawn() {
    let count = 1500;
    let node = |at: usize| Node { key: format!("n{at}"), ..Node::default() };
    let chain = (1..count).map(|to| Edge { from: to - 1, to, kind: EdgeKind::Hard });
    let long = (0..count / 2).map(|from| Edge { from, to: from + count / 2, kind: EdgeKind::Hard });
    let edges = chain.chain(long).collect();
    let graph = Graph::new((0..count).map(node).collect(), edges, vec![], Columns::Depth, 0);
    let drawing: Drawing = draw(&graph, None);
    assert!(drawing.places.iter().enumerate().all(|(at, place)| place.column == at));
    assert!(drawing.routes.iter().all(|route| route.points.len() == 2));
}

#[test]
fn lanes_are_in_the_order_of_the_scenario_and_what_has_none_comes_last() {
    let (mut scenario, start) = wild(3, 20, 30);
    scenario.items[0].owner = Some("nobody-knows".into());
    scenario.items[1].owner = None;
    let options = GraphOptions { lanes: Lanes::Owner, ..GraphOptions::default() };
    let graph = Graph::of(&scenario, &start, &options);
    let keys: Vec<&str> = graph.lanes().iter().map(|lane| lane.key.as_str()).collect();
    assert_eq!(keys, ["owner-0", "owner-1", "owner-2", "nobody-knows", ""]);
    let counted: usize = graph.lanes().iter().map(|lane| lane.items.len()).sum();
    assert_eq!(counted, 20);
}

#[test]
fn goals_are_raised_to_the_level_that_tells_them_apart() {
    use phasewise::model::{Goal, GoalShare};
    let goal = |id: &str, parent: Option<&str>| Goal {
        id: id.into(),
        parent: parent.map(Into::into),
        ..Goal::default()
    };
    let item = |id: &str, goals: &[(&str, f64)]| Item {
        id: id.into(),
        goals: goals
            .iter()
            .map(|(goal, share)| GoalShare { goal: (*goal).into(), share: *share })
            .collect(),
        ..Item::default()
    };
    let scenario = Scenario {
        goals: vec![
            goal("all", None),
            goal("people", Some("all")),
            goal("births", Some("people")),
            goal("firms", Some("all")),
            goal("permits", Some("firms")),
        ],
        items: vec![
            item("a", &[("permits", 0.3), ("births", 0.7)]),
            item("b", &[("permits", 1.0)]),
            item("c", &[]),
            item("d", &[("all", 1.0)]),
        ],
        ..Scenario::default()
    };
    let options = GraphOptions { lanes: Lanes::Goal, ..GraphOptions::default() };
    let graph = Graph::of(&scenario, &[], &options);
    let lanes: Vec<(&str, &[usize])> =
        graph.lanes().iter().map(|lane| (lane.key.as_str(), &lane.items[..])).collect();
    let expected: [(&str, &[usize]); 4] =
        [("all", &[3]), ("people", &[0]), ("firms", &[1]), ("", &[2])];
    assert_eq!(lanes, expected);
}
