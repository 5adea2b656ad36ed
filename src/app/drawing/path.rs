//! The cycle that a new prerequisite would close.

use crate::model::Scenario;
use std::collections::{HashMap, VecDeque};

/// The shortest way along prerequisites from `to` to `from`, both included, if there is
/// one: then `to` may not need `from` as well, for they would need each other. Items by
/// position; an item that shall need itself is the whole way. O(items + links), breadth
/// first; of ways of the same length the one through what stands first in the file.
pub fn path_closing(scenario: &Scenario, from: usize, to: usize) -> Option<Vec<usize>> {
    let count = scenario.items.len();
    if from >= count || to >= count {
        return None;
    }
    let index: HashMap<&str, usize> =
        scenario.items.iter().enumerate().map(|(at, item)| (item.id.as_str(), at)).collect();
    let mut dependants = vec![Vec::new(); count];
    for (item, entry) in scenario.items.iter().enumerate() {
        for link in entry.hard_requires() {
            if let Some(&needs) = index.get(link.item.as_str()) {
                dependants[needs].push(item);
            }
        }
    }
    let mut came_from = vec![None; count];
    let mut front = VecDeque::from([to]);
    while let Some(at) = front.pop_front() {
        if at == from {
            break;
        }
        for &next in &dependants[at] {
            if next != to && came_from[next].is_none() {
                came_from[next] = Some(at);
                front.push_back(next);
            }
        }
    }
    let mut path = vec![from];
    let mut at = from;
    while at != to {
        at = came_from[at]?;
        path.push(at);
    }
    path.reverse();
    Some(path)
}
