//! The engine against exhaustive search, on small random portfolios of every
//! feature: plans that hold, bounds that hold, nothing called impossible that is not.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod small;
mod steady;

use phasewise::sequencing::{
    Budget, CancelFlag, Engine, Item, Options, Plan, Portfolio, Prerequisite, SplitMix64, instance,
    verify,
};
use small::{between, exhaustive, small};
use std::sync::Arc;

#[test]
fn plans_and_bounds_hold_on_a_thousand_small_portfolios() {
    let mut random = SplitMix64::new(2005);
    let (mut reached, mut possible) = (0, 0);
    for round in 0..1000 {
        let portfolio = Arc::new(small(&mut random).new().unwrap());
        let optimum = exhaustive(&portfolio);
        let mut engine = Engine::new(Arc::clone(&portfolio), Options::default());
        let answer = engine.run(Budget::Effort(60), &CancelFlag::default(), &mut |answer| {
            let broken = verify(&portfolio, &answer.plan).violations;
            assert!(answer.verified, "round {round}: a plan on the way breaks {broken:?}");
        });
        match optimum {
            Some(optimum) => {
                assert!(answer.upper_bound >= optimum, "round {round}: bound below the optimum");
                if let Some(conflict) = &answer.infeasible {
                    assert!(!conflict.proven, "round {round}: called impossible, and it is not");
                    continue;
                }
                possible += 1;
                assert!(answer.verified, "round {round}: {:?}", verify(&portfolio, &answer.plan));
                assert!(answer.objective <= optimum);
                reached += usize::from(answer.objective == optimum);
                assert!(!answer.optimal || answer.objective == optimum, "round {round}");
            }
            None => assert!(answer.infeasible.is_some(), "round {round}: nothing can hold"),
        }
    }
    assert!(reached * 100 >= possible * 97, "the optimum in {reached} of {possible}");
}

#[test]
fn the_same_seed_and_effort_give_the_same_plan() {
    let mut random = SplitMix64::new(7);
    for _ in 0..20 {
        let portfolio = Arc::new(small(&mut random).new().unwrap());
        let plan = |threads| {
            let options = Options { seed: 3, threads };
            let mut engine = Engine::new(Arc::clone(&portfolio), options);
            engine.run(Budget::Effort(40), &CancelFlag::default(), &mut |_| {}).plan
        };
        assert_eq!(plan(1), plan(1));
        assert_eq!(plan(1), plan(2));
    }
}

#[test]
fn two_threads_prove_and_plan_the_same_as_one_where_the_tree_is_too_large_to_finish() {
    // With the second plans are looked for in a narrower problem for a while.
    for (name, effort) in [("p00300-t06-plain", 3_000), ("p00300-t12-all", 2_500)] {
        let path = format!("{}/tests/data/portfolios/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let portfolio = Arc::new(instance::from_json(&text).unwrap());
        let run = |threads| {
            let mut engine = Engine::new(Arc::clone(&portfolio), Options { seed: 1, threads });
            let answer =
                engine.run(Budget::Effort(effort), &CancelFlag::default(), &mut |answer| {
                    assert!(answer.verified, "{name}: {:?}", verify(&portfolio, &answer.plan));
                });
            (answer.plan, answer.upper_bound)
        };
        let (one, two) = (run(1), run(2));
        assert_eq!(one, two);
        if name.ends_with("plain") {
            // Prices and cuts alone come to 2,322,700 at best: the tree was at work.
            assert!(one.1 < 2_322_000, "{}", one.1);
        }
    }
}

/// An item worth `worth` in both of two phases, which uses nothing.
fn plain(id: &str, worth: i64) -> Item {
    Item {
        id: id.into(),
        duration: 1,
        earliest: 1,
        latest: 2,
        mandatory: false,
        worth: vec![worth; 2],
        uses: Vec::new(),
    }
}

#[test]
fn what_would_need_two_that_exclude_each_other_cannot_start() {
    let needs = |item, needs| Prerequisite { item, needs, lag: 0, after: false };
    let portfolio = Portfolio {
        items: [("a", 5), ("b", 4), ("under a", 3), ("both", 90), ("on top", 80)]
            .map(|(id, worth)| plain(id, worth))
            .to_vec(),
        prerequisites: vec![needs(2, 0), needs(3, 2), needs(3, 1), needs(4, 3)],
        exclusive: vec![vec![0, 1]],
        ..Portfolio::empty(2)
    };
    let portfolio = Arc::new(portfolio.new().unwrap());
    let mut engine = Engine::new(portfolio, Options::default());
    assert_eq!(engine.presolve_report().cannot_start, [3, 4]);
    let answer = engine.run(Budget::Effort(2_000), &CancelFlag::default(), &mut |_| {});
    assert!(answer.optimal && answer.objective == 8, "{answer:?}");
}

#[test]
fn portfolios_survive_their_file() {
    let mut random = SplitMix64::new(11);
    for _ in 0..200 {
        let portfolio = small(&mut random).new().unwrap();
        let text = instance::to_json(&portfolio);
        assert_eq!(instance::from_json(&text).unwrap(), portfolio);
        assert_eq!(instance::to_json(&instance::from_json(&text).unwrap()), text);
    }
}

#[test]
fn portfolios_that_make_no_sense_are_refused_with_a_sentence() {
    let good = r#"{"format":"phasewise-portfolio","version":1,"phases":2,
        "resources":[{"id":"capex","kind":"work","limit":[5,5]}],
        "items":[{"id":"a","worth":[3,2],"use":{"capex":[4]}},{"id":"b","worth":[2,1]}],
        "prerequisites":[{"item":"a","needs":"b"}]}"#;
    assert!(instance::from_json(good).is_ok());
    for (from, to) in [
        ("\"phases\":2", "\"phases\":0"),
        ("\"limit\":[5,5]", "\"limit\":[5,-5]"),
        ("\"limit\":[5,5]", "\"limit\":[5]"),
        ("\"limit\":[5,5]", "\"limit\":[5,9223372036854775807]"),
        ("\"worth\":[3,2]", "\"worth\":[3]"),
        ("\"capex\":[4]", "\"capex\":[4,4]"),
        ("\"capex\":[4]", "\"money\":[4]"),
        ("\"needs\":\"b\"", "\"needs\":\"c\""),
        ("{\"id\":\"b\"", "{\"id\":\"a\""),
        ("\"version\":1", "\"version\":2"),
        ("\"worth\":[2,1]", "\"worth\":\"much\""),
    ] {
        let broken = good.replace(from, to);
        let problems = instance::from_json(&broken).expect_err(to);
        assert!(problems.iter().all(|problem| problem.to_string().len() > 15), "{problems:?}");
    }
}

#[test]
fn small_portfolios_are_solved_and_the_proof_is_true() {
    let (mut proven, mut all) = (0, 0);
    for seed in 0..600 {
        let mut random = SplitMix64::new(0x5EED ^ (seed << 8));
        let Ok(portfolio) = small(&mut random).new() else { continue };
        let portfolio = Arc::new(portfolio);
        let best = exhaustive(&portfolio);
        let mut engine = Engine::new(Arc::clone(&portfolio), Options::default());
        let answer = engine.run(Budget::Effort(6_000), &CancelFlag::default(), &mut |_| {});
        all += 1;
        match best {
            Some(best) => {
                assert!(answer.infeasible.is_none(), "{seed}: a plan exists");
                assert!(answer.upper_bound >= best, "{seed}: a bound below the optimum");
                assert!(answer.objective <= best && answer.verified, "{seed}");
                assert_eq!(answer.objective, best, "{seed}: not the best plan");
                proven += usize::from(answer.optimal);
            }
            None => {
                let conflict =
                    answer.infeasible.unwrap_or_else(|| panic!("{seed}: no plan exists"));
                proven += usize::from(conflict.proven);
            }
        }
    }
    assert!(all > 500 && proven * 100 >= all * 99, "{proven} of {all} proven");
}

/// Optima by OR-Tools CP-SAT (`benches/peers.py`).
#[test]
fn known_optima_are_kept_by_plans_and_bounds() {
    for (name, optimum) in [("p00060-t03-plain", 452_032), ("p00073-t06-all", 526_911)] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/portfolios");
        let text = std::fs::read_to_string(folder.join(format!("{name}.json"))).unwrap();
        let portfolio = Arc::new(instance::from_json(&text).unwrap());
        assert_proven(name, portfolio, optimum);
    }
}

/// What CP-SAT finds on the exported portfolio (`benches/peers.py`).
#[test]
fn the_bundled_programme_is_proven_optimal() {
    let scenario = phasewise::app::bundled_scenario();
    let worth = phasewise::explain::worths_of(&scenario);
    let compiled = phasewise::sequencing::compile::compile(&scenario, &worth).unwrap();
    assert_proven("kazakhstan", compiled.portfolio, 2_838_557);
}

fn assert_proven(name: &str, portfolio: Arc<Portfolio>, optimum: i64) {
    let mut engine = Engine::new(portfolio, Options::default());
    let answer = engine.run(Budget::Effort(4_000), &CancelFlag::default(), &mut |answer| {
        assert!(answer.objective <= optimum && answer.upper_bound >= optimum, "{name}");
    });
    assert!(answer.verified && answer.optimal, "{name}: {}", answer.gap);
    assert_eq!(answer.objective, optimum, "{name}");
}

#[test]
fn new_worths_are_answered_warm_and_the_answer_holds() {
    for seed in 0..200 {
        let mut random = SplitMix64::new(0xA11 ^ (seed << 9));
        let Ok(portfolio) = small(&mut random).new() else { continue };
        let mut engine = Engine::new(Arc::new(portfolio.clone()), Options::default());
        engine.run(Budget::Effort(300), &CancelFlag::default(), &mut |_| {});
        let mut moved = portfolio;
        for item in &mut moved.items {
            let less = between(&mut random, 0, 6);
            item.worth.iter_mut().for_each(|worth| *worth -= less);
        }
        for resource in moved.resources.iter_mut().filter(|_| seed % 2 == 0) {
            resource.limit.iter_mut().for_each(|limit| *limit += 1);
        }
        let Ok(moved) = moved.new() else { continue };
        let moved = Arc::new(moved);
        let answer = engine.retarget(Arc::clone(&moved));
        if let Some(best) = exhaustive(&moved) {
            assert!(answer.upper_bound >= best, "{seed}: a bound below the optimum");
            if answer.infeasible.is_none() {
                assert!(answer.verified && answer.objective <= best, "{seed}");
                assert_eq!(verify(&moved, &answer.plan).objective, answer.objective, "{seed}");
            }
        }
    }
}

#[test]
fn a_plan_to_go_on_from_is_kept_though_its_items_need_each_other_in_a_circle() {
    // Either b or c is enough for a, and b needs a: in one phase the two carry each
    // other. Nothing else is worth as much.
    let text = r#"{
        "format": "phasewise-portfolio", "version": 1,
        "phases": 2,
        "resources": [{ "id": "money", "kind": "work", "limit": [4, 0] }],
        "items": [
            { "id": "a", "worth": [9, 1], "use": { "money": [2] } },
            { "id": "b", "worth": [9, 1], "use": { "money": [2] } },
            { "id": "c", "worth": [5, 5], "use": { "money": [4] } }
        ],
        "prerequisites": [{ "item": "b", "needs": "a", "lag": 0 }],
        "any_of": [{ "item": "a", "needs": ["b", "c"], "lag": 0 }]
    }"#;
    let portfolio = Arc::new(instance::from_json(text).unwrap());
    let mut engine = Engine::new(portfolio, Options::default());
    engine.start_from(Plan { start: vec![Some(1), Some(1), None] });
    let answer = engine.run(Budget::Effort(0), &CancelFlag::default(), &mut |_| {});
    assert_eq!(answer.plan.start, [Some(1), Some(1), None]);
    assert_eq!(answer.objective, 18);
}
