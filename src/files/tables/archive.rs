//! What is packed in an archive, and how large it is, before anything reads it.

use super::{Limits, broken};
use crate::model::Problem;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// A spreadsheet by what its archive holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packed {
    /// Office Open XML.
    Xlsx,
    /// Open Document.
    Ods,
}

/// Entries above which nobody made this by saving a spreadsheet.
const MAX_ENTRIES: usize = 20_000;

/// Tells what an archive is, and unpacks it once to nowhere, so that neither a size
/// that is told nor one that is not can fill the memory.
///
/// # Errors
/// If it is no spreadsheet, broken, locked or too large; says which.
pub(super) fn inspect(bytes: &[u8], limits: &Limits) -> Result<Packed, Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(problem_of)?;
    if archive.len() > MAX_ENTRIES {
        return Err(too_large(limits));
    }
    let kind = kind(&archive)?;
    let mut told = 0_u64;
    for at in 0..archive.len() {
        told = told.saturating_add(archive.by_index_raw(at).map_err(problem_of)?.size());
    }
    if told > limits.unpacked {
        return Err(too_large(limits));
    }
    let mut left = limits.unpacked;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(problem_of)?;
        // What is drawn is not read.
        if !entry.name().is_ok_and(|name| is_read(&name)) {
            continue;
        }
        let unpacked = io::copy(&mut entry.take(left + 1), &mut io::sink());
        let unpacked = unpacked.map_err(|_| broken("table-broken"))?;
        left = left.checked_sub(unpacked).ok_or_else(|| too_large(limits))?;
    }
    if kind == Packed::Ods && is_locked(&mut archive) {
        return Err(broken("table-password"));
    }
    Ok(kind)
}

/// Reads one entry; none if it is not there. Sizes were looked at before.
pub(super) fn read_entry<T>(
    bytes: &[u8],
    name: &str,
    read: impl FnOnce(&mut dyn BufRead) -> T,
) -> Option<T> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let entry = archive.by_name(name).ok()?;
    Some(read(&mut BufReader::new(entry)))
}

fn is_read(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".xml", ".rels", "mimetype"].iter().any(|ending| name.ends_with(ending))
}

fn kind(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<Packed, Problem> {
    let names: Vec<String> =
        archive.file_names().filter_map(Result::ok).map(|name| name.to_ascii_lowercase()).collect();
    let any = |wanted: &dyn Fn(&str) -> bool| names.iter().any(|name| wanted(name));
    if any(&|name| name.ends_with("workbook.xml")) {
        return Ok(Packed::Xlsx);
    }
    if any(&|name| name == "content.xml") {
        return Ok(Packed::Ods);
    }
    let other = if any(&|name| name.ends_with("workbook.bin")) {
        "xlsb"
    } else if any(&|name| name.starts_with("word/")) {
        "word"
    } else if any(&|name| name.starts_with("ppt/")) {
        "slides"
    } else if any(&|name| name.ends_with(".iwa")) {
        "numbers"
    } else {
        "archive"
    };
    Err(broken("table-other-kind").with("kind", other))
}

/// An Open Document file with a password says in its manifest how it was locked.
fn is_locked(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    let Ok(mut manifest) = archive.by_name("META-INF/manifest.xml") else { return false };
    let mut text = Vec::new();
    let _ = manifest.read_to_end(&mut text);
    String::from_utf8_lossy(&text).contains("encryption-data")
}

fn problem_of(error: ZipError) -> Problem {
    match error {
        ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => {
            broken("table-password")
        }
        _ => broken("table-broken"),
    }
}

fn too_large(limits: &Limits) -> Problem {
    broken("table-unpacks-too-large").with("limit", limits.unpacked >> 20)
}
