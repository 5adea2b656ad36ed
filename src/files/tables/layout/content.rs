//! What a column holds: numbers, words, days, nothing.

use super::super::number::{Amount, DecimalMark, mark_of, read_amount};
use super::super::{Cell, Sheet};
use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

/// What the cells of a column hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Content {
    /// Cells that hold something.
    pub filled: usize,
    /// Numbers, those written as text too.
    pub numbers: usize,
    /// Words for “not known”.
    pub missing: usize,
    /// Other words.
    pub texts: usize,
    /// Days.
    pub dates: usize,
    /// Errors of the spreadsheet.
    pub errors: usize,
    /// Addresses on the web or of mail, among the texts.
    pub links: usize,
    /// Texts of more than one word.
    pub phrases: usize,
    /// Different contents.
    pub distinct: usize,
    /// Letters of a text, in the mean.
    pub mean_letters: f64,
    /// True if the numbers count 1, 2, 3, …
    pub counts_up: bool,
    /// The decimal mark of its numbers.
    pub mark: DecimalMark,
    /// Least and greatest number.
    pub range: Option<(f64, f64)>,
}

impl Content {
    /// What a column holds in these rows. `fallback` is the mark where the column's own
    /// numbers do not tell.
    pub(super) fn of(
        sheet: &Sheet,
        column: usize,
        rows: impl Iterator<Item = usize> + Clone,
        fallback: DecimalMark,
    ) -> Self {
        let cells = rows.map(|row| sheet.cell(row, column)).filter(|cell| !cell.is_empty());
        let mark = mark_in(cells.clone()).unwrap_or(fallback);
        let mut content = Self { mark, counts_up: true, ..Self::default() };
        // Distinct contents only have to be counted, the same way each time.
        let hasher = BuildHasherDefault::<DefaultHasher>::default();
        let mut seen = HashSet::new();
        let mut letters = 0;
        for cell in cells {
            content.filled += 1;
            seen.insert(hasher.hash_one(cell.shown()));
            match cell {
                Cell::Text(text) => match read_amount(text, mark) {
                    Amount::Number(number) => content.count(number),
                    Amount::Missing => content.missing += 1,
                    Amount::Other => {
                        content.texts += 1;
                        letters += text.chars().count();
                        content.phrases += usize::from(text.contains(' '));
                        content.links += usize::from(is_link(text));
                    }
                },
                Cell::Number(number) => content.count(*number),
                Cell::Date(_) => content.dates += 1,
                Cell::Error(_) => content.errors += 1,
                Cell::Bool(_) | Cell::Empty => content.texts += 1,
            }
        }
        content.distinct = seen.len();
        content.mean_letters = letters as f64 / content.texts.max(1) as f64;
        // A word below them, such as that of a total, does not make them something else.
        content.counts_up &= content.numbers > 1 && content.numbers * 10 >= content.filled * 8;
        content
    }

    fn count(&mut self, number: f64) {
        self.numbers += 1;
        self.counts_up &= number == self.numbers as f64;
        let (least, most) = self.range.unwrap_or((number, number));
        self.range = Some((least.min(number), most.max(number)));
    }

    /// Share of numbers among what is known, 0..1.
    pub fn numeric_share(&self) -> f64 {
        let known = self.filled - self.missing - self.errors;
        if known == 0 { 0.0 } else { self.numbers as f64 / known as f64 }
    }

    /// Share of different contents among all, 0..1.
    pub fn distinct_share(&self) -> f64 {
        if self.filled == 0 { 0.0 } else { self.distinct as f64 / self.filled as f64 }
    }
}

/// The decimal mark of cells by those that can be read in one way only.
pub(super) fn mark_in<'c>(cells: impl Iterator<Item = &'c Cell>) -> Option<DecimalMark> {
    let (mut points, mut commas) = (0, 0);
    for cell in cells {
        match cell.text().and_then(mark_of) {
            Some(DecimalMark::Point) => points += 1,
            Some(DecimalMark::Comma) => commas += 1,
            None => {}
        }
    }
    match (points, commas) {
        (0, 0) => None,
        _ if commas > points => Some(DecimalMark::Comma),
        _ => Some(DecimalMark::Point),
    }
}

fn is_link(text: &str) -> bool {
    let begins = ["http://", "https://", "www."].iter().any(|start| text.starts_with(start));
    begins || (text.contains('@') && !text.contains(' ')) || text.ends_with(".html")
}
