//! Several scenarios open beside each other.

use crate::support::{click, open, press, says, scenario, settle, type_into_a_score, until};
use eframe::egui::{Key, Modifiers, ViewportCommand, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use phasewise::app::{Appearance, Edit, Label, ListEdit};
use phasewise::ui::Window;
use std::path::PathBuf;

fn edit(harness: &mut Harness<'_, Window>) {
    let mut item = harness.state().workspace().document().scenario().items[0].clone();
    item.name = "Changed".into();
    let edit = Edit::Items(ListEdit::Replace { at: 0, value: Box::new(item) });
    let label = Label::new("edit-name", "x");
    harness.state_mut().workspace_mut().apply(label, edit, None).unwrap();
    settle(harness);
}

fn copied(folder: &tempfile::TempDir, name: &str) -> PathBuf {
    let file = folder.path().join(name);
    std::fs::copy(scenario("eu20.ron"), &file).unwrap();
    file
}

fn front(harness: &Harness<'_, Window>) -> String {
    harness.state().workspace().document().name()
}

/// The item at this rank (from 0), and its name.
fn ranked(harness: &Harness<'_, Window>, rank: usize) -> (usize, String) {
    let snapshot = harness.state().workspace().snapshot();
    let item = snapshot.scores.ranking.order[rank];
    (item, snapshot.scenario.items[item].name.get("en").to_owned())
}

#[test]
fn a_copy_is_tried_out_beside_the_original() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::D);
    assert_eq!(front(&harness), "eu20-2");
    assert!(!harness.state().workspace().document().is_unsaved(), "nothing is lost with it yet");
    edit(&mut harness);
    press(&mut harness, Modifiers::COMMAND, Key::D);
    assert_eq!(front(&harness), "eu20-3", "a copy of the copy");
    let changed = |harness: &Harness<'_, Window>| {
        harness.state().workspace().document().scenario().items[0].name.get("en") == "Changed"
    };
    assert!(changed(&harness));
    press(&mut harness, Modifiers::COMMAND, Key::PageDown);
    assert_eq!(front(&harness), "eu20", "round the end");
    assert!(!changed(&harness));
    press(&mut harness, Modifiers::COMMAND, Key::PageUp);
    press(&mut harness, Modifiers::COMMAND, Key::PageUp);
    assert_eq!(front(&harness), "eu20-2");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(!changed(&harness), "each has a history of its own");
}

#[test]
fn the_selected_item_stays_selected_from_one_scenario_to_the_next() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::D);
    let (item, name) = ranked(&harness, 3);
    harness.get_all_by_label(&name).next().unwrap().click();
    harness.run_steps(3);
    press(&mut harness, Modifiers::COMMAND, Key::PageUp);
    assert_eq!(front(&harness), "eu20");
    assert_eq!(harness.state().tabs().front.selection.item, Some(item));
}

#[test]
fn what_is_typed_goes_into_the_scenario_that_it_was_typed_into() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::D);
    type_into_a_score(&mut harness);
    harness.get_by_role_and_label(Role::Tab, "eu20").click();
    harness.run_steps(3);
    assert_eq!(front(&harness), "eu20");
    assert!(!harness.state().workspace().document().is_unsaved());
    assert!(harness.query_by_role_and_label(Role::Tab, "eu20-2 ●").is_some());
}

#[test]
fn closing_asks_about_what_is_not_saved_and_the_last_one_leaves_an_empty_frame() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = open(&copied(&folder, "mine.ron"), Appearance::Light, 1.0);
    edit(&mut harness);
    press(&mut harness, Modifiers::COMMAND, Key::W);
    assert!(says(&harness, "Unsaved changes"));
    click(&mut harness, "Cancel");
    assert_eq!(front(&harness), "mine");
    press(&mut harness, Modifiers::COMMAND, Key::W);
    click(&mut harness, "Leave without saving");
    settle(&mut harness);
    assert_eq!(harness.state().tabs().count(), 1);
    assert_eq!(harness.state().workspace().document().path(), None);
    // The frame makes room for what is opened next.
    let ctx = harness.ctx.clone();
    harness.state_mut().open(&scenario("kazakhstan.ron"), &ctx);
    assert!(until(&mut harness, |harness| front(harness) == "kazakhstan"));
    assert_eq!(harness.state().tabs().count(), 1);
}

#[test]
fn the_program_asks_about_every_scenario_before_it_ends() {
    let folder = tempfile::tempdir().unwrap();
    let mine = copied(&folder, "mine.ron");
    let mut harness = open(&mine, Appearance::Light, 1.0);
    edit(&mut harness);
    press(&mut harness, Modifiers::COMMAND, Key::D);
    edit(&mut harness);
    let closes = |harness: &Harness<'_, Window>| {
        let output = harness.output();
        let commands = output.viewport_output.values().flat_map(|output| &output.commands);
        commands.into_iter().any(|command| *command == ViewportCommand::Close)
    };
    press(&mut harness, Modifiers::COMMAND, Key::Q);
    assert!(says(&harness, "Unsaved changes"));
    assert_eq!(front(&harness), "mine");
    click(&mut harness, "Leave without saving");
    assert!(says(&harness, "Unsaved changes"), "the copy is asked about too");
    assert_eq!(front(&harness), "mine-2");
    click(&mut harness, "Cancel");
    // Whoever stays has agreed to nothing: both are asked about again.
    press(&mut harness, Modifiers::COMMAND, Key::Q);
    assert_eq!(front(&harness), "mine");
    harness.run_steps(2);
    harness.get_by_label("Save").click();
    harness.run_steps(3);
    assert_eq!(front(&harness), "mine-2");
    harness.run_steps(2);
    harness.get_by_label("Leave without saving").click();
    harness.step();
    assert!(closes(&harness));
    let saved = phasewise::app::Document::open(&mine).unwrap();
    assert_eq!(saved.scenario().items[0].name.get("en"), "Changed");
}

#[test]
fn what_was_open_is_opened_again() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    let ctx = harness.ctx.clone();
    let files = [scenario("eu20.ron"), scenario("kazakhstan.ron"), scenario("none.ron")];
    harness.state_mut().restore(&files, &ctx);
    assert!(until(&mut harness, |harness| harness.state().tabs().count() == 2));
    assert!(until(&mut harness, |harness| says(harness, "none.ron")));
    assert_eq!(front(&harness), "eu20", "what is in front stays there");
    assert!(harness.query_by_role_and_label(Role::Tab, "kazakhstan").is_some());
}
