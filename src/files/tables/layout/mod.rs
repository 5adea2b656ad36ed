//! Where on a sheet the table is: its header, its columns, its rows.

mod content;
mod header;
mod rows;
mod unit;
mod words;

pub use content::Content;
pub use unit::{TimeUnit, Unit};
pub use words::title_words;

use super::cell::column_letters;
use super::number::DecimalMark;
use super::sheet::Sheet;
use header::Header;
use std::collections::HashMap;
use std::ops::Range;

/// The parts of a sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// Rows of the header; none where the table begins without.
    pub header: Range<usize>,
    /// Columns that have a title or hold something.
    pub columns: Vec<Column>,
    /// Rows that hold something of their own.
    pub rows: Vec<DataRow>,
    /// Rows under the header that do not.
    pub skipped: Vec<SkippedRow>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its place on the sheet, from 0.
    pub at: usize,
    /// Its title, groups first: `Applications / Online`; no two columns have the same.
    pub title: String,
    /// The last part of its title: `Online`.
    pub leaf: String,
    /// What the title says of its unit.
    pub unit: Unit,
    /// What stands under it.
    pub content: Content,
}

/// A row that holds something of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DataRow {
    /// Its place on the sheet, from 0.
    pub at: usize,
    /// The heading that it stands under.
    pub section: Option<usize>,
}

/// A row that is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SkippedRow {
    /// Its place on the sheet, from 0.
    pub at: usize,
    /// Why.
    pub why: Why,
}

/// Why a row is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nothing stands in it.
    Blank,
    /// It adds others up.
    Total,
    /// It numbers the columns.
    Numbering,
    /// It repeats the header, as on each page.
    HeaderAgain,
    /// It is a heading over rows.
    Heading,
    /// It is a remark under the table.
    Note,
}

impl Layout {
    /// The column with this title.
    pub fn column(&self, title: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.title == title)
    }
}

/// Finds the parts of a sheet. `known` tells whether a text is a title that columns
/// often have. O(cells).
pub fn layout(sheet: &Sheet, known: impl Fn(&str) -> bool) -> Layout {
    let found = header::find(sheet, &known);
    let has_header = found.is_some();
    let header = found.unwrap_or(Header { rows: 0..0, main: 0 });
    let (rows, skipped) = rows::sort(sheet, &header);
    let titles = titles(sheet, &header, has_header);
    let caption = caption_unit(sheet, header.rows.start);
    let places = || rows.iter().map(|row| row.at);
    let fallback = mark_of_sheet(sheet, &rows, &titles);
    let mut columns = Vec::new();
    for (at, parts) in titles.into_iter().enumerate() {
        let content = Content::of(sheet, at, places(), fallback);
        if parts.is_empty() && content.filled == 0 {
            continue;
        }
        let leaf = parts.last().cloned().unwrap_or_default();
        let own = Unit::in_title(&parts.join(" / "));
        // What is said over the whole table is said of money, and of money only.
        let unit = if own.factor == 1.0 && !own.percent && content.numbers > 0 {
            own.or(caption)
        } else {
            own
        };
        let title = match parts.join(" / ") {
            title if title.is_empty() => column_letters(at),
            title => title,
        };
        columns.push(Column { at, title, leaf, unit, content });
    }
    tell_apart(&mut columns);
    Layout { header: header.rows, columns, rows, skipped }
}

/// The parts of each column's title, groups first.
fn titles(sheet: &Sheet, header: &Header, has_header: bool) -> Vec<Vec<String>> {
    let mut titles = vec![Vec::new(); sheet.column_count()];
    if !has_header {
        return titles;
    }
    let last = header.rows.end - 1;
    for row in header.rows.clone().filter(|row| !header::is_numbering(sheet, *row)) {
        let mut group: Option<String> = None;
        for (column, parts) in titles.iter_mut().enumerate() {
            let cell = sheet.cell(row, column);
            if !cell.is_empty() {
                group = Some(one_line(&cell.shown()));
            } else if !is_in_group(sheet, row, column, last) {
                group = None;
            }
            let part = group.as_ref().filter(|part| parts.last() != Some(*part));
            parts.extend(part.cloned());
        }
    }
    titles
}

/// True if a column without a title in this row belongs to the group on its left: it
/// has a title in a row below, and nothing says that the group ends before.
fn is_in_group(sheet: &Sheet, row: usize, column: usize, last: usize) -> bool {
    let merged = |left: usize| {
        let mut own = sheet.merges().iter().filter(|merge| merge.top == row && merge.left == left);
        own.find(|merge| merge.right > merge.left)
    };
    let left = (0..column).rev().find(|left| !sheet.cell(row, *left).is_empty());
    if let Some(merge) = left.and_then(merged) {
        return column <= merge.right;
    }
    // Without merges in the file a group reaches as far as the row below has titles.
    let titled = (row + 1..=last).any(|below| !sheet.cell(below, column).is_empty());
    let alone =
        left.is_some_and(|left| (row + 1..=last).all(|below| sheet.cell(below, left).is_empty()));
    titled && !alone
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A unit in the rows above the header: “(млн тенге)”.
fn caption_unit(sheet: &Sheet, header: usize) -> Unit {
    let texts = (0..header).flat_map(|row| sheet.row(row)).filter_map(super::Cell::text);
    let mut found = Unit::default();
    for text in texts.filter(|text| text.chars().count() <= 60) {
        let unit = Unit::in_title(text);
        if unit.currency.is_some() && unit.factor != 1.0 {
            found = Unit { factor: unit.factor, currency: unit.currency, ..Unit::default() };
        }
    }
    found
}

/// The decimal mark of columns whose own numbers do not tell: that of the others,
/// that of the file's notation, or that of the language of its titles.
fn mark_of_sheet(sheet: &Sheet, rows: &[DataRow], titles: &[Vec<String>]) -> DecimalMark {
    let cells = rows.iter().take(2_000).flat_map(|row| sheet.row(row.at));
    let letters = titles.iter().flatten().flat_map(|title| title.chars());
    let comma = |letter: char| matches!(letter, 'а'..='я' | 'А'..='Я' | 'é' | 'è' | 'ê' | 'ç' | 'û' | 'ü' | 'ö' | 'ß');
    let spoken = || letters.into_iter().any(comma).then_some(DecimalMark::Comma);
    content::mark_in(cells).or_else(|| sheet.mark_hint()).or_else(spoken).unwrap_or_default()
}

/// Columns of the same title get their letters behind it.
fn tell_apart(columns: &mut [Column]) {
    let mut times: HashMap<String, usize> = HashMap::new();
    for column in columns.iter() {
        *times.entry(column.title.clone()).or_default() += 1;
    }
    for column in columns.iter_mut().filter(|column| times[&column.title] > 1) {
        column.title = format!("{} [{}]", column.title, column_letters(column.at));
    }
}
