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
mod ranking;
mod roadmap;
mod scales;
mod scores;
mod styles;
mod tables;
mod unlocks;
mod weights;

use super::plain::one_line;
use super::{Handout, OutError, Part, Unlocks};
use crate::texts::Texts;
use layout::Layout;
use page::Page;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use styles::Styles;

type Written = Result<(), XlsxError>;

/// # Errors
/// If there is more than a sheet can hold: a million rows or 16,384 columns.
pub fn workbook(handout: &Handout<'_>, part: Part, texts: &Texts) -> Result<Vec<u8>, OutError> {
    let mut book = Workbook::new();
    fill(&mut book, handout, part, texts)
        .and_then(|()| book.save_to_buffer())
        .map_err(|error| OutError::Refused(error.to_string()))
}

fn fill(book: &mut Workbook, handout: &Handout<'_>, part: Part, texts: &Texts) -> Written {
    book.set_properties(&properties(handout)?);
    let styles = Styles::new(handout, texts);
    let layout = Layout::new(handout, part, texts);
    let mut sheets = Sheets { book, styles, texts };
    let everything = part == Part::All;
    about::write(&mut sheets.page("export-sheet-about", &[110.0])?, handout, part, texts)?;
    if part.holds(Part::Roadmap) && handout.planned {
        let widths = roadmap::widths(handout);
        roadmap::write(
            &mut sheets.page("export-sheet-roadmap", &widths)?,
            handout,
            &layout,
            texts,
        )?;
        let widths = [44.0, 12.0, 16.0, 16.0, 16.0, 10.0, 18.0];
        tables::gauges(&mut sheets.page("export-sheet-gauges", &widths)?, handout, texts)?;
    }
    if part.holds(Part::Ranking) {
        let widths = ranking::widths(&layout);
        ranking::write(&mut sheets.page("ranking-title", &widths)?, handout, &layout, texts)?;
        let widths = scores::widths(&layout);
        scores::write(&mut sheets.page("export-sheet-scores", &widths)?, handout, &layout, texts)?;
        let widths = weights::widths(handout);
        weights::write(&mut sheets.page("weights-title", &widths)?, handout, &layout, texts)?;
        let widths = scales::WIDTHS;
        scales::write(&mut sheets.page("export-sheet-scales", &widths)?, &layout, texts)?;
        if let Unlocks::Pairs(pairs) = &handout.unlocks {
            let widths = unlocks::WIDTHS;
            let page = &mut sheets.page("export-sheet-unlocks", &widths)?;
            unlocks::write(page, handout, pairs, &layout, texts)?;
        }
    }
    if part.holds(Part::Graph) {
        let widths = [36.0, 36.0, 26.0, 8.0, 16.0, 12.0, 12.0, 12.0, 50.0, 14.0, 22.0];
        tables::links(&mut sheets.page("export-sheet-links", &widths)?, handout, texts)?;
    }
    if everything {
        let widths = [40.0, 40.0, 18.0, 14.0, 14.0, 14.0, 24.0, 60.0];
        tables::assumptions(
            &mut sheets.page("export-sheet-assumptions", &widths)?,
            handout,
            texts,
        )?;
    }
    if everything && !handout.findings.is_empty() {
        let widths = [14.0, 40.0, 70.0, 70.0];
        tables::findings(&mut sheets.page("export-sheet-findings", &widths)?, handout, texts)?;
    }
    Ok(())
}

/// Adds sheets to the book.
struct Sheets<'w> {
    book: &'w mut Workbook,
    styles: Styles,
    texts: &'w Texts,
}

impl Sheets<'_> {
    /// A sheet of a name, with widths of its columns.
    fn page(&mut self, key: &str, widths: &[f64]) -> Result<Page<'_>, XlsxError> {
        let sheet = self.book.add_worksheet();
        Page::begin(sheet, &self.texts.get(key), widths, self.styles.clone(), self.texts)
    }
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
