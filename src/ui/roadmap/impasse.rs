//! Where the roadmap would be if there were a plan: why there is none, and the
//! ways out.

use crate::app::{Terms, conflict_words, impasse_words};
use crate::sequencing::Conflict;
use crate::sequencing::compile::Compiled;
use crate::ui::scene::Scene;
use crate::ui::widgets::{Condition, condition_ui};
use eframe::egui::{ScrollArea, Ui};

/// Draws what cannot hold together: the reasons that came with the answer until
/// the fewest are found, then those with the changes that would be enough.
pub fn impasse_ui(ui: &mut Ui, scene: &Scene<'_>, conflict: &Conflict, compiled: &Compiled) {
    let (texts, scenario) = (scene.texts, &*scene.snapshot.scenario);
    let mut words = Vec::new();
    let title = texts.get("roadmap-infeasible");
    let terms = Terms::Scenario(scenario, compiled);
    let sections = match scene.inquiries.impasse() {
        Some(impasse) => impasse_words(impasse, &title, terms, texts),
        None => Vec::new(),
    };
    if sections.is_empty() {
        words.push(title);
        let lines = conflict_words(conflict, compiled, scenario, texts);
        words.extend(lines.iter().map(|line| format!("· {line}")));
        words.push(texts.get("impasse-working"));
    }
    for section in sections {
        if !words.is_empty() {
            words.push(String::new());
        }
        words.push(section.title);
        words.extend(section.lines.iter().map(|line| format!("· {line}")));
        if !section.note.is_empty() {
            words.push(section.note);
        }
    }
    // A long list must stay readable in a small panel.
    ScrollArea::vertical().id_salt("impasse").show(ui, |ui| {
        condition_ui(ui, scene.tokens, Condition::Failed, &words.join("\n"), None);
    });
}
