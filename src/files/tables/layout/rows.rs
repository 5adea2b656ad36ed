//! Which rows under a header hold something of their own, and why others do not.

use super::super::number::{Amount, DecimalMark, read_amount};
use super::super::{Cell, Sheet};
use super::header::{Header, is_numbering};
use super::words::title_words;
use super::{DataRow, SkippedRow, Why};
use std::collections::HashSet;

/// Words with which a row of totals begins, each with what may stand behind it.
const TOTALS: &[&str] = &[
    "total",
    "totals",
    "subtotal",
    "итого",
    "всего",
    "итог",
    "барлығы",
    "жиыны",
    "жиынтығы",
    "қорытынды",
    "summe",
    "gesamt",
    "gesamtsumme",
    "insgesamt",
    "totaal",
    "totale",
    "suma",
    "razem",
    "ensemble",
    "всього",
    "усього",
    "разом",
    "kokku",
    "toplam",
    "jami",
    "totalt",
    "yhteensä",
    "celkem",
];

/// Words before those: “grand total”.
const BEFORE_TOTAL: &[&str] = &["grand", "sub", "sous", "overall", "general", "в", "и"];

/// Rows of which it is looked whether they are sums.
const MAX_SUMS: usize = 200;

/// Words with which a remark under a table begins.
const NOTES: &[&str] = &[
    "note",
    "notes",
    "source",
    "sources",
    "remark",
    "примечание",
    "примечания",
    "источник",
    "источники",
    "ескерту",
    "дереккөз",
    "nota",
    "remarque",
    "légende",
    "legend",
    "quelle",
];

/// The rows under the header, and those that are passed over.
pub(super) fn sort(sheet: &Sheet, header: &Header) -> (Vec<DataRow>, Vec<SkippedRow>) {
    let under = header.rows.end..sheet.row_count();
    let usual = usual_width(sheet, under.clone());
    let lone = |row: usize| filled(sheet, row) == 1;
    let lone_rows = under.clone().filter(|row| lone(*row)).count();
    let all = under.clone().filter(|row| filled(sheet, *row) > 0).count();
    // Where every other row has one cell, those are no headings.
    let has_headings = usual >= 3 && lone_rows * 10 < all * 4;
    let last_full = under.clone().rev().find(|row| filled(sheet, *row) > 1).unwrap_or(0);
    let (mut rows, mut skipped) = (Vec::new(), Vec::new());
    let mut section = None;
    for row in under {
        let why = if filled(sheet, row) == 0 {
            Some(Why::Blank)
        } else if is_numbering(sheet, row) && rows.is_empty() {
            Some(Why::Numbering)
        } else if !header.rows.is_empty() && repeats_header(sheet, header.main, row) {
            Some(Why::HeaderAgain)
        } else if has_headings && lone(row) {
            Some(heading_or_note(sheet, row, last_full))
        } else {
            None
        };
        if why == Some(Why::Heading) {
            section = Some(row);
        }
        match why {
            Some(why) => skipped.push(SkippedRow { at: row, why }),
            None => rows.push(DataRow { at: row, section }),
        }
    }
    take_totals_out(sheet, &mut rows, &mut skipped);
    skipped.sort_by_key(|skipped| skipped.at);
    (rows, skipped)
}

fn filled(sheet: &Sheet, row: usize) -> usize {
    sheet.row(row).iter().filter(|cell| !cell.is_empty()).count()
}

/// The median of filled cells a row.
fn usual_width(sheet: &Sheet, rows: std::ops::Range<usize>) -> usize {
    let mut widths: Vec<usize> =
        rows.map(|row| filled(sheet, row)).filter(|width| *width > 0).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or(0)
}

pub(super) fn repeats_header(sheet: &Sheet, main: usize, row: usize) -> bool {
    let pairs = sheet.row(main).iter().zip(sheet.row(row));
    let same = pairs.filter(|(title, cell)| title.text().is_some() && title == cell).count();
    same >= 2 && same * 10 >= filled(sheet, row) * 6
}

fn heading_or_note(sheet: &Sheet, row: usize, last_full: usize) -> Why {
    let text = first_text(sheet, row).unwrap_or_default();
    let begins = title_words(text).first().is_some_and(|word| NOTES.contains(&word.as_str()));
    if begins || row > last_full || text.starts_with(['*', '¹', '†']) {
        Why::Note
    } else {
        Why::Heading
    }
}

fn first_text(sheet: &Sheet, row: usize) -> Option<&str> {
    sheet.row(row).iter().find_map(Cell::text)
}

/// Totals are told by their word, and where that could be a name, by being a sum.
fn take_totals_out(sheet: &Sheet, rows: &mut Vec<DataRow>, skipped: &mut Vec<SkippedRow>) {
    let said = |row: usize| totals_word(first_text(sheet, row).unwrap_or_default());
    let (mut suspects, mut others) = (Vec::new(), Vec::new());
    for row in rows.iter().map(|row| row.at) {
        match said(row) {
            Some(said) => suspects.push((row, said)),
            None => others.push(row),
        }
    }
    // Where every other row speaks of totals, these are names.
    let may_sum_up = suspects.len() <= MAX_SUMS;
    let mut totals: HashSet<usize> = HashSet::new();
    let mut since = 0;
    for (row, said) in suspects {
        let part = others.partition_point(|other| *other < row);
        let sums = || sums_up(sheet, row, &others) || sums_up(sheet, row, &others[since..part]);
        if said == Said::Alone || (may_sum_up && sums()) {
            totals.insert(row);
        }
        since = part;
    }
    rows.retain(|row| !totals.contains(&row.at));
    skipped.extend(totals.into_iter().map(|at| SkippedRow { at, why: Why::Total }));
}

/// How a label speaks of a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// The word is all it says: “Grand total:”.
    Alone,
    /// There is more, such as a name: “Total loss claims”.
    WithMore,
}

fn totals_word(label: &str) -> Option<Said> {
    let words = title_words(label);
    let at = words.iter().take(3).position(|word| TOTALS.contains(&word.as_str()));
    if let Some(at) = at {
        let prefixed = words[..at].iter().all(|word| BEFORE_TOTAL.contains(&word.as_str()));
        let alone = prefixed
            && words[at + 1..].iter().all(|word| {
                word.chars().all(char::is_numeric)
                    || ["général", "general", "год"].contains(&word.as_str())
            });
        return Some(if alone { Said::Alone } else { Said::WithMore });
    }
    let ends = words.last().is_some_and(|word| TOTALS.contains(&word.as_str()));
    ends.then_some(Said::WithMore)
}

/// True if a number of the row is the sum of those above or below it, in one column
/// at least, of two rows at least.
fn sums_up(sheet: &Sheet, row: usize, of: &[usize]) -> bool {
    let number = |row: usize, column: usize| match sheet.cell(row, column) {
        Cell::Number(number) => Some(*number),
        Cell::Text(text) => match read_amount(text, DecimalMark::Point) {
            Amount::Number(number) => Some(number),
            _ => None,
        },
        _ => None,
    };
    (0..sheet.row(row).len()).any(|column| {
        let parts: Vec<f64> = of.iter().filter_map(|row| number(*row, column)).collect();
        let sum: f64 = parts.iter().sum();
        let total = number(row, column).unwrap_or(0.0);
        parts.len() >= 2 && total != 0.0 && (sum - total).abs() <= 1e-6 * total.abs().max(1.0)
    })
}
