use super::support::near;
use phasewise::model::{Measure, ValueFunction};
use phasewise::scoring::{Valued, score_at, value_of};
use proptest::prelude::*;

fn of(function: &ValueFunction, x: f64) -> Valued {
    value_of(function, &Measure::Number(x)).unwrap()
}

fn levels() -> ValueFunction {
    let pairs = [("none", 0.0), ("partial", 40.0), ("full", 100.0)];
    ValueFunction::Levels(pairs.map(|(id, value)| (id.to_owned(), value)).into())
}

#[test]
fn rising_and_falling_lines() {
    let rising = ValueFunction::Linear { worst: 0.0, best: 40.0 };
    assert_eq!(of(&rising, 10.0), Valued { value: 25.0, clamped: false });
    assert_eq!(of(&rising, 40.0), Valued { value: 100.0, clamped: false });
    assert_eq!(of(&rising, 41.0), Valued { value: 100.0, clamped: true });
    assert_eq!(of(&rising, -1.0), Valued { value: 0.0, clamped: true });
    let falling = ValueFunction::Linear { worst: 60.0, best: 5.0 };
    near(of(&falling, 16.0).value, 80.0, 1e-12);
    assert_eq!(of(&falling, 61.0), Valued { value: 0.0, clamped: true });
    assert_eq!(of(&falling, 4.0), Valued { value: 100.0, clamped: true });
}

#[test]
fn logarithms() {
    let demand = ValueFunction::Log10 { worst: 1e3, best: 1e7 };
    near(of(&demand, 1e5).value, 50.0, 1e-12);
    near(of(&demand, 2e4).value, 100.0 * 20f64.ln() / 1e4f64.ln(), 1e-12);
    assert_eq!(of(&demand, 0.0), Valued { value: 0.0, clamped: true });
    assert_eq!(of(&demand, -5.0), Valued { value: 0.0, clamped: true });
    let falling = ValueFunction::Log10 { worst: 1e4, best: 1.0 };
    near(of(&falling, 100.0).value, 50.0, 1e-12);
    assert_eq!(of(&falling, 0.0), Valued { value: 100.0, clamped: true });
}

#[test]
fn points_and_levels() {
    let points = ValueFunction::Points(vec![[0.0, 0.0], [10.0, 60.0], [30.0, 100.0]]);
    assert_eq!(of(&points, 5.0), Valued { value: 30.0, clamped: false });
    assert_eq!(of(&points, 10.0), Valued { value: 60.0, clamped: false });
    assert_eq!(of(&points, 20.0), Valued { value: 80.0, clamped: false });
    assert_eq!(of(&points, 30.0), Valued { value: 100.0, clamped: false });
    assert_eq!(of(&points, 31.0), Valued { value: 100.0, clamped: true });
    assert_eq!(of(&points, -1.0), Valued { value: 0.0, clamped: true });
    let level = |id: &str| value_of(&levels(), &Measure::Level(id.to_owned()));
    assert_eq!(level("partial"), Some(Valued { value: 40.0, clamped: false }));
    assert_eq!(level("halfway"), None);
    assert_eq!(value_of(&levels(), &Measure::Number(40.0)), None);
    assert_eq!(value_of(&points, &Measure::Level("partial".to_owned())), None);
}

/// Nothing that validation refuses may become NaN or a panic on the way there.
#[test]
fn broken_scales_give_numbers() {
    let scales = [
        ValueFunction::Linear { worst: 5.0, best: 5.0 },
        ValueFunction::Linear { worst: f64::NAN, best: 5.0 },
        ValueFunction::Log10 { worst: 10.0, best: 10.0 },
        ValueFunction::Log10 { worst: 0.0, best: 10.0 },
        ValueFunction::Log10 { worst: -3.0, best: 0.0 },
        ValueFunction::Points(vec![]),
        ValueFunction::Points(vec![[1.0, 20.0]]),
        ValueFunction::Points(vec![[1.0, 20.0], [1.0, 30.0]]),
        ValueFunction::Points(vec![[0.0, 0.0], [9.0, 50.0], [3.0, 70.0], [20.0, 90.0]]),
    ];
    for scale in &scales {
        for x in [-10.0, 0.0, 1.0, 5.0, 8.0, 10.0, 100.0, f64::NAN, f64::INFINITY] {
            let value = of(scale, x).value;
            assert!((0.0..=100.0).contains(&value), "{scale:?} of {x} is {value}");
        }
    }
    assert_eq!(of(&scales[0], 5.0), Valued { value: 0.0, clamped: false });
    assert_eq!(of(&scales[0], 6.0), Valued { value: 0.0, clamped: true });
}

fn scale() -> impl Strategy<Value = (ValueFunction, bool)> {
    let ends = || (-1e6..1e6f64, -1e6..1e6f64);
    let positive = || (1e-3..1e6f64, 1e-3..1e6f64);
    let steps = || prop::collection::vec((0.1..50.0f64, 0.0..20.0f64), 1..5);
    prop_oneof![
        ends().prop_map(|(worst, best)| { (ValueFunction::Linear { worst, best }, best > worst) }),
        positive()
            .prop_map(|(worst, best)| { (ValueFunction::Log10 { worst, best }, best > worst) }),
        (-100.0..100.0f64, steps()).prop_map(|(start, steps)| {
            let mut point = [start, 0.0];
            let mut points = vec![point];
            for (x, v) in steps {
                point = [point[0] + x, point[1] + v];
                points.push(point);
            }
            (ValueFunction::Points(points), true)
        }),
    ]
}

proptest! {
    #[test]
    fn values_are_monotone_and_stay_on_the_scale(
        (scale, rising) in scale(), x in -1e6..1e6f64, step in 0.0..1e5f64,
    ) {
        let (low, high) = (of(&scale, x).value, of(&scale, x + step).value);
        prop_assert!((0.0..=100.0).contains(&low));
        let (worse, better) = if rising { (low, high) } else { (high, low) };
        prop_assert!(worse <= better + 1e-9, "{worse} > {better}");
    }

    #[test]
    fn scores_lead_back_to_their_value((scale, _) in scale(), share in 0.0..1.0f64) {
        // A flat end of the points is the one place with no way back.
        let (low, high) = match &scale {
            ValueFunction::Points(points) => (points[0][1], points[points.len() - 1][1]),
            _ => (0.0, 100.0),
        };
        let value = low + share * (high - low);
        let score = score_at(&scale, value).unwrap();
        prop_assert!((of(&scale, score).value - value).abs() < 1e-4);
    }
}
