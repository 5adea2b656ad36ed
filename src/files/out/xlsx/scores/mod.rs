//! The sheet of scores: what people entered, what it is worth on each scale, what
//! points it adds, and where it comes from; row by row, so that sorting keeps it whole.
//! Of very many items the points are added up in one formula each.

mod rows;

use super::Written;
use super::layout::{Block, FIRST_SCORE, Layout, Leaf, column};
use super::page::Page;
use super::scales::{BEST, WORST, choices, steepness};
use crate::files::out::{Handout, Unlocks};
use crate::model::MissingScores;
use crate::model::ValueFunction::{Levels, Linear, Log10};
use crate::texts::{Arg, Texts};
use rows::Rows;
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, Formula,
};

const GROUPS: u32 = 2;
const WORST_ROW: u32 = 3;
const BEST_ROW: u32 = 4;
const STEEP_ROW: u32 = 5;
const WEIGHT_ROW: u32 = 6;
const HEADS: u32 = FIRST_SCORE - 1;

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
    page.columns_look(column::RANK..column::VALUE, |s| &s.key)?;
    page.columns_look(column::VALUE..column::ITEM, |s| &s.tenth)?;
    page.columns_look(column::ITEM..column::ITEM + 1, |s| &s.wrapped)?;
    page.columns_look(column::ID..column::NUMBER, |s| &s.text)?;
    page.columns_look(column::NUMBER..column::CRITERIA, |s| &s.aside)?;
    for (column, leaf) in layout.columns(Block::Scores).zip(&layout.leaves) {
        let words = matches!(leaf.criterion.value, Some(Levels(_)));
        page.columns_look(column..column + 1, if words { |s| &s.text } else { |s| &s.number })?;
    }
    page.columns_look(layout.columns(Block::Values), |s| &s.tenth)?;
    page.columns_look(layout.columns(Block::Points), |s| &s.tenth)?;
    page.columns_look(layout.columns(Block::Sources), |s| &s.text)?;
    let rows = Rows::new(handout, layout, texts);
    for (row, &item) in (FIRST_SCORE..).zip(&handout.ranking.order) {
        rows.item(page, row, item)?;
    }
    let columns = layout.columns(Block::Sources).end;
    page.filter(HEADS, HEADS + layout.items, usize::from(columns))?;
    inputs(page, layout)?;
    lists(page, layout, texts)
}

/// What people may change is blue on yellow. It is said of whole columns, as looking up
/// the style of each cell takes longer than writing it.
fn inputs(page: &mut Page<'_>, layout: &Layout<'_>) -> Written {
    let entered = layout.columns(Block::Scores).start..layout.column(Block::Scores, layout.entered);
    let Some(last) = entered.end.checked_sub(1).filter(|last| *last >= entered.start) else {
        return Ok(());
    };
    if layout.items == 0 {
        return Ok(());
    }
    let always = ConditionalFormatFormula::new().set_rule("=TRUE").set_format(&page.styles.input);
    let rows = FIRST_SCORE..FIRST_SCORE + layout.items;
    page.sheet.add_conditional_format(rows.start, entered.start, rows.end - 1, last, &always)?;
    Ok(())
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
    ends(page, layout, texts)?;
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

/// The ends of the scales, and how steep they are between them.
fn ends(page: &mut Page<'_>, layout: &Layout<'_>, texts: &Texts) -> Written {
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
    page.wrapped(STEEP_ROW, column::ITEM, &texts.get("export-steepness"))?;
    for (at, leaf) in layout.leaves.iter().enumerate() {
        let column = layout.column(Block::Values, at);
        let letter = column_number_to_name(column);
        let end = |row: u32| format!("{letter}{}", row + 1);
        if let Some((formula, steep)) = steepness(leaf, &end(WORST_ROW), &end(BEST_ROW)) {
            page.formula(STEEP_ROW, column, formula, steep, |s| &s.aside)?;
        }
    }
    Ok(())
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
