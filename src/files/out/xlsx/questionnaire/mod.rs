//! A workbook that others fill in and send back: sheets of cells of which only those can
//! be changed that are asked for, and what is needed to read them again.
//!
//! Each sheet begins with a hidden row of *codes*, which names the columns whatever the
//! language and wherever somebody moves them. A very hidden sheet holds the *version*:
//! what the workbook is of, and the value of each cell as it was given out, so that an
//! answer can be told from what merely was there. Nothing here knows what is asked.

mod about;
mod sheet;
mod version;

use super::Written;
use super::page::{Page, excel_date};
use super::styles::Styles;
use crate::files::out::{OutError, plain::one_line};
use crate::files::tables::Cell;
use crate::texts::Texts;
use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

pub use about::{About, Line};

/// The sheet that holds the version. What a file's first cell there says tells that it is
/// one of ours.
pub const VERSION_SHEET: &str = "phasewise";
/// The first cell of the version.
pub const MARK: &str = "phasewise questionnaire";
/// What the first code of a sheet begins with; the sheet's own code follows.
pub const CODE_MARK: &str = "phasewise:";
/// The code of the column of names.
pub const NAME_CODE: &str = "name";
/// The row of the version at which the values as they were given out begin, with a row of
/// codes.
pub const GIVEN: &str = "given";
/// Rows from the codes to the first answers.
pub const HEAD_ROWS: usize = 5;

/// The sheet from which cells are chosen.
const LISTS_SHEET: &str = "phasewise-lists";

/// A workbook to be filled in.
#[derive(Debug, Clone, Default)]
pub struct Questionnaire {
    /// The title of the file.
    pub title: String,
    /// When it was made, as somebody tells.
    pub date: Option<Date>,
    /// The first sheet.
    pub about: About,
    /// What is asked.
    pub sheets: Vec<AskSheet>,
    /// Words to choose from, by list.
    pub lists: Vec<Vec<String>>,
    /// What the workbook is of: keys and values.
    pub version: Vec<(&'static str, String)>,
    /// Values as they are given out: a row of codes, then a row for each key.
    pub given: Vec<Vec<Cell>>,
    /// The head of the column of keys.
    pub key_head: String,
    /// The head of the column of names.
    pub name_head: String,
}

/// One sheet of questions: a row for each thing, a column for each question.
#[derive(Debug, Clone, Default)]
pub struct AskSheet {
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// How to fill it in, in a line.
    pub note: String,
    /// Heads over several columns, in order; together they are over all.
    pub groups: Vec<Group>,
    /// The questions.
    pub asks: Vec<Ask>,
    /// The things that are asked about.
    pub rows: Vec<AskRow>,
}

/// A head over several columns.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// Its words, with the unit.
    pub title: String,
    /// What a reader should know, shown beside the head.
    pub note: String,
    /// Columns below it.
    pub columns: u16,
}

/// One question.
#[derive(Debug, Clone)]
pub struct Ask {
    /// Its code.
    pub code: String,
    /// Its head.
    pub head: String,
    /// What a reader should know, shown beside the cell that is being filled.
    pub prompt: String,
    /// What is said of an answer that cannot be.
    pub refusal: String,
    /// What an answer may be.
    pub entry: Entry,
    /// Width of the column, in letters.
    pub width: f64,
}

/// What an answer may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Entry {
    /// A number.
    Number {
        /// The least that it may be.
        least: f64,
        /// The most.
        most: f64,
        /// False if others are only asked about once more.
        refuses: bool,
        /// Thousands are set apart.
        grouped: bool,
    },
    /// A whole number from 1.
    Whole {
        /// The most that it may be.
        most: i32,
    },
    /// A share, shown in per cent.
    Share,
    /// A word of a list, by its position.
    Choice(usize),
    /// Words.
    Text,
}

/// One thing that is asked about.
#[derive(Debug, Clone, Default)]
pub struct AskRow {
    /// By what the answer is found again.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// What is there already, by question; none where it is not asked.
    pub cells: Vec<Option<Cell>>,
}

/// Writes the workbook. The same questions give the same bytes.
///
/// # Errors
/// If there is more than a sheet can hold: a million rows or 16,384 columns.
pub fn write(questions: &Questionnaire, texts: &Texts) -> Result<Vec<u8>, OutError> {
    let mut book = Workbook::new();
    fill(&mut book, questions, texts)
        .and_then(|()| book.save_to_buffer())
        .map_err(|error| OutError::Refused(error.to_string()))
}

fn fill(book: &mut Workbook, questions: &Questionnaire, texts: &Texts) -> Written {
    let day = match questions.date {
        Some(day) => excel_date(day)?,
        None => ExcelDateTime::from_ymd(2000, 1, 1)?,
    };
    let properties = DocProperties::new().set_title(one_line(&questions.title));
    book.set_properties(&properties.set_author("Phasewise").set_creation_datetime(&day));
    book.set_zip_compression_level(2);
    let styles = Styles::new(texts);
    let mut first = page(&questions.about.sheet, &[about::WIDTH], &styles, texts, |page| {
        about::write(page, &questions.about)
    })?;
    first.set_active(true);
    book.push_worksheet(first);
    for asked in &questions.sheets {
        let widths = sheet::widths(asked);
        let written = page(&asked.name, &widths, &styles, texts, |page| {
            sheet::write(page, asked, questions)
        })?;
        book.push_worksheet(written);
    }
    book.push_worksheet(version::lists(&questions.lists)?);
    book.push_worksheet(version::version(questions)?);
    Ok(())
}

fn page(
    name: &str,
    widths: &[f64],
    styles: &Styles,
    texts: &Texts,
    fill: impl FnOnce(&mut Page<'_>) -> Written,
) -> Result<Worksheet, XlsxError> {
    let mut own = Worksheet::new();
    let mut page = Page::begin(&mut own, name, widths, styles.clone(), texts)?;
    fill(&mut page)?;
    Ok(own)
}
