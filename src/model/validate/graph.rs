//! Links that contradict each other: cycles, self-links, exclusions against prerequisites.

use super::closure::Graph;
use super::ids::Ids;
use super::place::Place;
use crate::model::{Problem, Scenario, Severity};
use std::collections::{HashMap, HashSet, VecDeque};

/// Most links followed in search of shortest cycles; only a tangle of thousands of
/// items reaches it, and then a cycle is still named, if not the very shortest.
const MAX_STEPS: usize = 2_000_000;

/// Most items named in one message.
const MAX_NAMED: usize = 12;

/// Problems of links as they stand.
pub(super) fn links(scenario: &Scenario, out: &mut Vec<Problem>) {
    let list = Place::TOP.field("items");
    for (at, item) in scenario.items.iter().enumerate() {
        let place = list.named(at, item.id.as_str());
        let selfish = |place: &Place<'_>| {
            Problem::error("link-self", place.to_string()).with("item", &item.id)
        };
        let mut seen = HashSet::new();
        let requires = place.field("requires");
        for (position, link) in item.requires.iter().enumerate() {
            let element = requires.at(position);
            let here = element.field("item");
            if link.item == item.id {
                out.push(selfish(&here));
            } else if !seen.insert((&link.item, link.link)) {
                let problem = Problem::warning("link-twice", here.to_string());
                out.push(problem.with("item", &item.id).with("needs", &link.item));
            }
        }
        let groups = place.field("requires_any_of");
        for (position, group) in item.requires_any_of.iter().enumerate() {
            let element = groups.at(position);
            let here = element.field("any_of");
            if group.any_of.is_empty() {
                out.push(Problem::error("any-of-empty", here.to_string()).with("item", &item.id));
            }
            let own = group.any_of.iter().position(|other| *other == item.id);
            out.extend(own.map(|at| selfish(&here.at(at))));
        }
    }
    let list = Place::TOP.field("exclusive");
    for (at, group) in scenario.exclusive.iter().enumerate() {
        let different: HashSet<_> = group.items.iter().collect();
        if different.len() < 2 || different.len() < group.items.len() {
            let path = list.at(at).field("items").to_string();
            out.push(Problem::warning("exclusive-few", path).with("found", different.len()));
        }
    }
    let list = Place::TOP.field("synergies");
    for (at, pair) in scenario.synergies.iter().enumerate() {
        let different: HashSet<_> = pair.items.iter().collect();
        if different.len() != 2 || pair.items.len() != 2 {
            let path = list.at(at).field("items").to_string();
            out.push(Problem::error("synergy-pair", path).with("found", different.len()));
        }
    }
}

/// Names with arrows between them, shortened in the middle where there are many.
fn chain<'n>(names: impl ExactSizeIterator<Item = &'n str>, between: &str) -> String {
    let count = names.len();
    let mut words = Vec::new();
    for (at, name) in names.enumerate() {
        if count <= MAX_NAMED + 1 || at + 1 == count || at < MAX_NAMED {
            words.push(name.to_owned());
        } else if at == MAX_NAMED {
            words.push("…".to_owned());
        }
    }
    words.join(between)
}

/// Knots of prerequisites: an error where time would have to pass in a circle, a
/// hint where the items merely start together.
pub(super) fn cycles(scenario: &Scenario, graph: &Graph, out: &mut Vec<Problem>) {
    let id = |at: &usize| scenario.items[*at].id.as_str();
    let mut steps_left = MAX_STEPS;
    for members in graph.components.iter().filter(|members| members.len() > 1) {
        let place = |at: usize| format!("{}", Place::TOP.field("items").named(at, id(&at)));
        match shortest_waiting(graph, members, &mut steps_left) {
            Some((mut cycle, phases)) => {
                // The same cycle always reads the same, from its first item in the file.
                let first = (0..cycle.len()).min_by_key(|&at| cycle[at]).unwrap_or(0);
                cycle.rotate_left(first);
                cycle.push(cycle[0]);
                let path = format!("{}.requires", place(cycle[0]));
                let problem = Problem::error("cycle-lag", path);
                let problem = problem.with("cycle", chain(cycle.iter().map(id), " → "));
                out.push(problem.with("phases", phases).with("count", cycle.len() - 1));
            }
            None => {
                let mut members = members.clone();
                members.sort_unstable();
                let path = format!("{}.requires", place(members[0]));
                let problem = Problem::new(Severity::Hint, "cycle-together", path);
                let problem = problem.with("items", chain(members.iter().map(id), ", "));
                out.push(problem.with("count", members.len()));
            }
        }
    }
}

/// The shortest cycle within a component in which some link makes an item wait,
/// each item before the one that it needs, and the phases that it waits in all.
fn shortest_waiting(
    graph: &Graph,
    members: &[usize],
    steps_left: &mut usize,
) -> Option<(Vec<usize>, u64)> {
    let mut members = members.to_vec();
    members.sort_unstable();
    let number = graph.component[*members.first()?];
    let mut search = Search { graph, number, reached: HashMap::new() };
    let mut best: Option<Vec<usize>> = None;
    for &start in &members {
        for edge in graph.needs[start].iter().filter(|edge| edge.delay > 0) {
            let is_inside = graph.component[edge.to] == number;
            if !is_inside || (best.is_some() && *steps_left == 0) {
                continue;
            }
            let most = best.as_ref().map_or(usize::MAX, Vec::len);
            best = search.cycle(start, edge.to, most, steps_left).or(best);
        }
    }
    let cycle = best?;
    let waits = |at: usize| {
        let (one, next) = (cycle[at], cycle[(at + 1) % cycle.len()]);
        let links = graph.needs[one].iter().filter(|edge| edge.to == next);
        links.map(|edge| edge.delay).max().unwrap_or(0)
    };
    let phases = (0..cycle.len()).map(waits).sum();
    Some((cycle, phases))
}

struct Search<'g> {
    graph: &'g Graph,
    /// The component that is searched.
    number: usize,
    /// For each item reached, the one before it and how many stand on the way.
    reached: HashMap<usize, (usize, usize)>,
}

impl Search<'_> {
    /// The shortest cycle over the link from `start` to `next`, if it has fewer
    /// than `most` items; breadth first.
    fn cycle(
        &mut self,
        start: usize,
        next: usize,
        most: usize,
        steps_left: &mut usize,
    ) -> Option<Vec<usize>> {
        self.reached.clear();
        self.reached.insert(next, (start, 2));
        let mut queue = VecDeque::from([next]);
        while let Some(at) = queue.pop_front() {
            let length = self.reached.get(&at)?.1;
            if length >= most {
                return None;
            }
            for edge in &self.graph.needs[at] {
                *steps_left = steps_left.saturating_sub(1);
                if edge.to == start {
                    return Some(self.way(start, at));
                }
                let is_inside = self.graph.component[edge.to] == self.number;
                if is_inside && !self.reached.contains_key(&edge.to) {
                    self.reached.insert(edge.to, (at, length + 1));
                    queue.push_back(edge.to);
                }
            }
        }
        None
    }

    /// The items from `start` to `end` as they were reached.
    fn way(&self, start: usize, end: usize) -> Vec<usize> {
        let mut way = vec![end];
        let mut at = end;
        while let Some(&(before, _)) = self.reached.get(&at).filter(|_| at != start) {
            way.push(before);
            at = before;
        }
        way.reverse();
        way
    }
}

/// Circles of parents among criteria and among goals.
pub(super) fn parents(scenario: &Scenario, ids: &Ids<'_>, out: &mut Vec<Problem>) {
    let criteria: Vec<(&str, Option<usize>)> = scenario
        .criteria
        .iter()
        .map(|c| (c.id.as_str(), c.parent.as_ref().and_then(|p| ids.criteria.find(p.as_str()))))
        .collect();
    parent_cycles("criterion", "criteria", &criteria, out);
    let goals: Vec<(&str, Option<usize>)> = scenario
        .goals
        .iter()
        .map(|g| (g.id.as_str(), g.parent.as_ref().and_then(|p| ids.goals.find(p.as_str()))))
        .collect();
    parent_cycles("goal", "goals", &goals, out);
}

fn parent_cycles(what: &str, list: &str, nodes: &[(&str, Option<usize>)], out: &mut Vec<Problem>) {
    // The walk in which each node was met first.
    let mut met = vec![usize::MAX; nodes.len()];
    for walk in 0..nodes.len() {
        let mut at = walk;
        while met[at] == usize::MAX {
            met[at] = walk;
            match nodes[at].1 {
                Some(parent) => at = parent,
                None => break,
            }
        }
        // Back at a node of this very walk, and not at its top: a circle.
        if met[at] != walk || nodes[at].1.is_none() {
            continue;
        }
        let mut circle = vec![at];
        let mut next = nodes[at].1;
        while let Some(node) = next.filter(|node| *node != at) {
            circle.push(node);
            next = nodes[node].1;
        }
        let first = (0..circle.len()).min_by_key(|&at| circle[at]).unwrap_or(0);
        circle.rotate_left(first);
        circle.push(circle[0]);
        let place = Place::TOP.field(list);
        let path = place.named(circle[0], nodes[circle[0]].0).field("parent").to_string();
        let names = chain(circle.iter().map(|&at| nodes[at].0), " → ");
        out.push(Problem::error("parent-cycle", path).with("what", what).with("cycle", names));
    }
}
