//! Nothing is lost: the history page, and work that a crash left behind.

use crate::support::{PATIENCE, click, says, scenario, settle, until};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use phasewise::app::{Document, Edit, Journals, Label, ListEdit, Settings};
use phasewise::ui::Window;
use std::path::{Path, PathBuf};

fn copy_of_eu20(folder: &Path) -> PathBuf {
    let file = folder.join("mine.ron");
    std::fs::copy(scenario("eu20.ron"), &file).unwrap();
    file
}

/// A window that keeps journals in this folder, as the program opens it.
fn open(file: &Path, journals: &Journals) -> Harness<'static, Window> {
    let document = Document::open_with_history(file, journals).unwrap();
    let settings = Settings { reduced_motion: true, ..Settings::default() };
    let journals = journals.clone();
    let mut harness =
        Harness::builder().with_size([1280.0, 800.0]).with_max_steps(60).wgpu().build_eframe(
            move |context| {
                let mut window = Window::new(document, settings, None, &context.egui_ctx);
                window.keep_journals(journals, &context.egui_ctx);
                window
            },
        );
    settle(&mut harness);
    harness
}

/// Chooses from a menu; an entry's name goes on with its shortcut.
fn choose(harness: &mut Harness<'_, Window>, menu: &str, entry: &str) {
    click(harness, menu);
    harness.run_steps(3);
    harness.get_by_label_contains(entry).click();
    harness.run_steps(3);
}

fn rename(document: &mut Document, at: usize, name: &str) {
    let mut item = document.scenario().items[at].clone();
    item.name = name.into();
    let edit = Edit::Items(ListEdit::Replace { at, value: Box::new(item) });
    document.apply(Label::new("edit-name", name), edit, None).unwrap();
}

fn item_name(harness: &Harness<'_, Window>, at: usize) -> String {
    harness.state().workspace().document().scenario().items[at].name.get("en").to_owned()
}

#[test]
fn after_a_crash_the_next_start_offers_the_work_and_gives_it_back_with_its_history() {
    let folder = tempfile::tempdir().unwrap();
    let (file, journals) =
        (copy_of_eu20(folder.path()), Journals::new(folder.path().join("state")));
    let mut document = Document::open_with_history(&file, &journals).unwrap();
    rename(&mut document, 0, "First service");
    rename(&mut document, 1, "Second service");
    drop(document);
    let mut harness = open(&file, &journals);
    assert_ne!(item_name(&harness, 0), "First service", "the file does not have it");
    assert!(until(&mut harness, |harness| says(harness, "2 changes not saved")));
    assert!(says(&harness, "Name of Second service"), "the last step is named");
    click(&mut harness, "Get mine back");
    assert!(until(&mut harness, |harness| item_name(harness, 0) == "First service"));
    assert!(says(&harness, "Your unsaved work is back"));
    assert!(harness.state().workspace().document().is_unsaved());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(item_name(&harness, 0), "First service");
    assert_ne!(item_name(&harness, 1), "Second service", "undo reaches over the crash");
}

#[test]
fn work_that_was_left_can_be_had_back_or_deleted_for_good() {
    let folder = tempfile::tempdir().unwrap();
    let (file, journals) =
        (copy_of_eu20(folder.path()), Journals::new(folder.path().join("state")));
    let mut document = Document::open_with_history(&file, &journals).unwrap();
    rename(&mut document, 0, "First service");
    document.leave_behind();
    drop(document);
    let mut harness = open(&file, &journals);
    std::thread::sleep(PATIENCE / 100);
    harness.run_steps(5);
    assert!(!says(&harness, "left without saving"), "it is not offered unasked");
    choose(&mut harness, "File", "Recover unsaved work…");
    assert!(until(&mut harness, |harness| says(harness, "1 change left without saving")));
    click(&mut harness, "Delete mine for good");
    assert!(journals.rests().is_empty());
    choose(&mut harness, "File", "Recover unsaved work…");
    assert!(until(&mut harness, |harness| says(harness, "no unsaved work to recover")));
}

#[test]
fn the_history_page_goes_back_and_forth_keeps_reasons_and_writes_the_decisions_log() {
    let folder = tempfile::tempdir().unwrap();
    let (file, journals) =
        (copy_of_eu20(folder.path()), Journals::new(folder.path().join("state")));
    let mut harness = open(&file, &journals);
    let first = item_name(&harness, 0);
    for (at, name) in [(0, "First service"), (1, "Second service"), (2, "Third service")] {
        let mut item = harness.state().workspace().document().scenario().items[at].clone();
        item.name = name.into();
        let edit = Edit::Items(ListEdit::Replace { at, value: Box::new(item) });
        let label = Label::new("edit-name", name);
        harness.state_mut().workspace_mut().apply(label, edit, None).unwrap();
    }
    settle(&mut harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num7);
    settle(&mut harness);
    assert!(says(&harness, "You are here"));
    click(&mut harness, "Go to: Name of First service");
    assert_eq!(item_name(&harness, 0), "First service");
    assert_ne!(item_name(&harness, 1), "Second service");
    assert!(says(&harness, "Taken back"));
    click(&mut harness, "Go to: As it was at first");
    assert_eq!(item_name(&harness, 0), first);
    click(&mut harness, "Go to: Name of Third service");
    assert_eq!(item_name(&harness, 2), "Third service");
    let cell = "Reason for: Name of Second service";
    harness
        .get_all_by_role(Role::Button)
        .find(|node| {
            use egui_kittest::kittest::NodeT;
            node.accesskit_node().label().is_some_and(|label| label.starts_with(cell))
        })
        .unwrap()
        .click();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, cell).type_text("the commission asked");
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    click(&mut harness, "Into the decisions log: Name of Second service");
    let decisions = harness.state().workspace().document().scenario().decisions.clone();
    let last = decisions.last().unwrap();
    assert_eq!(
        (last.what.as_str(), last.reason.as_str()),
        ("Name of Second service", "the commission asked")
    );
    assert!(last.date.starts_with("20"));
}

#[test]
fn the_status_line_says_when_steps_cannot_be_kept() {
    let folder = tempfile::tempdir().unwrap();
    let journals = Journals::new(folder.path().join("state"));
    std::fs::write(journals.folder(), "in the way").unwrap();
    let file = copy_of_eu20(folder.path());
    let mut harness = open(&file, &journals);
    choose(&mut harness, "Scenario", "Add item");
    assert!(until(&mut harness, |harness| says(harness, "not kept in case of a crash")));
}
