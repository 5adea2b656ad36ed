//! What the table asks for: texts into cells, cells onto the clipboard.

use super::Table;
use super::cursor::Cursor;
use super::preview::Preview;
use crate::app::Label;
use crate::app::sheet::{Area, Content, Field, Filling, content, plain, written};
use crate::texts::Arg;
use crate::ui::scene::{Intent, Scene};
use eframe::egui::Ui;

/// Enters a text into one cell of an item.
///
/// # Errors
/// Why it cannot be entered.
pub fn put(scene: &mut Scene<'_>, item: usize, field: Field, text: &str) -> Result<(), String> {
    let area = Area { items: &[item], fields: &[field], from: (0, 0), size: (1, 1) };
    let filling = Filling::filled(text, area, scene.snapshot, scene.texts);
    if let Some(why) = filling.cells.iter().find_map(|cell| cell.after.as_ref().err()) {
        return Err(why.words(scene.texts));
    }
    ask(scene, &filling);
    Ok(())
}

/// Enters a text into all selected cells; cells that cannot take it are left out, and
/// that is said.
pub fn fill(scene: &mut Scene<'_>, table: &Table<'_>, cursor: &Cursor, text: &str) {
    let filling = Filling::filled(text, table.area(cursor), scene.snapshot, scene.texts);
    let refused = filling.cells.iter().find_map(|cell| cell.after.as_ref().err());
    if let Some(why) = refused {
        let why = why.words(scene.texts);
        let args =
            [("count", Arg::from(filling.refused() as f64)), ("why", Arg::from(why.as_str()))];
        scene.ask(Intent::Say(scene.texts.with("sheet-some-refused", &args)));
    }
    ask(scene, &filling);
}

/// Asks for what a filling does.
pub fn ask(scene: &mut Scene<'_>, filling: &Filling) {
    let scenario = &scene.snapshot.scenario;
    let Some(edit) = filling.edit(scenario) else { return };
    let texts = scene.texts;
    let mut changing = filling.cells.iter().filter(|cell| cell.after.is_ok());
    let label = match (changing.next(), filling.changing()) {
        (Some(cell), 1) => {
            let of = filling.name_of(cell.row, scenario, texts.language());
            let field = cell.field.unwrap_or(Field::Name);
            Label::new("edit-cell", field.of(&of, scenario, texts))
        }
        (_, count) => Label::new("edit-cells", count.to_string()),
    };
    scene.ask(Intent::Edit { label, edit: Box::new(edit), gesture: None });
}

/// Puts the selected cells onto the clipboard.
pub fn copy(ui: &Ui, scene: &mut Scene<'_>, table: &Table<'_>, cursor: &Cursor) {
    let (first, last) = (cursor.first(), cursor.last());
    let cell = |row: usize, column: usize| {
        let held = table
            .cell((row, column))
            .map(|(item, field)| content(scene.snapshot, item, field, scene.texts));
        plain(&held.unwrap_or(Content::Nothing), scene.texts)
    };
    let rows: Vec<Vec<String>> = (first.0..=last.0)
        .map(|row| (first.1..=last.1).map(|column| cell(row, column)).collect())
        .collect();
    ui.ctx().copy_text(written(&rows));
    let args = [("count", Arg::from(cursor.count() as f64))];
    scene.ask(Intent::Say(scene.texts.with("sheet-copied", &args)));
}

/// What a text would change, to be laid before the person; one cell into one cell goes
/// at once.
pub fn paste(
    scene: &mut Scene<'_>,
    table: &Table<'_>,
    cursor: &Cursor,
    text: String,
) -> Option<Preview> {
    let preview = Preview::of(text, table.area(cursor), scene.snapshot, scene.texts);
    let filling = preview.filling();
    if filling.cells.is_empty() {
        scene.ask(Intent::Say(scene.texts.get("sheet-paste-nothing")));
        return None;
    }
    if filling.cells.len() + filling.same == 1 && filling.refused() == 0 {
        ask(scene, filling);
        return None;
    }
    Some(preview)
}
