//! The rules that a planner sees, and that a plan must keep.

/// A rule that a plan must keep. Items and resources by position in the
/// portfolio (and, for items, in the scenario), phases from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// The item must start.
    Must {
        /// The item.
        item: usize,
    },
    /// A person pinned the item to the phase: it must start, and there.
    Pin {
        /// The item.
        item: usize,
        /// The phase.
        phase: u32,
    },
    /// A person decided that the item does not start.
    Never {
        /// The item.
        item: usize,
    },
    /// The item was given up.
    Stopped {
        /// The item.
        item: usize,
    },
    /// The item has begun in the phase: there it is.
    Begun {
        /// The item.
        item: usize,
        /// The phase.
        phase: u32,
    },
    /// The item has not begun, and nothing starts before the phase that is now.
    Today {
        /// The item.
        item: usize,
        /// The phase.
        phase: u32,
    },
    /// The item may not start before the phase.
    Earliest {
        /// The item.
        item: usize,
        /// The phase.
        phase: u32,
    },
    /// The item may not start after the phase.
    Latest {
        /// The item.
        item: usize,
        /// The phase; 0 if there is none in which it may.
        phase: u32,
    },
    /// The infrastructure that the item needs: its gate, whatever opens it.
    Gate {
        /// The item.
        item: usize,
        /// The first phase in which it can be open; none if it never can.
        opens: Option<u32>,
    },
    /// The item needs another one, early enough.
    Needs {
        /// The item.
        item: usize,
        /// What it needs.
        needs: usize,
        /// Phases between the two.
        lag: u32,
        /// Counts from the last phase of work of `needs`.
        after: bool,
    },
    /// The item needs one of several, early enough.
    AnyOf {
        /// The item.
        item: usize,
        /// Of which one is needed.
        needs: Vec<usize>,
    },
    /// At most one of these starts.
    Exclusive {
        /// The items.
        items: Vec<usize>,
    },
    /// There is only so much of a resource.
    Limit {
        /// The resource.
        resource: usize,
        /// The phase; none for all phases together, where what one leaves over
        /// may be used later.
        phase: Option<u32>,
        /// How much, in the portfolio's whole units.
        amount: i64,
    },
}

impl Rule {
    /// Which rules are tried to be left out first: what is left makes a clash
    /// that is easy to understand.
    pub(super) fn order(&self) -> u8 {
        match self {
            Self::Limit { .. } => 0,
            Self::Gate { .. } => 1,
            Self::AnyOf { .. } => 2,
            Self::Needs { .. } => 3,
            Self::Exclusive { .. } => 4,
            Self::Earliest { .. } => 5,
            Self::Latest { .. } => 6,
            Self::Never { .. } => 7,
            Self::Pin { .. } => 8,
            Self::Must { .. } => 9,
            // What happened is the last that one would think away.
            Self::Today { .. } => 10,
            Self::Stopped { .. } => 11,
            Self::Begun { .. } => 12,
        }
    }

    /// True if nobody can change it: it has happened.
    pub(super) fn is_past(&self) -> bool {
        matches!(self, Self::Begun { .. } | Self::Today { .. })
    }
}
