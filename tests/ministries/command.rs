//! The round trip by commands.

use super::support::{Sheets, small};
use phasewise::files::{self, text::Format};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let text = files::to_text(&small(), Format::Ron, None).unwrap();
        std::fs::write(folder.path().join("plan.ron"), text).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_phasewise"));
        command.current_dir(self.folder.path()).args(arguments).output().unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let out = self.run(arguments);
        serde_json::from_slice(&out.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&out.stderr)))
    }

    /// Fills in a workbook that was written, under another name.
    fn fill(&self, from: &str, to: &str, cells: &[(&str, &str, f64)]) {
        let mut sheets = Sheets::of(&std::fs::read(self.path(from)).unwrap());
        for (item, code, number) in cells {
            sheets.set(item, code, *number);
        }
        std::fs::write(self.path(to), sheets.bytes()).unwrap();
    }

    fn capex(&self) -> f64 {
        files::read(&self.path("plan.ron")).unwrap().scenario.items[0].capex.total()
    }
}

fn stderr(out: &Output) -> String {
    String::from_utf8_lossy(&out.stderr).into_owned()
}

#[test]
fn out_and_back() {
    let desk = Desk::new();
    let out = desk.json(&["export", "plan.ron", "--what", "ministries", "--to", "out", "--json"]);
    let books = out["workbooks"].as_array().unwrap();
    let agencies: Vec<&Value> = books.iter().map(|book| &book["agency"]).collect();
    assert_eq!(agencies, [&Value::from("moj"), &Value::from("mof"), &Value::Null]);
    assert_eq!(books[0]["file"], Path::new("out").join("moj.xlsx").display().to_string());
    desk.fill(
        "out/moj.xlsx",
        "back.xlsx",
        &[("birth", "capex", 41.0), ("birth", "scores/risk", 400.0)],
    );
    let dry = desk.json(&["collect", "plan.ron", "back.xlsx", "--dry-run", "--json"]);
    assert_eq!((&dry["written"], desk.capex()), (&Value::from(false), 40.0));
    let told = desk.json(&["collect", "plan.ron", "back.xlsx", "--json", "--dated", "2026-11-26"]);
    assert_eq!(
        (&told["changed"], &told["items"], &told["held"]),
        (&1.into(), &1.into(), &1.into())
    );
    assert_eq!(told["changes"][0]["id"], "birth");
    assert_eq!(told["changes"][0]["who"], "Ministry of Justice");
    assert_eq!((desk.capex(), &told["written"]), (41.0, &Value::from(true)));
    // Once more: its own answer is there, and only the score is left.
    let again = desk.json(&["collect", "plan.ron", "back.xlsx", "--json"]);
    assert_eq!((&again["changed"], &again["held"]), (&0.into(), &1.into()));
    let all = desk.json(&["collect", "plan.ron", "back.xlsx", "--json", "--all"]);
    assert_eq!(all["changed"], 1);
}

#[test]
fn conflicts_are_settled_by_the_file_that_is_preferred() {
    let desk = Desk::new();
    desk.run(&["export", "plan.ron", "--what", "ministries", "--to", "out"]);
    desk.fill("out/moj.xlsx", "a.xlsx", &[("birth", "capex", 41.0)]);
    desk.fill("out/moj.xlsx", "b.xlsx", &[("birth", "capex", 42.0)]);
    let told = desk.json(&["collect", "plan.ron", "a.xlsx", "b.xlsx", "--json"]);
    assert_eq!(told["conflicts"][0]["voices"][1]["value"], "42");
    assert_eq!((&told["conflicts"][0]["chosen"], desk.capex()), (&Value::Null, 40.0));
    let out = desk.run(&["collect", "plan.ron", "a.xlsx", "b.xlsx", "--prefer", "b.xlsx"]);
    assert!(out.status.success(), "{}", stderr(&out));
    assert_eq!(desk.capex(), 42.0);
}

#[test]
fn a_file_that_is_refused_does_not_keep_others_from_it() {
    let desk = Desk::new();
    desk.run(&["export", "plan.ron", "--what", "ministries", "--to", "out"]);
    desk.fill("out/moj.xlsx", "a.xlsx", &[("birth", "capex", 41.0)]);
    std::fs::write(desk.path("b.xlsx"), "no workbook").unwrap();
    let out = desk.run(&["collect", "plan.ron", "a.xlsx", "b.xlsx", "--lang", "ru"]);
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(desk.capex(), 41.0);
    let told = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(told.contains("b.xlsx: ничего не взято"), "{told}");
}

#[test]
fn wrong_usage_is_told() {
    let desk = Desk::new();
    let cases: [(&[&str], &str); 5] = [
        (&["export", "plan.ron", "--to", "x.csv", "--until", "2026-12-31"], "--what ministries"),
        (
            &["export", "plan.ron", "--what", "ministries", "--to", "out", "--until", "soon"],
            "“soon” is no date",
        ),
        (
            &["export", "plan.ron", "--what", "ministries", "--to", "out", "--agency", "idle"],
            "moj, mof",
        ),
        (&["collect", "plan.ron", "a.xlsx", "--prefer", "b.xlsx"], "“b.xlsx” is none"),
        (&["collect", "plan.ron", "a.xlsx", "--dated", "31.12.2026"], "is no date"),
    ];
    for (arguments, words) in cases {
        let out = desk.run(arguments);
        assert_eq!(out.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&out).contains(words), "{}", stderr(&out));
    }
    assert!(!desk.path("out").exists());
    desk.run(&["export", "plan.ron", "--what", "ministries", "--to", "out"]);
    let again = desk.run(&["export", "plan.ron", "--what", "ministries", "--to", "out"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(stderr(&again).contains("--overwrite"), "{}", stderr(&again));
}

#[test]
fn a_variant_stays_one() {
    let desk = Desk::new();
    desk.run(&["new", "variant.ron", "--variant-of", "plan.ron"]);
    desk.run(&["export", "variant.ron", "--what", "ministries", "--to", "out"]);
    desk.fill("out/moj.xlsx", "a.xlsx", &[("birth", "capex", 41.0)]);
    let out = desk.run(&["collect", "variant.ron", "a.xlsx"]);
    assert!(out.status.success(), "{}", stderr(&out));
    let text = std::fs::read_to_string(desk.path("variant.ron")).unwrap();
    assert!(text.contains("base") && text.len() < 2_000, "{text}");
    assert_eq!(
        files::read(&desk.path("variant.ron")).unwrap().scenario.items[0].capex.total(),
        41.0
    );
    assert_eq!(desk.capex(), 40.0);
}
