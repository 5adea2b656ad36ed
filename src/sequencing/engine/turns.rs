//! Whose turn it is once the bound rests: the tree's, which lowers the bound, or
//! the plans'.

/// What a round counts for the next.
const FADING: f64 = 0.9;

/// Least and most that the tree gets of the effort.
const SHARES: (f64, f64) = (0.15, 0.6);

/// The same while the gap is wide: then it is mostly the plan that is missing.
const SHARES_WHILE_WIDE: (f64, f64) = (0.03, 0.15);

/// From this share of the bound on a gap is wide.
const WIDE: f64 = 0.01;

/// What the tree gets at least, for each node of its rounds, before anyone can tell what it
/// brings: it lowers the bound only once all of its first nodes have branched.
const TRIAL: f64 = 0.04;

/// For so many rounds,
const TRIAL_ROUNDS: u32 = 8;

/// if these have so many nodes: else it takes too long.
const ENOUGH: usize = 8;

/// Gives more effort to what closed more of the gap of late.
#[derive(Debug, Clone, Copy)]
pub struct Turns {
    /// Running means of what a round of the usual length closed of the gap.
    by_tree: f64,
    by_plans: f64,
    /// Rounds that the tree has had.
    had: u32,
    /// Rounds that it has still to get.
    owed: f64,
    /// What the last round counted for.
    last: f64,
}

impl Default for Turns {
    fn default() -> Self {
        Self { by_tree: 1.0, by_plans: 1.0, had: 0, owed: 0.0, last: 1.0 }
    }
}

impl Turns {
    /// True if the next round is the tree's, which would have so many nodes; `gap` is that
    /// between plan and bound, as a share of the bound.
    pub fn is_tree_next(&mut self, gap: f64, nodes: usize) -> bool {
        let share = self.by_tree / (self.by_tree + self.by_plans).max(1e-9);
        let (least, most) = if gap > WIDE { SHARES_WHILE_WIDE } else { SHARES };
        let is_tried = self.had < TRIAL_ROUNDS && nodes >= ENOUGH;
        let trial = if is_tried { TRIAL * nodes as f64 } else { 0.0 };
        let share = share.clamp(least, most).max(trial).min(SHARES.1);
        self.owed += self.last * share;
        let next = self.owed >= 1.0;
        self.had += u32::from(next);
        self.owed -= f64::from(u8::from(next));
        next
    }

    /// Remembers what a round that counted for `rounds` closed of the gap, in units
    /// of worth.
    pub fn note(&mut self, tree: bool, closed: i64, rounds: f64) {
        let mean = if tree { &mut self.by_tree } else { &mut self.by_plans };
        *mean = FADING * *mean + (1.0 - FADING) * closed.max(0) as f64 / rounds;
        self.last = rounds;
    }
}

#[cfg(test)]
mod tests {
    use super::Turns;

    #[test]
    fn the_tree_gets_its_share_of_the_effort_however_long_rounds_of_plans_are() {
        for (by_tree, gap, expected) in
            [(0, 0.005, 0.15), (1_000, 0.005, 0.6), (0, 0.02, 0.03), (1_000, 0.02, 0.15)]
        {
            for length in [1.0, 4.0] {
                let (mut turns, mut tree, mut all) = (Turns::default(), 0.0, 0.0);
                while all < 10_000.0 {
                    let (next, rounds) = match turns.is_tree_next(gap, 2) {
                        true => (true, 1.0),
                        false => (false, length),
                    };
                    turns.note(next, if next { by_tree } else { 10 }, rounds);
                    tree += if next { rounds } else { 0.0 };
                    all += rounds;
                }
                let share = tree / all;
                assert!((share - expected).abs() < 0.01, "{share} instead of {expected}");
            }
        }
    }

    #[test]
    fn a_tree_with_many_nodes_in_a_round_is_tried_before_it_is_judged() {
        for (nodes, expected) in [(10, 8), (7, 0)] {
            let mut turns = Turns::default();
            let mut tree = 0;
            for _ in 0..20 {
                let next = turns.is_tree_next(0.02, nodes);
                turns.note(next, if next { 0 } else { 100_000 }, 1.0);
                tree += u32::from(next);
            }
            assert_eq!(tree, expected, "of 20 rounds");
        }
    }
}
