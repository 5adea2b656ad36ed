//! Every explanation is checked by planning again with the named rule lifted, and
//! on small scenarios by trying all plans: then the item moves, or the
//! explanation is wrong.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod asking;
mod begun;
mod changing;
mod holding;
mod lifting;
mod small;
mod waits;

use phasewise::explain::{Base, worths_of};
use phasewise::files;
use phasewise::model::Scenario;
use phasewise::sequencing::compile::{Compiled, compile};
use phasewise::sequencing::{Answer, Budget, CancelFlag, Engine, Options, Plan, verify};
use std::path::Path;
use std::sync::Arc;

/// A scenario, what it compiles to, and its plan.
struct Planned {
    scenario: Scenario,
    compiled: Compiled,
    answer: Answer,
    cancel: CancelFlag,
}

impl Planned {
    fn new(scenario: Scenario, effort: u64) -> Self {
        let compiled = compile(&scenario, &worths_of(&scenario)).unwrap();
        let answer = solve(&compiled, None, effort);
        Self { scenario, compiled, answer, cancel: CancelFlag::default() }
    }

    /// With a plan that is known to be the best.
    fn best(scenario: Scenario) -> Option<Self> {
        let mut planned = Self::new(scenario, 50);
        let best =
            small::all_plans(&planned.compiled).into_iter().max_by_key(|(_, worth)| *worth)?;
        let answer = &mut planned.answer;
        (answer.plan, answer.objective) = best;
        (answer.upper_bound, answer.gap, answer.optimal) = (best_worth(answer), 0.0, true);
        answer.infeasible = None;
        Some(planned)
    }

    fn base(&self, effort: u64) -> Base<'_> {
        Base {
            scenario: &self.scenario,
            compiled: &self.compiled,
            answer: &self.answer,
            effort,
            cancel: &self.cancel,
        }
    }

    fn start(&self, item: usize) -> Option<u32> {
        self.answer.plan.start[item]
    }

    fn name(&self, item: usize) -> String {
        self.scenario.items.get(item).map_or(format!("helper {item}"), |item| item.id.to_string())
    }
}

fn best_worth(answer: &Answer) -> i64 {
    answer.objective
}

/// Plans a compiled scenario, near a plan of its items if one is given.
fn solve(compiled: &Compiled, near: Option<&[Option<u32>]>, effort: u64) -> Answer {
    let mut engine = Engine::new(Arc::clone(&compiled.portfolio), Options::default());
    if let Some(near) = near {
        engine.start_from(compiled.complete(near));
    }
    engine.run(Budget::Effort(effort), &CancelFlag::default(), &mut |_| {})
}

/// The plan in which some items start in a phase, all else as it is.
fn moved(compiled: &Compiled, plan: &Plan, items: &[usize], phase: u32) -> Plan {
    let mut start: Vec<Option<u32>> = plan.start[..compiled.item_count()].to_vec();
    items.iter().for_each(|&item| start[item] = Some(phase));
    compiled.complete(&start)
}

fn holds(compiled: &Compiled, plan: &Plan) -> bool {
    verify(&compiled.portfolio, plan).violations.is_empty()
}

fn bundled(name: &str) -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
    files::read(&path).unwrap().scenario
}
