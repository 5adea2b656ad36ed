//! The columns of the table against the fields of items.

use crate::app::importing::{
    ColumnMapping, Field, Session, Table, field_words, possible_fields, reason_words,
};
use crate::files::tables::{Column, Why};
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::widgets::{name, wide_combo};
use eframe::egui::{Align, DragValue, Label, Layout, RichText, ScrollArea, Ui, accesskit::Role};
use egui_extras::{Column as Width, TableBuilder};

/// Below this a guess is to be looked at.
const UNSURE: f64 = 0.7;
/// Rows that are looked through for examples of what stands in a column.
const LOOKED_AT: usize = 200;
/// Examples that are shown.
const EXAMPLES: usize = 3;

/// What a person has changed.
enum Wish {
    Field(usize, Option<Field>),
    Factor(usize, f64),
    FillDown(usize, bool),
}

/// Draws the columns.
pub fn ui(ui: &mut Ui, scene: &Scene<'_>, session: &mut Session, table: &Table) {
    let texts = scene.texts;
    ui.add_space(4.0);
    let used = session
        .mapping()
        .map_or(0, |mapping| mapping.columns.iter().filter(|own| own.field.is_some()).count());
    let args =
        [("used", Arg::from(used as f64)), ("all", Arg::from(table.layout.columns.len() as f64))];
    ui.strong(texts.with("import-columns", &args));
    headings_ui(ui, scene, session, table);
    ui.add_space(4.0);
    let mut wish = None;
    let row_height = 2.0 * scene.tokens.row_height + 4.0;
    let columns = &table.layout.columns;
    ScrollArea::horizontal().id_salt("import columns").show(ui, |ui| {
        TableBuilder::new(ui)
            .id_salt("import columns")
            .striped(true)
            .auto_shrink(false)
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Width::remainder().at_least(140.0).clip(true))
            .column(Width::exact(226.0).clip(true))
            .column(Width::exact(92.0).clip(true))
            .header(scene.tokens.row_height, |mut header| {
                for key in ["import-column-theirs", "import-column-ours", "import-column-times"] {
                    header.col(|ui| {
                        ui.weak(texts.get(key));
                    });
                }
            })
            .body(|body| {
                body.rows(row_height, columns.len(), |mut row| {
                    let column = &columns[row.index()];
                    let mapping = session.mapping();
                    let own = mapping
                        .and_then(|map| map.columns.iter().find(|own| own.column == column.at));
                    let Some(own) = own else { return };
                    row.col(|ui| title_ui(ui, table, column));
                    row.col(|ui| field_ui(ui, scene, session, own, &mut wish));
                    row.col(|ui| factor_ui(ui, scene, own, &mut wish));
                });
            });
    });
    match wish {
        Some(Wish::Field(column, field)) => session.set_field(column, field),
        Some(Wish::Factor(column, factor)) => session.set_factor(column, factor),
        Some(Wish::FillDown(column, fill_down)) => session.set_fill_down(column, fill_down),
        None => {}
    }
}

/// Whether headings over rows name the owner, where there are headings.
fn headings_ui(ui: &mut Ui, scene: &Scene<'_>, session: &mut Session, table: &Table) {
    let has_headings = table.layout.skipped.iter().any(|skipped| skipped.why == Why::Heading);
    let present = session.mapping().is_some_and(|mapping| mapping.owner_from_headings);
    let mut named = present;
    if has_headings
        && ui.checkbox(&mut named, scene.texts.get("import-owner-from-headings")).changed()
    {
        session.set_owner_from_headings(named);
    }
}

/// The title of a column over examples of what stands in it.
fn title_ui(ui: &mut Ui, table: &Table, column: &Column) {
    let examples = examples(table, column.at);
    ui.vertical(|ui| {
        ui.add_space(3.0);
        ui.add(Label::new(RichText::new(&column.title).strong()).truncate());
        ui.add(Label::new(RichText::new(&examples).weak().small()).truncate());
    })
    .response
    .on_hover_text(format!("{}\n{examples}", column.title));
}

fn examples(table: &Table, column: usize) -> String {
    let cells = table.layout.rows.iter().take(LOOKED_AT);
    let cells = cells.map(|row| table.sheet.cell(row.at, column)).filter(|cell| !cell.is_empty());
    let words = |cell: &crate::files::tables::Cell| {
        let shown = cell.shown();
        let line: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(40) {
            Some((end, _)) => format!("{}…", &line[..end]),
            None => line,
        }
    };
    cells.take(EXAMPLES).map(words).collect::<Vec<_>>().join(" · ")
}

/// What a column fills, and why.
fn field_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    session: &Session,
    own: &ColumnMapping,
    wish: &mut Option<Wish>,
) {
    let texts = scene.texts;
    let Some(found) = session.found() else { return };
    let (scenario, additions) = (found.scenario, &found.difference.additions);
    let words = |field: &Option<Field>| match field {
        None => texts.get("import-not-used"),
        Some(Field::Score(id, _)) if scenario.criterion(id.as_str()).is_none() => {
            let named = own
                .field
                .as_ref()
                .filter(|field| matches!(field, Field::Score(own, _) if own == id));
            let shown = named.map_or_else(
                || id.to_string(),
                |field| field_words(field, scenario, additions, texts),
            );
            texts.with("import-new-criterion", &[("name", Arg::from(shown.as_str()))])
        }
        Some(field) => field_words(field, scenario, additions, texts),
    };
    ui.vertical(|ui| {
        ui.add_space(3.0);
        let title = [("column", Arg::from(own.title.as_str()))];
        let label = texts.with("import-field-of", &title);
        let salt = format!("import field {}", own.column);
        wide_combo(ui, &salt, &label, words(&own.field), 216.0, |ui| {
            if ui.selectable_label(own.field.is_none(), words(&None)).clicked() {
                *wish = Some(Wish::Field(own.column, None));
            }
            for field in possible_fields(scenario, &own.title) {
                let field = Some(field);
                if ui.selectable_label(own.field == field, words(&field)).clicked() {
                    *wish = Some(Wish::Field(own.column, field));
                }
            }
            ui.separator();
            let mut fill_down = own.fill_down;
            if ui.checkbox(&mut fill_down, texts.get("import-fill-down")).changed() {
                *wish = Some(Wish::FillDown(own.column, fill_down));
            }
        });
        let reason = reason_words(&own.reason, texts);
        let is_unsure = own.field.is_some() && own.confidence < UNSURE;
        let reason = if is_unsure {
            let percent = texts.percent(own.confidence, 0);
            format!("⚠ {reason} ({percent})")
        } else {
            reason
        };
        let colour = if is_unsure { scene.tokens.warning } else { scene.tokens.text_weak };
        let line = Label::new(RichText::new(&reason).small().color(colour)).truncate();
        ui.add(line).on_hover_text(reason);
    });
}

/// What the numbers of a column are times.
fn factor_ui(ui: &mut Ui, scene: &Scene<'_>, own: &ColumnMapping, wish: &mut Option<Wish>) {
    if !own.field.as_ref().is_some_and(Field::is_number) {
        return;
    }
    let texts = scene.texts;
    let mut factor = own.factor;
    let shown = |number: f64, _| texts.exact_number(number);
    let read = |text: &str| {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        plain.replace(',', ".").parse().ok()
    };
    let value = DragValue::new(&mut factor)
        .prefix("× ")
        .speed(0.0)
        .update_while_editing(false)
        .custom_formatter(shown)
        .custom_parser(read);
    let response = ui.add(value);
    let title = [("column", Arg::from(own.title.as_str()))];
    name(&response, Role::SpinButton, &texts.with("import-times-of", &title));
    if response.changed() && factor != own.factor {
        *wish = Some(Wish::Factor(own.column, factor));
    }
}
