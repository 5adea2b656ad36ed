//! The first sheet: what to do, until when, and whom to send it back to.

use crate::files::out::xlsx::Written;
use crate::files::out::xlsx::page::Page;

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
    page.title(&about.title, "")?;
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
