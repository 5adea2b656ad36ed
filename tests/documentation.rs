//! The page about scenario files knows every field that a scenario can have.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

#[test]
fn every_field_of_the_model_is_documented() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/scenario-format.md")).unwrap();
    let mut missing = Vec::new();
    let mut seen = 0;
    for entry in fs::read_dir(root.join("src/model")).unwrap() {
        let path = entry.unwrap().path();
        // Problems are answers, not part of a file.
        if !path.is_file() || path.ends_with("problem.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let mut lines = text.lines();
        let mut renamed = None;
        while let Some(line) = lines.next().map(str::trim) {
            if let Some((_, rest)) = line.split_once("rename = \"") {
                renamed = rest.split('"').next();
            }
            let Some((field, _)) = line.strip_prefix("pub ").and_then(|rest| rest.split_once(": "))
            else {
                continue;
            };
            if field.contains(|letter: char| !(letter.is_ascii_lowercase() || letter == '_')) {
                continue;
            }
            // The short form of an estimate keeps its names in a type of its own.
            let field = if field == "reference" { "ref" } else { renamed.unwrap_or(field) };
            renamed = None;
            seen += 1;
            if !page.contains(&format!("\n| `{field}` |")) {
                missing.push(format!("{field} ({})", path.display()));
            }
        }
    }
    assert!(seen > 200, "only {seen} fields were found");
    assert!(missing.is_empty(), "docs/scenario-format.md lacks: {}", missing.join(", "));
}
