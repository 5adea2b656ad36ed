//! Where each bar of the roadmap goes: lanes, rows in lanes, phases.

use super::baseline::Baseline;
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
    /// Where the item is in the baseline, if that is elsewhere.
    pub ghost: Option<Ghost>,
    /// There is only the ghost here; the item's own bar is in another row.
    pub only_ghost: bool,
}

/// Where an item is in the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ghost {
    /// First phase, counted from 0; the column after the last for what is left out.
    pub column: usize,
    /// Columns that it covers.
    pub columns: usize,
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
/// earlier starts first, then better ranks. A bar and its ghost share a row, unless
/// one of them is what is left out. O(items × rows of a lane).
pub fn lanes(snapshot: &Snapshot, by: LaneBy, baseline: Option<&Baseline>) -> Vec<Lane> {
    let scenario = &snapshot.scenario;
    let phases = scenario.phases.len();
    let mut groups: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for (at, item) in scenario.items.iter().enumerate() {
        groups.entry(lane_of(scenario, item, by)).or_default().push(at);
    }
    let ranks = &snapshot.scores.ranking.rows;
    groups
        .into_iter()
        .map(|((_, key), items)| {
            let mut bars: Vec<Bar> = Vec::with_capacity(items.len());
            for item in items {
                let (column, columns) = match snapshot.start_of(item) {
                    Some(phase) => (phase as usize - 1, phases_of_work(scenario, item)),
                    None => (phases, 1),
                };
                let ghost = baseline.and_then(|baseline| baseline.ghost(item, phases));
                let ghost =
                    ghost.filter(|ghost| (ghost.column, ghost.columns) != (column, columns));
                let bar = Bar { item, column, columns, row: 0, ghost, only_ghost: false };
                let apart = ghost.filter(|ghost| (ghost.column == phases) != (column == phases));
                match apart {
                    // What is left out of the baseline needs no ghost to say so: the mark
                    // at the bar does.
                    Some(ghost) if ghost.column == phases => bars.push(bar),
                    Some(ghost) => {
                        bars.push(Bar { ghost: None, ..bar });
                        let Ghost { column, columns } = ghost;
                        bars.push(Bar { column, columns, only_ghost: true, ..bar });
                    }
                    None => bars.push(bar),
                }
            }
            let rank = |item: usize| ranks.get(item).map_or(0, |row| row.rank);
            bars.sort_by_key(|bar| (bar.column, bar.only_ghost, rank(bar.item), bar.item));
            let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
            for bar in &mut bars {
                let span = bar.span(phases);
                let free = |row: &Vec<(usize, usize)>| {
                    row.iter().all(|(start, end)| *end <= span.0 || *start >= span.1)
                };
                bar.row = taken.iter().position(free).unwrap_or_else(|| {
                    taken.push(Vec::new());
                    taken.len() - 1
                });
                taken[bar.row].push(span);
            }
            Lane { key, rows: taken.len().max(1), bars }
        })
        .collect()
}

/// Phases of work: the real ones of what has begun.
pub fn phases_of_work(scenario: &Scenario, item: usize) -> usize {
    let Some(item) = scenario.items.get(item) else { return 1 };
    scenario.begun(item).map_or_else(|| item.duration(), |begun| begun.duration()) as usize
}

impl Bar {
    /// The columns that it and its ghost take, from the first to the one after the last.
    fn span(&self, phases: usize) -> (usize, usize) {
        let own = (self.column, self.column + self.columns);
        match self.ghost.filter(|ghost| !self.only_ghost && ghost.column < phases) {
            Some(ghost) if self.column < phases => {
                (own.0.min(ghost.column), own.1.max(ghost.column + ghost.columns))
            }
            _ => own,
        }
    }
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
