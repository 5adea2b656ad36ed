//! The graph of prerequisites, its knots, and what each item needs in the end.

use super::ids::Ids;
use crate::model::{Item, LinkType, Scenario};

/// A prerequisite.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    /// Position of the item that is needed.
    pub(super) to: usize,
    /// Phases from its start to the start of the item that needs it, at least.
    pub(super) delay: u64,
}

/// Hard prerequisites between items, lists with one alternative among them.
///
/// Links that lead nowhere, or to the item itself, are left out: other checks
/// tell of them.
pub(super) struct Graph {
    /// What each item needs.
    pub(super) needs: Vec<Vec<Edge>>,
    /// Number of each item's component.
    pub(super) component: Vec<usize>,
    /// Strongly connected components; what is needed comes before what needs it.
    pub(super) components: Vec<Vec<usize>>,
}

/// Phases from the start of `needed` to the start of what needs it.
pub(super) fn delay(needed: &Item, lag: u32, after: bool) -> u64 {
    u64::from(lag) + if after { u64::from(needed.duration()) - 1 } else { 0 }
}

impl Graph {
    /// O(items + links).
    pub(super) fn new(scenario: &Scenario, ids: &Ids<'_>) -> Self {
        let mut needs = Vec::with_capacity(scenario.items.len());
        for (at, item) in scenario.items.iter().enumerate() {
            let hard = item.requires.iter().filter(|link| link.link == LinkType::Hard);
            let hard = hard.map(|link| (&link.item, link.lag, link.after));
            let only = item.requires_any_of.iter().filter_map(|group| match &group.any_of[..] {
                [only] => Some((only, group.lag, group.after)),
                _ => None,
            });
            let edge = |(id, lag, after): (&crate::model::ItemId, u32, bool)| {
                let to = ids.items.find(id.as_str()).filter(|to| *to != at)?;
                Some(Edge { to, delay: delay(&scenario.items[to], lag, after) })
            };
            needs.push(hard.chain(only).filter_map(edge).collect());
        }
        let (component, components) = knots(&needs);
        Self { needs, component, components }
    }

    /// For each item the marks of itself and of all that it needs, however far.
    pub(super) fn gather(&self, mut marks: Vec<u64>) -> Vec<u64> {
        for members in &self.components {
            let mut all = 0;
            for &member in members {
                all |= marks[member];
                all = self.needs[member].iter().fold(all, |all, edge| all | marks[edge.to]);
            }
            for &member in members {
                marks[member] = all;
            }
        }
        marks
    }
}

/// Strongly connected components by Tarjan's method (SIAM J. Comput. 1, 1972),
/// with a stack of its own: a chain of prerequisites may be as long as the list.
fn knots(needs: &[Vec<Edge>]) -> (Vec<usize>, Vec<Vec<usize>>) {
    const NEW: usize = usize::MAX;
    let count = needs.len();
    let (mut component, mut components) = (vec![NEW; count], Vec::new());
    let (mut index, mut low) = (vec![NEW; count], vec![0; count]);
    let (mut open, mut path) = (Vec::new(), Vec::<(usize, usize)>::new());
    let mut next = 0;
    for root in 0..count {
        if index[root] != NEW {
            continue;
        }
        path.push((root, 0));
        while let Some((at, edge)) = path.pop() {
            if edge == 0 {
                index[at] = next;
                low[at] = next;
                next += 1;
                open.push(at);
            } else {
                // Back from the edge before.
                let child = needs[at][edge - 1].to;
                if component[child] == NEW {
                    low[at] = low[at].min(low[child]);
                }
            }
            if let Some(link) = needs[at].get(edge) {
                path.push((at, edge + 1));
                if index[link.to] == NEW {
                    path.push((link.to, 0));
                }
                continue;
            }
            if low[at] == index[at] {
                let from = open.iter().rposition(|&other| other == at).unwrap_or(0);
                let members = open.split_off(from);
                for &member in &members {
                    component[member] = components.len();
                }
                components.push(members);
            }
        }
    }
    (component, components)
}
