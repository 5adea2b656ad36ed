//! Numbers outside items: settings, criteria, weights, phases, forecast, and what is only told.

use super::place::Place;
use super::scales;
use crate::model::{Estimate, Measure, Problem, Scenario, Score, Severity, ValueFunction};

/// Which numbers a field allows besides being finite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Allowed {
    Any,
    NotNegative,
    /// 0..1.
    Share,
}

/// Adds the problem of one number, if it has one; true if it has none.
pub(super) fn number(
    value: f64,
    allowed: Allowed,
    place: &Place<'_>,
    out: &mut Vec<Problem>,
) -> bool {
    let problem = if !value.is_finite() {
        Problem::error("number-not-finite", place.to_string())
    } else if allowed == Allowed::NotNegative && value < 0.0 {
        Problem::error("number-negative", place.to_string())
    } else if allowed == Allowed::Share {
        return within(value, 0.0, 1.0, Severity::Error, place, out);
    } else {
        return true;
    };
    out.push(problem.with("value", value));
    false
}

/// As [`number`], for a field with two ends.
pub(super) fn within(
    value: f64,
    least: f64,
    most: f64,
    severity: Severity,
    place: &Place<'_>,
    out: &mut Vec<Problem>,
) -> bool {
    if !number(value, Allowed::Any, place, out) {
        return false;
    }
    let is_within = (least..=most).contains(&value);
    if !is_within {
        let problem = Problem::new(severity, "number-outside", place.to_string());
        out.push(problem.with("value", value).with("least", least).with("most", most));
    }
    is_within
}

/// Adds the problems of a number that may be missing.
pub(super) fn maybe(
    value: Option<f64>,
    allowed: Allowed,
    place: &Place<'_>,
    out: &mut Vec<Problem>,
) {
    if let Some(value) = value {
        number(value, allowed, place, out);
    }
}

/// Adds the problems of an estimate: each of its numbers, and low ≤ best ≤ high.
pub(super) fn estimate(
    estimate: &Estimate,
    allowed: Allowed,
    place: &Place<'_>,
    out: &mut Vec<Problem>,
) {
    let mut is_right = number(estimate.best, allowed, place, out);
    for (end, field) in [(estimate.low, "low"), (estimate.high, "high")] {
        is_right &= end.is_none_or(|value| number(value, allowed, &place.field(field), out));
    }
    if is_right {
        let (low, high) = (estimate.low_or_best(), estimate.high_or_best());
        if low > estimate.best || estimate.best > high {
            out.push(range_order(place, low, estimate.best, high));
        }
    }
}

fn range_order(
    place: &Place<'_>,
    low: impl ToString,
    best: impl ToString,
    high: impl ToString,
) -> Problem {
    Problem::error("range-order", place.to_string())
        .with("low", low.to_string())
        .with("best", best.to_string())
        .with("high", high.to_string())
}

/// As [`estimate`], for a score; levels are ordered by their values.
pub(super) fn score(
    score: &Score,
    function: Option<&ValueFunction>,
    place: &Place<'_>,
    out: &mut Vec<Problem>,
) {
    let mut ordered = Vec::with_capacity(3);
    let parts =
        [(score.low.as_ref(), "low"), (Some(&score.best), ""), (score.high.as_ref(), "high")];
    for (part, field) in parts {
        let Some(part) = part else { continue };
        let own = place.field(field);
        let here = if field.is_empty() { place } else { &own };
        match (part, function) {
            (Measure::Number(value), _) if !number(*value, Allowed::Any, here, out) => return,
            (Measure::Number(value), _) => ordered.push(*value),
            (Measure::Level(name), Some(ValueFunction::Levels(levels))) => {
                let Some(value) = levels.get(name) else { return };
                ordered.push(*value);
            }
            _ => return,
        }
    }
    if ordered.windows(2).any(|pair| pair[0] > pair[1]) {
        let words = |part: &Measure| match part {
            Measure::Number(value) => value.to_string(),
            Measure::Level(name) => name.clone(),
        };
        let best = words(&score.best);
        let low = score.low.as_ref().map_or(best.clone(), words);
        let high = score.high.as_ref().map_or(best.clone(), words);
        out.push(range_order(place, low, best, high));
    }
}

/// Problems of all numbers outside items.
pub(super) fn check(scenario: &Scenario, out: &mut Vec<Problem>) {
    parameters(scenario, out);
    let list = Place::TOP.field("criteria");
    for (at, criterion) in scenario.criteria.iter().enumerate() {
        let place = list.named(at, criterion.id.as_str());
        let baseline = place.field("baseline");
        within(criterion.baseline, 0.0, 100.0, Severity::Error, &baseline, out);
        if let Some(gate) = &criterion.gate {
            maybe(gate.threshold, Allowed::Any, &place.field("gate").field("threshold"), out);
        }
        if let Some(function) = &criterion.value {
            scales::check(function, &place.field("value"), out);
        }
    }
    let list = Place::TOP.field("weight_sets");
    for (at, set) in scenario.weight_sets.iter().enumerate() {
        let place = list.named(at, set.id.as_str());
        number(set.influence, Allowed::NotNegative, &place.field("influence"), out);
        for (id, swing) in &set.swings {
            let swings = place.field("swings");
            number(*swing, Allowed::NotNegative, &swings.field(id.as_str()), out);
        }
    }
    money(scenario, out);
    told(scenario, out);
}

fn parameters(scenario: &Scenario, out: &mut Vec<Problem>) {
    let place = Place::TOP.field("parameters");
    let settings = &scenario.parameters;
    let rate = &settings.discount_rate;
    let here = place.field("discount_rate");
    estimate(rate, Allowed::Any, &here, out);
    let lowest = rate.low_or_best().min(rate.best);
    if lowest <= -1.0 {
        out.push(Problem::error("discount-rate", here.to_string()).with("value", lowest));
    } else if rate.best > 1.0 {
        let problem = Problem::warning("discount-rate-percent", here.to_string());
        out.push(problem.with("value", rate.best).with("percent", rate.best * 100.0));
    }
    estimate(&settings.tail_years, Allowed::NotNegative, &place.field("tail_years"), out);
    let length = settings.phase_length_years;
    if length.is_nan() || length.is_infinite() || length <= 0.0 {
        let path = place.field("phase_length_years").to_string();
        out.push(Problem::error("phase-length", path).with("value", length));
    }
    maybe(settings.review_threshold, Allowed::Any, &place.field("review_threshold"), out);
    number(settings.leverage_discount, Allowed::Share, &place.field("leverage_discount"), out);
    number(settings.soft_penalty, Allowed::NotNegative, &place.field("soft_penalty"), out);
}

fn money(scenario: &Scenario, out: &mut Vec<Problem>) {
    let list = Place::TOP.field("phases");
    for (at, phase) in scenario.phases.iter().enumerate() {
        let place = list.named(at, phase.id.as_str());
        maybe(phase.budget, Allowed::NotNegative, &place.field("budget"), out);
        maybe(phase.opex_cap, Allowed::NotNegative, &place.field("opex_cap"), out);
        maybe(phase.staff_months, Allowed::NotNegative, &place.field("staff_months"), out);
        for (fund, amount) in &phase.co_funding {
            let here = place.field("co_funding");
            number(*amount, Allowed::NotNegative, &here.field(fund.as_str()), out);
        }
        for (agency, months) in &phase.staff_by_agency {
            let here = place.field("staff_by_agency");
            number(*months, Allowed::NotNegative, &here.field(agency.as_str()), out);
        }
    }
    let list = Place::TOP.field("funding_sources");
    for (at, fund) in scenario.funding_sources.iter().enumerate() {
        let place = list.named(at, fund.id.as_str());
        for (phase, amount) in &fund.amounts {
            let here = place.field("amounts");
            number(*amount, Allowed::NotNegative, &here.field(phase.as_str()), out);
        }
    }
    let list = Place::TOP.field("synergies");
    for (at, pair) in scenario.synergies.iter().enumerate() {
        estimate(&pair.effect, Allowed::Any, &list.at(at).field("effect"), out);
    }
}

/// Numbers that nothing is computed with; they must be writable, and chances chances.
fn told(scenario: &Scenario, out: &mut Vec<Problem>) {
    let list = Place::TOP.field("indicators");
    for (at, indicator) in scenario.indicators.iter().enumerate() {
        let place = list.named(at, indicator.id.as_str());
        maybe(indicator.baseline, Allowed::Any, &place.field("baseline"), out);
        maybe(indicator.target, Allowed::Any, &place.field("target"), out);
    }
    let list = Place::TOP.field("risks");
    for (at, risk) in scenario.risks.iter().enumerate() {
        let Some(chance) = &risk.probability else { continue };
        let place = list.named(at, &risk.id);
        let here = place.field("probability");
        estimate(chance, Allowed::Any, &here, out);
        for value in [chance.low_or_best(), chance.best, chance.high_or_best()] {
            // What is not finite has been told already.
            if value.is_finite() && !within(value, 0.0, 1.0, Severity::Warning, &here, out) {
                break;
            }
        }
    }
    if let Some(speed) = &scenario.service_speed {
        let list = Place::TOP.field("service_speed");
        let list = list.field("measures");
        for (at, row) in speed.measures.iter().enumerate() {
            for (country, value) in &row.values {
                let place = list.named(at, &row.id);
                number(*value, Allowed::Any, &place.field("values").field(country), out);
            }
        }
    }
    let list = Place::TOP.field("facts");
    for (at, fact) in scenario.facts.iter().enumerate() {
        number(fact.value, Allowed::Any, &list.named(at, &fact.id).field("value"), out);
    }
    if let Some(programme) = &scenario.programme {
        let place = Place::TOP.field("programme");
        maybe(programme.budget, Allowed::NotNegative, &place.field("budget"), out);
    }
    let list = Place::TOP.field("readiness_indices");
    for (at, index) in scenario.readiness_indices.iter().enumerate() {
        let place = list.named(at, &index.id);
        maybe(index.published, Allowed::Any, &place.field("published"), out);
        maybe(index.computed, Allowed::Any, &place.field("computed"), out);
        for (end, value) in index.scale.iter().enumerate() {
            number(*value, Allowed::Any, &place.field("scale").at(end), out);
        }
        for (row, component) in index.components.iter().enumerate() {
            let list = place.field("components");
            let here = list.named(row, &component.id);
            number(component.weight, Allowed::NotNegative, &here.field("weight"), out);
            maybe(component.score, Allowed::Any, &here.field("score"), out);
        }
    }
}
