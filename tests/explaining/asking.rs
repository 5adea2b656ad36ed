//! Prices of forcing, of pins and of scarce limits against all plans there are.

use super::{Planned, bundled, small};
use phasewise::explain::{
    Base, Forced, displaced_by, displaces, explain, force, forced_portfolio, other_places,
    pin_price, scarce, with_more,
};
use phasewise::sequencing::compile::{Compiled, compile};
use phasewise::sequencing::{Budget, Engine, Options, SplitMix64, Violation, verify};
use std::sync::Arc;

const EFFORT: u64 = 60;

#[test]
fn the_price_of_forcing_holds_against_all_plans() {
    let mut random = SplitMix64::new(5);
    let (mut found, mut impossible, mut missed) = (0, 0, 0);
    for round in 0..250 {
        let Some(planned) = Planned::best(small::scenario(&mut random)) else { continue };
        let base = planned.base(EFFORT);
        for item in 0..planned.compiled.item_count() {
            let plans = small::all_plans(&unpinned(&planned, item));
            for place in other_places(&base, item) {
                let row = force(&base, item, place);
                let best = small::best_with(&plans, item, place);
                let true_loss = best.map(|best| base.points(planned.answer.objective - best));
                match (row.loss, true_loss) {
                    (Some(loss), Some(lost)) => {
                        found += 1;
                        let lost = lost.max(0.0);
                        assert!(loss.at_least <= lost + 1e-9, "round {round}: {loss:?}, {lost}");
                        assert!(loss.at_most >= lost - 1e-9, "round {round}: {loss:?}, {lost}");
                        let plan = row.plan.as_ref().unwrap();
                        assert_eq!(plan.start[item], place);
                    }
                    (Some(_), None) => panic!("round {round}: a plan that cannot be"),
                    (None, Some(_)) => {
                        assert!(!row.impossible, "round {round}: called impossible, and is not");
                        missed += 1;
                    }
                    (None, None) => impossible += usize::from(row.impossible),
                }
            }
        }
    }
    assert!(found > 300 && impossible > 100, "{found} prices, {impossible} impossible");
    assert!(missed * 20 <= found, "{missed} plans were not found");
}

/// The scenario in which an item may go anywhere and need not start.
fn unpinned(planned: &Planned, item: usize) -> Compiled {
    let mut scenario = planned.scenario.clone();
    scenario.items[item].pin = None;
    scenario.items[item].mandatory = false;
    compile(&scenario, &phasewise::explain::worths_of(&scenario)).unwrap()
}

#[test]
fn pins_are_priced_against_the_free_plan() {
    let mut random = SplitMix64::new(6);
    let mut priced = 0;
    for _ in 0..300 {
        let Some(planned) = Planned::best(small::scenario(&mut random)) else { continue };
        let base = planned.base(EFFORT);
        for item in 0..planned.compiled.item_count() {
            let Some((price, _)) = pin_price(&base, item) else {
                assert!(planned.scenario.items[item].pin.is_none());
                continue;
            };
            let mut free = planned.scenario.clone();
            free.items[item].pin = None;
            let compiled = compile(&free, &phasewise::explain::worths_of(&free)).unwrap();
            let best = small::best(&small::all_plans(&compiled)).unwrap();
            let cost = base.points(best - planned.answer.objective);
            assert!(
                price.at_least <= cost + 1e-9 && cost <= price.at_most + 1e-9,
                "{price:?} {cost}"
            );
            priced += 1;
        }
    }
    assert!(priced > 20, "{priced}");
}

#[test]
fn what_one_more_step_buys_holds_against_all_plans() {
    let mut random = SplitMix64::new(7);
    let (mut rows, mut bought) = (0, 0);
    for _ in 0..300 {
        let Some(planned) = Planned::best(small::scenario(&mut random)) else { continue };
        let base = planned.base(EFFORT);
        for row in scarce(&base, &mut |_| {}) {
            let info = &planned.compiled.resources[row.resource];
            let units = (row.step / info.real(row.phase, 1)).round() as i64;
            let mut more = planned.compiled.clone();
            let portfolio = &planned.compiled.portfolio;
            more.portfolio = Arc::new(with_more(portfolio, row.resource, row.phase, units));
            let best = small::best(&small::all_plans(&more)).unwrap();
            let gain = base.points(best - planned.answer.objective);
            let checked = row.checked;
            assert!(checked.at_least <= gain + 1e-9 && gain <= checked.at_most + 1e-9, "{row:?}");
            rows += 1;
            bought += usize::from(gain > 0.0);
        }
    }
    assert!(rows > 50 && bought > 3, "{rows} rows, {bought} of them buy something");
}

/// Everything that is said of an item of a bundled scenario fits together.
fn check_explanation(planned: &Planned, base: &Base<'_>, item: usize) {
    let told = explain(base, item, &mut |_| {});
    assert!(told.complete && told.item == item && told.phase == planned.start(item));
    for row in &told.forced {
        let Some(loss) = row.loss else { continue };
        assert!(loss.at_least <= loss.at_most, "{}: {loss:?}", planned.name(item));
        let plan = row.plan.as_ref().unwrap();
        let found = verify(&planned.compiled.portfolio, plan);
        // Out of the plan, what must start alone is missing.
        let missing = |violation: &Violation| matches!(violation, Violation::Mandatory { .. });
        let broken: Vec<_> = found.violations.iter().filter(|v| !missing(v)).collect();
        assert!(broken.is_empty(), "{}: {broken:?}", planned.name(item));
        assert_eq!(plan.start[item], row.phase);
    }
    for other in displaced_by(&told.forced, told.phase) {
        assert!(!other.gains());
    }
    assert!(displaces(&told.forced).iter().all(|other| other.gains()));
}

#[test]
fn the_bundled_scenarios_are_explained() {
    for (name, items) in [
        ("kazakhstan.ron", ["e-procurement", "legal-entities-register", "e-licences"]),
        ("eu20.ron", ["", "", ""]),
    ] {
        let planned = Planned::new(bundled(name), 300);
        let base = planned.base(30);
        for (at, id) in items.into_iter().enumerate() {
            let item = planned.compiled.item_index(id).unwrap_or(at * 5);
            check_explanation(&planned, &base, item);
        }
    }
}

/// Where the plan is proven, prices are worked out until they are: quick ranges come
/// first, and what another engine finds from nothing lies in both.
#[test]
fn prices_against_a_proven_plan_end_exact() {
    let planned = Planned::new(bundled("kazakhstan.ron"), 4_000);
    assert!(planned.answer.optimal);
    let base = planned.base(500);
    let item = planned.compiled.item_index("csc-public").unwrap();
    let mut quick = Vec::new();
    let told = explain(&base, item, &mut |told| {
        if told.forced.len() > quick.len() {
            quick.clone_from(&told.forced);
        }
    });
    let open = |rows: &[Forced]| {
        rows.iter().filter(|row| row.loss.is_some_and(|loss| !loss.is_exact())).count()
    };
    let (before, after) = (open(&quick), open(&told.forced));
    assert!(before > 0 && after == 0, "{before} ranges, then {after}");
    assert!(told.scarce.iter().all(|row| row.checked.is_exact()), "{:?}", told.scarce);
    let mut prices = 0;
    for (before, row) in quick.iter().zip(&told.forced) {
        let Some(loss) = row.loss else { continue };
        let forced = forced_portfolio(&planned.compiled, item, row.phase);
        let mut engine = Engine::new(Arc::new(forced), Options { seed: 5, threads: 1 });
        let alone = engine.run(Budget::Effort(20_000), &planned.cancel, &mut |_| {});
        let true_loss = base.points(planned.answer.objective - alone.objective);
        assert!(alone.optimal && (loss.at_most - true_loss).abs() < 1e-3, "{loss:?}, {true_loss}");
        let range = before.loss.unwrap();
        assert!(range.at_least <= true_loss + 1e-9 && true_loss <= range.at_most + 1e-9);
        prices += 1;
    }
    assert!(prices >= 2, "{prices} prices");
}
