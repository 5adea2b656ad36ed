//! The house keeps its layout: who may know whom, and how long a file may be.
//!
//! `ARCHITECTURE.md` says why.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The folders of `src`, each knowing only those before it.
const LAYERS: [&str; 10] = [
    "model",
    "scoring",
    "sequencing",
    "analysis",
    "explain",
    "programme",
    "files",
    "app",
    "cli",
    "ui",
];

/// Who may put things into words.
const MAY_USE_TEXTS: [&str; 4] = ["files", "app", "cli", "ui"];

/// What draws, or asks the desktop.
const WINDOW_CRATES: [&str; 5] = ["egui", "eframe", "egui_extras", "egui_kittest", "rfd"];

struct Source {
    /// Relative to `src`, with `/`.
    name: String,
    text: String,
}

impl Source {
    /// The folder or module right under `src`.
    fn room(&self) -> &str {
        let first = self.name.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// How many `super::` lead from here to the root of the crate.
    fn depth(&self) -> usize {
        let folders = self.name.matches('/').count();
        folders + usize::from(!self.name.ends_with("/mod.rs"))
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
                found.push(Source { name, text: fs::read_to_string(&path).unwrap() });
            }
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(found.len() > 10, "the sources were not found");
    found
}

/// The code without comments; words in comments bind nobody.
fn code(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let without = if line.trim_start().starts_with("//") { "" } else { line };
        without.split(" // ").next().unwrap_or_default()
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn names(code: &str) -> BTreeSet<&str> {
    code.split(|letter| !is_word(letter)).filter(|name| !name.is_empty()).collect()
}

/// The modules at the root of the crate that a file names, by `crate::` or by
/// as many `super::` as lead there.
fn rooms_named(code: &str, depth: usize) -> BTreeSet<String> {
    let climb = "super::".repeat(depth);
    let mut found = BTreeSet::new();
    for start in ["crate::", climb.as_str()] {
        for (at, _) in code.match_indices(start) {
            if !code[..at].ends_with(is_word) {
                found.extend(first_names(&code[at + start.len()..]));
            }
        }
    }
    found
}

/// `a` of `a::b`; `a` and `c` of `{a::{b}, c}`.
fn first_names(path: &str) -> Vec<String> {
    let first = |part: &str| part.trim().chars().take_while(|c| is_word(*c)).collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![first(path)] };
    let mut level = 1;
    let mut parts = vec![String::new()];
    for letter in group.chars() {
        match letter {
            '{' => level += 1,
            '}' => level -= 1,
            ',' if level == 1 => parts.push(String::new()),
            _ => {}
        }
        if level == 0 {
            break;
        }
        if let Some(part) = parts.last_mut().filter(|_| letter != ',') {
            part.push(letter);
        }
    }
    parts.iter().map(|part| first(part)).collect()
}

fn layer(room: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| *layer == room)
}

fn may_know(room: &str, other: &str) -> bool {
    match (layer(room), layer(other)) {
        _ if room == other => true,
        (_, None) if other == "texts" => MAY_USE_TEXTS.contains(&room),
        // What stands in no layer, such as a macro at the root, is nobody's secret.
        (_, None) => true,
        // The words know nothing of what they are about.
        (None, Some(_)) => false,
        (Some(_), Some(_)) if room == "ui" && other == "cli" => false,
        (Some(here), Some(there)) => there < here,
    }
}

fn assert_none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn only_the_window_names_the_window_crates() {
    let mut found = Vec::new();
    for source in sources() {
        if source.room() == "ui" || source.name == "main.rs" {
            continue;
        }
        let code = code(&source.text);
        let names = names(&code);
        for name in WINDOW_CRATES.iter().filter(|name| names.contains(*name)) {
            found.push(format!("src/{} names {name}", source.name));
        }
    }
    assert_none("Nothing but src/ui and src/main.rs may draw", &found);
}

#[test]
fn each_folder_knows_only_those_above_it() {
    let mut found = Vec::new();
    for source in sources() {
        let room = source.room();
        if room == "main" || room == "lib" {
            continue;
        }
        let outsiders = rooms_named(&code(&source.text), source.depth())
            .into_iter()
            .filter(|other| !may_know(room, other))
            .map(|other| format!("src/{} names {other}", source.name));
        found.extend(outsiders);
    }
    assert_none("The layers are model < scoring < … < ui (ARCHITECTURE.md)", &found);
}

#[test]
fn every_folder_has_its_place() {
    let known = |room: &str| layer(room).is_some() || ["lib", "main", "texts"].contains(&room);
    let found: Vec<String> = sources()
        .iter()
        .filter(|source| !known(source.room()))
        .map(|source| format!("src/{}", source.name))
        .collect();
    assert_none("These stand in no layer", &found);
}

#[test]
fn files_are_short() {
    let lengths: Vec<(usize, String)> =
        sources().into_iter().map(|source| (source.text.lines().count(), source.name)).collect();
    let longer_than = |limit: usize| -> Vec<String> {
        let longer = lengths.iter().filter(|(lines, _)| *lines > limit);
        longer.map(|(lines, name)| format!("src/{name}: {lines} lines")).collect()
    };
    assert_none("No file may be longer than 700 lines", &longer_than(700));
    let long = longer_than(350);
    assert!(
        long.len() * 10 <= lengths.len(),
        "{} of {} files are longer than 350 lines; a tenth may be:\n{}",
        long.len(),
        lengths.len(),
        long.join("\n")
    );
}

#[test]
fn unsafe_code_is_forbidden() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let manifest = fs::read_to_string(manifest).unwrap();
    let lints = manifest.split("[lints.rust]").nth(1).unwrap_or_default();
    let lints = lints.split("\n[").next().unwrap_or_default();
    assert!(lints.lines().any(|line| line.trim() == r#"unsafe_code = "forbid""#), "{lints}");
}

#[test]
fn the_reader_of_imports_sees_them_all() {
    let code = code(
        "use crate::model::{Item, Phase};\n\
         use crate::{app::{self, Edit}, scoring};\n\
         // use crate::ui::Window;\n\
         let x = crate::files::load(path); // crate::cli\n\
         use super::super::texts::Texts;\n\
         use super::sibling;\n",
    );
    let found: Vec<String> = rooms_named(&code, 2).into_iter().collect();
    assert_eq!(found, ["app", "files", "model", "scoring", "texts"]);
    assert!(rooms_named("use super::ui;", 1).contains("ui"));
}

#[test]
fn layers_are_told_apart() {
    assert!(may_know("scoring", "model") && !may_know("model", "scoring"));
    assert!(may_know("cli", "app") && may_know("ui", "app"));
    assert!(!may_know("cli", "ui") && !may_know("ui", "cli"));
    assert!(may_know("files", "texts") && !may_know("sequencing", "texts"));
    assert!(!may_know("texts", "model"));
}
