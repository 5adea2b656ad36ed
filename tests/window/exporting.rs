//! Handing on: the question what to export, with a look at what comes out.

use crate::support::{click, open, press, says, scenario, until};
use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use phasewise::app::Appearance;
use phasewise::ui::Window;
use std::path::Path;

fn set_path(harness: &mut Harness<'_, Window>, path: &Path) {
    harness.get_by_role_and_label(Role::TextInput, "Path").focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(Event::Text(path.display().to_string()));
    harness.run_steps(2);
}

fn path(harness: &Harness<'_, Window>) -> String {
    let field = harness.get_by_role_and_label(Role::TextInput, "Path");
    field.accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_format_is_chosen_looked_at_written_and_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ron");
    std::fs::copy(scenario("eu20.ron"), &file).unwrap();
    let mut harness = open(&file, Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::E);
    assert!(path(&harness).ends_with("mine.xlsx"), "{}", path(&harness));
    assert!(until(&mut harness, |harness| says(harness, "A file of ")));
    click(&mut harness, "Text with headings and tables (.md)");
    assert!(path(&harness).ends_with("mine.md"));
    assert!(until(&mut harness, |harness| says(harness, "# ")), "it is shown as it comes out");
    click(&mut harness, "Export");
    assert!(until(&mut harness, |harness| harness.query_by_label("Open the folder").is_some()));
    let written = std::fs::read_to_string(folder.path().join("mine.md")).unwrap();
    let title = harness.state().workspace().document().scenario().title.get("en").to_owned();
    assert!(written.contains(&title), "{written}");
    click(&mut harness, "Close");
    press(&mut harness, Modifiers::COMMAND, Key::E);
    assert!(path(&harness).ends_with("mine.md"), "the format of the last time");
}

#[test]
fn what_cannot_be_written_says_why_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ron");
    std::fs::copy(scenario("eu20.ron"), &file).unwrap();
    let mut harness = open(&file, Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::E);
    set_path(&mut harness, &folder.path().join("no/such/folder/mine.csv"));
    click(&mut harness, "Export");
    assert!(until(&mut harness, |harness| says(harness, "⚠ ")));
    assert!(path(&harness).ends_with("mine.csv"), "the question is still there");
    set_path(&mut harness, &folder.path().join("mine.doc"));
    click(&mut harness, "Export");
    assert!(until(&mut harness, |harness| says(harness, ".xlsx, .csv")), "endings are named");
}
