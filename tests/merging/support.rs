//! A small scenario and short ways to merge.

use phasewise::files::merge::{Merged, Side, merge};
use phasewise::files::text::{Format, Node, print};
use phasewise::files::{parse, to_text};
use phasewise::model::{Scenario, Severity, validate};

/// Six items, three phases, two criteria; every list has something in it.
pub const SMALL: &str = r#"// What stands above is kept.

(
    schema: 1,
    title: "Small",
    criteria: [
        (id: "demand", value: log10(worst: 100, best: 1000000)),
        (id: "risk", value: levels({"none": 100, "some": 50, "much": 0})),
    ],
    weight_sets: [(id: "base", swings: {"demand": 90, "risk": 50})],
    phases: [
        (id: "2005", budget: 3),
        (id: "2006", budget: 3.5),
        (id: "2007", budget: 4),
    ],
    agencies: [(id: "tax"), (id: "mail")],
    forecast: (measures: [(id: "users", series: [(year: 2005, value: 4), (year: 2007, value: 8)])]),
    registers: [
        (id: "people", status: existing),
        (id: "firms", status: existing),
        (id: "land", status: existing),
    ],
    items: [
        (id: "a", name: {"en": "A", "ru": "А"}, scores: {"demand": 100, "risk": "some"}, capex: 1),
        (id: "b", scores: {"demand": 200, "risk": "much"}, capex: [1, 2], requires: [(item: "a")]),
        (id: "c", scores: {"demand": 300}, capex: (best: 2, low: 1, high: 4), registers: (reads: ["people"])),
        (id: "d", scores: {"demand": 400, "risk": "none"}, staff_months: [(months: 4), (agency: "tax", months: 2)]),
        (id: "e", scores: {"demand": 500}, requires_any_of: [(any_of: ["a", "b"])]),
        (id: "f", scores: {"demand": 600}),
    ],
    exclusive: [(items: ["e", "f"])],
    synergies: [(items: ["a", "d"], effect: 5)],
    decisions: [(date: "2005-11-03", what: "We begin")],
)
"#;

pub fn small() -> Scenario {
    read(SMALL)
}

pub fn read(text: &str) -> Scenario {
    let (scenario, _, problems) = parse(text.as_bytes(), Format::Ron);
    let errors: Vec<_> = problems.iter().filter(|p| p.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    scenario.unwrap()
}

/// The small scenario with a piece of its text replaced.
pub fn with(old: &str, new: &str) -> Scenario {
    assert!(SMALL.contains(old), "{old} is not in it");
    read(&SMALL.replace(old, new))
}

pub fn side(scenario: &Scenario) -> Side<'_> {
    Side { scenario, header: None }
}

pub fn merged(base: &Scenario, mine: &Scenario, theirs: &Scenario) -> Merged {
    merge(Some(side(base)), side(mine), side(theirs)).unwrap()
}

/// Merged without any conflict.
pub fn clean(base: &Scenario, mine: &Scenario, theirs: &Scenario) -> Scenario {
    let merged = merged(base, mine, theirs);
    assert!(merged.conflicts.is_empty(), "{:#?}", told(&merged));
    merged.scenario
}

/// Conflicts as `path: base | mine | theirs`.
pub fn told(merged: &Merged) -> Vec<String> {
    let words = |node: &Option<Node>| {
        let text = node.as_ref().map_or("-".to_owned(), |node| print(node, Format::Ron));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let line = |c: &phasewise::files::merge::Conflict| {
        format!("{}: {} | {} | {}", c.path, words(&c.base), words(&c.mine), words(&c.theirs))
    };
    merged.conflicts.iter().map(line).collect()
}

pub fn ids(scenario: &Scenario) -> String {
    let ids: Vec<&str> = scenario.items.iter().map(|item| item.id.as_str()).collect();
    ids.join(" ")
}

pub fn text(scenario: &Scenario) -> String {
    to_text(scenario, Format::Ron, None).unwrap()
}

/// Codes and places of what makes a scenario unusable.
pub fn errors(scenario: &Scenario) -> Vec<(&'static str, String)> {
    let problems = validate::problems(scenario).into_iter();
    let errors = problems.filter(|problem| problem.severity == Severity::Error);
    errors.map(|problem| (problem.code, problem.path)).collect()
}
