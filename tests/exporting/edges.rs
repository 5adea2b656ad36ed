//! Scenarios at the edge: nothing to plan, nothing to rank, no dates.

use super::support::{bytes, from_json, kazakhstan, odd, part, planned};
use phasewise::app::{ExportError, exported};
use phasewise::files::out::{Choice, Form, Part};
use phasewise::model::Scenario;
use phasewise::texts::Texts;
use std::path::Path;

const ENDINGS: [&str; 11] =
    [".xlsx", ".csv", ".md", ".mmd", ".dot", ".xml", ".ics", ".html", ".pdf", ".svg", ".png"];
/// Those that tell something without a plan.
const WITHOUT_PLAN: [&str; 6] = [".xlsx", ".csv", ".md", ".dot", ".html", ".pdf"];

fn without_plan(scenario: Scenario, said: &str) {
    let snapshot = planned(scenario);
    assert!(snapshot.planned().is_none());
    for ending in ENDINGS {
        let name = format!("x{ending}");
        let all = part(&snapshot, &name, Part::All, "en");
        if WITHOUT_PLAN.contains(&ending) {
            let all = all.unwrap();
            if [".md", ".html"].contains(&ending) {
                let text = String::from_utf8(all).unwrap();
                assert!(text.contains(said), "{ending} does not say why: {text}");
            }
            if ending != ".dot" {
                let roadmap = part(&snapshot, &name, Part::Roadmap, "en");
                assert!(matches!(roadmap, Err(ExportError::NoPlan)), "{ending}");
            }
        } else {
            assert!(matches!(all, Err(ExportError::NoPlan)), "{ending}");
        }
    }
    assert!(part(&snapshot, "x.mmd", Part::Graph, "en").is_ok(), "links need no plan");
}

#[test]
fn what_has_no_phases_can_still_be_ranked() {
    let mut scenario = odd();
    scenario.phases.clear();
    without_plan(scenario, "can be ranked but not planned");
}

#[test]
fn where_no_plan_is_possible_the_documents_say_why() {
    let mut scenario = odd();
    scenario.items[0].mandatory = true;
    scenario.phases.iter_mut().for_each(|phase| phase.budget = Some(0.1));
    without_plan(scenario, "No plan satisfies everything that must hold");
}

#[test]
fn a_scenario_without_items_or_criteria_is_written() {
    let texts = [
        r#"{ "schema": 1, "title": "Empty" }"#,
        r#"{ "schema": 1, "items": [ { "id": "a" }, { "id": "b" } ] }"#,
        r#"{ "schema": 1, "criteria": [ { "id": "g" } ], "items": [ { "id": "a" } ],
             "phases": [ { "id": "2005" } ] }"#,
        r#"{ "schema": 1, "criteria": [ { "id": "c", "value": { "linear": { "worst": 0, "best": 1 } } } ],
             "phases": [ { "id": "2005" } ] }"#,
    ];
    for text in texts {
        let snapshot = planned(from_json(text));
        let endings = if snapshot.planned().is_some() { &ENDINGS[..] } else { &WITHOUT_PLAN };
        for ending in endings {
            assert!(!bytes(&snapshot, ending, "ru").is_empty(), "{ending}: {text}");
        }
    }
}

#[test]
fn without_dates_only_what_is_about_dates_is_refused() {
    let mut scenario = odd();
    for (phase, id) in scenario.phases.iter_mut().zip(["one", "two", "three"]) {
        phase.id = id.into();
    }
    let snapshot = planned(scenario);
    for ending in ENDINGS {
        let written = part(&snapshot, &format!("x{ending}"), Part::All, "en");
        let dates = [".mmd", ".xml", ".ics"].contains(&ending);
        assert_eq!(matches!(written, Err(ExportError::NoDates)), dates, "{ending}");
    }
}

#[test]
fn odd_names_break_no_format_in_any_language() {
    let snapshot = planned(odd());
    for ending in ENDINGS {
        for lang in ["en", "ru", "kk"] {
            assert!(!bytes(&snapshot, ending, lang).is_empty());
        }
    }
}

#[test]
fn what_cannot_be_written_is_said_with_what_can() {
    let texts = Texts::new("en");
    let sentence = |name: &str, of: Part| {
        let choice = Choice { part: of, ..Choice::default() };
        let path = Path::new(name);
        exported(kazakhstan(), path, choice, &texts).unwrap_err().sentence(path, &texts)
    };
    let unknown = sentence("plan.docx", Part::All);
    for form in Form::ALL {
        assert!(unknown.contains(form.ending()), "{unknown}");
    }
    assert!(sentence("plan", Part::All).contains(".portfolio.json"));
    assert_eq!(
        sentence("plan.ics", Part::Ranking),
        "plan.ics cannot hold that part: this format has all, roadmap. Choose one of these, or \
         another ending."
    );
    assert!(sentence("plan.json", Part::Graph).contains("this format has all"));
}

#[test]
fn endings_count_whatever_their_case() {
    for form in Form::ALL {
        let name = format!("PLAN{}", form.ending().to_uppercase());
        assert_eq!(Form::of(Path::new(&name)), Some(form));
    }
    assert_eq!(Form::of(Path::new("plan.portfolio.json")), None);
}
