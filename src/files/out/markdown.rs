//! The roadmap, the ranking and the dependencies as text with marks (CommonMark with
//! tables, as GitHub, GitLab and pandoc read them).

use super::dates::date_words;
use super::plain::one_line;
use super::{Gauge, Handout, LinkKind, Part};
use crate::texts::{Arg, Texts};
use std::fmt::Write as _;

pub fn markdown(handout: &Handout<'_>, part: Part, texts: &Texts) -> String {
    let mut text = format!("# {}\n\n", escaped(&handout.title));
    for (at, sentence) in handout.proof.iter().enumerate() {
        let mark = if at > 0 && !handout.planned { "- " } else { "" };
        let _ = writeln!(text, "{mark}{}", escaped(sentence));
    }
    let _ = writeln!(text, "\n{}\n", escaped(&handout.weighing));
    if part.holds(Part::Roadmap) && handout.planned {
        roadmap(handout, texts, &mut text);
    }
    if part == Part::Ranking || (part == Part::All && !handout.planned) {
        ranking(handout, texts, &mut text);
    }
    if part.holds(Part::Graph) && !handout.links.is_empty() {
        links(handout, texts, &mut text);
    }
    text
}

/// Text that Markdown takes for nothing else.
fn escaped(text: &str) -> String {
    let line = one_line(text);
    let mut out = String::with_capacity(line.len());
    for (at, c) in line.chars().enumerate() {
        let begins = at == 0 && matches!(c, '#' | '-' | '+' | '=' | '~');
        let marks = matches!(c, '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '\\' | '&' | '~');
        if begins || marks {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn roadmap(handout: &Handout<'_>, texts: &Texts, text: &mut String) {
    let currency = &handout.scenario.currency;
    let order = handout.planned_order();
    for (number, phase) in (1..).zip(&handout.phases) {
        let _ = write!(text, "## {}", escaped(&phase.name));
        if let Some((first, last)) = phase.days {
            let _ = write!(text, " ({} – {})", date_words(first, texts), date_words(last, texts));
        }
        text.push_str("\n\n");
        for gauge in &handout.gauges {
            gauge_line(gauge, number, currency, texts, text);
        }
        let here: Vec<usize> =
            order.iter().copied().filter(|&at| handout.items[at].start == Some(number)).collect();
        if !here.is_empty() {
            let keys =
                ["column-item", "column-owner", "column-value", "column-capex", "export-why"];
            head(&keys, "| --- | --- | ---: | ---: | --- |", texts, text);
        }
        for at in here {
            let item = &handout.items[at];
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} | {} |",
                escaped(&item.name),
                escaped(&item.owner),
                texts.number(handout.value(at), 1),
                texts.money(item.capex, currency),
                escaped(&[item.marks.as_slice(), item.why.as_slice()].concat().join("; ")),
            );
        }
        text.push('\n');
    }
    let left = handout.left_out();
    if !left.is_empty() {
        let _ = writeln!(text, "## {}\n", texts.get("plan-left-out"));
        for at in left {
            let item = &handout.items[at];
            let why = [item.marks.as_slice(), item.why.as_slice()].concat().join("; ");
            let why = if why.is_empty() { String::new() } else { format!(": {}", escaped(&why)) };
            let _ = writeln!(text, "- {}{why}", escaped(&item.name));
        }
        text.push('\n');
    }
}

fn head(keys: &[&str], rule: &str, texts: &Texts, text: &mut String) {
    let heads: Vec<String> = keys.iter().map(|key| texts.get(key)).collect();
    let _ = writeln!(text, "\n| {} |\n{rule}", heads.join(" | "));
}

/// What is used of a resource in a phase; nothing where it is neither used nor limited.
fn gauge_line(gauge: &Gauge, number: u32, currency: &str, texts: &Texts, text: &mut String) {
    let Some((used, limit)) = gauge.phases.get(number as usize - 1) else { return };
    if *used == 0.0 && limit.is_none() {
        return;
    }
    let amount = |x: f64| {
        if gauge.money {
            texts.money(x, currency)
        } else {
            format!("{} {}", texts.exact_number(x), gauge.unit)
        }
    };
    let over = limit.is_some_and(|limit| *used > limit + 1e-9);
    let over = if over { format!(" – **{}**", texts.get("gauge-over")) } else { String::new() };
    let limit = limit.map_or_else(String::new, |limit| format!(" / {}", amount(limit)));
    let _ = writeln!(text, "- {}: {}{limit}{over}", escaped(&gauge.name), amount(*used));
}

fn ranking(handout: &Handout<'_>, texts: &Texts, text: &mut String) {
    let _ = writeln!(text, "## {}", texts.get("ranking-title"));
    let keys = ["column-rank", "column-item", "column-owner", "column-value", "column-phase"];
    head(&keys, "| ---: | --- | --- | ---: | --- |", texts, text);
    for &at in &handout.ranking.order {
        let item = &handout.items[at];
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            handout.ranking.rows[at].rank,
            escaped(&item.name),
            escaped(&item.owner),
            texts.number(handout.value(at), 1),
            escaped(handout.phase_of(item).unwrap_or("–")),
        );
    }
    text.push('\n');
}

fn links(handout: &Handout<'_>, texts: &Texts, text: &mut String) {
    let _ = writeln!(text, "## {}", texts.get("export-sheet-links"));
    let keys = ["column-item", "links-needs", "export-link-kind", "export-reason"];
    head(&keys, "| --- | --- | --- | --- |", texts, text);
    for link in &handout.links {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} |",
            escaped(&handout.items[link.item].name),
            escaped(&handout.items[link.needs].name),
            escaped(&link_words(link.kind, link.lag, link.after, texts)),
            escaped(&link.reason),
        );
    }
}

/// A link's kind and lag in words: `Must come first, 1 phase after its end`.
pub fn link_words(kind: LinkKind, lag: u32, after: bool, texts: &Texts) -> String {
    let kind = match kind {
        LinkKind::Hard => texts.get("link-hard"),
        LinkKind::Soft => texts.get("link-soft"),
        LinkKind::OneOf(group) => {
            texts.with("export-link-one-of", &[("group", Arg::from(group as f64))])
        }
    };
    if lag == 0 && !after {
        return kind;
    }
    let key = if after { "export-lag-after-end" } else { "export-lag-after-start" };
    format!("{kind}, {}", texts.with(key, &[("lag", Arg::from(f64::from(lag)))]))
}
