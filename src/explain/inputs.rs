//! What differs between two states of a scenario, as single inputs that can be
//! put from one into the other.

use crate::model::Scenario;
use serde_json::{Map, Value};

/// Fields that no plan depends on.
const WORDS: [&str; 17] = [
    "name",
    "description",
    "provenance",
    "title",
    "note",
    "reason",
    "source",
    "ref",
    "by",
    "date",
    "unit",
    "anchors",
    "method",
    "level_names",
    "programme_stage",
    "programme_component",
    "role",
];

/// Parts of a scenario that plans depend on.
const PARTS: [&str; 14] = [
    "parameters",
    "active_weights",
    "criteria",
    "weight_sets",
    "phases",
    "funding_sources",
    "forecast",
    "channels",
    "registers",
    "items",
    "exclusive",
    "synergies",
    "agencies",
    "goals",
];

/// One step of the way to an input.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Field(String),
    /// The element of a list with this id.
    Element(String),
}

/// An input that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct InputChange {
    steps: Vec<Step>,
    before: Option<Value>,
    after: Option<Value>,
}

impl InputChange {
    /// The way to it, such as `items["e-tax"].scores.demand`.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.steps {
            match step {
                Step::Field(field) if path.is_empty() => path.push_str(field),
                Step::Field(field) => {
                    path.push('.');
                    path.push_str(field);
                }
                Step::Element(id) => path.push_str(&format!("[\"{id}\"]")),
            }
        }
        path
    }

    /// The part of the scenario that it is in, such as `items`.
    pub fn part(&self) -> &str {
        match self.steps.first() {
            Some(Step::Field(part)) => part,
            _ => "",
        }
    }

    /// The id of the element that it belongs to, such as an item's; none for
    /// what belongs to the whole scenario.
    pub fn element(&self) -> Option<&str> {
        self.steps.iter().rev().find_map(|step| match step {
            Step::Element(id) => Some(id.as_str()),
            Step::Field(_) => None,
        })
    }

    /// Its field in that element, or in that part, and what is below it:
    /// `["scores", "demand"]`. Empty if the whole element came or went.
    pub fn fields(&self) -> Vec<&str> {
        let below = self.steps.iter().rev().map_while(|step| match step {
            Step::Field(field) => Some(field.as_str()),
            Step::Element(_) => None,
        });
        let mut fields: Vec<&str> = below.collect();
        fields.reverse();
        if self.element().is_none() && fields.len() > 1 {
            fields.remove(0);
        }
        fields
    }

    /// What it was, as in a JSON file; none if it was not there.
    pub fn before(&self) -> Option<&Value> {
        self.before.as_ref()
    }

    /// What it is, as in a JSON file; none if it is not there any more.
    pub fn after(&self) -> Option<&Value> {
        self.after.as_ref()
    }

    /// Puts the new value in the place of the old one.
    fn put(&self, document: &mut Value) {
        put_at(document, &self.steps, self.after.clone());
    }
}

/// Inputs that differ between two states of a scenario, in the order of the
/// file. Words (names, notes, sources) do not count: no plan depends on them.
pub fn differences(before: &Scenario, after: &Scenario) -> Vec<InputChange> {
    let mut found = Vec::new();
    let (Ok(Value::Object(before)), Ok(Value::Object(after))) =
        (serde_json::to_value(before), serde_json::to_value(after))
    else {
        return found;
    };
    for part in PARTS {
        compare(vec![Step::Field(part.into())], before.get(part), after.get(part), &mut found);
    }
    found
}

/// Scenarios on the way from one to the other: after the first change, after the
/// first two, …. A change that makes no readable scenario by itself goes together
/// with the next.
pub fn replay<'c>(
    before: &Scenario,
    changes: &'c [InputChange],
) -> Vec<(Vec<&'c InputChange>, Scenario)> {
    let mut steps = Vec::new();
    let Ok(mut document) = serde_json::to_value(before) else { return steps };
    let mut together: Vec<&InputChange> = Vec::new();
    for change in changes {
        change.put(&mut document);
        together.push(change);
        if let Ok(scenario) = serde_json::from_value::<Scenario>(document.clone()) {
            steps.push((std::mem::take(&mut together), scenario));
        }
    }
    steps
}

fn compare(
    steps: Vec<Step>,
    before: Option<&Value>,
    after: Option<&Value>,
    found: &mut Vec<InputChange>,
) {
    if before == after {
        return;
    }
    match (before, after) {
        (Some(Value::Object(a)), Some(Value::Object(b))) if !is_estimate(a) && !is_estimate(b) => {
            let new = b.keys().filter(|key| !a.contains_key(*key));
            for key in a.keys().chain(new).filter(|key| !WORDS.contains(&key.as_str())) {
                let mut steps = steps.clone();
                steps.push(Step::Field(key.clone()));
                compare(steps, a.get(key), b.get(key), found);
            }
        }
        (Some(Value::Array(a)), Some(Value::Array(b))) if have_ids(a) && have_ids(b) => {
            // New elements last: they may name others that change.
            let old = a.iter().filter_map(id_of);
            let new = b.iter().filter_map(id_of).filter(|id| element(a, id).is_none());
            for id in old.chain(new) {
                let mut steps = steps.clone();
                steps.push(Step::Element(id.to_owned()));
                compare(steps, element(a, id), element(b, id), found);
            }
        }
        _ if same_but_words(before, after) => {}
        _ => found.push(InputChange { steps, before: before.cloned(), after: after.cloned() }),
    }
}

/// An estimate is one input: its best value and its range belong together.
fn is_estimate(map: &Map<String, Value>) -> bool {
    map.contains_key("best")
}

fn same_but_words(before: Option<&Value>, after: Option<&Value>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => without_words(before) == without_words(after),
        _ => false,
    }
}

fn without_words(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.iter().filter(|(key, _)| !WORDS.contains(&key.as_str()));
            Value::Object(kept.map(|(key, value)| (key.clone(), without_words(value))).collect())
        }
        Value::Array(list) => Value::Array(list.iter().map(without_words).collect()),
        other => other.clone(),
    }
}

fn id_of(value: &Value) -> Option<&str> {
    value.get("id")?.as_str()
}

fn have_ids(list: &[Value]) -> bool {
    list.iter().all(|value| id_of(value).is_some())
}

fn element<'v>(list: &'v [Value], id: &str) -> Option<&'v Value> {
    list.iter().find(|value| id_of(value) == Some(id))
}

fn put_at(document: &mut Value, steps: &[Step], value: Option<Value>) {
    let Some((step, rest)) = steps.split_first() else {
        if let Some(value) = value {
            *document = value;
        }
        return;
    };
    match (step, document) {
        (Step::Field(field), Value::Object(map)) => match (rest.is_empty(), value) {
            (true, Some(value)) => drop(map.insert(field.clone(), value)),
            (true, None) => drop(map.shift_remove(field)),
            (false, value) => {
                let empty = || {
                    let list = matches!(rest.first(), Some(Step::Element(_)));
                    if list { Value::Array(Vec::new()) } else { Value::Object(Map::new()) }
                };
                put_at(map.entry(field.clone()).or_insert_with(empty), rest, value);
            }
        },
        (Step::Element(id), Value::Array(list)) => {
            let at = list.iter().position(|value| id_of(value) == Some(id));
            match (at, rest.is_empty(), value) {
                (Some(at), true, None) => drop(list.remove(at)),
                (Some(at), _, value) => put_at(&mut list[at], rest, value),
                (None, true, Some(value)) => list.push(value),
                (None, _, _) => {}
            }
        }
        _ => {}
    }
}
