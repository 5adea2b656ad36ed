//! The dependencies for Graphviz (DOT): phases as ranks, arrows from what is needed
//! to what needs it.

use super::plain::one_line;
use super::{Handout, LinkKind};
use crate::texts::{Arg, Texts};
use std::fmt::Write as _;

pub fn dot(handout: &Handout<'_>, texts: &Texts) -> String {
    let mut text = format!(
        "digraph phasewise {{\n    graph [rankdir=LR, newrank=true, label={}, labelloc=t];\n    \
         node [shape=box, style=rounded, fontname=\"sans-serif\"];\n    \
         edge [fontname=\"sans-serif\", fontsize=10];\n",
        quoted(&handout.title)
    );
    if handout.planned {
        ranks(handout, texts, &mut text);
    }
    for (at, item) in handout.items.iter().enumerate() {
        let _ = writeln!(
            text,
            "    {} [label={}, tooltip={}, group={}];",
            node(handout, at),
            quoted(&item.name),
            quoted(&item.kind_name),
            quoted(&format!("lane{}", item.lane + 1)),
        );
    }
    for link in &handout.links {
        let mut marks = Vec::new();
        match link.kind {
            LinkKind::Hard => {}
            LinkKind::Soft => marks.push("style=dashed".to_owned()),
            LinkKind::OneOf(group) => {
                let words = texts.with("export-link-one-of", &[("group", Arg::from(group as f64))]);
                marks.push(format!("style=dotted, taillabel={}", quoted(&words)));
            }
        }
        if link.lag > 0 || link.after {
            let key = if link.after { "export-lag-after-end" } else { "export-lag-after-start" };
            let lag = texts.with(key, &[("lag", Arg::from(f64::from(link.lag)))]);
            marks.push(format!("label={}", quoted(&lag)));
        }
        if link.kept == Some(false) {
            marks.push(format!(
                "color=red, fontcolor=red, xlabel={}",
                quoted(&texts.get("export-not-kept"))
            ));
        }
        let _ = writeln!(
            text,
            "    {} -> {} [{}];",
            node(handout, link.needs),
            node(handout, link.item),
            marks.join(", ")
        );
    }
    text.push_str("}\n");
    text
}

/// The name of an item's node: its id, which no phase's node can have.
fn node(handout: &Handout<'_>, item: usize) -> String {
    quoted(&format!("item:{}", handout.items[item].id))
}

/// A chain of phases, each with what starts in it; what is left out comes last.
fn ranks(handout: &Handout<'_>, texts: &Texts, text: &mut String) {
    let mut chain = Vec::new();
    let order = handout.planned_order();
    let mut rank = |key: String, name: &str, members: Vec<usize>, text: &mut String| {
        let key = quoted(&key);
        let nodes: Vec<String> = members.into_iter().map(|at| node(handout, at)).collect();
        let _ = writeln!(
            text,
            "    {{ rank=same; {key} [shape=plaintext, label={}]; {} }}",
            quoted(name),
            nodes.join("; ")
        );
        chain.push(key);
    };
    for (number, phase) in (1..).zip(&handout.phases) {
        let here = order.iter().copied().filter(|&at| handout.items[at].start == Some(number));
        rank(format!("phase:{}", phase.id), &phase.name, here.collect(), text);
    }
    let left = handout.left_out();
    if !left.is_empty() {
        rank("left-out".to_owned(), &texts.get("plan-left-out"), left, text);
    }
    let _ = writeln!(text, "    {} [style=invis];", chain.join(" -> "));
}

/// A quoted text. In DOT a backslash before most letters is an escape of its own
/// (`\N` is the node's name), so each is doubled.
fn quoted(text: &str) -> String {
    format!("\"{}\"", one_line(text).replace('\\', "\\\\").replace('"', "\\\""))
}
