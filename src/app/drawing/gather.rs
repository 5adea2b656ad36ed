//! The graph of a scenario and its plan.

use super::graph::{Columns, Edge, EdgeKind, Graph, Node};
use super::lanes::{Lanes, lanes_of};
use crate::model::{LinkType, Scenario};
use std::collections::{BTreeSet, HashMap};

/// How a scenario is laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// What the columns mean.
    pub columns: Columns,
    /// What items are laid side by side by.
    pub lanes: Lanes,
    /// Keys of the lanes that one node each stands for.
    pub folded: BTreeSet<String>,
}

impl Graph {
    /// The graph of a scenario whose items start as the plan says (from 1; none, or
    /// missing, is not planned). Items become nodes in the order of the file, a folded
    /// lane one at the place of its first item. Links to unknown items count for
    /// nothing. O(items + links log links).
    pub fn of(scenario: &Scenario, start: &[Option<u32>], options: &Options) -> Self {
        let (lanes, lane_of) = lanes_of(scenario, start, options.lanes, &options.folded);
        let mut nodes: Vec<Node> = Vec::new();
        let mut fold: Vec<Option<usize>> = vec![None; lanes.len()];
        let mut node_of = Vec::with_capacity(scenario.items.len());
        for (at, item) in scenario.items.iter().enumerate() {
            let lane = lane_of[at];
            let phase = start.get(at).copied().flatten();
            let own = Node {
                key: item.id.to_string(),
                members: vec![at],
                folded: false,
                lane,
                phase,
                duration: item.duration(),
            };
            match fold[lane] {
                Some(node) => nodes[node].take_in(own),
                None if lanes[lane].folded => {
                    fold[lane] = Some(nodes.len());
                    nodes.push(Node {
                        key: format!("fold:{}", lanes[lane].key),
                        folded: true,
                        ..own
                    });
                }
                None => nodes.push(own),
            }
            node_of.push(fold[lane].unwrap_or(nodes.len() - 1));
        }
        let link = |edge: Edge| Edge { from: node_of[edge.from], to: node_of[edge.to], ..edge };
        let edges = links(scenario).into_iter().map(link).collect();
        let phases = u32::try_from(scenario.phases.len()).unwrap_or(u32::MAX);
        Self::new(nodes, edges, lanes, options.columns, phases)
    }
}

impl Node {
    fn take_in(&mut self, other: Self) {
        let Self { key: _, members, folded: _, lane: _, phase, duration } = other;
        self.members.extend(members);
        self.duration = self.duration.max(duration);
        self.phase = self.phase.into_iter().chain(phase).min();
    }
}

/// All links of a scenario between items, by position.
fn links(scenario: &Scenario) -> Vec<Edge> {
    let index: HashMap<&str, usize> =
        scenario.items.iter().enumerate().map(|(at, item)| (item.id.as_str(), at)).collect();
    let mut edges = Vec::new();
    for (to, item) in scenario.items.iter().enumerate() {
        let own = item.requires.iter().map(|link| {
            let kind = match link.link {
                LinkType::Hard => EdgeKind::Hard,
                LinkType::Soft => EdgeKind::Soft,
            };
            (&link.item, kind)
        });
        let groups = item.requires_any_of.iter().flat_map(|group| &group.any_of);
        let any_of = groups.map(|other| (other, EdgeKind::AnyOf));
        for (other, kind) in own.chain(any_of) {
            if let Some(&from) = index.get(other.as_str()) {
                edges.push(Edge { from, to, kind });
            }
        }
    }
    edges
}
