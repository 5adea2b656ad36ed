use super::support::{channel, item, kazakhstan, leaf, leverage_leaf, near, requires};
use phasewise::model::{ActiveWeights, Computed, Criterion, GateMode, MissingScores, Scenario};
use phasewise::scoring::{Matrix, Worth, leaf_weights, net_worth};
use proptest::prelude::*;

/// Benefit, trouble, leverage and infrastructure risk, a quarter of the weight each.
fn scenario() -> Scenario {
    let trouble = |id: &str| Criterion { baseline: 100.0, ..leaf(id) };
    let computed = Some(Computed::InfrastructureRisk);
    let mut service = item("service", &[("use", 80.0), ("risk", 70.0)]);
    service.channels = vec![channel(Some(("internet", 30.0)), true, &[])];
    Scenario {
        criteria: vec![
            leaf("use"),
            trouble("risk"),
            leverage_leaf(50.0),
            // Rising, so that 30 lacking is value 30: the sign does not matter here.
            Criterion { computed, ..trouble("infrastructure") },
        ],
        items: vec![item("base", &[("use", 0.0), ("risk", 100.0)]), requires(service, &["base"])],
        ..Default::default()
    }
}

fn worth(scenario: &Scenario) -> Vec<Worth> {
    let weights = leaf_weights(scenario, &ActiveWeights::First);
    net_worth(scenario, &Matrix::new(scenario, &weights), &weights)
}

#[test]
fn against_doing_nothing_and_nothing_twice() {
    let mut scenario = scenario();
    // Hard gate: a quarter of 80 against a quarter of 30; leverage and gate left out.
    assert_eq!(worth(&scenario)[1], Worth { benefit: 20.0, trouble: 7.5 });
    // An enabler is worth nothing by itself, whatever it unlocks.
    assert_eq!(worth(&scenario)[0], Worth::default());
    for mode in [GateMode::Warn, GateMode::Score] {
        scenario.parameters.gate_mode = mode;
        assert_eq!(worth(&scenario)[1], Worth { benefit: 20.0, trouble: 25.0 });
    }
}

#[test]
fn missing_scores() {
    let mut scenario = scenario();
    scenario.items[1].scores.clear();
    assert_eq!(worth(&scenario)[1], Worth::default());
    scenario.parameters.missing_score_policy = MissingScores::Worst;
    assert_eq!(worth(&scenario)[1], Worth { benefit: 0.0, trouble: 25.0 });
    scenario.parameters.missing_score_policy = MissingScores::Midpoint;
    assert_eq!(worth(&scenario)[1], Worth { benefit: 12.5, trouble: 12.5 });
}

proptest! {
    /// `benefit − trouble = V − V(baseline)` for any baselines, trouble never below 0.
    #[test]
    fn parts_add_up(
        baselines in prop::collection::vec(0u32..=10, 5),
        values in prop::collection::vec(0.0..100.0f64, 5),
    ) {
        let names = ["a", "b", "c", "d", "e"];
        let baselines: Vec<f64> = baselines.into_iter().map(|b| f64::from(b) * 10.0).collect();
        let criteria = names.iter().zip(&baselines);
        let scores: Vec<(&str, f64)> = names.into_iter().zip(values.iter().copied()).collect();
        let scenario = Scenario {
            criteria: criteria.map(|(id, &baseline)| Criterion { baseline, ..leaf(id) }).collect(),
            items: vec![item("only", &scores)],
            ..Default::default()
        };
        let Worth { benefit, trouble } = worth(&scenario)[0];
        let net: f64 = values.iter().zip(&baselines).map(|(v, b)| 0.2 * (v - b)).sum();
        prop_assert!((benefit - trouble - net).abs() < 1e-9);
        prop_assert!(trouble >= 0.0);
    }
}

#[test]
fn kazakhstan_by_hand() {
    let scenario = kazakhstan();
    let weights = leaf_weights(&scenario, &ActiveWeights::First);
    let matrix = Matrix::new(&scenario, &weights);
    let worth = net_worth(&scenario, &matrix, &weights);
    let gains = ["demand", "time-saved", "access-gain", "transparency", "efficiency", "fiscal"];
    let pains = ["delivery-risk", "agency-readiness", "legal-gap", "reengineering"];
    let swing = |id: &str| scenario.weight_sets[0].swings[id];
    let all: f64 = scenario.leaf_criteria().map(|leaf| swing(leaf.id.as_str())).sum();
    let leaf = |id: &str| scenario.leaf_criteria().position(|leaf| leaf.id == *id).unwrap();
    for (row, worth) in matrix.cells.iter().zip(&worth) {
        let value = |id: &str| row[leaf(id)].value.unwrap();
        let sum = |ids: &[&str], of: &dyn Fn(&str) -> f64| -> f64 {
            ids.iter().map(|id| swing(id) / all * of(id)).sum()
        };
        near(worth.benefit, sum(&gains, &value) + sum(&["goal-fit"], &value), 1e-4);
        near(worth.trouble, sum(&pains, &|id| 100.0 - value(id)), 1e-4);
    }
}
