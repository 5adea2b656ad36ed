//! The smallest amount that is enough, by doubling and halving.

/// How an amount is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Least {
    /// The first amount to try, more than 0.
    pub first: i64,
    /// No amount above this is tried.
    pub most: i64,
    /// The answer is at most so much above an amount that is not enough.
    pub within: i64,
}

/// An amount that is enough, while one that is smaller by at most `within` is
/// not; none if `most` is not enough or `enough` gives up (none).
///
/// Where enough comes and goes with the amount, it is the border that halving
/// finds. O(log(most)) questions.
pub fn smallest(search: Least, enough: &mut dyn FnMut(i64) -> Option<bool>) -> Option<i64> {
    let Least { first, most, within } = search;
    let (mut low, mut high) = (0, first.clamp(1, most.max(1)));
    while !enough(high)? {
        if high >= most {
            return None;
        }
        low = high;
        high = high.saturating_mul(2).min(most);
    }
    while high - low > within.max(1) {
        let middle = low + (high - low) / 2;
        if enough(middle)? {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_border_is_found_from_every_side() {
        for border in 1..200_i64 {
            for first in [1, 7, 64, 199] {
                let search = Least { first, most: 200, within: 1 };
                let mut asked = 0;
                let found = smallest(search, &mut |amount| {
                    asked += 1;
                    Some(amount >= border)
                });
                assert_eq!(found, Some(border), "first {first}");
                assert!(asked <= 20, "{asked} questions");
            }
        }
    }

    #[test]
    fn nothing_is_found_where_nothing_is_enough_or_nobody_waits() {
        let search = Least { first: 3, most: 100, within: 1 };
        assert_eq!(smallest(search, &mut |_| Some(false)), None);
        assert_eq!(smallest(search, &mut |_| None), None);
        let coarse = Least { within: 8, ..search };
        let found = smallest(coarse, &mut |amount| Some(amount >= 50));
        assert!(found.is_some_and(|found| (50..58).contains(&found)), "{found:?}");
    }
}
