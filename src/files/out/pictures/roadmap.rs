//! The roadmap: lanes over phases, a bar for each planned item, its whole name in it.

use super::pen::{Pen, whole};
use super::{BAND, DONE, FILL, INK, MUTED, OVER, Picture, RULE, Room, STRONG, WHITE};
use crate::files::out::Handout;
use crate::files::out::dates::date_words;
use crate::files::out::lettering::{Lettering, Weight};
use crate::files::out::picture::{done, span};
use crate::files::out::rows::rows_of;
use crate::texts::{Arg, Texts};

/// Width of the names of lanes.
const NAMES: f64 = 112.0;
/// Least width of a phase: shorter words than these are not worth a look.
const NARROWEST: f64 = 84.0;
/// Size of the letters of names, and height of a line of them.
const SIZE: f64 = 7.5;
const LINE: f64 = 9.5;
/// Between a bar and what surrounds it, and between its edge and its name.
const GAP: f64 = 2.5;
const INSET: f64 = 4.0;
/// Lines of a name at most.
const MOST_LINES: usize = 5;

/// A row of a lane: bars that do not meet.
struct Row {
    lane: usize,
    height: f64,
    bars: Vec<Bar>,
}

struct Bar {
    item: usize,
    span: (usize, usize),
    lines: Vec<String>,
}

/// Pictures of the roadmap, none of them higher than the room: each begins with the
/// phases anew. No picture where there is no plan.
pub fn roadmap_pictures(
    handout: &Handout<'_>,
    room: Room,
    letters: &Lettering,
    texts: &Texts,
) -> Vec<Picture> {
    if !handout.planned || handout.phases.is_empty() {
        return Vec::new();
    }
    let column = ((room.width - NAMES) / handout.phases.len() as f64).max(NARROWEST);
    let frame = Frame { handout, letters, texts, column };
    let rows = frame.rows();
    let head = frame.head_height();
    if rows.is_empty() {
        return vec![frame.picture(&[])];
    }
    let mut pictures = Vec::new();
    let mut from = 0;
    while from < rows.len() {
        let mut height = head;
        let mut to = from;
        while to < rows.len() && (to == from || height + rows[to].height + GAP <= room.height) {
            height += rows[to].height;
            to += 1;
        }
        pictures.push(frame.picture(&rows[from..to]));
        from = to;
    }
    pictures
}

struct Frame<'a> {
    handout: &'a Handout<'a>,
    letters: &'a Lettering,
    texts: &'a Texts,
    column: f64,
}

impl Frame<'_> {
    fn left_of(&self, phase: usize) -> f64 {
        NAMES + self.column * phase as f64
    }

    /// Bars of a lane stand in the first row that is free in all of their phases,
    /// earlier starts first, then better ranks; rows are as high as their longest name.
    fn rows(&self) -> Vec<Row> {
        let phases = self.handout.phases.len();
        let order = self.handout.planned_order();
        let mut rows: Vec<Row> = Vec::new();
        for (lane, name) in self.handout.lanes.iter().enumerate() {
            let first = rows.len();
            let of_lane = order.iter().filter(|&&at| self.handout.items[at].lane == lane);
            let spans: Vec<(usize, (usize, usize))> = of_lane
                .filter_map(|&item| Some((item, span(&self.handout.items[item], phases)?)))
                .collect();
            let (own, _) = rows_of(spans.iter().map(|(_, span)| *span));
            for ((item, span), row) in spans.into_iter().zip(own) {
                let row = first + row;
                if row == rows.len() {
                    rows.push(Row { lane, height: 0.0, bars: Vec::new() });
                }
                let width = self.bar_width(span) - 2.0 * INSET;
                let name = &self.handout.items[item].name;
                let lines = self.letters.lines_up_to(name, Weight::Plain, SIZE, width, MOST_LINES);
                let height = lines.len().max(1) as f64 * LINE + 2.0 * INSET + GAP;
                rows[row].height = rows[row].height.max(height);
                rows[row].bars.push(Bar { item, span, lines });
            }
            // The lane's own name needs its lines too.
            let names = self.lane_lines(name).len() as f64 * LINE + 2.0 * GAP;
            let all: f64 = rows[first..].iter().map(|row| row.height).sum();
            if let Some(last) = rows[first..].last_mut()
                && all < names
            {
                last.height += names - all;
            }
        }
        rows
    }

    fn bar_width(&self, span: (usize, usize)) -> f64 {
        self.column * (span.1 - span.0) as f64 - 2.0 * GAP
    }

    fn lane_lines(&self, name: &str) -> Vec<String> {
        let width = NAMES - 2.0 * INSET;
        self.letters.lines_up_to(name, Weight::Strong, SIZE, width, 4)
    }

    fn days(&self, phase: usize) -> Option<String> {
        let (first, last) = self.handout.phases.get(phase)?.days?;
        Some(format!("{} – {}", date_words(first, self.texts), date_words(last, self.texts)))
    }

    fn head_height(&self) -> f64 {
        let days = self.handout.phases.iter().any(|phase| phase.days.is_some());
        let money = self.money().is_some();
        let day = if days { 10.0 } else { 0.0 };
        20.0 + day + if money { 17.0 } else { 0.0 }
    }

    /// Money to build by phase, used and limit.
    fn money(&self) -> Option<&[(f64, Option<f64>)]> {
        let gauge = self.handout.gauges.iter().find(|gauge| gauge.money)?;
        Some(&gauge.phases)
    }

    fn picture(&self, rows: &[Row]) -> Picture {
        let mut pen = Pen::new(self.letters);
        let width = self.left_of(self.handout.phases.len());
        let head = self.head_height();
        let height = head + rows.iter().map(|row| row.height).sum::<f64>() + GAP;
        self.stripes(&mut pen, rows, width);
        for phase in 0..self.handout.phases.len() {
            let x = self.left_of(phase);
            pen.line(&[(x, 0.0), (x, height)], whole(RULE, 0.6));
            self.head(&mut pen, phase);
        }
        pen.line(&[(0.0, head), (width, head)], whole(MUTED, 0.8));
        pen.line(&[(0.0, height), (width, height)], whole(RULE, 0.6));
        let mut y = head;
        for row in rows {
            for bar in &row.bars {
                self.bar(&mut pen, bar, y + GAP);
            }
            y += row.height;
        }
        let count = |n: usize| Arg::from(n as f64);
        let planned = self.handout.items.iter().filter(|item| item.start.is_some()).count();
        let args = [
            ("planned", count(planned)),
            ("items", count(self.handout.items.len())),
            ("phases", count(self.handout.phases.len())),
        ];
        Picture {
            width,
            height,
            title: self.texts.get("roadmap-title"),
            description: self.texts.with("picture-roadmap", &args),
            shapes: pen.shapes(),
        }
    }

    /// Lanes, with their names where they begin.
    fn stripes(&self, pen: &mut Pen<'_>, rows: &[Row], width: f64) {
        let mut y = self.head_height();
        let mut at = 0;
        while at < rows.len() {
            let lane = rows[at].lane;
            let end = rows[at..].iter().position(|row| row.lane != lane);
            let end = end.map_or(rows.len(), |more| at + more);
            let height: f64 = rows[at..end].iter().map(|row| row.height).sum();
            if lane.is_multiple_of(2) {
                pen.rectangle((0.0, y), (width, height), Some(BAND), None);
            }
            pen.line(&[(0.0, y), (width, y)], whole(RULE, 0.6));
            let room = ((height - GAP) / LINE).floor() as usize;
            let lines = self.lane_lines(&self.handout.lanes[lane]);
            for (line, text) in (1..).zip(lines.iter().take(room.max(1))) {
                let foot = y + GAP + LINE * f64::from(line) - 1.0;
                pen.text(INSET, foot, text, SIZE).weight(Weight::Strong);
            }
            y += height;
            at = end;
        }
    }

    /// Name, days and money of a phase.
    fn head(&self, pen: &mut Pen<'_>, phase: usize) {
        let Some(row) = self.handout.phases.get(phase) else { return };
        let x = self.left_of(phase) + INSET;
        let room = self.column - 2.0 * INSET;
        let name = self.letters.elided(&row.name, Weight::Strong, 10.0, room);
        pen.text(x, 13.0, &name, 10.0).weight(Weight::Strong);
        let mut y = 13.0;
        if let Some(days) = self.days(phase) {
            y += 10.0;
            pen.figure((x, y), &days, 6.5, room).shade(MUTED);
        }
        let Some((used, limit)) = self.money().and_then(|money| money.get(phase)) else { return };
        let currency = &self.handout.scenario.currency;
        let amount = match limit {
            Some(limit) => {
                let (divisor, unit) = self.texts.money_unit(limit.max(*used), currency);
                let decimals = usize::from(divisor > 1.0);
                let number = |x: f64| self.texts.number(x / divisor, decimals);
                format!("{} / {} {unit}", number(*used), number(*limit))
            }
            None => self.texts.money(*used, currency),
        };
        pen.figure((x, y + 9.5), &amount, 6.5, room).shade(INK);
        if let Some(limit) = limit.filter(|limit| *limit > 0.0) {
            let share = used / limit;
            let (top, high) = (y + 12.0, 3.0);
            let fill = if share > 1.0 + 1e-9 { OVER } else { STRONG };
            pen.rectangle((x, top), (room * share.clamp(0.0, 1.0), high), Some(fill), None);
            pen.rectangle((x, top), (room, high), None, Some(whole(MUTED, 0.5)));
        }
    }

    fn bar(&self, pen: &mut Pen<'_>, bar: &Bar, top: f64) {
        let item = &self.handout.items[bar.item];
        let (left, width) = (self.left_of(bar.span.0) + GAP, self.bar_width(bar.span));
        let height = bar.lines.len().max(1) as f64 * LINE + 2.0 * INSET - GAP;
        pen.named(&item.name, |pen| {
            let begun = done(item);
            let fill = if begun.is_some() { WHITE } else { FILL };
            pen.rectangle((left, top), (width, height), Some(fill), None);
            if let Some(share) = begun {
                pen.rectangle((left, top), (width * share, height), Some(DONE), None);
            }
            let edge = whole(STRONG, if begun.is_some() { 1.2 } else { 0.7 });
            pen.rectangle((left, top), (width, height), None, Some(edge));
            // A mark at the left edge, so that a bar's beginning is seen in grey too.
            pen.rectangle((left, top), (1.8, height), Some(STRONG), None);
            for (line, text) in (1..).zip(&bar.lines) {
                let foot = top + INSET - GAP + LINE * f64::from(line) - 1.2;
                pen.text(left + INSET, foot, text, SIZE);
            }
        });
    }
}
