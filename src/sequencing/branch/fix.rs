//! Fixing by reduced cost: what the bound forbids otherwise.

use super::super::bound::{Relaxation, Status};
use super::super::presolve::Reduced;
use super::Decision;

/// Decisions that every better plan must make: turning one of them round would
/// push the bound at the present flow below `slack` above the best plan.
///
/// After the last evaluation, a variable with weight left over adds that much to
/// the bound, and loses it if it is denied; one with weight owed costs that much
/// if it is demanded. Denying "started by t" denies all earlier phases, and the
/// units that need it in time; demanding it demands all later phases, and what
/// it needs. O(variables + links × phases).
pub fn forced(
    reduced: &Reduced,
    relaxation: &Relaxation,
    slack: i128,
    out: &mut Vec<Decision>,
    gain: &mut Gains,
) {
    gain.sum_up(reduced, relaxation);
    for unit in 0..reduced.units.len() {
        let first = reduced.units[unit].first;
        for (node, phase) in relaxation.graph.nodes_of(unit).zip(first..) {
            if relaxation.status[node] != Status::Open {
                continue;
            }
            let mut denied = gain.over[node];
            if denied > 0 {
                for link in &reduced.dependants[unit] {
                    let by = i64::from(phase) + i64::from(link.gap);
                    let at = relaxation.graph.started_by(reduced, link.other, by);
                    // At the end of its window it may never start: all counts.
                    denied += at.map_or(0, |at| gain.over[at as usize]);
                }
            }
            if i128::from(denied) > slack {
                out.push(Decision { unit, phase, yes: true });
                // Later phases follow.
                break;
            }
        }
        let nodes = relaxation.graph.nodes_of(unit);
        for node in nodes.clone().rev() {
            let phase = first + (node - nodes.start) as u32;
            if relaxation.status[node] != Status::Open {
                continue;
            }
            let mut demanded = gain.owed[node];
            if demanded > 0 {
                for link in &reduced.needs[unit] {
                    let by = i64::from(phase) - i64::from(link.gap);
                    let at = relaxation.graph.started_by(reduced, link.other, by);
                    demanded += at.map_or(0, |at| gain.owed[at as usize]);
                }
            }
            if i128::from(demanded) > slack {
                out.push(Decision { unit, phase, yes: false });
                break;
            }
        }
    }
}

/// Sums along each unit's phases.
#[derive(Debug, Clone, Default)]
pub struct Gains {
    /// Weight left over up to and with this phase.
    over: Vec<i64>,
    /// Weight owed from this phase on.
    owed: Vec<i64>,
}

impl Gains {
    fn sum_up(&mut self, reduced: &Reduced, relaxation: &Relaxation) {
        let nodes = relaxation.graph.len();
        self.over.clear();
        self.over.resize(nodes, 0);
        self.owed.clear();
        self.owed.resize(nodes, 0);
        let left = |node: usize| match relaxation.status[node] {
            Status::Open => relaxation.flow.left[node],
            _ => 0,
        };
        for unit in 0..reduced.units.len() {
            let mut sum = 0;
            for node in relaxation.graph.nodes_of(unit) {
                sum += left(node).max(0);
                self.over[node] = sum;
            }
            sum = 0;
            for node in relaxation.graph.nodes_of(unit).rev() {
                sum += (-left(node)).max(0);
                self.owed[node] = sum;
            }
        }
    }
}
