//! One row of the table: what is suspicious in it, and each of its changes to take or to
//! leave.

use super::State;
use super::rows::change_words;
use crate::app::importing::{State as Becomes, doubt_words};
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::widgets::name;
use eframe::egui::{Label, RichText, ScrollArea, Ui, accesskit::Role};

/// Draws the row that is looked at.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut State) {
    let texts = scene.texts;
    let Some(found) = state.source.found() else { return };
    let at = state.row.unwrap_or_default();
    let Some(row) = found.difference.rows.get(at) else {
        state.row = None;
        return;
    };
    let (scenario, additions) = (found.scenario, &found.difference.additions);
    let mut wish = None;
    let mut closed = false;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        if ui.small_button(texts.get("dialog-close")).clicked() {
            closed = true;
        }
        let number = (row.row + 1).to_string();
        let args = [("row", Arg::from(number.as_str())), ("name", Arg::from(row.name.as_str()))];
        let title = RichText::new(texts.with("import-row-title", &args)).strong();
        ui.add(Label::new(title).truncate());
    });
    ScrollArea::vertical().id_salt("import row").auto_shrink(false).show(ui, |ui| {
        for doubt in &row.doubts {
            let words = format!("⚠ {}", doubt_words(doubt, scenario, additions, texts));
            ui.add(Label::new(RichText::new(words).color(scene.tokens.warning)).wrap());
        }
        if row.state() == Becomes::Unchanged {
            ui.weak(texts.get("import-state-unchanged"));
        }
        for (which, change) in row.changes.iter().enumerate() {
            let words = change_words(change, row, found, texts);
            let flags = state.source.accepted().changes.get(at);
            let mut taken = flags.and_then(|flags| flags.get(which)).copied().unwrap_or(false);
            ui.horizontal(|ui| {
                let check = ui.checkbox(&mut taken, "");
                name(&check, Role::CheckBox, &words);
                if check.changed() {
                    wish = Some((which, taken));
                }
                ui.add(Label::new(&words).truncate());
                ui.add(Label::new(RichText::new(&change.place).weak().small()).truncate());
            });
        }
    });
    if let Some((which, taken)) = wish {
        let accepted = state.source.accepted_mut();
        if let Some(flag) = accepted.changes.get_mut(at).and_then(|flags| flags.get_mut(which)) {
            *flag = taken;
        }
        // Taking a part of a row takes the row.
        if let Some(own) = accepted.rows.get_mut(at).filter(|_| taken) {
            *own = true;
        }
    }
    if closed {
        state.row = None;
    }
}
