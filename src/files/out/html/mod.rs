//! One page that opens anywhere, without network: the plan in words, the roadmap as a
//! picture and as tables, the ranking, the gauges, the dependencies.
//!
//! Written as XML, which HTML readers take too: so everything is escaped by the
//! writer. Nothing is said by colour alone, and the picture's tables follow it.

mod drawing;
mod tables;

use super::markup::{Page, Written, element, words};
use super::{Handout, OutError, Part, roadmap_picture};
use crate::texts::{Arg, Texts};
use quick_xml::Writer;
use quick_xml::events::{BytesText, Event};

/// What screens and printers need. No character of it is escaped in XML.
const STYLE: &str = include_str!("style.css");
/// Forbids everything that would be fetched, should anybody paste such a thing in.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";
/// Width of the roadmap's picture.
const WIDTH: f64 = 1200.0;

/// # Errors
/// If the writer refuses, which it has no reason to.
pub fn page(handout: &Handout<'_>, part: Part, texts: &Texts) -> Result<Vec<u8>, OutError> {
    let mut page = Writer::new(Vec::new());
    document(&mut page, handout, part, texts)
        .map_err(|error| OutError::Refused(error.to_string()))?;
    Ok(page.into_inner())
}

fn document(page: &mut Page, handout: &Handout<'_>, part: Part, texts: &Texts) -> Written {
    page.write_event(Event::DocType(BytesText::from_escaped("html")))?;
    element(page, "html", &[("lang", texts.language())], |page| {
        element(page, "head", &[], |page| {
            empty(page, "meta", &[("charset", "utf-8")])?;
            empty(page, "meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)])?;
            let wide = [("name", "viewport"), ("content", "width=device-width, initial-scale=1")];
            empty(page, "meta", &wide)?;
            empty(page, "meta", &[("name", "generator"), ("content", "Phasewise")])?;
            words(page, "title", &[], &handout.title)?;
            words(page, "style", &[], STYLE)
        })?;
        element(page, "body", &[], |page| {
            element(page, "header", &[], |page| summary(page, handout, texts))?;
            element(page, "main", &[], |page| {
                if part.holds(Part::Roadmap) && handout.planned {
                    roadmap(page, handout, texts)?;
                }
                if part.holds(Part::Ranking) {
                    section(page, "ranking", &texts.get("ranking-title"), |page| {
                        tables::ranking(page, handout, texts)
                    })?;
                }
                if part.holds(Part::Graph) && !handout.links.is_empty() {
                    section(page, "links", &texts.get("export-sheet-links"), |page| {
                        tables::links(page, handout, texts)
                    })?;
                }
                if part == Part::All {
                    section(page, "assumptions", &texts.get("export-sheet-assumptions"), |page| {
                        tables::assumptions(page, handout, texts)
                    })?;
                }
                if part == Part::All && !handout.findings.is_empty() {
                    section(page, "findings", &texts.get("export-sheet-findings"), |page| {
                        tables::findings(page, handout, texts)
                    })?;
                }
                Ok(())
            })
        })
    })
}

fn summary(page: &mut Page, handout: &Handout<'_>, texts: &Texts) -> Written {
    words(page, "h1", &[], &handout.title)?;
    let description = handout.scenario.description.get(texts.language());
    if !description.is_empty() {
        words(page, "p", &[], description)?;
    }
    if handout.planned {
        words(page, "p", &[("class", "proof")], &handout.proof.join(" "))?;
        let planned = handout.items.iter().filter(|item| item.start.is_some()).count();
        let args = [
            ("planned", Arg::from(planned as f64)),
            ("items", Arg::from(handout.items.len() as f64)),
        ];
        words(page, "p", &[], &texts.with("export-planned-of", &args))?;
    } else if let Some((first, rest)) = handout.proof.split_first() {
        words(page, "p", &[("class", "proof")], first)?;
        if !rest.is_empty() {
            element(page, "ul", &[], |page| {
                rest.iter().try_for_each(|line| words(page, "li", &[], line))
            })?;
        }
    }
    words(page, "p", &[], &handout.weighing)
}

fn roadmap(page: &mut Page, handout: &Handout<'_>, texts: &Texts) -> Written {
    section(page, "roadmap", &texts.get("roadmap-title"), |page| {
        if let Some(picture) = roadmap_picture(handout, WIDTH, texts) {
            element(page, "figure", &[], |page| {
                drawing::drawing(page, &picture, handout, texts)?;
                words(page, "figcaption", &[], &texts.get("export-picture-caption"))
            })?;
        }
        for number in (1..).take(handout.phases.len()) {
            tables::phase(page, handout, number, texts)?;
        }
        tables::left_out(page, handout, texts)
    })?;
    section(page, "gauges", &texts.get("export-sheet-gauges"), |page| {
        tables::gauges(page, handout, texts)
    })
}

fn section(
    page: &mut Page,
    id: &str,
    title: &str,
    content: impl FnOnce(&mut Page) -> Written,
) -> Written {
    element(page, "section", &[("id", id)], |page| {
        words(page, "h2", &[], title)?;
        content(page)
    })
}

/// An element that HTML knows to have no content.
fn empty(page: &mut Page, name: &str, attributes: &[(&str, &str)]) -> Written {
    page.create_element(name).with_attributes(attributes.iter().copied()).write_empty()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_style_needs_no_escaping() {
        assert!(!super::STYLE.contains(['<', '>', '&', '"', '\'']));
    }
}
