//! Pictures of a plan as lines, areas and letters: one description for SVG, PNG and the
//! pages of a PDF, so that they cannot disagree.
//!
//! Lengths are in points (1/72 inch) from the upper left corner to the right and down.
//! Pictures are for paper: dark on white, and nothing is told by colour alone.

mod embedded;
mod graph;
mod pen;
mod png;
mod ranking;
mod roadmap;
mod robustness;
mod spending;
mod svg;

pub use graph::graph_picture;
pub use png::{Points, png, points};
pub use ranking::{leaf_name, ranking_pictures};
pub use roadmap::roadmap_pictures;
pub use robustness::robustness_pictures;
pub use spending::spending_picture;
pub use svg::svg;

use super::lettering::{Lettering, Weight};
use super::{Handout, OutError, Part};
use crate::texts::Texts;

/// A colour: red, green and blue, 0..255.
pub type Shade = [u8; 3];

/// Text and the edges of what counts.
pub const INK: Shade = [0x1a, 0x20, 0x2a];
/// Text that explains other text.
pub const MUTED: Shade = [0x55, 0x5f, 0x6d];
/// Lines that only part things.
pub const RULE: Shade = [0xc4, 0xca, 0xd3];
/// Every other stripe.
pub const BAND: Shade = [0xf3, 0xf5, 0xf8];
/// Filling of what is planned.
pub const FILL: Shade = [0xdb, 0xe7, 0xf5];
/// Filling of what is done or used.
pub const DONE: Shade = [0x9f, 0xbf, 0xe3];
/// Lines and areas of what matters most.
pub const STRONG: Shade = [0x1f, 0x4e, 0x8c];
/// What is beyond a limit.
pub const OVER: Shade = [0xa8, 0x2a, 0x1e];
/// Paper.
pub const WHITE: Shade = [0xff, 0xff, 0xff];

/// Size of the letters in rows of items, and of their lines.
const SIZE: f64 = 7.5;
const LINE: f64 = 9.5;
/// Room for an item's place.
const PLACE: f64 = 26.0;
/// Share of the width that names take.
const NAMES: f64 = 0.36;
const MOST_LINES: usize = 3;

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Its colour.
    pub shade: Shade,
    /// Its width.
    pub width: f64,
    /// Length of dashes and of the gaps between them; none is a whole line.
    pub dash: Option<(f64, f64)>,
}

/// A part of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Begins at a point.
    Move(f64, f64),
    /// Straight to a point.
    Line(f64, f64),
    /// A curve with two points that steer it, to a third.
    Curve([(f64, f64); 3]),
    /// Back to where it began.
    Close,
}

/// On which side of its place a text stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Begins there.
    #[default]
    Start,
    /// Has its middle there.
    Middle,
    /// Ends there.
    End,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Where, from the left.
    pub x: f64,
    /// The letters' foot, from above.
    pub y: f64,
    /// The words.
    pub text: String,
    /// Size of the letters.
    pub size: f64,
    /// How heavy they are.
    pub weight: Weight,
    /// Which way from the place.
    pub anchor: Anchor,
    /// Colour of the letters.
    pub shade: Shade,
    /// Width of the whole.
    pub width: f64,
}

impl Label {
    /// The left edge.
    pub fn left(&self) -> f64 {
        match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - self.width / 2.0,
            Anchor::End => self.x - self.width,
        }
    }
}

/// Something in a picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A path, filled, drawn, or both.
    Path {
        /// The way.
        steps: Vec<Step>,
        /// What fills it.
        fill: Option<Shade>,
        /// The line along it.
        line: Option<Line>,
    },
    /// A line of text.
    Text(Label),
    /// Several shapes that are one thing with a name.
    Named {
        /// The whole name, also where the picture has room for a part of it only.
        name: String,
        /// What it is drawn of; nothing named again.
        shapes: Vec<Shape>,
    },
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// What it is.
    pub title: String,
    /// What can be seen, for those who cannot see it.
    pub description: String,
    /// From back to front.
    pub shapes: Vec<Shape>,
}

impl Picture {
    /// All lines of text, from back to front.
    pub fn labels(&self) -> Vec<&Label> {
        fn gather<'a>(shapes: &'a [Shape], labels: &mut Vec<&'a Label>) {
            for shape in shapes {
                match shape {
                    Shape::Text(label) => labels.push(label),
                    Shape::Named { shapes, .. } => gather(shapes, labels),
                    Shape::Path { .. } => {}
                }
            }
        }
        let mut labels = Vec::new();
        gather(&self.shapes, &mut labels);
        labels
    }
}

/// Room in which a picture is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Width; a picture may be wider where it could not be read otherwise.
    pub width: f64,
    /// Height at most; what does not fit goes into a further picture.
    pub height: f64,
}

impl Room {
    /// As wide as a slide, as high as it takes.
    pub const OWN: Self = Self { width: 1080.0, height: f64::INFINITY };
}

/// Around a picture that stands alone.
const MARGIN: f64 = 24.0;

/// The picture of a part that stands alone, with its title above it. Of everything the
/// roadmap is drawn.
///
/// # Errors
/// If there is nothing to draw it from, or the fonts cannot be read.
pub fn standing(handout: &Handout<'_>, part: Part, texts: &Texts) -> Result<Picture, OutError> {
    let letters = lettering()?;
    let inner = Room { width: Room::OWN.width - 2.0 * MARGIN, ..Room::OWN };
    let mut drawn = match part {
        Part::All | Part::Roadmap | Part::Note => roadmap_pictures(handout, inner, &letters, texts),
        Part::Ranking => ranking_pictures(handout, inner, &letters, texts),
        Part::Robustness => robustness_pictures(handout, inner, &letters, texts),
        Part::Graph => graph_picture(handout, &letters, texts).into_iter().collect(),
    };
    if drawn.is_empty() {
        return Err(OutError::NoPlan);
    }
    Ok(framed(drawn.swap_remove(0), handout, &letters))
}

/// The fonts.
///
/// # Errors
/// If they cannot be read, which they can.
pub(super) fn lettering() -> Result<Lettering, OutError> {
    Lettering::new().ok_or_else(|| OutError::Refused("fonts".to_owned()))
}

/// A picture on white, with its title above it.
fn framed(picture: Picture, handout: &Handout<'_>, letters: &Lettering) -> Picture {
    let Picture { width, height, title, description, shapes } = picture;
    let mut pen = pen::Pen::new(letters);
    let whole = width + 2.0 * MARGIN;
    let mut y = MARGIN;
    for line in letters.lines_up_to(&handout.title, Weight::Plain, 10.0, width, 2) {
        y += 10.0;
        pen.text(MARGIN, y, &line, 10.0).shade(MUTED);
        y += 3.0;
    }
    y += 15.0;
    pen.text(MARGIN, y, &title, 17.0).weight(Weight::Strong);
    y += 16.0;
    let top = y;
    let total = top + height + MARGIN;
    let mut all = Vec::with_capacity(shapes.len() + 4);
    all.push(pen::rectangle((0.0, 0.0), (whole, total), Some(WHITE), None));
    all.extend(pen.shapes());
    all.extend(shapes.into_iter().map(|shape| moved(shape, MARGIN, top)));
    let title = format!("{title} – {}", super::lettering::clean(&handout.title));
    Picture { width: whole, height: total, title, description, shapes: all }
}

/// A shape further to the right and down.
pub(super) fn moved(shape: Shape, right: f64, down: f64) -> Shape {
    let at = |(x, y): (f64, f64)| (x + right, y + down);
    match shape {
        Shape::Path { steps, fill, line } => {
            let step = |step: Step| match step {
                Step::Move(x, y) => Step::Move(x + right, y + down),
                Step::Line(x, y) => Step::Line(x + right, y + down),
                Step::Curve(points) => Step::Curve(points.map(at)),
                Step::Close => Step::Close,
            };
            Shape::Path { steps: steps.into_iter().map(step).collect(), fill, line }
        }
        Shape::Text(label) => Shape::Text(Label { x: label.x + right, y: label.y + down, ..label }),
        Shape::Named { name, shapes } => {
            let shapes = shapes.into_iter().map(|shape| moved(shape, right, down)).collect();
            Shape::Named { name, shapes }
        }
    }
}
