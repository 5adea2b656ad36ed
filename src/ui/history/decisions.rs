//! The decisions log: what people have decided, when and why. It is part of the scenario
//! and goes with its file.

use crate::app::{Edit, Label, ListEdit, today};
use crate::model::{Decision, ItemId};
use crate::texts::Arg;
use crate::ui::scene::{Intent, Scene};
use crate::ui::widgets::{IconKind, empty_ui, icon_button, text_cell};
use eframe::egui::{self, Button, Ui};
use egui_extras::{Column, TableBuilder, TableRow};

/// Draws the page.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let texts = scene.texts;
    ui.horizontal(|ui| {
        ui.heading(texts.get("history-page-decisions"));
        if ui.button(texts.get("decisions-add")).clicked() {
            add(scene);
        }
    });
    ui.weak(texts.get("decisions-hint"));
    ui.add_space(4.0);
    if scene.snapshot.scenario.decisions.is_empty() {
        let action = texts.get("decisions-add");
        if empty_ui(ui, scene.tokens, &texts.get("decisions-empty"), Some(&action)) {
            add(scene);
        }
        return;
    }
    table_ui(ui, scene);
}

/// A new decision, of the selected item if there is one.
fn add(scene: &mut Scene<'_>) {
    let scenario = &scene.snapshot.scenario;
    let selected = scene.selection.item.and_then(|at| scenario.items.get(at));
    let what = scene.texts.get("decisions-new");
    let value = Decision {
        date: today(),
        what: what.clone(),
        items: selected.map(|item| item.id.clone()).into_iter().collect(),
        ..Decision::default()
    };
    let edit = Edit::Decisions(ListEdit::Insert { at: scenario.decisions.len(), value });
    let label = Label::new("edit-decision", what);
    scene.ask(Intent::Edit { label, edit: Box::new(edit), gesture: None });
}

fn table_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let texts = scene.texts;
    let count = scene.snapshot.scenario.decisions.len();
    TableBuilder::new(ui)
        .id_salt("decisions")
        .auto_shrink(false)
        .striped(true)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Column::exact(110.0).clip(true))
        .column(Column::initial(140.0).clip(true).resizable(true))
        .column(Column::initial(320.0).clip(true).resizable(true))
        .column(Column::initial(320.0).clip(true).resizable(true))
        .column(Column::remainder().clip(true))
        .column(Column::exact(28.0))
        .header(scene.tokens.row_height, |mut header| {
            for key in ["column-when", "column-who", "column-what", "column-reason", "column-items"]
            {
                header.col(|ui| {
                    ui.weak(texts.get(key));
                });
            }
            header.col(|_| {});
        })
        .body(|body| {
            body.rows(scene.tokens.row_height, count, |mut row| {
                // The newest first.
                let at = count - 1 - row.index();
                row_ui(&mut row, scene, at);
            });
        });
}

/// One of the texts of a decision.
type FieldOf = fn(&mut Decision) -> &mut String;

fn row_ui(row: &mut TableRow<'_, '_>, scene: &mut Scene<'_>, at: usize) {
    let Some(decision) = scene.snapshot.scenario.decisions.get(at).cloned() else { return };
    let fields: [(&str, FieldOf); 4] = [
        ("column-when", |decision| &mut decision.date),
        ("column-who", |decision| &mut decision.by),
        ("column-what", |decision| &mut decision.what),
        ("column-reason", |decision| &mut decision.reason),
    ];
    for (key, field) in fields {
        row.col(|ui| {
            let mut changed = decision.clone();
            let args = [
                ("field", Arg::from(scene.texts.get(key).as_str())),
                ("number", Arg::from(at as f64 + 1.0)),
            ];
            let name = scene.texts.with("decisions-cell", &args);
            let entered = ui
                .push_id((key, at), |ui| {
                    text_cell(ui, scene.tokens, &name, field(&mut changed).as_str())
                })
                .inner;
            if let Some(text) = entered {
                *field(&mut changed) = text;
                let label = Label::new("edit-decision", changed.what.clone());
                let edit = Edit::Decisions(ListEdit::Replace { at, value: changed });
                scene.ask(Intent::Edit { label, edit: Box::new(edit), gesture: None });
            }
        });
    }
    row.col(|ui| {
        for id in &decision.items {
            item_ui(ui, scene, id);
        }
    });
    row.col(|ui| {
        let args = [("what", Arg::from(decision.what.as_str()))];
        let words = scene.texts.with("decisions-delete", &args);
        if ui
            .push_id(at, |ui| icon_button(ui, scene.tokens, IconKind::Remove, &words))
            .inner
            .clicked()
        {
            let label = Label::new("edit-delete-decision", decision.what.clone());
            let edit = Edit::Decisions(ListEdit::Remove { at });
            scene.ask(Intent::Edit { label, edit: Box::new(edit), gesture: None });
        }
    });
}

/// An item that a decision concerns; a click shows it.
fn item_ui(ui: &mut Ui, scene: &mut Scene<'_>, id: &ItemId) {
    let items = &scene.snapshot.scenario.items;
    match items.iter().position(|item| item.id == *id) {
        Some(at) => {
            let name = scene.item_name(at).to_owned();
            if ui.add(Button::new(name).frame(false)).clicked() {
                scene.ask(Intent::Find(at));
            }
        }
        None => drop(ui.weak(id.as_str())),
    }
}
