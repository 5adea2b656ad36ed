//! Old copies, several copies, and what people contradict each other in.

use super::support::{LANGUAGES, Sheets, applied, book, collect, small};
use phasewise::app::importing::{Doubt, Field, Part, Value};
use phasewise::app::ministries::{Remark, conflict_lines, remark_words};
use phasewise::model::{Capex, Scenario};
use phasewise::texts::Texts;

fn capex(scenario: &Scenario, item: usize) -> f64 {
    scenario.items[item].capex.total()
}

fn with_capex(scenario: &Scenario, item: usize, best: f64) -> Scenario {
    let mut moved = scenario.clone();
    moved.items[item].capex = Capex::Total(best.into());
    moved
}

fn copy(scenario: &Scenario) -> Sheets {
    Sheets::of(&book(scenario, "moj", "en"))
}

#[test]
fn what_an_old_copy_left_alone_stays_as_the_scenario_has_it() {
    let then = small();
    let mut sheets = copy(&then);
    sheets.set("birth", "opex_per_year", 8.0);
    let now = with_capex(&then, 0, 50.0);
    let found = collect(&now, &[("moj.xlsx", sheets.bytes())]);
    // Best value, both ends of the range, how sure, and the document: five cells moved.
    let file = "moj.xlsx".to_owned();
    assert_eq!(found.remarks, [Remark::Stale { file, cells: 5, items: 0 }]);
    assert!(!found.files[0].up_to_date);
    let after = applied(&now, &found, true, &[]);
    assert_eq!((capex(&after, 0), after.items[0].opex_per_year.best), (50.0, 8.0));
}

#[test]
fn a_change_elsewhere_makes_no_copy_old() {
    let then = small();
    let sheets = copy(&then);
    let found = collect(&with_capex(&then, 2, 99.0), &[("moj.xlsx", sheets.bytes())]);
    assert_eq!(found.remarks, []);
    assert!(!found.files[0].up_to_date, "it is of an older state all the same");
}

#[test]
fn where_both_moved_a_person_chooses() {
    let then = small();
    let mut sheets = copy(&then);
    sheets.set("birth", "capex", 45.0).set("birth", "opex_per_year", 8.0);
    let mut now = then.clone();
    let Capex::Total(told) = &mut now.items[0].capex else { panic!("it is one amount") };
    told.best = 50.0;
    let found = collect(&now, &[("moj.xlsx", sheets.bytes())]);
    assert_eq!(found.conflicts.len(), 1);
    let conflict = &found.conflicts[0];
    assert_eq!((conflict.item, &conflict.field), (0, &Field::Capex(Part::Best)));
    assert_eq!(conflict.now, Some(Value::exactly(50.0)));
    assert_eq!(conflict.voices[0].given, Some(Value::exactly(40.0)));
    assert_eq!(conflict.voices[0].value, Value::exactly(45.0));
    assert_eq!(conflict.voices[0].who.by, "Ministry of Justice");
    let undecided = applied(&now, &found, true, &[None]);
    assert_eq!((capex(&undecided, 0), undecided.items[0].opex_per_year.best), (50.0, 8.0));
    let decided = applied(&now, &found, false, &[Some(0)]);
    assert_eq!((capex(&decided, 0), decided.items[0].opex_per_year.best), (45.0, 8.0));
    // Nothing but what was chosen, where the row is not taken otherwise.
    let nothing = phasewise::app::importing::Accepted::nothing(&found.difference);
    let mut alone = now.clone();
    found.edit(&now, &nothing, &[Some(0)]).apply(&mut alone).unwrap();
    assert_eq!((capex(&alone, 0), alone.items[0].opex_per_year.best), (45.0, 7.0));
    for language in LANGUAGES {
        let lines = conflict_lines(conflict, &now, &Texts::new(language)).join("\n");
        for words in ["50", "45", "40", "Ministry of Justice", "moj.xlsx"] {
            assert!(lines.contains(words), "{language}: {lines}");
        }
    }
}

#[test]
fn who_says_what_the_scenario_has_by_now_contradicts_nobody() {
    let then = small();
    let mut sheets = copy(&then);
    sheets.set("birth", "capex", 50.0);
    let found = collect(&with_capex(&then, 0, 50.0), &[("moj.xlsx", sheets.bytes())]);
    assert_eq!((found.changes(), found.conflicts.len()), (0, 0));
}

#[test]
fn copies_that_agree_are_one_answer_and_others_a_conflict() {
    let scenario = small();
    let (mut a, mut b) = (copy(&scenario), copy(&scenario));
    a.set("birth", "capex", 41.0).set("birth", "opex_per_year", 8.0).set("register", "capex", 34.0);
    b.set("birth", "capex", 41.0).set("birth", "opex_per_year", 9.0);
    let files = [("a.xlsx", a.bytes()), ("b.xlsx", b.bytes())];
    let found = collect(&scenario, &files);
    assert_eq!(found.changes(), 2);
    assert_eq!(found.conflicts.len(), 1);
    let said: Vec<&Value> = found.conflicts[0].voices.iter().map(|voice| &voice.value).collect();
    assert_eq!(said, [&Value::exactly(8.0), &Value::exactly(9.0)]);
    let after = applied(&scenario, &found, false, &found.preferring(&["b.xlsx".to_owned()]));
    assert_eq!(after.items[0].opex_per_year.best, 9.0);
    assert_eq!((capex(&after, 0), capex(&after, 1)), (41.0, 34.0));
    let other = applied(&scenario, &found, false, &found.preferring(&["c.xlsx".to_owned()]));
    assert_eq!(other.items[0].opex_per_year.best, 7.0);
}

#[test]
fn two_agencies_contradict_each_other_about_an_item_that_moved_house() {
    let then = small();
    let mut old = copy(&then);
    old.set("register", "capex", 34.0);
    let mut now = then.clone();
    now.items[1].owner = Some("mof".into());
    let mut new = Sheets::of(&book(&now, "mof", "en"));
    new.set("register", "capex", 35.0);
    let found = collect(&now, &[("moj.xlsx", old.bytes()), ("mof.xlsx", new.bytes())]);
    let who: Vec<&str> =
        found.conflicts[0].voices.iter().map(|voice| voice.who.by.as_str()).collect();
    assert_eq!(who, ["Ministry of Justice", "Finance"]);
    // Alone, the agency that has given it away is only asked about.
    let alone = collect(&now, &[("moj.xlsx", old.bytes())]);
    let agency = Some("mof".into());
    assert!(alone.difference.rows[1].doubts.contains(&Doubt::OtherOwner { agency }));
    assert_eq!(applied(&now, &alone, false, &[]), now);
    assert_eq!(capex(&applied(&now, &alone, true, &[]), 1), 34.0);
}

#[test]
fn items_that_have_gone_or_come_since_are_told() {
    let then = small();
    let mut sheets = copy(&then);
    sheets.set("register", "capex", 34.0).set("birth", "capex", 41.0);
    let mut now = then.clone();
    now.items[2].requires.clear();
    let mut twin = now.items.remove(1);
    twin.id = "twin".into();
    now.items.push(twin);
    let found = collect(&now, &[("moj.xlsx", sheets.bytes())]);
    let file = || "moj.xlsx".to_owned();
    let gone = Remark::ItemVanished { file: file(), name: "Register of births".to_owned() };
    assert!(found.remarks.contains(&gone), "{:?}", found.remarks);
    assert!(found.remarks.contains(&Remark::Stale { file: file(), cells: 0, items: 1 }));
    assert_eq!(capex(&applied(&now, &found, false, &[]), 0), 41.0);
    for language in LANGUAGES {
        let words = remark_words(&gone, &now, &Texts::new(language));
        assert!(words.contains("Register of births") && words.contains("moj.xlsx"), "{words}");
    }
}

#[test]
fn a_question_that_is_not_asked_any_more_is_told() {
    let then = small();
    let mut sheets = copy(&then);
    sheets.set("birth", "scores/risk", 20.0).set("birth", "capex", 41.0);
    let mut now = then.clone();
    now.criteria.retain(|criterion| criterion.id != "risk");
    now.weight_sets[0].swings.shift_remove("risk");
    now.items.iter_mut().for_each(|item| {
        item.scores.shift_remove("risk");
    });
    let found = collect(&now, &[("moj.xlsx", sheets.bytes())]);
    let told = |remark: &Remark| matches!(remark, Remark::QuestionVanished { code, .. } if code == "scores/risk");
    assert!(found.remarks.iter().any(told), "{:?}", found.remarks);
    assert_eq!(capex(&applied(&now, &found, false, &[]), 0), 41.0);
}
