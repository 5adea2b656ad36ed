//! Names of lanes and phases over the drawing; lanes are folded here.

use super::camera::Camera;
use super::picture::Picture;
use crate::app::drawing::{Lanes, lane_name};
use crate::texts::Arg;
use crate::ui::scene::Scene;
use eframe::egui::{
    Align2, Button, FontId, Rect, RichText, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

/// Width that names of lanes take at most.
pub const NAMES: f32 = 200.0;
/// Height of the line with the phases' names.
const HEAD: f32 = 22.0;

/// Draws the names; the key of the lane whose fold was pressed.
pub fn heads_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    picture: &Picture,
    camera: &Camera,
) -> Option<String> {
    bands_ui(ui, scene, picture, camera);
    let mut pressed = None;
    if picture.options.lanes == Lanes::None {
        return None;
    }
    let view = camera.view();
    let mut free = view.top() + if picture.drawing.bands.is_empty() { 4.0 } else { HEAD + 4.0 };
    for (lane, stripe) in picture.graph.lanes().iter().zip(&picture.drawing.lanes) {
        let (top, bottom) = (camera.at(0.0, stripe.top).y, camera.at(0.0, stripe.bottom).y);
        if bottom < view.top() || top > view.bottom() {
            continue;
        }
        // The name stays in sight as long as anything of its lane is.
        let y = (top + 2.0).max(free);
        let height = scene.tokens.row_height - 4.0;
        if y + height > bottom.max(top + height + 4.0) || y + height > view.bottom() {
            continue;
        }
        free = y + height + 2.0;
        let name =
            lane_name(&scene.snapshot.scenario, &lane.key, picture.options.lanes, scene.texts);
        let arrow = if lane.folded { "▶" } else { "▼" };
        let words = format!("{arrow} {name} ({})", lane.items.len());
        let rect = Rect::from_min_size(pos2(view.left() + 4.0, y), vec2(NAMES, height));
        let button = Button::new(RichText::new(words).small()).truncate().small();
        let response = ui
            .scope_builder(
                eframe::egui::UiBuilder::new().max_rect(rect).id_salt(("fold", &lane.key)),
                |ui| ui.add(button),
            )
            .inner;
        let key = if lane.folded { "lane-unfold" } else { "lane-fold" };
        let label = scene.texts.with(key, &[("name", Arg::from(name.as_str()))]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        if response.clicked() {
            pressed = Some(lane.key.clone());
        }
        response.on_hover_text(label);
    }
    pressed
}

fn bands_ui(ui: &Ui, scene: &Scene<'_>, picture: &Picture, camera: &Camera) {
    let view = camera.view();
    if picture.drawing.bands.is_empty() {
        return;
    }
    let head = Rect::from_min_size(view.min, vec2(view.width(), HEAD));
    let painter = ui.painter_at(head);
    painter.rect_filled(head, 0.0, scene.tokens.surface);
    painter.hline(head.x_range(), head.bottom(), (1.0, scene.tokens.line));
    for band in &picture.drawing.bands {
        let (left, right) = (camera.at(band.left, 0.0).x, camera.at(band.right, 0.0).x);
        let name = match band.phase {
            Some(phase) => scene.phase_name(phase).to_owned(),
            None => scene.texts.get("roadmap-not-planned"),
        };
        // In the middle of what is seen of the phase.
        let (from, to) = (left.max(head.left()), right.min(head.right()));
        if to > from {
            let at = pos2((from + to) / 2.0, head.center().y);
            let font = FontId::proportional(13.0);
            let painter = ui.painter_at(Rect::from_x_y_ranges(from..=to, head.y_range()));
            painter.text(at, Align2::CENTER_CENTER, name, font, scene.tokens.text);
            painter.vline(left, head.y_range(), (1.0, scene.tokens.line));
        }
    }
}
