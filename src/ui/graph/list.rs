//! The graph's twin in words, for the keyboard and for screen readers: what the selected
//! item needs and unlocks, and all items in the order of the drawing.

use super::draw::name_of;
use super::linking::Linking;
use super::picture::Picture;
use crate::app::drawing::Direction;
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::theme::strong_family;
use crate::ui::widgets::{empty_ui, tabs};
use eframe::egui::{self, Button, Key, Label, RichText, ScrollArea, Ui, accesskit::Role};

/// Which list is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    Selected,
    All,
}

/// Draws the lists; `chain` is the critical chain.
pub fn list_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    picture: &Picture,
    page: &mut Page,
    chain: Option<&[usize]>,
    linking: &mut Option<Linking>,
) {
    let texts = scene.texts;
    ui.add_space(4.0);
    let pages = [
        (Page::Selected, texts.get("graph-page-selected")),
        (Page::All, texts.get("graph-page-all")),
    ];
    if let Some(chosen) = tabs(ui, scene.tokens, "graph pages", &pages, *page) {
        *page = chosen;
    }
    match page {
        Page::All => all_ui(ui, scene, picture),
        Page::Selected => {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                if let Some(chain) = chain {
                    chain_ui(ui, scene, chain);
                }
                selected_ui(ui, scene, picture, linking);
            });
        }
    }
}

/// All nodes in the order of the drawing; arrow keys walk them.
fn all_ui(ui: &mut Ui, scene: &mut Scene<'_>, picture: &Picture) {
    let row_height = scene.tokens.row_height;
    let chosen = scene.selection.item.and_then(|item| picture.graph.node_of(item));
    ScrollArea::vertical().auto_shrink(false).show_rows(
        ui,
        row_height,
        picture.order.len(),
        |ui, rows| {
            for row in rows {
                let Some(&at) = picture.order.get(row) else { continue };
                let Some(node) = picture.graph.nodes().get(at) else { continue };
                let name = name_of(scene, picture, node);
                let item = node.members.first().copied();
                let phase = item.and_then(|item| scene.snapshot.start_of(item));
                let phase = match phase.filter(|_| !node.folded) {
                    Some(phase) => format!(" · {}", scene.phase_name(phase)),
                    None => String::new(),
                };
                let selected = chosen == Some(at);
                let words = format!("{name}{phase}");
                let button = Button::selectable(selected, &words).truncate();
                let response = ui.add_sized([ui.available_width(), row_height], button);
                if response.clicked()
                    && let Some(item) = item
                {
                    scene.select(item);
                }
            }
        },
    );
    if let Some(at) = chosen.and_then(|chosen| picture.order.iter().position(|at| *at == chosen)) {
        let to = ui.input(|input| {
            let down = usize::from(input.key_pressed(Key::PageDown));
            let up = usize::from(input.key_pressed(Key::PageUp));
            (at + down).saturating_sub(up)
        });
        let node = picture.order.get(to).filter(|_| to != at);
        let item = node.and_then(|node| picture.graph.nodes().get(*node)?.members.first());
        if let Some(&item) = item {
            scene.select(item);
        }
    }
}

fn chain_ui(ui: &mut Ui, scene: &mut Scene<'_>, chain: &[usize]) {
    let texts = scene.texts;
    let words = texts.with("graph-chain", &[("count", Arg::from(chain.len() as f64))]);
    ui.label(RichText::new(words).family(strong_family()));
    for &item in chain {
        link_ui(ui, scene, item);
    }
    if chain.len() == 1 {
        ui.add(Label::new(RichText::new(texts.get("graph-chain-one")).weak()).wrap());
    }
    ui.add_space(8.0);
}

fn selected_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    picture: &Picture,
    linking: &mut Option<Linking>,
) {
    let texts = scene.texts;
    let item = scene.selection.item.filter(|at| *at < scene.snapshot.scenario.items.len());
    let Some((item, node)) = item.and_then(|item| Some((item, picture.graph.node_of(item)?)))
    else {
        empty_ui(ui, scene.tokens, &texts.get("graph-select"), None);
        return;
    };
    ui.heading(scene.item_name(item));
    match linking {
        Some(Linking::Choosing(from)) if *from == item => {
            ui.add(Label::new(texts.get("graph-choose")).wrap());
            if ui.button(texts.get("dialog-cancel")).clicked() {
                *linking = None;
            }
        }
        _ => {
            if ui.button(texts.get("graph-link-from")).clicked() {
                *linking = Some(Linking::Choosing(item));
            }
        }
    }
    let sides =
        [(Direction::Before, "graph-before", false), (Direction::After, "graph-unlocks", true)];
    for (direction, key, alternatives) in sides {
        let reached = picture.graph.reach(node, direction, alternatives);
        let near = picture.graph.nodes().iter().zip(&reached).filter(|(_, near)| **near);
        let members: Vec<usize> = near.flat_map(|(node, _)| node.members.clone()).collect();
        let items = &scene.snapshot.scenario.items;
        let of = members.iter().filter_map(|at| items.get(*at));
        let money: f64 = of.map(|item| item.capex.total()).sum();
        let money = texts.money(money, &scene.snapshot.scenario.currency);
        let value: f64 = members.iter().filter_map(|at| value_of(scene, *at)).sum();
        let args = [
            ("count", Arg::from(members.len() as f64)),
            ("money", Arg::from(money.as_str())),
            ("value", Arg::from(texts.number(value, 0).as_str())),
        ];
        ui.add_space(6.0);
        ui.add(Label::new(RichText::new(texts.with(key, &args)).family(strong_family())).wrap());
        for &other in &members {
            link_ui(ui, scene, other);
        }
        if direction == Direction::Before {
            members.iter().chain([&item]).for_each(|&at| alternatives_ui(ui, scene, at));
        }
    }
}

/// What an item's work is worth in the plan, in value points.
fn value_of(scene: &Scene<'_>, item: usize) -> Option<f64> {
    Some(scene.snapshot.scores.ranking.rows.get(item)?.value)
}

/// The groups of which an item needs one.
fn alternatives_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let items = &snapshot.scenario.items;
    for group in items.get(at).map_or(&[][..], |item| &item.requires_any_of) {
        ui.add_space(6.0);
        let name = scene.item_name(at);
        ui.strong(scene.texts.with("graph-one-of", &[("item", Arg::from(name))]));
        for id in &group.any_of {
            if let Some(other) = items.iter().position(|item| item.id == *id) {
                link_ui(ui, scene, other);
            }
        }
    }
}

/// An item with its phase; a click selects it.
fn link_ui(ui: &mut Ui, scene: &mut Scene<'_>, item: usize) {
    let label = match scene.snapshot.start_of(item) {
        Some(phase) => format!("{} · {}", scene.item_name(item), scene.phase_name(phase)),
        None => format!("{} · {}", scene.item_name(item), scene.texts.get("roadmap-not-planned")),
    };
    let response = ui.add(egui::Link::new(&label));
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Link, true, &label));
    if response.clicked() {
        scene.select(item);
    }
}
