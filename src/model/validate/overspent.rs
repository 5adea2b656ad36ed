//! Limits that what has begun exceeds by itself: money that is spent, or promised.

use super::place::Place;
use crate::model::{Begun, Capex, Item, Phase, Problem, Scenario, StaffFollows, stretched};
use indexmap::IndexMap;

/// What sums of amounts may be off by.
const TOLERANCE: f64 = 1e-9;

/// A limit of phases, by field and by the fund or agency that it belongs to.
type Row = (&'static str, String);

/// Phases in which items that have begun use more than there is: the plan goes on
/// as if there were so much, and starts nothing else there.
///
/// O(items that have begun × phases).
pub(super) fn check(scenario: &Scenario, out: &mut Vec<Problem>) {
    let mut uses: IndexMap<Row, Vec<f64>> = IndexMap::new();
    for item in &scenario.items {
        if let Some(begun) = scenario.begun(item) {
            add_item(scenario, item, &begun, &mut uses);
        }
    }
    let list = Place::TOP.field("phases");
    for ((field, id), used) in &uses {
        let mut left_over = 0.0;
        let carried = scenario.parameters.carry_over && matches!(*field, "budget" | "co_funding");
        for (at, (phase, used)) in scenario.phases.iter().zip(used).enumerate() {
            let Some(limit) = limit(scenario, phase, field, id) else { continue };
            let there = limit + if carried { left_over } else { 0.0 };
            if *used > there * (1.0 + TOLERANCE) + TOLERANCE {
                let place = list.named(at, phase.id.as_str());
                let over = scenario.today().is_some_and(|now| ((at + 1) as u32) < now);
                let problem = Problem::warning("overspent", place.field(field).to_string());
                let problem = problem.with("phase", &phase.id).with("what", field).with("of", id);
                let round = |amount: f64| (amount * 1e4).round() / 1e4;
                let problem = problem.with("used", round(*used)).with("limit", round(there));
                out.push(problem.with("over", if over { "yes" } else { "no" }));
            }
            left_over = (there - used).max(0.0);
        }
    }
}

fn limit(scenario: &Scenario, phase: &Phase, field: &str, id: &str) -> Option<f64> {
    match field {
        "budget" => phase.budget,
        "opex_cap" => phase.opex_cap,
        "staff_months" => phase.staff_months,
        "staff_by_agency" => phase.staff_by_agency.get(id).copied(),
        _ => {
            let source = scenario.funding_sources.iter().find(|source| source.id == *id);
            let given = |phase: &Phase| {
                let from_source = || source.and_then(|source| source.amounts.get(&phase.id));
                phase.co_funding.get(id).or_else(from_source).copied()
            };
            // A fund that names any phase has nothing in those that it does not name.
            let any = scenario.phases.iter().any(|phase| given(phase).is_some());
            any.then(|| given(phase).unwrap_or(0.0))
        }
    }
}

fn add_item(scenario: &Scenario, item: &Item, begun: &Begun, uses: &mut IndexMap<Row, Vec<f64>>) {
    let phases = scenario.phases.len();
    let mut add = |field: &'static str, id: &str, by_work: &[f64]| {
        let row = uses.entry((field, id.to_owned())).or_insert_with(|| vec![0.0; phases]);
        let cells = row.iter_mut().skip(begun.start as usize - 1);
        cells.zip(by_work).for_each(|(cell, amount)| *cell += amount);
    };
    let work = item.duration() as usize;
    let even = || vec![1.0 / work as f64; work];
    let shares = match &item.capex {
        Capex::PerPhase(amounts) if item.capex.total() > 0.0 => {
            amounts.iter().map(|amount| amount.best / item.capex.total()).collect()
        }
        Capex::Total(_) if item.capex_profile.len() == work => item.capex_profile.clone(),
        _ => even(),
    };
    let spread = |total: f64, shares: &[f64]| {
        let amounts: Vec<f64> = shares.iter().map(|share| share * total).collect();
        stretched(&amounts, begun.duration())
    };
    add("budget", "", &spread(item.capex.total(), &shares));
    for part in &item.funding.co_funding {
        let main = item.funding.main.as_ref() == Some(&part.fund);
        let (field, id) = if main { ("budget", "") } else { ("co_funding", part.fund.as_str()) };
        add(field, id, &spread(part.amount.best, &shares));
    }
    let staff = if item.staff_profile.len() == work {
        item.staff_profile.clone()
    } else if scenario.parameters.staff_follows == StaffFollows::Even {
        even()
    } else {
        shares
    };
    for need in &item.staff_months {
        let months = spread(need.months.best, &staff);
        add("staff_months", "", &months);
        if let Some(agency) = &need.agency {
            add("staff_by_agency", agency.as_str(), &months);
        }
    }
    let length = scenario.parameters.phase_length_years;
    let yearly = item.opex_per_year.best;
    let running = scenario.phases.iter().enumerate().map(|(at, phase)| {
        let in_service = at >= begun.end as usize;
        if in_service { yearly * phase.years().unwrap_or(length) } else { 0.0 }
    });
    let row = uses.entry(("opex_cap", String::new())).or_insert_with(|| vec![0.0; phases]);
    row.iter_mut().zip(running).for_each(|(cell, amount)| *cell += amount);
}
