//! What is scarce: who uses it, and what one more step of it would buy.

use super::question::{Base, Displaced, Range, displaced};
use crate::sequencing::compile::{Compiled, ResourceInfo};
use crate::sequencing::verify::usage;
use crate::sequencing::{Plan, Portfolio, ResourceKind};
use serde::Serialize;

/// Most rows that are checked by planning again.
const MOST_ROWS: usize = 24;

/// Share of a limit from which on it counts as nearly used up.
const NEARLY: f64 = 0.9;

/// What an item uses of a resource in a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct User {
    /// The item, by position.
    pub item: usize,
    /// How much, in the portfolio's whole units.
    pub units: i64,
}

/// Who uses a resource in a phase (from 1) under a plan, the most first.
pub fn users(compiled: &Compiled, plan: &Plan, resource: usize, phase: u32) -> Vec<User> {
    let portfolio = &compiled.portfolio;
    let Some(kind) = portfolio.resources.get(resource).map(|resource| resource.kind) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (at, (item, start)) in portfolio.items.iter().zip(&plan.start).enumerate() {
        let Some(start) = *start else { continue };
        let Some((_, amounts)) = item.uses.iter().find(|(used, _)| *used == resource) else {
            continue;
        };
        let units = match kind {
            ResourceKind::Work => phase
                .checked_sub(start)
                .and_then(|offset| amounts.get(offset as usize))
                .copied()
                .unwrap_or(0),
            ResourceKind::Running if phase >= start + item.duration => {
                amounts.first().copied().unwrap_or(0)
            }
            ResourceKind::Running => 0,
        };
        if units > 0 {
            found.push(User { item: at, units });
        }
    }
    found.sort_by_key(|user| (-user.units, user.item));
    found
}

/// What one more step of a resource in a phase would buy.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scarce {
    /// The resource, by position.
    #[serde(skip)]
    pub resource: usize,
    /// Its id, such as `capex`.
    pub what: String,
    /// The phase, from 1.
    pub phase: u32,
    /// One step, in units of the currency or staff months.
    pub step: f64,
    /// What the multiplier of the bound says of a step, in value-point years:
    /// about, and for the first small part of it. None without multipliers.
    pub about: Option<f64>,
    /// What planning again with a step more gained, in value-point years.
    pub checked: Range,
    /// Who moves then.
    pub moves: Vec<Displaced>,
}

/// A readable step of a resource: a round amount about a hundredth of its
/// largest limit for money, a staff-year (or a month) for people. In units of
/// the currency or staff months.
pub fn readable_step(portfolio: &Portfolio, info: &ResourceInfo, resource: usize) -> f64 {
    let limits = portfolio.resources.get(resource).map(|r| r.limit.as_slice()).unwrap_or_default();
    let amounts = (1..).zip(limits).filter(|(phase, _)| info.is_limited(*phase));
    let most = amounts.map(|(phase, units)| info.real(phase, *units)).fold(0.0, f64::max);
    if !info.name.is_money() {
        return if most >= 60.0 { 12.0 } else { 1.0 };
    }
    if most <= 0.0 {
        return 1.0;
    }
    10f64.powf((most / 50.0).log10().floor())
}

/// A step in whole units, at least one.
fn step_units(info: &ResourceInfo, phase: u32, step: f64) -> i64 {
    let one = info.real(phase, 1);
    if one > 0.0 { ((step / one).round() as i64).max(1) } else { 1 }
}

/// A limit that may be worth a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// The resource, by position.
    pub resource: usize,
    /// The phase, from 1.
    pub phase: u32,
    /// Worth of a step by the multiplier, in value-point years.
    pub about: Option<f64>,
}

/// What the multiplier of the bound says of one step of a limit, in value-point
/// years; none where the bound has none.
pub fn multiplier(base: &Base<'_>, resource: usize, phase: u32) -> Option<f64> {
    let info = base.compiled.resources.get(resource)?;
    let price = base.answer.prices.get(resource)?.get((phase as usize).checked_sub(1)?)?;
    let step = readable_step(&base.compiled.portfolio, info, resource);
    Some(price * step_units(info, phase, step) as f64 / base.compiled.scale)
}

/// Limits that are scarce, the dearest first: those with a multiplier; where the
/// bound has none, those that are nearly used up.
pub fn scarce_rows(base: &Base<'_>) -> Vec<Row> {
    let portfolio = &base.compiled.portfolio;
    let tables = usage(portfolio, &base.answer.plan);
    let mut rows = Vec::new();
    for (resource, info) in base.compiled.resources.iter().enumerate() {
        let Some(table) = tables.get(resource) else { continue };
        for (phase, (used, limit)) in (1..).zip(table.used.iter().zip(&table.limit)) {
            // More money for what is over buys nothing.
            if !info.is_limited(phase) || phase < base.compiled.today {
                continue;
            }
            let about = multiplier(base, resource, phase);
            let nearly = *used > 0 && *used as f64 >= NEARLY * *limit as f64;
            if about.map_or(nearly, |about| about > 5e-4) {
                rows.push((Row { resource, phase, about }, *used as f64 / (*limit).max(1) as f64));
            }
        }
    }
    rows.sort_by(|(a, a_full), (b, b_full)| {
        let about = |row: &Row| row.about.unwrap_or(0.0);
        about(b).total_cmp(&about(a)).then(b_full.total_cmp(a_full))
    });
    rows.truncate(MOST_ROWS);
    rows.into_iter().map(|(row, _)| row).collect()
}

impl Scarce {
    /// Works out with more work what a step buys, if that is a range; true if it is a
    /// narrower one then.
    fn sharpen(&mut self, sharper: &Base<'_>) -> bool {
        let Self { resource, phase, about, .. } = *self;
        if self.checked.is_exact() {
            return false;
        }
        let again = check_row(sharper, Row { resource, phase, about });
        let better = again.checked.width() < self.checked.width();
        if better {
            *self = again;
        }
        better
    }
}

/// What one more step of each scarce limit would buy, checked by planning again
/// with it; `found` is told of all that is known whenever there is more.
pub fn scarce(base: &Base<'_>, found: &mut dyn FnMut(&[Scarce])) -> Vec<Scarce> {
    let mut all = Vec::new();
    for row in scarce_rows(base) {
        if base.is_cancelled() {
            return all;
        }
        all.push(check_row(base, row));
        found(&all);
    }
    all
}

/// Works out with more work what is still a range among what steps buy, where the plan
/// is proven; `found` is told of all whenever one is narrower.
pub fn sharpen_scarce(base: &Base<'_>, all: &mut [Scarce], found: &mut dyn FnMut(&[Scarce])) {
    let Some(sharper) = base.sharper() else { return };
    for at in 0..all.len() {
        if !base.is_cancelled() && all[at].sharpen(&sharper) {
            found(all);
        }
    }
}

/// What one more step of a limit buys, by planning again with it.
pub fn check_row(base: &Base<'_>, row: Row) -> Scarce {
    let Row { resource, phase, about } = row;
    let info = &base.compiled.resources[resource];
    let step = readable_step(&base.compiled.portfolio, info, resource);
    let units = step_units(info, phase, step);
    let more = with_more(&base.compiled.portfolio, resource, phase, units);
    let answer = base.plan(more);
    Scarce {
        resource,
        what: info.name.id(),
        phase,
        step: info.real(phase, units),
        about,
        checked: base.gain(&answer),
        moves: displaced(base.scenario, &base.answer.plan, &answer.plan, None),
    }
}

/// The portfolio with so many units more (below 0: less) of a resource in a
/// phase; never below nothing.
pub fn with_more(portfolio: &Portfolio, resource: usize, phase: u32, units: i64) -> Portfolio {
    let mut changed = portfolio.clone();
    let place = changed.resources.get_mut(resource);
    let limit = place.and_then(|place| place.limit.get_mut(phase as usize - 1));
    if let Some(limit) = limit {
        *limit = limit.saturating_add(units).clamp(0, crate::sequencing::MAX_AMOUNT);
    }
    changed
}
