//! A plan: which item starts in which phase.

/// Start phase of each item, counted from 1; none does not start.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Plan {
    /// By item.
    pub start: Vec<Option<u32>>,
}

impl Plan {
    /// A plan in which nothing starts.
    pub fn empty(items: usize) -> Self {
        Self { start: vec![None; items] }
    }

    /// How many items start.
    pub fn started(&self) -> usize {
        self.start.iter().flatten().count()
    }
}
