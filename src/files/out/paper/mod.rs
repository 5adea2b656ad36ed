//! A plan on paper: the decision note of two pages and its annex, as PDF.
//!
//! First everything gets its place on pages (`flow`, `table`), then the pages are
//! written by krilla (`write`): so what is where can be checked without reading a PDF.
//! What a page says and in which order for readers who hear it are one structure.

mod annex;
mod criteria;
mod flow;
mod note;
mod scores;
mod table;
mod write;

use super::lettering::Lettering;
use super::pictures::{self, Shape};
use super::{Choice, Handout, OutError, Part};
use crate::texts::Texts;
use jiff::civil::Date;

/// A sheet of paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Sheet {
    /// All sheets, in the order of choices.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The word for it on the command line and on screen.
    pub fn word(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// Width and height upright, in points.
    pub fn size(self) -> (f64, f64) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }

    /// Width and height lying of the sheet and of those of its series that are twice,
    /// four times, … as large.
    fn lying(self) -> Vec<(f64, f64)> {
        let (mut width, mut height) = self.size();
        let mut sizes = Vec::new();
        for _ in 0..5 {
            sizes.push((height, width));
            (width, height) = (height, 2.0 * width);
        }
        sizes
    }
}

/// What a part of a document is for readers who hear it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Several parts that belong together.
    Section,
    /// A heading and its level, from 1.
    Heading(u16),
    /// A paragraph.
    Paragraph,
    /// A list, of [`Kind::Entry`].
    List,
    /// An entry of a list, of one [`Kind::Body`].
    Entry,
    /// What an entry says.
    Body,
    /// A table, of [`Kind::Head`] and [`Kind::Rows`].
    Table,
    /// The row of heads.
    Head,
    /// The other rows.
    Rows,
    /// A row of a table.
    Row,
    /// A cell that names its column.
    ColumnHead,
    /// A cell that names its row.
    RowHead,
    /// A cell that names the rows below it; it is as wide as so many columns.
    GroupHead(u32),
    /// A cell.
    Cell,
    /// What stands on which page, of [`Kind::ContentsEntry`].
    Contents,
    /// A heading and its page.
    ContentsEntry,
    /// A picture with what can be seen in it.
    Picture(String),
}

/// A part of the document's structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub kind: Kind,
    /// Its parts, by position in [`Paper::elements`].
    pub children: Vec<usize>,
}

/// Something that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Whose content it is; none is decoration that nobody needs to hear of.
    pub element: Option<usize>,
    /// What is drawn, in points from the page's upper left corner; nothing named.
    pub shape: Shape,
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// From back to front.
    pub marks: Vec<Mark>,
}

/// An entry of the list of contents that readers show beside the pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// Its level, from 1.
    pub level: u16,
    /// Its words.
    pub words: String,
    /// The page, from 0.
    pub page: usize,
    /// Where on the page, from above.
    pub y: f64,
}

/// A whole document, everything in its place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// The code of its language.
    pub language: &'static str,
    /// The day it bears; without one it bears none.
    pub date: Option<Date>,
    /// Its pages.
    pub pages: Vec<Page>,
    /// Its structure: the first is the whole.
    pub elements: Vec<Element>,
    /// Its bookmarks, in the order of the pages.
    pub bookmarks: Vec<Bookmark>,
}

/// From the sheet's edge to what stands on it.
pub const MARGIN: f64 = 48.0;

/// Lays out a document: all is the decision note and the annex.
///
/// # Errors
/// If the fonts cannot be read.
pub fn lay_out(handout: &Handout<'_>, choice: Choice, texts: &Texts) -> Result<Paper, OutError> {
    let letters = pictures::lettering()?;
    Ok(laid_out(handout, choice, &letters, texts))
}

fn laid_out(handout: &Handout<'_>, choice: Choice, letters: &Lettering, texts: &Texts) -> Paper {
    let mut flow = flow::Flow::new(handout, choice, letters, texts);
    match choice.part {
        Part::All => {
            note::note(&mut flow, handout);
            annex::annex(&mut flow, handout);
        }
        Part::Note => note::note(&mut flow, handout),
        part => annex::part(&mut flow, handout, part),
    }
    flow.finish()
}

/// Writes a document as PDF: tagged, with bookmarks, valid as PDF/UA-1, and with a date
/// as PDF/A-2a too.
///
/// # Errors
/// If the fonts cannot be read, or the writer finds the document invalid.
pub fn pdf(handout: &Handout<'_>, choice: Choice, texts: &Texts) -> Result<Vec<u8>, OutError> {
    let letters = pictures::lettering()?;
    write::write(&laid_out(handout, choice, &letters, texts), &letters)
}
