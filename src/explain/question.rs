//! Planning again with something changed: what every "what if" rests on.

use crate::model::Scenario;
use crate::scoring::{Matrix, Worth, leaf_weights, net_worth};
use crate::sequencing::compile::{Compiled, compile};
use crate::sequencing::{Answer, Budget, CancelFlag, Engine, Options, Plan, Portfolio};
use serde::Serialize;
use std::sync::Arc;

/// Work for a first answer to one question, in the engine's units of effort: small, as
/// many are asked at once.
pub const QUESTION_EFFORT: u64 = 1_000;

/// So many times that work makes nearly every answer exact where the plan that is asked
/// about is proven optimal.
pub const SHARPER: u64 = 10;

/// A difference in worth, in value-point years; exact where both ends are equal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Range {
    /// It is proven to be no less.
    pub at_least: f64,
    /// It is proven, or was found, to be no more.
    pub at_most: f64,
}

impl Range {
    /// True if both ends are the same number for a reader.
    pub fn is_exact(&self) -> bool {
        self.width() < 5e-4
    }

    /// The narrower of two that both hold.
    pub fn narrower(self, other: Self) -> Self {
        if other.width() < self.width() { other } else { self }
    }

    /// What is open between its ends.
    pub fn width(&self) -> f64 {
        (self.at_most - self.at_least).abs()
    }
}

/// The plan that questions are asked about.
#[derive(Debug, Clone, Copy)]
pub struct Base<'a> {
    /// What was planned.
    pub scenario: &'a Scenario,
    /// What it was compiled to.
    pub compiled: &'a Compiled,
    /// The plan, with its bound.
    pub answer: &'a Answer,
    /// Work for one question, in the engine's units of effort.
    pub effort: u64,
    /// Asks to stop; what was found until then is returned.
    pub cancel: &'a CancelFlag,
}

impl Base<'_> {
    /// Where an item of the scenario starts; none if it does not.
    pub fn start(&self, item: usize) -> Option<u32> {
        self.answer.plan.start.get(item).copied().flatten()
    }

    /// Worths by item, as the plan was made with.
    pub fn worths(&self) -> Vec<Worth> {
        self.compiled.items.iter().map(|item| item.worth).collect()
    }

    /// The same with the work that makes a range exact; none where the plan itself is
    /// not proven, as then no work of that kind would.
    pub fn sharper(&self) -> Option<Self> {
        let effort = self.effort.saturating_mul(SHARPER);
        (self.answer.optimal && !self.is_cancelled()).then_some(Self { effort, ..*self })
    }

    /// Units of worth as value-point years.
    pub fn points(&self, units: i64) -> f64 {
        units as f64 / self.compiled.scale
    }

    /// What the best plan loses against this one's portfolio by a change, from
    /// what is known of both: found plans and bounds.
    pub fn loss(&self, changed: &Answer) -> Range {
        let least = self.points(self.answer.objective - changed.upper_bound).max(0.0);
        let most = self.points(self.answer.objective - changed.objective).max(least);
        Range { at_least: least, at_most: most }
    }

    /// What the best plan gains by a change that only allows more. Never less
    /// than nothing: the old plan still holds.
    pub fn gain(&self, changed: &Answer) -> Range {
        let least = self.points(changed.objective - self.answer.upper_bound).max(0.0);
        let most = self.points(changed.upper_bound - self.answer.objective).max(least);
        Range { at_least: least, at_most: most }
    }

    /// Plans another portfolio, starting from the present plan.
    pub fn plan(&self, portfolio: Portfolio) -> Answer {
        self.plan_near(portfolio, self.compiled)
    }

    /// The same for a portfolio that was compiled anew, maybe with other helpers.
    pub fn plan_near(&self, portfolio: Portfolio, compiled: &Compiled) -> Answer {
        let mut engine = Engine::new(Arc::new(portfolio), Options::default());
        engine.start_from(compiled.complete(&self.answer.plan.start));
        self.run(&mut engine)
    }

    /// Lets an engine work for one question.
    pub fn run(&self, engine: &mut Engine) -> Answer {
        engine.run(Budget::Effort(self.effort), self.cancel, &mut |_| {})
    }

    /// Plans another state of the scenario, starting from the present plan as
    /// far as it speaks of the same items; none if it cannot be compiled.
    pub fn plan_scenario(
        &self,
        changed: &Scenario,
        worths: &[Worth],
    ) -> Option<(Compiled, Answer)> {
        let compiled = compile(changed, worths).ok()?;
        let mut engine = Engine::new(Arc::clone(&compiled.portfolio), Options::default());
        let starts = |item: &crate::sequencing::compile::CompiledItem| {
            let at = self.compiled.item_index(item.id.as_str())?;
            self.start(at)
        };
        let start: Vec<Option<u32>> = compiled.items.iter().map(starts).collect();
        engine.start_from(compiled.complete(&start));
        let answer = self.run(&mut engine);
        Some((compiled, answer))
    }

    /// True once nobody waits for an answer any more.
    pub fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }
}

/// What the items of a scenario are worth under its active weights.
pub fn worths_of(scenario: &Scenario) -> Vec<Worth> {
    let weights = leaf_weights(scenario, &scenario.active_weights);
    net_worth(scenario, &Matrix::new(scenario, &weights), &weights)
}

/// An item that another plan puts elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Displaced {
    /// Its id.
    pub id: String,
    /// Where it was, from 1; none was not planned.
    pub from: Option<u32>,
    /// Where it goes; none is not at all.
    pub to: Option<u32>,
}

impl Displaced {
    /// True if it comes earlier, or in.
    pub fn gains(&self) -> bool {
        later(self.to, self.from)
    }
}

/// True if `b` is later than `a`; not at all is later than any phase.
pub fn later(a: Option<u32>, b: Option<u32>) -> bool {
    a.unwrap_or(u32::MAX) < b.unwrap_or(u32::MAX)
}

/// Items that two plans put into different phases; `except` is left out.
pub fn displaced(
    scenario: &Scenario,
    before: &Plan,
    after: &Plan,
    except: Option<usize>,
) -> Vec<Displaced> {
    let starts = scenario.items.iter().zip(before.start.iter().zip(&after.start)).enumerate();
    starts
        .filter(|(at, (_, (from, to)))| from != to && Some(*at) != except)
        .map(|(_, (item, (from, to)))| Displaced { id: item.id.to_string(), from: *from, to: *to })
        .collect()
}
