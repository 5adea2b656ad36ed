//! Which rows of a sheet say what its columns are.

use super::super::number::{Amount, DecimalMark, read_amount};
use super::super::{Cell, Sheet};
use super::rows::repeats_header;
use super::unit::is_unit;
use std::collections::HashSet;
use std::ops::Range;

/// Filled rows among which the header is looked for.
const LOOKED_AT: usize = 60;

/// Titles of a row of which it is asked whether they are known.
const ASKED: u32 = 60;

/// The rows of a header.
pub(super) struct Header {
    /// All of them; empty if there is none.
    pub(super) rows: Range<usize>,
    /// The one with a title for nearly every column.
    pub(super) main: usize,
}

/// Finds the header: rows of words above columns of something else, in the words
/// that headers have; `known` tells those.
pub(super) fn find(sheet: &Sheet, known: &dyn Fn(&str) -> bool) -> Option<Header> {
    let filled: Vec<usize> = (0..sheet.row_count()).filter(|row| count(sheet, *row) > 0).collect();
    let width = filled.iter().take(200).map(|row| count(sheet, *row)).max()?;
    let mut best: Option<(f64, usize)> = None;
    for (at, row) in filled.iter().take(LOOKED_AT).enumerate() {
        let below = &filled[at + 1..filled.len().min(at + 200)];
        let Some(score) = score(sheet, *row, width, below, known) else { continue };
        let score = score - 0.05 * at as f64;
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, *row));
        }
    }
    let (_, main) = best?;
    let first = above(sheet, main, known);
    let last = below(sheet, main);
    Some(Header { rows: first..last + 1, main })
}

fn count(sheet: &Sheet, row: usize) -> usize {
    sheet.row(row).iter().filter(|cell| !cell.is_empty()).count()
}

/// True for what titles of columns are: words that are no number.
fn is_title(cell: &Cell) -> bool {
    cell.text().is_some_and(|text| {
        text.len() <= 300 && read_amount(text, DecimalMark::Point) == Amount::Other
    })
}

/// True for the year over a column of that year's numbers.
fn is_year(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => (1900.0..2101.0).contains(number) && number.fract() == 0.0,
        Cell::Text(text) => {
            text.len() == 4 && text.parse().is_ok_and(|y: u32| (1900..2101).contains(&y))
        }
        _ => false,
    }
}

fn score(
    sheet: &Sheet,
    row: usize,
    width: usize,
    below: &[usize],
    known: &dyn Fn(&str) -> bool,
) -> Option<f64> {
    let cells = sheet.row(row);
    let filled = count(sheet, row);
    let titles = cells.iter().filter(|cell| is_title(cell) || is_year(cell)).count();
    // One column of names is a table too; one title over many columns is none.
    if filled == 0 || filled * 2 < width || titles * 10 < filled * 7 || (filled < 2 && width > 1) {
        return None;
    }
    // A header that comes again on each page is the same header.
    let below: Vec<usize> =
        below.iter().copied().filter(|other| !repeats_header(sheet, row, *other)).collect();
    let (mut contrast, mut familiar, mut asked, mut again, mut double) = (0, 0, 0, 0, 0);
    let mut seen = HashSet::new();
    for (column, cell) in cells.iter().enumerate() {
        let Some(text) = cell.text() else { continue };
        if asked < ASKED {
            asked += 1;
            familiar += u32::from(known(text));
        }
        double += usize::from(!seen.insert(text));
        let mut under = below.iter().map(|row| sheet.cell(*row, column)).filter(|c| !c.is_empty());
        again += usize::from(under.clone().any(|other| other == cell));
        contrast += usize::from(under.nth(1).is_some_and(|cell| !is_title(cell)));
    }
    let share = |part: usize| part as f64 / filled as f64;
    // A number that is no year is somebody's value, unless the others are titles for sure.
    let bare = filled - titles > 0;
    if (below.is_empty() || bare) && familiar == 0 {
        return None;
    }
    let wide = filled as f64 / width as f64;
    Some(
        2.0 * share(titles)
            + 2.0 * wide
            + 2.0 * share(contrast)
            + 3.0 * familiar as f64 / asked.max(1) as f64
            - 2.0 * share(again)
            - share(double),
    )
}

/// The first of the rows right above that name groups of columns.
fn above(sheet: &Sheet, main: usize, known: &dyn Fn(&str) -> bool) -> usize {
    let mut first = main;
    while first > 0 && main - first < 3 && is_group_row(sheet, first - 1, main, known) {
        first -= 1;
    }
    first
}

fn is_group_row(sheet: &Sheet, row: usize, main: usize, known: &dyn Fn(&str) -> bool) -> bool {
    let cells = sheet.row(row);
    let filled = count(sheet, row);
    let leftmost = sheet.row(main).iter().position(|cell| !cell.is_empty()).unwrap_or(0);
    if filled == 0 || !cells.iter().all(|cell| cell.is_empty() || is_title(cell) || is_year(cell)) {
        return false;
    }
    let width = sheet.row(main).len();
    let covering = |merge: &&super::super::Merge| merge.top == row && merge.left < merge.right;
    let mut merges = sheet.merges().iter().filter(covering).peekable();
    if merges.peek().is_some() {
        // A title lies over all columns, a group over some of them.
        return merges.all(|merge| merge.right - merge.left + 1 < width.max(2))
            && filled > 0
            && (filled > 1 || merges_leave_columns(sheet, row, width));
    }
    let first = cells.iter().position(|cell| !cell.is_empty()).unwrap_or(0);
    // A lone remark above a table stands over some column too.
    let named = cells.get(first).and_then(Cell::text).is_some_and(known);
    filled < count(sheet, main) && (filled > 1 || (first > leftmost && named))
}

fn merges_leave_columns(sheet: &Sheet, row: usize, width: usize) -> bool {
    let of_row = sheet.merges().iter().filter(|merge| merge.top == row);
    let covered: usize =
        of_row.map(|merge| merge.right.min(width) + 1 - merge.left.min(width)).sum();
    let first = sheet.row(row).iter().position(|cell| !cell.is_empty()).unwrap_or(0);
    covered < width && first > 0
}

/// The last of the rows right below that tell parts of a group, or units, or that
/// only number the columns.
fn below(sheet: &Sheet, main: usize) -> usize {
    let mut last = main;
    while last - main < 3 && continues(sheet, main, last + 1) {
        last += 1;
    }
    last
}

fn continues(sheet: &Sheet, main: usize, row: usize) -> bool {
    count(sheet, row) > 0
        && (is_numbering(sheet, row) || is_unit_row(sheet, row) || is_part_row(sheet, main, row))
}

/// `1 2 3 4 …` under the titles, as printed forms have it.
pub(super) fn is_numbering(sheet: &Sheet, row: usize) -> bool {
    let number = |cell: &Cell| match cell {
        Cell::Number(number) => Some(*number),
        Cell::Text(text) => text.trim_matches(['(', ')', '.']).parse().ok(),
        _ => None,
    };
    let cells: Vec<&Cell> = sheet.row(row).iter().filter(|cell| !cell.is_empty()).collect();
    cells.len() >= 3
        && cells.iter().enumerate().all(|(at, cell)| number(cell) == Some((at + 1) as f64))
}

fn is_unit_row(sheet: &Sheet, row: usize) -> bool {
    let mut texts = sheet.row(row).iter().filter(|cell| !cell.is_empty());
    texts.all(|cell| cell.text().is_some_and(is_unit))
}

/// True if a row names the parts of groups in the main row: it is filled where that has
/// gaps, and empty where that stands alone.
fn is_part_row(sheet: &Sheet, main: usize, row: usize) -> bool {
    let cells = sheet.row(row);
    let (mut in_gaps, mut under_lone) = (0, 0);
    for (column, cell) in cells.iter().enumerate() {
        if cell.is_empty() {
            continue;
        }
        if !is_title(cell) && !is_year(cell) {
            return false;
        }
        let title = sheet.cell(main, column);
        let begins_group =
            sheet.cell(main, column + 1).is_empty() && !sheet.cell(row, column + 1).is_empty();
        // A merged title is repeated in each row that it covers.
        if title == cell {
            continue;
        }
        if title.is_empty() {
            in_gaps += 1;
        } else if !begins_group {
            under_lone += 1;
        }
    }
    in_gaps > 0 && under_lone == 0
}
