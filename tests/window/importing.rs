//! Bringing a table in: columns against fields, a difference before anything changes,
//! one step of undo.

use crate::support::{click, open, press, says, scenario, set_path, until};
use eframe::egui::{DroppedFile, Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, SnapshotResults};
use phasewise::app::Appearance;
use phasewise::app::ministries::{Request, ministries};
use phasewise::model::Scenario;
use phasewise::texts::Texts;
use phasewise::ui::Window;
use std::path::{Path, PathBuf};

const TABLE: &str = "Услуга;Обращений в год;Ведомство\nСправка о рождении;120 000;Минюст\n\
                     Технический паспорт;80 000;Земельный комитет\nИтого;200 000;\n";

/// A file that is let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn table(folder: &tempfile::TempDir) -> PathBuf {
    let path = folder.path().join("services.csv");
    std::fs::write(&path, TABLE).unwrap();
    path
}

fn begin(harness: &mut Harness<'_, Window>, path: &Path) {
    press(harness, Modifiers::COMMAND, Key::I);
    choose(harness, path);
}

fn choose(harness: &mut Harness<'_, Window>, path: &Path) {
    set_path(harness, path);
    click(harness, "Look at it");
}

fn present(harness: &Harness<'_, Window>) -> Scenario {
    harness.state().workspace().document().scenario().as_ref().clone()
}

/// Waits until so many items can be taken in.
fn offers(harness: &mut Harness<'_, Window>, words: &str) -> bool {
    until(harness, |harness| {
        let enabled = |node: egui_kittest::Node<'_>| !node.accesskit_node().is_disabled();
        harness.query_by_label(words).is_some_and(enabled)
    })
}

#[test]
fn a_table_is_looked_at_corrected_taken_in_and_taken_back_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let path = table(&folder);
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    let before = present(&harness);
    begin(&mut harness, &path);
    assert!(offers(&mut harness, "Take 2 items in"));
    assert!(says(&harness, "3 of 3 columns are used"));
    assert_eq!(present(&harness), before, "looking changes nothing");
    // The sum under the table is passed over, and says why.
    click(&mut harness, "Passed over 1");
    assert!(says(&harness, "It adds up other rows"));
    click(&mut harness, "New 2");
    // Columns are told: the ministries count in thousands.
    click(&mut harness, "What the numbers of Обращений в год are times");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(Event::Text("1000".to_owned()));
    harness.run_steps(1);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert!(until(&mut harness, |harness| says(harness, &Texts::new("en").exact_number(1.2e8))));
    // One of the two is left out.
    click(&mut harness, "Take Технический паспорт");
    assert!(offers(&mut harness, "Take 1 item in"));
    click(&mut harness, "Take 1 item in");
    let after = present(&harness);
    assert_eq!(after.items.len(), before.items.len() + 1);
    let new = after.items.last().unwrap();
    assert_eq!(new.name.get("ru"), "Справка о рождении");
    assert!(says(&harness, "1 added"));
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(present(&harness), before, "one step takes all of it back");
}

#[test]
fn the_same_table_again_changes_nothing_and_its_mapping_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = table(&folder);
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    begin(&mut harness, &path);
    assert!(offers(&mut harness, "Take 2 items in"));
    click(&mut harness, "Take 2 items in");
    assert!(folder.path().join("services.map.ron").exists(), "the mapping is kept");
    let before = present(&harness);
    begin(&mut harness, &path);
    assert!(until(&mut harness, |harness| says(harness, "Columns as in services.map.ron")));
    assert!(until(&mut harness, |harness| says(harness, "Unchanged 2")));
    assert!(says(&harness, "Taken: 0 new, 0 changed"));
    click(&mut harness, "Cancel");
    assert_eq!(present(&harness), before);
}

#[test]
fn a_dropped_spreadsheet_comes_in_and_a_new_scenario_is_made_of_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = table(&folder);
    let mut harness = open(&scenario("eu20.ron"), Appearance::Dark, 1.0);
    let before = present(&harness);
    harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path.clone())));
    assert!(offers(&mut harness, "Take 2 items in"));
    click(&mut harness, "Cancel");
    press(&mut harness, Modifiers::COMMAND, Key::N);
    click(&mut harness, "From a spreadsheet…");
    choose(&mut harness, &path);
    assert!(offers(&mut harness, "Take 2 items in"));
    click(&mut harness, "Take 2 items in");
    let made = present(&harness);
    assert_eq!(made.items.len(), 2);
    assert_eq!(made.id, "services");
    assert!(harness.state().workspace().document().is_unsaved(), "nobody loses it unasked");
    assert_eq!(harness.state().tabs().count(), 2, "the other one is still open");
    press(&mut harness, Modifiers::COMMAND, Key::PageUp);
    assert_eq!(present(&harness), before);
}

#[test]
fn what_cannot_be_read_says_why_and_offers_another_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("services.xlsx");
    std::fs::write(&path, "%PDF-1.7 no spreadsheet").unwrap();
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    begin(&mut harness, &path);
    assert!(until(&mut harness, |harness| says(harness, "is a PDF document")));
    click(&mut harness, "Choose another file…");
    choose(&mut harness, &table(&folder));
    assert!(offers(&mut harness, "Take 2 items in"));
}

#[test]
fn pictures_of_a_table_on_its_way_in() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/tables/canada_services.csv");
    let mut results = SnapshotResults::new();
    for (appearance, zoom, suffix) in [
        (Appearance::Light, 1.0, "light"),
        (Appearance::Dark, 1.0, "dark"),
        (Appearance::Light, 1.5, "150"),
    ] {
        let mut harness = open(&scenario("kazakhstan.ron"), appearance, zoom);
        begin(&mut harness, &path);
        assert!(until(&mut harness, |harness| says(harness, "Taken: 1")));
        click(&mut harness, "ATSSC Registry Services");
        harness.run_steps(2);
        let mask = harness.get_by_label_contains("of 62 planned").rect();
        let right = harness.ctx.content_rect().right();
        harness.mask(mask.expand(4.0).with_max_x(right));
        harness.snapshot(format!("import_{suffix}"));
        results.extend(harness.take_snapshot_results());
    }
}

/// Somebody drops a ministry's answer as if it were any table.
#[test]
fn a_workbook_that_went_out_to_a_ministry_offers_to_collect_its_answers() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    let own = present(&harness);
    let books = ministries(&own, &Request::default(), &Texts::new("en")).unwrap();
    let path = folder.path().join(&books[0].file);
    std::fs::write(&path, &books[0].bytes).unwrap();
    harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path)));
    assert!(until(&mut harness, |harness| says(harness, "went out to a ministry")));
    click(&mut harness, "Collect its answers");
    assert!(until(&mut harness, |harness| says(harness, "Answers of the ministries")));
    assert_eq!(present(&harness), own, "nothing was accepted");
}
