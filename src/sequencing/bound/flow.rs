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
    /// By variable, the last search that came by.
    seen: Vec<u32>,
    /// By variable, where that search came from: node, position of its end.
    came: Vec<(u32, u32)>,
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
            seen: vec![0; nodes],
            came: vec![(0, 0); nodes],
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

    /// Moves weight until nothing left over can reach what is owed. `left` must be
    /// the weights after the moves so far.
    ///
    /// O(variables + arcs) where little has to move, O(rounds × (variables + arcs
    /// + pushes × path)) at worst.
    pub fn settle(&mut self, graph: &Graph, status: &[Status]) {
        self.settle_units(graph, status);
        if !self.settle_nearby(graph, status) {
            self.settle_by_levels(graph, status);
        }
    }

    /// Moves weight along the phases of each unit, which is most of what moves.
    fn settle_units(&mut self, graph: &Graph, status: &[Status]) {
        // Arcs from phase to phase come first, one fewer than variables a unit.
        let mut first_arc = 0;
        for unit in 0..graph.offset.len() - 1 {
            let nodes = graph.nodes_of(unit);
            let (begin, arc) = (nodes.start, first_arc);
            first_arc += nodes.len().saturating_sub(1);
            let arc_from = |node: usize| arc + node - begin;
            let open = |node: &usize| status[*node] == Status::Open;
            self.queue.clear();
            for node in nodes.clone().filter(open) {
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
            for node in nodes.rev().filter(open) {
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
        self.seen.fill(0);
        let mut search = 0;
        let mut patience = PATIENCE * graph.len();
        for source in 0..graph.len() {
            if status[source] != Status::Open || self.seen[source] == UNREACHED {
                continue;
            }
            while self.left[source] > 0 {
                search += 1;
                match self.find_owed(graph, status, source, search) {
                    Some(sink) => self.carry(graph, source, sink),
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

    /// The nearest variable that owes weight, with the way to it in `path`.
    fn find_owed(
        &mut self,
        graph: &Graph,
        status: &[Status],
        source: usize,
        search: u32,
    ) -> Option<usize> {
        self.queue.clear();
        self.queue.push(source as u32);
        self.seen[source] = search;
        let mut at = 0;
        while let Some(&node) = self.queue.get(at) {
            at += 1;
            for (position, end) in graph.ends(node as usize).iter().enumerate() {
                let (other, arc) = (end.other as usize, end.arc as usize);
                if self.seen[other] >= search || status[other] != Status::Open {
                    continue;
                }
                if !(if end.leaves { self.room(arc) > 0 } else { self.moved[arc] > 0 }) {
                    continue;
                }
                self.seen[other] = search;
                self.came[other] = (node, position as u32);
                self.queue.push(end.other);
                if self.left[other] < 0 {
                    self.path.clear();
                    let mut back = other;
                    while back != source {
                        let step = self.came[back];
                        self.path.push(step);
                        back = step.0 as usize;
                    }
                    return Some(other);
                }
            }
        }
        None
    }

    fn settle_by_levels(&mut self, graph: &Graph, status: &[Status]) {
        while self.find_levels(graph, status) {
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

    /// Distances to the nearest variable that owes, as far as weight left over
    /// needs them; false if none can reach one.
    fn find_levels(&mut self, graph: &Graph, status: &[Status]) -> bool {
        self.queue.clear();
        let mut waiting = 0;
        for (node, status) in status.iter().enumerate() {
            self.level[node] = UNREACHED;
            if *status != Status::Open {
                continue;
            }
            if self.left[node] < 0 {
                self.level[node] = 0;
                self.queue.push(node as u32);
            } else if self.left[node] > 0 && self.seen[node] != UNREACHED {
                waiting += 1;
            }
        }
        let all = waiting;
        let mut at = 0;
        while waiting > 0
            && let Some(&node) = self.queue.get(at)
        {
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
                    waiting -= usize::from(self.left[other] > 0);
                    self.queue.push(end.other);
                }
            }
        }
        if waiting > 0 {
            // What was not reached never will be.
            for node in 0..graph.len() {
                if self.level[node] == UNREACHED {
                    self.seen[node] = UNREACHED;
                }
            }
        }
        waiting < all
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
