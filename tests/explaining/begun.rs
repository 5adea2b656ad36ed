//! What has begun stays, whatever it breaks, and the rest of a plan that was kept to
//! is worth what it was.

use super::{Planned, holds, small, solve};
use phasewise::app::with_progress_from_plan;
use phasewise::explain::{HeldBy, held_by, other_places, smallest_changes, worths_of};
use phasewise::model::{Progress, ProgressStatus};
use phasewise::sequencing::compile::compile;
use phasewise::sequencing::{SplitMix64, verify_progress};

#[test]
fn a_plan_that_was_kept_to_is_still_the_best() {
    let mut random = SplitMix64::new(21);
    let mut checked = 0;
    for round in 0..400 {
        let Some(planned) = Planned::best(small::scenario(&mut random)) else { continue };
        let starts = &planned.answer.plan.start[..planned.compiled.item_count()];
        for today in 2..=3 {
            let mut under_way = planned.scenario.clone();
            let edit = with_progress_from_plan(&under_way, starts, today).unwrap();
            edit.apply(&mut under_way).unwrap();
            let compiled = compile(&under_way, &worths_of(&under_way)).unwrap();
            assert!(compiled.resources.iter().all(|info| info.raised.iter().all(|r| *r == 0)));
            let best = small::best(&small::all_plans(&compiled));
            assert_eq!(best, Some(planned.answer.objective), "round {round}, today {today}");
            // As in the window: near the plan that was there.
            let answer = solve(&compiled, Some(starts), 60);
            assert_eq!(answer.infeasible, None, "round {round}, today {today}");
            assert!(holds(&compiled, &answer.plan));
            assert!(!answer.optimal || answer.objective == planned.answer.objective);
            assert_eq!(verify_progress(&under_way, &answer.plan.start), []);
            for (item, start) in starts.iter().enumerate() {
                if start.is_some_and(|start| start < today) {
                    assert_eq!(answer.plan.start[item], *start);
                }
            }
            checked += 1;
        }
    }
    assert!(checked > 400, "{checked}");
}

/// Whatever happened, against every rule there is.
#[test]
fn whatever_happened_there_is_a_plan_from_today() {
    let mut random = SplitMix64::new(22);
    let (mut begun, mut raised, mut moved) = (0, 0, 0);
    for round in 0..400 {
        let mut scenario = small::scenario(&mut random);
        let today = 2 + random.below(2) as u32;
        let id = |phase: u32| format!("{}", 2004 + phase).as_str().into();
        scenario.parameters.today = Some(id(today));
        for item in &mut scenario.items {
            item.mandatory = false;
            item.pin = item.pin.take().filter(|_| random.below(2) == 0);
            let started = 1 + random.below(today as usize) as u32;
            let (status, ends) = match random.below(5) {
                0 => (
                    ProgressStatus::Done,
                    started + random.below((today - started + 1) as usize) as u32,
                ),
                1 => (ProgressStatus::Running, today + random.below((4 - today) as usize) as u32),
                2 => (ProgressStatus::Stopped, 0),
                _ => continue,
            };
            let given = status != ProgressStatus::Stopped;
            let ends = (given && random.below(2) == 0).then(|| id(ends));
            let started = given.then(|| id(started));
            item.progress = Some(Progress { status, started, ends, percent: None });
        }
        // A pin that holds may clash with a rule: that is another test.
        scenario.items.iter_mut().filter(|item| !item.has_begun()).for_each(|item| item.pin = None);
        let Some(planned) = Planned::best(scenario) else { panic!("round {round}: no plan") };
        let compiled = &planned.compiled;
        assert!(holds(compiled, &planned.answer.plan), "round {round}");
        assert_eq!(verify_progress(&planned.scenario, &planned.answer.plan.start), []);
        let answer = solve(compiled, None, 60);
        assert!(answer.infeasible.is_none(), "round {round}: {:?}", answer.infeasible);
        assert!(
            answer.objective <= planned.answer.objective
                && answer.upper_bound >= planned.answer.objective
        );
        raised +=
            compiled.resources.iter().filter(|info| info.raised.iter().any(|r| *r > 0)).count();
        let base = planned.base(40);
        for (item, entry) in planned.scenario.items.iter().enumerate() {
            let held = held_by(compiled, &planned.answer.plan, item);
            match entry.status() {
                ProgressStatus::Stopped => assert_eq!(held, [HeldBy::Stopped]),
                ProgressStatus::NotStarted => {
                    let past = |place: &Option<u32>| place.is_some_and(|place| place < today);
                    assert!(!other_places(&base, item).iter().any(past));
                    for change in smallest_changes(&base, item, &[], &mut |_| {}) {
                        assert!(!past(&change.phase), "round {round}: {change:?}");
                        let told = serde_json::to_value(&change).unwrap();
                        let at = told.get("in_phase").and_then(serde_json::Value::as_u64);
                        assert!(at.is_none_or(|at| at >= u64::from(today)), "{change:?}");
                        moved += 1;
                    }
                }
                _ => {
                    assert!(matches!(held[..], [HeldBy::Begun(_)]), "{held:?}");
                    assert!(other_places(&base, item).is_empty());
                    begun += 1;
                }
            }
        }
    }
    assert!(begun > 200 && raised > 50 && moved > 30, "{begun} {raised} {moved}");
}
