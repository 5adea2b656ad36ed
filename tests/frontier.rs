//! The frontier rises, its bounds hold, and it says what planning each point
//! alone says.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use phasewise::analysis::{Axis, even_factors, frontier, scaled_rows};
use phasewise::explain::worths_of;
use phasewise::files;
use phasewise::sequencing::compile::{Compiled, compile};
use phasewise::sequencing::{Answer, Budget, CancelFlag, Engine, Options, Portfolio, verify};
use std::path::Path;
use std::sync::Arc;

fn planned(name: &str, effort: u64) -> (Compiled, Answer) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
    let scenario = files::read(&path).unwrap().scenario;
    let compiled = compile(&scenario, &worths_of(&scenario)).unwrap();
    let answer = cold(&compiled.portfolio, effort);
    (compiled, answer)
}

fn cold(portfolio: &Arc<Portfolio>, effort: u64) -> Answer {
    let mut engine = Engine::new(Arc::clone(portfolio), Options::default());
    engine.run(Budget::Effort(effort), &CancelFlag::default(), &mut |_| {})
}

fn with_limits(
    portfolio: &Portfolio,
    rows: impl Iterator<Item = usize>,
    factor: f64,
) -> Arc<Portfolio> {
    let mut changed = portfolio.clone();
    for row in rows {
        for limit in &mut changed.resources[row].limit {
            *limit = (*limit as f64 * factor * (1.0 + 1e-12)).floor() as i64;
        }
    }
    Arc::new(changed)
}

#[test]
fn it_rises_and_agrees_with_planning_each_point_alone() {
    for (name, axis) in
        [("eu20.ron", Axis::Budget), ("eu20.ron", Axis::Staff), ("kazakhstan.ron", Axis::Budget)]
    {
        let (compiled, present) = planned(name, 150);
        let portfolio = &compiled.portfolio;
        let rows = scaled_rows(&compiled, axis);
        let factors = even_factors(0.5, 1.5, 4);
        let mut told = 0;
        let flag = CancelFlag::default();
        let efforts = [60, 600];
        let found = frontier(portfolio, &rows, &factors, &present, efforts, &flag, &mut |so_far| {
            told += 1;
            assert_eq!(so_far.points.len(), told.min(factors.len()));
        });
        assert!(found.complete);
        assert_eq!(found.points.len(), factors.len());
        for pair in found.points.windows(2) {
            assert!(pair[0].factor < pair[1].factor);
            assert!(pair[0].objective <= pair[1].objective, "{name}: it falls");
            assert!(pair[0].upper_bound <= pair[1].upper_bound, "{name}: a bound falls");
        }
        for point in &found.points {
            let alone = with_limits(portfolio, rows.iter().map(|row| row.resource), point.factor);
            let answer = cold(&alone, 60);
            match (&point.plan, point.objective) {
                (Some(plan), Some(objective)) => {
                    let check = verify(&alone, plan);
                    assert!(check.violations.is_empty(), "{name} {}: {check:?}", point.factor);
                    assert_eq!(check.objective, objective);
                    assert!(objective <= point.upper_bound);
                    // Neither beats what the other has proven.
                    assert!(answer.infeasible.is_some() || answer.objective <= point.upper_bound);
                    assert!(objective <= answer.upper_bound, "{name} {}", point.factor);
                    if answer.optimal && point.is_optimal() {
                        assert_eq!(objective, answer.objective);
                    }
                }
                _ => assert!(!answer.optimal, "{name} {}: there is a plan", point.factor),
            }
        }
    }
}

#[test]
fn it_stops_when_asked_and_what_is_there_holds() {
    let (compiled, present) = planned("eu20.ron", 60);
    let rows = scaled_rows(&compiled, Axis::Budget);
    let flag = CancelFlag::default();
    let factors = even_factors(0.5, 1.5, 20);
    let found =
        frontier(&compiled.portfolio, &rows, &factors, &present, [30, 300], &flag, &mut |so_far| {
            if so_far.points.len() == 3 {
                flag.cancel();
            }
        });
    assert_eq!((found.points.len(), found.complete), (3, false));
}

#[test]
fn where_the_present_plan_is_proven_every_point_ends_exact() {
    let (compiled, present) = planned("kazakhstan.ron", 4_000);
    assert!(present.optimal);
    let (portfolio, flag) = (&compiled.portfolio, CancelFlag::default());
    let rows = scaled_rows(&compiled, Axis::Budget);
    let factors = [0.75, 0.9, 1.0, 1.25];
    let mut at_first = None;
    let efforts = [200, 20_000];
    let found = frontier(portfolio, &rows, &factors, &present, efforts, &flag, &mut |so_far| {
        if so_far.points.len() == factors.len() && at_first.is_none() {
            at_first = Some(so_far.exact());
        }
    });
    assert!(at_first.unwrap() < factors.len(), "nothing was left to do");
    assert_eq!(found.exact(), factors.len());
    for point in &found.points {
        let alone = with_limits(portfolio, rows.iter().map(|row| row.resource), point.factor);
        let answer = cold(&alone, 20_000);
        assert!(answer.optimal);
        assert_eq!(point.objective, Some(answer.objective), "{}", point.factor);
    }
}
