//! Cells as a spreadsheet shows them, and their addresses.

use jiff::civil::Date;
use std::borrow::Cow;

/// What stands in a cell. A formula's text is never read: the value that the
/// spreadsheet computed last stands in its place.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Words, without blanks at either end.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
    /// True or false.
    Bool(bool),
    /// The spreadsheet could not compute it: `#REF!`, `#DIV/0!`, ….
    Error(String),
}

impl Cell {
    /// Words, cleaned of blanks at the ends and of letters that do not show.
    pub fn words(text: &str) -> Self {
        let hidden = |c: char| (c.is_control() && c != '\n' && c != '\t') || is_mark(c);
        let trimmed = text.trim_matches(|c: char| c.is_whitespace() || hidden(c));
        if trimmed.is_empty() {
            return Self::Empty;
        }
        Self::Text(if trimmed.contains(hidden) {
            trimmed.chars().filter(|c| !hidden(*c)).collect()
        } else {
            trimmed.to_owned()
        })
    }

    /// True if there is nothing in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// Its words; none for what is no text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What it holds in letters, such as a code that the spreadsheet took for a number.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::Bool(flag) => Cow::Owned(flag.to_string()),
        }
    }
}

/// Marks without width: of byte order, of direction, of joining.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}')
}

/// The letters of a column counted from 0: `A`, `Z`, `AA`, ….
///
/// ```
/// use phasewise::files::tables::column_letters;
/// assert_eq!([0, 25, 26, 16_383].map(column_letters), ["A", "Z", "AA", "XFD"]);
/// ```
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The address of a cell, row and column counted from 0: `D7`.
pub fn address(row: usize, column: usize) -> String {
    format!("{}{}", column_letters(column), row + 1)
}
