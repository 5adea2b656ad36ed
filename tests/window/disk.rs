//! Somebody else writes the open file: noticed, shown, merged.

use crate::support::{click, open, press, says, scenario, settle, until};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use phasewise::app::{Appearance, Document, Edit, Label, ListEdit};
use phasewise::model::Item;
use phasewise::ui::Window;
use std::path::{Path, PathBuf};

/// An edit of an item.
fn changed(document: &Document, at: usize, change: impl FnOnce(&mut Item)) -> Edit {
    let mut item = document.scenario().items[at].clone();
    change(&mut item);
    Edit::Items(ListEdit::Replace { at, value: Box::new(item) })
}

/// Another person opens the file, changes an item, and saves.
fn theirs(file: &Path, at: usize, change: impl FnOnce(&mut Item)) {
    let mut document = Document::open(file).unwrap();
    let edit = changed(&document, at, change);
    document.apply(Label::new("edit-name", "theirs"), edit, None).unwrap();
    document.save(false).unwrap();
}

fn mine(harness: &mut Harness<'_, Window>, at: usize, change: impl FnOnce(&mut Item)) {
    let edit = changed(harness.state().workspace().document(), at, change);
    let label = Label::new("edit-name", "mine");
    harness.state_mut().workspace_mut().apply(label, edit, None).unwrap();
    settle(harness);
}

fn item(harness: &Harness<'_, Window>, at: usize) -> Item {
    harness.state().workspace().document().scenario().items[at].clone()
}

fn copied(folder: &tempfile::TempDir) -> PathBuf {
    let file = folder.path().join("mine.ron");
    std::fs::copy(scenario("eu20.ron"), &file).unwrap();
    file
}

#[test]
fn a_file_that_somebody_else_wrote_is_noticed_shown_and_merged() {
    let folder = tempfile::tempdir().unwrap();
    let file = copied(&folder);
    let mut harness = open(&file, Appearance::Light, 1.0);
    mine(&mut harness, 0, |item| item.name = "Mine".into());
    theirs(&file, 5, |item| item.mandatory = !item.mandatory);
    assert!(until(&mut harness, |harness| says(harness, "The file has changed on disk")));
    click(&mut harness, "The file has changed on disk");
    assert!(until(&mut harness, |harness| says(harness, "What they changed")));
    let name = item(&harness, 5).name.get("en").to_owned();
    assert!(says(&harness, &name), "the change is told by its name");
    assert!(!says(&harness, "Changed by both"));
    click(&mut harness, "Merge both");
    settle(&mut harness);
    let mandatory = Document::open(&file).unwrap().scenario().items[5].mandatory;
    assert_eq!(item(&harness, 0).name.get("en"), "Mine");
    assert_eq!(item(&harness, 5).mandatory, mandatory);
    assert!(harness.state().workspace().document().is_unsaved());
    press(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(!harness.state().workspace().document().is_unsaved(), "nobody asks again");
    let saved = Document::open(&file).unwrap();
    assert_eq!(saved.scenario(), harness.state().workspace().document().scenario());
}

#[test]
fn what_both_changed_is_chosen_and_taking_the_merge_back_does_not_write_over_theirs() {
    let folder = tempfile::tempdir().unwrap();
    let file = copied(&folder);
    let mut harness = open(&file, Appearance::Light, 1.0);
    mine(&mut harness, 0, |item| item.name = "Mine".into());
    mine(&mut harness, 1, |item| item.name = "Mine".into());
    theirs(&file, 0, |item| item.name = "Theirs".into());
    theirs(&file, 1, |item| item.name = "Theirs".into());
    let names = |harness: &Harness<'_, Window>| {
        [0, 1].map(|at| item(harness, at).name.get("en").to_owned())
    };
    press(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(until(&mut harness, |harness| says(harness, "Changed by both")));
    let second = format!("Take theirs at items[\"{}\"].name", item(&harness, 1).id);
    // A question that has just grown still moves to the middle.
    let place = |harness: &Harness<'_, Window>| {
        harness.get_by_role_and_label(Role::RadioButton, &second).rect()
    };
    let mut before = place(&harness);
    assert!(until(&mut harness, |harness| {
        let now = place(harness);
        std::mem::replace(&mut before, now) == now
    }));
    harness.get_by_role_and_label(Role::RadioButton, &second).click();
    harness.run_steps(2);
    click(&mut harness, "Merge both");
    settle(&mut harness);
    assert_eq!(names(&harness), ["Mine", "Theirs"]);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(names(&harness), ["Mine", "Mine"]);
    press(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(says(&harness, "Write over it"), "their work is not written over unasked");
    assert_eq!(Document::open(&file).unwrap().scenario().items[0].name.get("en"), "Theirs");
    assert!(until(&mut harness, |harness| says(harness, "Changed by both")), "as before");
}

#[test]
fn a_version_that_cannot_be_read_is_told_and_ours_stays() {
    let folder = tempfile::tempdir().unwrap();
    let file = copied(&folder);
    let mut harness = open(&file, Appearance::Light, 1.0);
    mine(&mut harness, 0, |item| item.name = "Mine".into());
    std::fs::write(&file, "(schema: 1, items: [").unwrap();
    press(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(until(&mut harness, |harness| says(harness, "Their version cannot be read")));
    assert!(!says(&harness, "Merge both"));
    assert_eq!(item(&harness, 0).name.get("en"), "Mine");
    click(&mut harness, "Write over it");
    settle(&mut harness);
    assert_eq!(Document::open(&file).unwrap().scenario().items[0].name.get("en"), "Mine");
}
