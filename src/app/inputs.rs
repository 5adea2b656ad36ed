//! Inputs that differ between two states of a scenario, in words:
//! `Budget of 2006: 100 M USD → 80 M USD`.

use super::words::phase_name;
use crate::explain::InputChange;
use crate::model::{ActiveWeights, Scenario, Text};
use crate::texts::{Arg, Texts};
use serde_json::Value;

/// Fields that are money.
const MONEY: [&str; 6] = ["budget", "co_funding", "opex_cap", "capex", "opex_per_year", "amounts"];
/// Fields of a phase whose absence means that there is no limit.
const LIMITS: [&str; 4] = ["budget", "opex_cap", "staff_months", "staff_by_agency"];

/// The two states that inputs differ between.
#[derive(Debug, Clone, Copy)]
pub struct Between<'a> {
    /// The older state.
    pub before: &'a Scenario,
    /// The newer state.
    pub after: &'a Scenario,
}

/// An input that differs, in words.
pub fn input_words(change: &InputChange, between: Between<'_>, texts: &Texts) -> String {
    let owner = owner_name(change, between, texts);
    let fields = change.fields();
    let Some(field) = fields.first().copied() else {
        let key = if change.before().is_none() { "input-added" } else { "input-removed" };
        return texts.with(key, &[("owner", Arg::from(owner.as_str()))]);
    };
    let what = heading(change, field, &fields, &owner, between, texts);
    let what = ("what", Arg::from(what.as_str()));
    let (from, to) = match change.part() {
        "active_weights" => {
            (Some(active_words(between.before, texts)), Some(active_words(between.after, texts)))
        }
        part => {
            let words = |value: Option<&Value>, other: Option<&Value>, scenario: &Scenario| {
                let absent = absent_words(part, field, other, texts);
                value.map_or(Some(absent), |value| value_words(field, value, scenario, texts))
            };
            let (old, new) = (change.before(), change.after());
            (words(old, new, between.before), words(new, old, between.after))
        }
    };
    if let Some(entries) = list_words(change, between, texts) {
        return texts.with("input-list", &[what, ("entries", Arg::from(entries.as_str()))]);
    }
    match (from, to) {
        (Some(from), Some(to)) => {
            let args = [what, ("from", Arg::from(from.as_str())), ("to", Arg::from(to.as_str()))];
            texts.with("input-changed-to", &args)
        }
        _ => texts.with("input-changed", &[what]),
    }
}

/// What differs, with whose it is: `Budget of 2006`.
fn heading(
    change: &InputChange,
    field: &str,
    fields: &[&str],
    owner: &str,
    between: Between<'_>,
    texts: &Texts,
) -> String {
    let below = fields.get(1).filter(|_| !below_of(field).is_empty());
    let below = below.map(|id| element_name(below_of(field), id, between, texts));
    let below = below.unwrap_or_default();
    let of = ("of", Arg::from(below.as_str()));
    let key = format!("input-{}", field.replace('_', "-"));
    let what = match (field, texts.has(&key)) {
        ("scores", _) if !below.is_empty() => below.clone(),
        (_, true) => texts.with(&key, &[of]),
        (_, false) => fields.join("."),
    };
    // Of one weight set nobody asks whose it is.
    let single = change.part() == "weight_sets" && between.after.weight_sets.len() == 1;
    if owner.is_empty() || single {
        return what;
    }
    let args = [("what", Arg::from(what.as_str())), ("owner", Arg::from(owner))];
    let inside = !below.is_empty() && field != "scores";
    texts.with(if inside { "input-in" } else { "input-of" }, &args)
}

/// The part of the scenario that the keys below a field name.
fn below_of(field: &str) -> &'static str {
    match field {
        "swings" | "scores" => "criteria",
        "co_funding" => "funding_sources",
        "staff_by_agency" => "agencies",
        "amounts" => "phases",
        _ => "",
    }
}

fn owner_name(change: &InputChange, between: Between<'_>, texts: &Texts) -> String {
    let Some(id) = change.element() else { return String::new() };
    element_name(change.part(), id, between, texts)
}

/// The name of an element, from the newer state or, if it is gone, from the
/// older; its id where it has none.
fn element_name(part: &str, id: &str, between: Between<'_>, texts: &Texts) -> String {
    let language = texts.language();
    let named = |scenario: &Scenario| {
        let name = name_in(part, id, scenario)?.get(language);
        (!name.is_empty()).then(|| name.to_owned())
    };
    named(between.after).or_else(|| named(between.before)).unwrap_or_else(|| id.to_owned())
}

fn name_in<'s>(part: &str, id: &str, scenario: &'s Scenario) -> Option<&'s Text> {
    macro_rules! name {
        ($list:expr) => {
            $list.iter().find(|element| element.id == *id).map(|element| &element.name)
        };
    }
    match part {
        "items" => name!(scenario.items),
        "phases" => name!(scenario.phases),
        "criteria" => name!(scenario.criteria),
        "weight_sets" => name!(scenario.weight_sets),
        "forecast" => name!(scenario.forecast.measures),
        "channels" => name!(scenario.channels),
        "registers" => name!(scenario.registers),
        "agencies" => name!(scenario.agencies),
        "goals" => name!(scenario.goals),
        "funding_sources" => name!(scenario.funding_sources),
        _ => None,
    }
}

/// Whose weights count.
fn active_words(scenario: &Scenario, texts: &Texts) -> String {
    let id = match &scenario.active_weights {
        ActiveWeights::Blend => return texts.get("weights-blend"),
        ActiveWeights::First => scenario.weight_sets.first().map(|set| set.id.as_str()),
        ActiveWeights::Set(id) => Some(id.as_str()),
    };
    let between = Between { before: scenario, after: scenario };
    element_name("weight_sets", id.unwrap_or_default(), between, texts)
}

/// What it means that a value is not there.
fn absent_words(part: &str, field: &str, other: Option<&Value>, texts: &Texts) -> String {
    match other {
        Some(Value::Bool(other)) => texts.get(if *other { "input-no" } else { "input-yes" }),
        _ if part == "phases" && LIMITS.contains(&field) => texts.get("input-no-limit"),
        _ => texts.get("input-absent"),
    }
}

/// A value in words; none where only "changed" can be said of it.
fn value_words(field: &str, value: &Value, scenario: &Scenario, texts: &Texts) -> Option<String> {
    let amount = |number: f64| match MONEY.contains(&field) {
        true => texts.money(number, &scenario.currency),
        false => texts.exact_number(number),
    };
    match value {
        Value::Null => Some(texts.get("input-absent")),
        Value::Bool(yes) => Some(texts.get(if *yes { "input-yes" } else { "input-no" })),
        Value::Number(number) => number.as_f64().map(amount),
        Value::String(word) => Some(string_words(field, word, scenario, texts)),
        Value::Array(list) if field == "capex" => {
            let parts: Option<Vec<String>> =
                list.iter().map(|part| value_words(field, part, scenario, texts)).collect();
            parts.map(|parts| parts.join(" + "))
        }
        Value::Object(pin) if field == "pin" => match pin.get("phase").and_then(Value::as_str) {
            Some(phase) => Some(phase_of(phase, scenario, texts)),
            None => Some(texts.get("explain-never")),
        },
        Value::Object(progress) if field == "progress" => {
            let status = progress.get("status").and_then(Value::as_str).unwrap_or("not_started");
            let words = string_words("status", status, scenario, texts);
            let since = progress.get("started").and_then(Value::as_str);
            let since = since.map(|since| phase_of(since, scenario, texts));
            Some(since.map_or(words.clone(), |since| format!("{words}, {since}")))
        }
        Value::Object(estimate) => {
            let number = |key: &str| estimate.get(key).and_then(Value::as_f64);
            let best = match estimate.get("best")? {
                Value::String(level) => level.clone(),
                best => amount(best.as_f64()?),
            };
            match (number("low"), number("high")) {
                (Some(low), Some(high)) => {
                    let args = [
                        ("best", Arg::from(best.as_str())),
                        ("low", Arg::from(amount(low).as_str())),
                        ("high", Arg::from(amount(high).as_str())),
                    ];
                    Some(texts.with("input-range", &args))
                }
                _ => Some(best),
            }
        }
        Value::Array(_) => None,
    }
}

fn string_words(field: &str, word: &str, scenario: &Scenario, texts: &Texts) -> String {
    let between = Between { before: scenario, after: scenario };
    match field {
        "earliest_phase" | "latest_phase" | "pin" | "today" => phase_of(word, scenario, texts),
        "owner" | "keeper" => element_name("agencies", word, between, texts),
        "delivered_by" => element_name("items", word, between, texts),
        "kind" => {
            let key = format!("kind-{}", word.replace('_', "-"));
            if texts.has(&key) { texts.get(&key) } else { word.to_owned() }
        }
        "status" => {
            let key = format!("progress-{}", word.replace('_', "-"));
            if texts.has(&key) { texts.get(&key) } else { word.to_owned() }
        }
        _ => word.to_owned(),
    }
}

fn phase_of(id: &str, scenario: &Scenario, texts: &Texts) -> String {
    let at = scenario.phases.iter().position(|phase| phase.id == *id);
    let number = at.and_then(|at| u32::try_from(at + 1).ok());
    number.map_or_else(|| id.to_owned(), |number| phase_name(scenario, number, texts))
}

/// What came into a list of items and what left it: `+ Payment gateway`. None if
/// nothing did, or if it is no such list.
fn list_words(change: &InputChange, between: Between<'_>, texts: &Texts) -> Option<String> {
    let (old, new) = (ids_of(change.before()), ids_of(change.after()));
    let words = |sign: &str, ids: &[String], others: &[String]| -> Vec<String> {
        let only = ids.iter().filter(|id| !others.contains(id));
        only.map(|id| format!("{sign} {}", element_name("items", id, between, texts))).collect()
    };
    let entries = [words("+", &new, &old), words("−", &old, &new)].concat();
    (!entries.is_empty()).then(|| entries.join(", "))
}

fn ids_of(list: Option<&Value>) -> Vec<String> {
    let entries = list.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let id = |entry: &Value| Some(entry.get("item")?.as_str()?.to_owned());
    entries.iter().filter_map(id).collect()
}
