//! What a ministry is asked, and what it is not shown.

use super::support::{Sheets, book, books, kazakhstan, small};
use phasewise::app::ministries::{NotWritten, Request, ministries, write_ministries};
use phasewise::files::tables::Cell;
use phasewise::texts::Texts;
use std::collections::BTreeSet;

#[test]
fn each_agency_gets_its_own_items_and_no_others() {
    let scenario = kazakhstan();
    let books = books(scenario, "en");
    let mut asked = BTreeSet::new();
    for book in &books {
        let sheets = Sheets::of(&book.bytes);
        let own: Vec<String> = scenario
            .items
            .iter()
            .filter(|item| item.owner == book.agency)
            .map(|item| item.id.to_string())
            .collect();
        assert_eq!(sheets.keys("items"), own);
        assert_eq!(sheets.keys("costs"), own);
        assert_eq!(sheets.keys("scores"), own);
        assert_eq!(book.items, own.len());
        // On the sheet of channels stands what people reach by one.
        assert!(sheets.keys("access").iter().all(|key| own.contains(key)));
        let others = scenario.items.iter().filter(|item| item.owner != book.agency);
        let names: BTreeSet<&str> = others.map(|item| item.name.get("en")).collect();
        let shown = sheets.0.iter().flat_map(|(_, rows)| rows.iter().flatten());
        let told: Vec<&str> = shown.filter_map(Cell::text).filter(|t| names.contains(t)).collect();
        assert!(told.is_empty(), "{} reads of {told:?}", book.name);
        asked.extend(own);
    }
    assert_eq!(asked.len(), scenario.items.len());
    let files: BTreeSet<&str> = books.iter().map(|book| book.file.as_str()).collect();
    assert_eq!(files.len(), books.len());
}

#[test]
fn decisions_of_others_are_not_shown() {
    for book in books(&small(), "en") {
        let shown = format!("{:?}", Sheets::of(&book.bytes));
        assert!(!shown.contains("secret"), "{shown}");
        assert!(!shown.contains("scores/pull"), "what is computed is not asked");
    }
}

#[test]
fn what_is_there_stands_in_the_cells() {
    let sheets = Sheets::of(&book(&small(), "moj", "en"));
    let number = Cell::Number;
    let words = |words: &str| Cell::Text(words.to_owned());
    for (code, cell) in [
        ("kind", words("Service")),
        ("description", words("A certificate")),
        ("duration", number(2.0)),
        ("earliest_phase", words("2027")),
        ("latest_phase", Cell::Empty),
        ("mandatory", words("no")),
        ("capex", number(40.0)),
        ("capex/low", number(30.0)),
        ("capex/high", number(55.0)),
        ("source:capex", words("Assumption")),
        ("document:capex", words("Study 3")),
        ("opex_per_year", number(7.0)),
        ("opex_per_year/low", Cell::Empty),
        // Its own people, not those of others.
        ("staff_months", number(12.0)),
        ("scores/demand", number(5000.0)),
        ("scores/demand/low", number(4000.0)),
        ("scores/risk", number(33.0)),
        ("scores/ready", words("A team")),
        ("channels/web/share", number(0.6)),
        ("channels/web/need/users", number(25.0)),
        ("channels/desk/share", Cell::Empty),
    ] {
        assert_eq!(sheets.get("birth", code), cell, "{code}");
    }
    // Amounts by phase are asked for as one.
    assert_eq!(sheets.get("register", "capex"), number(33.0));
    assert_eq!(sheets.keys("access"), ["birth"], "a register has no channels");
}

#[test]
fn the_workbook_speaks_the_language_asked_for() {
    let shown = |language: &str| format!("{:?}", Sheets::of(&book(&small(), "moj", language)));
    let russian = shown("ru");
    for words in ["Министерство юстиции", "Прочтите сначала", "Есть команда", "Услуга", "KZT"]
    {
        assert!(russian.contains(words), "{words}");
    }
    assert!(shown("kk").contains("Алдымен оқыңыз"));
}

#[test]
fn units_anchors_lists_and_locks_are_in_the_file() {
    let bytes = book(&small(), "moj", "en");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        use std::io::Read;
        archive.by_index(at).unwrap().read_to_string(&mut all).unwrap();
    }
    for part in [
        "Demand, cases a year",
        "Value 50: A thousand",
        "The scale goes from 10 to 100",
        "Cost of building, KZT",
        "internet users per 100",
        "<formula1>'phasewise-lists'!",
        "type=\"decimal\"",
        "type=\"whole\"",
        "<sheetProtection",
        "state=\"veryHidden\"",
        "locked=\"0\"",
        "topLeftCell=\"C6\"",
        "Print_Titles",
    ] {
        assert!(all.contains(part), "{part}");
    }
}

#[test]
fn no_text_of_the_scenario_becomes_a_formula() {
    let mut scenario = small();
    for (item, name) in scenario.items.iter_mut().zip(["=1+1", "+1", "@SUM(A1)"]) {
        item.name = name.into();
        item.description = format!("{name}|cmd").as_str().into();
    }
    for book in books(&scenario, "en") {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book.bytes)).unwrap();
        for at in 0..archive.len() {
            use std::io::Read;
            let mut text = String::new();
            archive.by_index(at).unwrap().read_to_string(&mut text).unwrap();
            assert!(!text.contains("<f>"), "{text}");
        }
    }
}

#[test]
fn the_first_sheet_says_until_when_and_to_whom() {
    let request = Request {
        until: Some(jiff::civil::date(2026, 12, 24)),
        reply_to: "=plan@example.kz".to_owned(),
        date: Some(jiff::civil::date(2026, 11, 26)),
        agencies: vec!["mof".into()],
    };
    let books = ministries(&small(), &request, &Texts::new("ru")).unwrap();
    assert_eq!(books.iter().map(|book| book.file.as_str()).collect::<Vec<_>>(), ["mof.xlsx"]);
    let shown = format!("{:?}", Sheets::of(&books[0].bytes).0[0]);
    for words in ["24.12.2026", "=plan@example.kz", "26.11.2026"] {
        assert!(shown.contains(words), "{shown}");
    }
    let again = ministries(&small(), &request, &Texts::new("ru")).unwrap();
    assert_eq!(again, books, "the same questions are the same bytes");
}

#[test]
fn a_filled_in_workbook_is_not_written_over_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let books = books(&small(), "en");
    let paths = write_ministries(folder.path(), &books, false).unwrap();
    assert_eq!(paths.len(), 3);
    std::fs::write(&paths[1], "filled in").unwrap();
    match write_ministries(folder.path(), &books, false) {
        Err(NotWritten::AlreadyThere(there)) => assert_eq!(there, paths),
        other => panic!("{other:?}"),
    }
    assert_eq!(std::fs::read(&paths[1]).unwrap(), b"filled in");
    write_ministries(folder.path(), &books, true).unwrap();
    assert_eq!(std::fs::read(&paths[1]).unwrap(), books[1].bytes);
}
