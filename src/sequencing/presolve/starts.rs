//! Plans of units: how their starts are written, and how good they are.

use super::reduced::{Reduced, Unit};

/// Not started.
pub const OUT: u32 = u32::MAX;

/// How good a plan is: missing units that must start, then worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// Units that must start and do not.
    pub missing: usize,
    /// What the plan is worth.
    pub worth: i64,
}

impl Score {
    /// True if a plan with this score is to be preferred.
    pub fn beats(self, other: Self) -> bool {
        self.missing < other.missing || (self.missing == other.missing && self.worth > other.worth)
    }
}

/// Starts of all units, and how good they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Start phase by unit, from 0; [`OUT`] if it does not start.
    pub start: Vec<u32>,
    /// How good they are.
    pub score: Score,
}

impl Found {
    /// Nothing starts, and any plan is better: what a search from nothing begins with.
    pub fn none(units: usize) -> Self {
        let score = Score { missing: usize::MAX, worth: i64::MIN };
        Self { start: vec![OUT; units], score }
    }

    /// True of what [`Found::none`] gives.
    pub fn is_none(&self) -> bool {
        self.score.missing == usize::MAX
    }

    /// Starts with their score. O(size of the problem).
    pub fn new(reduced: &Reduced, start: Vec<u32>) -> Self {
        let units = reduced.units.iter().zip(&start);
        let missing = units.filter(|(unit, start)| unit.mandatory && **start == OUT).count();
        let score = Score { missing, worth: reduced.worth_of(&start) };
        Self { start, score }
    }
}

impl Reduced {
    /// What starts of the units are worth together. O(size of the problem).
    pub fn worth_of(&self, start: &[u32]) -> i64 {
        let started = self.units.iter().zip(start).filter(|(_, start)| **start != OUT);
        let mut total: i64 = started.map(|(unit, start)| unit.worth[*start as usize]).sum();
        for pair in &self.pairs {
            let starts = pair.units.map(|unit| start[unit]);
            if !starts.contains(&OUT) {
                total += pair.worth_of(starts);
            }
        }
        for wish in &self.wishes {
            let (own, other) = (start[wish.unit], start[wish.needs.other]);
            let kept = other != OUT && other + wish.needs.gap <= own;
            if own != OUT && !kept {
                total -= wish.penalty;
            }
        }
        total
    }

    /// The start of every item, from 1, for the starts of the units.
    pub fn item_starts(&self, start: &[u32]) -> Vec<Option<u32>> {
        let of = |unit: &Option<usize>| unit.map(|unit| start[unit]).filter(|s| *s != OUT);
        self.unit_of.iter().map(|unit| of(unit).map(|start| start + 1)).collect()
    }

    /// The start of every unit for the starts of the items; a unit starts only
    /// where all of its members do.
    pub fn unit_starts(&self, starts: &[Option<u32>]) -> Vec<u32> {
        let of = |unit: &Unit| {
            let first = starts.get(*unit.members.first()?).copied().flatten()?;
            let same = |&item: &usize| starts.get(item).copied().flatten() == Some(first);
            unit.members.iter().all(same).then(|| first - 1)
        };
        self.units.iter().map(|unit| of(unit).unwrap_or(OUT)).collect()
    }
}
