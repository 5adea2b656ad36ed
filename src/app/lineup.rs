//! Several scenarios side by side, item by item.

use super::snapshot::Snapshot;
use std::collections::HashMap;
use std::sync::Arc;

/// Where an item is in one of the scenarios.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its position in that scenario.
    pub item: usize,
    /// Its rank; equal values share one.
    pub rank: usize,
    /// Its place in the ranking's order, from 0: no two items share it.
    pub order: usize,
    /// Its start phase, from 1; none is not planned.
    pub start: Option<u32>,
}

/// An item in all scenarios.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The item's id.
    pub id: String,
    /// By scenario; none where it is not there.
    pub places: Vec<Option<Place>>,
}

impl Row {
    /// True if it starts elsewhere in some scenario, or is not there. Phases are
    /// compared by `phases`, the ids of each scenario's phases.
    fn moves(&self, phases: &[Vec<String>]) -> bool {
        let starts = self.places.iter().zip(phases).map(|(place, phases)| {
            let start = place.as_ref()?.start;
            Some(start.and_then(|start| phases.get(start as usize - 1)))
        });
        differ(starts)
    }

    /// True if its rank is not the same in all scenarios.
    pub fn changes_rank(&self) -> bool {
        differ(self.places.iter().map(|place| place.map(|place| place.rank)))
    }
}

fn differ<T: PartialEq>(mut values: impl Iterator<Item = T>) -> bool {
    let first = values.next();
    values.any(|value| Some(value) != first)
}

/// Several scenarios side by side.
#[derive(Debug, Clone)]
pub struct Lineup {
    /// The scenarios, as they were asked for.
    pub columns: Vec<Arc<Snapshot>>,
    /// All items: those of the last scenario in the order of its ranks, then others.
    pub rows: Vec<Row>,
    /// Positions of the rows that start elsewhere in some scenario.
    pub moved: Vec<usize>,
}

impl Lineup {
    /// Lines scenarios up; the last one counts as one's own. O(scenarios × items).
    pub fn new(columns: &[Arc<Snapshot>]) -> Self {
        let mut rows: Vec<Row> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        for (column, snapshot) in columns.iter().enumerate().rev() {
            let ranking = &snapshot.scores.ranking;
            for (order, &item) in ranking.order.iter().enumerate() {
                let (Some(entry), Some(ranked)) =
                    (snapshot.scenario.items.get(item), ranking.rows.get(item))
                else {
                    continue;
                };
                let at = *known.entry(entry.id.as_str()).or_insert_with(|| {
                    let places = vec![None; columns.len()];
                    rows.push(Row { id: entry.id.to_string(), places });
                    rows.len() - 1
                });
                if let Some(place) = rows.get_mut(at).and_then(|row| row.places.get_mut(column)) {
                    let start = snapshot.start_of(item);
                    *place = Some(Place { item, rank: ranked.rank, order, start });
                }
            }
        }
        let phases: Vec<Vec<String>> = columns
            .iter()
            .map(|snapshot| snapshot.scenario.phases.iter().map(|p| p.id.to_string()).collect())
            .collect();
        let moved = (0..rows.len()).filter(|&at| rows.get(at).is_some_and(|r| r.moves(&phases)));
        let moved = moved.collect();
        Self { columns: columns.to_vec(), rows, moved }
    }

    /// True if it was made of these scenarios with these plans.
    pub fn is_of(&self, columns: &[Arc<Snapshot>]) -> bool {
        self.columns.len() == columns.len()
            && self.columns.iter().zip(columns).all(|(own, other)| {
                own.shows_the_same(other) && Arc::ptr_eq(&own.scores, &other.scores)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{bundled_scenario, plan_once};
    use crate::sequencing::{Budget, Options};

    fn planned(change: impl FnOnce(&mut crate::model::Scenario)) -> Arc<Snapshot> {
        let mut scenario = bundled_scenario();
        change(&mut scenario);
        let budget = Budget::Effort(100);
        Arc::new(plan_once(Arc::new(scenario), budget, Options::default()).snapshot)
    }

    #[test]
    fn items_stand_beside_themselves_whatever_their_order() {
        let own = planned(|_| {});
        let other = planned(|scenario| {
            scenario.items.reverse();
            let mut new = scenario.items[0].clone();
            new.id = "new".into();
            scenario.items.push(new);
            scenario.items.remove(1);
        });
        let lineup = Lineup::new(&[Arc::clone(&other), Arc::clone(&own)]);
        assert_eq!(lineup.rows.len(), own.scenario.items.len() + 1);
        for row in &lineup.rows {
            for (place, snapshot) in row.places.iter().zip([&other, &own]) {
                let there =
                    snapshot.scenario.items.iter().position(|item| item.id == *row.id.as_str());
                assert_eq!(place.map(|place| place.item), there);
                assert_eq!(place.and_then(|p| p.start), there.and_then(|at| snapshot.start_of(at)));
            }
        }
        let last = lineup.rows.last().unwrap();
        assert_eq!((last.id.as_str(), last.places[1]), ("new", None));
        assert!(lineup.moved.contains(&(lineup.rows.len() - 1)), "what is not there has moved");
        assert!(lineup.is_of(&[other, Arc::clone(&own)]) && !lineup.is_of(&[own]));
    }

    #[test]
    fn phases_are_the_same_by_their_ids() {
        let own = planned(|_| {});
        let other = planned(|scenario| {
            scenario.phases.insert(
                0,
                crate::model::Phase { id: "2004".into(), budget: Some(0.0), ..Default::default() },
            );
            scenario.phases[0].staff_months = Some(0.0);
        });
        let lineup = Lineup::new(&[Arc::clone(&other), Arc::clone(&own)]);
        for (at, row) in lineup.rows.iter().enumerate() {
            let id = |snapshot: &Snapshot, place: Option<Place>| {
                let start = place.unwrap().start?;
                Some(snapshot.scenario.phases[start as usize - 1].id.to_string())
            };
            let same = id(&other, row.places[0]) == id(&own, row.places[1]);
            assert_eq!(lineup.moved.contains(&at), !same);
        }
    }
}
