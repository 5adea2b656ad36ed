//! Indicators, logical framework and risks: what the programme promises and fears.

use super::{Estimate, GoalId, IndicatorId, ItemId, ItemKind, Provenance, Text, is_default};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// A figure by which the programme shall be judged.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// Unique among indicators.
    pub id: IndicatorId,
    /// Row in the source's table.
    #[serde(default, skip_serializing_if = "is_default")]
    pub row: Option<u32>,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// What is counted; none was stated.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unit: Option<Text>,
    /// The figure before.
    #[serde(default, skip_serializing_if = "is_default")]
    pub baseline: Option<f64>,
    /// The figure wanted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub target: Option<f64>,
    /// What else the source says of the figures wanted: ranges, second figures, readings.
    #[serde(default, skip_serializing_if = "is_default")]
    pub target_range: IndexMap<String, serde_json::Value>,
    /// By when, as `YYYY-MM-DD` or a year.
    #[serde(default, skip_serializing_if = "is_default")]
    pub due: Option<String>,
    /// The goal that it measures.
    #[serde(default, skip_serializing_if = "is_default")]
    pub goal: Option<GoalId>,
    /// The items that move it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub items: Vec<ItemId>,
    /// Whether it is clear, measurable and simple.
    #[serde(default, skip_serializing_if = "is_default")]
    pub check: IndicatorCheck,
    /// What the source's authors say of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub report_verdict: Text,
    /// A better indicator.
    #[serde(default, skip_serializing_if = "is_default")]
    pub proposal: Text,
    /// Where fields come from, by field.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: IndexMap<String, Provenance>,
}

/// A judgement of an indicator, with reasons.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct IndicatorCheck {
    /// Is it clear what is meant?
    #[serde(skip_serializing_if = "is_default")]
    pub clear: Option<Answer>,
    /// Can it be measured?
    #[serde(skip_serializing_if = "is_default")]
    pub measurable: Option<Answer>,
    /// Is it simple?
    #[serde(skip_serializing_if = "is_default")]
    pub simple: Option<Answer>,
    /// Why.
    #[serde(skip_serializing_if = "is_default")]
    pub why: Text,
}

/// Yes, partly, or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Yes.
    Yes,
    /// In part.
    Partly,
    /// No.
    No,
}

/// The programme's logical framework.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Logframe {
    /// Levels from the strategic outcome down to the components.
    #[serde(skip_serializing_if = "is_default")]
    pub levels: Vec<LogframeLevel>,
    /// Names of its columns.
    #[serde(skip_serializing_if = "is_default")]
    pub columns: Vec<String>,
    /// Where it comes from.
    #[serde(skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// One level of the logical framework.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LogframeLevel {
    /// Unique among levels.
    pub id: String,
    /// What shall be reached.
    #[serde(default, skip_serializing_if = "is_default")]
    pub objectives: Vec<Text>,
    /// By what it is seen.
    #[serde(default, skip_serializing_if = "is_default")]
    pub indicators: Vec<Text>,
    /// How that is found out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub means_of_verification: Vec<Text>,
    /// What must hold beside it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub assumptions_and_risks: Vec<Text>,
    /// Goals that stand at this level.
    #[serde(default, skip_serializing_if = "is_default")]
    pub goals: Vec<GoalId>,
    /// Kinds of item that stand at this level.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kinds: Vec<ItemKind>,
}

/// What may go wrong.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Risk {
    /// Unique among risks.
    pub id: String,
    /// What may happen.
    #[serde(default, skip_serializing_if = "is_default")]
    pub text: Text,
    /// The logical framework's level that it threatens.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level: String,
    /// How likely it is, 0..1.
    #[serde(default, skip_serializing_if = "is_default")]
    pub probability: Option<Estimate>,
    /// Items that it hits.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hits: Vec<ItemId>,
    /// Items that ease it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub eased_by: Vec<ItemId>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}
