//! Tables: columns as wide as their words need, rows that break over pages, heads on
//! each of them.

use super::flow::{Flow, Style};
use super::{Kind, MARGIN};
use crate::files::out::lettering::{LINE, Lettering, Weight};
use crate::files::out::pictures::{Anchor, BAND, INK, MUTED, RULE};

/// Between the words of neighbouring columns.
const GUTTER: f64 = 8.0;
/// Above and below the words of a row.
const PAD: f64 = 2.2;
/// Lines of a head at most.
const HEAD_LINES: usize = 5;
/// No column of words is narrower, if it can be helped.
const NARROW: f64 = 46.0;

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// True for figures, which end at the right.
    pub figures: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// A cell for each column; the first names the row.
    Cells(Vec<String>),
    /// Names the rows below it.
    Group(String),
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Size of its letters.
    pub size: f64,
}

impl Table {
    /// A table without rows: heads, each with whether figures stand below it.
    pub fn new(size: f64, heads: &[(String, bool)]) -> Self {
        let column =
            |(head, figures): &(String, bool)| Column { head: head.clone(), figures: *figures };
        Self { columns: heads.iter().map(column).collect(), rows: Vec::new(), size }
    }

    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(Row::Cells(cells));
    }

    pub fn group(&mut self, words: String) {
        self.rows.push(Row::Group(words));
    }

    fn plain(&self) -> Style {
        Style { size: self.size, weight: Weight::Plain, shade: INK, after: 0.0 }
    }

    fn strong(&self) -> Style {
        Style { weight: Weight::Strong, ..self.plain() }
    }

    /// Places the table. Nothing where it has no rows.
    pub fn place(&self, flow: &mut Flow<'_>) {
        if self.rows.is_empty() || self.columns.is_empty() {
            return;
        }
        let widths = widths(self, flow.width(), flow.letters);
        let heads: Vec<Vec<String>> = self
            .columns
            .iter()
            .zip(&widths)
            .map(|(column, width)| {
                flow.letters.lines_up_to(
                    &column.head,
                    Weight::Strong,
                    self.size,
                    *width,
                    HEAD_LINES,
                )
            })
            .collect();
        let head_height = self.height(&heads);
        let first = match self.rows.first() {
            Some(row) => self.row_height(row, &widths, flow.letters),
            None => 0.0,
        };
        flow.need(head_height + first.min(5.0 * self.size * LINE));
        flow.begin(Kind::Table);
        self.heads(flow, &heads, &widths, true);
        flow.begin(Kind::Rows);
        for (at, row) in self.rows.iter().enumerate() {
            // A group stays with its first row.
            let mut height = self.row_height(row, &widths, flow.letters);
            if let (Row::Group(_), Some(next)) = (row, self.rows.get(at + 1)) {
                height += self.row_height(next, &widths, flow.letters).min(flow.whole() / 3.0);
            }
            if height > flow.left() && height <= flow.whole() - head_height {
                flow.page_again();
                self.heads(flow, &heads, &widths, false);
            }
            flow.begin(Kind::Row);
            self.one(flow, row, &heads, &widths);
            flow.end();
        }
        flow.end();
        flow.end();
        flow.space(8.0);
    }

    fn height(&self, cells: &[Vec<String>]) -> f64 {
        let lines = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        lines as f64 * self.size * LINE + 2.0 * PAD
    }

    fn row_height(&self, row: &Row, widths: &[f64], letters: &Lettering) -> f64 {
        self.height(&self.lines(row, widths, letters))
    }

    fn lines(&self, row: &Row, widths: &[f64], letters: &Lettering) -> Vec<Vec<String>> {
        match row {
            Row::Group(words) => {
                vec![letters.lines(words, Weight::Strong, self.size, whole(widths))]
            }
            Row::Cells(cells) => cells
                .iter()
                .zip(widths)
                .map(|(words, width)| letters.lines(words, Weight::Plain, self.size, *width))
                .collect(),
        }
    }

    /// The row of heads: part of the table the first time, decoration where repeated.
    fn heads(&self, flow: &mut Flow<'_>, heads: &[Vec<String>], widths: &[f64], first: bool) {
        let top = flow.y();
        let height = self.height(heads);
        flow.area((MARGIN, top), (flow.width(), height), BAND);
        if first {
            flow.begin(Kind::Head);
            flow.begin(Kind::Row);
        }
        let mut x = MARGIN;
        for ((column, lines), width) in self.columns.iter().zip(heads).zip(widths) {
            let element = first.then(|| flow.element(Kind::ColumnHead));
            let empty = [" ".to_owned()];
            let lines = if lines.is_empty() { &empty[..] } else { lines };
            self.cell(flow, element, (x, top), lines, *width, column.figures, self.strong());
            x += width + GUTTER;
        }
        if first {
            flow.end();
            flow.end();
        }
        flow.space(height);
        let right = MARGIN + flow.width();
        flow.rule(flow.y(), MARGIN, right, MUTED, 0.7);
    }

    /// A row, over several pages where it is higher than one.
    fn one(&self, flow: &mut Flow<'_>, row: &Row, heads: &[Vec<String>], widths: &[f64]) {
        let cells = self.lines(row, widths, flow.letters);
        let is_group = matches!(row, Row::Group(_));
        let elements: Vec<usize> = (0..cells.len())
            .map(|at| match (is_group, at) {
                (true, _) => flow.element(Kind::GroupHead(self.columns.len() as u32)),
                (false, 0) => flow.element(Kind::RowHead),
                (false, _) => flow.element(Kind::Cell),
            })
            .collect();
        let all = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let line = self.size * LINE;
        let mut from = 0;
        while from < all {
            let room = ((flow.left() - 2.0 * PAD) / line).floor().max(0.0) as usize;
            if room == 0 {
                flow.page_again();
                self.heads(flow, heads, widths, false);
                // A page has room for a line below the heads, or it is no page.
                if flow.left() < line + 2.0 * PAD {
                    flow.page_again();
                }
            }
            let room = ((flow.left() - 2.0 * PAD) / line).floor().max(1.0) as usize;
            let to = (from + room).min(all);
            let top = flow.y();
            let mut x = MARGIN;
            for (at, lines) in cells.iter().enumerate() {
                let (width, figures, style) = if is_group {
                    (whole(widths), false, self.strong())
                } else {
                    (widths[at], self.columns[at].figures, self.plain())
                };
                // A cell that says nothing is still a cell for who hears the table.
                let empty = [" ".to_owned()];
                let lines = if lines.is_empty() { &empty[..] } else { lines };
                let part = lines.get(from..to.min(lines.len())).unwrap_or_default();
                self.cell(flow, Some(elements[at]), (x, top), part, width, figures, style);
                x += width + GUTTER;
            }
            flow.space((to - from) as f64 * line + 2.0 * PAD);
            from = to;
        }
        let right = MARGIN + flow.width();
        flow.rule(flow.y(), MARGIN, right, RULE, 0.4);
    }

    #[expect(clippy::too_many_arguments, reason = "a cell is just these")]
    fn cell(
        &self,
        flow: &mut Flow<'_>,
        element: Option<usize>,
        (x, top): (f64, f64),
        lines: &[String],
        width: f64,
        figures: bool,
        style: Style,
    ) {
        let (x, anchor) = if figures { (x + width, Anchor::End) } else { (x, Anchor::Start) };
        for (at, line) in lines.iter().enumerate() {
            let top = top + PAD + at as f64 * style.size * LINE;
            flow.write(element, (x, top), line, style, anchor);
        }
    }
}

/// Width of all columns with what is between them.
fn whole(widths: &[f64]) -> f64 {
    widths.iter().sum::<f64>() + GUTTER * widths.len().saturating_sub(1) as f64
}

/// Widths of the columns: what each would need on one line where all of them have
/// room; else words give way, the widest first, but no column below its widest word
/// while others have more than theirs.
fn widths(table: &Table, width: f64, letters: &Lettering) -> Vec<f64> {
    let count = table.columns.len();
    let room = (width - GUTTER * (count.saturating_sub(1)) as f64).max(0.0);
    let mut wanted = vec![0.0_f64; count];
    let mut least = vec![0.0_f64; count];
    let mut take = |at: usize, words: &str, weight: Weight, figures: bool| {
        let natural = letters.width(words, weight, table.size);
        wanted[at] = wanted[at].max(natural);
        let word = letters.widest_word(words, weight, table.size);
        // Figures are never broken; a name may be where it is longer than this.
        let narrow = if figures { natural } else { word.min(2.0 * NARROW) };
        least[at] = least[at].max(narrow);
    };
    for (at, column) in table.columns.iter().enumerate() {
        take(at, &column.head, Weight::Strong, false);
    }
    for row in &table.rows {
        if let Row::Cells(cells) = row {
            for (at, words) in cells.iter().enumerate().take(count) {
                take(at, words, Weight::Plain, table.columns[at].figures);
            }
        }
    }
    // Measured widths are sums; a hair more keeps words that just fit on their line.
    wanted.iter_mut().for_each(|width| *width += 0.1);
    least.iter_mut().for_each(|width| *width += 0.1);
    shared_out(&wanted, &least, room)
}

/// Shares out room: all get the least they need, and of the rest as the root of what
/// they want more, so that a long note gets most and does not starve a name. Who wants no
/// more than its share has all; what nobody wants goes to the widest. O(columns²).
fn shared_out(wanted: &[f64], least: &[f64], room: f64) -> Vec<f64> {
    let needed: f64 = least.iter().sum();
    if needed >= room {
        // Too narrow for every word: all give way alike.
        return least.iter().map(|width| width * room / needed).collect();
    }
    let mut widths = least.to_vec();
    let mut free = room - needed;
    let more = |at: usize| wanted[at] - least[at];
    let mut open: Vec<usize> = (0..wanted.len()).filter(|&at| more(at) > 0.0).collect();
    loop {
        let roots: f64 = open.iter().map(|&at| more(at).sqrt()).sum();
        let share = |at: usize| free * more(at).sqrt() / roots;
        let full: Vec<usize> = open.iter().copied().filter(|&at| share(at) >= more(at)).collect();
        if full.is_empty() {
            for &at in &open {
                widths[at] += share(at);
            }
            break;
        }
        for &at in &full {
            widths[at] = wanted[at];
        }
        free -= full.iter().map(|&at| more(at)).sum::<f64>();
        open.retain(|at| !full.contains(at));
    }
    if open.is_empty() {
        let widest = (0..widths.len()).max_by(|&a, &b| widths[a].total_cmp(&widths[b]));
        if let Some(at) = widest {
            widths[at] += free.max(0.0);
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_what_there_is() {
        let sum = |widths: &[f64]| widths.iter().sum::<f64>();
        let fits = shared_out(&[50.0, 30.0], &[20.0, 30.0], 100.0);
        assert_eq!(fits, [70.0, 30.0]);
        let tight = shared_out(&[500.0, 30.0, 400.0], &[60.0, 30.0, 40.0], 300.0);
        assert!((sum(&tight) - 300.0).abs() < 1e-9);
        assert_eq!(tight[1], 30.0);
        assert!(tight[0] > tight[2] && tight[2] > 100.0, "{tight:?}");
        let narrow = shared_out(&[50.0, 30.0], &[50.0, 30.0], 40.0);
        assert_eq!(narrow, [25.0, 15.0]);
    }
}
