//! A picture as PNG, drawn by resvg with the bundled fonts and no others: the same
//! points of colour on every machine.

use super::svg::svg_with;
use super::{Picture, lettering};
use crate::files::out::OutError;
use crate::files::out::lettering::{FAMILY, Face};
use crate::texts::Texts;
use resvg::{tiny_skia, usvg};
use std::sync::Arc;

/// Points of colour at most, so that a picture takes no more than some 200 MB while it
/// is drawn.
const MOST: f64 = 24e6;
/// Below this resolution letters cannot be read.
const COARSEST: f64 = 72.0;

/// A picture as points of colour, row by row, four bytes each: red, green, blue, and how
/// much covers what is below, which is everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Points {
    /// Points in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// The colours.
    pub colours: Vec<u8>,
}

/// Draws a picture as [`png`] does, for a clipboard.
///
/// # Errors
/// As [`png`].
pub fn points(picture: &Picture, dots_per_inch: u32, texts: &Texts) -> Result<Points, OutError> {
    let drawn = drawn(picture, dots_per_inch, texts)?;
    let (width, height) = (drawn.width() as usize, drawn.height() as usize);
    Ok(Points { width, height, colours: drawn.take() })
}

/// Draws a picture with so many points of colour an inch; with fewer where it would be
/// too large, but never so few that it could not be read.
///
/// # Errors
/// If it is too large to be read at any size that fits.
pub fn png(picture: &Picture, dots_per_inch: u32, texts: &Texts) -> Result<Vec<u8>, OutError> {
    let drawn = drawn(picture, dots_per_inch, texts)?;
    drawn.encode_png().map_err(|error| OutError::Refused(error.to_string()))
}

/// The picture on white.
fn drawn(
    picture: &Picture,
    dots_per_inch: u32,
    texts: &Texts,
) -> Result<tiny_skia::Pixmap, OutError> {
    let refused = |error: &dyn std::fmt::Display| OutError::Refused(error.to_string());
    let area = picture.width * picture.height / (72.0 * 72.0);
    let finest = (MOST / area).sqrt();
    let asked = f64::from(dots_per_inch.max(1));
    if finest < asked && finest < COARSEST {
        return Err(OutError::TooLarge);
    }
    let scale = asked.min(finest) / 72.0;
    let letters = lettering()?;
    let text = svg_with(picture, texts, "", &|text| letters.with_boxes(text))?;
    let mut options = usvg::Options { font_family: FAMILY.to_owned(), ..usvg::Options::default() };
    let fonts = options.fontdb_mut();
    for face in Face::ALL {
        fonts.load_font_source(usvg::fontdb::Source::Binary(Arc::new(face.data())));
    }
    let tree = usvg::Tree::from_data(&text, &options).map_err(|error| refused(&error))?;
    // The file's lengths are in points; resvg counts 96 of its own an inch.
    let size = tree.size();
    let (wide, high) = (picture.width * scale, picture.height * scale);
    let mut drawn =
        tiny_skia::Pixmap::new(wide.ceil() as u32, high.ceil() as u32).ok_or(OutError::TooLarge)?;
    drawn.fill(tiny_skia::Color::WHITE);
    let (right, down) = (wide as f32 / size.width(), high as f32 / size.height());
    resvg::render(&tree, tiny_skia::Transform::from_scale(right, down), &mut drawn.as_mut());
    Ok(drawn)
}
