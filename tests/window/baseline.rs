//! Another scenario's plan behind the roadmap, and the links of an item over it.

use crate::support::{beside_less_money, press, says};
use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, SnapshotResults};
use phasewise::app::Appearance;
use phasewise::ui::Window;

/// Kazakhstan with half the money in 2006 in front, the original beside it.
fn cut(appearance: Appearance) -> Harness<'static, Window> {
    let mut harness = beside_less_money(appearance);
    press(&mut harness, Modifiers::COMMAND, Key::Num3);
    let name = "Baseline: another scenario’s plan as dashed outlines";
    harness.get_by_role_and_label(Role::ComboBox, name).click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "kazakhstan").click();
    harness.run_steps(3);
    harness
}

#[test]
fn what_starts_elsewhere_in_the_baseline_has_a_ghost_there_and_says_so() {
    let harness = cut(Appearance::Light);
    let tabs = harness.state().tabs();
    let own = tabs.front.workspace.snapshot();
    let other = tabs.neighbours()[0].snapshot.clone();
    let seen: Vec<String> = harness
        .get_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    let mut told = 0;
    for (at, item) in own.scenario.items.iter().enumerate() {
        let name = item.name.get("en");
        let (here, there) = (own.start_of(at), other.start_of(at));
        let Some(bar) = seen.iter().find(|label| label.starts_with(&format!("{name}, "))) else {
            continue;
        };
        if let (Some(here), Some(there)) = (here, there) {
            let phase = &own.scenario.phases[there as usize - 1].id;
            let words = format!("in the baseline {phase}");
            assert_eq!(bar.contains(&words), here != there, "{bar}");
            told += usize::from(here != there);
        }
    }
    assert!(told > 3, "{told} bars in sight have moved");
    assert!(says(&harness, "here in the baseline"), "ghosts can be found by their names");
}

#[test]
fn pictures_of_a_baseline_and_links() {
    let mut results = SnapshotResults::new();
    for (appearance, suffix) in [(Appearance::Light, "light"), (Appearance::Dark, "dark")] {
        let mut harness = cut(appearance);
        harness.get_by_label("Links").click();
        harness.run_steps(2);
        let snapshot = harness.state().workspace().snapshot().clone();
        let at = snapshot.scenario.items.iter().position(|item| item.id == "e-procurement");
        let item = at.unwrap_or(0);
        harness.state_mut().tabs_mut().front.selection.item = Some(item);
        harness.run_steps(3);
        let mask = harness.get_by_label_contains("of 62 planned").rect();
        let right = harness.ctx.content_rect().right();
        harness.mask(mask.expand(4.0).with_max_x(right));
        harness.snapshot(format!("baseline_{suffix}"));
        results.extend(harness.take_snapshot_results());
    }
}
