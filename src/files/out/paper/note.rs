//! The decision note: what is proposed, why, what it costs, what it rests on, who would
//! choose otherwise and how good it is, on two pages.

use super::flow::{APART, Flow, LEAD, SMALL, Style, TEXT};
use super::scores::Sources;
use super::table::Table;
use super::{Kind, MARGIN};
use crate::files::out::lettering::{LINE, Weight, clean};
use crate::files::out::pictures::{Anchor, BAND, Room, STRONG, leaf_name, spending_picture};
use crate::files::out::{AssumptionRow, Figure, Handout};
use crate::model::ProgressStatus;
use crate::texts::{Arg, Texts};

/// The most detail: names in a row, rows in a table.
const MOST: usize = 12;
/// Height of charts, at least and at most.
const CHARTS: (f64, f64) = (78.0, 170.0);
/// Phases that the note lists at most; the annex has the others.
const PHASES: usize = 12;
/// Places that are compared between views.
const FIRST: usize = 10;
/// Letters of a name at most: the annex has it whole.
const NAME: usize = 64;
/// Letters of a reason at most.
const REASON: usize = 180;

/// Places the note, with as much detail as two pages hold: on the first what is proposed
/// and what it costs, on the second why, and what to know before deciding.
pub fn note(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    flow.begin(Kind::Section);
    if handout.planned {
        flow.with_detail(MOST, 0, |flow, detail| {
            title(flow, handout);
            figures(flow, handout);
            proposed(flow, handout, detail);
            costs(flow, handout);
        });
        flow.page_again();
        flow.with_detail(MOST, 0, |flow, detail| {
            why(flow, handout, detail);
            good(flow, handout);
            rests(flow, handout, detail);
            dissent(flow, handout, detail);
            left_out(flow, handout, detail);
        });
    } else {
        flow.with_detail(MOST, 1, |flow, detail| {
            title(flow, handout);
            no_plan(flow, handout, detail);
        });
    }
    flow.end();
}

fn title(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    let texts = flow.texts;
    let kicker = match flow.date_words() {
        Some(date) => format!("{} – {date}", texts.get("paper-note")),
        None => texts.get("paper-note"),
    };
    flow.paragraph(&kicker, Style { size: 9.0, weight: Weight::Strong, shade: STRONG, after: 2.0 });
    flow.heading(1, &handout.title);
    if !handout.planned {
        return;
    }
    let (first, last) = (handout.phases.first(), handout.phases.last());
    let phases = match (first, last) {
        (Some(first), Some(last)) if handout.phases.len() > 1 => {
            format!("{} – {}", brief(&first.name), brief(&last.name))
        }
        (first, _) => first.map_or_else(String::new, |first| brief(&first.name)),
    };
    let planned = || handout.items.iter().filter(|item| item.start.is_some());
    let currency = &handout.scenario.currency;
    let capex = texts.money(planned().map(|item| item.capex).sum(), currency);
    let opex = texts.money(planned().map(|item| item.opex_per_year).sum(), currency);
    let args = [
        ("planned", Arg::from(planned().count() as f64)),
        ("items", Arg::from(handout.items.len() as f64)),
        ("phases", Arg::from(phases.as_str())),
        ("capex", Arg::from(capex.as_str())),
        ("opex", Arg::from(opex.as_str())),
    ];
    flow.paragraph(&texts.with("paper-note-lead", &args), LEAD);
    if let Some(words) = to_decide(handout, texts) {
        flow.paragraph(&words, Style { weight: Weight::Strong, ..LEAD });
    }
}

/// What begins next: the first phase in which something starts that has not begun.
fn to_decide(handout: &Handout<'_>, texts: &Texts) -> Option<String> {
    let open = |item: &&super::super::ItemRow| {
        item.start.is_some() && item.status == ProgressStatus::NotStarted
    };
    let phase = handout.items.iter().filter(open).filter_map(|item| item.start).min()?;
    let here = || handout.items.iter().filter(open).filter(|item| item.start == Some(phase));
    let capex = texts.money(here().map(|item| item.capex).sum(), &handout.scenario.currency);
    let name = handout.phases.get(phase as usize - 1).map(|phase| brief(&phase.name))?;
    let args = [
        ("count", Arg::from(here().count() as f64)),
        ("phase", Arg::from(name.as_str())),
        ("capex", Arg::from(capex.as_str())),
    ];
    Some(texts.with("paper-note-decide", &args))
}

/// Four figures side by side.
fn figures(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    let texts = flow.texts;
    let planned = || handout.items.iter().filter(|item| item.start.is_some());
    let currency = &handout.scenario.currency;
    let items = [("items", Arg::from(handout.items.len() as f64))];
    let mut figures = vec![
        (planned().count().to_string(), texts.with("paper-figure-planned", &items)),
        (
            texts.money(planned().map(|item| item.capex).sum(), currency),
            texts.get("paper-figure-capex"),
        ),
        (
            texts.money(planned().map(|item| item.opex_per_year).sum(), currency),
            texts.get("paper-figure-opex"),
        ),
    ];
    match handout.gap {
        Some(gap) if gap > 0.0 => {
            let decimals = if gap < 0.0095 { 2 } else { 1 };
            let gap = texts.percent(gap.max(1e-4), decimals);
            figures.push((format!("≤ {gap}"), texts.get("paper-figure-gap")));
        }
        Some(_) => figures.push((texts.percent(0.0, 0), texts.get("paper-figure-optimal"))),
        None => {}
    }
    let apart = 10.0;
    let width = (flow.width() - apart * (figures.len() - 1) as f64) / figures.len() as f64;
    let inner = width - 16.0;
    let number = Style { size: 16.0, weight: Weight::Strong, shade: STRONG, after: 0.0 };
    let label = Style { size: 8.0, ..SMALL };
    let labels: Vec<Vec<String>> = figures
        .iter()
        .map(|(_, words)| flow.letters.lines_up_to(words, Weight::Plain, label.size, inner, 3))
        .collect();
    let lines = labels.iter().map(Vec::len).max().unwrap_or(1);
    let height = 14.0 + number.size * LINE + lines as f64 * label.size * LINE;
    flow.need(height);
    let top = flow.y();
    for (at, ((words, _), lines)) in figures.iter().zip(&labels).enumerate() {
        let x = MARGIN + at as f64 * (width + apart);
        flow.area((x, top), (width, height), BAND);
        flow.area((x, top), (3.0, height), STRONG);
        let element = flow.element(Kind::Paragraph);
        // A figure that is too wide is set smaller, never cut.
        let own = flow.letters.width(words, Weight::Strong, number.size);
        let size = number.size * (inner / own.max(1.0)).min(1.0);
        let number = Style { size, ..number };
        let shown = format!("{words} ");
        flow.write(Some(element), (x + 10.0, top + 6.0), &shown, number, Anchor::Start);
        for (line, words) in lines.iter().enumerate() {
            let y = top + 7.0 + 16.0 * LINE + line as f64 * label.size * LINE;
            flow.write(Some(element), (x + 10.0, y), words, label, Anchor::Start);
        }
    }
    flow.space(height + 8.0);
}

/// A name that is not too long for a note.
fn brief(name: &str) -> String {
    cut(name, NAME)
}

/// A text of so many letters at most.
fn cut(text: &str, most: usize) -> String {
    let text = clean(text);
    if text.chars().count() <= most {
        return text;
    }
    let cut: String = text.chars().take(most - 1).collect();
    format!("{}…", cut.trim_end())
}

/// The first names, and how many more there are.
fn names(handout: &Handout<'_>, items: &[usize], most: usize, texts: &Texts) -> String {
    let name = |&at: &usize| brief(&handout.items[at].name);
    let first: Vec<String> = items.iter().take(most).map(name).collect();
    let first = first.join("; ");
    if items.len() <= most {
        return first;
    }
    let more = Arg::from((items.len() - most) as f64);
    texts.with("paper-and-more", &[("names", Arg::from(first.as_str())), ("count", more)])
}

/// What starts in each phase.
fn proposed(flow: &mut Flow<'_>, handout: &Handout<'_>, detail: usize) {
    let texts = flow.texts;
    flow.heading(2, &texts.get("paper-what"));
    let heads = [
        (texts.get("column-phase"), false),
        (texts.get("paper-starts"), true),
        (texts.get("paper-items"), false),
        (texts.get("column-capex"), true),
    ];
    let mut table = Table::new(8.5, &heads);
    let order = handout.planned_order();
    for (number, phase) in (1..).zip(handout.phases.iter().take(PHASES)) {
        let here: Vec<usize> =
            order.iter().copied().filter(|&at| handout.items[at].start == Some(number)).collect();
        let capex: f64 = here.iter().map(|&at| handout.items[at].capex).sum();
        let words = if here.is_empty() {
            texts.get("export-nothing-starts")
        } else {
            names(handout, &here, detail, texts)
        };
        let money = texts.money(capex, &handout.scenario.currency);
        table.row(vec![brief(&phase.name), here.len().to_string(), words, money]);
    }
    table.place(flow);
    if handout.phases.len() > PHASES {
        let count = [("count", Arg::from((handout.phases.len() - PHASES) as f64))];
        flow.paragraph(&texts.with("paper-more-phases", &count), SMALL);
    }
}

/// Money and people by phase, as charts.
fn costs(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    let used = |gauge: &&super::super::Gauge| gauge.phases.iter().any(|(used, _)| *used > 0.0);
    let gauges: Vec<_> = handout.gauges.iter().take(3).filter(used).collect();
    if gauges.is_empty() {
        return;
    }
    let texts = flow.texts;
    // The heading stays with what it is about.
    flow.need(CHARTS.0 + 60.0);
    flow.heading(2, &texts.get("paper-cost"));
    let height = (flow.left() - 24.0).clamp(CHARTS.0, CHARTS.1);
    let width = (flow.width() - APART * (gauges.len() - 1) as f64) / gauges.len() as f64;
    let room = Room { width, height };
    let picture = |gauge| spending_picture(handout, gauge, room, flow.letters, texts);
    let pictures: Vec<_> = gauges.into_iter().map(picture).collect();
    flow.row_of_pictures(&pictures);
    flow.paragraph(&texts.get("paper-cost-note"), SMALL);
}

/// The items of the greatest value that start first, and what counts for them.
fn why(flow: &mut Flow<'_>, handout: &Handout<'_>, detail: usize) {
    let texts = flow.texts;
    flow.heading(2, &texts.get("paper-why"));
    flow.paragraph(&texts.get("paper-why-intro"), TEXT);
    let heads = [
        (texts.get("column-item"), false),
        (texts.get("column-phase"), false),
        (texts.get("column-value"), true),
        (texts.get("paper-counts-most"), false),
        (texts.get("export-why"), false),
    ];
    let mut table = Table::new(8.0, &heads);
    for &at in handout.planned_order().iter().take(detail.clamp(2, 6)) {
        let item = &handout.items[at];
        table.row(vec![
            brief(&item.name),
            handout.phase_of(item).map(brief).unwrap_or_default(),
            texts.number(handout.value(at), 1),
            strongest(handout, at, texts),
            brief_reasons(item.marks.iter().chain(&item.why), 2),
        ]);
    }
    table.place(flow);
}

/// The three criteria that add most, with their points.
fn strongest(handout: &Handout<'_>, item: usize, texts: &Texts) -> String {
    let Some(row) = handout.ranking.rows.get(item) else { return String::new() };
    let mut parts: Vec<(usize, f64)> = row.contributions.iter().copied().enumerate().collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let part = |&(leaf, points): &(usize, f64)| {
        // The figure stays with the end of its name.
        let name = brief(&leaf_name(handout, leaf, texts));
        format!("{name}\u{a0}{}", texts.number(points, 1))
    };
    let parts: Vec<String> =
        parts.iter().filter(|(_, points)| *points > 0.0).take(3).map(part).collect();
    parts.join("; ")
}

/// So many reasons at most; what is longer than any reason of ours is cut.
fn brief_reasons<'a>(reasons: impl Iterator<Item = &'a String>, most: usize) -> String {
    let reasons: Vec<String> = reasons.take(most).map(|reason| cut(reason, REASON)).collect();
    reasons.join("; ")
}

fn good(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    let texts = flow.texts;
    flow.heading(2, &texts.get("paper-good"));
    flow.paragraph(&handout.proof.join(" "), TEXT);
    flow.paragraph(&handout.weighing, TEXT);
}

fn rests(flow: &mut Flow<'_>, handout: &Handout<'_>, detail: usize) {
    let texts = flow.texts;
    flow.heading(2, &texts.get("paper-rests"));
    flow.paragraph(&Sources::of(handout.scenario).words(texts), TEXT);
    let line = |row: &AssumptionRow| {
        let value = match &row.value {
            Figure::Number(number) => texts.exact_number(*number),
            Figure::Words(words) => words.clone(),
        };
        let range = match (row.low, row.high) {
            (Some(low), Some(high)) => {
                format!(" ({} – {})", texts.exact_number(low), texts.exact_number(high))
            }
            _ => String::new(),
        };
        format!("{}: {value}{range}", row.what)
    };
    let about = handout.assumptions.first().map(|row| row.about.clone()).unwrap_or_default();
    let settings = handout.assumptions.iter().filter(|row| row.about == about);
    let lines: Vec<String> = settings.take(detail.clamp(2, 5)).map(line).collect();
    if !lines.is_empty() {
        flow.paragraph(
            &texts.with("paper-settings", &[("settings", Arg::from(lines.join("; ").as_str()))]),
            TEXT,
        );
    }
}

/// What others would choose, with weights or methods of their own; what was decided.
fn dissent(flow: &mut Flow<'_>, handout: &Handout<'_>, detail: usize) {
    let texts = flow.texts;
    let decisions: Vec<String> = handout
        .scenario
        .decisions
        .iter()
        .rev()
        .take(detail.min(3))
        .map(|decision| {
            let who = [decision.date.as_str(), decision.by.as_str()];
            let who: Vec<&str> = who.into_iter().filter(|words| !words.is_empty()).collect();
            let why = Some(&decision.reason).filter(|reason| !reason.is_empty());
            let why = why.map_or_else(String::new, |why| format!(" ({})", brief(why)));
            format!("{}: {}{why}", who.join(", "), brief(&decision.what))
        })
        .collect();
    if handout.views.is_empty() && decisions.is_empty() {
        return;
    }
    flow.heading(2, &texts.get("paper-dissent"));
    if !handout.views.is_empty() {
        let first = FIRST.min(handout.items.len());
        let count = [("count", Arg::from(first as f64))];
        flow.paragraph(&texts.with("paper-dissent-intro", &count), TEXT);
        let table = views(handout, first, detail, 8.0, texts);
        table.place(flow);
    }
    if !decisions.is_empty() {
        flow.paragraph(&texts.get("paper-decisions"), TEXT);
        flow.list(&decisions, TEXT);
    }
}

/// Each other view: how many of the first places it shares, and which differ.
pub fn views(
    handout: &Handout<'_>,
    first: usize,
    detail: usize,
    size: f64,
    texts: &Texts,
) -> Table {
    let heads = [
        (texts.get("paper-view"), false),
        (texts.get("paper-in-common"), true),
        (texts.get("paper-would-take"), false),
        (texts.get("paper-would-drop"), false),
    ];
    let mut table = Table::new(size, &heads);
    let own = |at: &usize| handout.ranking.rows[*at].rank <= first;
    for view in handout.views.iter().take(if detail >= 4 { usize::MAX } else { 5 }) {
        let theirs = |at: &usize| view.ranks.get(*at).is_some_and(|rank| *rank <= first);
        let order = &handout.ranking.order;
        let common = order.iter().filter(|at| own(at) && theirs(at)).count();
        let mut up: Vec<usize> =
            order.iter().copied().filter(|at| theirs(at) && !own(at)).collect();
        up.sort_by_key(|&at| view.ranks.get(at).copied());
        let down: Vec<usize> = order.iter().copied().filter(|at| own(at) && !theirs(at)).collect();
        let some = detail.div_ceil(4);
        let words = |items: &[usize]| {
            if items.is_empty() { "–".to_owned() } else { names(handout, items, some, texts) }
        };
        table.row(vec![brief(&view.name), common.to_string(), words(&up), words(&down)]);
    }
    table
}

fn left_out(flow: &mut Flow<'_>, handout: &Handout<'_>, detail: usize) {
    let texts = flow.texts;
    let left = handout.left_out();
    if left.is_empty() {
        return;
    }
    flow.heading(2, &texts.get("paper-left"));
    let count = [("count", Arg::from(left.len() as f64))];
    flow.paragraph(&texts.with("paper-left-count", &count), TEXT);
    let line = |&at: &usize| {
        let item = &handout.items[at];
        let why = brief_reasons(item.marks.iter().chain(&item.why), 1);
        let name = brief(&item.name);
        if why.is_empty() { name } else { format!("{name}: {why}") }
    };
    let lines: Vec<String> = left.iter().take(detail.clamp(1, 5)).map(line).collect();
    flow.list(&lines, TEXT);
}

fn no_plan(flow: &mut Flow<'_>, handout: &Handout<'_>, detail: usize) {
    let texts = flow.texts;
    flow.paragraph(&texts.get("paper-no-plan"), LEAD);
    let mut said = handout.proof.iter();
    if let Some(first) = said.next() {
        flow.paragraph(first, TEXT);
    }
    let rest: Vec<String> = said.take(2 * detail).cloned().collect();
    flow.list(&rest, TEXT);
    flow.paragraph(&handout.weighing, TEXT);
    rests(flow, handout, detail);
    if !handout.items.is_empty() && handout.ranking.order.len() > 1 {
        dissent(flow, handout, detail);
    }
}
