//! Whose turn it is once the bound rests: the tree's, which lowers the bound, or
//! the plans'.

/// What a round counts for the next.
const FADING: f64 = 0.9;

/// Least and most that the tree gets of the rounds.
const SHARES: (f64, f64) = (0.15, 0.6);

/// Gives more rounds to what closed more of the gap of late.
#[derive(Debug, Clone, Copy)]
pub struct Turns {
    /// Running means of what a round closed of the gap.
    by_tree: f64,
    by_plans: f64,
    /// Rounds that the tree has still to get.
    owed: f64,
}

impl Default for Turns {
    fn default() -> Self {
        Self { by_tree: 1.0, by_plans: 1.0, owed: 0.0 }
    }
}

impl Turns {
    /// True if the next round is the tree's.
    pub fn is_tree_next(&mut self) -> bool {
        let share = self.by_tree / (self.by_tree + self.by_plans).max(1e-9);
        self.owed += share.clamp(SHARES.0, SHARES.1);
        let next = self.owed >= 1.0;
        self.owed -= f64::from(u8::from(next));
        next
    }

    /// Remembers what a round closed of the gap, in units of worth.
    pub fn note(&mut self, tree: bool, closed: i64) {
        let mean = if tree { &mut self.by_tree } else { &mut self.by_plans };
        *mean = FADING * *mean + (1.0 - FADING) * closed.max(0) as f64;
    }
}
