//! The links between the boxes, and how what stands out is told from what does not.
//!
//! From afar all links are in sight, and there may be thousands: they are made into
//! triangles once, and panning only moves them.

use super::camera::Camera;
use super::draw::{Emphasis, Standing};
use super::picture::Picture;
use crate::app::drawing::{EdgeKind, Route};
use crate::ui::scene::{Identity, Scene};
use crate::ui::theme::Tokens;
use eframe::egui::{
    Color32, Context, Mesh, Painter, Pos2, Rect, Shape, Stroke,
    epaint::{ClippedShape, Primitive},
    pos2, vec2,
};
use std::sync::Arc;

/// From this zoom on slants are curves, and what is out of sight is left out.
const NEAR: f32 = 0.35;
/// From this zoom on links have tips.
const TIPS: f32 = 0.2;

/// What the triangles of the links depend on, but for where the drawing is.
#[derive(PartialEq)]
struct Key {
    picture: Identity<Picture>,
    emphasis: Emphasis,
    zoom: f32,
    tokens: Tokens,
    pixels_per_point: f32,
}

/// The links as triangles, made once and moved with the drawing.
#[derive(Default)]
pub struct Meshes {
    made: Option<(Key, Pos2, Vec<Arc<Mesh>>)>,
}

impl std::fmt::Debug for Meshes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Meshes({})", self.made.is_some())
    }
}

impl Meshes {
    /// The triangles where the drawing is now.
    fn follow(
        &mut self,
        ctx: &Context,
        key: Key,
        zero: Pos2,
        make: impl FnOnce() -> Vec<Shape>,
    ) -> Vec<Arc<Mesh>> {
        if self.made.as_ref().is_none_or(|(made_from, ..)| *made_from != key) {
            let whole = |shape: Shape| ClippedShape::new(Rect::EVERYTHING, shape);
            let shapes = make().into_iter().map(whole).collect();
            let primitives = ctx.tessellate(shapes, key.pixels_per_point);
            let meshes = primitives.into_iter().filter_map(|made| match made.primitive {
                Primitive::Mesh(mesh) => Some(Arc::new(mesh)),
                Primitive::Callback(_) => None,
            });
            self.made = Some((key, zero, meshes.collect()));
        }
        if let Some((_, at, meshes)) = &mut self.made
            && *at != zero
        {
            let by = zero - *at;
            meshes.iter_mut().for_each(|mesh| Arc::make_mut(mesh).translate(by));
            *at = zero;
        }
        self.made.as_ref().map(|(_, _, meshes)| meshes.clone()).unwrap_or_default()
    }
}

/// Draws all links.
pub fn links_ui(
    painter: &Painter,
    scene: &Scene<'_>,
    picture: &Arc<Picture>,
    camera: &Camera,
    emphasis: &Emphasis,
    meshes: &mut Meshes,
) {
    if camera.zoom >= NEAR {
        painter.extend(shapes(scene, picture, camera, emphasis, true));
        return;
    }
    let key = Key {
        picture: Identity::of(picture),
        emphasis: emphasis.clone(),
        zoom: camera.zoom,
        tokens: *scene.tokens,
        pixels_per_point: painter.pixels_per_point(),
    };
    let make = || shapes(scene, picture, camera, emphasis, false);
    for mesh in meshes.follow(painter.ctx(), key, camera.at(0.0, 0.0), make) {
        painter.add(Shape::Mesh(mesh));
    }
}

/// How a link is drawn.
struct Pen {
    stroke: Stroke,
    kind: EdgeKind,
}

/// The links, what stands out last; all, or those in sight.
fn shapes(
    scene: &Scene<'_>,
    picture: &Picture,
    camera: &Camera,
    emphasis: &Emphasis,
    in_sight_only: bool,
) -> Vec<Shape> {
    let tokens = scene.tokens;
    let thin = (1.2 * camera.zoom).clamp(0.6, 2.0);
    let mut shapes = Vec::new();
    let mut front: Vec<(&Route, Pen)> = Vec::new();
    for route in &picture.drawing.routes {
        let (from, to) = (emphasis.of(route.from), emphasis.of(route.to));
        let ends = (route.from, route.to);
        let hidden = emphasis.hides(route.from) || emphasis.hides(route.to);
        if hidden || (in_sight_only && !in_sight(route, camera)) {
            continue;
        }
        let far = |standing: Standing| standing == Standing::Far;
        let lit = from != Standing::Plain && !far(from) && !far(to);
        // What a longer chain says too stands back.
        let weak: f32 = if route.transitive { 0.35 } else { 1.0 };
        let pen = |width: f32, colour: Color32, strength: f32| Pen {
            stroke: Stroke::new(width, colour.gamma_multiply(strength)),
            kind: route.kind,
        };
        if emphasis.cycle.contains(&ends) {
            front.push((route, pen(thin + 2.0, tokens.error, 1.0)));
        } else if emphasis.chain.1.contains(&ends) {
            front.push((route, pen(thin + 2.0, tokens.text, 1.0)));
        } else if route.on_cycle {
            front.push((route, pen(thin, tokens.warning, 1.0)));
        } else if lit {
            let backwards = matches!(from, Standing::Before);
            let colour = if backwards { tokens.category(1) } else { tokens.accent };
            front.push((route, pen(thin + 0.4, colour, weak.max(0.5))));
        } else {
            let strength = if from == Standing::Plain { 0.75 } else { 0.18 };
            let pen = pen(thin, tokens.text_weak, strength * weak);
            add_route(&mut shapes, route, camera, &pen);
        }
    }
    for (route, pen) in front {
        add_route(&mut shapes, route, camera, &pen);
    }
    shapes
}

fn in_sight(route: &Route, camera: &Camera) -> bool {
    let (from, to) = camera.seen();
    let xs = route.points.iter().map(|point| point.0);
    let (left, right) = xs.fold((f32::MAX, f32::MIN), |(a, b), x| (a.min(x), b.max(x)));
    let ys = route.points.iter().map(|point| point.1);
    let (top, bottom) = ys.fold((f32::MAX, f32::MIN), |(a, b), y| (a.min(y), b.max(y)));
    right >= from.x && left <= to.x && bottom >= from.y && top <= to.y
}

/// Adds a link along its bends; where lines are large enough, slants are curves.
fn add_route(shapes: &mut Vec<Shape>, route: &Route, camera: &Camera, pen: &Pen) {
    let smooth = camera.zoom >= NEAR;
    let mut points: Vec<Pos2> = Vec::with_capacity(route.points.len() * 4);
    for &(x, y) in &route.points {
        let to = camera.at(x, y);
        if let Some(&from) = points.last()
            && smooth
            && (from.y - to.y).abs() > 1.0
        {
            // An S between level ends: 3t² − 2t³ of the height.
            points.extend((1..8).map(|step| {
                let t = step as f32 / 8.0;
                let rise = t * t * (3.0 - 2.0 * t);
                pos2(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * rise)
            }));
        }
        points.push(to);
    }
    let Some(&end) = points.last() else { return };
    match (pen.kind, smooth) {
        (EdgeKind::Hard, _) | (_, false) => shapes.push(Shape::line(points, pen.stroke)),
        (EdgeKind::Soft, _) => shapes.extend(Shape::dashed_line(&points, pen.stroke, 6.0, 4.0)),
        (EdgeKind::AnyOf, _) => shapes.extend(Shape::dashed_line(&points, pen.stroke, 2.0, 3.0)),
    }
    if camera.zoom >= TIPS {
        let size = (6.0 * camera.zoom).clamp(3.0, 9.0);
        let tip = vec![end, end + vec2(-size, -size * 0.5), end + vec2(-size, size * 0.5)];
        shapes.push(Shape::convex_polygon(tip, pen.stroke.color, Stroke::NONE));
    }
}
