//! Why a problem has no plan: a smallest set of rules that cannot hold together,
//! and for each of them the least change that alone makes a plan possible.
//!
//! The rules are those that a planner can see ([`Rule`]). Rules are left out one
//! after the other, many at once where that works, as long as no plan becomes
//! possible; what is left is a *clash*: leave any one out and a plan exists.
//! This is the deletion filter of Chinneck and Dravnieks (1991), by halves as in
//! QuickXplain (Junker, "QUICKXPLAIN: Preferred explanations and relaxations for
//! over-constrained problems", AAAI 2004). Whether a plan is possible is asked
//! of the engine each time; nothing is said that was not planned.

mod minimise;
mod oracle;
mod order;
mod rule;
mod rulebook;
mod trial;
mod way;

pub use rule::Rule;
pub use way::{Relief, WayOut};

use crate::model::Scenario;
use crate::sequencing::compile::Compiled;
use crate::sequencing::{CancelFlag, Plan, Portfolio};
use oracle::{Oracle, Verdict};
use rulebook::{Rulebook, Setting};

/// Work for each time that the engine is asked whether a plan is possible.
pub const IMPASSE_EFFORT: u64 = 400;

/// Clashes that have no rule in common are looked for until there are so many.
const MOST_CLASHES: usize = 4;

/// Questions at the full effort for each clash, and for each round of ways out.
const MOST_QUESTIONS: u64 = 60;

/// Why there is no plan, as far as it is found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Impasse {
    /// Sets of rules that cannot hold together; no rule is in two of them.
    /// Usually there is one.
    pub clashes: Vec<Clash>,
    /// A plan that keeps every rule, if one turned up after all. Its worth was
    /// not looked at.
    pub plan: Option<Plan>,
    /// True once there is no more to come.
    pub complete: bool,
}

/// Rules that cannot hold together.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    /// The rules.
    pub rules: Vec<Rule>,
    /// True if it is proven that they cannot; else no plan was found with them.
    pub proven: bool,
    /// True if each of them is needed: without it a plan was found for the rest.
    pub minimal: bool,
    /// True if nothing among the rules says how late is too late, so that it is
    /// the end of the last phase.
    pub ends_with_programme: bool,
    /// Changes of which any one is enough, by planning.
    pub ways_out: Vec<WayOut>,
    /// True if each way out makes a plan possible, but for the other clashes;
    /// false if it is only found to settle these rules among themselves, and other
    /// rules may stand in its way.
    pub enough: bool,
}

/// Why a scenario that was compiled to `compiled` has no plan; `found` is told of
/// everything new at once. `effort` is for each question to the engine.
///
/// O((clash + changes) × log(rules)) questions to the engine.
pub fn impasse(
    scenario: &Scenario,
    compiled: &Compiled,
    effort: u64,
    cancel: &CancelFlag,
    found: &mut dyn FnMut(&Impasse),
) -> Impasse {
    find(&Rulebook::of_scenario(scenario, compiled), effort, cancel, found)
}

/// The same for a portfolio; its rules are those that it writes.
pub fn portfolio_impasse(
    portfolio: &Portfolio,
    effort: u64,
    cancel: &CancelFlag,
    found: &mut dyn FnMut(&Impasse),
) -> Impasse {
    find(&Rulebook::of_portfolio(portfolio), effort, cancel, found)
}

fn find(
    book: &Rulebook,
    effort: u64,
    cancel: &CancelFlag,
    found: &mut dyn FnMut(&Impasse),
) -> Impasse {
    let mut oracle = Oracle::new(book, effort, cancel);
    let mut settings = vec![Setting::Kept; book.rules.len()];
    let mut impasse = Impasse::default();
    let mut members: Vec<Vec<usize>> = Vec::new();
    while members.len() < MOST_CLASHES {
        oracle.allow(MOST_QUESTIONS);
        match oracle.ask(&settings) {
            Verdict::Possible(plan) => {
                impasse.plan = members.is_empty().then_some(plan);
                break;
            }
            // What is left after the first clash is only told if it is certain.
            Verdict::Unknown if !members.is_empty() => break,
            verdict => {
                let proven = verdict == Verdict::Impossible;
                let found = minimise::clash(&mut oracle, &settings, proven);
                if cancel.is_cancelled() {
                    break;
                }
                found.rules.iter().for_each(|&rule| settings[rule] = Setting::Dropped);
                impasse.clashes.push(Clash {
                    ends_with_programme: book.ends_with_programme(&found.rules),
                    rules: found.rules.iter().map(|&rule| book.rules[rule].clone()).collect(),
                    proven,
                    minimal: found.minimal,
                    ways_out: Vec::new(),
                    enough: true,
                });
                members.push(found.rules);
            }
        }
        found(&impasse);
    }
    for (at, rules) in members.iter().enumerate() {
        // The other clashes need a change of their own: they are left out here.
        let mut settings = vec![Setting::Kept; book.rules.len()];
        let others = members.iter().enumerate().filter(|(other, _)| *other != at);
        others.flat_map(|(_, rules)| rules).for_each(|&rule| settings[rule] = Setting::Dropped);
        for enough in [true, false] {
            oracle.allow(MOST_QUESTIONS);
            // From the end: more of something before a rule that has to go.
            for &rule in rules.iter().rev() {
                if let Some(way) = way::out(&mut oracle, &settings, rule) {
                    impasse.clashes[at].enough = enough;
                    impasse.clashes[at].ways_out.push(way);
                    found(&impasse);
                }
                if cancel.is_cancelled() {
                    return impasse;
                }
            }
            if !impasse.clashes[at].ways_out.is_empty() {
                break;
            }
            // Whatever else stands in the way, these can at least be settled.
            settings.fill(Setting::Dropped);
            rules.iter().for_each(|&rule| settings[rule] = Setting::Kept);
        }
    }
    impasse.complete = !cancel.is_cancelled();
    found(&impasse);
    impasse
}
