//! Levels and blocking flows (Dinic 1970), for when much has to move.

use super::{Flow, Graph, Status, Step, UNREACHED};

impl Flow {
    /// Moves weight until nothing left over can reach what is owed.
    ///
    /// O(rounds × (variables + arcs + pushes × path)).
    pub(super) fn settle_by_levels(&mut self, graph: &Graph, status: &[Status]) {
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
                self.carry(source, node);
                return true;
            }
            let ends = graph.ends(node);
            let wanted = self.level[node].wrapping_sub(1);
            let mut found = None;
            if self.level[node] > 0 {
                while let Some(end) = ends.get(self.next[node] as usize) {
                    let other = end.other as usize;
                    let step = Step { arc: end.arc, along: end.leaves };
                    if self.level[other] == wanted
                        && status[other] == Status::Open
                        && self.room_for(step) > 0
                    {
                        found = Some((other, step));
                        break;
                    }
                    self.next[node] += 1;
                }
            }
            match found {
                Some((other, step)) => {
                    self.came[other] = (node as u32, step);
                    self.path.push(step);
                    node = other;
                }
                None => {
                    // A dead end: nobody comes here again in this round.
                    self.level[node] = UNREACHED;
                    if self.path.pop().is_none() {
                        return false;
                    }
                    node = self.came[node].0 as usize;
                }
            }
        }
    }
}
