//! Workbooks, through calamine; what breaks it becomes a sentence.

use super::cell::Cell;
use super::sheet::{Merge, Sheet};
use super::{Limits, broken};
use crate::model::Problem;
use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Ods, Range, Reader, Xls, Xlsx};
use calamine::{OdsError, SheetType, SheetVisible, XlsError, XlsxError};
use jiff::civil::Date;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Merged areas that are looked at; there are seldom more than a hundred.
const MAX_MERGES: usize = 5_000;

type Bytes = Cursor<Arc<[u8]>>;

/// A workbook that is open.
pub(super) enum Workbook {
    Xlsx(Box<Xlsx<Bytes>>),
    Xls(Box<Xls<Bytes>>),
    Ods(Box<Ods<Bytes>>),
}

impl Workbook {
    pub(super) fn xlsx(bytes: Arc<[u8]>) -> Result<Self, Problem> {
        guarded(|| Xlsx::new(Cursor::new(bytes)).map_err(of_xlsx))
            .map(|book| Self::Xlsx(book.into()))
    }

    pub(super) fn xls(bytes: Arc<[u8]>) -> Result<Self, Problem> {
        guarded(|| Xls::new(Cursor::new(bytes)).map_err(of_xls)).map(|book| Self::Xls(book.into()))
    }

    pub(super) fn ods(bytes: Arc<[u8]>) -> Result<Self, Problem> {
        guarded(|| Ods::new(Cursor::new(bytes)).map_err(of_ods)).map(|book| Self::Ods(book.into()))
    }

    /// Names of its tables in their order, and whether they can be seen.
    pub(super) fn sheets(&self) -> Vec<(String, bool)> {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        };
        let tables = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        tables.map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible)).collect()
    }

    pub(super) fn sheet(&mut self, name: &str, limits: &Limits) -> Result<Sheet, Problem> {
        let (rows, merges) = match self {
            Self::Xlsx(book) => guarded(|| xlsx_rows(book, name, limits))?,
            Self::Xls(book) => {
                let range = guarded(|| book.worksheet_range(name).map_err(of_xls))?;
                let merges = guarded(|| book.merge_cells_by_sheet_name(name).map_err(of_xls))?;
                (rows_of(&range, limits)?, merges)
            }
            Self::Ods(book) => {
                let range = guarded(|| book.worksheet_range(name).map_err(of_ods))?;
                (rows_of(&range, limits)?, Vec::new())
            }
        };
        let merges = merges.iter().take(MAX_MERGES).map(merge_of).collect();
        Ok(Sheet::new(name.to_owned(), rows, merges, None))
    }
}

impl Workbook {
    /// Cells that hold a formula, at most as many as a sheet may have cells.
    pub(super) fn formulas(
        &mut self,
        name: &str,
        limits: &Limits,
    ) -> Result<Vec<(usize, usize)>, Problem> {
        let range = match self {
            Self::Xlsx(book) => return guarded(|| xlsx_formulas(book, name, limits)),
            Self::Xls(book) => guarded(|| book.worksheet_formula(name).map_err(of_xls))?,
            Self::Ods(book) => guarded(|| book.worksheet_formula(name).map_err(of_ods))?,
        };
        let (top, left) = range.start().unwrap_or_default();
        let cells = range.used_cells().filter(|(_, _, formula)| !formula.is_empty());
        let place = |(row, column, _)| (top as usize + row, left as usize + column);
        Ok(cells.map(place).collect())
    }
}

fn xlsx_formulas(
    book: &mut Xlsx<Bytes>,
    name: &str,
    limits: &Limits,
) -> Result<Vec<(usize, usize)>, Problem> {
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        Err(error) => return Err(of_xlsx(error)),
    };
    let mut places = Vec::new();
    while let Some(found) = reader.next_formula().map_err(of_xlsx)? {
        if found.get_value().is_empty() {
            continue;
        }
        let (row, column) = found.get_position();
        places.push((row as usize, column as usize));
        limits.check_size(0, 0, places.len())?;
    }
    Ok(places)
}

/// Cells one by one as they stand in the file: a lone one far away makes no room for
/// all between.
fn xlsx_rows(
    book: &mut Xlsx<Bytes>,
    name: &str,
    limits: &Limits,
) -> Result<(Vec<Vec<Cell>>, Vec<Dimensions>), Problem> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        // A sheet of charts has no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok((rows, Vec::new())),
        Err(error) => return Err(of_xlsx(error)),
    };
    let mut cells = 0;
    while let Some(found) = reader.next_cell().map_err(of_xlsx)? {
        let (row, column) = found.get_position();
        let (row, column) = (row as usize, column as usize);
        let cell = cell_of_ref(found.get_value());
        if cell.is_empty() {
            continue;
        }
        let before = rows.get(row).map_or(0, Vec::len);
        cells += (column + 1).saturating_sub(before);
        limits.check_size(row + 1, column + 1, cells)?;
        if rows.len() <= row {
            rows.resize_with(row + 1, Vec::new);
        }
        if before <= column {
            rows[row].resize(column + 1, Cell::Empty);
        }
        rows[row][column] = cell;
    }
    drop(reader);
    // Without them a sheet can still be read.
    let merges = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    Ok((rows, merges))
}

fn rows_of(range: &Range<Data>, limits: &Limits) -> Result<Vec<Vec<Cell>>, Problem> {
    let Some((top, left)) = range.start() else { return Ok(Vec::new()) };
    let (top, left) = (top as usize, left as usize);
    let (height, width) = range.get_size();
    let all = (top + height).saturating_mul(left + width);
    limits.check_size(top + height, left + width, all)?;
    let mut rows = vec![Vec::new(); top];
    for row in range.rows() {
        let mut cells = vec![Cell::Empty; left];
        cells.extend(row.iter().map(cell_of));
        rows.push(cells);
    }
    Ok(rows)
}

fn merge_of(area: &Dimensions) -> Merge {
    let ((top, left), (bottom, right)) = (area.start, area.end);
    Merge { top: top as usize, left: left as usize, bottom: bottom as usize, right: right as usize }
}

fn cell_of_ref(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::SharedString(text) => Cell::words(text),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::words(text),
        DataRef::DateTimeIso(text) => iso_day(text),
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => number_or_words(*number),
        DataRef::Bool(flag) => Cell::Bool(*flag),
        DataRef::DateTime(moment) => day(moment),
        DataRef::Error(error) => Cell::Error(error.to_string()),
        DataRef::Empty => Cell::Empty,
    }
}

fn cell_of(value: &Data) -> Cell {
    match value {
        // LibreOffice writes an error as its text.
        Data::String(text) if is_error(text) => Cell::Error(text.clone()),
        Data::String(text) | Data::DurationIso(text) => Cell::words(text),
        Data::DateTimeIso(text) => iso_day(text),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => number_or_words(*number),
        Data::Bool(flag) => Cell::Bool(*flag),
        Data::DateTime(moment) => day(moment),
        Data::Error(error) => Cell::Error(error.to_string()),
        Data::Empty => Cell::Empty,
    }
}

fn is_error(text: &str) -> bool {
    text.starts_with("Err:")
        || matches!(text, "#REF!" | "#DIV/0!" | "#VALUE!" | "#NAME?" | "#N/A" | "#NUM!" | "#NULL!")
}

fn number_or_words(number: f64) -> Cell {
    if number.is_finite() { Cell::Number(number) } else { Cell::Error(number.to_string()) }
}

fn day(moment: &ExcelDateTime) -> Cell {
    // A time of less than a day is a duration, whatever its format says.
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return number_or_words(moment.as_f64());
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let part = |part: u8| i8::try_from(part).unwrap_or(0);
    let date =
        i16::try_from(year).ok().and_then(|year| Date::new(year, part(month), part(day)).ok());
    date.map_or_else(|| number_or_words(moment.as_f64()), Cell::Date)
}

fn iso_day(text: &str) -> Cell {
    match text.get(..10).and_then(|day| day.parse::<Date>().ok()) {
        Some(date) => Cell::Date(date),
        None => Cell::words(text),
    }
}

/// Runs what may panic on a file that nobody checked.
fn guarded<T>(run: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    // What was being read is dropped with the panic; nothing half-done is looked at.
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err(broken("table-broken")))
}

fn of_xlsx(error: XlsxError) -> Problem {
    match error {
        XlsxError::Password => broken("table-password"),
        _ => broken("table-broken"),
    }
}

fn of_xls(error: XlsError) -> Problem {
    match error {
        XlsError::Password => broken("table-password"),
        _ => broken("table-broken"),
    }
}

fn of_ods(error: OdsError) -> Problem {
    match error {
        OdsError::Password => broken("table-password"),
        _ => broken("table-broken"),
    }
}
