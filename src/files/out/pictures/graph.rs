//! The dependencies: boxes with names, what is needed to the left of what needs it.

use super::pen::Pen;
use super::{BAND, FILL, INK, Line, MUTED, OVER, Picture, RULE, STRONG, Step, WHITE};
use crate::files::out::lettering::{Lettering, Weight};
use crate::files::out::{GraphDrawing, GraphRoute, Handout, LinkKind};
use crate::texts::{Arg, Texts};

/// A box, and the step from one row of boxes to the next.
const WIDE: f64 = 108.0;
const HIGH: f64 = 32.0;
const SIZE: f64 = 7.0;
const LINE: f64 = 8.8;
const INSET: f64 = 4.0;
const MOST_LINES: usize = 3;
/// Share of the height of a node that its box takes; the rest is space between.
const BOX: f64 = 0.92;
const HEAD: f64 = 22.0;
const LEGEND: f64 = 20.0;

/// The picture of the dependencies; none where nobody laid them out, or nothing depends
/// on anything.
pub fn graph_picture(handout: &Handout<'_>, letters: &Lettering, texts: &Texts) -> Option<Picture> {
    let drawing = handout.graph.as_ref().filter(|drawing| !drawing.nodes.is_empty())?;
    let mut pen = Pen::new(letters);
    let head = if drawing.bands.is_empty() { 0.0 } else { HEAD };
    let width = (drawing.width * WIDE).max(420.0);
    let bottom = head + drawing.height * HIGH;
    for (at, (phase, left, right)) in drawing.bands.iter().enumerate() {
        let (left, right) = (left * WIDE, right * WIDE);
        if at.is_multiple_of(2) {
            pen.rectangle((left, 0.0), (right - left, bottom), Some(BAND), None);
        }
        let name = match phase {
            Some(number) => handout.phases.get((*number as usize).saturating_sub(1)),
            None => None,
        };
        let name = name.map_or_else(|| texts.get("roadmap-not-planned"), |row| row.name.clone());
        let name = letters.elided(&name, Weight::Strong, 9.0, right - left - 6.0);
        pen.text(left + 4.0, 13.0, &name, 9.0).weight(Weight::Strong);
    }
    let at = |(x, y): (f64, f64)| (x * WIDE, head + y * HIGH);
    // What a longer chain says too lies behind.
    let (behind, before): (Vec<_>, Vec<_>) =
        drawing.routes.iter().partition(|route| route.transitive);
    for route in behind.into_iter().chain(before) {
        link(&mut pen, route, &at);
    }
    for &(item, x, y) in &drawing.nodes {
        let Some(row) = handout.items.get(item) else { continue };
        let (left, top) = at((x - 0.5, y - BOX / 2.0));
        let lines =
            letters.lines_up_to(&row.name, Weight::Plain, SIZE, WIDE - 2.0 * INSET, MOST_LINES);
        let planned = row.start.is_some();
        pen.named(&row.name, |pen| {
            let high = HIGH * BOX;
            let fill = if planned { FILL } else { WHITE };
            let dash = (!planned).then_some((3.0, 2.0));
            let edge = Line { shade: STRONG, width: 0.8, dash };
            pen.rectangle((left, top), (WIDE, high), Some(fill), Some(edge));
            let above = (high - lines.len() as f64 * LINE) / 2.0;
            for (line, text) in (1..).zip(&lines) {
                let foot = top + above + LINE * f64::from(line) - 2.2;
                pen.text(left + INSET, foot, text, SIZE);
            }
        });
    }
    legend(&mut pen, drawing, letters, bottom + 13.0, texts);
    let args = [
        ("items", Arg::from(drawing.nodes.len() as f64)),
        ("links", Arg::from(drawing.routes.len() as f64)),
    ];
    Some(Picture {
        width,
        height: bottom + LEGEND,
        title: texts.get("export-sheet-links"),
        description: texts.with("picture-graph", &args),
        shapes: pen.shapes(),
    })
}

fn line_of(kind: LinkKind, on_cycle: bool, transitive: bool) -> Line {
    let shade = match (on_cycle, transitive) {
        (true, _) => OVER,
        (_, true) => RULE,
        _ => MUTED,
    };
    let width = if on_cycle { 1.6 } else { 0.8 };
    let dash = match kind {
        LinkKind::Hard => None,
        LinkKind::Soft => Some((5.0, 2.5)),
        LinkKind::OneOf(_) => Some((1.2, 1.8)),
    };
    Line { shade, width, dash }
}

fn link(pen: &mut Pen<'_>, route: &GraphRoute, at: &dyn Fn((f64, f64)) -> (f64, f64)) {
    let line = line_of(route.kind, route.on_cycle, route.transitive);
    let points: Vec<(f64, f64)> = route.points.iter().map(|&point| at(point)).collect();
    let Some((&first, rest)) = points.split_first() else { return };
    let mut steps = vec![Step::Move(first.0, first.1)];
    let mut before = first;
    for &(x, y) in rest {
        if (y - before.1).abs() < 0.01 {
            steps.push(Step::Line(x, y));
        } else {
            let middle = (before.0 + x) / 2.0;
            steps.push(Step::Curve([(middle, before.1), (middle, y), (x, y)]));
        }
        before = (x, y);
    }
    pen.path(steps, None, Some(line));
    let (x, y) = before;
    pen.area(&[(x, y), (x - 4.0, y - 2.2), (x - 4.0, y + 2.2)], Some(line.shade), None);
}

/// What the lines mean, as far as they are there.
fn legend(pen: &mut Pen<'_>, drawing: &GraphDrawing, letters: &Lettering, y: f64, texts: &Texts) {
    let is = |kind: fn(&LinkKind) -> bool| drawing.routes.iter().any(|route| kind(&route.kind));
    let mut entries = Vec::new();
    if is(|kind| matches!(kind, LinkKind::Hard)) {
        entries.push(("link-hard", line_of(LinkKind::Hard, false, false)));
    }
    if is(|kind| matches!(kind, LinkKind::Soft)) {
        entries.push(("link-soft", line_of(LinkKind::Soft, false, false)));
    }
    if is(|kind| matches!(kind, LinkKind::OneOf(_))) {
        entries.push(("picture-one-of", line_of(LinkKind::OneOf(0), false, false)));
    }
    if drawing.routes.iter().any(|route| route.on_cycle) {
        entries.push(("picture-cycle", line_of(LinkKind::Hard, true, false)));
    }
    let mut x = 4.0;
    for (key, line) in entries {
        pen.line(&[(x, y - 2.4), (x + 24.0, y - 2.4)], line);
        let words = texts.get(key);
        pen.text(x + 28.0, y, &words, SIZE).shade(INK);
        x += 28.0 + letters.width(&words, Weight::Plain, SIZE) + 14.0;
    }
}
