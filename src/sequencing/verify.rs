//! The verifier: checks plans and recounts what they are worth.
//!
//! It shares no code with the planner, is written to be read, and knows the
//! rules from `docs/portfolio-format.md` alone.

use super::plan::Plan;
use super::portfolio::{Portfolio, ResourceKind};

/// A rule that a plan breaks. Items and resources by position, phases from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Violation {
    /// The plan speaks of another number of items.
    WrongLength,
    /// An item starts outside its window or is not done by the last phase.
    Window {
        /// The item.
        item: usize,
        /// Where it starts.
        start: u32,
    },
    /// A mandatory item does not start.
    Mandatory {
        /// The item.
        item: usize,
    },
    /// A prerequisite does not start, or too late.
    Prerequisite {
        /// The item.
        item: usize,
        /// What it needs.
        needs: usize,
    },
    /// None of several alternatives starts early enough.
    AnyOf {
        /// The item.
        item: usize,
        /// Position in the portfolio's list.
        group: usize,
    },
    /// Two items start that exclude each other.
    Exclusive {
        /// Position in the portfolio's list.
        group: usize,
    },
    /// More of a resource is used than there is.
    Resource {
        /// The resource.
        resource: usize,
        /// The phase.
        phase: u32,
        /// What is used in that phase.
        used: i64,
        /// What there is, with what was carried over.
        limit: i64,
    },
}

/// What a resource uses and has, by phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceUse {
    /// Used in each phase.
    pub used: Vec<i64>,
    /// Available in each phase, with what was carried over.
    pub limit: Vec<i64>,
}

/// What the verifier found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// What the plan is worth, recounted.
    pub objective: i64,
    /// Every rule that it breaks.
    pub violations: Vec<Violation>,
}

/// Checks a plan against every rule and recounts its worth.
///
/// O(items × phases + links).
pub fn verify(portfolio: &Portfolio, plan: &Plan) -> Verification {
    if plan.start.len() != portfolio.items.len() {
        return Verification { objective: 0, violations: vec![Violation::WrongLength] };
    }
    let mut violations = Vec::new();
    let start = |item: usize| plan.start[item];
    let last_phase_of_work = |item: usize, begin: u32| begin + portfolio.items[item].duration - 1;
    for (index, item) in portfolio.items.iter().enumerate() {
        match start(index) {
            Some(begin) => {
                let done = u64::from(begin) + u64::from(item.duration) - 1;
                if begin < item.earliest.max(1)
                    || begin > item.latest
                    || done > u64::from(portfolio.phases)
                {
                    violations.push(Violation::Window { item: index, start: begin });
                }
            }
            None if item.mandatory => violations.push(Violation::Mandatory { item: index }),
            None => {}
        }
    }
    let early_enough = |item_start: u32, needs: usize, lag: u32, after: bool| {
        start(needs).is_some_and(|begin| {
            let from = if after { last_phase_of_work(needs, begin) } else { begin };
            u64::from(item_start) >= u64::from(from) + u64::from(lag)
        })
    };
    for link in &portfolio.prerequisites {
        if let Some(begin) = start(link.item)
            && !early_enough(begin, link.needs, link.lag, link.after)
        {
            violations.push(Violation::Prerequisite { item: link.item, needs: link.needs });
        }
    }
    for (group, link) in portfolio.any_of.iter().enumerate() {
        if let Some(begin) = start(link.item) {
            let mut needs = link.needs.iter();
            if !needs.any(|&other| early_enough(begin, other, link.lag, link.after)) {
                violations.push(Violation::AnyOf { item: link.item, group });
            }
        }
    }
    for (group, items) in portfolio.exclusive.iter().enumerate() {
        if items.iter().filter(|item| start(**item).is_some()).count() > 1 {
            violations.push(Violation::Exclusive { group });
        }
    }
    for (resource, table) in usage(portfolio, plan).iter().enumerate() {
        for (phase, (used, limit)) in (1..).zip(table.used.iter().zip(&table.limit)) {
            if used > limit {
                let (used, limit) = (*used, *limit);
                violations.push(Violation::Resource { resource, phase, used, limit });
            }
        }
    }
    Verification { objective: objective(portfolio, plan), violations }
}

/// What a plan is worth, counted item by item, pair by pair.
pub fn objective(portfolio: &Portfolio, plan: &Plan) -> i64 {
    let mut total = 0;
    for (item, start) in portfolio.items.iter().zip(&plan.start) {
        if let Some(begin) = start {
            total += item.worth.get(*begin as usize - 1).copied().unwrap_or(0);
        }
    }
    for synergy in &portfolio.synergies {
        let [a, b] = synergy.items;
        if let (Some(first), Some(second)) = (plan.start[a], plan.start[b]) {
            let first_done = first + portfolio.items[a].duration - 1;
            let second_done = second + portfolio.items[b].duration - 1;
            let both = first_done.max(second_done) as usize;
            total += synergy.worth.get(both - 1).copied().unwrap_or(0);
        }
    }
    for wish in &portfolio.preferences {
        if let Some(begin) = plan.start[wish.item] {
            let kept = plan.start[wish.needs].is_some_and(|other| {
                let work = portfolio.items[wish.needs].duration - 1;
                let from = if wish.after { other + work } else { other };
                u64::from(begin) >= u64::from(from) + u64::from(wish.lag)
            });
            if !kept {
                total -= wish.penalty;
            }
        }
    }
    total
}

/// What each resource uses and has in each phase under a plan.
pub fn usage(portfolio: &Portfolio, plan: &Plan) -> Vec<ResourceUse> {
    let phases = portfolio.phases as usize;
    let mut tables: Vec<ResourceUse> = portfolio
        .resources
        .iter()
        .map(|resource| ResourceUse { used: vec![0; phases], limit: resource.limit.clone() })
        .collect();
    for (item, start) in portfolio.items.iter().zip(&plan.start) {
        let Some(begin) = start else { continue };
        let first = *begin as usize - 1;
        let after_work = first + item.duration as usize;
        for (resource, amounts) in &item.uses {
            let table = &mut tables[*resource].used;
            match portfolio.resources[*resource].kind {
                ResourceKind::Work => {
                    for (offset, amount) in amounts.iter().enumerate() {
                        if let Some(cell) = table.get_mut(first + offset) {
                            *cell += amount;
                        }
                    }
                }
                ResourceKind::Running => {
                    let amount = amounts.first().copied().unwrap_or(0);
                    for cell in table.iter_mut().skip(after_work) {
                        *cell += amount;
                    }
                }
            }
        }
    }
    for (resource, table) in portfolio.resources.iter().zip(&mut tables) {
        if resource.carry_over {
            let mut left_over = 0;
            for phase in 0..phases {
                table.limit[phase] += left_over;
                left_over = (table.limit[phase] - table.used[phase]).max(0);
            }
        }
    }
    tables
}
