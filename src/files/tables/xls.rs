//! What an old Excel file holds, before calamine makes room for it.

use super::{Limits, broken};
use crate::model::Problem;
use cfb::CompoundFile;
use std::io::{Cursor, Read};

/// Records that put a value into one cell: number, label, rich label, bool or error,
/// short number, shared text, formula.
const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, 0x0006];
/// Short numbers of several cells of a row.
const SEVERAL: u16 = 0x00BD;
/// A sheet's or the book's begin.
const BEGIN: u16 = 0x0809;
/// The used area, as the writer of the file tells it.
const DIMENSIONS: u16 = 0x0200;
/// The rest of the file is encrypted.
const FILE_PASS: u16 = 0x002F;

/// Looks at the records of an old Excel file, or finds that a new one is locked in it.
///
/// # Errors
/// If it is locked, broken, another program's, or would be too large.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<(), Problem> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| broken("table-broken"))?;
    if file.exists("/EncryptedPackage") {
        return Err(broken("table-password"));
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name));
    let Some(name) = name else {
        let kind = if file.exists("/WordDocument") { "word" } else { "other" };
        return Err(broken("table-other-kind").with("kind", kind));
    };
    let mut stream = Vec::new();
    let opened = file.open_stream(name).map_err(|_| broken("table-broken"))?;
    // A stream is no longer than its file.
    let most = bytes.len() as u64;
    opened.take(most).read_to_end(&mut stream).map_err(|_| broken("table-broken"))?;
    records(&stream, limits)
}

fn records(stream: &[u8], limits: &Limits) -> Result<(), Problem> {
    let mut rest = stream;
    // Rows and columns that the cells of a sheet take up.
    let (mut rows, mut columns) = (0, 0);
    while let [t0, t1, l0, l1, tail @ ..] = rest {
        let kind = u16::from_le_bytes([*t0, *t1]);
        let length = usize::from(u16::from_le_bytes([*l0, *l1]));
        let Some((data, next)) = tail.split_at_checked(length) else { break };
        rest = next;
        match kind {
            BEGIN => (rows, columns) = (0, 0),
            FILE_PASS if word(data, 0) != Some(0) => return Err(broken("table-password")),
            DIMENSIONS => check_told(data, limits)?,
            SEVERAL => {
                let last = length.checked_sub(2).and_then(|at| word(data, at));
                (rows, columns) = reach(data, last, rows, columns);
            }
            kind if CELLS.contains(&kind) => {
                (rows, columns) = reach(data, word(data, 2), rows, columns);
            }
            _ => continue,
        }
        limits.check_size(rows, columns, rows.saturating_mul(columns))?;
    }
    Ok(())
}

fn reach(data: &[u8], column: Option<u16>, rows: usize, columns: usize) -> (usize, usize) {
    let row = word(data, 0).map_or(0, |row| usize::from(row) + 1);
    let column = column.map_or(0, |column| usize::from(column) + 1);
    (rows.max(row), columns.max(column))
}

/// Room is made for the used area as the file tells it, true or not.
fn check_told(data: &[u8], limits: &Limits) -> Result<(), Problem> {
    let half = |at: usize| usize::from(word(data, at).unwrap_or(0));
    let wide = data.len() >= 14;
    let whole = |at: usize| half(at) | half(at + 2) << 16;
    let (first, last) = if wide { (whole(0), whole(4)) } else { (half(0), half(2)) };
    let columns = half(if wide { 10 } else { 6 });
    // Where the begin lies behind the end the file is broken, and calamine counts down.
    if first > last {
        return Err(broken("table-broken"));
    }
    limits.check_size(0, 0, (last - first).saturating_mul(columns))
}

fn word(data: &[u8], at: usize) -> Option<u16> {
    match data.get(at..at + 2)? {
        [low, high] => Some(u16::from_le_bytes([*low, *high])),
        _ => None,
    }
}
