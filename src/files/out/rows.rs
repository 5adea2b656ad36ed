//! Bars in rows, so that no two of a row lie over each other.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The row, from 0, of each span of columns (the first, and the one after the last):
/// the first row that is free there. Second how many rows there are.
///
/// Spans come with their first columns ascending; of one that does not the row may be
/// further down than need be. O(spans × log spans).
pub fn rows_of(spans: impl IntoIterator<Item = (usize, usize)>) -> (Vec<usize>, usize) {
    let mut free: BinaryHeap<Reverse<usize>> = BinaryHeap::new();
    let mut taken: BinaryHeap<Reverse<(usize, usize)>> = BinaryHeap::new();
    let mut count = 0;
    let place = |(start, end): (usize, usize)| {
        while let Some(Reverse((ends, row))) = taken.peek().copied()
            && ends <= start
        {
            taken.pop();
            free.push(Reverse(row));
        }
        let row = free.pop().map_or_else(
            || {
                count += 1;
                count - 1
            },
            |Reverse(row)| row,
        );
        taken.push(Reverse((end, row)));
        row
    };
    let rows = spans.into_iter().map(place).collect();
    (rows, count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same by looking through all rows each time.
    fn by_looking(spans: &[(usize, usize)]) -> Vec<usize> {
        let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
        let row_of = |&(start, end): &(usize, usize)| {
            let free =
                |row: &Vec<(usize, usize)>| row.iter().all(|(s, e)| *e <= start || *s >= end);
            let row = taken.iter().position(free).unwrap_or_else(|| {
                taken.push(Vec::new());
                taken.len() - 1
            });
            taken[row].push((start, end));
            row
        };
        spans.iter().map(row_of).collect()
    }

    proptest! {
        #[test]
        fn each_bar_is_in_the_first_row_that_is_free(
            mut spans in proptest::collection::vec((0_usize..8, 1_usize..5), 0..60)
        ) {
            spans.sort_by_key(|(start, _)| *start);
            let spans: Vec<(usize, usize)> =
                spans.into_iter().map(|(start, length)| (start, start + length)).collect();
            let (rows, count) = rows_of(spans.iter().copied());
            prop_assert_eq!(&rows, &by_looking(&spans));
            prop_assert_eq!(count, rows.iter().max().map_or(0, |last| last + 1));
        }
    }
}
