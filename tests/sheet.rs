//! The table of items: what is copied can be pasted, what is pasted arrives, and what
//! cannot be entered says why.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use phasewise::app::sheet::{
    Area, Content, Field, Filling, Refusal, Row, block_of, content, order_by, plain, written,
};
use phasewise::app::{Document, Planner, Snapshot, Workspace, bundled_scenario};
use phasewise::model::{Capex, Measure, Scenario};
use phasewise::texts::Texts;
use proptest::prelude::*;
use std::sync::Arc;

fn snapshot_of(scenario: Scenario) -> Arc<Snapshot> {
    let workspace = Workspace::new(Document::unnamed(scenario), Planner::start(|| {}));
    Arc::clone(workspace.snapshot())
}

fn block(snapshot: &Snapshot, texts: &Texts) -> Vec<Vec<String>> {
    let fields = Field::all(&snapshot.scenario);
    let cell = |item, field: &Field| plain(&content(snapshot, item, *field, texts), texts);
    let row = |item| fields.iter().map(|field| cell(item, field)).collect();
    (0..snapshot.scenario.items.len()).map(row).collect()
}

fn column(scenario: &Scenario, id: &str) -> Field {
    Field::Score(scenario.criteria.iter().position(|node| node.id == *id).unwrap())
}

/// Everything of the filling done to the scenario.
fn done(filling: &Filling, scenario: &Scenario) -> Scenario {
    let mut scenario = scenario.clone();
    if let Some(edit) = filling.edit(&scenario) {
        edit.apply(&mut scenario).unwrap();
    }
    scenario
}

#[test]
fn what_is_copied_and_pasted_back_changes_nothing_in_any_language() {
    let snapshot = snapshot_of(bundled_scenario());
    let items: Vec<usize> = (0..snapshot.scenario.items.len()).collect();
    for language in ["en", "ru", "kk"] {
        let texts = Texts::new(language);
        let fields = Field::all(&snapshot.scenario);
        let text = written(&block(&snapshot, &texts));
        let size = (items.len(), fields.len());
        let area = Area { items: &items, fields: &fields, from: (0, 0), size };
        let filling = Filling::pasted(&text, area, &snapshot, &texts);
        let refused: Vec<_> = filling.cells.iter().filter(|cell| cell.field.is_some()).collect();
        // Results and sums over agencies or phases cannot be entered, and are only told of
        // where the text is another one.
        let allowed = |cell: &&&phasewise::app::sheet::Filled| {
            matches!(cell.after, Err(Refusal::Result | Refusal::SeveralAgencies | Refusal::ByPhase))
        };
        assert!(refused.iter().all(|cell| allowed(&cell)), "{language}: {:?}", refused[0]);
        assert_eq!(filling.changing(), 0, "{language}");
        assert_eq!(done(&filling, &snapshot.scenario), *snapshot.scenario);
    }
}

#[test]
fn two_hundred_numbers_arrive_where_they_belong_as_one_step_and_come_off_again() {
    let snapshot = snapshot_of(bundled_scenario());
    let texts = Texts::new("en");
    let fields = Field::all(&snapshot.scenario);
    // From the bottom up, to see that rows of the screen count and not those of the file.
    let items: Vec<usize> = (0..snapshot.scenario.items.len()).rev().collect();
    // From here on four criteria with numbers stand side by side.
    let first = column(&snapshot.scenario, "efficiency");
    let first = fields.iter().position(|field| *field == first).unwrap();
    let rows: Vec<Vec<String>> = (0..50)
        .map(|row| (0..4).map(|across| format!("{}.25", 11 + row * 4 + across)).collect())
        .collect();
    let area = Area { items: &items, fields: &fields, from: (5, first), size: (1, 1) };
    let filling = Filling::pasted(&written(&rows), area, &snapshot, &texts);
    assert_eq!((filling.changing(), filling.refused(), filling.same), (200, 0, 0));
    let after = done(&filling, &snapshot.scenario);
    for (row, texts) in rows.iter().enumerate() {
        for (across, text) in texts.iter().enumerate() {
            let Field::Score(criterion) = fields[first + across] else { panic!() };
            let item = &after.items[items[5 + row]];
            let best = &item.scores[&after.criteria[criterion].id].best;
            assert_eq!(*best, Measure::Number(text.parse().unwrap()));
        }
    }
    let mut back = after.clone();
    let edit = filling.edit(&snapshot.scenario).unwrap();
    let mut once = Scenario::clone(&snapshot.scenario);
    let undo = edit.apply(&mut once).unwrap();
    assert_eq!(once, back);
    undo.apply(&mut back).unwrap();
    assert_eq!(back, *snapshot.scenario, "one step back takes all of it back");
}

#[test]
fn each_cell_takes_what_belongs_there_and_says_why_not() {
    let mut scenario = bundled_scenario();
    let by_phase = scenario.items.len() - 1;
    scenario.items[by_phase].capex = Capex::PerPhase(vec![1.0.into(), 2.0.into()]);
    scenario.items[by_phase].capex_profile.clear();
    scenario.items[by_phase].duration = Some(2);
    scenario.items[by_phase].staff_profile.clear();
    let several = scenario.items.iter().position(|item| item.staff_months.len() > 1).unwrap();
    let snapshot = snapshot_of(scenario);
    let texts = Texts::new("en");
    let all: Vec<usize> = (0..snapshot.scenario.items.len()).collect();
    let put = |item: usize, field: Field, text: &str| -> Result<Scenario, Refusal> {
        let area = Area { items: &all, fields: &[field], from: (item, 0), size: (1, 1) };
        let filling = Filling::filled(text, area, &snapshot, &texts);
        match filling.cells.iter().find_map(|cell| cell.after.clone().err()) {
            Some(refusal) => Err(refusal),
            None => Ok(done(&filling, &snapshot.scenario)),
        }
    };
    let demand = column(&snapshot.scenario, "demand");
    let of = |scenario: &Scenario| scenario.items[0].scores["demand"].best.clone();
    let Measure::Number(before) = of(&snapshot.scenario) else { panic!() };
    assert_eq!(of(&put(0, demand, " 12 345,5 ").unwrap()), Measure::Number(12345.5));
    assert_eq!(of(&put(0, demand, "+10 %").unwrap()), Measure::Number(before * 1.1));
    assert_eq!(of(&put(0, demand, "−50%").unwrap()), Measure::Number(before * 0.5));
    assert_eq!(put(0, demand, "10 %"), Err(Refusal::NoNumber), "of what?");
    assert_eq!(put(0, demand, "many"), Err(Refusal::NoNumber));
    assert_eq!(put(0, demand, "inf"), Err(Refusal::NoNumber));
    assert!(!put(0, demand, "").unwrap().items[0].scores.contains_key("demand"));
    assert_eq!(put(0, Field::Name, " "), Err(Refusal::Empty));
    assert_eq!(put(0, Field::Capex, "-1"), Err(Refusal::Negative));
    assert_eq!(put(0, Field::Capex, "7").unwrap().items[0].capex.total(), 7.0);
    assert_eq!(put(by_phase, Field::Capex, "7"), Err(Refusal::ByPhase));
    assert_eq!(put(several, Field::Staff, "7"), Err(Refusal::SeveralAgencies));
    assert_eq!(put(0, Field::Duration, "1.5"), Err(Refusal::NotWhole));
    assert_eq!(put(0, Field::Duration, "0"), Err(Refusal::NotWhole));
    assert_eq!(put(0, Field::Duration, "3").unwrap().items[0].duration(), 3);
    assert_eq!(put(0, Field::Value, "3"), Err(Refusal::Result));
    assert_eq!(put(0, column(&snapshot.scenario, "leverage"), "3"), Err(Refusal::Result));
    let phase = snapshot.scenario.phases[1].id.clone();
    assert_eq!(put(0, Field::Earliest, "2006").unwrap().items[0].earliest_phase, Some(phase));
    assert_eq!(put(0, Field::Earliest, "").unwrap().items[0].earliest_phase, None);
    assert!(put(0, Field::Mandatory, "YES").unwrap().items[0].mandatory);
    assert!(
        matches!(put(0, Field::Kind, "castle"), Err(Refusal::UnknownWord(words)) if words.len() == 8)
    );
    let kind = put(0, Field::Kind, "process review").unwrap().items[0].kind;
    assert_eq!(kind, phasewise::model::ItemKind::ProcessReview);
    let agency = snapshot.scenario.agencies[3].clone();
    let by_name = put(0, Field::Owner, agency.name.get("en")).unwrap();
    assert_eq!(by_name.items[0].owner, Some(agency.id.clone()));
    let by_id = put(0, Field::Owner, agency.id.as_str()).unwrap();
    assert_eq!(by_id.items[0].owner, Some(agency.id));
}

#[test]
fn one_cell_fills_the_selection_a_heading_is_left_out_and_new_rows_become_items() {
    let snapshot = snapshot_of(bundled_scenario());
    let texts = Texts::new("en");
    let items: Vec<usize> = (0..snapshot.scenario.items.len()).collect();
    let fields = [Field::Name, Field::Capex, column(&snapshot.scenario, "demand")];
    let last = items.len() - 1;
    let area = |from, size| Area { items: &items, fields: &fields, from, size };
    let filling = Filling::pasted("4\n", area((0, 1), (10, 2)), &snapshot, &texts);
    assert_eq!((filling.changing() + filling.same, filling.refused()), (20, 0));
    let heads: Vec<String> =
        fields.iter().map(|field| field.heading(&snapshot.scenario, &texts)).collect();
    let text = written(&[
        heads,
        vec!["Renamed".into(), "5".into(), "6".into()],
        vec!["Brand new".into(), "7".into(), "8".into()],
        vec![String::new(), "9".into(), String::new()],
    ]);
    let filling = Filling::pasted(&text, area((last, 0), (1, 1)), &snapshot, &texts);
    assert_eq!(filling.new_items(), 1);
    let beyond: Vec<_> = filling.cells.iter().filter(|cell| cell.row == Row::Beyond).collect();
    assert_eq!(beyond.len(), 1, "an amount without a name is told of");
    assert_eq!(beyond[0].after, Err(Refusal::Outside));
    let after = done(&filling, &snapshot.scenario);
    assert_eq!(after.items[last].name.get("en"), "Renamed");
    let new = after.items.last().unwrap();
    assert_eq!((new.name.get("en"), new.capex.total()), ("Brand new", 7.0));
    assert!(snapshot.scenario.item(new.id.as_str()).is_none(), "its id is its own");
    assert!(
        phasewise::model::validate::problems(&after)
            .iter()
            .all(|problem| { problem.severity != phasewise::model::Severity::Error })
    );
}

#[test]
fn a_range_follows_its_best_value() {
    let mut scenario = bundled_scenario();
    let score = scenario.items[0].scores.get_mut("demand").unwrap();
    (score.low, score.high) = (Some(Measure::Number(10.0)), Some(Measure::Number(20.0)));
    score.best = Measure::Number(15.0);
    let snapshot = snapshot_of(scenario);
    let texts = Texts::new("en");
    let fields = [column(&snapshot.scenario, "demand")];
    let area = Area { items: &[0], fields: &fields, from: (0, 0), size: (1, 1) };
    let after = done(&Filling::filled("30", area, &snapshot, &texts), &snapshot.scenario);
    let score = &after.items[0].scores["demand"];
    assert_eq!(score.high, Some(Measure::Number(30.0)));
    assert_eq!(score.low, Some(Measure::Number(10.0)));
}

#[test]
fn rows_are_put_into_order_by_any_column_with_nothing_last() {
    let mut scenario = bundled_scenario();
    scenario.items[3].scores.shift_remove("demand");
    let snapshot = snapshot_of(scenario);
    let texts = Texts::new("en");
    for field in Field::all(&snapshot.scenario) {
        let mut list: Vec<usize> = (0..snapshot.scenario.items.len()).collect();
        order_by(&mut list, field, &snapshot, &texts);
        let held: Vec<Content> =
            list.iter().map(|item| content(&snapshot, *item, field, &texts)).collect();
        let numbers: Vec<f64> = held
            .iter()
            .filter_map(|held| match held {
                Content::Number(number) => Some(*number),
                _ => None,
            })
            .collect();
        assert!(numbers.windows(2).all(|pair| pair[0] >= pair[1]), "{field:?}");
        let first_empty = held.iter().position(|held| *held == Content::Nothing);
        let empty = held.iter().filter(|held| **held == Content::Nothing).count();
        assert!(first_empty.is_none_or(|at| at + empty == held.len()), "{field:?}");
    }
}

#[test]
fn blocks_of_spreadsheets_are_read_as_they_write_them() {
    let block = block_of("a\t\"two\nlines\"\r\n\r\n\"say \"\"hi\"\"\"\t\t3\r\n");
    let expected = [vec!["a", "two\nlines"], vec![""], vec!["say \"hi\"", "", "3"]];
    assert_eq!(block, expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn any_block_is_read_as_it_was_written(
        rows in prop::collection::vec(prop::collection::vec("[a-z\t\n\"\r ,;=]{0,6}", 2..5), 1..6)
    ) {
        prop_assert_eq!(block_of(&written(&rows)), rows);
    }
}
