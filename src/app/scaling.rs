//! Budgets and staff of all phases from today on made more or less alike, as one step.

use super::edit::{Edit, ListEdit};
use crate::analysis::Axis;
use crate::model::{Phase, Scenario};

/// Phases that are not over, with their positions.
fn to_come(scenario: &Scenario) -> impl Iterator<Item = (usize, &Phase)> {
    let today = scenario.today().unwrap_or(1);
    scenario.phases.iter().enumerate().skip(today as usize - 1)
}

/// The edit that multiplies the budgets, or the staff, of all phases that are not
/// over; none if no phase has any, or the factor is not above 0.
///
/// Amounts are rounded to whole units of the currency, or to hundredths of a
/// staff month; small budgets (below 1,000) to hundredths as well.
pub fn with_limits_scaled(scenario: &Scenario, axis: Axis, factor: f64) -> Option<Edit> {
    if !factor.is_finite() || factor <= 0.0 {
        return None;
    }
    let mut edits = Vec::new();
    for (at, phase) in to_come(scenario) {
        let changed = scaled(phase, axis, factor);
        if changed != *phase {
            edits.push(Edit::Phases(ListEdit::Replace { at, value: Box::new(changed) }));
        }
    }
    (!edits.is_empty()).then_some(Edit::Several(edits))
}

fn scaled(phase: &Phase, axis: Axis, factor: f64) -> Phase {
    let mut phase = phase.clone();
    match axis {
        Axis::Budget => {
            if let Some(budget) = &mut phase.budget {
                let fine = if *budget < 1000.0 { 100.0 } else { 1.0 };
                *budget = (*budget * factor * fine).round() / fine;
            }
        }
        Axis::Staff => {
            let staff = phase.staff_months.iter_mut().chain(phase.staff_by_agency.values_mut());
            staff.for_each(|months| *months = (*months * factor * 100.0).round() / 100.0);
        }
    }
    phase
}

/// What all phases that are not over have together along an axis: units of the currency, or staff
/// months of the whole programme; none where no phase has a limit.
pub fn limit_in_all(scenario: &Scenario, axis: Axis) -> Option<f64> {
    let of = |phase: &Phase| match axis {
        Axis::Budget => phase.budget,
        Axis::Staff => phase.staff_months,
    };
    let given: Vec<f64> = to_come(scenario).filter_map(|(_, phase)| of(phase)).collect();
    (!given.is_empty()).then(|| given.iter().sum())
}
