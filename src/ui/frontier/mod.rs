//! What the plan would be worth with less, or more, money or people: a plot with
//! the present limits as a handle, the same figures as a table, and what is scarce.

mod plot;

use crate::analysis::Axis;
use crate::app::{
    FrontierView, Label, PlanView, amount_words, limit_in_all, range_words, scarce_words,
    with_limits_scaled,
};
use crate::explain::Range;
use crate::texts::Arg;
use crate::ui::scene::{Intent, Scene};
use crate::ui::widgets::{section, tabs, text_width};
use eframe::egui::{self, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder};
use plot::{Handle, Plot, plot_ui};
use std::fmt::Write as _;

/// What the panel remembers between frames.
#[derive(Debug)]
pub struct State {
    /// True while the panel is open.
    pub open: bool,
    /// What is made more or less.
    pub axis: Axis,
    /// Where the handle is held and not let go.
    held: Option<f64>,
}

impl Default for State {
    fn default() -> Self {
        Self { open: false, axis: Axis::Budget, held: None }
    }
}

/// Draws the panel.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let texts = scene.texts;
    ui.add_space(4.0);
    ui.heading(texts.get("frontier-title"));
    let axes =
        [(Axis::Budget, texts.get("frontier-budget")), (Axis::Staff, texts.get("frontier-staff"))];
    if let Some(axis) = tabs(ui, scene.tokens, "frontier axes", &axes, state.axis) {
        *state = State { axis, held: None, ..*state };
    }
    ScrollArea::vertical().id_salt("frontier").auto_shrink(false).show(ui, |ui| {
        // The scroll bar floats over the content; nothing to press lies under it.
        ui.set_max_width(ui.available_width() - 12.0);
        curve_ui(ui, scene, state);
        scarce_ui(ui, scene);
    });
}

fn curve_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let texts = scene.texts;
    let scenario = &scene.snapshot.scenario;
    let Some(plan) = scene.snapshot.planned() else {
        ui.weak(texts.get("frontier-no-plan"));
        return;
    };
    let Some(limit) = limit_in_all(scenario, state.axis) else {
        ui.weak(texts.get("frontier-no-limit"));
        return;
    };
    let Some(view) = scene.inquiries.frontier().cloned() else {
        ui.weak(texts.get("frontier-working"));
        return;
    };
    if !view.is_complete() {
        progress_ui(ui, scene, &view);
    }
    let money = state.axis == Axis::Budget;
    let amount = |amount: f64| amount_words(amount.round(), money, scenario, texts);
    let name = match state.axis {
        Axis::Budget => texts.get("frontier-handle-budget"),
        Axis::Staff => texts.get("frontier-handle-staff"),
    };
    let factor = state.held.unwrap_or(1.0);
    let scale = plan.compiled.scale;
    let shown =
        Plot { frontier: &view.frontier, scale, limit, amount: &amount, name: &name, factor };
    let event = plot_ui(ui, scene.tokens, texts, &shown);
    ui.weak(texts.get("frontier-legend"));
    ui.add(egui::Label::new(sentence(scene, plan, &view, limit, factor, &amount)).wrap());
    match event {
        Some(Handle::Held(factor)) => state.held = Some(factor),
        Some(Handle::Cancelled) => state.held = None,
        Some(Handle::LetGo(factor)) => {
            state.held = None;
            apply(scene, state.axis, factor);
        }
        None => {}
    }
    table_ui(ui, scene, plan, &view, limit, &amount);
}

/// How far the points are, and a way to stop.
fn progress_ui(ui: &mut Ui, scene: &mut Scene<'_>, view: &FrontierView) {
    // Once all points are there, they are worked on until they are exact.
    let (done, key) = match view.frontier.points.len() {
        points if points < view.of => (points, "frontier-progress"),
        _ => (view.frontier.exact(), "frontier-progress-exact"),
    };
    let args = [("done", Arg::from(done as f64)), ("of", Arg::from(view.of as f64))];
    let words = scene.texts.with(key, &args);
    ui.horizontal(|ui| {
        ui.weak(words);
        if ui.button(scene.texts.get("frontier-stop")).clicked() {
            scene.ask(Intent::StopFrontier);
        }
    });
}

/// What is known of the plan at a factor.
fn sentence(
    scene: &Scene<'_>,
    plan: &PlanView,
    view: &FrontierView,
    limit: f64,
    factor: f64,
    amount: &dyn Fn(f64) -> String,
) -> String {
    let texts = scene.texts;
    let per_cent = texts.percent(factor, 0);
    let amount = amount(limit * factor);
    let at = [("percent", Arg::from(per_cent.as_str())), ("amount", Arg::from(amount.as_str()))];
    let Some((least, most)) = view.frontier.between(factor) else {
        return texts.with("frontier-at-unknown", &at);
    };
    let points = |units: i64| units as f64 / plan.compiled.scale;
    let known = Range { at_least: points(least), at_most: points(most).max(points(least)) };
    let value = range_words(known, texts);
    let [percent, amount] = at;
    texts.with("frontier-at", &[percent, amount, ("value", Arg::from(value.as_str()))])
}

/// Makes the limits of all phases so much more, or less, as one step.
fn apply(scene: &mut Scene<'_>, axis: Axis, factor: f64) {
    if (factor - 1.0).abs() < 1e-9 {
        return;
    }
    if let Some(edit) = with_limits_scaled(&scene.snapshot.scenario, axis, factor) {
        let key = match axis {
            Axis::Budget => "edit-budgets",
            Axis::Staff => "edit-all-staff",
        };
        let label = Label::new(key, scene.texts.percent(factor, 0));
        scene.ask(Intent::Edit { label, edit: Box::new(edit), gesture: None });
    }
}

/// The plot's figures as a table that can be copied.
fn table_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    plan: &PlanView,
    view: &FrontierView,
    limit: f64,
    amount: &dyn Fn(f64) -> String,
) {
    let texts = scene.texts;
    let heads = ["frontier-share", "frontier-amount", "frontier-value", "frontier-bound"];
    let heads = heads.map(|key| texts.get(key));
    let points = |units: i64| texts.number(units as f64 / plan.compiled.scale, 1);
    let rows: Vec<[String; 4]> = view
        .frontier
        .points
        .iter()
        .map(|point| {
            let value = match (point.objective, point.impossible) {
                (Some(objective), _) => points(objective),
                (None, true) => texts.get("explain-impossible"),
                (None, false) => "–".into(),
            };
            let share = texts.percent(point.factor, 0);
            let most = if point.impossible { "–".into() } else { points(point.upper_bound) };
            [share, amount(limit * point.factor), value, most]
        })
        .collect();
    section(ui, scene.tokens, "frontier table", &texts.get("frontier-table"), |ui| {
        if ui.button(texts.get("frontier-copy")).clicked() {
            let mut text = heads.join("\t");
            for row in &rows {
                let _ = write!(text, "\n{}", row.join("\t"));
            }
            ui.ctx().copy_text(text);
        }
        let row_height = scene.tokens.row_height;
        let width = |column: usize| {
            let words = rows.iter().chain([&heads]).map(|row| text_width(ui, &row[column]));
            Column::exact(words.fold(0.0, f32::max) + 8.0)
        };
        let [share, value, most] = [0, 2, 3].map(width);
        TableBuilder::new(ui)
            .id_salt("frontier rows")
            .vscroll(false)
            .striped(true)
            .cell_layout(egui::Layout::right_to_left(egui::Align::Center))
            .column(share)
            .column(Column::remainder().clip(true))
            .column(value)
            .column(most)
            .header(row_height, |mut header| {
                for head in &heads {
                    header.col(|ui| {
                        ui.weak(head);
                    });
                }
            })
            .body(|body| {
                body.rows(row_height, rows.len(), |mut line| {
                    for cell in rows.get(line.index()).into_iter().flatten() {
                        line.col(|ui| {
                            ui.label(cell);
                        });
                    }
                });
            });
    });
}

/// What one more step of each scarce limit buys.
fn scarce_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let (texts, scenario) = (scene.texts, &scene.snapshot.scenario);
    let (Some(plan), Some(rows)) = (scene.snapshot.planned(), scene.inquiries.scarce()) else {
        return;
    };
    section(ui, scene.tokens, "scarce", &texts.get("scarce-title"), |ui| {
        if rows.is_empty() {
            ui.weak(texts.get("scarce-none"));
        }
        for row in rows.iter() {
            let words = scarce_words(row, &plan.compiled, scenario, texts);
            ui.add(egui::Label::new(format!("· {words}")).wrap());
        }
    });
}
