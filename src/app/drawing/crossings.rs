//! How many pairs of lines cross.

use super::layered::Layered;

/// The order of each column from the top.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Order {
    pub columns: Vec<Vec<u32>>,
    /// By vertex, its place in its column.
    pub position: Vec<u32>,
}

impl Order {
    pub fn new(columns: Vec<Vec<u32>>, vertices: usize) -> Self {
        let mut order = Self { columns, position: vec![0; vertices] };
        (0..order.columns.len()).for_each(|column| order.number(column));
        order
    }

    /// Renews the positions in one column.
    pub fn number(&mut self, column: usize) {
        for (at, &vertex) in self.columns[column].iter().enumerate() {
            self.position[vertex as usize] = at as u32;
        }
    }
}

/// Crossings between columns side by side, over all columns (Barth, Jünger and Mutzel
/// 2002, with an accumulator tree). Where a link turns about its own end nothing is
/// counted. O(pieces log vertices).
pub(super) fn crossings(layered: &Layered, order: &Order) -> usize {
    let (mut ends, mut tree) = (Vec::new(), Tree::default());
    let mut count = 0;
    for (column, vertices) in order.columns.iter().enumerate().skip(1) {
        ends.clear();
        for &vertex in &order.columns[column - 1] {
            let first = ends.len();
            let right = layered.right.of(vertex);
            ends.extend(right.iter().map(|&other| order.position[other as usize]));
            ends[first..].sort_unstable();
        }
        count += tree.inversions(&ends, vertices.len());
    }
    count
}

/// Counts, in a binary tree, how many numbers so far are larger than the next one.
#[derive(Debug, Default)]
struct Tree {
    sums: Vec<u32>,
}

impl Tree {
    /// Pairs in which the earlier number is larger; all are below `below`.
    fn inversions(&mut self, numbers: &[u32], below: usize) -> usize {
        let leaves = below.next_power_of_two();
        self.sums.clear();
        self.sums.resize(2 * leaves, 0);
        let mut count = 0;
        for &number in numbers {
            let mut at = leaves + number as usize;
            self.sums[at] += 1;
            while at > 1 {
                // What hangs to the right of the way up is larger.
                if at.is_multiple_of(2) {
                    count += self.sums[at + 1] as usize;
                }
                at /= 2;
                self.sums[at] += 1;
            }
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_tree_counts_what_pairs_count(numbers in prop::collection::vec(0..40_u32, 0..60)) {
            let mut slow = 0;
            for (at, a) in numbers.iter().enumerate() {
                slow += numbers[at..].iter().filter(|b| *b < a).count();
            }
            prop_assert_eq!(Tree::default().inversions(&numbers, 40), slow);
        }
    }
}
