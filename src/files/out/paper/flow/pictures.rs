//! Pictures on the pages: scaled to what room there is.

use super::super::{Kind, MARGIN};
use super::{APART, Flow, NUMBER};
use crate::files::out::pictures::{Label, Line, Picture, Shape, Step};

impl Flow<'_> {
    /// A picture as large as it is, smaller where the page is narrower or lower.
    pub fn picture(&mut self, picture: &Picture) {
        let scale = (self.width() / picture.width).min(1.0);
        let scale = scale.min(self.whole() / picture.height);
        self.need(picture.height * scale);
        self.place(picture, MARGIN, scale);
        self.y += picture.height * scale + 8.0;
    }

    /// Pictures side by side, all with the same height.
    pub fn row_of_pictures(&mut self, pictures: &[Picture]) {
        let height = pictures.iter().map(|picture| picture.height).fold(0.0, f64::max);
        self.need(height);
        let mut x = MARGIN;
        for picture in pictures {
            self.place(picture, x, 1.0);
            x += picture.width + APART;
        }
        self.y += height + 8.0;
    }

    /// A picture on a lying sheet of its own; a larger one of the series where letters
    /// would else be too small.
    pub fn poster(&mut self, heading: &str, picture: &Picture, least_scale: f64) {
        let sizes = self.sheet.lying();
        let head = 36.0;
        let scale_on = |(width, height): (f64, f64)| {
            let room = (width - 2.0 * MARGIN, height - 2.0 * MARGIN - NUMBER - head);
            (room.0 / picture.width).min(room.1 / picture.height).min(1.0)
        };
        let fits = sizes.iter().find(|size| scale_on(**size) >= least_scale);
        if let Some(size) = fits.or(sizes.last()) {
            self.page(size.0, size.1);
        }
        self.heading(1, heading);
        let room = (self.width(), self.left());
        let scale = (room.0 / picture.width).min(room.1 / picture.height).min(1.0);
        self.place(picture, MARGIN, scale);
        self.y += picture.height * scale;
    }

    /// Draws a picture at the height where the page is.
    fn place(&mut self, picture: &Picture, x: f64, scale: f64) {
        let element = self.element(Kind::Picture(picture.description.clone()));
        let top = self.y;
        for shape in &picture.shapes {
            self.placed(element, shape, (x, top), scale);
        }
    }

    fn placed(&mut self, element: usize, shape: &Shape, at: (f64, f64), scale: f64) {
        let point = |(x, y): (f64, f64)| (at.0 + x * scale, at.1 + y * scale);
        match shape {
            Shape::Named { shapes, .. } => {
                for shape in shapes {
                    self.placed(element, shape, at, scale);
                }
            }
            Shape::Text(label) => {
                let (x, y) = point((label.x, label.y));
                let (size, width) = (label.size * scale, label.width * scale);
                let label = Label { x, y, size, width, ..label.clone() };
                self.mark(Some(element), Shape::Text(label));
            }
            Shape::Path { steps, fill, line } => {
                let step = |step: &Step| match *step {
                    Step::Move(x, y) => {
                        let (x, y) = point((x, y));
                        Step::Move(x, y)
                    }
                    Step::Line(x, y) => {
                        let (x, y) = point((x, y));
                        Step::Line(x, y)
                    }
                    Step::Curve(points) => Step::Curve(points.map(point)),
                    Step::Close => Step::Close,
                };
                let line = line.map(|line| Line {
                    width: line.width * scale,
                    dash: line.dash.map(|(dash, gap)| (dash * scale, gap * scale)),
                    ..line
                });
                let steps = steps.iter().map(step).collect();
                self.mark(Some(element), Shape::Path { steps, fill: *fill, line });
            }
        }
    }
}
