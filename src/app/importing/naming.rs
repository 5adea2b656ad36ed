//! Ids of rows, and the items that rows name.

use super::cells::folded;
use super::entries::{Entry, Given};
use super::slug::{code_id, free, slug};
use super::value::Value;
use super::{Doubt, Field};
use crate::model::{AgencyId, ItemId, Scenario};
use std::collections::{HashMap, HashSet};

/// The ids of all rows: the items' own, those in the table, or new ones out of names.
pub(super) fn ids(
    entries: &[Entry],
    owners: &[Option<AgencyId>],
    found: &[Option<usize>],
    scenario: &Scenario,
) -> Vec<ItemId> {
    let mut taken: HashSet<String> =
        scenario.items.iter().map(|item| item.id.to_string()).collect();
    // What the table calls itself goes before what is made up.
    let told = entries.iter().zip(found).filter(|(_, found)| found.is_none());
    taken.extend(told.filter_map(|(entry, _)| entry.id.as_deref()).map(code_id));
    let mut used = HashSet::new();
    let mut id = |(at, entry): (usize, &Entry)| {
        if let Some(item) = found[at] {
            return scenario.items[item].id.clone();
        }
        if let Some(own) = entry.id.as_deref().map(code_id).filter(|id| used.insert(id.clone())) {
            return ItemId(own);
        }
        let name = entry.names.iter().map(|(_, name)| slug(name)).find(|slug| !slug.is_empty());
        let mut wished = name.unwrap_or_default();
        if let Some(owner) = owners[at].as_ref().filter(|_| taken.contains(&wished)) {
            wished = format!("{wished}-{}", slug(owner.as_str()));
        }
        ItemId(free(&wished, "item", &mut taken))
    };
    entries.iter().enumerate().map(&mut id).collect()
}

/// Items by id and name, those of the table too.
pub(super) struct Links {
    by_name: HashMap<String, ItemId>,
}

impl Links {
    pub(super) fn new(entries: &[Entry], ids: &[ItemId], scenario: &Scenario) -> Self {
        let mut by_name = HashMap::new();
        if entries.iter().all(|entry| entry.requires.is_none()) {
            return Self { by_name };
        }
        for item in &scenario.items {
            by_name.insert(folded(item.id.as_str()), item.id.clone());
        }
        for (entry, id) in entries.iter().zip(ids) {
            by_name.insert(folded(entry.id.as_deref().unwrap_or(id.as_str())), id.clone());
        }
        let names =
            scenario.items.iter().flat_map(|item| item.name.all().map(|name| (name, &item.id)));
        let told = entries
            .iter()
            .zip(ids)
            .flat_map(|(entry, id)| entry.names.iter().map(move |(_, name)| (name.as_str(), id)));
        for (name, id) in names.chain(told) {
            by_name.entry(folded(name)).or_insert_with(|| id.clone());
        }
        Self { by_name }
    }

    /// What must come before the item of a row.
    pub(super) fn resolve(
        &self,
        entry: &Entry,
        own: &ItemId,
        given: &mut Vec<Given>,
        doubts: &mut Vec<Doubt>,
    ) {
        let Some((names, place)) = &entry.requires else { return };
        let mut items: Vec<ItemId> = Vec::new();
        for name in names {
            match self.by_name.get(&folded(name)) {
                Some(id) if id != own && !items.contains(id) => items.push(id.clone()),
                Some(_) => {}
                None if folded(name).is_empty() => {}
                None => doubts.push(Doubt::NotUnderstood {
                    field: Field::Requires,
                    place: place.clone(),
                    text: name.clone(),
                }),
            }
        }
        if !items.is_empty() {
            let value = Value::Items(items);
            given.push(Given { field: Field::Requires, value, place: place.clone() });
        }
    }
}
