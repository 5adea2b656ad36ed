use super::support::{all_near, near, table};
use phasewise::model::{ActiveWeights, MissingScores, Scenario, ValueFunction};
use phasewise::scoring::methods::{Method, Ranked, promethee2, rank_by, topsis, vikor, wsm};
use phasewise::scoring::{Matrix, leaf_weights};
use proptest::prelude::*;

/// Tzeng and Huang, Multiple attribute decision making (2011): the matrix, weights
/// and closeness as the tests of scikit-criteria quote them.
fn tzeng_huang() -> (Vec<Vec<f64>>, [f64; 3], [bool; 3]) {
    let rows = [[5.0, 8.0, 4.0], [7.0, 6.0, 8.0], [8.0, 8.0, 6.0], [7.0, 4.0, 6.0]];
    (rows.map(|row| row.to_vec()).to_vec(), [0.3, 0.4, 0.3], [true; 3])
}

#[test]
fn topsis_of_tzeng_and_huang() {
    let (scores, weights, rising) = tzeng_huang();
    let found = topsis(&scores, &weights, &rising);
    all_near(&found, &[0.5037, 0.6581, 0.7482, 0.3340], 1e-4);
    all_near(&found, &obvious_topsis(&scores, &weights, &rising), 1e-12);
}

/// Step by step, a column at a time.
fn obvious_topsis(scores: &[Vec<f64>], weights: &[f64], rising: &[bool]) -> Vec<f64> {
    let mut to_best = vec![0.0; scores.len()];
    let mut to_worst = vec![0.0; scores.len()];
    for leaf in 0..weights.len() {
        let column: Vec<f64> = scores.iter().map(|row| row[leaf]).collect();
        let length = column.iter().fold(0.0, |sum: f64, x| sum + x * x).sqrt();
        let scaled: Vec<f64> = column
            .iter()
            .map(|x| if length > 0.0 { weights[leaf] * x / length } else { 0.0 })
            .collect();
        let most = scaled.iter().copied().fold(f64::MIN, f64::max);
        let least = scaled.iter().copied().fold(f64::MAX, f64::min);
        let (best, worst) = if rising[leaf] { (most, least) } else { (least, most) };
        for (item, x) in scaled.iter().enumerate() {
            to_best[item] += (x - best) * (x - best);
            to_worst[item] += (x - worst) * (x - worst);
        }
    }
    let close = |(best, worst): (&f64, &f64)| match best.sqrt() + worst.sqrt() {
        0.0 => 0.5,
        whole => worst.sqrt() / whole,
    };
    to_best.iter().zip(&to_worst).map(close).collect()
}

/// Opricovic and Tzeng 2007, EJOR 178(2) 514-529: six plans for a river, four sets
/// of weights; Q as the tests of scikit-criteria quote it.
#[test]
fn vikor_of_opricovic_and_tzeng_2007() {
    let rows = [
        [4184.3, 2914.0, 407.2, 251.0, 195.0, 244.0, 15.0, 2.41],
        [5211.9, 3630.0, 501.7, 308.3, 282.0, 346.0, 21.0, 1.41],
        [5021.3, 3920.5, 504.0, 278.6, 12.0, 56.0, 3.0, 4.42],
        [5566.1, 3957.9, 559.5, 335.3, 167.0, 268.0, 16.0, 3.36],
        [5060.5, 3293.5, 514.1, 284.2, 69.0, 90.0, 7.0, 4.04],
        [4317.9, 2925.9, 432.8, 239.3, 12.0, 55.0, 3.0, 4.36],
    ];
    let scores: Vec<Vec<f64>> = rows.iter().map(|row| row.to_vec()).collect();
    let rising = [true, false, true, true, false, false, false, true];
    let cases = [
        (1.0, 1.0, [0.991, 1.0, 0.473, 0.670, 0.0, 0.578]),
        (2.0, 1.0, [1.0, 0.533, 0.552, 0.563, 0.0, 0.686]),
        (1.0, 2.0, [0.684, 1.0, 0.147, 0.554, 0.041, 0.191]),
        (1.0, 3.2, [0.668, 1.0, 0.051, 0.588, 0.058, 0.078]),
    ];
    for (first, last, wanted) in cases {
        let all = 4.0 * (first + last);
        let weights: Vec<f64> =
            (0..8).map(|leaf| if leaf < 4 { first / all } else { last / all }).collect();
        let found = vikor(&scores, &weights, &rising, 0.5);
        all_near(&found, &wanted, 2e-3);
        all_near(&found, &obvious_vikor(&scores, &weights, &rising, 0.5), 1e-12);
    }
}

/// Opricovic and Tzeng 2004, EJOR 156(2) 445-455: climbing; and Papathanasiou and
/// Ploskas 2018, ch. 2, with v = 0.625, as the tests of pyrepo-mcda quote it.
#[test]
fn vikor_of_other_papers() {
    let climb = [vec![1.0, 3000.0], vec![2.0, 3750.0], vec![5.0, 4500.0]];
    all_near(&vikor(&climb, &[0.5, 0.5], &[false, true], 0.5), &[1.0, 0.0, 1.0], 1e-12);
    let (scores, weights) = facility();
    let wanted = [0.640, 1.0, 0.693, 0.271, 0.0, 0.694];
    all_near(&vikor(&scores, &weights, &[true; 4], 0.625), &wanted, 5e-4);
}

fn facility() -> (Vec<Vec<f64>>, [f64; 4]) {
    let rows = [
        [8.0, 7.0, 2.0, 1.0],
        [5.0, 3.0, 7.0, 5.0],
        [7.0, 5.0, 6.0, 4.0],
        [9.0, 9.0, 7.0, 3.0],
        [11.0, 10.0, 3.0, 7.0],
        [6.0, 9.0, 5.0, 4.0],
    ];
    (rows.map(|row| row.to_vec()).to_vec(), [0.4, 0.3, 0.1, 0.2])
}

fn obvious_vikor(scores: &[Vec<f64>], weights: &[f64], rising: &[bool], v: f64) -> Vec<f64> {
    let ends = |numbers: &mut dyn Iterator<Item = f64>| {
        let all: Vec<f64> = numbers.collect();
        let most = all.iter().copied().fold(f64::MIN, f64::max);
        (all.iter().copied().fold(f64::MAX, f64::min), most)
    };
    let (mut s, mut r) = (vec![0.0; scores.len()], vec![0.0f64; scores.len()]);
    for leaf in 0..weights.len() {
        let (least, most) = ends(&mut scores.iter().map(|row| row[leaf]));
        for (item, row) in scores.iter().enumerate() {
            let best = if rising[leaf] { most } else { least };
            if most > least {
                let regret = weights[leaf] * (best - row[leaf]).abs() / (most - least);
                s[item] += regret;
                r[item] = r[item].max(regret);
            }
        }
    }
    let (s0, s1) = ends(&mut s.iter().copied());
    let (r0, r1) = ends(&mut r.iter().copied());
    let part = |x: f64, low: f64, high: f64| {
        if high - low > 1e-12 { (x - low) / (high - low) } else { 0.0 }
    };
    s.iter().zip(&r).map(|(s, r)| v * part(*s, s0, s1) + (1.0 - v) * part(*r, r0, r1)).collect()
}

/// Cases that public libraries test themselves with (antoinedejonckheere/promethee;
/// EasyMCDM, which does not divide by n − 1): usual preference function.
#[test]
fn promethee_of_public_libraries() {
    let scores = [vec![4.0, 2.0], vec![1.0, 5.0], vec![3.0, 4.0]];
    let found = promethee2(&scores, &[0.4, 0.6], &[true, true]);
    all_near(&found, &[-0.2, 0.2, 0.0], 1e-12);
    let scores = [vec![80.0, 90.0, 600.0], vec![65.0, 58.0, 200.0], vec![83.0, 60.0, 400.0]];
    let found = promethee2(&scores, &[1.0 / 3.0; 3], &[false, true, false]);
    all_near(&found, &[0.0, 1.0 / 3.0, -1.0 / 3.0], 1e-12);
}

/// Brans and Vincke 1985, all pairs.
fn obvious_promethee(scores: &[Vec<f64>], weights: &[f64], rising: &[bool]) -> Vec<f64> {
    let preference = |a: &[f64], b: &[f64]| -> f64 {
        let better = |leaf: &usize| {
            if rising[*leaf] { a[*leaf] > b[*leaf] } else { a[*leaf] < b[*leaf] }
        };
        (0..weights.len()).filter(better).map(|leaf| weights[leaf]).sum()
    };
    let others = (scores.len() - 1).max(1) as f64;
    scores
        .iter()
        .map(|a| {
            let flow = scores.iter().map(|b| preference(a, b) - preference(b, a));
            flow.sum::<f64>() / others
        })
        .collect()
}

#[test]
fn wsm_by_hand() {
    let (scores, weights, rising) = tzeng_huang();
    let found = wsm(&scores, &weights, &rising);
    // Ranges 5..8, 4..8, 4..8: 0.4; 0.2 + 0.2 + 0.3; 0.3 + 0.4 + 0.15; 0.2 + 0 + 0.15.
    all_near(&found, &[40.0, 70.0, 85.0, 35.0], 1e-9);
    // Falling is the same from the other end.
    let falling = wsm(&scores, &weights, &[false; 3]);
    all_near(&falling, &[60.0, 30.0, 15.0, 65.0], 1e-9);
}

#[test]
fn nothing_to_compare_gives_numbers() {
    let weights = [0.5, 0.5];
    let same = vec![vec![3.0, 0.0]; 3];
    for scores in [vec![], vec![vec![3.0, 0.0]], same] {
        let zeros = vec![0.0; scores.len()];
        assert_eq!(wsm(&scores, &weights, &[true, false]), zeros);
        assert_eq!(topsis(&scores, &weights, &[true, false]), vec![0.5; scores.len()]);
        assert_eq!(vikor(&scores, &weights, &[true, false], 0.5), zeros);
        assert_eq!(promethee2(&scores, &weights, &[true, false]), zeros);
        let none: Vec<Vec<f64>> = vec![vec![]; scores.len()];
        assert_eq!(wsm(&none, &[], &[]), zeros);
        assert_eq!(vikor(&none, &[], &[], 0.5), zeros);
    }
    // As in scikit-criteria's tests: equal regret, equal sums.
    let found =
        vikor(&[vec![1.0, 0.0, 3.0], vec![5.0, 0.0, 6.0]], &[1.0 / 3.0; 3], &[true; 3], 0.5);
    assert_eq!(found, [1.0, 0.0]);
    // Huge and tiny numbers have squares out of range.
    let found = topsis(&[vec![1e200, 1e-200], vec![5e199, 2e-200]], &weights, &[true, true]);
    near(found[0] + found[1], 1.0, 1e-12);
    assert!(found.iter().all(|closeness| *closeness > 0.1));
}

/// Sums that are equal but for rounding are not spread over the whole of 0..1.
#[test]
fn vikor_does_not_magnify_rounding() {
    let scores = [vec![1.0, 0.0, 0.5, 0.0], vec![0.0, 1.0, 0.0, 0.5]];
    let weights = [0.1, 0.1, 0.3, 0.3];
    assert_eq!(vikor(&scores, &weights, &[true; 4], 0.5), [0.0, 0.0]);
}

fn by(method: Method, scenario: &Scenario) -> Ranked {
    let weights = leaf_weights(scenario, &ActiveWeights::First);
    rank_by(method, scenario, &Matrix::new(scenario, &weights), &weights)
}

#[test]
fn of_a_scenario_by_raw_scores_and_the_scale_s_direction() {
    let (scores, weights, rising) = tzeng_huang();
    let mut scenario = table(&weights, &scores);
    let ranked = by(Method::Topsis, &scenario);
    all_near(&ranked.indices, &topsis(&scores, &weights, &rising), 1e-12);
    assert_eq!((ranked.order, ranked.ranks), (vec![2, 1, 0, 3], vec![3, 2, 1, 4]));
    // Lower is better for Q, and the order says so.
    assert_eq!(by(Method::Vikor, &scenario).order, [2, 1, 0, 3]);
    scenario.criteria[1].value = Some(ValueFunction::Linear { worst: 100.0, best: 0.0 });
    let ranked = by(Method::Wsm, &scenario);
    all_near(&ranked.indices, &wsm(&scores, &weights, &[true, false, true]), 1e-12);
}

#[test]
fn equal_indices_share_a_rank() {
    let rows = [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 0.0], [0.5, 0.5]];
    let scenario = table(&[1.0, 1.0], &rows.map(|row| row.to_vec()));
    for method in [Method::Wsm, Method::Topsis, Method::Promethee2] {
        let ranked = by(method, &scenario);
        assert_eq!(ranked.ranks, [2, 2, 1, 5, 2], "{method:?}");
        assert_eq!(ranked.order, [2, 0, 1, 4, 3], "{method:?}");
    }
    // VIKOR holds the greater of the regrets against those who are all or nothing.
    let ranked = by(Method::Vikor, &scenario);
    assert_eq!((ranked.ranks, ranked.order), (vec![3, 3, 1, 5, 2], vec![2, 4, 0, 1, 3]));
}

#[test]
fn missing_scores_count_by_policy() {
    let rows = [vec![20.0, 10.0], vec![40.0, f64::NAN], vec![60.0, 40.0]];
    let mut scenario = table(&[1.0, 1.0], &rows);
    let log = ValueFunction::Log10 { worst: 1.0, best: 10_000.0 };
    scenario.criteria[1].value = Some(log);
    let cases = [
        (MissingScores::Renormalise, 25.0),
        (MissingScores::Worst, 1.0),
        (MissingScores::Midpoint, 100.0),
    ];
    for (policy, stand_in) in cases {
        scenario.parameters.missing_score_policy = policy;
        let full = [vec![20.0, 10.0], vec![40.0, stand_in], vec![60.0, 40.0]];
        let wanted = wsm(&full, &[0.5, 0.5], &[true, true]);
        all_near(&by(Method::Wsm, &scenario).indices, &wanted, 1e-9);
    }
}

fn tables() -> impl Strategy<Value = (Vec<Vec<f64>>, Vec<f64>, Vec<bool>)> {
    (1usize..5).prop_flat_map(|leaves| {
        let score = (-4i32..5).prop_map(f64::from);
        (
            prop::collection::vec(prop::collection::vec(score, leaves), 1..8),
            prop::collection::vec(0.0..1.0f64, leaves),
            prop::collection::vec(any::<bool>(), leaves),
        )
    })
}

proptest! {
    #[test]
    fn methods_agree_with_their_twins((scores, weights, rising) in tables()) {
        let all: f64 = weights.iter().sum::<f64>().max(1e-3);
        let weights: Vec<f64> = weights.iter().map(|weight| weight / all).collect();
        let close = |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9);
        let found = topsis(&scores, &weights, &rising);
        prop_assert!(close(&found, &obvious_topsis(&scores, &weights, &rising)));
        prop_assert!(found.iter().all(|closeness| (0.0..=1.0).contains(closeness)));
        let found = vikor(&scores, &weights, &rising, 0.5);
        prop_assert!(close(&found, &obvious_vikor(&scores, &weights, &rising, 0.5)));
        let found = promethee2(&scores, &weights, &rising);
        prop_assert!(close(&found, &obvious_promethee(&scores, &weights, &rising)));
        prop_assert!(found.iter().sum::<f64>().abs() < 1e-9);
        let found = wsm(&scores, &weights, &rising);
        prop_assert!(found.iter().all(|value| (0.0..=100.0 + 1e-9).contains(value)));
    }
}
