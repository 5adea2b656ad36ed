//! Asking the ministries, and collecting what they answer.

use crate::support::{click, open, press, run, says, scenario, set_path, until};
use calamine::{Reader, Xlsx, open_workbook};
use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use phasewise::app::Appearance;
use phasewise::app::ministries::{Request, ministries};
use phasewise::files::tables::{Book, Cell, Limits};
use phasewise::model::{Capex, Item};
use phasewise::texts::Texts;

#[test]
fn workbooks_are_written_one_for_each_agency_and_never_over_answers_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("asked");
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    run(&mut harness, "Ask the ministries");
    set_path(&mut harness, &to);
    harness.get_by_role_and_label(Role::TextInput, "Answers until").focus();
    harness.run_steps(1);
    harness.event(Event::Text("soon".to_owned()));
    harness.run_steps(2);
    click(&mut harness, "Write the workbooks");
    assert!(says(&harness, "“soon” is no date"));
    harness.get_by_role_and_label(Role::TextInput, "Answers until").focus();
    harness.run_steps(1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(Event::Text("2026-12-31".to_owned()));
    harness.run_steps(2);
    click(&mut harness, "Write the workbooks");
    assert!(until(&mut harness, |harness| harness.query_by_label("Open the folder").is_some()));
    assert!(harness.query_by_label("Open the file").is_none(), "there is not one file");
    let own = harness.state().workspace().document().scenario().clone();
    let expected = ministries(&own, &Request::default(), &Texts::new("en")).unwrap();
    for book in &expected {
        let opened: Result<Xlsx<_>, _> = open_workbook(to.join(&book.file));
        assert!(!opened.unwrap().sheet_names().is_empty(), "{}", book.file);
    }
    click(&mut harness, "Close");
    run(&mut harness, "Ask the ministries");
    set_path(&mut harness, &to);
    click(&mut harness, "Write the workbooks");
    assert!(until(&mut harness, |harness| says(harness, "is there already")));
}

#[test]
fn what_comes_back_unchanged_changes_nothing_and_what_is_no_answer_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    let own = harness.state().workspace().document().scenario().clone();
    let books = ministries(&own, &Request::default(), &Texts::new("en")).unwrap();
    for book in &books {
        std::fs::write(folder.path().join(&book.file), &book.bytes).unwrap();
    }
    std::fs::write(folder.path().join("zzz.xlsx"), "no workbook").unwrap();
    run(&mut harness, "Collect the ministries");
    set_path(&mut harness, folder.path());
    click(&mut harness, "Look at it");
    assert!(until(&mut harness, |harness| says(harness, "Taken: 0 new, 0 changed")));
    assert!(says(&harness, "0 cells answered"));
    assert!(says(&harness, "Nothing of it can be taken"));
    assert!(says(&harness, &books[0].file));
    let accept = harness.get_by_label("Take 0 items in");
    assert!(accept.accesskit_node().is_disabled(), "there is nothing to take");
    click(&mut harness, "Cancel");
    assert_eq!(harness.state().workspace().document().scenario(), &own);
    let empty = tempfile::tempdir().unwrap();
    run(&mut harness, "Collect the ministries");
    set_path(&mut harness, empty.path());
    click(&mut harness, "Look at it");
    assert!(says(&harness, "holds no workbook"));
}

/// The workbook as another program saves it, with another number in the place of the first
/// such one in an item's row on the sheet of costs.
fn answered(bytes: &[u8], item: &Item, was: f64, becomes: f64) -> Vec<u8> {
    let mut book = Book::from_bytes("book", bytes.to_vec(), Limits::default()).unwrap();
    let names: Vec<String> = book.sheets().map(str::to_owned).collect();
    let mut made = rust_xlsxwriter::Workbook::new();
    let mut changed = 0;
    for name in names {
        let sheet = book.sheet(&name).unwrap();
        let own = made.add_worksheet().set_name(&name).unwrap();
        let is_costs = sheet.cell(0, 0).shown() == "phasewise:costs";
        for row in 0..sheet.row_count() {
            let is_own =
                is_costs && sheet.row(row).iter().any(|cell| *cell.shown() == *item.id.as_str());
            for (column, cell) in (0..).zip(sheet.row(row)) {
                let row = u32::try_from(row).unwrap();
                match cell {
                    Cell::Empty => continue,
                    Cell::Number(number) if is_own && changed == 0 && *number == was => {
                        changed += 1;
                        own.write_number(row, column, becomes).unwrap()
                    }
                    Cell::Number(number) => own.write_number(row, column, *number).unwrap(),
                    Cell::Bool(flag) => own.write_boolean(row, column, *flag).unwrap(),
                    other => own.write_string(row, column, other.shown()).unwrap(),
                };
            }
        }
    }
    assert_eq!(changed, 1, "{was} is asked about");
    made.save_to_buffer().unwrap()
}

#[test]
fn two_copies_that_contradict_each_other_are_settled_and_taken_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Dark, 1.0);
    let own = harness.state().workspace().document().scenario().clone();
    let cost = |item: &Item| match &item.capex {
        Capex::Total(total) => Some(total.best),
        Capex::PerPhase(_) => None,
    };
    let has_cost = |item: &&Item| item.owner.is_some() && cost(item).is_some_and(|cost| cost > 0.0);
    let books = ministries(&own, &Request::default(), &Texts::new("en")).unwrap();
    let item = own.items.iter().find(has_cost).unwrap();
    let was = cost(item).unwrap();
    let book = books.iter().find(|book| book.agency == item.owner).unwrap();
    for (file, times) in [("first.xlsx", 1.25), ("second.xlsx", 1.5)] {
        std::fs::write(folder.path().join(file), answered(&book.bytes, item, was, was * times))
            .unwrap();
    }
    run(&mut harness, "Collect the ministries");
    set_path(&mut harness, folder.path());
    click(&mut harness, "Look at it");
    assert!(until(&mut harness, |harness| says(harness, "Conflicts: 0 of 1 settled")));
    assert!(harness.get_by_label("Take 0 items in").accesskit_node().is_disabled());
    let second = Texts::new("en").exact_number(was * 1.5);
    let choice = harness
        .get_all_by_role(Role::RadioButton)
        .find(|node| node.accesskit_node().label().is_some_and(|words| words.contains(&second)))
        .unwrap();
    choice.click();
    harness.run_steps(3);
    assert!(says(&harness, "Conflicts: 1 of 1 settled"));
    click(&mut harness, "Take 1 item in");
    let after = harness.state().workspace().document().scenario().clone();
    let changed = after.items.iter().find(|other| other.id == item.id).unwrap();
    assert_eq!(cost(changed), Some(was * 1.5));
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(harness.state().workspace().document().scenario(), &own, "one step");
}
