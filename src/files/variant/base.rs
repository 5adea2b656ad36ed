//! From a variant to its base: the way, and what is there.

use super::Variant;
use crate::files::{Loaded, examine_below};
use crate::model::{Problem, Severity};
use std::fs;
use std::path::{Component, Path, PathBuf, absolute};
use std::sync::Arc;

/// A base may be a variant itself; so many bases may follow each other.
pub const MOST_BASES: usize = 8;

impl Variant {
    pub(super) fn of_loaded(base: &Path, loaded: Loaded) -> Self {
        let Loaded { scenario, header: _, stamp, variant } = loaded;
        let base = absolute(base).unwrap_or_else(|_| base.into());
        let mut seen = vec![(base.clone(), stamp)];
        seen.extend(variant.into_iter().flat_map(|variant| variant.seen));
        Self { base, base_scenario: Arc::new(scenario), seen, stale: Vec::new(), kept: Vec::new() }
    }
}

/// Reads the base that a variant's file names; `above` are the files that led to that
/// variant, which is the last of them.
///
/// # Errors
/// Why it cannot be used: first what is wrong with naming it, then what is wrong with it.
pub(super) fn read_base(named: &str, above: &[PathBuf]) -> Result<Variant, Vec<Problem>> {
    let file = above.last().map_or(Path::new(""), PathBuf::as_path);
    let base = folder_of(file).join(named);
    let refused = |code| Problem::error(code, "base").with("base", base.display());
    let whole = fs::canonicalize(&base).unwrap_or_else(|_| base.clone());
    if above.iter().any(|path| fs::canonicalize(path).is_ok_and(|path| path == whole)) {
        return Err(vec![refused("variant-circle")]);
    }
    if above.len() > MOST_BASES {
        return Err(vec![refused("variant-too-deep").with("most", MOST_BASES)]);
    }
    let (loaded, mut problems) = examine_below(&base, above);
    problems.retain(|problem| problem.severity == Severity::Error);
    match loaded {
        Some(loaded) if problems.is_empty() => Ok(Variant::of_loaded(&base, loaded)),
        _ => Err(told(&base, problems)),
    }
}

/// What is wrong with a base, for the reader of the variant.
fn told(base: &Path, mut problems: Vec<Problem>) -> Vec<Problem> {
    if let [only] = problems.as_mut_slice()
        && only.file.is_none()
        && only.line.is_none()
        && only.code.starts_with("file-")
    {
        if only.code == "file-missing" {
            only.code = "variant-base-missing";
        }
        only.path = "base".to_owned();
        return problems;
    }
    let first = Problem::error("variant-base-unusable", "base").with("base", base.display());
    let first = first.with("count", problems.len());
    let of_base = problems.into_iter().map(|mut problem| {
        problem.file.get_or_insert_with(|| base.to_path_buf());
        problem
    });
    std::iter::once(first).chain(of_base).collect()
}

/// The way from the folder of one file to another file, with forward slashes; the
/// whole path where there is no such way.
pub fn relative(from: &Path, to: &Path) -> String {
    let whole = |folder: &Path| fs::canonicalize(folder).or_else(|_| absolute(folder)).ok();
    let name = to.file_name();
    let (Some(start), Some(folder), Some(name)) =
        (whole(&folder_of(from)), whole(&folder_of(to)), name)
    else {
        return to.display().to_string();
    };
    let to = folder.join(name);
    let shared = start.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let has_way = to.components().take(shared).any(|part| part == Component::RootDir);
    let up = start.components().skip(shared).map(|_| "..".to_owned());
    let down = to.components().skip(shared);
    let down = down.map(|part| part.as_os_str().to_string_lossy().into_owned());
    if has_way { up.chain(down).collect::<Vec<_>>().join("/") } else { to.display().to_string() }
}

fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        _ => PathBuf::from("."),
    }
}
