use super::rank::{ranked, rows};
use super::support::table;
use phasewise::model::{ActiveWeights, MissingScores, Scenario};
use phasewise::scoring::{Matrix, dominated, leaf_weights};
use proptest::prelude::*;

fn dominators(scenario: &Scenario) -> Vec<Option<usize>> {
    let weights = leaf_weights(scenario, &ActiveWeights::First);
    dominated(&Matrix::new(scenario, &weights))
}

#[test]
fn better_on_nothing_and_worse_on_something() {
    let rows = [
        vec![50.0, 50.0],
        vec![50.0, 40.0],
        vec![50.0, 50.0],
        vec![90.0, 0.0],
        vec![0.0, f64::NAN],
    ];
    assert_eq!(dominators(&table(&[1.0, 1.0], &rows)), [None, Some(0), None, None, None]);
    assert_eq!(dominators(&table(&[], &[vec![], vec![]])), [None, None]);
}

proptest! {
    #[test]
    fn never_contradicts_the_ranking(
        rows in rows(), swings in prop::collection::vec(0.0..100.0f64, 4),
    ) {
        let mut scenario = table(&swings, &rows);
        scenario.parameters.missing_score_policy = MissingScores::Midpoint;
        let ranking = ranked(&scenario);
        for (item, by) in dominators(&scenario).into_iter().enumerate() {
            let Some(by) = by else { continue };
            prop_assert!(ranking.rows[by].value >= ranking.rows[item].value);
            prop_assert!(ranking.rows[by].rank <= ranking.rows[item].rank);
            let pairs = || rows[by].iter().zip(&rows[item]);
            prop_assert!(pairs().all(|(a, b)| a >= b) && pairs().any(|(a, b)| a > b));
        }
    }
}
