//! The plan that questions are asked about, and whether it is still on screen.

use super::snapshot::{PlanView, Snapshot};
use crate::explain::{Base, QUESTION_EFFORT};
use crate::model::Scenario;
use crate::sequencing::CancelFlag;
use std::sync::Arc;

/// A plan that questions are asked about.
#[derive(Debug, Clone)]
pub struct Subject {
    /// What was planned.
    pub scenario: Arc<Scenario>,
    /// The plan.
    pub plan: Arc<PlanView>,
}

impl Subject {
    /// The plan of a snapshot, where there is one.
    pub fn of(snapshot: &Snapshot) -> Option<Self> {
        let plan = snapshot.planned()?;
        Some(Self { scenario: Arc::clone(&snapshot.scenario), plan: Arc::clone(plan) })
    }

    /// True if the snapshot still shows this plan for this scenario.
    pub fn is_shown(&self, snapshot: &Snapshot) -> bool {
        snapshot.planned().is_some_and(|plan| Arc::ptr_eq(plan, &self.plan))
            && Arc::ptr_eq(&snapshot.scenario, &self.scenario)
    }

    /// What questions start from.
    pub fn base<'a>(&'a self, cancel: &'a CancelFlag) -> Base<'a> {
        Base {
            scenario: &self.scenario,
            compiled: &self.plan.compiled,
            answer: &self.plan.answer,
            effort: QUESTION_EFFORT,
            cancel,
        }
    }
}
