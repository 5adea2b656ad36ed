//! The sheet of scales: how a score becomes a value of 0..100 (`scoring::value_of`).

use super::Written;
use super::layout::{FIRST_SCALE, Layout, Leaf, Table};
use super::page::Page;
use crate::model::{Source, ValueFunction};
use crate::texts::Texts;

pub const WORST: u16 = 4;
pub const BEST: u16 = 5;
const TABLE_SCORE: u16 = 0;
const TABLE_VALUE: u16 = 1;
/// Widths of the columns.
pub const WIDTHS: [f64; 13] =
    [36.0, 20.0, 30.0, 22.0, 14.0, 14.0, 14.0, 30.0, 30.0, 30.0, 14.0, 20.0, 50.0];

pub fn write(page: &mut Page<'_>, layout: &Layout<'_>, texts: &Texts) -> Written {
    let language = texts.language();
    page.title(&texts.get("export-sheet-scales"), &texts.get("export-scales-note"))?;
    let keys = [
        "export-criterion",
        "column-id",
        "export-unit",
        "export-scale",
        "export-worst",
        "export-best",
        "input-baseline",
        "export-at-0",
        "export-at-50",
        "export-at-100",
        "export-source",
        "export-reference",
        "export-note",
    ];
    page.heads(FIRST_SCALE - 1, FIRST_SCALE - 1, 1, &keys.map(|key| texts.get(key)))?;
    for (row, leaf) in (FIRST_SCALE..).zip(&layout.leaves) {
        let criterion = leaf.criterion;
        page.text(row, 0, &leaf.name)?;
        page.text(row, 1, criterion.id.as_str())?;
        page.wrapped(row, 2, criterion.unit.get(language))?;
        page.text(row, 3, &texts.get(kind_key(leaf)))?;
        if let Some((worst, best)) = ends(leaf) {
            page.number(row, WORST, worst, |s| &s.input)?;
            page.number(row, BEST, best, |s| &s.input)?;
        }
        page.number(row, 6, criterion.baseline, |s| &s.number)?;
        let anchors = &criterion.anchors;
        for (column, anchor) in (7..).zip([&anchors.at_0, &anchors.at_50, &anchors.at_100]) {
            page.wrapped(row, column, anchor.get(language))?;
        }
        let provenance = &criterion.provenance;
        let source = provenance.source.map(|source: Source| source_word(source, texts));
        page.text(row, 10, &source.unwrap_or_default())?;
        page.wrapped(row, 11, provenance.reference.as_deref().unwrap_or_default())?;
        page.wrapped(row, 12, provenance.note.as_deref().unwrap_or_default())?;
    }
    for leaf in &layout.leaves {
        if let Some(table) = leaf.table {
            points_or_levels(page, leaf, table, texts)?;
        }
    }
    Ok(())
}

/// The word for how far something can be trusted.
pub fn source_word(source: Source, texts: &Texts) -> String {
    texts.get(&format!("source-{}", source.word()))
}

fn kind_key(leaf: &Leaf<'_>) -> &'static str {
    match leaf.criterion.value {
        Some(ValueFunction::Linear { .. }) | None => "export-scale-linear",
        Some(ValueFunction::Log10 { .. }) => "export-scale-log",
        Some(ValueFunction::Points(_)) => "export-scale-points",
        Some(ValueFunction::Levels(_)) => "export-scale-levels",
    }
}

fn ends(leaf: &Leaf<'_>) -> Option<(f64, f64)> {
    match leaf.criterion.value {
        Some(ValueFunction::Linear { worst, best } | ValueFunction::Log10 { worst, best }) => {
            Some((worst, best))
        }
        _ => None,
    }
}

/// The table of a scale that has one.
fn points_or_levels(page: &mut Page<'_>, leaf: &Leaf<'_>, table: Table, texts: &Texts) -> Written {
    let (title, heads) = (table.first - 2, table.first - 1);
    let bold = page.styles.bold.clone();
    page.sheet.write_string_with_format(title, 0, &leaf.name, &bold)?;
    let head = page.styles.head.clone();
    let names = ["export-score", "column-value"].map(|key| texts.get(key));
    for (column, name) in (0..).zip(names) {
        page.sheet.write_string_with_format(heads, column, name, &head)?;
    }
    match &leaf.criterion.value {
        Some(ValueFunction::Points(points)) => {
            for (row, [score, value]) in (table.first..).zip(points) {
                page.number(row, TABLE_SCORE, *score, |s| &s.input)?;
                page.number(row, TABLE_VALUE, *value, |s| &s.input)?;
            }
        }
        Some(ValueFunction::Levels(levels)) => {
            let input = page.styles.input_text.clone();
            for ((row, label), value) in (table.first..).zip(&leaf.labels).zip(levels.values()) {
                page.sheet.write_string_with_format(row, TABLE_SCORE, label, &input)?;
                page.number(row, TABLE_VALUE, *value, |s| &s.input)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// The formula of how steep a scale is, with what it comes to: points of value for one
/// unit of the score, on a logarithmic scale for ten times as much. None for scales with a
/// table.
pub fn steepness(leaf: &Leaf<'_>, worst: &str, best: &str) -> Option<(String, f64)> {
    let steep = |span: f64| if span == 0.0 { 0.0 } else { 100.0 / span };
    let formula = |span: String| format!("=IF({best}={worst},0,100/{span})");
    match leaf.criterion.value.as_ref()? {
        ValueFunction::Linear { worst: from, best: to } => {
            Some((formula(format!("({best}-{worst})")), steep(to - from)))
        }
        ValueFunction::Log10 { worst: from, best: to } => {
            Some((formula(format!("LOG10({best}/{worst})")), steep(to.log10() - from.log10())))
        }
        ValueFunction::Points(_) | ValueFunction::Levels(_) => None,
    }
}

/// The formula of a value: `score` is its cell, `worst` and `steep` are those of the
/// scale's worst end and of its [`steepness`]. It comes to nothing where the score is none
/// of the scale.
pub fn value_formula(
    layout: &Layout<'_>,
    leaf: &Leaf<'_>,
    score: &str,
    worst: &str,
    steep: &str,
) -> String {
    match (&leaf.criterion.value, leaf.table) {
        (Some(ValueFunction::Linear { .. }), _) => {
            format!("=IF(ISNUMBER({score}),MAX(0,MIN(100,({score}-{worst})*{steep})),\"\")")
        }
        // Nothing at all is below every logarithmic scale.
        (Some(ValueFunction::Log10 { .. }), _) => format!(
            "=IF(ISNUMBER({score}),IF({score}>0,\
             MAX(0,MIN(100,LOG10({score}/{worst})*{steep})),IF({steep}<0,100,0)),\"\")"
        ),
        (Some(ValueFunction::Points(_)), Some(table)) => {
            let at = |column, row| layout.table_range(table, column, row, row);
            let all = |column| layout.table_range(table, column, 0, table.rows - 1);
            let last = table.rows - 1;
            let (x, v) = (all(TABLE_SCORE), all(TABLE_VALUE));
            let (x_first, v_first) = (at(TABLE_SCORE, 0), at(TABLE_VALUE, 0));
            let (x_last, v_last) = (at(TABLE_SCORE, last), at(TABLE_VALUE, last));
            let piece = format!("MATCH({score},{x},1)");
            let between = |range: &str, step: &str| format!("INDEX({range},{piece}{step})");
            let (x0, x1) = (between(&x, ""), between(&x, "+1"));
            let (v0, v1) = (between(&v, ""), between(&v, "+1"));
            format!(
                "=IF(ISNUMBER({score}),IF({score}<={x_first},{v_first},\
                 IF({score}>={x_last},{v_last},\
                 {v0}+({v1}-{v0})*(({score}-{x0})/({x1}-{x0})))),\"\")"
            )
        }
        (Some(ValueFunction::Levels(_)), Some(table)) => {
            let all = |column| layout.table_range(table, column, 0, table.rows - 1);
            let (labels, values) = (all(TABLE_SCORE), all(TABLE_VALUE));
            format!("=IFERROR(INDEX({values},MATCH({score},{labels},0)),\"\")")
        }
        // A scale without points: every number is worth nothing, as in the program.
        (Some(ValueFunction::Points(_)), None) => format!("=IF(ISNUMBER({score}),0,\"\")"),
        _ => "=\"\"".to_owned(),
    }
}

/// The words that a score may be, for a list to choose from; none for numbers.
pub fn choices(layout: &Layout<'_>, leaf: &Leaf<'_>) -> Option<String> {
    let table = leaf.table.filter(|_| !leaf.labels.is_empty())?;
    Some(format!("={}", layout.table_range(table, TABLE_SCORE, 0, table.rows - 1)))
}
