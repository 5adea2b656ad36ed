//! What a step has moved, out of the plans before and after it.

use super::snapshot::Snapshot;
use super::words::{item_name, phase_name};
use crate::explain::Displaced;
use crate::model::Scenario;
use crate::texts::{Arg, Texts};
use std::collections::HashMap;

/// How an item has moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoveKind {
    /// It was not planned, and is.
    In,
    /// It was planned, and is not.
    Out,
    /// It starts in an earlier phase.
    Earlier,
    /// It starts in a later phase.
    Later,
}

impl MoveKind {
    /// All kinds, in the order of lists.
    pub const ALL: [Self; 4] = [Self::In, Self::Out, Self::Earlier, Self::Later];

    /// How an item moved between two places.
    pub fn of(from: Option<u32>, to: Option<u32>) -> Self {
        match (from, to) {
            (None, _) => Self::In,
            (_, None) => Self::Out,
            (Some(from), Some(to)) if to < from => Self::Earlier,
            _ => Self::Later,
        }
    }

    /// The key of its word in the language files.
    pub fn key(self) -> &'static str {
        match self {
            Self::In => "move-in",
            Self::Out => "move-out",
            Self::Earlier => "move-earlier",
            Self::Later => "move-later",
        }
    }
}

/// An item that starts elsewhere than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Its position in the scenario; none if it is not there any more.
    pub item: Option<usize>,
    /// Its id, and the phases.
    pub place: Displaced,
    /// How it moved.
    pub kind: MoveKind,
}

/// What differs between two plans: known at once, without planning.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// What moved: what came in first, then what went out, came earlier, later.
    pub moves: Vec<Moved>,
    /// What the plan was worth, in value-point years.
    pub value_before: f64,
    /// What it is worth.
    pub value_after: f64,
}

impl Changes {
    /// What differs between the plans of two states; none unless both have one.
    /// O(items).
    pub fn between(before: &Snapshot, after: &Snapshot) -> Option<Self> {
        let (old, new) = (before.planned()?, after.planned()?);
        let mut was: HashMap<&str, Option<u32>> = HashMap::new();
        for (item, start) in before.scenario.items.iter().zip(&old.start) {
            was.insert(item.id.as_str(), *start);
        }
        let mut moves = Vec::new();
        let mut add = |item: Option<usize>, id: &str, from: Option<u32>, to: Option<u32>| {
            if from != to {
                let place = Displaced { id: id.to_owned(), from, to };
                moves.push(Moved { item, place, kind: MoveKind::of(from, to) });
            }
        };
        for (at, (item, start)) in after.scenario.items.iter().zip(&new.start).enumerate() {
            let from = was.remove(item.id.as_str()).flatten();
            add(Some(at), item.id.as_str(), from, *start);
        }
        for item in &before.scenario.items {
            if let Some(from) = was.remove(item.id.as_str()) {
                add(None, item.id.as_str(), from, None);
            }
        }
        moves.sort_by_key(|row| (row.kind, row.place.to, row.place.from));
        Some(Self { moves, value_before: old.objective(), value_after: new.objective() })
    }

    /// How many items moved in this way.
    pub fn count(&self, kind: MoveKind) -> usize {
        self.moves.iter().filter(|row| row.kind == kind).count()
    }

    /// What the plan's value changes by, as a share of what it was; none where it
    /// was nothing.
    pub fn share(&self) -> Option<f64> {
        let share = (self.value_after - self.value_before) / self.value_before.abs();
        share.is_finite().then_some(share)
    }
}

/// An item's name, from the newer state or, if it is gone, from the older.
pub fn moved_name(row: &Displaced, before: &Scenario, after: &Scenario, texts: &Texts) -> String {
    let named = |scenario: &Scenario| {
        let at = scenario.items.iter().position(|item| item.id == *row.id.as_str())?;
        Some(item_name(scenario, at, texts))
    };
    named(after).or_else(|| named(before)).unwrap_or_else(|| row.id.clone())
}

/// A phase of a state, or "not planned".
pub fn moved_place(phase: Option<u32>, scenario: &Scenario, texts: &Texts) -> String {
    match phase {
        Some(phase) => phase_name(scenario, phase, texts),
        None => texts.get("roadmap-not-planned"),
    }
}

/// A move as a sentence: `E-tax: 2006 → 2007`.
pub fn moved_words(row: &Displaced, before: &Scenario, after: &Scenario, texts: &Texts) -> String {
    let args = [
        ("item", Arg::from(moved_name(row, before, after, texts).as_str())),
        ("from", Arg::from(moved_place(row.from, before, texts).as_str())),
        ("to", Arg::from(moved_place(row.to, after, texts).as_str())),
    ];
    texts.with("displaced-line", &args)
}

/// An amount with its sign, such as `+1.2` or `−0.3`, as [`super::points`] rounds.
pub fn signed_points(amount: f64, texts: &Texts) -> String {
    let words = super::points(amount, texts);
    if amount > 0.0 && words.chars().any(|c| ('1'..='9').contains(&c)) {
        format!("+{words}")
    } else {
        words
    }
}
