//! The workbook calculated anew by IronCalc, which shares no code with ours: the same
//! values, ranks and weights, also after somebody has changed a swing or a score.

use super::support::{bundled, bytes, from_json, kazakhstan, odd, planned, planned_with};
use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use ironcalc::import::load_from_xlsx_bytes;
use phasewise::app::{Scores, Snapshot};
use phasewise::model::{ActiveWeights, MissingScores, Scenario};
use phasewise::scoring::LeverageGraph;
use proptest::prelude::*;

/// A workbook in a program that calculates.
struct Book {
    model: Model<'static>,
}

impl Book {
    fn open(bytes: &[u8]) -> Self {
        let book = load_from_xlsx_bytes(bytes, "book", "en", "UTC").unwrap();
        let mut model = Model::from_workbook(book, "en").unwrap();
        model.evaluate();
        Self { model }
    }

    fn sheet(&self, name: &str) -> u32 {
        let sheets = self.model.get_worksheets_properties();
        sheets.iter().position(|sheet| sheet.name == name).unwrap() as u32
    }

    /// Rows and columns from 1.
    fn at(&self, sheet: &str, row: i32, column: i32) -> CellValue {
        self.model.get_cell_value_by_index(self.sheet(sheet), row, column).unwrap()
    }

    fn text(&self, sheet: &str, row: i32, column: i32) -> String {
        match self.at(sheet, row, column) {
            CellValue::String(text) => text,
            other => panic!("{sheet} {row} {column}: {other:?}"),
        }
    }

    fn number(&self, sheet: &str, row: i32, column: i32) -> f64 {
        match self.at(sheet, row, column) {
            CellValue::Number(number) => number,
            other => panic!("{sheet} {row} {column}: {other:?}"),
        }
    }

    fn set(&mut self, sheet: &str, row: i32, column: i32, number: f64) {
        let sheet = self.sheet(sheet);
        self.model.update_cell_with_number(sheet, row, column, number).unwrap();
        self.model.evaluate();
    }

    /// The column of a head in a row.
    fn column(&self, sheet: &str, row: i32, head: &str) -> i32 {
        (1..200)
            .find(|&column| self.at(sheet, row, column) == CellValue::String(head.to_owned()))
            .unwrap_or_else(|| panic!("{sheet} has no {head}"))
    }

    /// The row of an id in a column.
    fn row(&self, sheet: &str, column: i32, id: &str) -> i32 {
        (1..200)
            .find(|&row| self.at(sheet, row, column) == CellValue::String(id.to_owned()))
            .unwrap_or_else(|| panic!("{sheet} has no {id}"))
    }
}

const HEADS: i32 = 8;
const SCORE_ID: i32 = 4;
const WEIGHT_ID: i32 = 2;

fn scores(scenario: &Scenario) -> Scores {
    Scores::of(scenario, &LeverageGraph::new(scenario))
}

/// Compares everything that is calculated with what the program finds.
fn assert_same(book: &Book, scenario: &Scenario, found: &Scores) {
    for (weight, &leaf) in found.weights.iter().zip(&found.matrix.leaves) {
        let id = scenario.criteria[leaf].id.as_str();
        let row = book.row("Weights", WEIGHT_ID, id);
        let got = book.number("Weights", row, 4);
        assert!((got - weight).abs() < 1e-12, "weight of {id}: {got}, not {weight}");
    }
    for (item, ranked) in scenario.items.iter().zip(&found.ranking.rows) {
        let row = book.row("Scores", SCORE_ID, item.id.as_str());
        let value = book.number("Scores", row, 2);
        assert!((value - ranked.value).abs() < 1e-9, "{}: {value}, not {}", item.id, ranked.value);
        let rank = book.number("Scores", row, 1);
        assert!(rank == ranked.rank as f64, "{}: place {rank}, not {}", item.id, ranked.rank);
    }
    for (place, &at) in (4..).zip(&found.ranking.order) {
        let value = book.number("Ranking", place, 4);
        assert!((value - found.ranking.rows[at].value).abs() < 1e-9, "row {place}: {value}");
    }
}

#[test]
fn the_bundled_scenarios_calculate_to_our_values() {
    for snapshot in [kazakhstan(), &planned(bundled("eu20.ron"))] {
        let book = Book::open(&bytes(snapshot, ".xlsx", "en"));
        assert_same(&book, &snapshot.scenario, &snapshot.scores);
    }
}

#[test]
fn the_ranking_follows_a_changed_swing() {
    let snapshot = kazakhstan();
    let mut scenario = (*snapshot.scenario).clone();
    let set = scenario.weight_sets.iter().position(|set| match &scenario.active_weights {
        ActiveWeights::Set(id) => set.id == *id,
        _ => true,
    });
    let set = set.unwrap();
    let mut book = Book::open(&bytes(snapshot, ".xlsx", "en"));
    let row = book.row("Weights", WEIGHT_ID, "demand");
    let column = 6 + 4 * set as i32;
    assert_eq!(book.number("Weights", row, column), scenario.weight_sets[set].swings["demand"]);
    book.set("Weights", row, column, 7.5);
    scenario.weight_sets[set].swings["demand"] = 7.5;
    let found = scores(&scenario);
    assert_ne!(found.ranking.order, snapshot.scores.ranking.order, "a swing that changes nothing");
    assert_same(&book, &scenario, &found);
    let first = scenario.items[found.ranking.order[0]].name.get("en");
    assert_eq!(book.text("Ranking", 4, 3), first, "the ranking orders itself");
}

#[test]
fn the_ranking_follows_a_changed_score() {
    let snapshot = kazakhstan();
    let mut scenario = (*snapshot.scenario).clone();
    let last = *snapshot.scores.ranking.order.last().unwrap();
    let id = scenario.items[last].id.to_string();
    let mut book = Book::open(&bytes(snapshot, ".xlsx", "en"));
    let row = book.row("Scores", SCORE_ID, &id);
    let column = book.column("Scores", HEADS, "Demand, transactions a year");
    book.set("Scores", row, column, 9_000_000.0);
    let score = phasewise::model::Score::exactly(phasewise::model::Measure::Number(9_000_000.0));
    scenario.items[last].scores.insert("demand".into(), score);
    let found = scores(&scenario);
    assert_ne!(found.ranking.order, snapshot.scores.ranking.order);
    assert_same(&book, &scenario, &found);
}

#[test]
fn every_policy_for_missing_scores_calculates_to_our_values() {
    for policy in [MissingScores::Renormalise, MissingScores::Worst, MissingScores::Midpoint] {
        let mut scenario = odd();
        scenario.parameters.missing_score_policy = policy;
        let snapshot = planned(scenario);
        let missing = snapshot.scores.ranking.rows.iter().any(|row| !row.missing.is_empty());
        assert!(missing, "nothing is missing");
        let book = Book::open(&bytes(&snapshot, ".xlsx", "en"));
        assert_same(&book, &snapshot.scenario, &snapshot.scores);
    }
}

/// So many that points are added up in one formula and sources stand in one column.
#[test]
fn very_many_items_calculate_to_our_values() {
    for policy in [MissingScores::Renormalise, MissingScores::Worst, MissingScores::Midpoint] {
        let mut scenario = odd();
        scenario.parameters.missing_score_policy = policy;
        scenario.items[1].scores["log"].reference = Some("Annex 1".to_owned());
        let few = scenario.items.clone();
        for copy in 1..=250 {
            scenario.items.extend(few.iter().cloned().map(|mut item| {
                item.id = format!("{}-{copy}", item.id).as_str().into();
                item
            }));
        }
        assert_eq!(scenario.items.len(), 2_008);
        let snapshot = planned_with(scenario, 1);
        let written = bytes(&snapshot, ".xlsx", "en");
        assert!(written == bytes(&snapshot, ".xlsx", "en"), "the same plan is another file");
        let book = Book::open(&written);
        let (scenario, found) = (&snapshot.scenario, &snapshot.scores);
        let sources = book.column("Scores", HEADS, "Source");
        for (row, &at) in (HEADS + 1..).zip(&found.ranking.order) {
            let (id, ranked) = (&scenario.items[at].id, &found.ranking.rows[at]);
            assert_eq!(book.text("Scores", row, SCORE_ID), id.as_str());
            let value = book.number("Scores", row, 2);
            assert!((value - ranked.value).abs() < 1e-9, "{id}: {value}, not {}", ranked.value);
            let rank = book.number("Scores", row, 1);
            assert!(rank == ranked.rank as f64, "{id}: place {rank}, not {}", ranked.rank);
            if id == "i1" {
                assert_eq!(book.text("Scores", row, sources), "log: Annex 1");
            }
        }
    }
}

#[test]
fn a_blend_of_sets_calculates_to_our_weights() {
    let mut scenario = bundled("kazakhstan.ron");
    assert!(scenario.weight_sets.len() > 1);
    scenario.active_weights = ActiveWeights::Blend;
    for influences in [None, Some(0.0)] {
        if let Some(influence) = influences {
            scenario.weight_sets.iter_mut().for_each(|set| set.influence = influence);
        }
        let snapshot = planned(scenario.clone());
        let book = Book::open(&bytes(&snapshot, ".xlsx", "en"));
        assert_same(&book, &snapshot.scenario, &snapshot.scores);
    }
}

/// Items with scores on scales of all kinds; a missing score here and there.
fn any_scenario() -> impl Strategy<Value = Scenario> {
    let score = || prop::option::weighted(0.85, -20.0..150.0_f64);
    let level = prop::option::weighted(0.8, prop::sample::select(vec!["a", "A", "b*", "c?"]));
    let item = (score(), score(), score(), level, prop::option::of(0..6_usize));
    let items = prop::collection::vec(item, 1..7);
    let swings = prop::collection::vec(prop::option::weighted(0.8, 0.0..100.0_f64), 8);
    let policy = prop::sample::select(vec!["renormalise", "worst", "midpoint"]);
    let ends = (1.0..50.0_f64, 60.0..100.0_f64, any::<bool>());
    (items, swings, policy, ends).prop_map(|(items, swings, policy, (low, high, falling))| {
        let (worst, best) = if falling { (high, low) } else { (low, high) };
        let linear = format!(r#"{{ "linear": {{ "worst": {worst:?}, "best": {best:?} }} }}"#);
        let log = format!(r#"{{ "log10": {{ "worst": {worst:?}, "best": {best:?} }} }}"#);
        let ids = ["g", "h", "line", "log", "curve", "level", "leverage", "x"];
        let swings: Vec<String> = ids
            .iter()
            .zip(swings)
            .take(7)
            .filter_map(|(id, swing)| swing.map(|swing| format!(r#""{id}": {swing:?}"#)))
            .collect();
        let items: Vec<String> = items
            .iter()
            .enumerate()
            .map(|(at, (line, log, curve, level, needs))| {
                let mut scores: Vec<String> = [("line", line), ("log", log), ("curve", curve)]
                    .into_iter()
                    .filter_map(|(id, score)| score.map(|score| format!(r#""{id}": {score:?}"#)))
                    .collect();
                scores.extend(level.map(|level| format!(r#""level": "{level}""#)));
                let needs = needs.filter(|needs| *needs < at);
                let needs = needs.map(|at| format!(r#"{{ "item": "i{at}" }}"#));
                format!(
                    r#"{{ "id": "i{at}", "scores": {{ {} }}, "requires": [ {} ] }}"#,
                    scores.join(", "),
                    needs.unwrap_or_default()
                )
            })
            .collect();
        let text = format!(
            r#"{{ "schema": 1, "parameters": {{ "missing_score_policy": "{policy}" }}, "criteria": [
            {{ "id": "g" }}, {{ "id": "h", "parent": "g" }},
            {{ "id": "line", "parent": "g", "value": {linear} }},
            {{ "id": "log", "parent": "h", "value": {log} }},
            {{ "id": "curve", "parent": "h", "value": {{ "points": [[0, 90], [10, 40], [60, 40], [100, 0]] }} }},
            {{ "id": "level", "value": {{ "levels": {{ "a": 10, "A": 20, "b*": 55, "c?": 100 }} }} }},
            {{ "id": "leverage", "computed": "leverage", "value": {{ "linear": {{ "worst": 0, "best": 60 }} }} }} ],
            "weight_sets": [ {{ "id": "s", "swings": {{ {} }} }} ], "items": [ {} ] }}"#,
            swings.join(", "),
            items.join(", ")
        );
        from_json(&text)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_scales_the_sheets_calculate_to_our_values(scenario in any_scenario()) {
        let snapshot: Snapshot = planned(scenario);
        let book = Book::open(&bytes(&snapshot, ".xlsx", "en"));
        assert_same(&book, &snapshot.scenario, &snapshot.scores);
    }
}
