//! A programme under way: what has begun stays, and the rest is planned from today.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use phasewise::app::{Edit, plan_once, with_progress_from_plan};
use phasewise::explain::{HeldBy, held_by};
use phasewise::files::{self, text::Format};
use phasewise::model::{ProgressStatus, Scenario};
use phasewise::sequencing::{Budget, Options, verify_progress};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

/// A service, a register and a centre, with room for all of them in each of three years.
fn base(today: &str) -> Value {
    let year = |id: u32| {
        json!({ "id": id.to_string(), "start": format!("{id}-01-01"), "end": format!("{id}-12-31"),
            "budget": 10, "opex_cap": 10, "staff_months": 100 })
    };
    json!({
        "schema": 1, "title": "Under way",
        "parameters": { "discount_rate": 0.1, "tail_years": 5, "today": today },
        "criteria": [{ "id": "use", "value": { "linear": { "worst": 0, "best": 100 } } }],
        "weight_sets": [{ "id": "base", "swings": { "use": 100 } }],
        "phases": [year(2005), year(2006), year(2007)],
        "forecast": { "measures": [{ "id": "users", "series": [{ "year": 2005, "value": 5 }] }] },
        "channels": [{ "id": "web", "measure": "users" }],
        "items": [
            { "id": "service", "scores": { "use": 80 }, "capex": [5], "opex_per_year": 4 },
            { "id": "register", "scores": { "use": 10 }, "capex": [4], "opex_per_year": 4 },
            { "id": "centre", "kind": "access", "scores": { "use": 5 }, "capex": [1] }
        ]
    })
}

fn set(scenario: &mut Value, path: &str, value: Value) {
    let (parent, field) = path.rsplit_once('/').unwrap();
    scenario.pointer_mut(parent).unwrap()[field] = value;
}

fn with(today: &str, changes: &[(&str, Value)]) -> Value {
    let mut scenario = base(today);
    changes.iter().for_each(|(path, value)| set(&mut scenario, path, value.clone()));
    scenario
}

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_phasewise")).args(args).output().unwrap()
}

fn json_of(args: &[&str]) -> Value {
    let output = run(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn report(scenario: &Value) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("under-way.json");
    std::fs::write(&file, scenario.to_string()).unwrap();
    let report = json_of(&["plan", file.to_str().unwrap(), "--json", "--effort", "200"]);
    assert_eq!(report["verified"], true);
    report
}

/// Start phases of service, register and centre; 0 is never.
fn plan(scenario: &Value) -> [u64; 3] {
    let report = report(scenario);
    ["service", "register", "centre"].map(|id| report["plan"][id].as_u64().unwrap_or(0))
}

fn done() -> Value {
    json!({ "status": "done", "started": "2005" })
}

#[test]
fn what_has_not_begun_starts_today_at_the_earliest() {
    assert_eq!(plan(&base("2005")), [1, 1, 1]);
    assert_eq!(plan(&base("2006")), [2, 2, 2]);
    let told = report(&base("2007"));
    let held = json!([{ "kind": "today", "what": "", "until": 3 }]);
    assert_eq!(told["items"][0]["held_by"], held);
}

#[test]
fn what_has_begun_stays_where_it_began() {
    let begun = with("2006", &[("/items/1/progress", done())]);
    assert_eq!(plan(&begun), [2, 1, 2]);
    let held = json!([{ "kind": "begun", "what": "", "until": 1 }]);
    assert_eq!(report(&begun)["items"][1]["held_by"], held);
    // Pins, windows, gates and its own prerequisites do not move it.
    for (path, value) in [
        ("/items/1/pin", json!({ "phase": "2007" })),
        ("/items/1/pin", json!({})),
        ("/items/1/earliest_phase", json!("2007")),
        (
            "/items/1/channels",
            json!([{ "channel": "web", "need": { "measure": "users", "level": 9 } }]),
        ),
        ("/items/1/requires", json!([{ "item": "service", "lag": 1 }])),
        ("/items/1/requires_any_of", json!([{ "any_of": ["service"], "lag": 1 }])),
    ] {
        let mut held = begun.clone();
        set(&mut held, path, value);
        assert_eq!(plan(&held), [2, 1, 2], "{path}");
    }
}

#[test]
fn work_that_takes_longer_holds_back_what_waits_for_it() {
    let waits = json!([{ "item": "register", "after": true }]);
    let running = json!({ "status": "running", "started": "2005", "ends": "2007" });
    let late = with("2006", &[("/items/0/requires", waits), ("/items/1/progress", running)]);
    assert_eq!(plan(&late), [3, 1, 2]);
    // Its money in all stays, spread over the real phases.
    let told = report(&late);
    let spent = |at: usize| told["phases"][at]["resources"]["capex"]["used"].as_f64().unwrap();
    assert!((spent(0) - 4.0 / 3.0).abs() < 0.01, "{}", spent(0));
    assert!((spent(1) - 4.0 / 3.0 - 1.0).abs() < 0.01, "{}", spent(1));
    // Without an end it runs today at least; nobody has to say so.
    let mut overdue = late.clone();
    set(&mut overdue, "/items/1/progress", json!({ "status": "running", "started": "2005" }));
    assert_eq!(plan(&overdue), [2, 1, 2]);
}

#[test]
fn what_was_stopped_is_out_and_so_is_what_needs_it() {
    let stopped = json!({ "status": "stopped", "started": "2005" });
    let needs = json!([{ "item": "register" }]);
    let given_up = with("2006", &[("/items/1/progress", stopped), ("/items/0/requires", needs)]);
    assert_eq!(plan(&given_up), [0, 0, 2]);
    let told = report(&given_up);
    assert_eq!(told["items"][1]["held_by"], json!([{ "kind": "stopped", "what": "" }]));
    assert_eq!(told["items"][0]["held_by"][0]["kind"], "prerequisite");
    assert_eq!(told["phases"][0]["resources"]["capex"]["used"], 0.0);
}

#[test]
fn what_is_spent_is_spent_and_what_is_promised_is_kept() {
    let overspent = with("2006", &[("/phases/0/budget", json!(3)), ("/items/0/progress", done())]);
    assert_eq!(plan(&overspent), [1, 2, 2]);
    let money = report(&overspent)["phases"][0]["resources"]["capex"].clone();
    assert_eq!(money, json!({ "used": 5.0, "limit": 3.0 }));
    // Two a year promised where there is one: nothing else fits there.
    let running = json!({ "status": "running", "started": "2005" });
    let promised = with(
        "2006",
        &[
            ("/phases/1/budget", json!(1)),
            ("/items/1/capex", json!([2, 2])),
            ("/items/1/progress", running),
        ],
    );
    assert_eq!(plan(&promised), [3, 1, 3]);
    // What an over-spent phase lacked is not taken from the next one.
    let mut carried = overspent.clone();
    set(&mut carried, "/parameters/carry_over", json!(true));
    assert_eq!(plan(&carried), [1, 2, 2]);
}

#[test]
fn exclusions_hold_for_what_has_not_begun() {
    let group = json!([{ "items": ["service", "register", "centre"] }]);
    let both = with(
        "2006",
        &[("/exclusive", group), ("/items/0/progress", done()), ("/items/1/progress", done())],
    );
    assert_eq!(plan(&both), [1, 1, 0]);
}

#[test]
fn a_pin_that_time_has_passed_over_holds_no_more() {
    assert_eq!(plan(&with("2006", &[("/items/0/pin", json!({ "phase": "2005" }))])), [2, 2, 2]);
    assert_eq!(plan(&with("2006", &[("/items/0/pin", json!({ "phase": "2007" }))])), [3, 2, 2]);
}

#[test]
fn a_mandatory_item_that_was_stopped_or_is_too_late_is_a_conflict_with_a_name() {
    let clash = |changes: &[(&str, Value)]| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("stuck.json");
        std::fs::write(&file, with("2006", changes).to_string()).unwrap();
        let output = run(&["plan", file.to_str().unwrap(), "--json"]);
        assert_eq!(output.status.code(), Some(3));
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        let kinds = |rows: &Value| -> Vec<String> {
            let kind = |row: &Value| row["kind"].as_str().unwrap().to_owned();
            rows.as_array().unwrap().iter().map(kind).collect()
        };
        let conflict = &told["conflicts"][0];
        (kinds(&conflict["rules"]), kinds(&conflict["ways_out"]))
    };
    let must = ("/items/0/mandatory", json!(true));
    let stopped = ("/items/0/progress", json!({ "status": "stopped" }));
    let (mut rules, mut ways) = clash(&[must.clone(), stopped]);
    rules.sort();
    ways.sort();
    assert_eq!((rules, ways), (svec(&["mandatory", "stopped"]), svec(&["mandatory", "stopped"])));
    // Nobody can turn time back: what is past is named, and no way out.
    let (mut rules, mut ways) = clash(&[must, ("/items/0/latest_phase", json!("2005"))]);
    rules.sort();
    ways.sort();
    assert_eq!(rules, svec(&["latest", "mandatory", "today"]));
    assert_eq!(ways, svec(&["latest", "mandatory"]));
}

fn svec(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn files_without_progress_stay_as_they_are_and_with_it_come_back() {
    let plain: Scenario = serde_json::from_value(base("2006")).unwrap();
    let mut without = plain.clone();
    without.parameters.today = None;
    for format in [Format::Ron, Format::Json] {
        let text = files::to_text(&without, format, None).unwrap();
        assert!(!text.contains("today") && !text.contains("progress"), "{text}");
    }
    let mut under_way = plain;
    let progress =
        json!({ "status": "running", "started": "2005", "ends": "2007", "percent": 40.5 });
    under_way.items[0].progress = serde_json::from_value(progress).unwrap();
    for (name, format) in [("a.ron", Format::Ron), ("a.json", Format::Json)] {
        let text = files::to_text(&under_way, format, None).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, &text).unwrap();
        let read = files::read(&path).unwrap().scenario;
        assert_eq!(read, under_way);
        assert_eq!(files::to_text(&read, format, None).unwrap(), text);
    }
}

fn bundled() -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/kazakhstan.ron");
    files::read(&path).unwrap().scenario
}

fn apply(scenario: &Scenario, edit: Edit) -> Scenario {
    let mut changed = scenario.clone();
    let back = edit.apply(&mut changed).unwrap();
    let mut again = changed.clone();
    back.apply(&mut again).unwrap();
    assert_eq!(again, *scenario, "one step takes it back");
    changed
}

#[test]
fn a_programme_that_keeps_to_its_plan_keeps_its_worth() {
    let scenario = bundled();
    let effort = Budget::Effort(600);
    let first = plan_once(Arc::new(scenario.clone()), effort, Options::default());
    let first = first.plan().unwrap();
    for today in 1..=scenario.phases.len() as u32 {
        let edit = with_progress_from_plan(&scenario, &first.start, today).unwrap();
        let under_way = apply(&scenario, edit);
        assert!(with_progress_from_plan(&under_way, &first.start, today).is_none());
        let overview = plan_once(Arc::new(under_way.clone()), effort, Options::default());
        let problems = &overview.snapshot.problems;
        let told: Vec<_> = problems.iter().filter(|p| p.code.starts_with("progress")).collect();
        assert!(told.is_empty(), "{told:?}");
        assert!(!problems.iter().any(|problem| problem.code == "overspent"));
        let again = overview.plan().unwrap();
        assert!(again.answer.verified);
        assert_eq!(verify_progress(&under_way, &again.start), []);
        for (item, (before, after)) in first.start.iter().zip(&again.start).enumerate() {
            if before.is_some_and(|start| start < today) {
                assert_eq!(before, after, "{}", scenario.items[item].id);
                let held = held_by(&again.compiled, &again.answer.plan, item);
                assert!(matches!(held[..], [HeldBy::Begun(_)]), "{held:?}");
            }
        }
        // The rest of the old plan still holds, and no more is possible than before.
        let (old, new) = (&first.answer, &again.answer);
        assert!(new.upper_bound >= old.objective && new.objective <= old.upper_bound);
        let unproven = (new.upper_bound - new.objective).max(0);
        assert!(new.objective + unproven >= old.objective, "today {today}");
        println!("today {today}: {} → {}, bound {}", old.objective, new.objective, new.upper_bound);
    }
}

#[test]
fn time_moves_on_in_one_step() {
    let scenario: Scenario = serde_json::from_value(with(
        "2006",
        &[
            ("/items/0/progress", json!({ "status": "running", "started": "2005", "percent": 60 })),
            ("/items/2/progress", json!({ "status": "stopped" })),
        ],
    ))
    .unwrap();
    let edit = with_progress_from_plan(&scenario, &[Some(1), Some(2), None], 3).unwrap();
    let later = apply(&scenario, edit);
    let status: Vec<ProgressStatus> = later.items.iter().map(|item| item.status()).collect();
    assert_eq!(status, [ProgressStatus::Done, ProgressStatus::Done, ProgressStatus::Stopped]);
    assert_eq!(later.items[0].progress.as_ref().unwrap().percent, None);
    assert_eq!(later.items[1].progress.as_ref().unwrap().started, Some("2006".into()));
    assert_eq!(later.parameters.today, Some("2007".into()));
    assert!(with_progress_from_plan(&scenario, &[None; 3], 9).is_none());
}

#[test]
fn every_command_works_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let write = |name: &str, scenario: &Value| {
        std::fs::write(path(name), scenario.to_string()).unwrap();
        path(name)
    };
    let before = write("before.json", &base("2005"));
    let running = json!({ "status": "running", "started": "2005", "percent": 40 });
    let under_way = with(
        "2006",
        &[("/items/1/progress", running), ("/items/2/progress", json!({ "status": "stopped" }))],
    );
    let now = write("now.json", &under_way);
    assert_eq!(json_of(&["rank", &now, "--json"])["items"].as_array().unwrap().len(), 3);
    assert_eq!(json_of(&["check", &now, "--json"])["problems"], json!([]));
    for (lang, words) in [("en", "40"), ("ru", "40"), ("kk", "40")] {
        let output = run(&["explain", &now, "register", "--lang", lang]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(words) && text.contains("2005"), "{text}");
    }
    let told = json_of(&["explain", &now, "register", "--json"]);
    assert_eq!(told["held_by"][0]["kind"], "begun");
    assert_eq!(told["force"], json!([]));
    assert_eq!(told["smallest_change"], json!([]));
    let told = json_of(&["explain", &now, "service", "--json"]);
    let phases: Vec<&Value> =
        told["force"].as_array().unwrap().iter().map(|row| &row["phase"]).collect();
    assert_eq!(phases, [&json!(3), &Value::Null]);
    let compared = json_of(&["compare", &before, &now, "--json"]);
    assert_eq!(compared["inputs"].as_array().unwrap().len(), 3);
    let words = String::from_utf8(run(&["compare", &before, &now]).stdout).unwrap();
    assert!(words.contains("running"), "{words}");
    for ending in ["csv", "md", "ron", "portfolio.json"] {
        let out = path(&format!("out.{ending}"));
        assert!(run(&["export", &now, "--to", &out]).status.success(), "{ending}");
    }
    let whole = json_of(&["plan", &path("out.portfolio.json"), "--json"]);
    assert_eq!((&whole["plan"]["register"], &whole["plan"]["centre"]), (&json!(1), &Value::Null));
    let theirs = write("theirs.json", &with("2006", &[("/title", json!("Theirs"))]));
    assert!(run(&["merge", &before, &now, &theirs]).status.success());
    assert_eq!(files::read(Path::new(&now)).unwrap().scenario.title.get("en"), "Theirs");
}
