//! A table file: what kind it is, its sheets, and each of them when asked for.

use super::archive::{self, Packed};
use super::workbook::Workbook;
use super::{Limits, Sheet, broken, delimited, ods, xls};
use crate::files::unreadable;
use crate::model::Problem;
use std::path::Path;
use std::sync::Arc;

/// Begin of an archive; an empty one, or one in parts, begins otherwise and holds nothing.
const ZIP: &[u8] = b"PK";
/// Begin of a compound file: old Excel, or a locked new one.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// What kind of file a table came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text with separators.
    Delimited,
    /// Excel since 2007.
    Xlsx,
    /// Excel before.
    Xls,
    /// LibreOffice and others.
    Ods,
}

/// A table file that is open.
pub struct Book {
    name: String,
    kind: Kind,
    sheets: Vec<(String, bool)>,
    content: Content,
    limits: Limits,
}

/// What was read of it.
enum Content {
    Sheet(Sheet),
    Workbook(Workbook),
}

impl std::fmt::Debug for Book {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { name, kind, sheets, .. } = self;
        f.debug_struct("Book")
            .field("name", name)
            .field("kind", kind)
            .field("sheets", sheets)
            .finish_non_exhaustive()
    }
}

impl Book {
    /// Opens a table file, whatever the ending of its name says.
    ///
    /// # Errors
    /// If it is not there, may not be read, is no table, locked, broken or too large:
    /// one problem that says which.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        let limits = Limits::default();
        let named = |problem: Problem| problem.with("file", path.display());
        let meta = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
        if meta.is_dir() {
            return Err(named(broken("file-is-folder")));
        }
        // A pipe or a device may never end.
        if !meta.is_file() {
            return Err(named(broken("table-no-file")));
        }
        if meta.len() > limits.bytes {
            let problem = named(broken("table-too-large")).with("megabytes", meta.len() >> 20);
            return Err(problem.with("limit", limits.bytes >> 20));
        }
        let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
        Self::from_bytes(&name, bytes, limits).map_err(named)
    }

    /// Opens a table file that was read already.
    ///
    /// # Errors
    /// As [`Self::open`], without the name of the file.
    pub fn from_bytes(name: &str, bytes: Vec<u8>, limits: Limits) -> Result<Self, Problem> {
        let (kind, content) = if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(broken("table-empty"));
        } else if bytes.starts_with(ZIP) {
            packed(bytes, &limits)?
        } else if bytes.starts_with(COMPOUND) {
            xls::check(&bytes, &limits)?;
            (Kind::Xls, Content::Workbook(Workbook::xls(Arc::from(bytes))?))
        } else {
            if let Some(kind) = other_kind(&bytes) {
                return Err(broken("table-other-kind").with("kind", kind));
            }
            (Kind::Delimited, Content::Sheet(delimited::read(&bytes, &limits)?))
        };
        let sheets = match &content {
            Content::Sheet(sheet) => vec![(sheet.name.clone(), true)],
            Content::Workbook(workbook) => workbook.sheets(),
        };
        if sheets.is_empty() {
            return Err(broken("table-no-sheets"));
        }
        Ok(Self { name: name.to_owned(), kind, sheets, content, limits })
    }

    /// The name of the file without its folder.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind of file it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Names of its sheets in their order; one without a name for a file of text.
    pub fn sheets(&self) -> impl Iterator<Item = &str> {
        self.sheets.iter().map(|(name, _)| name.as_str())
    }

    /// Names of the sheets that a reader sees; all of them if none is to be seen.
    pub fn visible_sheets(&self) -> Vec<String> {
        let all_hidden = self.sheets.iter().all(|(_, visible)| !visible);
        let shown = self.sheets.iter().filter(|(_, visible)| *visible || all_hidden);
        shown.map(|(name, _)| name.clone()).collect()
    }

    /// Reads a sheet.
    ///
    /// # Errors
    /// If there is no such sheet, or it is broken or too large.
    pub fn sheet(&mut self, name: &str) -> Result<Sheet, Problem> {
        if !self.sheets.iter().any(|(known, _)| known == name) {
            let known: Vec<&str> = self.sheets().collect();
            let problem = broken("table-no-such-sheet").with("name", name);
            return Err(problem.with("known", known.join(", ")));
        }
        match &mut self.content {
            Content::Sheet(sheet) => Ok(sheet.clone()),
            Content::Workbook(workbook) => workbook.sheet(name, &self.limits),
        }
    }

    /// Where a sheet's cells are computed by formulas, row and column from 0. What the
    /// formulas say is not looked at.
    ///
    /// # Errors
    /// If there is no such sheet, or it is broken.
    pub fn formulas(&mut self, name: &str) -> Result<Vec<(usize, usize)>, Problem> {
        match &mut self.content {
            Content::Sheet(_) => Ok(Vec::new()),
            Content::Workbook(workbook) => workbook.formulas(name, &self.limits),
        }
    }
}

fn packed(bytes: Vec<u8>, limits: &Limits) -> Result<(Kind, Content), Problem> {
    match archive::inspect(&bytes, limits)? {
        Packed::Xlsx => Ok((Kind::Xlsx, Content::Workbook(Workbook::xlsx(Arc::from(bytes))?))),
        Packed::Ods => {
            let mut mime = String::new();
            archive::read_entry(&bytes, "mimetype", |entry| entry.read_to_string(&mut mime).ok());
            if !mime.is_empty() && !mime.contains("spreadsheet") {
                return Err(broken("table-other-kind").with("kind", "word"));
            }
            let checked =
                archive::read_entry(&bytes, "content.xml", |content| ods::check(content, limits));
            checked.unwrap_or_else(|| Err(broken("table-broken")))?;
            Ok((Kind::Ods, Content::Workbook(Workbook::ods(Arc::from(bytes))?)))
        }
    }
}

/// Files that people take for tables, by how they begin.
fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = String::from_utf8_lossy(&bare[..bare.len().min(512)]).trim_start().to_lowercase();
    let begins = |marks: &[&[u8]]| marks.iter().any(|mark| bytes.starts_with(mark));
    if begins(&[b"%PDF"]) {
        Some("pdf")
    } else if begins(&[
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"BM\x36",
        b"II*\0",
        b"MM\0*",
        b"RIFF",
    ]) {
        Some("picture")
    } else if begins(&[b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ"]) {
        Some("archive")
    } else if ["<!doctype html", "<html", "<table", "<head", "<body"]
        .iter()
        .any(|m| head.starts_with(m))
    {
        Some("html")
    } else if head.starts_with("<?xml") || head.starts_with("<workbook") {
        Some(if head.contains("html") { "html" } else { "xml" })
    } else if head.starts_with("{\\rtf") {
        Some("word")
    } else if head.starts_with('{') || head.starts_with("[{") || head.starts_with("[\n") {
        Some("json")
    } else if head.starts_with("(\n") && head.contains("schema:") {
        Some("scenario")
    } else if begins(&[b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08"]) && bytes.contains(&0) {
        Some("old-excel")
    } else if begins(&[b"\x7fELF", b"MZ", b"SQLite format 3"]) {
        Some("other")
    } else {
        None
    }
}
