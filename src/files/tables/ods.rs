//! How large an Open Document sheet becomes once its repeated cells are written out.

use super::{Limits, broken};
use crate::model::Problem;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::BufRead;

/// One sheet so far.
#[derive(Default)]
struct Size {
    /// Rows up to the last that holds something.
    rows: usize,
    /// Rows so far, empty ones too.
    passed: usize,
    /// Columns up to the last that holds something.
    columns: usize,
    /// Cells that all rows hold, each up to its last that holds something.
    cells: usize,
}

/// Looks at the repeat counts of `content.xml`, each of which can stand for a
/// million cells.
///
/// # Errors
/// If a sheet is too large, or the text cannot be read.
pub(super) fn check(content: impl BufRead, limits: &Limits) -> Result<(), Problem> {
    let mut reader = Reader::from_reader(content);
    let mut size = Size::default();
    let mut buffer = Vec::new();
    // Repeats of the row, columns passed in it, columns up to the last that is filled.
    let (mut repeats, mut column, mut filled) = (1, 0, 0);
    loop {
        let event = reader.read_event_into(&mut buffer).map_err(|_| broken("table-broken"))?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "table:table" => size = Size::default(),
                "table:table-row" => {
                    repeats = number(tag, "table:number-rows-repeated").unwrap_or(1);
                    (column, filled) = (0, 0);
                    if matches!(event, Event::Empty(_)) {
                        size.passed = size.passed.saturating_add(repeats);
                    }
                }
                "table:table-cell" | "table:covered-table-cell" => {
                    let wide = number(tag, "table:number-columns-repeated").unwrap_or(1);
                    column = usize::saturating_add(column, wide);
                    if holds_something(tag) {
                        filled = column;
                    }
                }
                "text:s" if number(tag, "text:c").unwrap_or(1) > limits.letters => {
                    let problem = broken("table-cell-too-long").with("cell", "");
                    return Err(problem.with("limit", limits.letters));
                }
                _ => {}
            },
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => {
                size.passed = size.passed.saturating_add(repeats);
                if filled > 0 {
                    size.rows = size.passed;
                    size.columns = size.columns.max(filled);
                    size.cells = size.cells.saturating_add(filled.saturating_mul(repeats));
                    // Room is made for every row at the width of the widest.
                    let room = size.cells.max(size.rows.saturating_mul(size.columns));
                    limits.check_size(size.rows, size.columns, room)?;
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
        buffer.clear();
    }
}

fn holds_something(tag: &BytesStart<'_>) -> bool {
    tag.attributes().flatten().any(|attribute| {
        let name = attribute.key.as_ref();
        name == "table:formula" || name.starts_with("office:") || name.starts_with("calcext:")
    })
}

fn number(tag: &BytesStart<'_>, name: &str) -> Option<usize> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    // What does not fit is more than anything allows.
    let text = found.value;
    let digits = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty();
    digits.then(|| text.parse().unwrap_or(usize::MAX))
}
