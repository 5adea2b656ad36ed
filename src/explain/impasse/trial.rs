//! A problem with some of the rules, made as small as it can be.

use crate::sequencing::{AnyOf, MAX_AMOUNT, Plan, Portfolio, Prerequisite, ResourceKind, verify};

/// A problem with some of the rules: only what must start, and what that stands
/// on. Whatever else there is can be left out of any plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// The problem; nothing in it is worth anything.
    pub portfolio: Portfolio,
    /// Which item of the rulebook each item is.
    pub items: Vec<usize>,
    /// Which resource of the rulebook each resource is.
    pub resources: Vec<usize>,
}

impl Trial {
    /// What of a problem must start and what that stands on, with limits where they
    /// are limits (by resource and phase). O(size).
    pub fn of(whole: Portfolio, limited: &[Vec<bool>]) -> Self {
        let count = whole.items.len();
        let mut stands_on: Vec<Vec<usize>> = vec![Vec::new(); count];
        for link in &whole.prerequisites {
            stands_on[link.item].push(link.needs);
        }
        for link in &whole.any_of {
            stands_on[link.item].extend(&link.needs);
        }
        let mut kept: Vec<bool> = whole.items.iter().map(|item| item.mandatory).collect();
        let mut open: Vec<usize> = (0..count).filter(|&item| kept[item]).collect();
        while let Some(item) = open.pop() {
            for &other in &stands_on[item] {
                if !kept[other] {
                    kept[other] = true;
                    open.push(other);
                }
            }
        }
        let items: Vec<usize> = (0..count).filter(|&item| kept[item]).collect();
        let mut place = vec![usize::MAX; count];
        items.iter().enumerate().for_each(|(at, &item)| place[item] = at);
        let Portfolio { phases, resources, items: all, prerequisites, any_of, exclusive, .. } =
            whole;
        let mut totals = vec![0_i64; resources.len()];
        for (item, _) in all.iter().zip(&kept).filter(|(_, kept)| **kept) {
            for (resource, amounts) in &item.uses {
                let sum = amounts.iter().fold(0_i64, |sum, amount| sum.saturating_add(*amount));
                totals[*resource] = totals[*resource].saturating_add(sum);
            }
        }
        let binds = |resource: usize| totals[resource] > 0 && limited[resource].contains(&true);
        let mut row = vec![usize::MAX; resources.len()];
        let mut rows = Vec::new();
        let mut kept_rows = Vec::new();
        for (at, mut resource) in resources.into_iter().enumerate().filter(|(at, _)| binds(*at)) {
            row[at] = rows.len();
            let limits = resource.limit.iter_mut().zip(&limited[at]);
            limits
                .filter(|(_, is)| !**is)
                .for_each(|(limit, _)| *limit = totals[at].min(MAX_AMOUNT));
            rows.push(resource);
            kept_rows.push(at);
        }
        let kept_items =
            all.into_iter().zip(&kept).filter(|(_, kept)| **kept).map(|(mut item, _)| {
                item.uses.retain(|(resource, _)| row[*resource] != usize::MAX);
                item.uses.iter_mut().for_each(|(resource, _)| *resource = row[*resource]);
                item
            });
        let portfolio = Portfolio {
            phases,
            resources: rows,
            items: kept_items.collect(),
            prerequisites: (prerequisites.into_iter().filter(|link| kept[link.item]))
                .map(|link| Prerequisite {
                    item: place[link.item],
                    needs: place[link.needs],
                    ..link
                })
                .collect(),
            any_of: (any_of.into_iter().filter(|link| kept[link.item]))
                .map(|link| AnyOf {
                    item: place[link.item],
                    needs: link.needs.iter().map(|&needs| place[needs]).collect(),
                    ..link
                })
                .collect(),
            exclusive: (exclusive.iter())
                .map(|group| group.iter().filter(|&&i| kept[i]).map(|&i| place[i]).collect())
                .filter(|group: &Vec<usize>| group.len() > 1)
                .collect(),
            synergies: Vec::new(),
            preferences: Vec::new(),
            scale: 1.0,
        };
        Self { portfolio, items, resources: kept_rows }
    }

    /// A plan of all items of the rulebook for one of these.
    pub fn whole(&self, plan: &Plan, count: usize) -> Plan {
        let mut whole = Plan::empty(count);
        for (&item, start) in self.items.iter().zip(&plan.start) {
            whole.start[item] = *start;
        }
        whole
    }

    /// True if a plan of all items keeps what holds here.
    pub fn is_kept_by(&self, whole: &Plan) -> bool {
        let start = self.items.iter().map(|&item| whole.start[item]).collect();
        verify(&self.portfolio, &Plan { start }).violations.is_empty()
    }
}

/// What a plan uses of a resource in each phase.
pub fn used(portfolio: &Portfolio, plan: &Plan, resource: usize) -> Vec<i64> {
    let mut used = vec![0_i64; portfolio.phases as usize];
    let Some(kind) = portfolio.resources.get(resource).map(|resource| resource.kind) else {
        return used;
    };
    for (item, start) in portfolio.items.iter().zip(&plan.start) {
        let Some(start) = start else { continue };
        let first = *start as usize - 1;
        for (_, amounts) in item.uses.iter().filter(|(used, _)| *used == resource) {
            match kind {
                ResourceKind::Work => {
                    used.iter_mut().skip(first).zip(amounts).for_each(|(sum, a)| *sum += a);
                }
                ResourceKind::Running => {
                    let amount = amounts.first().copied().unwrap_or(0);
                    let done = used.iter_mut().skip(first + item.duration as usize);
                    done.for_each(|sum| *sum += amount);
                }
            }
        }
    }
    used
}

/// The largest share of what there is of a resource over all phases that an item
/// uses.
pub fn share_of_limits(portfolio: &Portfolio, item: usize) -> f64 {
    let uses = portfolio.items.get(item).map(|item| item.uses.as_slice()).unwrap_or_default();
    let share = |(resource, amounts): &(usize, Vec<i64>)| {
        let limits = &portfolio.resources[*resource].limit;
        let all: f64 = limits.iter().map(|limit| *limit as f64).sum();
        amounts.iter().map(|amount| *amount as f64).sum::<f64>() / all.max(1.0)
    };
    uses.iter().map(share).fold(0.0, f64::max)
}
