//! What has happened already: facts that the plan keeps, whatever rules they break.

use super::resources::Resources;
use crate::model::{Begun, Capex, Estimate, Item, LinkType, Scenario, stretched};
use crate::sequencing::ResourceKind;
use std::borrow::Cow;

/// The scenario in which what has begun is as it really is: its work takes as
/// long as it takes, its money and people spread over that, and no rule on where
/// it may start binds it any more.
///
/// Of an exclusive group the first that has begun stands for all that have, so
/// that none of the others may start and those that run are not refused.
pub fn as_it_stands(scenario: &Scenario) -> Cow<'_, Scenario> {
    if !scenario.items.iter().any(Item::has_begun) {
        return Cow::Borrowed(scenario);
    }
    let mut real = scenario.clone();
    for item in &mut real.items {
        if let Some(begun) = scenario.begun(item) {
            take_as_begun(item, &begun);
        }
    }
    for group in &mut real.exclusive {
        let mut found = false;
        group.items.retain(|id| {
            let begun = scenario.item(id.as_str()).is_some_and(Item::has_begun);
            !(begun && std::mem::replace(&mut found, true))
        });
    }
    Cow::Owned(real)
}

fn take_as_begun(item: &mut Item, begun: &Begun) {
    let (planned, real) = (item.duration(), begun.duration());
    let spread = |shares: &mut Vec<f64>| {
        // A profile of the wrong length is an error that others tell of.
        if shares.len() == planned as usize {
            *shares = stretched(shares, real);
        }
    };
    spread(&mut item.capex_profile);
    spread(&mut item.staff_profile);
    if let Capex::PerPhase(amounts) = &mut item.capex
        && amounts.len() == planned as usize
        && planned != real
    {
        let best: Vec<f64> = amounts.iter().map(|amount| amount.best).collect();
        *amounts = stretched(&best, real).into_iter().map(Estimate::exactly).collect();
    }
    item.duration = Some(real);
    item.channels.clear();
    item.requires.retain(|link| link.link == LinkType::Soft);
    item.requires_any_of.clear();
}

/// Raises limits to what begun items use by themselves, in any phase: what is spent
/// or promised is, and nothing else may be spent there then. Work that goes beyond
/// the last phase is cut off there. Where each item lies is given by position.
pub fn settle(made: &mut Resources, begun: &[Option<Begun>], phases: u32) {
    if begun.iter().all(Option::is_none) {
        return;
    }
    for (begun, uses) in begun.iter().zip(&mut made.uses) {
        let Some(begun) = begun else { continue };
        let work = begun.duration_within(phases) as usize;
        // Running cost is one amount, and work has one phase at least.
        uses.iter_mut().for_each(|(_, amounts)| amounts.truncate(work));
    }
    let used = used_by_begun(made, begun);
    let rows = made.resources.iter_mut().zip(&mut made.infos).zip(used);
    for ((resource, info), used) in rows {
        let mut left_over = 0_i64;
        for ((limit, raised), used) in resource.limit.iter_mut().zip(&mut info.raised).zip(used) {
            let there = limit.saturating_add(left_over);
            *raised = (used - there).max(0);
            *limit = limit.saturating_add(*raised);
            left_over = if resource.carry_over { (there - used).max(0) } else { 0 };
        }
    }
}

/// By resource and phase: what begun items use.
fn used_by_begun(made: &Resources, begun: &[Option<Begun>]) -> Vec<Vec<i64>> {
    let row = |resource: &crate::sequencing::Resource| vec![0_i64; resource.limit.len()];
    let mut used: Vec<Vec<i64>> = made.resources.iter().map(row).collect();
    for (begun, uses) in begun.iter().zip(&made.uses) {
        let Some(begun) = begun else { continue };
        for (resource, amounts) in uses {
            let (Some(row), Some(entry)) = (used.get_mut(*resource), made.resources.get(*resource))
            else {
                continue;
            };
            match entry.kind {
                ResourceKind::Work => {
                    let cells = row.iter_mut().skip(begun.start as usize - 1);
                    cells.zip(amounts).for_each(|(cell, amount)| *cell += amount);
                }
                ResourceKind::Running => {
                    let amount = amounts.first().copied().unwrap_or(0);
                    row.iter_mut().skip(begun.end as usize).for_each(|cell| *cell += amount);
                }
            }
        }
    }
    used
}
