//! The dependency graph: what must exist before what.

mod camera;
mod draw;
mod keys;
mod lanes;
mod linking;
mod links;
mod list;
mod minimap;
mod picture;

use super::panes::{Fit, pane_ui};
use super::scene::{Intent, Scene};
use super::widgets::{self, Condition, condition_ui, empty_ui};
use crate::app::drawing::{Columns, Lanes, Options};
use crate::app::{Command, Pane, Panes};
use crate::texts::Texts;
use camera::Camera;
use draw::Emphasis;
use eframe::egui::{self, Key, Rect, Sense, Ui, UiBuilder, accesskit::Role, vec2};
use linking::Linking;
use picture::{News, Picture, Pictures, links_of};
use std::collections::HashSet;
use std::sync::Arc;

/// So small a first look may be: below, items can hardly be told apart.
const LEAST_FIT: f32 = 0.12;

/// What the view remembers between frames.
#[derive(Debug)]
pub struct State {
    pictures: Pictures,
    options: Options,
    camera: Camera,
    /// The whole drawing still has to be fitted into the view.
    unfitted: bool,
    /// The critical chain stands out.
    critical: bool,
    /// What has nothing to do with the selected item is not drawn.
    only_near: bool,
    page: list::Page,
    linking: Option<Linking>,
    meshes: links::Meshes,
}

impl Default for State {
    fn default() -> Self {
        Self {
            pictures: Pictures::default(),
            options: Options::default(),
            camera: Camera::default(),
            unfitted: true,
            critical: false,
            only_near: false,
            page: list::Page::default(),
            linking: None,
            meshes: links::Meshes::default(),
        }
    }
}

/// Draws graph and list.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, panes: &mut Panes) {
    if scene.snapshot.scenario.items.is_empty() {
        let action = scene.texts.get(Command::AddItem.key());
        if empty_ui(ui, scene.tokens, &scene.texts.get("graph-empty"), Some(&action)) {
            scene.ask(Intent::Command(Command::AddItem));
        }
        return;
    }
    match state.pictures.follow(scene.snapshot, &state.options, ui.ctx()) {
        News::None => {}
        // Positions may stand for other items now.
        News::Near => state.linking = None,
        News::Afresh => {
            state.linking = None;
            state.unfitted = true;
        }
    }
    let picture = state.pictures.shown().cloned();
    let fit = Fit { usual: 280.0, range: 200.0..=480.0 };
    pane_ui(ui, panes, Pane::GraphList, fit, |ui| {
        // Without this the panel would shrink while there is nothing in it.
        ui.set_min_width(ui.available_width());
        let Some(picture) = &picture else { return };
        let chain = state.critical.then(|| state.pictures.chain(scene.snapshot).to_vec());
        let (page, linking) = (&mut state.page, &mut state.linking);
        list::list_ui(ui, scene, picture, page, chain.as_deref(), linking);
    });
    egui::CentralPanel::default().show(ui, |ui| {
        toolbar_ui(ui, scene, state);
        match &picture {
            Some(picture) => canvas_ui(ui, scene, state, picture),
            None => {
                let words = scene.texts.get("graph-working");
                condition_ui(ui, scene.tokens, Condition::Working, &words, None);
            }
        }
    });
    linking::form_ui(ui, scene, &mut state.linking);
}

fn toolbar_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let texts = scene.texts;
    let middle = state.camera.view().center();
    ui.horizontal_wrapped(|ui| {
        ui.heading(texts.get("view-dependencies"));
        if ui.button(texts.get("graph-fit")).clicked() {
            state.unfitted = true;
        }
        if ui.button("−").on_hover_text(texts.get("command-zoom-out")).clicked() {
            state.camera.zoom_at(middle, 0.8);
        }
        if ui.button("+").on_hover_text(texts.get("command-zoom-in")).clicked() {
            state.camera.zoom_at(middle, 1.25);
        }
        let columns = [
            (Columns::Depth, texts.get("graph-by-depth")),
            (Columns::Phase, texts.get("graph-by-phase")),
        ];
        combo_ui(ui, "graph-columns", &mut state.options.columns, &columns, texts);
        let lanes = Lanes::ALL.map(|lanes| (lanes, texts.get(lanes.key())));
        if combo_ui(ui, "lanes-by", &mut state.options.lanes, &lanes, texts) {
            state.options.folded.clear();
        }
        ui.toggle_value(&mut state.critical, texts.get("graph-critical"))
            .on_hover_text(texts.get("graph-critical-help"));
        ui.toggle_value(&mut state.only_near, texts.get("graph-only-near"))
            .on_hover_text(texts.get("graph-only-near-help"));
        if ui
            .button(texts.get("graph-redraw"))
            .on_hover_text(texts.get("graph-redraw-help"))
            .clicked()
        {
            state.pictures.redraw();
        }
        if ui.button(texts.get(Command::AddItem.key())).clicked() {
            scene.ask(Intent::Command(Command::AddItem));
        }
    });
}

/// A choice of one of several; true if another was chosen.
fn combo_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    key: &str,
    present: &mut T,
    choices: &[(T, String)],
    texts: &Texts,
) -> bool {
    let before = *present;
    let shown = choices.iter().find(|(choice, _)| *choice == before);
    let combo = egui::ComboBox::from_id_salt(key)
        .selected_text(shown.map_or("–", |(_, words)| words))
        .show_ui(ui, |ui| {
            for (choice, words) in choices {
                ui.selectable_value(present, *choice, words);
            }
        });
    let name = texts.get(key);
    combo.response.widget_info(|| egui::WidgetInfo::labeled(Role::ComboBox, true, &name));
    combo.response.on_hover_text(name);
    *present != before
}

fn canvas_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, picture: &Arc<Picture>) {
    let (view, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    widgets::name(&response, Role::Canvas, &scene.texts.get("view-dependencies"));
    move_ui(ui, scene, state, picture, view, &response);
    let emphasis = emphasis(scene, state, picture);
    let linking = state.linking.clone();
    let (camera, meshes) = (&state.camera, &mut state.meshes);
    let touched = draw::graph_ui(ui, scene, picture, camera, &emphasis, linking.as_ref(), meshes);
    if let Some(key) = lanes::heads_ui(ui, scene, picture, &state.camera) {
        let folded = &mut state.options.folded;
        if !folded.remove(&key) {
            folded.insert(key);
        }
    }
    minimap::minimap_ui(ui, scene, picture, &mut state.camera);
    if let Some(item) = touched.linking {
        state.linking = Some(Linking::Dragged(item));
    }
    let item_of = |node: usize| {
        let node = picture.graph.nodes().get(node)?;
        node.members.first().copied().filter(|_| !node.folded)
    };
    if let (Some(end), Some(Linking::Dragged(from))) = (touched.linked, &linking) {
        let to = end.and_then(item_of);
        state.linking = to.and_then(|to| Linking::between(scene, *from, to));
    }
    match (touched.node, &linking) {
        (Some(node), Some(Linking::Choosing(from))) => {
            if let Some(to) = item_of(node).filter(|to| to != from) {
                state.linking = Linking::between(scene, *from, to);
            }
        }
        (Some(node), _) => match picture.graph.nodes().get(node) {
            Some(node) if node.folded => {
                let lane = picture.graph.lanes().get(node.lane);
                lane.map(|lane| state.options.folded.remove(&lane.key));
            }
            Some(node) => node.members.iter().for_each(|item| scene.select(*item)),
            None => {}
        },
        (None, None) if response.clicked() => scene.ask(Intent::Select(None)),
        _ => {}
    }
    if matches!(linking, Some(Linking::Choosing(_)))
        && ui.input(|input| input.key_pressed(Key::Escape))
    {
        state.linking = None;
    }
    keys::keys_ui(ui, scene, picture);
    let corner = Rect::from_min_size(view.min + vec2(8.0, 30.0), vec2(view.width() - 16.0, 80.0));
    let above = UiBuilder::new().max_rect(corner);
    ui.scope_builder(above, |ui| linking::refusal_ui(ui, scene, &mut state.linking));
}

/// Fits, pans and zooms.
fn move_ui(
    ui: &Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    picture: &Picture,
    view: Rect,
    response: &egui::Response,
) {
    let camera = &mut state.camera;
    camera.set_view(view);
    if std::mem::take(&mut state.unfitted) {
        let names = if picture.options.lanes == Lanes::None { 0.0 } else { lanes::NAMES };
        camera.fit(&picture.drawing, LEAST_FIT, names);
    }
    if response.dragged() {
        camera.pan(response.drag_delta());
    }
    let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|at| view.contains(*at));
    if let Some(pointer) = pointer.filter(|_| response.contains_pointer()) {
        let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
        let factor = (scroll.y / 300.0).exp() * pinch;
        if factor != 1.0 {
            camera.zoom_at(pointer, factor);
        }
    }
    if std::mem::take(&mut scene.selection.reveal_graph) {
        let node = scene.selection.item.and_then(|item| picture.graph.node_of(item));
        let place = node.and_then(|node| picture.drawing.places.get(node));
        if let Some(place) =
            place.filter(|place| !view.shrink(20.0).contains_rect(camera.node(**place)))
        {
            camera.centre(place.x, place.y);
            ui.ctx().request_repaint();
        }
    }
}

fn emphasis(scene: &Scene<'_>, state: &mut State, picture: &Picture) -> Emphasis {
    let graph = &picture.graph;
    let selected = scene.selection.item.and_then(|item| graph.node_of(item));
    let chain = if state.critical {
        let chain = state.pictures.chain(scene.snapshot);
        let nodes = chain.iter().filter_map(|item| graph.node_of(*item)).collect();
        (nodes, links_of(chain, graph))
    } else {
        (HashSet::new(), HashSet::new())
    };
    let cycle = match &state.linking {
        Some(Linking::Refused(way)) => links_of(way, graph),
        _ => HashSet::new(),
    };
    let standing = Emphasis::standing(picture, selected);
    Emphasis { standing, only_near: state.only_near && selected.is_some(), chain, cycle }
}
