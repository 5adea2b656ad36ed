//! Ids: none empty, none twice; and the tables in which references are looked up.

use super::place::Place;
use crate::model::{Problem, Scenario, Severity, nearest};
use std::cell::Cell;
use std::collections::HashMap;

/// Comparisons that the search for nearest names may cost in all: a file in
/// which everything dangles is told so at once, even if not every guess is made.
const COMPARISONS: usize = 100_000;

/// The ids of one list.
pub(super) struct Names<'s> {
    /// The key of the word for what the list holds.
    what: &'static str,
    list: Vec<&'s str>,
    by_id: HashMap<&'s str, usize>,
}

impl<'s> Names<'s> {
    fn new(what: &'static str, ids: impl Iterator<Item = &'s str>) -> Self {
        let list: Vec<&str> = ids.collect();
        let mut by_id = HashMap::with_capacity(list.len());
        for (at, id) in list.iter().enumerate() {
            by_id.entry(*id).or_insert(at);
        }
        Self { what, list, by_id }
    }

    /// Position of the first element with this id.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }
}

/// The ids of all lists that others refer to.
pub(super) struct Ids<'s> {
    pub(super) items: Names<'s>,
    pub(super) criteria: Names<'s>,
    pub(super) weight_sets: Names<'s>,
    pub(super) phases: Names<'s>,
    pub(super) funds: Names<'s>,
    pub(super) agencies: Names<'s>,
    pub(super) goals: Names<'s>,
    pub(super) measures: Names<'s>,
    pub(super) channels: Names<'s>,
    pub(super) registers: Names<'s>,
    comparisons_left: Cell<usize>,
}

impl<'s> Ids<'s> {
    pub(super) fn new(scenario: &'s Scenario) -> Self {
        macro_rules! names {
            ($what:literal, $list:expr) => {
                Names::new($what, $list.iter().map(|entry| entry.id.as_str()))
            };
        }
        Self {
            items: names!("item", scenario.items),
            criteria: names!("criterion", scenario.criteria),
            weight_sets: names!("weight-set", scenario.weight_sets),
            phases: names!("phase", scenario.phases),
            funds: names!("fund", scenario.funding_sources),
            agencies: names!("agency", scenario.agencies),
            goals: names!("goal", scenario.goals),
            measures: names!("measure", scenario.forecast.measures),
            channels: names!("channel", scenario.channels),
            registers: names!("register", scenario.registers),
            comparisons_left: Cell::new(COMPARISONS),
        }
    }

    /// The problem of an id that leads nowhere; none if it leads somewhere.
    pub(super) fn dangling(
        &self,
        names: &Names<'_>,
        id: &str,
        place: &Place<'_>,
        severity: Severity,
    ) -> Option<Problem> {
        if names.by_id.contains_key(id) {
            return None;
        }
        let left = self.comparisons_left.get();
        let mut guess = None;
        if left >= names.list.len() {
            self.comparisons_left.set(left - names.list.len());
            guess = nearest(id, names.list.iter().copied());
        }
        let problem = Problem::new(severity, "id-unknown", place.to_string());
        Some(unknown(problem, names.what, id, guess))
    }
}

/// What every message on an unknown name says.
pub(super) fn unknown(problem: Problem, what: &str, id: &str, guess: Option<&str>) -> Problem {
    let near = if guess.is_some() { "yes" } else { "no" };
    let problem = problem.with("what", what).with("id", id).with("near", near);
    problem.with("nearest", guess.unwrap_or_default())
}

/// Ids that are empty or stand twice in their list.
pub(super) fn check(scenario: &Scenario, out: &mut Vec<Problem>) {
    use Severity::{Error, Warning};
    let mut check = |severity, what, place: &Place<'_>, ids: &mut dyn Iterator<Item = &str>| {
        unique(severity, what, place, ids, out);
    };
    macro_rules! check {
        ($severity:expr, $what:literal, $place:expr, $list:expr) => {
            check($severity, $what, &$place, &mut $list.iter().map(|entry| entry.id.as_ref()))
        };
    }
    let top = Place::TOP;
    check!(Error, "item", top.field("items"), scenario.items);
    check!(Error, "criterion", top.field("criteria"), scenario.criteria);
    check!(Error, "weight-set", top.field("weight_sets"), scenario.weight_sets);
    check!(Error, "phase", top.field("phases"), scenario.phases);
    check!(Error, "fund", top.field("funding_sources"), scenario.funding_sources);
    check!(Error, "agency", top.field("agencies"), scenario.agencies);
    check!(Error, "goal", top.field("goals"), scenario.goals);
    let forecast = top.field("forecast");
    check!(Error, "measure", forecast.field("measures"), scenario.forecast.measures);
    check!(Error, "channel", top.field("channels"), scenario.channels);
    check!(Error, "register", top.field("registers"), scenario.registers);
    check!(Warning, "indicator", top.field("indicators"), scenario.indicators);
    check!(Warning, "risk", top.field("risks"), scenario.risks);
    check!(Warning, "fact", top.field("facts"), scenario.facts);
    check!(Warning, "benchmark", top.field("benchmarks"), scenario.benchmarks);
    check!(Warning, "rule", top.field("rules"), scenario.rules);
    check!(Warning, "contradiction", top.field("contradictions"), scenario.contradictions);
    let indices = top.field("readiness_indices");
    check!(Warning, "index", indices, scenario.readiness_indices);
    for (at, index) in scenario.readiness_indices.iter().enumerate() {
        let place = indices.named(at, &index.id);
        check!(Warning, "component", place.field("components"), index.components);
    }
    if let Some(logframe) = &scenario.logframe {
        let place = top.field("logframe");
        check!(Warning, "level", place.field("levels"), logframe.levels);
    }
    if let Some(speed) = &scenario.service_speed {
        let place = top.field("service_speed");
        check!(Warning, "speed", place.field("measures"), speed.measures);
    }
    if let Some(governance) = &scenario.governance {
        let place = top.field("governance");
        check!(Warning, "function", place.field("functions"), governance.functions);
    }
}

fn unique(
    severity: Severity,
    what: &'static str,
    list: &Place<'_>,
    ids: &mut dyn Iterator<Item = &str>,
    out: &mut Vec<Problem>,
) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (at, id) in ids.enumerate() {
        // By position: the id would lead to the first of the two.
        let element = list.at(at);
        let place = element.field("id");
        if id.trim().is_empty() {
            let problem = Problem::new(severity, "id-empty", place.to_string());
            out.push(problem.with("what", what).with("number", at + 1));
        } else if let Some(before) = first.get(id) {
            let problem = Problem::new(severity, "id-duplicate", place.to_string());
            let problem = problem.with("what", what).with("id", id);
            out.push(problem.with("first", before + 1).with("second", at + 1));
        } else {
            first.insert(id, at);
        }
    }
}
