//! Changes as they are made to a scenario, and those without an amount to look for.

use super::super::chain::ChainLine;
use super::super::held::HeldBy;
use super::super::question::Base;
use super::{ChangeKind, Way};
use crate::model::{Estimate, ForecastMeasure, Item, Scenario, SeriesPoint};
use crate::sequencing::compile::Bound;

impl ChangeKind {
    /// The scenario with the change in it; none if it has no place for it.
    pub fn apply(&self, scenario: &Scenario) -> Option<Scenario> {
        let mut changed = scenario.clone();
        let item = |changed: &mut Scenario, id: &str| -> Option<usize> {
            changed.items.iter().position(|item| item.id == *id)
        };
        match self {
            Self::Resource { what, in_phase, more } => {
                add_resource(&mut changed, what, *in_phase, *more)?;
            }
            Self::Gate { what, in_phase, more } => {
                let at = (*in_phase as usize).checked_sub(1)?;
                let year = changed.phases.get(at)?.year();
                let measures = &mut changed.forecast.measures;
                let measure = measures.iter_mut().find(|measure| measure.id == *what.as_str())?;
                let first = measure.series.first()?.year;
                let year = year.unwrap_or_else(|| first.saturating_add(at as i32));
                raise_from(measure, year, *more);
            }
            Self::Lag { what, of } => {
                let at = item(&mut changed, of)?;
                let links = changed.items[at].requires.iter_mut();
                for link in links.filter(|link| link.item == *what.as_str()) {
                    if link.lag > 0 { link.lag -= 1 } else { link.after = false }
                }
            }
            Self::Window { what, earliest } => {
                let at = item(&mut changed, what)?;
                let phase = changed.phases.get((*earliest as usize).checked_sub(1)?)?.id.clone();
                changed.items[at].earliest_phase = Some(phase);
            }
            Self::Pin { what } => {
                let at = item(&mut changed, what)?;
                changed.items[at].pin = None;
            }
            Self::Weight { what, set, to, .. } => {
                let mut sets = changed.weight_sets.iter_mut();
                let set = sets.find(|other| other.id == *set.as_str())?;
                set.swings.insert(what.as_str().into(), *to);
            }
        }
        Some(changed)
    }
}

fn add_resource(scenario: &mut Scenario, what: &str, phase: u32, more: f64) -> Option<()> {
    let at = (phase as usize).checked_sub(1)?;
    let given = |fund: &str, scenario: &Scenario| {
        let source = scenario.funding_sources.iter().find(|source| source.id == *fund)?;
        source.amounts.get(&scenario.phases[at].id).copied()
    };
    let from_source = what.strip_prefix("fund:").and_then(|fund| given(fund, scenario));
    let place = scenario.phases.get_mut(at)?;
    let amount = match what {
        "capex" => place.budget.as_mut()?,
        "opex" => place.opex_cap.as_mut()?,
        "staff" => place.staff_months.as_mut()?,
        _ => match (what.strip_prefix("staff:"), what.strip_prefix("fund:")) {
            (Some(agency), _) => place.staff_by_agency.get_mut(agency)?,
            // A fund that names nothing in a phase has nothing there.
            (_, Some(fund)) => {
                place.co_funding.entry(fund.into()).or_insert_with(|| from_source.unwrap_or(0.0))
            }
            _ => return None,
        },
    };
    *amount = (*amount + more).max(0.0);
    Some(())
}

/// Raises a series in a year, and later years to at least that level; the years
/// before keep theirs.
fn raise_from(measure: &mut ForecastMeasure, year: i32, more: f64) {
    use crate::model::GateLevel;
    use crate::sequencing::compile::level_in_year;
    let level = |line| level_in_year(measure, line, year);
    let Some(best) = level(GateLevel::Best) else { return };
    let (low, high) = (level(GateLevel::Low), level(GateLevel::High));
    let raised = Estimate {
        low: low.map(|low| low + more),
        high: high.map(|high| high + more),
        ..Estimate::exactly(best + more)
    };
    // A new point must not lift the years before it on the way up.
    let before = SeriesPoint { year: year - 1, value: measured(measure, year - 1) };
    measure.series.retain(|point| point.year != year);
    for point in measure.series.iter_mut().filter(|point| point.year > year) {
        point.value.best = point.value.best.max(raised.best);
        let up = |value: Option<f64>, least: Option<f64>| match (value, least) {
            (Some(value), Some(least)) => Some(value.max(least)),
            (value, _) => value,
        };
        point.value.low = up(point.value.low, raised.low);
        point.value.high = up(point.value.high, raised.high.or(Some(raised.best)));
    }
    if measure.series.iter().any(|point| point.year < year - 1)
        && measure.series.iter().all(|point| point.year != year - 1)
    {
        measure.series.push(before);
    }
    measure.series.push(SeriesPoint { year, value: raised });
    measure.series.sort_by_key(|point| point.year);
}

/// What a measure says of a year, on all its lines.
fn measured(measure: &ForecastMeasure, year: i32) -> Estimate {
    use crate::model::GateLevel;
    use crate::sequencing::compile::level_in_year;
    let level = |line| level_in_year(measure, line, year);
    Estimate {
        low: level(GateLevel::Low),
        high: level(GateLevel::High),
        ..Estimate::exactly(level(GateLevel::Best).unwrap_or(0.0))
    }
}

/// Changes without an amount to look for that could lift a reason.
pub fn plain_candidates(base: &Base<'_>, line: &ChainLine<'_>) -> Vec<(ChangeKind, Way)> {
    let Some(item) = base.scenario.items.get(line.item) else { return Vec::new() };
    let what = item.id.to_string();
    let start = base.start(line.item);
    match line.held {
        HeldBy::Pin { .. } | HeldBy::Excluded => {
            let way = if start.is_none() { Way::Forward } else { Way::Any };
            vec![(ChangeKind::Pin { what }, way)]
        }
        HeldBy::Window { .. } => {
            let bounds = &base.compiled.items[line.item].bounds;
            let given = bounds.iter().find_map(|bound| match bound {
                Bound::Earliest(phase) => Some(*phase),
                _ => None,
            });
            let earlier = start.and_then(|start| start.checked_sub(1)).filter(|e| *e > 0);
            let earliest = given.and_then(|given| earlier.filter(|earlier| *earlier < given));
            let kind = earliest.map(|earliest| ChangeKind::Window { what, earliest });
            kind.into_iter().map(|kind| (kind, Way::Forward)).collect()
        }
        HeldBy::Prerequisite { item: needed, until: Some(_) } => {
            let Some(needed) = base.scenario.items.get(*needed) else { return Vec::new() };
            if !has_wait(item, needed) {
                return Vec::new();
            }
            let kind = ChangeKind::Lag { what: needed.id.to_string(), of: what };
            vec![(kind, Way::Forward)]
        }
        HeldBy::Gate { .. } => gate_candidates(base, line.item, start),
        _ => Vec::new(),
    }
}

/// True if a link has a wait that could be shortened.
fn has_wait(item: &Item, needed: &Item) -> bool {
    let mut links = item.hard_requires().filter(|link| link.item == needed.id);
    links.any(|link| link.lag > 0 || (link.after && needed.duration() > 1))
}

/// So much more infrastructure that a channel opens a phase earlier; for an item
/// that is left out, in the phase in which the least is missing.
fn gate_candidates(base: &Base<'_>, item: usize, start: Option<u32>) -> Vec<(ChangeKind, Way)> {
    let Some(gate) = base.compiled.items.get(item).and_then(|item| item.gate.as_ref()) else {
        return Vec::new();
    };
    let plan = &base.answer.plan;
    let end = |other: usize| {
        let begin = plan.start.get(other).copied().flatten()?;
        Some(begin + base.compiled.portfolio.items[other].duration - 1)
    };
    let mut found: Vec<(f64, ChangeKind)> = Vec::new();
    for channel in gate.channels.iter().filter(|channel| channel.opens_gate) {
        let Some(measure) = &channel.measure else { continue };
        let phases: Vec<u32> = match start {
            Some(start) => (1..start).rev().take(1).collect(),
            None => (base.compiled.today..=base.compiled.portfolio.phases).collect(),
        };
        for phase in phases {
            let ready = |other: &usize| end(*other).is_some_and(|end| end + channel.lag <= phase);
            let here = channel.requires.is_empty() || channel.requires.iter().any(ready);
            let level = channel.level(phase, |other| end(other).is_some_and(|end| end < phase));
            // A hair more, so that it is met whichever way it is added up.
            let more = (channel.need - level) * (1.0 + 1e-9) + 1e-9;
            if here && channel.need > level {
                let what = measure.to_string();
                found.push((more, ChangeKind::Gate { what, in_phase: phase, more }));
            }
        }
    }
    found.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    found.into_iter().take(2).map(|(_, kind)| (kind, Way::Forward)).collect()
}
