//! The workbook, read by calamine: values, formulas, dates and text as in the model.

use super::support::{bundled, bytes, kazakhstan, odd, part, planned};
use calamine::{Data, DataType, Reader, Xlsx};
use phasewise::app::Snapshot;
use phasewise::files::out::Part;
use std::io::Cursor;

type Book = Xlsx<Cursor<Vec<u8>>>;

fn open(bytes: Vec<u8>) -> Book {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// Rows of a sheet below its heads, by the name of the column.
fn table(book: &mut Book, sheet: &str, heads_at: usize) -> Vec<Vec<(String, Data)>> {
    let range = book.worksheet_range(sheet).unwrap();
    let (from, _) = range.start().unwrap();
    let rows: Vec<&[Data]> = range.rows().collect();
    let heads: Vec<String> =
        rows[heads_at - from as usize].iter().map(ToString::to_string).collect();
    let row = |row: &&[Data]| heads.iter().cloned().zip(row.iter().cloned()).collect();
    rows[heads_at + 1 - from as usize..].iter().map(row).collect()
}

fn cell<'a>(row: &'a [(String, Data)], head: &str) -> &'a Data {
    &row.iter().find(|(name, _)| name == head).unwrap_or_else(|| panic!("no column {head}")).1
}

fn number(row: &[(String, Data)], head: &str) -> f64 {
    cell(row, head).get_float().unwrap_or_else(|| panic!("{head} is no number in {row:?}"))
}

#[test]
fn sheets_have_names_of_the_language_and_all_are_there() {
    for (lang, first, ranking) in [
        ("en", "About", "Ranking"),
        ("ru", "О файле", "Ранжирование"),
        ("kk", "Файл туралы", "Саралау"),
    ] {
        let book = open(bytes(kazakhstan(), ".xlsx", lang));
        let names = book.sheet_names();
        assert_eq!(names.len(), 11, "{names:?}");
        assert_eq!(names[0], first);
        assert!(names.iter().any(|name| name == ranking), "{names:?}");
    }
}

#[test]
fn the_roadmap_says_when_each_item_is_and_what_it_costs() {
    let snapshot = kazakhstan();
    let mut book = open(bytes(snapshot, ".xlsx", "en"));
    let rows = table(&mut book, "Roadmap", 2);
    let plan = snapshot.planned().unwrap();
    for (at, item) in snapshot.scenario.items.iter().enumerate() {
        let row = rows
            .iter()
            .find(|row| cell(row, "Id") == &Data::String(item.id.to_string()))
            .unwrap_or_else(|| panic!("{} is not there", item.id));
        assert_eq!(number(row, "Cost to build"), item.capex.total());
        assert!((number(row, "Value") - snapshot.scores.ranking.rows[at].value).abs() < 1e-9);
        let Some(start) = plan.start[at] else {
            assert_eq!(cell(row, "Phase"), &Data::Empty);
            continue;
        };
        let phase = &snapshot.scenario.phases[start as usize - 1];
        assert_eq!(cell(row, "Phase"), &Data::String(phase.id.to_string()));
        let Data::DateTime(day) = cell(row, "First day") else { panic!("no date in {row:?}") };
        let (year, month, day, ..) = day.to_ymd_hms_milli();
        let first = phase.start.unwrap();
        assert_eq!(
            (year as i16, month as i8, day as i8),
            (first.year(), first.month(), first.day())
        );
        let spent: f64 = snapshot
            .scenario
            .phases
            .iter()
            .filter_map(|phase| cell(row, phase.id.as_str()).get_float())
            .sum();
        assert!((spent - item.capex.total()).abs() <= 1.0, "{}: {spent}", item.id);
    }
}

#[test]
fn what_all_items_spend_is_what_the_gauges_say() {
    let snapshot = kazakhstan();
    let mut book = open(bytes(snapshot, ".xlsx", "en"));
    let totals = table(&mut book, "Roadmap", 2);
    let totals =
        totals.iter().find(|row| cell(row, "Item") == &Data::String("Total".into())).unwrap();
    let gauges = table(&mut book, "Gauges", 2);
    let plan = snapshot.planned().unwrap();
    let capex = plan.spending(0);
    for (at, phase) in snapshot.scenario.phases.iter().enumerate() {
        let row = gauges
            .iter()
            .find(|row| {
                cell(row, "Resource") == &Data::String("Money to build, USD".into())
                    && cell(row, "Phase") == &Data::String(phase.id.to_string())
            })
            .unwrap();
        assert!((number(row, "Used") - capex[at].0).abs() < 1e-6);
        assert_eq!(number(row, "Limit"), capex[at].1.unwrap());
        assert!((number(totals, phase.id.as_str()) - capex[at].0).abs() < 1e-6);
    }
}

#[test]
fn every_link_is_there_with_its_lag() {
    let snapshot = planned(bundled("eu20.ron"));
    let mut book = open(bytes(&snapshot, ".xlsx", "en"));
    let rows = table(&mut book, "Dependencies", 2);
    let name = |id: &str| Data::String(snapshot.scenario.item(id).unwrap().name.get("en").into());
    let mut count = 0;
    for item in &snapshot.scenario.items {
        for link in &item.requires {
            let (own, needed) = (name(item.id.as_str()), name(link.item.as_str()));
            let found = rows.iter().any(|row| {
                cell(row, "Item") == &own
                    && cell(row, "Needs") == &needed
                    && number(row, "Phases between") == f64::from(link.lag)
            });
            assert!(found, "{} needs {}", item.id, link.item);
            count += 1;
        }
        count += item.requires_any_of.iter().map(|group| group.any_of.len()).sum::<usize>();
    }
    assert_eq!(rows.len(), count);
}

/// Every cell that holds a formula, and every cell that holds text.
fn formulas_and_texts(book: &mut Book) -> (Vec<String>, Vec<String>) {
    let (mut formulas, mut texts) = (Vec::new(), Vec::new());
    for sheet in book.sheet_names() {
        let range = book.worksheet_formula(&sheet).unwrap();
        formulas.extend(range.used_cells().map(|(_, _, formula)| formula.clone()));
        let range = book.worksheet_range(&sheet).unwrap();
        texts.extend(range.used_cells().filter_map(|(_, _, data)| match data {
            Data::String(text) => Some(text.clone()),
            _ => None,
        }));
    }
    (formulas.into_iter().filter(|formula| !formula.is_empty()).collect(), texts)
}

#[test]
fn names_are_never_formulas() {
    let snapshot = planned(odd());
    let mut book = open(bytes(&snapshot, ".xlsx", "kk"));
    let (formulas, texts) = formulas_and_texts(&mut book);
    assert!(formulas.len() > 100);
    for formula in &formulas {
        for bad in ["cmd", "1+1|", "SUM(A1)", "because", "ministry"] {
            assert!(!formula.contains(bad), "{formula}");
        }
    }
    assert!(texts.iter().any(|text| text == "=1+1|cmd' & \"quotes\""), "names are kept as text");
    assert!(texts.iter().any(|text| text.starts_with("+Қазақстан ₸ \u{1f3db} <b>")));
    assert!(texts.iter().any(|text| text.contains("line one\nline two")));
    assert!(texts.iter().any(|text| text.chars().count() > 200));
}

#[test]
fn the_ranking_and_the_scores_show_our_numbers_without_calculating() {
    for snapshot in [kazakhstan(), &planned(odd())] {
        let mut book = open(bytes(snapshot, ".xlsx", "en"));
        let ranking = table(&mut book, "Ranking", 2);
        let scores = table(&mut book, "Scores", 7);
        let order = &snapshot.scores.ranking.order;
        assert_eq!((ranking.len(), scores.len()), (order.len(), order.len()));
        for ((row, other), &at) in ranking.iter().zip(&scores).zip(order) {
            let ranked = &snapshot.scores.ranking.rows[at];
            assert_eq!(number(row, "#"), ranked.rank as f64);
            assert!((number(row, "Value") - ranked.value).abs() < 1e-9);
            assert!((number(other, "Value") - ranked.value).abs() < 1e-9);
        }
    }
}

#[test]
fn names_that_look_like_numbers_or_errors_stay_text() {
    let mut scenario = odd();
    let names = ["NaN", "inf", "TRUE", "2005", "1e5", "#N/A", "-0", "FALSE"];
    for (item, name) in scenario.items.iter_mut().zip(names) {
        item.name = name.into();
    }
    let snapshot = planned(scenario);
    let mut book = open(bytes(&snapshot, ".xlsx", "en"));
    for (sheet, heads) in [("Ranking", 2), ("Scores", 7)] {
        let rows = table(&mut book, sheet, heads);
        for (row, &at) in rows.iter().zip(&snapshot.scores.ranking.order) {
            let Data::String(name) = cell(row, "Item") else { panic!("no text in {row:?}") };
            assert_eq!(name.trim_end(), names[at], "{sheet}");
        }
    }
}

#[test]
fn a_part_has_its_sheets_alone() {
    let sheets = |of: Part| {
        let bytes = part(kazakhstan(), "out.xlsx", of, "en").unwrap();
        open(bytes).sheet_names()
    };
    assert_eq!(sheets(Part::Roadmap), ["About", "Roadmap", "Gauges"]);
    assert_eq!(sheets(Part::Graph), ["About", "Dependencies"]);
    assert_eq!(
        sheets(Part::Ranking),
        ["About", "Ranking", "Scores", "Weights", "Scales", "Unlocks"]
    );
}

#[test]
fn assumptions_are_told_with_their_ranges() {
    let snapshot: &Snapshot = kazakhstan();
    let mut book = open(bytes(snapshot, ".xlsx", "en"));
    let rows = table(&mut book, "Assumptions", 2);
    let law = "Law on single identification numbers";
    let row = rows
        .iter()
        .find(|row| {
            cell(row, "Whose") == &Data::String(law.into())
                && cell(row, "What") == &Data::String("Cost to build".into())
        })
        .unwrap();
    assert_eq!(
        (number(row, "Figure"), number(row, "Lowest"), number(row, "Highest")),
        (600_000.0, 510_000.0, 780_000.0)
    );
    assert_eq!(cell(row, "Source"), &Data::String("Assumption".into()));
}

#[test]
fn large_scenarios_are_whole() {
    let mut scenario = odd();
    scenario.phases.clear();
    let last = scenario.items.len() - 1;
    for number in 0..2_100 {
        let mut item = scenario.items[last].clone();
        item.id = format!("more-{number}").into();
        item.pin = None;
        scenario.items.push(item);
    }
    let snapshot = planned(scenario);
    let mut book = open(bytes(&snapshot, ".xlsx", "en"));
    let (ranking, scores) = (table(&mut book, "Ranking", 2), table(&mut book, "Scores", 7));
    assert_eq!((ranking.len(), scores.len()), (2_108, 2_108));
    for (row, &at) in ranking.iter().zip(&snapshot.scores.ranking.order) {
        assert!((number(row, "Value") - snapshot.scores.ranking.rows[at].value).abs() < 1e-9);
        assert_eq!(cell(row, "Id"), &Data::String(snapshot.scenario.items[at].id.to_string()));
    }
}
