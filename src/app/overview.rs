//! A scenario with everything derived from it at once, for commands and tests.

use super::planner::plan_state;
use super::scores::Scores;
use super::snapshot::{PlanState, PlanView, Snapshot};
use super::words::{Reason, reason};
use crate::explain::held_by;
use crate::model::{Scenario, Severity, validate};
use crate::scoring::LeverageGraph;
use crate::sequencing::compile::compile;
use crate::sequencing::{Budget, CancelFlag, Engine, Options};
use std::sync::Arc;
use std::time::Instant;

/// A scenario with everything derived from it.
#[derive(Debug)]
pub struct Overview {
    /// Scores, problems and plan.
    pub snapshot: Snapshot,
}

impl Overview {
    /// What holds an item where it is.
    pub fn held_by(&self, item: usize) -> Vec<Reason> {
        let Some(plan) = self.snapshot.planned() else { return Vec::new() };
        let reasons = held_by(&plan.compiled, &plan.answer.plan, item);
        reasons.iter().map(|held| reason(held, item, &plan.compiled)).collect()
    }

    /// The plan, where there is one.
    pub fn plan(&self) -> Option<&PlanView> {
        self.snapshot.planned().map(Arc::as_ref)
    }
}

/// Scores and plans a scenario, waiting for the result.
pub fn plan_once(scenario: Arc<Scenario>, budget: Budget, options: Options) -> Overview {
    let begun = Instant::now();
    let scores = Scores::of(&scenario, &LeverageGraph::new(&scenario));
    let problems = Arc::new(validate::problems(&scenario));
    let scoring_time = begun.elapsed();
    let plan = plan_of(&scenario, &scores, &problems, budget, options);
    let (scores, generation) = (Arc::new(scores), 0);
    let snapshot = Snapshot {
        revision: 0,
        generation,
        solo: None,
        scenario,
        scores,
        problems,
        plan,
        scoring_time,
    };
    Overview { snapshot }
}

fn plan_of(
    scenario: &Scenario,
    scores: &Scores,
    problems: &[crate::model::Problem],
    budget: Budget,
    options: Options,
) -> PlanState {
    if scenario.phases.is_empty() {
        return PlanState::NoPhases;
    }
    let errors: Vec<_> =
        problems.iter().filter(|problem| problem.severity == Severity::Error).cloned().collect();
    if !errors.is_empty() {
        return PlanState::Invalid(Arc::new(errors));
    }
    match compile(scenario, &scores.worth) {
        Ok(compiled) => {
            let begun = Instant::now();
            let compiled = Arc::new(compiled);
            let mut engine = Engine::new(Arc::clone(&compiled.portfolio), options);
            let answer = engine.run(budget, &CancelFlag::default(), &mut |_| {});
            plan_state(0, scenario, &compiled, &answer, true, begun.elapsed())
        }
        Err(problems) => PlanState::Invalid(Arc::new(problems)),
    }
}
