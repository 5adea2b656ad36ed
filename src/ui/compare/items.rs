//! Item by item: rank and phase in each scenario.

use super::{Column, weight_of};
use crate::app::{Lineup, LineupRow, MoveKind, Place, item_name, phase_name};
use crate::texts::{Arg, Texts};
use crate::ui::scene::Scene;
use crate::ui::theme::strong_family;
use eframe::egui::{self, Label, RichText, Ui};
use egui_extras::{Column as Width, TableBuilder};

/// Draws the table; a click selects an item that the scenario in front has too.
pub fn ui(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    columns: &[Column<'_>],
    lineup: &Lineup,
    all_items: &mut bool,
) {
    let texts = scene.texts;
    ui.horizontal_wrapped(|ui| {
        let count = Arg::from(lineup.moved.len() as f64);
        let of = Arg::from(lineup.rows.len() as f64);
        ui.label(texts.with("compare-moved", &[("count", count), ("of", of)]));
        ui.checkbox(all_items, texts.get("compare-all-items"));
    });
    ui.add_space(4.0);
    let shown: Vec<usize> =
        if *all_items { (0..lineup.rows.len()).collect() } else { lineup.moved.clone() };
    if shown.is_empty() {
        ui.weak(texts.get("compare-same-plan"));
        return;
    }
    let cell_width = (ui.available_width() * 0.56 / columns.len() as f32).clamp(96.0, 230.0);
    let names = [texts.get("column-item")];
    TableBuilder::new(ui)
        .id_salt("compare items")
        .auto_shrink(false)
        .striped(true)
        .sense(egui::Sense::click())
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Width::remainder().at_least(120.0).clip(true))
        .columns(Width::exact(cell_width).clip(true), columns.len())
        .header(scene.tokens.row_height, |mut header| {
            header.col(|ui| {
                ui.weak(&names[0]);
            });
            for column in columns {
                header.col(|ui| {
                    let heading = column.heading(texts);
                    ui.add(Label::new(RichText::new(&heading).weak()).truncate())
                        .on_hover_text(heading);
                });
            }
        })
        .body(|body| {
            body.rows(scene.tokens.row_height, shown.len(), |mut line| {
                let at = shown.get(line.index()).copied();
                let Some(row) = at.and_then(|at| lineup.rows.get(at)) else { return };
                let own = row.places.last().copied().flatten();
                let selected = own.is_some_and(|own| Some(own.item) == scene.selection.item);
                line.set_selected(selected);
                let differs = at.is_some_and(|at| lineup.moved.binary_search(&at).is_ok());
                line.col(|ui| {
                    let name = RichText::new(name_of(row, columns, texts));
                    let name = name.color(weight_of(differs, scene.tokens));
                    ui.add(Label::new(name).truncate().selectable(false));
                });
                for (column, place) in columns.iter().zip(&row.places) {
                    line.col(|ui| {
                        let words = place_words(*place, column, texts);
                        let mut words = RichText::new(words);
                        if column.is_own && differs {
                            words = words.family(strong_family());
                        }
                        ui.add(Label::new(words).truncate().selectable(false));
                        if column.is_own && differs {
                            ui.weak(how(row, columns, texts));
                        }
                    });
                }
                if line.response().clicked()
                    && let Some(own) = own
                {
                    scene.select(own.item);
                }
            });
        });
}

/// An item's name, from the last scenario that has it.
pub fn name_of(row: &LineupRow, columns: &[Column<'_>], texts: &Texts) -> String {
    let mut named = columns.iter().zip(&row.places).rev();
    let name = named.find_map(|(column, place)| {
        Some(item_name(&column.snapshot.scenario, place.as_ref()?.item, texts))
    });
    name.unwrap_or_else(|| row.id.clone())
}

/// `2006 · 12`: the phase, and the rank.
fn place_words(place: Option<Place>, column: &Column<'_>, texts: &Texts) -> String {
    let Some(place) = place else { return texts.get("compare-not-there") };
    let start = match place.start {
        Some(phase) => phase_name(&column.snapshot.scenario, phase, texts),
        None => texts.get("roadmap-not-planned"),
    };
    let rank = texts.with("compare-rank", &[("rank", Arg::from(place.rank as f64))]);
    format!("{start} · {rank}")
}

/// How the item moved from the first scenario to the last, where both have it.
fn how(row: &LineupRow, columns: &[Column<'_>], texts: &Texts) -> String {
    let (Some(Some(first)), Some(Some(last))) = (row.places.first(), row.places.last()) else {
        return String::new();
    };
    let id = |place: &Place, column: Option<&Column<'_>>| {
        let phases = &column?.snapshot.scenario.phases;
        Some(phases.get(place.start? as usize - 1)?.id.clone())
    };
    if id(first, columns.first()) == id(last, columns.last()) {
        return String::new();
    }
    texts.get(MoveKind::of(first.start, last.start).key())
}
