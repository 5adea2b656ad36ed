//! Why there is no plan, for commands: words on standard error, or one JSON document.

use super::report::{complain, print_json};
use crate::app::{Terms, impasse_words, rule_words, way_words};
use crate::explain::{Clash, IMPASSE_EFFORT, Impasse, Relief, Rule, WayOut, impasse};
use crate::model::Scenario;
use crate::sequencing::compile::Compiled;
use crate::sequencing::{CancelFlag, Portfolio};
use crate::texts::Texts;
use serde::Serialize;

#[derive(Serialize)]
struct Report {
    infeasible: bool,
    plan_exists: bool,
    conflicts: Vec<ClashRow>,
}

#[derive(Serialize)]
struct ClashRow {
    proven: bool,
    minimal: bool,
    rules: Vec<RuleRow>,
    ways_out: Vec<WayRow>,
    enough: bool,
}

#[derive(Serialize)]
struct RuleRow {
    kind: &'static str,
    /// Id of the item or resource; empty for a group.
    what: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phase: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lag: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<f64>,
    words: String,
}

#[derive(Serialize)]
struct WayRow {
    #[serde(flatten)]
    rule: RuleRow,
    /// `more`, `phase`, `lag` or `drop`.
    change: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_phase: Option<u32>,
    least: bool,
}

/// Says why there is no plan.
pub fn tell(impasse: &Impasse, terms: Terms<'_>, json: bool, texts: &Texts) {
    let title = texts.get("cli-infeasible");
    if json {
        complain(&title);
        print_json(&report(impasse, terms, texts));
        return;
    }
    for (at, section) in impasse_words(impasse, &title, terms, texts).iter().enumerate() {
        if at > 0 {
            complain("");
        }
        complain(&section.title);
        section.lines.iter().for_each(|line| complain(&format!("  · {line}")));
        if !section.note.is_empty() {
            complain(&section.note);
        }
    }
}

/// Finds and says why a scenario has no plan.
pub fn tell_of_scenario(scenario: &Scenario, compiled: &Compiled, json: bool, texts: &Texts) {
    let cancel = CancelFlag::default();
    let why = impasse(scenario, compiled, IMPASSE_EFFORT, &cancel, &mut |_| {});
    tell(&why, Terms::Scenario(scenario, compiled), json, texts);
}

fn report(impasse: &Impasse, terms: Terms<'_>, texts: &Texts) -> Report {
    let row = |clash: &Clash| ClashRow {
        proven: clash.proven,
        minimal: clash.minimal,
        rules: clash.rules.iter().map(|rule| rule_row(rule, terms, texts)).collect(),
        ways_out: clash.ways_out.iter().map(|way| way_row(way, terms, texts)).collect(),
        enough: clash.enough,
    };
    Report {
        infeasible: impasse.plan.is_none(),
        plan_exists: impasse.plan.is_some(),
        conflicts: impasse.clashes.iter().map(row).collect(),
    }
}

fn portfolio(terms: Terms<'_>) -> &Portfolio {
    match terms {
        Terms::Scenario(_, compiled) => &compiled.portfolio,
        Terms::Portfolio(portfolio) => portfolio,
    }
}

/// An amount in real units for a scenario, in whole units for a portfolio.
fn real(terms: Terms<'_>, resource: usize, phase: u32, units: i64) -> f64 {
    let compiled: Option<&Compiled> = match terms {
        Terms::Scenario(_, compiled) => Some(compiled),
        Terms::Portfolio(_) => None,
    };
    let info = compiled.and_then(|compiled| compiled.resources.get(resource));
    info.map_or(units as f64, |info| info.real(phase, units))
}

fn rule_row(rule: &Rule, terms: Terms<'_>, texts: &Texts) -> RuleRow {
    let id = |at: usize| portfolio(terms).items.get(at).map_or(String::new(), |i| i.id.clone());
    let ids = |all: &[usize]| all.iter().map(|&at| id(at)).collect::<Vec<_>>();
    let row = |kind: &'static str, what: String| RuleRow {
        kind,
        what,
        items: Vec::new(),
        phase: None,
        lag: None,
        amount: None,
        words: rule_words(rule, terms, texts),
    };
    match rule {
        Rule::Must { item } => row("mandatory", id(*item)),
        Rule::Pin { item, phase } => RuleRow { phase: Some(*phase), ..row("pin", id(*item)) },
        Rule::Never { item } => row("excluded", id(*item)),
        Rule::Stopped { item } => row("stopped", id(*item)),
        Rule::Begun { item, phase } => RuleRow { phase: Some(*phase), ..row("begun", id(*item)) },
        Rule::Today { item, phase } => RuleRow { phase: Some(*phase), ..row("today", id(*item)) },
        Rule::Earliest { item, phase } => {
            RuleRow { phase: Some(*phase), ..row("earliest", id(*item)) }
        }
        Rule::Latest { item, phase } => RuleRow { phase: Some(*phase), ..row("latest", id(*item)) },
        Rule::Gate { item, opens } => RuleRow { phase: *opens, ..row("gate", id(*item)) },
        Rule::Needs { item, needs, lag, .. } => {
            RuleRow { items: vec![id(*needs)], lag: Some(*lag), ..row("prerequisite", id(*item)) }
        }
        Rule::AnyOf { item, needs } => RuleRow { items: ids(needs), ..row("any_of", id(*item)) },
        Rule::Exclusive { items } => {
            RuleRow { items: ids(items), ..row("exclusive", String::new()) }
        }
        Rule::Limit { resource, phase, amount } => {
            let what = portfolio(terms).resources.get(*resource).map(|entry| entry.id.clone());
            let amount = real(terms, *resource, phase.unwrap_or(1), *amount);
            let what = what.unwrap_or_default();
            RuleRow { phase: *phase, amount: Some(amount), ..row("resource", what) }
        }
    }
}

fn way_row(way: &WayOut, terms: Terms<'_>, texts: &Texts) -> WayRow {
    let words = way_words(way, terms, texts);
    let rule = RuleRow { words, ..rule_row(&way.rule, terms, texts) };
    let (change, to, in_phase) = match (way.relief, &way.rule) {
        (Relief::More { phase, units }, Rule::Limit { resource, .. }) => {
            ("more", Some(real(terms, *resource, phase, units)), Some(phase))
        }
        (Relief::More { phase, units }, _) => ("more", Some(units as f64), Some(phase)),
        (Relief::Start(phase), _) => ("phase", Some(f64::from(phase)), None),
        (Relief::Lag(lag), _) => ("lag", Some(f64::from(lag)), None),
        (Relief::Dropped, _) => ("drop", None, None),
    };
    WayRow { rule, change, to, in_phase, least: way.least }
}
