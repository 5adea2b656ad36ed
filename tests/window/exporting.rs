//! Handing on: the question what to export, with a look at what comes out.

use crate::support::{click, open, press, run, says, scenario, set_path, until};
use eframe::egui::{Key, Modifiers, OutputCommand, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use phasewise::app::Appearance;
use phasewise::ui::Window;

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

#[test]
fn what_a_view_shows_is_copied_as_a_table_and_as_a_picture() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    let items = harness.state().workspace().document().scenario().items.len();
    run(&mut harness, "Copy as a table");
    assert!(until(&mut harness, |harness| says(harness, &format!("{items} rows are on"))));
    for view in [Key::Num1, Key::Num2, Key::Num3] {
        press(&mut harness, Modifiers::COMMAND, view);
        run(&mut harness, "Copy as a picture");
        let mut size = None;
        assert!(until(&mut harness, |harness| {
            let commands = &harness.output().platform_output.commands;
            size = commands.iter().find_map(|command| match command {
                OutputCommand::CopyImage(image) => Some(image.size),
                _ => None,
            });
            size.is_some() || says(harness, "points is on the clipboard")
        }));
        assert!(size.is_none_or(|[width, height]| width > 500 && height > 200), "{size:?}");
        // The sentence is gone before the next picture is waited for.
        run(&mut harness, "Copy as a table");
    }
    press(&mut harness, Modifiers::COMMAND, Key::Num4);
    run(&mut harness, "Copy as a picture");
    assert!(until(&mut harness, |harness| says(harness, "There is no picture of this view")));
}
