//! The window as a person uses it: things are found by the names that screen
//! readers hear.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![cfg(feature = "gui")]

use eframe::egui::{Key, Modifiers, Theme, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, SnapshotResults};
use phasewise::app::{Appearance, Document, Settings};
use phasewise::ui::Window;
use std::path::{Path, PathBuf};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(20);

fn scenario(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name)
}

fn open(path: &Path, appearance: Appearance, zoom: f32) -> Harness<'static, Window> {
    let document = Document::open(path).unwrap_or_else(|problems| panic!("{problems:?}"));
    let settings = Settings { appearance, zoom, reduced_motion: true, ..Settings::default() };
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(60)
        .with_theme(if appearance == Appearance::Dark { Theme::Dark } else { Theme::Light })
        .wgpu()
        .build_eframe(move |context| Window::new(document, settings, None, &context.egui_ctx));
    settle(&mut harness);
    harness
}

/// Lets the planner finish and the window show it.
fn settle(harness: &mut Harness<'_, Window>) {
    harness.run_steps(2);
    assert!(harness.state_mut().workspace_mut().wait_for_plan(PATIENCE), "planning took too long");
    harness.run_steps(3);
}

fn press(harness: &mut Harness<'_, Window>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

fn click(harness: &mut Harness<'_, Window>, name: &str) {
    harness.get_by_label(name).click();
    harness.run_steps(3);
}

fn value_of(harness: &Harness<'_, Window>, id: &str) -> f64 {
    let snapshot = harness.state().workspace().snapshot();
    let at = snapshot.scenario.items.iter().position(|item| item.id == *id).unwrap();
    snapshot.scores.ranking.rows[at].value
}

fn swing(harness: &Harness<'_, Window>, id: &str) -> f64 {
    harness.state().workspace().document().scenario().weight_sets[0].swings[id]
}

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

#[test]
fn unsaved_changes_are_asked_about_before_they_are_left() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.ron");
    std::fs::copy(scenario("eu20.ron"), &file).unwrap();
    let mut harness = open(&file, Appearance::Light, 1.0);
    let before = harness.state().workspace().document().scenario().items.len();
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    press(&mut harness, Modifiers::COMMAND, Key::N);
    assert!(harness.query_by_label("Unsaved changes").is_some());
    click(&mut harness, "Cancel");
    let items = harness.state().workspace().document().scenario().items.len();
    assert_eq!(items, before + 1, "nothing is lost");
}

#[test]
fn a_file_that_cannot_be_read_leaves_the_open_one_alone() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.ron");
    std::fs::write(&broken, "(schema: 1, titel: \"x\")").unwrap();
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    let before = harness.state().workspace().document().scenario().clone();
    press(&mut harness, Modifiers::COMMAND, Key::O);
    let field = harness.get_by_role_and_label(Role::TextInput, "Path");
    field.focus();
    harness.run_steps(1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.get_by_role_and_label(Role::TextInput, "Path").type_text(&broken.display().to_string());
    harness.run_steps(1);
    harness.key_press(Key::Enter);
    // The file is read on a thread of its own.
    for _ in 0..200 {
        harness.run_steps(1);
        if harness.query_by_label_contains("Did you mean “title”?").is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(harness.query_by_label_contains("Did you mean “title”?").is_some());
    assert_eq!(*harness.state().workspace().document().scenario(), before);
}

#[test]
fn a_file_is_opened_beside_the_window_and_takes_its_place() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::O);
    let field = harness.get_by_role_and_label(Role::TextInput, "Path");
    field.focus();
    harness.run_steps(1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    let file = scenario("kazakhstan.ron").display().to_string();
    harness.get_by_role_and_label(Role::TextInput, "Path").type_text(&file);
    harness.run_steps(1);
    harness.key_press(Key::Enter);
    harness.run_steps(1);
    for _ in 0..1000 {
        if harness.state().workspace().document().scenario().items.len() == 62 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        harness.run_steps(1);
    }
    harness.run_steps(2);
    assert!(harness.query_by_label_contains("E-procurement").is_some());
    assert!(harness.query_by_role_and_label(Role::TextInput, "Path").is_none());
}

/// Figures that differ from run to run are painted over.
fn picture(harness: &mut Harness<'_, Window>, name: &str) -> SnapshotResults {
    // What the questions about the plan found stands in the picture.
    assert!(harness.state_mut().inquiries_mut().wait(6 * PATIENCE), "answering took too long");
    harness.run_steps(3);
    let status = harness.get_by_label_contains("planned ·").rect();
    // To the edge: links behind the sentence move with its length.
    let right = harness.ctx.content_rect().right();
    harness.mask(status.expand(4.0).with_max_x(right));
    harness.snapshot(name);
    harness.take_snapshot_results()
}

#[test]
fn pictures_in_light_dark_and_large() {
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
    for (key, name) in [(Key::Num2, "graph"), (Key::Num3, "roadmap"), (Key::Num4, "problems")] {
        for (appearance, look) in [(Appearance::Light, "light"), (Appearance::Dark, "dark")] {
            let mut harness = open(&scenario("kazakhstan.ron"), appearance, 1.0);
            press(&mut harness, Modifiers::COMMAND, key);
            results.extend(picture(&mut harness, &format!("{name}_{look}")));
        }
    }
}
