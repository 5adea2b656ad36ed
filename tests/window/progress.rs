//! What has begun, what waits.

use crate::support::{click, open, press, says, scenario, settle, until};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use phasewise::app::Appearance;
use phasewise::model::ProgressStatus;
use phasewise::ui::Window;

fn roadmap() -> Harness<'static, Window> {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    harness
}

fn choose_from(harness: &mut Harness<'_, Window>, menu: &str, role: Role, choice: &str) {
    harness.get_by_role_and_label(Role::Button, menu).click();
    harness.run_steps(3);
    harness.get_by_role_and_label(role, choice).click();
    harness.run_steps(3);
    settle(harness);
}

#[test]
fn what_was_planned_before_today_is_taken_as_begun_in_one_step() {
    let mut harness = roadmap();
    let before = harness.state().workspace().snapshot().clone();
    choose_from(&mut harness, "Today: not said", Role::RadioButton, "2007");
    let now = harness.state().workspace().snapshot().clone();
    for at in 0..now.scenario.items.len() {
        let started = before.start_of(at).filter(|phase| *phase < 3);
        assert_eq!(now.scenario.items[at].has_begun(), started.is_some());
        if started.is_some() {
            assert_eq!(now.start_of(at), started, "what has begun stays");
        }
    }
    assert!(says(&harness, "Today: 2007"));
    assert!(says(&harness, ", done"), "bars say it");
    let done = now.scenario.items.iter().filter(|i| i.status() == ProgressStatus::Done).count();
    assert!(done > 3, "{done}");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    let scenario = harness.state().workspace().document().scenario();
    assert_eq!(scenario.today(), None, "one step of undo");
    assert!(scenario.items.iter().all(|item| !item.has_begun()));
}

#[test]
fn an_item_is_said_to_run_in_the_inspector() {
    let mut harness = roadmap();
    choose_from(&mut harness, "Today: not said", Role::RadioButton, "2006");
    press(&mut harness, Modifiers::COMMAND, Key::Num1);
    let items = &harness.state().workspace().snapshot().scenario.items;
    let at = items.iter().position(|item| item.id == "e-procurement").unwrap();
    harness.state_mut().tabs_mut().front.selection.item = Some(at);
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::ComboBox, "Progress").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "running").click();
    harness.run_steps(3);
    settle(&mut harness);
    let item = harness.state().workspace().document().scenario().items[at].clone();
    let progress = item.progress.unwrap();
    assert_eq!(progress.status, ProgressStatus::Running);
    assert_eq!(progress.started.unwrap().as_str(), "2006", "not after today");
    assert_eq!(harness.state().workspace().snapshot().start_of(at), Some(2));
    assert!(says(&harness, "Done, per cent"));
}

#[test]
fn the_waiting_list_says_what_would_bring_an_item_in() {
    let mut harness = roadmap();
    click(&mut harness, "Waiting list");
    let complete = |harness: &Harness<'_, Window>| says(harness, "each line is checked");
    assert!(until(&mut harness, |harness| complete(harness) || says(harness, "Enters: ")));
    assert!(harness.state_mut().inquiries_mut().wait(6 * crate::support::PATIENCE));
    harness.run_steps(3);
    assert!(complete(&harness));
    assert!(says(&harness, "Enters: "), "one of them at least");
}
