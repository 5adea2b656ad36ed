//! The roadmap's picture as SVG in the page.

use super::{Page, Written, element, empty, words};
use crate::files::out::picture::LINE;
use crate::files::out::{Bar, Handout, RoadmapPicture};
use crate::texts::Texts;

pub fn drawing(
    page: &mut Page,
    picture: &RoadmapPicture,
    handout: &Handout<'_>,
    texts: &Texts,
) -> Written {
    let (width, height) = (length(picture.width), length(picture.height));
    let view = format!("0 0 {width} {height}");
    let attributes = [
        ("class", "picture"),
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", view.as_str()),
        ("width", width.as_str()),
        ("height", height.as_str()),
        ("role", "img"),
        ("aria-labelledby", "picture-title picture-text"),
    ];
    element(page, "svg", &attributes, |page| {
        words(page, "title", &[("id", "picture-title")], &texts.get("roadmap-title"))?;
        words(page, "desc", &[("id", "picture-text")], &texts.get("export-picture-caption"))?;
        frame(page, picture)?;
        picture.bars.iter().try_for_each(|bar| one_bar(page, bar, handout))
    })
}

/// Phases and lanes.
fn frame(page: &mut Page, picture: &RoadmapPicture) -> Written {
    for lane in picture.lanes.iter().step_by(2) {
        let size = (picture.width, lane.height);
        rectangle(page, "band", (0.0, lane.top), size)?;
    }
    for column in &picture.columns {
        let x = length(column.left);
        let (top, bottom) = (length(0.0), length(picture.height));
        let line = [("class", "rule"), ("x1", &x), ("x2", &x), ("y1", &top), ("y2", &bottom)];
        empty(page, "line", &line)?;
        write(page, "head", column.left + 5.0, 17.0, &column.name)?;
        write(page, "days", column.left + 5.0, 34.0, &column.days)?;
    }
    for lane in &picture.lanes {
        let (left, right, y) = (length(0.0), length(picture.width), length(lane.top));
        let line = [("class", "rule"), ("x1", &left), ("x2", &right), ("y1", &y), ("y2", &y)];
        empty(page, "line", &line)?;
        for (at, line) in lane.label.iter().enumerate() {
            write(page, "lane", 5.0, lane.top + LINE * (at as f64 + 1.0), line)?;
        }
    }
    Ok(())
}

/// A bar in a picture of its own, which cuts off what a wider font would write over
/// its edge.
fn one_bar(page: &mut Page, bar: &Bar, handout: &Handout<'_>) -> Written {
    let [x, y, width, height] = [bar.left, bar.top, bar.width, bar.height].map(length);
    let place = [("x", x.as_str()), ("y", &y), ("width", &width), ("height", &height)];
    element(page, "svg", &place, |page| {
        words(page, "title", &[], &handout.items[bar.item].name)?;
        // The line of the edge lies half on either side.
        let inner = (bar.width - 1.0, bar.height - 1.0);
        rectangle(page, "bar", (0.5, 0.5), inner)?;
        if let Some(done) = bar.done {
            rectangle(page, "done", (0.5, 0.5), (inner.0 * done, inner.1))?;
        }
        let lines = bar.label.len() as f64;
        let first = (bar.height - lines * LINE) / 2.0 + LINE - 3.0;
        for (at, line) in bar.label.iter().enumerate() {
            write(page, "name", 5.0, first + LINE * at as f64, line)?;
        }
        Ok(())
    })
}

fn rectangle(page: &mut Page, class: &str, at: (f64, f64), size: (f64, f64)) -> Written {
    let [x, y, width, height] = [at.0, at.1, size.0, size.1].map(length);
    let attributes =
        [("class", class), ("x", &x), ("y", &y), ("width", &width), ("height", &height)];
    empty(page, "rect", &attributes)
}

fn write(page: &mut Page, class: &str, x: f64, y: f64, text: &str) -> Written {
    let (x, y) = (length(x), length(y));
    words(page, "text", &[("class", class), ("x", &x), ("y", &y)], text)
}

/// A length in the file: a tenth of a unit is finer than any screen.
fn length(units: f64) -> String {
    let text = format!("{units:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
