use super::support::{group, leaf, near, under};
use phasewise::files::{parse, text::Format};
use phasewise::model::{ActiveWeights, Measure, Scenario, Score, ValueFunction};
use phasewise::scoring::{Cell, Matrix, leaf_weights, rank};

/// The scenario of design section 7, worked out by hand.
#[test]
fn two_services() {
    let text = r#"{ "schema": 1, "title": "Two services",
      "criteria": [
        { "id": "demand", "value": { "log10": { "worst": 100, "best": 1000000 } } },
        { "id": "risk", "value": { "linear": { "worst": 100, "best": 0 } } } ],
      "weight_sets": [ { "id": "base", "swings": { "demand": 100, "risk": 50 } } ],
      "items": [
        { "id": "a", "scores": { "demand": 20000, "risk": { "low": 10, "best": 20, "high": 60 } },
          "capex": [3.5], "requires": [ { "item": "b" } ] },
        { "id": "b", "scores": { "demand": 100, "risk": 5 }, "capex": [1.0] } ] }"#;
    let scenario = parse(text.as_bytes(), Format::Json).0.unwrap();
    let weights = leaf_weights(&scenario, &scenario.active_weights);
    let matrix = Matrix::new(&scenario, &weights);
    let ranking = rank(&scenario, &matrix, &weights);
    // log10(20000 / 100) / 4 = 0.5752575: 57.52575 × 2/3 + 80 / 3.
    near(ranking.rows[0].value, 57.525_749_891_599_53 * 2.0 / 3.0 + 80.0 / 3.0, 1e-9);
    near(ranking.rows[1].value, 95.0 / 3.0, 1e-9);
    assert_eq!(ranking.order, [0, 1]);
    assert_eq!(matrix.cells[0][1], Cell { raw: Some(20.0), value: Some(80.0), ..Cell::default() });
}

#[test]
fn groups_have_no_column_and_levels_no_number() {
    let levels = [("none", 0.0), ("full", 100.0)].map(|(id, value)| (id.to_owned(), value));
    let mut openness = under("value", leaf("openness"));
    openness.value = Some(ValueFunction::Levels(levels.into()));
    let mut scenario = Scenario {
        criteria: vec![group("value"), openness, leaf("fit")],
        items: vec![Default::default(); 3],
        ..Default::default()
    };
    let level = |id: &str| Score::exactly(Measure::Level(id.to_owned()));
    scenario.items[0].scores.insert("openness".into(), level("full"));
    scenario.items[1].scores.insert("openness".into(), level("unheard-of"));
    scenario.items[2].scores.insert("fit".into(), Score::exactly(Measure::Number(120.0)));
    let matrix = Matrix::new(&scenario, &leaf_weights(&scenario, &ActiveWeights::First));
    assert_eq!(matrix.leaves, [1, 2]);
    let full = Cell { value: Some(100.0), ..Cell::default() };
    assert_eq!(matrix.cells[0], [full, Cell::default()]);
    assert_eq!(matrix.cells[1][0], Cell::default());
    let beyond = Cell { raw: Some(120.0), value: Some(100.0), clamped: true, computed: false };
    assert_eq!(matrix.cells[2][1], beyond);
}
