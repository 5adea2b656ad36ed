//! Ways out of a clash: for one of its rules the least change that is enough.

use super::oracle::{Oracle, Verdict};
use super::rule::Rule;
use super::rulebook::{Rulebook, Setting};
use super::trial::used;
use crate::sequencing::Plan;

/// How a rule is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relief {
    /// So many units more of the resource in the phase.
    More {
        /// The phase; where money may be used later, the last in which so little
        /// is enough.
        phase: u32,
        /// How much more, in the portfolio's whole units.
        units: i64,
    },
    /// The window, or the pin, ends in this phase instead.
    Start(u32),
    /// So many phases between an item and what it needs.
    Lag(u32),
    /// The rule no longer holds.
    Dropped,
}

/// A change of one rule that alone makes a plan possible; one was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// The rule.
    pub rule: Rule,
    /// Its change.
    pub relief: Relief,
    /// True if it is proven that less of it is not enough.
    pub least: bool,
}

/// The least change of a rule that makes a plan possible, all others being as
/// they are under `settings`; none if no change of it was found to be enough.
pub fn out(oracle: &mut Oracle<'_>, settings: &[Setting], at: usize) -> Option<WayOut> {
    let rule = oracle.book.rules.get(at)?.clone();
    if rule.is_past() {
        return None;
    }
    let mut ask = Question { oracle, settings: settings.to_vec(), at };
    // What does not help at all when it is gone helps no less changed.
    let plan = ask.with(Setting::Dropped).plan()?;
    let (relief, least) = match rule {
        Rule::Limit { resource, phase, .. } => ask.least_more(resource, phase, &plan)?,
        Rule::Latest { item, phase } => {
            let start = plan.start.get(item).copied().flatten();
            let last = start.filter(|start| *start > phase).unwrap_or(ask.phases());
            ask.first_of((phase + 1..last).collect(), Relief::Start(last))
        }
        Rule::Earliest { item, phase } => {
            let start = plan.start.get(item).copied().flatten();
            let first = start.filter(|start| *start < phase).unwrap_or(1);
            ask.first_of((first + 1..phase).rev().collect(), Relief::Start(first))
        }
        Rule::Pin { phase, .. } => {
            let mut others: Vec<u32> = (1..=ask.phases()).filter(|o| *o != phase).collect();
            others.sort_by_key(|other| (other.abs_diff(phase), *other));
            ask.first_of(others, Relief::Dropped)
        }
        Rule::Needs { lag, .. } => ask.first_lag(lag),
        _ => (Relief::Dropped, true),
    };
    Some(WayOut { rule, relief, least })
}

impl Verdict {
    fn plan(self) -> Option<Plan> {
        match self {
            Self::Possible(plan) => Some(plan),
            Self::Impossible | Self::Unknown => None,
        }
    }
}

/// The problem with one rule changed.
struct Question<'q, 'o> {
    oracle: &'q mut Oracle<'o>,
    settings: Vec<Setting>,
    at: usize,
}

impl Question<'_, '_> {
    fn with(&mut self, setting: Setting) -> Verdict {
        self.settings[self.at] = setting;
        self.oracle.ask(&self.settings)
    }

    fn phases(&self) -> u32 {
        self.oracle.book.free.phases
    }

    /// The first of these phases with which a plan is possible, else the change
    /// that is known to be enough; and whether all before are proven not to be.
    fn first_of(&mut self, phases: Vec<u32>, enough: Relief) -> (Relief, bool) {
        let mut least = true;
        for phase in phases {
            let relief = Relief::Start(phase);
            match self.with(Setting::Relieved(relief)) {
                Verdict::Possible(_) => return (relief, least),
                Verdict::Impossible => {}
                Verdict::Unknown => least = false,
            }
        }
        (enough, least)
    }

    /// The longest lag with which a plan is possible; else the link has to go.
    fn first_lag(&mut self, lag: u32) -> (Relief, bool) {
        let mut least = true;
        for shorter in (0..lag.min(self.phases())).rev() {
            let relief = Relief::Lag(shorter);
            match self.with(Setting::Relieved(relief)) {
                Verdict::Possible(_) => return (relief, least),
                Verdict::Impossible => {}
                Verdict::Unknown => least = false,
            }
        }
        (Relief::Dropped, least)
    }

    /// The least amount more of a resource in a phase. Where money may be used
    /// later, the least is what lacks in the first phase; it is told for the last
    /// phase in which so much is enough.
    fn least_more(
        &mut self,
        resource: usize,
        phase: Option<u32>,
        plan: &Plan,
    ) -> Option<(Relief, bool)> {
        let first = phase.unwrap_or(1);
        let (mut enough, mut too_little) = (self.lacks(resource, phase, plan), 0);
        let mut least = true;
        if enough <= 0 {
            return None;
        }
        while enough - too_little > self.step(enough, least) {
            if self.oracle.is_cancelled() {
                return None;
            }
            let units = too_little + (enough - too_little) / 2;
            match self.with(Setting::Relieved(Relief::More { phase: first, units })) {
                // A plan often needs less than it was given.
                Verdict::Possible(plan) => {
                    enough = self.lacks(resource, phase, &plan).clamp(too_little + 1, units);
                }
                verdict => {
                    least &= verdict == Verdict::Impossible;
                    too_little = units;
                }
            }
        }
        let more = |phase: u32| Relief::More { phase, units: enough };
        if phase.is_none() {
            for later in (2..=self.phases()).rev() {
                if let Verdict::Possible(_) = self.with(Setting::Relieved(more(later))) {
                    return Some((more(later), least));
                }
            }
        }
        Some((more(first), least))
    }

    /// How close is close enough: a unit, or a hundredth where proofs fail.
    fn step(&self, amount: i64, proven: bool) -> i64 {
        if proven { 1 } else { (amount / 100).max(1) }
    }

    /// What a plan uses of a resource beyond its limit: in one phase, or, where
    /// what is left over may be used later, up to any phase.
    fn lacks(&self, resource: usize, phase: Option<u32>, plan: &Plan) -> i64 {
        let book: &Rulebook = self.oracle.book;
        let used = used(&book.free, plan, resource);
        let limits = book.free.resources.get(resource).map(|r| r.limit.as_slice());
        let limits = limits.unwrap_or_default();
        let mut sum = 0_i64;
        let mut most = 0;
        for (at, (used, limit)) in (1..).zip(used.iter().zip(limits)) {
            let short = used - limit;
            match phase {
                Some(phase) if phase == at => most = short,
                Some(_) => {}
                None => {
                    sum = sum.saturating_add(short);
                    most = most.max(sum);
                }
            }
        }
        most
    }
}
