//! The weight at which another plan, with the item elsewhere, overtakes this one.
//!
//! What a plan is worth is a quotient of straight lines in one swing, so the
//! difference of two plans changes its sign at most once: that is where one
//! overtakes the other, and it needs no planning to find. Planning again may
//! find a third plan that overtakes earlier; halving then finds where.

use super::super::force::Forced;
use super::super::question::Base;
use super::{ChangeKind, Least, smallest};
use crate::model::{ActiveWeights, CriterionId, Scenario};
use crate::scoring::{Matrix, Worth, leaf_weights, net_worth};
use crate::sequencing::compile::worth_by_phase;
use crate::sequencing::{Engine, Options, Plan};
use std::sync::Arc;

/// Swings are looked for in tenths.
const TENTHS: f64 = 10.0;

/// Candidates that are tried.
const MOST: usize = 4;

/// A scenario whose swings are tried out, with all that does not change by it.
struct Probe<'a> {
    base: &'a Base<'a>,
    scenario: Scenario,
    matrix: Matrix,
}

/// A swing, and how far it must go.
struct Found {
    set: usize,
    criterion: CriterionId,
    from: f64,
    /// Tenths of a swing, with a sign.
    tenths: i64,
}

impl Probe<'_> {
    fn worths(&self) -> Vec<Worth> {
        let weights = leaf_weights(&self.scenario, &self.scenario.active_weights);
        net_worth(&self.scenario, &self.matrix, &weights)
    }

    fn with_swing<R>(
        &mut self,
        set: usize,
        criterion: &CriterionId,
        swing: f64,
        then: impl FnOnce(&Self) -> R,
    ) -> R {
        let before = self.scenario.weight_sets[set].swings.insert(criterion.clone(), swing);
        let result = then(self);
        match before {
            Some(before) => self.scenario.weight_sets[set].swings.insert(criterion.clone(), before),
            None => self.scenario.weight_sets[set].swings.shift_remove(criterion),
        };
        result
    }
}

/// Changes of one swing each that could move the item, the smallest first;
/// amounts are made as small as planning again confirms.
pub fn candidates(base: &Base<'_>, item: usize, forced: &[Forced]) -> Vec<ChangeKind> {
    let weights = leaf_weights(base.scenario, &base.scenario.active_weights);
    let matrix = Matrix::new(base.scenario, &weights);
    let mut probe = Probe { base, scenario: base.scenario.clone(), matrix };
    let mut found: Vec<Found> = Vec::new();
    let plans: Vec<&Plan> = forced.iter().filter_map(|row| row.plan.as_ref()).collect();
    for set in active_sets(base.scenario) {
        let leaves: Vec<CriterionId> =
            base.scenario.leaf_criteria().map(|criterion| criterion.id.clone()).collect();
        for criterion in leaves {
            let swings = &base.scenario.weight_sets[set].swings;
            let from = swings.get(&criterion).copied().unwrap_or(0.0);
            let most = swings.values().copied().fold(100.0, f64::max);
            for plan in &plans {
                for end in [0.0, most] {
                    if let Some(swing) = overtakes(&mut probe, plan, set, &criterion, from, end) {
                        // A tenth beyond the tie, on the scale's own side of it.
                        let tenths = ((swing - from).abs() * TENTHS).floor() as i64 + 1;
                        let sign = if swing < from { -1 } else { 1 };
                        let tenths = sign * tenths;
                        found.push(Found { set, criterion: criterion.clone(), from, tenths });
                    }
                }
            }
        }
    }
    found.sort_by_key(|found| found.tenths.abs());
    let mut kinds = Vec::new();
    for found in found.into_iter().take(MOST) {
        if let Some(kind) = confirmed(&mut probe, item, &found) {
            kinds.push(kind);
            break;
        }
    }
    kinds
}

/// Sets whose swings the plan follows.
fn active_sets(scenario: &Scenario) -> Vec<usize> {
    let count = scenario.weight_sets.len();
    match &scenario.active_weights {
        ActiveWeights::First => (0..count.min(1)).collect(),
        ActiveWeights::Set(id) => {
            scenario.weight_sets.iter().position(|set| set.id == *id).into_iter().collect()
        }
        ActiveWeights::Blend => {
            let counts = |at: &usize| scenario.weight_sets[*at].influence > 0.0;
            let some = (0..count).any(|at| counts(&at));
            (0..count).filter(|at| !some || counts(at)).collect()
        }
    }
}

/// The swing between the present one and `end` at which a plan overtakes the
/// present plan; none if it does not.
fn overtakes(
    probe: &mut Probe<'_>,
    plan: &Plan,
    set: usize,
    criterion: &CriterionId,
    from: f64,
    end: f64,
) -> Option<f64> {
    let base = probe.base;
    let items = base.compiled.item_count();
    let starts = base.answer.plan.start.iter().zip(&plan.start).take(items).enumerate();
    let moved: Vec<(usize, Option<u32>, Option<u32>)> =
        starts.filter(|(_, (a, b))| a != b).map(|(at, (a, b))| (at, *a, *b)).collect();
    let own = |worths: &[Worth]| -> i64 {
        let difference = |&(at, before, after): &(usize, Option<u32>, Option<u32>)| {
            let duration = base.compiled.portfolio.items[at].duration;
            let table = worth_by_phase(&base.compiled.calendar, duration, worths[at]);
            let at_start = |start: Option<u32>| start.map_or(0, |start| table[start as usize - 1]);
            at_start(after) - at_start(before)
        };
        moved.iter().map(difference).sum()
    };
    let portfolio = &base.compiled.portfolio;
    let whole = |plan: &Plan| crate::sequencing::verify::objective(portfolio, plan);
    // Pairs and preferred orders do not follow the weights.
    let fixed = whole(plan) - whole(&base.answer.plan) - own(&probe.worths());
    let mut lead =
        |swing: f64| probe.with_swing(set, criterion, swing, |probe| own(&probe.worths()) + fixed);
    if lead(from) > 0 || lead(end) <= 0 {
        return None;
    }
    let (mut behind, mut ahead) = (from, end);
    for _ in 0..40 {
        let middle = (behind + ahead) / 2.0;
        if lead(middle) > 0 { ahead = middle } else { behind = middle }
    }
    Some(ahead)
}

/// The fewest tenths of a swing with which planning again moves the item.
fn confirmed(probe: &mut Probe<'_>, item: usize, found: &Found) -> Option<ChangeKind> {
    let base = probe.base;
    let mut engine = Engine::new(Arc::clone(&base.compiled.portfolio), Options::default());
    let before = base.start(item);
    let sign = found.tenths.signum();
    let swing = |tenths: i64| (found.from * TENTHS + (sign * tenths) as f64) / TENTHS;
    let most = found.tenths.abs() + 5;
    let search = Least { first: found.tenths.abs(), most, within: 1 };
    let enough = smallest(search, &mut |tenths| {
        if base.is_cancelled() {
            return None;
        }
        let (set, criterion) = (found.set, found.criterion.clone());
        let swing = swing(tenths).max(0.0);
        let worths = probe.with_swing(set, &criterion, swing, |probe| probe.worths());
        engine.start_from(base.answer.plan.clone());
        engine.retarget(base.compiled.with_worths(&worths));
        let answer = base.run(&mut engine);
        let after = answer.plan.start.get(item).copied().flatten();
        Some(answer.infeasible.is_none() && after != before)
    })?;
    Some(ChangeKind::Weight {
        what: found.criterion.to_string(),
        set: base.scenario.weight_sets[found.set].id.to_string(),
        from: found.from,
        to: swing(enough).max(0.0),
    })
}
