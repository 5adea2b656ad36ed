//! Exclusions against prerequisites: items that need two things of which one may start.

use super::closure::Graph;
use super::ids::Ids;
use super::place::Place;
use crate::model::{Problem, Scenario};
use std::collections::HashSet;

/// One member of an exclusive group.
struct Member {
    group: usize,
    item: usize,
}

/// Items that need, themselves included, two members of one exclusive group.
///
/// Told of the first items to need both; what needs those in turn is not told
/// again. O(members / 64 × (items + links)).
pub(super) fn check(scenario: &Scenario, ids: &Ids<'_>, graph: &Graph, out: &mut Vec<Problem>) {
    let mut members = Vec::new();
    for (group, entry) in scenario.exclusive.iter().enumerate() {
        let mut seen = HashSet::new();
        let items = entry.items.iter().filter_map(|id| ids.items.find(id.as_str()));
        let items = items.filter(|item| seen.insert(*item));
        members.extend(items.map(|item| Member { group, item }));
    }
    let mut rest = members.as_slice();
    while !rest.is_empty() {
        // Whole groups, as many as fit; what a giant group has beyond stays unchecked.
        let group_end = |at: usize| rest.get(at).is_none_or(|m| m.group != rest[at - 1].group);
        let fits = (1..=rest.len().min(64)).rev().find(|&at| group_end(at));
        let taken = fits.unwrap_or(rest.len().min(64));
        let (now, later) = rest.split_at(taken);
        both_needed(scenario, graph, now, out);
        rest = later;
    }
}

fn both_needed(scenario: &Scenario, graph: &Graph, members: &[Member], out: &mut Vec<Problem>) {
    let mut marks = vec![0_u64; scenario.items.len()];
    let mut groups: Vec<(usize, u64)> = Vec::new();
    for (bit, member) in members.iter().enumerate() {
        marks[member.item] |= 1 << bit;
        match groups.last_mut() {
            Some((group, mask)) if *group == member.group => *mask |= 1 << bit,
            _ => groups.push((member.group, 1 << bit)),
        }
    }
    let marks = graph.gather(marks);
    let needs_two = |item: usize, mask: u64| (marks[item] & mask).count_ones() > 1;
    for (at, item) in scenario.items.iter().enumerate().filter(|(at, _)| marks[*at] != 0) {
        for &(group, mask) in &groups {
            let is_first = !graph.needs[at].iter().any(|edge| {
                graph.component[edge.to] != graph.component[at] && needs_two(edge.to, mask)
            });
            if needs_two(at, mask) && is_first {
                let id = |bit: usize| &scenario.items[members[bit].item].id;
                let mut bits = (0..members.len()).filter(|bit| marks[at] & mask & (1 << bit) != 0);
                let (Some(one), Some(other)) = (bits.next(), bits.next()) else { continue };
                let path = Place::TOP.field("exclusive").at(group).field("items").to_string();
                let problem = Problem::warning("exclusive-needed", path).with("item", &item.id);
                out.push(problem.with("one", id(one)).with("other", id(other)));
            }
        }
    }
}
