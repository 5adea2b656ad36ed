use super::support::{all_near, near};
use super::support::{channel, item, kazakhstan, leaf, leverage_leaf, requires, table};
use phasewise::model::{ActiveWeights, AnyOf, Item, LinkType, MissingScores, Scenario};
use phasewise::scoring::{LeverageGraph, Matrix, leaf_weights};
use proptest::prelude::*;

fn chain(length: usize) -> Scenario {
    let name = |at: usize| format!("i{at}");
    let link = |at: usize| match at {
        0 => item(&name(0), &[]),
        _ => requires(item(&name(at), &[]), &[&name(at - 1)]),
    };
    Scenario { items: (0..length).map(link).collect(), ..Default::default() }
}

#[test]
fn halves_with_every_step_by_the_shortest_way() {
    // d needs c needs b needs a, and d needs a itself: distance 1, not 3.
    let items = vec![
        item("a", &[]),
        requires(item("b", &[]), &["a"]),
        requires(item("c", &[]), &["b"]),
        requires(item("d", &[]), &["c", "a"]),
    ];
    let graph = LeverageGraph::new(&Scenario { items, ..Default::default() });
    let leverage = graph.leverage(&[1.0, 8.0, 16.0, 32.0], 0.5);
    assert_eq!(leverage, [4.0 + 4.0 + 16.0, 8.0 + 8.0, 16.0, 0.0]);
    assert_eq!(graph.leverage(&[1.0, 8.0, 16.0, 32.0], 1.0)[0], 56.0);
    assert_eq!(graph.leverage(&[1.0, 8.0, 16.0, 32.0], 0.0)[0], 0.0);
    assert_eq!([0, 1, 2, 3, 4].map(|item| graph.unlocked(item)), [3, 2, 1, 0, 0]);
}

#[test]
fn alternatives_unlock_and_channels_and_wishes_do_not() {
    let mut service = item("service", &[]);
    let any_of = vec!["left".into(), "right".into()];
    service.requires_any_of = vec![AnyOf { any_of, ..Default::default() }];
    service.channels =
        vec![channel(None, true, &["counter", "ghost"]), channel(None, false, &["phone"])];
    service = requires(service, &["wish", "left", "service"]);
    service.requires[0].link = LinkType::Soft;
    let names = ["left", "right", "counter", "phone", "wish"];
    let mut items: Vec<Item> = names.map(|name| item(name, &[])).to_vec();
    items.push(service);
    let graph = LeverageGraph::new(&Scenario { items, ..Default::default() });
    let leverage = graph.leverage(&[0.0, 0.0, 0.0, 0.0, 0.0, 60.0], 0.5);
    assert_eq!(leverage, [30.0, 30.0, 0.0, 0.0, 0.0, 0.0]);
}

#[test]
fn items_that_need_each_other_do_not_unlock_themselves() {
    let items = vec![requires(item("a", &[]), &["b"]), requires(item("b", &[]), &["a"])];
    let graph = LeverageGraph::new(&Scenario { items, ..Default::default() });
    assert_eq!(graph.leverage(&[10.0, 40.0], 0.5), [20.0, 5.0]);
}

#[test]
fn odd_numbers_give_numbers() {
    let graph = LeverageGraph::new(&chain(3));
    assert_eq!(graph.leverage(&[f64::NAN, -3.0, f64::NAN], 0.5), [0.0; 3]);
    assert_eq!(graph.leverage(&[1.0, 1.0, 1.0], f64::NAN), [0.0; 3]);
    assert_eq!(graph.leverage(&[1.0], 0.5), [0.0; 3]);
    assert!(LeverageGraph::default().leverage(&[1.0], 0.5).is_empty());
    assert_eq!(LeverageGraph::default().unlocked(0), 0);
}

/// Too many descendants to keep them all: 18 million. `100 (1 − 2^−k)` by hand.
#[test]
fn long_chains() {
    let length = 6_000;
    let graph = LeverageGraph::new(&chain(length));
    let leverage = graph.leverage(&vec![100.0; length], 0.5);
    for (at, leverage) in leverage.iter().enumerate() {
        let after = (length - 1 - at) as i32;
        near(*leverage, 100.0 * (1.0 - 0.5f64.powi(after)), 1e-12);
    }
    let counts = [0, 1, 5_000, 5_998, 5_999].map(|item| graph.unlocked(item));
    assert_eq!(counts, [5_999, 5_998, 999, 1, 0]);
    // Without discount nothing may be cut off.
    let all = graph.leverage(&vec![1.0; length], 1.0);
    assert_eq!((all[0], all[5_990]), (5_999.0, 9.0));
}

/// All shortest distances by Floyd and Warshall.
pub fn twin(links: &[(usize, usize)], benefit: &[f64], discount: f64) -> Vec<f64> {
    let count = benefit.len();
    let mut distance = vec![vec![f64::INFINITY; count]; count];
    for &(from, to) in links {
        distance[from][to] = 1.0;
    }
    for by in 0..count {
        for from in 0..count {
            for to in 0..count {
                let detour = distance[from][by] + distance[by][to];
                distance[from][to] = distance[from][to].min(detour);
            }
        }
    }
    let reached = |from: usize| (0..count).filter(move |&to| to != from);
    let part = |from: usize, to: usize| match distance[from][to] {
        far if far.is_finite() => benefit[to] * discount.powf(far),
        _ => 0.0,
    };
    (0..count).map(|from| reached(from).map(|to| part(from, to)).sum()).collect()
}

proptest! {
    #[test]
    fn agrees_with_all_shortest_paths(
        links in prop::collection::vec((0usize..12, 0usize..12), 0..40),
        benefit in prop::collection::vec(0.0..100.0f64, 12),
        discount in 0.1..1.0f64,
    ) {
        let mut items: Vec<Item> = (0..12).map(|at| item(&format!("i{at}"), &[])).collect();
        for &(from, to) in &links {
            items[to] = requires(items[to].clone(), &[&format!("i{from}")]);
        }
        let scenario = Scenario { items, ..Default::default() };
        let found = LeverageGraph::new(&scenario).leverage(&benefit, discount);
        for (found, wanted) in found.iter().zip(twin(&links, &benefit, discount)) {
            prop_assert!((found - wanted).abs() < 1e-8, "{found} {wanted}");
        }
    }
}

#[test]
fn direct_value_leaves_out_what_is_computed() {
    let mut risk = leaf("risk");
    risk.baseline = 100.0;
    let mut scenario = table(&[3.0, 1.0], &[]);
    scenario.criteria.extend([risk, leverage_leaf(100.0)]);
    scenario.weight_sets[0].swings.extend([("risk".into(), 4.0), ("leverage".into(), 2.0)]);
    scenario.items = vec![
        item("base", &[("c0", 0.0), ("c1", 0.0), ("risk", 10.0)]),
        requires(item("top", &[("c0", 80.0), ("c1", 40.0), ("risk", 90.0)]), &["base"]),
    ];
    let weights = leaf_weights(&scenario, &ActiveWeights::First);
    let matrix = Matrix::new(&scenario, &weights);
    // (3 × 80 + 1 × 40 + 4 × 90) / 8 = 80, and half of it.
    near(matrix.cells[0][3].raw.unwrap(), 40.0, 1e-9);
    assert!(matrix.cells[0][3].computed && !matrix.cells[0][0].computed);
    scenario.items[1].scores.shift_remove("c1");
    let matrix = Matrix::new(&scenario, &weights);
    // What nobody has stated is left out: (3 × 80 + 4 × 90) / 7, and half of it.
    near(matrix.cells[0][3].raw.unwrap(), 300.0 / 7.0, 1e-9);
    scenario.parameters.missing_score_policy = MissingScores::Worst;
    let matrix = Matrix::new(&scenario, &weights);
    near(matrix.cells[0][3].raw.unwrap(), 37.5, 1e-9);
}

#[test]
fn kazakhstan_agrees_with_the_twin() {
    let scenario = kazakhstan();
    let weights = leaf_weights(&scenario, &ActiveWeights::First);
    let matrix = Matrix::new(&scenario, &weights);
    let at = |id: &str| scenario.items.iter().position(|item| item.id == *id).unwrap();
    let mut links = Vec::new();
    for (to, item) in scenario.items.iter().enumerate() {
        let hard = item.requires.iter().filter(|link| link.link == LinkType::Hard);
        links.extend(hard.map(|link| (at(link.item.as_str()), to)));
        let any = item.requires_any_of.iter().flat_map(|group| &group.any_of);
        links.extend(any.map(|other| (at(other.as_str()), to)));
    }
    let leaf = |id: &str| scenario.leaf_criteria().position(|leaf| leaf.id == *id).unwrap();
    let entered: Vec<usize> = (0..matrix.leaves.len())
        .filter(|&leaf| scenario.criteria[matrix.leaves[leaf]].computed.is_none())
        .collect();
    let all: f64 = entered.iter().map(|&leaf| weights[leaf]).sum();
    let direct: Vec<f64> = matrix
        .cells
        .iter()
        .map(|row| {
            let part = |&leaf: &usize| weights[leaf] * row[leaf].value.unwrap() / all;
            entered.iter().map(part).sum()
        })
        .collect();
    let found: Vec<f64> =
        matrix.cells.iter().map(|row| row[leaf("leverage")].raw.unwrap()).collect();
    all_near(&found, &twin(&links, &direct, 0.5), 1e-7);
    // The scale of the data ends at 450, just above the strongest enabler.
    near(found.iter().copied().fold(0.0, f64::max), 449.3, 0.05);
    // Both unlock the same, to the last bit.
    assert_eq!(found[at("csc-public")].to_bits(), found[at("csc-ppp")].to_bits());
}
