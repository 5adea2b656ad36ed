//! The first sheet: what to do, until when, and whom to send it back to.

use crate::files::out::xlsx::Written;
use crate::files::out::xlsx::page::{Page, fitting};

/// Letters of the title that fit on a line.
const TITLE_LETTERS: usize = 48;

/// Width of the sheet: what fits across an upright page in any program's letters.
pub const WIDTH: f64 = 76.0;

/// The first sheet.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// Its name.
    pub sheet: String,
    /// Its title.
    pub title: String,
    /// What it says.
    pub lines: Vec<Line>,
}

/// A line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The head of what follows.
    Head(String),
    /// A paragraph.
    Text(String),
}

pub fn write(page: &mut Page<'_>, about: &About) -> Written {
    page.sheet.set_portrait();
    let title = page.styles.title.clone().set_text_wrap();
    page.sheet.write_string_with_format(0, 0, fitting(&about.title), &title)?;
    let lines = about.title.chars().count() / TITLE_LETTERS + 1;
    page.sheet.set_row_height(0, 22.0 * lines.min(5) as f64)?;
    let mut row = 2;
    for line in &about.lines {
        match line {
            Line::Head(words) => {
                row += 1;
                let style = page.styles.bold.clone();
                page.sheet.write_string_with_format(row, 0, words, &style)?;
            }
            Line::Text(words) => page.wrapped(row, 0, words)?,
        }
        row += 1;
    }
    page.sheet.protect();
    Ok(())
}
