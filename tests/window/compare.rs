//! Scenarios side by side: what differs, what it did, and taking it over.

use crate::support::{beside_less_money, click, open, press, says, scenario, settle, until};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, SnapshotResults};
use phasewise::app::{Appearance, Edit, Label, ListEdit};
use phasewise::ui::Window;

/// Kazakhstan, and in front a copy of it with half the money in 2006.
fn side_by_side(appearance: Appearance) -> Harness<'static, Window> {
    let mut harness = beside_less_money(appearance);
    press(&mut harness, Modifiers::COMMAND, Key::Num8);
    harness
}

fn budget(harness: &Harness<'_, Window>) -> Option<f64> {
    harness.state().workspace().document().scenario().phases[1].budget
}

#[test]
fn one_scenario_alone_offers_what_to_do() {
    let mut harness = open(&scenario("eu20.ron"), Appearance::Light, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::Num8);
    assert!(says(&harness, "Comparing takes two open scenarios"));
    click(&mut harness, "Try a copy");
    settle(&mut harness);
    assert!(until(&mut harness, |harness| says(harness, "Both hold the same")));
    assert!(says(&harness, "All items start in the same phase"));
}

#[test]
fn what_differs_is_shown_and_taken_over_as_one_step() {
    let mut harness = side_by_side(Appearance::Light);
    assert!(until(&mut harness, |harness| says(harness, "Budget of 2006: 148.0")));
    let less = budget(&harness).unwrap();
    assert!(says(&harness, "items start elsewhere"));
    assert!(says(&harness, "went out"));
    let named = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|l| l.starts_with("Take over from the other"))
    };
    harness.get_all_by_role(Role::Button).find(named).unwrap().click();
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(budget(&harness), Some(2.0 * less));
    assert!(until(&mut harness, |harness| says(harness, "Both hold the same")));
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(budget(&harness), Some(less));
}

#[test]
fn ranks_totals_and_causes_are_told() {
    let mut harness = side_by_side(Appearance::Light);
    click(&mut harness, "Which input did it");
    assert!(harness.state_mut().inquiries_mut().wait(6 * crate::support::PATIENCE));
    harness.run_steps(3);
    assert!(says(&harness, "Budget of 2006: 148.0"), "the cause");
    click(&mut harness, "Totals");
    assert!(says(&harness, "74.0 M USD of 74.0 M USD") || says(&harness, "of 74.0"));
    // The same weights: nobody's rank has moved.
    click(&mut harness, "Ranks");
    assert!(says(&harness, "0 items have another rank"));
    let snapshot = harness.state().workspace().snapshot().clone();
    let best = snapshot.scores.ranking.order[0];
    let name = snapshot.scenario.items[best].name.get("en").to_owned();
    let line = format!("{name}: 1 → 1");
    harness.get_all_by_role_and_label(Role::Button, &line).next().unwrap().click();
    harness.run_steps(2);
    assert_eq!(harness.state().tabs().front.selection.item, Some(best));
    // Left out, there is nothing to compare with.
    harness.get_by_role_and_label(Role::CheckBox, "kazakhstan").click();
    harness.run_steps(2);
    assert!(says(&harness, "Choose at least one scenario"));
}

#[test]
fn pictures_of_two_scenarios() {
    let mut results = SnapshotResults::new();
    for (appearance, suffix) in [(Appearance::Light, "light"), (Appearance::Dark, "dark")] {
        let mut harness = side_by_side(appearance);
        // Weights differ too, so that lines cross.
        let mut set = harness.state().workspace().document().scenario().weight_sets[0].clone();
        if let Some(swing) = set.swings.values_mut().next() {
            *swing = 5.0;
        }
        let edit = Edit::WeightSets(ListEdit::Replace { at: 0, value: Box::new(set) });
        let workspace = harness.state_mut().workspace_mut();
        workspace.apply(Label::new("edit-name", "less"), edit, None).unwrap();
        settle(&mut harness);
        assert!(until(&mut harness, |harness| says(harness, "Budget of 2006: 148.0")));
        let (mask, right) = (
            harness.get_by_label_contains("of 62 planned").rect(),
            harness.ctx.content_rect().right(),
        );
        harness.mask(mask.expand(4.0).with_max_x(right));
        harness.snapshot(format!("compare_items_{suffix}"));
        click(&mut harness, "Ranks");
        harness.mask(mask.expand(4.0).with_max_x(right));
        harness.snapshot(format!("compare_ranks_{suffix}"));
        results.extend(harness.take_snapshot_results());
    }
}
