//! A scenario without the rule that a reason names, and nothing else lifted.

use phasewise::explain::HeldBy;
use phasewise::model::Scenario;
use phasewise::sequencing::compile::{Compiled, ResourceName};

/// Lifts one reason for the place of an item; of a resource, no more than lacks.
pub fn lift(scenario: &mut Scenario, compiled: &Compiled, item: usize, held: &HeldBy) {
    let id = |at: usize| compiled.items[at].id.clone();
    match held {
        HeldBy::Pin { .. } | HeldBy::Excluded => scenario.items[item].pin = None,
        HeldBy::Window { .. } => scenario.items[item].earliest_phase = None,
        HeldBy::Deadline { .. } => scenario.items[item].latest_phase = None,
        HeldBy::Gate { .. } => scenario.items[item].channels.clear(),
        HeldBy::Prerequisite { item: needed, .. } => {
            scenario.items[item].requires.retain(|link| link.item != id(*needed));
        }
        HeldBy::AnyOf { items, .. } => {
            let named = |group: &phasewise::model::AnyOf| {
                items.iter().all(|at| group.any_of.contains(&id(*at)))
            };
            scenario.items[item].requires_any_of.retain(|group| !named(group));
        }
        HeldBy::Exclusive { item: other } => {
            let both = |ids: &[phasewise::model::ItemId]| {
                ids.contains(&id(*other)) && ids.contains(&id(item))
            };
            scenario.exclusive.retain(|group| !both(&group.items));
        }
        HeldBy::Resource { resource, phase, used, limit } => {
            let info = &compiled.resources[*resource];
            let more = info.real(*phase, used - limit);
            let place = &mut scenario.phases[*phase as usize - 1];
            *match &info.name {
                ResourceName::Capex => place.budget.as_mut().unwrap(),
                ResourceName::Opex => place.opex_cap.as_mut().unwrap(),
                ResourceName::Staff => place.staff_months.as_mut().unwrap(),
                ResourceName::Agency(agency) => place.staff_by_agency.get_mut(agency).unwrap(),
                ResourceName::Fund(fund) => place.co_funding.entry(fund.clone()).or_default(),
            } += more;
        }
        HeldBy::FirstPhase | HeldBy::Together { .. } | HeldBy::Horizon | HeldBy::Worth { .. } => {}
        HeldBy::Begun(_) | HeldBy::Stopped | HeldBy::Today { .. } => {}
    }
}

/// True for a reason that can be lifted.
pub fn can_be_lifted(held: &HeldBy) -> bool {
    !matches!(
        held,
        HeldBy::FirstPhase | HeldBy::Together { .. } | HeldBy::Horizon | HeldBy::Worth { .. }
    ) && !matches!(held, HeldBy::Begun(_) | HeldBy::Stopped | HeldBy::Today { .. })
}
