//! What a candidate needs of others, of data and of infrastructure, and adds to them.

use super::{ChannelId, Estimate, ItemId, MeasureId, RegisterId, Source, Text, is_default};
use serde::{Deserialize, Serialize};

/// A way by which people reach an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Channel {
    /// The kind of channel.
    pub channel: ChannelId,
    /// Share of the demand that it can carry, 0..1.
    #[serde(default = "super::one", skip_serializing_if = "super::is_one")]
    pub share: f64,
    /// True if the item may start once this channel is open; else it adds reach only.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub opens_gate: bool,
    /// The infrastructure that it needs; none means none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub need: Option<Need>,
    /// Items of which one must be ready for the channel to be there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub requires_any_of: Vec<ItemId>,
    /// Phases between the last phase of work of that item and the channel's opening.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lag: u32,
}

fn yes() -> bool {
    true
}

fn is_yes(flag: &bool) -> bool {
    *flag
}

/// A level of infrastructure.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Need {
    /// What is measured.
    pub measure: MeasureId,
    /// The level that is needed, in the measure's unit.
    pub level: Estimate,
}

/// The data that an item reads and keeps (design rule 3).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Registers {
    /// Registers it reads.
    #[serde(skip_serializing_if = "is_default")]
    pub reads: Vec<RegisterId>,
    /// Registers it keeps.
    #[serde(skip_serializing_if = "is_default")]
    pub keeps: Vec<RegisterId>,
}

/// A prerequisite, or an order that is preferred.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Requires {
    /// What must, or should, come first.
    pub item: ItemId,
    /// Must or should.
    #[serde(rename = "type", default, skip_serializing_if = "is_default")]
    pub link: LinkType,
    /// Phases between the two.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lag: u32,
    /// Counts the lag from the last phase of work of the other, not from its start.
    #[serde(default, skip_serializing_if = "is_default")]
    pub after: bool,
    /// Value points lost when a preferred order is not kept; none takes the
    /// scenario's `soft_penalty`. Nothing for a prerequisite.
    #[serde(default, skip_serializing_if = "is_default")]
    pub penalty: Option<f64>,
    /// Why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: Text,
    /// How far the link can be trusted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: Option<Source>,
    /// Place in the source document.
    #[serde(rename = "ref", default, skip_serializing_if = "is_default")]
    pub reference: Option<String>,
}

/// Whether a link binds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkType {
    /// A prerequisite: the plan keeps it.
    #[default]
    Hard,
    /// A preferred order: the plan pays when it does not keep it.
    Soft,
}

/// Prerequisites of which one is enough.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AnyOf {
    /// The alternatives.
    pub any_of: Vec<ItemId>,
    /// Phases between the two.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lag: u32,
    /// Counts the lag from the last phase of work of the other.
    #[serde(default, skip_serializing_if = "is_default")]
    pub after: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: Text,
    /// How far the link can be trusted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: Option<Source>,
    /// Place in the source document.
    #[serde(rename = "ref", default, skip_serializing_if = "is_default")]
    pub reference: Option<String>,
}

/// Infrastructure that an access project adds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ForecastRaise {
    /// What it raises.
    pub measure: MeasureId,
    /// By how much, in the measure's unit.
    pub by: Estimate,
}
