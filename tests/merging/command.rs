//! `phasewise merge` as a script uses it.

use super::support::SMALL;
use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

/// Three files in a folder.
struct Files {
    folder: tempfile::TempDir,
}

impl Files {
    fn new(base: &str, mine: &str, theirs: &str) -> Self {
        let files = Self { folder: tempfile::tempdir().unwrap() };
        for (name, text) in [("base", base), ("mine", mine), ("theirs", theirs)] {
            std::fs::write(files.path(name), text).unwrap();
        }
        files
    }

    /// As git names them: without an ending.
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!(".merge_file_{name}"))
    }

    fn mine(&self) -> String {
        std::fs::read_to_string(self.path("mine")).unwrap()
    }

    fn merge(&self, more: &[&str]) -> Output {
        let files = ["base", "mine", "theirs"].map(|name| self.path(name));
        let mut command = Command::new(env!("CARGO_BIN_EXE_phasewise"));
        command.arg("merge").args(files).args(more).output().unwrap()
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn canonical(text: &str) -> String {
    let scenario = super::support::read(text);
    let header = text.lines().next().filter(|line| line.starts_with("//"));
    phasewise::files::to_text(&scenario, phasewise::files::text::Format::Ron, header).unwrap()
}

#[test]
fn both_changes_are_written_over_mine() {
    let mine = SMALL.replace("\"demand\": 100", "\"demand\": 150");
    let theirs = SMALL.replace("\"demand\": 200", "\"demand\": 250");
    let files = Files::new(SMALL, &mine, &theirs);
    let output = files.merge(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", complained(&output));
    assert_eq!(said(&output), "Merged: 1 change taken from THEIRS.\n");
    assert_eq!(files.mine(), canonical(&mine.replace("\"demand\": 200", "\"demand\": 250")));
    // Once more, with MINE as it is written now.
    let before = files.mine();
    let output = files.merge(&["--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["conflicts"], serde_json::json!([]));
    assert_eq!(files.mine(), before);
}

#[test]
fn a_conflict_is_listed_and_mine_stays() {
    let mine = SMALL.replace("\"demand\": 100", "\"demand\": 150").replace("3.5", "9");
    let theirs =
        SMALL.replace("\"demand\": 100", "\"demand\": 170").replace("budget: 4", "budget: 5");
    let files = Files::new(SMALL, &mine, &theirs);
    let output = files.merge(&[]);
    assert_eq!(output.status.code(), Some(1));
    let words = said(&output);
    let line = "items[\"a\"].scores.demand: it was 100, MINE has 150, THEIRS has 170.\n";
    assert!(words.starts_with(line), "{words}");
    assert!(words.contains("1 conflict is left"), "{words}");
    assert_eq!(files.mine(), canonical(&mine.replace("budget: 4", "budget: 5")));
    let files = Files::new(SMALL, &mine, &theirs);
    let output = files.merge(&["--json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        report["conflicts"],
        serde_json::json!([{
            "path": "items[\"a\"].scores.demand",
            "base": 100, "mine": 150, "theirs": 170, "problems": [],
        }])
    );
}

#[test]
fn what_was_removed_is_null() {
    let line = "        (id: \"f\", scores: {\"demand\": 600}),\n";
    let group = "exclusive: [(items: [\"e\", \"f\"])],";
    let base = SMALL.replace(group, "");
    let theirs = base.replace("\"demand\": 600", "\"demand\": 700");
    let files = Files::new(&base, &base.replace(line, ""), &theirs);
    let report: Value = serde_json::from_slice(&files.merge(&["--json"]).stdout).unwrap();
    let conflict = &report["conflicts"][0];
    assert_eq!((&conflict["path"], &conflict["mine"]), (&"items[\"f\"]".into(), &Value::Null));
    assert_eq!(conflict["theirs"]["scores"]["demand"], 700);
    // And one that breaks the scenario, with what would be wrong.
    let mine = SMALL.replace("(id: \"c\",", "(id: \"c\", requires: [(item: \"f\")],");
    let theirs = base.replace(line, "");
    let files = Files::new(SMALL, &mine, &theirs);
    let output = files.merge(&["--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let problem = &report["conflicts"][0]["problems"][0];
    assert_eq!(problem["path"], "items[\"c\"].requires[0].item");
    assert!(problem["message"].as_str().unwrap().contains("leads nowhere"));
    let files = Files::new(SMALL, &mine, &theirs);
    let words = said(&files.merge(&[]));
    assert!(words.contains("items[\"f\"]: THEIRS removed it, which does not go"), "{words}");
    let (_, problems) = phasewise::files::examine(&files.path("mine"));
    let errors = problems.iter().filter(|p| p.severity == phasewise::model::Severity::Error);
    assert_eq!(errors.count(), 0);
}

#[test]
fn ron_and_json_are_merged_and_mine_keeps_its_form() {
    let scenario = super::support::small();
    let json = phasewise::files::to_text(&scenario, phasewise::files::text::Format::Json, None);
    let json = json.unwrap();
    let theirs = SMALL.replace("\"demand\": 200", "\"demand\": 250");
    let files = Files::new(SMALL, &json, &theirs);
    assert_eq!(files.merge(&[]).status.code(), Some(0));
    let wanted = json.replace("\"demand\": 200", "\"demand\": 250");
    assert_eq!(files.mine(), wanted);
    let files = Files::new(&json, SMALL, &json.replace("\"demand\": 200", "\"demand\": 250"));
    assert_eq!(files.merge(&[]).status.code(), Some(0));
    assert_eq!(files.mine(), canonical(&SMALL.replace("\"demand\": 200", "\"demand\": 250")));
}

#[test]
fn an_empty_base_means_that_both_added_it() {
    let theirs = SMALL.replace("(id: \"f\",", "(id: \"g\", name: \"New\"), (id: \"f\",");
    let files = Files::new("", SMALL, &theirs);
    let output = files.merge(&[]);
    assert_eq!(output.status.code(), Some(0), "{}{}", said(&output), complained(&output));
    assert_eq!(files.mine(), canonical(&theirs));
}

#[test]
fn nothing_is_written_if_a_file_cannot_be_read() {
    let theirs = SMALL.replace("\"demand\": 200", "\"demand\": 250");
    for (base, mine, theirs) in [
        ("(schema: 1, items: [", SMALL, theirs.as_str()),
        (SMALL, "(schema: 1, item: [])", theirs.as_str()),
        (SMALL, SMALL, "(schema: 1, items: [(id: \"a\"), (id: \"a\")])"),
        (SMALL, SMALL, ""),
        (SMALL, "", SMALL),
        (SMALL, SMALL, "(schema: 99)"),
    ] {
        let files = Files::new(base, mine, theirs);
        let output = files.merge(&[]);
        assert_eq!(output.status.code(), Some(1), "{base} {mine} {theirs}");
        assert!(!output.stderr.is_empty());
        assert_eq!(said(&output), "");
        assert_eq!(files.mine(), mine);
    }
    let files = Files::new(SMALL, SMALL, &theirs);
    std::fs::remove_file(files.path("base")).unwrap();
    let output = files.merge(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(complained(&output).contains("There is no file"), "{}", complained(&output));
    assert_eq!(files.mine(), SMALL);
}

#[test]
fn a_file_to_which_nothing_comes_keeps_its_comments() {
    let mine = SMALL.replace("title: \"Small\",", "title: \"Small\", // a remark");
    let files = Files::new(SMALL, &mine, SMALL);
    let output = files.merge(&[]);
    assert_eq!(said(&output), "Merged: nothing had to be taken from THEIRS.\n");
    assert_eq!(files.mine(), mine);
}
