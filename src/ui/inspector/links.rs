//! What the item needs and what it unlocks.

use super::fields::{choice_ui, row_ui};
use crate::model::{ItemId, LinkType, Requires};
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::widgets::number_cell;
use eframe::egui::{self, RichText, Ui};

/// What this page remembers between frames.
#[derive(Debug, Default)]
pub struct State {
    /// What has been typed to find an item to add.
    wanted: String,
}

/// Draws prerequisites, alternatives, dependants, registers and channels.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, at: usize) {
    needs_ui(ui, scene, at);
    add_ui(ui, scene, state, at);
    any_of_ui(ui, scene, at);
    unlocks_ui(ui, scene, at);
    registers_ui(ui, scene, at);
    channels_ui(ui, scene, at);
}

fn position(scene: &Scene<'_>, id: &ItemId) -> Option<usize> {
    scene.snapshot.scenario.items.iter().position(|item| item.id == *id)
}

/// An item's name as a button that selects it.
fn item_link_ui(ui: &mut Ui, scene: &mut Scene<'_>, id: &ItemId) {
    match position(scene, id) {
        Some(other) => {
            let name = scene.item_name(other).to_owned();
            let phase = scene.snapshot.start_of(other);
            let phase = phase.map_or_else(|| "–".to_owned(), |p| scene.phase_name(p).to_owned());
            if ui.link(format!("{name} · {phase}")).clicked() {
                scene.select(other);
            }
        }
        None => {
            ui.colored_label(scene.tokens.error, id.as_str());
        }
    }
}

fn needs_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let texts = scene.texts;
    let item = scene.snapshot.scenario.items[at].clone();
    ui.label(RichText::new(texts.get("links-needs")).strong());
    if item.requires.is_empty() {
        ui.weak(texts.get("links-needs-nothing"));
    }
    for (index, link) in item.requires.iter().enumerate() {
        ui.push_id(("link", index), |ui| {
            ui.horizontal_wrapped(|ui| {
                item_link_ui(ui, scene, &link.item);
                let label = texts.with("links-remove", &[("item", link.item.as_str().into())]);
                let remove = ui.small_button("×").on_hover_text(&label);
                remove.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, label.as_str())
                });
                if remove.clicked() {
                    scene.change_item(at, "edit-link-remove", |item| {
                        item.requires.remove(index);
                    });
                }
            });
            ui.horizontal_wrapped(|ui| {
                ui.add_space(14.0);
                link_fields_ui(ui, scene, at, index, link);
            });
            let reason = link.reason.get(texts.language());
            if !reason.is_empty() {
                ui.indent("reason", |ui| {
                    ui.add(egui::Label::new(RichText::new(reason).weak()).wrap())
                });
            }
        });
    }
}

fn link_fields_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize, index: usize, link: &Requires) {
    let texts = scene.texts;
    let kinds =
        [(LinkType::Hard, texts.get("link-hard")), (LinkType::Soft, texts.get("link-soft"))];
    let name = texts.with("link-type-of", &[("item", link.item.as_str().into())]);
    ui.scope(|ui| {
        ui.set_max_width(130.0);
        if let Some(kind) = choice_ui(ui, &name, &link.link, &kinds) {
            scene.change_item(at, "edit-link", |item| item.requires[index].link = kind);
        }
    });
    ui.weak(texts.get("link-lag"));
    let name = texts.with("link-lag-of", &[("item", link.item.as_str().into())]);
    let lag = number_cell(ui, scene.tokens, &name, Some(f64::from(link.lag)), texts);
    if let Some(Some(lag)) = lag {
        let lag = lag.clamp(0.0, 100.0).round() as u32;
        scene.change_item(at, "edit-link", |item| item.requires[index].lag = lag);
    }
    let mut after = link.after;
    if ui.checkbox(&mut after, texts.get("link-after")).changed() {
        scene.change_item(at, "edit-link", |item| item.requires[index].after = after);
    }
}

/// A field in which to type an item's name, and the items that match.
fn add_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, at: usize) {
    let texts = scene.texts;
    let label = texts.get("links-add");
    row_ui(ui, &label, |ui| {
        let field = egui::TextEdit::singleline(&mut state.wanted)
            .hint_text(texts.get("links-add-hint"))
            .desired_width(ui.available_width() - 8.0);
        let field = ui.add(field);
        field.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::TextInput, true, label.as_str())
        });
    });
    let wanted = state.wanted.trim().to_lowercase();
    if wanted.is_empty() {
        return;
    }
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let present = &snapshot.scenario.items[at];
    let matches = snapshot.scenario.items.iter().enumerate().filter(|(other, item)| {
        *other != at
            && present.requires.iter().all(|link| link.item != item.id)
            && (item.id.as_str().contains(&wanted)
                || item.name.all().any(|name| name.to_lowercase().contains(&wanted)))
    });
    for (other, item) in matches.take(6) {
        let name = scene.item_name(other).to_owned();
        if ui.button(format!("+ {name}")).clicked() {
            let id = item.id.clone();
            scene.change_item(at, "edit-link-add", |item| {
                item.requires.push(Requires { item: id, ..Requires::default() });
            });
            state.wanted.clear();
        }
    }
}

fn any_of_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let groups = scene.snapshot.scenario.items[at].requires_any_of.clone();
    for group in groups {
        ui.label(RichText::new(scene.texts.get("links-any-of")).strong());
        for id in &group.any_of {
            ui.horizontal(|ui| {
                ui.label("·");
                item_link_ui(ui, scene, id);
            });
        }
    }
}

fn unlocks_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let id = &snapshot.scenario.items[at].id;
    let dependants: Vec<&ItemId> = snapshot
        .scenario
        .items
        .iter()
        .filter(|item| {
            item.requires.iter().any(|link| link.item == *id)
                || item.requires_any_of.iter().any(|group| group.any_of.contains(id))
        })
        .map(|item| &item.id)
        .collect();
    let args = [("count", Arg::from(dependants.len() as f64))];
    ui.add_space(6.0);
    ui.label(RichText::new(scene.texts.with("links-unlocks", &args)).strong());
    for dependant in dependants {
        ui.horizontal(|ui| {
            ui.label("·");
            item_link_ui(ui, scene, dependant);
        });
    }
}

fn registers_ui(ui: &mut Ui, scene: &Scene<'_>, at: usize) {
    let item = &scene.snapshot.scenario.items[at];
    let language = scene.texts.language();
    let name = |id: &crate::model::RegisterId| {
        let mut registers = scene.snapshot.scenario.registers.iter();
        let register = registers.find(|register| register.id == *id);
        register.map_or_else(|| id.to_string(), |register| register.name.get(language).to_owned())
    };
    for (key, ids) in
        [("links-reads", &item.registers.reads), ("links-keeps", &item.registers.keeps)]
    {
        if !ids.is_empty() {
            let names: Vec<String> = ids.iter().map(&name).collect();
            ui.add_space(6.0);
            ui.label(RichText::new(scene.texts.get(key)).strong());
            ui.add(egui::Label::new(names.join(", ")).wrap());
        }
    }
}

fn channels_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let texts = scene.texts;
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let language = texts.language();
    let item = &snapshot.scenario.items[at];
    if item.channels.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.label(RichText::new(texts.get("links-channels")).strong());
    for (index, channel) in item.channels.iter().enumerate() {
        let kind = snapshot.scenario.channels.iter().find(|kind| kind.id == channel.channel);
        let name = kind.map_or(channel.channel.as_str(), |kind| kind.name.get(language));
        ui.push_id(("channel", index), |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(format!("{name} · {}", texts.percent(channel.share, 0)));
                if !channel.opens_gate {
                    ui.weak(texts.get("channel-reach-only"));
                }
                let Some(need) = &channel.need else { return };
                ui.weak(texts.get("channel-needs"));
                let label = texts.with("channel-need-of", &[("channel", name.into())]);
                let level = number_cell(ui, scene.tokens, &label, Some(need.level.best), texts);
                let measures = &snapshot.scenario.forecast.measures;
                let measure = measures.iter().find(|measure| measure.id == need.measure);
                ui.weak(measure.map_or(need.measure.as_str(), |m| m.name.get(language)));
                if let Some(Some(best)) = level {
                    scene.change_item(at, "edit-need", |item| {
                        if let Some(need) = &mut item.channels[index].need {
                            need.level.best = best;
                            need.level.low = need.level.low.map(|low| low.min(best));
                            need.level.high = need.level.high.map(|high| high.max(best));
                        }
                    });
                }
            });
        });
    }
}
