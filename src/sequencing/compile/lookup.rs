//! From ids to positions, with a problem for each that leads nowhere.

use crate::model::{ItemId, Problem, Scenario};
use std::collections::HashMap;

/// Positions by id, and the problems met on the way.
pub struct Lookup<'s> {
    items: HashMap<&'s str, usize>,
    phases: HashMap<&'s str, u32>,
    /// What is wrong so far.
    pub problems: Vec<Problem>,
}

impl<'s> Lookup<'s> {
    pub fn new(scenario: &'s Scenario) -> Self {
        let mut problems = Vec::new();
        let mut items = HashMap::new();
        for (at, item) in scenario.items.iter().enumerate() {
            if items.insert(item.id.as_str(), at).is_some() {
                let problem = Problem::error("compile-twice", format!("items[{at}].id"));
                problems.push(problem.with("id", &item.id));
            }
        }
        let phases = (1..).zip(&scenario.phases).map(|(at, phase)| (phase.id.as_str(), at));
        Self { items, phases: phases.collect(), problems }
    }

    /// Position of an item; a problem at `path` where there is none.
    pub fn item(&mut self, id: &ItemId, path: impl FnOnce() -> String) -> Option<usize> {
        let found = self.items.get(id.as_str()).copied();
        if found.is_none() {
            self.unknown("item", id.as_str(), path());
        }
        found
    }

    /// Positions of all items of a list that exist, each once.
    pub fn items(&mut self, ids: &[ItemId], path: impl Fn() -> String) -> Vec<usize> {
        let mut found = Vec::with_capacity(ids.len());
        for (at, id) in ids.iter().enumerate() {
            if let Some(item) = self.item(id, || format!("{}[{at}]", path()))
                && !found.contains(&item)
            {
                found.push(item);
            }
        }
        found
    }

    /// Number of a phase, from 1.
    pub fn phase(&mut self, id: &str, path: impl FnOnce() -> String) -> Option<u32> {
        let found = self.phases.get(id).copied();
        if found.is_none() {
            self.unknown("phase", id, path());
        }
        found
    }

    /// Notes that `id` names no such thing.
    pub fn unknown(&mut self, what: &str, id: &str, path: String) {
        let problem = Problem::error("compile-unknown", path);
        self.problems.push(problem.with("what", what).with("id", id));
    }

    /// A finite number of at least `least`; else a problem, and `least`.
    pub fn amount(&mut self, value: f64, least: f64, path: impl FnOnce() -> String) -> f64 {
        if value.is_finite() && value >= least {
            return value;
        }
        let problem = Problem::error("compile-amount", path());
        self.problems.push(problem.with("value", value).with("least", least));
        least
    }
}
