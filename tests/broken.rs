//! Broken files of many kinds: each gets a sentence with a place, exit code 1,
//! and nothing is written over.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// By the clock, where the system knows no limit of processor time.
const PATIENCE: Duration = Duration::from_secs(if cfg!(target_os = "linux") { 30 } else { 2 });

const GOOD: &str = r#"{ "schema": 1, "title": "Two",
  "criteria": [
    { "id": "demand", "value": { "log10": { "worst": 100, "best": 1000000 } } },
    { "id": "risk", "value": { "linear": { "worst": 100, "best": 0 } } } ],
  "weight_sets": [ { "id": "base", "swings": { "demand": 100, "risk": 50 } } ],
  "items": [
    { "id": "a", "scores": { "demand": 20000, "risk": 20 }, "capex": [3.5], "requires": [ { "item": "b" } ] },
    { "id": "b", "scores": { "demand": 100, "risk": 5 }, "capex": [1.0] } ],
  "phases": [ { "id": "2005", "budget": 3 }, { "id": "2006", "budget": 3.5 } ] }"#;

/// The program, which may have 500 MB and two seconds of a processor: what needs more ends
/// it. By the clock a busy machine would fail too.
fn limited() -> Command {
    let program = env!("CARGO_BIN_EXE_phasewise");
    if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        shell.args(["-c", "ulimit -v 500000 && ulimit -t 2 && exec \"$0\" \"$@\"", program]);
        shell
    } else {
        Command::new(program)
    }
}

fn check(folder: &tempfile::TempDir, name: &str, bytes: &[u8]) -> (Output, Duration) {
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    let begun = Instant::now();
    let output = limited().args(["plan", file.to_str().unwrap()]).output().unwrap();
    let time = begun.elapsed();
    assert_eq!(std::fs::read(&file).unwrap(), bytes, "{name} was written over");
    (output, time)
}

/// The good file with as many more items as a file may have.
fn with_many_items(item: &dyn Fn(usize) -> String) -> Vec<u8> {
    let items: String = (0..49_990).map(item).collect();
    GOOD.replace("\"items\": [", &format!("\"items\": [{items}")).into_bytes()
}

/// What replaces what in the good file, and a word that the sentence must have.
const CHANGES: &[(&str, &str, &str)] = &[
    ("\"schema\": 1", "\"schema\": 99", "schema"),
    ("\"schema\": 1", "\"schema\": \"one\"", "whole number"),
    ("\"schema\": 1, ", "", "schema"),
    ("\"title\"", "\"titel\"", "title"),
    ("\"criteria\"", "\"criterias\"", "criteria"),
    ("\"log10\"", "\"log2\"", "log10"),
    ("\"worst\": 100, \"best\": 1000000", "\"worst\": 100", "best"),
    ("\"worst\": 100, \"best\": 1000000", "\"worst\": 0, \"best\": 1000000", "demand"),
    ("\"worst\": 100, \"best\": 1000000", "\"worst\": 100, \"best\": 100", "demand"),
    ("\"worst\": 100, \"best\": 0", "\"worst\": \"high\", \"best\": 0", "number"),
    ("\"linear\": { \"worst\": 100, \"best\": 0 }", "\"points\": [[1, 0], [1, 100]]", "risk"),
    ("\"linear\": { \"worst\": 100, \"best\": 0 }", "\"points\": []", "risk"),
    ("\"linear\": { \"worst\": 100, \"best\": 0 }", "\"points\": [[1], [2, 100]]", "2"),
    ("\"id\": \"risk\"", "\"id\": \"demand\"", "demand"),
    ("\"id\": \"risk\"", "\"id\": \"\"", "id"),
    ("\"swings\": { \"demand\": 100", "\"swings\": { \"demand\": -100", "demand"),
    ("\"swings\": { \"demand\": 100", "\"swings\": { \"demend\": 100", "demand"),
    ("\"swings\": { \"demand\": 100", "\"swings\": { \"demand\": \"much\"", "number"),
    ("\"demand\": 20000", "\"demand\": 1e999", "number"),
    ("\"demand\": 20000", "\"demand\": NaN", "NaN"),
    ("\"demand\": 20000", "\"demand\": { \"best\": 5, \"low\": 9, \"high\": 10 }", "low"),
    ("\"demand\": 20000", "\"demand\": { \"low\": 9 }", "best"),
    ("\"demand\": 20000", "\"demand\": [1, 2]", "number"),
    ("\"demand\": 20000", "\"demand\": \"none\"", "demand"),
    ("\"demand\": 20000", "\"dimand\": 20000", "demand"),
    ("\"item\": \"b\"", "\"item\": \"c\"", "c"),
    ("\"item\": \"b\"", "\"item\": \"a\"", "a"),
    ("\"item\": \"b\"", "\"item\": \"b\", \"lag\": -1", "-1"),
    ("\"item\": \"b\"", "\"item\": \"b\", \"type\": \"rigid\"", "hard"),
    (
        "\"id\": \"b\", \"scores\"",
        "\"id\": \"b\", \"requires\": [{ \"item\": \"a\", \"lag\": 1 }], \"scores\"",
        "a",
    ),
    ("\"id\": \"b\", \"scores\"", "\"id\": \"a\", \"scores\"", "a"),
    ("\"capex\": [1.0]", "\"capex\": [-1.0]", "-1"),
    ("\"capex\": [1.0]", "\"capex\": 2, \"capex_profile\": [0.5]", "capex_profile"),
    (
        "\"capex\": [1.0]",
        "\"capex\": 2, \"duration\": 2, \"capex_profile\": [0.5]",
        "capex_profile",
    ),
    ("\"capex\": [1.0]", "\"capex\": 2, \"earliest_phase\": \"2004\"", "2004"),
    ("\"capex\": [1.0]", "\"capex\": 2, \"kind\": \"magic\"", "magic"),
    ("\"capex\": [1.0]", "\"capex\": 2, \"mandatory\": \"yes\"", "true"),
    ("\"capex\": [1.0]", "\"capex\": 2, \"owner\": \"nobody\"", "nobody"),
    ("\"capex\": [1.0]", "\"capex\": 2, \"pin\": { \"phase\": \"1999\" }", "1999"),
    ("\"budget\": 3 }", "\"budget\": -3 }", "-3"),
    ("\"budget\": 3 }", "\"budget\": \"3\" }", "number"),
    ("\"id\": \"2006\"", "\"id\": \"2005\"", "2005"),
    ("\"budget\": 3 }", "\"budget\": 3, \"start\": \"2005-13-40\" }", "date"),
    (
        "\"budget\": 3 }",
        "\"budget\": 3, \"start\": \"2006-01-01\", \"end\": \"2005-01-01\" }",
        "end",
    ),
    ("\"id\": \"2006\", ", "", "id"),
    ("\"title\": \"Two\"", "\"title\": \"Two\", \"title\": \"Three\"", "second time"),
    (
        "\"title\": \"Two\"",
        "\"title\": \"Two\", \"active_weights\": { \"set\": \"nobody\" }",
        "nobody",
    ),
    (
        "\"title\": \"Two\"",
        "\"title\": \"Two\", \"exclusive\": [{ \"items\": [\"a\", \"z\"] }]",
        "z",
    ),
    (
        "\"title\": \"Two\"",
        "\"title\": \"Two\", \"synergies\": [{ \"items\": [\"a\"], \"effect\": 1 }]",
        "synerg",
    ),
    (
        "\"title\": \"Two\"",
        "\"title\": \"Two\", \"parameters\": { \"discount_rate\": -2 }",
        "discount",
    ),
    ("[ { \"id\": \"base\"", "[ { \"id\": \"base\" }", ""),
    ("] }", "]", ""),
    ("\"phases\": [", "\"phases\": {", ""),
];

#[test]
fn every_change_for_the_worse_gets_its_sentence() {
    let folder = tempfile::tempdir().unwrap();
    assert!(check(&folder, "good.json", GOOD.as_bytes()).0.status.success());
    let mut silent = Vec::new();
    for (at, (from, to, word)) in CHANGES.iter().enumerate() {
        assert!(GOOD.contains(from), "{from} is not in the good file");
        let broken = GOOD.replacen(from, to, 1);
        let (output, time) = check(&folder, &format!("broken-{at}.json"), broken.as_bytes());
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        let place = words.contains(&format!("broken-{at}.json:"));
        let named = words.to_lowercase().contains(&word.to_lowercase());
        if output.status.code() != Some(1) || !place || !named || words.contains("panicked") {
            silent.push(format!("{to}: {:?} {words}", output.status.code()));
        }
        assert!(time < PATIENCE, "{to} took {time:?}");
    }
    assert!(silent.is_empty(), "{} of {}:\n{}", silent.len(), CHANGES.len(), silent.join("\n"));
}

#[test]
fn files_that_are_no_scenario_at_all_get_a_sentence_quickly() {
    let folder = tempfile::tempdir().unwrap();
    let noise = |length: usize| -> Vec<u8> {
        let mut state = 88_172_645_463_325_252_u64;
        let mut bytes = Vec::with_capacity(length);
        while bytes.len() < length {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            bytes.extend_from_slice(&state.to_le_bytes());
        }
        bytes
    };
    let utf16: Vec<u8> = GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("empty.json", Vec::new()),
        ("empty.ron", Vec::new()),
        ("blank.ron", b"  \n\n ".to_vec()),
        ("truncated.json", GOOD.as_bytes()[..300].to_vec()),
        ("list.json", b"[1, 2, 3]".to_vec()),
        ("number.json", b"42".to_vec()),
        ("latin1.json", GOOD.replace("Two", "Zw\u{f6}lf").chars().map(|c| c as u8).collect()),
        ("utf16.json", utf16),
        ("nul.json", GOOD.replace("Two", "T\0o").into_bytes()),
        ("deep.json", "[".repeat(100_000).into_bytes()),
        ("deep.ron", "(a:".repeat(100_000).into_bytes()),
        ("noise.ron", noise(1 << 20)),
        ("noise.json", noise(100 << 20)),
        ("list.ron", format!("(items: [{}])", "(id: \"a\"),".repeat(6 << 20)).into_bytes()),
        ("numbers.json", format!("[{}1]", "1,".repeat(30 << 20)).into_bytes()),
        ("groups.json", format!("[{}1]", "[[1]],".repeat(10 << 20)).into_bytes()),
        ("twins.json", with_many_items(&|_| "{\"id\":\"a\"},".to_owned())),
        ("lost.json", with_many_items(&|at| format!("{{\"id\":\"x{at}\",\"owner\":\"y{at}\"}},"))),
        ("page.json", b"<!DOCTYPE html><html></html>".to_vec()),
        ("huge-number.json", GOOD.replace("3.5", &"9".repeat(5000)).into_bytes()),
        ("trailing.json", format!("{GOOD} garbage").into_bytes()),
    ];
    for (name, bytes) in cases {
        let (output, time) = check(&folder, name, &bytes);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{name}: {words}");
        assert!(words.contains(name) && words.len() > name.len() + 20, "{name}: {words}");
        assert!(!words.contains("panicked"), "{name}: {words}");
        assert!(time < PATIENCE, "{name} took {time:?}");
    }
}

#[test]
fn what_is_no_file_gets_a_sentence_in_each_language() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing.ron");
    for (path, language, sentence) in [
        (missing.as_path(), "en", "There is no file"),
        (missing.as_path(), "ru", "missing.ron нет"),
        (missing.as_path(), "kk", "missing.ron файлы жоқ"),
        (folder.path(), "en", "is a folder"),
        (folder.path(), "ru", "это папка"),
        (folder.path(), "kk", "бұл қалта"),
    ] {
        let output =
            limited().args(["check", path.to_str().unwrap(), "--lang", language]).output().unwrap();
        let words = String::from_utf8_lossy(&output.stderr).into_owned()
            + &String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{words}");
        assert!(words.contains(sentence), "{language}: {words}");
    }
    assert!(!missing.exists());
}

#[test]
fn all_problems_of_a_file_are_listed_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let broken = GOOD
        .replace("\"budget\": 3 }", "\"budget\": -3 }")
        .replace("\"item\": \"b\"", "\"item\": \"c\"")
        .replace("\"capex\": [1.0]", "\"capex\": [-1.0]");
    let (output, _) = check(&folder, "three.json", broken.as_bytes());
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(words.lines().count() >= 3, "{words}");
}
