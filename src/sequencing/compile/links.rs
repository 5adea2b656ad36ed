//! Prerequisites, alternatives, preferred orders, exclusions and pairs.

use super::calendar::Calendar;
use super::lookup::Lookup;
use super::worth::{penalty, synergy_by_phase};
use crate::model::{LinkType, Problem, Scenario};
use crate::sequencing::{AnyOf, Preference, Prerequisite, Synergy};

/// Where a group of alternatives of the portfolio comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnyOfOrigin {
    /// The item's own list of alternatives.
    Item {
        /// The item.
        item: usize,
        /// Position in its `requires_any_of`.
        position: usize,
    },
    /// The ways that open the item's gate.
    Gate {
        /// The item.
        item: usize,
    },
    /// The counter that a helper item needs.
    Helper {
        /// Position among the helpers.
        helper: usize,
    },
}

/// Where a prerequisite of the portfolio comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PrerequisiteOrigin {
    /// The item's own link.
    Item {
        /// The item.
        item: usize,
        /// Position in its `requires`.
        position: usize,
    },
    /// The only way that opens the item's gate needs an access project.
    Gate {
        /// The item.
        item: usize,
    },
    /// A helper item needs an access project.
    Helper {
        /// Position among the helpers.
        helper: usize,
    },
}

/// All links, and where they come from.
#[derive(Debug, Default)]
pub struct Links {
    pub prerequisites: Vec<Prerequisite>,
    pub prerequisite_origins: Vec<PrerequisiteOrigin>,
    pub any_of: Vec<AnyOf>,
    pub any_of_origins: Vec<AnyOfOrigin>,
    pub preferences: Vec<Preference>,
    /// In the scenario's order.
    pub exclusive: Vec<Vec<usize>>,
    /// In the scenario's order.
    pub synergies: Vec<Synergy>,
}

/// Makes the links of the scenario; ends that do not exist are problems.
///
/// A preferred order costs its `penalty` in value points (else the scenario's
/// `soft_penalty`) over the longest service that any item could have.
pub fn compile_links(scenario: &Scenario, calendar: &Calendar, lookup: &mut Lookup) -> Links {
    let mut links = Links::default();
    for (at, item) in scenario.items.iter().enumerate() {
        let path = |field: &str, place: usize| format!("items[\"{}\"].{field}[{place}]", item.id);
        for (position, link) in item.requires.iter().enumerate() {
            let here = || format!("{}.item", path("requires", position));
            let Some(needs) = lookup.item(&link.item, here) else { continue };
            let (lag, after) = (link.lag, link.after);
            match link.link {
                LinkType::Hard => {
                    links.prerequisites.push(Prerequisite { item: at, needs, lag, after });
                    let origin = PrerequisiteOrigin::Item { item: at, position };
                    links.prerequisite_origins.push(origin);
                }
                LinkType::Soft => {
                    let points = link.penalty.unwrap_or(scenario.parameters.soft_penalty);
                    let here = || format!("{}.penalty", path("requires", position));
                    let points = lookup.amount(points, 0.0, here);
                    let penalty = penalty(calendar, points);
                    links.preferences.push(Preference { item: at, needs, lag, after, penalty });
                }
            }
        }
        for (position, link) in item.requires_any_of.iter().enumerate() {
            let here = || format!("{}.any_of", path("requires_any_of", position));
            let needs = lookup.items(&link.any_of, here);
            if link.any_of.is_empty() {
                lookup.problems.push(Problem::error("compile-no-alternative", here()));
            }
            links.any_of.push(AnyOf { item: at, needs, lag: link.lag, after: link.after });
            links.any_of_origins.push(AnyOfOrigin::Item { item: at, position });
        }
    }
    for (place, group) in scenario.exclusive.iter().enumerate() {
        let items = lookup.items(&group.items, || format!("exclusive[{place}].items"));
        links.exclusive.push(items);
    }
    for (place, synergy) in scenario.synergies.iter().enumerate() {
        let path = || format!("synergies[{place}].items");
        let items = lookup.items(&synergy.items, path);
        let here = || format!("synergies[{place}].effect");
        let points = lookup.amount(synergy.effect.best, -1e9, here);
        match <[usize; 2]>::try_from(items) {
            Ok(items) => {
                let worth = synergy_by_phase(calendar, points);
                links.synergies.push(Synergy { items, worth });
            }
            Err(items) => {
                let problem = Problem::error("compile-pair", path());
                lookup.problems.push(problem.with("found", items.len()));
            }
        }
    }
    links
}
