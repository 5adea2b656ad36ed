//! What two made of one variant, put together.

use crate::support::Folder;
use serde_json::Value;
use std::process::{Command, Output};

const TITLE: &str = "(at: \"title\", was: \"Small\", now: \"Cheaper\"),\n";
const DEMAND: &str = "(at: \"items['b'].scores.demand\", was: 200, now: 250),\n";
const COST: &str = "(at: \"items['a'].capex\", was: 1, now: 2),\n";

fn variant(changes: &[&str]) -> String {
    format!("(schema: 1, base: \"far/away.ron\", changes: [\n{}])\n", changes.concat())
}

/// The three files as git names them, merged; what MINE holds then.
fn merged(base: &str, mine: &str, theirs: &str) -> (Output, String) {
    let folder = Folder::new();
    let names = [("base", base), ("mine", mine), ("theirs", theirs)];
    let paths = names.map(|(name, text)| folder.write(&format!(".merge_file_{name}"), text));
    let mut command = Command::new(env!("CARGO_BIN_EXE_phasewise"));
    let output = command.arg("merge").args(paths).arg("--json").output().unwrap();
    (output, folder.read(".merge_file_mine"))
}

fn conflicts(output: &Output) -> Vec<Value> {
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    report["conflicts"].as_array().unwrap().clone()
}

#[test]
fn changes_of_both_are_in_one_variant() {
    let base = variant(&[TITLE]);
    let theirs = variant(&[TITLE, DEMAND]);
    let (output, found) = merged(&base, &variant(&[COST, TITLE]), &theirs);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let at = |what: &str| found.find(what).unwrap_or_else(|| panic!("no {what} in {found}"));
    assert!(at("capex") < at("title") && at("title") < at("demand"), "{found}");
    assert!(found.contains("base: \"far/away.ron\""));
    // Once more there is nothing to take, and the bytes stay.
    let (output, again) = merged(&base, &found, &theirs);
    assert_eq!((output.status.code(), again), (Some(0), found));
}

#[test]
fn what_one_took_back_is_taken_back() {
    let both = variant(&[TITLE, DEMAND]);
    let (output, found) = merged(&both, &variant(&[TITLE, DEMAND, COST]), &variant(&[TITLE]));
    assert_eq!(output.status.code(), Some(0));
    assert!(!found.contains("demand") && found.contains("capex") && found.contains("title"));
}

#[test]
fn contradictions_are_told_and_mine_stays() {
    let other = DEMAND.replace("250", "270");
    let (output, found) = merged(&variant(&[]), &variant(&[DEMAND]), &variant(&[&other, COST]));
    assert_eq!(output.status.code(), Some(1));
    let told = conflicts(&output);
    assert_eq!(told.len(), 1);
    assert_eq!(
        (&told[0]["base"], &told[0]["mine"], &told[0]["theirs"]),
        (&200.into(), &250.into(), &270.into())
    );
    assert!(found.contains("now: 250") && found.contains("capex"), "{found}");
    // One removes the item that the other changes.
    let gone = "(at: \"items['b']\", was: (id: \"b\")),\n";
    for (mine, theirs) in [(DEMAND, gone), (gone, DEMAND)] {
        let (output, found) = merged(&variant(&[]), &variant(&[mine]), &variant(&[theirs]));
        assert_eq!((output.status.code(), conflicts(&output).len()), (Some(1), 1));
        assert_eq!(found, variant(&[mine]), "nothing came to it");
    }
    // The same change for another reason is none.
    let same = DEMAND.replace("was: 200", "was: 220");
    let (output, _) = merged(&variant(&[]), &variant(&[DEMAND]), &variant(&[&same]));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn both_may_have_added_the_file() {
    let (output, found) = merged("", &variant(&[DEMAND]), &variant(&[COST]));
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(found.contains("demand") && found.contains("capex"), "{found}");
}

#[test]
fn variants_and_whole_scenarios_are_not_merged() {
    let whole = crate::small::SMALL;
    let own = variant(&[DEMAND]);
    for (base, mine, theirs) in [
        (whole, own.as_str(), own.as_str()),
        (&own, whole, &own),
        (&own, &own, whole),
        (&own, "", &own),
    ] {
        let (output, found) = merged(base, mine, theirs);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains("left as they are"));
        assert_eq!(found, mine);
    }
    let broken = own.replace("now: 250", "nw: 250");
    let (output, found) = merged(&own, &broken, &own);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains(".merge_file_mine:2:"));
    assert_eq!(found, broken);
}
