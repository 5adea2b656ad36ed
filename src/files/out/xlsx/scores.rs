//! The sheet of scores: what people entered, what it is worth on each scale, what
//! points it adds, and where it comes from; row by row, so that sorting keeps it whole.
//! Of very many items the points are added up in one formula each.

use super::Written;
use super::layout::{Block, FIRST_SCORE, Layout, Leaf, column};
use super::page::Page;
use super::scales::{BEST, WORST, choices, value_formula};
use super::sources::Sources;
use crate::files::out::{Handout, Unlocks};
use crate::model::ValueFunction::{Levels, Linear, Log10};
use crate::model::{Computed, Measure, MissingScores, Score};
use crate::texts::{Arg, Texts};
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula};

const GROUPS: u32 = 2;
const WORST_ROW: u32 = 3;
const BEST_ROW: u32 = 4;
const WEIGHT_ROW: u32 = 5;
const HEADS: u32 = FIRST_SCORE - 1;
/// Values are rounded here, so that sums that differ by their order alone tie.
const DECIMALS: i32 = 10;

pub fn widths(layout: &Layout<'_>) -> Vec<f64> {
    let mut widths = vec![7.0, 9.0, 44.0, 22.0, 16.0, 26.0, 7.0, 7.0, 9.0, 9.0];
    for (block, width) in [
        (Block::Scores, 14.0),
        (Block::Values, 10.0),
        (Block::Points, 10.0),
        (Block::Sources, if layout.detailed { 26.0 } else { 80.0 }),
    ] {
        widths.resize(widths.len() + layout.columns(block).len(), width);
    }
    widths
}

pub fn write(
    page: &mut Page<'_>,
    handout: &Handout<'_>,
    layout: &Layout<'_>,
    texts: &Texts,
) -> Written {
    page.title(&texts.get("export-sheet-scores"), &note(handout, texts))?;
    // Too many columns for one page; two side by side can be read.
    page.print_large();
    page.sheet.set_print_fit_to_pages(2 + layout.leaves.len() as u16 / 8, 0);
    heads(page, handout, layout, texts)?;
    page.columns_look(column::VALUE..column::VALUE + 1, |s| &s.tenth)?;
    page.columns_look(column::ITEM..column::ITEM + 1, |s| &s.wrapped)?;
    page.columns_look(column::ID..column::NUMBER, |s| &s.text)?;
    page.columns_look(column::NUMBER..column::CRITERIA, |s| &s.aside)?;
    page.columns_look(layout.columns(Block::Values), |s| &s.tenth)?;
    page.columns_look(layout.columns(Block::Points), |s| &s.tenth)?;
    page.columns_look(layout.columns(Block::Sources), |s| &s.text)?;
    let rows = Rows::new(handout, layout, texts);
    for (row, &item) in (FIRST_SCORE..).zip(&handout.ranking.order) {
        rows.item(page, row, item)?;
    }
    let columns = layout.columns(Block::Sources).end;
    page.filter(HEADS, HEADS + layout.items, usize::from(columns))?;
    lists(page, layout, texts)
}

fn note(handout: &Handout<'_>, texts: &Texts) -> String {
    let missing = match handout.scenario.parameters.missing_score_policy {
        MissingScores::Renormalise => "export-missing-renormalise",
        MissingScores::Worst => "export-missing-worst",
        MissingScores::Midpoint => "export-missing-midpoint",
    };
    let missing = texts.get(missing);
    let mut note = texts.with("export-scores-note", &[("missing", Arg::from(missing.as_str()))]);
    if handout.unlocks == Unlocks::TooMany {
        note.push(' ');
        note.push_str(&texts.get("export-leverage-fixed"));
    }
    note
}

fn heads(
    page: &mut Page<'_>,
    handout: &Handout<'_>,
    layout: &Layout<'_>,
    texts: &Texts,
) -> Written {
    let keys = [
        "column-rank",
        "column-value",
        "column-item",
        "column-id",
        "field-kind",
        "column-owner",
        "export-number",
        "export-place",
        "export-known",
        "export-direct",
    ];
    let mut heads: Vec<String> = keys.map(|key| texts.get(key)).to_vec();
    let names = || layout.leaves.iter().map(|leaf| &leaf.name);
    let units = layout.leaves.iter().map(|leaf| {
        let unit = leaf.criterion.unit.get(texts.language());
        if unit.is_empty() { leaf.name.clone() } else { format!("{}, {unit}", leaf.name) }
    });
    heads.extend(units);
    heads.extend(names().cloned());
    if layout.detailed {
        heads.extend(names().cloned());
        heads.extend(names().cloned());
    } else {
        heads.push(texts.get("export-source"));
    }
    // Row by row, as of many items nothing that is written is held in memory.
    groups(page, layout, texts)?;
    let ends = |leaf: &Leaf<'_>| match leaf.criterion.value {
        Some(Linear { worst, best } | Log10 { worst, best }) => Some((worst, best)),
        _ => None,
    };
    for (row, key, column) in [(WORST_ROW, "export-worst", WORST), (BEST_ROW, "export-best", BEST)]
    {
        page.text(row, column::ITEM, &texts.get(key))?;
        for (at, leaf) in layout.leaves.iter().enumerate() {
            if let Some((worst, best)) = ends(leaf) {
                let end = if row == WORST_ROW { worst } else { best };
                let formula = format!("={}", layout.scale_cell(at, column));
                page.formula(row, layout.column(Block::Values, at), formula, end, |s| &s.aside)?;
            }
        }
    }
    page.text(WEIGHT_ROW, column::ITEM, &texts.get("export-weight"))?;
    for (at, leaf) in layout.leaves.iter().enumerate() {
        let weight = handout.weights.get(leaf.at).copied().unwrap_or_default();
        let column = layout.column(Block::Values, at);
        match layout.weight_cell(leaf, handout) {
            Some(own) => {
                page.formula(WEIGHT_ROW, column, format!("={own}"), weight, |s| &s.share)?
            }
            None => page.number(WEIGHT_ROW, column, weight, |s| &s.share)?,
        }
    }
    page.heads(HEADS, GROUPS, column::ITEM + 1, &heads)
}

/// What the blocks of columns are.
fn groups(page: &mut Page<'_>, layout: &Layout<'_>, texts: &Texts) -> Written {
    let groups = [
        (Block::Scores, "export-score"),
        (Block::Values, "export-values"),
        (Block::Points, "export-points"),
        (Block::Sources, "export-source"),
    ];
    let style = page.styles.group.clone();
    for (block, key) in groups {
        let columns = layout.columns(block);
        match columns.len() {
            0 => {}
            1 => {
                let name = texts.get(key);
                page.sheet.write_string_with_format(GROUPS, columns.start, name, &style)?;
            }
            _ => {
                let (from, to) = (columns.start, columns.end - 1);
                page.sheet.merge_range(GROUPS, from, GROUPS, to, &texts.get(key), &style)?;
            }
        }
    }
    Ok(())
}

/// Words to choose from, where a score is a level.
fn lists(page: &mut Page<'_>, layout: &Layout<'_>, texts: &Texts) -> Written {
    if layout.items == 0 {
        return Ok(());
    }
    for (at, leaf) in layout.leaves.iter().enumerate() {
        let Some(choices) = choices(layout, leaf) else { continue };
        let list = DataValidation::new()
            .allow_list_formula(Formula::new(choices))
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_message(texts.get("export-choose-level"))?;
        let column = layout.column(Block::Scores, at);
        page.sheet.add_data_validation(
            FIRST_SCORE,
            column,
            FIRST_SCORE + layout.items - 1,
            column,
            &list,
        )?;
    }
    Ok(())
}

/// Where the score's cell stands in the formula of a value.
const SCORE: &str = "\u{1}";

struct Rows<'a, 'b> {
    handout: &'a Handout<'b>,
    layout: &'a Layout<'b>,
    sources: Sources<'a>,
    /// Names of the columns.
    letters: Vec<String>,
    /// By criterion: the formula of its value, cut where the score's cell stands.
    values: Vec<Vec<String>>,
}

impl<'a, 'b> Rows<'a, 'b> {
    fn new(handout: &'a Handout<'b>, layout: &'a Layout<'b>, texts: &'a Texts) -> Self {
        let columns = layout.columns(Block::Sources).end;
        let letters: Vec<String> = (0..columns).map(column_number_to_name).collect();
        let value = |leaf: usize| {
            let letter = &letters[usize::from(layout.column(Block::Values, leaf))];
            let end = |row: u32| format!("{letter}${}", row + 1);
            let of = &layout.leaves[leaf];
            let formula = value_formula(layout, of, SCORE, &end(WORST_ROW), &end(BEST_ROW));
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

    fn item(&self, page: &mut Page<'_>, row: u32, at: usize) -> Written {
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
            format!("=ROUND({},{DECIMALS})", self.mean(leaves, row))
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
                let (values, own) = (self.across(Block::Values, leaves, row), self.weights(leaves));
                let known = cells.iter().zip(weights).filter(|(cell, _)| cell.value.is_some());
                let known: f64 = known.map(|(_, weight)| weight).sum();
                (format!("={}", sum_where_known(&values, &own)), known)
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
        let formula = format!("={}", self.mean(entered, row));
        page.formula(
            row,
            column::DIRECT,
            formula,
            self.layout.direct_value(self.handout, at),
            |s| &s.aside,
        )
    }

    /// The weighted mean of the first values of a row, with what stands in for missing
    /// scores.
    fn mean(&self, leaves: usize, row: u32) -> String {
        let (values, weights) = (self.across(Block::Values, leaves, row), self.weights(leaves));
        let sum = format!("SUMPRODUCT({weights},{values})");
        let known = sum_where_known(&values, &weights);
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
                let formula = super::unlocks::leverage(layout, &self.cell(row, column::NUMBER));
                page.formula(row, column, formula, raw.unwrap_or_default(), |s| &s.number)
            }
            (Some(_), _) => page.number(row, column, raw.unwrap_or_default(), |s| &s.number),
            (None, Some(Measure::Number(number))) => {
                page.number(row, column, *number, |s| &s.input)
            }
            (None, Some(Measure::Level(id))) => {
                let levels = match &of.criterion.value {
                    Some(Levels(levels)) => levels.get_index_of(id),
                    _ => None,
                };
                let label = levels.and_then(|at| of.labels.get(at)).unwrap_or(id);
                let style = page.styles.input_text.clone();
                page.sheet.write_string_with_format(row, column, label, &style)?;
                Ok(())
            }
            (None, None) => {
                let style = page.styles.input.clone();
                page.sheet.write_blank(row, column, &style)?;
                Ok(())
            }
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

/// The sum of the weights where there is a value: only numbers are compared, and every
/// value is larger than that.
fn sum_where_known(values: &str, weights: &str) -> String {
    format!("SUMIF({values},\">=-1000000\",{weights})")
}
