//! DOT and Mermaid, read by small readers of their own.

use super::support::{kazakhstan, odd, part, planned, text};
use phasewise::app::Snapshot;
use phasewise::files::out::Part;
use std::collections::{BTreeMap, BTreeSet};

/// Quoted texts of a line of DOT, with escapes taken back.
fn quoted(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut letters = line.chars();
    while letters.by_ref().any(|c| c == '"') {
        let mut text = String::new();
        while let Some(c) = letters.next() {
            match c {
                '"' => break,
                '\\' => text.extend(letters.next()),
                c => text.push(c),
            }
        }
        found.push(text);
    }
    found
}

fn links_of(snapshot: &Snapshot) -> BTreeSet<(String, String)> {
    let mut links = BTreeSet::new();
    for item in &snapshot.scenario.items {
        let alternatives = item.requires_any_of.iter().flat_map(|group| &group.any_of);
        for needed in item.requires.iter().map(|link| &link.item).chain(alternatives) {
            links.insert((needed.to_string(), item.id.to_string()));
        }
    }
    links
}

#[test]
fn dot_has_every_item_and_every_link() {
    for snapshot in [kazakhstan(), &planned(odd())] {
        let text = text(snapshot, ".dot", "en");
        let mut links = BTreeSet::new();
        let mut names = BTreeMap::new();
        for line in text.lines() {
            let texts = quoted(line);
            let id = |text: &String| text.strip_prefix("item:").unwrap().to_owned();
            if line.contains(" -> ") && texts[0].starts_with("item:") {
                links.insert((id(&texts[0]), id(&texts[1])));
            } else if line.trim_start().starts_with("\"item:") {
                names.insert(id(&texts[0]), texts[1].clone());
            }
        }
        assert_eq!(links, links_of(snapshot));
        assert_eq!(names.len(), snapshot.scenario.items.len());
        for item in &snapshot.scenario.items {
            let name = item.name.get("en");
            let plain: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
            let own: String =
                names[item.id.as_str()].chars().filter(|c| c.is_alphanumeric()).collect();
            assert_eq!(own, plain);
        }
    }
}

#[test]
fn dot_puts_items_at_the_rank_of_their_phase() {
    let snapshot = kazakhstan();
    let text = text(snapshot, ".dot", "en");
    for (at, item) in snapshot.scenario.items.iter().enumerate() {
        let rank = text
            .lines()
            .find(|line| {
                line.contains("rank=same") && line.contains(&format!("\"item:{}\"", item.id))
            })
            .unwrap();
        let phase = match snapshot.start_of(at) {
            Some(start) => format!("phase:{}", snapshot.scenario.phases[start as usize - 1].id),
            None => "left-out".to_owned(),
        };
        assert_eq!(quoted(rank)[0], phase);
    }
}

/// Text with character references taken back, as Mermaid shows it.
fn shown(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('#') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(';').unwrap() + at;
        let number: u32 = rest[at + 1..end].parse().unwrap();
        out.push(char::from_u32(number).unwrap());
        rest = &rest[end + 1..];
    }
    out + rest
}

#[test]
fn bars_of_the_gantt_chart_are_those_of_the_plan() {
    let snapshot = kazakhstan();
    let text = text(snapshot, ".mmd", "en");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("gantt"));
    let plan = snapshot.planned().unwrap();
    let mut bars = 0;
    for line in lines.filter(|line| line.contains(" :")) {
        let (name, data) = line.trim().split_once(" :").unwrap();
        let data: Vec<&str> = data.split(", ").collect();
        let item: usize = data[0].strip_prefix('t').unwrap().parse().unwrap();
        assert_eq!(shown(name), snapshot.scenario.items[item - 1].name.get("en"));
        let start = plan.start[item - 1].unwrap();
        let last = start + plan.compiled.portfolio.items[item - 1].duration - 1;
        let first = snapshot.scenario.phases[start as usize - 1].start.unwrap();
        let end = snapshot.scenario.phases[last as usize - 1].end.unwrap().tomorrow().unwrap();
        assert_eq!((data[1], data[2]), (&*first.to_string(), &*end.to_string()));
        bars += 1;
    }
    assert_eq!(bars, plan.started());
}

#[test]
fn the_flowchart_has_every_item_and_every_link() {
    let snapshot = planned(odd());
    let text = part(&snapshot, "out.mmd", Part::Graph, "en").unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(text.starts_with("flowchart LR\n"));
    let mut links = BTreeSet::new();
    let mut nodes = BTreeSet::new();
    let id = |name: &str| {
        let at: usize = name.strip_prefix('t').unwrap().parse().unwrap();
        snapshot.scenario.items[at - 1].id.to_string()
    };
    for line in text.lines().skip(1).map(str::trim) {
        let words: Vec<&str> = line.split_whitespace().collect();
        if line.contains("-->") || line.contains("-.->") {
            links.insert((id(words[0]), id(words[words.len() - 1])));
        } else if let Some((node, label)) = line.split_once("[\"")
            && node.starts_with('t')
        {
            nodes.insert(id(node));
            let label = label.strip_suffix("\"]").unwrap();
            assert!(!label.contains(['"', '<', '`', '\\', '%']), "{label}");
        }
    }
    assert_eq!(links, links_of(&snapshot));
    assert_eq!(nodes.len(), snapshot.scenario.items.len());
}
