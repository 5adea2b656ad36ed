//! Draws shapes one after another.

use super::{Anchor, INK, Label, Line, Shade, Shape, Step};
use crate::files::out::lettering::{Lettering, Weight};

/// Draws shapes one after another; texts are measured as they are written.
pub struct Pen<'l> {
    letters: &'l Lettering,
    shapes: Vec<Shape>,
}

impl<'l> Pen<'l> {
    pub fn new(letters: &'l Lettering) -> Self {
        Self { letters, shapes: Vec::new() }
    }

    pub fn shapes(self) -> Vec<Shape> {
        self.shapes
    }

    /// A line of text in plain dark letters that begins at a place, until it is told
    /// otherwise.
    pub fn text(&mut self, x: f64, y: f64, text: &str, size: f64) -> Written<'_, 'l> {
        let width = self.letters.width(text.trim_end(), Weight::Plain, size);
        self.shapes.push(Shape::Text(Label {
            x,
            y,
            text: text.trim_end().to_owned(),
            size,
            weight: Weight::Plain,
            anchor: Anchor::Start,
            shade: INK,
            width,
        }));
        Written { pen: self }
    }

    /// A figure: in smaller letters where it does not fit, as a part of a figure is a lie.
    pub fn figure(&mut self, at: (f64, f64), text: &str, size: f64, room: f64) -> Written<'_, 'l> {
        let width = self.letters.width(text.trim_end(), Weight::Plain, size);
        self.text(at.0, at.1, text, size * (room / width.max(0.01)).min(1.0))
    }

    pub fn rectangle(
        &mut self,
        at: (f64, f64),
        size: (f64, f64),
        fill: Option<Shade>,
        line: Option<Line>,
    ) {
        self.shapes.push(rectangle(at, size, fill, line));
    }

    /// Straight from point to point.
    pub fn line(&mut self, points: &[(f64, f64)], line: Line) {
        let step = |(at, &(x, y)): (usize, &(f64, f64))| {
            if at == 0 { Step::Move(x, y) } else { Step::Line(x, y) }
        };
        let steps = points.iter().enumerate().map(step).collect();
        self.path(steps, None, Some(line));
    }

    /// Straight from point to point and back, filled.
    pub fn area(&mut self, points: &[(f64, f64)], fill: Option<Shade>, line: Option<Line>) {
        let step = |(at, &(x, y)): (usize, &(f64, f64))| {
            if at == 0 { Step::Move(x, y) } else { Step::Line(x, y) }
        };
        let mut steps: Vec<Step> = points.iter().enumerate().map(step).collect();
        steps.push(Step::Close);
        self.path(steps, fill, line);
    }

    pub fn circle(
        &mut self,
        (x, y): (f64, f64),
        radius: f64,
        fill: Option<Shade>,
        line: Option<Line>,
    ) {
        // Four curves; they are off by less than 0.03 % of the radius.
        let c = radius * 0.552_284_749_8;
        let r = radius;
        let steps = vec![
            Step::Move(x + r, y),
            Step::Curve([(x + r, y + c), (x + c, y + r), (x, y + r)]),
            Step::Curve([(x - c, y + r), (x - r, y + c), (x - r, y)]),
            Step::Curve([(x - r, y - c), (x - c, y - r), (x, y - r)]),
            Step::Curve([(x + c, y - r), (x + r, y - c), (x + r, y)]),
            Step::Close,
        ];
        self.path(steps, fill, line);
    }

    pub fn path(&mut self, steps: Vec<Step>, fill: Option<Shade>, line: Option<Line>) {
        self.shapes.push(Shape::Path { steps, fill, line });
    }

    /// What is drawn meanwhile is one thing with a name.
    pub fn named(&mut self, name: &str, draw: impl FnOnce(&mut Self)) {
        let mut own = Pen::new(self.letters);
        draw(&mut own);
        let name = crate::files::out::lettering::clean(name);
        self.shapes.push(Shape::Named { name, shapes: own.shapes });
    }
}

/// A text that was just written, to change how.
pub struct Written<'p, 'l> {
    pen: &'p mut Pen<'l>,
}

impl Written<'_, '_> {
    pub fn weight(self, weight: Weight) -> Self {
        if let Some(Shape::Text(label)) = self.pen.shapes.last_mut() {
            label.weight = weight;
            label.width = self.pen.letters.width(&label.text, weight, label.size);
        }
        self
    }

    pub fn shade(self, shade: Shade) -> Self {
        if let Some(Shape::Text(label)) = self.pen.shapes.last_mut() {
            label.shade = shade;
        }
        self
    }

    pub fn anchor(self, anchor: Anchor) -> Self {
        if let Some(Shape::Text(label)) = self.pen.shapes.last_mut() {
            label.anchor = anchor;
        }
        self
    }
}

/// A line without gaps.
pub fn whole(shade: Shade, width: f64) -> Line {
    Line { shade, width, dash: None }
}

pub fn rectangle(
    (left, top): (f64, f64),
    (width, height): (f64, f64),
    fill: Option<Shade>,
    line: Option<Line>,
) -> Shape {
    let (right, bottom) = (left + width, top + height);
    let steps = vec![
        Step::Move(left, top),
        Step::Line(right, top),
        Step::Line(right, bottom),
        Step::Line(left, bottom),
        Step::Close,
    ];
    Shape::Path { steps, fill, line }
}
