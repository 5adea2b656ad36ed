//! How far each item's place holds: under other methods on the same scores, and under
//! the weights of others.

use super::pen::{Pen, whole};
use super::{
    Anchor, INK, LINE, Line, MOST_LINES, MUTED, NAMES, PLACE, Picture, RULE, Room, SIZE, STRONG,
};
use crate::files::out::lettering::{Lettering, Weight};
use crate::files::out::{Handout, OtherView};
use crate::texts::{Arg, Texts};

const GAP: f64 = 4.5;
/// Half the size of a mark.
const MARK: f64 = 2.7;

/// Pictures of the places that others would give, none higher than the room. No picture
/// where there are no items, or nobody else to ask.
///
/// Each method has a mark of its own form; every set of weights is a small upright
/// line; a grey line spans the best and the worst place.
pub fn robustness_pictures(
    handout: &Handout<'_>,
    room: Room,
    letters: &Lettering,
    texts: &Texts,
) -> Vec<Picture> {
    if handout.views.is_empty() {
        return Vec::new();
    }
    let names = room.width * NAMES;
    let rows: Vec<(usize, Vec<String>)> = handout
        .ranking
        .order
        .iter()
        .map(|&item| {
            let name = &handout.items[item].name;
            (item, letters.lines_up_to(name, Weight::Plain, SIZE, names - 6.0, MOST_LINES))
        })
        .collect();
    let places = Places { handout, letters, texts, width: room.width, names };
    let head = places.head();
    let mut pictures = Vec::new();
    let mut from = 0;
    while from < rows.len() {
        let mut height = head;
        let mut to = from;
        while to < rows.len() && (to == from || height + row_height(&rows[to].1) <= room.height) {
            height += row_height(&rows[to].1);
            to += 1;
        }
        pictures.push(places.picture(&rows[from..to], head));
        from = to;
    }
    pictures
}

fn row_height(lines: &[String]) -> f64 {
    lines.len().max(1) as f64 * LINE + GAP
}

struct Places<'a> {
    handout: &'a Handout<'a>,
    letters: &'a Lettering,
    texts: &'a Texts,
    width: f64,
    names: f64,
}

impl Places<'_> {
    /// Marks with their meaning, from left to right and down: name, where, and which.
    fn legend(&self) -> Vec<(String, f64, f64, Option<usize>)> {
        let own = self.texts.get("picture-own-place");
        let mut entries = vec![(own, None)];
        let methods = self.handout.views.iter().enumerate().filter(|(_, view)| view.method);
        entries.extend(methods.map(|(at, view)| (view.name.clone(), Some(at))));
        if self.handout.views.iter().any(|view| !view.method) {
            entries.push((self.texts.get("picture-other-weights"), Some(usize::MAX)));
        }
        let (mut x, mut y) = (0.0, 0.0);
        let mut legend = Vec::new();
        for (name, mark) in entries {
            let wide = 14.0 + self.letters.width(&name, Weight::Plain, 7.0);
            if x > 0.0 && x + wide > self.width {
                x = 0.0;
                y += 12.0;
            }
            legend.push((name, x, y, mark));
            x += wide + 12.0;
        }
        legend
    }

    fn head(&self) -> f64 {
        self.legend().last().map_or(0.0, |last| last.2 + 12.0) + 20.0
    }

    /// Which form a method's mark has: its number among methods.
    fn form(&self, view: usize) -> Option<usize> {
        let views = &self.handout.views;
        views.get(view)?.method.then(|| views[..view].iter().filter(|view| view.method).count())
    }

    fn picture(&self, rows: &[(usize, Vec<String>)], head: f64) -> Picture {
        let mut pen = Pen::new(self.letters);
        for (name, x, y, mark) in self.legend() {
            let at = (x + 5.0, y + 4.8);
            match mark {
                None => pen.circle(at, MARK, Some(STRONG), None),
                Some(view) => self.mark(&mut pen, self.form(view), at),
            }
            pen.text(x + 12.0, y + 7.3, &name, 7.0);
        }
        let count = self.handout.items.len();
        let left = PLACE + self.names + MARK;
        let scale = (self.width - left - 2.0 * MARK) / (count.max(2) - 1) as f64;
        let height = head + rows.iter().map(|(_, lines)| row_height(lines)).sum::<f64>();
        let x_of = |rank: usize| left + scale * (rank.max(1) - 1) as f64;
        for rank in ticks(count) {
            let x = x_of(rank);
            pen.line(&[(x, head - 3.0), (x, height)], whole(RULE, 0.5));
            let words = rank.to_string();
            pen.text(x, head - 5.0, &words, 6.5).shade(MUTED).anchor(Anchor::Middle);
        }
        let mut y = head;
        for (item, lines) in rows {
            self.row(&mut pen, *item, lines, y, &x_of);
            y += row_height(lines);
        }
        let args = [
            ("items", Arg::from(count as f64)),
            ("views", Arg::from(self.handout.views.len() as f64)),
        ];
        Picture {
            width: self.width,
            height,
            title: self.texts.get("picture-robustness-title"),
            description: self.texts.with("picture-robustness", &args),
            shapes: pen.shapes(),
        }
    }

    fn row(
        &self,
        pen: &mut Pen<'_>,
        item: usize,
        lines: &[String],
        y: f64,
        x_of: &dyn Fn(usize) -> f64,
    ) {
        let own = self.handout.ranking.rows[item].rank;
        let foot = y + LINE - 2.0;
        let middle = y + LINE / 2.0;
        let rank_in = |view: &OtherView| view.ranks.get(item).copied().unwrap_or(own);
        pen.named(&self.handout.items[item].name, |pen| {
            pen.text(PLACE - 6.0, foot, &own.to_string(), SIZE).anchor(Anchor::End).shade(MUTED);
            for (line, text) in (0..).zip(lines) {
                pen.text(PLACE, foot + LINE * f64::from(line), text, SIZE);
            }
            let ranks = || self.handout.views.iter().map(rank_in).chain([own]);
            if let (Some(best), Some(worst)) = (ranks().min(), ranks().max()) {
                let line = Line { shade: RULE, width: 3.0, dash: None };
                pen.line(&[(x_of(best), middle), (x_of(worst), middle)], line);
            }
            for (at, view) in self.handout.views.iter().enumerate() {
                self.mark(pen, self.form(at), (x_of(rank_in(view)), middle));
            }
            pen.circle((x_of(own), middle), MARK, Some(STRONG), None);
        });
    }

    /// A method's mark by its form; an upright line for weights.
    fn mark(&self, pen: &mut Pen<'_>, form: Option<usize>, (x, y): (f64, f64)) {
        let edge = Some(whole(INK, 0.8));
        let m = MARK;
        match form {
            None => pen.line(&[(x, y - 3.6), (x, y + 3.6)], whole(INK, 0.9)),
            Some(0) => {
                let side = 2.0 * m - 0.6;
                pen.rectangle((x - side / 2.0, y - side / 2.0), (side, side), None, edge);
            }
            Some(1) => {
                pen.area(&[(x, y - m), (x + m, y + m * 0.8), (x - m, y + m * 0.8)], None, edge);
            }
            Some(2) => {
                let corners =
                    [(x, y - m - 0.4), (x + m + 0.4, y), (x, y + m + 0.4), (x - m - 0.4, y)];
                pen.area(&corners, None, edge);
            }
            Some(_) => {
                pen.line(&[(x - m, y - m), (x + m, y + m)], whole(INK, 0.9));
                pen.line(&[(x - m, y + m), (x + m, y - m)], whole(INK, 0.9));
            }
        }
    }
}

/// Places to name on the axis: the first, and a handful of round ones.
fn ticks(count: usize) -> Vec<usize> {
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
        .into_iter()
        .find(|step| count / step <= 10)
        .unwrap_or(10_000);
    let mut ticks: Vec<usize> = std::iter::once(1).chain((step..=count).step_by(step)).collect();
    ticks.dedup();
    ticks
}
