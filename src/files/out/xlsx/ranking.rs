//! The ranking, which orders itself: each row finds the item of its place in the
//! sheet of scores.

use super::Written;
use super::layout::{Block, Layout, column};
use super::page::Page;
use crate::files::out::Handout;
use crate::texts::Texts;
use rust_xlsxwriter::ConditionalFormatDataBar;
use rust_xlsxwriter::utility::{column_number_to_name, row_col_to_cell as cell};

const HEADS: u32 = 2;
const FIRST: u32 = HEADS + 1;
const PLACE: u16 = 0;
const RANK: u16 = 1;
const ITEM: u16 = 2;
const VALUE: u16 = 3;
const ID: u16 = 4;
const KIND: u16 = 5;
const OWNER: u16 = 6;
const POINTS: u16 = 7;

/// Criteria whose points are shown: those of which the sheet of scores has some.
fn shown(layout: &Layout<'_>) -> usize {
    layout.columns(Block::Points).len()
}

pub fn widths(layout: &Layout<'_>) -> Vec<f64> {
    let mut widths = vec![7.0, 7.0, 44.0, 10.0, 22.0, 16.0, 26.0];
    widths.resize(widths.len() + shown(layout), 13.0);
    widths.push(9.0);
    widths
}

pub fn write(
    page: &mut Page<'_>,
    handout: &Handout<'_>,
    layout: &Layout<'_>,
    texts: &Texts,
) -> Written {
    page.title(&handout.title, &texts.get("export-ranking-note"))?;
    page.print_large();
    let keys = [
        "export-place",
        "column-rank",
        "column-item",
        "column-value",
        "column-id",
        "field-kind",
        "column-owner",
    ];
    let mut heads: Vec<String> = keys.map(|key| texts.get(key)).to_vec();
    heads.extend(layout.leaves.iter().take(shown(layout)).map(|leaf| leaf.name.clone()));
    heads.push(texts.get("export-row"));
    page.heads(HEADS, HEADS, ITEM + 1, &heads)?;
    let found = POINTS + shown(layout) as u16;
    page.columns_look(PLACE..ITEM, |s| &s.key)?;
    page.columns_look(ITEM..VALUE, |s| &s.text)?;
    page.columns_look(VALUE..ID, |s| &s.tenth)?;
    page.columns_look(ID..POINTS, |s| &s.text)?;
    page.columns_look(POINTS..found, |s| &s.tenth)?;
    page.columns_look(found..found + 1, |s| &s.aside)?;
    let places = layout.score_column(column::PLACE);
    let of = |column: u16| layout.score_column(column);
    let columns = [
        (RANK, of(column::RANK)),
        (ITEM, of(column::ITEM)),
        (VALUE, of(column::VALUE)),
        (ID, of(column::ID)),
        (KIND, of(column::KIND)),
        (OWNER, of(column::OWNER)),
    ];
    let points: Vec<String> = layout.columns(Block::Points).map(of).collect();
    let letter = column_number_to_name(found);
    for (place, &at) in (1..).zip(&handout.ranking.order) {
        let row = FIRST + place - 1;
        let (item, ranked) = (&handout.items[at], &handout.ranking.rows[at]);
        page.number(row, PLACE, f64::from(place), |s| &s.key)?;
        let look = |range: &str| format!("=INDEX({range},${letter}{})", row + 1);
        for (column, range) in &columns {
            let formula = look(range);
            match *column {
                RANK => page.formula(row, RANK, formula, ranked.rank as f64, |s| &s.key)?,
                VALUE => page.formula(row, VALUE, formula, ranked.value, |s| &s.tenth)?,
                ITEM => page.formula_text(row, ITEM, formula, &item.name, |s| &s.text)?,
                ID => page.formula_text(row, ID, formula, &item.id, |s| &s.text)?,
                KIND => page.formula_text(row, KIND, formula, &item.kind_name, |s| &s.text)?,
                // An empty cell looked up would be shown as 0.
                _ => {
                    let formula = format!("{formula}&\"\"");
                    page.formula_text(row, OWNER, formula, &item.owner, |s| &s.text)?;
                }
            }
        }
        for (leaf, range) in points.iter().enumerate() {
            let points = ranked.contributions.get(layout.leaves[leaf].at).copied();
            let column = POINTS + leaf as u16;
            page.formula(row, column, look(range), points.unwrap_or_default(), |s| &s.tenth)?;
        }
        let formula = format!("=MATCH({},{places},0)", cell(row, PLACE));
        page.formula(row, found, formula, f64::from(place), |s| &s.aside)?;
    }
    if layout.items > 0 {
        let bar = ConditionalFormatDataBar::new().set_fill_color("9CC4EC").set_solid_fill(true);
        let last = FIRST + layout.items - 1;
        page.sheet.add_conditional_format(FIRST, VALUE, last, VALUE, &bar)?;
    }
    Ok(())
}
