//! The ranking: a bar for each item, parted into what each criterion adds.

use super::pen::{Pen, whole};
use super::{
    Anchor, INK, LINE, MOST_LINES, MUTED, NAMES, PLACE, Picture, RULE, Room, SIZE, Shade, WHITE,
};
use crate::files::out::Handout;
use crate::files::out::lettering::{Lettering, Weight};
use crate::texts::{Arg, Texts};

/// Light and dark by turns, so that neighbours part in grey too.
const PARTS: [Shade; 6] = [
    [0x1f, 0x4e, 0x8c],
    [0xa9, 0xc6, 0xe8],
    [0x55, 0x6b, 0x2f],
    [0xcf, 0xd9, 0xa6],
    [0x8a, 0x4b, 0x1c],
    [0xee, 0xc8, 0x9c],
];
/// Between rows.
const GAP: f64 = 4.0;
/// Room for the value.
const VALUE: f64 = 30.0;
/// Between what the legend says.
const APART: f64 = 12.0;

/// Pictures of the ranking, none higher than the room. No picture without items.
///
/// A part that is wide enough carries the letter by which the legend names its
/// criterion; the others follow in the legend's order.
pub fn ranking_pictures(
    handout: &Handout<'_>,
    room: Room,
    letters: &Lettering,
    texts: &Texts,
) -> Vec<Picture> {
    let names = room.width * NAMES;
    let lines_of = |item: usize| {
        let name = &handout.items[item].name;
        letters.lines_up_to(name, Weight::Plain, SIZE, names - 6.0, MOST_LINES)
    };
    let rows: Vec<(usize, Vec<String>)> =
        handout.ranking.order.iter().map(|&item| (item, lines_of(item))).collect();
    let legend = legend(handout, room.width, letters, texts);
    let bars = Bars { handout, letters, texts, width: room.width, names, legend };
    let mut pictures = Vec::new();
    let mut from = 0;
    while from < rows.len() {
        let mut height = bars.head();
        let mut to = from;
        while to < rows.len() && (to == from || height + row_height(&rows[to].1) <= room.height) {
            height += row_height(&rows[to].1);
            to += 1;
        }
        pictures.push(bars.picture(&rows[from..to]));
        from = to;
    }
    pictures
}

/// The name of a leaf criterion by its position among leaves.
pub fn leaf_name(handout: &Handout<'_>, leaf: usize, texts: &Texts) -> String {
    let at = handout.matrix.leaves.get(leaf).copied().unwrap_or_default();
    let criterion = handout.scenario.criteria.get(at);
    criterion.map_or_else(String::new, |criterion| {
        criterion.name.get_or(texts.language(), criterion.id.as_str()).to_owned()
    })
}

/// A, B, …, Z, A1, B1, …
fn letter(leaf: usize) -> String {
    let own = char::from(b'A' + (leaf % 26) as u8);
    if leaf < 26 { own.to_string() } else { format!("{own}{}", leaf / 26) }
}

fn shade(leaf: usize) -> Shade {
    PARTS[leaf % PARTS.len()]
}

/// What is seen on a shade.
fn on(shade: Shade) -> Shade {
    let [red, green, blue] = shade.map(u32::from);
    if red * 299 + green * 587 + blue * 114 > 140_000 { INK } else { WHITE }
}

fn row_height(lines: &[String]) -> f64 {
    lines.len().max(1) as f64 * LINE + GAP
}

/// One criterion in the legend.
struct Entry {
    leaf: usize,
    x: f64,
    y: f64,
    lines: Vec<String>,
}

fn legend(handout: &Handout<'_>, width: f64, letters: &Lettering, texts: &Texts) -> Vec<Entry> {
    let mut entries = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    for leaf in 0..handout.matrix.leaves.len() {
        let weight = handout.weights.get(leaf).copied().unwrap_or_default();
        let words = format!("{} ({})", leaf_name(handout, leaf, texts), texts.percent(weight, 0));
        let lines = letters.lines_up_to(&words, Weight::Plain, 7.0, width - 16.0, 1);
        let own = lines.first().map_or(0.0, |line| letters.width(line, Weight::Plain, 7.0)) + 16.0;
        if x > 0.0 && x + own > width {
            x = 0.0;
            y += 12.0;
        }
        entries.push(Entry { leaf, x, y, lines });
        x += own + APART;
    }
    entries
}

struct Bars<'a> {
    handout: &'a Handout<'a>,
    letters: &'a Lettering,
    texts: &'a Texts,
    width: f64,
    names: f64,
    legend: Vec<Entry>,
}

impl Bars<'_> {
    fn head(&self) -> f64 {
        self.legend.last().map_or(0.0, |last| last.y + 12.0) + 20.0
    }

    /// The value at which the axis ends: the next twenty after the best.
    fn end(&self) -> f64 {
        let best = self.handout.ranking.rows.iter().map(|row| row.value).fold(0.0, f64::max);
        ((best / 20.0).ceil() * 20.0).clamp(20.0, 100.0)
    }

    fn picture(&self, rows: &[(usize, Vec<String>)]) -> Picture {
        let mut pen = Pen::new(self.letters);
        for entry in &self.legend {
            let fill = shade(entry.leaf);
            pen.rectangle((entry.x, entry.y), (12.0, 9.0), Some(fill), None);
            self.part_letter(&mut pen, entry.leaf, (entry.x, entry.y), (12.0, 9.0));
            for line in &entry.lines {
                pen.text(entry.x + 15.0, entry.y + 7.3, line, 7.0);
            }
        }
        let head = self.head();
        let left = PLACE + self.names;
        let end = self.end();
        let scale = (self.width - left - VALUE) / end;
        let height = head + rows.iter().map(|(_, lines)| row_height(lines)).sum::<f64>();
        for part in 0..=4 {
            let tick = end * f64::from(part) / 4.0;
            let x = left + tick * scale;
            pen.line(&[(x, head - 3.0), (x, height)], whole(RULE, 0.5));
            let words = self.texts.exact_number(tick);
            pen.text(x, head - 5.0, &words, 6.5).shade(MUTED).anchor(Anchor::Middle);
        }
        let mut y = head;
        for (item, lines) in rows {
            self.row(&mut pen, *item, lines, y, left, scale);
            y += row_height(lines);
        }
        let best = self.handout.ranking.order.first().copied();
        let best = best.map_or_else(String::new, |at| self.handout.items[at].name.clone());
        let args = [
            ("items", Arg::from(self.handout.items.len() as f64)),
            ("best", Arg::from(best.as_str())),
        ];
        Picture {
            width: self.width,
            height,
            title: self.texts.get("ranking-title"),
            description: self.texts.with("picture-ranking", &args),
            shapes: pen.shapes(),
        }
    }

    fn row(&self, pen: &mut Pen<'_>, item: usize, lines: &[String], y: f64, left: f64, scale: f64) {
        let row = &self.handout.ranking.rows[item];
        let high = row_height(lines) - GAP;
        let foot = y + LINE - 2.0;
        pen.named(&self.handout.items[item].name, |pen| {
            let place = row.rank.to_string();
            pen.text(PLACE - 6.0, foot, &place, SIZE).anchor(Anchor::End).shade(MUTED);
            for (line, text) in (0..).zip(lines) {
                pen.text(PLACE, foot + LINE * f64::from(line), text, SIZE);
            }
            let bar = LINE.min(high);
            let mut x = left;
            for (leaf, points) in row.contributions.iter().enumerate() {
                let wide = points.max(0.0) * scale;
                if wide <= 0.0 {
                    continue;
                }
                let edge = whole(WHITE, 0.5);
                pen.rectangle((x, y), (wide, bar), Some(shade(leaf)), Some(edge));
                self.part_letter(pen, leaf, (x, y), (wide, bar));
                x += wide;
            }
            let value = self.texts.number(row.value, 1);
            pen.text(x + 3.0, foot, &value, SIZE).weight(Weight::Strong);
        });
    }

    /// The letter of a criterion, where its part has room for it.
    fn part_letter(&self, pen: &mut Pen<'_>, leaf: usize, at: (f64, f64), size: (f64, f64)) {
        let words = letter(leaf);
        if self.letters.width(&words, Weight::Strong, 6.5) + 2.0 > size.0 {
            return;
        }
        let (x, y) = (at.0 + size.0 / 2.0, at.1 + size.1 / 2.0 + 2.4);
        let written = pen.text(x, y, &words, 6.5).weight(Weight::Strong);
        written.anchor(Anchor::Middle).shade(on(shade(leaf)));
    }
}
