//! The command palette: everything by a few letters, without a mouse.

use crate::support::{open, press, says, scenario, settle, until};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use phasewise::app::Appearance;
use phasewise::ui::Window;

/// Opens the palette, types, and presses a key.
fn ask(harness: &mut Harness<'_, Window>, letters: &str, downs: usize) {
    press(harness, Modifiers::COMMAND, Key::K);
    let field = harness.get_by_role_and_label(Role::TextInput, "Search or run a command");
    field.type_text(letters);
    harness.run_steps(3);
    for _ in 0..downs {
        harness.key_press(Key::ArrowDown);
        harness.run_steps(2);
    }
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    settle(harness);
}

#[test]
fn a_command_is_found_by_letters_and_run_by_enter() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    let items = harness.state().workspace().document().scenario().items.len();
    ask(&mut harness, "add ite", 0);
    assert_eq!(harness.state().workspace().document().scenario().items.len(), items + 1);
    assert!(
        harness
            .query_by_label("Search or run a command")
            .is_none_or(|node| { node.accesskit_node().role() != Role::TextInput }),
        "the palette is gone"
    );
    // What can be undone is named.
    ask(&mut harness, "undo new", 0);
    assert_eq!(harness.state().workspace().document().scenario().items.len(), items);
    ask(&mut harness, "hist", 0);
    assert!(says(&harness, "Everything that was done here"));
}

#[test]
fn an_item_is_found_from_any_view_and_the_arrows_choose() {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::Num7);
    let wanted: Vec<String> = {
        let document = harness.state().workspace().document();
        let items = document.scenario().items.iter();
        let fits = |text: &str| text.to_lowercase().contains("registration");
        let found = items.filter(|item| fits(item.name.get("en")) || fits(item.id.as_str()));
        found.map(|item| item.name.get("en").to_owned()).collect()
    };
    assert!(wanted.len() > 1);
    ask(&mut harness, "registration", 1);
    assert!(
        until(&mut harness, |harness| {
            harness.query_all_by_label_contains("Swing of").next().is_some()
        }),
        "the decision screen shows it"
    );
    let cell = format!("Demand of {}", wanted[1]);
    assert!(until(&mut harness, |harness| says(harness, &cell)), "the inspector shows {cell}");
}

#[test]
fn nothing_found_is_said_and_escape_closes() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    ask(&mut harness, "zzzz", 0);
    assert!(says(&harness, "Nothing fits"));
    harness.key_press(Key::Escape);
    settle(&mut harness);
    assert!(!says(&harness, "Nothing fits"));
}
