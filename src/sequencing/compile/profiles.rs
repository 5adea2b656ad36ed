//! How an item's money and people spread over its phases of work.

use super::lookup::Lookup;
use crate::model::{Capex, Item, Problem, Scenario, StaffFollows};

fn even(duration: u32) -> Vec<f64> {
    vec![1.0 / f64::from(duration); duration as usize]
}

/// Shares of money by phase of work.
pub fn capex_shares(item: &Item, lookup: &mut Lookup) -> Vec<f64> {
    let duration = item.duration();
    let listed = match &item.capex {
        Capex::PerPhase(amounts) => {
            let total: f64 = amounts.iter().map(|amount| amount.best).sum();
            if total > 0.0 {
                amounts.iter().map(|amount| amount.best / total).collect()
            } else {
                even(duration)
            }
        }
        Capex::Total(_) => item.capex_profile.clone(),
    };
    let field = if matches!(item.capex, Capex::Total(_)) { "capex_profile" } else { "capex" };
    checked(item, listed, field, lookup)
}

/// Money by phase of work, in units of the currency.
pub fn capex_by_work(item: &Item, shares: &[f64], lookup: &mut Lookup) -> Vec<f64> {
    let path = || format!("items[\"{}\"].capex", item.id);
    match &item.capex {
        Capex::Total(total) => {
            let total = lookup.amount(total.best, 0.0, path);
            shares.iter().map(|share| share * total).collect()
        }
        Capex::PerPhase(amounts) => {
            let mut by_work: Vec<f64> =
                amounts.iter().map(|amount| lookup.amount(amount.best, 0.0, path)).collect();
            by_work.resize(item.duration() as usize, 0.0);
            by_work
        }
    }
}

/// Shares of staff by phase of work: its own profile, else as `staff_follows` says.
pub fn staff_shares(
    scenario: &Scenario,
    item: &Item,
    capex: &[f64],
    lookup: &mut Lookup,
) -> Vec<f64> {
    if !item.staff_profile.is_empty() {
        return checked(item, item.staff_profile.clone(), "staff_profile", lookup);
    }
    match scenario.parameters.staff_follows {
        StaffFollows::CapexProfile => capex.to_vec(),
        StaffFollows::Even => even(item.duration()),
    }
}

/// A profile of the right length; even where none is given or its length is wrong.
fn checked(item: &Item, shares: Vec<f64>, field: &str, lookup: &mut Lookup) -> Vec<f64> {
    let duration = item.duration();
    if shares.len() == duration as usize {
        let path = || format!("items[\"{}\"].{field}", item.id);
        return shares.into_iter().map(|share| lookup.amount(share, 0.0, path)).collect();
    }
    if !shares.is_empty() {
        let problem = Problem::error("compile-profile", format!("items[\"{}\"].{field}", item.id));
        let problem = problem.with("found", shares.len()).with("duration", duration);
        lookup.problems.push(problem);
    }
    even(duration)
}
