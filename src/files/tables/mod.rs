//! Tables from other programs: one grid of typed cells, whatever the file.
//!
//! [`Book::open`] reads XLSX, XLS and ODS through calamine, and CSV and TSV in any
//! usual encoding; [`layout()`] finds the header, the rows that hold candidates and
//! those that do not. Nothing here knows what the columns mean for a scenario.
//!
//! Files come from strangers: sizes are looked at before anything is unpacked, and
//! whatever breaks is a [`Problem`] with a sentence.

mod archive;
mod book;
mod cell;
mod delimited;
mod encoding;
mod layout;
mod number;
mod ods;
mod sheet;
mod workbook;
mod xls;

pub use book::{Book, Kind};
pub use cell::{Cell, address, column_letters};
pub use layout::{
    Column, Content, DataRow, Layout, SkippedRow, TimeUnit, Unit, Why, layout, title_words,
};
pub use number::{Amount, DecimalMark, currency, is_currency, magnitude, mark_of, read_amount};
pub use sheet::{Merge, Sheet};

use crate::model::Problem;

/// Endings of the files that [`Book::open`] reads.
pub const ENDINGS: [&str; 7] = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt"];

/// How much a table may hold.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: u64,
    /// Bytes of all that is packed in it.
    pub unpacked: u64,
    /// Rows of a sheet.
    pub rows: usize,
    /// Columns of a sheet.
    pub columns: usize,
    /// Cells of a sheet, empty ones between others too.
    pub cells: usize,
    /// Bytes of one cell; spreadsheets allow 32,767 letters.
    pub letters: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 48 << 20,
            unpacked: 128 << 20,
            rows: 200_000,
            columns: 2_000,
            cells: 3_000_000,
            letters: 100_000,
        }
    }
}

impl Limits {
    /// Looks at the size of a sheet so far: rows and columns used, and cells in all.
    ///
    /// # Errors
    /// If it is too large.
    fn check_size(&self, rows: usize, columns: usize, cells: usize) -> Result<(), Problem> {
        if rows > self.rows {
            return Err(broken("table-too-long").with("cell", rows).with("limit", self.rows));
        }
        if columns > self.columns {
            let cell = address(rows.saturating_sub(1), columns - 1);
            return Err(broken("table-too-wide").with("cell", cell).with("limit", self.columns));
        }
        if cells > self.cells {
            return Err(broken("table-too-many-cells").with("limit", self.cells));
        }
        Ok(())
    }
}

/// A problem of a table file as a whole.
fn broken(code: &'static str) -> Problem {
    Problem::error(code, "")
}
