//! The waiting list: for each item that is left out, why, and the least money, or
//! the fewest people, that would bring it in.
//!
//! Where the item would go, and what lacks there, comes from putting it (and what
//! it needs and is left out as well) into each phase, all else as it is. How much
//! is enough then comes from planning again with so much more, as what lacks is
//! shared by others who may come first; and what is told was planned with.

use super::change::{ChangeKind, Least, smallest};
use super::force::is_never_best;
use super::held::{HeldBy, held_by};
use super::question::Base;
use crate::sequencing::compile::{ResourceInfo, compile};
use crate::sequencing::{
    Engine, MAX_AMOUNT, Options, Plan, Portfolio, Structure, Violation, verify,
};
use serde::Serialize;
use std::sync::Arc;

/// What lacks is made more in parts of so many.
const PARTS: i64 = 64;

/// No more than so many times what lacks is tried.
const MOST_TIMES: i64 = 8;

/// What is planned anew with, as multiples of the least that was found.
const RETRIES: [(i64, i64); 4] = [(1, 1), (5, 4), (3, 2), (2, 1)];

/// Places of an item that are tried for one kind of resource.
const MOST_PLACES: usize = 3;

/// An item that is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Waits {
    /// The item, by position.
    pub item: usize,
    /// What keeps it out.
    pub held: Vec<HeldBy>,
    /// What would bring it in, each alone: more money; more people; where neither
    /// alone was found to be enough, both.
    pub enters: Vec<Entry>,
    /// True if no amount of money or people brings it in: a decision, a gate, the
    /// end of the programme, or its own worth keeps it out.
    pub never: bool,
}

/// What would bring an item in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// More of something, mostly one alone; more than one only together.
    pub changes: Vec<ChangeKind>,
    /// Where the item then starts, from 1.
    pub phase: u32,
    /// True if it is proven that then no best plan leaves it out.
    pub certain: bool,
}

/// All items that are left out, as far as they were looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WaitingList {
    /// The items, the most worthwhile first.
    pub rows: Vec<Waits>,
    /// How many there will be.
    pub of: usize,
}

impl WaitingList {
    /// True once all items were looked at.
    pub fn is_complete(&self) -> bool {
        self.rows.len() >= self.of
    }
}

/// What may be made more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Means {
    Money,
    People,
    Both,
}

impl Means {
    fn has(self, info: &ResourceInfo) -> bool {
        match self {
            Self::Money => info.name.is_money(),
            Self::People => !info.name.is_money(),
            Self::Both => true,
        }
    }
}

/// What lacks of a limit, in whole units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Lack {
    resource: usize,
    phase: u32,
    units: i64,
}

/// All that lacks with an item in one place.
type Place = Vec<Lack>;

/// Goes through all items that are left out, those worth most first; `found` is
/// told of the list so far whenever there is one more.
///
/// When somebody asks to stop, the list so far is returned. A few dozen plannings
/// for each item; only what is to come is made more, never what is over.
pub fn waiting(base: &Base<'_>, found: &mut dyn FnMut(&WaitingList)) -> WaitingList {
    let compiled = base.compiled;
    let worth = |item: usize| {
        let worths = &compiled.portfolio.items[item].worth;
        worths.get(compiled.today as usize - 1).copied().unwrap_or(0)
    };
    let mut out: Vec<usize> =
        (0..compiled.item_count()).filter(|item| base.start(*item).is_none()).collect();
    out.sort_by_key(|&item| (std::cmp::Reverse(worth(item)), item));
    let mut list = WaitingList { rows: Vec::new(), of: out.len() };
    let engine = Engine::new(Arc::clone(&compiled.portfolio), Options::default());
    let mut looking = Looking { engine, free: unlimited(&compiled.portfolio) };
    found(&list);
    for item in out {
        let row = look_at(base, &mut looking, item);
        if base.is_cancelled() {
            break;
        }
        list.rows.push(row);
        found(&list);
    }
    list
}

/// What the questions share.
struct Looking {
    /// Stays warm between questions.
    engine: Engine,
    /// What could start without limits.
    free: Structure,
}

fn look_at(base: &Base<'_>, looking: &mut Looking, item: usize) -> Waits {
    let plan = &base.answer.plan;
    let held = held_by(base.compiled, plan, item);
    let places = places(base, item);
    let mut enters: Vec<Entry> = Vec::new();
    for means in [Means::Money, Means::People, Means::Both] {
        if means == Means::Both && !enters.is_empty() {
            break;
        }
        enters.extend(least(base, &mut looking.engine, item, means, &places));
    }
    let never = enters.is_empty() && (!looking.free.possible(item) || only_loses(base, item));
    Waits { item, held, enters, never }
}

/// True if the item would bring nothing in any phase, and nothing else would gain
/// by it.
fn only_loses(base: &Base<'_>, item: usize) -> bool {
    let portfolio = &base.compiled.portfolio;
    let named = portfolio.prerequisites.iter().any(|link| link.needs == item)
        || portfolio.any_of.iter().any(|link| link.needs.contains(&item))
        || portfolio.preferences.iter().any(|wish| wish.needs == item)
        || portfolio.synergies.iter().any(|pair| pair.items.contains(&item));
    let worths = portfolio.items.get(item).map(|item| item.worth.as_slice()).unwrap_or_default();
    !named && worths.iter().skip(base.compiled.today as usize - 1).all(|worth| *worth <= 0)
}

/// What can start at all if nothing is limited: by windows and links alone.
fn unlimited(portfolio: &Portfolio) -> Structure {
    let mut free = portfolio.clone();
    free.resources.iter_mut().for_each(|resource| resource.limit.fill(MAX_AMOUNT));
    Structure::new(&free)
}

/// Where the item could go if there were more of something, and what lacks there:
/// by itself, or with something else that is left out and needs it.
fn places(base: &Base<'_>, item: usize) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut with = vec![item];
    let mut at = 0;
    while let Some(&leader) = with.get(at) {
        add_places(base, leader, &mut places);
        let links = base.compiled.portfolio.prerequisites.iter();
        for link in links.filter(|link| link.needs == leader) {
            let out = link.item < base.compiled.item_count() && base.start(link.item).is_none();
            if out && !with.contains(&link.item) {
                with.push(link.item);
            }
        }
        at += 1;
    }
    places
}

/// What lacks with a left-out item, and what it needs, in each phase in which the
/// plan would gain by it.
fn add_places(base: &Base<'_>, item: usize, places: &mut Vec<Place>) {
    let compiled = base.compiled;
    let portfolio = &compiled.portfolio;
    for phase in compiled.today..=portfolio.phases {
        let Some(start) = with_what_it_needs(base, item, phase) else { continue };
        let plan = compiled.complete(&start);
        let found = verify(portfolio, &plan);
        let lacks: Option<Place> = found
            .violations
            .iter()
            .map(|violation| match *violation {
                Violation::Resource { resource, phase, used, limit } => {
                    Some(Lack { resource, phase, units: used - limit })
                }
                _ => None,
            })
            .collect();
        let gains = found.objective > base.answer.objective;
        if let Some(lacks) = lacks.filter(|lacks| gains && !lacks.is_empty())
            && !places.contains(&lacks)
        {
            places.push(lacks);
        }
    }
}

/// The starts of all items with one in a phase, and the prerequisites of it that
/// are left out as late as it lets them; none if they have no room before it.
fn with_what_it_needs(base: &Base<'_>, item: usize, phase: u32) -> Option<Vec<Option<u32>>> {
    let compiled = base.compiled;
    let portfolio = &compiled.portfolio;
    let mut start: Vec<Option<u32>> =
        base.answer.plan.start.iter().take(compiled.item_count()).copied().collect();
    *start.get_mut(item)? = Some(phase);
    let mut open = vec![item];
    // Each link can push a prerequisite forward a phase at a time at most.
    let mut steps = portfolio.prerequisites.len() * (portfolio.phases as usize + 1) + 1;
    while let Some(at) = open.pop() {
        let begin = start.get(at).copied().flatten()?;
        for link in portfolio.prerequisites.iter().filter(|link| link.item == at) {
            // Helpers of gates follow by themselves.
            if base.start(link.needs).is_some() || link.needs >= start.len() {
                continue;
            }
            let work = if link.after { portfolio.items.get(link.needs)?.duration - 1 } else { 0 };
            let latest = begin.checked_sub(link.lag)?.checked_sub(work)?;
            let place = start.get_mut(link.needs)?;
            if place.is_none_or(|known| known > latest) {
                *place = Some(latest).filter(|latest| *latest >= compiled.today);
                (*place)?;
                open.push(link.needs);
            }
        }
        steps = steps.checked_sub(1)?;
    }
    Some(start)
}

/// The least of some means that brings an item in, over the most promising places.
fn least(
    base: &Base<'_>,
    engine: &mut Engine,
    item: usize,
    means: Means,
    places: &[Place],
) -> Option<Entry> {
    let infos = &base.compiled.resources;
    let fits = |lack: &Lack| infos.get(lack.resource).is_some_and(|info| means.has(info));
    let mut fitting: Vec<&Place> = places.iter().filter(|place| place.iter().all(fits)).collect();
    fitting.sort_by(|a, b| size(base, a, PARTS).total_cmp(&size(base, b, PARTS)));
    let mut best: Option<(f64, Entry)> = None;
    for place in fitting.into_iter().take(MOST_PLACES) {
        // Only less than is known is worth a question.
        let is_less = |parts: &i64| match &best {
            Some((known, _)) => size(base, place, *parts) < known * (1.0 - 1e-9),
            None => true,
        };
        let most = (1..=PARTS * MOST_TIMES).rev().find(is_less).unwrap_or(0);
        if most < 1 {
            continue;
        }
        let search = Least { first: PARTS.min(most), most, within: 1 };
        let mut with_it: Option<Plan> = None;
        let parts = smallest(search, &mut |parts| {
            if base.is_cancelled() {
                return None;
            }
            engine.start_from(base.answer.plan.clone());
            engine.retarget(Arc::new(with_parts(&base.compiled.portfolio, place, parts)));
            let answer = base.run(engine);
            let start = answer.plan.start.get(item).copied().flatten();
            let enough = answer.infeasible.is_none() && start.is_some();
            if enough {
                with_it = Some(answer.plan);
            }
            Some(enough)
        });
        let (Some(parts), Some(plan)) = (parts, with_it) else { continue };
        // What was found near one plan may be overtaken when planned anew: then more.
        let more = RETRIES.iter().map(|(times, of)| parts.saturating_mul(*times) / of);
        let found = more.filter(|parts| *parts <= most).find_map(|parts| {
            let entry = confirmed(base, item, place, parts, &plan)?;
            Some((parts, entry))
        });
        if let Some((parts, entry)) = found {
            best = Some((size(base, place, parts), entry));
        }
    }
    best.map(|(_, entry)| entry)
}

/// Units of one lack, in parts of what lacks, rounded up.
fn units_of(lack: &Lack, parts: i64) -> i64 {
    lack.units.saturating_mul(parts).saturating_add(PARTS - 1) / PARTS
}

/// How much it is in all, to compare places by: money in its currency, people in
/// months, both as shares of what there is.
fn size(base: &Base<'_>, place: &Place, parts: i64) -> f64 {
    let compiled = base.compiled;
    let money = |lack: &Lack| {
        compiled.resources.get(lack.resource).is_some_and(|info| info.name.is_money())
    };
    let mixed = place.iter().any(money) && !place.iter().all(money);
    let one = |lack: &Lack| {
        let real = |units: i64| {
            compiled.resources.get(lack.resource).map_or(0.0, |info| info.real(lack.phase, units))
        };
        let limits = compiled.portfolio.resources.get(lack.resource).map(|r| r.limit.as_slice());
        let most = limits.unwrap_or_default().iter().copied().max().unwrap_or(1).max(1);
        let amount = real(units_of(lack, parts));
        if mixed { amount / real(most).max(f64::MIN_POSITIVE) } else { amount }
    };
    place.iter().map(one).sum::<f64>().max(f64::MIN_POSITIVE)
}

fn with_parts(portfolio: &Portfolio, place: &Place, parts: i64) -> Portfolio {
    let mut changed = portfolio.clone();
    for lack in place {
        let resource = changed.resources.get_mut(lack.resource);
        let limit = resource.and_then(|r| r.limit.get_mut(lack.phase as usize - 1));
        if let Some(limit) = limit {
            *limit = limit.saturating_add(units_of(lack, parts)).min(MAX_AMOUNT);
        }
    }
    changed
}

/// Plans the scenario itself with so much more, beginning at a plan with the item in
/// it; none if a better one leaves it out.
fn confirmed(
    base: &Base<'_>,
    item: usize,
    place: &Place,
    parts: i64,
    plan: &Plan,
) -> Option<Entry> {
    let mut scenario = base.scenario.clone();
    let mut changes = Vec::with_capacity(place.len());
    for lack in place {
        let info = base.compiled.resources.get(lack.resource)?;
        // A limit that is raised for what has begun is the scenario's own only above that.
        let more = info.real(lack.phase, units_of(lack, parts) + info.raised_in(lack.phase));
        let kind = ChangeKind::Resource { what: info.name.id(), in_phase: lack.phase, more };
        scenario = kind.apply(&scenario)?;
        changes.push(kind);
    }
    let compiled = compile(&scenario, &base.worths()).ok()?;
    let mut engine = Engine::new(Arc::clone(&compiled.portfolio), Options::default());
    engine.start_from(compiled.complete(&plan.start));
    let answer = base.run(&mut engine);
    let phase = answer.plan.start.get(item).copied().flatten()?;
    if answer.infeasible.is_some() {
        return None;
    }
    let again = Base { scenario: &scenario, compiled: &compiled, answer: &answer, ..*base };
    let certain = is_never_best(&again, base.sharper(), item, None);
    Some(Entry { changes, phase, certain })
}
