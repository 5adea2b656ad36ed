//! What a step changed, in words: inputs as planners call them, moves of a plan.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use phasewise::app::{
    Between, Changes, Document, Edit, Label, ListEdit, MoveKind, Planner, Workspace, input_words,
    signed_points,
};
use phasewise::explain::differences;
use phasewise::files;
use phasewise::model::{ActiveWeights, Measure, Parameters, Pin, Requires, Scenario, Score};
use phasewise::texts::Texts;
use std::path::{Path, PathBuf};
use std::time::Duration;

fn kazakhstan() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/kazakhstan.ron")
}

fn scenario() -> Scenario {
    files::read(&kazakhstan()).unwrap().scenario
}

fn words(before: &Scenario, after: &Scenario, language: &str) -> Vec<String> {
    let (texts, between) = (Texts::new(language), Between { before, after });
    let inputs = differences(before, after);
    inputs.iter().map(|input| input_words(input, between, &texts)).collect()
}

/// The words for one change.
fn said(change: impl FnOnce(&mut Scenario), language: &str) -> String {
    let before = scenario();
    let mut after = before.clone();
    change(&mut after);
    let words = words(&before, &after, language);
    assert_eq!(words.len(), 1, "{words:?}");
    words[0].replace('\u{202f}', " ")
}

#[test]
fn inputs_are_called_what_planners_call_them() {
    let budget = |scenario: &mut Scenario| scenario.phases[1].budget = Some(80.5e6);
    assert_eq!(said(budget, "en"), "Budget of 2006: 148.0 M USD → 80.5 M USD");
    assert_eq!(said(budget, "ru"), "Бюджет (2006): 148,0 млн USD → 80,5 млн USD");
    let no_limit = |scenario: &mut Scenario| scenario.phases[1].budget = None;
    assert_eq!(said(no_limit, "en"), "Budget of 2006: 148.0 M USD → no limit");
    let weight = |scenario: &mut Scenario| {
        scenario.weight_sets[0].swings.insert("time-saved".into(), 12.5);
    };
    let set = scenario().weight_sets[0].name.get("en").to_owned();
    let named = format!("Weight of Time saved for the user, {set}: 80 → 12.5");
    assert_eq!(said(weight, "en"), named);
    let of_one = |scenario: &mut Scenario| scenario.weight_sets.truncate(1);
    let before = {
        let mut one = scenario();
        of_one(&mut one);
        one
    };
    let mut after = before.clone();
    weight(&mut after);
    assert_eq!(words(&before, &after, "en"), ["Weight of Time saved for the user: 80 → 12.5"]);
    let active = |scenario: &mut Scenario| {
        scenario.active_weights = ActiveWeights::Set(scenario.weight_sets[1].id.clone());
    };
    assert!(said(active, "en").starts_with("Active weights: "), "{}", said(active, "en"));
}

#[test]
fn inputs_of_an_item_are_named_with_their_values() {
    let name = scenario().items[0].name.get("en").to_owned();
    let of = |change: &dyn Fn(&mut Scenario)| said(change, "en");
    let item = |what: &str| format!("{what} of {name}");
    let must = scenario().items[0].mandatory;
    let words = of(&|scenario| scenario.items[0].mandatory = !must);
    let expected = if must { "yes → no" } else { "no → yes" };
    assert_eq!(words, format!("{}: {expected}", item("Obligation")));
    let pin = |phase: Option<&str>| Pin { phase: phase.map(Into::into), ..Pin::default() };
    let words = of(&|scenario| scenario.items[0].pin = Some(pin(Some("2007"))));
    assert_eq!(words, format!("{}: not given → 2007", item("Pin")));
    let words = of(&|scenario| scenario.items[0].pin = Some(pin(None)));
    assert_eq!(words, format!("{}: not given → not at all", item("Pin")));
    let score = |scenario: &mut Scenario| {
        let score = scenario.items[0].scores.get_index_mut(0).unwrap().1;
        *score = Score::exactly(Measure::Number(7.25));
    };
    let criterion = scenario().items[0].scores.get_index(0).unwrap().0.clone();
    let criterion = scenario().criterion(criterion.as_str()).unwrap().name.get("en").to_owned();
    let words = of(&score);
    assert!(words.starts_with(&item(&criterion)), "{words}");
    assert!(words.ends_with("→ 7.25"), "{words}");
    let at = scenario().items.iter().position(|item| !item.requires.is_empty()).unwrap();
    let (own, other) = (scenario().items[at].clone(), scenario().items[0].clone());
    let words = of(&|scenario| {
        let link = Requires { item: other.id.clone(), ..Requires::default() };
        scenario.items[at].requires.push(link);
    });
    let (own, other) = (own.name.get("en"), other.name.get("en"));
    let expected = format!("Prerequisites of {own}: + {other}");
    assert_eq!(words, expected);
    let words = of(&|scenario| {
        let mut new = scenario.items[0].clone();
        new.id = "brand-new".into();
        new.name = "Brand new".into();
        scenario.items.push(new);
    });
    assert_eq!(words, "New: Brand new");
}

#[test]
fn no_input_that_a_plan_depends_on_is_called_by_its_field_name() {
    let texts = Texts::new("en");
    let before = scenario();
    // Every field that any item, phase, set, criterion, … has, taken away at once.
    let mut after = before.clone();
    after.parameters = Parameters::default();
    for phase in &mut after.phases {
        let id = phase.id.clone();
        *phase = Default::default();
        phase.id = id;
    }
    for item in &mut after.items {
        let id = item.id.clone();
        *item = Default::default();
        item.id = id;
    }
    let between = Between { before: &before, after: &after };
    let inputs = differences(&before, &after);
    assert!(inputs.len() > 300, "{}", inputs.len());
    // Facts that no plan reads keep the names of the file.
    let unread = ["private_participation", "service_speed", "process", "maturity"];
    for input in inputs.iter().filter(|input| !unread.contains(&input.fields()[0])) {
        let words = input_words(input, between, &texts);
        assert!(!words.contains('_'), "{}: {words}", input.path());
        assert!(words.chars().next().unwrap().is_uppercase(), "{}: {words}", input.path());
    }
}

#[test]
fn what_moved_is_known_from_the_two_plans_alone() {
    let patience = Duration::from_secs(60);
    let document = Document::open(&kazakhstan()).unwrap();
    let mut workspace = Workspace::new(document, Planner::start(|| {}));
    assert!(workspace.wait_for_plan(patience));
    let before = workspace.snapshot().clone();
    assert_eq!(Changes::between(&before, &before).unwrap().moves, []);
    let mut phase = before.scenario.phases[1].clone();
    phase.budget = phase.budget.map(|budget| budget * 0.5);
    let edit = Edit::Phases(ListEdit::Replace { at: 1, value: Box::new(phase) });
    workspace.apply(Label::new("edit-budgets", "2006"), edit, None).unwrap();
    assert!(workspace.wait_for_plan(patience));
    let after = workspace.snapshot().clone();
    let changes = Changes::between(&before, &after).unwrap();
    let count = before.scenario.items.len();
    let moved = (0..count).filter(|item| before.start_of(*item) != after.start_of(*item)).count();
    assert_eq!(changes.moves.len(), moved);
    assert!(moved > 0 && changes.value_after < changes.value_before);
    assert!(changes.share().unwrap() < 0.0);
    let counted: usize = MoveKind::ALL.iter().map(|kind| changes.count(*kind)).sum();
    assert_eq!(counted, moved, "each move is of one kind");
    for row in &changes.moves {
        let item = row.item.unwrap();
        assert_eq!(before.start_of(item), row.place.from);
        assert_eq!(after.start_of(item), row.place.to);
        assert_eq!(row.kind, MoveKind::of(row.place.from, row.place.to));
    }
    let kinds: Vec<MoveKind> = changes.moves.iter().map(|row| row.kind).collect();
    assert!(kinds.is_sorted(), "kinds stand together");
    // The other way round everything comes back.
    let back = Changes::between(&after, &before).unwrap();
    assert_eq!(back.moves.len(), moved);
    assert_eq!(back.count(MoveKind::In), changes.count(MoveKind::Out));
    assert_eq!(back.count(MoveKind::Earlier), changes.count(MoveKind::Later));
}

#[test]
fn gains_carry_their_sign() {
    let (english, russian) = (Texts::new("en"), Texts::new("ru"));
    assert_eq!(signed_points(1.25, &english), "+1.2");
    assert_eq!(signed_points(-0.305, &russian), "−0,30");
    assert_eq!(signed_points(0.001, &english), "0.00");
}
