//! Scores against their scales, and weights against the criteria.

use super::ids::{Ids, unknown};
use super::numbers;
use super::place::Place;
use super::scales::outside;
use crate::model::{
    Criterion, Item, Measure, Problem, Scenario, Score, Severity, ValueFunction, nearest,
};
use std::collections::HashSet;

/// Most criteria named in one message.
const MAX_NAMED: usize = 8;

/// Problems of scores, of the tree of criteria, and of weights.
pub(super) fn check(scenario: &Scenario, ids: &Ids<'_>, out: &mut Vec<Problem>) {
    tree(scenario, ids, out);
    weights(scenario, ids, out);
    let list = Place::TOP.field("items");
    for (at, item) in scenario.items.iter().enumerate() {
        let place = list.named(at, item.id.as_str());
        let scores = place.field("scores");
        for (id, score) in &item.scores {
            let Some(criterion) = ids.criteria.find(id.as_str()) else { continue };
            let criterion = &scenario.criteria[criterion];
            let here = scores.field(id.as_str());
            numbers::score(score, criterion.value.as_ref(), &here, out);
            one(item, criterion, score, &here, out);
        }
        missing(scenario, item, &scores, out);
    }
}

/// Problems of one score on its scale.
fn one(
    item: &Item,
    criterion: &Criterion,
    score: &Score,
    place: &Place<'_>,
    out: &mut Vec<Problem>,
) {
    let told = |problem: Problem| problem.with("item", &item.id).with("criterion", &criterion.id);
    let Some(function) = &criterion.value else {
        out.push(told(Problem::warning("score-on-group", place.to_string())));
        return;
    };
    if criterion.computed.is_some() {
        out.push(told(Problem::warning("score-on-computed", place.to_string())));
        return;
    }
    let parts =
        [(Some(&score.best), ""), (score.low.as_ref(), "low"), (score.high.as_ref(), "high")];
    for (part, field) in parts {
        let Some(part) = part else { continue };
        let own = place.field(field);
        let here = if field.is_empty() { place } else { &own };
        match (part, function) {
            (Measure::Level(name), ValueFunction::Levels(levels)) => {
                if !levels.contains_key(name) {
                    let guess = nearest(name, levels.keys().map(String::as_str));
                    let problem = told(Problem::error("level-unknown", here.to_string()));
                    out.push(
                        unknown(problem, "level", name, guess)
                            .with("allowed", names(levels.keys())),
                    );
                }
            }
            (Measure::Number(value), ValueFunction::Levels(levels)) => {
                let problem = told(Problem::error("score-wants-level", here.to_string()));
                out.push(problem.with("value", value).with("allowed", names(levels.keys())));
            }
            (Measure::Level(name), _) => {
                let problem = told(Problem::error("score-wants-number", here.to_string()));
                out.push(problem.with("value", name));
            }
            // A range may reach beyond the scale; what is planned with should not.
            (Measure::Number(value), _) => {
                if let Some((least, most)) = outside(function, *value).filter(|_| field.is_empty())
                {
                    let problem = told(Problem::warning("score-outside", here.to_string()));
                    let problem = problem.with("value", value);
                    out.push(problem.with("least", least).with("most", most));
                }
            }
        }
    }
}

fn names<'n>(names: impl ExactSizeIterator<Item = &'n String>) -> String {
    let more = names.len() > MAX_NAMED;
    let mut list: Vec<&str> = names.take(MAX_NAMED).map(String::as_str).collect();
    list.extend(more.then_some("…"));
    list.join(", ")
}

fn missing(scenario: &Scenario, item: &Item, place: &Place<'_>, out: &mut Vec<Problem>) {
    let entered = scenario.leaf_criteria().filter(|criterion| criterion.computed.is_none());
    let missing = entered.filter(|criterion| !item.scores.contains_key(&criterion.id));
    let missing: Vec<String> = missing.map(|criterion| criterion.id.to_string()).collect();
    if !missing.is_empty() {
        let problem = Problem::warning("score-missing", place.to_string()).with("item", &item.id);
        let problem = problem.with("count", missing.len());
        out.push(problem.with("criteria", names(missing.iter())));
    }
}

/// Groups without members, and leaves that others hang from.
fn tree(scenario: &Scenario, ids: &Ids<'_>, out: &mut Vec<Problem>) {
    let mut is_parent = vec![false; scenario.criteria.len()];
    let list = Place::TOP.field("criteria");
    for (at, criterion) in scenario.criteria.iter().enumerate() {
        let Some(parent) = criterion.parent.as_ref() else { continue };
        let Some(parent) = ids.criteria.find(parent.as_str()) else { continue };
        is_parent[parent] = true;
        let parent = &scenario.criteria[parent];
        if parent.value.is_some() && parent.id != criterion.id {
            let place = list.named(at, criterion.id.as_str());
            let problem = Problem::error("parent-is-leaf", place.field("parent").to_string());
            out.push(problem.with("criterion", &criterion.id).with("parent", &parent.id));
        }
    }
    for (at, criterion) in scenario.criteria.iter().enumerate() {
        let place = list.named(at, criterion.id.as_str());
        if criterion.value.is_none() && !is_parent[at] {
            let code = if criterion.computed.is_some() { "scale-missing" } else { "group-empty" };
            let problem = Problem::warning(code, place.to_string());
            out.push(problem.with("criterion", &criterion.id));
        }
    }
}

/// Weight sets that weigh nothing, or against the habit of swings.
fn weights(scenario: &Scenario, ids: &Ids<'_>, out: &mut Vec<Problem>) {
    let list = Place::TOP.field("weight_sets");
    let mut weighed: HashSet<usize> = HashSet::new();
    for (at, set) in scenario.weight_sets.iter().enumerate() {
        let place = list.named(at, set.id.as_str());
        let swings = place.field("swings");
        let known = set.swings.keys().filter_map(|id| ids.criteria.find(id.as_str()));
        let known: Vec<usize> = known.collect();
        let highest = set.swings.values().copied().fold(0.0, f64::max);
        let problem = if known.is_empty() {
            Some(Problem::warning("weights-no-criterion", swings.to_string()))
        } else if highest <= 0.0 {
            Some(Problem::warning("weights-all-zero", swings.to_string()))
        } else if highest != 100.0 && highest.is_finite() {
            let problem = Problem::new(Severity::Hint, "weights-highest", swings.to_string());
            Some(problem.with("highest", highest))
        } else {
            None
        };
        out.extend(problem.map(|problem| problem.with("set", &set.id)));
        weighed.extend(known);
    }
    if scenario.weight_sets.is_empty() {
        return;
    }
    let list = Place::TOP.field("criteria");
    for (at, criterion) in scenario.criteria.iter().enumerate() {
        if criterion.value.is_some() && !weighed.contains(&at) {
            let place = list.named(at, criterion.id.as_str());
            let problem = Problem::new(Severity::Hint, "criterion-unweighted", place.to_string());
            out.push(problem.with("criterion", &criterion.id));
        }
    }
}
