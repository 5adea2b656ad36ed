//! The version of a workbook: which scenario in which state, for whom, and what each cell
//! held when it was given out.

use super::columns::{Form, code};
use crate::files::out::questionnaire::{GIVEN, MARK};
use crate::files::tables::{Cell, Sheet};
use crate::model::Scenario;
use std::collections::HashMap;
use std::io;

/// The form of the version that this program writes. Newer ones are refused.
pub(super) const FORM: u32 = 1;

/// Columns of what was given before the questions: key and name.
pub(super) const KEY: &str = "key";
pub(super) const NAME: &str = "name";

/// The version that a workbook tells.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Version {
    /// The scenario's id.
    pub(super) scenario: String,
    /// Its title, for sentences.
    pub(super) title: String,
    /// The fingerprint of its state.
    pub(super) state: String,
    /// The agency's id; empty for items without an owner.
    pub(super) agency: String,
    /// The code of the language.
    pub(super) language: String,
    /// When it was given out, where somebody told.
    pub(super) date: String,
    /// What each cell held.
    pub(super) given: Given,
}

/// What each cell held.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Given {
    /// Positions of codes.
    pub(super) columns: HashMap<String, usize>,
    /// Keys, names and cells, in their order.
    pub(super) rows: Vec<(String, String, Vec<Cell>)>,
}

impl Given {
    /// Positions of keys.
    pub(super) fn by_key(&self) -> HashMap<&str, usize> {
        let keys = self.rows.iter().enumerate().map(|(at, (key, ..))| (key.as_str(), at));
        keys.collect()
    }

    /// What a cell held; none if it was not given out.
    pub(super) fn cell(&self, row: usize, code: &str) -> Option<&Cell> {
        let column = *self.columns.get(code)?;
        let (.., cells) = self.rows.get(row)?;
        Some(cells.get(column).unwrap_or(&Cell::Empty))
    }
}

/// Why the version cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unusable {
    /// It is not there.
    Gone,
    /// Somebody has changed it.
    Changed,
    /// A newer program wrote it.
    Newer,
}

/// The fingerprint of a scenario: the same for the same content, whatever its file looks
/// like. Streams, and so needs no memory.
pub(super) fn state_of(scenario: &Scenario) -> String {
    let mut hash = Hash::default();
    // The hash takes whatever it is given, so this cannot fail.
    let _ = serde_json::to_writer(&mut hash, scenario);
    hash.shown()
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo).
#[derive(Debug)]
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn shown(&self) -> String {
        format!("{:016x}", self.0)
    }

    fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

impl io::Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.take(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The codes of what is given: key, name, and every question.
pub(super) fn codes(forms: &[Form]) -> Vec<String> {
    let leading = [KEY, NAME].map(str::to_owned);
    leading.into_iter().chain(forms.iter().flat_map(Form::fields).map(code)).collect()
}

/// The fingerprint of what was given, whoever saved it again: numbers to twelve digits,
/// words without what saving changes.
pub(super) fn check_of(rows: &[Vec<Cell>]) -> String {
    let mut hash = Hash::default();
    for row in rows {
        let filled = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        for cell in &row[..filled] {
            match cell {
                Cell::Number(number) => hash.take(format!("{number:.11e}").as_bytes()),
                other => {
                    for word in other.shown().split_whitespace() {
                        hash.take(word.as_bytes());
                        hash.take(b" ");
                    }
                }
            }
            hash.take(b"\x1f");
        }
        hash.take(b"\x1e");
    }
    hash.shown()
}

impl Version {
    /// What is written of it above what was given.
    pub(super) fn lines(&self, check: &str) -> Vec<(&'static str, String)> {
        let Self { scenario, title, state, agency, language, date, given: _ } = self;
        vec![
            ("form", FORM.to_string()),
            ("scenario", scenario.clone()),
            ("title", title.clone()),
            ("state", state.clone()),
            ("agency", agency.clone()),
            ("language", language.clone()),
            ("date", date.clone()),
            ("check", check.to_owned()),
        ]
    }

    /// True if a sheet is that of the version.
    pub(super) fn is_on(sheet: &Sheet) -> bool {
        sheet.cell(0, 0).text() == Some(MARK)
    }

    /// Reads the version.
    pub(super) fn read(sheet: &Sheet) -> Result<Self, Unusable> {
        if !Self::is_on(sheet) {
            return Err(Unusable::Gone);
        }
        let label = |row: usize| sheet.cell(row, 0).text();
        let last = (1..sheet.row_count()).find(|row| label(*row) == Some(GIVEN));
        let Some(last) = last else { return Err(Unusable::Changed) };
        let line = |key: &str| {
            let row = (1..last).find(|row| label(*row) == Some(key));
            row.map_or_else(String::new, |row| sheet.cell(row, 1).shown().into_owned())
        };
        if line("form").parse::<u32>().is_ok_and(|form| form > FORM) {
            return Err(Unusable::Newer);
        }
        let rows: Vec<Vec<Cell>> =
            (last + 1..sheet.row_count()).map(|row| sheet.row(row).to_vec()).collect();
        if check_of(&rows) != line("check") {
            return Err(Unusable::Changed);
        }
        Ok(Self {
            scenario: line("scenario"),
            title: line("title"),
            state: line("state"),
            agency: line("agency"),
            language: line("language"),
            date: line("date"),
            given: given(rows),
        })
    }
}

fn given(rows: Vec<Vec<Cell>>) -> Given {
    let mut rows = rows.into_iter();
    let codes = rows.next().unwrap_or_default();
    let code = |(at, cell): (usize, &Cell)| Some((cell.text()?.to_owned(), at));
    let columns = codes.iter().enumerate().filter_map(code).collect();
    let words = |row: &[Cell], at: usize| {
        row.get(at).map_or_else(String::new, |cell| cell.shown().into_owned())
    };
    let rows = rows.map(|row| (words(&row, 0), words(&row, 1), row)).collect();
    Given { columns, rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saving_anew_leaves_the_check_alone_and_a_change_does_not() {
        let row = |words: &str, number: f64| {
            vec![Cell::Text(words.to_owned()), Cell::Empty, Cell::Number(number)]
        };
        let rows = vec![row("a  b", 0.1), row("c", 1e15)];
        let again = vec![row("a\nb", 0.100_000_000_000_000_02), {
            let mut row = row("c", 1e15);
            row.push(Cell::Empty);
            row
        }];
        assert_eq!(check_of(&rows), check_of(&again));
        assert_ne!(check_of(&rows), check_of(&[row("a b", 0.2), row("c", 1e15)]));
        assert_ne!(check_of(&rows), check_of(&[row("a b", 0.1)]));
    }

    #[test]
    fn the_state_is_that_of_the_content() {
        let mut scenario = Scenario::default();
        let before = state_of(&scenario);
        scenario.currency = "USD".to_owned();
        assert_ne!(state_of(&scenario), before);
        scenario.currency.clear();
        assert_eq!(state_of(&scenario), before);
    }
}
