//! The frontier as a plot: what the plan is worth, what no plan can exceed, and
//! the present limits as a handle.

use crate::analysis::{Frontier, Point};
use crate::texts::Texts;
use crate::ui::theme::tokens::{GRID, TEXT_SMALL};
use crate::ui::theme::{Tokens, tokens::FOCUS_WIDTH};
use eframe::egui::{
    Align2, EventFilter, FontId, Key, Mesh, Modifiers, Painter, Pos2, Rect, Response, Sense, Shape,
    Stroke, Ui, WidgetInfo, pos2, vec2,
};

/// What happened to the handle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Handle {
    /// It is held at a factor and not let go.
    Held(f64),
    /// It was let go at a factor.
    LetGo(f64),
    /// The person thought better of it.
    Cancelled,
}

/// What the plot shows.
pub struct Plot<'a> {
    /// The points.
    pub frontier: &'a Frontier,
    /// Units of worth for one value point and year.
    pub scale: f64,
    /// What the limits are in all; the figures under the plot are parts of it.
    pub limit: f64,
    /// How an amount is written under the plot.
    pub amount: &'a dyn Fn(f64) -> String,
    /// Name of the handle.
    pub name: &'a str,
    /// Where the handle is; 1 is as it is.
    pub factor: f64,
}

/// From factors and worths to the screen.
struct Frame {
    area: Rect,
    factors: (f64, f64),
    worths: (f64, f64),
}

impl Frame {
    fn of(frontier: &Frontier, scale: f64, area: Rect) -> Option<Self> {
        let (first, last) = (frontier.points.first()?, frontier.points.last()?);
        let worth = |units: i64| units as f64 / scale;
        let least = frontier.points.iter().filter_map(|point| point.objective).map(worth);
        let least = least.fold(f64::INFINITY, f64::min);
        let most = frontier.points.iter().map(|point| worth(point.upper_bound));
        let most = most.fold(f64::NEG_INFINITY, f64::max);
        let least = if least.is_finite() { least } else { most };
        let room = ((most - least) * 0.08).max(most.abs() * 1e-3).max(1e-3);
        let factors = if first.factor < last.factor {
            (first.factor, last.factor)
        } else {
            (first.factor - 0.5, first.factor + 0.5)
        };
        Some(Self { area, factors, worths: (least - room, most + room) })
    }

    fn x(&self, factor: f64) -> f32 {
        let share = (factor - self.factors.0) / (self.factors.1 - self.factors.0);
        self.area.left() + self.area.width() * share as f32
    }

    fn y(&self, worth: f64) -> f32 {
        let share = (worth - self.worths.0) / (self.worths.1 - self.worths.0);
        self.area.bottom() - self.area.height() * share as f32
    }

    /// The factor under a point, in whole per cent, within the plot.
    fn factor_at(&self, x: f32) -> f64 {
        let share = f64::from((x - self.area.left()) / self.area.width().max(1.0));
        let factor = self.factors.0 + share * (self.factors.1 - self.factors.0);
        self.within((factor * 100.0).round() / 100.0)
    }

    fn within(&self, factor: f64) -> f64 {
        factor.clamp(self.factors.0, self.factors.1)
    }
}

/// Draws the plot over the whole width; what happened to the handle, if anything.
pub fn plot_ui(ui: &mut Ui, tokens: &Tokens, texts: &Texts, plot: &Plot<'_>) -> Option<Handle> {
    let height = (ui.available_width() * 0.6).clamp(140.0, 320.0);
    let whole = ui.allocate_space(vec2(ui.available_width(), height)).1;
    let margin = vec2(12.0 * GRID, 8.0 * GRID);
    let area = Rect::from_min_max(
        pos2(whole.left() + margin.x, whole.top() + GRID),
        pos2(whole.right() - 9.0 * GRID, whole.bottom() - margin.y),
    );
    let frame = Frame::of(plot.frontier, plot.scale, area)?;
    let painter = ui.painter_at(whole);
    axes(&painter, tokens, texts, plot, &frame);
    curves(&painter, tokens, plot, &frame);
    handle_ui(ui, tokens, plot, &frame)
}

fn axes(painter: &Painter, tokens: &Tokens, texts: &Texts, plot: &Plot<'_>, frame: &Frame) {
    let line = Stroke::new(1.0, tokens.line);
    let font = FontId::proportional(TEXT_SMALL);
    for worth in ticks(frame.worths) {
        let y = frame.y(worth);
        painter.hline(frame.area.x_range(), y, line);
        let at = pos2(frame.area.left() - GRID, y);
        let figure = texts.number(worth, 0);
        painter.text(at, Align2::RIGHT_CENTER, figure, font.clone(), tokens.text_weak);
    }
    let (least, most) = frame.factors;
    let steps = 4;
    for step in 0..=steps {
        let factor = least + (most - least) * f64::from(step) / f64::from(steps);
        let at = pos2(frame.x(factor), frame.area.bottom());
        painter.vline(at.x, frame.area.y_range(), line);
        let per_cent = texts.percent(factor, 0);
        let below = at + vec2(0.0, GRID);
        let drawn =
            painter.text(below, Align2::CENTER_TOP, per_cent, font.clone(), tokens.text_weak);
        // Every other amount, so that they do not run into each other.
        if step % 2 == 0 {
            let amount = (plot.amount)(plot.limit * factor);
            let below = pos2(at.x, drawn.bottom());
            painter.text(below, Align2::CENTER_TOP, amount, font.clone(), tokens.text_weak);
        }
    }
}

/// Up to six round worths within a range.
fn ticks((least, most): (f64, f64)) -> Vec<f64> {
    let rough = (most - least) / 5.0;
    if !rough.is_finite() || rough <= 0.0 {
        return Vec::new();
    }
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|part| part * power).into_iter();
    let step = step.clone().find(|step| *step >= rough).unwrap_or(rough);
    let first = (least / step).ceil() as i64;
    (first..first + 8).map(|at| at as f64 * step).take_while(|tick| *tick <= most).collect()
}

fn curves(painter: &Painter, tokens: &Tokens, plot: &Plot<'_>, frame: &Frame) {
    let worth = |units: i64| units as f64 / plot.scale;
    let found = |point: &Point| Some(pos2(frame.x(point.factor), frame.y(worth(point.objective?))));
    let bound = |point: &Point| pos2(frame.x(point.factor), frame.y(worth(point.upper_bound)));
    let points = &plot.frontier.points;
    // One mesh, as seams between pieces would show.
    let mut band = Mesh::default();
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        if let (Some(a_found), Some(b_found)) = (found(a), found(b)) {
            let first = band.vertices.len() as u32;
            for corner in [a_found, b_found, bound(b), bound(a)] {
                band.colored_vertex(corner, tokens.selection);
            }
            band.add_triangle(first, first + 1, first + 2);
            band.add_triangle(first, first + 2, first + 3);
        }
    }
    painter.add(Shape::mesh(band));
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        if let (Some(a_found), Some(b_found)) = (found(a), found(b)) {
            painter.line_segment([a_found, b_found], Stroke::new(2.0, tokens.accent));
        }
        let dashes = Shape::dashed_line(
            &[bound(a), bound(b)],
            Stroke::new(1.0, tokens.text_weak),
            GRID,
            GRID,
        );
        painter.extend(dashes);
    }
    for at in points.iter().filter_map(found) {
        painter.circle_filled(at, 2.5, tokens.accent);
    }
}

fn handle_ui(ui: &mut Ui, tokens: &Tokens, plot: &Plot<'_>, frame: &Frame) -> Option<Handle> {
    let factor = frame.within(plot.factor);
    let x = frame.x(factor);
    let grip = pos2(x, frame.area.bottom());
    let reach = Rect::from_x_y_ranges(x - 2.0 * GRID..=x + 2.0 * GRID, frame.area.y_range())
        .expand2(vec2(0.0, 2.0 * GRID));
    let response = ui.interact(reach, ui.scope_id().with("frontier handle"), Sense::drag());
    response.widget_info(|| WidgetInfo::slider(true, factor * 100.0, plot.name));
    let event = pointer(ui, &response, frame, plot).or_else(|| keys(ui, &response, frame, plot));
    draw_handle(ui.painter(), tokens, &response, grip, frame);
    event
}

fn pointer(ui: &Ui, response: &Response, frame: &Frame, plot: &Plot<'_>) -> Option<Handle> {
    if response.drag_stopped() {
        return Some(Handle::LetGo(plot.factor));
    }
    if !response.dragged() {
        return None;
    }
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.ctx().stop_dragging();
        return Some(Handle::Cancelled);
    }
    response.interact_pointer_pos().map(|at| Handle::Held(frame.factor_at(at.x)))
}

fn keys(ui: &Ui, response: &Response, frame: &Frame, plot: &Plot<'_>) -> Option<Handle> {
    if !response.has_focus() {
        return None;
    }
    // The arrows move the handle, not the focus.
    let filter =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, tab: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let mut step = 0.0;
    for (key, by) in [
        (Key::ArrowRight, 0.01),
        (Key::ArrowUp, 0.01),
        (Key::ArrowLeft, -0.01),
        (Key::ArrowDown, -0.01),
    ] {
        if pressed(Modifiers::SHIFT, key) {
            step += 10.0 * by;
        }
        if pressed(Modifiers::NONE, key) {
            step += by;
        }
    }
    if step != 0.0 {
        let factor = ((plot.factor + step) * 100.0).round() / 100.0;
        return Some(Handle::Held(frame.within(factor)));
    }
    if pressed(Modifiers::NONE, Key::Escape) {
        return Some(Handle::Cancelled);
    }
    pressed(Modifiers::NONE, Key::Enter).then_some(Handle::LetGo(plot.factor))
}

fn draw_handle(painter: &Painter, tokens: &Tokens, response: &Response, grip: Pos2, frame: &Frame) {
    let active = response.hovered() || response.dragged() || response.has_focus();
    let width = if active { 2.0 } else { 1.5 };
    painter.vline(grip.x, frame.area.y_range(), Stroke::new(width, tokens.text));
    painter.circle(grip, 1.5 * GRID, tokens.surface_raised, Stroke::new(width, tokens.text));
    if response.has_focus() {
        painter.circle_stroke(grip, 2.25 * GRID, Stroke::new(FOCUS_WIDTH, tokens.accent));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_within() {
        assert_eq!(ticks((2210.0, 2990.0)), [2400.0, 2600.0, 2800.0]);
        assert_eq!(ticks((0.0, 1.0)), [0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0]);
        assert!(ticks((5.0, 5.0)).is_empty());
    }
}
