//! Where in the workbook everything is that formulas speak of.

use crate::files::out::{Handout, Part, Unlocks};
use crate::model::{Criterion, MissingScores, ValueFunction};
use crate::scoring::criteria_top_down;
use crate::texts::Texts;
use rust_xlsxwriter::utility::{column_number_to_name, quote_sheet_name, row_col_to_cell_absolute};
use std::collections::HashSet;
use std::ops::Range;

/// Items up to which each criterion has its points and its source in columns of their own;
/// with more of them the file would be slow to write and to open, so that points are added
/// up in one formula and sources stand in one column.
const DETAILED: u32 = 2_000;

/// First row of items in the sheet of scores.
pub const FIRST_SCORE: u32 = 8;
/// First row of criteria in the sheet of weights.
pub const FIRST_WEIGHT: u32 = 6;
/// First row of criteria in the sheet of scales.
pub const FIRST_SCALE: u32 = 3;

/// Columns of the sheet of scores, before those of criteria.
pub mod column {
    pub const RANK: u16 = 0;
    pub const VALUE: u16 = 1;
    pub const ITEM: u16 = 2;
    pub const ID: u16 = 3;
    pub const KIND: u16 = 4;
    pub const OWNER: u16 = 5;
    /// Position in the scenario, from 1: the key by which other sheets find an item.
    pub const NUMBER: u16 = 6;
    /// Place without ties, from 1: the key by which the ranking finds an item.
    pub const PLACE: u16 = 7;
    /// Weight of the criteria on which the item has a score.
    pub const KNOWN: u16 = 8;
    /// Value on the criteria that people enter, which leverage passes on.
    pub const DIRECT: u16 = 9;
    /// The first criterion.
    pub const CRITERIA: u16 = 10;
}

/// What the sheet of scores says by criterion, block after block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    Scores,
    Values,
    /// Only where the layout is detailed.
    Points,
    /// One column for all criteria, unless the layout is detailed.
    Sources,
}

/// A criterion with scores, as the sheets have it.
pub struct Leaf<'a> {
    /// Its position among the criteria with scores.
    pub at: usize,
    pub criterion: &'a Criterion,
    pub name: String,
    /// Its table of points or levels in the sheet of scales.
    pub table: Option<Table>,
    /// Words of its levels, each its own; none for other scales.
    pub labels: Vec<String>,
}

/// Rows of a table in the sheet of scales.
#[derive(Clone, Copy)]
pub struct Table {
    pub first: u32,
    pub rows: u32,
}

/// Where everything is.
pub struct Layout<'a> {
    pub scores: String,
    pub weights: String,
    pub scales: String,
    pub unlocks: String,
    /// Criteria with scores: those that people enter, then those that are computed.
    pub leaves: Vec<Leaf<'a>>,
    /// How many of them people enter.
    pub entered: usize,
    /// Criteria from the top down with their parents, as the sheet of weights has them.
    pub tree: Vec<(usize, Option<usize>)>,
    pub policy: MissingScores,
    /// Items, and so rows of scores.
    pub items: u32,
    /// Rows of the sheet of what items unlock.
    pub pairs: u32,
    /// True if the sheets with scores are there.
    pub scored: bool,
    /// True if points and sources have a column for each criterion.
    pub detailed: bool,
}

impl<'a> Layout<'a> {
    pub fn new(handout: &Handout<'a>, part: Part, texts: &Texts) -> Self {
        let scenario = handout.scenario;
        let name = |key: &str| quote_sheet_name(&texts.get(key));
        let mut leaves: Vec<Leaf<'a>> = handout
            .matrix
            .leaves
            .iter()
            .enumerate()
            .map(|(at, &criterion)| leaf(at, &scenario.criteria[criterion], texts))
            .collect();
        leaves.sort_by_key(|leaf| leaf.criterion.computed.is_some());
        let mut row = FIRST_SCALE + leaves.len() as u32 + 1;
        for leaf in &mut leaves {
            if let Some(rows) = table_rows(leaf.criterion) {
                // A title and heads above, a free row below.
                leaf.table = Some(Table { first: row + 2, rows });
                row += rows + 3;
            }
        }
        let pairs = match &handout.unlocks {
            Unlocks::Pairs(pairs) => pairs.len() as u32,
            Unlocks::NotCounted | Unlocks::TooMany => 0,
        };
        Self {
            scores: name("export-sheet-scores"),
            weights: name("weights-title"),
            scales: name("export-sheet-scales"),
            unlocks: name("export-sheet-unlocks"),
            entered: leaves.iter().filter(|leaf| leaf.criterion.computed.is_none()).count(),
            leaves,
            tree: criteria_top_down(&scenario.criteria),
            policy: scenario.parameters.missing_score_policy,
            items: handout.items.len() as u32,
            pairs,
            scored: part.holds(Part::Ranking),
            detailed: handout.items.len() as u32 <= DETAILED,
        }
    }

    /// The columns of a block in the sheet of scores, one after the other.
    pub fn columns(&self, block: Block) -> Range<u16> {
        let leaves = self.leaves.len() as u16;
        let (before, own) = match (block, self.detailed) {
            (Block::Scores, _) => (0, leaves),
            (Block::Values, _) => (1, leaves),
            (Block::Points, detailed) => (2, if detailed { leaves } else { 0 }),
            (Block::Sources, true) => (3, leaves),
            (Block::Sources, false) => (2, 1),
        };
        let first = column::CRITERIA + before * leaves;
        first..first + own
    }

    /// Column of a criterion in a block of the sheet of scores.
    pub fn column(&self, block: Block, leaf: usize) -> u16 {
        self.columns(block).start + leaf as u16
    }

    /// Last row of items in the sheet of scores, as sheets count.
    pub fn last_score(&self) -> u32 {
        FIRST_SCORE + self.items.max(1)
    }

    /// A whole column of the sheet of scores, from another sheet.
    pub fn score_column(&self, column: u16) -> String {
        let name = column_number_to_name(column);
        format!("{}!${name}${}:${name}${}", self.scores, FIRST_SCORE + 1, self.last_score())
    }

    /// The weight of a criterion.
    pub fn weight_cell(&self, leaf: &Leaf<'_>, handout: &Handout<'_>) -> Option<String> {
        let criterion = handout.matrix.leaves.get(leaf.at)?;
        let row = self.tree.iter().position(|(at, _)| at == criterion)? as u32 + FIRST_WEIGHT;
        Some(format!("{}!{}", self.weights, row_col_to_cell_absolute(row, super::weights::WEIGHT)))
    }

    /// A cell of a criterion's row in the sheet of scales.
    pub fn scale_cell(&self, leaf: usize, column: u16) -> String {
        let cell = row_col_to_cell_absolute(FIRST_SCALE + leaf as u32, column);
        format!("{}!{cell}", self.scales)
    }

    /// A column of a criterion's table in the sheet of scales; rows are counted from 0.
    pub fn table_range(&self, table: Table, column: u16, from: u32, to: u32) -> String {
        let cell = |row| row_col_to_cell_absolute(table.first + row, column);
        if from == to {
            return format!("{}!{}", self.scales, cell(from));
        }
        format!("{}!{}:{}", self.scales, cell(from), cell(to))
    }

    /// An item's value on the criteria that people enter, `Σ w v / Σ w`: what leverage
    /// passes on.
    pub fn direct_value(&self, handout: &Handout<'_>, at: usize) -> f64 {
        let cells = &handout.matrix.cells[at];
        let (mut sum, mut known, mut all) = (0.0, 0.0, 0.0);
        for leaf in self.leaves.iter().take(self.entered) {
            let weight = handout.weights.get(leaf.at).copied().unwrap_or_default();
            all += weight;
            if let Some(value) = cells.get(leaf.at).and_then(|cell| cell.value) {
                sum += weight * value;
                known += weight;
            }
        }
        let (sum, all) = match self.policy {
            MissingScores::Renormalise => (sum, known),
            MissingScores::Worst => (sum, all),
            MissingScores::Midpoint => (sum + 50.0 * (all - known), all),
        };
        if all > 0.0 { sum / all } else { 0.0 }
    }
}

fn leaf<'a>(at: usize, criterion: &'a Criterion, texts: &Texts) -> Leaf<'a> {
    let name = super::page::name_of(criterion.name.get(texts.language()), criterion.id.as_str());
    Leaf { at, criterion, name, table: None, labels: labels(criterion, texts) }
}

fn table_rows(criterion: &Criterion) -> Option<u32> {
    match criterion.value.as_ref()? {
        ValueFunction::Points(points) if !points.is_empty() => Some(points.len() as u32),
        ValueFunction::Levels(levels) if !levels.is_empty() => Some(levels.len() as u32),
        _ => None,
    }
}

/// Words for the levels of a scale that a spreadsheet tells apart: it takes small and
/// capital letters for the same, and `*`, `?` and `~` for patterns.
fn labels(criterion: &Criterion, texts: &Texts) -> Vec<String> {
    let Some(ValueFunction::Levels(levels)) = &criterion.value else { return Vec::new() };
    let mut taken = HashSet::new();
    let label = |id: &String| {
        let name = criterion.level_names.get(id).map(|name| name.get(texts.language()));
        let name = super::page::name_of(name.unwrap_or_default(), id);
        let plain = name.replace(['*', '?', '~'], "_");
        let plain: String = plain.chars().take(200).collect();
        let mut label = plain.clone();
        let mut number = 1;
        while !taken.insert(label.to_lowercase()) {
            number += 1;
            label = format!("{plain} ({number})");
        }
        label
    };
    levels.keys().map(label).collect()
}
