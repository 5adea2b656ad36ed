//! Flow along implications: the certificate of a closure's weight.
//!
//! Moving `f ≥ 0` along "a implies b" takes f from a's weight and gives it to
//! b's. As `y[a] ≤ y[b]`, the sum of weights over a closure never shrinks by it,
//! so `Σ max(0, weight after all moves)` is an upper bound for **any** flow, and
//! equals the maximum when no positive weight can reach a negative one (max-flow
//! min-cut; Picard 1976). A flow that is cut short is still a bound, and the
//! last flow is a good beginning for the next weights.
//!
//! What is left over looks for what is owed nearby first, one shortest way at a
//! time: after a step of the prices little has to move. What cannot reach
//! anything owed never will, and is not looked at again. If that takes long, the
//! rest is done by levels and blocking flows as in Dinic (1970).

mod levels;
mod repair;

use super::graph::Graph;

/// What is decided about a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing.
    Open,
    /// It is so.
    Yes,
    /// It is not so.
    No,
}

const UNREACHED: u32 = u32::MAX;

/// Searches for single ways may look at so many times the graph's variables
/// before levels take over.
const PATIENCE: usize = 2;

/// A flow, and the weights that it leaves.
#[derive(Debug, Clone)]
pub struct Flow {
    /// Moved along each arc, 0 or more.
    pub moved: Vec<i64>,
    /// What may be moved along arcs of wishes, from the first of them on.
    pub capacity: Vec<i64>,
    /// Weight of each variable after all moves.
    pub left: Vec<i64>,
    level: Vec<u32>,
    next: Vec<u32>,
    queue: Vec<u32>,
    /// By variable, the last search that came by; `UNREACHED` where none needs to.
    seen: Vec<u32>,
    /// By variable, where that search came from.
    came: Vec<(u32, Step)>,
    /// The way from a variable with weight left over.
    path: Vec<Step>,
    /// What is newly left over, while a flow is repaired.
    over: Vec<(u32, i64)>,
    /// True if what single ways left unreached is the closure.
    is_marked: bool,
    first_wish_arc: usize,
}

/// Along an arc, or against it: then what was moved is taken back.
#[derive(Debug, Clone, Copy, Default)]
struct Step {
    arc: u32,
    along: bool,
}

impl Flow {
    /// No flow.
    pub fn new(graph: &Graph) -> Self {
        let nodes = graph.len();
        Self {
            moved: vec![0; graph.arcs.len()],
            capacity: vec![0; graph.arcs.len() - graph.first_wish_arc],
            left: vec![0; nodes],
            level: vec![UNREACHED; nodes],
            next: vec![0; nodes],
            queue: Vec::with_capacity(nodes),
            seen: vec![0; nodes],
            came: vec![(0, Step::default()); nodes],
            path: Vec::new(),
            over: Vec::new(),
            is_marked: false,
            first_wish_arc: graph.first_wish_arc,
        }
    }

    /// What can still be moved along an arc.
    fn room(&self, arc: usize) -> i64 {
        match arc.checked_sub(self.first_wish_arc) {
            None => i64::MAX,
            Some(wish) => self.capacity[wish] - self.moved[arc],
        }
    }

    /// What can still be moved by a step.
    fn room_for(&self, step: Step) -> i64 {
        let arc = step.arc as usize;
        if step.along { self.room(arc) } else { self.moved[arc] }
    }

    /// Moves weight until nothing left over can reach what is owed. `left` must be
    /// the weights after the moves so far, and 0 where something is decided.
    ///
    /// O(variables + arcs) where little has to move, O(rounds × (variables + arcs
    /// + pushes × path)) at worst.
    pub fn settle(&mut self, graph: &Graph, status: &[Status]) {
        self.settle_units(graph);
        self.is_marked = self.settle_nearby(graph, status);
        if !self.is_marked {
            self.settle_by_levels(graph, status);
        }
    }

    /// Moves weight along the phases of each unit, which is most of what moves.
    fn settle_units(&mut self, graph: &Graph) {
        // Arcs from phase to phase come first, one fewer than variables a unit.
        let mut first_arc = 0;
        for unit in 0..graph.offset.len() - 1 {
            let nodes = graph.nodes_of(unit);
            let (begin, arc) = (nodes.start, first_arc);
            first_arc += nodes.len().saturating_sub(1);
            let (mut any_over, mut any_owed) = (false, false);
            for left in &self.left[nodes.clone()] {
                any_over |= *left > 0;
                any_owed |= *left < 0;
            }
            if !(any_over && any_owed) {
                continue;
            }
            let arc_from = |node: usize| arc + node - begin;
            self.queue.clear();
            for node in nodes.clone() {
                if self.left[node] > 0 {
                    self.queue.push(node as u32);
                }
                while self.left[node] < 0 {
                    let Some(&from) = self.queue.last() else { break };
                    let from = from as usize;
                    let amount = self.left[from].min(-self.left[node]);
                    for between in from..node {
                        self.moved[arc_from(between)] += amount;
                    }
                    self.left[from] -= amount;
                    self.left[node] += amount;
                    if self.left[from] == 0 {
                        self.queue.pop();
                    }
                }
            }
            // Back only what went forward.
            let mut surplus: Option<usize> = None;
            for node in nodes.rev() {
                if self.left[node] > 0 {
                    surplus = Some(node);
                } else if self.left[node] < 0
                    && let Some(from) = surplus
                {
                    let room = (node..from).map(|at| self.moved[arc_from(at)]).min().unwrap_or(0);
                    let amount = self.left[from].min(-self.left[node]).min(room);
                    for between in node..from {
                        self.moved[arc_from(between)] -= amount;
                    }
                    self.left[from] -= amount;
                    self.left[node] += amount;
                    if self.left[from] == 0 {
                        surplus = None;
                    }
                }
            }
        }
    }

    /// Moves weight along single shortest ways; false if that takes long.
    fn settle_nearby(&mut self, graph: &Graph, status: &[Status]) -> bool {
        self.forget_searches(status);
        let mut search = 0;
        let mut patience = PATIENCE * graph.len();
        for source in 0..graph.len() {
            while self.left[source] > 0 && self.seen[source] != UNREACHED {
                search += 1;
                match self.find_owed(graph, source, search) {
                    Some(sink) => _ = self.carry(source, sink),
                    None => {
                        // All that was seen leads nowhere, now and later.
                        for &node in &self.queue {
                            self.seen[node as usize] = UNREACHED;
                        }
                        break;
                    }
                }
                match patience.checked_sub(self.queue.len()) {
                    Some(rest) => patience = rest,
                    None => return false,
                }
            }
        }
        true
    }

    /// No search has come by anything that is open.
    fn forget_searches(&mut self, status: &[Status]) {
        for (seen, status) in self.seen.iter_mut().zip(status) {
            *seen = if *status == Status::Open { 0 } else { UNREACHED };
        }
    }

    /// The nearest variable that owes weight, with the way to it in `path`.
    fn find_owed(&mut self, graph: &Graph, source: usize, search: u32) -> Option<usize> {
        self.find::<true>(graph, source, search)
    }

    /// The nearest variable with weight left over, with the way from it in `path`.
    fn find_over(&mut self, graph: &Graph, sink: usize, search: u32) -> Option<usize> {
        self.find::<false>(graph, sink, search)
    }

    fn find<const OWED: bool>(
        &mut self,
        graph: &Graph,
        begin: usize,
        search: u32,
    ) -> Option<usize> {
        self.queue.clear();
        self.queue.push(begin as u32);
        self.seen[begin] = search;
        let mut at = 0;
        while let Some(&node) = self.queue.get(at) {
            at += 1;
            for end in graph.ends(node as usize) {
                let other = end.other as usize;
                let step = Step { arc: end.arc, along: end.leaves == OWED };
                if self.seen[other] >= search || self.room_for(step) <= 0 {
                    continue;
                }
                self.seen[other] = search;
                self.came[other] = (node, step);
                self.queue.push(end.other);
                let left = self.left[other];
                if if OWED { left < 0 } else { left > 0 } {
                    self.trace(other, begin);
                    return Some(other);
                }
            }
        }
        None
    }

    /// The way on which a search came from `begin` to `node`.
    fn trace(&mut self, mut node: usize, begin: usize) {
        self.path.clear();
        while node != begin {
            let (before, step) = self.came[node];
            self.path.push(step);
            node = before as usize;
        }
    }

    /// Moves as much as the way allows; how much.
    fn carry(&mut self, source: usize, sink: usize) -> i64 {
        let ends = self.left[source].min(-self.left[sink]);
        let amount = self.path.iter().fold(ends, |most, step| most.min(self.room_for(*step)));
        for step in &self.path {
            self.moved[step.arc as usize] += if step.along { amount } else { -amount };
        }
        self.left[source] -= amount;
        self.left[sink] += amount;
        amount
    }

    /// The smallest closure of greatest weight, if the flow is settled: all that
    /// weight left over implies. In any case what is marked is a closure.
    pub fn closure(&mut self, graph: &Graph, status: &[Status], chosen: &mut [bool]) {
        if self.is_marked {
            let marks = self.seen.iter().zip(status);
            for (chosen, (seen, status)) in chosen.iter_mut().zip(marks) {
                *chosen = match status {
                    Status::Open => *seen == UNREACHED,
                    status => *status == Status::Yes,
                };
            }
            return;
        }
        self.queue.clear();
        for node in 0..graph.len() {
            chosen[node] = status[node] == Status::Yes;
            if status[node] == Status::Open && self.left[node] > 0 {
                chosen[node] = true;
                self.queue.push(node as u32);
            }
        }
        while let Some(node) = self.queue.pop() {
            for end in graph.ends(node as usize) {
                let (other, arc) = (end.other as usize, end.arc as usize);
                if chosen[other] || status[other] != Status::Open {
                    continue;
                }
                if if end.leaves { self.room(arc) > 0 } else { self.moved[arc] > 0 } {
                    chosen[other] = true;
                    self.queue.push(end.other);
                }
            }
        }
    }
}
