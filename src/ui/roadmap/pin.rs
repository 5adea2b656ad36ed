//! Pinning an item by its bar: by dragging it to another phase, or with Alt and
//! the arrow keys. The price stands there before anybody lets go.

use crate::app::{PinPreview, forced_words, place_words};
use crate::model::Pin;
use crate::texts::Arg;
use crate::ui::scene::{HeldPin, Intent, Scene};
use crate::ui::theme::tokens::GRID;
use eframe::egui::{
    self, Area, Event, EventFilter, Frame, Id, Key, Modifiers, Order, Rect, Response, Stroke,
    StrokeKind, Ui, pos2, vec2,
};

/// Follows pointer and keys on a bar. True if a key that would press the bar was
/// used to let go of it.
pub fn follow_bar(
    ui: &Ui,
    scene: &mut Scene<'_>,
    item: usize,
    response: &Response,
    columns: &[(f32, f32)],
) -> bool {
    follow_pointer(ui, scene, item, response, columns);
    follow_keys(ui, scene, item, response)
}

fn follow_pointer(
    ui: &Ui,
    scene: &mut Scene<'_>,
    item: usize,
    response: &Response,
    columns: &[(f32, f32)],
) {
    let present = scene.snapshot.start_of(item);
    if response.drag_started() {
        // What is known of the places where it cannot be is known of the selected item.
        scene.select(item);
        hold(scene, HeldPin { item, place: present, by_keys: false });
    }
    let Some(held) = mine(scene, item).filter(|held| !held.by_keys) else { return };
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        return let_go(scene);
    }
    let pointer = response.interact_pointer_pos();
    let over = pointer
        .and_then(|at| columns.iter().position(|(left, right)| (*left..*right).contains(&at.x)));
    if response.dragged() {
        // Beside the columns it is held over its own place: letting go does nothing.
        let place = over.map_or(present, |column| place_of(column, columns.len()));
        if place != held.place {
            hold(scene, HeldPin { place, ..held });
        }
    }
    if response.drag_stopped() {
        drop_at(scene, held);
    }
}

fn follow_keys(ui: &Ui, scene: &mut Scene<'_>, item: usize, response: &Response) -> bool {
    let held = mine(scene, item).filter(|held| held.by_keys);
    if !response.has_focus() {
        if held.is_some() {
            let_go(scene);
        }
        return false;
    }
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    let step = i64::from(pressed(Key::ArrowRight)) - i64::from(pressed(Key::ArrowLeft));
    let columns = scene.snapshot.scenario.phases.len() + 1;
    let present = scene.snapshot.start_of(item);
    if step != 0 {
        let from = column_of(held.map_or(present, |held| held.place), columns) as i64;
        let column = (from + step).clamp(0, columns as i64 - 1) as usize;
        hold(scene, HeldPin { item, place: place_of(column, columns), by_keys: true });
    }
    let Some(held) = mine(scene, item).filter(|held| held.by_keys) else { return false };
    // Escape ends the preview, not the focus.
    let filter = EventFilter { escape: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        let_go(scene);
        return true;
    }
    let enter = |event: &Event| matches!(event, Event::Key { key: Key::Enter, pressed: true, .. });
    if response.clicked() || ui.input(|input| input.events.iter().any(enter)) {
        drop_at(scene, held);
        return true;
    }
    false
}

fn mine(scene: &Scene<'_>, item: usize) -> Option<HeldPin> {
    scene.selection.held_pin.filter(|held| held.item == item)
}

/// The phase that a column stands for; the last column is "not at all".
fn place_of(column: usize, columns: usize) -> Option<u32> {
    (column + 1 < columns).then_some(column as u32 + 1)
}

fn column_of(place: Option<u32>, columns: usize) -> usize {
    place.map_or(columns - 1, |phase| (phase as usize - 1).min(columns - 1))
}

fn hold(scene: &mut Scene<'_>, held: HeldPin) {
    scene.selection.held_pin = Some(held);
    if held.place == scene.snapshot.start_of(held.item) {
        scene.ask(Intent::DropPin);
    } else {
        scene.ask(Intent::PreviewPin(held.item, held.place));
    }
}

fn let_go(scene: &mut Scene<'_>) {
    scene.selection.held_pin = None;
    scene.ask(Intent::DropPin);
}

/// Pins the item where it is held, as one step, unless that is impossible.
fn drop_at(scene: &mut Scene<'_>, held: HeldPin) {
    let known = preview(scene, held);
    let_go(scene);
    if held.place == scene.snapshot.start_of(held.item) {
        return;
    }
    if let Some(forced) = known.and_then(|known| known.forced).filter(|forced| forced.impossible) {
        let words = forced_words(&forced, held.item, scene.snapshot, scene.texts);
        scene.ask(Intent::Say(words));
        return;
    }
    let phases = &scene.snapshot.scenario.phases;
    let phase = held.place.and_then(|phase| phases.get(phase as usize - 1));
    let phase = phase.map(|phase| phase.id.clone());
    scene.change_item(held.item, "edit-pin", |item| {
        let old = item.pin.take().unwrap_or_default();
        item.pin = Some(Pin { phase, ..old });
    });
}

/// What is known of a held pin's price.
fn preview(scene: &Scene<'_>, held: HeldPin) -> Option<PinPreview> {
    scene.inquiries.pin().filter(|pin| (pin.item, pin.phase) == (held.item, held.place))
}

/// The price of a held pin, in words.
fn words(scene: &Scene<'_>, held: HeldPin) -> String {
    let texts = scene.texts;
    let place = place_words(&scene.snapshot.scenario, held.place, texts);
    let place = ("place", Arg::from(place.as_str()));
    if held.place == scene.snapshot.start_of(held.item) {
        return texts.with("pin-preview-here", &[place]);
    }
    let Some(forced) = preview(scene, held).and_then(|preview| preview.forced) else {
        return texts.with("pin-preview-working", &[place]);
    };
    let price = forced_words(&forced, held.item, scene.snapshot, texts);
    let objective = scene.snapshot.planned().map_or(0.0, |plan| plan.objective());
    let args = match forced.loss {
        Some(loss) if loss.at_most >= 5e-3 && objective > 0.0 => {
            let share = texts.percent(loss.at_most / objective, 1);
            let share = ("share", Arg::from(share.as_str()));
            let price = ("price", Arg::from(price.as_str()));
            return texts.with("pin-preview-share", &[place, share, price]);
        }
        _ => [place, ("price", Arg::from(price.as_str()))],
    };
    texts.with("pin-preview", &args)
}

/// True if it is known that an item cannot be in a place, whatever else is planned: it has
/// begun elsewhere, the phase is over, or planning has proven it.
fn is_shut(scene: &Scene<'_>, item: usize, place: Option<u32>) -> bool {
    if place == scene.snapshot.start_of(item) {
        return false;
    }
    let Some(plan) = scene.snapshot.planned() else { return false };
    let over = place.is_some_and(|phase| phase < plan.compiled.today);
    let told = scene.inquiries.explanation(item);
    let mut rows = told.iter().flat_map(|told| &told.forced);
    let proven = rows.any(|row| row.phase == place && row.impossible);
    over || proven || !plan.compiled.is_open(item)
}

/// Greys the places where the held bar cannot go; at the pointer stands why.
fn shut_ui(ui: &Ui, scene: &Scene<'_>, held: HeldPin, columns: &[(f32, f32)], lanes: Rect) {
    for (column, (left, right)) in columns.iter().enumerate() {
        let place = place_of(column, columns.len());
        if place != held.place && is_shut(scene, held.item, place) {
            let area = Rect::from_x_y_ranges(*left..=*right, lanes.y_range());
            let painter = ui.painter_at(area);
            painter.rect_filled(area, 0.0, scene.tokens.surface.gamma_multiply(0.6));
            hatch(&painter, area, Stroke::new(1.0, scene.tokens.line));
        }
    }
}

/// Draws where a bar is held, and what letting go would cost.
pub fn overlay_ui(ui: &Ui, scene: &Scene<'_>, columns: &[(f32, f32)], lanes: Rect) {
    let Some(held) = scene.selection.held_pin else { return };
    shut_ui(ui, scene, held, columns, lanes);
    let column = column_of(held.place, columns.len());
    let Some(&(left, right)) = columns.get(column) else { return };
    let area = Rect::from_x_y_ranges(left..=right, lanes.y_range());
    let impossible = preview(scene, held)
        .and_then(|preview| preview.forced)
        .is_some_and(|forced| forced.impossible);
    let painter = ui.painter_at(area);
    if impossible {
        hatch(&painter, area, Stroke::new(1.0, scene.tokens.error));
    }
    let colour = if impossible { scene.tokens.error } else { scene.tokens.accent };
    painter.rect_stroke(area, 0.0, Stroke::new(2.0, colour), StrokeKind::Inside);
    let pointer = ui.ctx().pointer_interact_pos().filter(|_| !held.by_keys);
    let corner = pos2(left + GRID, lanes.top() + GRID);
    let at = pointer.map_or(corner, |at| at + vec2(4.0 * GRID, 4.0 * GRID));
    let name = scene.item_name(held.item);
    Area::new(Id::unique("held pin")).order(Order::Tooltip).fixed_pos(at).interactable(false).show(
        ui.ctx(),
        |ui| {
            Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width(80.0 * GRID);
                ui.strong(name);
                ui.add(egui::Label::new(words(scene, held)).wrap());
            });
        },
    );
}

/// Slanted lines: what cannot be, told without colour.
fn hatch(painter: &egui::Painter, area: Rect, stroke: Stroke) {
    let step = 3.0 * GRID;
    let mut offset = -area.height();
    while offset < area.width() {
        let from = pos2(area.left() + offset, area.bottom());
        painter.line_segment([from, from + vec2(area.height(), -area.height())], stroke);
        offset += step;
    }
}
