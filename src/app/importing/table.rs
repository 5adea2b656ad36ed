//! The table in a file: the sheet that has it, and where on the sheet it is.

use super::{MapFile, guess::is_known_title};
use crate::files::tables::{Book, Layout, Sheet, layout};
use crate::model::Problem;
use std::path::Path;

/// A table that was found in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The name of the file without its folder.
    pub file: String,
    /// Names of the file's sheets; one without a name for a file of text.
    pub sheets: Vec<String>,
    /// The sheet.
    pub sheet: Sheet,
    /// Where on it the table is.
    pub layout: Layout,
}

/// Opens a file and finds the table in it: on the sheet of this name, else on the one
/// that a mapping names, else on the visible one that looks most like a table.
///
/// # Errors
/// If the file cannot be read, has no such sheet, or holds no table: one problem that
/// says which, and what to do.
pub fn read_table(
    path: &Path,
    sheet: Option<&str>,
    map: Option<&MapFile>,
) -> Result<Table, Problem> {
    let named = |problem: Problem| {
        let told = problem.args.iter().any(|(name, _)| *name == "file");
        if told { problem } else { problem.with("file", path.display()) }
    };
    let mut book = Book::open(path)?;
    let table = choose(&mut book, sheet, map).map_err(named)?;
    if table.layout.rows.is_empty() || table.layout.columns.is_empty() {
        return Err(named(Problem::error("table-no-rows", "")));
    }
    Ok(table)
}

fn choose(book: &mut Book, sheet: Option<&str>, map: Option<&MapFile>) -> Result<Table, Problem> {
    if let Some(name) = sheet {
        return one(book, name);
    }
    // Next year's file may call its sheet otherwise.
    let of_map = map.and_then(|map| map.sheet.clone());
    if let Some(name) = of_map.filter(|name| book.sheets().any(|known| known == name)) {
        return one(book, &name);
    }
    let mut best: Option<(usize, Table)> = None;
    let mut failed = None;
    for name in book.visible_sheets() {
        match one(book, &name) {
            Ok(table) => {
                let points = points(&table.layout);
                if best.as_ref().is_none_or(|(most, _)| points > *most) {
                    best = Some((points, table));
                }
            }
            Err(problem) => failed = failed.or(Some(problem)),
        }
    }
    match (best, failed) {
        (Some((_, table)), _) => Ok(table),
        (None, Some(problem)) => Err(problem),
        (None, None) => Err(Problem::error("table-no-rows", "")),
    }
}

fn one(book: &mut Book, name: &str) -> Result<Table, Problem> {
    let sheet = book.sheet(name)?;
    let layout = layout(&sheet, is_known_title);
    let sheets = book.sheets().map(str::to_owned).collect();
    Ok(Table { file: book.name().to_owned(), sheets, sheet, layout })
}

/// How much a sheet looks like a table of services: columns whose titles we know count
/// as rows do, up to a size that a cover page never has.
fn points(layout: &Layout) -> usize {
    let known = layout.columns.iter().filter(|column| is_known_title(&column.leaf)).count();
    (known + 1) * layout.rows.len().min(200) * layout.columns.len().min(20)
}
