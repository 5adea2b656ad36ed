//! Mappings that are kept: a file for people, found again by what a table's columns are
//! called.

use super::{ColumnMapping, Field, Mapping, Reason};
use crate::files;
use crate::files::tables::{Layout, title_words};
use crate::files::text::{Node, from_node, print_with_header, to_node};
use crate::model::{Problem, Severity};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The version of the notation of mapping files.
const VERSION: u32 = 1;

/// The ending of mapping files that are found by themselves.
const ENDINGS: [&str; 2] = [".map.ron", ".map.json"];

/// Files that are looked at in a folder.
const MAX_FILES: usize = 200;

/// From this on two tables have the same columns.
const ALIKE: f64 = 0.8;

/// What the comment at the head of a mapping file says.
const HEADER: &str = "// Which columns of a table fill which fields of items (docs/tables.md).";

/// A mapping as a file keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapFile {
    /// Version of the notation.
    pub map: u32,
    /// Name of the sheet; none: the one that looks most like a table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Headings over rows name the owner of the items under them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub owner_from_headings: bool,
    /// Column by column.
    pub columns: Vec<MapColumn>,
}

/// A column in a mapping file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapColumn {
    /// Its title, groups first: `Applications / Online`.
    pub column: String,
    /// The field that it fills, such as `name.ru` or `scores.demand`; empty: none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub field: String,
    /// What its numbers are times; 1 where not given.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub factor: f64,
    /// An empty cell means what stands above it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fill_down: bool,
}

fn one() -> f64 {
    1.0
}

fn is_one(factor: &f64) -> bool {
    *factor == 1.0
}

impl MapFile {
    /// A mapping to keep.
    pub fn of(mapping: &Mapping, sheet: &str) -> Self {
        let column = |own: &ColumnMapping| MapColumn {
            column: own.title.clone(),
            field: own.field.as_ref().map_or_else(String::new, Field::to_string),
            factor: own.factor,
            fill_down: own.fill_down,
        };
        Self {
            map: VERSION,
            sheet: (!sheet.is_empty()).then(|| sheet.to_owned()),
            owner_from_headings: mapping.owner_from_headings,
            columns: mapping.columns.iter().map(column).collect(),
        }
    }

    /// Reads a mapping file.
    ///
    /// # Errors
    /// Every problem that keeps it from being used, with its place in the file.
    pub fn read(path: &Path) -> Result<Self, Vec<Problem>> {
        let node = files::read_node(path)?;
        Self::from_tree(&node)
    }

    fn from_tree(node: &Node) -> Result<Self, Vec<Problem>> {
        let (file, found) = from_node::<Self>(node);
        let mut problems = files::to_problems(found);
        let Some(file) = file.filter(|_| problems.is_empty()) else { return Err(problems) };
        if file.map > VERSION {
            let problem = Problem::error("schema-newer", "map").with("found", file.map);
            return Err(vec![problem.with("known", VERSION)]);
        }
        for (at, column) in file.columns.iter().enumerate() {
            let wrong = |code, field: &str| Problem::error(code, format!("columns[{at}].{field}"));
            if !column.field.is_empty() && column.field.parse::<Field>().is_err() {
                let problem = wrong("map-field-unknown", "field").with("column", &column.column);
                problems.push(problem.with("field", &column.field));
            }
            if !column.factor.is_finite() || column.factor <= 0.0 {
                let problem = wrong("map-factor", "factor").with("column", &column.column);
                problems.push(problem.with("factor", column.factor));
            }
        }
        let wrong = problems.iter().any(|problem| problem.severity == Severity::Error);
        if wrong { Err(problems) } else { Ok(file) }
    }

    /// Writes it safely, as RON or JSON by the ending of the name.
    ///
    /// # Errors
    /// If the ending is neither (then the error is of kind `InvalidInput`), or the
    /// system refuses; an old file is then untouched.
    pub fn write(&self, path: &Path) -> std::io::Result<()> {
        let invalid =
            |why: &str| std::io::Error::new(std::io::ErrorKind::InvalidInput, why.to_owned());
        let format = files::format_of(path).ok_or_else(|| invalid("neither .ron nor .json"))?;
        let node = to_node(self).map_err(|error| invalid(&error.to_string()))?;
        let text = print_with_header(&node, format, Some(HEADER));
        files::write_atomically(path, text.as_bytes())
    }

    /// The mapping of a table's columns; columns that the file does not name are not
    /// used. Second the titles of columns that the file uses and the table lacks.
    pub fn applied(&self, layout: &Layout) -> (Mapping, Vec<String>) {
        let mut mapping = Mapping::empty(layout);
        for own in &mut mapping.columns {
            own.reason = Reason::NotInFile;
        }
        mapping.owner_from_headings = self.owner_from_headings;
        let mut lacking = Vec::new();
        for told in &self.columns {
            let field = told.field.parse::<Field>().ok();
            match find(layout, &told.column) {
                Some(at) => {
                    let own = &mut mapping.columns[at];
                    (own.factor, own.fill_down) = (told.factor, told.fill_down);
                    (own.confidence, own.reason) = (1.0, Reason::Told);
                    own.field = field;
                }
                None if field.is_some() => lacking.push(told.column.clone()),
                None => {}
            }
        }
        (mapping, lacking)
    }

    /// How much a table's columns are those that the file was made for, 0..1.
    pub fn similarity(&self, layout: &Layout) -> f64 {
        let share = |used: bool| {
            let told = self.columns.iter().filter(|told| !used || !told.field.is_empty());
            let (found, all) = told.fold((0, 0), |(found, all), told| {
                (found + usize::from(find(layout, &told.column).is_some()), all + 1)
            });
            if all == 0 { 0.0 } else { found as f64 / all as f64 }
        };
        0.7 * share(true) + 0.3 * share(false)
    }

    /// The mapping file in a folder that was made for a table like this one; none if
    /// there is none. Of equals the first by name.
    pub fn found_in(folder: &Path, layout: &Layout) -> Option<(PathBuf, Self)> {
        let entries = std::fs::read_dir(folder).ok()?;
        let named = |path: &PathBuf| {
            let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase());
            name.is_some_and(|name| ENDINGS.iter().any(|ending| name.ends_with(ending)))
        };
        let mut paths: Vec<PathBuf> =
            entries.flatten().map(|entry| entry.path()).filter(named).take(MAX_FILES).collect();
        paths.sort();
        let mut best: Option<(f64, PathBuf, Self)> = None;
        for path in paths {
            // What cannot be read was not made for this table.
            let Ok(file) = Self::read(&path) else { continue };
            let similarity = file.similarity(layout);
            if similarity >= ALIKE && best.as_ref().is_none_or(|(most, ..)| similarity > *most) {
                best = Some((similarity, path, file));
            }
        }
        best.map(|(_, path, file)| (path, file))
    }
}

/// The column of a title: the same, or the same but for years and punctuation.
fn find(layout: &Layout, title: &str) -> Option<usize> {
    let exact = layout.columns.iter().position(|column| column.title == title);
    let words = |title: &str| {
        let words = title_words(title).into_iter();
        words.filter(|word| !word.chars().all(char::is_numeric)).collect::<Vec<_>>()
    };
    let wanted = words(title);
    let near = || {
        let mut alike =
            (0..layout.columns.len()).filter(|at| words(&layout.columns[*at].title) == wanted);
        // The columns of several years are told apart by their years alone.
        alike.next_back().filter(|_| !wanted.is_empty())
    };
    exact.or_else(near)
}
