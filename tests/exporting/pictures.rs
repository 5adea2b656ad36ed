//! Pictures: read again as SVG, and as points of colour.

use super::support::{kazakhstan, many, odd, part, planned, planned_with, three_hundred};
use phasewise::app::{ExportError, Snapshot, exported};
use phasewise::files::out::{Choice, Part, Resolution};
use phasewise::texts::Texts;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::path::Path;

const PARTS: [Part; 4] = [Part::Roadmap, Part::Graph, Part::Ranking, Part::Robustness];

/// Attributes of each element by name, and what stands in each `title`.
struct Read {
    elements: Vec<(String, Vec<(String, String)>)>,
    titles: Vec<String>,
}

fn read(svg: &[u8]) -> Read {
    let mut reader = Reader::from_str(std::str::from_utf8(svg).unwrap());
    reader.config_mut().check_end_names = true;
    let (mut elements, mut titles, mut in_title) = (Vec::new(), Vec::<String>::new(), false);
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => {
                let name = start.name().as_ref().to_owned();
                in_title = name == "title";
                if in_title {
                    titles.push(String::new());
                }
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    (attribute.key.as_ref().to_owned(), attribute.value.as_ref().to_owned())
                });
                elements.push((name, attributes.collect()));
            }
            Event::End(_) => in_title = false,
            Event::Text(words) if in_title => {
                titles.last_mut().unwrap().push_str(&words.xml10_content());
            }
            // `&amp;` and its like, which odd names are full of.
            Event::GeneralRef(_) if in_title => titles.last_mut().unwrap().push('?'),
            _ => {}
        }
    }
    Read { elements, titles }
}

fn picture(snapshot: &Snapshot, of: Part, lang: &str) -> Read {
    read(&part(snapshot, "x.svg", of, lang).unwrap())
}

#[test]
fn a_picture_names_each_of_its_items_once() {
    let snapshot = kazakhstan();
    for lang in ["en", "ru", "kk"] {
        for of in PARTS {
            let read = picture(snapshot, of, lang);
            let mut named = read.titles[1..].to_vec();
            let items = snapshot.scenario.items.iter().enumerate();
            let shown =
                items.filter(|(at, _)| of != Part::Roadmap || snapshot.start_of(*at).is_some());
            let mut expected: Vec<String> =
                shown.map(|(_, item)| item.name.get(lang).to_owned()).collect();
            named.sort();
            expected.sort();
            assert_eq!(named, expected, "{of:?} {lang}");
        }
    }
}

#[test]
fn nothing_is_drawn_beyond_the_picture() {
    for snapshot in [kazakhstan(), three_hundred(), &planned(odd())] {
        for of in PARTS {
            let read = picture(snapshot, of, "ru");
            let of_whole = |key: &str| {
                let attributes = &read.elements[0].1;
                attributes.iter().find(|(own, _)| own == key).unwrap().1.clone()
            };
            let size: Vec<f64> =
                of_whole("viewBox").split(' ').map(|number| number.parse().unwrap()).collect();
            for (name, attributes) in &read.elements {
                let number = |key: &str| -> Option<f64> {
                    let found = attributes.iter().find(|(own, _)| own == key)?;
                    found.1.parse().ok()
                };
                if name != "text" {
                    continue;
                }
                let (x, y, wide) =
                    (number("x").unwrap(), number("y").unwrap(), number("textLength").unwrap());
                let anchor = attributes.iter().find(|(key, _)| key == "text-anchor");
                let left = match anchor.map(|(_, value)| value.as_str()) {
                    Some("middle") => x - wide / 2.0,
                    Some("end") => x - wide,
                    _ => x,
                };
                assert!(left >= 0.0 && left + wide <= size[2], "{of:?}: {attributes:?} {size:?}");
                assert!(y >= 0.0 && y <= size[3], "{of:?}: {attributes:?} {size:?}");
            }
        }
    }
}

#[test]
fn a_picture_asks_for_nothing_from_elsewhere() {
    let svg = part(kazakhstan(), "x.svg", Part::Graph, "kk").unwrap();
    let text = String::from_utf8(svg).unwrap();
    assert!(!text.contains("href") && !text.contains("@import"));
    assert_eq!(text.matches("://").count(), 1, "the name of SVG itself");
    for source in text.split("url(").skip(1) {
        assert!(source.starts_with("data:font/otf;base64,"));
    }
    assert!(text.contains("@font-face"));
}

#[test]
fn points_of_colour_are_as_many_as_asked_for_and_the_same_each_time() {
    let texts = Texts::new("kk");
    let image = |dpi: u32| {
        let choice =
            Choice { part: Part::Roadmap, resolution: Resolution(dpi), ..Choice::default() };
        exported(kazakhstan(), Path::new("x.png"), choice, &texts).unwrap()
    };
    let width = |bytes: &[u8]| u32::from_be_bytes(bytes[16..20].try_into().unwrap());
    let (coarse, fine) = (image(72), image(144));
    assert!(coarse.starts_with(b"\x89PNG\r\n"));
    assert_eq!(width(&coarse), 1080);
    assert_eq!(width(&fine), 2160);
    assert_eq!(coarse, image(72));
}

#[test]
fn a_picture_that_nobody_could_read_is_refused_with_a_way_out() {
    let snapshot = planned_with(many(4_000), 1);
    let error = part(&snapshot, "x.png", Part::Ranking, "en").unwrap_err();
    assert!(matches!(error, ExportError::TooLarge));
    let sentence = error.sentence(Path::new("x.png"), &Texts::new("en"));
    assert!(sentence.contains(".svg"), "{sentence}");
    assert!(part(&snapshot, "x.svg", Part::Ranking, "en").is_ok());
}

#[test]
fn without_a_plan_what_needs_none_is_drawn() {
    let mut scenario = odd();
    scenario.phases.clear();
    let snapshot = planned(scenario);
    for of in [Part::Graph, Part::Ranking, Part::Robustness] {
        assert_eq!(picture(&snapshot, of, "en").titles.len(), 1 + 8, "{of:?}");
    }
}
