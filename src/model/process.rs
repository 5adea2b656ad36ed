//! A service's process before and after: how fast, in how many steps, how far online.

use super::{Provenance, Text, is_default};
use serde::{Deserialize, Serialize};

/// How fast a service is now and elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceSpeed {
    /// What is measured, with its unit.
    pub measure: Text,
    /// Now.
    #[serde(skip_serializing_if = "is_default")]
    pub now: Option<f64>,
    /// The best figure elsewhere.
    #[serde(skip_serializing_if = "is_default")]
    pub best_elsewhere: Option<f64>,
    /// Where that is.
    #[serde(rename = "where", skip_serializing_if = "is_default")]
    pub place: String,
    /// Where the figures come from.
    #[serde(skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// A process before and after its review.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProcessChange {
    /// Today.
    #[serde(skip_serializing_if = "is_default")]
    pub as_is: ProcessFigures,
    /// Afterwards.
    #[serde(skip_serializing_if = "is_default")]
    pub to_be: ProcessFigures,
    /// Where the figures come from.
    #[serde(skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// A process in numbers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProcessFigures {
    /// Steps.
    #[serde(skip_serializing_if = "is_default")]
    pub steps: Option<u32>,
    /// Papers asked for.
    #[serde(skip_serializing_if = "is_default")]
    pub documents: Option<u32>,
    /// Visits to an office.
    #[serde(skip_serializing_if = "is_default")]
    pub visits: Option<u32>,
    /// Agencies involved.
    #[serde(skip_serializing_if = "is_default")]
    pub agencies: Option<u32>,
}

/// How far a service is online.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Maturity {
    /// Level now.
    pub now: u32,
    /// Highest level that makes sense.
    #[serde(skip_serializing_if = "is_default")]
    pub max: Option<u32>,
    /// Level wanted.
    pub target: u32,
    /// Share of cases that shall come online, in per cent.
    #[serde(skip_serializing_if = "is_default")]
    pub take_up_target_percent: Option<f64>,
    /// What the levels mean.
    #[serde(skip_serializing_if = "is_default")]
    pub levels: Text,
    /// Where the figures come from.
    #[serde(skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}
