//! The annex: everything that the note rests on, in pictures and tables.

use super::Kind;
use super::criteria::{criteria, weight_sets};
use super::flow::{APART, Flow, SMALL, TEXT};
use super::note::views;
use super::scores::scores;
use super::table::Table;
use crate::files::out::dates::date_words;
use crate::files::out::markdown::link_words;
use crate::files::out::pictures::{
    Room, graph_picture, ranking_pictures, roadmap_pictures, robustness_pictures, spending_picture,
};
use crate::files::out::{AssumptionRow, Figure, Gauge, Handout, ItemRow, Part};
use crate::texts::Texts;

/// The least scale of a picture on a sheet before a larger sheet is taken.
const LEAST_SCALE: f64 = 0.6;
/// Height of a chart of a resource.
const CHART: f64 = 104.0;
/// Room that a heading takes on a page.
const HEADING: f64 = 34.0;
/// Places that are compared between views.
const FIRST: usize = 10;

/// The whole annex.
pub fn annex(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    let empty = handout.items.is_empty();
    section(flow, |flow| {
        let heading = flow.texts.get("paper-annex");
        upright(flow, &heading);
        flow.contents();
    });
    section(flow, |flow| roadmap(flow, handout));
    section(flow, |flow| gauges(flow, handout));
    section(flow, |flow| left_out(flow, handout));
    section(flow, |flow| ranking(flow, handout));
    section(flow, |flow| robustness(flow, handout));
    section(flow, |flow| graph(flow, handout));
    section(flow, |flow| {
        if !handout.matrix.leaves.is_empty() {
            upright(flow, &flow.texts.get("paper-criteria"));
            criteria(flow, handout);
            weight_sets(flow, handout);
        }
    });
    section(flow, |flow| {
        if !handout.matrix.leaves.is_empty() && !empty {
            upright(flow, &flow.texts.get("export-sheet-scores"));
            scores(flow, handout);
        }
    });
    section(flow, |flow| assumptions(flow, handout));
    section(flow, |flow| findings(flow, handout));
}

/// One part with pages of its own.
pub fn part(flow: &mut Flow<'_>, handout: &Handout<'_>, part: Part) {
    match part {
        Part::Roadmap => {
            section(flow, |flow| roadmap(flow, handout));
            section(flow, |flow| gauges(flow, handout));
            section(flow, |flow| left_out(flow, handout));
        }
        Part::Graph => section(flow, |flow| graph(flow, handout)),
        Part::Ranking => section(flow, |flow| ranking(flow, handout)),
        Part::Robustness => section(flow, |flow| robustness(flow, handout)),
        Part::All | Part::Note => annex(flow, handout),
    }
}

fn section(flow: &mut Flow<'_>, content: impl FnOnce(&mut Flow<'_>)) {
    flow.begin(Kind::Section);
    content(flow);
    flow.end();
}

/// Begins a page that stands, with a heading.
fn upright(flow: &mut Flow<'_>, heading: &str) {
    flow.page_upright();
    flow.heading(1, heading);
}

fn roadmap(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    if !handout.planned {
        return;
    }
    let texts = flow.texts;
    flow.page_lying();
    let room = Room { width: flow.width(), height: flow.whole() - HEADING };
    // Where phases make it wider than the page it will be scaled down to it.
    let wide = roadmap_pictures(handout, room, flow.letters, texts);
    let scale = wide.first().map_or(1.0, |picture| (room.width / picture.width).min(1.0));
    let room = Room { height: room.height / scale, ..room };
    let pictures = roadmap_pictures(handout, room, flow.letters, texts);
    for (at, picture) in pictures.iter().enumerate() {
        if at == 0 {
            flow.heading(1, &texts.get("roadmap-title"));
        } else {
            flow.page_lying();
        }
        flow.picture(picture);
    }
    flow.page_upright();
    let order = handout.planned_order();
    for (number, phase) in (1..).zip(&handout.phases) {
        let heading = match phase.days {
            Some((first, last)) => format!(
                "{} ({} – {})",
                phase.name,
                date_words(first, texts),
                date_words(last, texts)
            ),
            None => phase.name.clone(),
        };
        flow.heading(2, &heading);
        let here: Vec<usize> =
            order.iter().copied().filter(|&at| handout.items[at].start == Some(number)).collect();
        if here.is_empty() {
            flow.paragraph(&texts.get("export-nothing-starts"), TEXT);
        }
        items(flow, handout, &here, true);
    }
}

/// Items with owner, end, value, money, and why they are where they are.
fn items(flow: &mut Flow<'_>, handout: &Handout<'_>, items: &[usize], planned: bool) {
    let texts = flow.texts;
    let mut heads = vec![(texts.get("column-item"), false), (texts.get("column-owner"), false)];
    if planned {
        heads.push((texts.get("export-ends"), false));
    }
    heads.extend([
        (texts.get("column-value"), true),
        (texts.get("column-capex"), true),
        (texts.get("money-opex"), true),
        (texts.get("export-why"), false),
    ]);
    let mut table = Table::new(7.5, &heads);
    let currency = &handout.scenario.currency;
    for &at in items {
        let item = &handout.items[at];
        let mut row = vec![item.name.clone(), item.owner.clone()];
        if planned {
            let ends = item.last().and_then(|last| handout.phases.get(last as usize - 1));
            row.push(ends.map_or_else(String::new, |phase| phase.name.clone()));
        }
        row.extend([
            texts.number(handout.value(at), 1),
            texts.money(item.capex, currency),
            texts.money(item.opex_per_year, currency),
            why(item),
        ]);
        table.row(row);
    }
    table.place(flow);
}

fn why(item: &ItemRow) -> String {
    [item.marks.as_slice(), item.why.as_slice()].concat().join("; ")
}

fn left_out(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    let left = handout.left_out();
    if !handout.planned || left.is_empty() {
        return;
    }
    let heading = flow.texts.get("paper-left");
    upright(flow, &heading);
    items(flow, handout, &left, false);
}

/// Charts of all resources, two side by side, and their figures.
fn gauges(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    if handout.gauges.is_empty() {
        return;
    }
    let texts = flow.texts;
    upright(flow, &texts.get("export-sheet-gauges"));
    flow.paragraph(&texts.get("paper-cost-note"), SMALL);
    let width = (flow.width() - APART) / 2.0;
    let used = |gauge: &&Gauge| {
        gauge.phases.iter().any(|(used, limit)| *used > 0.0 || limit.is_some_and(|l| l > 0.0))
    };
    let room = Room { width, height: CHART };
    let pictures: Vec<_> = handout
        .gauges
        .iter()
        .filter(used)
        .map(|gauge| spending_picture(handout, gauge, room, flow.letters, texts))
        .collect();
    for pair in pictures.chunks(2) {
        flow.row_of_pictures(pair);
    }
    let heads = [
        (texts.get("column-phase"), false),
        (texts.get("export-used"), true),
        (texts.get("export-limit"), true),
        (texts.get("export-share"), true),
        (texts.get("export-remark"), false),
    ];
    let mut table = Table::new(7.5, &heads);
    for gauge in &handout.gauges {
        let amount = |x: f64| {
            if gauge.money {
                texts.money(x, &handout.scenario.currency)
            } else {
                format!("{} {}", texts.exact_number(x), gauge.unit)
            }
        };
        table.group(gauge.name.clone());
        for (phase, (used, limit)) in handout.phases.iter().zip(&gauge.phases) {
            let share = limit.filter(|limit| *limit > 0.0);
            let share = share.map(|limit| texts.percent(used / limit, 0));
            let over = limit.is_some_and(|limit| *used > limit + 1e-9);
            table.row(vec![
                phase.name.clone(),
                amount(*used),
                limit.map_or_else(|| "–".to_owned(), amount),
                share.unwrap_or_else(|| "–".to_owned()),
                if over { texts.get("gauge-over") } else { String::new() },
            ]);
        }
    }
    table.place(flow);
}

fn ranking(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    if handout.items.is_empty() {
        return;
    }
    let texts = flow.texts;
    upright(flow, &texts.get("ranking-title"));
    flow.paragraph(&handout.weighing, SMALL);
    let room = Room { width: flow.width(), height: flow.left() };
    for (at, picture) in ranking_pictures(handout, room, flow.letters, texts).iter().enumerate() {
        if at > 0 {
            flow.page_upright();
        }
        flow.picture(picture);
    }
    let heads = [
        (texts.get("column-rank"), true),
        (texts.get("column-item"), false),
        (texts.get("column-owner"), false),
        (texts.get("column-value"), true),
        (texts.get("column-phase"), false),
    ];
    let mut table = Table::new(7.5, &heads);
    for &at in &handout.ranking.order {
        let item = &handout.items[at];
        table.row(vec![
            handout.ranking.rows[at].rank.to_string(),
            item.name.clone(),
            item.owner.clone(),
            texts.number(handout.value(at), 1),
            handout.phase_of(item).unwrap_or("–").to_owned(),
        ]);
    }
    table.place(flow);
}

fn robustness(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    let texts = flow.texts;
    let room = Room { width: flow.width(), height: f64::INFINITY };
    if robustness_pictures(handout, room, flow.letters, texts).is_empty() {
        return;
    }
    upright(flow, &texts.get("picture-robustness-title"));
    flow.paragraph(&texts.get("paper-robustness-note"), SMALL);
    let first = FIRST.min(handout.items.len());
    views(handout, first, 40, 7.5, texts).place(flow);
    let room = Room { width: flow.width(), height: flow.whole() };
    for picture in robustness_pictures(handout, room, flow.letters, texts) {
        flow.picture(&picture);
    }
}

fn graph(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    if handout.links.is_empty() {
        return;
    }
    let texts = flow.texts;
    let heading = texts.get("export-sheet-links");
    match graph_picture(handout, flow.letters, texts) {
        Some(picture) => {
            flow.poster(&heading, &picture, LEAST_SCALE);
            flow.page_upright();
        }
        None => upright(flow, &heading),
    }
    let heads = [
        (texts.get("column-item"), false),
        (texts.get("links-needs"), false),
        (texts.get("export-link-kind"), false),
        (texts.get("export-reason"), false),
        (texts.get("export-kept"), false),
    ];
    let mut table = Table::new(7.5, &heads);
    for link in &handout.links {
        let kept = match link.kept {
            Some(true) => texts.get("input-yes"),
            Some(false) => texts.get("export-not-kept"),
            None => "–".to_owned(),
        };
        let source = [link.reason.as_str(), &link.source, &link.reference];
        let source: Vec<&str> = source.into_iter().filter(|words| !words.is_empty()).collect();
        table.row(vec![
            handout.items[link.item].name.clone(),
            handout.items[link.needs].name.clone(),
            link_words(link.kind, link.lag, link.after, texts),
            source.join("; "),
            kept,
        ]);
    }
    table.place(flow);
}

fn assumptions(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    if handout.assumptions.is_empty() {
        return;
    }
    let texts = flow.texts;
    upright(flow, &texts.get("export-sheet-assumptions"));
    let heads = [
        (texts.get("export-what"), false),
        (texts.get("export-figure"), true),
        (texts.get("export-range"), true),
        (texts.get("export-note"), false),
    ];
    let mut table = Table::new(7.5, &heads);
    let mut about = None;
    for row in &handout.assumptions {
        if about != Some(&row.about) {
            table.group(row.about.clone());
            about = Some(&row.about);
        }
        table.row(assumption(row, texts));
    }
    table.place(flow);
}

fn assumption(row: &AssumptionRow, texts: &Texts) -> Vec<String> {
    let number = |number: f64| texts.exact_number(number);
    let (value, words) = match &row.value {
        Figure::Number(figure) => (number(*figure), ""),
        Figure::Words(words) => (String::new(), words.as_str()),
    };
    let range = match (row.low, row.high) {
        (None, None) => String::new(),
        (low, high) => {
            let end = |end: Option<f64>| end.map_or_else(|| "…".to_owned(), number);
            format!("{} – {}", end(low), end(high))
        }
    };
    let note = [words, row.source.as_str(), &row.reference, &row.note];
    let note: Vec<&str> = note.into_iter().filter(|words| !words.is_empty()).collect();
    vec![row.what.clone(), value, range, note.join("; ")]
}

fn findings(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    if handout.findings.is_empty() {
        return;
    }
    let texts = flow.texts;
    upright(flow, &texts.get("export-sheet-findings"));
    let heads = [
        (texts.get("column-severity"), false),
        (texts.get("column-place"), false),
        (texts.get("export-finding"), false),
        (texts.get("export-remedy"), false),
    ];
    let mut table = Table::new(7.5, &heads);
    for finding in &handout.findings {
        table.row(vec![
            finding.severity.clone(),
            finding.place.clone(),
            finding.message.clone(),
            finding.remedy.clone(),
        ]);
    }
    table.place(flow);
}
