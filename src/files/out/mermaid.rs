//! Diagrams as text for Mermaid: the roadmap as a Gantt chart, the dependencies as a
//! flowchart.

use super::plain::one_line;
use super::{Handout, LinkKind, LinkRow, OutError, Part, dated};
use crate::model::ProgressStatus;
use crate::texts::{Arg, Texts};
use std::fmt::Write as _;

/// # Errors
/// If the roadmap is asked for and nothing says when the phases are.
pub fn mermaid(handout: &Handout<'_>, part: Part, texts: &Texts) -> Result<String, OutError> {
    match part {
        Part::Graph => Ok(flowchart(handout, texts)),
        _ => gantt(handout, texts),
    }
}

/// Text that Mermaid takes for nothing else: its marks as character references, which
/// it writes without the ampersand.
fn escaped(text: &str) -> String {
    let line = one_line(text);
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '"' | '#' | ';' | ':' | '&' | '<' | '>' | '`' | '%' | '\\' | '{' | '}' => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            c => out.push(c),
        }
    }
    // Nothing at all is no name.
    if out.is_empty() { "–".to_owned() } else { out }
}

/// Bars in sections of lanes; tasks are named by their position, `t1` for the first
/// item of the scenario. The end of a bar is the day after its last.
fn gantt(handout: &Handout<'_>, _: &Texts) -> Result<String, OutError> {
    dated(handout)?;
    let mut text = format!(
        "gantt\n    title {}\n    dateFormat YYYY-MM-DD\n    axisFormat %Y-%m\n",
        escaped(&handout.title)
    );
    let order = handout.planned_order();
    for (lane, name) in handout.lanes.iter().enumerate() {
        let mut here = order.iter().filter(|&&at| handout.items[at].lane == lane).peekable();
        if here.peek().is_some() {
            let _ = writeln!(text, "    section {}", escaped(name));
        }
        for &at in here {
            let item = &handout.items[at];
            let Some((first, last)) = item.days else { continue };
            let end = last.tomorrow().unwrap_or(last);
            let state = match item.status {
                ProgressStatus::Done => "done, ",
                ProgressStatus::Running => "active, ",
                ProgressStatus::NotStarted | ProgressStatus::Stopped => "",
            };
            let _ =
                writeln!(text, "    {} :{state}t{}, {first}, {end}", escaped(&item.name), at + 1);
        }
    }
    Ok(text)
}

/// Items in boxes of phases, arrows from what is needed to what needs it.
fn flowchart(handout: &Handout<'_>, texts: &Texts) -> String {
    let mut text = String::from("flowchart LR\n");
    let node = |text: &mut String, at: usize| {
        let _ = writeln!(text, "        t{}[\"{}\"]", at + 1, escaped(&handout.items[at].name));
    };
    let order = handout.planned_order();
    for (number, phase) in (1..).zip(&handout.phases) {
        let here: Vec<usize> =
            order.iter().copied().filter(|&at| handout.items[at].start == Some(number)).collect();
        if !here.is_empty() {
            let _ = writeln!(text, "    subgraph p{number}[\"{}\"]", escaped(&phase.name));
            here.into_iter().for_each(|at| node(&mut text, at));
            text.push_str("    end\n");
        }
    }
    let left = handout.left_out();
    if !left.is_empty() && handout.planned {
        let out = texts.get("plan-left-out");
        let _ = writeln!(text, "    subgraph out[\"{}\"]", escaped(&out));
        left.into_iter().for_each(|at| node(&mut text, at));
        text.push_str("    end\n");
    } else {
        left.into_iter().for_each(|at| node(&mut text, at));
    }
    for link in &handout.links {
        let arrow = arrow(link, texts);
        let _ = writeln!(text, "    t{} {arrow} t{}", link.needs + 1, link.item + 1);
    }
    text
}

/// Prerequisites as lines, preferred orders dotted, alternatives with their group.
fn arrow(link: &LinkRow, texts: &Texts) -> String {
    let lag = (link.lag > 0 || link.after).then(|| {
        let key = if link.after { "export-lag-after-end" } else { "export-lag-after-start" };
        texts.with(key, &[("lag", Arg::from(f64::from(link.lag)))])
    });
    let group = match link.kind {
        LinkKind::OneOf(group) => {
            Some(texts.with("export-link-one-of", &[("group", Arg::from(group as f64))]))
        }
        LinkKind::Hard | LinkKind::Soft => None,
    };
    let words: Vec<String> = [group, lag].into_iter().flatten().collect();
    let line = if link.kind == LinkKind::Soft { "-.->" } else { "-->" };
    if words.is_empty() {
        return line.to_owned();
    }
    format!("{line}|\"{}\"|", escaped(&words.join(", ")))
}
