//! A sheet that is being written, and how it prints.

use super::Written;
use super::styles::Styles;
use crate::files::out::plain::{for_xml, is_risky, one_line};
use crate::texts::{Arg, Texts};
use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Worksheet, XlsxError};

/// The most characters that a cell can hold.
const LONGEST: usize = 32_767;

/// A sheet with the styles of the workbook.
pub struct Page<'w> {
    pub sheet: &'w mut Worksheet,
    pub styles: Styles,
    widths: Vec<f64>,
    /// The row last made higher, and its lines.
    tall: (u32, u32),
    /// By column: how its cells look where nothing else is said.
    columns: Vec<Option<Chosen>>,
}

/// A style by its meaning.
pub type Chosen = fn(&Styles) -> &Format;

impl<'w> Page<'w> {
    /// A sheet of a name, with widths of its columns, that prints across a page.
    pub fn begin(
        sheet: &'w mut Worksheet,
        name: &str,
        widths: &[f64],
        styles: Styles,
        texts: &Texts,
    ) -> Result<Self, XlsxError> {
        sheet.set_name(name)?;
        for (column, width) in (0..).zip(widths) {
            sheet.set_column_width(column, *width)?;
        }
        sheet.set_landscape();
        // A4, as nearly everywhere.
        sheet.set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
        let page = [("page", Arg::from("&P")), ("of", Arg::from("&N"))];
        sheet.set_header("&L&\"-,Bold\"&A");
        sheet.set_footer(format!("&L&F&R{}", texts.with("export-page-of", &page)));
        // Else a formula that comes to nothing would show 0 where nobody calculates.
        sheet.set_formula_result_default("");
        Ok(Self {
            sheet,
            styles,
            widths: widths.to_vec(),
            tall: (0, 1),
            columns: vec![None; widths.len()],
        })
    }

    /// Says how the cells of columns look where nothing else is said. A style that is
    /// given for each cell is looked up for each, which takes longer than writing it.
    pub fn columns_look(&mut self, columns: std::ops::Range<u16>, style: Chosen) -> Written {
        for column in columns {
            self.sheet.set_column_format(column, style(&self.styles))?;
            if let Some(own) = self.columns.get_mut(usize::from(column)) {
                *own = Some(style);
            }
        }
        Ok(())
    }

    /// True if cells of the column look so anyway.
    fn looks_so(&self, column: u16, style: &Format) -> bool {
        let own = self.columns.get(usize::from(column)).copied().flatten();
        own.is_some_and(|own| std::ptr::eq(own(&self.styles), style))
    }

    /// Prints on A3, for sheets with many columns.
    pub fn print_large(&mut self) {
        self.sheet.set_paper_size(8);
    }

    /// Makes a row high enough for a text in a column. Only some programs do so
    /// themselves.
    pub fn make_room(&mut self, row: u32, column: u16, text: &str) -> Written {
        let width = self.widths.get(usize::from(column)).copied().unwrap_or(10.0);
        let lines: f64 = text
            .split('\n')
            .map(|line| (line.chars().count() as f64 / width).ceil().max(1.0))
            .sum();
        let lines = (lines as u32).clamp(1, 20);
        let known = if self.tall.0 == row { self.tall.1 } else { 1 };
        if lines > known {
            self.sheet.set_row_height(row, f64::from(lines) * 15.0)?;
            self.tall = (row, lines);
        }
        Ok(())
    }

    /// The title and a note below it.
    pub fn title(&mut self, title: &str, note: &str) -> Written {
        let Styles { title: big, note: small, .. } = &self.styles;
        self.sheet.write_string_with_format(0, 0, fitting(title), big)?;
        if !note.is_empty() {
            self.sheet.write_string_with_format(1, 0, fitting(note), small)?;
        }
        Ok(())
    }

    /// Heads of columns; rows above stay in view and are printed on every page, and so
    /// are the first columns in view.
    pub fn heads(&mut self, row: u32, from: u32, columns: u16, heads: &[String]) -> Written {
        for (column, head) in (0..).zip(heads) {
            self.sheet.write_string_with_format(row, column, fitting(head), &self.styles.head)?;
            self.make_room(row, column, head)?;
        }
        self.sheet.set_freeze_panes(row + 1, columns)?;
        self.sheet.set_repeat_rows(from, row)?;
        if columns > 0 {
            self.sheet.set_repeat_columns(0, columns - 1)?;
        }
        Ok(())
    }

    /// Lets people filter the rows below the heads.
    pub fn filter(&mut self, head: u32, last: u32, columns: usize) -> Written {
        if let Some(column) = columns.checked_sub(1).and_then(|last| u16::try_from(last).ok())
            && last > head
        {
            self.sheet.autofilter(head, 0, last, column)?;
        }
        Ok(())
    }

    /// Text as text, whatever it begins with.
    pub fn text(&mut self, row: u32, column: u16, text: &str) -> Written {
        self.write_text(row, column, text, |s| &s.text)
    }

    /// Long text, over several lines.
    pub fn wrapped(&mut self, row: u32, column: u16, text: &str) -> Written {
        self.write_text(row, column, text, |s| &s.wrapped)?;
        self.make_room(row, column, text)
    }

    fn write_text(&mut self, row: u32, column: u16, text: &str, style: Chosen) -> Written {
        if text.is_empty() {
            return Ok(());
        }
        let style = if is_risky(text) { &self.styles.guarded } else { style(&self.styles) };
        if self.looks_so(column, style) {
            self.sheet.write_string(row, column, fitting(text))?;
        } else {
            self.sheet.write_string_with_format(row, column, fitting(text), style)?;
        }
        Ok(())
    }

    /// A number; nothing where it is none.
    pub fn number(&mut self, row: u32, column: u16, number: f64, style: Chosen) -> Written {
        let style = style(&self.styles);
        if !number.is_finite() {
            return Ok(());
        }
        if self.looks_so(column, style) {
            self.sheet.write_number(row, column, number)?;
        } else {
            self.sheet.write_number_with_format(row, column, number, style)?;
        }
        Ok(())
    }

    /// A date that spreadsheets calculate with; as text where they know none so old.
    pub fn day(&mut self, row: u32, column: u16, day: Date) -> Written {
        match excel_date(day) {
            Ok(date) => {
                self.sheet.write_datetime_with_format(row, column, &date, &self.styles.day)?;
                Ok(())
            }
            Err(_) => self.text(row, column, &day.to_string()),
        }
    }

    /// A formula, with what it comes to.
    pub fn formula(
        &mut self,
        row: u32,
        column: u16,
        formula: impl AsRef<str>,
        result: f64,
        style: Chosen,
    ) -> Written {
        let result = if result.is_finite() { result.to_string() } else { String::new() };
        self.write_formula(row, column, Formula::new(formula).set_result(result), style)
    }

    /// A formula that comes to text, such as nothing.
    pub fn formula_text(
        &mut self,
        row: u32,
        column: u16,
        formula: impl AsRef<str>,
        result: &str,
        style: Chosen,
    ) -> Written {
        self.write_formula(row, column, Formula::new(formula).set_result(as_text(result)), style)
    }

    fn write_formula(&mut self, row: u32, column: u16, formula: Formula, style: Chosen) -> Written {
        let style = style(&self.styles);
        if self.looks_so(column, style) {
            self.sheet.write_formula(row, column, formula)?;
        } else {
            self.sheet.write_formula_with_format(row, column, formula, style)?;
        }
        Ok(())
    }
}

/// Text that a cell can hold.
pub fn fitting(text: &str) -> String {
    let plain = |byte: u8| byte >= 0x20 && byte != 0xef;
    if text.len() <= LONGEST && text.bytes().all(plain) {
        return text.to_owned();
    }
    let text = for_xml(text);
    let mut units = 0;
    // A cell counts in halves of UTF-16, as a letter outside the first plane has two.
    text.chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= LONGEST
        })
        .collect()
}

/// What a formula comes to, so that the writer takes it for text: it would write
/// `2005`, `nan` or `TRUE` as something else, and a file with `nan` is broken.
fn as_text(result: &str) -> String {
    let text = fitting(result);
    let taken = text.parse::<f64>().is_ok() || text == "TRUE" || text == "FALSE";
    if taken || text.starts_with('#') { text + " " } else { text }
}

/// # Errors
/// Before 1900 and after 9999.
pub fn excel_date(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let (year, month, day) = (day.year(), day.month(), day.day());
    let part = |part: i8| u8::try_from(part).unwrap_or(0);
    ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(0), part(month), part(day))
}

/// A name on one line.
pub fn name_of(text: &str, id: &str) -> String {
    let line = one_line(text);
    if line.is_empty() { id.to_owned() } else { line }
}
