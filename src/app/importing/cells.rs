//! What a cell says where a number, a year or a list is expected.

use crate::files::tables::{Amount, Cell, Column, DecimalMark, Sheet, read_amount};

/// What a cell says where a number is expected.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) enum Number {
    /// A number; one in per cent as a share.
    Known(f64),
    /// A share that was written in per cent.
    Percent(f64),
    /// Nothing, or words for it.
    Missing,
    /// An error of the spreadsheet.
    Error(String),
    /// Something else.
    Other(String),
}

pub(in crate::app) fn number(cell: &Cell, mark: DecimalMark) -> Number {
    match cell {
        Cell::Empty => Number::Missing,
        Cell::Number(number) => Number::Known(*number),
        Cell::Error(error) => Number::Error(error.clone()),
        Cell::Text(text) => match read_amount(text, mark) {
            Amount::Number(number) if text.contains('%') => Number::Percent(number),
            Amount::Number(number) => Number::Known(number),
            Amount::Missing => Number::Missing,
            Amount::Other => Number::Other(text.clone()),
        },
        Cell::Date(_) | Cell::Bool(_) => Number::Other(cell.shown().into_owned()),
    }
}

/// The number in a row of a column; none if there is none.
pub(super) fn number_at(sheet: &Sheet, row: usize, column: &Column) -> Option<f64> {
    match number(sheet.cell(row, column.at), column.content.mark) {
        Number::Known(number) | Number::Percent(number) => Some(number),
        _ => None,
    }
}

/// The last year that a cell names: of `2023-2024` the second, of a day its own.
pub(super) fn year(cell: &Cell) -> Option<i32> {
    let plausible = |year: &i32| (1900..2201).contains(year);
    match cell {
        Cell::Date(date) => Some(i32::from(date.year())),
        Cell::Number(number) => Some(*number as i32).filter(plausible),
        Cell::Text(text) => {
            let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
            let last = runs.filter_map(|run| run.parse().ok()).filter(plausible).max();
            // “2023/24” is about the year that it ends in.
            let short = text.rsplit(['/', '-', '–']).next().filter(|end| end.len() == 2);
            match (last, short.and_then(|end| end.parse::<i32>().ok())) {
                (Some(year), Some(end)) if (year + 1) % 100 == end => Some(year + 1),
                (year, _) => year,
            }
        }
        _ => None,
    }
}

/// The parts of a list in one cell.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', ',', '\n', '|']).map(str::trim).filter(|part| !part.is_empty())
}

/// A name as it is compared: lower case, without punctuation.
pub(in crate::app) fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut gap = false;
    for letter in name.chars() {
        if letter.is_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            match letter {
                'ё' | 'Ё' => folded.push('е'),
                letter => folded.extend(letter.to_lowercase()),
            }
        } else {
            gap = true;
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_many_notations() {
        let text = |text: &str| year(&Cell::Text(text.to_owned()));
        assert_eq!(text("2023-2024"), Some(2024));
        assert_eq!(text("2023/24"), Some(2024));
        assert_eq!(text("FY 2023"), Some(2023));
        assert_eq!(text("1999/00"), Some(2000));
        assert_eq!(text("год"), None);
        assert_eq!(year(&Cell::Number(2007.0)), Some(2007));
        assert_eq!(year(&Cell::Number(17.0)), None);
    }

    #[test]
    fn names_are_compared_without_what_people_write_differently() {
        assert_eq!(folded("  «Учёт» — детей,  2 "), folded("учет детей 2"));
        assert_ne!(folded("Form 12"), folded("Form 13"));
    }
}
