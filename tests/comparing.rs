//! `phasewise compare`: what differs between scenarios, and which input did it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Two items of which money lets one start in each year.
const BASE: &str = r#"(
    schema: 1,
    title: "Two services",
    currency: "USD",
    criteria: [(id: "demand", value: linear(worst: 0, best: 100)), (id: "risk", value: linear(worst: 100, best: 0))],
    weight_sets: [
        (id: "base", swings: {"demand": 100}),
        (id: "careful", swings: {"demand": 10, "risk": 100}),
    ],
    items: [
        (id: "a", name: "Tax online", scores: {"demand": 80, "risk": 90}, capex: 3),
        (id: "b", name: "Post online", scores: {"demand": 60, "risk": 10}, capex: 3),
    ],
    phases: [(id: "2005", budget: 3), (id: "2006", budget: 3)],
)
"#;

struct Files {
    folder: tempfile::TempDir,
}

impl Files {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        Self { folder }
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_phasewise"));
        command.current_dir(self.folder.path()).arg("compare").args(args).output().unwrap()
    }

    fn json(&self, args: &[&str]) -> Value {
        let output = self.run(&[args, &["--json"]].concat());
        assert!(output.status.success(), "{args:?}: {}", complained(&output));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn names_that_differ_are_told_though_no_plan_depends_on_them() {
    let renamed = BASE.replace("Post online", "Letters online");
    let files = Files::new(&[("a.ron", BASE), ("b.ron", &renamed)]);
    let answer = files.json(&["a.ron", "b.ron"]);
    assert_eq!(answer["words"], json!(["items[\"b\"].name"]));
    assert_eq!(answer["inputs"], json!([]));
    let said = said(&files.run(&["a.ron", "b.ron"]));
    assert!(said.contains("Post online") && said.contains("Letters online"), "{said}");
    assert_eq!(files.json(&["a.ron", "a.ron"])["words"], json!([]));
}

#[test]
fn the_same_scenario_differs_in_nothing() {
    let files = Files::new(&[("a.ron", BASE), ("b.ron", &BASE.replace("Tax", "Taxes"))]);
    let report = files.json(&["a.ron", "b.ron"]);
    for key in ["inputs", "ranks", "plan", "causes"] {
        assert_eq!(report[key], json!([]), "{key}");
    }
    assert_eq!((&report["a"], &report["b"]), (&"a.ron".into(), &"b.ron".into()));
    assert_eq!(report["complete"], true);
    let words = said(&files.run(&["a.ron", "b.ron"]));
    for sentence in ["No input differs", "All ranks are the same", "No item moved"] {
        assert!(words.contains(sentence), "{words}");
    }
}

#[test]
fn a_score_swaps_ranks_and_years_and_is_named_as_the_cause() {
    let other = BASE.replace("{\"demand\": 60", "{\"demand\": 100");
    let files = Files::new(&[("a.ron", BASE), ("b.ron", &other)]);
    let report = files.json(&["a.ron", "b.ron"]);
    let path = "items[\"b\"].scores.demand";
    assert_eq!(report["inputs"], json!([{"path": path, "a": 60.0, "b": 100.0}]));
    let ranks = json!([{"id": "b", "a": 2, "b": 1}, {"id": "a", "a": 1, "b": 2}]);
    assert_eq!(report["ranks"], ranks);
    let mut plan = report["plan"].as_array().unwrap().clone();
    plan.sort_by_key(|row| row["id"].as_str().unwrap().to_owned());
    assert_eq!(plan, [json!({"id": "a", "a": 1, "b": 2}), json!({"id": "b", "a": 2, "b": 1})]);
    let causes = report["causes"].as_array().unwrap();
    assert_eq!(causes.len(), 1, "{causes:?}");
    assert_eq!(causes[0]["inputs"], json!([path]));
    assert_eq!(causes[0]["moves"].as_array().unwrap().len(), 2);
    let totals = &report["totals"];
    let gain =
        totals["objective"]["b"].as_f64().unwrap() - totals["objective"]["a"].as_f64().unwrap();
    assert!((causes[0]["gain"].as_f64().unwrap() - gain).abs() < 1e-9);
    assert_eq!(totals["resources"]["capex"], json!({"a": 6.0, "b": 6.0}));
    assert_eq!(totals["items"], json!({"a": 2, "b": 2}));
    let words = said(&files.run(&["a.ron", "b.ron"]));
    for piece in [
        "A: Two services (a.ron)",
        "demand of Post online: 60 → 100",
        "Ranks that differ",
        "2005  2006  later",
        "Money to build",
        "Which input did it",
        "proven optimal",
    ] {
        assert!(words.contains(piece), "{piece} is not in:\n{words}");
    }
}

#[test]
fn items_come_in_and_go_out() {
    let other = BASE.replace("(id: \"2006\", budget: 3)", "(id: \"2006\", budget: 2)");
    let more =
        BASE.replace("(id: \"a\",", "(id: \"c\", scores: {\"demand\": 5}, capex: 0), (id: \"a\",");
    let files = Files::new(&[("a.ron", BASE), ("b.ron", &other), ("c.ron", &more)]);
    let report = files.json(&["a.ron", "b.ron", "c.ron"]);
    let pairs = report["pairs"].as_array().unwrap();
    assert_eq!(pairs.len(), 2, "each further file with the first");
    assert_eq!(pairs[0]["plan"], json!([{"id": "b", "a": 2, "b": null}]));
    assert_eq!((&pairs[1]["a"], &pairs[1]["b"]), (&"a.ron".into(), &"c.ron".into()));
    assert_eq!(pairs[1]["ranks"], json!([{"id": "c", "a": null, "b": 3}]));
    assert_eq!(pairs[1]["plan"], json!([{"id": "c", "a": null, "b": 1}]));
    let words = said(&files.run(&["a.ron", "b.ron", "c.ron"]));
    assert_eq!(words.matches("A: Two services (a.ron)").count(), 2);
    assert!(words.contains("went out") && words.contains("came in"), "{words}");
    // The other way round what is gone has its name from where it is.
    let words = said(&files.run(&["c.ron", "a.ron"]));
    assert!(words.contains("3  –  c"), "{words}");
}

#[test]
fn weights_can_be_chosen_for_all() {
    let other = BASE.replace("\"risk\": 10", "\"risk\": 95");
    let files = Files::new(&[("a.ron", BASE), ("b.ron", &other)]);
    assert_eq!(files.json(&["a.ron", "b.ron"])["ranks"], json!([]), "risk weighs nothing");
    let report = files.json(&["a.ron", "b.ron", "--weights", "careful"]);
    assert_eq!(report["ranks"].as_array().unwrap().len(), 2);
    let output = files.run(&["a.ron", "b.ron", "--weights", "nobody"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(complained(&output).contains("nobody"));
}

#[test]
fn without_a_plan_inputs_and_ranks_are_compared() {
    let ranked =
        BASE.replace("phases: [(id: \"2005\", budget: 3), (id: \"2006\", budget: 3)],", "");
    let tight = BASE.replace(
        "capex: 3),\n        (id: \"b\"",
        "capex: 9, mandatory: true),\n        (id: \"b\"",
    );
    let files = Files::new(&[("a.ron", BASE), ("ranked.ron", &ranked), ("tight.ron", &tight)]);
    let report = files.json(&["a.ron", "ranked.ron"]);
    assert_eq!((&report["totals"], &report["plan"]), (&Value::Null, &json!([])));
    assert!(!report["inputs"].as_array().unwrap().is_empty());
    let output = files.run(&["a.ron", "ranked.ron"]);
    assert!(complained(&output).contains("ranked.ron has no phases"));
    let output = files.run(&["a.ron", "tight.ron"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(said(&output).contains("Obligation of Tax online: no → yes"), "{}", said(&output));
    assert!(complained(&output).contains("tight.ron has no plan"), "{}", complained(&output));
}

#[test]
fn what_is_wrong_with_any_file_is_said_before_planning() {
    let files = Files::new(&[("a.ron", BASE), ("bad.ron", "(schema: 1, item: [])")]);
    let output = files.run(&["none.ron", "a.ron", "bad.ron"]);
    assert_eq!(output.status.code(), Some(1));
    let words = complained(&output);
    assert!(words.contains("none.ron") && words.contains("bad.ron"), "{words}");
    assert_eq!(said(&output), "");
    assert_eq!(files.run(&["a.ron"]).status.code(), Some(2));
    assert_eq!(files.run(&["a.ron", "a.ron", "--seconds", "-1"]).status.code(), Some(2));
}

#[test]
fn kazakhstan_is_compared_the_same_every_time() {
    let file: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/kazakhstan.ron");
    let mut loaded = phasewise::files::read(&file).unwrap();
    if let Some(budget) = &mut loaded.scenario.phases[1].budget {
        *budget *= 0.8;
    }
    loaded.scenario.items[5].mandatory = !loaded.scenario.items[5].mandatory;
    let files = Files::new(&[]);
    let other = files.folder.path().join("other.ron");
    phasewise::files::write(&other, &loaded.scenario, loaded.header.as_deref()).unwrap();
    let file = file.display().to_string();
    let args = [file.as_str(), "other.ron", "--effort", "300"];
    let report = files.json(&args);
    assert_eq!(report, files.json(&args));
    assert_eq!(report["inputs"].as_array().unwrap().len(), 2);
    let sum = |key: &str| -> f64 {
        report["causes"].as_array().unwrap().iter().map(|cause| cause[key].as_f64().unwrap()).sum()
    };
    let objective = &report["totals"]["objective"];
    let gain = objective["b"].as_f64().unwrap() - objective["a"].as_f64().unwrap();
    // Causes that change less than half a thousandth of a point are not named.
    assert!((sum("gain") - gain).abs() < 2e-3, "the causes add up to what differs");
    for (language, word) in [("ru", "Из-за чего"), ("kk", "Қай дерек себеп")] {
        let words = said(&files.run(&[&args[..], &["--lang", language]].concat()));
        assert!(words.contains(word), "{language}: {words}");
    }
}
