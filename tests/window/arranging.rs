//! The window as its person arranges it: panes, the tour, the library, the decisions log.

use crate::support::{click, open, press, says, scenario, settle, until};
use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use phasewise::app::{Appearance, Document, Settings};
use phasewise::ui::Window;

/// Gives a command by the palette.
fn command(harness: &mut Harness<'_, Window>, letters: &str) {
    press(harness, Modifiers::COMMAND, Key::K);
    let field = harness.get_by_role_and_label(Role::TextInput, "Search or run a command");
    field.type_text(letters);
    harness.run_steps(3);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    settle(harness);
}

fn left_of(harness: &Harness<'_, Window>, label: &str) -> f32 {
    harness.get_all_by_label(label).next().unwrap().rect().left()
}

#[test]
fn panes_are_hidden_moved_and_put_back_and_stay_so_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = scenario("kazakhstan.ron");
    let begin = |folder: &std::path::Path| {
        let settings = Settings { reduced_motion: true, ..Settings::load(folder) };
        let document = Document::open(&file).unwrap();
        let folder = folder.to_path_buf();
        let mut harness =
            Harness::builder().with_size([1280.0, 800.0]).with_max_steps(60).wgpu().build_eframe(
                move |cc| Window::new(document, settings, Some(folder), &cc.egui_ctx),
            );
        settle(&mut harness);
        harness
    };
    let mut harness = begin(folder.path());
    assert!(left_of(&harness, "Weights") < 100.0);
    command(&mut harness, "weights to the other");
    assert!(left_of(&harness, "Weights") > 600.0);
    press(&mut harness, Modifiers::COMMAND | Modifiers::ALT, Key::Num3);
    assert!(harness.query_by_label("Roadmap lanes").is_none());
    drop(harness);
    let mut harness = begin(folder.path());
    assert!(left_of(&harness, "Weights") > 600.0, "it is remembered");
    // From another view the pane is shown, not hidden.
    press(&mut harness, Modifiers::COMMAND, Key::Num4);
    press(&mut harness, Modifiers::COMMAND | Modifiers::ALT, Key::Num1);
    assert!(left_of(&harness, "Weights") > 600.0);
    press(&mut harness, Modifiers::COMMAND | Modifiers::ALT, Key::Num1);
    assert!(harness.query_all_by_role(Role::Slider).next().is_none(), "weights are hidden");
    command(&mut harness, "put panes back");
    assert!(left_of(&harness, "Weights") < 100.0);
}

#[test]
fn the_tour_leads_through_five_steps_and_leaves_everything_in_reach() {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::Num4);
    command(&mut harness, "tour of five");
    for step in 1..=5 {
        assert!(says(&harness, &format!("{step} of 5")), "step {step}");
        // The keyboard is on the button that goes on.
        harness.key_press(Key::Enter);
        harness.run_steps(4);
    }
    assert!(!says(&harness, "of 5"), "it is over");
    command(&mut harness, "tour of five");
    click(&mut harness, "Next");
    assert!(says(&harness, "2 of 5"));
    click(&mut harness, "Back");
    assert!(says(&harness, "1 of 5"));
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert!(!says(&harness, "of 5"), "it can be left");
}

#[test]
fn a_folder_is_shown_with_its_scenarios_and_a_click_opens_one() {
    let folder = tempfile::tempdir().unwrap();
    let first = folder.path().join("first.ron");
    std::fs::copy(scenario("eu20.ron"), &first).unwrap();
    std::fs::copy(scenario("kazakhstan.ron"), folder.path().join("second.ron")).unwrap();
    std::fs::write(folder.path().join("third.ron"), "(schema: 1, items: 3)").unwrap();
    let mut harness = open(&first, Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    assert!(until(&mut harness, |harness| says(harness, "third.ron: Cannot be read")));
    assert!(says(&harness, "second.ron: "));
    let card = |harness: &Harness<'_, Window>| {
        let cards = harness.get_all_by_role(Role::Button);
        let label = |node: &egui_kittest::Node<'_>| node.accesskit_node().label();
        cards.filter_map(|node| label(&node)).find(|label| label.starts_with("second.ron"))
    };
    let name = card(&harness).unwrap();
    assert!(name.contains("62 items · 6 phases"), "{name}");
    click(&mut harness, &name);
    assert!(until(&mut harness, |harness| {
        harness.state().workspace().document().name() == "second"
    }));
    assert_eq!(harness.state().tabs().count(), 2);
}

#[test]
fn a_decision_is_noted_with_its_reason_and_undone() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    command(&mut harness, "decisions log");
    assert!(says(&harness, "No decision is noted yet"));
    harness.get_all_by_label("Add decision").next().unwrap().click();
    harness.run_steps(3);
    let cell = harness
        .get_all_by_role(Role::Button)
        .find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with("What of decision 1"))
        })
        .unwrap();
    cell.click();
    harness.run_steps(2);
    harness.event(Event::Text("Taxes first".into()));
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    let decisions = |harness: &Harness<'_, Window>| {
        harness.state().workspace().document().scenario().decisions.clone()
    };
    assert_eq!(decisions(&harness)[0].what, "Taxes first");
    click(&mut harness, "Delete decision: Taxes first");
    settle(&mut harness);
    assert!(decisions(&harness).is_empty());
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(decisions(&harness)[0].what, "Taxes first");
}

#[test]
fn criteria_and_agencies_are_found_as_well() {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::Num7);
    let agency = harness.state().workspace().document().scenario().agencies[2].clone();
    command(&mut harness, agency.name.get("en"));
    assert!(harness.query_all_by_label_contains("Swing of").next().is_some(), "Decide is in front");
    let owned = {
        let scenario = harness.state().workspace().document().scenario();
        let items = scenario.items.iter();
        items
            .filter(|item| item.owner.as_ref() != Some(&agency.id))
            .map(|item| item.name.clone())
            .next()
    };
    let other = owned.unwrap();
    let bars = |harness: &Harness<'_, Window>, name: &str| {
        harness.query_all_by_label_contains(&format!("Contributions of {name}")).count()
    };
    assert_eq!(bars(&harness, other.get("en")), 0, "only its items are listed");
}
