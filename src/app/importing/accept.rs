//! From what a person accepts of a difference to one edit, which is one step of undo.

use super::{Difference, State};
use crate::app::edit::{Edit, ListEdit};
use crate::app::recipes::without_item;
use crate::model::{Item, ItemId, Scenario};
use std::collections::HashSet;

/// What is accepted of a difference; positions are those of its lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accepted {
    /// Rows that are taken at all.
    pub rows: Vec<bool>,
    /// Of each row the changes that are taken.
    pub changes: Vec<Vec<bool>>,
    /// Items that no row is about and that shall go.
    pub removals: Vec<bool>,
}

impl Accepted {
    /// Everything that is not held back; nothing goes.
    pub fn sound(difference: &Difference) -> Self {
        Self {
            rows: difference.rows.iter().map(|row| !row.is_held()).collect(),
            changes: difference
                .rows
                .iter()
                .map(|row| row.changes.iter().map(|change| !change.held).collect())
                .collect(),
            removals: vec![false; difference.missing.len()],
        }
    }

    /// Everything, what is held back too; nothing goes.
    pub fn all(difference: &Difference) -> Self {
        Self {
            rows: vec![true; difference.rows.len()],
            changes: difference.rows.iter().map(|row| vec![true; row.changes.len()]).collect(),
            removals: vec![false; difference.missing.len()],
        }
    }

    /// Nothing.
    pub fn nothing(difference: &Difference) -> Self {
        Self { rows: vec![false; difference.rows.len()], ..Self::all(difference) }
    }

    /// True if anything of a row is taken.
    pub fn takes(&self, difference: &Difference, row: usize) -> bool {
        let taken = self.rows.get(row).copied().unwrap_or(false);
        let any = self.changes.get(row).is_some_and(|changes| changes.contains(&true));
        let new = difference.rows.get(row).is_some_and(|row| row.state() == State::New);
        taken && (any || new)
    }
}

impl Difference {
    /// The one edit that makes what is accepted of a scenario. It is empty where nothing
    /// is, and fits the scenario that the difference was made with.
    pub fn edit(&self, scenario: &Scenario, accepted: &Accepted) -> Edit {
        let mut items: Vec<(Option<usize>, Item)> = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            if accepted.takes(self, at) {
                let taken = accepted.changes.get(at).map_or(&[][..], Vec::as_slice);
                items.push((row.at, self.item(row, scenario, taken)));
            }
        }
        drop_loose_links(&mut items, scenario);
        let mut edits = self.added(scenario, &items);
        let mut end = scenario.items.len();
        for (at, item) in items {
            let value = Box::new(item);
            edits.push(Edit::Items(match at {
                Some(at) => ListEdit::Replace { at, value },
                None => {
                    end += 1;
                    ListEdit::Insert { at: end - 1, value }
                }
            }));
        }
        self.remove(scenario, accepted, &mut edits);
        Edit::Several(edits)
    }

    /// Members of the scenario's lists that the items name.
    fn added(&self, scenario: &Scenario, items: &[(Option<usize>, Item)]) -> Vec<Edit> {
        let mut edits = Vec::new();
        let named = |is: &dyn Fn(&Item) -> bool| items.iter().any(|(_, item)| is(item));
        let owners: HashSet<_> = items.iter().filter_map(|(_, item)| item.owner.as_ref()).collect();
        let agencies = self.additions.agencies.iter().filter(|agency| owners.contains(&agency.id));
        for (more, agency) in agencies.enumerate() {
            let at = scenario.agencies.len() + more;
            edits.push(Edit::Agencies(ListEdit::Insert { at, value: agency.clone() }));
        }
        let criteria = self.additions.criteria.iter();
        for (more, criterion) in
            criteria.filter(|own| named(&|item| item.scores.contains_key(&own.id))).enumerate()
        {
            let at = scenario.criteria.len() + more;
            edits.push(Edit::Criteria(ListEdit::Insert { at, value: Box::new(criterion.clone()) }));
        }
        let phased = named(&|item| item.earliest_phase.is_some() || item.latest_phase.is_some());
        for (more, phase) in self.additions.phases.iter().filter(|_| phased).enumerate() {
            let at = scenario.phases.len() + more;
            edits.push(Edit::Phases(ListEdit::Insert { at, value: Box::new(phase.clone()) }));
        }
        let goals = self.additions.goals.iter();
        for (more, goal) in goals
            .filter(|own| named(&|item| item.goals.iter().any(|share| share.goal == own.id)))
            .enumerate()
        {
            let at = scenario.goals.len() + more;
            edits.push(Edit::Goals(ListEdit::Insert { at, value: goal.clone() }));
        }
        let channels = self.additions.channels.iter();
        for (more, channel) in channels
            .filter(|own| named(&|item| item.channels.iter().any(|c| c.channel == own.id)))
            .enumerate()
        {
            let at = scenario.channels.len() + more;
            edits.push(Edit::Channels(ListEdit::Insert { at, value: channel.clone() }));
        }
        edits
    }

    fn remove(&self, scenario: &Scenario, accepted: &Accepted, edits: &mut Vec<Edit>) {
        let going = self.missing.iter().zip(&accepted.removals).filter(|(_, goes)| **goes);
        let going: Vec<ItemId> =
            going.filter_map(|(at, _)| Some(scenario.items.get(*at)?.id.clone())).collect();
        if going.is_empty() {
            return;
        }
        let mut after = scenario.clone();
        if Edit::Several(edits.clone()).apply(&mut after).is_err() {
            return;
        }
        for id in going {
            let at = after.items.iter().position(|item| item.id == id);
            let Some(edit) = at.and_then(|at| without_item(&after, at)) else { continue };
            if edit.clone().apply(&mut after).is_ok() {
                edits.push(edit);
            }
        }
    }
}

/// Links to rows that were not accepted lead nowhere.
fn drop_loose_links(items: &mut [(Option<usize>, Item)], scenario: &Scenario) {
    let mut known: HashSet<ItemId> = scenario.items.iter().map(|item| item.id.clone()).collect();
    known.extend(items.iter().map(|(_, item)| item.id.clone()));
    for (_, item) in items {
        item.requires.retain(|link| known.contains(&link.item));
    }
}
