//! What each scenario is worth and uses.

use super::Column;
use crate::app::{PlanState, PlanView, Snapshot, phase_name, proof, resource_name};
use crate::sequencing::compile::ResourceName;
use crate::texts::{Arg, Texts};
use crate::ui::scene::Scene;
use crate::ui::theme::{Tokens, strong_family};
use eframe::egui::{self, Label, RichText, Ui};
use egui_extras::{Column as Width, TableBuilder};

/// A row: what it is, and its value in each scenario with a sign where it is at its limit.
struct Row {
    head: String,
    is_title: bool,
    cells: Vec<(String, bool)>,
}

/// Draws the table.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, columns: &[Column<'_>]) {
    let texts = scene.texts;
    let rows = rows(columns, texts);
    let cell_width = (ui.available_width() * 0.62 / columns.len() as f32).clamp(110.0, 260.0);
    TableBuilder::new(ui)
        .id_salt("compare totals")
        .auto_shrink(false)
        .striped(true)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(Width::remainder().at_least(120.0).clip(true))
        .columns(Width::exact(cell_width).clip(true), columns.len())
        .header(scene.tokens.row_height, |mut header| {
            header.col(|_| {});
            for column in columns {
                header.col(|ui| {
                    ui.add(Label::new(RichText::new(column.heading(texts)).weak()).truncate());
                });
            }
        })
        .body(|body| {
            body.rows(scene.tokens.row_height, rows.len(), |mut line| {
                let Some(row) = rows.get(line.index()) else { return };
                line.col(|ui| {
                    let mut head = RichText::new(&row.head);
                    if row.is_title {
                        head = head.family(strong_family());
                    }
                    ui.add(Label::new(head).truncate());
                });
                for cell in &row.cells {
                    line.col(|ui| cell_ui(ui, cell, scene.tokens, texts));
                }
            });
        });
}

fn cell_ui(ui: &mut Ui, (words, is_full): &(String, bool), tokens: &Tokens, texts: &Texts) {
    ui.add(Label::new(words).truncate()).on_hover_text(words);
    if *is_full {
        ui.colored_label(tokens.warning, "‼").on_hover_text(texts.get("compare-at-limit"));
    }
}

fn rows(columns: &[Column<'_>], texts: &Texts) -> Vec<Row> {
    let plain = |key: &str, value: &dyn Fn(&Snapshot, &PlanView) -> String| Row {
        head: texts.get(key),
        is_title: false,
        cells: columns.iter().map(|column| (told(column.snapshot, value, texts), false)).collect(),
    };
    let mut rows = vec![
        plain("compare-value", &|_, plan| {
            let value = texts.number(plan.objective(), 1);
            texts.with("compare-points", &[("points", Arg::from(value.as_str()))])
        }),
        plain("compare-bound", &|_, plan| {
            let bound = texts.number(plan.upper_bound(), 1);
            texts.with("compare-points", &[("points", Arg::from(bound.as_str()))])
        }),
        plain("compare-proven", &|_, plan| proof(&plan.answer, plan.finished, texts)),
        plain("compare-started", &|snapshot, plan| {
            let args = [
                ("planned", Arg::from(plan.started() as f64)),
                ("items", Arg::from(snapshot.scenario.items.len() as f64)),
            ];
            texts.with("status-planned", &args)
        }),
    ];
    for (name, of) in resources(columns) {
        rows.push(in_all(&name, of, columns, texts));
        rows.extend(by_phase(&name, columns, texts));
    }
    rows
}

fn told(
    snapshot: &Snapshot,
    value: &dyn Fn(&Snapshot, &PlanView) -> String,
    texts: &Texts,
) -> String {
    match &snapshot.plan {
        PlanState::Planned(plan) => value(snapshot, plan),
        PlanState::NoPhases => texts.get("status-no-phases"),
        PlanState::Invalid(_) => texts.get("status-invalid"),
        PlanState::Working => texts.get("status-working"),
        PlanState::Infeasible { .. } => texts.get("status-infeasible"),
    }
}

/// All resources that some plan knows, with a scenario that does.
fn resources<'c>(columns: &[Column<'c>]) -> Vec<(ResourceName, &'c Snapshot)> {
    let mut found: Vec<(ResourceName, &Snapshot)> = Vec::new();
    for column in columns.iter().rev() {
        let Some(plan) = column.snapshot.planned() else { continue };
        for info in &plan.compiled.resources {
            if found.iter().all(|(name, _)| *name != info.name) {
                found.push((info.name.clone(), column.snapshot));
            }
        }
    }
    found
}

/// Used and limit by phase; none if the plan does not know the resource.
fn spending(snapshot: &Snapshot, name: &ResourceName) -> Option<Vec<(f64, Option<f64>)>> {
    let plan = snapshot.planned()?;
    let at = plan.compiled.resources.iter().position(|info| info.name == *name)?;
    Some(plan.spending(at))
}

fn in_all(name: &ResourceName, of: &Snapshot, columns: &[Column<'_>], texts: &Texts) -> Row {
    let cell = |column: &Column<'_>| {
        let words = spending(column.snapshot, name).map(|spending| {
            let used = spending.iter().map(|(used, _)| used).sum();
            let limits: Option<f64> = spending.iter().map(|(_, limit)| *limit).sum();
            used_words(name, used, limits, column.snapshot, texts)
        });
        (words.unwrap_or_else(|| "–".to_owned()), false)
    };
    Row {
        head: resource_name(name, &of.scenario, texts),
        is_title: true,
        cells: columns.iter().map(cell).collect(),
    }
}

/// A row for each phase of the last scenario; others are found by the phase's id.
fn by_phase(name: &ResourceName, columns: &[Column<'_>], texts: &Texts) -> Vec<Row> {
    let Some(own) = columns.last().map(|column| &column.snapshot.scenario) else {
        return Vec::new();
    };
    let row = |(number, phase): (u32, &crate::model::Phase)| {
        let cell = |column: &Column<'_>| {
            let at = column.snapshot.scenario.phase_index(phase.id.as_str())?;
            let (used, limit) = spending(column.snapshot, name)?.get(at).copied()?;
            // What is left is less than a thousandth of the limit.
            let is_full = limit.is_some_and(|limit| limit > 0.0 && used >= limit * 0.999);
            Some((used_words(name, used, limit, column.snapshot, texts), is_full))
        };
        let cells = columns.iter().map(|column| cell(column).unwrap_or(("–".to_owned(), false)));
        let head = format!("    {}", phase_name(own, number, texts));
        Row { head, is_title: false, cells: cells.collect() }
    };
    (1..).zip(&own.phases).map(row).collect()
}

fn used_words(
    name: &ResourceName,
    used: f64,
    limit: Option<f64>,
    snapshot: &Snapshot,
    texts: &Texts,
) -> String {
    let amount = |amount: f64| match name.is_money() {
        true => texts.money(amount, &snapshot.scenario.currency),
        false => texts.number(amount, 0),
    };
    match limit {
        Some(limit) => {
            let args = [
                ("used", Arg::from(amount(used).as_str())),
                ("limit", Arg::from(amount(limit).as_str())),
            ];
            texts.with("compare-used-of", &args)
        }
        None => amount(used),
    }
}
