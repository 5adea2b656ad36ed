//! What nobody sees: the words that cells are chosen from, and the version.

use super::{GIVEN, LISTS_SHEET, MARK, Questionnaire, VERSION_SHEET};
use crate::files::out::xlsx::Written;
use crate::files::out::xlsx::page::fitting;
use crate::files::tables::{Cell, column_letters};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The sheet of lists, one in each column.
pub fn lists(lists: &[Vec<String>]) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(LISTS_SHEET)?.set_very_hidden(true).protect();
    for (column, words) in (0..).zip(lists) {
        for (row, word) in (0..).zip(words) {
            sheet.write_string(row, column, fitting(word))?;
        }
    }
    Ok(sheet)
}

/// The range of a list, for cells that are chosen from it.
pub fn range(list: usize, length: usize) -> String {
    let column = column_letters(list);
    format!("='{LISTS_SHEET}'!${column}$1:${column}${}", length.max(1))
}

/// The sheet of the version.
pub fn version(questions: &Questionnaire) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(VERSION_SHEET)?.set_very_hidden(true).protect();
    sheet.write_string(0, 0, MARK)?;
    let mut row = 1;
    for (key, value) in &questions.version {
        sheet.write_string(row, 0, *key)?;
        if !value.is_empty() {
            sheet.write_string(row, 1, fitting(value))?;
        }
        row += 1;
    }
    sheet.write_string(row, 0, GIVEN)?;
    row += 1;
    for cells in &questions.given {
        for (column, value) in (0..).zip(cells) {
            cell(&mut sheet, row, column, value)?;
        }
        row += 1;
    }
    Ok(sheet)
}

fn cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Written {
    match cell {
        Cell::Empty => {}
        Cell::Number(number) => {
            sheet.write_number(row, column, *number)?;
        }
        other => {
            sheet.write_string(row, column, fitting(&other.shown()))?;
        }
    }
    Ok(())
}
