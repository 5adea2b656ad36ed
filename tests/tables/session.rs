//! A table on its way in, step by step, as the window does it.

use crate::support::File;
use phasewise::app::importing::{Destination, Field, Part, Session};
use phasewise::model::{Item, Measure, Scenario};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

const TABLE: &str = "Service;Applications a year;Agency\nBirth certificate;120 000;Justice\n\
                     Land title;80 000;Land\nDriving licence;50 000;Interior\n";

/// Follows until the comparison is of the present state.
fn settle(session: &mut Session, scenario: &Arc<Scenario>, file: Option<&Path>, revision: u64) {
    let begun = Instant::now();
    loop {
        session.follow(scenario, file, revision, || {});
        let failed = matches!(session.table(), Some(Err(_)));
        if session.is_current() || failed {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "it never comes");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn taken_in(session: &Session) -> Scenario {
    let (scenario, edit) = session.accept().expect("there is something to take");
    let mut after = Scenario::clone(&scenario);
    edit.apply(&mut after).unwrap();
    after
}

fn number(item: &Item, criterion: &str) -> f64 {
    match item.scores[criterion].best {
        Measure::Number(number) => number,
        Measure::Level(_) => f64::NAN,
    }
}

#[test]
fn a_column_is_told_a_unit_changed_and_a_row_left_out() {
    let file = File::of("services.csv", TABLE);
    let mut session = Session::begin(&file.path, Destination::New, || {});
    let empty = Arc::new(Scenario::default());
    settle(&mut session, &empty, None, 0);
    assert_eq!(session.taken().new, 3);
    let before = taken_in(&session);
    assert_eq!(number(&before.items[0], "demand"), 120_000.0);
    session.set_factor(1, 12.0);
    assert!(!session.is_current(), "what was compared is of the state before");
    assert!(session.accept().is_none(), "and cannot be taken");
    settle(&mut session, &empty, None, 0);
    assert_eq!(number(&taken_in(&session).items[0], "demand"), 1_440_000.0);
    session.set_factor(1, 0.0);
    session.set_factor(1, f64::NAN);
    assert!(session.is_current(), "a unit of nothing is none");
    session.set_field(1, Some(Field::Staff(Part::Best)));
    session.accepted.rows[2] = false;
    settle(&mut session, &empty, None, 0);
    session.accepted.rows[2] = false;
    assert_eq!(session.taken().new, 2);
    let after = taken_in(&session);
    assert_eq!(after.items.len(), 2);
    assert_eq!(after.items[1].name.get("en"), "Land title");
    assert!(after.items[1].scores.is_empty(), "the column is for something else now");
}

#[test]
fn the_scenario_that_changes_meanwhile_is_compared_anew() {
    let file = File::of("services.csv", TABLE);
    let mut session = Session::begin(&file.path, Destination::Present, || {});
    let mut scenario = Scenario::default();
    settle(&mut session, &Arc::new(scenario.clone()), None, 1);
    assert_eq!(session.taken().new, 3);
    scenario.items.push(Item {
        id: "land-title".into(),
        name: "Land title".into(),
        ..Item::default()
    });
    settle(&mut session, &Arc::new(scenario), None, 2);
    let taken = session.taken();
    assert_eq!((taken.new, taken.changed, taken.removed), (2, 1, 0));
    session.set_destination(Destination::New);
    settle(&mut session, &Arc::default(), None, 3);
    assert_eq!(session.taken().new, 3, "a new one has none of them");
}

#[test]
fn a_mapping_that_is_kept_is_found_for_the_next_table_beside_it_or_beside_the_scenario() {
    let file = File::of("services.csv", TABLE);
    let mut session = Session::begin(&file.path, Destination::New, || {});
    let empty = Arc::new(Scenario::default());
    settle(&mut session, &empty, None, 0);
    assert_eq!(session.map(), None);
    session.set_field(1, None);
    settle(&mut session, &empty, None, 0);
    session.keep_map().unwrap();
    let next = file.folder.path().join("next.csv");
    std::fs::write(&next, TABLE.replace("120 000", "130 000")).unwrap();
    let mut session = Session::begin(&next, Destination::New, || {});
    settle(&mut session, &empty, None, 0);
    let kept = file.folder.path().join("services.map.ron");
    assert_eq!(session.map(), Some(kept.as_path()));
    assert_eq!(session.mapping().unwrap().columns[1].field, None, "as it was told last year");
    assert_eq!(session.map_path(), kept, "it is kept where it was");
    let elsewhere = File::of("services.csv", TABLE);
    let mut session = Session::begin(&elsewhere.path, Destination::Present, || {});
    let own = file.folder.path().join("programme.ron");
    settle(&mut session, &empty, Some(&own), 0);
    assert_eq!(session.map(), Some(kept.as_path()));
}

#[test]
fn a_sheet_is_chosen_and_what_cannot_be_read_says_why() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, service, count) in [("2005", "Passport", 3), ("2006", "Licence", 2)] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (column, title) in ["Service", "Applications"].iter().enumerate() {
            sheet.write(0, column as u16, *title).unwrap();
        }
        for row in 1..=count {
            sheet.write(row, 0, format!("{service} {row}")).unwrap();
            sheet.write(row, 1, 100 * row).unwrap();
        }
    }
    let file = File::of("services.xlsx", book.save_to_buffer().unwrap());
    let mut session = Session::begin(&file.path, Destination::New, || {});
    let empty = Arc::new(Scenario::default());
    settle(&mut session, &empty, None, 0);
    assert_eq!(session.taken().new, 3);
    session.read_sheet("2006", || {});
    assert!(session.table().is_none(), "it is being read");
    settle(&mut session, &empty, None, 0);
    assert_eq!(taken_in(&session).items[0].name.get("en"), "Licence 1");
    session.read_sheet("2007", || {});
    settle(&mut session, &empty, None, 0);
    let problem = session.table().unwrap().unwrap_err();
    assert_eq!(problem.code, "table-no-such-sheet");
    assert!(session.accept().is_none());
}
