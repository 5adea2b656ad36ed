//! The waiting list as a command prints it: small cases by hand.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use phasewise::app::{Inquiries, Wanted, plan_once};
use phasewise::model::Scenario;
use phasewise::sequencing::{Budget, Options};
use serde_json::{Value, json};
use std::process::{Command, Output};
use std::sync::Arc;
use std::time::Duration;

/// A service, a register and a centre, and money for the service alone.
fn base() -> Value {
    let year = |id: u32, budget: u32| json!({ "id": id.to_string(), "budget": budget, "staff_months": 100 });
    json!({
        "schema": 1, "title": "Waiting", "currency": "USD",
        "criteria": [{ "id": "use", "value": { "linear": { "worst": 0, "best": 100 } } }],
        "weight_sets": [{ "id": "base", "swings": { "use": 100 } }],
        "phases": [year(2005, 5), year(2006, 0), year(2007, 0)],
        "items": [
            { "id": "service", "scores": { "use": 80 }, "capex": [5], "staff_months": [{ "months": 60 }] },
            { "id": "register", "scores": { "use": 10 }, "capex": [4] },
            { "id": "centre", "kind": "access", "scores": { "use": 5 }, "capex": [1] }
        ]
    })
}

fn run(scenario: &Value, args: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("waiting.json");
    std::fs::write(&file, scenario.to_string()).unwrap();
    let command = ["plan", file.to_str().unwrap(), "--waiting", "--effort", "200"];
    Command::new(env!("CARGO_BIN_EXE_phasewise")).args(command).args(args).output().unwrap()
}

fn waiting(scenario: &Value) -> Value {
    let output = run(scenario, &["--json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice::<Value>(&output.stdout).unwrap()["waiting"].clone()
}

fn with(changes: &[(&str, Value)]) -> Value {
    let mut scenario = base();
    for (path, value) in changes {
        let (parent, field) = path.rsplit_once('/').unwrap();
        let place = scenario.pointer_mut(parent).unwrap();
        match field.parse::<usize>() {
            Ok(at) if place.is_array() => place[at] = value.clone(),
            _ => place[field] = value.clone(),
        }
    }
    scenario
}

fn entry(what: &str, in_phase: u32, more: f64) -> Value {
    let change = json!({ "kind": "resource", "what": what, "in_phase": in_phase, "more": more });
    json!([{ "changes": [change], "phase": in_phase, "certain": true }])
}

#[test]
fn the_money_that_lacks_is_named_the_most_worthwhile_item_first() {
    let rows = waiting(&base());
    assert_eq!((&rows[0]["id"], &rows[1]["id"]), (&json!("register"), &json!("centre")));
    assert_eq!(rows[0]["enters_if"], entry("capex", 1, 4.0));
    assert_eq!(rows[1]["enters_if"], entry("capex", 1, 1.0));
    assert_eq!(rows[0]["held_by"][0]["kind"], "budget");
    assert_eq!(rows[0]["never"], false);
}

#[test]
fn others_that_come_first_are_paid_for_too() {
    // The centre is worth more for its money, and takes it first.
    let rows = waiting(&with(&[("/items/2/scores/use", json!(20))]));
    assert_eq!(rows[1]["id"], "register");
    assert_eq!(rows[1]["enters_if"], entry("capex", 1, 5.0));
}

#[test]
fn what_it_needs_is_paid_for_too() {
    let needs = json!([{ "item": "centre" }]);
    let rows = waiting(&with(&[("/items/1/requires", needs), ("/items/2/scores/use", json!(0))]));
    assert_eq!(rows[0]["enters_if"], entry("capex", 1, 5.0));
    // The centre alone brings nothing; it comes in with the register.
    assert_eq!(
        (&rows[1]["id"], &rows[1]["enters_if"]),
        (&json!("centre"), &entry("capex", 1, 5.0))
    );
}

#[test]
fn people_and_both_together() {
    let staffed = json!([{ "months": 50 }]);
    let rich = [("/phases/0/budget", json!(10)), ("/items/1/staff_months", staffed)];
    let mut scenario = with(&rich);
    for at in [1, 2] {
        scenario["phases"][at]["budget"] = json!(0);
    }
    let told = &waiting(&scenario)[0]["enters_if"];
    assert_eq!(told[0], entry("capex", 2, 4.0)[0], "money for a year that has the people");
    assert_eq!(told[1], entry("staff", 1, 10.0)[0], "people for the year that has the money");
    // Neither alone is enough where every later phase has no people at all.
    scenario["phases"][0]["budget"] = json!(6);
    for at in [1, 2] {
        scenario["phases"][at]["staff_months"] = json!(0);
    }
    let told = waiting(&scenario)[0]["enters_if"].clone();
    let change = |what: &str, more: f64| json!({ "kind": "resource", "what": what, "in_phase": 1, "more": more });
    let both = [change("capex", 3.0), change("staff", 10.0)];
    let changes = told[0]["changes"].as_array().unwrap();
    assert!(both.iter().all(|change| changes.contains(change)), "{told}");
}

#[test]
fn what_nothing_brings_in_is_said() {
    let rows = waiting(&with(&[("/items/1/pin", json!({ "reason": "no" }))]));
    let register = rows.as_array().unwrap().iter().find(|row| row["id"] == "register").unwrap();
    assert_eq!((&register["never"], &register["enters_if"]), (&json!(true), &json!([])));
    let mut useless = with(&[("/items/1/scores/use", json!(0))]);
    useless["criteria"][0]["baseline"] = json!(20);
    let rows = waiting(&useless);
    assert!(rows.as_array().unwrap().iter().all(|row| row["never"] == true), "{rows}");
}

#[test]
fn money_for_what_is_over_is_never_asked_for() {
    let mut under_way =
        with(&[("/items/0/progress", json!({ "status": "done", "started": "2005" }))]);
    under_way["parameters"] = json!({ "today": "2006" });
    assert_eq!(waiting(&under_way)[0]["enters_if"], entry("capex", 2, 4.0));
}

#[test]
fn it_is_printed_in_three_languages() {
    for (lang, title) in [("en", "Left out"), ("ru", "Вне плана"), ("kk", "Жоспарға")]
    {
        let output = run(&base(), &["--lang", lang]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(title) && text.contains("    → "), "{text}");
    }
    let instance = json!({ "format": "phasewise-portfolio", "version": 1, "phases": 1,
        "items": [{ "id": "a", "worth": [1] }] });
    assert_eq!(run(&instance, &[]).status.code(), Some(2));
}

#[test]
fn the_window_asks_for_it_while_it_is_shown() {
    let scenario: Scenario = serde_json::from_value(base()).unwrap();
    let overview = plan_once(Arc::new(scenario), Budget::Effort(200), Options::default());
    let snapshot = Arc::new(overview.snapshot);
    let mut inquiries = Inquiries::start(|| {});
    inquiries.follow(&snapshot, Wanted::default());
    assert!(inquiries.wait(Duration::from_secs(60)) && inquiries.waiting().is_none());
    let wanted = Wanted { waiting: true, ..Wanted::default() };
    inquiries.follow(&snapshot, wanted);
    assert!(inquiries.wait(Duration::from_secs(60)));
    let list = inquiries.waiting().unwrap();
    assert!(list.is_complete());
    assert_eq!(list.rows.iter().map(|row| row.item).collect::<Vec<_>>(), [1, 2]);
    inquiries.follow(&snapshot, Wanted::default());
    assert!(inquiries.waiting().is_none());
}
