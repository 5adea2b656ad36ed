//! The commands as a script uses them: keys, exit codes, the same bytes again.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const TWO_SERVICES: &str = r#"{ "schema": 1, "title": "Two services",
  "criteria": [
    { "id": "demand", "value": { "log10": { "worst": 100, "best": 1000000 } } },
    { "id": "risk", "value": { "linear": { "worst": 100, "best": 0 } } } ],
  "weight_sets": [ { "id": "base", "swings": { "demand": 100, "risk": 50 } } ],
  "items": [
    { "id": "a", "scores": { "demand": 20000, "risk": { "low": 10, "best": 20, "high": 60 } },
      "capex": [3.5], "requires": [ { "item": "b" } ] },
    { "id": "b", "scores": { "demand": 100, "risk": 5 }, "capex": [1.0] } ],
  "phases": [ { "id": "2005", "budget": 3 }, { "id": "2006", "budget": 3.5 } ] }"#;

fn phasewise(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_phasewise")).args(args).output().unwrap()
}

fn json(args: &[&str]) -> Value {
    let output = phasewise(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn kazakhstan() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/kazakhstan.ron").display().to_string()
}

fn two_services(folder: &tempfile::TempDir) -> String {
    let file = folder.path().join("two.json");
    std::fs::write(&file, TWO_SERVICES).unwrap();
    file.display().to_string()
}

#[test]
fn the_smallest_scenario_ranks_as_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let report = json(&["rank", &two_services(&folder), "--json"]);
    assert_eq!(report["method"], "mavt");
    let items = report["items"].as_array().unwrap();
    assert_eq!(items[0]["id"], "a");
    // Demand 20,000 on 100..1,000,000 is 57.53 of 100, risk 20 is 80; weights 2/3 and 1/3.
    let demand = (20_000.0_f64 / 100.0).log10() / 4.0 * 100.0 * 2.0 / 3.0;
    let value = demand + 80.0 / 3.0;
    assert!((items[0]["value"].as_f64().unwrap() - value).abs() < 1e-9);
    assert!((items[0]["contributions"]["demand"].as_f64().unwrap() - demand).abs() < 1e-9);
    assert!((items[1]["value"].as_f64().unwrap() - 95.0 / 3.0).abs() < 1e-9);
    assert_eq!(items[1]["rank"], 2);
}

#[test]
fn the_smallest_scenario_is_planned_as_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let report = json(&["plan", &two_services(&folder), "--json"]);
    // a costs 3.5, too much for 2005; b may start in either year and a needs it.
    assert_eq!(report["plan"]["a"], 2);
    assert_eq!(report["plan"]["b"], 1);
    assert_eq!(report["verified"], true);
    assert!(report["bound"].as_f64().unwrap() >= report["objective"].as_f64().unwrap());
    let money = &report["phases"][1]["resources"]["capex"];
    assert_eq!((money["used"].as_f64(), money["limit"].as_f64()), (Some(3.5), Some(3.5)));
    let items = report["items"].as_array().unwrap();
    assert!(items.iter().all(|item| item["held_by"].is_array() && item["worth"].is_number()));
    assert_eq!(items[0]["held_by"][0]["kind"], "budget");
}

#[test]
fn all_methods_rank_and_say_their_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = two_services(&folder);
    for method in ["mavt", "wsm", "topsis", "vikor", "promethee2"] {
        let report = json(&["rank", &file, "--json", "--method", method]);
        assert_eq!(report["method"], method);
        assert_eq!(report["items"].as_array().unwrap().len(), 2);
    }
}

#[test]
fn kazakhstan_is_planned_well_and_the_same_every_time() {
    let file = kazakhstan();
    let mut plans: Vec<Value> = Vec::new();
    for threads in ["1", "2", "1", "2"] {
        plans.push(json(&["plan", &file, "--json", "--threads", threads])["plan"].clone());
    }
    assert!(plans.windows(2).all(|pair| pair[0] == pair[1]), "the plan depends on the run");
    let report = json(&["plan", &file, "--json"]);
    assert_eq!(report["verified"], true);
    assert_eq!(report["plan"]["e-procurement"], 3, "e-procurement starts in 2007");
    // CP-SAT proves 2838.557 for the exported portfolio.
    let objective = report["objective"].as_f64().unwrap();
    assert!(objective > 0.97 * 2838.557, "{objective} is more than 3 % below the optimum");
    assert!(objective <= 2838.557 + 1e-6, "{objective} beats a proven optimum");
    assert!(report["bound"].as_f64().unwrap() >= 2838.557);
}

#[test]
fn explain_answers_with_reasons_prices_and_changes() {
    let report = json(&["explain", &kazakhstan(), "e-procurement", "--json"]);
    assert_eq!(report["id"], "e-procurement");
    assert_eq!(report["phase"], 3);
    let kinds: Vec<&str> = report["held_by"]
        .as_array()
        .unwrap()
        .iter()
        .map(|held| held["kind"].as_str().unwrap())
        .collect();
    assert!(kinds.contains(&"gate"), "the web gate opens in 2007: {kinds:?}");
    let forced = report["force"].as_array().unwrap();
    let in_2006 = forced.iter().find(|forced| forced["phase"] == 2).unwrap();
    assert!(in_2006["loss"].is_null(), "forcing it to 2006 is impossible");
    let in_2008 = forced.iter().find(|forced| forced["phase"] == 4).unwrap();
    let loss = &in_2008["loss"];
    assert!(loss["at_least"].as_f64().unwrap() <= loss["at_most"].as_f64().unwrap());
}

/// That it starts in the phase is what was asked, not a reason against it.
#[test]
fn what_forbids_a_phase_is_told_without_what_was_only_supposed() {
    let output = phasewise(&["explain", &kazakhstan(), "csc-public", "--effort", "100"]);
    let told = String::from_utf8(output.stdout).unwrap();
    let row = |phase: &str| told.lines().find(|line| line.trim_start().starts_with(phase)).unwrap();
    let centres = "impossible: Common service centres, publicly run";
    assert!(row("2009").ends_with(&format!("{centres} does not fit into Money to build of 2009")));
    assert!(row("2005").ends_with(&format!("{centres} needs Justice single-window pilot")));
}

#[test]
fn check_lists_what_the_method_asks_for() {
    let report = json(&["check", &kazakhstan(), "--json"]);
    let problems = report["problems"].as_array().unwrap();
    assert!(!problems.is_empty());
    for problem in problems {
        for key in ["severity", "code", "path", "line", "column", "message", "remedy"] {
            assert!(!problem[key].is_null(), "{key} is missing in {problem}");
        }
        let message = problem["message"].as_str().unwrap();
        assert!(!message.starts_with("problem-"), "{message} has no words");
    }
}

#[test]
fn a_portfolio_goes_out_and_comes_back_with_the_same_plan() {
    let folder = tempfile::tempdir().unwrap();
    let out: PathBuf = folder.path().join("kz.portfolio.json");
    let file = kazakhstan();
    let written = phasewise(&["export", &file, "--to", out.to_str().unwrap()]);
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let own = json(&["plan", &file, "--json"]);
    let back = json(&["plan", out.to_str().unwrap(), "--json"]);
    for (id, phase) in own["plan"].as_object().unwrap() {
        assert_eq!(&back["plan"][id], phase, "{id}");
    }
}

#[test]
fn exports_are_written_in_each_form() {
    let folder = tempfile::tempdir().unwrap();
    let file = kazakhstan();
    for ending in ["csv", "md", "json", "ron"] {
        let out = folder.path().join(format!("out.{ending}"));
        let written = phasewise(&["export", &file, "--to", out.to_str().unwrap()]);
        assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
        let text = std::fs::read_to_string(&out).unwrap();
        assert!(text.contains("e-procurement") || text.contains("Electronic public procurement"));
        if ending == "csv" {
            assert_eq!(text.lines().count(), 63, "a head and 62 items");
        }
        if ending == "json" {
            let again = phasewise(&["check", out.to_str().unwrap()]);
            assert!(again.status.success());
        }
    }
    let strange = folder.path().join("out.docx");
    let refused = phasewise(&["export", &file, "--to", strange.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(!strange.exists());
}

#[test]
fn exports_for_others_are_written_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = kazakhstan();
    for ending in ["xlsx", "html", "mmd", "dot", "xml", "ics"] {
        let out = folder.path().join(format!("out.{ending}"));
        let out = out.to_str().unwrap();
        let written = phasewise(&["export", &file, "--to", out, "--lang", "kk", "--effort", "50"]);
        assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
        let bytes = std::fs::read(out).unwrap();
        if ending == "xlsx" {
            assert!(bytes.starts_with(b"PK"));
        } else {
            // Folded lines of a calendar may break a word.
            let text = String::from_utf8(bytes).unwrap().replace("\r\n ", "");
            assert!(text.contains("Электрондық"), "{ending} is not in Kazakh");
        }
    }
}

#[test]
fn a_part_is_exported_where_the_format_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = two_services(&folder);
    let out = |name: &str| folder.path().join(name).display().to_string();
    let export = |name: &str, more: &[&str]| {
        phasewise(&[&["export", &file, "--to", &out(name)], more].concat())
    };
    assert!(export("links.csv", &["--what", "graph", "--bom"]).status.success());
    let links = std::fs::read_to_string(out("links.csv")).unwrap();
    assert_eq!(
        links,
        "\u{feff}item,needs,type,group,lag,after,kept,reason,ref\na,b,hard,,0,false,true,,\n"
    );
    let refused = export("plan.ics", &["--what", "ranking"]);
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("all, roadmap"), "{said}");
    assert!(!Path::new(&out("plan.ics")).exists());
    let refused = export("plan.pages", &[]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains(".xlsx, .csv"));
}

#[test]
fn an_export_that_needs_a_plan_says_that_there_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tight.json");
    let tight = TWO_SERVICES.replace(r#""id": "a","#, r#""id": "a", "mandatory": true,"#);
    std::fs::write(&file, tight.replace(r#""budget": 3.5"#, r#""budget": 0.1"#)).unwrap();
    let (file, out) = (file.to_str().unwrap(), folder.path().join("plan.ics"));
    let refused = phasewise(&["export", file, "--to", out.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(3), "{}", String::from_utf8_lossy(&refused.stderr));
    assert!(!out.exists());
    let book = folder.path().join("plan.xlsx");
    assert!(phasewise(&["export", file, "--to", book.to_str().unwrap()]).status.success());
}

#[test]
fn new_writes_a_scenario_that_is_in_order_and_never_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ron").display().to_string();
    assert!(phasewise(&["new", &file]).status.success());
    let before = std::fs::read(&file).unwrap();
    assert_eq!(phasewise(&["new", &file]).status.code(), Some(2));
    assert_eq!(std::fs::read(&file).unwrap(), before);
    let report = json(&["check", &file, "--json"]);
    let errors: Vec<&Value> = report["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|problem| problem["severity"] != "hint")
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(json(&["plan", &file, "--json"])["verified"], true);
}

#[test]
fn many_problems_of_one_kind_are_counted_so_that_others_can_be_seen() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("many.json");
    let items: Vec<String> =
        (0..30).map(|at| format!(r#"{{ "id": "i{at}", "opex": 1 }}"#)).collect();
    let text = format!(r#"{{ "schema": 1, "items": [ {} ], "titel": "T" }}"#, items.join(", "));
    std::fs::write(&file, text).unwrap();
    let path = file.display().to_string();
    let done = phasewise(&["plan", &path, "--lang", "en"]);
    let told = String::from_utf8(done.stderr).unwrap();
    assert_eq!(told.matches("“opex”").count() + told.matches("“titel”").count(), 10, "{told}");
    assert!(told.contains(&format!("And 21 more like these. “phasewise check {path}”")), "{told}");
    let done = phasewise(&["check", &path, "--lang", "en"]);
    let all = String::from_utf8(done.stdout).unwrap() + &String::from_utf8(done.stderr).unwrap();
    assert_eq!(all.matches("“opex”").count(), 30, "{all}");
}

#[test]
fn exit_codes_tell_what_went_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let file = two_services(&folder);
    assert_eq!(phasewise(&["rank", "/no/such/file.ron"]).status.code(), Some(1));
    assert_eq!(phasewise(&["rank", &file, "--weights", "nobody"]).status.code(), Some(2));
    assert_eq!(phasewise(&["rank"]).status.code(), Some(2));
    assert_eq!(phasewise(&["explain", &file, "c"]).status.code(), Some(2));
    // Both must start, and the money does not suffice.
    let tight = TWO_SERVICES.replace("\"capex\": [3.5],", "\"capex\": [9.5], \"mandatory\": true,");
    let tight_file = folder.path().join("tight.json");
    std::fs::write(&tight_file, tight).unwrap();
    let output = phasewise(&["plan", tight_file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3));
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(words.contains("a must start"), "{words}");
    assert!(words.contains("Money to build"), "{words}");
    // 9.5 are more than both years have together; b is not needed to see it.
    assert!(words.contains("Any one of these changes is enough"), "{words}");
    assert!(words.contains("6 more in 2006"), "{words}");
    let report = phasewise(&["explain", tight_file.to_str().unwrap(), "a", "--json"]);
    assert_eq!(report.status.code(), Some(3));
    let report: Value = serde_json::from_slice(&report.stdout).unwrap();
    let conflict = &report["conflicts"][0];
    assert_eq!((&conflict["proven"], &conflict["minimal"]), (&true.into(), &true.into()));
    assert_eq!(conflict["rules"][0]["kind"], "mandatory");
    let ways = conflict["ways_out"].as_array().unwrap();
    let more = ways.iter().find(|way| way["change"] == "more").unwrap();
    assert_eq!(more["least"], true, "{more}");
}

#[test]
fn words_come_in_three_languages() {
    let file = kazakhstan();
    for (language, word) in [("en", "Verified"), ("ru", "Провер"), ("kk", "Тексер")] {
        let output = phasewise(&["plan", &file, "--lang", language]);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(text.contains(word), "{language}: {text}");
    }
}
