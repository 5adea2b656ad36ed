//! The workbook for the budget office: roadmap, ranking, scores with sources and live
//! formulas, weights, scales, gauges, dependencies, assumptions.
//!
//! Every value is made in the sheets as in the program: a score becomes a value by its
//! scale ([`scales`]), swings become weights down the tree ([`weights`]), their product
//! is points, points add up to the item's value ([`scores`]), and the ranking orders
//! itself by it ([`ranking`]). Beside each formula stands what the program found, for
//! viewers that do not calculate.

mod about;
mod layout;
mod page;
pub mod questionnaire;
mod ranking;
mod roadmap;
mod scales;
mod scores;
mod sources;
mod styles;
mod tables;
mod unlocks;
mod weights;

use super::plain::one_line;
use super::{Handout, OutError, Part, Unlocks};
use crate::texts::Texts;
use layout::Layout;
use page::Page;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};
use styles::Styles;

type Written = Result<(), XlsxError>;

/// # Errors
/// If there is more than a sheet can hold: a million rows or 16,384 columns.
pub fn workbook(handout: &Handout<'_>, part: Part, texts: &Texts) -> Result<Vec<u8>, OutError> {
    let layout = Layout::new(handout, part, texts);
    let write = |by_rows: bool| {
        let mut book = Workbook::new();
        fill(&mut book, handout, part, &layout, by_rows, texts)
            .and_then(|()| book.save_to_buffer())
            .map_err(|error| OutError::Refused(error.to_string()))
    };
    if layout.detailed {
        return write(false);
    }
    // The writer panics where the disk for passing files is full; then there is memory.
    match catch_unwind(AssertUnwindSafe(|| write(true))) {
        Ok(Ok(bytes)) => Ok(bytes),
        _ => write(false),
    }
}

fn fill(
    book: &mut Workbook,
    handout: &Handout<'_>,
    part: Part,
    layout: &Layout<'_>,
    by_rows: bool,
    texts: &Texts,
) -> Written {
    book.set_properties(&properties(handout)?);
    let styles = Styles::new(texts);
    // Half as small again takes twice as long.
    book.set_zip_compression_level(if layout.detailed { 2 } else { 1 });
    let (h, t) = (handout, texts);
    let mut sheets =
        vec![sheet("export-sheet-about", vec![110.0], |p| about::write(p, h, part, t))];
    if part.holds(Part::Roadmap) && handout.planned {
        let widths = roadmap::widths(handout);
        sheets.push(sheet("export-sheet-roadmap", widths, |p| roadmap::write(p, h, layout, t)));
        let widths = vec![44.0, 12.0, 16.0, 16.0, 16.0, 10.0, 18.0];
        sheets.push(sheet("export-sheet-gauges", widths, |p| tables::gauges(p, h, t)));
    }
    if part.holds(Part::Ranking) {
        let widths = ranking::widths(layout);
        sheets.push(sheet("ranking-title", widths, |p| ranking::write(p, h, layout, t)));
        let widths = scores::widths(layout);
        sheets.push(sheet("export-sheet-scores", widths, |p| scores::write(p, h, layout, t)));
        let widths = weights::widths(handout);
        sheets.push(sheet("weights-title", widths, |p| weights::write(p, h, layout, t)));
        let widths = scales::WIDTHS.to_vec();
        sheets.push(sheet("export-sheet-scales", widths, |p| scales::write(p, layout, t)));
        if let Unlocks::Pairs(pairs) = &handout.unlocks {
            let widths = unlocks::WIDTHS.to_vec();
            let fill = |p: &mut Page<'_>| unlocks::write(p, h, pairs, layout, t);
            sheets.push(sheet("export-sheet-unlocks", widths, fill));
        }
    }
    if part.holds(Part::Graph) {
        let widths = vec![36.0, 36.0, 26.0, 8.0, 16.0, 12.0, 12.0, 12.0, 50.0, 14.0, 22.0];
        sheets.push(sheet("export-sheet-links", widths, |p| tables::links(p, h, t)));
    }
    if part == Part::All {
        let widths = vec![40.0, 40.0, 18.0, 14.0, 14.0, 14.0, 24.0, 60.0];
        sheets.push(sheet("export-sheet-assumptions", widths, |p| tables::assumptions(p, h, t)));
    }
    if part == Part::All && !handout.findings.is_empty() {
        let widths = vec![14.0, 40.0, 70.0, 70.0];
        sheets.push(sheet("export-sheet-findings", widths, |p| tables::findings(p, h, t)));
    }
    let empty = empty(book, &sheets, by_rows, &styles);
    for sheet in made(&sheets, empty, &styles, texts) {
        book.push_worksheet(sheet?);
    }
    Ok(())
}

/// A sheet to be made.
struct Sheet<'a> {
    key: &'static str,
    widths: Vec<f64>,
    fill: Box<dyn Fn(&mut Page<'_>) -> Written + Send + Sync + 'a>,
}

/// Sheets whose rows are written from the top down, one for each item or more.
const LONG: [&str; 6] = [
    "export-sheet-roadmap",
    "ranking-title",
    "export-sheet-scores",
    "export-sheet-unlocks",
    "export-sheet-links",
    "export-sheet-assumptions",
];

/// Empty sheets. Of many items the long ones go to a file of the system's for what is
/// passing, row by row: in memory they would be several times as large as the workbook.
fn empty(
    book: &mut Workbook,
    sheets: &[Sheet<'_>],
    by_rows: bool,
    styles: &Styles,
) -> Vec<Worksheet> {
    if !by_rows {
        return sheets.iter().map(|_| Worksheet::new()).collect();
    }
    // Such sheets number the styles as they meet them, each in a thread of its own: the
    // same plan is the same file if they are met here first.
    let first = book.new_worksheet_with_constant_memory().and_then(|mut first| {
        for (column, style) in (0..).zip(styles.all()) {
            first.write_blank(0, column, style)?;
        }
        Ok(())
    });
    let mut sheet = |key: &str| match first.is_ok() && LONG.contains(&key) {
        // Where no such file can be had, there is memory.
        true => book.new_worksheet_with_constant_memory().unwrap_or_else(|_| Worksheet::new()),
        false => Worksheet::new(),
    };
    sheets.iter().map(|of| sheet(of.key)).collect()
}

fn sheet<'a>(
    key: &'static str,
    widths: Vec<f64>,
    fill: impl Fn(&mut Page<'_>) -> Written + Send + Sync + 'a,
) -> Sheet<'a> {
    Sheet { key, widths, fill: Box::new(fill) }
}

/// Makes sheets beside each other, as none knows of another, the longest first; in their
/// order.
fn made(
    sheets: &[Sheet<'_>],
    empty: Vec<Worksheet>,
    styles: &Styles,
    texts: &Texts,
) -> Vec<Result<Worksheet, XlsxError>> {
    let make = |sheet: &Sheet<'_>, mut own: Worksheet| -> Result<Worksheet, XlsxError> {
        let name = texts.get(sheet.key);
        let mut page = Page::begin(&mut own, &name, &sheet.widths, styles.clone(), texts)?;
        (sheet.fill)(&mut page)?;
        Ok(own)
    };
    let mut waiting: Vec<(usize, &Sheet<'_>, Worksheet)> = sheets
        .iter()
        .zip(empty)
        .enumerate()
        .map(|(at, (sheet, empty))| (at, sheet, empty))
        .collect();
    waiting.sort_by_key(|(_, sheet, _)| sheet.key == "export-sheet-scores");
    let waiting = Mutex::new(waiting);
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let work = || {
        let mut done = Vec::new();
        while let Some((at, sheet, empty)) = next() {
            done.push((at, make(sheet, empty)));
        }
        done
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    let mut all = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        for other in others {
            // A thread that died has taken its sheet along: nothing half is written.
            all.extend(other.join().unwrap_or_default());
        }
        all
    });
    all.sort_by_key(|(at, _)| *at);
    if all.len() < sheets.len() {
        return vec![Err(XlsxError::ParameterError("a sheet could not be made".to_owned()))];
    }
    all.into_iter().map(|(_, sheet)| sheet).collect()
}

/// The title and what made it; the date is the plan's first day, so that the same plan
/// is the same file.
fn properties(handout: &Handout<'_>) -> Result<DocProperties, XlsxError> {
    let first = handout.phases.first().and_then(|phase| phase.days).map(|days| days.0);
    let day = match first {
        Some(day) => page::excel_date(day)?,
        None => ExcelDateTime::from_ymd(2000, 1, 1)?,
    };
    Ok(DocProperties::new()
        .set_title(one_line(&handout.title))
        .set_subject(handout.proof.first().map_or("", String::as_str))
        .set_author("Phasewise")
        .set_creation_datetime(&day))
}
