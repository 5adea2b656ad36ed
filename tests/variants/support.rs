//! A folder with a base and its variants.

use crate::small::SMALL;
use phasewise::files::text::Format;
use phasewise::files::variant::Variant;
use phasewise::files::{self, Loaded};
use phasewise::model::{Problem, Scenario, Severity};
use std::path::PathBuf;

pub struct Folder {
    pub folder: tempfile::TempDir,
}

impl Folder {
    /// A folder with the small scenario as its base.
    pub fn new() -> Self {
        let folder = Self { folder: tempfile::tempdir().unwrap() };
        folder.write("base.ron", SMALL);
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    /// A variant of `base.ron` with these changes, as a hand writes them.
    pub fn variant(&self, changes: &str) -> PathBuf {
        let text = format!("(schema: 1, base: \"base.ron\", changes: [\n{changes}\n])\n");
        self.write("try.ron", &text)
    }

    /// The base with a piece of its text replaced.
    pub fn rebase(&self, old: &str, new: &str) {
        let text = self.read("base.ron");
        assert!(text.contains(old), "{old} is not in it");
        self.write("base.ron", &text.replace(old, new));
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub fn load(&self, name: &str) -> Loaded {
        files::read(&self.path(name)).unwrap_or_else(|problems| panic!("{problems:#?}"))
    }

    /// What is wrong with a file, as `line:column code path`.
    pub fn problems(&self, name: &str) -> Vec<String> {
        let (_, problems) = files::examine(&self.path(name));
        told(&problems)
    }
}

pub fn told(problems: &[Problem]) -> Vec<String> {
    let line = |problem: &Problem| {
        let place = match (problem.line, problem.column) {
            (Some(line), Some(column)) => format!("{line}:{column}"),
            _ => "-".to_owned(),
        };
        format!("{place} {} {}", problem.code, problem.path)
    };
    let of_variant = |problem: &&Problem| {
        problem.severity == Severity::Error || problem.code.starts_with("variant-")
    };
    problems.iter().filter(of_variant).map(line).collect()
}

/// The file of a variant of an unnamed base beside it.
pub fn written(base: &Scenario, scenario: &Scenario, format: Format) -> String {
    let folder = Folder::new();
    files::write(&folder.path("base.ron"), base, None).unwrap();
    let variant = Variant::of(&folder.path("base.ron")).unwrap();
    let path = folder.path("try.ron");
    files::variant::to_text(&path, scenario, &variant, format, None).unwrap()
}

/// Both are the same to the byte; if not, tells the first line that differs.
pub fn assert_same(found: &Scenario, wanted: &Scenario) {
    let [found, wanted] = [found, wanted].map(crate::small::text);
    let mut lines = found.lines().zip(wanted.lines()).enumerate();
    if let Some((number, (found, wanted))) = lines.find(|(_, (found, wanted))| found != wanted) {
        panic!("line {number}:\n found: {found}\nwanted: {wanted}");
    }
    assert_eq!(found.len(), wanted.len());
}
