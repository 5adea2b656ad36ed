//! Small scenarios, and numbers that are nearly the same.

use phasewise::model::{
    Channel, Computed, Criterion, Item, Measure, Need, Requires, Scenario, Score, ValueFunction,
    WeightSet,
};
use std::path::Path;

/// A leaf from 0 (worst) to 100 (best): values are the scores.
pub fn leaf(id: &str) -> Criterion {
    let value = Some(ValueFunction::Linear { worst: 0.0, best: 100.0 });
    Criterion { id: id.into(), value, ..Default::default() }
}

pub fn group(id: &str) -> Criterion {
    Criterion { id: id.into(), ..Default::default() }
}

pub fn under(parent: &str, criterion: Criterion) -> Criterion {
    Criterion { parent: Some(parent.into()), ..criterion }
}

pub fn leverage_leaf(best: f64) -> Criterion {
    let value = Some(ValueFunction::Linear { worst: 0.0, best });
    Criterion { value, computed: Some(Computed::Leverage), ..leaf("leverage") }
}

pub fn weight_set(id: &str, swings: &[(&str, f64)]) -> WeightSet {
    let swings = swings.iter().map(|&(id, swing)| (id.into(), swing)).collect();
    WeightSet { id: id.into(), swings, ..Default::default() }
}

pub fn item(id: &str, scores: &[(&str, f64)]) -> Item {
    let score = |&(id, number): &(&str, f64)| (id.into(), Score::exactly(Measure::Number(number)));
    Item { id: id.into(), scores: scores.iter().map(score).collect(), ..Default::default() }
}

pub fn requires(mut item: Item, others: &[&str]) -> Item {
    let link = |other: &&str| Requires { item: (*other).into(), ..Default::default() };
    item.requires.extend(others.iter().map(link));
    item
}

pub fn channel(measure: Option<(&str, f64)>, opens_gate: bool, any_of: &[&str]) -> Channel {
    Channel {
        channel: "web".into(),
        share: 1.0,
        opens_gate,
        need: measure.map(|(measure, level)| Need { measure: measure.into(), level: level.into() }),
        requires_any_of: any_of.iter().map(|id| (*id).into()).collect(),
        lag: 0,
    }
}

/// Leaves `c0`, `c1`, …, and items `i0`, `i1`, … with the scores given; NaN leaves
/// a score out.
pub fn table(swings: &[f64], scores: &[Vec<f64>]) -> Scenario {
    let names: Vec<String> = (0..swings.len()).map(|at| format!("c{at}")).collect();
    let pairs = |numbers: &[f64]| -> Vec<(&str, f64)> {
        let all = names.iter().map(String::as_str).zip(numbers.iter().copied());
        all.filter(|(_, number)| !number.is_nan()).collect()
    };
    Scenario {
        criteria: names.iter().map(|name| leaf(name)).collect(),
        weight_sets: vec![weight_set("base", &pairs(swings))],
        items: scores
            .iter()
            .enumerate()
            .map(|(at, row)| item(&format!("i{at}"), &pairs(row)))
            .collect(),
        ..Default::default()
    }
}

pub fn kazakhstan() -> Scenario {
    shipped("kazakhstan.ron")
}

pub fn shipped(name: &str) -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
    phasewise::files::read(&path).unwrap().scenario
}

#[track_caller]
pub fn near(found: f64, wanted: f64, tolerance: f64) {
    assert!((found - wanted).abs() <= tolerance, "found {found}, wanted {wanted}");
}

#[track_caller]
pub fn all_near(found: &[f64], wanted: &[f64], tolerance: f64) {
    assert_eq!(found.len(), wanted.len());
    let close = found.iter().zip(wanted).all(|(a, b)| (a - b).abs() <= tolerance);
    assert!(close, "found {found:?}, wanted {wanted:?}");
}
