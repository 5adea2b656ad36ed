//! Where everything of a picture of the roadmap goes, in plain numbers: for SVG, PNG
//! and PDF alike.
//!
//! Lengths are in units of which a label's line is [`LINE`] high, from the upper left
//! corner down and to the right.

use super::dates::date_words;
use super::plain::one_line;
use super::rows::rows_of;
use super::{Handout, ItemRow};
use crate::model::ProgressStatus;
use crate::texts::Texts;

/// Height of a line of text.
pub const LINE: f64 = 14.0;
/// Width of an average letter, in the widest of the usual fonts.
const LETTER: f64 = 6.8;
/// Width of the names of lanes.
const MARGIN: f64 = 150.0;
/// Height of the names and dates of phases.
const HEAD: f64 = 44.0;
/// Between a bar and what surrounds it.
const GAP: f64 = 3.0;
/// Between a bar's edge and its label.
const INSET: f64 = 5.0;

/// A picture of the roadmap.
#[derive(Debug, Clone, PartialEq)]
pub struct RoadmapPicture {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// Where the bars begin below the names of phases.
    pub top: f64,
    /// Phases, from left to right.
    pub columns: Vec<Column>,
    /// Lanes, from above down; those without a bar are left out.
    pub lanes: Vec<Lane>,
    /// Bars of all planned items.
    pub bars: Vec<Bar>,
}

/// A phase.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its left edge.
    pub left: f64,
    /// Its width.
    pub width: f64,
    /// Its name.
    pub name: String,
    /// First and last day in words; empty if nobody says.
    pub days: String,
}

/// A lane.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// Its upper edge.
    pub top: f64,
    /// Its height.
    pub height: f64,
    /// Its name, in lines.
    pub label: Vec<String>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The item, by position in the scenario.
    pub item: usize,
    /// Its lane, by position in the picture.
    pub lane: usize,
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The item's name, in lines that fit into it.
    pub label: Vec<String>,
    /// The share of it that is done, 0..1; none where nobody says that it has begun.
    pub done: Option<f64>,
}

/// The picture of a plan; none where there is no plan. `width` is the width of the
/// whole and grows where phases would be too narrow to read.
///
/// Bars of a lane stand in the first row that is free in all of their phases, earlier
/// starts first, then better ranks. O(items × log items).
pub fn roadmap_picture(handout: &Handout<'_>, width: f64, texts: &Texts) -> Option<RoadmapPicture> {
    if !handout.planned || handout.phases.is_empty() {
        return None;
    }
    let phases = handout.phases.len();
    let column = ((width - MARGIN) / phases as f64).max(90.0);
    let left_of = |phase: usize| MARGIN + column * phase as f64;
    let columns = handout.phases.iter().enumerate().map(|(at, phase)| Column {
        left: left_of(at),
        width: column,
        name: elided(&one_line(&phase.name), column - 2.0 * INSET),
        days: phase.days.map_or_else(String::new, |(first, last)| {
            format!("{} – {}", date_words(first, texts), date_words(last, texts))
        }),
    });
    let mut picture = RoadmapPicture {
        width: left_of(phases),
        height: 0.0,
        top: HEAD,
        columns: columns.collect(),
        lanes: Vec::new(),
        bars: Vec::new(),
    };
    let row_height = 2.0 * LINE + 2.0 * GAP;
    let bar_height = row_height - GAP;
    let order = handout.planned_order();
    let mut top = HEAD;
    for (lane, name) in handout.lanes.iter().enumerate() {
        let of_lane = order.iter().filter(|&&at| handout.items[at].lane == lane);
        let spans: Vec<(usize, (usize, usize))> =
            of_lane.filter_map(|&item| Some((item, span(&handout.items[item], phases)?))).collect();
        let (rows, count) = rows_of(spans.iter().map(|(_, span)| *span));
        for ((item, span), row) in spans.into_iter().zip(rows) {
            let width = column * (span.1 - span.0) as f64 - 2.0 * GAP;
            picture.bars.push(Bar {
                item,
                lane: picture.lanes.len(),
                left: left_of(span.0) + GAP,
                top: top + GAP + row as f64 * row_height,
                width,
                height: bar_height,
                label: lines(&one_line(&handout.items[item].name), width - 2.0 * INSET, 2),
                done: done(&handout.items[item]),
            });
        }
        if count > 0 {
            let height = count as f64 * row_height + GAP;
            let most = (height / LINE).floor() as usize;
            let label = lines(&one_line(name), MARGIN - 2.0 * INSET, most);
            picture.lanes.push(Lane { top, height, label });
            top += height;
        }
    }
    picture.height = top;
    Some(picture)
}

/// The columns of an item's work, the last one not included.
pub(super) fn span(item: &ItemRow, phases: usize) -> Option<(usize, usize)> {
    let first = (item.start? as usize).checked_sub(1).filter(|&first| first < phases)?;
    Some((first, (first + item.duration.max(1) as usize).min(phases)))
}

pub(super) fn done(item: &ItemRow) -> Option<f64> {
    match item.status {
        ProgressStatus::Done => Some(1.0),
        ProgressStatus::Running => Some(item.percent.unwrap_or(0.0).clamp(0.0, 100.0) / 100.0),
        ProgressStatus::NotStarted | ProgressStatus::Stopped => None,
    }
}

/// About how wide a text is: letters of the picture's size, without a font at hand.
fn text_width(text: &str) -> f64 {
    let width = |c: char| match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | ':' | ';' | '|' | '!' | 'і' | 'ı' => 0.5,
        'm' | 'w' | 'M' | 'W' | 'ж' | 'м' | 'ш' | 'щ' | 'ю' | 'ф' | 'ы' | '@' | '%' => 1.45,
        'Ж' | 'М' | 'Ш' | 'Щ' | 'Ю' | 'Ф' | 'Ы' => 1.75,
        c if c.is_uppercase() => 1.25,
        // Ideographs and pictures are as wide as they are high.
        c if matches!(u32::from(c), 0x1100..=0x11ff | 0x2e80..=0xffdf | 0x1f000..) => 2.0,
        _ => 1.0,
    };
    text.chars().map(width).sum::<f64>() * LETTER
}

/// A text cut so that it fits.
fn elided(text: &str, width: f64) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let mut cut = text.to_owned();
    while cut.pop().is_some() {
        if text_width(&cut) + text_width("…") <= width {
            break;
        }
    }
    cut.truncate(cut.trim_end().len());
    cut + "…"
}

/// A text in at most so many lines that fit; what is left over is cut.
fn lines(text: &str, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let full = lines.len() >= most.max(1);
        match lines.last_mut() {
            Some(last) if full || text_width(last) + LETTER + text_width(word) <= width => {
                last.push(' ');
                last.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| elided(line, width)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_broken_between_words_and_cut_at_the_end() {
        assert_eq!(lines("one two three", 8.0 * LETTER, 3), ["one two", "three"]);
        assert_eq!(lines("one two three four", 8.0 * LETTER, 2), ["one two", "three f…"]);
        assert_eq!(lines("incomprehensibilities", 8.0 * LETTER, 2), ["incompr…"]);
        assert!(lines("  ", 8.0 * LETTER, 2).is_empty());
        for line in lines("Щ".repeat(200).as_str(), 100.0, 2) {
            assert!(text_width(&line) <= 100.0);
        }
    }
}
