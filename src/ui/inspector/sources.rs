//! Where the item and its fields come from.

use crate::ui::scene::Scene;
use crate::ui::words::source_key;
use eframe::egui::{self, RichText, Ui};

/// Draws the provenance of the item, field by field, then of its scores.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, at: usize) {
    let texts = scene.texts;
    let item = &scene.snapshot.scenario.items[at];
    if item.provenance.is_empty() {
        ui.weak(texts.get("sources-none"));
    }
    for (field, origin) in &item.provenance {
        line_ui(
            ui,
            scene,
            field,
            origin.source,
            origin.reference.as_deref(),
            origin.note.as_deref(),
        );
    }
    ui.add_space(6.0);
    ui.label(RichText::new(texts.get("sources-scores")).strong());
    for (leaf, &criterion) in scene.snapshot.scores.matrix.leaves.iter().enumerate() {
        let criterion = &scene.snapshot.scenario.criteria[criterion];
        if let Some(score) = item.scores.get(&criterion.id) {
            let name = scene.leaf_name(leaf);
            let (reference, note) = (score.reference.as_deref(), score.note.as_deref());
            line_ui(ui, scene, name, score.source, reference, note);
        }
    }
}

fn line_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    what: &str,
    source: Option<crate::model::Source>,
    reference: Option<&str>,
    note: Option<&str>,
) {
    let source = source.map(|source| scene.texts.get(source_key(source)));
    let parts: Vec<&str> = [source.as_deref(), reference, note].into_iter().flatten().collect();
    ui.add(egui::Label::new(format!("{what}: {}", parts.join(" · "))).wrap());
}
