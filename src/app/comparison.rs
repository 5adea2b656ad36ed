//! Two states of a scenario side by side: inputs, ranks, plans, and which input
//! moved what.

use super::changes::Changes;
use super::since::{Step, causes};
use super::snapshot::{PlanView, Snapshot};
use crate::explain::{InputChange, WhatChanged, differences};
use crate::sequencing::CancelFlag;
use crate::sequencing::compile::ResourceName;
use std::collections::HashMap;
use std::sync::Arc;

/// An item whose rank differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankChange {
    /// The item.
    pub id: String,
    /// Its rank in the first state; none if it is not there.
    pub before: Option<usize>,
    /// Its rank in the second.
    pub after: Option<usize>,
}

/// What two plans use of a resource over all phases, in units of the currency or
/// staff months.
#[derive(Debug, Clone, PartialEq)]
pub struct UsedInAll {
    /// The resource.
    pub name: ResourceName,
    /// In the first state; none if that does not know the resource.
    pub before: Option<f64>,
    /// In the second.
    pub after: Option<f64>,
}

/// What differs between two states of a scenario, and why.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// Inputs that ranks or plans depend on.
    pub inputs: Vec<InputChange>,
    /// Items whose rank differs, best of the second state first; then what is
    /// only in the first.
    pub ranks: Vec<RankChange>,
    /// Items that start elsewhere, and the plans' values; none unless both have
    /// a plan.
    pub changes: Option<Changes>,
    /// What is used in all; empty unless both have a plan.
    pub used: Vec<UsedInAll>,
    /// Which inputs moved what; nothing unless both have a plan.
    pub told: WhatChanged,
}

impl Comparison {
    /// Compares two states, each planned. O(inputs that differ) plannings.
    pub fn between(before: &Arc<Snapshot>, after: &Arc<Snapshot>, cancel: &CancelFlag) -> Self {
        let step = Step { before: Arc::clone(before), after: Arc::clone(after) };
        Self {
            inputs: differences(&before.scenario, &after.scenario),
            ranks: ranks(before, after),
            changes: Changes::between(before, after),
            used: used(before, after),
            told: causes(&step, cancel),
        }
    }
}

fn ranks(before: &Snapshot, after: &Snapshot) -> Vec<RankChange> {
    let by_rank = |snapshot: &Snapshot| -> Vec<(String, usize)> {
        let ranking = &snapshot.scores.ranking;
        let row = |&item: &usize| {
            let id = snapshot.scenario.items.get(item)?.id.to_string();
            Some((id, ranking.rows.get(item)?.rank))
        };
        ranking.order.iter().filter_map(row).collect()
    };
    let (old, new) = (by_rank(before), by_rank(after));
    let was: HashMap<&str, usize> = old.iter().map(|(id, rank)| (id.as_str(), *rank)).collect();
    let is: HashMap<&str, usize> = new.iter().map(|(id, rank)| (id.as_str(), *rank)).collect();
    let gone = old.iter().filter(|(id, _)| !is.contains_key(id.as_str()));
    let all = new.iter().chain(gone).map(|(id, _)| RankChange {
        id: id.clone(),
        before: was.get(id.as_str()).copied(),
        after: is.get(id.as_str()).copied(),
    });
    all.filter(|row| row.before != row.after).collect()
}

fn used(before: &Snapshot, after: &Snapshot) -> Vec<UsedInAll> {
    let (Some(old), Some(new)) = (before.planned(), after.planned()) else { return Vec::new() };
    let in_all = |plan: &PlanView, name: &ResourceName| {
        let at = plan.compiled.resources.iter().position(|info| info.name == *name)?;
        Some(plan.spending(at).iter().map(|(used, _)| used).sum())
    };
    let mut names: Vec<&ResourceName> = Vec::new();
    for info in old.compiled.resources.iter().chain(&new.compiled.resources) {
        if !names.contains(&&info.name) {
            names.push(&info.name);
        }
    }
    let row = |name: &ResourceName| UsedInAll {
        name: name.clone(),
        before: in_all(old, name),
        after: in_all(new, name),
    };
    names.into_iter().map(row).collect()
}
