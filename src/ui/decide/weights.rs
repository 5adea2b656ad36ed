//! The weights: what each criterion's swing is worth, and to whom.

use super::scale::{scale_ui, swing_words};
use crate::app::{Edit, Label, set_with_swing};
use crate::model::{ActiveWeights, Criterion, CriterionId, WeightSet, WeightSetId};
use crate::texts::Arg;
use crate::ui::scene::{Intent, Scene};
use crate::ui::widgets::{IconKind, icon_toggle, swatch, swing_slider};
use eframe::egui::{self, RichText, ScrollArea, Ui};
use std::collections::{HashMap, HashSet};

/// What the panel remembers between frames.
#[derive(Debug, Default)]
pub struct State {
    /// Criteria whose scale is shown.
    open: HashSet<CriterionId>,
    /// The sets as they were when first seen, for "reset".
    first_seen: HashMap<WeightSetId, WeightSet>,
    /// A criterion to scroll to once.
    reveal: Option<CriterionId>,
}

impl State {
    /// Scrolls to the criterion that a problem's path names.
    pub fn reveal_path(&mut self, path: &str) {
        let Some(rest) = path.strip_prefix("criteria[\"") else { return };
        if let Some((id, _)) = rest.split_once('"') {
            self.open.insert(id.into());
            self.reveal = Some(id.into());
        }
    }
}

/// Draws the panel.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    for set in &scene.snapshot.scenario.weight_sets {
        state.first_seen.entry(set.id.clone()).or_insert_with(|| set.clone());
    }
    ui.add_space(4.0);
    ui.heading(scene.texts.get("weights-title")).on_hover_text(scene.texts.get("weights-help"));
    ui.add_space(4.0);
    active_ui(ui, scene, state);
    if let Some(leaf) = scene.snapshot.solo {
        solo_banner_ui(ui, scene, leaf);
    }
    ui.separator();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        // The scroll bar floats over the content; nothing to press lies under it.
        ui.set_max_width(ui.available_width() - 12.0);
        if scene.snapshot.scores.matrix.leaves.is_empty() {
            ui.weak(scene.texts.get("weights-empty"));
        }
        if scene.snapshot.scenario.active_weights == ActiveWeights::Blend {
            influences_ui(ui, scene);
            ui.separator();
        }
        criteria_ui(ui, scene, state);
    });
}

/// Position of the set whose swings the sliders show; none in a blend.
fn active_set(scene: &Scene<'_>) -> Option<usize> {
    let scenario = &scene.snapshot.scenario;
    match &scenario.active_weights {
        ActiveWeights::First => (!scenario.weight_sets.is_empty()).then_some(0),
        ActiveWeights::Set(id) => scenario.weight_sets.iter().position(|set| set.id == *id),
        ActiveWeights::Blend => None,
    }
}

/// Which set is active, and what can be done to it as a whole.
fn active_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &State) {
    let scenario = scene.snapshot.scenario.clone();
    let active = active_set(scene);
    let name = |set: &WeightSet| name_of(set, scene.texts.language());
    let blend = scene.texts.get("weights-blend");
    let shown = active.map_or_else(|| blend.clone(), |at| name(&scenario.weight_sets[at]));
    let mut wanted = None;
    ui.horizontal(|ui| {
        let label = scene.texts.get("weights-active");
        let combo = egui::ComboBox::from_id_salt("active weights")
            .selected_text(shown)
            .width((ui.available_width() - 16.0).max(60.0))
            .show_ui(ui, |ui| {
                for (at, set) in scenario.weight_sets.iter().enumerate() {
                    if ui.selectable_label(active == Some(at), name(set)).clicked() {
                        wanted = Some((ActiveWeights::Set(set.id.clone()), name(set)));
                    }
                }
                if scenario.weight_sets.len() > 1
                    && ui.selectable_label(active.is_none(), blend.as_str()).clicked()
                {
                    wanted = Some((ActiveWeights::Blend, blend.clone()));
                }
            });
        combo.response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, label.as_str())
        });
    });
    if let Some((weights, what)) = wanted {
        let label = Label::new("edit-active-weights", what);
        let edit = Box::new(Edit::ActiveWeights(weights));
        scene.ask(Intent::Edit { label, edit, gesture: None });
    }
    let Some(at) = active else { return };
    let set = &scenario.weight_sets[at];
    ui.horizontal(|ui| {
        let first = state.first_seen.get(&set.id);
        let changed = first.is_some_and(|first| first.swings != set.swings);
        let reset = egui::Button::new(scene.texts.get("weights-reset")).small();
        if ui.add_enabled(changed, reset).clicked()
            && let Some(first) = first
        {
            let label = Label::new("edit-weights-reset", name(set));
            scene.replace_weight_set(at, first.clone(), label, None);
        }
        let strongest = set.swings.values().copied().fold(0.0, f64::max);
        if strongest > 0.0 && (strongest - 100.0).abs() > 1e-9 {
            let scale = egui::Button::new(scene.texts.get("weights-scale")).small();
            if ui.add(scale).on_hover_text(scene.texts.get("weights-scale-help")).clicked() {
                let mut scaled = set.clone();
                scaled.swings.values_mut().for_each(|swing| *swing *= 100.0 / strongest);
                let label = Label::new("edit-weights-scale", name(set));
                scene.replace_weight_set(at, scaled, label, None);
            }
        }
    });
}

fn solo_banner_ui(ui: &mut Ui, scene: &mut Scene<'_>, leaf: usize) {
    let name = scene.leaf_name(leaf).to_owned();
    let words = scene.texts.with("weights-solo-on", &[("name", Arg::from(name.as_str()))]);
    ui.horizontal_wrapped(|ui| {
        ui.colored_label(scene.tokens.warning, words);
        if ui.small_button(scene.texts.get("weights-solo-off")).clicked() {
            scene.ask(Intent::Solo(None));
        }
    });
}

/// In a blend: how much each set counts.
fn influences_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let scenario = scene.snapshot.scenario.clone();
    let total: f64 = scenario.weight_sets.iter().map(|set| set.influence.max(0.0)).sum();
    ui.label(scene.texts.get("weights-influence"));
    for (at, set) in scenario.weight_sets.iter().enumerate() {
        let name = name_of(set, scene.texts.language());
        let share = if total > 0.0 { set.influence / total } else { 0.0 };
        ui.horizontal(|ui| {
            ui.label(&name);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(scene.texts.percent(share, 0));
            });
        });
        let mut percent = set.influence * 100.0;
        let control = scene.texts.with("weights-influence-of", &[("name", name.as_str().into())]);
        let moved = swing_slider(ui, scene.tokens, &control, &mut percent, true, scene.texts);
        if moved.drag_started {
            scene.selection.gesture += 1;
        }
        if moved.changed {
            let mut set = set.clone();
            set.influence = percent / 100.0;
            let gesture = moved.dragging.then_some(scene.selection.gesture);
            scene.replace_weight_set(at, set, Label::new("edit-influence", name), gesture);
        }
    }
}

/// All criteria, group by group, in the order of the file.
fn criteria_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let scenario = scene.snapshot.scenario.clone();
    let leaves = scene.snapshot.scores.matrix.leaves.clone();
    let mut group: Option<Option<&CriterionId>> = None;
    // Leaves of one group stand together, groups in the order of their first leaf.
    let mut order: Vec<usize> = (0..leaves.len()).collect();
    let parent = |leaf: usize| scenario.criteria[leaves[leaf]].parent.as_ref();
    let first = |leaf: usize| order_of_group(&leaves, leaf, &parent);
    order.sort_by_key(|&leaf| (first(leaf), leaf));
    for leaf in order {
        let criterion = &scenario.criteria[leaves[leaf]];
        if group != Some(criterion.parent.as_ref()) {
            group = Some(criterion.parent.as_ref());
            if let Some(id) = &criterion.parent {
                group_ui(ui, scene, id, &leaves);
            }
        }
        criterion_ui(ui, scene, state, criterion, leaf);
    }
}

fn order_of_group<'a>(
    leaves: &[usize],
    leaf: usize,
    parent: &impl Fn(usize) -> Option<&'a CriterionId>,
) -> usize {
    (0..leaves.len()).find(|&other| parent(other) == parent(leaf)).unwrap_or(leaf)
}

fn group_ui(ui: &mut Ui, scene: &Scene<'_>, id: &CriterionId, leaves: &[usize]) {
    let scenario = &scene.snapshot.scenario;
    let name = scenario.criterion(id.as_str()).map_or(id.as_str(), |group| {
        let name = group.name.get(scene.texts.language());
        if name.is_empty() { id.as_str() } else { name }
    });
    let weights = &scene.snapshot.scores.weights;
    let inside = |leaf: &usize| scenario.criteria[leaves[*leaf]].parent.as_ref() == Some(id);
    let share: f64 = (0..leaves.len()).filter(inside).map(|leaf| weights[leaf]).sum();
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.weak(scene.texts.percent(share, 0));
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let name = RichText::new(name).color(scene.tokens.text_weak).strong();
                ui.add(egui::Label::new(name).truncate());
            });
        });
    });
}

/// One criterion: name, share, slider, the swing in its own units.
fn criterion_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    state: &mut State,
    criterion: &Criterion,
    leaf: usize,
) {
    let name = scene.leaf_name(leaf).to_owned();
    let share = scene.snapshot.scores.weights.get(leaf).copied().unwrap_or(0.0);
    let active = active_set(scene);
    let set = active.map(|at| scene.snapshot.scenario.weight_sets[at].clone());
    let is_open = state.open.contains(&criterion.id);
    let row = ui.scope(|ui| {
        ui.horizontal(|ui| {
            swatch(ui, scene.tokens, leaf);
            let opener = egui::Label::new(name.as_str()).truncate().sense(egui::Sense::click());
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                solo_ui(ui, scene, leaf, &name);
                if let (Some(at), Some(set)) = (active, &set) {
                    lock_ui(ui, scene, at, set, criterion, &name);
                }
                ui.label(scene.texts.percent(share, 0));
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let hint = scene.texts.get("weights-open-scale");
                    if ui.add(opener).on_hover_text(hint).clicked() {
                        if is_open {
                            state.open.remove(&criterion.id);
                        } else {
                            state.open.insert(criterion.id.clone());
                        }
                    }
                });
            });
        });
        if let (Some(at), Some(set)) = (active, set) {
            swing_ui(ui, scene, at, set, criterion, &name);
        }
        let swing = swing_words(criterion, scene.texts);
        ui.add(
            egui::Label::new(RichText::new(&swing).small().color(scene.tokens.text_weak))
                .truncate(),
        )
        .on_hover_text(swing);
        if is_open {
            ui.indent(("scale", leaf), |ui| scale_ui(ui, scene, criterion, leaf));
        }
    });
    if state.reveal.as_ref() == Some(&criterion.id) {
        row.response.scroll_to_me(Some(egui::Align::Center));
        state.reveal = None;
    }
    ui.add_space(4.0);
}

fn swing_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    at: usize,
    set: WeightSet,
    criterion: &Criterion,
    name: &str,
) {
    let mut swing = set.swings.get(&criterion.id).copied().unwrap_or(0.0);
    let enabled = !set.locked.contains(&criterion.id);
    let control = scene.texts.with("weights-swing-of", &[("name", name.into())]);
    let moved = swing_slider(ui, scene.tokens, &control, &mut swing, enabled, scene.texts);
    if moved.drag_started {
        scene.selection.gesture += 1;
    }
    if moved.changed {
        let set = set_with_swing(&scene.snapshot.scenario, &set, &criterion.id, swing);
        let gesture = moved.dragging.then_some(scene.selection.gesture);
        scene.replace_weight_set(at, set, Label::new("edit-weight", name), gesture);
    }
}

fn lock_ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    at: usize,
    set: &WeightSet,
    criterion: &Criterion,
    name: &str,
) {
    let locked = set.locked.contains(&criterion.id);
    let key = if locked { "weights-unlock" } else { "weights-lock" };
    let label = scene.texts.with(key, &[("name", name.into())]);
    let kind = if locked { IconKind::Lock } else { IconKind::Unlock };
    if icon_toggle(ui, scene.tokens, kind, locked, &label).clicked() {
        let mut set = set.clone();
        if locked {
            set.locked.retain(|id| *id != criterion.id);
        } else {
            set.locked.push(criterion.id.clone());
        }
        scene.replace_weight_set(at, set, Label::new("edit-lock", name), None);
    }
}

fn solo_ui(ui: &mut Ui, scene: &mut Scene<'_>, leaf: usize, name: &str) {
    let on = scene.snapshot.solo == Some(leaf);
    let label = scene.texts.with("weights-solo", &[("name", name.into())]);
    if icon_toggle(ui, scene.tokens, IconKind::Solo, on, &label).clicked() {
        scene.ask(Intent::Solo((!on).then_some(leaf)));
    }
}

fn name_of(set: &WeightSet, language: &str) -> String {
    let name = set.name.get(language);
    if name.is_empty() { set.id.to_string() } else { name.to_owned() }
}
