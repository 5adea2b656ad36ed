//! The workbooks that came back: whose they are, what is to be told of them, and where
//! they contradict each other or the scenario.

use crate::app::importing::{Additions, Value, value_words};
use crate::app::ministries::{Answers, Conflict, ReturnedFile, conflict_lines, remark_words};
use crate::model::Scenario;
use crate::texts::{Arg, Texts};
use crate::ui::scene::Scene;
use crate::ui::widgets::name;
use eframe::egui::{Label, RichText, ScrollArea, Ui, accesskit::Role};

/// Draws them.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, answers: &mut Answers) {
    let texts = scene.texts;
    let Some((scenario, collected)) = answers.collected() else { return };
    let mut wish = None;
    ScrollArea::vertical().id_salt("answers").auto_shrink(false).show(ui, |ui| {
        ui.add_space(4.0);
        ui.strong(texts.get("collect-files"));
        for file in &collected.files {
            file_ui(ui, scene, scenario, file);
        }
        if !collected.remarks.is_empty() {
            ui.add_space(8.0);
            ui.strong(texts.get("collect-remarks"));
        }
        for remark in &collected.remarks {
            let colour = if remark.refuses() { scene.tokens.error } else { scene.tokens.warning };
            let words = format!("⚠ {}", remark_words(remark, scenario, texts));
            ui.add(Label::new(RichText::new(words).color(colour)).wrap());
        }
        if !collected.conflicts.is_empty() {
            let count = collected.conflicts.len();
            let settled = answers.chosen.iter().filter(|chosen| chosen.is_some()).count();
            let args = [("count", Arg::from(count as f64)), ("settled", Arg::from(settled as f64))];
            ui.add_space(8.0);
            ui.strong(texts.with("collect-conflicts", &args));
        }
        for (at, conflict) in collected.conflicts.iter().enumerate() {
            let chosen = answers.chosen.get(at).copied().flatten();
            if let Some(choice) = conflict_ui(ui, texts, scenario, conflict, chosen) {
                wish = Some((at, choice));
            }
        }
    });
    if let Some((at, choice)) = wish
        && let Some(chosen) = answers.chosen.get_mut(at)
    {
        *chosen = choice;
    }
}

/// A workbook: whose it is, how much it answers, and how old it is.
fn file_ui(ui: &mut Ui, scene: &Scene<'_>, scenario: &Scenario, file: &ReturnedFile) {
    let texts = scene.texts;
    let agency = file.agency.as_ref().map_or_else(
        || texts.get("ministries-no-agency"),
        |id| {
            let known = scenario.agencies.iter().find(|agency| agency.id == *id);
            known
                .map_or(id.as_str(), |own| own.name.get_or(texts.language(), id.as_str()))
                .to_owned()
        },
    );
    let mut facts = Vec::new();
    if file.refused {
        facts.push(format!("⚠ {}", texts.get("collect-refused")));
    } else {
        facts.push(agency);
        let args = [("count", Arg::from(file.answers as f64))];
        facts.push(texts.with("collect-answers", &args));
        if !file.date.is_empty() {
            facts.push(texts.with("collect-date", &[("date", Arg::from(file.date.as_str()))]));
        }
        if !file.up_to_date {
            facts.push(texts.get("collect-older"));
        }
    }
    ui.add(Label::new(&file.file).truncate());
    let words = facts.join(" · ");
    let colour = if file.refused { scene.tokens.error } else { scene.tokens.text_weak };
    ui.add(Label::new(RichText::new(words).small().color(colour)).wrap());
    ui.add_space(4.0);
}

/// What people say about one cell, and whose word counts; what was chosen anew.
fn conflict_ui(
    ui: &mut Ui,
    texts: &Texts,
    scenario: &Scenario,
    conflict: &Conflict,
    chosen: Option<usize>,
) -> Option<Option<usize>> {
    let mut choice = None;
    ui.add_space(6.0);
    let lines = conflict_lines(conflict, scenario, texts);
    let mut lines = lines.iter();
    let head = lines.next().map_or("", String::as_str);
    ui.add(Label::new(head).wrap());
    let keep = texts.get("collect-keep");
    let mut option = |ui: &mut Ui, own: Option<usize>, words: &str| {
        let radio = ui.radio(chosen == own, words);
        name(&radio, Role::RadioButton, &format!("{words}: {head}"));
        if radio.clicked() {
            choice = Some(own);
        }
        radio
    };
    option(ui, None, &keep);
    for (at, (voice, line)) in conflict.voices.iter().zip(lines).enumerate() {
        let value = match &voice.value {
            Value::Nothing => texts.get("ministries-nothing"),
            value => value_words(value, scenario, &Additions::default(), texts),
        };
        let args =
            [("who", Arg::from(voice.who.by.as_str())), ("value", Arg::from(value.as_str()))];
        option(ui, Some(at), &texts.with("collect-choose", &args)).on_hover_text(line);
    }
    choice
}
