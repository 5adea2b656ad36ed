//! The dependency graph: what must exist before what.

mod draw;
mod layout;

use super::scene::{Identity, Intent, Scene};
use super::widgets::{self, empty_ui};
use crate::model::Problem;
use crate::texts::Arg;
use eframe::egui::{self, Key, Rect, Sense, Ui, Vec2, accesskit::Role, vec2};
use layout::{Layout, layout, reach};

/// Width and height of an item at ordinary size, and of its cell.
const NODE: Vec2 = vec2(168.0, 34.0);
const CELL: Vec2 = vec2(228.0, 46.0);

/// What the view remembers between frames.
#[derive(Debug)]
pub struct State {
    /// Drawing, and the problems that belong to the same state of the scenario.
    cached: Option<(Identity<Vec<Problem>>, Layout)>,
    /// Where the drawing's left top corner is, relative to the view's.
    shift: Vec2,
    zoom: f32,
    /// The whole drawing still has to be fitted into the view.
    unfitted: bool,
}

impl Default for State {
    fn default() -> Self {
        Self { cached: None, shift: Vec2::ZERO, zoom: 1.0, unfitted: true }
    }
}

/// Draws graph and list.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    if scene.snapshot.scenario.items.is_empty() {
        empty_ui(ui, scene.tokens, &scene.texts.get("graph-empty"), None);
        return;
    }
    // Problems are found anew with every change but those of weights.
    let key = Identity::of(&scene.snapshot.problems);
    if state.cached.as_ref().is_none_or(|(made_from, _)| *made_from != key) {
        state.cached = Some((key, layout(&scene.snapshot.scenario)));
    }
    egui::Panel::right("graph list")
        .resizable(true)
        .default_size(280.0)
        .size_range(200.0..=480.0)
        .show(ui, |ui| list_ui(ui, scene, state));
    egui::CentralPanel::default().show(ui, |ui| {
        toolbar_ui(ui, scene, state);
        canvas_ui(ui, scene, state);
    });
}

fn toolbar_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut State) {
    ui.horizontal(|ui| {
        ui.heading(scene.texts.get("view-dependencies"));
        if ui.button(scene.texts.get("graph-fit")).clicked() {
            state.unfitted = true;
        }
        if ui.button("−").on_hover_text(scene.texts.get("command-zoom-out")).clicked() {
            state.zoom = (state.zoom / 1.25).max(0.1);
        }
        if ui.button("+").on_hover_text(scene.texts.get("command-zoom-in")).clicked() {
            state.zoom = (state.zoom * 1.25).min(3.0);
        }
        ui.weak(scene.texts.get("graph-help"));
    });
}

fn canvas_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some((_, layout)) = &state.cached else { return };
    let size = ui.available_size();
    let (view, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    widgets::name(&response, Role::Canvas, &scene.texts.get("view-dependencies"));
    let whole = vec2(layout.columns as f32 * CELL.x, layout.rows as f32 * CELL.y);
    if std::mem::take(&mut state.unfitted) {
        let fit = (view.width() / whole.x).min(view.height() / whole.y);
        state.zoom = (fit * 0.98).clamp(0.1, 1.2);
        state.shift = (view.size() - whole * state.zoom) / 2.0;
    }
    if response.dragged() {
        state.shift += response.drag_delta();
    }
    if let Some(pointer) = response.hover_pos() {
        let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
        let factor = (scroll.y / 300.0).exp() * pinch;
        let zoom = (state.zoom * factor).clamp(0.1, 3.0);
        // What is under the pointer stays there.
        let at = pointer - view.min - state.shift;
        state.shift += at * (1.0 - zoom / state.zoom);
        state.zoom = zoom;
    }
    let (shift, zoom) = (state.shift, state.zoom);
    let place = |item: usize| {
        let (column, row) = layout.place[item];
        let corner = vec2(column as f32 * CELL.x, row * CELL.y) + (CELL - NODE) / 2.0;
        Rect::from_min_size(view.min + shift + corner * zoom, NODE * zoom)
    };
    if std::mem::take(&mut scene.selection.reveal_graph)
        && let Some(item) = scene.selection.item.filter(|item| *item < layout.place.len())
        && !view.shrink(20.0).contains_rect(place(item))
    {
        state.shift += view.center() - place(item).center();
        ui.ctx().request_repaint();
    }
    draw::graph_ui(ui, scene, layout, view, state.zoom, &place);
    keys_ui(ui, scene, layout);
    if response.clicked() {
        scene.ask(Intent::Select(None));
    }
}

/// Arrow keys walk along the links and up and down a column.
fn keys_ui(ui: &Ui, scene: &mut Scene<'_>, layout: &Layout) {
    if ui.ctx().memory(|memory| memory.focused().is_some()) {
        return;
    }
    let Some(item) = scene.selection.item.filter(|item| *item < layout.place.len()) else { return };
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let (column, row) = layout.place[item];
    let nearest = |candidates: Vec<usize>| {
        let distance = |item: &usize| (layout.place[*item].1 - row).abs();
        candidates.into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))
    };
    let linked = |back: bool| {
        let ends = layout.edges.iter().filter_map(|edge| match (back, edge) {
            (true, edge) if edge.to == item => Some(edge.from),
            (false, edge) if edge.from == item => Some(edge.to),
            _ => None,
        });
        nearest(ends.collect())
    };
    let beside = |below: bool| {
        let same = (0..layout.place.len()).filter(|&other| {
            let (c, r) = layout.place[other];
            c == column && if below { r > row } else { r < row }
        });
        nearest(same.collect())
    };
    let next = if pressed(Key::ArrowLeft) {
        linked(true)
    } else if pressed(Key::ArrowRight) {
        linked(false)
    } else if pressed(Key::ArrowUp) {
        beside(false)
    } else if pressed(Key::ArrowDown) {
        beside(true)
    } else {
        None
    };
    if let Some(next) = next {
        scene.select(next);
    }
}

/// The graph's twin in words: what the selected item needs and unlocks.
fn list_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &State) {
    let Some((_, layout)) = &state.cached else { return };
    let Some(item) = scene.selection.item.filter(|item| *item < layout.place.len()) else {
        empty_ui(ui, scene.tokens, &scene.texts.get("graph-select"), None);
        return;
    };
    ui.add_space(4.0);
    ui.heading(scene.item_name(item));
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for (back, key) in [(true, "graph-before"), (false, "graph-unlocks")] {
            let reached = reach(layout, item, back, !back);
            let members: Vec<usize> = (0..reached.len()).filter(|at| reached[*at]).collect();
            let money: f64 =
                members.iter().map(|&at| scene.snapshot.scenario.items[at].capex.total()).sum();
            let money = scene.texts.money(money, &scene.snapshot.scenario.currency);
            let words = scene.texts.with(
                key,
                &[("count", Arg::from(members.len() as f64)), ("money", Arg::from(money.as_str()))],
            );
            ui.add_space(6.0);
            ui.strong(words);
            for &other in &members {
                link_ui(ui, scene, other);
            }
            if back {
                members.iter().chain([&item]).for_each(|&at| alternatives_ui(ui, scene, at));
            }
        }
    });
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
    if ui.link(label).clicked() {
        scene.select(item);
    }
}
