//! One sheet of a table file, as a grid of cells.

use super::cell::{Cell, address};
use super::number::DecimalMark;

/// The cell of every place where nothing stands.
const EMPTY: &Cell = &Cell::Empty;

/// How often, in the mean, a row may be filled by merges.
const MAX_FILLED: usize = 20;

/// Cells that are shown as one; the first of them holds what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// First row, from 0.
    pub top: usize,
    /// First column, from 0.
    pub left: usize,
    /// Last row.
    pub bottom: usize,
    /// Last column.
    pub right: usize,
}

/// A sheet. Rows and columns are counted from 0 at `A1`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Its name; empty for a file that has but one table and no name for it.
    pub name: String,
    /// Row by row; rows end with their last cell that holds something.
    rows: Vec<Vec<Cell>>,
    /// Cells shown as one, where the file tells.
    merges: Vec<Merge>,
    /// The decimal mark that the file's own notation speaks for.
    hint: Option<DecimalMark>,
}

impl Sheet {
    /// A sheet of these rows. What is merged over rows of one column is shown in
    /// each of them, so it is put into each.
    pub(super) fn new(
        name: String,
        mut rows: Vec<Vec<Cell>>,
        merges: Vec<Merge>,
        hint: Option<DecimalMark>,
    ) -> Self {
        let mut filled = 0;
        for merge in merges.iter().filter(|merge| merge.left == merge.right) {
            filled += merge.bottom.min(rows.len()).saturating_sub(merge.top);
            // Merges that lie over each other many times fill nothing more.
            if filled <= MAX_FILLED * rows.len() {
                fill_down(&mut rows, merge);
            }
        }
        for row in &mut rows {
            let filled = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
            row.truncate(filled);
        }
        let filled = rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
        rows.truncate(filled);
        Self { name, rows, merges, hint }
    }

    /// A sheet of these rows, as for tests and for tables from the clipboard.
    pub fn of_rows(name: &str, rows: Vec<Vec<Cell>>) -> Self {
        Self::new(name.to_owned(), rows, Vec::new(), None)
    }

    /// Rows up to the last that holds something.
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Columns up to the last that holds something. O(rows).
    pub fn column_count(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The cells of a row up to its last that holds something.
    pub fn row(&self, row: usize) -> &[Cell] {
        self.rows.get(row).map_or(&[], Vec::as_slice)
    }

    /// A cell; empty where nothing stands.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.row(row).get(column).unwrap_or(EMPTY)
    }

    /// Cells shown as one.
    pub fn merges(&self) -> &[Merge] {
        &self.merges
    }

    /// The decimal mark that the file's notation speaks for, if any.
    pub fn mark_hint(&self) -> Option<DecimalMark> {
        self.hint
    }

    /// Where a cell is, for people: `D7`, or `Services!D7` in a file of sheets.
    pub fn place(&self, row: usize, column: usize) -> String {
        let cell = address(row, column);
        if self.name.is_empty() { cell } else { format!("{}!{cell}", self.name) }
    }
}

fn fill_down(rows: &mut [Vec<Cell>], merge: &Merge) {
    let first = rows.get(merge.top).and_then(|row| row.get(merge.left)).cloned();
    let Some(first) = first.filter(|cell| !cell.is_empty()) else { return };
    // A merge may reach far below the last row that is filled.
    for row in rows.iter_mut().take(merge.bottom + 1).skip(merge.top + 1) {
        if row.is_empty() {
            continue;
        }
        if row.len() <= merge.left {
            row.resize(merge.left + 1, Cell::Empty);
        }
        if row[merge.left].is_empty() {
            row[merge.left] = first.clone();
        }
    }
}
