//! Small wild graphs, and the obvious ways to look at a drawing.

use phasewise::app::drawing::{Columns, Drawing, Graph, Lanes, Options as GraphOptions};
use phasewise::model::{Agency, AnyOf, Item, ItemKind, LinkType, Phase, Requires, Scenario};
use phasewise::sequencing::SplitMix64;
use proptest::prelude::*;

/// Items with links of all kinds in any direction, cycles too, and any plan.
pub fn wild(seed: u64, items: usize, links: usize) -> (Scenario, Vec<Option<u32>>) {
    let mut random = SplitMix64::new(seed);
    let mut scenario = Scenario {
        phases: (0..4).map(|at| Phase { id: format!("{at}").into(), ..Phase::default() }).collect(),
        agencies: (0..3)
            .map(|at| Agency { id: format!("owner-{at}").into(), ..Agency::default() })
            .collect(),
        ..Scenario::default()
    };
    for at in 0..items {
        let owner = random.below(4);
        scenario.items.push(Item {
            id: format!("i{at}").into(),
            kind: ItemKind::ALL[random.below(3)],
            owner: (owner < 3).then(|| format!("owner-{owner}").into()),
            duration: Some(1 + random.below(3) as u32),
            ..Item::default()
        });
    }
    for _ in 0..if items == 0 { 0 } else { links } {
        let (from, to) = (random.below(items), random.below(items));
        // Mostly forwards, else all would be one cycle.
        let (from, to) =
            if random.below(12) == 0 { (from, to) } else { (from.min(to), from.max(to)) };
        link(&mut random, &mut scenario, from, to);
    }
    let start = (0..items).map(|_| random.below(5).checked_sub(1).map(|at| at as u32 + 1));
    let start = start.collect();
    (scenario, start)
}

fn link(random: &mut SplitMix64, scenario: &mut Scenario, from: usize, to: usize) {
    let needs = scenario.items[from].id.clone();
    let item = &mut scenario.items[to];
    let (kind, lag) = (random.below(10), random.below(2) as u32);
    if kind == 0 {
        item.requires_any_of.push(AnyOf { any_of: vec![needs], ..AnyOf::default() });
        return;
    }
    let link = if kind == 1 { LinkType::Soft } else { LinkType::Hard };
    let after = random.below(3) == 0;
    item.requires.push(Requires { item: needs, link, lag, after, ..Requires::default() });
}

/// All ways of laying out.
pub fn options() -> impl Strategy<Value = GraphOptions> {
    let columns = prop::sample::select(vec![Columns::Depth, Columns::Phase]);
    let lanes = vec![Lanes::None, Lanes::Kind, Lanes::Owner, Lanes::Phase];
    (columns, prop::sample::select(lanes)).prop_map(|(columns, lanes)| GraphOptions {
        columns,
        lanes,
        ..GraphOptions::default()
    })
}

/// A seed and a number of items and links.
pub fn size() -> impl Strategy<Value = (u64, usize, usize)> {
    (any::<u64>(), 0..30_usize, 0..60_usize)
}

/// What must be true of every drawing.
pub fn assert_sound(graph: &Graph, drawing: &Drawing) {
    assert_eq!(drawing.places.len(), graph.nodes().len());
    assert_eq!(drawing.routes.len(), graph.edges().len());
    nodes_stand_apart(graph, drawing);
    lanes_do_not_mix(graph, drawing);
    routes_are_clear(graph, drawing);
}

fn nodes_stand_apart(graph: &Graph, drawing: &Drawing) {
    for (a, one) in drawing.places.iter().enumerate() {
        assert_eq!(one.x, drawing.columns[one.column]);
        assert!(one.x - 0.5 >= drawing.left && one.x + 0.5 <= drawing.left + drawing.width);
        for (b, other) in drawing.places[..a].iter().enumerate() {
            let apart = (one.x - other.x).abs() > 1.1 || (one.y - other.y).abs() > 1.1;
            let (one, other) = (&graph.nodes()[a].key, &graph.nodes()[b].key);
            assert!(apart, "{one} and {other} overlap");
        }
    }
}

fn lanes_do_not_mix(graph: &Graph, drawing: &Drawing) {
    assert_eq!(drawing.lanes.len(), graph.lanes().len());
    let mut edge = drawing.top;
    for (lane, stripe) in graph.lanes().iter().zip(&drawing.lanes) {
        assert_eq!(lane.key, stripe.key);
        assert!((stripe.top - edge).abs() < 1e-3 && stripe.bottom >= stripe.top);
        edge = stripe.bottom;
    }
    assert!((edge - drawing.top - drawing.height).abs() < 1e-3);
    for (node, place) in graph.nodes().iter().zip(&drawing.places) {
        let stripe = &drawing.lanes[node.lane];
        let inside = place.y - 0.5 > stripe.top && place.y + 0.5 < stripe.bottom;
        assert!(inside, "{} at {} leaves its lane {stripe:?}", node.key, place.y);
    }
}

fn routes_are_clear(graph: &Graph, drawing: &Drawing) {
    for (edge, route) in graph.edges().iter().zip(&drawing.routes) {
        assert_eq!((edge.from, edge.to, edge.kind), (route.from, route.to, route.kind));
        let (from, to) = (drawing.places[edge.from], drawing.places[edge.to]);
        assert_eq!(route.points.first(), Some(&(from.x + 0.5, from.y)));
        assert_eq!(route.points.last(), Some(&(to.x - 0.5, to.y)));
        for ends in route.points.windows(2) {
            for (node, place) in graph.nodes().iter().zip(&drawing.places) {
                let crosses = meets((place.x, place.y), ends[0], ends[1]);
                assert!(!crosses, "{edge:?} passes through {}: {:?}", node.key, route.points);
            }
        }
    }
}

/// True if a line passes through the node with this middle; its border does not count.
fn meets(middle: (f32, f32), a: (f32, f32), b: (f32, f32)) -> bool {
    const HALF: f32 = 0.495;
    let (mut first, mut last) = (0.0_f32, 1.0_f32);
    for (from, to, at) in [(a.0, b.0, middle.0), (a.1, b.1, middle.1)] {
        let (low, high) = (at - HALF - from, at + HALF - from);
        let way = to - from;
        if way.abs() < 1e-6 {
            if low >= 0.0 || high <= 0.0 {
                return false;
            }
            continue;
        }
        let (enter, leave) = (low / way, high / way);
        first = first.max(enter.min(leave));
        last = last.min(enter.max(leave));
    }
    first < last
}

/// Crossings as one would count them on paper: all pairs of lines in each gap.
pub fn crossings_on_paper(drawing: &Drawing) -> usize {
    let mut count = 0;
    for two in drawing.columns.windows(2) {
        let (left, right) = (two[0] + 0.5, two[1] - 0.5);
        let mut lines: Vec<(f32, f32)> = Vec::new();
        for route in &drawing.routes {
            for ends in route.points.windows(2) {
                let (a, b) =
                    if ends[0].0 <= ends[1].0 { (ends[0], ends[1]) } else { (ends[1], ends[0]) };
                if a.0 < left + 1e-3 && b.0 > right - 1e-3 {
                    lines.push((a.1, b.1));
                }
            }
        }
        for (at, a) in lines.iter().enumerate() {
            count += lines[..at].iter().filter(|b| (a.0 - b.0) * (a.1 - b.1) < 0.0).count();
        }
    }
    count
}
