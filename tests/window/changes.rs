//! What the last step changed: what moved, and which input did it.

use crate::support::{click, open, press, says, scenario, settle, until};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, SnapshotResults};
use phasewise::app::{Appearance, Changes, Edit, Label, ListEdit};
use phasewise::ui::Window;
use std::time::Duration;

/// Halves the budget of the second phase.
fn cut_budget(harness: &mut Harness<'_, Window>) {
    let mut phase = harness.state().workspace().document().scenario().phases[1].clone();
    phase.budget = phase.budget.map(|budget| budget * 0.5);
    let edit = Edit::Phases(ListEdit::Replace { at: 1, value: Box::new(phase) });
    let workspace = harness.state_mut().workspace_mut();
    workspace.apply(Label::new("edit-budgets", "2006"), edit, None).unwrap();
    settle(harness);
}

/// Items that start elsewhere than before the last step.
fn moved(harness: &Harness<'_, Window>) -> Vec<usize> {
    let workspace = harness.state().workspace();
    let (before, now) = (workspace.reference(), workspace.snapshot());
    let count = now.scenario.items.len();
    (0..count).filter(|item| before.start_of(*item) != now.start_of(*item)).collect()
}

fn answer(harness: &mut Harness<'_, Window>) {
    harness.run_steps(2);
    let inquiries = harness.state_mut().inquiries_mut();
    assert!(inquiries.wait(Duration::from_secs(120)), "answering took too long");
    harness.run_steps(3);
}

#[test]
fn before_any_step_the_page_says_what_will_appear_on_it() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    assert!(!says(&harness, " moved"));
    press(&mut harness, Modifiers::COMMAND, Key::Num6);
    assert!(says(&harness, "Nothing has changed yet"));
}

#[test]
fn a_cut_budget_says_what_moved_at_once_and_then_that_the_budget_did_it() {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    cut_budget(&mut harness);
    let items = moved(&harness);
    assert!(!items.is_empty());
    click(&mut harness, &format!("{} moved", items.len()));
    assert!(says(&harness, "What moved"), "the moves stand there at once");
    assert!(says(&harness, "points ("), "so does what the plan lost");
    answer(&mut harness);
    assert!(says(&harness, "Budget of 2006: "), "the input is named");
    let told = harness.state_mut().inquiries_mut().since_last_step().cloned().unwrap();
    assert!(told.complete && told.causes.len() == 1);
    assert_eq!(told.moves.len(), items.len());
    // A row selects its item: the inspector beside it says why it is where it is.
    assert!(says(&harness, "Select an item in the ranking"));
    let now = harness.state().workspace().snapshot().clone();
    let id = &told.moves[0].id;
    let item = now.scenario.items.iter().position(|item| item.id == *id.as_str()).unwrap();
    let name = now.scenario.items[item].name.get("en").to_owned();
    let line = harness
        .query_all_by_role(Role::Link)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with(&format!("{name}: ")) && label.contains(" → "))
        .expect("the cause lists what it moved");
    click(&mut harness, &line);
    assert!(!says(&harness, "Select an item in the ranking"));
    let head = harness.query_by_role_and_label(Role::TextInput, "Name");
    assert!(head.is_some() || says(&harness, "because"), "the inspector shows the item");
}

#[test]
fn undo_is_a_step_too_and_a_row_works_by_keyboard() {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    cut_budget(&mut harness);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    press(&mut harness, Modifiers::COMMAND, Key::Num6);
    answer(&mut harness);
    let told = harness.state_mut().inquiries_mut().since_last_step().cloned().unwrap();
    assert_eq!(told.moves.len(), moved(&harness).len());
    assert!(told.causes[0].gain > 0.0, "what the cut had cost comes back");
    assert!(says(&harness, "Budget of 2006: "));
    let workspace = harness.state().workspace();
    let changes = Changes::between(workspace.reference(), workspace.snapshot()).unwrap();
    let first = changes.moves[0].item.unwrap();
    let name = workspace.snapshot().scenario.items[first].name.get("en").to_owned();
    harness.get_by_role_and_label(Role::Link, &name).focus();
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(!says(&harness, "Select an item in the ranking"), "Enter on a row selects it");
}

#[test]
fn solo_is_named_as_what_moved_the_plan() {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    click(&mut harness, "What if only Demand counted");
    settle(&mut harness);
    press(&mut harness, Modifiers::COMMAND, Key::Num6);
    answer(&mut harness);
    assert!(says(&harness, "What if only Demand counts"));
    press(&mut harness, Modifiers::COMMAND, Key::Num1);
    click(&mut harness, "End");
    settle(&mut harness);
    press(&mut harness, Modifiers::COMMAND, Key::Num6);
    answer(&mut harness);
    assert!(says(&harness, "The end of “what if only Demand counts”"));
}

#[test]
fn an_answer_goes_with_the_plan_that_it_was_about() {
    let mut harness = open(&scenario("kazakhstan.ron"), Appearance::Light, 1.0);
    cut_budget(&mut harness);
    press(&mut harness, Modifiers::COMMAND, Key::Num6);
    answer(&mut harness);
    assert!(harness.state_mut().inquiries_mut().since_last_step().is_some());
    // A step that moves nothing: words alone.
    let mut item = harness.state().workspace().document().scenario().items[0].clone();
    item.name = "Other words".into();
    let edit = Edit::Items(ListEdit::Replace { at: 0, value: Box::new(item) });
    let workspace = harness.state_mut().workspace_mut();
    workspace.apply(Label::new("edit-name", "x"), edit, None).unwrap();
    harness.run_steps(1);
    let old = harness.state_mut().inquiries_mut().since_last_step().cloned();
    assert!(old.is_none_or(|told| told.inputs.is_empty()), "the old answer is gone");
    settle(&mut harness);
    answer(&mut harness);
    assert!(says(&harness, "No item moved"));
    assert!(says(&harness, "No input that a plan depends on has changed"));
}

#[test]
fn a_thin_line_tells_how_much_of_the_effort_is_spent() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("large.ron");
    let mut large = phasewise::files::read(&scenario("kazakhstan.ron")).unwrap().scenario;
    let items = large.items.clone();
    for copy in 1..6 {
        for item in &items {
            let mut copied = item.clone();
            copied.id = format!("{}-{copy}", item.id).as_str().into();
            (copied.mandatory, copied.pin) = (false, None);
            large.items.push(copied);
        }
    }
    phasewise::files::write(&file, &large, None).unwrap();
    let mut harness = open(&file, Appearance::Light, 1.0);
    assert_eq!(share(&harness), None, "nothing is being planned");
    let proven = harness.state().workspace().snapshot().planned().unwrap().answer.optimal;
    assert!(!proven, "six times the programme is not proven so soon");
    harness.state_mut().workspace_mut().prove_further(3_000);
    let mut seen: Vec<f64> = Vec::new();
    assert!(until(&mut harness, |harness| {
        seen.extend(share(harness));
        !seen.is_empty() && share(harness).is_none()
    }));
    seen.dedup();
    assert!(seen.len() > 3, "it moves: {seen:?}");
    assert!(seen.is_sorted() && seen.iter().all(|share| (0.0..=100.0).contains(share)), "{seen:?}");
}

/// What the thin line says, in per cent; none while it is not there.
fn share(harness: &Harness<'_, Window>) -> Option<f64> {
    let mut lines = harness.query_all_by_role(Role::ProgressIndicator);
    lines.next()?.accesskit_node().numeric_value()
}

#[test]
fn pictures_of_what_changed() {
    let mut results = SnapshotResults::new();
    for (appearance, look) in [(Appearance::Light, "light"), (Appearance::Dark, "dark")] {
        let mut harness = open(&scenario("kazakhstan.ron"), appearance, 1.0);
        cut_budget(&mut harness);
        press(&mut harness, Modifiers::COMMAND, Key::Num6);
        answer(&mut harness);
        let first = moved(&harness)[0];
        let name = harness.state().workspace().document().scenario().items[first].name.clone();
        harness.get_by_role_and_label(Role::Link, name.get("en")).click();
        answer(&mut harness);
        results.extend(crate::picture(&mut harness, &format!("changes_{look}")));
    }
}
