//! Why there is no plan, and the ways out, in words: the same in commands and in
//! the window.

use super::words::{item_name, phase_name, resource_amount, resource_name};
use crate::explain::{Clash, Impasse, Relief, Rule, WayOut};
use crate::model::Scenario;
use crate::sequencing::Portfolio;
use crate::sequencing::compile::Compiled;
use crate::texts::{Arg, Texts};

/// More items than this that must start share a line.
const MOST_LINES: usize = 3;

/// How items, resources, phases and amounts are called.
#[derive(Debug, Clone, Copy)]
pub enum Terms<'a> {
    /// By the names of a scenario.
    Scenario(&'a Scenario, &'a Compiled),
    /// By the ids of a portfolio.
    Portfolio(&'a Portfolio),
}

impl Terms<'_> {
    fn item(self, at: usize, texts: &Texts) -> String {
        match self {
            Self::Scenario(scenario, _) if at < scenario.items.len() => {
                item_name(scenario, at, texts)
            }
            Self::Scenario(..) => texts.get("conflict-helper"),
            Self::Portfolio(portfolio) => {
                portfolio.items.get(at).map_or_else(String::new, |item| item.id.clone())
            }
        }
    }

    fn items(self, all: &[usize], texts: &Texts) -> String {
        all.iter().map(|&at| self.item(at, texts)).collect::<Vec<_>>().join(", ")
    }

    fn phase(self, number: u32, texts: &Texts) -> String {
        match self {
            Self::Scenario(scenario, _) => phase_name(scenario, number, texts),
            Self::Portfolio(_) => number.to_string(),
        }
    }

    fn phases(self) -> u32 {
        match self {
            Self::Scenario(_, compiled) => compiled.portfolio.phases,
            Self::Portfolio(portfolio) => portfolio.phases,
        }
    }

    fn resource(self, at: usize, texts: &Texts) -> String {
        match self {
            Self::Scenario(scenario, compiled) => {
                let info = compiled.resources.get(at);
                info.map_or_else(String::new, |info| resource_name(&info.name, scenario, texts))
            }
            Self::Portfolio(portfolio) => {
                portfolio.resources.get(at).map_or_else(String::new, |entry| entry.id.clone())
            }
        }
    }

    fn amount(self, resource: usize, phase: u32, units: i64, texts: &Texts) -> String {
        match self {
            Self::Scenario(scenario, compiled) => {
                let info = compiled.resources.get(resource);
                info.map_or_else(String::new, |info| {
                    resource_amount(info, phase, units, scenario, texts)
                })
            }
            Self::Portfolio(_) => texts.number(units as f64, 0),
        }
    }
}

/// Why there is no plan, as far as it is known: a heading, then lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImpasseWords {
    /// What the lines are about.
    pub title: String,
    /// One for each rule, or way out.
    pub lines: Vec<String>,
    /// How sure it is, and what follows; empty where nothing is left to say.
    pub note: String,
}

/// Why there is no plan, section by section; `title` heads the first.
pub fn impasse_words(
    impasse: &Impasse,
    title: &str,
    terms: Terms<'_>,
    texts: &Texts,
) -> Vec<ImpasseWords> {
    let mut sections = Vec::new();
    if impasse.plan.is_some() {
        let title = texts.get("impasse-plan-exists");
        return vec![ImpasseWords { title, lines: Vec::new(), note: String::new() }];
    }
    let count = impasse.clashes.len();
    for (at, clash) in impasse.clashes.iter().enumerate() {
        let number = [("number", Arg::from((at + 1) as f64)), ("count", Arg::from(count as f64))];
        let heading = match (count, at) {
            (1, _) => title.to_owned(),
            (_, 0) => format!("{title} {}", texts.with("clash-title", &number)),
            _ => texts.with("clash-title", &number),
        };
        let note = texts.get(match (clash.proven, clash.minimal) {
            (true, true) => "clash-minimal",
            (true, false) => "clash-not-minimal",
            (false, _) => "clash-not-proven",
        });
        sections.push(ImpasseWords {
            title: heading,
            lines: clash_lines(clash, terms, texts),
            note,
        });
        let lines: Vec<String> =
            clash.ways_out.iter().map(|way| way_words(way, terms, texts)).collect();
        let (title, note) = match (lines.is_empty(), impasse.complete) {
            (false, true) => (ways_title(count, clash.enough), ""),
            (false, false) => (ways_title(count, clash.enough), "ways-working"),
            (true, true) => ("ways-none", ""),
            (true, false) => ("ways-working", ""),
        };
        let note = if note.is_empty() { String::new() } else { texts.get(note) };
        sections.push(ImpasseWords { title: texts.get(title), lines, note });
    }
    sections
}

fn ways_title(clashes: usize, enough: bool) -> &'static str {
    match (enough, clashes) {
        (false, _) => "ways-title-among",
        (true, 1) => "ways-title",
        (true, _) => "ways-title-of-clash",
    }
}

/// The rules of a clash line by line; where many items must start, in one line.
fn clash_lines(clash: &Clash, terms: Terms<'_>, texts: &Texts) -> Vec<String> {
    let must = |rule: &Rule| match rule {
        Rule::Must { item } => Some(*item),
        _ => None,
    };
    let musts: Vec<usize> = clash.rules.iter().filter_map(must).collect();
    let mut lines = Vec::new();
    let together = musts.len() > MOST_LINES;
    if together {
        let items = terms.items(&musts, texts);
        let args = [("count", Arg::from(musts.len() as f64)), ("items", items.as_str().into())];
        lines.push(texts.with("clash-musts", &args));
    }
    let rest = clash.rules.iter().filter(|rule| !(together && must(rule).is_some()));
    lines.extend(rest.map(|rule| rule_words(rule, terms, texts)));
    if clash.ends_with_programme {
        let last = terms.phase(terms.phases(), texts);
        lines.push(texts.with("clash-end", &[("phase", Arg::from(last.as_str()))]));
    }
    lines
}

/// A rule as a sentence.
pub fn rule_words(rule: &Rule, terms: Terms<'_>, texts: &Texts) -> String {
    let item = |at: usize| ("item", Arg::from(terms.item(at, texts).as_str()));
    let items = |all: &[usize]| ("items", Arg::from(terms.items(all, texts).as_str()));
    let phase = |number: u32| ("phase", Arg::from(terms.phase(number, texts).as_str()));
    match rule {
        Rule::Must { item: at } => texts.with("conflict-mandatory", &[item(*at)]),
        Rule::Pin { item: at, phase: pinned } => {
            texts.with("clash-pin", &[item(*at), phase(*pinned)])
        }
        Rule::Never { item: at } => texts.with("clash-never", &[item(*at)]),
        Rule::Stopped { item: at } => texts.with("clash-stopped", &[item(*at)]),
        Rule::Begun { item: at, phase: begun } => {
            texts.with("clash-begun", &[item(*at), phase(*begun)])
        }
        Rule::Today { item: at, phase: now } => {
            texts.with("clash-today", &[item(*at), phase(*now)])
        }
        Rule::Earliest { item: at, phase: first } if *first > terms.phases() => {
            texts.with("clash-no-phase", &[item(*at)])
        }
        Rule::Earliest { item: at, phase: first } => {
            texts.with("clash-earliest", &[item(*at), phase(*first)])
        }
        Rule::Latest { item: at, phase: 0 } => texts.with("clash-no-phase", &[item(*at)]),
        Rule::Latest { item: at, phase: last } => {
            texts.with("clash-latest", &[item(*at), phase(*last)])
        }
        // By some channel, though not at once everywhere: its counter may come later.
        Rule::Gate { item: at, opens: Some(1) } => texts.with("clash-gate-channel", &[item(*at)]),
        Rule::Gate { item: at, opens: Some(opens) } => {
            texts.with("clash-gate", &[item(*at), phase(*opens)])
        }
        Rule::Gate { item: at, opens: None } => texts.with("clash-gate-shut", &[item(*at)]),
        Rule::Needs { item: at, needs, lag, after } => {
            let other = ("other", Arg::from(terms.item(*needs, texts).as_str()));
            let lag_arg = ("phases", Arg::from(f64::from(*lag)));
            let key = match (lag, after) {
                (0, false) => "conflict-needs",
                (_, false) => "clash-needs-lag",
                (_, true) => "clash-needs-done",
            };
            texts.with(key, &[item(*at), other, lag_arg])
        }
        Rule::AnyOf { item: at, needs } => texts.with("clash-any-of", &[item(*at), items(needs)]),
        Rule::Exclusive { items: group } => texts.with("clash-exclusive", &[items(group)]),
        Rule::Limit { resource, phase: at, amount } => {
            let what = ("resource", Arg::from(terms.resource(*resource, texts).as_str()));
            let there = terms.amount(*resource, at.unwrap_or(1), *amount, texts);
            let there = ("amount", Arg::from(there.as_str()));
            match at {
                Some(at) => texts.with("clash-limit", &[what, phase(*at), there]),
                None => texts.with("clash-limit-all", &[what, there]),
            }
        }
    }
}

/// A way out as a phrase.
pub fn way_words(way: &WayOut, terms: Terms<'_>, texts: &Texts) -> String {
    let item = |at: usize| ("item", Arg::from(terms.item(at, texts).as_str()));
    let items = |all: &[usize]| ("items", Arg::from(terms.items(all, texts).as_str()));
    let phase = |number: u32| ("phase", Arg::from(terms.phase(number, texts).as_str()));
    let other = |at: usize| ("other", Arg::from(terms.item(at, texts).as_str()));
    match (&way.rule, way.relief) {
        (Rule::Limit { resource, phase: given, .. }, Relief::More { phase: at, units }) => {
            let mut amount = terms.amount(*resource, at, units, texts);
            if !way.least {
                amount = texts.with("way-about", &[("amount", Arg::from(amount.as_str()))]);
            }
            let what = ("resource", Arg::from(terms.resource(*resource, texts).as_str()));
            let key = if given.is_some() { "way-more" } else { "way-more-until" };
            texts.with(key, &[("amount", Arg::from(amount.as_str())), what, phase(at)])
        }
        (Rule::Latest { item: at, .. }, Relief::Start(last)) => {
            texts.with("way-latest", &[item(*at), phase(last)])
        }
        (Rule::Earliest { item: at, .. }, Relief::Start(first)) => {
            texts.with("way-earliest", &[item(*at), phase(first)])
        }
        (Rule::Pin { item: at, .. }, Relief::Start(to)) => {
            texts.with("way-pin-to", &[item(*at), phase(to)])
        }
        (Rule::Needs { item: at, needs, after, .. }, Relief::Lag(lag)) => {
            let key = if *after { "way-lag-done" } else { "way-lag" };
            let phases = ("phases", Arg::from(f64::from(lag)));
            texts.with(key, &[item(*at), other(*needs), phases])
        }
        (Rule::Must { item: at }, _) => texts.with("way-must", &[item(*at)]),
        (Rule::Pin { item: at, .. }, _) => texts.with("way-pin", &[item(*at)]),
        (Rule::Never { item: at } | Rule::Latest { item: at, .. }, _) => {
            texts.with("way-never", &[item(*at)])
        }
        (Rule::Earliest { item: at, .. }, _) => texts.with("way-never", &[item(*at)]),
        (Rule::Stopped { item: at }, _) => texts.with("way-resume", &[item(*at)]),
        // The past has no way out; its words are those of the rule.
        (rule @ (Rule::Begun { .. } | Rule::Today { .. }), _) => rule_words(rule, terms, texts),
        (Rule::Gate { item: at, .. }, _) => texts.with("way-gate", &[item(*at)]),
        (Rule::Needs { item: at, needs, .. }, _) => {
            texts.with("way-needs", &[item(*at), other(*needs)])
        }
        (Rule::AnyOf { item: at, needs }, _) => {
            texts.with("way-any-of", &[item(*at), items(needs)])
        }
        (Rule::Exclusive { items: group }, _) => texts.with("way-exclusive", &[items(group)]),
        (Rule::Limit { resource, .. }, _) => {
            let what = ("resource", Arg::from(terms.resource(*resource, texts).as_str()));
            texts.with("way-limit", &[what])
        }
    }
}
