//! Name, kind, owner, description; and the small fields that other pages use.

use crate::app::Label;
use crate::app::kind_key;
use crate::app::with_item_renamed;
use crate::model::{Estimate, Item, ItemKind, Source};
use crate::ui::scene::{Intent, Scene};
use crate::ui::widgets::{number_cell, text_cell};
use crate::ui::words::source_key;
use eframe::egui::{self, RichText, Ui};

/// A choice from a list; returns the new one.
pub fn choice_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    present: &T,
    choices: &[(T, String)],
) -> Option<T> {
    let shown = choices.iter().find(|(choice, _)| choice == present);
    // What is left of the line: in a row that wraps `available_width` is the whole line.
    let room = ui.available_size_before_wrap().x;
    let mut chosen = None;
    let combo = egui::ComboBox::from_id_salt(name)
        .selected_text(shown.map_or("–", |(_, words)| words))
        .width((room - 8.0).clamp(60.0, 220.0))
        .truncate()
        .show_ui(ui, |ui| {
            for (choice, words) in choices {
                if ui.selectable_label(choice == present, words).clicked() && choice != present {
                    chosen = Some(choice.clone());
                }
            }
        });
    combo
        .response
        .widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, name));
    chosen
}

/// A row of a form: a name, then whatever is edited; what has no room goes below.
pub fn row_ui<R>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_wrapped(|ui| {
        let width = 108.0_f32.min(ui.available_width() * 0.4);
        let label = egui::Label::new(RichText::new(name).weak()).truncate();
        ui.allocate_ui_with_layout(
            egui::vec2(width, 20.0),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(width);
                ui.add(label).on_hover_text(name);
            },
        );
        content(ui)
    })
    .inner
}

/// Best, low and high of an estimate; returns the changed one.
///
/// A best value that leaves its range takes the range along.
pub fn estimate_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    name: &str,
    present: &Estimate,
) -> Option<Estimate> {
    let texts = scene.texts;
    let mut changed = None;
    let of = |key: &str| texts.with(key, &[("name", name.into())]);
    if let Some(Some(best)) =
        number_cell(ui, scene.tokens, &of("field-best"), Some(present.best), texts)
    {
        let mut estimate = present.clone();
        estimate.set_best(best);
        changed = Some(estimate);
    }
    ui.weak("[");
    if let Some(low) = number_cell(ui, scene.tokens, &of("field-low"), present.low, texts) {
        let low = low.map(|low| low.min(present.best));
        changed = Some(Estimate { low, ..present.clone() });
    }
    ui.weak("–");
    if let Some(high) = number_cell(ui, scene.tokens, &of("field-high"), present.high, texts) {
        let high = high.map(|high| high.max(present.best));
        changed = Some(Estimate { high, ..present.clone() });
    }
    ui.weak("]");
    source_mark_ui(ui, scene, present.source, present.note.as_deref());
    changed
}

/// A letter for the source of a value, with its note at the pointer.
pub fn source_mark_ui(ui: &mut Ui, scene: &Scene<'_>, source: Option<Source>, note: Option<&str>) {
    let Some(source) = source else { return };
    let word = scene.texts.get(source_key(source));
    let letter: String = word.chars().take(1).collect();
    let hover = match note {
        Some(note) => format!("{word}: {note}"),
        None => word,
    };
    ui.label(RichText::new(letter).small().color(scene.tokens.text_weak)).on_hover_text(hover);
}

/// Name, id, kind, owner and description of an item.
pub fn head_ui(ui: &mut Ui, scene: &mut Scene<'_>, at: usize) {
    let texts = scene.texts;
    let item: Item = scene.snapshot.scenario.items[at].clone();
    let language = texts.language();
    let name = scene.item_name(at).to_owned();
    let entered = ui
        .scope(|ui| {
            ui.style_mut().override_text_style = Some(egui::TextStyle::Heading);
            text_cell(ui, scene.tokens, &texts.get("field-name"), &name)
        })
        .inner;
    if let Some(entered) = entered {
        scene.change_item(at, "edit-name", |item| item.name.set(language, &entered));
    }
    row_ui(ui, &texts.get("field-id"), |ui| {
        if let Some(id) = text_cell(ui, scene.tokens, &texts.get("field-id"), item.id.as_str()) {
            match with_item_renamed(&scene.snapshot.scenario, at, &id) {
                Some(edit) => {
                    let label = Label::new("edit-id", id);
                    scene.ask(Intent::Edit { label, edit: Box::new(edit), gesture: None });
                }
                None => scene.ask(Intent::Say(texts.get("said-id-taken"))),
            }
        }
    });
    row_ui(ui, &texts.get("field-kind"), |ui| {
        let kinds = ItemKind::ALL.map(|kind| (kind, texts.get(kind_key(kind))));
        if let Some(kind) = choice_ui(ui, &texts.get("field-kind"), &item.kind, &kinds) {
            scene.change_item(at, "edit-kind", |item| item.kind = kind);
        }
    });
    row_ui(ui, &texts.get("field-owner"), |ui| {
        let agencies = scene.snapshot.scenario.agencies.iter();
        let mut owners = vec![(None, texts.get("field-nobody"))];
        owners.extend(agencies.map(|agency| {
            let name = agency.name.get(language);
            let name = if name.is_empty() { agency.id.as_str() } else { name };
            (Some(agency.id.clone()), name.to_owned())
        }));
        if let Some(owner) = choice_ui(ui, &texts.get("field-owner"), &item.owner, &owners) {
            scene.change_item(at, "edit-owner", |item| item.owner = owner);
        }
    });
    let description = item.description.get(language);
    if !description.is_empty() {
        ui.add(egui::Label::new(RichText::new(description).weak()).wrap());
    }
}
