//! Pages on paper: what is where before it is written, and what was written.

use super::support::{from_json, kazakhstan, many, odd, planned, three_hundred};
use phasewise::app::{Snapshot, drawn_handout, exported};
use phasewise::files::out::paper::{Kind, MARGIN, Page, Paper, lay_out};
use phasewise::files::out::pictures::{Label, Shape};
use phasewise::files::out::{Choice, Handout, Part, Sheet};
use phasewise::texts::Texts;
use std::collections::BTreeSet;
use std::path::Path;

const LANGUAGES: [&str; 3] = ["en", "ru", "kk"];

fn laid_out(snapshot: &Snapshot, part: Part, sheet: Sheet, lang: &str) -> Paper {
    let texts = Texts::new(lang);
    let choice = Choice { part, sheet, ..Choice::default() };
    lay_out(&drawn_handout(snapshot, &texts), choice, &texts).unwrap()
}

fn labels(page: &Page) -> Vec<&Label> {
    let labels = page.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(label) => Some(label),
        _ => None,
    });
    labels.collect()
}

/// Left, top, right and bottom of the letters of a line.
fn letters(label: &Label) -> [f64; 4] {
    let (left, size) = (label.left(), label.size);
    [left, label.y - 0.74 * size, left + label.width, label.y + 0.2 * size]
}

/// What an element says, its lines joined.
fn words(paper: &Paper, element: usize) -> String {
    let mut words = String::new();
    for page in &paper.pages {
        for mark in page.marks.iter().filter(|mark| mark.element == Some(element)) {
            if let Shape::Text(label) = &mark.shape {
                words.push_str(&label.text);
            }
        }
    }
    words.trim().to_owned()
}

fn all_words(paper: &Paper, is: impl Fn(&Kind) -> bool) -> BTreeSet<String> {
    let elements = paper.elements.iter().enumerate();
    elements.filter(|(_, e)| is(&e.kind)).map(|(at, _)| words(paper, at)).collect()
}

/// Nothing beyond the margins, nothing over anything else, every row whole.
fn is_in_order(paper: &Paper, what: &str) {
    for (number, page) in (1..).zip(&paper.pages) {
        let labels = labels(page);
        let inside = |[left, top, right, bottom]: [f64; 4]| {
            let (most, lowest) = (page.width - MARGIN + 1.0, page.height - MARGIN + 8.0);
            left >= MARGIN - 1.0 && top >= MARGIN - 2.0 && right <= most && bottom <= lowest
        };
        for label in &labels {
            assert!(inside(letters(label)), "{what}, page {number}: {label:?} is outside");
        }
        for (at, one) in labels.iter().enumerate() {
            for other in &labels[at + 1..] {
                let (a, b) = (letters(one), letters(other));
                let apart = a[2] <= b[0] + 0.6 || b[2] <= a[0] + 0.6;
                let apart = apart || a[3] <= b[1] + 0.6 || b[3] <= a[1] + 0.6;
                let blank = one.text.trim().is_empty() || other.text.trim().is_empty();
                assert!(apart || blank, "{what}, page {number}: {one:?} is over {other:?}");
            }
        }
    }
    is_whole(paper, what);
}

/// The structure is one tree; rows have a cell for every column, cells have content.
fn is_whole(paper: &Paper, what: &str) {
    let mut parents = vec![0; paper.elements.len()];
    for child in paper.elements.iter().flat_map(|element| &element.children) {
        parents[*child] += 1;
    }
    assert!(parents[1..].iter().all(|count| *count == 1) && parents[0] == 0, "{what}");
    let mut filled = vec![false; paper.elements.len()];
    for mark in paper.pages.iter().flat_map(|page| &page.marks) {
        if let Some(element) = mark.element {
            filled[element] = true;
            assert!(paper.elements[element].children.is_empty(), "{what}: content in a branch");
        }
    }
    for (at, element) in paper.elements.iter().enumerate() {
        let kinds = |at: &usize| paper.elements[*at].kind.clone();
        match &element.kind {
            Kind::Table => {
                let parts: Vec<Kind> = element.children.iter().map(kinds).collect();
                assert_eq!(parts, [Kind::Head, Kind::Rows], "{what}");
                let head = paper.elements[element.children[0]].children[0];
                let columns = paper.elements[head].children.len();
                for row in &paper.elements[element.children[1]].children {
                    let cells: Vec<Kind> =
                        paper.elements[*row].children.iter().map(kinds).collect();
                    let whole = cells.len() == columns && cells[0] == Kind::RowHead;
                    let group = cells == [Kind::GroupHead(columns as u32)];
                    assert!(whole || group, "{what}: {cells:?} of {columns} columns");
                }
            }
            Kind::Picture(seen) => assert!(!seen.is_empty() && filled[at], "{what}"),
            Kind::Cell | Kind::RowHead | Kind::ColumnHead | Kind::Paragraph | Kind::Heading(_) => {
                assert!(filled[at], "{what}: {:?} says nothing", element.kind);
            }
            _ => {}
        }
    }
}

fn names(handout: &Handout<'_>) -> BTreeSet<String> {
    handout.items.iter().map(|item| item.name.clone()).collect()
}

#[test]
fn pages_are_in_order_in_every_language_and_on_every_paper() {
    for lang in LANGUAGES {
        for sheet in Sheet::ALL {
            let paper = laid_out(kazakhstan(), Part::All, sheet, lang);
            is_in_order(&paper, &format!("Kazakhstan {lang} {sheet:?}"));
            assert_eq!(paper.language, lang);
        }
    }
}

#[test]
fn pages_are_in_order_for_300_items() {
    let snapshot = three_hundred();
    is_in_order(&laid_out(snapshot, Part::All, Sheet::A4, "ru"), "300 items");
    is_in_order(&laid_out(snapshot, Part::Robustness, Sheet::Letter, "en"), "300 items");
}

#[test]
fn very_long_names_wrap_and_break_nothing() {
    let mut scenario = many(12);
    let long = "Ұзақ атаулы қызмет ".repeat(40);
    scenario.title = long.as_str().into();
    for (at, item) in scenario.items.iter_mut().enumerate() {
        let unbroken = "ж".repeat(60 * (at + 1));
        item.name = if at % 2 == 0 { long.as_str().into() } else { unbroken.as_str().into() };
    }
    scenario.phases[0].name = long.as_str().into();
    scenario.agencies[0].name = long.as_str().into();
    scenario.criteria[0].name = long.as_str().into();
    let snapshot = planned(scenario);
    for part in [Part::All, Part::Note] {
        let paper = laid_out(&snapshot, part, Sheet::A4, "kk");
        is_in_order(&paper, "long names");
        if part == Part::Note {
            assert_eq!(paper.pages.len(), 2);
        }
    }
}

#[test]
fn the_note_has_two_pages() {
    for lang in LANGUAGES {
        for sheet in Sheet::ALL {
            for (what, snapshot) in [("Kazakhstan", kazakhstan()), ("300", three_hundred())] {
                let paper = laid_out(snapshot, Part::Note, sheet, lang);
                is_in_order(&paper, what);
                assert_eq!(paper.pages.len(), 2, "{what} {lang} {sheet:?}");
            }
        }
    }
}

#[test]
fn the_annex_names_every_item_where_it_is_ranked_and_where_it_is_planned() {
    let snapshot = kazakhstan();
    let texts = Texts::new("kk");
    let handout = drawn_handout(snapshot, &texts);
    let paper = laid_out(snapshot, Part::Roadmap, Sheet::A4, "kk");
    let heads = all_words(&paper, |kind| *kind == Kind::RowHead);
    let missing: Vec<String> = names(&handout).difference(&heads).cloned().collect();
    assert!(missing.is_empty(), "{missing:?}");
    let paper = laid_out(snapshot, Part::Ranking, Sheet::A4, "kk");
    let cells = all_words(&paper, |kind| *kind == Kind::Cell);
    let missing: Vec<String> = names(&handout).difference(&cells).cloned().collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_note_says_what_is_proposed_and_what_it_costs() {
    let snapshot = kazakhstan();
    let paper = laid_out(snapshot, Part::Note, Sheet::A4, "en");
    let said = all_words(&paper, |kind| *kind == Kind::Paragraph).into_iter().collect::<Vec<_>>();
    let said = said.join("\n");
    let plan = snapshot.planned().unwrap();
    let planned = plan.started();
    assert!(said.contains(&format!("start {planned} of 62 candidates in 2005 – ")), "{said}");
    // Counted from the scenario itself.
    let items = snapshot.scenario.items.iter().zip(&plan.start);
    let started = items.filter(|(_, start)| start.is_some()).map(|(item, _)| item);
    let (mut capex, mut opex) = (0.0, 0.0);
    for item in started {
        capex += item.capex.total();
        opex += item.opex_per_year.best;
    }
    let millions = |amount: f64| format!("{:.1}\u{202f}M USD", amount / 1e6);
    assert!(said.contains(&millions(capex)) && said.contains(&millions(opex)), "{said}");
}

#[test]
fn headings_are_bookmarks_and_go_down_one_level_at_a_time() {
    let paper = laid_out(kazakhstan(), Part::All, Sheet::A4, "ru");
    let headings =
        paper.elements.iter().filter(|element| matches!(element.kind, Kind::Heading(_))).count();
    assert_eq!(paper.bookmarks.len(), headings);
    let mut before = 0;
    for bookmark in &paper.bookmarks {
        assert!(bookmark.level <= before + 1, "{bookmark:?}");
        assert!(bookmark.page < paper.pages.len());
        before = bookmark.level;
    }
    let pages: Vec<usize> = paper.bookmarks.iter().map(|bookmark| bookmark.page).collect();
    assert!(pages.is_sorted());
}

#[test]
fn pages_are_numbered() {
    let paper = laid_out(kazakhstan(), Part::Note, Sheet::A4, "en");
    for (number, page) in (1..).zip(&paper.pages) {
        let text = format!("page {number} of 2");
        assert!(labels(page).iter().any(|label| label.text == text));
    }
}

#[test]
fn where_there_is_no_plan_the_note_says_why() {
    let mut scenario = odd();
    scenario.items[0].mandatory = true;
    scenario.phases.iter_mut().for_each(|phase| phase.budget = Some(0.1));
    let snapshot = planned(scenario);
    let paper = laid_out(&snapshot, Part::All, Sheet::A4, "en");
    is_in_order(&paper, "no plan");
    let said = all_words(&paper, |kind| *kind == Kind::Paragraph);
    assert!(said.iter().any(|words| words.contains("No plan satisfies everything")), "{said:?}");
}

fn pdf(snapshot: &Snapshot, choice: Choice, lang: &str) -> Vec<u8> {
    exported(snapshot, Path::new("out.pdf"), choice, &Texts::new(lang)).unwrap()
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_a_day_makes_it_an_archive() {
    let choice = Choice { part: Part::Note, ..Choice::default() };
    let bytes = pdf(kazakhstan(), choice, "kk");
    assert!(bytes.starts_with(b"%PDF-1.7"));
    assert_eq!(bytes, pdf(kazakhstan(), choice, "kk"));
    let holds = |bytes: &[u8], word: &str| {
        bytes.windows(word.len()).any(|window| window == word.as_bytes())
    };
    assert!(holds(&bytes, "pdfuaid:part") && !holds(&bytes, "pdfaid:part"));
    let dated = Choice { date: Some("2005-03-01".parse().unwrap()), ..choice };
    let bytes = pdf(kazakhstan(), dated, "kk");
    assert!(holds(&bytes, "pdfuaid:part") && holds(&bytes, "pdfaid:part"));
}

#[test]
fn whatever_names_hold_the_file_is_valid() {
    let date = Some("2005-03-01".parse().unwrap());
    for part in [Part::All, Part::Note, Part::Roadmap, Part::Graph, Part::Ranking, Part::Robustness]
    {
        let choice = Choice { part, date, ..Choice::default() };
        assert!(!pdf(&planned(odd()), choice, "kk").is_empty());
    }
    for text in [
        r#"{ "schema": 1, "title": "Empty" }"#,
        r#"{ "schema": 1, "items": [ { "id": "a" }, { "id": "b" } ] }"#,
        r#"{ "schema": 1, "criteria": [ { "id": "g" } ], "items": [ { "id": "a" } ],
             "phases": [ { "id": "2005" } ] }"#,
    ] {
        let snapshot = planned(from_json(text));
        is_in_order(&laid_out(&snapshot, Part::All, Sheet::A4, "en"), text);
        assert!(!pdf(&snapshot, Choice { date, ..Choice::default() }, "en").is_empty());
    }
}
