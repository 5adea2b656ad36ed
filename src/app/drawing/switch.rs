//! Neighbours in a column that change places where this takes out crossings.

use super::crossings::Order;
use super::layered::Layered;

/// Where the neighbours of some vertices stand in their columns, sorted.
#[derive(Debug, Default)]
pub(super) struct Ends {
    flat: Vec<u32>,
    /// By vertex in the order of [`Ends::push`]: begin of its left, begin of its right,
    /// end of its right neighbours.
    ranges: Vec<[u32; 3]>,
}

impl Ends {
    pub fn clear(&mut self) {
        self.flat.clear();
        self.ranges.clear();
    }

    /// Takes in a vertex with those of its neighbours that count. O(degree log degree).
    pub fn push(
        &mut self,
        layered: &Layered,
        order: &Order,
        vertex: u32,
        counts: impl Fn(u32) -> bool,
    ) {
        let mut range = [self.flat.len() as u32; 3];
        for (side, others) in [layered.left.of(vertex), layered.right.of(vertex)].iter().enumerate()
        {
            let first = self.flat.len();
            let others = others.iter().filter(|other| counts(**other));
            self.flat.extend(others.map(|&other| order.position[other as usize]));
            self.flat[first..].sort_unstable();
            range[side + 1] = self.flat.len() as u32;
        }
        self.ranges.push(range);
    }

    /// Crossings of the lines of two vertices if the first stands above, and if the
    /// second does. O(degrees).
    pub fn pair(&self, a: usize, b: usize) -> (usize, usize) {
        let (left, right) = (self.sides(a), self.sides(b));
        let (above, below) = inversions(left[0], right[0]);
        let (above_right, below_right) = inversions(left[1], right[1]);
        (above + above_right, below + below_right)
    }

    fn sides(&self, at: usize) -> [&[u32]; 2] {
        let [left, right, end] = self.ranges[at].map(|place| place as usize);
        [&self.flat[left..right], &self.flat[right..end]]
    }
}

/// Pairs with the first's number larger, and with the second's larger; both sorted.
fn inversions(a: &[u32], b: &[u32]) -> (usize, usize) {
    if let ([a], [b]) = (a, b) {
        return (usize::from(a > b), usize::from(b > a));
    }
    let (mut above, mut below) = (0, 0);
    let (mut smaller, mut not_larger) = (0, 0);
    for &own in a {
        while b.get(smaller).is_some_and(|other| *other < own) {
            smaller += 1;
        }
        while b.get(not_larger).is_some_and(|other| *other <= own) {
            not_larger += 1;
        }
        above += smaller;
        below += b.len() - not_larger;
    }
    (above, below)
}

/// Passes over all columns from the left, until nothing changes or for so many: each
/// vertex changes places with the next one where `may` allows it and crossings go. Returns
/// how many went. O(passes × pieces log degree); a pass leaves out columns of which
/// nothing has changed, neither beside them, since they were looked at.
pub(super) fn switched(
    layered: &Layered,
    order: &mut Order,
    passes: usize,
    may: &dyn Fn(u32, u32) -> bool,
) -> usize {
    let mut ends = Ends::default();
    let mut local = Vec::new();
    let mut open = vec![true; order.columns.len()];
    let mut gone = 0;
    for _ in 0..passes {
        for column in 0..open.len() {
            if std::mem::take(&mut open[column]) {
                let more = switch_column(layered, order, column, &mut ends, &mut local, may);
                if more > 0 {
                    gone += more;
                    let beside = column.saturating_sub(1)..(column + 2).min(open.len());
                    open[beside].fill(true);
                }
            }
        }
    }
    gone
}

fn switch_column(
    layered: &Layered,
    order: &mut Order,
    column: usize,
    ends: &mut Ends,
    local: &mut Vec<usize>,
    may: &dyn Fn(u32, u32) -> bool,
) -> usize {
    let mut gone = 0;
    ends.clear();
    let mut vertices = std::mem::take(&mut order.columns[column]);
    vertices.iter().for_each(|&vertex| ends.push(layered, order, vertex, |_| true));
    local.clear();
    local.extend(0..vertices.len());
    for at in 1..vertices.len() {
        // A vertex that rose may rise further.
        let mut at = at;
        while at > 0
            && free(layered, vertices[at - 1], vertices[at])
            && may(vertices[at - 1], vertices[at])
        {
            let (now, then) = ends.pair(local[at - 1], local[at]);
            if then >= now {
                break;
            }
            gone += now - then;
            vertices.swap(at - 1, at);
            local.swap(at - 1, at);
            at -= 1;
        }
    }
    order.columns[column] = vertices;
    order.number(column);
    gone
}

/// True if two neighbours in a column may change places: they are of one lane, and no
/// turn leaves its node.
fn free(layered: &Layered, above: u32, below: u32) -> bool {
    let lane = |vertex: u32| layered.lane[vertex as usize];
    let alone = |vertex: u32| layered.host[vertex as usize] == vertex && !layered.is_host(vertex);
    lane(above) == lane(below) && alone(above) && alone(below)
}

#[cfg(test)]
mod tests {
    use super::inversions;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn inversions_are_those_of_all_pairs(
            mut a in prop::collection::vec(0..20_u32, 0..12),
            mut b in prop::collection::vec(0..20_u32, 0..12),
        ) {
            a.sort_unstable();
            b.sort_unstable();
            let pairs = || a.iter().flat_map(|a| b.iter().map(move |b| (a, b)));
            let above = pairs().filter(|(a, b)| a > b).count();
            let below = pairs().filter(|(a, b)| a < b).count();
            prop_assert_eq!(inversions(&a, &b), (above, below));
        }
    }
}
