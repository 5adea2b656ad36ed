//! Tables and documents: CSV, Markdown, HTML.

use super::support::{bytes, kazakhstan, odd, part, planned, text};
use phasewise::app::exported;
use phasewise::files::out::{Choice, Part};
use phasewise::texts::Texts;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::path::Path;

fn records(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(bytes);
    let record = |record: csv::Result<csv::StringRecord>| {
        record.unwrap().iter().map(str::to_owned).collect()
    };
    reader.records().map(record).collect()
}

#[test]
fn a_table_has_a_row_for_each_item_in_the_form_of_its_language() {
    for (lang, delimiter, mark) in [("en", b',', '.'), ("ru", b';', ','), ("kk", b';', ',')] {
        let snapshot = kazakhstan();
        let rows = records(&bytes(snapshot, ".csv", lang), delimiter);
        assert_eq!(rows.len(), snapshot.scenario.items.len() + 1);
        let at = |head: &str| rows[0].iter().position(|name| name == head).unwrap();
        for (row, &item) in rows[1..].iter().zip(&snapshot.scores.ranking.order) {
            let ranked = &snapshot.scores.ranking.rows[item];
            assert_eq!(row[at("id")], snapshot.scenario.items[item].id.0);
            let value: f64 = row[at("value")].replace(mark, ".").parse().unwrap();
            assert_eq!(value, ranked.value, "to full precision");
            let points: f64 = rows[0]
                .iter()
                .zip(row)
                .filter(|(head, _)| head.starts_with("points:"))
                .map(|(_, points)| points.replace(mark, ".").parse::<f64>().unwrap())
                .sum();
            assert!((points - value).abs() < 1e-9);
        }
    }
}

#[test]
fn a_mark_tells_the_encoding_where_it_is_asked_for() {
    let choice = Choice { byte_order_mark: true, ..Choice::default() };
    let marked = exported(kazakhstan(), Path::new("x.csv"), choice, &Texts::new("ru")).unwrap();
    let plain = bytes(kazakhstan(), ".csv", "ru");
    assert_eq!(marked, [b"\xef\xbb\xbf".as_slice(), &plain].concat());
}

#[test]
fn no_value_of_a_table_is_a_formula() {
    for of in [Part::All, Part::Roadmap, Part::Graph] {
        for lang in ["en", "ru"] {
            let bytes = part(&planned(odd()), "x.csv", of, lang).unwrap();
            let delimiter = if lang == "en" { b',' } else { b';' };
            for value in records(&bytes, delimiter).into_iter().flatten() {
                let number = value.replace(',', ".").parse::<f64>().is_ok();
                let risky = value.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
                assert!(number || !risky, "{value:?}");
            }
        }
    }
}

#[test]
fn tables_of_links_name_both_items() {
    let bytes = part(&planned(odd()), "x.csv", Part::Graph, "en").unwrap();
    let rows = records(&bytes, b',');
    assert_eq!(rows.len(), 1 + 7);
    let row = rows.iter().find(|row| row[0] == "i2").unwrap();
    assert_eq!(row[1..8], ["i0", "hard", "", "1", "true", "true", "'=because"].map(str::to_owned));
}

/// Columns of a row of Markdown; escaped bars belong to the text.
fn columns(line: &str) -> usize {
    line.replace("\\\\", "").replace("\\|", "").matches('|').count() - 1
}

#[test]
fn tables_of_markdown_keep_their_columns_whatever_the_names() {
    for of in [Part::All, Part::Roadmap, Part::Graph, Part::Ranking] {
        let text = part(&planned(odd()), "x.md", of, "kk").unwrap();
        let text = String::from_utf8(text).unwrap();
        assert!(text.starts_with("# \\=1+1\\|cmd' \\& \"quotes\"\n"), "{}", &text[..60]);
        let mut width = None;
        let mut tables = 0;
        for line in text.lines() {
            if line.starts_with("| ") {
                let own = columns(line);
                assert_eq!(*width.get_or_insert(own), own, "{line}");
                tables += usize::from(line.starts_with("| ---"));
            } else {
                width = None;
            }
            assert!(!line.contains("<b>"), "{line}");
        }
        assert!(tables > 0);
    }
}

#[test]
fn markdown_lists_what_starts_in_each_phase() {
    let snapshot = kazakhstan();
    let text = text(snapshot, ".md", "en");
    for (at, item) in snapshot.scenario.items.iter().enumerate() {
        let name = item.name.get("en").replace('&', "\\&");
        let start = snapshot.start_of(at);
        let heading = match start {
            Some(start) => format!("## {} (", snapshot.scenario.phases[start as usize - 1].id),
            None => "## Not planned".to_owned(),
        };
        let from = text.find(&heading).unwrap();
        let chapter = &text[from..];
        let end = chapter[3..].find("\n## ").map_or(chapter.len(), |end| end + 3);
        assert!(chapter[..end].contains(&name), "{name} is not under {heading}");
    }
}

/// An element and its attributes.
type Element = (String, Vec<(String, String)>);

/// The page's elements, and all of its text.
fn page(text: &str) -> (Vec<Element>, String) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut elements, mut words) = (Vec::new(), String::new());
    loop {
        let event = reader.read_event().unwrap();
        match &event {
            Event::Start(start) | Event::Empty(start) => {
                let name = start.name().as_ref().to_owned();
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    let key = attribute.key.as_ref().to_owned();
                    (key, attribute.value.as_ref().to_owned())
                });
                elements.push((name, attributes.collect()));
            }
            Event::Text(text) => words.push_str(&text.xml10_content()),
            Event::Eof => return (elements, words),
            _ => {}
        }
    }
}

#[test]
fn the_page_is_whole_without_network_and_says_its_language() {
    for lang in ["en", "ru", "kk"] {
        let text = text(kazakhstan(), ".html", lang);
        assert!(text.starts_with("<!DOCTYPE html>"));
        let (elements, _) = page(&text);
        let of = |name: &str| elements.iter().filter(|(own, _)| own == name).count();
        let html = elements.iter().find(|(name, _)| name == "html").unwrap();
        assert_eq!(html.1, [("lang".to_owned(), lang.to_owned())]);
        assert_eq!((of("h1"), of("main")), (1, 1));
        for name in ["script", "link", "img", "iframe", "object", "embed", "base"] {
            assert_eq!(of(name), 0, "{name}");
        }
        for (name, attributes) in &elements {
            for (key, value) in attributes {
                assert!(!matches!(key.as_str(), "src" | "href" | "srcset"), "{name} {key}");
                assert!(!value.contains("://") || key == "xmlns", "{name} {key}={value}");
            }
            if name == "th" {
                assert!(attributes.iter().any(|(key, _)| key == "scope"), "a head says of what");
            }
        }
        assert!(!text.contains("url(") && !text.contains("@import"));
    }
}

#[test]
fn the_picture_has_a_bar_for_each_planned_item() {
    let snapshot = kazakhstan();
    let (elements, _) = page(&text(snapshot, ".html", "en"));
    let class = |name: &str, class: &str| {
        let own = ("class".to_owned(), class.to_owned());
        elements.iter().filter(|(own_name, a)| own_name == name && a.contains(&own)).count()
    };
    assert_eq!(class("rect", "bar"), snapshot.planned().unwrap().started());
    let pictures: Vec<_> = elements.iter().filter(|(name, _)| name == "svg").collect();
    let view = pictures[0];
    let width: f64 = view.1.iter().find(|(key, _)| key == "width").unwrap().1.parse().unwrap();
    let height: f64 = view.1.iter().find(|(key, _)| key == "height").unwrap().1.parse().unwrap();
    assert_eq!(pictures.len() - 1, snapshot.planned().unwrap().started());
    for (_, attributes) in &pictures[1..] {
        let of = |key: &str| -> f64 {
            attributes.iter().find(|(own, _)| own == key).unwrap().1.parse().unwrap()
        };
        assert!(of("x") >= 0.0 && of("x") + of("width") <= width + 0.1);
        assert!(of("y") >= 0.0 && of("y") + of("height") <= height + 0.1);
    }
}

#[test]
fn names_of_the_page_are_text() {
    let (elements, words) = page(&text(&planned(odd()), ".html", "en"));
    assert!(!elements.iter().any(|(name, _)| name == "b"));
    assert!(words.contains("Қазақстан ₸ \u{1f3db}"));
}
