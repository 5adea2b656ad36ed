//! A picture as SVG: text stays text, to be searched, copied and read aloud.
//!
//! The fonts' letters that it uses are in the file, for browsers; for programs that do not
//! look there, usual fonts of like width are named too, and each text says how wide it
//! is (`textLength`), so that it fits its place in any font. Outlines in the place of
//! letters would look the same everywhere, but nobody could search or copy them.

use super::embedded::font_faces;
use super::{Anchor, Label, Line, Picture, Shade, Shape, Step, lettering};
use crate::files::out::OutError;
use crate::files::out::lettering::{FAMILY, SIGNS_FAMILY, Weight, clean};
use crate::files::out::markup::{Page, Written, element, words};
use crate::texts::Texts;
use quick_xml::Writer;

/// Writes a picture.
///
/// # Errors
/// If the writer refuses, which it has no reason to.
pub fn svg(picture: &Picture, texts: &Texts) -> Result<Vec<u8>, OutError> {
    let style = font_faces(picture, &lettering()?);
    svg_with(picture, texts, &style, &|text| text.to_owned())
}

/// Writes a picture, with its fonts as style rules and its texts as somebody wants them.
pub(super) fn svg_with(
    picture: &Picture,
    texts: &Texts,
    style: &str,
    shown: &dyn Fn(&str) -> String,
) -> Result<Vec<u8>, OutError> {
    let mut page = Writer::new(Vec::new());
    document(&mut page, picture, texts, style, shown)
        .map_err(|error| OutError::Refused(error.to_string()))?;
    let mut bytes = page.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn document(
    page: &mut Page,
    picture: &Picture,
    texts: &Texts,
    style: &str,
    shown: &dyn Fn(&str) -> String,
) -> Written {
    let (width, height) = (length(picture.width), length(picture.height));
    let view = format!("0 0 {width} {height}");
    let (points_wide, points_high) = (format!("{width}pt"), format!("{height}pt"));
    let fonts =
        format!("'{FAMILY}', Inter, 'Noto Sans', Arial, Helvetica, '{SIGNS_FAMILY}', sans-serif");
    let attributes = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", view.as_str()),
        ("width", points_wide.as_str()),
        ("height", points_high.as_str()),
        ("lang", texts.language()),
        ("role", "img"),
        ("aria-labelledby", "title description"),
        ("font-family", fonts.as_str()),
        ("fill", "none"),
    ];
    element(page, "svg", &attributes, |page| {
        words(page, "title", &[("id", "title")], &picture.title)?;
        words(page, "desc", &[("id", "description")], &picture.description)?;
        if !style.is_empty() {
            words(page, "style", &[], style)?;
        }
        picture.shapes.iter().try_for_each(|shape| one(page, shape, shown))
    })
}

fn one(page: &mut Page, shape: &Shape, shown: &dyn Fn(&str) -> String) -> Written {
    match shape {
        Shape::Path { steps, fill, line } => path(page, steps, *fill, *line),
        Shape::Text(label) => text(page, label, shown),
        Shape::Named { name, shapes } => element(page, "g", &[], |page| {
            words(page, "title", &[], name)?;
            shapes.iter().try_for_each(|shape| one(page, shape, shown))
        }),
    }
}

fn path(page: &mut Page, steps: &[Step], fill: Option<Shade>, line: Option<Line>) -> Written {
    let way = way(steps);
    let mut attributes = vec![("d", way)];
    attributes.extend(fill.map(|shade| ("fill", colour(shade))));
    if let Some(Line { shade, width, dash }) = line {
        attributes.push(("stroke", colour(shade)));
        attributes.push(("stroke-width", length(width)));
        if let Some((dash, gap)) = dash {
            attributes.push(("stroke-dasharray", format!("{} {}", length(dash), length(gap))));
        }
    }
    let attributes = attributes.iter().map(|(name, value)| (*name, value.as_str()));
    page.create_element("path").with_attributes(attributes).write_empty()?;
    Ok(())
}

fn way(steps: &[Step]) -> String {
    let at = |(x, y): (f64, f64)| format!("{} {}", length(x), length(y));
    let step = |step: &Step| match *step {
        Step::Move(x, y) => format!("M{}", at((x, y))),
        Step::Line(x, y) => format!("L{}", at((x, y))),
        Step::Curve([a, b, c]) => format!("C{} {} {}", at(a), at(b), at(c)),
        Step::Close => "Z".to_owned(),
    };
    steps.iter().map(step).collect()
}

fn text(page: &mut Page, label: &Label, shown: &dyn Fn(&str) -> String) -> Written {
    let written = shown(&clean(&label.text));
    if written.trim().is_empty() {
        return Ok(());
    }
    let mut attributes = vec![
        ("x", length(label.x)),
        ("y", length(label.y)),
        ("font-size", length(label.size)),
        ("fill", colour(label.shade)),
        ("textLength", length(label.width)),
        ("lengthAdjust", "spacingAndGlyphs".to_owned()),
    ];
    if label.weight == Weight::Strong {
        attributes.push(("font-weight", "600".to_owned()));
    }
    match label.anchor {
        Anchor::Start => {}
        Anchor::Middle => attributes.push(("text-anchor", "middle".to_owned())),
        Anchor::End => attributes.push(("text-anchor", "end".to_owned())),
    }
    let attributes: Vec<(&str, &str)> =
        attributes.iter().map(|(name, value)| (*name, value.as_str())).collect();
    words(page, "text", &attributes, &written)
}

fn colour([red, green, blue]: Shade) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A length in the file: a hundredth of a point is finer than any printer.
fn length(points: f64) -> String {
    let text = format!("{points:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
