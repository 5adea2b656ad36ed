//! The sheet of weights: `w = Π swing / Σ sibling swings` down the tree, set by set,
//! blended by influence (`scoring::leaf_weights`).

use super::Written;
use super::layout::{FIRST_WEIGHT, Layout};
use super::page::{Page, name_of};
use crate::files::out::Handout;
use crate::model::{ActiveWeights, Criterion, Scenario, WeightSet};
use crate::scoring::{set_weights, weight_tree};
use crate::texts::Texts;
use rust_xlsxwriter::utility::{
    column_number_to_name, row_col_to_cell as cell, row_col_to_cell_absolute as fixed,
};

const NAME: u16 = 0;
const ID: u16 = 1;
const GROUP: u16 = 2;
/// The weight that counts.
pub const WEIGHT: u16 = 3;
/// 1 for criteria with scores, 0 for groups.
const SCORED: u16 = 4;
/// The first set's columns: swing, swing that counts, share of the whole, weight.
const SETS: u16 = 5;
const SET_ROW: u32 = 2;
const INFLUENCE_ROW: u32 = 3;
const SHARE_ROW: u32 = 4;

pub fn widths(handout: &Handout<'_>) -> Vec<f64> {
    let mut widths = vec![40.0, 22.0, 30.0, 12.0, 9.0];
    widths.resize(widths.len() + 4 * handout.scenario.weight_sets.len(), 12.0);
    widths
}

/// Sets whose weights count, each with its influence: the active one alone, or all.
fn influences(scenario: &Scenario) -> Vec<f64> {
    let sets = &scenario.weight_sets;
    let alone = |chosen: usize| (0..sets.len()).map(move |at| f64::from(u8::from(at == chosen)));
    match &scenario.active_weights {
        ActiveWeights::First => alone(0).collect(),
        ActiveWeights::Set(id) => match sets.iter().position(|set| set.id == *id) {
            Some(at) => alone(at).collect(),
            None => vec![0.0; sets.len()],
        },
        ActiveWeights::Blend => sets.iter().map(|set| set.influence).collect(),
    }
}

pub fn write(
    page: &mut Page<'_>,
    handout: &Handout<'_>,
    layout: &Layout<'_>,
    texts: &Texts,
) -> Written {
    let scenario = handout.scenario;
    page.title(&texts.get("weights-title"), &texts.get("export-weights-note"))?;
    let mut heads: Vec<String> = vec![
        texts.get("export-criterion"),
        texts.get("column-id"),
        texts.get("export-group"),
        texts.get("export-weight"),
        texts.get("export-scored"),
    ];
    for _ in &scenario.weight_sets {
        let keys = ["export-swing", "export-swing-counted", "export-share-of-all", "export-weight"];
        heads.extend(keys.map(|key| texts.get(key)));
    }
    page.heads(FIRST_WEIGHT - 1, SET_ROW, 1, &heads)?;
    influence(page, scenario, texts)?;
    let rows = Rows { scenario, layout };
    for (row, &(at, parent)) in (FIRST_WEIGHT..).zip(&layout.tree) {
        let criterion = &scenario.criteria[at];
        rows.names(page, row, criterion, parent, texts)?;
        let leaf = handout.matrix.leaves.iter().position(|&leaf| leaf == at);
        page.number(row, SCORED, f64::from(u8::from(leaf.is_some())), |s| &s.aside)?;
        if let Some(weight) = leaf.and_then(|leaf| handout.weights.get(leaf)) {
            page.formula(row, WEIGHT, rows.blend(row), *weight, |s| &s.share)?;
        }
    }
    for (number, set) in scenario.weight_sets.iter().enumerate() {
        rows.set(page, number, set, texts)?;
    }
    Ok(())
}

/// The first column of a set.
fn of_set(number: usize) -> u16 {
    SETS + 4 * number as u16
}

/// Names of the sets, their influence, and the share that it gives them.
fn influence(page: &mut Page<'_>, scenario: &Scenario, texts: &Texts) -> Written {
    let sets = scenario.weight_sets.len();
    if sets == 0 {
        return Ok(());
    }
    let influences = influences(scenario);
    let all: f64 = influences.iter().map(|influence| influence.max(0.0)).sum();
    page.text(INFLUENCE_ROW, NAME, &texts.get("input-influence"))?;
    page.text(SHARE_ROW, NAME, &texts.get("export-share-of-set"))?;
    let (first, last) = (fixed(INFLUENCE_ROW, SETS), fixed(INFLUENCE_ROW, of_set(sets - 1)));
    // The cells between influences are empty.
    let sum = format!("SUMIF({first}:{last},\">0\")");
    for (number, (set, influence)) in scenario.weight_sets.iter().zip(influences).enumerate() {
        let column = of_set(number);
        let name = name_of(set.name.get(texts.language()), set.id.as_str());
        let group = page.styles.group.clone();
        page.sheet.merge_range(SET_ROW, column, SET_ROW, column + 3, &name, &group)?;
        page.number(INFLUENCE_ROW, column, influence, |s| &s.input)?;
        let own = cell(INFLUENCE_ROW, column);
        let formula = format!("=IF({sum}>0,MAX(0,{own})/{sum},1/{sets})");
        let share = if all > 0.0 { influence.max(0.0) / all } else { 1.0 / sets as f64 };
        page.formula(SHARE_ROW, column, formula, share, |s| &s.share)?;
    }
    Ok(())
}

struct Rows<'a, 'b> {
    scenario: &'a Scenario,
    layout: &'a Layout<'b>,
}

impl Rows<'_, '_> {
    fn names(
        &self,
        page: &mut Page<'_>,
        row: u32,
        criterion: &Criterion,
        parent: Option<usize>,
        texts: &Texts,
    ) -> Written {
        let name = |criterion: &Criterion| {
            name_of(criterion.name.get(texts.language()), criterion.id.as_str())
        };
        page.text(row, NAME, &name(criterion))?;
        page.text(row, ID, criterion.id.as_str())?;
        match parent {
            Some(parent) => page.text(row, GROUP, &name(&self.scenario.criteria[parent])),
            None => Ok(()),
        }
    }

    fn count(&self) -> usize {
        self.scenario.leaf_criteria().count()
    }

    /// The weight that counts: sets by their shares, or all criteria alike.
    fn blend(&self, row: u32) -> String {
        let part = |number: usize| {
            let column = of_set(number);
            format!("{}*{}", fixed(SHARE_ROW, column), cell(row, column + 3))
        };
        let parts: Vec<String> = (0..self.scenario.weight_sets.len()).map(part).collect();
        if parts.is_empty() {
            format!("=1/{}", self.count())
        } else {
            format!("={}", parts.join("+"))
        }
    }

    /// The row of a criterion.
    fn row_of(&self, criterion: usize) -> Option<u32> {
        let at = self.layout.tree.iter().position(|(at, _)| *at == criterion)?;
        Some(FIRST_WEIGHT + at as u32)
    }

    /// First and last row of those under one parent, which stand in a row.
    fn members(&self, parent: Option<usize>) -> Option<(u32, u32)> {
        let is_member = |(_, other): &(usize, Option<usize>)| *other == parent;
        let first = self.layout.tree.iter().position(is_member)?;
        let last = self.layout.tree.iter().rposition(is_member)?;
        Some((FIRST_WEIGHT + first as u32, FIRST_WEIGHT + last as u32))
    }

    /// The columns of one set.
    fn set(&self, page: &mut Page<'_>, number: usize, set: &WeightSet, _: &Texts) -> Written {
        let tree = &self.layout.tree;
        let [swing, counted, share, weight] = [0, 1, 2, 3].map(|at| of_set(number) + at);
        let found = weight_tree(&self.scenario.criteria, set);
        let mut weights = set_weights(self.scenario, set).into_iter();
        let mut of_leaf = vec![None; self.scenario.criteria.len()];
        for (at, criterion) in self.scenario.criteria.iter().enumerate() {
            of_leaf[at] = criterion.value.as_ref().and_then(|_| weights.next());
        }
        let last = FIRST_WEIGHT + (tree.len() as u32).saturating_sub(1);
        let letters = column_number_to_name(share);
        let marks = format!("{}:{}", fixed(FIRST_WEIGHT, SCORED), fixed(last, SCORED));
        let shares = format!("{}:{}", fixed(FIRST_WEIGHT, share), fixed(last, share));
        let sum = format!("SUMIF({marks},1,{shares})");
        for (row, &(at, parent)) in (FIRST_WEIGHT..).zip(tree) {
            let criterion = &self.scenario.criteria[at];
            match set.swings.get(&criterion.id) {
                Some(&number) if number.is_finite() => {
                    page.number(row, swing, number, |s| &s.input)?;
                }
                _ => {
                    let style = page.styles.input.clone();
                    page.sheet.write_blank(row, swing, &style)?;
                }
            }
            // A group without a swing of its own weighs what its members do.
            let below = match self.members(Some(at)) {
                Some((first, last)) if criterion.value.is_none() => {
                    format!("SUM({}:{})", cell(first, counted), cell(last, counted))
                }
                _ => "0".to_owned(),
            };
            let own = cell(row, swing);
            let formula = format!("=IF(ISNUMBER({own}),MAX(0,{own}),{below})");
            page.formula(row, counted, formula, found.swings[at], |s| &s.number)?;
            let (first, last) = self.members(parent).unwrap_or((row, row));
            let siblings = format!("SUM({}:{})", cell(first, counted), cell(last, counted));
            let own = cell(row, counted);
            let above = parent.and_then(|parent| self.row_of(parent));
            let above = above.map_or_else(String::new, |row| format!("{letters}{}*", row + 1));
            let formula = format!("=IF({siblings}>0,{above}{own}/{siblings},0)");
            page.formula(row, share, formula, found.shares[at], |s| &s.share)?;
            if let Some(value) = of_leaf[at] {
                let own = cell(row, share);
                let formula = format!("=IF({sum}>0,{own}/{sum},1/{})", self.count());
                page.formula(row, weight, formula, value, |s| &s.share)?;
            }
        }
        Ok(())
    }
}
