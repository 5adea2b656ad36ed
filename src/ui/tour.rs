//! Five steps that show a newcomer where the decision happens. Nothing is locked
//! meanwhile: what is shown can be tried at once.

use super::theme::Tokens;
use crate::texts::{Arg, Texts};
use eframe::egui::{
    self, Area, Context, Frame, Id, Key, LayerId, Modifiers, Order, Painter, Pos2, Rect, Stroke,
    StrokeKind, Ui, Vec2, pos2, vec2,
};

/// Something on the screen that a step points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// The weights.
    Weights,
    /// The ranking.
    Ranking,
    /// The small roadmap.
    Roadmap,
    /// What is known about the selected item.
    Inspector,
    /// The open scenarios.
    Scenarios,
}

const STEPS: [(Mark, &str); 5] = [
    (Mark::Weights, "tour-weights"),
    (Mark::Ranking, "tour-ranking"),
    (Mark::Roadmap, "tour-roadmap"),
    (Mark::Inspector, "tour-inspector"),
    (Mark::Scenarios, "tour-scenarios"),
];

/// Width of a step's words.
const WIDTH: f32 = 320.0;
/// Distance from what they point to.
const GAP: f32 = 12.0;

/// Notes where something is in this frame.
pub fn mark(ui: &Ui, mark: Mark, rect: Rect) {
    let frame = ui.ctx().cumulative_frame_nr();
    ui.data_mut(|data| data.insert_temp(Id::unique(("tour", mark)), (frame, rect)));
}

/// Where a newcomer is led.
#[derive(Debug, Default)]
pub struct Tour {
    step: Option<usize>,
    /// The step has just come.
    fresh: bool,
}

impl Tour {
    /// Begins at the first step.
    pub fn begin(&mut self) {
        *self = Self { step: Some(0), fresh: true };
    }

    /// Draws the present step; true once the tour is over.
    pub fn ui(&mut self, ctx: &Context, tokens: &Tokens, texts: &Texts) -> bool {
        let Some(step) = self.step else { return false };
        let Some((mark, key)) = STEPS.get(step).copied() else { return false };
        let seen: Option<(u64, Rect)> = ctx.data(|data| data.get_temp(Id::unique(("tour", mark))));
        let target = seen.filter(|(frame, _)| *frame == ctx.cumulative_frame_nr());
        let target = target.map(|(_, rect)| rect);
        if let Some(target) = target {
            let painter = Painter::new(
                ctx.clone(),
                LayerId::new(Order::Foreground, Id::unique("tour ring")),
                ctx.content_rect(),
            );
            let ring = Stroke::new(3.0, tokens.accent);
            painter.rect_stroke(target.shrink(1.5), 4.0, ring, StrokeKind::Inside);
        }
        let area = Area::new(Id::unique("tour"))
            .order(Order::Tooltip)
            .fixed_pos(place_of(target, vec2(WIDTH + 32.0, 190.0), ctx.content_rect()))
            .constrain(true);
        let mut go = step as isize;
        area.show(ctx, |ui| {
            Frame::popup(ui.style()).inner_margin(16.0).show(ui, |ui| {
                ui.set_width(WIDTH);
                go = self.step_ui(ui, step, key, texts);
            });
        });
        if go == step as isize {
            return false;
        }
        self.fresh = true;
        self.step = usize::try_from(go).ok().filter(|step| *step < STEPS.len());
        ctx.request_repaint();
        self.step.is_none()
    }

    /// The words and buttons of a step; the number of the step that comes next.
    fn step_ui(&mut self, ui: &mut Ui, step: usize, key: &str, texts: &Texts) -> isize {
        let mut go = step as isize;
        ui.heading(texts.get(key));
        ui.add_space(4.0);
        ui.add(egui::Label::new(texts.get(&format!("{key}-text"))).wrap());
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            let last = step + 1 == STEPS.len();
            let next = ui.button(texts.get(if last { "tour-done" } else { "tour-next" }));
            if std::mem::take(&mut self.fresh) {
                next.request_focus();
            }
            if next.clicked() {
                go += 1;
            }
            if ui.add_enabled(step > 0, egui::Button::new(texts.get("tour-back"))).clicked() {
                go -= 1;
            }
            if !last && ui.button(texts.get("tour-leave")).clicked() {
                go = -1;
            }
            let args =
                [("step", Arg::from(step as f64 + 1.0)), ("steps", Arg::from(STEPS.len() as f64))];
            ui.weak(texts.with("tour-count", &args));
        });
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            go = -1;
        }
        go
    }
}

/// Beside what a step points to: where there is room, else inside of it.
fn place_of(target: Option<Rect>, size: Vec2, screen: Rect) -> Pos2 {
    let Some(target) = target else { return screen.center() - size / 2.0 };
    let beside = [
        pos2(target.right() + GAP, target.top() + GAP),
        pos2(target.left() - GAP - size.x, target.top() + GAP),
        pos2(target.left() + GAP, target.bottom() + GAP),
        pos2(target.left() + GAP, target.top() - GAP - size.y),
    ];
    let fits = |at: &Pos2| screen.contains_rect(Rect::from_min_size(*at, size));
    let inside = target.center() - size / 2.0;
    beside.into_iter().find(fits).unwrap_or(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_beside_what_they_point_to_or_inside_where_there_is_no_room() {
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0));
        let size = vec2(350.0, 190.0);
        let left = Rect::from_min_size(pos2(0.0, 60.0), vec2(270.0, 700.0));
        let right = Rect::from_min_size(pos2(930.0, 60.0), vec2(350.0, 700.0));
        for target in [left, right] {
            let words = Rect::from_min_size(place_of(Some(target), size, screen), size);
            assert!(!words.intersects(target) && screen.contains_rect(words));
        }
        let all = Rect::from_min_size(place_of(Some(screen), size, screen), size);
        assert!(screen.contains_rect(all));
    }
}
