//! Single changes move the item, and what moved is laid at the right door.

use super::{Planned, bundled, small};
use phasewise::explain::{
    ChangeKind, Shown, WhatChanged, differences, explain, force, later, other_places,
    smallest_changes, what_changed, what_changed_between, worths_of,
};
use phasewise::model::Estimate;
use phasewise::sequencing::compile::compile;
use phasewise::sequencing::{CancelFlag, SplitMix64};
use std::collections::BTreeMap;

#[test]
fn a_single_change_moves_the_item_in_every_best_plan() {
    let mut random = SplitMix64::new(8);
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let (mut all, mut certain) = (0, 0);
    for round in 0..120 {
        let Some(planned) = Planned::best(small::scenario(&mut random)) else { continue };
        let base = planned.base(60);
        for item in 0..planned.compiled.item_count() {
            let places = other_places(&base, item);
            let forced: Vec<_> =
                places.into_iter().map(|place| force(&base, item, place)).collect();
            for change in smallest_changes(&base, item, &forced, &mut |_| {}) {
                let after = change.kind.apply(&planned.scenario).unwrap();
                let compiled = compile(&after, &worths_of(&after)).unwrap();
                let plans = small::all_plans(&compiled);
                let best = small::best(&plans).unwrap();
                let stays = small::best_with(&plans, item, planned.start(item));
                let what = format!("round {round}, {}: {change:?}", planned.name(item));
                assert_ne!(change.phase, planned.start(item), "{what}");
                if change.certain {
                    assert!(stays.is_none_or(|stays| stays < best), "{what}: it may stay");
                }
                let kind = serde_json::to_value(&change).unwrap()["kind"].clone();
                *kinds.entry(kind.as_str().unwrap().to_owned()).or_default() += 1;
                all += 1;
                certain += usize::from(change.certain);
            }
        }
    }
    for kind in ["resource", "gate", "lag", "window", "pin", "weight"] {
        assert!(kinds.contains_key(kind), "no change of {kind}: {kinds:?}");
    }
    assert!(all > 60, "{certain} of {all}, {kinds:?}");
}

#[test]
fn a_smaller_amount_of_money_would_not_do() {
    let mut random = SplitMix64::new(9);
    let mut checked = 0;
    for _ in 0..150 {
        let Some(planned) = Planned::best(small::scenario(&mut random)) else { continue };
        let base = planned.base(60);
        for item in 0..planned.compiled.item_count() {
            for change in smallest_changes(&base, item, &[], &mut |_| {}) {
                let ChangeKind::Resource { what, in_phase, more } = &change.kind else { continue };
                if *more < 2.0 || what != "capex" || !change.certain {
                    continue;
                }
                let less = ChangeKind::Resource {
                    what: what.clone(),
                    in_phase: *in_phase,
                    more: more - 1.0,
                };
                let after = less.apply(&planned.scenario).unwrap();
                let plans = small::all_plans(&compile(&after, &worths_of(&after)).unwrap());
                let forward = (1..=3).map(Some).filter(|place| later(*place, planned.start(item)));
                let forward = forward.filter_map(|place| small::best_with(&plans, item, place));
                // Where two plans are as good, the one that was there stays.
                let other = (1..=3).map(Some).chain([None]);
                let other = other.filter(|place| !later(*place, planned.start(item)));
                let other = other.filter_map(|place| small::best_with(&plans, item, place));
                let (forward, other) = (forward.max(), other.max());
                let compiled = compile(&after, &worths_of(&after)).unwrap();
                let near = &planned.answer.plan.start[..planned.compiled.item_count()];
                if !super::solve(&compiled, Some(near), 60).optimal {
                    continue;
                }
                assert!(forward <= other, "{}: {change:?}", planned.name(item));
                checked += 1;
            }
        }
    }
    println!("{checked} amounts were checked");
}

#[test]
fn inputs_that_moved_the_plan_are_named() {
    let before = bundled("kazakhstan.ron");
    let mut after = before.clone();
    after.phases[1].budget = Some(80e6);
    after.items[3].description = "Other words".into();
    let named = |inputs: &[phasewise::explain::InputChange]| -> Vec<String> {
        inputs.iter().map(|input| input.path()).collect()
    };
    assert_eq!(named(&differences(&before, &after)), ["phases[\"2006\"].budget"]);
    let told = what_changed(&before, &after, 60, &CancelFlag::default());
    assert!(told.complete && !told.moves.is_empty());
    assert_eq!(told.causes.len(), 1);
    assert_eq!(told.causes[0].paths, ["phases[\"2006\"].budget"]);
    assert!(told.causes[0].gain < 0.0);
    assert_eq!(told.causes[0].moves.len(), told.moves.len());
}

#[test]
fn of_two_inputs_the_one_that_did_it_is_named() {
    let mut random = SplitMix64::new(10);
    let mut blamed = 0;
    for _ in 0..60 {
        let Some(planned) = Planned::best(small::scenario(&mut random)) else { continue };
        let before = planned.scenario.clone();
        let mut after = before.clone();
        // Years of service after the last phase change no order by themselves here;
        // the first budget does.
        after.phases[0].budget = Some(0.0);
        after.phases[2].staff_by_agency.insert("ministry".into(), 500.0);
        after.items[0].opex_per_year = Estimate::exactly(0.0);
        let told = what_changed(&before, &after, 60, &CancelFlag::default());
        let paths: Vec<&str> =
            told.causes.iter().flat_map(|c| &c.paths).map(String::as_str).collect();
        let first = small::all_plans(&planned.compiled);
        let mut only = before.clone();
        only.phases[0].budget = Some(0.0);
        let then = small::all_plans(&compile(&only, &worths_of(&only)).unwrap());
        let (first, then) = (small::best(&first), small::best(&then));
        if then.is_some() && then < first {
            assert!(paths.contains(&"phases[\"2005\"].budget"), "{paths:?}");
            blamed += 1;
        }
    }
    assert!(blamed > 10, "{blamed}");
}

#[test]
fn a_question_that_nobody_waits_for_stops() {
    let planned = Planned::new(bundled("kazakhstan.ron"), 100);
    planned.cancel.cancel();
    let told = explain(&planned.base(1_000_000), 0, &mut |_| {});
    assert!(!told.complete && told.changes.is_empty());
}

/// A plan of a scenario as it stands on a screen.
fn shown(planned: &Planned) -> Shown<'_> {
    let Planned { scenario, compiled, answer, .. } = planned;
    Shown { scenario, compiled, answer, is_current: true }
}

fn since(before: &Planned, after: &Planned) -> WhatChanged {
    let cancel = CancelFlag::default();
    what_changed_between(shown(before), shown(after), &worths_of, 60, &cancel)
}

/// What a plan is worth in value-point years.
fn value(planned: &Planned) -> f64 {
    planned.answer.objective as f64 / planned.compiled.scale
}

#[test]
fn causes_add_up_to_what_differs_between_the_plans_on_screen() {
    let mut random = SplitMix64::new(12);
    let (mut moved, mut inputs) = (0, BTreeMap::new());
    for round in 0..60 {
        let Some(before) = Planned::best(small::scenario(&mut random)) else { continue };
        let mut changed = before.scenario.clone();
        changed.phases[0].budget = Some(3.0);
        changed.items[0].opex_per_year = Estimate::exactly(1.0);
        changed.items[1].mandatory = round % 2 == 0;
        let Some(after) = Planned::best(changed) else { continue };
        let told = since(&before, &after);
        let count = before.compiled.item_count();
        let differ = (0..count).filter(|item| before.start(*item) != after.start(*item)).count();
        assert_eq!(told.moves.len(), differ, "round {round}: {told:?}");
        let gain: f64 = told.causes.iter().map(|cause| cause.gain).sum();
        if told.complete {
            let whole = value(&after) - value(&before);
            assert!((gain - whole).abs() < 0.01, "round {round}: {gain} of {whole}");
        }
        for path in told.causes.iter().flat_map(|cause| &cause.paths) {
            *inputs.entry(path.clone()).or_insert(0) += 1;
        }
        assert!(told.causes.iter().all(|cause| !cause.paths.is_empty()), "the plans were best");
        moved += differ;
    }
    assert!(moved > 20 && inputs.len() >= 2, "{moved}, {inputs:?}");
}

#[test]
fn a_better_plan_that_was_only_found_later_is_not_laid_at_an_inputs_door() {
    let mut random = SplitMix64::new(13);
    let mut found = 0;
    for _ in 0..40 {
        let Some(best) = Planned::best(small::scenario(&mut random)) else { continue };
        let plans = small::all_plans(&best.compiled);
        let Some((poor, worth)) = plans.into_iter().min_by_key(|(_, worth)| *worth) else {
            continue;
        };
        if worth == best.answer.objective {
            continue;
        }
        let mut before = Planned::best(best.scenario.clone()).unwrap();
        (before.answer.plan, before.answer.objective) = (poor, worth);
        before.answer.optimal = false;
        // Nothing but the search: one cause, without an input.
        let told = since(&before, &best);
        assert_eq!(told.causes.len(), 1);
        assert!(told.causes[0].paths.is_empty() && told.causes[0].gain > 0.0);
        // An input beside it that moves nothing is not blamed.
        let mut after = Planned::best(best.scenario.clone()).unwrap();
        after.scenario.phases[2].staff_by_agency.insert("nobody".into(), 500.0);
        let told = since(&before, &after);
        assert_eq!(told.inputs.len(), 1);
        let blamed = told.causes.iter().filter(|cause| !cause.paths.is_empty());
        assert_eq!(blamed.count(), 0, "{told:?}");
        assert!(!told.moves.is_empty());
        found += 1;
    }
    assert!(found > 10, "{found}");
}
