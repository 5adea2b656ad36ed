//! What is filled in changes exactly that, whoever saved the file and whatever was moved.

use super::support::{LANGUAGES, Sheets, Xml, applied, book, books, collect, kazakhstan, small};
use ironcalc::base::Model;
use ironcalc::import::load_from_xlsx_bytes;
use phasewise::app::ministries::Remark;
use phasewise::files::tables::Cell;
use phasewise::model::{Capex, ItemKind, Measure, Provenance, Scenario, Score, Source, StaffNeed};

#[test]
fn what_nobody_filled_in_changes_nothing() {
    for language in LANGUAGES {
        let books = books(kazakhstan(), language);
        let files: Vec<(&str, Vec<u8>)> =
            books.iter().map(|book| (book.file.as_str(), book.bytes.clone())).collect();
        let found = collect(kazakhstan(), &files);
        assert_eq!((found.changes(), found.conflicts.len()), (0, 0), "{language}");
        assert_eq!(found.remarks, [], "{language}");
        assert!(found.difference.rows.iter().all(|row| row.doubts.is_empty()));
        assert_eq!(found.difference.rows.len(), kazakhstan().items.len());
        assert!(found.files.iter().all(|file| file.up_to_date && file.answers == 0));
    }
}

/// What is filled in for the first item of each agency: number, share, level, words and
/// choices of every sheet.
fn fill(bytes: &[u8], language: usize) -> (Vec<u8>, String) {
    let sheets = Sheets::of(bytes);
    let item = sheets.keys("items").remove(0);
    let kind = ["Standard", "Стандарт", "Стандарт"][language];
    let level =
        ["Runs own systems", "Ведёт собственные системы", "Өз жүйелерін жүргізеді"][language];
    let source = ["Derived", "Выведено", "Шығарылған"][language];
    let mut xml = Xml::of(bytes);
    xml.words(&item, "kind", kind)
        .words(&item, "note", "=1+1 & <told>")
        .number(&item, "duration", 3.0)
        .number(&item, "capex", 654_321.5)
        .number(&item, "capex/low", 600_000.0)
        .number(&item, "capex/high", 700_000.0)
        .words(&item, "source:capex", source)
        .words(&item, "document:capex", "Decree 7, annex 2")
        .number(&item, "scores/delivery-risk", 41.0)
        .number(&item, "scores/delivery-risk/low", 40.0)
        .number(&item, "scores/delivery-risk/high", 90.0)
        .words(&item, "scores/agency-readiness", level);
    (xml.bytes(), item)
}

#[test]
fn exactly_the_cells_that_were_filled_in_change() {
    for (language, code) in LANGUAGES.iter().enumerate() {
        let scenario = kazakhstan();
        let mut files = Vec::new();
        let mut items = Vec::new();
        let books = books(scenario, code);
        for book in &books {
            let (bytes, item) = fill(&book.bytes, language);
            files.push((book.file.as_str(), bytes));
            items.push(item);
        }
        let found = collect(scenario, &files);
        assert_eq!(found.remarks, [], "{code}");
        assert!(found.conflicts.is_empty(), "{code}");
        let after = applied(scenario, &found, true, &[]);
        let mut expected = Scenario { items: Vec::new(), ..after.clone() };
        for (before, now) in scenario.items.iter().zip(&after.items) {
            let Some(at) = items.iter().position(|id| before.id == *id.as_str()) else {
                expected.items.push(before.clone());
                continue;
            };
            let mut item = before.clone();
            item.kind = ItemKind::Standard;
            if before.duration() != 3 {
                item.duration = Some(3);
            }
            if let Some(about) = item.provenance.get_mut("item") {
                about.note = Some("=1+1 & <told>".to_owned());
            } else {
                let about =
                    Provenance { note: Some("=1+1 & <told>".to_owned()), ..Provenance::default() };
                item.provenance.insert("item".to_owned(), about);
            }
            // Profiles of another length mean nothing any more.
            for profile in [&mut item.capex_profile, &mut item.staff_profile] {
                if profile.len() != 3 {
                    profile.clear();
                }
            }
            // Who said it, when and where, is beside each value.
            let Capex::Total(told) = &now.capex else { panic!("it is one amount") };
            let name = scenario.agencies.iter().find(|own| Some(&own.id) == before.owner.as_ref());
            assert_eq!(told.by.as_deref(), name.map(|own| own.name.get("en")));
            assert_eq!(told.date.as_deref(), Some("2026-11-26"));
            assert!(told.note.as_ref().unwrap().starts_with(books[at].file.as_str()));
            assert_eq!(
                (told.low, told.best, told.high),
                (Some(600_000.0), 654_321.5, Some(700_000.0))
            );
            assert_eq!(told.source, Some(Source::Derived));
            assert_eq!(told.reference.as_deref(), Some("Decree 7, annex 2"));
            item.capex = now.capex.clone();
            let score = |id: &str| now.scores.get(id).unwrap();
            let risk = score("delivery-risk");
            let number = |number: f64| Some(Measure::Number(number));
            assert_eq!((&risk.low, &risk.high), (&number(40.0), &number(90.0)));
            assert_eq!(risk.best, Measure::Number(41.0));
            assert_eq!(
                score("agency-readiness").best,
                Measure::Level("running-systems".to_owned())
            );
            for id in ["delivery-risk", "agency-readiness"] {
                item.scores.insert(id.into(), score(id).clone());
            }
            let fields = [("kind", before.kind != item.kind), ("duration", before.duration() != 3)];
            for (field, _) in fields.into_iter().filter(|(_, changed)| *changed) {
                let told = now.provenance.get(field).unwrap();
                assert_eq!(told.source, Some(Source::Stated));
                item.provenance.insert(field.to_owned(), told.clone());
            }
            expected.items.push(item);
        }
        assert_eq!(after, expected, "{code}");
    }
}

/// By hand: one ministry answers one question of each sort.
#[test]
fn a_ministry_answers() {
    let scenario = small();
    let mut sheets = Sheets::of(&book(&scenario, "moj", "ru"));
    sheets
        .set("birth", "description", "Свидетельство")
        .set("birth", "mandatory", "да")
        .set("birth", "latest_phase", "2028")
        .set("birth", "staff_months", 15.0)
        .set("birth", "channels/web/share", 0.5)
        .set("birth", "channels/desk/share", 0.25)
        .set("birth", "scores/ready", "It runs")
        .set("register", "capex", 66.0)
        .set("register", "scores/demand", "12 000,5")
        .set("register", "document:scores/demand", "Отчёт 2025");
    let found = collect(&scenario, &[("moj.xlsx", sheets.bytes())]);
    let after = applied(&scenario, &found, false, &[]);
    let item = &after.items[0];
    assert_eq!(item.description.get("en"), "Свидетельство");
    assert!(item.mandatory);
    assert_eq!(item.latest_phase.as_ref().unwrap(), "2028");
    let months = |need: &StaffNeed| (need.agency.clone().unwrap().to_string(), need.months.best);
    let staff: Vec<_> = item.staff_months.iter().map(months).collect();
    assert_eq!(staff, [("moj".to_owned(), 15.0), ("mof".to_owned(), 3.0)]);
    let shares: Vec<f64> = item.channels.iter().map(|channel| channel.share).collect();
    assert_eq!(shares, [0.5, 0.25]);
    assert_eq!(item.channels[0].need.as_ref().unwrap().level.best, 25.0);
    assert_eq!(item.scores["ready"].best, Measure::Level("runs".to_owned()));
    // Amounts by phase keep their proportions.
    let Capex::PerPhase(amounts) = &after.items[1].capex else { panic!("it is a list") };
    assert_eq!(amounts.iter().map(|own| own.best).collect::<Vec<_>>(), [22.0, 44.0]);
    let demand: &Score = &after.items[1].scores["demand"];
    assert_eq!(demand.best, Measure::Number(12_000.5));
    assert_eq!(demand.reference.as_deref(), Some("Отчёт 2025"));
    assert_eq!(demand.by.as_deref(), Some("Ministry of Justice"));
    assert_eq!(demand.source, Some(Source::Stated));
    assert_eq!(after.items[2..], scenario.items[2..]);
}

/// The workbook of one ministry with some cells filled in.
fn filled() -> (Scenario, Sheets, Scenario) {
    let scenario = small();
    let mut sheets = Sheets::of(&book(&scenario, "moj", "en"));
    sheets.set("birth", "capex", 41.0).set("register", "scores/risk", 45.0);
    sheets.set("register", "kind", "Standard").set("birth", "scores/ready", "");
    sheets.set("birth", "channels/web/need/users", 26.0);
    let found = collect(&scenario, &[("moj.xlsx", sheets.bytes())]);
    assert_eq!((found.changes(), found.remarks.len()), (5, 0));
    let after = applied(&scenario, &found, true, &[]);
    (scenario, sheets, without_places(after))
}

/// Places name rows and columns, which were moved.
fn without_places(mut scenario: Scenario) -> Scenario {
    for item in &mut scenario.items {
        if let Capex::Total(told) = &mut item.capex {
            told.note = None;
        }
        item.scores.values_mut().for_each(|score| score.note = None);
        item.provenance.clear();
        for need in item.channels.iter_mut().filter_map(|channel| channel.need.as_mut()) {
            need.level.note = None;
        }
    }
    scenario
}

fn comes_to(scenario: &Scenario, bytes: Vec<u8>, expected: &Scenario) {
    let found = collect(scenario, &[("moj.xlsx", bytes)]);
    assert_eq!(found.remarks, []);
    assert_eq!(without_places(applied(scenario, &found, true, &[])), *expected);
}

#[test]
fn sorted_rows_moved_columns_and_new_names_of_sheets_do_not_matter() {
    let (scenario, sheets, expected) = filled();
    let mut moved = sheets.clone();
    for topic in ["items", "costs", "scores", "access"] {
        let rows = moved.rows(topic);
        rows[5..].reverse();
        for row in rows.iter_mut() {
            let width = 60;
            row.resize(width, Cell::Empty);
            row.rotate_right(7);
        }
        // Lines above, as of a letterhead.
        rows.insert(0, vec![Cell::Text("Ministry".to_owned())]);
        rows.insert(3, vec![]);
    }
    moved.0.reverse();
    for (at, (name, _)) in moved.0.iter_mut().enumerate() {
        *name = format!("Лист {at}");
    }
    comes_to(&scenario, moved.bytes(), &expected);
}

#[test]
fn heads_that_were_sorted_along_are_told_from_answers() {
    let (scenario, sheets, expected) = filled();
    let mut moved = sheets;
    for topic in ["items", "costs", "scores", "access"] {
        let rows = moved.rows(topic);
        // Answers come to stand between codes and heads.
        rows[1..].reverse();
    }
    let found = collect(&scenario, &[("moj.xlsx", moved.bytes())]);
    // Heads over columns may pass for rows without a name, which give nothing.
    let nameless = |own: &Remark| matches!(own, Remark::UnknownRow { name, .. } if name.is_empty());
    assert!(found.remarks.iter().all(nameless), "{:?}", found.remarks);
    assert_eq!(without_places(applied(&scenario, &found, true, &[])), expected);
}

#[test]
fn blanks_around_keys_and_words_do_not_matter() {
    let (scenario, mut sheets, expected) = filled();
    let item = sheets.find("birth", "capex");
    sheets.0[item.0].1[item.1][0] = Cell::Text("  birth\u{a0}".to_owned());
    sheets.set("register", "kind", " STANDARD ");
    comes_to(&scenario, sheets.bytes(), &expected);
}

#[test]
fn another_program_saved_it() {
    let (scenario, sheets, expected) = filled();
    let book = load_from_xlsx_bytes(&sheets.bytes(), "book", "en", "UTC").unwrap();
    let model = Model::from_workbook(book, "en").unwrap();
    let writer = std::io::Cursor::new(Vec::new());
    let bytes = ironcalc::export::save_xlsx_to_writer(&model, writer).unwrap().into_inner();
    comes_to(&scenario, bytes, &expected);
}

#[test]
fn the_language_of_the_answers_is_not_that_of_the_questions() {
    let scenario = small();
    let mut sheets = Sheets::of(&book(&scenario, "moj", "kk"));
    sheets.set("birth", "kind", "Реестр").set("register", "kind", "legal");
    sheets.set("birth", "mandatory", "yes").set("birth", "scores/ready", "Есть команда");
    sheets.set("register", "scores/ready", "runs").set("register", "latest_phase", 2028.0);
    let found = collect(&scenario, &[("moj.xlsx", sheets.bytes())]);
    let after = applied(&scenario, &found, false, &[]);
    assert_eq!(after.items[0].kind, ItemKind::Register);
    assert_eq!(after.items[1].kind, ItemKind::Legal);
    assert!(after.items[0].mandatory);
    assert_eq!(after.items[0].scores, scenario.items[0].scores);
    assert_eq!(after.items[1].scores["ready"].best, Measure::Level("runs".to_owned()));
    assert_eq!(after.items[1].latest_phase.as_ref().unwrap(), "2028");
}

#[test]
fn formulas_are_inert_and_what_they_came_to_is_taken() {
    let scenario = small();
    let bytes = book(&scenario, "moj", "en");
    let mut xml = Xml::of(&bytes);
    xml.put("birth", "capex", "", "<f>40+2</f><v>42</v>")
        .put("birth", "opex_per_year", "", "<f>WEBSERVICE(\"http://x\")</f>")
        .put("birth", "note", " t=\"str\"", "<f>\"=cmd|\"&amp;A1</f><v>=cmd|x</v>")
        .put("register", "capex", " t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>");
    let found = collect(&scenario, &[("moj.xlsx", xml.bytes())]);
    let after = applied(&scenario, &found, false, &[]);
    assert_eq!(after.items[0].capex.total(), 42.0);
    assert_eq!(after.items[0].opex_per_year, scenario.items[0].opex_per_year);
    assert_eq!(after.items[0].provenance["item"].note.as_deref(), Some("=cmd|x"));
    assert_eq!(after.items[1].capex, scenario.items[1].capex);
    let doubts = &found.difference.rows[0].doubts;
    let is =
        |wanted: &str| doubts.iter().filter(|own| format!("{own:?}").starts_with(wanted)).count();
    assert_eq!((is("Formula"), is("NotComputed")), (2, 1), "{doubts:?}");
    // What came in as words goes out as words again.
    let again = Sheets::of(&book(&after, "moj", "en"));
    assert_eq!(again.get("birth", "note"), Cell::Text("=cmd|x".to_owned()));
    assert!(!found.remarks.iter().any(Remark::refuses));
}
