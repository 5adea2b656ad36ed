//! Typed findings in words.

use super::snapshot::Snapshot;
use crate::explain::HeldBy;
use crate::model::{Begun, ItemKind, Problem, ProgressStatus, Scenario};
use crate::sequencing::compile::{Compiled, ResourceName};
use crate::sequencing::{Conflict, Reason as ConflictReason};
use crate::texts::{Arg, Texts};
use serde::Serialize;

/// The message and the remedy of a problem; of one in another file than was asked for
/// the message says in which.
pub fn words(problem: &Problem, texts: &Texts) -> (String, String) {
    let (message, remedy) = plain_words(problem, texts);
    let Some(file) = &problem.file else { return (message, remedy) };
    let file = file.display().to_string();
    let args = [("file", Arg::from(file.as_str())), ("message", Arg::from(message.as_str()))];
    (texts.with("variant-in-base", &args), remedy)
}

/// The message and the remedy of a problem, wherever it is.
pub fn plain_words(problem: &Problem, texts: &Texts) -> (String, String) {
    let args: Vec<(&str, Arg)> =
        problem.args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
    let key = format!("problem-{}", problem.code);
    (texts.with(&key, &args), texts.with(&format!("{key}-remedy"), &args))
}

/// What holds an item, with stable keys for scripts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reason {
    /// `prerequisite`, `gate`, `capex`, `staff`, ….
    pub kind: &'static str,
    /// Id of the item, resource, channel or phase that holds it.
    pub what: String,
    /// The phase in which that stops holding it, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<u32>,
    /// What lacks, in units of the currency or staff months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_by: Option<f64>,
}

/// A reason for the place of the item `own` with stable keys.
pub fn reason(held: &HeldBy, own: usize, compiled: &Compiled) -> Reason {
    let id = |item: usize| compiled.portfolio.items[item].id.clone();
    let plain = |kind, what: String, until| Reason { kind, what, until, short_by: None };
    match held {
        HeldBy::FirstPhase => plain("first_phase", String::new(), None),
        HeldBy::Pin { until } => plain("pin", String::new(), Some(*until)),
        HeldBy::Begun(begun) => plain("begun", String::new(), Some(begun.start)),
        HeldBy::Stopped => plain("stopped", String::new(), None),
        HeldBy::Today { until } => plain("today", String::new(), Some(*until)),
        HeldBy::Excluded => plain("excluded", String::new(), None),
        HeldBy::Window { until } => plain("window", String::new(), Some(*until)),
        HeldBy::Deadline { last } => plain("deadline", String::new(), Some(*last)),
        HeldBy::Gate { until, channel, opener } => {
            let gate = compiled.items.get(own).and_then(|item| item.gate.as_ref());
            let channels = gate.map(|gate| gate.channels.as_slice()).unwrap_or_default();
            let channel = channel.and_then(|at| channels.get(at));
            let channel = channel.map(|channel| channel.channel.to_string());
            // What opens it says more than the channel that it opens.
            plain("gate", opener.map(id).or(channel).unwrap_or_default(), *until)
        }
        HeldBy::Prerequisite { item, until } => plain("prerequisite", id(*item), *until),
        HeldBy::AnyOf { items, .. } => {
            let ids: Vec<String> = items.iter().map(|item| id(*item)).collect();
            plain("any_of", ids.join(" "), None)
        }
        HeldBy::Together { item } => plain("together", id(*item), None),
        HeldBy::Exclusive { item } => plain("exclusive", id(*item), None),
        HeldBy::Resource { resource, phase, used, limit } => {
            let info = &compiled.resources[*resource];
            Reason {
                kind: match info.name {
                    ResourceName::Capex => "budget",
                    ResourceName::Opex => "opex_cap",
                    ResourceName::Staff => "staff",
                    ResourceName::Agency(_) => "agency_staff",
                    ResourceName::Fund(_) => "fund",
                },
                what: info.name.id(),
                until: Some(*phase),
                short_by: Some(info.real(*phase, used - limit)),
            }
        }
        HeldBy::Horizon => plain("horizon", String::new(), None),
        HeldBy::Worth { .. } => plain("worth", String::new(), None),
    }
}

/// A reason for the place of the item `own` as a sentence, and the item that it names.
pub fn held_words(
    held: &HeldBy,
    own: usize,
    snapshot: &Snapshot,
    texts: &Texts,
) -> (String, Option<usize>) {
    let Some(plan) = snapshot.planned() else { return (String::new(), None) };
    let compiled = &plan.compiled;
    let scenario = &snapshot.scenario;
    let item = |at: usize| Arg::from(item_name(scenario, at, texts).as_str());
    let phase = |number: u32| Arg::from(phase_name(scenario, number, texts).as_str());
    match held {
        HeldBy::FirstPhase => (texts.get("held-first-phase"), None),
        HeldBy::Pin { until } => (texts.with("held-pin", &[("phase", phase(*until))]), None),
        HeldBy::Begun(begun) => (begun_words(begun, scenario, texts), None),
        HeldBy::Stopped => (texts.get("held-stopped"), None),
        HeldBy::Today { until } => (texts.with("held-today", &[("phase", phase(*until))]), None),
        HeldBy::Excluded => (texts.get("held-excluded"), None),
        HeldBy::Window { until } => (texts.with("held-window", &[("phase", phase(*until))]), None),
        HeldBy::Deadline { last } => {
            (texts.with("held-deadline", &[("phase", phase(*last))]), None)
        }
        HeldBy::Gate { until, opener, .. } => {
            (gate_words(compiled, own, snapshot, texts, *until, *opener), *opener)
        }
        HeldBy::Together { item: other } => {
            (texts.with("held-together", &[("item", item(*other))]), Some(*other))
        }
        HeldBy::Prerequisite { item: other, until } => {
            let words = match until {
                Some(until) => texts
                    .with("held-prerequisite", &[("item", item(*other)), ("phase", phase(*until))]),
                None => texts.with("held-prerequisite-out", &[("item", item(*other))]),
            };
            (words, Some(*other))
        }
        HeldBy::AnyOf { items, first } => {
            let names: Vec<String> =
                items.iter().map(|at| item_name(scenario, *at, texts)).collect();
            let args = [("items", Arg::from(names.join(", ").as_str()))];
            (texts.with("held-any-of", &args), first.or(items.first().copied()))
        }
        HeldBy::Exclusive { item: other } => {
            (texts.with("held-exclusive", &[("item", item(*other))]), Some(*other))
        }
        HeldBy::Resource { resource, phase: at, used, limit } => {
            let info = &compiled.resources[*resource];
            let amount = |units: i64| resource_amount(info, *at, units, scenario, texts);
            let args = [
                ("resource", Arg::from(resource_name(&info.name, scenario, texts).as_str())),
                ("phase", phase(*at)),
                ("short", Arg::from(amount(used - limit).as_str())),
                ("limit", Arg::from(amount(*limit).as_str())),
            ];
            (texts.with("held-resource", &args), None)
        }
        HeldBy::Horizon => (texts.get("held-horizon"), None),
        HeldBy::Worth { gain } => (worth_words(own, *gain, snapshot, compiled, texts), None),
    }
}

/// Since when an item runs, or when it was done.
fn begun_words(begun: &Begun, scenario: &Scenario, texts: &Texts) -> String {
    let phase = phase_name(scenario, begun.start, texts);
    let phase = ("phase", Arg::from(phase.as_str()));
    let end = phase_name(scenario, begun.end, texts);
    let end = ("end", Arg::from(end.as_str()));
    match (begun.status, begun.percent) {
        (ProgressStatus::Done, _) => texts.with("held-done", &[phase, end]),
        (_, Some(percent)) => {
            let percent = texts.percent(percent / 100.0, 0);
            let percent = ("percent", Arg::from(percent.as_str()));
            texts.with("held-running-percent", &[phase, end, percent])
        }
        (_, None) => texts.with("held-running", &[phase, end]),
    }
}

/// Why an item stays where it is though no rule holds it.
fn worth_words(
    own: usize,
    gain: i64,
    snapshot: &Snapshot,
    compiled: &Compiled,
    texts: &Texts,
) -> String {
    let points = (gain as f64 / compiled.scale).abs();
    let args = [("points", Arg::from(super::reasons::points(points, texts).as_str()))];
    match (gain.cmp(&0), snapshot.start_of(own)) {
        (std::cmp::Ordering::Greater, _) => texts.with("held-worth-gains", &args),
        (std::cmp::Ordering::Equal, Some(_)) => texts.get("held-worth-nothing"),
        (std::cmp::Ordering::Less, Some(_)) => texts.with("held-worth-order", &args),
        (_, None) => texts.with("held-worth-loses", &args),
    }
}

/// When the item's gate opens, with what its easiest channel needs and what the
/// forecast says of the phase before and of that phase.
fn gate_words(
    compiled: &Compiled,
    item: usize,
    snapshot: &Snapshot,
    texts: &Texts,
    until: Option<u32>,
    opener: Option<usize>,
) -> String {
    let scenario = &snapshot.scenario;
    let gate = compiled.items.get(item).and_then(|item| item.gate.as_ref());
    let channels = gate.map(|gate| gate.channels.as_slice()).unwrap_or_default();
    let measured = channels.iter().filter(|c| c.opens_gate && c.measure.is_some() && c.need > 0.0);
    let easiest = measured.min_by(|a, b| a.need.total_cmp(&b.need));
    let phases: Vec<u32> = match until {
        Some(until) => [until.checked_sub(1), Some(until)].into_iter().flatten().collect(),
        None => vec![compiled.portfolio.phases],
    };
    let figures = easiest.map(|channel| {
        let figure = |number: &u32| {
            let level = channel.forecast.get((*number as usize).wrapping_sub(1))?;
            let phase = phase_name(scenario, *number, texts);
            let args = [
                ("level", Arg::from(texts.exact_number(*level).as_str())),
                ("phase", Arg::from(phase.as_str())),
            ];
            Some(texts.with("held-gate-level", &args))
        };
        let levels: Vec<String> = phases.iter().filter_map(figure).collect();
        let measure = channel.measure.as_ref();
        let measure = scenario.forecast.measures.iter().find(|m| Some(&m.id) == measure);
        let name = measure.map_or("", |measure| measure.name.get(texts.language()));
        let args = [
            ("need", Arg::from(texts.exact_number(channel.need).as_str())),
            ("measure", Arg::from(name)),
            ("levels", Arg::from(levels.join(", ").as_str())),
        ];
        texts.with("held-gate-figures", &args)
    });
    let opener = opener.map(|item| item_name(scenario, item, texts));
    let words = match (until, opener) {
        (Some(until), opener) => {
            let phase = phase_name(scenario, until, texts);
            let phase = ("phase", Arg::from(phase.as_str()));
            match opener {
                Some(opener) => {
                    let item = ("item", Arg::from(opener.as_str()));
                    texts.with("held-gate-by", &[phase, item])
                }
                None => texts.with("held-gate", &[phase]),
            }
        }
        (None, Some(opener)) => {
            texts.with("held-gate-shut-by", &[("item", Arg::from(opener.as_str()))])
        }
        (None, None) => texts.get("held-gate-shut"),
    };
    match figures {
        Some(figures) => format!("{words}: {figures}"),
        None => words,
    }
}

/// An amount of a resource in whole units, as people write it.
pub fn resource_amount(
    info: &crate::sequencing::compile::ResourceInfo,
    phase: u32,
    units: i64,
    scenario: &Scenario,
    texts: &Texts,
) -> String {
    let real = info.real(phase, units);
    if info.name.is_money() {
        texts.money(real, &scenario.currency)
    } else {
        let args = [("months", Arg::from(texts.exact_number(real).as_str()))];
        texts.with("amount-months", &args)
    }
}

/// A resource's name for people.
pub fn resource_name(name: &ResourceName, scenario: &Scenario, texts: &Texts) -> String {
    let language = texts.language();
    match name {
        ResourceName::Capex => texts.get("resource-capex"),
        ResourceName::Opex => texts.get("resource-opex"),
        ResourceName::Staff => texts.get("resource-staff"),
        ResourceName::Agency(id) => {
            let agency = scenario.agencies.iter().find(|agency| agency.id == *id);
            let name = agency.map_or(id.as_str(), |agency| agency.name.get(language));
            texts.with("resource-agency", &[("agency", Arg::from(name))])
        }
        ResourceName::Fund(id) => {
            let fund = scenario.funding_sources.iter().find(|fund| fund.id == *id);
            fund.map_or(id.as_str(), |fund| fund.name.get(language)).to_owned()
        }
    }
}

/// The key of a kind's name in the language files.
pub fn kind_key(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Service => "kind-service",
        ItemKind::Register => "kind-register",
        ItemKind::Infrastructure => "kind-infrastructure",
        ItemKind::Legal => "kind-legal",
        ItemKind::ProcessReview => "kind-process-review",
        ItemKind::Standard => "kind-standard",
        ItemKind::Capacity => "kind-capacity",
        ItemKind::Access => "kind-access",
    }
}

/// An item's name, or its id.
pub fn item_name(scenario: &Scenario, at: usize, texts: &Texts) -> String {
    scenario.items.get(at).map_or_else(String::new, |item| {
        item.name.get_or(texts.language(), item.id.as_str()).to_owned()
    })
}

/// A phase's name, by its number from 1.
pub fn phase_name(scenario: &Scenario, number: u32, texts: &Texts) -> String {
    let phase = scenario.phases.get((number as usize).wrapping_sub(1));
    phase.map_or_else(
        || number.to_string(),
        |phase| phase.name.get_or(texts.language(), phase.id.as_str()).to_owned(),
    )
}

/// What cannot hold together, line by line.
pub fn conflict_words(
    conflict: &Conflict,
    compiled: &Compiled,
    scenario: &Scenario,
    texts: &Texts,
) -> Vec<String> {
    let name = |at: usize| {
        if at < scenario.items.len() {
            item_name(scenario, at, texts)
        } else {
            texts.get("conflict-helper")
        }
    };
    let resource = |at: usize| resource_name(&compiled.resources[at].name, scenario, texts);
    let phase = |number: u32| phase_name(scenario, number, texts);
    conflict.reasons.iter().map(|r| conflict_line(r, &name, &resource, &phase, texts)).collect()
}

fn conflict_line(
    reason: &ConflictReason,
    name: &dyn Fn(usize) -> String,
    resource: &dyn Fn(usize) -> String,
    phase: &dyn Fn(u32) -> String,
    texts: &Texts,
) -> String {
    let item = |at: usize| ("item", Arg::from(name(at).as_str()));
    let other = |at: usize| ("other", Arg::from(name(at).as_str()));
    match reason {
        ConflictReason::Mandatory(at) => texts.with("conflict-mandatory", &[item(*at)]),
        ConflictReason::Window(at) => texts.with("conflict-window", &[item(*at)]),
        ConflictReason::Needs(at, needs) => {
            texts.with("conflict-needs", &[item(*at), other(*needs)])
        }
        ConflictReason::Cycle(at) => texts.with("conflict-cycle", &[item(*at)]),
        ConflictReason::AnyOf(at) => texts.with("conflict-any-of", &[item(*at)]),
        ConflictReason::Exclusive(a, b) => texts.with("conflict-exclusive", &[item(*a), other(*b)]),
        ConflictReason::Resource { item: at, resource: what, phase: when } => texts.with(
            "conflict-resource",
            &[
                item(*at),
                ("resource", Arg::from(resource(*what).as_str())),
                ("phase", Arg::from(phase(*when).as_str())),
            ],
        ),
    }
}
