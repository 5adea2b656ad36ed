use super::support::{near, table};
use phasewise::model::{ActiveWeights, MissingScores, Scenario};
use phasewise::scoring::{Matrix, Ranking, leaf_weights, rank};
use proptest::prelude::*;

const NONE: f64 = f64::NAN;

pub fn ranked(scenario: &Scenario) -> Ranking {
    let weights = leaf_weights(scenario, &ActiveWeights::First);
    rank(scenario, &Matrix::new(scenario, &weights), &weights)
}

fn ranks(ranking: &Ranking) -> Vec<(usize, bool)> {
    ranking.rows.iter().map(|row| (row.rank, row.tied)).collect()
}

#[test]
fn equal_values_share_a_rank_and_keep_the_order_of_the_file() {
    // 0.1 + 0.2 and 0.3 differ in the last bit and are one value to people.
    let rows = [[10.0, 20.0], [30.0, 0.0], [0.0, 30.0], [50.0, 50.0], [1.0, 1.0]];
    let ranking = ranked(&table(&[0.1, 0.1], &rows.map(|row| row.to_vec())));
    let wanted = [(2, true), (2, true), (2, true), (1, false), (5, false)];
    assert_eq!(ranks(&ranking), wanted);
    assert_eq!(ranking.order, [3, 0, 1, 2, 4]);
}

#[test]
fn a_run_of_small_steps_is_not_one_tie() {
    let rows: Vec<Vec<f64>> = (0..6).map(|at| vec![50.0 - 0.6e-9 * f64::from(at)]).collect();
    let ranking = ranked(&table(&[1.0], &rows));
    let wanted = [(1, true), (1, true), (3, true), (3, true), (5, true), (5, true)];
    assert_eq!(ranks(&ranking), wanted);
}

#[test]
fn a_missing_score_counts_by_policy() {
    let mut scenario = table(&[50.0, 30.0, 20.0], &[vec![80.0, NONE, 40.0], vec![NONE; 3]]);
    let value = |scenario: &Scenario| ranked(scenario).rows[0].value;
    near(value(&scenario), (50.0 * 80.0 + 20.0 * 40.0) / 70.0, 1e-12);
    scenario.parameters.missing_score_policy = MissingScores::Worst;
    near(value(&scenario), 48.0, 1e-12);
    scenario.parameters.missing_score_policy = MissingScores::Midpoint;
    near(value(&scenario), 63.0, 1e-12);
    let ranking = ranked(&scenario);
    assert_eq!((ranking.rows[0].missing.as_slice(), ranking.rows[1].value), (&[1][..], 50.0));
    scenario.parameters.missing_score_policy = MissingScores::Renormalise;
    let ranking = ranked(&scenario);
    assert_eq!(ranking.rows[1].missing, [0, 1, 2]);
    assert_eq!(ranking.rows[1].contributions, [0.0; 3]);
}

#[test]
fn nothing_to_rank() {
    assert!(ranked(&Scenario::default()).order.is_empty());
    let ranking = ranked(&table(&[], &[vec![], vec![]]));
    assert_eq!(ranks(&ranking), [(1, true), (1, true)]);
    assert_eq!(ranking.rows[0].value.to_bits(), 0.0f64.to_bits());
}

pub fn rows() -> impl Strategy<Value = Vec<Vec<f64>>> {
    // Whole numbers, so that ties happen; one in eight is missing.
    let score = (0u32..8, 0u32..=20);
    let score = score.prop_map(|(gap, n)| if gap == 0 { NONE } else { f64::from(n) * 5.0 });
    prop::collection::vec(prop::collection::vec(score, 4), 1..12)
}

proptest! {
    #[test]
    fn contributions_add_up_to_the_value(
        rows in rows(), swings in prop::collection::vec(0.0..100.0f64, 4), policy in 0..3,
    ) {
        let mut scenario = table(&swings, &rows);
        scenario.parameters.missing_score_policy = match policy {
            0 => MissingScores::Renormalise,
            1 => MissingScores::Worst,
            _ => MissingScores::Midpoint,
        };
        let ranking = ranked(&scenario);
        for row in &ranking.rows {
            prop_assert_eq!(row.contributions.iter().sum::<f64>() + 0.0, row.value);
            prop_assert!((0.0..=100.0 + 1e-9).contains(&row.value));
        }
        // A place is 1 and the number of those who are really better.
        for row in &ranking.rows {
            let better = ranking.rows.iter().filter(|other| other.value > row.value + 1e-9);
            prop_assert_eq!(row.rank, 1 + better.count());
        }
        let values: Vec<f64> = ranking.order.iter().map(|&i| ranking.rows[i].value).collect();
        prop_assert!(values.windows(2).all(|pair| pair[0] >= pair[1] - 1e-9));
    }

    #[test]
    fn another_item_changes_no_order_among_the_others(
        rows in rows(), swings in prop::collection::vec(0u32..100, 4), at in 0usize..12,
    ) {
        let swings: Vec<f64> = swings.into_iter().map(f64::from).collect();
        let with = ranked(&table(&swings, &rows));
        let at = at % rows.len();
        let mut fewer = table(&swings, &rows);
        fewer.items.remove(at);
        let without = ranked(&fewer);
        let left: Vec<usize> = with.order.iter().copied().filter(|&item| item != at)
            .map(|item| if item > at { item - 1 } else { item }).collect();
        prop_assert_eq!(left, without.order);
    }
}
