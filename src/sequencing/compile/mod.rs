//! From a scenario to the integer portfolio that the engine plans.
//!
//! Every rule of the scenario becomes windows, links, limits and worths of plain
//! items; what each of them stands for is kept beside, so that plans, conflicts
//! and limits can be told in the scenario's own terms. Design, section 3.
//!
//! - Worth: [`worth_by_phase`] over the [`Calendar`]'s discounted years.
//! - Money and people in whole units: [`resources`](ResourceInfo), rounded to
//!   the safe side.
//! - Windows and pins: [`Bound`].
//! - What has begun: it stays where it is; see `progress`.
//! - Gates: [`Gate`], with [`Helper`] items where several ways open one.
//! - An item whose re-engineering score demands a review is bound by its links
//!   alone: a missing review is validation's to report, not the plan's to guess.

mod calendar;
mod forecast;
mod gates;
mod helpers;
mod links;
mod lookup;
mod profiles;
mod progress;
mod resources;
mod units;
mod windows;
mod worth;

pub use calendar::Calendar;
pub use forecast::in_year as level_in_year;
pub use gates::{ChannelGate, Gate, MAX_WAYS, Raise, Way};
pub use helpers::Helper;
pub use links::{AnyOfOrigin, PrerequisiteOrigin};
pub use resources::{ResourceInfo, ResourceName};
pub use windows::{Bound, window};
pub use worth::{UNITS_PER_POINT_YEAR, worth_by_phase};

use super::verify::usage;
use super::{Item, Plan, Portfolio};
use crate::model::{Begun, GateMode, ItemId, MeasureId, Problem, Scenario};
use crate::scoring::Worth;
use helpers::Helpers;
use lookup::Lookup;
use std::collections::HashMap;
use std::sync::Arc;

/// Longest work, in phases, that is looked at.
const MAX_DURATION: u32 = 1000;

/// A scenario made ready for the engine.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// What the engine plans: the scenario's items in their order, then helpers.
    pub portfolio: Arc<Portfolio>,
    /// Units of worth for one value point over one discounted year.
    pub scale: f64,
    /// Years of service by phase.
    pub calendar: Calendar,
    /// Items of the scenario, in its order.
    pub items: Vec<CompiledItem>,
    /// Items of the portfolio that follow those of the scenario.
    pub helpers: Vec<Helper>,
    /// By resource of the portfolio: what it stands for.
    pub resources: Vec<ResourceInfo>,
    /// By prerequisite of the portfolio.
    pub prerequisite_origins: Vec<PrerequisiteOrigin>,
    /// By group of alternatives of the portfolio.
    pub any_of_origins: Vec<AnyOfOrigin>,
    /// What missing infrastructure does.
    pub gate_mode: GateMode,
    /// The first phase in which what has not begun may start; 1 if nothing has.
    pub today: u32,
    /// What is worth knowing of how the scenario was read.
    pub flags: Vec<Flag>,
    by_id: HashMap<String, usize>,
}

/// What compiling says of an item of the scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct CompiledItem {
    /// Its id.
    pub id: ItemId,
    /// What bounds its start.
    pub bounds: Vec<Bound>,
    /// What its infrastructure gate needs; none without channels.
    pub gate: Option<Gate>,
    /// Where it really lies; none if it has not begun.
    pub begun: Option<Begun>,
    /// What it was compiled with.
    pub worth: Worth,
}

/// Something worth knowing of how a scenario was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flag {
    /// Not all ways of opening the item's gate were kept, only [`MAX_WAYS`] of
    /// them that need the fewest access projects.
    WaysCut {
        /// The item.
        item: usize,
    },
    /// None of the item's channels opens its gate; it is planned without one.
    NoOpeningChannel {
        /// The item.
        item: usize,
    },
    /// The forecast falls; each phase counts with the lowest level from there on.
    ForecastFalls {
        /// The measure.
        measure: MeasureId,
    },
    /// Money is carried over from a phase that has no limit, so that later limits
    /// hardly bind.
    UnlimitedCarried {
        /// The resource, by position in the portfolio.
        resource: usize,
    },
    /// No year of service counts: everything is worth nothing.
    NothingCounts,
}

/// An item that starts although its gate is shut, where the gate only warns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShutGate {
    /// The item.
    pub item: usize,
    /// Where it starts.
    pub phase: u32,
}

/// Makes the portfolio of a scenario; `worths` by item.
///
/// O(items × phases + links), and for each gate at most some 20,000 sets of
/// access projects.
///
/// # Errors
/// Everything that keeps the scenario from being planned: no phases, ids that
/// lead nowhere, profiles of the wrong length, amounts that are negative or not
/// finite. Messages `problem-compile-…`.
pub fn compile(scenario: &Scenario, worths: &[Worth]) -> Result<Compiled, Vec<Problem>> {
    let mut lookup = Lookup::new(scenario);
    check_shape(scenario, worths, &mut lookup);
    if !lookup.problems.is_empty() {
        return Err(lookup.problems);
    }
    let begun: Vec<Option<Begun>> =
        scenario.items.iter().map(|item| scenario.begun(item)).collect();
    let stands = progress::as_it_stands(scenario);
    let scenario = stands.as_ref();
    let calendar = Calendar::new(scenario);
    let phases = calendar.phases();
    let mut made = resources::compile_resources(scenario, &calendar, &mut lookup);
    progress::settle(&mut made, &begun, phases);
    let mut bounds = windows::given_bounds(scenario, &mut lookup);
    let mut links = links::compile_links(scenario, &calendar, &mut lookup);
    let mut flags = Vec::new();
    let gates = compile_gates(scenario, &bounds, &mut lookup, &mut flags);
    let mut helpers = Helpers::new(scenario.items.iter().map(|item| item.id.as_str()).collect());
    for (at, gate) in gates.iter().enumerate() {
        let Some(gate) = gate else { continue };
        if !gate.channels.iter().any(|channel| channel.opens_gate) && has_no_opening(scenario, at) {
            flags.push(Flag::NoOpeningChannel { item: at });
        } else if scenario.parameters.gate_mode == GateMode::Hard {
            helpers.keep_gate(at, gate, &mut bounds[at], &mut links);
        }
        if gate.cut {
            flags.push(Flag::WaysCut { item: at });
        }
    }
    for (resource, info) in made.infos.iter().enumerate() {
        let carried = made.resources[resource].carry_over;
        if carried && info.limited.contains(&false) && info.limited.contains(&true) {
            flags.push(Flag::UnlimitedCarried { resource });
        }
    }
    if calendar.longest() <= 0.0 {
        flags.push(Flag::NothingCounts);
    }
    let mut items = Vec::with_capacity(scenario.items.len() + helpers.helpers.len());
    for ((((entry, bounds), begun), uses), worth) in
        scenario.items.iter().zip(&bounds).zip(&begun).zip(made.uses).zip(worths)
    {
        let duration = begun.map_or(entry.duration(), |begun| begun.duration_within(phases));
        let (earliest, latest) = window(bounds, phases);
        items.push(Item {
            id: entry.id.to_string(),
            duration,
            earliest,
            latest,
            mandatory: entry.mandatory || bounds.iter().any(|bound| bound.must_start()),
            worth: worth_by_phase(&calendar, duration, *worth),
            uses,
        });
    }
    let helpers = helpers.helpers;
    items.extend(helpers.iter().map(|helper| helper.item(phases)));
    let portfolio = Portfolio {
        phases,
        resources: made.resources,
        items,
        prerequisites: links.prerequisites,
        any_of: links.any_of,
        exclusive: links.exclusive,
        synergies: links.synergies,
        preferences: links.preferences,
        scale: UNITS_PER_POINT_YEAR,
    };
    let mut problems = lookup.problems;
    let portfolio = match portfolio.new() {
        Ok(portfolio) if problems.is_empty() => portfolio,
        Ok(_) => return Err(problems),
        Err(found) if problems.is_empty() => {
            problems.extend(found.into_iter().map(|found| {
                Problem::error("compile-portfolio", found.path).with("message", found.message)
            }));
            return Err(problems);
        }
        Err(_) => return Err(problems),
    };
    let entries = scenario.items.iter().zip(bounds).zip(gates).zip(begun).zip(worths);
    let items: Vec<CompiledItem> = entries
        .map(|((((item, bounds), gate), begun), worth)| CompiledItem {
            id: item.id.clone(),
            bounds,
            gate,
            begun,
            worth: *worth,
        })
        .collect();
    let by_id = items.iter().enumerate().map(|(at, item)| (item.id.to_string(), at)).collect();
    Ok(Compiled {
        portfolio: Arc::new(portfolio),
        scale: UNITS_PER_POINT_YEAR,
        calendar,
        items,
        helpers,
        resources: made.infos,
        prerequisite_origins: links.prerequisite_origins,
        any_of_origins: links.any_of_origins,
        gate_mode: scenario.parameters.gate_mode,
        today: scenario.today().unwrap_or(1),
        flags,
        by_id,
    })
}

fn check_shape(scenario: &Scenario, worths: &[Worth], lookup: &mut Lookup) {
    if scenario.phases.is_empty() {
        lookup.problems.push(Problem::error("compile-no-phases", "phases"));
    }
    if worths.len() != scenario.items.len() {
        let problem = Problem::error("compile-worths", "items").with("found", worths.len());
        lookup.problems.push(problem.with("wanted", scenario.items.len()));
    }
    for (item, worth) in scenario.items.iter().zip(worths) {
        if !worth.benefit.is_finite() || !worth.trouble.is_finite() {
            let path = format!("items[\"{}\"].scores", item.id);
            lookup.problems.push(Problem::error("compile-worth", path));
        }
        let (duration, path) = (item.duration(), format!("items[\"{}\"].duration", item.id));
        if duration > MAX_DURATION {
            let problem = Problem::error("compile-duration", path).with("duration", duration);
            lookup.problems.push(problem.with("limit", MAX_DURATION));
        }
    }
    let parameters = &scenario.parameters;
    let rate = parameters.discount_rate.best;
    lookup.amount(rate, -0.99, || "parameters.discount_rate".into());
    let tail = lookup.amount(parameters.tail_years.best, 0.0, || "parameters.tail_years".into());
    let length = parameters.phase_length_years;
    let length = lookup.amount(length, 1e-6, || "parameters.phase_length_years".into());
    if tail.max(length) > 10_000.0 {
        let problem = Problem::error("compile-amount", "parameters.tail_years");
        lookup.problems.push(problem.with("value", tail.max(length)).with("least", 0.0));
    }
}

/// True if the scenario itself gives the item no channel that opens its gate.
fn has_no_opening(scenario: &Scenario, at: usize) -> bool {
    !scenario.items[at].channels.iter().any(|channel| channel.opens_gate)
}

fn compile_gates(
    scenario: &Scenario,
    bounds: &[Vec<Bound>],
    lookup: &mut Lookup,
    flags: &mut Vec<Flag>,
) -> Vec<Option<Gate>> {
    let phases = scenario.phases.len() as u32;
    let mut falling = Vec::new();
    let done_by = |item: usize| {
        let (earliest, latest) = window(&bounds[item], phases);
        let done = earliest.saturating_add(scenario.items[item].duration() - 1);
        if earliest <= latest { done } else { u32::MAX - 1 }
    };
    let mut gates = Vec::with_capacity(scenario.items.len());
    for (at, bounds) in bounds.iter().enumerate() {
        let channels = gates::channels(scenario, at, lookup, &mut falling);
        gates
            .push(channels.map(|channels| gates::ways(channels, window(bounds, phases), &done_by)));
    }
    flags.extend(falling.into_iter().map(|measure| Flag::ForecastFalls { measure }));
    gates
}

impl Compiled {
    /// How many items the scenario has.
    pub fn item_count(&self) -> usize {
        self.items.len()
    }

    /// Position of an item of the scenario.
    pub fn item_index(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Position of a resource by its id in the portfolio, such as `capex`.
    pub fn resource_index(&self, id: &str) -> Option<usize> {
        self.portfolio.resources.iter().position(|resource| resource.id == id)
    }

    /// By resource and phase: what items that have begun use, in whole units.
    pub fn committed(&self) -> Vec<Vec<i64>> {
        let start = self.items.iter().map(|item| item.begun.map(|begun| begun.start));
        let mut plan = Plan { start: start.collect() };
        plan.start.resize(self.portfolio.items.len(), None);
        usage(&self.portfolio, &plan).into_iter().map(|table| table.used).collect()
    }

    /// True if the plan may move an item: it has not begun, and is not stopped.
    pub fn is_open(&self, item: usize) -> bool {
        let fixed = |bound: &Bound| matches!(bound, Bound::Begun(_) | Bound::Stopped);
        self.items.get(item).is_some_and(|item| !item.bounds.iter().any(fixed))
    }

    /// The same portfolio with other worths, by item of the scenario; items
    /// without one keep theirs. O(size of the portfolio).
    pub fn with_worths(&self, worths: &[Worth]) -> Arc<Portfolio> {
        let mut portfolio = Portfolio::clone(&self.portfolio);
        let items = portfolio.items.iter_mut().take(self.items.len());
        for (item, worth) in items.zip(worths) {
            item.worth = worth_by_phase(&self.calendar, item.duration, *worth);
        }
        Arc::new(portfolio)
    }

    /// A whole plan for a plan of the scenario's items alone: helpers start as
    /// early as they can.
    pub fn complete(&self, start: &[Option<u32>]) -> Plan {
        let mut plan = Plan { start: start.to_vec() };
        plan.start.resize(self.items.len(), None);
        plan.start.truncate(self.items.len());
        let end = |item: usize, plan: &Plan| {
            plan.start[item].map(|s| s.saturating_add(self.portfolio.items[item].duration - 1))
        };
        for helper in &self.helpers {
            let mut from = Some(helper.from);
            for &access in &helper.access {
                let done = end(access, &plan).map(|done| done.saturating_add(1));
                from = from.zip(done).map(|(from, done)| from.max(done));
            }
            if !helper.requires.is_empty() {
                let ready = helper.requires.iter().filter_map(|&item| end(item, &plan)).min();
                let ready = ready.map(|ready| ready.saturating_add(helper.lag));
                from = from.zip(ready).map(|(from, ready)| from.max(ready));
            }
            plan.start.push(from.filter(|from| *from <= self.portfolio.phases));
        }
        plan
    }

    /// Channels through which an item could start in a phase (from 1) under a
    /// plan, recounted from forecast and plan; none if the item has no gate.
    pub fn open_channels(&self, plan: &Plan, item: usize, phase: u32) -> Option<Vec<usize>> {
        let gate = self.items.get(item)?.gate.as_ref()?;
        Some(gate.open_channels(&self.portfolio, plan, phase))
    }

    /// Items that start although their gate is shut: what `gate_mode: warn` warns of.
    pub fn shut_gates(&self, plan: &Plan) -> Vec<ShutGate> {
        let opening = |item: &CompiledItem| {
            item.gate.as_ref().is_some_and(|gate| gate.channels.iter().any(|c| c.opens_gate))
        };
        let started = self.items.iter().zip(&plan.start).enumerate();
        started
            .filter(|(_, (item, _))| opening(item))
            .filter_map(|(item, (_, start))| start.map(|phase| ShutGate { item, phase }))
            .filter(|at| self.open_channels(plan, at.item, at.phase).is_some_and(|c| c.is_empty()))
            .collect()
    }
}
