//! What the last step changed: what moved and what the plan gained or lost at
//! once, which input did it as soon as that is worked out.

use super::inspector;
use super::scene::Scene;
use super::theme::strong_family;
use super::widgets::{Condition, condition_ui, empty_ui, text_width};
use crate::app::{
    Between, Changes, MoveKind, Moved, input_words, moved_name, moved_place, moved_words,
    signed_points,
};
use crate::explain::{Cause, Displaced, WhatChanged};
use crate::texts::Arg;
use eframe::egui::{self, Label, RichText, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder};

/// Moves and inputs listed under a cause before the rest is only counted.
const SHOWN: usize = 12;

/// What the page remembers between frames.
#[derive(Debug, Default)]
pub struct State {
    inspector: inspector::State,
}

/// Draws the page.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(changes) = scene.changes.filter(|_| is_after_a_step(scene)) else {
        egui::CentralPanel::default().show(ui, |ui| nothing_ui(ui, scene));
        return;
    };
    let width = ui.available_width();
    egui::Panel::right("changes inspector")
        .resizable(true)
        .default_size((width * 0.27).clamp(240.0, 420.0))
        .size_range(200.0..=640.0)
        .show(ui, |ui| inspector::ui(ui, scene, &mut state.inspector));
    egui::Panel::right("changes causes")
        .resizable(true)
        .default_size((width * 0.33).clamp(240.0, 560.0))
        .size_range(200.0..=800.0)
        .show(ui, |ui| causes_panel_ui(ui, scene));
    egui::CentralPanel::default().show(ui, |ui| {
        head_ui(ui, scene, changes);
        moves_ui(ui, scene, changes);
    });
}

/// True once there is a state before the present one to compare with.
fn is_after_a_step(scene: &Scene<'_>) -> bool {
    !scene.snapshot.shows_the_same(scene.reference)
}

/// Says why there is nothing to compare.
fn nothing_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let (before, now) = (scene.reference, scene.snapshot);
    let stepped = before.generation != now.generation;
    match (stepped, before.planned(), now.planned()) {
        (true, _, None) => {
            let words = scene.texts.get("changes-no-plan-now");
            condition_ui(ui, scene.tokens, Condition::Failed, &words, None);
        }
        (true, None, _) => {
            let words = scene.texts.get("changes-no-plan-before");
            empty_ui(ui, scene.tokens, &words, None);
        }
        _ => {
            empty_ui(ui, scene.tokens, &scene.texts.get("changes-empty"), None);
        }
    }
}

fn head_ui(ui: &mut Ui, scene: &Scene<'_>, changes: &Changes) {
    let texts = scene.texts;
    ui.add_space(4.0);
    ui.heading(texts.get("view-changes"));
    ui.weak(texts.get("changes-since"));
    ui.add_space(4.0);
    ui.add(Label::new(value_words(scene, changes)).wrap());
    if !is_final(scene) {
        ui.weak(texts.get("changes-provisional"));
    }
    ui.add_space(8.0);
    ui.label(RichText::new(texts.get("changes-what-moved")).family(strong_family()));
    let counted = |kind: &MoveKind| {
        let count = changes.count(*kind);
        let key = match kind {
            MoveKind::In => "moves-in",
            MoveKind::Out => "moves-out",
            MoveKind::Earlier => "moves-earlier",
            MoveKind::Later => "moves-later",
        };
        (count > 0).then(|| texts.with(key, &[("count", Arg::from(count as f64))]))
    };
    let counts: Vec<String> = MoveKind::ALL.iter().filter_map(counted).collect();
    if counts.is_empty() {
        ui.label(texts.get("changes-none-moved"));
    } else {
        ui.label(counts.join(" · "));
    }
    ui.add_space(4.0);
}

/// True if the plan on screen is the engine's last word on the present state.
fn is_final(scene: &Scene<'_>) -> bool {
    let snapshot = scene.snapshot;
    snapshot.planned().is_some_and(|p| p.finished && p.generation == snapshot.generation)
}

/// What the plan gained or lost, in points and per cent.
fn value_words(scene: &Scene<'_>, changes: &Changes) -> String {
    let texts = scene.texts;
    let Changes { value_before, value_after, .. } = *changes;
    let after = texts.number(value_after, 1);
    let after = ("after", Arg::from(after.as_str()));
    if (value_after - value_before).abs() < 5e-3 {
        return texts.with("changes-value-same", &[after]);
    }
    let before = texts.number(value_before, 1);
    let gain = signed_points(value_after - value_before, texts);
    let args =
        [("before", Arg::from(before.as_str())), after, ("points", Arg::from(gain.as_str()))];
    let Some(share) = changes.share() else {
        return texts.with("changes-value-no-share", &args);
    };
    let sign = if share > 0.0 { "+" } else { "" };
    let decimals = if share.abs() < 0.01 { 2 } else { 1 };
    let share = format!("{sign}{}", texts.percent(share, decimals));
    let [before, after, points] = args;
    let args = [before, after, points, ("share", Arg::from(share.as_str()))];
    texts.with("changes-value", &args)
}

/// The table of what moved; a click selects the item.
fn moves_ui(ui: &mut Ui, scene: &mut Scene<'_>, changes: &Changes) {
    if changes.moves.is_empty() {
        return;
    }
    let texts = scene.texts;
    let (old, new) = (&scene.reference.scenario, &scene.snapshot.scenario);
    let heads = ["column-item", "changes-before", "changes-now", "changes-how"];
    let heads = heads.map(|key| texts.get(key));
    let kinds = MoveKind::ALL.map(|kind| texts.get(kind.key()));
    let width = |words: &[&str]| {
        let widths = words.iter().map(|words| text_width(ui, words));
        widths.fold(0.0, f32::max) + 8.0
    };
    let places: Vec<String> = (1..)
        .map(Some)
        .take(old.phases.len().max(new.phases.len()))
        .chain([None])
        .flat_map(|place| [moved_place(place, old, texts), moved_place(place, new, texts)])
        .collect();
    let mut named: Vec<&str> = places.iter().map(String::as_str).collect();
    named.extend([heads[1].as_str(), heads[2].as_str()]);
    let place_width = width(&named).min(160.0);
    let mut words: Vec<&str> = kinds.iter().map(String::as_str).collect();
    words.push(&heads[3]);
    let kind_width = width(&words);
    TableBuilder::new(ui)
        .id_salt("moves")
        .auto_shrink(false)
        .striped(true)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Column::remainder().at_least(80.0).clip(true))
        .columns(Column::exact(place_width).clip(true), 2)
        .column(Column::exact(kind_width))
        .header(scene.tokens.row_height, |mut header| {
            for head in &heads {
                header.col(|ui| {
                    ui.weak(head);
                });
            }
        })
        .body(|body| {
            body.rows(scene.tokens.row_height, changes.moves.len(), |mut row| {
                let Some(moved) = changes.moves.get(row.index()) else { return };
                row.set_selected(moved.item.is_some() && moved.item == scene.selection.item);
                let Moved { item, place, kind } = moved;
                row.col(|ui| {
                    item_ui(ui, scene, *item, &moved_name(place, old, new, texts));
                });
                let places =
                    [moved_place(place.from, old, texts), moved_place(place.to, new, texts)];
                for place in places.iter().chain([&texts.get(kind.key())]) {
                    row.col(|ui| {
                        ui.add(Label::new(place).truncate());
                    });
                }
            });
        });
}

/// A name that selects the item; plain words if it is not there any more.
fn item_ui(ui: &mut Ui, scene: &mut Scene<'_>, item: Option<usize>, words: &str) {
    match item {
        Some(item) => {
            if ui.add(egui::Link::new(words)).on_hover_text(words).clicked() {
                scene.select(item);
            }
        }
        None => {
            ui.add(Label::new(words).truncate());
        }
    }
}

fn causes_panel_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    // Without this the panel would shrink to its first sentence.
    ui.set_min_width(ui.available_width());
    ui.add_space(4.0);
    ui.heading(scene.texts.get("changes-causes"));
    causes_ui(ui, scene);
}

/// Which input did it, as far as it is known: what moved from the reference of the
/// scene to the present state.
pub(super) fn causes_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let texts = scene.texts;
    let Some(told) = scene.inquiries.since_last_step().cloned() else {
        let key = if is_final(scene) { "changes-causes-working" } else { "changes-causes-waiting" };
        ui.add(Label::new(RichText::new(texts.get(key)).weak()).wrap());
        return;
    };
    ScrollArea::vertical().id_salt("causes").auto_shrink(false).show(ui, |ui| {
        // The scroll bar floats over the content; nothing to press lies under it.
        ui.set_max_width(ui.available_width() - 12.0);
        if told.inputs.is_empty() && told.causes.is_empty() {
            ui.add(Label::new(texts.get("changes-causes-none")).wrap());
        }
        for (at, cause) in told.causes.iter().enumerate() {
            ui.push_id(at, |ui| cause_ui(ui, scene, &told, cause));
        }
        idle_ui(ui, scene, &told);
        if !told.complete {
            ui.add_space(8.0);
            let words = RichText::new(texts.get("changes-causes-incomplete")).weak();
            ui.add(Label::new(words).wrap());
        }
    });
}

fn cause_ui(ui: &mut Ui, scene: &mut Scene<'_>, told: &WhatChanged, cause: &Cause) {
    let texts = scene.texts;
    ui.add_space(6.0);
    for words in input_lines(scene, told, cause) {
        ui.add(Label::new(RichText::new(words).family(strong_family())).wrap());
    }
    let gain = signed_points(cause.gain, texts);
    ui.label(texts.with("changes-cause-worth", &[("points", Arg::from(gain.as_str()))]));
    let mut rows: Vec<&Displaced> = cause.moves.iter().collect();
    // In the order of the table.
    rows.sort_by_key(|row| (MoveKind::of(row.from, row.to), row.to, row.from));
    for row in rows.into_iter().take(SHOWN) {
        move_ui(ui, scene, row);
    }
    more_ui(ui, scene, cause.moves.len());
}

/// The inputs of a cause; what it is where no input did it.
fn input_lines(scene: &Scene<'_>, told: &WhatChanged, cause: &Cause) -> Vec<String> {
    let texts = scene.texts;
    if cause.paths.is_empty() {
        let (before, now) = (scene.reference.solo, scene.snapshot.solo);
        let named = |leaf: usize, key: &str| {
            vec![texts.with(key, &[("name", Arg::from(scene.leaf_name(leaf)))])]
        };
        return match (before == now, before, now) {
            (false, _, Some(leaf)) => named(leaf, "changes-by-solo"),
            (false, Some(leaf), None) => named(leaf, "changes-by-solo-end"),
            _ => vec![texts.get("changes-by-search")],
        };
    }
    let inputs = told.inputs.iter().filter(|input| cause.paths.contains(&input.path()));
    let mut lines: Vec<String> = inputs.clone().take(SHOWN).map(|i| words_of(scene, i)).collect();
    if let Some(more) = inputs.count().checked_sub(SHOWN).filter(|more| *more > 0) {
        lines.push(texts.with("problems-more", &[("count", Arg::from(more as f64))]));
    }
    lines
}

fn words_of(scene: &Scene<'_>, input: &crate::explain::InputChange) -> String {
    let (before, after) = (&scene.reference.scenario, &scene.snapshot.scenario);
    input_words(input, Between { before, after }, scene.texts)
}

/// A move under its cause; a click selects the item.
fn move_ui(ui: &mut Ui, scene: &mut Scene<'_>, row: &Displaced) {
    let (before, after) = (&scene.reference.scenario, &scene.snapshot.scenario);
    let words = moved_words(row, before, after, scene.texts);
    let item = after.items.iter().position(|item| item.id == *row.id.as_str());
    ui.horizontal_wrapped(|ui| item_ui(ui, scene, item, &words));
}

/// Inputs that have changed and did nothing.
fn idle_ui(ui: &mut Ui, scene: &Scene<'_>, told: &WhatChanged) {
    let blamed = |path: &String| told.causes.iter().any(|cause| cause.paths.contains(path));
    let idle = told.inputs.iter().filter(|input| told.complete && !blamed(&input.path()));
    let idle: Vec<_> = idle.collect();
    if idle.is_empty() {
        return;
    }
    ui.add_space(8.0);
    let title = scene.texts.get("changes-cause-nothing");
    ui.label(RichText::new(title).family(strong_family()));
    for input in idle.iter().take(SHOWN) {
        ui.add(Label::new(RichText::new(words_of(scene, input)).weak()).wrap());
    }
    more_ui(ui, scene, idle.len());
}

fn more_ui(ui: &mut Ui, scene: &Scene<'_>, count: usize) {
    if let Some(more) = count.checked_sub(SHOWN).filter(|more| *more > 0) {
        ui.weak(scene.texts.with("problems-more", &[("count", Arg::from(more as f64))]));
    }
}
