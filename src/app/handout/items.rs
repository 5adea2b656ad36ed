//! The rows of items: where each is, what it costs, and why it is there.

use crate::app::snapshot::{PlanView, Snapshot};
use crate::app::words::{held_words, item_name, phase_name};
use crate::explain::held_by;
use crate::files::out::{ItemRow, PhaseRow};
use crate::model::{Item, ProgressStatus, Scenario};
use crate::sequencing::compile::ResourceName;
use crate::texts::{Arg, Texts};
use jiff::civil::Date;
use std::collections::HashMap;

/// The most items of which it is said why they are where they are: each takes a
/// check of the whole plan.
pub(super) const REASONED: usize = 1_000;

pub(super) fn item_rows(
    snapshot: &Snapshot,
    phases: &[PhaseRow],
    lane_of: &[usize],
    texts: &Texts,
) -> Vec<ItemRow> {
    let scenario = snapshot.scenario.as_ref();
    let plan = snapshot.planned().map(AsRef::as_ref);
    let language = texts.language();
    let agencies: HashMap<&str, &str> = scenario
        .agencies
        .iter()
        .map(|agency| (agency.id.as_str(), agency.name.get(language)))
        .collect();
    let row = |(at, item): (usize, &Item)| {
        let start = snapshot.start_of(at);
        let duration = plan.map_or_else(|| item.duration(), |plan| duration(plan, at));
        let owner_id = item.owner.as_ref().map_or("", |owner| owner.as_str());
        let owner = agencies.get(owner_id).copied().filter(|name| !name.is_empty());
        let progress = item.progress.as_ref();
        ItemRow {
            id: item.id.to_string(),
            name: item_name(scenario, at, texts),
            kind: item.kind,
            kind_name: texts.get(&format!("kind-{}", item.kind.word().replace('_', "-"))),
            owner_id: owner_id.to_owned(),
            owner: owner.unwrap_or(owner_id).to_owned(),
            lane: lane_of.get(at).copied().unwrap_or_default(),
            start,
            duration,
            days: start.and_then(|start| days(phases, start, duration)),
            capex: item.capex.total(),
            opex_per_year: item.opex_per_year.best,
            staff_months: item.staff_months.iter().map(|need| need.months.best).sum(),
            spending: plan.map(|plan| spending(plan, at, start)).unwrap_or_default(),
            why: why(snapshot, at, texts),
            status: item.status(),
            percent: progress.and_then(|progress| progress.percent),
            marks: marks(scenario, item, texts),
        }
    };
    scenario.items.iter().enumerate().map(row).collect()
}

/// Phases of work as they were planned: the real ones of what has begun.
fn duration(plan: &PlanView, item: usize) -> u32 {
    plan.compiled.portfolio.items.get(item).map_or(1, |item| item.duration.max(1))
}

fn days(phases: &[PhaseRow], start: u32, duration: u32) -> Option<(Date, Date)> {
    let first = phases.get((start as usize).checked_sub(1)?)?.days?.0;
    let last = (start as usize + duration as usize).saturating_sub(2).min(phases.len() - 1);
    let last = phases.get(last)?.days?.1;
    Some((first, last.max(first)))
}

/// Money to build, phase by phase, in units of the currency.
fn spending(plan: &PlanView, item: usize, start: Option<u32>) -> Vec<f64> {
    let resources = &plan.compiled.resources;
    let money = resources.iter().position(|info| info.name == ResourceName::Capex);
    let (Some(start), Some(money)) = (start, money) else { return Vec::new() };
    let mut spent = vec![0.0; plan.compiled.portfolio.phases as usize];
    let uses = plan.compiled.portfolio.items.get(item).map(|item| item.uses.as_slice());
    for (_, units) in uses.unwrap_or_default().iter().filter(|(resource, _)| *resource == money) {
        for (phase, units) in (start..).zip(units) {
            if let Some(spent) = spent.get_mut(phase as usize - 1) {
                *spent += resources[money].real(phase, *units);
            }
        }
    }
    spent
}

fn why(snapshot: &Snapshot, item: usize, texts: &Texts) -> Vec<String> {
    let Some(plan) = snapshot.planned() else { return Vec::new() };
    if snapshot.scenario.items.len() > REASONED {
        return Vec::new();
    }
    let held = held_by(&plan.compiled, &plan.answer.plan, item);
    held.iter().map(|held| held_words(held, item, snapshot, texts).0).collect()
}

/// What people decided, and how far it really is.
fn marks(scenario: &Scenario, item: &Item, texts: &Texts) -> Vec<String> {
    let mut marks = Vec::new();
    match item.status() {
        ProgressStatus::NotStarted => {}
        ProgressStatus::Stopped => marks.push(texts.get("progress-stopped")),
        ProgressStatus::Done => marks.push(texts.get("progress-done")),
        ProgressStatus::Running => {
            let percent = item.progress.as_ref().and_then(|progress| progress.percent);
            let percent = percent.map(|percent| texts.percent(percent / 100.0, 0));
            let parts = [Some(texts.get("progress-running")), percent];
            marks.push(parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
        }
    }
    if item.mandatory {
        marks.push(texts.get("field-mandatory"));
    }
    if let Some(pin) = &item.pin {
        let number = pin.phase.as_ref().and_then(|id| scenario.phase_number(id));
        let decided = match number {
            Some(number) => {
                let phase = phase_name(scenario, number, texts);
                texts.with("export-mark-pinned", &[("phase", Arg::from(phase.as_str()))])
            }
            None => texts.get("export-mark-excluded"),
        };
        let who = [pin.by.as_str(), pin.reason.as_str()];
        let who: Vec<&str> = who.into_iter().filter(|words| !words.is_empty()).collect();
        let who = if who.is_empty() { String::new() } else { format!(" ({})", who.join(": ")) };
        marks.push(decided + &who);
    }
    marks
}
