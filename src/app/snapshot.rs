//! Everything derived from one state of a scenario: what views draw and commands print.

use super::scores::Scores;
use crate::model::{Problem, Scenario, Severity};
use crate::sequencing::compile::Compiled;
use crate::sequencing::{Answer, Conflict, ResourceUse};
use std::sync::Arc;
use std::time::Duration;

/// Everything derived from one state of a scenario. Immutable and shared.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The document's revision that this belongs to.
    pub revision: u64,
    /// Counts everything that changes scores: edits and what-ifs.
    pub generation: u64,
    /// The leaf criterion that alone counts, while somebody asks "what if".
    pub solo: Option<usize>,
    /// The scenario itself.
    pub scenario: Arc<Scenario>,
    /// Scores and ranks.
    pub scores: Arc<Scores>,
    /// What is wrong or worth a look, worst first.
    pub problems: Arc<Vec<Problem>>,
    /// The plan.
    pub plan: PlanState,
    /// Time from the edit to the scores.
    pub scoring_time: Duration,
}

/// How far the plan is.
#[derive(Debug, Clone)]
pub enum PlanState {
    /// The scenario has no phases: it can only be ranked.
    NoPhases,
    /// Errors in the scenario keep it from being planned.
    Invalid(Arc<Vec<Problem>>),
    /// The first plan is being made.
    Working,
    /// Nothing satisfies all that must hold.
    Infeasible {
        /// What cannot hold together.
        conflict: Arc<Conflict>,
        /// What was compiled.
        compiled: Arc<Compiled>,
    },
    /// There is a plan.
    Planned(Arc<PlanView>),
}

/// What is used of a resource in a phase, and its limit, if there is one.
pub type UsedLimit = (f64, Option<f64>);

/// A plan and its proof.
#[derive(Debug, Clone)]
pub struct PlanView {
    /// The generation that was planned; older than the snapshot's while the
    /// planner works.
    pub generation: u64,
    /// What was planned.
    pub compiled: Arc<Compiled>,
    /// The engine's answer.
    pub answer: Answer,
    /// Start phase by item of the scenario, from 1; none is not planned.
    pub start: Vec<Option<u32>>,
    /// What each resource uses in each phase, in the engine's whole units.
    pub usage: Vec<ResourceUse>,
    /// True once the engine has stopped improving.
    pub finished: bool,
    /// Time from the request to this answer.
    pub elapsed: Duration,
}

impl PlanView {
    /// The plan's objective in value-point years.
    pub fn objective(&self) -> f64 {
        self.answer.objective as f64 / self.compiled.scale
    }

    /// What no plan can exceed, in value-point years.
    pub fn upper_bound(&self) -> f64 {
        self.answer.upper_bound as f64 / self.compiled.scale
    }

    /// Used and limit of a resource by phase, in units of the currency or staff
    /// months; no limit where there is none. Of what items that have begun use
    /// beyond the limit, the limit knows nothing: used is then more than there is.
    pub fn spending(&self, resource: usize) -> Vec<UsedLimit> {
        let (Some(info), Some(table)) =
            (self.compiled.resources.get(resource), self.usage.get(resource))
        else {
            return Vec::new();
        };
        let cell = |(phase, (used, limit)): (u32, (&i64, &i64))| {
            let given = *limit - info.raised_in(phase);
            let limit = info.is_limited(phase).then(|| info.real(phase, given));
            (info.real(phase, *used), limit)
        };
        (1..).zip(table.used.iter().zip(&table.limit)).map(cell).collect()
    }

    /// How many items of the scenario start.
    pub fn started(&self) -> usize {
        self.start.iter().flatten().count()
    }
}

impl Snapshot {
    /// The plan, where there is one.
    pub fn planned(&self) -> Option<&Arc<PlanView>> {
        match &self.plan {
            PlanState::Planned(plan) => Some(plan),
            _ => None,
        }
    }

    /// True if both show the same plan for the same scenario.
    pub fn shows_the_same(&self, other: &Self) -> bool {
        let same_plan = match (self.planned(), other.planned()) {
            (Some(plan), Some(other)) => Arc::ptr_eq(plan, other),
            (None, None) => true,
            _ => false,
        };
        same_plan && self.solo == other.solo && Arc::ptr_eq(&self.scenario, &other.scenario)
    }

    /// Start phase of an item, from 1; none if it is not planned.
    pub fn start_of(&self, item: usize) -> Option<u32> {
        self.planned()?.start.get(item).copied().flatten()
    }

    /// How many problems are at least this grave.
    pub fn count_problems(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity <= severity).count()
    }
}
