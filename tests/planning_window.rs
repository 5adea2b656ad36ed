//! The window on why, what if and how much: pins with their price, what is
//! scarce, the frontier, the status line. Things are found by the names that
//! screen readers hear.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![cfg(feature = "gui")]

use eframe::egui::{Key, Modifiers, OutputCommand, Theme, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, SnapshotResults};
use phasewise::app::{Appearance, Document, Settings};
use phasewise::model::Pin;
use phasewise::ui::Window;
use std::path::Path;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(300);

fn open(name: &str) -> Harness<'static, Window> {
    open_as(name, Appearance::Light)
}

fn open_as(name: &str, appearance: Appearance) -> Harness<'static, Window> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
    let document = Document::open(&path).unwrap_or_else(|problems| panic!("{problems:?}"));
    let settings = Settings { appearance, reduced_motion: true, ..Settings::default() };
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

/// Lets all questions be answered and the window show it.
fn answer(harness: &mut Harness<'_, Window>) {
    settle(harness);
    assert!(harness.state_mut().inquiries_mut().wait(PATIENCE), "answering took too long");
    harness.run_steps(3);
}

fn press(harness: &mut Harness<'_, Window>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(3);
}

fn start_of(harness: &Harness<'_, Window>, item: usize) -> Option<u32> {
    harness.state().workspace().snapshot().start_of(item)
}

fn name_of(harness: &Harness<'_, Window>, item: usize) -> String {
    harness.state().workspace().document().scenario().items[item].name.get("en").to_owned()
}

fn steps(harness: &Harness<'_, Window>) -> usize {
    harness.state().workspace().document().history().steps().1
}

/// An item that starts in the second phase and has nothing pinned.
fn movable(harness: &Harness<'_, Window>) -> usize {
    let count = harness.state().workspace().document().scenario().items.len();
    (0..count).find(|item| start_of(harness, *item) == Some(2)).unwrap()
}

/// The bar of an item, by the beginning of its name.
fn bar(harness: &Harness<'_, Window>, item: usize) -> eframe::egui::Rect {
    let label = bar_label(harness, item);
    harness.get_by_role_and_label(Role::Button, &label).rect()
}

fn bar_label(harness: &Harness<'_, Window>, item: usize) -> String {
    let scenario = harness.state().workspace().document().scenario().clone();
    let phase = start_of(harness, item).map(|phase| scenario.phases[phase as usize - 1].clone());
    let place = match &phase {
        Some(phase) if phase.name.get("en").is_empty() => phase.id.to_string(),
        Some(phase) => phase.name.get("en").to_owned(),
        None => "not planned".into(),
    };
    format!("{}, {place}", name_of(harness, item))
}

fn said(harness: &Harness<'_, Window>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn a_bar_is_dragged_to_another_phase_and_says_its_price_before_it_is_let_go() {
    let mut harness = open("eu20.ron");
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    let item = movable(&harness);
    let from = bar(&harness, item).center();
    let before = steps(&harness);
    // The width of a column: from one phase to the next.
    let other = (0..).find(|other| start_of(&harness, *other) == Some(1)).unwrap();
    let width = from.x - bar(&harness, other).center().x;
    let to = from + eframe::egui::vec2(width, 0.0);
    harness.drag_at(from);
    harness.run_steps(1);
    for share in [0.3, 0.6, 1.0] {
        harness.hover_at(from + (to - from) * share);
        harness.run_steps(1);
    }
    assert!(said(&harness, "Pin to "), "the phase under the pointer is named");
    assert!(harness.state_mut().inquiries_mut().wait(PATIENCE));
    harness.run_steps(2);
    let words = ["moves", "impossible", "no plan was found"];
    assert!(words.iter().any(|words| said(&harness, words)), "the price stands there");
    let forced = harness.state_mut().inquiries_mut().pin().unwrap().forced.unwrap();
    assert_eq!(forced.phase, Some(3));
    assert_eq!(steps(&harness), before, "nothing is changed while it is held");
    harness.drop_at(to);
    harness.run_steps(3);
    settle(&mut harness);
    if forced.impossible {
        assert_eq!(steps(&harness), before);
        return;
    }
    assert_eq!(steps(&harness), before + 1, "one step");
    assert_eq!(start_of(&harness, item), Some(3));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert!(harness.state().workspace().document().scenario().items[item].pin.is_none());
}

#[test]
fn a_bar_is_pinned_by_keys_and_escape_thinks_better_of_it() {
    let mut harness = open("eu20.ron");
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    let item = movable(&harness);
    let label = bar_label(&harness, item);
    harness.get_by_role_and_label(Role::Button, &label).focus();
    harness.run_steps(2);
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert!(said(&harness, "Pin to "));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!said(&harness, "Pin to "));
    assert_eq!(steps(&harness), 0, "Escape leaves everything as it was");
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert!(said(&harness, "where it is now"));
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    assert!(harness.state_mut().inquiries_mut().wait(PATIENCE));
    harness.run_steps(2);
    let forced = harness.state_mut().inquiries_mut().pin().unwrap().forced.unwrap();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    let pinned = harness.state().workspace().document().scenario().items[item].pin.is_some();
    assert_eq!(pinned, !forced.impossible);
    assert_eq!(steps(&harness), usize::from(pinned));
    if pinned {
        assert_eq!(start_of(&harness, item), Some(3));
    }
}

#[test]
fn an_impossible_phase_says_why_and_is_not_pinned_to() {
    let mut harness = open("kazakhstan.ron");
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    let scenario = harness.state().workspace().document().scenario().clone();
    let item = scenario.items.iter().position(|item| item.id == "e-procurement").unwrap();
    assert_eq!(start_of(&harness, item), Some(3));
    let label = bar_label(&harness, item);
    harness.get_by_role_and_label(Role::Button, &label).focus();
    harness.run_steps(2);
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert!(harness.state_mut().inquiries_mut().wait(PATIENCE));
    harness.run_steps(2);
    assert!(said(&harness, "impossible: its gate opens in 2007"), "the reason stands there");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(steps(&harness), 0);
}

#[test]
fn the_inspector_says_what_it_would_cost_elsewhere_and_what_would_move_it() {
    let mut harness = open("eu20.ron");
    // The list only holds what is in sight.
    let order = harness.state().workspace().snapshot().scores.ranking.order.clone();
    let item = order.into_iter().find(|item| start_of(&harness, *item) > Some(1)).unwrap();
    let name = name_of(&harness, item);
    harness.get_all_by_label(&name).next().unwrap().click();
    harness.run_steps(2);
    answer(&mut harness);
    assert!(said(&harness, "Forcing it costs"));
    assert!(!said(&harness, "Still looking"));
    let told = harness.state_mut().inquiries_mut().explanation(item).cloned().unwrap();
    assert!(told.complete && !told.forced.is_empty());
    if !told.changes.is_empty() {
        assert!(said(&harness, "A single change that would move it"));
    }
    // Another item: the answers about this one are gone.
    let order = harness.state().workspace().snapshot().scores.ranking.order.clone();
    let other = order.into_iter().find(|other| *other != item).unwrap();
    let name = name_of(&harness, other);
    harness.get_all_by_label(&name).next().unwrap().click();
    harness.run_steps(2);
    assert!(harness.state_mut().inquiries_mut().explanation(item).is_none());
}

#[test]
fn a_gauge_says_who_uses_it_and_what_one_more_step_buys() {
    let mut harness = open("eu20.ron");
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    answer(&mut harness);
    let rows = harness.state_mut().inquiries_mut().scarce().cloned().unwrap();
    assert!(!rows.is_empty(), "something is scarce");
    let meters: Vec<String> = harness
        .query_all_by_role(Role::Meter)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Money"))
        .collect();
    let first = meters.first().unwrap().clone();
    harness.get_by_role_and_label(Role::Meter, &first).focus();
    harness.run_steps(3);
    assert!(said(&harness, "Used by"), "the focus shows who uses it");
}

#[test]
fn the_handle_of_the_frontier_sets_all_budgets_in_one_step() {
    let mut harness = open("eu20.ron");
    press(&mut harness, Modifiers::COMMAND, Key::Num5);
    assert!(said(&harness, "Planning for less and for more") || said(&harness, "points"));
    answer(&mut harness);
    let budgets = |harness: &Harness<'_, Window>| -> Vec<f64> {
        let scenario = harness.state().workspace().document().scenario().clone();
        scenario.phases.iter().filter_map(|phase| phase.budget).collect()
    };
    let before = budgets(&harness);
    let handle = "Budgets of all phases, per cent of the present ones";
    harness.get_by_role_and_label(Role::Slider, handle).focus();
    harness.run_steps(2);
    for _ in 0..3 {
        press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    }
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    let percent = "With 113\u{202f}%";
    assert!(said(&harness, percent), "the preview says what it would be worth");
    assert_eq!(budgets(&harness), before, "a preview changes nothing");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!said(&harness, percent));
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    let after = budgets(&harness);
    for (before, after) in before.iter().zip(&after) {
        assert!((after / before - 1.1).abs() < 1e-3, "{before} became {after}");
    }
    assert_eq!(steps(&harness), 1, "all phases in one step");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(budgets(&harness), before);
}

#[test]
fn the_frontier_is_a_table_too_and_can_be_copied() {
    let mut harness = open("eu20.ron");
    press(&mut harness, Modifiers::COMMAND, Key::Num5);
    answer(&mut harness);
    let view = harness.state_mut().inquiries_mut().frontier().cloned().unwrap();
    assert_eq!(view.frontier.points.len(), 21);
    harness.get_by_label("Copy the table").click();
    harness.step();
    let commands = harness.output().platform_output.commands.clone();
    let copied = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("the table is on the clipboard");
    assert_eq!(copied.lines().count(), 22, "{copied}");
    assert!(copied.starts_with("Share\tAmount\tValue\tAt most"), "{copied}");
}

#[test]
fn the_status_line_says_how_good_the_plan_is_and_offers_to_prove_further() {
    let mut harness = open("eu20.ron");
    let optimal = harness.state().workspace().snapshot().planned().unwrap().answer.optimal;
    if optimal {
        assert!(said(&harness, "proven optimal: no order is better"));
        harness.key_press_modifiers(Modifiers::COMMAND, Key::P);
        harness.run_steps(2);
        assert!(said(&harness, "proven optimal already"));
    } else {
        assert!(said(&harness, "no order can be better by more than"));
        harness.get_by_label("Prove further").click();
        harness.run_steps(1);
        settle(&mut harness);
    }
}

#[test]
fn pictures_of_the_frontier_and_of_a_held_pin() {
    let mut results = SnapshotResults::new();
    for (appearance, look) in [(Appearance::Light, "light"), (Appearance::Dark, "dark")] {
        let mut harness = open_as("kazakhstan.ron", appearance);
        press(&mut harness, Modifiers::COMMAND, Key::Num5);
        let scenario = harness.state().workspace().document().scenario().clone();
        let item = scenario.items.iter().position(|item| item.id == "e-procurement").unwrap();
        let label = bar_label(&harness, item);
        harness.get_by_role_and_label(Role::Button, &label).focus();
        harness.run_steps(2);
        press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
        answer(&mut harness);
        let status = harness.get_by_label_contains("planned ·").rect();
        harness.mask(status.expand(4.0).with_max_x(1280.0));
        harness.snapshot(format!("frontier_{look}"));
        results.extend(harness.take_snapshot_results());
    }
}

/// Kazakhstan's programme with tax filing pinned to a year in which the Tax
/// Committee's staff is too small for it.
fn pinned_too_early(folder: &Path) -> std::path::PathBuf {
    let mut scenario = phasewise::app::bundled_scenario();
    let taxes = scenario.items.iter_mut().find(|item| item.id == *"e-taxation").unwrap();
    taxes.pin = Some(Pin { phase: Some("2005".into()), ..Pin::default() });
    let file = folder.join("pinned.ron");
    phasewise::files::write(&file, &scenario, None).unwrap();
    file
}

#[test]
fn where_there_is_no_plan_the_window_says_why_and_what_would_be_enough() {
    let folder = tempfile::tempdir().unwrap();
    // The path is absolute, so that the folder of scenarios does not matter.
    let mut harness = open(pinned_too_early(folder.path()).to_str().unwrap());
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    assert!(said(&harness, "No plan satisfies everything that must hold"));
    answer(&mut harness);
    for words in [
        "Electronic tax filing and payment is pinned to 2005",
        "Staff of Tax Committee in 2005: there is no more than 40 staff months",
        "Each of these is needed for the conflict",
        "Any one of these changes is enough",
        "Electronic tax filing and payment pinned to 2006 instead",
        "26 staff months more in 2005",
    ] {
        assert!(said(&harness, words), "{words}");
    }
    assert!(!said(&harness, "Looking for"), "nothing is left to look for");
}
