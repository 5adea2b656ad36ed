//! Scenarios in files: reading, checking, writing, exporting.

pub mod journal;
pub mod merge;
pub mod out;
mod storage;
pub mod tables;
pub mod text;
pub mod variant;

pub(crate) use storage::fnv1a;
pub use storage::{Stamp, write_atomically};

use crate::model::{Problem, SCHEMA, Scenario, Severity, validate};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use text::{Format, Node, TextProblem};
use variant::Variant;

/// The largest scenario file that is read, in bytes.
///
/// 10,000 items as rich as those of `scenarios/kazakhstan.ron` take some 50 MB.
pub const MAX_BYTES: u64 = 64 << 20;

/// A scenario and what is needed to write it back.
#[derive(Debug)]
pub struct Loaded {
    /// What the file holds.
    pub scenario: Scenario,
    /// The comment at its head.
    pub header: Option<String>,
    /// What the file looked like.
    pub stamp: Stamp,
    /// What it is a variant of, if its file holds differences only.
    pub variant: Option<Variant>,
}

/// Why a scenario was not written.
#[derive(Debug)]
pub enum SaveError {
    /// It has no file yet.
    NoPath,
    /// Somebody else has changed the file since.
    ChangedOnDisk(PathBuf),
    /// The name ends in neither `.ron` nor `.json`.
    UnknownEnding(PathBuf),
    /// A variant would be written over its base.
    IsBase(PathBuf),
    /// A number in it is not finite.
    NotWritable(text::WriteError),
    /// The disk or the system refused.
    Io(PathBuf, std::io::Error),
}

/// The format that a file's name asks for.
pub fn format_of(path: &Path) -> Option<Format> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "ron" => Some(Format::Ron),
        "json" => Some(Format::Json),
        _ => None,
    }
}

/// The format of a file: by the ending of its name or, where that says nothing,
/// by what the file holds.
///
/// # Errors
/// If it cannot be read.
pub fn format_at(path: &Path) -> Result<Format, Problem> {
    match format_of(path) {
        Some(format) => Ok(format),
        None => read_bytes(path).map(|bytes| guess_format(&bytes)),
    }
}

/// Reads a scenario that can be worked with.
///
/// # Errors
/// Every problem that keeps it from being used, with its place in the file.
pub fn read(path: &Path) -> Result<Loaded, Vec<Problem>> {
    let (loaded, problems) = examine(path);
    match loaded {
        Some(loaded) if problems.iter().all(|problem| problem.severity != Severity::Error) => {
            Ok(loaded)
        }
        _ => Err(problems.into_iter().filter(|p| p.severity == Severity::Error).collect()),
    }
}

/// Reads a scenario and tells everything that is wrong with it or worth a look.
///
/// Of a variant it gives the whole scenario, with its base as that is on disk now.
/// The scenario is missing only if the text could not be understood at all.
pub fn examine(path: &Path) -> (Option<Loaded>, Vec<Problem>) {
    examine_below(path, &[])
}

/// The same for a base; `above` are the files that led to it.
fn examine_below(path: &Path, above: &[PathBuf]) -> (Option<Loaded>, Vec<Problem>) {
    let bytes = match read_bytes(path) {
        Ok(bytes) => bytes,
        Err(problem) => return (None, vec![problem]),
    };
    let format = format_of(path).unwrap_or_else(|| guess_format(&bytes));
    let stamp = Stamp::of(path, &bytes);
    let source = match text::decode(&bytes) {
        Ok(source) => source,
        Err(problem) => return (None, to_problems(vec![problem])),
    };
    let (node, found) = match parsed(source, format) {
        Ok(parsed) => parsed,
        Err(problems) => return (None, problems),
    };
    let header = text::header_comment(source);
    if !variant::is_variant(&node) {
        let (scenario, problems) = understood(&node, found);
        let loaded = |scenario| Loaded { scenario, header, stamp, variant: None };
        return (scenario.map(loaded), problems);
    }
    if !found.is_empty() {
        return (None, to_problems(found));
    }
    let above: Vec<PathBuf> = above.iter().cloned().chain([path.to_path_buf()]).collect();
    variant::examine(&node, header, stamp, &above)
}

/// Understands the bytes of a scenario file. A variant takes the folder of its file
/// too: see [`examine`].
pub fn parse(bytes: &[u8], format: Format) -> (Option<Scenario>, Option<String>, Vec<Problem>) {
    let source = match text::decode(bytes) {
        Ok(source) => source,
        Err(problem) => return (None, None, to_problems(vec![problem])),
    };
    match parsed(source, format) {
        Ok((node, _)) if variant::is_variant(&node) => {
            (None, None, vec![Problem::error("variant-alone", "base")])
        }
        Ok((node, found)) => {
            let (scenario, problems) = understood(&node, found);
            (scenario, text::header_comment(source), problems)
        }
        Err(problems) => (None, None, problems),
    }
}

/// The tree of a file that this program may know, and what is wrong with its notation.
///
/// # Errors
/// Why there is none.
fn parsed(source: &str, format: Format) -> Result<(Node, Vec<TextProblem>), Vec<Problem>> {
    let (node, found) = text::parse_tolerant(source, format);
    let Some(node) = node else { return Err(to_problems(found)) };
    match newer_schema(&node) {
        Some(problem) => Err(vec![problem]),
        None => Ok((node, found)),
    }
}

/// The scenario of a tree, and everything that is wrong with it, what was found in its
/// text before included.
fn understood(node: &Node, mut found: Vec<TextProblem>) -> (Option<Scenario>, Vec<Problem>) {
    let (scenario, more) = text::from_node::<Scenario>(node);
    found.extend(more);
    let intact = found.is_empty();
    let mut problems = to_problems(found);
    if let Some(scenario) = &scenario {
        let mut places = text::Locator::new(node);
        for mut problem in validate::problems(scenario) {
            let span = places.closest(&problem.path);
            problem.line = Some(span.line);
            problem.column = Some(span.column);
            problems.push(problem);
        }
    }
    problems.sort_by_key(|p| (p.severity, p.line.unwrap_or(0), p.column.unwrap_or(0)));
    (scenario.filter(|_| intact), problems)
}

/// Reads a file of our notations that is no scenario, as a tree.
///
/// # Errors
/// Every problem that keeps the text from being understood.
pub fn read_node(path: &Path) -> Result<Node, Vec<Problem>> {
    let bytes = read_bytes(path).map_err(|problem| vec![problem])?;
    let format = format_of(path).unwrap_or_else(|| guess_format(&bytes));
    let source = text::decode(&bytes).map_err(|problem| to_problems(vec![problem]))?;
    let (node, found) = text::parse_tolerant(source, format);
    match node {
        Some(node) if found.is_empty() => Ok(node),
        _ => Err(to_problems(found)),
    }
}

/// The text of a scenario.
///
/// # Errors
/// If a number in it is not finite; says where.
pub fn to_text(
    scenario: &Scenario,
    format: Format,
    header: Option<&str>,
) -> Result<String, text::WriteError> {
    let node = text::to_node(scenario)?;
    Ok(text::print_with_header(&node, format, header))
}

/// Writes a scenario safely, as RON or JSON by the ending of the name.
///
/// # Errors
/// If the ending is neither, or the system refuses; the old file is then untouched.
pub fn write(path: &Path, scenario: &Scenario, header: Option<&str>) -> Result<Stamp, SaveError> {
    let format = format_of(path).ok_or_else(|| SaveError::UnknownEnding(path.into()))?;
    write_as(path, scenario, format, header)
}

/// Writes a scenario safely in a format, whatever the ending of the name.
///
/// # Errors
/// If the system refuses; the old file is then untouched.
pub fn write_as(
    path: &Path,
    scenario: &Scenario,
    format: Format,
    header: Option<&str>,
) -> Result<Stamp, SaveError> {
    let text = to_text(scenario, format, header).map_err(SaveError::NotWritable)?;
    write_atomically(path, text.as_bytes()).map_err(|error| SaveError::Io(path.into(), error))?;
    Ok(Stamp::of(path, text.as_bytes()))
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let unreadable = |error: std::io::Error| unreadable(path, &error);
    let length = fs::metadata(path).map_err(unreadable)?.len();
    if length > MAX_BYTES {
        return Err(Problem::error("file-too-large", "")
            .with("file", path.display())
            .with("megabytes", length >> 20)
            .with("limit", MAX_BYTES >> 20));
    }
    fs::read(path).map_err(unreadable)
}

/// Why the system did not let us read a file; in its own words where that is rare.
fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    let code = match error.kind() {
        ErrorKind::NotFound => "file-missing",
        ErrorKind::PermissionDenied => "file-forbidden",
        ErrorKind::IsADirectory => "file-is-folder",
        _ => {
            return Problem::error("file-unreadable", "")
                .with("file", path.display())
                .with("why", error);
        }
    };
    Problem::error(code, "").with("file", path.display())
}

fn guess_format(bytes: &[u8]) -> Format {
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if first == Some(&b'{') { Format::Json } else { Format::Ron }
}

fn schema_of(node: &Node) -> Option<u64> {
    match node.field("schema")?.value {
        text::Value::Number(number) => u64::try_from(number.as_whole()?).ok(),
        _ => None,
    }
}

fn newer_schema(node: &Node) -> Option<Problem> {
    let found = schema_of(node)?;
    if found <= u64::from(SCHEMA) {
        return None;
    }
    Some(Problem::error("schema-newer", "schema").with("found", found).with("known", SCHEMA))
}

/// What is wrong with a text, as problems of a file.
pub fn to_problems(found: Vec<TextProblem>) -> Vec<Problem> {
    found
        .into_iter()
        .map(|problem| Problem {
            severity: Severity::Error,
            code: problem.code,
            path: problem.path,
            file: None,
            line: Some(problem.line),
            column: Some(problem.column),
            args: problem.args,
        })
        .collect()
}
