//! Everything that is wrong with a scenario, or worth a look.
//!
//! An error means that the scenario cannot be ranked or planned as it stands; a
//! warning, that something in it is probably not meant, or breaks a rule of the
//! method; a hint, that it is worth a look. One file for each subject.

mod closure;
mod costs;
mod exclusive;
mod graph;
mod ids;
mod numbers;
mod overspent;
mod place;
mod progress;
mod references;
mod rules;
mod scales;
mod scores;
mod time;
mod windows;

use super::{Problem, Scenario};

/// All problems at once, errors first, each kind in the order of the checks.
///
/// The same scenario always gives the same list. O(n log n) in the size of the
/// scenario, but for one look for nearest names and shortest cycles, both
/// bounded.
///
/// ```
/// use phasewise::model::{Item, Scenario, validate};
/// let scenario = Scenario { schema: 1, items: vec![Item::default()], ..Scenario::default() };
/// let problems = validate::problems(&scenario);
/// assert_eq!((problems[0].code, problems[0].path.as_str()), ("id-empty", "items[0].id"));
/// ```
pub fn problems(scenario: &Scenario) -> Vec<Problem> {
    let mut found = Vec::new();
    let table = ids::Ids::new(scenario);
    ids::check(scenario, &mut found);
    references::check(scenario, &table, &mut found);
    numbers::check(scenario, &mut found);
    costs::check(scenario, &mut found);
    time::check(scenario, &mut found);
    scores::check(scenario, &table, &mut found);
    progress::check(scenario, &mut found);
    overspent::check(scenario, &mut found);
    graph::links(scenario, &mut found);
    graph::parents(scenario, &table, &mut found);
    let graph = closure::Graph::new(scenario, &table);
    graph::cycles(scenario, &graph, &mut found);
    exclusive::check(scenario, &table, &graph, &mut found);
    windows::check(scenario, &table, &graph, &mut found);
    rules::check(scenario, &table, &graph, &mut found);
    // Stable: problems of one severity keep their order.
    found.sort_by_key(|problem| problem.severity);
    found
}
