//! The waiting list against all plans there are: what is named brings the item in.

use super::{Planned, bundled, small};
use phasewise::explain::{ChangeKind, waiting, worths_of};
use phasewise::model::Scenario;
use phasewise::sequencing::SplitMix64;
use phasewise::sequencing::compile::compile;

fn with_all(scenario: &Scenario, changes: &[ChangeKind]) -> Scenario {
    changes.iter().fold(scenario.clone(), |scenario, kind| kind.apply(&scenario).unwrap())
}

/// The best worth with an item in, and the best without it.
fn in_and_out(scenario: &Scenario, item: usize) -> (Option<i64>, Option<i64>) {
    let plans = small::all_plans(&compile(scenario, &worths_of(scenario)).unwrap());
    let with = (1..=3).filter_map(|phase| small::best_with(&plans, item, Some(phase))).max();
    (with, small::best_with(&plans, item, None))
}

/// More of everything than anybody could use.
fn without_limits(scenario: &Scenario) -> Scenario {
    let mut free = scenario.clone();
    for phase in &mut free.phases {
        let limits = [&mut phase.budget, &mut phase.opex_cap, &mut phase.staff_months];
        limits.into_iter().flatten().for_each(|limit| *limit += 1000.0);
        phase.staff_by_agency.values_mut().for_each(|limit| *limit += 1000.0);
    }
    free
}

#[test]
fn what_is_named_brings_the_item_in_and_less_does_not() {
    let mut random = SplitMix64::new(31);
    let (mut rows, mut entries, mut several, mut never) = (0, 0, 0, 0);
    let (mut compared, mut least) = (0, 0);
    for round in 0..300 {
        let Some(planned) = Planned::best(small::scenario(&mut random)) else { continue };
        let base = planned.base(60);
        let mut told = 0;
        let list = waiting(&base, &mut |list| {
            assert_eq!(list.rows.len(), told);
            told += 1;
        });
        assert!(list.is_complete());
        let out = (0..planned.compiled.item_count()).filter(|&item| planned.start(item).is_none());
        assert_eq!(list.rows.len(), out.count());
        for row in &list.rows {
            let what = format!("round {round}, {}", planned.name(row.item));
            rows += 1;
            if row.never {
                assert!(row.enters.is_empty());
                let (with, without) = in_and_out(&without_limits(&planned.scenario), row.item);
                assert!(with <= without, "{what}: it does come in");
                never += 1;
            }
            for entry in &row.enters {
                let (with, without) =
                    in_and_out(&with_all(&planned.scenario, &entry.changes), row.item);
                assert!(with >= without, "{what}: {entry:?} does not bring it in");
                assert!(!entry.certain || with > without, "{what}: {entry:?} is not certain");
                entries += 1;
                several += usize::from(entry.changes.len() > 1);
                let [ChangeKind::Resource { what: name, more, .. }] = &entry.changes[..] else {
                    continue;
                };
                if name == "capex" {
                    compared += 1;
                    let fewer = |phase: u32| {
                        (1..*more as i64).any(|less| {
                            let kind = ChangeKind::Resource {
                                what: name.clone(),
                                in_phase: phase,
                                more: less as f64,
                            };
                            let (with, without) =
                                in_and_out(&with_all(&planned.scenario, &[kind]), row.item);
                            with > without
                        })
                    };
                    least += usize::from(!(1..=3).any(fewer));
                }
            }
        }
    }
    println!(
        "{rows} rows, {entries} entries ({several} of several), {never} never; {least} of {compared} amounts of money are the least over all phases"
    );
    assert!(rows > 200 && entries > 100 && never > 20, "{rows} {entries} {never}");
    assert!(least * 10 >= compared * 9, "{least} of {compared}");
}

#[test]
fn the_waiting_list_of_a_bundled_scenario_holds_and_stops_when_asked() {
    let planned = Planned::new(bundled("kazakhstan.ron"), 600);
    let begin = std::time::Instant::now();
    let base = planned.base(100);
    let list = waiting(&base, &mut |_| {});
    let known = list.rows.iter().filter(|row| row.never || !row.enters.is_empty()).count();
    println!("{known} of {} in {:?}", list.rows.len(), begin.elapsed());
    for row in &list.rows {
        for entry in row.enters.iter().filter(|entry| entry.certain) {
            let after = with_all(&planned.scenario, &entry.changes);
            let compiled = compile(&after, &worths_of(&after)).unwrap();
            let near = &planned.answer.plan.start[..planned.compiled.item_count()];
            let answer = super::solve(&compiled, Some(near), 100);
            assert!(answer.plan.start[row.item].is_some(), "{}: {entry:?}", planned.name(row.item));
        }
    }
    assert!(list.is_complete() && known > 0, "{known} of {}", list.rows.len());
    assert_eq!(list, waiting(&base, &mut |_| {}), "the same again");
    planned.cancel.cancel();
    assert!(!waiting(&base, &mut |_| {}).is_complete());
}
