//! Scenarios to export, and what comes out of them.

use phasewise::app::{ExportError, Snapshot, exported, plan_once};
use phasewise::files;
use phasewise::files::out::{Choice, Part};
use phasewise::model::Scenario;
use phasewise::sequencing::{Budget, Options};
use phasewise::texts::Texts;
use std::path::Path;
use std::sync::{Arc, OnceLock};

pub fn bundled(name: &str) -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
    files::read(&path).unwrap().scenario
}

pub fn from_json(text: &str) -> Scenario {
    let (scenario, _, problems) = files::parse(text.as_bytes(), files::text::Format::Json);
    scenario.unwrap_or_else(|| panic!("{problems:?}"))
}

pub fn planned(scenario: Scenario) -> Snapshot {
    planned_with(scenario, 200)
}

/// Planned with little effort, where any plan will do.
pub fn planned_with(scenario: Scenario, effort: u64) -> Snapshot {
    plan_once(Arc::new(scenario), Budget::Effort(effort), Options::default()).snapshot
}

/// 300 items, planned.
pub fn three_hundred() -> &'static Snapshot {
    static SNAPSHOT: OnceLock<Snapshot> = OnceLock::new();
    SNAPSHOT.get_or_init(|| planned_with(many(300), 5))
}

pub fn kazakhstan() -> &'static Snapshot {
    static SNAPSHOT: OnceLock<Snapshot> = OnceLock::new();
    SNAPSHOT.get_or_init(|| planned(bundled("kazakhstan.ron")))
}

pub fn part(
    snapshot: &Snapshot,
    name: &str,
    part: Part,
    lang: &str,
) -> Result<Vec<u8>, ExportError> {
    let choice = Choice { part, ..Choice::default() };
    exported(snapshot, Path::new(name), choice, &Texts::new(lang))
}

pub fn bytes(snapshot: &Snapshot, ending: &str, lang: &str) -> Vec<u8> {
    part(snapshot, &format!("out{ending}"), Part::All, lang).unwrap()
}

pub fn text(snapshot: &Snapshot, ending: &str, lang: &str) -> String {
    String::from_utf8(bytes(snapshot, ending, lang)).unwrap()
}

/// Names that formats could take for something else.
pub const ODD_NAMES: [&str; 8] = [
    "=1+1|cmd' & \"quotes\"",
    "+Қазақстан ₸ \u{1f3db} <b>bold</b> #1; 50 %",
    "-line one\nline two\r\n\ttab, comma; semicolon: colon",
    "@SUM(A1) `code` [link](x) *star* _under_ \\N {brace} |pipe|",
    "%% comment --> end %%{init: {}}%%",
    "end",
    "\u{0}\u{7}control\u{b}\u{ffff}",
    "ұзақ атау: ",
];

/// A scenario of such names: links of all kinds, two phases of work, levels.
pub fn odd() -> Scenario {
    let mut scenario = from_json(
        r#"{ "schema": 1, "id": "odd", "title": "T", "currency": "₸",
      "parameters": { "missing_score_policy": "midpoint" },
      "criteria": [
        { "id": "group" },
        { "id": "level", "parent": "group", "value": { "levels": { "a": 0, "A": 30, "x*": 60, "b?": 100 } } },
        { "id": "curve", "parent": "group", "value": { "points": [[0, 10], [5, 60], [9, 90]] } },
        { "id": "log", "value": { "log10": { "worst": 10, "best": 1000 } } },
        { "id": "leverage", "computed": "leverage", "value": { "linear": { "worst": 0, "best": 80 } } } ],
      "weight_sets": [ { "id": "s", "swings": { "group": 70, "level": 20, "curve": 60, "log": 100, "leverage": 33 } } ],
      "agencies": [ { "id": "m", "name": "=ministry & \"co\"" } ],
      "items": [
        { "id": "i0", "owner": "m", "scores": { "level": "a", "curve": 3, "log": 0 }, "capex": [1.5, 2] },
        { "id": "i1", "scores": { "level": "A", "curve": -4, "log": 55 }, "capex": 3, "requires": [ { "item": "i0" } ] },
        { "id": "i2", "scores": { "level": "x*", "curve": 99 }, "capex": 1, "requires": [ { "item": "i0", "lag": 1, "after": true, "reason": "=because" } ] },
        { "id": "i3", "scores": { "level": "b?", "curve": 7.25, "log": 4000 }, "capex": 1, "requires": [ { "item": "i1", "type": "soft" } ] },
        { "id": "i4", "scores": {}, "requires_any_of": [ { "any_of": ["i1", "i3"] } ] },
        { "id": "i5", "scores": { "curve": 5 }, "requires": [ { "item": "i6" } ] },
        { "id": "i6", "scores": { "curve": 9 }, "requires": [ { "item": "i5" } ] },
        { "id": "i7", "scores": { "log": 100 }, "pin": { "reason": "+no", "by": "@me" } } ],
      "phases": [ { "id": "2027", "budget": 6 }, { "id": "2028", "budget": 6 }, { "id": "2029", "budget": 6 } ] }"#,
    );
    scenario.title = ODD_NAMES[0].into();
    let mut names: Vec<String> = ODD_NAMES.map(str::to_owned).to_vec();
    names[7].push_str(&"ө".repeat(200));
    for (item, name) in scenario.items.iter_mut().zip(names) {
        item.name = name.as_str().into();
    }
    scenario
}

/// A scenario of many items that looks like a real one: lanes, links, costs, people,
/// sources, several sets of weights. The same number gives the same scenario.
pub fn many(items: usize) -> Scenario {
    let item = |at: usize| {
        let name = format!(
            r#"{{ "en": "Service {at} of the national portal", "ru": "Услуга {at} национального портала", "kk": "Ұлттық порталдың {at}-қызметі" }}"#
        );
        let requires = match at {
            _ if at % 3 == 2 => {
                format!(r#", "requires": [ {{ "item": "i{}", "source": "derived" }} ]"#, at - 2)
            }
            _ if at % 7 == 6 => {
                format!(r#", "requires": [ {{ "item": "i{}", "type": "soft" }} ]"#, at - 5)
            }
            _ => String::new(),
        };
        format!(
            r#"{{ "id": "i{at}", "name": {name}, "owner": "a{}", "goals": [ {{ "goal": "g{}", "share": 1 }} ],
              "scores": {{ "demand": {}, "risk": {{ "low": 5, "best": {}, "high": 95, "source": "assumption", "note": "by analogy" }}, "gain": {} }},
              "capex": {{ "best": {}, "source": "stated", "ref": "table 3" }}, "opex_per_year": {},
              "staff_months": [ {{ "agency": "a{}", "months": {} }} ]{requires} }}"#,
            at % 4,
            at % 5,
            1_000 + at * 7_919 % 90_000,
            10 + at * 37 % 80,
            at * 53 % 100,
            200_000 + at * 104_729 % 900_000,
            10_000 + at * 31 % 40_000,
            at % 4,
            4 + at % 9,
        )
    };
    let all: Vec<String> = (0..items).map(item).collect();
    let phase = |year: usize| {
        format!(
            r#"{{ "id": "{year}", "budget": {}, "staff_months": {} }}"#,
            items * 70_000,
            items * 2
        )
    };
    let phases: Vec<String> = (2027..2035).map(phase).collect();
    let named = |kind: &str, count: usize| {
        let one = |at| format!(r#"{{ "id": "{kind}{at}", "name": "{kind} №{at} – қызмет" }}"#);
        (0..count).map(one).collect::<Vec<String>>().join(", ")
    };
    from_json(&format!(
        r#"{{ "schema": 1, "title": "Many", "currency": "₸", "criteria": [
          {{ "id": "demand", "value": {{ "log10": {{ "worst": 1000, "best": 100000 }} }} }},
          {{ "id": "risk", "baseline": 100, "value": {{ "linear": {{ "worst": 100, "best": 0 }} }} }},
          {{ "id": "gain", "value": {{ "linear": {{ "worst": 0, "best": 100 }} }} }} ],
        "weight_sets": [
          {{ "id": "s", "swings": {{ "demand": 100, "risk": 50, "gain": 70 }} }},
          {{ "id": "t", "swings": {{ "demand": 30, "risk": 100, "gain": 20 }} }} ],
        "agencies": [ {} ], "goals": [ {} ],
        "phases": [ {} ], "items": [ {} ] }}"#,
        named("a", 4),
        named("g", 5),
        phases.join(", "),
        all.join(", ")
    ))
}
