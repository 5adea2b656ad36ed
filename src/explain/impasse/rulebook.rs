//! All rules of a problem, and the problem with only some of them.

use super::rule::Rule;
use super::trial::Trial;
use super::way::Relief;
use crate::model::{ProgressStatus, Scenario};
use crate::scoring::Worth;
use crate::sequencing::compile::{
    AnyOfOrigin, Bound, Compiled, PrerequisiteOrigin, compile, window,
};
use crate::sequencing::{AnyOf, Item, MAX_AMOUNT, Portfolio, Prerequisite, Resource};

/// What becomes of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// It holds.
    Kept,
    /// It does not hold.
    Dropped,
    /// It holds in another form.
    Relieved(Relief),
}

/// All rules of a problem.
#[derive(Debug)]
pub struct Rulebook {
    /// The problem without rules about items: nothing must start, and anything
    /// may start anywhere; links and limits are those of the rules.
    pub free: Portfolio,
    /// The rules.
    pub rules: Vec<Rule>,
    /// By prerequisite, group of alternatives and exclusive group of `free`: the
    /// rule that it belongs to. None for what a helper of a gate stands on, which
    /// matters only where a gate does.
    prerequisite_rule: Vec<Option<usize>>,
    any_of_rule: Vec<Option<usize>>,
    exclusive_rule: Vec<usize>,
    /// By item: the window that its gate leaves.
    gate_window: Vec<(u32, u32)>,
}

impl Rulebook {
    /// The rules of a portfolio. O(size).
    pub fn of_portfolio(portfolio: &Portfolio) -> Self {
        let mut book = Self::new(portfolio.clone());
        for (at, item) in portfolio.items.iter().enumerate() {
            if item.mandatory {
                book.rules.push(Rule::Must { item: at });
            }
            book.add_window(at, item.earliest, item.latest);
        }
        for at in 0..portfolio.prerequisites.len() {
            book.add_prerequisite(at);
        }
        for at in 0..portfolio.any_of.len() {
            book.add_any_of(at);
        }
        book.add_exclusive();
        book.add_limits(&|_, _| true);
        book.forget_windows(portfolio.items.len());
        book
    }

    /// The rules of a scenario. It is compiled anew without windows and pins: a
    /// gate's ways are looked for only where the item may start, and here that
    /// may change.
    pub fn of_scenario(scenario: &Scenario, compiled: &Compiled) -> Self {
        let mut wide = scenario.clone();
        for item in &mut wide.items {
            (item.earliest_phase, item.latest_phase, item.pin) = (None, None, None);
            item.mandatory = false;
            // Taken up again, it would have to keep its gate like any other.
            item.progress.take_if(|progress| progress.status == ProgressStatus::Stopped);
        }
        let worths: Vec<Worth> = compiled.items.iter().map(|item| item.worth).collect();
        let Ok(wide) = compile(&wide, &worths) else {
            return Self::of_portfolio(&compiled.portfolio);
        };
        let mut book = Self::new(Portfolio::clone(&wide.portfolio));
        let entries = scenario.items.iter().zip(&compiled.items).zip(&wide.items).enumerate();
        for (at, ((entry, given), free)) in entries {
            if entry.mandatory {
                book.rules.push(Rule::Must { item: at });
            }
            for bound in &given.bounds {
                match *bound {
                    Bound::Pinned(phase) => book.rules.push(Rule::Pin { item: at, phase }),
                    Bound::Never => book.rules.push(Rule::Never { item: at }),
                    Bound::Earliest(phase) => book.add_window(at, phase, u32::MAX),
                    Bound::Latest(phase) => book.add_window(at, 1, phase),
                    Bound::Begun(phase) => book.rules.push(Rule::Begun { item: at, phase }),
                    Bound::Stopped => book.rules.push(Rule::Stopped { item: at }),
                    Bound::Today(phase) => book.rules.push(Rule::Today { item: at, phase }),
                    // The gate of the wide window is the one that counts.
                    Bound::GateOpens(_) | Bound::GateStaysShut => {}
                }
            }
            let is_gate = |b: &&Bound| matches!(b, Bound::GateOpens(_) | Bound::GateStaysShut);
            let of_gate: Vec<Bound> = free.bounds.iter().filter(is_gate).copied().collect();
            book.gate_window[at] = window(&of_gate, wide.portfolio.phases);
        }
        book.add_links(&wide);
        book.add_exclusive();
        book.add_limits(&|resource, phase| wide.resources[resource].is_limited(phase));
        book.forget_windows(scenario.items.len());
        book
    }

    fn new(mut free: Portfolio) -> Self {
        free.synergies.clear();
        free.preferences.clear();
        for item in &mut free.items {
            item.mandatory = false;
            item.worth.iter_mut().for_each(|worth| *worth = 0);
        }
        Self {
            rules: Vec::new(),
            prerequisite_rule: vec![None; free.prerequisites.len()],
            any_of_rule: vec![None; free.any_of.len()],
            exclusive_rule: Vec::new(),
            gate_window: vec![(1, free.phases); free.items.len()],
            free,
        }
    }

    fn add_window(&mut self, item: usize, earliest: u32, latest: u32) {
        let Some(duration) = self.free.items.get(item).map(|entry| entry.duration) else { return };
        if earliest > 1 {
            self.rules.push(Rule::Earliest { item, phase: earliest });
        }
        // A window as wide as the programme is nobody's rule.
        if latest < (self.free.phases + 1).saturating_sub(duration) {
            self.rules.push(Rule::Latest { item, phase: latest });
        }
    }

    fn add_prerequisite(&mut self, at: usize) {
        let Prerequisite { item, needs, lag, after } = self.free.prerequisites[at];
        self.prerequisite_rule[at] = Some(self.rules.len());
        self.rules.push(Rule::Needs { item, needs, lag, after });
    }

    fn add_any_of(&mut self, at: usize) {
        let AnyOf { item, needs, .. } = &self.free.any_of[at];
        self.any_of_rule[at] = Some(self.rules.len());
        self.rules.push(Rule::AnyOf { item: *item, needs: needs.clone() });
    }

    /// Links of a scenario, and gates with the links that they consist of.
    fn add_links(&mut self, wide: &Compiled) {
        let mut gates: Vec<Option<usize>> = vec![None; wide.items.len()];
        for (item, entry) in wide.items.iter().enumerate() {
            let of_gate =
                |origin: &PrerequisiteOrigin| *origin == PrerequisiteOrigin::Gate { item };
            let is_shut = self.gate_window[item] != (1, wide.portfolio.phases);
            let stands_on = wide.prerequisite_origins.iter().any(of_gate)
                || wide.any_of_origins.contains(&AnyOfOrigin::Gate { item });
            if is_shut || stands_on {
                gates[item] = Some(self.rules.len());
                let ways = entry.gate.as_ref().map(|gate| gate.ways.as_slice());
                let opens = ways.unwrap_or_default().iter().map(|way| way.from).min();
                self.rules.push(Rule::Gate { item, opens });
            }
        }
        for (at, origin) in wide.prerequisite_origins.iter().enumerate() {
            match *origin {
                PrerequisiteOrigin::Item { .. } => self.add_prerequisite(at),
                PrerequisiteOrigin::Gate { item } => self.prerequisite_rule[at] = gates[item],
                PrerequisiteOrigin::Helper { .. } => {}
            }
        }
        for (at, origin) in wide.any_of_origins.iter().enumerate() {
            match *origin {
                AnyOfOrigin::Item { .. } => self.add_any_of(at),
                AnyOfOrigin::Gate { item } => self.any_of_rule[at] = gates[item],
                AnyOfOrigin::Helper { .. } => {}
            }
        }
    }

    fn add_exclusive(&mut self) {
        for items in &self.free.exclusive {
            self.exclusive_rule.push(self.rules.len());
            self.rules.push(Rule::Exclusive { items: items.clone() });
        }
    }

    fn add_limits(&mut self, is_limited: &dyn Fn(usize, u32) -> bool) {
        for (resource, entry) in self.free.resources.iter().enumerate() {
            if entry.carry_over {
                let amount =
                    entry.limit.iter().fold(0_i64, |sum, limit| sum.saturating_add(*limit));
                self.rules.push(Rule::Limit { resource, phase: None, amount });
                continue;
            }
            for (phase, &amount) in (1..).zip(&entry.limit) {
                if is_limited(resource, phase) {
                    self.rules.push(Rule::Limit { resource, phase: Some(phase), amount });
                }
            }
        }
    }

    /// Windows of the first `items` are rules from now on; helpers keep theirs.
    fn forget_windows(&mut self, items: usize) {
        let phases = self.free.phases;
        for item in self.free.items.iter_mut().take(items) {
            (item.earliest, item.latest) = (1, phases);
        }
    }

    /// True if it is the end of the programme that makes these rules a clash: none
    /// of them says how late is too late, and they do not run in a circle.
    pub fn ends_with_programme(&self, rules: &[usize]) -> bool {
        let bounds = |rule: &usize| {
            matches!(
                self.rules[*rule],
                Rule::Pin { .. }
                    | Rule::Never { .. }
                    | Rule::Stopped { .. }
                    | Rule::Begun { .. }
                    | Rule::Latest { .. }
                    | Rule::Exclusive { .. }
                    | Rule::Limit { .. }
                    | Rule::Gate { opens: None, .. }
            )
        };
        if rules.iter().any(bounds) {
            return false;
        }
        let links: Vec<(usize, usize)> = rules
            .iter()
            .filter_map(|&rule| match self.rules[rule] {
                Rule::Needs { item, needs, .. } => Some((item, needs)),
                _ => None,
            })
            .collect();
        // In a minimal clash a circle would be all there is: whoever is needed needs too.
        let goes_on = |&(_, needs): &(usize, usize)| links.iter().any(|(item, _)| *item == needs);
        links.is_empty() || !links.iter().all(goes_on)
    }

    /// The problem with the rules that hold under these settings. O(size).
    pub fn trial(&self, settings: &[Setting]) -> Trial {
        let free = &self.free;
        let mut items: Vec<Item> = free.items.clone();
        let mut resources = free.resources.clone();
        // By resource and phase: false where nothing limits it.
        let mut limited: Vec<Vec<bool>> =
            resources.iter().map(|resource| vec![false; resource.limit.len()]).collect();
        for (rule, setting) in self.rules.iter().zip(settings) {
            let relief = match setting {
                Setting::Dropped => continue,
                Setting::Kept => None,
                Setting::Relieved(relief) => Some(*relief),
            };
            self.put(rule, relief, &mut items, &mut resources, &mut limited);
        }
        let holds = |rule: &Option<usize>| {
            rule.is_none_or(|rule| settings.get(rule) != Some(&Setting::Dropped))
        };
        let lag = |rule: &Option<usize>, lag: u32| match rule.and_then(|rule| settings.get(rule)) {
            Some(Setting::Relieved(Relief::Lag(less))) => *less,
            _ => lag,
        };
        let prerequisites: Vec<Prerequisite> = (free.prerequisites.iter())
            .zip(&self.prerequisite_rule)
            .filter(|(_, rule)| holds(rule))
            .map(|(link, rule)| Prerequisite { lag: lag(rule, link.lag), ..*link })
            .collect();
        let any_of: Vec<AnyOf> = (free.any_of.iter())
            .zip(&self.any_of_rule)
            .filter(|(_, rule)| holds(rule))
            .map(|(link, _)| link.clone())
            .collect();
        let exclusive: Vec<Vec<usize>> = (free.exclusive.iter())
            .zip(&self.exclusive_rule)
            .filter(|(_, rule)| holds(&Some(**rule)))
            .map(|(group, _)| group.clone())
            .collect();
        let whole = Portfolio {
            items,
            resources,
            prerequisites,
            any_of,
            exclusive,
            ..Portfolio::clone(free)
        };
        Trial::of(whole, &limited)
    }

    fn put(
        &self,
        rule: &Rule,
        relief: Option<Relief>,
        items: &mut [Item],
        resources: &mut [Resource],
        limited: &mut [Vec<bool>],
    ) {
        let to = |phase: u32| match relief {
            Some(Relief::Start(other)) => other,
            _ => phase,
        };
        let mut narrow = |item: usize, earliest: u32, latest: u32| {
            let entry = &mut items[item];
            entry.earliest = entry.earliest.max(earliest);
            entry.latest = entry.latest.min(latest);
        };
        match *rule {
            Rule::Must { item } => items[item].mandatory = true,
            Rule::Pin { item, phase } => {
                narrow(item, to(phase), to(phase));
                items[item].mandatory = true;
            }
            Rule::Begun { item, phase } => {
                narrow(item, phase, phase);
                items[item].mandatory = true;
            }
            Rule::Never { item } | Rule::Stopped { item } => narrow(item, 1, 0),
            Rule::Today { item, phase } => narrow(item, phase, u32::MAX),
            Rule::Earliest { item, phase } => narrow(item, to(phase), u32::MAX),
            Rule::Latest { item, phase } => narrow(item, 1, to(phase)),
            Rule::Gate { item, .. } => {
                let (earliest, latest) = self.gate_window[item];
                narrow(item, earliest, latest);
            }
            Rule::Needs { .. } | Rule::AnyOf { .. } | Rule::Exclusive { .. } => {}
            Rule::Limit { resource, phase, .. } => {
                let binds = &mut limited[resource];
                match phase {
                    Some(phase) => binds[phase as usize - 1] = true,
                    None => binds.fill(true),
                }
                if let Some(Relief::More { phase, units }) = relief {
                    let limit = resources[resource].limit.get_mut(phase as usize - 1);
                    if let Some(limit) = limit {
                        *limit = limit.saturating_add(units).min(MAX_AMOUNT);
                    }
                }
            }
        }
    }
}
