//! Small random scenarios with every kind of rule, and all their plans.

use phasewise::model::*;
use phasewise::sequencing::compile::Compiled;
use phasewise::sequencing::{Plan, SplitMix64, verify};

const PHASES: u32 = 3;

fn some(random: &mut SplitMix64, one_in: usize) -> bool {
    random.below(one_in) == 0
}

fn between(random: &mut SplitMix64, least: usize, most: usize) -> f64 {
    (least + random.below(most - least + 1)) as f64
}

/// Up to five items over three phases.
pub fn scenario(random: &mut SplitMix64) -> Scenario {
    let scale = |id: &str, worst: f64, best: f64, baseline: f64| Criterion {
        id: id.into(),
        value: Some(ValueFunction::Linear { worst, best }),
        baseline,
        ..Criterion::default()
    };
    let mut weights = WeightSet { id: "base".into(), ..WeightSet::default() };
    weights.swings = [("use", 100.0), ("speed", 60.0), ("risk", 40.0)]
        .map(|(id, swing)| (id.into(), swing))
        .into();
    let count = between(random, 2, 5) as usize;
    let mut scenario = Scenario {
        schema: SCHEMA,
        criteria: vec![
            scale("use", 0.0, 100.0, 0.0),
            scale("speed", 0.0, 100.0, 0.0),
            scale("risk", 100.0, 0.0, 100.0),
        ],
        weight_sets: vec![weights],
        phases: (0..PHASES).map(|at| phase(random, 2005 + at)).collect(),
        ..Scenario::default()
    };
    scenario.agencies = vec![Agency { id: "ministry".into(), ..Agency::default() }];
    scenario.forecast.measures = vec![ForecastMeasure {
        id: "users".into(),
        series: (0..PHASES as i32)
            .map(|at| SeriesPoint { year: 2005 + at, value: (5.0 * f64::from(at + 1)).into() })
            .collect(),
        ..ForecastMeasure::default()
    }];
    scenario.parameters.carry_over = some(random, 4);
    scenario.items = (0..count).map(|at| item(random, at, count)).collect();
    if some(random, 4) && count > 2 {
        let items = vec!["i0".into(), format!("i{}", count - 1).as_str().into()];
        scenario.exclusive.push(Exclusive { items, ..Exclusive::default() });
    }
    if some(random, 4) {
        let items = vec!["i0".into(), "i1".into()];
        let effect = Estimate::exactly(between(random, 0, 20) - 10.0);
        scenario.synergies.push(Synergy { items, effect, ..Synergy::default() });
    }
    scenario
}

fn phase(random: &mut SplitMix64, year: u32) -> Phase {
    let mut phase = Phase {
        id: year.to_string().as_str().into(),
        budget: Some(between(random, 3, 12)),
        opex_cap: some(random, 2).then(|| between(random, 4, 10)),
        staff_months: some(random, 2).then(|| between(random, 10, 60)),
        ..Phase::default()
    };
    phase.staff_by_agency.insert("ministry".into(), between(random, 5, 50));
    phase
}

fn item(random: &mut SplitMix64, at: usize, count: usize) -> Item {
    let duration = if some(random, 5) { 2 } else { 1 };
    let mut item = Item {
        id: format!("i{at}").as_str().into(),
        capex: Capex::Total(Estimate::exactly(between(random, 0, 7))),
        opex_per_year: between(random, 0, 4).into(),
        duration: Some(duration),
        mandatory: some(random, 9),
        ..Item::default()
    };
    let months = Estimate::exactly(between(random, 0, 25));
    item.staff_months.push(StaffNeed { agency: Some("ministry".into()), months });
    for criterion in ["use", "speed"] {
        item.scores.insert(criterion.into(), score(between(random, 0, 100)));
    }
    item.scores.insert("risk".into(), score(between(random, 0, 100)));
    let other = |random: &mut SplitMix64| {
        let other = (at + 1 + random.below(count - 1)) % count;
        ItemId::from(format!("i{other}"))
    };
    for _ in 0..2 {
        if some(random, 4) {
            let (item_id, lag, after) = (other(random), random.below(2) as u32, some(random, 3));
            // A circle that takes time would let nothing start.
            let forward = item_id.as_str() < item.id.as_str();
            let (lag, after) = if forward { (lag, after) } else { (0, false) };
            let known = item.requires.iter().any(|link| link.item == item_id);
            if !known && (forward || duration == 1) {
                item.requires.push(Requires { item: item_id, lag, after, ..Requires::default() });
            }
        }
    }
    if some(random, 9) {
        let any_of = vec![other(random), other(random)];
        item.requires_any_of.push(AnyOf { any_of, ..AnyOf::default() });
    }
    if some(random, 4) {
        let need = Need { measure: "users".into(), level: between(random, 4, 20).into() };
        item.channels.push(channel("web", Some(need), Vec::new()));
        if some(random, 2) {
            item.channels.push(channel("counter", None, vec![other(random)]));
        }
    }
    if some(random, 5) {
        let by = between(random, 1, 8).into();
        item.raises_forecast.push(ForecastRaise { measure: "users".into(), by });
    }
    if some(random, 7) {
        item.earliest_phase = Some("2006".into());
    }
    if some(random, 9) {
        item.pin = Some(Pin { phase: Some("2006".into()), ..Pin::default() });
        item.earliest_phase = None;
    }
    item
}

fn channel(kind: &str, need: Option<Need>, requires_any_of: Vec<ItemId>) -> Channel {
    Channel { channel: kind.into(), share: 1.0, opens_gate: true, need, requires_any_of, lag: 0 }
}

fn score(value: f64) -> Score {
    Score::exactly(Measure::Number(value))
}

/// All plans that hold, with what they are worth.
pub fn all_plans(compiled: &Compiled) -> Vec<(Plan, i64)> {
    let count = compiled.item_count();
    let choices = compiled.portfolio.phases as usize + 1;
    let mut plans = Vec::new();
    for mut code in 0..choices.pow(count as u32) {
        let mut start = vec![None; count];
        for place in &mut start {
            let choice = (code % choices) as u32;
            *place = (choice > 0).then_some(choice);
            code /= choices;
        }
        let plan = compiled.complete(&start);
        let found = verify(&compiled.portfolio, &plan);
        if found.violations.is_empty() {
            plans.push((plan, found.objective));
        }
    }
    plans
}

/// The best worth of the plans that have an item in a place; none if none has.
pub fn best_with(plans: &[(Plan, i64)], item: usize, place: Option<u32>) -> Option<i64> {
    plans.iter().filter(|(plan, _)| plan.start[item] == place).map(|(_, worth)| *worth).max()
}

/// The best worth of all.
pub fn best(plans: &[(Plan, i64)]) -> Option<i64> {
    plans.iter().map(|(_, worth)| *worth).max()
}
