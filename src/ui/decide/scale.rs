//! A criterion's scale in words: its ends, its anchors, where the items stand on it.

use crate::model::{Criterion, ValueFunction};
use crate::texts::Texts;
use crate::ui::scene::Scene;
use eframe::egui::{Sense, Ui, pos2, vec2};

/// The swing of a criterion in its own units: `1 k → 10 M transactions a year`.
pub fn swing_words(criterion: &Criterion, texts: &Texts) -> String {
    let language = texts.language();
    let level = |id: &str| match criterion.level_names.get(id) {
        Some(name) => name.get(language).to_owned(),
        None => id.to_owned(),
    };
    let ends = match &criterion.value {
        Some(ValueFunction::Linear { worst, best } | ValueFunction::Log10 { worst, best }) => {
            Some((texts.short_number(*worst), texts.short_number(*best)))
        }
        Some(ValueFunction::Points(points)) => {
            let worst = points.iter().min_by(|a, b| a[1].total_cmp(&b[1]));
            let best = points.iter().max_by(|a, b| a[1].total_cmp(&b[1]));
            worst.zip(best).map(|(a, b)| (texts.short_number(a[0]), texts.short_number(b[0])))
        }
        Some(ValueFunction::Levels(levels)) => {
            let worst = levels.iter().min_by(|a, b| a.1.total_cmp(b.1));
            let best = levels.iter().max_by(|a, b| a.1.total_cmp(b.1));
            return worst
                .zip(best)
                .map_or_else(String::new, |(a, b)| format!("{} → {}", level(a.0), level(b.0)));
        }
        None => None,
    };
    match ends {
        Some((worst, best)) => format!("{worst} → {best} {}", criterion.unit.get(language)),
        None => String::new(),
    }
}

/// Draws the anchors in words and where the items stand on the scale.
pub fn scale_ui(ui: &mut Ui, scene: &Scene<'_>, criterion: &Criterion, leaf: usize) {
    let language = scene.texts.language();
    let anchors = &criterion.anchors;
    for (value, words) in [("0", &anchors.at_0), ("50", &anchors.at_50), ("100", &anchors.at_100)] {
        if !words.is_empty() {
            ui.horizontal_top(|ui| {
                ui.weak(format!("{value:>3}"));
                ui.add(eframe::egui::Label::new(words.get(language)).wrap());
            });
        }
    }
    distribution_ui(ui, scene, leaf);
    if let Some(rule) = &criterion.double_count {
        ui.weak(rule.rule.get(language));
    }
    if let Some(note) = &criterion.provenance.note {
        ui.weak(note);
    }
}

/// One tick for each item, from value 0 on the left to 100 on the right.
fn distribution_ui(ui: &mut Ui, scene: &Scene<'_>, leaf: usize) {
    let width = ui.available_width().min(320.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
    let painter = ui.painter();
    let weak = scene.tokens.text_weak;
    painter.hline(rect.x_range(), rect.bottom() - 1.0, (1.0, scene.tokens.line));
    let selected = scene.selection.item;
    let cells = scene.snapshot.scores.matrix.cells.iter().enumerate();
    for (item, row) in cells.take(2000) {
        let Some(value) = row.get(leaf).and_then(|cell| cell.value) else { continue };
        let x = rect.left() + rect.width() * (value / 100.0) as f32;
        let is_selected = selected == Some(item);
        let (colour, top) =
            if is_selected { (scene.tokens.accent, 0.0) } else { (weak.gamma_multiply(0.5), 6.0) };
        let line = [pos2(x, rect.top() + top), pos2(x, rect.bottom() - 1.0)];
        painter.line_segment(line, (if is_selected { 2.0 } else { 1.0 }, colour));
    }
    response.on_hover_text(scene.texts.get("weights-distribution"));
}
