//! Criteria, their scales, and the weights that people give them.

use super::{CriterionId, ItemKind, Provenance, Text, WeightSetId, is_default};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// A criterion, or a group of criteria: the nodes of the criteria tree.
///
/// A node with a value function is a leaf on which items are scored. A node
/// without one is a group.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Criterion {
    /// Unique among criteria and groups.
    pub id: CriterionId,
    /// The group above it; none at the top.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parent: Option<CriterionId>,
    /// Its name for people; the id where empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// What a score counts, in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unit: Text,
    /// From a score in its unit to a value of 0..100; none for a group.
    #[serde(default, skip_serializing_if = "is_default")]
    pub value: Option<ValueFunction>,
    /// The value of *not* doing an item: 0 for a benefit, 100 for trouble that
    /// who does nothing does not have (design rule 6).
    #[serde(default, skip_serializing_if = "is_default")]
    pub baseline: f64,
    /// Set if the program computes the score and nobody enters it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub computed: Option<Computed>,
    /// The scale's ends and middle in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub anchors: Anchors,
    /// Names of the levels, for a criterion with levels.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level_names: IndexMap<String, Text>,
    /// Set if a high score demands a process review first (design rule 2).
    #[serde(default, skip_serializing_if = "is_default")]
    pub gate: Option<ReviewGate>,
    /// What it could be counted twice with, and the rule that prevents it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub double_count: Option<DoubleCount>,
    /// Where the criterion and its scale come from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// How a score in a natural unit becomes a value of 0..100.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ValueFunction {
    /// A straight line from `worst` (0) to `best` (100); `worst` may be the larger.
    Linear {
        /// The score of value 0.
        worst: f64,
        /// The score of value 100.
        best: f64,
    },
    /// A straight line over the logarithm: ten times as much is one equal step.
    Log10 {
        /// The score of value 0, above 0.
        worst: f64,
        /// The score of value 100, above 0.
        best: f64,
    },
    /// Piecewise linear through `[score, value]`, scores strictly increasing.
    Points(Vec<[f64; 2]>),
    /// A value for each named level, in the order of the file.
    Levels(IndexMap<String, f64>),
}

/// A criterion whose scores the program computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Computed {
    /// What is lacking of the infrastructure that an item needs, on its best channel.
    InfrastructureRisk,
    /// The value of what an item unlocks, halved with every step away.
    Leverage,
}

/// A scale in words.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Anchors {
    /// What value 0 means.
    #[serde(skip_serializing_if = "is_default")]
    pub at_0: Text,
    /// What value 50 means.
    #[serde(skip_serializing_if = "is_default")]
    pub at_50: Text,
    /// What value 100 means.
    #[serde(skip_serializing_if = "is_default")]
    pub at_100: Text,
}

/// From which score on an item needs a review of its process before or beside it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewGate {
    /// The score from which on a review is needed; none takes the scenario's
    /// `review_threshold`.
    #[serde(skip_serializing_if = "is_default")]
    pub threshold: Option<f64>,
    /// The kind of item that counts as a review.
    #[serde(skip_serializing_if = "is_default")]
    pub needs_kind: Option<ItemKind>,
    /// Phases between the start of the review and the start of the item.
    #[serde(skip_serializing_if = "is_default")]
    pub lag: u32,
}

/// A warning against counting one fact twice.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DoubleCount {
    /// Criteria or rules that speak of the same fact.
    #[serde(skip_serializing_if = "is_default")]
    pub with: Vec<String>,
    /// How counting twice is avoided.
    #[serde(skip_serializing_if = "is_default")]
    pub rule: Text,
}

/// What one person or group holds each criterion's swing to be worth.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WeightSet {
    /// Unique among weight sets.
    pub id: WeightSetId,
    /// Whose weights these are.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// Its share in the blend; only ratios count.
    #[serde(default, skip_serializing_if = "is_default")]
    pub influence: f64,
    /// How the weights were found, such as `swing`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub method: Option<String>,
    /// The worth of each criterion's swing from worst to best, 0 or more; only
    /// ratios count.
    ///
    /// A criterion that is not named has no weight. A *group* that is not named
    /// weighs as much as its members together, so that a flat list of swings
    /// gives `swing / Σ swings` whatever the tree; a group that is named shares
    /// its own swing among its members.
    #[serde(default)]
    pub swings: IndexMap<CriterionId, f64>,
    /// Criteria whose weight stays when others are moved.
    #[serde(default, skip_serializing_if = "is_default")]
    pub locked: Vec<CriterionId>,
    /// Where the weights come from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}
