//! Tables as text: CSV, TSV and their kin.

use super::cell::{Cell, address};
use super::encoding::decode;
use super::number::DecimalMark;
use super::sheet::Sheet;
use super::{Limits, broken};
use crate::model::Problem;
use std::io::Read as _;

/// What may stand between cells.
const SEPARATORS: [u8; 4] = *b",;\t|";

/// Lines from which the separator is guessed.
const SAMPLE_LINES: usize = 60;

/// Reads a table from text. Its rows are those that a spreadsheet would show, blank
/// lines too.
///
/// # Errors
/// If it is no text, no table, or too large; says why.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet, Problem> {
    let text = decode(bytes)?;
    let (told, text) = told_separator(&text);
    let separator = told.unwrap_or_else(|| guess_separator(text));
    let mut rows = Vec::new();
    let mut cells = 0;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        // The last line may lack its end, by which lines are counted.
        .from_reader(text.as_bytes().chain(&b"\n"[..]));
    let mut record = csv::StringRecord::new();
    loop {
        let before = reader.position().line();
        if !reader.read_record(&mut record).map_err(|_| broken("table-broken"))? {
            break;
        }
        // The reader passes over blank lines; a spreadsheet shows them.
        let breaks: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        let lines = usize::try_from(reader.position().line() - before).unwrap_or(0);
        let blank = lines.saturating_sub(breaks + 1);
        rows.resize_with(rows.len() + blank.min(limits.rows), Vec::new);
        cells += record.len();
        limits.check_size(rows.len(), record.len(), cells)?;
        rows.push(cells_of(&record, rows.len(), limits)?);
    }
    let hint = (separator == b';').then_some(DecimalMark::Comma);
    Ok(Sheet::new(String::new(), rows, Vec::new(), hint))
}

fn cells_of(record: &csv::StringRecord, row: usize, limits: &Limits) -> Result<Vec<Cell>, Problem> {
    let mut cells = Vec::with_capacity(record.len());
    for (column, field) in record.iter().enumerate() {
        // A quotation mark that is never closed swallows the rest of the file.
        if field.len() > limits.letters {
            let problem = broken("table-cell-too-long").with("cell", address(row, column));
            return Err(problem.with("limit", limits.letters));
        }
        cells.push(Cell::words(&unescaped(field)));
    }
    Ok(cells)
}

/// A text that was kept from being a formula is the text; so is one that a
/// spreadsheet was told to take as text: `="007"`.
fn unescaped(field: &str) -> std::borrow::Cow<'_, str> {
    let quoted = field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    match quoted {
        Some(inner) if !inner.contains('"') => inner.into(),
        _ => field.into(),
    }
}

/// `sep=;` in the first line tells spreadsheets what stands between cells.
fn told_separator(text: &str) -> (Option<u8>, &str) {
    let Some(rest) = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP=")) else {
        return (None, text);
    };
    let (line, rest) = rest.split_once('\n').unwrap_or((rest, ""));
    match line.trim_end_matches('\r').as_bytes() {
        [separator] if separator.is_ascii() => (Some(*separator), rest),
        _ => (None, text),
    }
}

/// The separator by which the first lines fall into the same number of cells.
fn guess_separator(text: &str) -> u8 {
    let score = |separator: u8| {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let widths: Vec<usize> = reader
            .byte_records()
            .take(SAMPLE_LINES)
            .filter_map(Result::ok)
            .map(|record| record.len())
            .collect();
        let usual = most_usual(&widths);
        let alike = widths.iter().filter(|width| **width == usual).count();
        if usual < 2 {
            0.0
        } else {
            alike as f64 / widths.len() as f64 + usual.min(40) as f64 / 400.0
        }
    };
    let mut best = (b',', 0.0);
    for separator in SEPARATORS {
        let found = score(separator);
        if found > best.1 {
            best = (separator, found);
        }
    }
    best.0
}

/// The width above 1 that most rows have; titles above a table have one cell.
fn most_usual(widths: &[usize]) -> usize {
    let count = |width: usize| widths.iter().filter(|other| **other == width).count();
    let wide = widths.iter().copied().filter(|width| *width > 1);
    wide.max_by_key(|width| (count(*width), *width)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let sheet = read(text.as_bytes(), &Limits::default()).unwrap();
        let shown = |row| sheet.row(row).iter().map(|cell| cell.shown().into_owned()).collect();
        (0..sheet.row_count()).map(shown).collect()
    }

    #[test]
    fn separators_are_guessed() {
        for separator in [",", ";", "\t", "|"] {
            let text = "name,cost\nA,1\nB,2\n".replace(',', separator);
            assert_eq!(rows(&text), [["name", "cost"], ["A", "1"], ["B", "2"]], "{separator}");
        }
        // Decimal commas do not make a comma the separator.
        let text = "Nom;Coût;Délai\nA;1,5;2,5\nB;2,25;3,5\n";
        assert_eq!(rows(text)[1], ["A", "1,5", "2,5"]);
        // Nor do commas in sentences.
        let text = "name\tnote\nA\tone, two, three\nB\tfour, five\n";
        assert_eq!(rows(text)[2], ["B", "four, five"]);
        assert_eq!(rows("sep=;\r\na;b\r\n1,5;2\r\n"), [["a", "b"], ["1,5", "2"]]);
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_does() {
        let text = "Title\n\nname,note\n\"A\",\"two\nlines\"\n\n\nB,b";
        let found = rows(text);
        assert_eq!(found.len(), 7);
        assert_eq!(found[3], ["A", "two\nlines"]);
        assert_eq!(found[6], ["B", "b"]);
        assert!(found[1].is_empty() && found[5].is_empty());
        assert_eq!(rows("a,b\r\n\r\n1,2\r\n").len(), 3);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_told() {
        let text = format!("name,cost\n\"A,1\n{}", "B,2\n".repeat(50_000));
        let problem = read(text.as_bytes(), &Limits::default()).unwrap_err();
        assert_eq!(problem.code, "table-cell-too-long");
        assert_eq!(problem.args[0], ("cell", "A2".to_owned()));
    }

    #[test]
    fn texts_that_look_like_formulas_are_texts() {
        assert_eq!(rows("a,b\n=1+1,\"=\"\"007\"\"\"\n")[1], ["=1+1", "007"]);
    }
}
