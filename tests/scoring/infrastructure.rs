use super::support::{channel, item, leaf, near};
use phasewise::model::{
    ActiveWeights, Computed, Criterion, Estimate, ForecastMeasure, GateLevel, Item, Phase,
    Scenario, SeriesPoint, ValueFunction,
};
use phasewise::scoring::{Matrix, forecast_level, lacking, leaf_weights};

fn scenario(phases: &[&str]) -> Scenario {
    let point = |year, low, best, high| {
        let value = Estimate { low: Some(low), high: Some(high), ..Estimate::exactly(best) };
        SeriesPoint { year, value }
    };
    let measure =
        |id: &str, series| ForecastMeasure { id: id.into(), series, ..Default::default() };
    let mut scenario = Scenario::default();
    scenario.forecast.measures = vec![
        measure(
            "internet",
            vec![
                point(2004, 2.0, 3.0, 6.0),
                point(2006, 4.0, 7.0, 12.0),
                point(2007, 5.0, 9.0, 20.0),
            ],
        ),
        measure("empty", vec![]),
    ];
    scenario.phases =
        phases.iter().map(|id| Phase { id: (*id).into(), ..Default::default() }).collect();
    scenario
}

fn best(scenario: &Scenario, phase: usize) -> f64 {
    forecast_level(scenario, &"internet".into(), phase, GateLevel::Best).unwrap()
}

#[test]
fn grows_evenly_between_years_and_stays_outside() {
    let scenario = scenario(&["2003", "2004", "2005", "2006", "2007", "2012"]);
    let levels: Vec<f64> = (0..6).map(|phase| best(&scenario, phase)).collect();
    assert_eq!(levels, [3.0, 3.0, 5.0, 7.0, 9.0, 9.0]);
    let of = |level| forecast_level(&scenario, &"internet".into(), 2, level);
    assert_eq!((of(GateLevel::Low), of(GateLevel::High)), (Some(3.0), Some(9.0)));
    assert_eq!(forecast_level(&scenario, &"empty".into(), 0, GateLevel::Best), None);
    assert_eq!(forecast_level(&scenario, &"unknown".into(), 0, GateLevel::Best), None);
}

#[test]
fn phases_without_a_year_count_from_one_with_a_year() {
    let mut half = scenario(&["2004", "second", "third", "fourth"]);
    half.parameters.phase_length_years = 0.5;
    let levels: Vec<f64> = (0..4).map(|phase| best(&half, phase)).collect();
    assert_eq!(levels, [3.0, 4.0, 5.0, 6.0]);
    let later = scenario(&["first", "2006"]);
    assert_eq!(best(&later, 0), 5.0);
    let none = scenario(&["first", "second", "third", "fourth"]);
    let levels: Vec<f64> = (0..4).map(|phase| best(&none, phase)).collect();
    assert_eq!(levels, [3.0, 7.0, 9.0, 9.0]);
    assert_eq!(best(&scenario(&[]), 0), 3.0);
}

#[test]
fn a_series_out_of_order_reads_the_same() {
    let mut shuffled = scenario(&["2005"]);
    shuffled.forecast.measures[0].series.reverse();
    assert_eq!(best(&shuffled, 0), 5.0);
}

#[test]
fn the_best_channel_that_opens_the_gate_counts() {
    let scenario = scenario(&["2004", "2006"]);
    let short = |item: &Item, phase| lacking(&scenario, item, phase, GateLevel::Best);
    let mut service = item("service", &[]);
    assert_eq!(short(&service, 0), 0.0);
    service.channels = vec![channel(Some(("internet", 11.0)), true, &[])];
    assert_eq!((short(&service, 0), short(&service, 1)), (8.0, 4.0));
    // A counter that is not there yet, and needs less.
    service.channels.push(channel(Some(("internet", 5.0)), true, &["nothing-like-it"]));
    assert_eq!((short(&service, 0), short(&service, 1)), (2.0, 0.0));
    // A telephone adds reach and opens nothing.
    service.channels =
        vec![channel(Some(("internet", 11.0)), true, &[]), channel(None, false, &[])];
    assert_eq!(short(&service, 0), 8.0);
    service.channels[1].opens_gate = true;
    assert_eq!(short(&service, 0), 0.0);
    service.channels = vec![channel(Some(("unknown", 4.0)), true, &[])];
    assert_eq!(short(&service, 0), 4.0);
}

#[test]
fn the_score_is_of_the_first_phase_in_which_an_item_may_start() {
    let mut scenario = scenario(&["2004", "2006", "2007"]);
    scenario.criteria = vec![Criterion {
        value: Some(ValueFunction::Linear { worst: 10.0, best: 0.0 }),
        computed: Some(Computed::InfrastructureRisk),
        ..leaf("infrastructure-risk")
    }];
    let mut service = item("service", &[("infrastructure-risk", 1.0)]);
    service.channels = vec![channel(Some(("internet", 11.0)), true, &[])];
    scenario.items = vec![service.clone(), service.clone(), service, item("law", &[])];
    scenario.items[1].earliest_phase = Some("2006".into());
    scenario.items[2].channels[0].need.as_mut().unwrap().level = 40.0.into();
    let weights = leaf_weights(&scenario, &ActiveWeights::First);
    let cells = Matrix::new(&scenario, &weights).cells;
    let of = |item: usize| (cells[item][0].raw.unwrap(), cells[item][0].value.unwrap());
    assert_eq!(of(0).0, 8.0);
    near(of(0).1, 20.0, 1e-12);
    near(of(1).1, 60.0, 1e-12);
    assert_eq!((of(2), cells[2][0].clamped), ((37.0, 0.0), true));
    assert_eq!((of(3), cells[3][0].clamped), ((0.0, 100.0), false));
    scenario.parameters.gate_uses = GateLevel::High;
    assert_eq!(Matrix::new(&scenario, &weights).cells[0][0].raw, Some(5.0));
}
