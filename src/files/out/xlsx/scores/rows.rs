//! The rows of items in the sheet of scores.

use super::super::layout::{Block, FIRST_SCORE, Layout, column};
use super::super::page::Page;
use super::super::scales::value_formula;
use super::super::sources::Sources;
use super::super::{Written, unlocks};
use super::{STEEP_ROW, WEIGHT_ROW, WORST_ROW};
use crate::files::out::Handout;
use crate::model::ValueFunction::Levels;
use crate::model::{Computed, Measure, MissingScores, Score};
use crate::texts::Texts;
use rust_xlsxwriter::utility::column_number_to_name;

/// Values are rounded here, so that sums that differ by their order alone tie.
const DECIMALS: i32 = 10;

/// Where the score's cell stands in the formula of a value.
const SCORE: &str = "\u{1}";

/// Writes an item's row.
pub struct Rows<'a, 'b> {
    handout: &'a Handout<'b>,
    layout: &'a Layout<'b>,
    sources: Sources<'a>,
    /// Names of the columns.
    letters: Vec<String>,
    /// By criterion: the formula of its value, cut where the score's cell stands.
    values: Vec<Vec<String>>,
}

impl<'a, 'b> Rows<'a, 'b> {
    pub fn new(handout: &'a Handout<'b>, layout: &'a Layout<'b>, texts: &'a Texts) -> Self {
        let columns = layout.columns(Block::Sources).end;
        let letters: Vec<String> = (0..columns).map(column_number_to_name).collect();
        let value = |leaf: usize| {
            let letter = &letters[usize::from(layout.column(Block::Values, leaf))];
            let end = |row: u32| format!("{letter}${}", row + 1);
            let of = &layout.leaves[leaf];
            let formula = value_formula(layout, of, SCORE, &end(WORST_ROW), &end(STEEP_ROW));
            formula.split(SCORE).map(str::to_owned).collect()
        };
        let values = (0..layout.leaves.len()).map(value).collect();
        Self { handout, layout, sources: Sources::new(texts), letters, values }
    }

    fn letter(&self, column: u16) -> &str {
        self.letters.get(usize::from(column)).map_or("", String::as_str)
    }

    fn cell(&self, row: u32, column: u16) -> String {
        format!("{}{}", self.letter(column), row + 1)
    }

    /// Row by row, from the top down.
    pub fn item(&self, page: &mut Page<'_>, row: u32, at: usize) -> Written {
        let Self { handout, layout, .. } = self;
        let (item, ranked) = (&handout.items[at], &handout.ranking.rows[at]);
        self.value_and_rank(page, row, ranked.value, ranked.rank)?;
        page.wrapped(row, column::ITEM, &item.name)?;
        page.text(row, column::ID, &item.id)?;
        page.text(row, column::KIND, &item.kind_name)?;
        page.text(row, column::OWNER, &item.owner)?;
        page.number(row, column::NUMBER, at as f64 + 1.0, |s| &s.aside)?;
        let rank = self.cell(row, column::RANK);
        let above = self.letter(column::RANK);
        let place = format!("={rank}+COUNTIF({above}${}:{rank},{rank})-1", FIRST_SCORE + 1);
        page.formula(row, column::PLACE, place, f64::from(row - FIRST_SCORE + 1), |s| &s.aside)?;
        self.known(page, row, at)?;
        self.direct(page, row, at)?;
        let entered = &handout.scenario.items[at].scores;
        for (leaf, of) in layout.leaves.iter().enumerate() {
            let score = entered.get(&of.criterion.id).filter(|_| of.criterion.computed.is_none());
            self.score(page, row, at, leaf, score)?;
            self.value(page, row, at, leaf)?;
            if layout.detailed {
                self.points(page, row, at, leaf)?;
                let words = self.sources.of(of, score);
                page.text(row, layout.column(Block::Sources, leaf), &words)?;
            }
        }
        if !layout.detailed {
            let words = self.sources.of_all(layout, entered);
            page.text(row, layout.columns(Block::Sources).start, &words)?;
        }
        Ok(())
    }

    /// A range over a row of a block: all criteria, or those that people enter.
    fn across(&self, block: Block, leaves: usize, row: u32) -> String {
        let last = self.layout.column(block, leaves.saturating_sub(1));
        let first = self.layout.column(block, 0);
        format!("{}:{}", self.cell(row, first), self.cell(row, last))
    }

    /// The weights above the columns of values.
    fn weights(&self, leaves: usize) -> String {
        let columns = self.layout.columns(Block::Values);
        let last = columns.start + (leaves as u16).saturating_sub(1);
        let (first, last) = (self.letter(columns.start), self.letter(last));
        format!("{first}${}:{last}${}", WEIGHT_ROW + 1, WEIGHT_ROW + 1)
    }

    fn value_and_rank(&self, page: &mut Page<'_>, row: u32, value: f64, rank: usize) -> Written {
        let leaves = self.layout.leaves.len();
        let formula = if leaves == 0 {
            "=0".to_owned()
        } else if self.layout.detailed {
            format!("=ROUND(SUM({}),{DECIMALS})", self.across(Block::Points, leaves, row))
        } else {
            let known = match self.layout.policy {
                MissingScores::Renormalise => self.cell(row, column::KNOWN),
                MissingScores::Worst | MissingScores::Midpoint => self.known_of(leaves, row),
            };
            format!("=ROUND({},{DECIMALS})", self.mean(leaves, row, &known))
        };
        let scale = 10f64.powi(DECIMALS);
        page.formula(row, column::VALUE, formula, (value * scale).round() / scale, |s| &s.tenth)?;
        let letter = self.letter(column::VALUE);
        let (own, last) = (self.cell(row, column::VALUE), self.layout.last_score());
        let formula = format!("=RANK({own},{letter}${}:{letter}${last})", FIRST_SCORE + 1);
        page.formula(row, column::RANK, formula, rank as f64, |s| &s.key)
    }

    /// The weight that is shared out: of all criteria, or of those with a score.
    fn known(&self, page: &mut Page<'_>, row: u32, at: usize) -> Written {
        let leaves = self.layout.leaves.len();
        if leaves == 0 {
            return Ok(());
        }
        let weights = self.handout.weights;
        let cells = &self.handout.matrix.cells[at];
        let (formula, known) = match self.layout.policy {
            MissingScores::Renormalise => {
                let known = cells.iter().zip(weights).filter(|(cell, _)| cell.value.is_some());
                let known: f64 = known.map(|(_, weight)| weight).sum();
                (format!("={}", self.known_of(leaves, row)), known)
            }
            MissingScores::Worst | MissingScores::Midpoint => ("=1".to_owned(), 1.0),
        };
        page.formula(row, column::KNOWN, formula, known, |s| &s.aside)
    }

    /// The value on what people enter: what leverage passes on.
    fn direct(&self, page: &mut Page<'_>, row: u32, at: usize) -> Written {
        let entered = self.layout.entered;
        if self.layout.pairs == 0 || entered == 0 {
            return Ok(());
        }
        let formula = format!("={}", self.mean(entered, row, &self.known_of(entered, row)));
        page.formula(
            row,
            column::DIRECT,
            formula,
            self.layout.direct_value(self.handout, at),
            |s| &s.aside,
        )
    }

    /// The sum of the weights of the first values of a row that are there: only numbers are
    /// compared, and every value is larger than that.
    fn known_of(&self, leaves: usize, row: u32) -> String {
        let (values, weights) = (self.across(Block::Values, leaves, row), self.weights(leaves));
        format!("SUMIF({values},\">=-1000000\",{weights})")
    }

    /// The weighted mean of the first values of a row, with what stands in for missing
    /// scores; `known` is [`Self::known_of`] them, or its cell.
    fn mean(&self, leaves: usize, row: u32, known: &str) -> String {
        let (values, weights) = (self.across(Block::Values, leaves, row), self.weights(leaves));
        let sum = format!("SUMPRODUCT({weights},{values})");
        let all = format!("SUM({weights})");
        match self.layout.policy {
            MissingScores::Renormalise => format!("IF({known}>0,{sum}/{known},0)"),
            MissingScores::Worst => format!("IF({all}>0,{sum}/{all},0)"),
            MissingScores::Midpoint => format!("IF({all}>0,({sum}+50*({all}-{known}))/{all},0)"),
        }
    }

    fn score(
        &self,
        page: &mut Page<'_>,
        row: u32,
        at: usize,
        leaf: usize,
        score: Option<&Score>,
    ) -> Written {
        let (layout, of) = (self.layout, &self.layout.leaves[leaf]);
        let column = layout.column(Block::Scores, leaf);
        let raw = self.handout.matrix.cells[at].get(of.at).and_then(|cell| cell.raw);
        match (of.criterion.computed, score.map(|score| &score.best)) {
            (Some(Computed::Leverage), _) if layout.pairs > 0 => {
                let formula = unlocks::leverage(layout, &self.cell(row, column::NUMBER));
                page.formula(row, column, formula, raw.unwrap_or_default(), |s| &s.number)
            }
            (Some(_), _) => page.number(row, column, raw.unwrap_or_default(), |s| &s.number),
            (None, Some(Measure::Number(number))) => {
                page.number(row, column, *number, |s| &s.number)
            }
            (None, Some(Measure::Level(id))) => {
                let levels = match &of.criterion.value {
                    Some(Levels(levels)) => levels.get_index_of(id),
                    _ => None,
                };
                page.text(row, column, levels.and_then(|at| of.labels.get(at)).unwrap_or(id))
            }
            (None, None) => Ok(()),
        }
    }

    fn value(&self, page: &mut Page<'_>, row: u32, at: usize, leaf: usize) -> Written {
        let (layout, of) = (self.layout, &self.layout.leaves[leaf]);
        let column = layout.column(Block::Values, leaf);
        let score = self.cell(row, layout.column(Block::Scores, leaf));
        let formula = self.values[leaf].join(&score);
        match self.handout.matrix.cells[at].get(of.at).and_then(|cell| cell.value) {
            Some(value) => page.formula(row, column, formula, value, |s| &s.tenth),
            None => page.formula_text(row, column, formula, "", |s| &s.tenth),
        }
    }

    /// `w v / Σ w` over what is known, or with what stands in for a missing score.
    fn points(&self, page: &mut Page<'_>, row: u32, at: usize, leaf: usize) -> Written {
        let layout = self.layout;
        let column = layout.column(Block::Points, leaf);
        let of_value = layout.column(Block::Values, leaf);
        let value = self.cell(row, of_value);
        let weight = format!("{}${}", self.letter(of_value), WEIGHT_ROW + 1);
        let known = format!("${}{}", self.letter(column::KNOWN), row + 1);
        let formula = match layout.policy {
            MissingScores::Renormalise => {
                format!("=IF(AND(ISNUMBER({value}),{known}>0),{weight}/{known}*{value},0)")
            }
            MissingScores::Worst => format!("=IF(ISNUMBER({value}),{weight}*{value},0)"),
            MissingScores::Midpoint => format!("={weight}*IF(ISNUMBER({value}),{value},50)"),
        };
        let points = &self.handout.ranking.rows[at].contributions;
        let points = points.get(layout.leaves[leaf].at).copied().unwrap_or_default();
        page.formula(row, column, formula, points, |s| &s.tenth)
    }
}
