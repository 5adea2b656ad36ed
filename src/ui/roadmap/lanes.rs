//! Where each bar of the roadmap goes: lanes, rows in lanes, phases.

use crate::app::Snapshot;
use crate::model::{GoalId, Item, Scenario};
use std::collections::BTreeMap;

/// What the lanes of the roadmap stand for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum LaneBy {
    /// The top goal that an item serves most.
    #[default]
    Goal,
    /// The agency that answers for it.
    Owner,
    /// What sort of thing it is.
    Kind,
}

impl LaneBy {
    /// All ways, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Goal, Self::Owner, Self::Kind];

    /// The key of its name in the language files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Goal => "lanes-goal",
            Self::Owner => "lanes-owner",
            Self::Kind => "lanes-kind",
        }
    }
}

/// One bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// The item.
    pub item: usize,
    /// First phase, counted from 0; the column after the last for what is left out.
    pub column: usize,
    /// Columns that it covers.
    pub columns: usize,
    /// Row in its lane, counted from 0.
    pub row: usize,
}

/// A lane and its bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// What it stands for: an id, a kind's key, or empty for the rest.
    pub key: String,
    /// Rows that its bars need.
    pub rows: usize,
    /// Its bars.
    pub bars: Vec<Bar>,
}

/// Puts every item of the scenario on the roadmap.
///
/// In a lane, bars stand in the first row that is free in all phases of work,
/// earlier starts first, then better ranks. O(items × rows of a lane).
pub fn lanes(snapshot: &Snapshot, by: LaneBy) -> Vec<Lane> {
    let scenario = &snapshot.scenario;
    let phases = scenario.phases.len();
    let mut groups: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for (at, item) in scenario.items.iter().enumerate() {
        groups.entry(lane_of(scenario, item, by)).or_default().push(at);
    }
    let ranks = &snapshot.scores.ranking.rows;
    groups
        .into_iter()
        .map(|((_, key), mut items)| {
            let column = |item: usize| match snapshot.start_of(item) {
                Some(phase) => phase as usize - 1,
                None => phases,
            };
            items.sort_by_key(|&item| {
                (column(item), ranks.get(item).map_or(0, |row| row.rank), item)
            });
            let mut ends: Vec<usize> = Vec::new();
            let mut bars = Vec::with_capacity(items.len());
            for item in items {
                let start = column(item);
                let length =
                    if start == phases { 1 } else { scenario.items[item].duration() as usize };
                let free = ends.iter().position(|end| *end <= start);
                let row = free.unwrap_or_else(|| {
                    ends.push(0);
                    ends.len() - 1
                });
                ends[row] = start + length;
                bars.push(Bar { item, column: start, columns: length, row });
            }
            Lane { key, rows: ends.len().max(1), bars }
        })
        .collect()
}

/// Order and key of the lane of an item.
fn lane_of(scenario: &Scenario, item: &Item, by: LaneBy) -> (usize, String) {
    match by {
        LaneBy::Kind => (item.kind as usize, format!("{:?}", item.kind)),
        LaneBy::Owner => match &item.owner {
            Some(owner) => {
                let at = scenario.agencies.iter().position(|agency| agency.id == *owner);
                (at.unwrap_or(usize::MAX - 1), owner.to_string())
            }
            None => (usize::MAX, String::new()),
        },
        LaneBy::Goal => {
            let shares = item.goals.iter();
            // The first of equal shares: max_by would take the last.
            let most = shares.rev().max_by(|a, b| a.share.total_cmp(&b.share));
            match most.map(|share| top_goal(scenario, &share.goal)) {
                Some(goal) => {
                    let at = scenario.goals.iter().position(|other| other.id == goal);
                    (at.unwrap_or(usize::MAX - 1), goal.to_string())
                }
                None => (usize::MAX, String::new()),
            }
        }
    }
}

/// The goal at the top of the branch that a goal is on.
fn top_goal(scenario: &Scenario, goal: &GoalId) -> GoalId {
    let mut top = goal.clone();
    // A cycle among goals is an error of its own; here it must only end.
    for _ in 0..scenario.goals.len() {
        let parent = scenario.goals.iter().find(|other| other.id == top);
        match parent.and_then(|goal| goal.parent.clone()) {
            Some(parent) => top = parent,
            None => break,
        }
    }
    top
}
