//! The ranking: a long list of which only the visible rows are drawn.

use crate::app::PlanView;
use crate::model::{AgencyId, Item, Measure, Score, ValueFunction};
use crate::texts::Arg;
use crate::ui::filter::{Filter, SortBy, filter_ui};
use crate::ui::scene::{Identity, Scene};
use crate::ui::widgets::{
    Segment, contribution_bar, empty_ui, kind_badge, named_combo, number_cell, rank_move,
    text_width, whole_on_hover,
};
use eframe::egui::{self, Align, Layout, RichText, Ui};
use egui_extras::{Column, TableBuilder, TableRow};

/// From this width on there is room for how many items there are.
const ROOMY: f32 = 620.0;

/// What the ranking remembers between frames.
#[derive(Debug, Default)]
pub struct State {
    filter: Filter,
    /// The criterion whose scores have a column of their own.
    scores_of: Option<usize>,
    search_wants_focus: bool,
    /// The filtered list and what it was made from.
    cached: Option<(CacheKey, Vec<usize>)>,
}

/// Revision, whether the plan is new, filter, language.
type CacheKey = (u64, Option<Identity<PlanView>>, Filter, String);

impl State {
    /// Puts the cursor into the search field.
    pub fn focus_search(&mut self) {
        self.search_wants_focus = true;
    }

    /// Lists the items of one agency.
    pub fn list_items_of(&mut self, agency: AgencyId) {
        self.filter = Filter { owner: Some(agency), sort: self.filter.sort, ..Filter::default() };
    }

    fn list(&mut self, scene: &Scene<'_>) -> &[usize] {
        // Only an order by phase depends on the plan.
        let by_phase = self.filter.sort == SortBy::Phase;
        let plan = scene.snapshot.planned().filter(|_| by_phase).map(Identity::of);
        let language = scene.texts.language();
        let key = (scene.snapshot.generation, plan, self.filter.clone(), language.to_owned());
        if self.cached.as_ref().is_none_or(|(cached, _)| *cached != key) {
            let list = self.filter.apply(scene.snapshot, language);
            self.cached = Some((key, list));
        }
        self.cached.as_ref().map_or(&[], |(_, list)| list)
    }
}

/// Draws filter and list.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    head_line_ui(ui, scene, state);
    if scene.snapshot.scenario.items.is_empty() {
        if empty_ui(
            ui,
            scene.tokens,
            &scene.texts.get("ranking-empty"),
            Some(&scene.texts.get("command-add-item")),
        ) {
            scene.ask(crate::ui::Intent::Command(crate::app::Command::AddItem));
        }
        return;
    }
    let list = state.list(scene).to_vec();
    if list.is_empty() {
        if empty_ui(
            ui,
            scene.tokens,
            &scene.texts.get("ranking-none-pass"),
            Some(&scene.texts.get("ranking-clear-filter")),
        ) {
            state.filter = Filter { sort: state.filter.sort, ..Filter::default() };
        }
        return;
    }
    table_ui(ui, scene, state, &list);
}

fn head_line_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let texts = scene.texts;
    let count = scene.snapshot.scenario.items.len();
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let roomy = ui.available_width() > ROOMY;
        let count = texts.with("ranking-count", &[("count", Arg::from(count as f64))]);
        let title = ui.heading(texts.get("ranking-title"));
        if roomy {
            ui.weak(count);
        } else {
            title.on_hover_text(count);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            scores_choice_ui(ui, scene, state);
            let wants_focus = std::mem::take(&mut state.search_wants_focus);
            filter_ui(ui, scene, &mut state.filter, wants_focus);
        });
    });
}

fn scores_choice_ui(ui: &mut Ui, scene: &Scene<'_>, state: &mut State) {
    let texts = scene.texts;
    let leaves = &scene.snapshot.scores.matrix.leaves;
    state.scores_of = state.scores_of.filter(|leaf| *leaf < leaves.len());
    let word = |leaf: Option<usize>| match leaf {
        Some(leaf) => scene.leaf_name(leaf).to_owned(),
        None => texts.get("ranking-no-scores"),
    };
    named_combo(ui, "scores", &texts.get("ranking-scores"), word(state.scores_of), |ui| {
        for leaf in std::iter::once(None).chain((0..leaves.len()).map(Some)) {
            ui.selectable_value(&mut state.scores_of, leaf, word(leaf));
        }
    });
}

fn table_ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State, list: &[usize]) {
    let row_height = scene.tokens.row_height;
    let value_head = text_width(ui, &scene.texts.get("column-value")).max(48.0);
    let names = (ui.available_width() * 0.36).clamp(200.0, 420.0);
    // However wide it was drawn, or at whatever zoom, the other columns stay in sight.
    let others = 34.0 + 34.0 + value_head + 80.0 + 64.0 + 56.0;
    let others = others + if state.scores_of.is_some() { 118.0 } else { 0.0 };
    let widest = (ui.available_width() - others).max(120.0);
    let mut table = TableBuilder::new(ui)
        .id_salt("ranking")
        .striped(false)
        .sense(egui::Sense::click())
        .cell_layout(Layout::left_to_right(Align::Center))
        .auto_shrink(false)
        .column(Column::exact(34.0))
        .column(Column::exact(34.0))
        .column(Column::initial(names.min(widest)).range(120.0..=widest).clip(true).resizable(true))
        .column(Column::exact(value_head))
        .column(Column::remainder().at_least(80.0).clip(true));
    if state.scores_of.is_some() {
        table = table.column(Column::initial(110.0).at_least(70.0).clip(true));
    }
    table = table.column(Column::exact(64.0).clip(true));
    if scene.selection.reveal_ranking
        && let Some(row) = scene.selection.item.and_then(|i| list.iter().position(|&at| at == i))
    {
        table = table.scroll_to_row(row, None);
    }
    scene.selection.reveal_ranking = false;
    let scores_of = state.scores_of;
    let filter = &mut state.filter;
    table
        .header(row_height, |mut header| {
            let texts = scene.texts;
            header.col(|ui| head_ui(ui, &texts.get("column-rank"), SortBy::Rank, filter));
            header.col(|_| {});
            header.col(|ui| head_ui(ui, &texts.get("column-item"), SortBy::Name, filter));
            header.col(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.weak(texts.get("column-value"));
                });
            });
            header.col(|ui| {
                ui.weak(texts.get("column-contributions"));
            });
            if let Some(leaf) = scores_of {
                header.col(|ui| head_ui(ui, scene.leaf_name(leaf), SortBy::Score(leaf), filter));
            }
            header.col(|ui| head_ui(ui, &texts.get("column-phase"), SortBy::Phase, filter));
        })
        .body(|body| {
            body.rows(row_height, list.len(), |mut row| {
                if let Some(&item) = list.get(row.index()) {
                    row_ui(&mut row, scene, item, scores_of);
                }
            });
        });
}

/// A column's head, which sorts by it.
fn head_ui(ui: &mut Ui, name: &str, sort: SortBy, filter: &mut Filter) {
    let active = filter.sort == sort;
    let arrow = match (active, filter.reversed) {
        (false, _) => "",
        (true, false) => " ▼",
        (true, true) => " ▲",
    };
    let head = egui::Button::new(RichText::new(format!("{name}{arrow}")).weak()).frame(false);
    if ui.add(head).clicked() {
        filter.reversed = active && !filter.reversed;
        filter.sort = sort;
    }
}

fn row_ui(
    row: &mut TableRow<'_, '_>,
    scene: &mut Scene<'_>,
    item: usize,
    scores_of: Option<usize>,
) {
    row.set_selected(scene.selection.item == Some(item));
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let Some(ranked) = snapshot.scores.ranking.rows.get(item) else { return };
    row.col(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let mark = if ranked.tied { "=" } else { "" };
            ui.label(format!("{}{mark}", ranked.rank));
        });
    });
    row.col(|ui| {
        if let Some(before) = scene.rank_before(item) {
            rank_move(ui, scene.tokens, before, ranked.rank, scene.texts);
        }
    });
    let name = scene.item_name(item).to_owned();
    row.col(|ui| {
        kind_badge(ui, scene.tokens, snapshot.scenario.items[item].kind, scene.texts);
        let missing = !ranked.missing.is_empty();
        let link = egui::Button::new(name.as_str()).frame(false).truncate();
        let response = whole_on_hover(ui.add(link), &name);
        if missing {
            ui.colored_label(scene.tokens.warning, "∅")
                .on_hover_text(scene.texts.get("ranking-missing"));
        }
        if response.clicked() {
            scene.select(item);
        }
    });
    row.col(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(scene.texts.number(ranked.value, 1));
        });
    });
    row.col(|ui| {
        let segments: Vec<Segment> = ranked
            .contributions
            .iter()
            .enumerate()
            .map(|(leaf, points)| Segment {
                points: *points,
                category: leaf,
                name: scene.leaf_name(leaf).to_owned(),
            })
            .collect();
        contribution_bar(ui, scene.tokens, &name, &segments, ranked.value, scene.texts);
    });
    if let Some(leaf) = scores_of {
        row.col(|ui| score_cell_ui(ui, scene, item, leaf));
    }
    row.col(|ui| {
        let phase = snapshot.start_of(item);
        let text = phase.map_or_else(|| "–".to_owned(), |phase| scene.phase_name(phase).to_owned());
        let text = RichText::new(text);
        let moved = scene.phase_before(item).is_some_and(|before| before != phase);
        ui.label(if moved { text.strong().color(scene.tokens.accent) } else { text });
    });
    if row.response().clicked() {
        scene.select(item);
    }
}

/// The entered score of one item on one criterion, to be edited in place.
pub fn score_cell_ui(ui: &mut Ui, scene: &mut Scene<'_>, item: usize, leaf: usize) {
    let snapshot = std::sync::Arc::clone(scene.snapshot);
    let Some(&at) = snapshot.scores.matrix.leaves.get(leaf) else { return };
    let criterion = &snapshot.scenario.criteria[at];
    let cell = &snapshot.scores.matrix.cells[item][leaf];
    if cell.computed {
        let text = cell.raw.map_or_else(|| "–".to_owned(), |raw| scene.texts.number(raw, 1));
        ui.weak(text).on_hover_text(scene.texts.get("score-computed"));
        return;
    }
    let owner: &Item = &snapshot.scenario.items[item];
    let score = owner.scores.get(&criterion.id);
    let name = scene.texts.with(
        "score-of",
        &[
            ("item", Arg::from(scene.item_name(item))),
            ("criterion", Arg::from(scene.leaf_name(leaf))),
        ],
    );
    let mut entered: Option<Option<Measure>> = None;
    if let Some(ValueFunction::Levels(levels)) = &criterion.value {
        let language = scene.texts.language();
        let word = |id: &str| {
            let name = criterion.level_names.get(id).map_or("", |name| name.get(language));
            if name.is_empty() { id.to_owned() } else { name.to_owned() }
        };
        let present = match score.map(|score| &score.best) {
            Some(Measure::Level(id)) => Some(id.clone()),
            _ => None,
        };
        let shown = present.as_deref().map_or_else(|| "–".to_owned(), word);
        named_combo(ui, &format!("level {item} {leaf}"), &name, shown, |ui| {
            for id in levels.keys() {
                if ui.selectable_label(present.as_ref() == Some(id), word(id)).clicked() {
                    entered = Some(Some(Measure::Level(id.clone())));
                }
            }
        });
    } else {
        let present = match score.map(|score| &score.best) {
            Some(Measure::Number(number)) => Some(*number),
            _ => None,
        };
        if let Some(number) = number_cell(ui, scene.tokens, &name, present, scene.texts) {
            entered = Some(number.map(Measure::Number));
        }
        if cell.clamped {
            ui.colored_label(scene.tokens.warning, "!")
                .on_hover_text(scene.texts.get("score-clamped"));
        }
    }
    if let Some(measure) = entered {
        let id = criterion.id.clone();
        scene.change_item(item, "edit-score", |item| match measure {
            Some(best) => {
                let score = item.scores.entry(id).or_insert_with(|| Score::exactly(best.clone()));
                score.set_measure(best);
            }
            None => {
                item.scores.shift_remove(&id);
            }
        });
    }
}
