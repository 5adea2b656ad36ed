//! A settled flow that is settled again after little has changed.

use super::{Flow, Graph, Status};

impl Flow {
    /// Settles a flow that was settled before `changed` variables came to have other
    /// weights left; what was moved.
    ///
    /// First what is owed is taken from what was left over before: such ways stay within
    /// what that reached, and nothing else that is owed comes within its reach. Then what
    /// is newly left over goes where it can: such ways stay outside. So no third pass is
    /// needed.
    pub fn repair(&mut self, graph: &Graph, status: &[Status], changed: &[u32]) -> i128 {
        self.forget_searches(status);
        let (mut search, mut carried) = (0, 0);
        let mut over = std::mem::take(&mut self.over);
        over.clear();
        for &node in changed {
            let left = &mut self.left[node as usize];
            if *left > 0 {
                over.push((node, std::mem::take(left)));
            }
        }
        for sink in changed.iter().map(|node| *node as usize) {
            while self.left[sink] < 0 {
                search += 1;
                let Some(source) = self.find_over(graph, sink, search) else { break };
                carried += i128::from(self.carry(source, sink));
            }
        }
        for (source, left) in over.iter().map(|(node, left)| (*node as usize, *left)) {
            self.left[source] = left;
            while self.left[source] > 0 {
                search += 1;
                let Some(sink) = self.find_owed(graph, source, search) else { break };
                carried += i128::from(self.carry(source, sink));
            }
        }
        self.over = over;
        carried
    }
}
