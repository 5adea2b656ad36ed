//! The dependency graph: drawing a link, being refused a cycle, folding, what is near.

use crate::support::{click, open, press, says, scenario, until};
use eframe::egui::{Key, Modifiers, Pos2, Rect, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, SnapshotResults};
use phasewise::app::Appearance;
use phasewise::model::LinkType;
use phasewise::ui::Window;

fn graph(appearance: Appearance) -> Harness<'static, Window> {
    let mut harness = open(&scenario("kazakhstan.ron"), appearance, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    assert!(until(&mut harness, |harness| boxes(harness) == 62));
    harness.run_steps(3);
    harness
}

fn position(harness: &Harness<'_, Window>, id: &str) -> usize {
    let items = &harness.state().workspace().document().scenario().items;
    items.iter().position(|item| item.id == *id).unwrap()
}

fn name(harness: &Harness<'_, Window>, id: &str) -> String {
    let at = position(harness, id);
    harness.state().workspace().document().scenario().items[at].name.get("en").to_owned()
}

/// How many items are drawn.
fn boxes(harness: &Harness<'_, Window>) -> usize {
    let kinds = [
        "Service",
        "Register",
        "Infrastructure",
        "Legal act",
        "Process review",
        "Standard",
        "Capacity",
        "Access",
    ];
    let is_box = |label: String| kinds.iter().any(|kind| label.contains(&format!(", {kind}")));
    let labels = harness.get_all_by_role(Role::Button).filter_map(|n| n.accesskit_node().label());
    labels.filter(|label| is_box(label.clone())).count()
}

/// The box of an item in the drawing.
fn node(harness: &Harness<'_, Window>, name: &str) -> Rect {
    let begins = |label: String| label.starts_with(&format!("{name}, "));
    let found = harness
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(begins));
    found.unwrap_or_else(|| panic!("{name} is not drawn")).rect()
}

fn drag(harness: &mut Harness<'_, Window>, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.run_steps(2);
    harness.drag_at(from);
    harness.run_steps(1);
    for step in 1..=6 {
        harness.hover_at(from + (to - from) * (step as f32 / 6.0));
        harness.run_steps(1);
    }
    harness.drop_at(to);
    harness.run_steps(3);
}

/// Drags from the right edge of one item's box into another's.
fn link(harness: &mut Harness<'_, Window>, from: &str, to: &str) {
    let (from, to) = (name(harness, from), name(harness, to));
    let (from, to) = (node(harness, &from), node(harness, &to));
    drag(harness, from.right_center(), to.center());
}

/// Two items that have no link, and two of which the second needs the first over a third.
fn pairs(harness: &Harness<'_, Window>) -> ([String; 2], [String; 2]) {
    let scenario = harness.state().workspace().document().scenario();
    let requires = |item: &phasewise::model::Item| {
        item.requires
            .iter()
            .filter(|l| l.link == LinkType::Hard)
            .map(|l| l.item.to_string())
            .collect::<Vec<_>>()
    };
    for item in &scenario.items {
        for middle in requires(item) {
            let middle = scenario.item(&middle).unwrap();
            if let Some(first) = requires(middle).first()
                && !requires(item).contains(first)
            {
                return (
                    [first.clone(), item.id.to_string()],
                    [item.id.to_string(), first.clone()],
                );
            }
        }
    }
    panic!("no chain of three");
}

#[test]
fn a_link_is_drawn_by_dragging_and_said_in_a_small_form() {
    let mut harness = graph(Appearance::Light);
    let ([from, to], _) = pairs(&harness);
    link(&mut harness, &from, &to);
    assert!(says(&harness, "New link"), "the form is there");
    let sentence = format!("{} cannot start before {}", name(&harness, &to), name(&harness, &from));
    assert!(says(&harness, &sentence));
    harness.get_by_role_and_label(Role::SpinButton, "Phases between").click();
    harness.run_steps(2);
    harness.event(eframe::egui::Event::Text("1".into()));
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, "Reason").focus();
    harness.run_steps(2);
    harness.event(eframe::egui::Event::Text("The law comes first".into()));
    harness.run_steps(2);
    click(&mut harness, "Add link");
    let at = position(&harness, &to);
    let item = harness.state().workspace().document().scenario().items[at].clone();
    let link = item.requires.iter().find(|link| link.item == *from.as_str()).unwrap();
    assert_eq!((link.link, link.lag), (LinkType::Hard, 1));
    assert_eq!(link.reason.get("en"), "The law comes first");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    let item = &harness.state().workspace().document().scenario().items[at];
    assert!(item.requires.iter().all(|link| link.item != *from.as_str()), "one step of undo");
}

#[test]
fn a_link_that_would_close_a_cycle_is_refused_with_the_cycle() {
    let mut harness = graph(Appearance::Light);
    let (_, [from, to]) = pairs(&harness);
    let before = harness.state().workspace().document().scenario().clone();
    link(&mut harness, &from, &to);
    assert!(!says(&harness, "New link"));
    let sentence = format!("{} cannot need {}", name(&harness, &to), name(&harness, &from));
    assert!(says(&harness, &sentence));
    assert_eq!(*harness.state().workspace().document().scenario(), before);
    // As an order that is only preferred it may stand.
    click(&mut harness, "Add as a preferred order…");
    click(&mut harness, "Add link");
    let at = position(&harness, &to);
    let items = &harness.state().workspace().document().scenario().items;
    let link = items[at].requires.iter().find(|link| link.item == *from.as_str()).unwrap();
    assert_eq!(link.link, LinkType::Soft);
}

#[test]
fn a_link_is_made_by_keyboard_alone() {
    let mut harness = graph(Appearance::Light);
    let ([from, to], _) = pairs(&harness);
    let at = position(&harness, &from);
    harness.state_mut().tabs_mut().front.selection.item = Some(at);
    harness.run_steps(2);
    let press_on = |harness: &mut Harness<'_, Window>, label: &str| {
        harness.get_by_role_and_label(Role::Button, label).focus();
        harness.run_steps(2);
        harness.key_press(Key::Space);
        harness.run_steps(3);
    };
    press_on(&mut harness, "Link to what needs it…");
    assert!(says(&harness, "Choose the item that needs it"));
    let wanted = format!("{}, ", name(&harness, &to));
    let label = harness
        .get_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with(&wanted))
        .unwrap();
    press_on(&mut harness, &label);
    assert!(says(&harness, "New link"));
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    let at = position(&harness, &to);
    let items = &harness.state().workspace().document().scenario().items;
    assert!(items[at].requires.iter().any(|link| link.item == *from.as_str()));
}

#[test]
fn lanes_fold_into_one_box_and_unfold() {
    let mut harness = graph(Appearance::Light);
    harness.get_by_role_and_label(Role::ComboBox, "Lanes stand for").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "By kind").click();
    harness.run_steps(2);
    assert!(until(&mut harness, |harness| says(harness, "Fold Legal act")
        || harness.query_all_by_label_contains("Fold ").next().is_some()));
    harness.run_steps(3);
    let before = boxes(&harness);
    let fold = |harness: &Harness<'_, Window>, word: &str| {
        let labels = harness.get_all_by_role(Role::Button);
        labels
            .filter_map(|node| node.accesskit_node().label())
            .find(|label| label.starts_with(word))
            .unwrap()
    };
    let first = fold(&harness, "Fold ");
    harness.get_by_role_and_label(Role::Button, &first).click();
    assert!(until(&mut harness, |harness| boxes(harness) < before));
    assert!(says(&harness, ", folded"));
    let again = fold(&harness, "Unfold ");
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, &again).click();
    assert!(until(&mut harness, |harness| boxes(harness) == before));
}

#[test]
fn only_what_is_near_is_left_and_the_list_says_the_same() {
    let mut harness = graph(Appearance::Light);
    let ([from, _], _) = pairs(&harness);
    let at = position(&harness, &from);
    harness.state_mut().tabs_mut().front.selection.item = Some(at);
    harness.run_steps(2);
    assert!(says(&harness, "It unlocks"));
    let all = boxes(&harness);
    click(&mut harness, "Only its links");
    assert!(boxes(&harness) < all);
    click(&mut harness, "Critical chain");
    assert!(says(&harness, "Critical chain: "));
    click(&mut harness, "All items");
    let own = name(&harness, &from);
    assert!(says(&harness, &own));
}

#[test]
fn columns_can_be_the_phases_of_the_plan() {
    let mut harness = graph(Appearance::Light);
    harness.get_by_role_and_label(Role::ComboBox, "What columns stand for").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "By phase").click();
    harness.run_steps(2);
    let snapshot = harness.state().workspace().snapshot().clone();
    let earlier = snapshot
        .scenario
        .items
        .iter()
        .enumerate()
        .find(|(at, _)| snapshot.start_of(*at) == Some(1));
    let later = snapshot
        .scenario
        .items
        .iter()
        .enumerate()
        .find(|(at, _)| snapshot.start_of(*at) == Some(3));
    let (earlier, later) = (earlier.unwrap().1.name.get("en"), later.unwrap().1.name.get("en"));
    assert!(until(&mut harness, |harness| {
        let drawn = |name: &str| {
            let begins = |label: String| label.starts_with(&format!("{name}, "));
            harness
                .get_all_by_role(Role::Button)
                .find(|node| node.accesskit_node().label().is_some_and(begins))
                .map(|node| node.rect())
        };
        drawn(earlier).zip(drawn(later)).is_some_and(|(a, b)| a.right() < b.left())
    }));
}

#[test]
fn pictures_of_the_graph() {
    let mut results = SnapshotResults::new();
    for (appearance, suffix) in [(Appearance::Light, "light"), (Appearance::Dark, "dark")] {
        let mut harness = graph(appearance);
        for (combo, choice) in
            [("What columns stand for", "By phase"), ("Lanes stand for", "By owner")]
        {
            harness.get_by_role_and_label(Role::ComboBox, combo).click();
            harness.run_steps(3);
            harness.get_by_role_and_label(Role::Button, choice).click();
            harness.run_steps(3);
        }
        let at = position(&harness, "e-procurement");
        harness.state_mut().tabs_mut().front.selection.item = Some(at);
        assert!(until(&mut harness, |harness| says(harness, "Fold ")));
        harness.run_steps(5);
        click(&mut harness, "Critical chain");
        let mask = harness.get_by_label_contains("of 62 planned").rect();
        let right = harness.ctx.content_rect().right();
        harness.mask(mask.expand(4.0).with_max_x(right));
        harness.snapshot(format!("graph_phases_{suffix}"));
        results.extend(harness.take_snapshot_results());
    }
}
