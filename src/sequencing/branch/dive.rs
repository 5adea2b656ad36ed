//! One task of the tree: depth first from an open node, with bounded work.

use super::super::bound::{Kept, Meaning, Prices, Relaxation, RowKind, Settled, Status};
use super::super::cancel::CancelFlag;
use super::super::presolve::{Found, Reduced, Score, Windows};
use super::fix::{Gains, forced};
use super::{Decision, Open, Outcome};
use std::sync::Arc;

/// Price steps at a node, at most.
const STEPS: u32 = 14;

/// Variables whose two sides are looked at before one is branched on.
const CANDIDATES: usize = 8;

/// So often fixings may tighten a node before it is branched on.
const FIXING_ROUNDS: usize = 3;

/// A worker with its own relaxation.
pub struct Dive<'a> {
    reduced: &'a Reduced,
    relaxation: Relaxation,
    /// What probes begin from.
    settled: Settled,
    windows: Windows,
    prices: Prices,
    gains: Gains,
    decisions: Vec<Decision>,
    fixed: Vec<Decision>,
    touched: Vec<usize>,
    cancel: &'a CancelFlag,
    /// At the root, both sides of all variables are looked at.
    pub thorough: bool,
    /// Where nodes' bounds are brought near their lowest: the root's prices.
    settles: Option<&'a Prices>,
    best: i64,
    found: Option<Found>,
}

/// A node whose second child is still to come.
struct Frame {
    mark: usize,
    depth: usize,
    other: Decision,
    warm: Arc<Kept>,
    bound: i64,
}

impl<'a> Dive<'a> {
    /// A worker for the tree with this root.
    pub fn new(
        reduced: &'a Reduced,
        root: &Relaxation,
        windows: &Windows,
        cancel: &'a CancelFlag,
    ) -> Self {
        Self {
            reduced,
            relaxation: root.clone(),
            settled: Settled::default(),
            windows: windows.clone(),
            prices: Prices::at(root, &[]),
            gains: Gains::default(),
            decisions: Vec::new(),
            fixed: Vec::new(),
            touched: Vec::new(),
            cancel,
            thorough: false,
            settles: None,
            best: i64::MIN,
            found: None,
        }
    }

    /// For a tree too large to finish: brings nodes' bounds near their lowest, with
    /// the step lengths of the root's prices.
    pub fn settle(&mut self, prices: &'a Prices) {
        self.settles = Some(prices);
    }

    /// Works on a task until it is done or so many nodes were looked at. Only
    /// plans worth more than `best` count.
    pub fn run(
        &mut self,
        task: &Open,
        root: &Relaxation,
        windows: &Windows,
        best: i64,
        nodes: u64,
    ) -> Outcome {
        // The same task gives the same outcome, whatever this worker did before.
        self.relaxation.flow.clone_from(&root.flow);
        if let Some(prices) = self.settles {
            self.prices.clone_from(prices);
        }
        self.windows.clone_from(windows);
        self.relaxation.decide_all(self.reduced, &self.windows);
        self.decisions.clear();
        self.best = best;
        self.found = None;
        let mut outcome = Outcome::default();
        let mut stack: Vec<Frame> = Vec::new();
        let mark = self.windows.mark();
        let mut alive = task.decisions.iter().all(|decision| self.decide(*decision));
        alive = alive && self.settle_windows(mark);
        self.decisions.extend(&task.decisions);
        self.prices.go_on_from(&task.warm);
        let mut inherited = task.bound;
        loop {
            let branch = if alive {
                outcome.nodes += 1;
                self.look(inherited)
            } else {
                None
            };
            match branch {
                Some((decision, bound)) => {
                    let other = Decision { yes: !decision.yes, ..decision };
                    stack.push(Frame {
                        mark: self.windows.mark(),
                        depth: self.decisions.len(),
                        other,
                        warm: Arc::new(self.prices.keep(self.settles.is_some())),
                        bound,
                    });
                    inherited = bound;
                    alive = self.enter(decision);
                }
                None => {
                    let Some(frame) = stack.pop() else { break };
                    self.leave(frame.mark, frame.depth);
                    if frame.bound <= self.best {
                        alive = false;
                        continue;
                    }
                    inherited = frame.bound;
                    self.prices.go_on_from(&frame.warm);
                    alive = self.enter(frame.other);
                }
            }
            if alive && (outcome.nodes >= nodes || self.cancel.is_cancelled()) {
                self.hand_back(&stack, inherited, &mut outcome);
                break;
            }
        }
        outcome.found = self.found.take();
        outcome
    }

    /// Hands back what is open: the node at hand, and the second children.
    fn hand_back(&mut self, stack: &[Frame], bound: i64, outcome: &mut Outcome) {
        for frame in stack {
            if frame.bound > self.best {
                let mut decisions = self.decisions[..frame.depth].to_vec();
                decisions.push(frame.other);
                let warm = Arc::clone(&frame.warm);
                outcome.open.push(Open { decisions, warm, bound: frame.bound });
            }
        }
        // What was just opened goes on from the same prices as its sibling.
        let warm = match stack.last() {
            Some(frame) if self.settles.is_some() => Arc::clone(&frame.warm),
            _ => Arc::new(self.prices.keep(self.settles.is_some())),
        };
        outcome.open.push(Open { decisions: self.decisions.clone(), warm, bound });
    }

    fn decide(&mut self, decision: Decision) -> bool {
        let Decision { unit, phase, yes } = decision;
        let step = if yes {
            self.windows.must_by(unit, phase)
        } else if phase >= self.reduced.units[unit].last {
            self.windows.never(unit)
        } else {
            self.windows.not_before(unit, phase + 1)
        };
        step.is_ok()
    }

    /// Draws conclusions, and tells the relaxation of them.
    fn settle_windows(&mut self, mark: usize) -> bool {
        if self.windows.propagate(self.reduced).is_err() {
            return false;
        }
        self.tell(mark);
        true
    }

    fn tell(&mut self, mark: usize) {
        self.touched.clear();
        self.touched.extend(self.windows.changed_since(mark));
        for &unit in &self.touched {
            self.relaxation.decide(self.reduced, &self.windows, unit);
        }
        if !self.touched.is_empty() {
            self.relaxation.decide_pairs();
        }
    }

    fn enter(&mut self, decision: Decision) -> bool {
        self.decisions.push(decision);
        let mark = self.windows.mark();
        self.decide(decision) && self.settle_windows(mark)
    }

    fn leave(&mut self, mark: usize, depth: usize) {
        self.touched.clear();
        self.touched.extend(self.windows.changed_since(mark));
        self.windows.back_to(mark);
        for &unit in &self.touched {
            self.relaxation.decide(self.reduced, &self.windows, unit);
        }
        self.relaxation.decide_pairs();
        self.decisions.truncate(depth);
    }

    /// Bounds the present node; the decision to branch on, with the node's
    /// bound, or none if nothing better is in it.
    fn look(&mut self, inherited: i64) -> Option<(Decision, i64)> {
        for round in 0..FIXING_ROUNDS {
            let steps = if round == 0 { STEPS } else { STEPS / 2 };
            if self.settles.is_some() {
                let target = self.target();
                self.prices.settle(&mut self.relaxation, target, steps);
            } else {
                self.polish(steps);
            }
            let bound = self.relaxation.whole(self.prices.best_value);
            if bound <= self.best {
                return None;
            }
            self.fixed.clear();
            // The flow at hand certifies the value at the last prices, which
            // polishing leaves at the best.
            let slack = self.relaxation.value() - self.target();
            forced(self.reduced, &self.relaxation, slack, &mut self.fixed, &mut self.gains);
            if self.fixed.is_empty() {
                break;
            }
            if !self.take_fixed() {
                return None;
            }
        }
        let bound = self.relaxation.whole(self.prices.best_value).min(inherited);
        self.choose_strongly().map(|decision| (decision, bound))
    }

    /// Takes price steps; closures that keep all rules are plans.
    fn polish(&mut self, steps: u32) {
        let target = self.target();
        let (reduced, best) = (self.reduced, self.best);
        let mut candidate = None;
        self.prices.polish(&mut self.relaxation, target, steps, |relaxation, excess| {
            if relaxation.rows.are_kept(excess) {
                let start = relaxation.closure_starts(reduced);
                let worth = reduced.worth_of(&start);
                if worth > best && candidate.as_ref().is_none_or(|(most, _)| worth > *most) {
                    candidate = Some((worth, start));
                }
            }
        });
        if let Some((worth, start)) = candidate {
            self.best = worth;
            self.found = Some(Found { start, score: Score { missing: 0, worth } });
        }
    }

    /// What a better plan is worth at least, on the scale.
    fn target(&self) -> i128 {
        i128::from(self.best.saturating_add(1)) * i128::from(self.relaxation.scale)
    }

    /// Carries out what was found to be forced; false if it cannot be.
    fn take_fixed(&mut self) -> bool {
        let mark = self.windows.mark();
        for at in 0..self.fixed.len() {
            if !self.decide(self.fixed[at]) {
                return false;
            }
            // A task that goes on from here later need not find it again.
            self.decisions.push(self.fixed[at]);
        }
        self.settle_windows(mark)
    }

    /// The bound, on the scale, at the present prices with one more decision;
    /// none if the decision is impossible.
    fn probe(&mut self, decision: Decision) -> Option<i128> {
        let (mark, depth) = (self.windows.mark(), self.decisions.len());
        let value = self.enter(decision).then(|| self.relaxation.look_ahead(&mut self.settled));
        self.windows.back_to(mark);
        self.decisions.truncate(depth);
        self.relaxation.back_to_settled(&self.settled);
        value
    }

    /// Keeps what probes begin from, evaluated anew if something was decided.
    fn settle_for_probes(&mut self, decided: bool) {
        if decided {
            let scaled = std::mem::take(&mut self.prices.best_scaled);
            self.relaxation.evaluate(&scaled);
            self.prices.best_scaled = scaled;
        }
        self.relaxation.keep_settled(&mut self.settled);
    }

    /// Of the variables that look best, the one whose two sides lower the bound
    /// most; a side that cannot be better than the best plan is closed at once.
    fn choose_strongly(&mut self) -> Option<Decision> {
        // After the last evaluation, what was found to be forced may have been taken.
        let mut decided = !self.fixed.is_empty();
        'again: loop {
            let (now, target) = (self.prices.best_value, self.target());
            let mut chosen: Option<(f64, Decision)> = None;
            let candidates = self.candidates();
            if candidates.is_empty() {
                // Nothing is open any more: what is left is a plan or none.
                self.polish(0);
            } else {
                self.settle_for_probes(decided);
            }
            for decision in candidates {
                let mut falls = [0.0; 2];
                for (fall, yes) in falls.iter_mut().zip([decision.yes, !decision.yes]) {
                    let value = self.probe(Decision { yes, ..decision });
                    match value.filter(|value| *value >= target) {
                        Some(value) => *fall = ((now - value) as f64).max(0.0),
                        None => {
                            self.fixed.clear();
                            self.fixed.push(Decision { yes: !yes, ..decision });
                            if !self.take_fixed() {
                                return None;
                            }
                            decided = true;
                            continue 'again;
                        }
                    }
                }
                let least = 1e-6 * (now - target).max(1) as f64;
                let score = falls[0].max(least) * falls[1].max(least);
                if chosen.as_ref().is_none_or(|(most, _)| score > *most) {
                    chosen = Some((score, decision));
                }
            }
            return chosen.map(|(_, decision)| decision);
        }
    }

    /// The variables that late closures disagree on most, weighted by what they
    /// use of what is scarce.
    fn candidates(&self) -> Vec<Decision> {
        let relaxation = &self.relaxation;
        let mut weight = vec![0.0; relaxation.graph.len()];
        let rows = self.prices.best.iter().take(relaxation.rows.len()).enumerate();
        for (row, price) in rows.filter(|(_, price)| **price > 0.0) {
            if matches!(relaxation.rows.rows[row].kind, RowKind::Cut) {
                continue;
            }
            for &(node, coefficient) in relaxation.rows.entries(row) {
                weight[node as usize] += price * coefficient.unsigned_abs() as f64;
            }
        }
        let mut found: Vec<(f64, Decision)> = Vec::new();
        for (node, meaning) in relaxation.graph.meaning.iter().enumerate() {
            let Meaning::Started { unit, phase } = *meaning else { break };
            if relaxation.status[node] != Status::Open {
                continue;
            }
            let mean = self.prices.mean[node];
            let undecided = mean.min(1.0 - mean) + 1e-4;
            let score = undecided * (weight[node] + 1.0);
            found.push((score, Decision { unit: unit as usize, phase, yes: mean >= 0.5 }));
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        if !(self.thorough && self.decisions.is_empty()) {
            found.truncate(CANDIDATES);
        }
        found.into_iter().map(|(_, decision)| decision).collect()
    }
}
