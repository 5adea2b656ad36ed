//! Flow along implications: the certificate of a closure's weight.
//!
//! Moving `f ≥ 0` along "a implies b" takes f from a's weight and gives it to
//! b's. As `y[a] ≤ y[b]`, the sum of weights over a closure never shrinks by it,
//! so `Σ max(0, weight after all moves)` is an upper bound for **any** flow, and
//! equals the maximum when no positive weight can reach a negative one (max-flow
//! min-cut; Picard 1976). A flow that is cut short is still a bound, and the
//! last flow is a good beginning for the next weights.
//!
//! Levels and blocking flows as in Dinic (1970), from what is left over to what
//! is still owed.

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
    /// The way from a variable with weight left over: node, position of its end.
    path: Vec<(u32, u32)>,
    first_wish_arc: usize,
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
            path: Vec::new(),
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

    /// Moves weight until nothing left over can reach what is owed, or for so
    /// many rounds. `left` must be the weights after the moves so far.
    ///
    /// O(rounds × (nodes + arcs + pushes × path)).
    pub fn settle(&mut self, graph: &Graph, status: &[Status], rounds: usize) {
        for _ in 0..rounds {
            if !self.find_levels(graph, status) {
                return;
            }
            self.next.iter_mut().for_each(|next| *next = 0);
            for node in 0..graph.len() {
                while self.left[node] > 0
                    && status[node] == Status::Open
                    && self.level[node] != UNREACHED
                    && self.push(graph, status, node)
                {}
            }
        }
    }

    /// Distances to the nearest variable that owes; true if any weight left over
    /// can reach one.
    fn find_levels(&mut self, graph: &Graph, status: &[Status]) -> bool {
        self.queue.clear();
        let mut open_sources = false;
        for (node, status) in status.iter().enumerate() {
            self.level[node] = UNREACHED;
            if *status == Status::Open && self.left[node] < 0 {
                self.level[node] = 0;
                self.queue.push(node as u32);
            }
        }
        let mut at = 0;
        while let Some(&node) = self.queue.get(at) {
            at += 1;
            let level = self.level[node as usize] + 1;
            for end in graph.ends(node as usize) {
                let other = end.other as usize;
                if self.level[other] != UNREACHED || status[other] != Status::Open {
                    continue;
                }
                let arc = end.arc as usize;
                let reaches = if end.leaves { self.moved[arc] > 0 } else { self.room(arc) > 0 };
                if reaches {
                    self.level[other] = level;
                    open_sources |= self.left[other] > 0;
                    self.queue.push(end.other);
                }
            }
        }
        open_sources
    }

    /// Moves weight from a variable along one shortest way; false if there is none.
    fn push(&mut self, graph: &Graph, status: &[Status], source: usize) -> bool {
        self.path.clear();
        let mut node = source;
        loop {
            if self.left[node] < 0 {
                self.carry(graph, source, node);
                return true;
            }
            let ends = graph.ends(node);
            let wanted = self.level[node].wrapping_sub(1);
            let mut found = None;
            if self.level[node] > 0 {
                while let Some(end) = ends.get(self.next[node] as usize) {
                    let (other, arc) = (end.other as usize, end.arc as usize);
                    if self.level[other] == wanted
                        && status[other] == Status::Open
                        && (if end.leaves { self.room(arc) > 0 } else { self.moved[arc] > 0 })
                    {
                        found = Some(other);
                        break;
                    }
                    self.next[node] += 1;
                }
            }
            match found {
                Some(other) => {
                    self.path.push((node as u32, self.next[node]));
                    node = other;
                }
                None => {
                    // A dead end: nobody comes here again in this round.
                    self.level[node] = UNREACHED;
                    match self.path.pop() {
                        Some((before, _)) => node = before as usize,
                        None => return false,
                    }
                }
            }
        }
    }

    /// Moves as much as the way allows.
    fn carry(&mut self, graph: &Graph, source: usize, sink: usize) {
        let mut amount = self.left[source].min(-self.left[sink]);
        for &(node, at) in &self.path {
            let end = graph.ends(node as usize)[at as usize];
            let arc = end.arc as usize;
            amount = amount.min(if end.leaves { self.room(arc) } else { self.moved[arc] });
        }
        for &(node, at) in &self.path {
            let end = graph.ends(node as usize)[at as usize];
            self.moved[end.arc as usize] += if end.leaves { amount } else { -amount };
        }
        self.left[source] -= amount;
        self.left[sink] += amount;
    }

    /// The smallest closure of greatest weight, if the flow is settled: all that
    /// weight left over implies. In any case what is marked is a closure.
    pub fn closure(&mut self, graph: &Graph, status: &[Status], chosen: &mut [bool]) {
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
