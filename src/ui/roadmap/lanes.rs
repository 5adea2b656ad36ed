//! Where each bar of the roadmap goes: lanes, rows in lanes, phases.

use super::baseline::Baseline;
use crate::app::Snapshot;
use crate::app::drawing::{self, Lanes, lanes_of};
use crate::files::out::rows_of;
use crate::model::Scenario;
use std::collections::BTreeSet;

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
/// earlier starts (of bar or ghost) first, then better ranks. A bar and its ghost share a row, unless
/// one of them is what is left out. O(items × log items).
pub fn lanes(snapshot: &Snapshot, by: Lanes, baseline: Option<&Baseline>) -> Vec<Lane> {
    let scenario = &snapshot.scenario;
    let phases = scenario.phases.len();
    let start = snapshot.planned().map_or(&[][..], |plan| &plan.start);
    let (groups, _) = lanes_of(scenario, start, by, &BTreeSet::new());
    let ranks = &snapshot.scores.ranking.rows;
    groups
        .into_iter()
        .map(|drawing::Lane { key, items, .. }| {
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
            bars.sort_by_key(|bar| {
                (bar.span(phases).0, bar.column, bar.only_ghost, rank(bar.item), bar.item)
            });
            let (rows, count) = rows_of(bars.iter().map(|bar| bar.span(phases)));
            for (bar, row) in bars.iter_mut().zip(rows) {
                bar.row = row;
            }
            Lane { key, rows: count.max(1), bars }
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
