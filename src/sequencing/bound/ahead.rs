//! Looking ahead: what more decisions would make of the bound at the prices at hand.
//!
//! Decisions take a few variables out of the graph. What was moved to and from them
//! goes back, and the flow is repaired from there; all else stays settled. Only copies
//! and comparisons go over the whole graph; searches go where something changes.

use super::flow::Status;
use super::relaxation::Relaxation;

/// A relaxation as it was evaluated last, to come back to.
#[derive(Debug, Clone, Default)]
pub struct Settled {
    moved: Vec<i64>,
    left: Vec<i64>,
    status: Vec<Status>,
    value: i128,
    /// Open variables that have come to have other weights left.
    changed: Vec<u32>,
}

impl Relaxation {
    /// Keeps the last evaluation in `settled`; nothing may have been decided since.
    /// O(variables + arcs).
    pub fn keep_settled(&self, settled: &mut Settled) {
        settled.moved.clone_from(&self.flow.moved);
        settled.left.clone_from(&self.flow.left);
        settled.status.clone_from(&self.status);
        settled.value = self.value();
    }

    /// Takes back what was decided and moved since. O(variables + arcs).
    pub fn back_to_settled(&mut self, settled: &Settled) {
        self.flow.moved.copy_from_slice(&settled.moved);
        self.flow.left.copy_from_slice(&settled.left);
        self.status.copy_from_slice(&settled.status);
    }

    /// What [`Self::evaluate`] at the same prices would give with what was decided since;
    /// the closure stays as it was. What was decided then must still be so.
    ///
    /// O(variables + what the searches of [`Flow::repair`](super::flow::Flow::repair) see).
    pub fn look_ahead(&mut self, settled: &mut Settled) -> i128 {
        settled.changed.clear();
        let mut ahead = Ahead { relaxation: self, value: settled.value };
        ahead.break_wishes(settled);
        for node in 0..settled.status.len() {
            if ahead.relaxation.status[node] != settled.status[node] {
                ahead.take_out(node, settled);
            }
        }
        let value = ahead.value;
        value - self.flow.repair(&self.graph, &self.status, &settled.changed)
    }
}

struct Ahead<'a> {
    relaxation: &'a mut Relaxation,
    value: i128,
}

impl Ahead<'_> {
    /// Takes out a variable that was open, with what was moved to and from it.
    fn take_out(&mut self, node: usize, settled: &mut Settled) {
        let Relaxation { graph, flow, status, weight, .. } = &mut *self.relaxation;
        self.value -= i128::from(settled.left[node].max(0));
        if status[node] == Status::Yes {
            self.value += i128::from(weight[node]);
        }
        flow.left[node] = 0;
        for at in 0..graph.ends(node).len() {
            let Relaxation { graph, flow, .. } = &mut *self.relaxation;
            let end = graph.ends(node)[at];
            let moved = std::mem::take(&mut flow.moved[end.arc as usize]);
            if moved != 0 {
                let back = if end.leaves { -moved } else { moved };
                self.add(end.other, back, settled);
            }
        }
    }

    /// Changes what an open variable has left.
    fn add(&mut self, node: u32, weight: i64, settled: &mut Settled) {
        let Relaxation { flow, status, .. } = &mut *self.relaxation;
        if status[node as usize] != Status::Open || weight == 0 {
            return;
        }
        let left = &mut flow.left[node as usize];
        self.value -= i128::from((*left).max(0));
        *left += weight;
        self.value += i128::from((*left).max(0));
        settled.changed.push(node);
    }

    /// Takes the cost of wishes from where it was to where it comes to be.
    fn break_wishes(&mut self, settled: &mut Settled) {
        for at in 0..self.relaxation.graph.wish_parts.len() {
            let Relaxation { graph, status, spread, .. } = &*self.relaxation;
            let (part, cost) = (&graph.wish_parts[at], spread[at]);
            let (from, needs) = (part.from, part.needs);
            let of = |status: &[Status]| {
                let needs = needs.map_or(Status::No, |needs| status[needs as usize]);
                share(status[from as usize], needs, cost)
            };
            let (before, after) = (of(&settled.status), of(status));
            self.value += i128::from(after.fixed - before.fixed);
            self.add(from, after.from - before.from, settled);
            if let Some(needs) = needs {
                self.add(needs, after.needs - before.needs, settled);
            }
        }
    }
}

/// What a part of a wish adds to weights outside of the flow.
pub struct Share {
    /// To what is certain.
    pub fixed: i64,
    /// To the weight of the variable that may break it.
    pub from: i64,
    /// To the weight of what should be so.
    pub needs: i64,
}

/// The share of a part that costs so much, by what is decided of both sides; where both
/// are open the flow says it.
pub fn share(from: Status, needs: Status, cost: i64) -> Share {
    let (fixed, from, needs) = match (from, needs) {
        (Status::Open, Status::No) => (0, -cost, 0),
        (Status::Yes, Status::Open) => (-cost, 0, cost),
        (Status::Yes, Status::No) => (-cost, 0, 0),
        _ => (0, 0, 0),
    };
    Share { fixed, from, needs }
}

#[cfg(test)]
mod tests {
    use super::super::super::instance::from_json;
    use super::super::super::portfolio::Preference;
    use super::super::super::presolve::{Presolved, Windows, presolve};
    use super::super::super::random::SplitMix64;
    use super::super::super::structure::Structure;
    use super::super::prices::Prices;
    use super::*;

    /// Decides a few units at random, with what follows; false if that cannot be.
    fn decide(
        reduced: &crate::sequencing::presolve::Reduced,
        windows: &mut Windows,
        random: &mut SplitMix64,
    ) -> bool {
        (0..=random.below(4)).all(|_| {
            let unit = random.below(reduced.units.len());
            let phase = windows.first[unit].min(windows.last[unit]) + random.below(2) as u32;
            let step = match random.below(3) {
                0 => windows.never(unit),
                1 => windows.must_by(unit, phase),
                _ => windows.not_before(unit, phase + 1),
            };
            step.and_then(|()| windows.propagate(reduced)).is_ok()
        })
    }

    #[test]
    fn looking_ahead_gives_what_evaluating_gives_and_leaves_no_trace() {
        let mut random = SplitMix64::new(7);
        for (name, wishes) in
            [("p00060-t03-plain", 0), ("p00073-t06-all", 0), ("p00073-t06-all", 40)]
        {
            let path = format!("{}/tests/data/portfolios/{name}.json", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).unwrap_or_default();
            let mut portfolio = from_json(&text).expect("an instance of the tests");
            for _ in 0..wishes {
                let [item, needs] = [(); 2].map(|()| random.below(portfolio.items.len()));
                let penalty = 1 + random.below(9_000) as i64;
                let wish = Preference { item, needs, lag: 0, after: false, penalty };
                portfolio.preferences.extend((item != needs).then_some(wish));
            }
            let Presolved { reduced, .. } = presolve(&portfolio, &Structure::new(&portfolio));
            let mut relaxation = Relaxation::new(&reduced);
            let mut prices = Prices::new(&mut relaxation);
            (0..60).for_each(|_| prices.step(&mut relaxation, 0.0));
            let scaled = prices.best_scaled.clone();
            let mut windows = Windows::new(&reduced);
            windows.propagate(&reduced).unwrap();
            let (mut settled, mut excess, mut changes) = (Settled::default(), Vec::new(), 0);
            for _ in 0..40 {
                // A node of a tree, and what some decisions more would make of it.
                let root = windows.mark();
                if decide(&reduced, &mut windows, &mut random) {
                    relaxation.decide_all(&reduced, &windows);
                    let value = relaxation.evaluate(&scaled);
                    let worth = relaxation.value_of(&relaxation.chosen, &mut excess);
                    assert_eq!(worth, Some(value), "{name}: the closure is not the best");
                    relaxation.keep_settled(&mut settled);
                    for _ in 0..8 {
                        let node = windows.mark();
                        if decide(&reduced, &mut windows, &mut random) {
                            relaxation.decide_all(&reduced, &windows);
                            let mut copy = relaxation.clone();
                            let ahead = relaxation.look_ahead(&mut settled);
                            assert_eq!(ahead, copy.evaluate(&scaled), "{name}");
                            changes += usize::from(ahead != value);
                        }
                        windows.back_to(node);
                        relaxation.back_to_settled(&settled);
                        assert_eq!(relaxation.value(), value);
                    }
                }
                windows.back_to(root);
            }
            assert!(changes > 20, "{name}: hardly a decision changes anything");
        }
    }
}
