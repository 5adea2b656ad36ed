//! What can come back instead of answers, each with its sentence in every language; and
//! nothing of it ever changes what nobody meant.

use super::support::{LANGUAGES, Sheets, applied, book, collect, small};
use phasewise::app::importing::{Additions, doubt_words};
use phasewise::app::ministries::{Collected, Remark, collected, remark_words};
use phasewise::files::tables::Cell;
use phasewise::model::Scenario;
use phasewise::texts::Texts;

/// What is told about what came back, in a language.
fn told(found: &Collected, scenario: &Scenario, language: &str) -> String {
    let texts = Texts::new(language);
    let remarks = found.remarks.iter().map(|own| remark_words(own, scenario, &texts));
    let doubts = found.difference.rows.iter().flat_map(|row| &row.doubts);
    let doubts = doubts.map(|own| doubt_words(own, scenario, &Additions::default(), &texts));
    remarks.chain(doubts).collect::<Vec<_>>().join("\n")
}

/// A way to spoil a workbook, and what must be said of it in English.
type Case = (&'static str, fn(&mut Sheets), &'static [&'static str]);

/// Cases in which nothing at all may be taken unasked.
const UNTAKEN: &[Case] = &[
    (
        "words for a number",
        |s| {
            s.set("birth", "capex", "about forty");
        },
        &["“about forty” is no number", "Costs and people!C6"],
    ),
    (
        "a number below nothing",
        |s| {
            s.set("birth", "capex", -3.0);
        },
        &["−3"],
    ),
    (
        "an error",
        |s| {
            s.set("birth", "capex", Cell::Text("#REF!".into()));
        },
        &["#REF!"],
    ),
    (
        "a share above all",
        |s| {
            s.set("birth", "channels/web/share", 60.0);
        },
        &["cannot be “60”", "Share of Web"],
    ),
    (
        "half a phase",
        |s| {
            s.set("birth", "duration", 1.5);
        },
        &["cannot be “1.5”"],
    ),
    (
        "no phase of work",
        |s| {
            s.set("birth", "duration", 0.0);
        },
        &["cannot be “0”"],
    ),
    (
        "work without end",
        |s| {
            s.set("birth", "duration", 1e9);
        },
        &["cannot be"],
    ),
    (
        "a kind that is none",
        |s| {
            s.set("birth", "kind", "spaceship");
        },
        &["“spaceship”", "Kind"],
    ),
    (
        "a level that is none",
        |s| {
            s.set("birth", "scores/ready", "superb");
        },
        &["“superb”", "Readiness"],
    ),
    (
        "a phase that is none",
        |s| {
            s.set("birth", "earliest_phase", "1999");
        },
        &["1999"],
    ),
    (
        "a date for a number",
        |s| {
            s.set("birth", "capex", Cell::Text("2026-01-01".into()));
        },
        &["2026-01-01"],
    ),
    (
        "yes for a number",
        |s| {
            s.set("birth", "capex", Cell::Bool(true));
        },
        &["is no number"],
    ),
    (
        "a score beyond its scale",
        |s| {
            s.set("birth", "scores/risk", 400.0);
        },
        &["400", "from 0 to 100"],
    ),
    (
        "a hundred times as much",
        |s| {
            s.set("birth", "capex", 40_000.0).set("birth", "capex/high", 50_000.0);
        },
        &["a hundred times off"],
    ),
    (
        "a range that holds nothing",
        |s| {
            s.set("birth", "capex/low", 44.0);
        },
        &["not in order"],
    ),
    (
        "a best value outside of its range",
        |s| {
            s.set("birth", "capex", 56.0);
        },
        &["not in order"],
    ),
    (
        "a latest start before the earliest",
        |s| {
            s.set("birth", "earliest_phase", "2029").set("birth", "latest_phase", "2027");
        },
        &["not in order"],
    ),
    (
        "a range of nothing",
        |s| {
            s.set("register", "opex_per_year/low", 3.0);
        },
        &["without a best value"],
    ),
    (
        "a source of nothing",
        |s| {
            s.set("register", "source:opex_per_year", "Stated");
        },
        &["without a best value"],
    ),
    (
        "an emptied cell",
        |s| {
            s.set("birth", "scores/demand", "");
        },
        &["Demand was emptied"],
    ),
    (
        "an emptied choice",
        |s| {
            s.set("birth", "kind", "");
        },
        &["Kind was emptied"],
    ),
    (
        "a word for nothing",
        |s| {
            s.set("birth", "capex", "н/д");
        },
        &["was emptied"],
    ),
    (
        "a row deleted",
        |s| {
            s.rows("scores").remove(5);
        },
        &["a row is gone", "Birth certificate"],
    ),
    (
        "all rows deleted",
        |s| {
            s.rows("scores").truncate(5);
        },
        &["2 rows are gone"],
    ),
    (
        "a row added",
        |s| {
            s.rows("items").push(vec![
                Cell::Empty,
                Cell::Text("Passport".into()),
                Cell::Text("Service".into()),
            ]);
        },
        &["row was added"],
    ),
    (
        "a row added elsewhere",
        |s| {
            s.rows("costs").push(vec![
                Cell::Text("passport".into()),
                Cell::Text("Passport".into()),
                Cell::Number(3.0),
            ]);
        },
        &["“Passport” is no item"],
    ),
    (
        "a row of others",
        |s| {
            s.rows("costs").push(vec![
                Cell::Text("tax".into()),
                Cell::Text("Tax return".into()),
                Cell::Number(3.0),
            ]);
        },
        &["was not asked about “Tax return”"],
    ),
    (
        "a column deleted",
        |s| {
            for row in s.rows("costs") {
                if row.len() > 2 {
                    row.remove(2);
                }
            }
        },
        &["columns are gone", "Cost of building"],
    ),
    (
        "the row of codes deleted",
        |s| {
            s.rows("costs").remove(0);
        },
        &["“Costs and people”", "is gone"],
    ),
    (
        "a sheet deleted",
        |s| {
            let at = s.at("scores");
            s.0.remove(at);
        },
        &["“Scores”", "is gone"],
    ),
    (
        "the version deleted",
        |s| {
            s.0.retain(|(name, _)| name != "phasewise");
            s.set("birth", "capex", 41.0);
        },
        &["hidden sheet", "nothing is taken"],
    ),
    (
        "the version changed",
        |s| {
            let at = s.0.len() - 1;
            let rows = &mut s.0[at].1;
            let last = rows.len() - 1;
            rows[last][3] = Cell::Number(77.0);
            s.set("birth", "capex", 41.0);
        },
        &["hidden sheet"],
    ),
    (
        "the version cut",
        |s| {
            let at = s.0.len() - 1;
            s.0[at].1.truncate(4);
            s.set("birth", "capex", 41.0);
        },
        &["hidden sheet"],
    ),
    (
        "another scenario",
        |s| {
            version(s, "scenario", "other");
            version(s, "title", "Other plan");
            s.set("birth", "capex", 41.0);
        },
        &["another scenario, “Other plan”"],
    ),
    (
        "a newer program",
        |s| {
            version(s, "form", "99");
            s.set("birth", "capex", 41.0);
        },
        &["newer version"],
    ),
    (
        "none of ours",
        |s| {
            s.0 = vec![(
                "Sheet1".into(),
                vec![
                    vec![Cell::Text("key".into()), Cell::Text("capex".into())],
                    vec![Cell::Text("birth".into()), Cell::Number(41.0)],
                ],
            )]
        },
        &["no sheet of questions"],
    ),
    (
        "a sheet of an unknown sort",
        |s| {
            for topic in ["items", "costs", "scores", "access"] {
                s.rows(topic)[0][0] = Cell::Text("phasewise:other".into());
            }
        },
        &["no sheet of questions"],
    ),
];

/// Cases in which something is told and the answers are taken all the same.
const TAKEN: &[Case] = &[
    (
        "a key changed",
        |s| {
            s.rows("costs")[5][0] = Cell::Text("b-7".into());
            s.set("register", "capex", 34.0);
            s.rows("costs")[5][2] = Cell::Number(41.0);
        },
        &["changed to “b-7”", "Birth certificate"],
    ),
    (
        "a key deleted",
        |s| {
            s.rows("costs")[5][0] = Cell::Empty;
            s.rows("costs")[5][2] = Cell::Number(41.0);
        },
        &["By its name", "Birth certificate"],
    ),
    (
        "a row copied",
        |s| {
            s.set("birth", "capex", 41.0);
            let row = s.rows("costs")[5].clone();
            s.rows("costs").push(row);
        },
        &["second row is about “Birth certificate”"],
    ),
    (
        "a sheet copied",
        |s| {
            s.set("birth", "capex", 41.0);
            let at = s.at("costs");
            let rows = s.0[at].1.clone();
            s.0.push(("Copy".into(), rows));
        },
        &["another sheet too"],
    ),
    (
        "notes beside the table",
        |s| {
            s.set("birth", "capex", 41.0);
            s.rows("costs")[0].extend([Cell::Text("our own remarks".into())]);
            s.rows("costs")[6].extend(vec![Cell::Text("x".into()); 9]);
        },
        &["our own remarks"],
    ),
];

fn version(sheets: &mut Sheets, key: &str, value: &str) {
    let at = sheets.0.len() - 1;
    let row = sheets.0[at].1.iter_mut().find(|row| row[0] == Cell::Text(key.to_owned())).unwrap();
    row.truncate(1);
    row.push(Cell::Text(value.to_owned()));
}

fn check(cases: &[Case], taken: bool) {
    let scenario = small();
    for (name, spoil, wanted) in cases {
        let mut sheets = Sheets::of(&book(&scenario, "moj", "en"));
        spoil(&mut sheets);
        let found = collect(&scenario, &[("moj.xlsx", sheets.bytes())]);
        let english = told(&found, &scenario, "en");
        for words in *wanted {
            assert!(english.contains(words), "{name}: {words} is not in {english}");
        }
        let after = applied(&scenario, &found, false, &[]);
        match taken {
            true => assert_eq!(after.items[0].capex.total(), 41.0, "{name}: {english}"),
            false => assert_eq!(after, scenario, "{name}: {english}"),
        }
        for language in LANGUAGES {
            let words = told(&found, &scenario, language);
            let raw = words.contains('{') || words.contains("ministries-") || words.is_empty();
            assert!(!raw, "{name}, {language}: {words}");
            assert!(language == "en" || words != english, "{name} is English in {language}");
        }
    }
}

#[test]
fn what_cannot_be_an_answer_changes_nothing_and_is_told() {
    check(UNTAKEN, false);
}

#[test]
fn what_is_odd_is_told_and_answers_are_taken_still() {
    check(TAKEN, true);
}

#[test]
fn what_was_held_back_is_taken_when_a_person_says_so() {
    let scenario = small();
    let base = || Sheets::of(&book(&scenario, "moj", "en"));
    let all = |sheets: &Sheets| {
        let found = collect(&scenario, &[("moj.xlsx", sheets.bytes())]);
        applied(&scenario, &found, true, &[])
    };
    let mut sheets = base();
    sheets
        .set("birth", "scores/demand", "")
        .set("birth", "capex/high", "")
        .set("birth", "note", "x");
    let after = all(&sheets);
    assert!(!after.items[0].scores.contains_key("demand"));
    let phasewise::model::Capex::Total(told) = &after.items[0].capex else { panic!("one amount") };
    assert_eq!((told.low, told.best, told.high), (Some(30.0), 40.0, None));
    // Without a version, what differs from the scenario.
    let mut sheets = base();
    sheets.0.retain(|(name, _)| name != "phasewise");
    sheets.set("birth", "capex", 41.0);
    assert_eq!(all(&sheets).items[0].capex.total(), 41.0);
    // A row that was added is an item of that agency, with what the other sheets say.
    let mut sheets = base();
    let words = |words: &str| Cell::Text(words.to_owned());
    sheets.rows("items").push(vec![words("passport"), words("Passport"), words("Legal act")]);
    sheets.rows("costs").push(vec![
        words("passport"),
        words("Passport"),
        Cell::Number(5.0),
        Cell::Number(4.0),
    ]);
    let after = all(&sheets);
    let new = after.items.last().unwrap();
    assert_eq!((new.id.as_str(), new.name.get("en")), ("passport", "Passport"));
    assert_eq!(new.owner.as_ref().unwrap(), "moj");
    assert_eq!((new.kind, new.capex.total()), (phasewise::model::ItemKind::Legal, 5.0));
}

#[test]
fn files_that_cannot_be_read_do_not_keep_others_from_it() {
    let scenario = small();
    let folder = tempfile::tempdir().unwrap();
    let mut sheets = Sheets::of(&book(&scenario, "moj", "en"));
    sheets.set("birth", "capex", 41.0);
    let good = sheets.bytes();
    let cut = good[..good.len() / 2].to_vec();
    let files: [(&str, Vec<u8>); 5] = [
        ("cut.xlsx", cut),
        ("empty.xlsx", Vec::new()),
        ("letter.pdf", b"%PDF-1.7 dear planners".to_vec()),
        ("text.csv", b"key,capex\nbirth,41\n".to_vec()),
        ("moj.xlsx", good),
    ];
    let mut paths = vec![folder.path().join("nowhere.xlsx")];
    for (name, bytes) in &files {
        paths.push(folder.path().join(name));
        std::fs::write(paths.last().unwrap(), bytes).unwrap();
    }
    let found = collected(&scenario, &paths, None);
    assert_eq!(found.files.iter().filter(|file| file.refused).count(), 5);
    assert_eq!(found.remarks.iter().filter(|own| Remark::refuses(own)).count(), 5);
    assert_eq!(applied(&scenario, &found, false, &[]).items[0].capex.total(), 41.0);
    for language in LANGUAGES {
        let texts = Texts::new(language);
        for (remark, name) in
            found.remarks.iter().zip(["nowhere", "cut", "empty", "letter", "text"])
        {
            let words = remark_words(remark, &scenario, &texts);
            assert!(words.contains(name), "{language}: {words}");
        }
    }
}
