//! Variants on the command line.

use crate::support::Folder;
use serde_json::Value;
use std::process::{Command, Output};

fn run(folder: &Folder, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_phasewise"));
    command.current_dir(folder.folder.path()).args(args).output().unwrap()
}

fn words(output: &Output) -> String {
    let [out, err] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    format!("{out}{err}")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", words(output)))
}

#[test]
fn new_makes_a_variant_without_differences() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("tries")).unwrap();
    let output = run(&folder, &["new", "tries/cheap.ron", "--variant-of", "base.ron"]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output));
    let wanted = "// This is a variant: it holds only what differs from its base.\n\n(\n    \
                  schema: 1,\n    base: \"../base.ron\",\n    changes: [],\n)\n";
    assert_eq!(folder.read("tries/cheap.ron"), wanted);
    let loaded = folder.load("tries/cheap.ron");
    assert_eq!(loaded.scenario, folder.load("base.ron").scenario);
    // Not over anything, not of nothing, not by another ending.
    for (args, code) in [
        (["new", "tries/cheap.ron", "--variant-of", "base.ron"], 2),
        (["new", "x.ron", "--variant-of", "none.ron"], 1),
        (["new", "x.txt", "--variant-of", "base.ron"], 2),
    ] {
        let output = run(&folder, &args);
        assert_eq!(output.status.code(), Some(code), "{}", words(&output));
        assert!(!folder.path("x.ron").exists() && !folder.path("x.txt").exists());
    }
    assert_eq!(folder.read("tries/cheap.ron"), wanted);
}

#[test]
fn every_command_reads_a_variant() {
    let folder = Folder::new();
    folder.variant("(at: \"items['b'].scores.demand\", was: 200, now: 1000000)");
    let ranked = json(&run(&folder, &["rank", "try.ron", "--json"]));
    let before = json(&run(&folder, &["rank", "base.ron", "--json"]));
    let value = |ranked: &Value| {
        let items = ranked["items"].as_array().unwrap();
        items.iter().find(|item| item["id"] == "b").unwrap()["value"].as_f64().unwrap()
    };
    assert!(value(&ranked) > value(&before));
    let planned = run(&folder, &["plan", "try.ron", "--json", "--effort", "1"]);
    assert_eq!(json(&planned)["verified"], true, "{}", words(&planned));
    let compared =
        json(&run(&folder, &["compare", "base.ron", "try.ron", "--json", "--effort", "1"]));
    assert_eq!(compared["inputs"].as_array().unwrap().len(), 1);
    let exported = run(&folder, &["export", "try.ron", "--to", "whole.ron"]);
    assert_eq!(exported.status.code(), Some(0), "{}", words(&exported));
    assert_eq!(folder.load("whole.ron").scenario, folder.load("try.ron").scenario);
}

#[test]
fn check_lists_what_is_stale_or_gone() {
    let folder = Folder::new();
    folder.variant(
        "(at: \"items['b'].scores.demand\", was: 200, now: 250),\n\
         (at: \"items['q'].capex\", was: 1, now: 2)",
    );
    folder.rebase("\"demand\": 200", "\"demand\": 220");
    let output = run(&folder, &["check", "try.ron"]);
    assert_eq!(output.status.code(), Some(0), "{}", words(&output));
    let said = words(&output);
    assert!(
        said.contains(
            "try.ron:2:1: Warning: [items['b'].scores.demand] The variant changed this when the \
             base had 200, and now the base has 220. The variant keeps 250. Look which is right."
        ),
        "{said}"
    );
    assert!(
        said.contains("try.ron:3:1: Warning: [items['q'].capex] The variant changes this, but")
    );
    let problems = json(&run(&folder, &["check", "try.ron", "--json"]));
    let codes: Vec<&str> = problems["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["code"].as_str().unwrap())
        .collect();
    assert!(codes.contains(&"variant-stale") && codes.contains(&"variant-gone"), "{codes:?}");
    // A base that cannot be read is named with its own lines.
    folder.rebase("capex: 1)", "capx: 1)");
    let output = run(&folder, &["check", "try.ron"]);
    assert_eq!(output.status.code(), Some(1));
    let said = words(&output);
    assert!(
        said.contains("try.ron:1:19: Error: [base] The base of this variant cannot be used"),
        "{said}"
    );
    assert!(said.contains("base.ron:24:") && said.contains("capx"), "{said}");
}
