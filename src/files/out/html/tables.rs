//! The tables of the page.

use super::{Page, Written, element, words};
use crate::files::out::dates::date_words;
use crate::files::out::markdown::link_words;
use crate::files::out::{AssumptionRow, Figure, Handout, ItemRow};
use crate::texts::Texts;

/// A cell of a row.
enum Cell {
    /// Names the row for readers who hear it.
    Head(String),
    Words(String),
    Number(String),
    /// A number that is too large, said in words too.
    Over(String),
}

/// A table with a caption, heads for its columns and one for each row.
fn table(
    page: &mut Page,
    caption: Option<&str>,
    heads: &[String],
    rows: impl Iterator<Item = Vec<Cell>>,
) -> Written {
    element(page, "table", &[], |page| {
        if let Some(caption) = caption {
            words(page, "caption", &[], caption)?;
        }
        element(page, "thead", &[], |page| {
            element(page, "tr", &[], |page| {
                heads.iter().try_for_each(|head| words(page, "th", &[("scope", "col")], head))
            })
        })?;
        element(page, "tbody", &[], |page| {
            for row in rows {
                element(page, "tr", &[], |page| row.iter().try_for_each(|cell| write(page, cell)))?;
            }
            Ok(())
        })
    })
}

fn write(page: &mut Page, cell: &Cell) -> Written {
    match cell {
        Cell::Head(text) => words(page, "th", &[("scope", "row")], text),
        Cell::Words(text) => words(page, "td", &[], text),
        Cell::Number(text) => words(page, "td", &[("class", "number")], text),
        Cell::Over(text) => words(page, "td", &[("class", "number over")], text),
    }
}

fn heads(keys: &[&str], texts: &Texts) -> Vec<String> {
    keys.iter().map(|key| texts.get(key)).collect()
}

/// What starts in a phase.
pub fn phase(page: &mut Page, handout: &Handout<'_>, number: u32, texts: &Texts) -> Written {
    let Some(phase) = handout.phases.get(number as usize - 1) else { return Ok(()) };
    let mut items: Vec<usize> = handout.planned_order();
    items.retain(|&at| handout.items[at].start == Some(number));
    let caption = match phase.days {
        Some((first, last)) => {
            format!("{} ({} – {})", phase.name, date_words(first, texts), date_words(last, texts))
        }
        None => phase.name.clone(),
    };
    if items.is_empty() {
        return words(
            page,
            "p",
            &[],
            &format!("{caption}: {}", texts.get("export-nothing-starts")),
        );
    }
    let keys = [
        "column-item",
        "field-kind",
        "column-owner",
        "export-ends",
        "column-value",
        "column-capex",
        "export-why",
    ];
    let row = |at: usize| {
        let item = &handout.items[at];
        let ends = item.last().and_then(|last| handout.phases.get(last as usize - 1));
        vec![
            Cell::Head(item.name.clone()),
            Cell::Words(item.kind_name.clone()),
            Cell::Words(item.owner.clone()),
            Cell::Words(ends.map_or_else(String::new, |phase| phase.name.clone())),
            Cell::Number(texts.number(handout.value(at), 1)),
            Cell::Number(texts.money(item.capex, &handout.scenario.currency)),
            Cell::Words(why(item)),
        ]
    };
    table(page, Some(&caption), &heads(&keys, texts), items.into_iter().map(row))
}

fn why(item: &ItemRow) -> String {
    [item.marks.as_slice(), item.why.as_slice()].concat().join("; ")
}

pub fn left_out(page: &mut Page, handout: &Handout<'_>, texts: &Texts) -> Written {
    let items = handout.left_out();
    if items.is_empty() {
        return Ok(());
    }
    let keys = ["column-item", "column-owner", "column-value", "column-capex", "export-why"];
    let row = |at: usize| {
        let item = &handout.items[at];
        vec![
            Cell::Head(item.name.clone()),
            Cell::Words(item.owner.clone()),
            Cell::Number(texts.number(handout.value(at), 1)),
            Cell::Number(texts.money(item.capex, &handout.scenario.currency)),
            Cell::Words(why(item)),
        ]
    };
    let caption = texts.get("plan-left-out");
    table(page, Some(&caption), &heads(&keys, texts), items.into_iter().map(row))
}

/// All items by rank, with what each criterion adds.
pub fn ranking(page: &mut Page, handout: &Handout<'_>, texts: &Texts) -> Written {
    let mut heads = heads(&["column-rank", "column-item", "column-value"], texts);
    for &leaf in &handout.matrix.leaves {
        let criterion = &handout.scenario.criteria[leaf];
        let name = criterion.name.get(texts.language());
        heads.push(if name.is_empty() { criterion.id.to_string() } else { name.to_owned() });
    }
    let row = |&at: &usize| {
        let ranked = &handout.ranking.rows[at];
        let mut row = vec![
            Cell::Number(ranked.rank.to_string()),
            Cell::Head(handout.items[at].name.clone()),
            Cell::Number(texts.number(ranked.value, 1)),
        ];
        let points = ranked.contributions.iter();
        row.extend(points.map(|points| Cell::Number(texts.number(*points, 1))));
        row
    };
    table(page, None, &heads, handout.ranking.order.iter().map(row))
}

/// Used and limit of each resource, phase by phase.
pub fn gauges(page: &mut Page, handout: &Handout<'_>, texts: &Texts) -> Written {
    let mut heads = heads(&["export-resource"], texts);
    heads.extend(handout.phases.iter().map(|phase| phase.name.clone()));
    let row = |gauge: &super::super::Gauge| {
        let amount = |x: f64| {
            let currency = &handout.scenario.currency;
            if gauge.money {
                texts.money(x, currency)
            } else {
                format!("{} {}", texts.exact_number(x), gauge.unit)
            }
        };
        let cell = |(used, limit): &(f64, Option<f64>)| match limit {
            Some(limit) if *used > limit + 1e-9 => {
                let over = texts.get("gauge-over");
                Cell::Over(format!("{} / {} – {over}", amount(*used), amount(*limit)))
            }
            Some(limit) => Cell::Number(format!("{} / {}", amount(*used), amount(*limit))),
            None => Cell::Number(amount(*used)),
        };
        let name = std::iter::once(Cell::Head(gauge.name.clone()));
        name.chain(gauge.phases.iter().map(cell)).collect()
    };
    table(page, None, &heads, handout.gauges.iter().map(row))
}

pub fn links(page: &mut Page, handout: &Handout<'_>, texts: &Texts) -> Written {
    let keys = ["column-item", "links-needs", "export-link-kind", "export-reason", "export-kept"];
    let row = |link: &super::super::LinkRow| {
        let kept = match link.kept {
            Some(true) => texts.get("input-yes"),
            Some(false) => texts.get("export-not-kept"),
            None => "–".to_owned(),
        };
        vec![
            Cell::Head(handout.items[link.item].name.clone()),
            Cell::Words(handout.items[link.needs].name.clone()),
            Cell::Words(link_words(link.kind, link.lag, link.after, texts)),
            Cell::Words(link.reason.clone()),
            Cell::Words(kept),
        ]
    };
    table(page, None, &heads(&keys, texts), handout.links.iter().map(row))
}

pub fn assumptions(page: &mut Page, handout: &Handout<'_>, texts: &Texts) -> Written {
    let keys = ["export-about", "export-what", "export-figure", "export-range", "export-note"];
    let number = |number: f64| texts.exact_number(number);
    let row = |row: &AssumptionRow| {
        let value = match &row.value {
            Figure::Number(figure) => Cell::Number(number(*figure)),
            Figure::Words(words) => Cell::Words(words.clone()),
        };
        let range = match (row.low, row.high) {
            (None, None) => String::new(),
            (low, high) => {
                let end = |end: Option<f64>| end.map_or_else(|| "…".to_owned(), number);
                format!("{} – {}", end(low), end(high))
            }
        };
        let note = [row.source.as_str(), &row.reference, &row.note];
        let note: Vec<&str> = note.into_iter().filter(|words| !words.is_empty()).collect();
        vec![
            Cell::Head(row.about.clone()),
            Cell::Words(row.what.clone()),
            value,
            Cell::Number(range),
            Cell::Words(note.join("; ")),
        ]
    };
    table(page, None, &heads(&keys, texts), handout.assumptions.iter().map(row))
}

pub fn findings(page: &mut Page, handout: &Handout<'_>, texts: &Texts) -> Written {
    let keys = ["column-severity", "column-place", "column-problem"];
    let row = |finding: &super::super::FindingRow| {
        vec![
            Cell::Head(finding.severity.clone()),
            Cell::Words(finding.place.clone()),
            Cell::Words(format!("{} {}", finding.message, finding.remedy)),
        ]
    };
    table(page, None, &heads(&keys, texts), handout.findings.iter().map(row))
}
