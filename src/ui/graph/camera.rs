//! Which part of the drawing is seen, and how large.

use crate::app::drawing::{Drawing, Place};
use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

/// Width and height of a node at ordinary size.
pub const NODE: Vec2 = vec2(168.0, 34.0);
/// How far zoom goes.
const ZOOM: std::ops::RangeInclusive<f32> = 0.04..=3.0;

/// Which part of the drawing is seen.
#[derive(Debug, Clone, Copy)]
pub struct Camera {
    /// Where the drawing's zero is, from the view's left top corner.
    shift: Vec2,
    /// 1 is ordinary size.
    pub zoom: f32,
    /// The view.
    view: Rect,
}

impl Default for Camera {
    fn default() -> Self {
        Self { shift: Vec2::ZERO, zoom: 1.0, view: Rect::ZERO }
    }
}

impl Camera {
    /// The view as it is in this frame.
    pub fn set_view(&mut self, view: Rect) {
        self.view = view;
    }

    /// The view.
    pub fn view(&self) -> Rect {
        self.view
    }

    /// All of the drawing in the view, with room for lanes' and phases' names; a large
    /// one only so small that its items can still be told apart. `names` is the width
    /// that lanes' names take.
    pub fn fit(&mut self, drawing: &Drawing, least: f32, names: f32) {
        let whole = vec2(drawing.width, drawing.height) * NODE;
        let room = self.view.size() - vec2(24.0 + names, 56.0);
        let fit = (room.x / whole.x.max(1.0)).min(room.y / whole.y.max(1.0));
        self.zoom = fit.clamp(least.max(*ZOOM.start()), 1.2);
        let size = whole * self.zoom;
        let corner = vec2(drawing.left, drawing.top) * NODE * self.zoom;
        let spare = (room - size).max(Vec2::ZERO) / 2.0;
        self.shift = vec2(12.0 + names, 40.0) + spare - corner;
    }

    /// Zooms; what is at this point of the screen stays there.
    pub fn zoom_at(&mut self, point: Pos2, factor: f32) {
        let zoom = (self.zoom * factor).clamp(*ZOOM.start(), *ZOOM.end());
        let at = point - self.view.min - self.shift;
        self.shift += at * (1.0 - zoom / self.zoom);
        self.zoom = zoom;
    }

    /// Moves the drawing by so many points of the screen.
    pub fn pan(&mut self, by: Vec2) {
        self.shift += by;
    }

    /// Moves so that this place of the drawing is in the middle.
    pub fn centre(&mut self, x: f32, y: f32) {
        self.shift = self.view.size() / 2.0 - vec2(x, y) * NODE * self.zoom;
    }

    /// A place of the drawing on the screen.
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        let place = vec2(x, y) * NODE * self.zoom;
        pos2(self.view.min.x, self.view.min.y) + self.shift + place
    }

    /// A node's box on the screen.
    pub fn node(&self, place: Place) -> Rect {
        Rect::from_center_size(self.at(place.x, place.y), NODE * self.zoom)
    }

    /// The part of the drawing that is seen: left top and right bottom.
    pub fn seen(&self) -> (Vec2, Vec2) {
        let unit = NODE * self.zoom;
        let from = -self.shift / unit;
        (from, from + self.view.size() / unit)
    }
}
