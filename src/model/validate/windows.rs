//! Items that can never start, whatever else is decided.

use super::closure::{Graph, delay};
use super::ids::Ids;
use super::place::Place;
use crate::model::{
    Estimate, ForecastMeasure, GateLevel, GateMode, Item, LinkType, Problem, ProgressStatus,
    Scenario,
};
use std::collections::VecDeque;

/// Why an item cannot start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    /// Its latest phase is before its earliest.
    Window,
    /// It is pinned to a phase outside its window.
    Pin,
    /// A person decided that it does not start.
    Decided,
    /// Its infrastructure gate opens in no phase of its window.
    Gate,
    /// This item, which it needs, leaves no time or never starts.
    Needs(usize),
    /// None of its alternatives leaves time.
    Alternatives(usize),
    /// It has not begun, and its last phase is over.
    Over,
}

/// The first and last phase, from 1, in which an item's own fields let it start.
struct Window {
    first: u32,
    last: u32,
    why: Why,
}

/// Earliest starts by longest paths through prerequisites and alternatives, with
/// optimistic gates: what has no phase left then can start in no plan.
///
/// O(phases × links). Nothing is said without phases, nor of items in circles
/// that wait for themselves (an error of their own), nor of items that merely
/// need one that is told of already.
pub(super) fn check(scenario: &Scenario, ids: &Ids<'_>, graph: &Graph, out: &mut Vec<Problem>) {
    let phases = scenario.phases.len() as u32;
    if phases == 0 {
        return;
    }
    let windows = windows(scenario, ids);
    let reached = Reach::new(scenario, ids, &windows).run();
    for (at, item) in scenario.items.iter().enumerate() {
        let Some(why) = reached.why[at] else { continue };
        let (key, blocker) = match why {
            Why::Decided => continue,
            Why::Needs(other) if is_told(&reached, other) => continue,
            Why::Needs(other) if graph.component[other] == graph.component[at] => continue,
            Why::Needs(other) if reached.why[other].is_some() => ("decided", Some(other)),
            Why::Needs(other) => ("late", Some(other)),
            Why::Alternatives(_) => ("alternatives", None),
            Why::Window => ("window", None),
            Why::Over => ("over", None),
            Why::Pin => ("pin", None),
            Why::Gate => ("gate", None),
        };
        let name = |at: usize| scenario.items[at].id.as_str();
        let field = match why {
            Why::Window | Why::Over => "latest_phase",
            Why::Pin => "pin",
            Why::Gate => "channels",
            Why::Alternatives(_) => "requires_any_of",
            Why::Needs(_) | Why::Decided => "requires",
        };
        let items = Place::TOP.field("items");
        let place = items.named(at, item.id.as_str());
        let problem = Problem::warning("never-starts", place.field(field).to_string());
        let problem = problem.with("item", &item.id).with("why", key);
        out.push(problem.with("blocker", blocker.map_or("", name)));
    }
}

/// True if the item never starts for a reason that has a message of its own.
fn is_told(reached: &Reach<'_>, item: usize) -> bool {
    reached.why[item].is_some_and(|why| why != Why::Decided)
}

fn windows(scenario: &Scenario, ids: &Ids<'_>) -> Vec<Window> {
    let phases = scenario.phases.len() as u32;
    let number = |id: &str| ids.phases.find(id).map(|at| at as u32 + 1);
    let today = scenario.today().unwrap_or(1);
    let mut windows: Vec<Window> = Vec::with_capacity(scenario.items.len());
    for item in &scenario.items {
        // What has begun is where it is; what was given up, a person decided.
        if let Some(begun) = scenario.begun(item) {
            windows.push(Window { first: begun.start, last: begun.start, why: Why::Window });
            continue;
        }
        if item.status() == ProgressStatus::Stopped {
            windows.push(Window { first: 1, last: 0, why: Why::Decided });
            continue;
        }
        let first = item.earliest_phase.as_ref().and_then(|id| number(id.as_str())).unwrap_or(1);
        let last = item.latest_phase.as_ref().and_then(|id| number(id.as_str())).unwrap_or(phases);
        let mut window = Window { first, last, why: Why::Window };
        if let Some(pin) = &item.pin
            && first <= last
        {
            match pin.phase.as_ref().map(|id| number(id.as_str())) {
                // Time has passed over it; it does not hold.
                Some(Some(pinned)) if pinned < today => {}
                Some(Some(pinned)) => {
                    let (first, last) = (first.max(pinned), last.min(pinned));
                    window = Window { first, last, why: Why::Pin };
                }
                // A phase that does not exist is an error of its own.
                Some(None) => {}
                None => window = Window { first, last: 0, why: Why::Decided },
            }
        }
        if window.first <= window.last && window.first < today {
            window.first = today;
            if window.first > window.last {
                window.why = Why::Over;
            }
        }
        windows.push(window);
    }
    if scenario.parameters.gate_mode == GateMode::Hard {
        gates(scenario, ids, &mut windows);
    }
    windows
}

/// Moves the first phase of each item to where its gate opens at the earliest: if
/// everything that raises the forecast were built as soon as its window allows.
fn gates(scenario: &Scenario, ids: &Ids<'_>, windows: &mut [Window]) {
    let phases = scenario.phases.len();
    let level = scenario.parameters.gate_uses;
    let measures = &scenario.forecast.measures;
    let mut raised: Vec<Vec<f64>> = measures.iter().map(|m| by_phase(scenario, m)).collect();
    let done = |at: usize| {
        let begun = scenario.begun(&scenario.items[at]);
        let work = begun.map_or(scenario.items[at].duration(), |begun| begun.duration());
        windows[at].first.saturating_add(work) as usize
    };
    let raises = |at: usize, item: &Item| -> Vec<(usize, f64, usize)> {
        let each = item.raises_forecast.iter().filter_map(|raise| {
            Some((ids.measures.find(raise.measure.as_str())?, on_line(&raise.by, level), done(at)))
        });
        each.collect()
    };
    let all: Vec<_> = scenario.items.iter().enumerate().map(|(at, i)| raises(at, i)).collect();
    for (measure, by, from) in all.iter().flatten() {
        for value in raised[*measure].iter_mut().skip(from - 1) {
            *value += by.max(0.0);
        }
    }
    for (at, item) in scenario.items.iter().enumerate() {
        let settled = item.has_begun() || windows[at].first > windows[at].last;
        if item.channels.is_empty() || settled {
            continue;
        }
        let is_open = |phase: usize| {
            item.channels.iter().filter(|channel| channel.opens_gate).any(|channel| {
                let Some(need) = &channel.need else { return true };
                // Unknown measures are told of elsewhere.
                let Some(measure) = ids.measures.find(need.measure.as_str()) else { return true };
                let Some(value) = raised[measure].get(phase - 1) else { return true };
                let own = all[at].iter().filter(|own| own.0 == measure && own.2 <= phase);
                let own: f64 = own.map(|own| own.1.max(0.0)).sum();
                value - own >= need.level.best - 1e-9 * need.level.best.abs().max(1.0)
            })
        };
        let opens = (windows[at].first as usize..=phases).find(|&phase| is_open(phase));
        let opens = opens.map_or(u32::MAX, |phase| phase as u32);
        if opens > windows[at].last {
            windows[at].why = Why::Gate;
        }
        windows[at].first = opens;
    }
}

/// The level forecast for each phase; empty without a series.
fn by_phase(scenario: &Scenario, measure: &ForecastMeasure) -> Vec<f64> {
    let Some(first) = measure.series.first() else { return Vec::new() };
    let level = scenario.parameters.gate_uses;
    let year = |(at, phase): (usize, &crate::model::Phase)| {
        phase.year().unwrap_or_else(|| first.year.saturating_add(at as i32))
    };
    let years = scenario.phases.iter().enumerate().map(year);
    years.map(|year| measure_in(measure, level, year)).collect()
}

/// On a straight line between two years; as the nearest beyond the ends.
fn measure_in(measure: &ForecastMeasure, level: GateLevel, year: i32) -> f64 {
    let series = &measure.series;
    let after = series.partition_point(|point| point.year < year);
    let at = |at: usize| series.get(at).map(|p| (f64::from(p.year), on_line(&p.value, level)));
    match (after.checked_sub(1).and_then(at), at(after)) {
        (Some((y0, v0)), Some((y1, v1))) if y1 > y0 => {
            v0 + (v1 - v0) * (f64::from(year) - y0) / (y1 - y0)
        }
        (_, Some((_, value))) | (Some((_, value)), None) => value,
        (None, None) => 0.0,
    }
}

fn on_line(estimate: &Estimate, level: GateLevel) -> f64 {
    match level {
        GateLevel::Low => estimate.low_or_best(),
        GateLevel::Best => estimate.best,
        GateLevel::High => estimate.high_or_best(),
    }
}

/// Longest paths in progress.
struct Reach<'r> {
    windows: &'r [Window],
    /// By item: item needed, and phases between the starts.
    hard: Vec<Vec<(usize, u64)>>,
    /// By item: lists of alternatives, each with the phases between the starts.
    any_of: Vec<Vec<Vec<(usize, u64)>>>,
    /// Who looks again when an item moves.
    dependents: Vec<Vec<usize>>,
    /// First phase that may do; meaningless with a `why`.
    first: Vec<u64>,
    why: Vec<Option<Why>>,
}

impl<'r> Reach<'r> {
    fn new(scenario: &Scenario, ids: &Ids<'_>, windows: &'r [Window]) -> Self {
        let count = scenario.items.len();
        let (mut hard, mut any_of) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let mut dependents = vec![Vec::new(); count];
        for (at, item) in scenario.items.iter().enumerate() {
            let mut edge = |id: &str, lag: u32, after: bool| {
                let to = ids.items.find(id).filter(|to| *to != at)?;
                dependents[to].push(at);
                Some((to, delay(&scenario.items[to], lag, after)))
            };
            // What began without what it needs has begun all the same.
            if item.has_begun() {
                hard.push(Vec::new());
                any_of.push(Vec::new());
                continue;
            }
            let links = item.requires.iter().filter(|link| link.link == LinkType::Hard);
            let links = links.filter_map(|link| edge(link.item.as_str(), link.lag, link.after));
            hard.push(links.collect());
            let mut groups = Vec::with_capacity(item.requires_any_of.len());
            for group in &item.requires_any_of {
                let each = group.any_of.iter();
                let each = each.filter_map(|id| edge(id.as_str(), group.lag, group.after));
                groups.push(each.collect::<Vec<_>>());
            }
            any_of.push(groups);
        }
        let first = windows.iter().map(|window| u64::from(window.first)).collect();
        let is_shut = |window: &Window| (window.first > window.last).then_some(window.why);
        let why = windows.iter().map(is_shut).collect();
        Self { windows, hard, any_of, dependents, first, why }
    }

    /// Moves starts until nothing moves. Each item moves at most once a phase.
    fn run(mut self) -> Self {
        let mut queue: VecDeque<usize> = (0..self.first.len()).collect();
        let mut is_queued = vec![true; self.first.len()];
        while let Some(at) = queue.pop_front() {
            is_queued[at] = false;
            if self.why[at].is_none() && !self.look(at) {
                continue;
            }
            for &next in &self.dependents[at] {
                if !is_queued[next] && self.why[next].is_none() {
                    is_queued[next] = true;
                    queue.push_back(next);
                }
            }
        }
        self
    }

    /// True if the item moved.
    fn look(&mut self, at: usize) -> bool {
        let start = |(other, delay): &(usize, u64)| match self.why[*other] {
            Some(_) => u64::MAX,
            None => self.first[*other].saturating_add(*delay),
        };
        let hard = self.hard[at].iter().map(|link| (start(link), Why::Needs(link.0)));
        let groups = self.any_of[at].iter().filter_map(|group| {
            let soonest = group.iter().min_by_key(|link| start(link))?;
            let only = Why::Needs(soonest.0);
            let why = if group.len() == 1 { only } else { Why::Alternatives(soonest.0) };
            Some((start(soonest), why))
        });
        // Of equally late ones the first, so that the message stays the same.
        let latest =
            hard.chain(groups).reduce(|best, next| if next.0 > best.0 { next } else { best });
        let Some((phase, why)) = latest.filter(|(phase, _)| *phase > self.first[at]) else {
            return false;
        };
        self.first[at] = phase;
        if phase > u64::from(self.windows[at].last) {
            self.why[at] = Some(why);
        }
        true
    }
}
