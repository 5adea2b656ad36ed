//! `phasewise import` as a script uses it.

use crate::support::File;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

const TABLE: &str = "id;Наименование;Ведомство;Количество заявлений;Стоимость, млн тг\n\
    a;Паспорт;МВД;1 200;1,5\nb;Виза;МИД;н/д;2\n;;;;\nИтого;;;1 200;3,5\n";

fn import(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_phasewise")).arg("import").args(args).output().unwrap()
}

fn json(args: &[&str]) -> Value {
    let output = import(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_keys_are_those_that_are_promised() {
    let file = File::of("t.csv", TABLE);
    let out = file.beside("out.ron");
    let report = json(&[&file.shown(), "--into", &out, "--json"]);
    for (key, count) in [("rows", 4), ("added", 2), ("changed", 0), ("unchanged", 0)] {
        assert_eq!(report[key], count, "{key}");
    }
    assert_eq!(report["skipped"][0]["row"], 4);
    assert_eq!(report["skipped"][1]["row"], 5);
    assert_eq!(report["skipped"][1]["why"], "It adds up other rows");
    assert_eq!(report["mapping"]["Количество заявлений"], "scores.demand");
    assert_eq!(report["mapping"]["Стоимость, млн тг"], "capex");
    assert_eq!(report["factors"]["Стоимость, млн тг"], 1e6);
    assert!(phasewise::files::read(Path::new(&out)).is_ok(), "it can be worked with");
    let again = json(&[&file.shown(), "--into", &out, "--json"]);
    assert_eq!((again["added"].as_u64(), again["unchanged"].as_u64()), (Some(0), Some(2)));
}

#[test]
fn a_dry_run_writes_nothing() {
    let file = File::of("t.csv", TABLE);
    let out = file.beside("out.ron");
    let report = json(&[&file.shown(), "--into", &out, "--json", "--dry-run"]);
    assert_eq!((report["added"].as_u64(), report["written"].as_bool()), (Some(2), Some(false)));
    assert!(!Path::new(&out).exists());
}

#[test]
fn a_mapping_is_saved_found_and_told() {
    let file = File::of("t.csv", TABLE);
    let (out, map) = (file.beside("out.json"), file.beside("t.map.ron"));
    json(&[&file.shown(), "--into", &out, "--json", "--save-map", &map]);
    let text = std::fs::read_to_string(&map)
        .unwrap()
        .replace("field: \"capex\"", "field: \"opex_per_year\"");
    std::fs::write(&map, text).unwrap();
    for args in [&["--map", map.as_str()][..], &[]] {
        let (name, into) = (file.shown(), file.beside("new.json"));
        let all = [&[name.as_str(), "--into", into.as_str(), "--json"], args].concat();
        let report = json(&all);
        assert_eq!(report["mapping"]["Стоимость, млн тг"], "opex_per_year");
        assert_eq!(report["map"], map.as_str());
        std::fs::remove_file(into).unwrap();
    }
}

#[test]
fn exit_codes_tell_input_from_usage() {
    let file = File::of("t.csv", TABLE);
    let table = file.shown();
    let code = |args: &[&str]| import(args).status.code();
    assert_eq!(code(&[&table]), Some(2), "--into is missing");
    assert_eq!(code(&[&table, "--into", &file.beside("out.txt")]), Some(2));
    assert_eq!(code(&[&table, "--into", &file.beside("o.ron"), "--sheet", "none"]), Some(2));
    assert_eq!(
        code(&[&table, "--into", &file.beside("o.ron"), "--map", &file.beside("no.map.ron")]),
        Some(1)
    );
    // A scenario that cannot be read is never written over.
    let broken = file.beside("broken.ron");
    std::fs::write(&broken, "(schema: 1, items: [").unwrap();
    assert_eq!(code(&[&table, "--into", &broken]), Some(1));
    assert_eq!(std::fs::read_to_string(&broken).unwrap(), "(schema: 1, items: [");
    // Nor is a folder that is not there made.
    assert_eq!(code(&[&table, "--into", &file.beside("no/such/out.ron")]), Some(1));
}

#[test]
fn what_is_suspicious_is_told_and_left_unless_all_is_taken() {
    let file = File::of("t.csv", TABLE);
    let out = file.beside("out.json");
    json(&[&file.shown(), "--into", &out, "--json"]);
    std::fs::write(&file.path, TABLE.replace("1,5", "1500").replace("3,5", "1502")).unwrap();
    let kept = json(&[&file.shown(), "--into", &out, "--json"]);
    assert_eq!(
        (kept["changed"].as_u64(), kept["suspicious"][0]["taken"].as_bool()),
        (Some(0), Some(false))
    );
    assert_eq!(kept["suspicious"][0]["row"], 2);
    assert_eq!(kept["skipped"][0]["row"], 2);
    assert_eq!(kept["rows"], 4);
    let all = json(&[&file.shown(), "--into", &out, "--json", "--all"]);
    assert_eq!(
        (all["changed"].as_u64(), all["suspicious"][0]["taken"].as_bool()),
        (Some(1), Some(true))
    );
}

#[test]
fn it_speaks_three_languages() {
    let file = File::of("t.csv", TABLE);
    let out = file.beside("out.ron");
    for (language, words) in [("en", "2 added"), ("ru", "добавлено 2"), ("kk", "қосылғаны 2")]
    {
        let output = import(&[&file.shown(), "--into", &out, "--dry-run", "--lang", language]);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.contains(words) && said.contains("scores.demand"), "{said}");
    }
}
