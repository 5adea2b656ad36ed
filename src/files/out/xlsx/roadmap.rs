//! The roadmap: what starts when, what it costs in each phase, and why it is there.

use super::Written;
use super::layout::{Layout, column};
use super::page::Page;
use crate::files::out::Handout;
use crate::texts::Texts;
use rust_xlsxwriter::utility::row_col_to_cell as cell;

const HEADS: u32 = 2;
const FIRST: u32 = HEADS + 1;
const PHASE: u16 = 0;
const STARTS: u16 = 1;
const ENDS: u16 = 2;
const ITEM: u16 = 3;
const ID: u16 = 4;
const KIND: u16 = 5;
const OWNER: u16 = 6;
const NUMBER: u16 = 7;
const VALUE: u16 = 8;
const DURATION: u16 = 9;
const CAPEX: u16 = 10;
const OPEX: u16 = 11;
const STAFF: u16 = 12;
const SPENDING: u16 = 13;

pub fn widths(handout: &Handout<'_>) -> Vec<f64> {
    let mut widths = vec![11.0, 11.0, 11.0, 40.0, 18.0, 14.0, 24.0, 5.0, 8.0, 8.0, 12.0, 12.0, 9.0];
    widths.resize(widths.len() + handout.phases.len(), 12.0);
    widths.extend([20.0, 50.0]);
    widths
}

pub fn write(
    page: &mut Page<'_>,
    handout: &Handout<'_>,
    layout: &Layout<'_>,
    texts: &Texts,
) -> Written {
    page.title(&handout.title, handout.proof.first().map_or("", String::as_str))?;
    page.print_large();
    heads(page, handout, texts)?;
    let phases = handout.phases.len() as u16;
    page.columns_look(PHASE..STARTS, |s| &s.text)?;
    page.columns_look(STARTS..ITEM, |s| &s.day)?;
    page.columns_look(ITEM..ID, |s| &s.wrapped)?;
    page.columns_look(ID..KIND, |s| &s.text)?;
    page.columns_look(KIND..NUMBER, |s| &s.wrapped)?;
    page.columns_look(NUMBER..VALUE, |s| &s.aside)?;
    page.columns_look(VALUE..DURATION, |s| &s.tenth)?;
    page.columns_look(DURATION..CAPEX, |s| &s.whole)?;
    page.columns_look(CAPEX..STAFF, |s| &s.money)?;
    page.columns_look(STAFF..SPENDING, |s| &s.amount)?;
    page.columns_look(SPENDING..SPENDING + phases, |s| &s.money)?;
    page.columns_look(SPENDING + phases..SPENDING + phases + 2, |s| &s.wrapped)?;
    let planned = handout.planned_order();
    let mut row = FIRST;
    for &at in &planned {
        item(page, row, at, handout, layout)?;
        row += 1;
    }
    if row > FIRST {
        totals(page, row, handout, &planned, texts)?;
        page.filter(HEADS, row - 1, widths(handout).len())?;
        row += 1;
    }
    let left = handout.left_out();
    if !left.is_empty() {
        row += 1;
        let bold = page.styles.bold.clone();
        page.sheet.write_string_with_format(row, PHASE, texts.get("plan-left-out"), &bold)?;
        row += 1;
    }
    for at in left {
        item(page, row, at, handout, layout)?;
        row += 1;
    }
    Ok(())
}

fn heads(page: &mut Page<'_>, handout: &Handout<'_>, texts: &Texts) -> Written {
    let keys = [
        "column-phase",
        "export-starts",
        "export-ends",
        "column-item",
        "column-id",
        "field-kind",
        "column-owner",
        "export-number",
        "column-value",
        "input-duration",
        "input-capex",
        "input-opex-per-year",
        "input-staff-months",
    ];
    let mut heads: Vec<String> = keys.map(|key| texts.get(key)).to_vec();
    heads.extend(handout.phases.iter().map(|phase| phase.name.clone()));
    heads.extend(["export-decided", "export-why"].map(|key| texts.get(key)));
    page.heads(HEADS, HEADS, ITEM + 1, &heads)
}

fn item(
    page: &mut Page<'_>,
    row: u32,
    at: usize,
    handout: &Handout<'_>,
    layout: &Layout<'_>,
) -> Written {
    let item = &handout.items[at];
    page.text(row, PHASE, handout.phase_of(item).unwrap_or_default())?;
    if let Some((first, last)) = item.days {
        page.day(row, STARTS, first)?;
        page.day(row, ENDS, last)?;
    }
    page.wrapped(row, ITEM, &item.name)?;
    page.text(row, ID, &item.id)?;
    page.wrapped(row, KIND, &item.kind_name)?;
    page.wrapped(row, OWNER, &item.owner)?;
    page.number(row, NUMBER, at as f64 + 1.0, |s| &s.aside)?;
    let value = handout.value(at);
    if layout.scored {
        let (values, numbers) =
            (layout.score_column(column::VALUE), layout.score_column(column::NUMBER));
        let formula = format!("=INDEX({values},MATCH({},{numbers},0))", cell(row, NUMBER));
        page.formula(row, VALUE, formula, value, |s| &s.tenth)?;
    } else {
        page.number(row, VALUE, value, |s| &s.tenth)?;
    }
    page.number(row, DURATION, f64::from(item.duration), |s| &s.whole)?;
    page.number(row, CAPEX, item.capex, |s| &s.money)?;
    page.number(row, OPEX, item.opex_per_year, |s| &s.money)?;
    page.number(row, STAFF, item.staff_months, |s| &s.amount)?;
    for (column, spent) in (SPENDING..).zip(&item.spending) {
        if *spent != 0.0 {
            page.number(row, column, *spent, |s| &s.money)?;
        }
    }
    let marks = SPENDING + handout.phases.len() as u16;
    page.wrapped(row, marks, &item.marks.join("; "))?;
    page.wrapped(row, marks + 1, &item.why.join("\n"))
}

/// Sums over what is planned.
fn totals(
    page: &mut Page<'_>,
    row: u32,
    handout: &Handout<'_>,
    planned: &[usize],
    texts: &Texts,
) -> Written {
    let bold = page.styles.bold.clone();
    page.sheet.write_string_with_format(row, ITEM, texts.get("export-total"), &bold)?;
    let sum = |of: &dyn Fn(&super::super::ItemRow) -> f64| -> f64 {
        planned.iter().map(|&at| of(&handout.items[at])).sum()
    };
    let mut columns = vec![
        (CAPEX, sum(&|i| i.capex)),
        (OPEX, sum(&|i| i.opex_per_year)),
        (STAFF, sum(&|i| i.staff_months)),
    ];
    for at in 0..handout.phases.len() {
        let spent = sum(&|item| item.spending.get(at).copied().unwrap_or_default());
        columns.push((SPENDING + at as u16, spent));
    }
    for (column, total) in columns {
        let formula = format!("=SUM({}:{})", cell(FIRST, column), cell(row - 1, column));
        page.formula(row, column, formula, total, |s| &s.money_sum)?;
    }
    Ok(())
}
