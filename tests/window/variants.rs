//! Variants: scenarios whose files hold only what differs from a base.

use crate::support::{click, open, press, says, scenario, settle, until};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use phasewise::app::{Appearance, Edit, Label, ListEdit};
use phasewise::ui::Window;
use std::path::Path;

fn set_budget(harness: &mut Harness<'_, Window>, at: usize, budget: f64) {
    let workspace = harness.state_mut().workspace_mut();
    let mut phase = workspace.document().scenario().phases[at].clone();
    phase.budget = Some(budget);
    let edit = Edit::Phases(ListEdit::Replace { at, value: Box::new(phase) });
    workspace.apply(Label::new("edit-name", "budget"), edit, None).unwrap();
    settle(harness);
}

fn budget(harness: &Harness<'_, Window>, at: usize) -> f64 {
    harness.state().workspace().document().scenario().phases[at].budget.unwrap()
}

/// Saves the scenario in front to a file that is asked for.
fn save_to(harness: &mut Harness<'_, Window>, file: &Path) {
    press(harness, Modifiers::COMMAND, Key::S);
    let field = harness.get_by_role_and_label(Role::TextInput, "Path");
    field.focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(eframe::egui::Event::Text(file.display().to_string()));
    harness.run_steps(2);
    click(harness, "Save");
    settle(harness);
}

#[test]
fn a_variant_holds_only_its_differences_follows_its_base_and_asks_where_both_changed() {
    let folder = tempfile::tempdir().unwrap();
    let (base, variant) = (folder.path().join("base.ron"), folder.path().join("cut.ron"));
    std::fs::copy(scenario("eu20.ron"), &base).unwrap();
    let mut harness = open(&base, Appearance::Light, 1.0);
    let before = (budget(&harness, 0), budget(&harness, 1));
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    assert!(says(&harness, "This is a variant"));
    set_budget(&mut harness, 0, 5e6);
    save_to(&mut harness, &variant);
    let text = std::fs::read_to_string(&variant).unwrap();
    assert!(text.contains("base: \"base.ron\"") && text.len() < 1000, "{text}");
    // Somebody corrects two budgets of the base: one that the variant has cut, too.
    let mut harness = open(&base, Appearance::Light, 1.0);
    set_budget(&mut harness, 0, before.0 + 1e6);
    set_budget(&mut harness, 1, before.1 + 1e6);
    press(&mut harness, Modifiers::COMMAND, Key::S);
    let mut harness = open(&variant, Appearance::Light, 1.0);
    assert_eq!(budget(&harness, 0), 5e6, "ours stands");
    assert_eq!(budget(&harness, 1), before.1 + 1e6, "what we did not change follows");
    press(&mut harness, Modifiers::COMMAND, Key::Num4);
    assert!(says(&harness, "Places where the base has changed since"));
    let place = "phases[\"2005\"].budget";
    let place = match says(&harness, place) {
        true => place.to_owned(),
        false => {
            let id = &harness.state().workspace().document().scenario().phases[0].id;
            format!("phases[\"{id}\"].budget")
        }
    };
    click(&mut harness, &format!("Take the base's at {place}"));
    settle(&mut harness);
    assert_eq!(budget(&harness, 0), before.0 + 1e6);
    assert!(!says(&harness, "Places where the base has changed since"));
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(budget(&harness, 0), 5e6, "one step, which can be taken back");
}

#[test]
fn a_change_of_the_base_is_noticed_while_the_variant_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let (base, variant) = (folder.path().join("base.ron"), folder.path().join("cut.ron"));
    std::fs::copy(scenario("eu20.ron"), &base).unwrap();
    let mut harness = open(&base, Appearance::Light, 1.0);
    let before = budget(&harness, 1);
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    set_budget(&mut harness, 0, 5e6);
    save_to(&mut harness, &variant);
    let mut theirs = open(&base, Appearance::Light, 1.0);
    set_budget(&mut theirs, 1, before + 1e6);
    press(&mut theirs, Modifiers::COMMAND, Key::S);
    let link = "The file has changed on disk";
    assert!(until(&mut harness, |harness| harness.query_by_label(link).is_some()));
    click(&mut harness, link);
    assert!(until(&mut harness, |harness| harness.query_by_label("Merge both").is_some()));
    click(&mut harness, "Merge both");
    settle(&mut harness);
    assert_eq!((budget(&harness, 0), budget(&harness, 1)), (5e6, before + 1e6));
}
