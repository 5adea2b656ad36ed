//! The row of controls that narrows a list down.

use super::Filter;
use crate::app::kind_key;
use crate::model::{AgencyId, ItemKind};
use crate::ui::scene::Scene;
use crate::ui::widgets::{name, named_combo};
use eframe::egui::{TextEdit, Ui, accesskit::Role};

/// Draws owner, kind and words from the right to the left; the cursor goes into the
/// words if wanted.
pub fn filter_ui(ui: &mut Ui, scene: &Scene<'_>, filter: &mut Filter, wants_focus: bool) {
    owner_choice_ui(ui, scene, filter);
    kind_choice_ui(ui, scene, filter);
    let hint = scene.texts.get("ranking-search");
    let width = ui.available_width().clamp(60.0, 200.0);
    let field =
        TextEdit::singleline(&mut filter.text).hint_text(hint.as_str()).desired_width(width);
    let field = ui.add(field);
    name(&field, Role::TextInput, &hint);
    if wants_focus {
        field.request_focus();
    }
}

fn kind_choice_ui(ui: &mut Ui, scene: &Scene<'_>, filter: &mut Filter) {
    let texts = scene.texts;
    let word = |kind: Option<ItemKind>| match kind {
        Some(kind) => texts.get(kind_key(kind)),
        None => texts.get("ranking-all-kinds"),
    };
    named_combo(ui, "kind", &texts.get("ranking-kind"), word(filter.kind), |ui| {
        for kind in std::iter::once(None).chain(ItemKind::ALL.map(Some)) {
            ui.selectable_value(&mut filter.kind, kind, word(kind));
        }
    });
}

fn owner_choice_ui(ui: &mut Ui, scene: &Scene<'_>, filter: &mut Filter) {
    let agencies = &scene.snapshot.scenario.agencies;
    if agencies.is_empty() {
        return;
    }
    let texts = scene.texts;
    let name = |id: &AgencyId| {
        let agency = agencies.iter().find(|agency| agency.id == *id);
        agency.map_or_else(|| id.to_string(), |agency| agency.name.get(texts.language()).to_owned())
    };
    let all = texts.get("ranking-all-owners");
    let shown = filter.owner.as_ref().map_or_else(|| all.clone(), &name);
    named_combo(ui, "owner", &texts.get("ranking-owner"), shown, |ui| {
        ui.selectable_value(&mut filter.owner, None, all.as_str());
        for agency in agencies {
            let id = Some(agency.id.clone());
            ui.selectable_value(&mut filter.owner, id, name(&agency.id));
        }
    });
}
