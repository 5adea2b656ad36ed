//! Drawing the graph: lanes and phases, then links, then items; what is far from the
//! selection fades. How much an item says depends on how large it is.

use super::camera::Camera;
use super::linking::Linking;
use super::links::{Meshes, links_ui};
use super::picture::Picture;
use crate::app::drawing::{Direction, Node, lane_name};
use crate::app::kind_key;
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::widgets::{elided, elided_lines, kind_shape};
use eframe::egui::{
    Align2, Color32, CornerRadius, FontId, Painter, Pos2, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};
use std::collections::HashSet;
use std::sync::Arc;

/// Below this height of a box it is a shape without words.
const LEAST_TEXT: f32 = 13.0;
/// Below this height of a box it is a mark without a shape.
const LEAST_SHAPE: f32 = 7.0;
/// From this height of a box on it says more than name and phase.
const MORE_TEXT: f32 = 44.0;

/// How a node stands to the selected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is selected.
    Plain,
    Selected,
    /// It must exist before.
    Before,
    /// It is unlocked.
    After,
    /// It has nothing to do with it.
    Far,
}

/// What of the graph stands out.
#[derive(Clone, PartialEq)]
pub struct Emphasis {
    /// By node.
    pub standing: Vec<Standing>,
    /// What is far is not drawn at all.
    pub only_near: bool,
    /// Nodes and links of the critical chain, if that is shown.
    pub chain: (HashSet<usize>, HashSet<(usize, usize)>),
    /// Links of a cycle that a new link would close.
    pub cycle: HashSet<(usize, usize)>,
}

impl Emphasis {
    /// How all nodes stand to one of them.
    pub fn standing(picture: &Picture, selected: Option<usize>) -> Vec<Standing> {
        let graph = &picture.graph;
        let count = graph.nodes().len();
        let Some(selected) = selected else { return vec![Standing::Plain; count] };
        let before = graph.reach(selected, Direction::Before, true);
        let after = graph.reach(selected, Direction::After, true);
        (0..count)
            .map(|node| match (node == selected, before.get(node), after.get(node)) {
                (true, ..) => Standing::Selected,
                (_, Some(true), _) => Standing::Before,
                (_, _, Some(true)) => Standing::After,
                _ => Standing::Far,
            })
            .collect()
    }

    /// How a node stands to the selected one.
    pub fn of(&self, node: usize) -> Standing {
        self.standing.get(node).copied().unwrap_or(Standing::Plain)
    }

    /// True if a node is not drawn.
    pub fn hides(&self, node: usize) -> bool {
        self.only_near && self.of(node) == Standing::Far
    }
}

/// What was done with the pointer on the graph.
#[derive(Debug, Default)]
pub struct Touched {
    /// A node that was pressed.
    pub node: Option<usize>,
    /// An item whose handle is being dragged.
    pub linking: Option<usize>,
    /// A handle was let go over this node, or over nothing.
    pub linked: Option<Option<usize>>,
}

/// Draws all that is in sight.
pub fn graph_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    picture: &Arc<Picture>,
    camera: &Camera,
    emphasis: &Emphasis,
    linking: Option<&Linking>,
    meshes: &mut Meshes,
) -> Touched {
    let view = camera.view();
    let painter = ui.painter_at(view);
    backdrop_ui(&painter, scene, picture, camera);
    links_ui(&painter, scene, picture, camera, emphasis, meshes);
    let mut touched = Touched::default();
    for (node, place) in picture.drawing.places.iter().enumerate() {
        let rect = camera.node(*place);
        if !view.intersects(rect) || emphasis.hides(node) {
            continue;
        }
        if node_ui(ui, &painter, scene, picture, node, rect, camera, emphasis).clicked() {
            touched.node = Some(node);
        }
    }
    let pointer = ui.input(|input| input.pointer.latest_pos());
    // Handles come last, so that they are above the boxes.
    for (node, place) in picture.drawing.places.iter().enumerate() {
        let rect = camera.node(*place);
        if view.intersects(rect) && !emphasis.hides(node) {
            let near = pointer.is_some_and(|pointer| rect.expand(8.0).contains(pointer));
            handle_ui(ui, &painter, scene, picture, node, rect, (near, linking), &mut touched);
        }
    }
    if touched.linked.is_some()
        && let Some(pointer) = pointer
    {
        let over = |place| camera.node(place).contains(pointer);
        touched.linked = Some(picture.drawing.places.iter().position(|place| over(*place)));
    }
    rubber_ui(&painter, scene, picture, camera, linking, pointer);
    touched
}

/// Lanes as stripes, phases as columns between lines.
fn backdrop_ui(painter: &Painter, scene: &Scene<'_>, picture: &Picture, camera: &Camera) {
    let (tokens, view) = (scene.tokens, camera.view());
    if picture.drawing.lanes.len() > 1 {
        for (at, lane) in picture.drawing.lanes.iter().enumerate() {
            let (top, bottom) = (camera.at(0.0, lane.top).y, camera.at(0.0, lane.bottom).y);
            if at % 2 == 1 {
                let stripe = Rect::from_x_y_ranges(view.x_range(), top..=bottom);
                painter.rect_filled(stripe, 0.0, tokens.control.gamma_multiply(0.5));
            }
            painter.hline(view.x_range(), bottom, (1.0, tokens.line));
        }
    }
    for band in &picture.drawing.bands {
        painter.vline(camera.at(band.left, 0.0).x, view.y_range(), (1.0, tokens.line));
    }
    if let Some(last) = picture.drawing.bands.last() {
        painter.vline(camera.at(last.right, 0.0).x, view.y_range(), (1.0, tokens.line));
    }
}

#[expect(clippy::too_many_arguments, reason = "private, and all of it needed to draw one item")]
fn node_ui(
    ui: &mut Ui,
    painter: &Painter,
    scene: &Scene<'_>,
    picture: &Picture,
    at: usize,
    rect: Rect,
    camera: &Camera,
    emphasis: &Emphasis,
) -> Response {
    let tokens = scene.tokens;
    let Some(node) = picture.graph.nodes().get(at) else {
        return ui.interact(Rect::NOTHING, ui.scope_id().with(("node", at)), Sense::hover());
    };
    let standing = emphasis.of(at);
    let seen = rect.intersect(camera.view());
    let response = ui.interact(seen, ui.scope_id().with(("node", &node.key)), Sense::click());
    let selected = standing == Standing::Selected;
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, selected, described(scene, picture, node))
    });
    let strength = if standing == Standing::Far { 0.35 } else { 1.0 };
    let kind = node.members.first().and_then(|item| scene.snapshot.scenario.items.get(*item));
    let category = match (node.folded, kind) {
        (false, Some(item)) => tokens.category(item.kind as usize),
        _ => tokens.text_weak,
    };
    let colour = category.gamma_multiply(strength);
    if rect.height() < LEAST_SHAPE && !selected && !response.has_focus() {
        painter.rect_filled(rect, 1.0, colour);
        return response;
    }
    let radius = CornerRadius::same((4.0 * camera.zoom).clamp(1.0, 8.0) as u8);
    let fill = if node.folded { tokens.control } else { tokens.surface_raised };
    painter.rect_filled(rect, radius, fill);
    let edge = match standing {
        _ if response.has_focus() => tokens.focus_ring(),
        Standing::Selected => Stroke::new(2.5, tokens.accent),
        _ if emphasis.chain.0.contains(&at) => Stroke::new(3.0, tokens.text),
        Standing::Before => Stroke::new(1.8, tokens.category(1)),
        Standing::After => Stroke::new(1.8, tokens.accent),
        _ if response.hovered() => Stroke::new(1.5, tokens.text),
        _ => Stroke::new(1.0, tokens.line),
    };
    painter.rect_stroke(rect, radius, edge, StrokeKind::Inside);
    if node.folded {
        // A second edge says that there is more inside.
        let inner = rect.shrink(3.0 * camera.zoom.min(1.0));
        painter.rect_stroke(inner, radius, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
    }
    words_ui(painter, scene, picture, node, rect, camera, strength, colour);
    if response.hovered() {
        return response.on_hover_ui(|ui| {
            ui.label(described(scene, picture, node).replacen(", ", "\n", 1));
        });
    }
    response
}

#[expect(clippy::too_many_arguments, reason = "private, and all of it needed to draw one item")]
fn words_ui(
    painter: &Painter,
    scene: &Scene<'_>,
    picture: &Picture,
    node: &Node,
    rect: Rect,
    camera: &Camera,
    strength: f32,
    colour: Color32,
) {
    let (tokens, zoom) = (scene.tokens, camera.zoom);
    let mark = pos2(rect.left() + 12.0 * zoom, rect.center().y);
    let item = node.members.first().filter(|_| !node.folded);
    if let Some(item) = item.and_then(|item| scene.snapshot.scenario.items.get(*item)) {
        kind_shape(painter, item.kind, mark, 5.0 * zoom, colour);
    }
    if rect.height() < LEAST_TEXT {
        return;
    }
    let text = tokens.text.gamma_multiply(strength);
    let weak = tokens.text_weak.gamma_multiply(strength);
    let inside = painter.with_clip_rect(rect.shrink2(vec2(2.0, 0.0)).intersect(camera.view()));
    // Small boxes have text that can still be read, and less of it; in large ones text
    // grows less than they do, so that there is room for more.
    let grown = if zoom > 1.0 { zoom.sqrt() } else { zoom };
    let size = (12.0 * grown).max(9.0).min(rect.height() - 3.0);
    let left = rect.left() + 22.0 * zoom;
    let phase = phase_words(scene, node);
    let shows_phase = zoom >= 0.6;
    let aside = if shows_phase { 44.0 * zoom } else { 4.0 };
    let more = rect.height() >= MORE_TEXT;
    let name = name_of(scene, picture, node);
    let room = rect.right() - left - aside;
    let below = if more { (10.0 * grown).max(9.0) } else { 0.0 };
    let high = rect.height() - 4.0 - 1.3 * below;
    let mut galley = elided(painter, &name, FontId::proportional(size), room, text);
    if galley.elided {
        // A long name takes two lines where they can be had.
        let font = FontId::proportional((10.5 * grown).max(9.0));
        let two = elided_lines(painter, &name, font, room, 2, text);
        if two.size().y <= high {
            galley = two;
        }
    }
    let y = rect.center().y - 0.65 * below;
    let corner = Align2::LEFT_CENTER.anchor_size(pos2(left, y), galley.size());
    let under = corner.bottom();
    inside.galley(corner.min, galley, text);
    if shows_phase {
        let right = pos2(rect.right() - 6.0 * zoom, y);
        let font = FontId::proportional(11.0 * grown);
        inside.text(right, Align2::RIGHT_CENTER, &phase, font, weak);
    }
    if more {
        let room = rect.right() - left - 6.0 * zoom;
        let font = FontId::proportional(below);
        let galley = elided(painter, &details(scene, node), font, room, weak);
        inside.galley(pos2(left, under + 1.0), galley, weak);
    }
}

/// Rank, value and cost of an item.
fn details(scene: &Scene<'_>, node: &Node) -> String {
    let texts = scene.texts;
    let items = &scene.snapshot.scenario.items;
    let money: f64 =
        node.members.iter().filter_map(|at| items.get(*at)).map(|i| i.capex.total()).sum();
    let money = texts.money(money, &scene.snapshot.scenario.currency);
    let rank = node.members.first().and_then(|at| scene.snapshot.scores.ranking.rows.get(*at));
    match rank.filter(|_| !node.folded) {
        Some(row) => {
            let args = [("rank", Arg::from(row.rank as f64)), ("money", Arg::from(money.as_str()))];
            texts.with("graph-details", &args)
        }
        None => money,
    }
}

/// What a node is called: an item's name, or a lane's with how many items are in it.
pub fn name_of(scene: &Scene<'_>, picture: &Picture, node: &Node) -> String {
    if !node.folded {
        return node.members.first().map_or("", |item| scene.item_name(*item)).to_owned();
    }
    let lane = picture.graph.lanes().get(node.lane);
    let name = lane.map_or_else(String::new, |lane| {
        lane_name(&scene.snapshot.scenario, &lane.key, picture.options.lanes, scene.texts)
    });
    format!("{name} ({})", node.members.len())
}

fn phase_words(scene: &Scene<'_>, node: &Node) -> String {
    let item = node.members.first().copied().filter(|_| !node.folded);
    let phase = item.and_then(|item| scene.snapshot.start_of(item));
    phase.map_or_else(|| "–".to_owned(), |phase| scene.phase_name(phase).to_owned())
}

/// A node for those who do not see it.
fn described(scene: &Scene<'_>, picture: &Picture, node: &Node) -> String {
    let name = name_of(scene, picture, node);
    let item = node.members.first().filter(|_| !node.folded);
    match item.and_then(|item| scene.snapshot.scenario.items.get(*item)) {
        Some(item) => {
            let kind = scene.texts.get(kind_key(item.kind));
            format!("{name}, {kind}, {}", phase_words(scene, node))
        }
        None => format!("{name}, {}", scene.texts.get("graph-folded")),
    }
}

/// The point at an item's right side from which a link is drawn.
#[expect(clippy::too_many_arguments, reason = "private, and all of it needed to draw a handle")]
fn handle_ui(
    ui: &mut Ui,
    painter: &Painter,
    scene: &Scene<'_>,
    picture: &Picture,
    at: usize,
    rect: Rect,
    (near, linking): (bool, Option<&Linking>),
    touched: &mut Touched,
) {
    let Some(node) = picture.graph.nodes().get(at).filter(|node| !node.folded) else { return };
    let Some(&item) = node.members.first() else { return };
    let dragged = matches!(linking, Some(Linking::Dragged(from)) if *from == item);
    let selected = scene.selection.item == Some(item);
    if rect.height() < LEAST_TEXT || !(near || selected || dragged) {
        return;
    }
    let handle = Rect::from_center_size(rect.right_center(), vec2(14.0, 14.0));
    let sense = Sense::drag();
    let response = ui.interact(handle, ui.scope_id().with(("handle", &node.key)), sense);
    response.widget_info(|| {
        let args = [("item", Arg::from(scene.item_name(item)))];
        WidgetInfo::labeled(Role::Image, true, scene.texts.with("graph-handle", &args))
    });
    let radius = if response.hovered() || dragged { 6.0 } else { 4.0 };
    painter.circle(handle.center(), radius, scene.tokens.accent, (1.5, scene.tokens.surface));
    if response.drag_started() || response.dragged() {
        touched.linking = Some(item);
    }
    if response.drag_stopped() {
        touched.linking = None;
        touched.linked = Some(None);
    }
    if !dragged {
        response.on_hover_text(scene.texts.get("graph-handle-help"));
    }
}

/// The link on its way to the pointer.
fn rubber_ui(
    painter: &Painter,
    scene: &Scene<'_>,
    picture: &Picture,
    camera: &Camera,
    linking: Option<&Linking>,
    pointer: Option<Pos2>,
) {
    let (Some(Linking::Dragged(from)) | Some(Linking::Choosing(from))) = linking else { return };
    let place = picture.graph.node_of(*from).and_then(|node| picture.drawing.places.get(node));
    let (Some(place), Some(pointer)) = (place, pointer) else { return };
    let start = camera.node(*place).right_center();
    painter.line_segment([start, pointer], Stroke::new(2.0, scene.tokens.accent));
    painter.circle_filled(pointer, 4.0, scene.tokens.accent);
}
