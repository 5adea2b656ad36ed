//! A sheet of questions that came back: where its columns and rows are, whoever moved
//! them.

use super::columns::Topic;
use super::version::NAME;
use crate::app::importing::Field;
use crate::files::out::questionnaire::{CODE_MARK, HEAD_ROWS};
use crate::files::tables::Sheet;
use std::collections::{HashMap, HashSet};

/// Rows in which the codes are looked for.
const SEARCHED: usize = 100;

/// A column of answers.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) at: usize,
    pub(super) field: Field,
    pub(super) code: String,
}

/// A sheet of questions.
#[derive(Debug)]
pub(super) struct Grid<'s> {
    pub(super) sheet: &'s Sheet,
    pub(super) topic: Topic,
    /// The row of codes.
    codes: usize,
    pub(super) key: usize,
    pub(super) name: Option<usize>,
    /// Columns of answers.
    pub(super) columns: Vec<Column>,
    /// Codes of questions that the scenario does not know any more.
    pub(super) unknown: Vec<String>,
    /// The first row below the heads.
    first: usize,
    /// Where formulas stand.
    pub(super) formulas: HashSet<(usize, usize)>,
}

impl<'s> Grid<'s> {
    /// The questions on a sheet; none if it holds no row of codes. `heads` are the words
    /// over the column of keys in all languages.
    pub(super) fn of(
        sheet: &'s Sheet,
        fields: &HashMap<String, Field>,
        heads: &[String],
        formulas: HashSet<(usize, usize)>,
    ) -> Option<Self> {
        let (codes, key, topic) = marked(sheet)?;
        let mut grid = Self {
            sheet,
            topic,
            codes,
            key,
            name: None,
            columns: Vec::new(),
            unknown: Vec::new(),
            first: 0,
            formulas,
        };
        for (column, cell) in sheet.row(codes).iter().enumerate() {
            let Some(code) = cell.text().filter(|_| column != key) else { continue };
            match fields.get(code) {
                _ if code == NAME => grid.name = Some(column),
                Some(field) => {
                    let (field, code) = (field.clone(), code.to_owned());
                    grid.columns.push(Column { at: column, field, code });
                }
                None => grid.unknown.push(code.to_owned()),
            }
        }
        let is_head = |row: &usize| {
            sheet.cell(*row, key).text().is_some_and(|text| heads.iter().any(|h| h == text))
        };
        let head = (codes + 1..sheet.row_count().min(codes + SEARCHED)).find(is_head);
        grid.first = head.map_or(codes + HEAD_ROWS, |head| head + 1);
        Some(grid)
    }

    /// Rows that may hold answers. Above the heads only those of which the key `is_known`,
    /// as where somebody has sorted the heads along.
    pub(super) fn rows(&self, is_known: impl Fn(&str) -> bool) -> Vec<usize> {
        let holds = |row: usize| {
            let mut columns = [Some(self.key), self.name].into_iter().flatten();
            let mut asked = self.columns.iter().map(|column| column.at);
            let is_filled = |column: usize| !self.sheet.cell(row, column).is_empty();
            columns.any(is_filled) || asked.any(is_filled)
        };
        let below = |row: usize| row >= self.first || is_known(&self.key_in(row));
        let rows = (0..self.sheet.row_count()).filter(|row| *row != self.codes);
        rows.filter(|row| holds(*row) && below(*row)).collect()
    }

    /// True if nothing but the key is in a row, such as a title or a remark.
    pub(super) fn is_key_alone(&self, row: usize) -> bool {
        let columns = self.columns.iter().map(|column| column.at).chain(self.name);
        columns.into_iter().all(|column| self.sheet.cell(row, column).is_empty())
    }

    /// The key in a row.
    pub(super) fn key_in(&self, row: usize) -> String {
        self.sheet.cell(row, self.key).shown().trim().to_owned()
    }

    /// The name in a row.
    pub(super) fn name_in(&self, row: usize) -> String {
        let column = self.name.map(|column| self.sheet.cell(row, column).shown());
        column.map_or_else(String::new, |name| name.trim().to_owned())
    }
}

/// The row and the column of a sheet's first code, and the topic that it names.
fn marked(sheet: &Sheet) -> Option<(usize, usize, Topic)> {
    for row in 0..sheet.row_count().min(SEARCHED) {
        for (column, cell) in sheet.row(row).iter().enumerate() {
            let Some(code) = cell.text().and_then(|text| text.strip_prefix(CODE_MARK)) else {
                continue;
            };
            let topic = Topic::ALL.into_iter().find(|topic| topic.code() == code);
            return topic.map(|topic| (row, column, topic));
        }
    }
    None
}
