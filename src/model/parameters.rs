//! Settings of a scenario that hold for all of its items.

use super::{Estimate, PhaseId, WeightSetId, is_default};
use serde::{Deserialize, Serialize};

/// Settings of a scenario.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parameters {
    /// By which share a year of service is worth less when it comes a year later.
    pub discount_rate: Estimate,
    /// Years of service after the last phase that still count.
    pub tail_years: Estimate,
    /// Length of a phase that has no dates, in years.
    pub phase_length_years: f64,
    /// What missing infrastructure does to an item.
    pub gate_mode: GateMode,
    /// Which line of the forecast the gate reads.
    pub gate_uses: GateLevel,
    /// Re-engineering need from which on a process review is demanded.
    #[serde(skip_serializing_if = "is_default")]
    pub review_threshold: Option<f64>,
    /// What a score that nobody entered counts for.
    pub missing_score_policy: MissingScores,
    /// True if money that a phase leaves over may be spent later.
    pub carry_over: bool,
    /// What a step away in the dependency graph leaves of leverage.
    pub leverage_discount: f64,
    /// Which profile spreads an item's staff over its phases of work.
    pub staff_follows: StaffFollows,
    /// Value points lost over the longest service when a preferred order is not kept.
    pub soft_penalty: f64,
    /// The phase that is now: what has not begun starts in it or later. None: the
    /// programme has not begun.
    #[serde(skip_serializing_if = "is_default")]
    pub today: Option<PhaseId>,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            discount_rate: Estimate::exactly(0.05),
            tail_years: Estimate::exactly(5.0),
            phase_length_years: 1.0,
            gate_mode: GateMode::default(),
            gate_uses: GateLevel::default(),
            review_threshold: None,
            missing_score_policy: MissingScores::default(),
            carry_over: false,
            leverage_discount: 0.5,
            staff_follows: StaffFollows::default(),
            soft_penalty: 1.0,
            today: None,
        }
    }
}

/// What missing infrastructure does to an item (design rule 1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GateMode {
    /// The item cannot start.
    #[default]
    Hard,
    /// It may start and is flagged.
    Warn,
    /// It only scores lower on infrastructure risk.
    Score,
}

/// A line of the forecast.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GateLevel {
    /// The pessimistic line.
    Low,
    /// The expected line.
    #[default]
    Best,
    /// The optimistic line.
    High,
}

/// What a score that nobody entered counts for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingScores {
    /// The criterion is left out for the item and the other weights share its place.
    #[default]
    Renormalise,
    /// Value 0.
    Worst,
    /// Value 50.
    Midpoint,
}

/// Which profile spreads an item's staff over its phases of work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffFollows {
    /// As its money.
    #[default]
    CapexProfile,
    /// The same in each phase.
    Even,
}

/// Whose weights the ranking and the plan follow.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActiveWeights {
    /// The first set of the scenario.
    #[default]
    First,
    /// One set.
    Set(WeightSetId),
    /// All sets, each with its influence.
    Blend,
}
