//! The lists that items refer to: agencies, goals, registers, channels, money, links, forecast.

use super::{
    AgencyId, ChannelId, Estimate, FundId, GoalId, ItemId, MeasureId, PhaseId, Provenance,
    RegisterId, Source, Text, is_default,
};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// A public body that owns, builds or staffs items.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Agency {
    /// Unique among agencies.
    pub id: AgencyId,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// What it does in the programme.
    #[serde(default, skip_serializing_if = "is_default")]
    pub role: Text,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// A goal at any level of the hierarchy.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// Unique among goals.
    pub id: GoalId,
    /// The goal above it; none at the top.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parent: Option<GoalId>,
    /// The name of its level, such as `policy_goal`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level: String,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// A source of money.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FundingSource {
    /// Unique among sources of money.
    pub id: FundId,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// What it gives in each phase.
    #[serde(default, skip_serializing_if = "is_default")]
    pub amounts: IndexMap<PhaseId, f64>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// A kind of channel: the web, a service centre, a telephone.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ChannelKind {
    /// Unique among channels.
    pub id: ChannelId,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// The infrastructure that it runs on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub measure: Option<MeasureId>,
    /// Items that provide it; one is enough.
    #[serde(default, skip_serializing_if = "is_default")]
    pub delivered_by_any_of: Vec<ItemId>,
}

/// A body of data that services read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Register {
    /// Unique among registers.
    pub id: RegisterId,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// The agency that keeps it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub keeper: Option<AgencyId>,
    /// Whether it is there already.
    #[serde(default)]
    pub status: RegisterStatus,
    /// The item that delivers it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub delivered_by: Option<ItemId>,
    /// Where this comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// Whether a register is there already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RegisterStatus {
    /// It can be read today.
    Existing,
    /// An item has to deliver it.
    #[default]
    Planned,
}

/// Items of which at most one may start.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Exclusive {
    /// Two or more.
    pub items: Vec<ItemId>,
    /// Why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: Text,
    /// How far this can be trusted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: Option<Source>,
    /// Place in the source document.
    #[serde(rename = "ref", default, skip_serializing_if = "is_default")]
    pub reference: Option<String>,
}

/// Two items that are worth more, or less, together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Synergy {
    /// The two.
    pub items: Vec<ItemId>,
    /// Value points while both are in service.
    pub effect: Estimate,
    /// What `effect` counts, in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unit: Text,
    /// Why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: Text,
    /// How far this can be trusted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: Option<Source>,
    /// Place in the source document.
    #[serde(rename = "ref", default, skip_serializing_if = "is_default")]
    pub reference: Option<String>,
}

/// What the country's infrastructure will be like.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Forecast {
    /// One series for each thing measured.
    #[serde(skip_serializing_if = "is_default")]
    pub measures: Vec<ForecastMeasure>,
    /// How to read it.
    #[serde(skip_serializing_if = "is_default")]
    pub note: Text,
}

/// A measure of infrastructure and how it will grow.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ForecastMeasure {
    /// Unique among measures.
    pub id: MeasureId,
    /// Its name for people, with its unit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// Values by year, in rising order; between years it grows evenly, after the
    /// last it stays.
    #[serde(default, skip_serializing_if = "is_default")]
    pub series: Vec<SeriesPoint>,
}

/// One year of a forecast.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SeriesPoint {
    /// The calendar year.
    pub year: i32,
    /// The level, in the measure's unit.
    pub value: Estimate,
}

/// Something people decided, with a name, a date and a reason.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decision {
    /// When, as `YYYY-MM-DD` or with a time.
    pub date: String,
    /// Who.
    #[serde(skip_serializing_if = "is_default")]
    pub by: String,
    /// What was decided.
    pub what: String,
    /// Why.
    #[serde(skip_serializing_if = "is_default")]
    pub reason: String,
    /// Items that it concerns.
    #[serde(skip_serializing_if = "is_default")]
    pub items: Vec<ItemId>,
}
