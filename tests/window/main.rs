//! The window as a person uses it: things are found by the names that screen
//! readers hear.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![cfg(feature = "gui")]

mod arranging;
mod baseline;
mod changes;
mod compare;
mod disk;
mod exporting;
mod graph;
mod history;
mod importing;
mod ministries;
mod opening;
mod palette;
mod progress;
mod sheet;
mod support;
mod tabs;
mod variants;

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, SnapshotResults};
use phasewise::app::Appearance;
use phasewise::ui::Window;
use support::{click, open, press, scenario, settle, swing, value_of};

#[test]
fn moving_a_weight_moves_values_ranks_and_the_plan_and_undo_takes_it_back() {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    let before = harness.state().workspace().snapshot().clone();
    let (ranking, plan) = (before.scores.ranking.clone(), before.planned().unwrap().start.clone());
    // From 80 to 0 in one drag of the slider.
    let rect =
        harness.get_by_role_and_label(Role::Slider, "Swing of Time saved for the user").rect();
    harness.drag_at(rect.center());
    harness.run_steps(1);
    harness.hover_at(rect.left_center());
    harness.run_steps(1);
    harness.drop_at(rect.left_center() - eframe::egui::vec2(20.0, 0.0));
    harness.run_steps(2);
    settle(&mut harness);
    assert!(swing(&harness, "time-saved") < 10.0, "{}", swing(&harness, "time-saved"));
    let after = harness.state().workspace().snapshot().clone();
    assert_ne!(after.scores.ranking.order, ranking.order, "ranks follow the weight");
    assert_ne!(after.planned().unwrap().start, plan, "the plan follows the weight");
    assert!(after.planned().unwrap().answer.verified);
    let (steps, done) = harness.state().workspace().document().history().steps();
    assert_eq!((steps.len(), done), (1, 1), "one drag is one step");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(swing(&harness, "time-saved"), 80.0);
    assert_eq!(harness.state().workspace().snapshot().scores.ranking, ranking);
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(swing(&harness, "time-saved") < 10.0, "redo does it again");
}

#[test]
fn a_score_is_edited_in_place_saved_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ron");
    std::fs::copy(scenario("eu20.ron"), &file).unwrap();
    let mut harness = open(&file, Appearance::Light, 1.0);
    let item = harness.state().workspace().snapshot().scores.ranking.order[0];
    let scenario = harness.state().workspace().document().scenario().clone();
    let (id, name) =
        (scenario.items[item].id.clone(), scenario.items[item].name.get("en").to_owned());
    let old = value_of(&harness, id.as_str());
    harness.get_all_by_label(&name).next().unwrap().click();
    harness.run_steps(3);
    let cell = format!("Demand of {name}");
    let button = harness
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(&cell)))
        .unwrap_or_else(|| panic!("there is no cell “{cell}”"));
    button.click();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, &cell).type_text("1000");
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    settle(&mut harness);
    let new = value_of(&harness, id.as_str());
    assert!(new < old - 1.0, "a thousand cases are worth less: {old} became {new}");
    assert!(harness.state().workspace().document().is_unsaved());
    press(&mut harness, Modifiers::COMMAND, Key::S);
    assert!(!harness.state().workspace().document().is_unsaved());
    let again = open(&file, Appearance::Light, 1.0);
    assert_eq!(value_of(&again, id.as_str()), new);
    assert_eq!(
        again.state().workspace().document().scenario(),
        harness.state().workspace().document().scenario()
    );
}

#[test]
fn every_view_can_be_reached_by_keyboard_and_every_control_has_a_name() {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    for (key, title) in [
        (Key::Num2, "Fit"),
        (Key::Num3, "Agencies and funds"),
        (Key::Num4, "All"),
        (Key::Num1, "Weights"),
    ] {
        press(&mut harness, Modifiers::COMMAND, key);
        assert!(harness.query_all_by_label(title).next().is_some(), "“{title}” is on the screen");
        let nameless: Vec<String> = [
            Role::Button,
            Role::Slider,
            Role::SpinButton,
            Role::ComboBox,
            Role::TextInput,
            Role::CheckBox,
        ]
        .into_iter()
        .flat_map(|role| harness.query_all_by_role(role))
        .filter(|node| node.accesskit_node().label().is_none_or(|label| label.trim().is_empty()))
        .map(|node| format!("{:?} at {:?}", node.accesskit_node().role(), node.rect()))
        .collect();
        assert!(nameless.is_empty(), "{title}: {nameless:#?}");
    }
}

#[test]
fn nothing_is_drawn_while_nothing_changes() {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    for key in [Key::Num2, Key::Num3, Key::Num4, Key::Num6, Key::Num1] {
        press(&mut harness, Modifiers::COMMAND, key);
        // Panics if frames are still asked for after many.
        harness.run();
    }
}

#[test]
fn solo_is_a_question_and_leaves_the_file_alone() {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    click(&mut harness, "What if only Demand counted");
    settle(&mut harness);
    let weights = harness.state().workspace().snapshot().scores.weights.clone();
    assert_eq!(weights.iter().filter(|weight| **weight == 1.0).count(), 1);
    assert!(!harness.state().workspace().document().is_unsaved());
    click(&mut harness, "End");
    settle(&mut harness);
    assert!(
        harness.state().workspace().snapshot().scores.weights.iter().all(|weight| *weight < 1.0)
    );
}

/// The status line is painted over: its figures differ from run to run, and with them
/// the place of what follows.
fn picture(harness: &mut Harness<'_, Window>, name: &str) -> SnapshotResults {
    // What the questions about the plan found stands in the picture.
    assert!(
        harness.state_mut().inquiries_mut().wait(6 * support::PATIENCE),
        "answering took too long"
    );
    harness.run_steps(3);
    let status = harness.get_by_label_contains("planned ·").rect();
    // To the edge: links behind the sentence move with its length.
    let right = harness.ctx.content_rect().right();
    harness.mask(status.expand(4.0).with_max_x(right));
    harness.snapshot(name);
    harness.take_snapshot_results()
}

#[test]
fn pictures_of_the_decision_screen_in_light_dark_and_large() {
    let mut results = SnapshotResults::new();
    for (appearance, zoom, name) in [
        (Appearance::Light, 1.0, "decide_light"),
        (Appearance::Dark, 1.0, "decide_dark"),
        (Appearance::Light, 1.5, "decide_large"),
    ] {
        let mut harness = open(&scenario("eu20.ron"), appearance, zoom);
        let snapshot = harness.state().workspace().snapshot().clone();
        let item = snapshot.scores.ranking.order[0];
        let title = snapshot.scenario.items[item].name.get("en").to_owned();
        harness.get_all_by_label(&title).next().unwrap().click();
        settle(&mut harness);
        results.extend(picture(&mut harness, name));
    }
}

#[test]
fn pictures_of_views_in_light_dark_and_large() {
    let mut results = SnapshotResults::new();
    let views = [
        (Key::Num2, "graph"),
        (Key::Num3, "roadmap"),
        (Key::Num4, "problems"),
        (Key::Num7, "history"),
        (Key::Num9, "table"),
    ];
    let looks = [
        (Appearance::Light, 1.0, "light"),
        (Appearance::Dark, 1.0, "dark"),
        (Appearance::Light, 1.5, "large"),
    ];
    for (appearance, zoom, look) in looks {
        let mut harness = open(&scenario("kazakhstan.ron"), appearance, zoom);
        for (key, name) in views {
            press(&mut harness, Modifiers::COMMAND, key);
            results.extend(picture(&mut harness, &format!("{name}_{look}")));
        }
    }
}
