use super::support::{all_near, group, leaf, under, weight_set};
use phasewise::model::{ActiveWeights, Criterion, Scenario, WeightSet};
use phasewise::scoring::{leaf_weights, set_weights};
use proptest::prelude::*;

fn tree(criteria: Vec<Criterion>, sets: Vec<WeightSet>) -> Scenario {
    Scenario { criteria, weight_sets: sets, ..Default::default() }
}

/// demand and speed under value; saving under a group of its own under value; risk at the top.
fn criteria() -> Vec<Criterion> {
    vec![
        leaf("risk"),
        under("value", leaf("demand")),
        group("value"),
        under("value", leaf("speed")),
        under("value", group("state")),
        under("state", leaf("saving")),
    ]
}

#[test]
fn flat_swings_give_their_share_whatever_the_tree() {
    let swings = [("risk", 50.0), ("demand", 100.0), ("speed", 30.0), ("saving", 20.0)];
    let scenario = tree(criteria(), vec![weight_set("flat", &swings)]);
    let weights = leaf_weights(&scenario, &ActiveWeights::First);
    all_near(&weights, &[0.25, 0.5, 0.15, 0.1], 1e-15);
}

#[test]
fn a_named_group_shares_its_own_swing() {
    let swings =
        [("risk", 100.0), ("value", 300.0), ("demand", 40.0), ("speed", 20.0), ("saving", 60.0)];
    let scenario = tree(criteria(), vec![weight_set("named", &swings)]);
    let weights = leaf_weights(&scenario, &ActiveWeights::First);
    // By hand: value 300/400; in it demand 40/120, speed 20/120, state 60/120.
    all_near(&weights, &[0.25, 0.25, 0.125, 0.375], 1e-15);
}

#[test]
fn a_blend_is_the_mean_by_influence() {
    let mut scenario = tree(
        vec![leaf("a"), leaf("b")],
        vec![
            weight_set("x", &[("a", 100.0), ("b", 100.0)]),
            weight_set("y", &[("a", 10.0)]),
            weight_set("z", &[("a", 20.0), ("b", 80.0)]),
        ],
    );
    for (set, influence) in scenario.weight_sets.iter_mut().zip([0.0, 1.0, 3.0]) {
        set.influence = influence;
    }
    all_near(&leaf_weights(&scenario, &ActiveWeights::Blend), &[0.4, 0.6], 1e-15);
    assert_eq!(leaf_weights(&scenario, &ActiveWeights::Set("y".into())), [1.0, 0.0]);
    for set in &mut scenario.weight_sets {
        set.influence = 0.0;
    }
    let third = 1.0 / 3.0;
    let mean = [third * (0.5 + 1.0 + 0.2), third * (0.5 + 0.0 + 0.8)];
    all_near(&leaf_weights(&scenario, &ActiveWeights::Blend), &mean, 1e-15);
}

#[test]
fn without_weights_all_leaves_weigh_alike() {
    let nothing = tree(criteria(), vec![]);
    assert_eq!(leaf_weights(&nothing, &ActiveWeights::First), [0.25; 4]);
    assert_eq!(leaf_weights(&nothing, &ActiveWeights::Blend), [0.25; 4]);
    assert_eq!(leaf_weights(&nothing, &ActiveWeights::Set("none".into())), [0.25; 4]);
    let zeros = tree(criteria(), vec![weight_set("zero", &[("risk", 0.0), ("value", 0.0)])]);
    assert_eq!(leaf_weights(&zeros, &ActiveWeights::First), [0.25; 4]);
    assert!(leaf_weights(&Scenario::default(), &ActiveWeights::Blend).is_empty());
}

/// What validation refuses still gives weights, and in no time.
#[test]
fn broken_trees_and_numbers() {
    let circle = vec![under("y", group("x")), under("x", group("y")), under("x", leaf("in"))];
    let set = weight_set("s", &[("in", 1.0)]);
    assert_eq!(set_weights(&tree(circle, vec![]), &set), [1.0]);
    let twice: Vec<_> = (0..64)
        .flat_map(|at| vec![under(&format!("g{at}"), group(&format!("g{}", at + 1))); 2])
        .chain([group("g0"), under("g64", leaf("deep"))])
        .collect();
    let set = weight_set("s", &[("deep", 2.0)]);
    assert_eq!(set_weights(&tree(twice, vec![]), &set), [1.0]);
    let deep: Vec<_> = (0..50_000)
        .map(|at| under(&format!("g{at}"), group(&format!("g{}", at + 1))))
        .chain([group("g0"), under("g50000", leaf("deep"))])
        .collect();
    assert_eq!(set_weights(&tree(deep, vec![]), &set), [1.0]);
    let odd = weight_set("s", &[("a", f64::NAN), ("b", -5.0), ("c", 3.0), ("d", f64::INFINITY)]);
    let four = tree(["a", "b", "c", "d"].map(leaf).to_vec(), vec![]);
    assert_eq!(set_weights(&four, &odd), [0.0, 0.0, 1.0, 0.0]);
}

/// Down the tree again, the obvious way.
fn naive(scenario: &Scenario, set: &WeightSet, criterion: &Criterion) -> f64 {
    fn swing(scenario: &Scenario, set: &WeightSet, criterion: &Criterion) -> f64 {
        set.swings.get(&criterion.id).copied().unwrap_or_else(|| {
            let of = |other: &&Criterion| other.parent.as_ref() == Some(&criterion.id);
            scenario.criteria.iter().filter(of).map(|other| swing(scenario, set, other)).sum()
        })
    }
    let siblings = scenario.criteria.iter().filter(|other| other.parent == criterion.parent);
    let all: f64 = siblings.map(|other| swing(scenario, set, other)).sum();
    let share = if all > 0.0 { swing(scenario, set, criterion) / all } else { 0.0 };
    let parent = criterion.parent.as_ref().and_then(|id| scenario.criterion(id.as_str()));
    share * parent.map_or(1.0, |parent| naive(scenario, set, parent))
}

proptest! {
    #[test]
    fn weights_add_up_to_1_and_follow_the_products(
        parents in prop::collection::vec(0usize..12, 1..12),
        swings in prop::collection::vec(prop::option::of(0u32..6), 24),
    ) {
        // Groups g0.., each under an earlier one or the top; a leaf under each place.
        let place = |at: usize, choice: usize| -> Option<String> {
            (choice % (at + 1)).checked_sub(1).map(|at| format!("g{at}"))
        };
        let mut criteria = Vec::new();
        for (at, &choice) in parents.iter().enumerate() {
            let hang = |criterion: Criterion, parent: Option<String>| Criterion {
                parent: parent.map(Into::into), ..criterion
            };
            criteria.push(hang(group(&format!("g{at}")), place(at, choice)));
            criteria.push(hang(leaf(&format!("l{at}")), place(at + 1, choice * 7 + 1)));
        }
        let named: Vec<(String, f64)> = criteria.iter().zip(&swings)
            .filter_map(|(c, swing)| Some((c.id.0.clone(), f64::from((*swing)?))))
            .collect();
        let pairs: Vec<(&str, f64)> = named.iter().map(|(id, s)| (id.as_str(), *s)).collect();
        let scenario = tree(criteria, vec![weight_set("s", &pairs)]);
        let weights = leaf_weights(&scenario, &ActiveWeights::First);
        prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let set = &scenario.weight_sets[0];
        let naive: Vec<f64> =
            scenario.leaf_criteria().map(|leaf| naive(&scenario, set, leaf)).collect();
        let all: f64 = naive.iter().sum();
        for (weight, naive) in weights.iter().zip(naive) {
            let wanted = if all > 0.0 { naive / all } else { 1.0 / weights.len() as f64 };
            prop_assert!((weight - wanted).abs() < 1e-12);
        }
    }
}
