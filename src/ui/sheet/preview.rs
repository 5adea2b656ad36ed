//! What pasting would change, before it does: cell by cell, and what cannot be entered.

use crate::app::Snapshot;
use crate::app::sheet::{Area, Field, Filled, Filling, Row, shown};
use crate::texts::{Arg, Texts};
use crate::ui::scene::Scene;
use crate::ui::theme::Tokens;
use eframe::egui::{self, Align, Label, Layout, Modal, RichText, Ui};
use egui_extras::{Column, TableBuilder, TableRow};

/// A text that is to be put down, and what comes of it.
#[derive(Debug)]
pub struct Preview {
    text: String,
    items: Vec<usize>,
    fields: Vec<Field>,
    from: (usize, usize),
    size: (usize, usize),
    /// The state that it was worked out for.
    generation: u64,
    filling: Filling,
}

/// What a person has decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Nothing yet.
    None,
    /// It shall be done.
    Accept,
    /// It shall not.
    Cancel,
}

impl Preview {
    /// What comes of pasting a text into an area.
    pub fn of(text: String, area: Area<'_>, snapshot: &Snapshot, texts: &Texts) -> Self {
        Self {
            filling: Filling::pasted(&text, area, snapshot, texts),
            text,
            items: area.items.to_vec(),
            fields: area.fields.to_vec(),
            from: area.from,
            size: area.size,
            generation: snapshot.generation,
        }
    }

    /// What it does.
    pub fn filling(&self) -> &Filling {
        &self.filling
    }

    /// The scenario may have changed under it.
    fn follow(&mut self, snapshot: &Snapshot, texts: &Texts) {
        if self.generation != snapshot.generation {
            let Self { items, fields, from, size, .. } = &*self;
            let area = Area { items, fields, from: *from, size: *size };
            self.filling = Filling::pasted(&self.text, area, snapshot, texts);
            self.generation = snapshot.generation;
        }
    }

    /// Draws the question.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> Decision {
        let texts = scene.texts;
        self.follow(scene.snapshot, texts);
        let frame = egui::Frame::popup(ui.style()).inner_margin(16.0);
        let mut decision = Decision::None;
        let modal = Modal::new(egui::Id::unique("paste")).frame(frame).show(ui.ctx(), |ui| {
            ui.set_width(720.0);
            ui.heading(texts.get("sheet-paste-title"));
            ui.add_space(4.0);
            ui.label(self.summary(texts));
            ui.add_space(8.0);
            self.table_ui(ui, scene);
            ui.add_space(12.0);
            let changing = self.filling.changing();
            ui.horizontal(|ui| {
                let words =
                    texts.with("sheet-paste-accept", &[("count", Arg::from(changing as f64))]);
                if ui.add_enabled(changing > 0, egui::Button::new(words)).clicked() {
                    decision = Decision::Accept;
                }
                if ui.button(texts.get("dialog-cancel")).clicked() {
                    decision = Decision::Cancel;
                }
            });
        });
        if modal.should_close() && decision == Decision::None {
            decision = Decision::Cancel;
        }
        decision
    }

    /// How many cells change, stay, cannot; how many items are new.
    fn summary(&self, texts: &Texts) -> String {
        let counts = [
            ("sheet-paste-changing", self.filling.changing()),
            ("sheet-paste-same", self.filling.same),
            ("sheet-paste-refused", self.filling.refused()),
            ("sheet-paste-new", self.filling.new_items()),
        ];
        let parts =
            counts.into_iter().enumerate().filter(|(at, (_, count))| *at == 0 || *count > 0);
        let words = |(_, (key, count)): (usize, (&str, usize))| {
            texts.with(key, &[("count", Arg::from(count as f64))])
        };
        parts.map(words).collect::<Vec<_>>().join(" · ")
    }

    fn table_ui(&self, ui: &mut Ui, scene: &Scene<'_>) {
        let cells = &self.filling.cells;
        let (row_height, texts) = (scene.tokens.row_height, scene.texts);
        let height = (cells.len() as f32 + 1.0) * (row_height + ui.spacing().item_spacing.y);
        TableBuilder::new(ui)
            .id_salt("paste cells")
            .striped(true)
            .auto_shrink([false, true])
            .max_scroll_height(360.0_f32.min(height))
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Column::exact(210.0).clip(true))
            .column(Column::exact(150.0).clip(true))
            .column(Column::exact(120.0).clip(true))
            .column(Column::remainder().clip(true))
            .header(row_height, |mut header| {
                for key in ["column-item", "sheet-column", "sheet-was", "sheet-becomes"] {
                    header.col(|ui| {
                        ui.weak(texts.get(key));
                    });
                }
            })
            .body(|body| {
                body.rows(row_height, cells.len(), |mut row| {
                    if let Some(cell) = cells.get(row.index()) {
                        self.row_ui(&mut row, cell, scene);
                    }
                });
            });
    }

    fn row_ui(&self, row: &mut TableRow<'_, '_>, cell: &Filled, scene: &Scene<'_>) {
        let (texts, scenario) = (scene.texts, &scene.snapshot.scenario);
        let name = self.filling.name_of(cell.row, scenario, texts.language());
        let line = |ui: &mut Ui, words: &str| {
            ui.add(Label::new(words).truncate()).on_hover_text(words);
        };
        row.col(|ui| match cell.row {
            Row::New(_) => {
                line(ui, &texts.with("sheet-new-item", &[("name", Arg::from(name.as_str()))]));
            }
            _ => line(ui, &name),
        });
        row.col(|ui| {
            line(ui, &cell.field.map_or_else(String::new, |field| field.name(scenario, texts)));
        });
        row.col(|ui| line(ui, &shown(&cell.before, false, texts)));
        row.col(|ui| match &cell.after {
            Ok(after) => line(ui, &shown(after, false, texts)),
            Err(refusal) => refused_ui(ui, &cell.text, &refusal.words(texts), scene.tokens),
        });
    }
}

fn refused_ui(ui: &mut Ui, text: &str, why: &str, tokens: &Tokens) {
    let words = format!("⚠ “{text}”: {why}");
    let label = Label::new(RichText::new(words.as_str()).color(tokens.error)).truncate();
    ui.add(label).on_hover_text(words);
}
