//! The table itself: headings and names stay in sight, and only what is in sight is drawn.

use super::cursor::{Cursor, Spot};
use crate::app::sheet::{Content, Field, content, shown};
use crate::ui::scene::Scene;
use crate::ui::widgets::name;
use eframe::egui::text::LayoutJob;
use eframe::egui::{
    self, Align, Align2, Color32, CursorIcon, FontId, Id, Painter, Rect, Response, ScrollArea,
    Sense, Stroke, StrokeKind, TextStyle, TextWrapMode, Ui, WidgetText, accesskit::Role, pos2,
    vec2,
};
use std::collections::HashMap;

/// Height of the headings.
const HEAD: f32 = 44.0;
/// Lines of a heading; the rest of a longer one is told at the pointer.
const HEAD_ROWS: usize = 3;
/// Width of the numbers of the rows.
const NUMBERS: f32 = 44.0;
/// Room at the left and the right of what stands in a cell.
const MARGIN: f32 = 6.0;
/// A column may not be narrower.
const NARROWEST: f32 = 40.0;

/// The table before it is drawn.
pub struct Grid<'a> {
    /// The items of all rows.
    pub items: &'a [usize],
    /// All columns; the first stays in sight.
    pub fields: &'a [Field],
    /// Which cells are selected.
    pub cursor: Cursor,
    /// By which column the rows are ordered.
    pub sorted_by: Option<(Field, bool)>,
    /// Bring the cursor into sight.
    pub reveal: bool,
    /// The cell that is being edited.
    pub edited: Option<Spot>,
}

/// What was done with the pointer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Done {
    /// Nothing.
    Nothing,
    /// A cell was pressed, or the pointer drawn over it (`true`).
    Cell(Spot, bool),
    /// A cell was clicked twice.
    Twice(Spot),
    /// A heading was clicked.
    Head(usize, bool),
    /// A heading was clicked twice.
    HeadTwice(usize),
    /// The number of a row was pressed.
    Row(usize, bool),
}

/// What came of drawing the table.
pub struct Drawn {
    /// The table, for its keyboard.
    pub response: Response,
    /// What was done with the pointer.
    pub done: Done,
    /// Where the cell that is being edited is, if it is in sight.
    pub edited: Option<Rect>,
    /// How many rows are in sight.
    pub rows: usize,
}

/// Widths of columns that were drawn wider or narrower.
pub type Widths = HashMap<Field, f32>;

fn width_of(field: Field, widths: &Widths) -> f32 {
    widths.get(&field).copied().unwrap_or(match field {
        Field::Name => 240.0,
        Field::Owner => 170.0,
        Field::Kind | Field::Score(_) | Field::Capex | Field::Opex => 104.0,
        Field::Phase | Field::Earliest | Field::Latest | Field::Staff => 84.0,
        Field::Value | Field::Duration | Field::Mandatory => 72.0,
    })
}

/// Where everything of the table is on the screen.
struct Places {
    /// Where the first cell of the first column that moves would be.
    origin: egui::Pos2,
    /// All of the table that is in sight.
    sight: Rect,
    /// Left edges of all columns from the first that moves, and the right edge of the last.
    edges: Vec<f32>,
    /// Width of the first column, which stays.
    first: f32,
    row_height: f32,
}

impl Places {
    /// What of the table moves under headings and names.
    fn body(&self) -> Rect {
        let corner = self.sight.min + vec2(NUMBERS + self.first, HEAD);
        Rect::from_min_max(corner.min(self.sight.max), self.sight.max)
    }

    fn x_of(&self, column: usize) -> (f32, f32) {
        match column.checked_sub(1) {
            None => {
                let left = self.sight.left() + NUMBERS;
                (left, left + self.first)
            }
            Some(at) => (self.origin.x + self.edges[at], self.origin.x + self.edges[at + 1]),
        }
    }

    fn y_of(&self, row: usize) -> f32 {
        self.origin.y + row as f32 * self.row_height
    }

    fn cell(&self, (row, column): Spot) -> Rect {
        let ((left, right), top) = (self.x_of(column), self.y_of(row));
        Rect::from_min_max(pos2(left, top), pos2(right, top + self.row_height))
    }

    /// The columns that move and are in sight.
    fn columns(&self) -> std::ops::Range<usize> {
        let body = self.body();
        let (left, right) = (body.left() - self.origin.x, body.right() - self.origin.x);
        let begin = self.edges.partition_point(|edge| *edge <= left).saturating_sub(1);
        let end = self.edges.partition_point(|edge| *edge < right);
        begin + 1..end.min(self.edges.len() - 1) + 1
    }

    /// The rows in sight, of so many.
    fn rows(&self, count: usize) -> std::ops::Range<usize> {
        let body = self.body();
        let row = |y: f32| ((y - self.origin.y) / self.row_height).max(0.0);
        let begin = row(body.top()) as usize;
        let end = row(body.bottom()).ceil() as usize;
        begin.min(count)..end.min(count)
    }

    /// The part of the table that a cell is drawn in; none if it is out of sight.
    fn clip_of(&self, spot: Spot, rows: usize) -> Option<Rect> {
        let mut clip = self.body();
        if spot.1 == 0 {
            clip = clip.with_min_x(self.sight.left());
        }
        let seen = self.rows(rows).contains(&spot.0);
        (seen && self.cell(spot).intersect(clip).is_positive()).then_some(clip)
    }

    /// The column under a place on the screen.
    fn column_at(&self, x: f32) -> usize {
        if x < self.sight.left() + NUMBERS + self.first {
            return 0;
        }
        let right = self.edges.partition_point(|edge| self.origin.x + *edge <= x);
        right.clamp(1, self.edges.len().max(2) - 1)
    }

    fn row_at(&self, y: f32, count: usize) -> usize {
        let row = ((y - self.origin.y) / self.row_height).max(0.0) as usize;
        row.min(count.saturating_sub(1))
    }
}

impl Grid<'_> {
    /// Draws the table.
    pub fn ui(&self, ui: &mut Ui, scene: &Scene<'_>, id: Id, widths: &mut Widths) -> Drawn {
        let row_height = scene.tokens.row_height;
        let mut edges = vec![0.0];
        for field in &self.fields[1..] {
            let last = edges.last().copied().unwrap_or(0.0);
            edges.push(last + width_of(*field, widths));
        }
        let first = width_of(Field::Name, widths);
        let widest = edges.last().copied().unwrap_or(0.0);
        let content = vec2(NUMBERS + first + widest, HEAD + self.items.len() as f32 * row_height);
        ScrollArea::both()
            .id_salt("sheet")
            .auto_shrink(false)
            .show_viewport(ui, |ui, viewport| {
                ui.set_min_size(content);
                let corner = ui.max_rect().min;
                let sight = Rect::from_min_size(corner + viewport.min.to_vec2(), viewport.size());
                let origin = corner + vec2(NUMBERS + first, HEAD);
                let places = Places { origin, sight, edges, first, row_height };
                self.draw_ui(ui, scene, id, &places, widths)
            })
            .inner
    }

    fn draw_ui(
        &self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        id: Id,
        places: &Places,
        widths: &mut Widths,
    ) -> Drawn {
        let response = ui.interact(places.sight, id, Sense::click_and_drag());
        let rows = places.rows(self.items.len());
        let body = ui.painter().with_clip_rect(places.body());
        for column in places.columns() {
            self.column_ui(ui, &body, scene, places, column, rows.clone());
        }
        let mut names = places.body();
        names.min.x = places.sight.left();
        names.max.x = places.sight.left() + NUMBERS + places.first;
        let left = ui.painter().with_clip_rect(names);
        left.rect_filled(names, 0.0, scene.tokens.surface);
        self.numbers_ui(&left, scene, places, rows.clone());
        self.column_ui(ui, &left, scene, places, 0, rows.clone());
        self.heads_ui(ui, scene, places, widths);
        let line = Stroke::new(1.0, scene.tokens.line);
        ui.painter().vline(names.right(), places.sight.y_range(), line);
        ui.painter().hline(places.sight.x_range(), places.sight.top() + HEAD, line);
        self.cursor_ui(ui, scene, places, &response);
        let count = self.items.len();
        let edited = self.edited.filter(|spot| places.clip_of(*spot, count).is_some());
        let edited = edited.map(|spot| places.cell(spot));
        let done = self.pointer(ui, &response, places);
        Drawn { response, done, edited, rows: rows.len() }
    }

    /// One column's cells.
    fn column_ui(
        &self,
        ui: &Ui,
        painter: &Painter,
        scene: &Scene<'_>,
        places: &Places,
        column: usize,
        rows: std::ops::Range<usize>,
    ) {
        let Some(&field) = self.fields.get(column) else { return };
        let tokens = scene.tokens;
        let scenario = &scene.snapshot.scenario;
        let is_result = field.is_result(scenario);
        for row in rows {
            let Some(&item) = self.items.get(row) else { continue };
            let rect = places.cell((row, column));
            if self.cursor.holds((row, column)) {
                painter.rect_filled(rect, 0.0, tokens.selection);
            } else if scene.selection.item == Some(item) {
                painter.rect_filled(rect, 0.0, tokens.tint(tokens.accent));
            }
            let content = content(scene.snapshot, item, field, scene.texts);
            let words = shown(&content, is_result, scene.texts);
            let colour = if is_result { tokens.text_weak } else { tokens.text };
            let numeric = matches!(content, Content::Number(_));
            cell_text(ui, painter, rect, &words, numeric, colour);
            let response = ui.interact(
                rect.intersect(painter.clip_rect()),
                Id::unique("sheet").with((row, column)),
                Sense::hover(),
            );
            let of = || field.of(scene.item_name(item), scenario, scene.texts);
            response.widget_info(|| {
                egui::WidgetInfo::labeled(Role::Cell, true, format!("{}: {words}", of()))
            });
            painter.vline(rect.right(), rect.y_range(), Stroke::new(0.5, tokens.line));
            painter.hline(rect.x_range(), rect.bottom(), Stroke::new(0.5, tokens.line));
        }
    }

    fn numbers_ui(
        &self,
        painter: &Painter,
        scene: &Scene<'_>,
        places: &Places,
        rows: std::ops::Range<usize>,
    ) {
        let (first, last) = (self.cursor.first().0, self.cursor.last().0);
        for row in rows {
            let at = pos2(
                places.sight.left() + NUMBERS - MARGIN,
                places.y_of(row) + places.row_height / 2.0,
            );
            let within = (first..=last).contains(&row);
            let colour = if within { scene.tokens.accent } else { scene.tokens.text_weak };
            let number = (row + 1).to_string();
            painter.text(at, Align2::RIGHT_CENTER, number, FontId::proportional(11.0), colour);
        }
    }

    /// The headings, and the handles between them.
    fn heads_ui(&self, ui: &Ui, scene: &Scene<'_>, places: &Places, widths: &mut Widths) {
        let mut head = places.sight;
        head.max.y = head.min.y + HEAD;
        let mut moving = head;
        moving.min.x = places.body().left();
        ui.painter().rect_filled(head, 0.0, scene.tokens.surface_raised);
        for column in std::iter::once(0).chain(places.columns()) {
            let Some(&field) = self.fields.get(column) else { continue };
            let (left, right) = places.x_of(column);
            let rect = Rect::from_min_max(pos2(left, head.top()), pos2(right, head.bottom()));
            let clip = if column == 0 { head } else { moving };
            let painter = ui.painter().with_clip_rect(clip);
            let within = (self.cursor.first().1..=self.cursor.last().1).contains(&column);
            if within {
                painter.rect_filled(rect, 0.0, scene.tokens.selection);
            }
            let words = self.heading(field, scene);
            let font = TextStyle::Small.resolve(ui.style());
            let width = rect.width() - 2.0 * MARGIN;
            let mut job = LayoutJob::simple(words.clone(), font, scene.tokens.text_weak, width);
            job.wrap.max_rows = HEAD_ROWS;
            let galley = painter.layout_job(job);
            let painter = painter.with_clip_rect(clip.intersect(rect));
            let height = galley.size().y.min(HEAD);
            let top = rect.bottom() - height - 3.0;
            painter.galley(
                pos2(left + MARGIN, top.max(rect.top())),
                galley,
                scene.tokens.text_weak,
            );
            painter.vline(rect.right(), rect.y_range(), Stroke::new(0.5, scene.tokens.line));
            let seen = rect.intersect(clip);
            if seen.is_positive() {
                let response =
                    ui.interact(seen, Id::unique("sheet head").with(column), Sense::hover());
                name(&response, Role::ColumnHeader, &words);
                response.on_hover_text(self.heading_hint(field, &words, scene));
                handle_ui(ui, field, right, clip, widths);
            }
        }
    }

    fn heading(&self, field: Field, scene: &Scene<'_>) -> String {
        let words = field.heading(&scene.snapshot.scenario, scene.texts);
        match self.sorted_by {
            Some((by, false)) if by == field => format!("{words} ▼"),
            Some((by, true)) if by == field => format!("{words} ▲"),
            _ => words,
        }
    }

    fn heading_hint(&self, field: Field, words: &str, scene: &Scene<'_>) -> String {
        let hint = scene.texts.get("sheet-heading-hint");
        match field.is_result(&scene.snapshot.scenario) {
            true => format!("{words}\n{}\n{hint}", scene.texts.get("sheet-refused-result")),
            false => format!("{words}\n{hint}"),
        }
    }

    /// The frame around the cell with the cursor, and what readers hear.
    fn cursor_ui(&self, ui: &Ui, scene: &Scene<'_>, places: &Places, response: &Response) {
        let rect = places.cell(self.cursor.at);
        if self.reveal {
            // What lies under headings and names is not in sight either.
            let mut whole = rect;
            whole.min.y -= HEAD;
            whole.min.x -= if self.cursor.at.1 == 0 { 0.0 } else { NUMBERS + places.first };
            if self.cursor.at.1 == 0 {
                whole = whole.with_max_x(whole.min.x + 1.0);
            }
            ui.scroll_to_rect(whole, None);
        }
        let (row, column) = self.cursor.at;
        let (Some(field), Some(&item)) = (self.fields.get(column), self.items.get(row)) else {
            return;
        };
        let (scenario, texts) = (&scene.snapshot.scenario, scene.texts);
        let words =
            shown(&content(scene.snapshot, item, *field, texts), field.is_result(scenario), texts);
        response.widget_info(|| {
            let table = texts.get("view-table");
            let mut info = egui::WidgetInfo::labeled(Role::Grid, true, table);
            let of = field.of(scene.item_name(item), scenario, texts);
            info.current_text_value = Some(format!("{of}: {words}"));
            info
        });
        if let Some(clip) = places.clip_of(self.cursor.at, self.items.len()) {
            let width = if response.has_focus() { 2.0 } else { 1.0 };
            let line = Stroke::new(width, scene.tokens.accent);
            let painter = ui.painter().with_clip_rect(clip);
            painter.rect_stroke(rect, 0.0, line, StrokeKind::Inside);
        }
    }

    fn pointer(&self, ui: &Ui, response: &Response, places: &Places) -> Done {
        let Some(at) = response.interact_pointer_pos() else { return Done::Nothing };
        if self.items.is_empty() {
            return Done::Nothing;
        }
        let (row, column) = (places.row_at(at.y, self.items.len()), places.column_at(at.x));
        let extended = ui.input(|input| input.modifiers.shift);
        let pressed = response.drag_started() || ui.input(|input| input.pointer.any_pressed());
        let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
        let in_head = origin.y < places.sight.top() + HEAD;
        let in_numbers = origin.x < places.sight.left() + NUMBERS;
        match (in_head, in_numbers) {
            (true, _) if response.double_clicked() => Done::HeadTwice(column),
            (true, _) if response.clicked() => Done::Head(column, extended),
            (true, _) => Done::Nothing,
            (_, true) if pressed => Done::Row(row, extended),
            (_, true) if response.dragged() => Done::Row(row, true),
            _ if response.double_clicked() => Done::Twice((row, column)),
            _ if pressed || response.clicked() => Done::Cell((row, column), extended),
            _ if response.dragged() => Done::Cell((row, column), true),
            _ => Done::Nothing,
        }
    }
}

fn cell_text(ui: &Ui, painter: &Painter, rect: Rect, words: &str, right: bool, colour: Color32) {
    if words.is_empty() {
        return;
    }
    let room = rect.width() - 2.0 * MARGIN;
    let galley = WidgetText::from(words).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        room,
        TextStyle::Body,
    );
    let align = if right { Align::Max } else { Align::Min };
    let inner = rect.shrink2(vec2(MARGIN, 0.0));
    let at = Align2([align, Align::Center]).align_size_within_rect(galley.size(), inner).min;
    painter.galley(at, galley, colour);
}

/// The handle at the right edge of a heading, which makes a column wider.
fn handle_ui(ui: &Ui, field: Field, right: f32, clip: Rect, widths: &mut Widths) {
    let rect = Rect::from_x_y_ranges(right - 3.0..=right + 3.0, clip.y_range()).intersect(clip);
    if !rect.is_positive() {
        return;
    }
    let response = ui.interact(rect, Id::unique("sheet handle").with(field), Sense::drag());
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    if response.dragged() {
        let wide = (width_of(field, widths) + response.drag_delta().x).max(NARROWEST);
        widths.insert(field, wide);
    }
}
