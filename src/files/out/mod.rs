//! Plans for people and programs who never open ours: one file for each format, all
//! written from one [`Handout`].
//!
//! The handout's type stands here and not in `app`, which makes it, so that formats
//! know nothing of documents and snapshots, and can be tested on a handout by hand.

mod dates;
mod dot;
mod handout;
mod html;
mod lettering;
mod markdown;
mod markup;
mod mermaid;
mod milestones;
pub mod paper;
mod picture;
pub mod pictures;
mod plain;
mod project;
mod rows;
mod separated;
mod xlsx;

pub use handout::{
    AssumptionRow, Figure, FindingRow, Gauge, GraphDrawing, GraphRoute, Handout, ItemRow, LinkKind,
    LinkRow, OtherView, PhaseRow, Unlocks,
};
pub use lettering::Weight;
pub use markdown::link_words;
pub use paper::Sheet;
pub use picture::{Bar, Column, LINE as PICTURE_LINE, Lane, RoadmapPicture, roadmap_picture};
pub use plain::{inert, is_risky};
pub use rows::rows_of;
pub use xlsx::questionnaire;

use crate::texts::Texts;
use jiff::civil::Date;
use std::path::Path;

/// A format, by the ending of the file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Workbook with live formulas, `.xlsx`.
    Workbook,
    /// Table of separated values, `.csv`.
    Separated,
    /// Text with marks, `.md`.
    Markdown,
    /// Diagram as text, `.mmd`.
    Mermaid,
    /// Graph for Graphviz, `.dot`.
    Dot,
    /// Microsoft Project's XML (MSPDI), `.xml`.
    Project,
    /// Calendar, `.ics`.
    Calendar,
    /// One page that opens anywhere, `.html`.
    Page,
    /// Decision note and annex on paper, `.pdf`.
    Paper,
    /// Picture of lines, areas and text, `.svg`.
    Drawing,
    /// Picture of points of colour, `.png`.
    Image,
}

/// Which part of a handout is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Part {
    /// Everything that the format holds.
    #[default]
    All,
    /// What starts when.
    Roadmap,
    /// What depends on what.
    Graph,
    /// What is worth how much, and why.
    Ranking,
    /// How far the ranking holds under other methods and other weights.
    Robustness,
    /// The decision note alone.
    Note,
}

/// What is written, and how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choice {
    /// Which part.
    pub part: Part,
    /// Begins separated values with a byte order mark, by which Excel knows UTF-8.
    pub byte_order_mark: bool,
    /// Which paper, for what is paged.
    pub sheet: Sheet,
    /// How many points of colour an image has an inch, at most.
    pub resolution: Resolution,
    /// The day that a document bears. Nobody looks at a clock for it: without one it
    /// bears none.
    pub date: Option<Date>,
}

/// Points of colour an inch; a screen has 96, or twice as many, which is the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Resolution(pub u32);

impl Default for Resolution {
    fn default() -> Self {
        Self(192)
    }
}

/// Why nothing was written.
#[derive(Debug)]
pub enum OutError {
    /// The format has no such part; these it has.
    NoSuchPart(&'static [Part]),
    /// There is no plan, and without one there is nothing to write.
    NoPlan,
    /// Nothing says when the phases are, and the format is about dates.
    NoDates,
    /// A picture of points would be too large to be read; one of lines is not.
    TooLarge,
    /// The format's writer refused, in its own words.
    Refused(String),
}

impl Form {
    /// All formats, in the order of lists.
    pub const ALL: [Self; 11] = [
        Self::Paper,
        Self::Workbook,
        Self::Separated,
        Self::Markdown,
        Self::Mermaid,
        Self::Dot,
        Self::Project,
        Self::Calendar,
        Self::Page,
        Self::Drawing,
        Self::Image,
    ];

    /// The ending of its files, with the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Workbook => ".xlsx",
            Self::Separated => ".csv",
            Self::Markdown => ".md",
            Self::Mermaid => ".mmd",
            Self::Dot => ".dot",
            Self::Project => ".xml",
            Self::Calendar => ".ics",
            Self::Page => ".html",
            Self::Paper => ".pdf",
            Self::Drawing => ".svg",
            Self::Image => ".png",
        }
    }

    /// The format that a file's name asks for.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|form| form.ending().strip_prefix('.') == Some(&ending))
    }

    /// The parts that it can hold.
    pub fn parts(self) -> &'static [Part] {
        match self {
            Self::Workbook | Self::Separated | Self::Markdown | Self::Page => {
                &[Part::All, Part::Roadmap, Part::Graph, Part::Ranking]
            }
            Self::Mermaid => &[Part::All, Part::Roadmap, Part::Graph],
            Self::Dot => &[Part::All, Part::Graph],
            Self::Project | Self::Calendar => &[Part::All, Part::Roadmap],
            Self::Paper => &[
                Part::All,
                Part::Note,
                Part::Roadmap,
                Part::Graph,
                Part::Ranking,
                Part::Robustness,
            ],
            Self::Drawing | Self::Image => {
                &[Part::All, Part::Roadmap, Part::Graph, Part::Ranking, Part::Robustness]
            }
        }
    }

    /// True if it shows what others would choose, and the graph laid out: both take
    /// a while to find out.
    pub fn is_drawn(self) -> bool {
        matches!(self, Self::Paper | Self::Drawing | Self::Image)
    }
}

impl Part {
    /// The word for it on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Roadmap => "roadmap",
            Self::Graph => "graph",
            Self::Ranking => "ranking",
            Self::Robustness => "robustness",
            Self::Note => "note",
        }
    }

    /// True if it is this part, or everything.
    fn holds(self, part: Self) -> bool {
        self == Self::All || self == part
    }
}

/// Writes a handout. The same handout gives the same bytes.
///
/// # Errors
/// If the format does not have the part, or needs a plan or dates that there are not.
pub fn write(
    form: Form,
    choice: Choice,
    handout: &Handout<'_>,
    texts: &Texts,
) -> Result<Vec<u8>, OutError> {
    let Choice { part, byte_order_mark, sheet: _, resolution, date: _ } = choice;
    if !form.parts().contains(&part) {
        return Err(OutError::NoSuchPart(form.parts()));
    }
    let roadmap_alone = part == Part::Roadmap
        || matches!(form, Form::Project | Form::Calendar)
        || (matches!(form, Form::Mermaid | Form::Drawing | Form::Image) && part == Part::All);
    if roadmap_alone && !handout.planned {
        return Err(OutError::NoPlan);
    }
    match form {
        Form::Workbook => xlsx::workbook(handout, part, texts),
        Form::Separated => separated::separated(handout, part, byte_order_mark, texts),
        Form::Markdown => Ok(markdown::markdown(handout, part, texts).into_bytes()),
        Form::Mermaid => mermaid::mermaid(handout, part, texts).map(String::into_bytes),
        Form::Dot => Ok(dot::dot(handout, texts).into_bytes()),
        Form::Project => project::project(handout, texts),
        Form::Calendar => milestones::milestones(handout, texts).map(String::into_bytes),
        Form::Page => html::page(handout, part, texts),
        Form::Paper => paper::pdf(handout, choice, texts),
        Form::Drawing => pictures::svg(&pictures::standing(handout, part, texts)?, texts),
        Form::Image => {
            pictures::png(&pictures::standing(handout, part, texts)?, resolution.0, texts)
        }
    }
}

/// First and last day of each phase.
///
/// # Errors
/// If a phase has none.
fn dated(handout: &Handout<'_>) -> Result<Vec<(jiff::civil::Date, jiff::civil::Date)>, OutError> {
    let days: Option<Vec<_>> = handout.phases.iter().map(|phase| phase.days).collect();
    days.ok_or(OutError::NoDates)
}
