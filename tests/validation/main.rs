//! Every problem that validation can find, each made by breaking a scenario that has none.

#![allow(clippy::unwrap_used)] // A test that panics has failed, as it should.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use phasewise::model::{Problem, Progress, Scenario, Severity, validate};
use serde_json::{Value, json};
use std::collections::BTreeSet;

mod breaks;

use breaks::{Break, breaks};

/// The scenario of design section 7.
fn example() -> Value {
    json!({ "schema": 1, "title": "Two services",
      "criteria": [
        { "id": "demand", "value": { "log10": { "worst": 100.0, "best": 1000000.0 } } },
        { "id": "risk", "value": { "linear": { "worst": 100.0, "best": 0.0 } } } ],
      "weight_sets": [ { "id": "base", "swings": { "demand": 100.0, "risk": 50.0 } } ],
      "items": [
        { "id": "a", "scores": { "demand": 20000.0, "risk": { "low": 10.0, "best": 20.0, "high": 60.0 } },
          "capex": [3.5], "requires": [ { "item": "b" } ] },
        { "id": "b", "scores": { "demand": 100.0, "risk": 5.0 }, "capex": [1.0] } ],
      "phases": [ { "id": "2005", "budget": 3.0 }, { "id": "2006", "budget": 3.5 } ] })
}

/// Sets what a JSON pointer leads to; a last name that is missing is added, `-` appends.
fn set(root: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = root.pointer_mut(parent).unwrap_or_else(|| panic!("no {pointer}"));
    match parent {
        Value::Array(list) if name == "-" => list.push(value),
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
        Value::Object(map) => drop(map.insert(name.to_owned(), value)),
        _ => panic!("{pointer} is in no group"),
    }
}

fn changed(changes: &[(&str, Value)]) -> Vec<Problem> {
    let mut scenario = example();
    for (pointer, value) in changes {
        set(&mut scenario, pointer, value.clone());
    }
    let scenario: Scenario = serde_json::from_value(scenario).unwrap();
    validate::problems(&scenario)
}

#[test]
fn the_example_has_no_problem() {
    assert_eq!(changed(&[]), []);
}

#[test]
fn every_break_is_found_at_its_place_with_what_it_names() {
    for Break { code, severity, path, names, changes, alone } in breaks() {
        let found = changed(&changes);
        let fits = |problem: &&Problem| {
            problem.code == code && problem.severity == severity && problem.path == path
        };
        let problem = found.iter().find(fits);
        let Some(problem) = problem else { panic!("{code} at {path} is not in {found:#?}") };
        for (name, value) in names {
            let arg = problem.args.iter().find(|(arg, _)| arg == name);
            assert_eq!(arg.map(|(_, value)| value.as_str()), Some(*value), "{code}: {name}");
        }
        assert!(!alone || found.len() == 1, "{code} at {path} does not come alone: {found:#?}");
    }
}

#[test]
fn what_is_legal_is_not_told() {
    let legal: Vec<Vec<(&str, Value)>> = vec![
        // A list of alternatives that are all reviews is a review, and so is a lag that `after` gives.
        vec![
            ("/criteria/1/gate", json!({ "threshold": 20.0 })),
            ("/items/1/kind", json!("process_review")),
            ("/items/0/requires", json!([])),
            ("/items/0/requires_any_of", json!([{ "any_of": ["b"] }])),
        ],
        vec![
            ("/criteria/1/gate", json!({ "threshold": 20.0, "lag": 1 })),
            ("/items/1/kind", json!("process_review")),
            ("/items/1/duration", json!(2)),
            ("/items/1/capex", json!([1.0, 1.0])),
            ("/items/0/requires/0/after", json!(true)),
        ],
        // Below the threshold, and the review itself.
        vec![("/criteria/1/gate", json!({ "threshold": 20.5 }))],
        // A register that its reader delivers, needs through others, or that exists.
        vec![
            ("/registers", json!([{ "id": "r", "delivered_by": "a" }])),
            ("/items/0/registers", json!({ "reads": ["r"] })),
        ],
        vec![
            ("/items/-", json!({ "id": "c", "scores": { "demand": 100.0, "risk": 5.0 } })),
            ("/items/1/requires", json!([{ "item": "c" }])),
            ("/registers", json!([{ "id": "r", "delivered_by": "c" }])),
            ("/items/0/registers", json!({ "reads": ["r"] })),
        ],
        vec![
            ("/registers", json!([{ "id": "r", "status": "existing" }])),
            ("/items/0/registers", json!({ "reads": ["r"] })),
        ],
        // A soft link closes no circle.
        vec![("/items/1/requires", json!([{ "item": "a", "type": "soft", "lag": 3 }]))],
        // Alternatives of which one is free close no circle either.
        vec![
            ("/items/-", json!({ "id": "c", "scores": { "demand": 100.0, "risk": 5.0 } })),
            ("/items/1/requires_any_of", json!([{ "any_of": ["a", "c"], "lag": 1 }])),
        ],
        // A lag that just fits; a pin inside the window; a decision that nobody needs.
        vec![("/items/0/requires/0/lag", json!(1))],
        vec![("/items/0/pin", json!({ "phase": "2006" }))],
        vec![("/items/0/pin", json!({}))],
        // An access project opens the gate in time; another channel needs nothing; gates may only warn.
        vec![
            ("/channels", json!([{ "id": "web" }])),
            (
                "/forecast",
                json!({ "measures": [{ "id": "m", "series": [{ "year": 2005, "value": 2.0 }] }] }),
            ),
            ("/items/1/raises_forecast", json!([{ "measure": "m", "by": 1.0 }])),
            (
                "/items/0/channels",
                json!([{ "channel": "web", "need": { "measure": "m", "level": 3.0 } }]),
            ),
        ],
        vec![
            ("/channels", json!([{ "id": "web" }, { "id": "desk" }])),
            (
                "/forecast",
                json!({ "measures": [{ "id": "m", "series": [{ "year": 2005, "value": 2.0 }] }] }),
            ),
            (
                "/items/0/channels",
                json!([{ "channel": "web", "need": { "measure": "m", "level": 3.0 } }, { "channel": "desk" }]),
            ),
        ],
        vec![
            ("/parameters", json!({ "gate_mode": "score" })),
            ("/channels", json!([{ "id": "web" }])),
            (
                "/forecast",
                json!({ "measures": [{ "id": "m", "series": [{ "year": 2005, "value": 2.0 }] }] }),
            ),
            (
                "/items/0/channels",
                json!([{ "channel": "web", "need": { "measure": "m", "level": 3.0 } }]),
            ),
        ],
        // Exclusive items of which a third needs either.
        vec![
            ("/items/-", json!({ "id": "c", "scores": { "demand": 100.0, "risk": 5.0 } })),
            ("/exclusive", json!([{ "items": ["b", "c"] }])),
            ("/items/0/requires", json!([])),
            ("/items/0/requires_any_of", json!([{ "any_of": ["b", "c"] }])),
        ],
        // Thirds; a range beyond the scale; a rate below zero; phases that touch or share a year.
        vec![
            ("/items/0/capex", json!(3.0)),
            ("/items/0/duration", json!(3)),
            ("/items/0/capex_profile", json!([0.333, 0.333, 0.333])),
        ],
        vec![("/items/0/scores/risk/high", json!(140.0))],
        vec![("/parameters", json!({ "discount_rate": -0.5 }))],
        vec![
            ("/phases/0/start", json!("2005-01-01")),
            ("/phases/0/end", json!("2005-12-31")),
            ("/phases/1/start", json!("2006-01-01")),
        ],
        vec![("/phases/0/id", json!("2005-1")), ("/phases/1/id", json!("2005-2"))],
        // Nothing to plan with, and nothing to weigh with.
        vec![("/phases", json!([]))],
        vec![("/weight_sets", json!([]))],
    ];
    for changes in legal {
        assert_eq!(changed(&changes), [], "{changes:#?}");
    }
}

#[test]
fn what_needs_an_item_that_never_starts_is_not_told_again() {
    let found = changed(&[
        ("/items/1/earliest_phase", json!("2006")),
        ("/items/1/latest_phase", json!("2005")),
        (
            "/items/-",
            json!({ "id": "c", "scores": { "demand": 100.0, "risk": 5.0 }, "requires": [{ "item": "a" }] }),
        ),
    ]);
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn numbers_that_are_none_are_found_wherever_they_stand() {
    let scenario = || serde_json::from_value::<Scenario>(example()).unwrap();
    let told = |change: &dyn Fn(&mut Scenario), path: &str| {
        let mut scenario = scenario();
        change(&mut scenario);
        let found = validate::problems(&scenario);
        let fits = |p: &Problem| p.code == "number-not-finite" && p.path == path;
        assert!(
            found.iter().any(|p| fits(p) && p.severity == Severity::Error),
            "{path}: {found:#?}"
        );
    };
    told(&|s| s.phases[0].budget = Some(f64::NAN), "phases[\"2005\"].budget");
    told(&|s| s.weight_sets[0].influence = f64::INFINITY, "weight_sets[\"base\"].influence");
    let half_done = Progress { percent: Some(f64::NAN), ..Progress::default() };
    let running = |s: &mut Scenario| s.items[0].progress = Some(half_done.clone());
    told(&running, "items[\"a\"].progress.percent");
    told(&|s| s.items[0].opex_per_year.high = Some(f64::NAN), "items[\"a\"].opex_per_year.high");
    told(&|s| s.parameters.discount_rate.best = f64::NAN, "parameters.discount_rate");
    told(&|s| s.criteria[0].baseline = f64::NAN, "criteria[\"demand\"].baseline");
    told(
        &|s| {
            let score = s.items[0].scores.get_mut("risk").unwrap();
            score.best = phasewise::model::Measure::Number(f64::NEG_INFINITY);
        },
        "items[\"a\"].scores.risk",
    );
}

#[test]
fn all_problems_come_at_once_errors_first() {
    let found = changed(&[
        ("/weight_sets/0/swings/demand", json!(80.0)),
        ("/items/0/scores/demand", json!(1.0)),
        ("/items/0/requires/0/item", json!("nowhere")),
        ("/phases/0/budget", json!(-1.0)),
    ]);
    let codes: Vec<&str> = found.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["id-unknown", "number-negative", "score-outside", "weights-highest"]);
}

const LANGUAGES: [(&str, &str); 3] = [
    ("en", include_str!("../../assets/i18n/en/problems.ftl")),
    ("ru", include_str!("../../assets/i18n/ru/problems.ftl")),
    ("kk", include_str!("../../assets/i18n/kk/problems.ftl")),
];

#[test]
fn every_break_has_a_sentence_and_a_remedy_in_every_language() {
    for (language, source) in LANGUAGES {
        let resource = FluentResource::try_new(source.to_owned()).unwrap();
        let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
        bundle.add_resource(resource).unwrap();
        bundle.set_use_isolating(false);
        for Break { code, changes, .. } in breaks() {
            for problem in changed(&changes).iter().filter(|problem| problem.code == code) {
                let args: FluentArgs =
                    problem.args.iter().map(|(name, value)| (*name, value.as_str())).collect();
                for key in [format!("problem-{code}"), format!("problem-{code}-remedy")] {
                    let message = bundle.get_message(&key).and_then(|message| message.value());
                    let message = message.unwrap_or_else(|| panic!("{language} lacks {key}"));
                    let mut errors = Vec::new();
                    let words = bundle.format_pattern(message, Some(&args), &mut errors);
                    assert!(errors.is_empty(), "{language} {key}: {errors:?}");
                    assert!(words.ends_with(['.', '?']) && !words.contains("  "), "{key}: {words}");
                }
            }
        }
    }
}

#[test]
fn every_message_about_a_scenario_is_made_by_a_break() {
    let made: BTreeSet<&str> = breaks().iter().map(|each| each.code).collect();
    let (_, english) = LANGUAGES[0];
    let keys = english.lines().filter_map(|line| line.strip_prefix("problem-")?.split_once(" ="));
    let codes = keys.map(|(code, _)| code).filter(|code| !code.ends_with("-remedy"));
    // What is no number cannot be written in JSON; it has a test of its own.
    let elsewhere = ["number-not-finite"];
    let untested: Vec<&str> =
        codes.filter(|code| !made.contains(code) && !elsewhere.contains(code)).collect();
    assert_eq!(untested, [""; 0]);
}

#[test]
fn ten_thousand_items_are_checked_at_once() {
    let mut scenario: Scenario = serde_json::from_value(example()).unwrap();
    let model = scenario.items[0].clone();
    scenario.items.clear();
    for at in 0..10_000_usize {
        let mut item = model.clone();
        item.id = format!("item-{at}").as_str().into();
        item.requires.clear();
        for step in [1, 7, 40].into_iter().filter(|step| *step <= at) {
            let mut link = model.requires[0].clone();
            link.item = format!("item-{}", at - step).as_str().into();
            item.requires.push(link);
        }
        scenario.items.push(item);
    }
    assert_eq!(validate::problems(&scenario), []);
    let begin = std::time::Instant::now();
    drop(validate::problems(&scenario));
    let taken = begin.elapsed();
    println!("10,000 items: {taken:?}");
    // One knot of all, and every link dangling: bounded as well, if not as fast.
    let mut knot = scenario.clone();
    knot.items[0].requires = vec![model.requires[0].clone()];
    knot.items[0].requires[0].item = "item-9999".into();
    knot.items[0].requires[0].lag = 1;
    let begin = std::time::Instant::now();
    assert_eq!(validate::problems(&knot)[0].code, "cycle-lag");
    println!("a knot of all: {:?}", begin.elapsed());
    let mut lost = scenario;
    for item in &mut lost.items {
        item.requires.iter_mut().for_each(|link| link.item = "itme-x".into());
    }
    let begin = std::time::Instant::now();
    assert!(validate::problems(&lost).len() > 20_000);
    println!("every link dangling: {:?}", begin.elapsed());
    // Machines that run tests are busy; the figure to hold is printed.
    assert!(taken.as_millis() < 1_000, "{taken:?}");
}
