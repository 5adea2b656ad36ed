//! The sheet of what items unlock, from which leverage is added up:
//! `Σ discount^steps × value` (`scoring::LeverageGraph`).

use super::Written;
use super::layout::{Layout, column};
use super::page::Page;
use crate::files::out::Handout;
use crate::texts::Texts;
use rust_xlsxwriter::utility::{column_number_to_name, row_col_to_cell as cell};

const HEADS: u32 = 3;
const FIRST: u32 = HEADS + 1;
const DISCOUNT_ROW: u32 = 2;
const DISCOUNT: &str = "$B$3";
const NUMBER: u16 = 0;
const STEPS: u16 = 4;
const VALUE: u16 = 5;
const ADDS: u16 = 6;
/// Widths of the columns.
pub const WIDTHS: [f64; 7] = [9.0, 44.0, 9.0, 44.0, 9.0, 12.0, 12.0];

pub fn write(
    page: &mut Page<'_>,
    handout: &Handout<'_>,
    pairs: &[(usize, usize, u32)],
    layout: &Layout<'_>,
    texts: &Texts,
) -> Written {
    page.title(&texts.get("export-sheet-unlocks"), &texts.get("export-unlocks-note"))?;
    let discount = handout.scenario.parameters.leverage_discount;
    page.text(DISCOUNT_ROW, 0, &texts.get("input-leverage-discount"))?;
    page.number(DISCOUNT_ROW, 1, discount, |s| &s.input)?;
    let keys = [
        "export-number",
        "column-item",
        "export-number",
        "export-unlocks",
        "export-steps",
        "export-direct",
        "export-adds",
    ];
    page.heads(HEADS, HEADS, 0, &keys.map(|key| texts.get(key)))?;
    let (numbers, values) =
        (layout.score_column(column::NUMBER), layout.score_column(column::DIRECT));
    for (row, &(item, unlocked, steps)) in (FIRST..).zip(pairs) {
        page.number(row, NUMBER, item as f64 + 1.0, |s| &s.key)?;
        page.text(row, 1, &handout.items[item].name)?;
        page.number(row, 2, unlocked as f64 + 1.0, |s| &s.key)?;
        page.text(row, 3, &handout.items[unlocked].name)?;
        page.number(row, STEPS, f64::from(steps), |s| &s.key)?;
        let value = layout.direct_value(handout, unlocked);
        let formula = format!("=INDEX({values},MATCH({},{numbers},0))", cell(row, 2));
        page.formula(row, VALUE, formula, value, |s| &s.tenth)?;
        // A value below 0 unlocks nothing.
        let (own, steps_cell) = (cell(row, VALUE), cell(row, STEPS));
        let formula = format!("=MAX(0,{DISCOUNT})^{steps_cell}*MAX(0,{own})");
        let adds = discount.max(0.0).powf(f64::from(steps)) * value.max(0.0);
        page.formula(row, ADDS, formula, adds, |s| &s.tenth)?;
    }
    page.filter(HEADS, HEADS + pairs.len() as u32, WIDTHS.len())
}

/// The formula of an item's leverage, by the cell of its number.
pub fn leverage(layout: &Layout<'_>, number: &str) -> String {
    let range = |column: u16| {
        let letter = column_number_to_name(column);
        let (first, last) = (FIRST + 1, FIRST + layout.pairs);
        format!("{}!${letter}${first}:${letter}${last}", layout.unlocks)
    };
    format!("=SUMIF({},{number},{})", range(NUMBER), range(ADDS))
}
