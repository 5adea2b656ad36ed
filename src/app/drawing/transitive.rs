//! Prerequisites that follow from others.

use super::graph::{EdgeKind, Graph};
use crate::sequencing::components;

/// Bits of one pass: enough for most programmes in one, and little memory for any.
const WORDS: usize = 64;

/// True for each prerequisite whose ends a longer chain of prerequisites joins too: the
/// transitive reduction leaves it out (Aho, Garey and Ullman 1972). Never within a cycle,
/// nor where the longer chain only goes round a cycle of one of the ends.
/// In the order of the graph's edges. O(nodes × edges / 64).
pub(super) fn transitive(graph: &Graph) -> Vec<bool> {
    let count = graph.nodes().len();
    let mut needs = vec![Vec::new(); count];
    for edge in graph.edges().iter().filter(|edge| edge.kind == EdgeKind::Hard) {
        needs[edge.to].push(edge.from);
    }
    let components = components(&needs);
    // Who is on a cycle stands for all on it.
    let parts = components.members.len();
    let mut part_needs: Vec<Vec<usize>> = vec![Vec::new(); parts];
    for (node, list) in needs.iter().enumerate() {
        let own = components.number[node];
        part_needs[own].extend(list.iter().map(|&from| components.number[from]));
    }
    for (own, list) in part_needs.iter_mut().enumerate() {
        list.retain(|other| *other != own);
        list.sort_unstable();
        list.dedup();
    }
    let mut transitive = vec![false; graph.edges().len()];
    let span = WORDS * 64;
    for first in (0..parts).step_by(span) {
        let above = ancestors(&part_needs, first);
        for (at, edge) in graph.edges().iter().enumerate() {
            let (from, to) = (components.number[edge.from], components.number[edge.to]);
            let here = (first..first + span).contains(&from);
            if edge.kind == EdgeKind::Hard && here && from != to {
                let bit = from - first;
                let mut others = part_needs[to].iter().filter(|other| **other != from);
                let joined = others.any(|&other| above[other][bit / 64] >> (bit % 64) & 1 == 1);
                transitive[at] = joined;
            }
        }
    }
    transitive
}

/// By part, which of the parts from `first` on it needs, directly or not, or is.
fn ancestors(needs: &[Vec<usize>], first: usize) -> Vec<[u64; WORDS]> {
    let mut above: Vec<[u64; WORDS]> = Vec::with_capacity(needs.len());
    // Parts come with what is needed first.
    for (part, list) in needs.iter().enumerate() {
        let mut own = [0; WORDS];
        if let Some(bit) = part.checked_sub(first).filter(|bit| *bit < WORDS * 64) {
            own[bit / 64] |= 1 << (bit % 64);
        }
        for &other in list {
            own.iter_mut().zip(&above[other]).for_each(|(word, more)| *word |= more);
        }
        above.push(own);
    }
    above
}
