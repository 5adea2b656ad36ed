//! Sheets that are plain tables: gauges, dependencies, assumptions, findings.

use super::Written;
use super::page::{Chosen, Page};
use crate::files::out::{Figure, Handout, LinkKind};
use crate::texts::{Arg, Texts};
use rust_xlsxwriter::utility::row_col_to_cell as cell;

const HEADS: u32 = 2;
const FIRST: u32 = HEADS + 1;

fn begin(page: &mut Page<'_>, title: &str, fixed: u16, keys: &[&str], texts: &Texts) -> Written {
    page.title(&texts.get(title), "")?;
    let heads: Vec<String> = keys.iter().map(|key| texts.get(key)).collect();
    page.heads(HEADS, HEADS, fixed, &heads)
}

/// Used, limit, what is left and its share, of each resource in each phase.
pub fn gauges(page: &mut Page<'_>, handout: &Handout<'_>, texts: &Texts) -> Written {
    let keys = [
        "export-resource",
        "column-phase",
        "export-used",
        "export-limit",
        "export-left",
        "export-share",
        "export-remark",
    ];
    begin(page, "export-sheet-gauges", 2, &keys, texts)?;
    let over = texts.get("gauge-over").replace('"', "\"\"");
    let mut row = FIRST;
    for gauge in &handout.gauges {
        let style: Chosen = if gauge.money { |s| &s.money } else { |s| &s.amount };
        for (phase, (used, limit)) in handout.phases.iter().zip(&gauge.phases) {
            let name = if gauge.unit.is_empty() {
                gauge.name.clone()
            } else {
                format!("{}, {}", gauge.name, gauge.unit)
            };
            page.wrapped(row, 0, &name)?;
            page.text(row, 1, &phase.name)?;
            page.number(row, 2, *used, style)?;
            if let Some(limit) = limit {
                let (c, d) = (cell(row, 2), cell(row, 3));
                page.number(row, 3, *limit, style)?;
                let left = limit - used;
                page.formula(row, 4, format!("={d}-{c}"), left, |s| &s.amount)?;
                let share = format!("=IF({d}>0,{c}/{d},\"\")");
                if *limit > 0.0 {
                    page.formula(row, 5, share, used / limit, |s| &s.percent)?;
                } else {
                    page.formula_text(row, 5, share, "", |s| &s.percent)?;
                }
                // Money is carried over and numbers are rounded: a hair is no excess.
                let too_much = *used > limit + 1e-6;
                let formula = format!("=IF({c}>{d}+0.000001,\"{over}\",\"\")");
                let words = if too_much { texts.get("gauge-over") } else { String::new() };
                page.formula_text(row, 6, formula, &words, |s| &s.bold)?;
            }
            row += 1;
        }
    }
    page.filter(HEADS, row - 1, keys.len())
}

pub fn links(page: &mut Page<'_>, handout: &Handout<'_>, texts: &Texts) -> Written {
    let keys = [
        "column-item",
        "links-needs",
        "export-link-kind",
        "export-lag",
        "export-lag-from",
        "export-item-starts",
        "export-needed-starts",
        "export-kept",
        "export-reason",
        "export-source",
        "export-reference",
    ];
    begin(page, "export-sheet-links", 1, &keys, texts)?;
    page.columns_look(0..3, |s| &s.wrapped)?;
    page.columns_look(3..4, |s| &s.whole)?;
    page.columns_look(4..8, |s| &s.text)?;
    page.columns_look(8..9, |s| &s.wrapped)?;
    page.columns_look(9..10, |s| &s.text)?;
    page.columns_look(10..11, |s| &s.wrapped)?;
    let mut row = FIRST;
    for link in &handout.links {
        let (item, needed) = (&handout.items[link.item], &handout.items[link.needs]);
        let kind = match link.kind {
            LinkKind::Hard => texts.get("link-hard"),
            LinkKind::Soft => texts.get("link-soft"),
            LinkKind::OneOf(group) => {
                texts.with("export-link-one-of", &[("group", Arg::from(group as f64))])
            }
        };
        page.wrapped(row, 0, &item.name)?;
        page.wrapped(row, 1, &needed.name)?;
        page.wrapped(row, 2, &kind)?;
        page.number(row, 3, f64::from(link.lag), |s| &s.whole)?;
        let from = if link.after { "export-from-end" } else { "export-from-start" };
        page.text(row, 4, &texts.get(from))?;
        page.text(row, 5, handout.phase_of(item).unwrap_or_default())?;
        page.text(row, 6, handout.phase_of(needed).unwrap_or_default())?;
        if let Some(kept) = link.kept {
            page.text(row, 7, &texts.get(if kept { "input-yes" } else { "export-not-kept" }))?;
        }
        page.wrapped(row, 8, &link.reason)?;
        page.text(row, 9, &link.source)?;
        page.wrapped(row, 10, &link.reference)?;
        row += 1;
    }
    page.filter(HEADS, row - 1, keys.len())
}

pub fn assumptions(page: &mut Page<'_>, handout: &Handout<'_>, texts: &Texts) -> Written {
    let keys = [
        "export-about",
        "export-what",
        "export-figure",
        "export-low",
        "export-high",
        "export-source",
        "export-reference",
        "export-note",
    ];
    begin(page, "export-sheet-assumptions", 2, &keys, texts)?;
    page.columns_look(0..2, |s| &s.wrapped)?;
    page.columns_look(2..5, |s| &s.number)?;
    page.columns_look(5..6, |s| &s.text)?;
    page.columns_look(6..8, |s| &s.wrapped)?;
    let mut row = FIRST;
    for assumption in &handout.assumptions {
        page.wrapped(row, 0, &assumption.about)?;
        page.wrapped(row, 1, &assumption.what)?;
        match &assumption.value {
            Figure::Number(number) => page.number(row, 2, *number, |s| &s.number)?,
            Figure::Words(words) => page.text(row, 2, words)?,
        }
        for (column, end) in (3..).zip([assumption.low, assumption.high]) {
            if let Some(end) = end {
                page.number(row, column, end, |s| &s.number)?;
            }
        }
        page.text(row, 5, &assumption.source)?;
        page.wrapped(row, 6, &assumption.reference)?;
        page.wrapped(row, 7, &assumption.note)?;
        row += 1;
    }
    page.filter(HEADS, row - 1, keys.len())
}

pub fn findings(page: &mut Page<'_>, handout: &Handout<'_>, texts: &Texts) -> Written {
    let keys = ["column-severity", "column-place", "export-finding", "export-remedy"];
    begin(page, "export-sheet-findings", 0, &keys, texts)?;
    for (row, finding) in (FIRST..).zip(&handout.findings) {
        page.text(row, 0, &finding.severity)?;
        page.text(row, 1, &finding.place)?;
        page.wrapped(row, 2, &finding.message)?;
        page.wrapped(row, 3, &finding.remedy)?;
    }
    page.filter(HEADS, HEADS + handout.findings.len() as u32, keys.len())
}
