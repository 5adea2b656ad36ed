//! Candidates: what a country could build, and what each of them needs.

use super::{
    AgencyId, ChannelId, CriterionId, Estimate, FundId, GoalId, ItemId, MeasureId, PhaseId,
    Progress, Provenance, RegisterId, Score, Source, Text, is_default,
};
use indexmap::IndexMap;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A candidate of any kind.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Unique among items.
    pub id: ItemId,
    /// What sort of thing it is.
    #[serde(default)]
    pub kind: ItemKind,
    /// Its name for people; the id where empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// The agency that answers for it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: Option<AgencyId>,
    /// A sentence or two on what it is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: Text,
    /// Goals that it serves, with shares that add up to 1.
    #[serde(default, skip_serializing_if = "is_default")]
    pub goals: Vec<GoalShare>,
    /// Stage of the programme it was filed under.
    #[serde(default, skip_serializing_if = "is_default")]
    pub programme_stage: Option<u32>,
    /// Component of the programme it was filed under.
    #[serde(default, skip_serializing_if = "is_default")]
    pub programme_component: Option<u32>,
    /// What building it costs the main budget, in units of the currency.
    #[serde(default, skip_serializing_if = "is_default")]
    pub capex: Capex,
    /// Shares of a total `capex` by phase of work, adding up to 1; even where empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub capex_profile: Vec<f64>,
    /// What running it costs a year, from the phase after the last of work.
    #[serde(default, skip_serializing_if = "is_default")]
    pub opex_per_year: Estimate,
    /// People it needs to build, by agency, over all phases of work.
    #[serde(default, skip_serializing_if = "is_default")]
    pub staff_months: Vec<StaffNeed>,
    /// Shares of staff by phase of work; as `staff_follows` says where empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub staff_profile: Vec<f64>,
    /// Phases of work; as many as a list of `capex` has, or 1, where not given.
    #[serde(default, skip_serializing_if = "is_default")]
    pub duration: Option<u32>,
    /// The first phase in which it may start.
    #[serde(default, skip_serializing_if = "is_default")]
    pub earliest_phase: Option<PhaseId>,
    /// The last phase in which it may start.
    #[serde(default, skip_serializing_if = "is_default")]
    pub latest_phase: Option<PhaseId>,
    /// True if it must start.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mandatory: bool,
    /// A person's decision on when it starts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pin: Option<Pin>,
    /// How far it really is; none: it has not begun.
    #[serde(default, skip_serializing_if = "is_default")]
    pub progress: Option<Progress>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "is_default")]
    pub funding: Funding,
    /// The part that private partners take.
    #[serde(default, skip_serializing_if = "is_default")]
    pub private_participation: Option<PrivateParticipation>,
    /// The ways by which people reach it; none means it needs no infrastructure.
    #[serde(default, skip_serializing_if = "is_default")]
    pub channels: Vec<Channel>,
    /// The data that it reads and keeps.
    #[serde(default, skip_serializing_if = "is_default")]
    pub registers: Registers,
    /// Prerequisites and preferred orders.
    #[serde(default, skip_serializing_if = "is_default")]
    pub requires: Vec<Requires>,
    /// Prerequisites of which one is enough.
    #[serde(default, skip_serializing_if = "is_default")]
    pub requires_any_of: Vec<AnyOf>,
    /// Infrastructure that it adds from the phase after its last phase of work.
    #[serde(default, skip_serializing_if = "is_default")]
    pub raises_forecast: Vec<ForecastRaise>,
    /// How fast the service is now and elsewhere.
    #[serde(default, skip_serializing_if = "is_default")]
    pub service_speed: Option<ServiceSpeed>,
    /// Scores by criterion, in the criterion's unit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scores: IndexMap<CriterionId, Score>,
    /// The process behind it, before and after.
    #[serde(default, skip_serializing_if = "is_default")]
    pub process: Option<ProcessChange>,
    /// How far it is online, and shall be.
    #[serde(default, skip_serializing_if = "is_default")]
    pub maturity: Option<Maturity>,
    /// Where fields come from, by field; `item` is why it is here at all.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: IndexMap<String, Provenance>,
}

impl Item {
    /// Phases of work, at least 1.
    pub fn duration(&self) -> u32 {
        let listed = match &self.capex {
            Capex::PerPhase(amounts) => u32::try_from(amounts.len()).unwrap_or(u32::MAX),
            Capex::Total(_) => 1,
        };
        self.duration.unwrap_or(listed).max(1)
    }

    /// Gives it so many phases of work, at least 1. Profiles for another number of
    /// phases mean nothing any more; amounts by phase are cut, or filled up with 0.
    pub fn set_duration(&mut self, phases: u32) {
        let phases = phases.max(1);
        self.duration = Some(phases);
        let count = phases as usize;
        if self.capex_profile.len() != count {
            self.capex_profile.clear();
        }
        if self.staff_profile.len() != count {
            self.staff_profile.clear();
        }
        if let Capex::PerPhase(amounts) = &mut self.capex {
            amounts.resize(count, 0.0.into());
        }
    }

    /// Hard prerequisites.
    pub fn hard_requires(&self) -> impl Iterator<Item = &Requires> {
        self.requires.iter().filter(|link| link.link == LinkType::Hard)
    }
}

/// What sort of thing an item is.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// An e-service for people, firms or agencies.
    #[default]
    Service,
    /// A data register.
    Register,
    /// A shared platform or network.
    Infrastructure,
    /// A law or by-law.
    Legal,
    /// A review of a process before it is automated.
    ProcessReview,
    /// A technical or organisational standard.
    Standard,
    /// Training, staff, organisation.
    Capacity,
    /// Access for people: points, lines, centres.
    Access,
}

impl ItemKind {
    /// All kinds, in the order of lists and colours.
    pub const ALL: [Self; 8] = [
        Self::Service,
        Self::Register,
        Self::Infrastructure,
        Self::Legal,
        Self::ProcessReview,
        Self::Standard,
        Self::Capacity,
        Self::Access,
    ];

    /// The word for it in the scenario's file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Register => "register",
            Self::Infrastructure => "infrastructure",
            Self::Legal => "legal",
            Self::ProcessReview => "process_review",
            Self::Standard => "standard",
            Self::Capacity => "capacity",
            Self::Access => "access",
        }
    }
}

/// A goal served, and which share of the item counts for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GoalShare {
    /// The goal.
    pub goal: GoalId,
    /// Share of the item, 0..1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub share: f64,
}

fn one() -> f64 {
    1.0
}

fn is_one(share: &f64) -> bool {
    *share == 1.0
}

/// What building an item costs: in all, or phase of work by phase of work.
///
/// In a file `3.5`, `(best: 3.5, low: 3, high: 5)` or `[1.5, 2]`.
#[derive(Debug, Clone, PartialEq)]
pub enum Capex {
    /// In all; `capex_profile` spreads it.
    Total(Estimate),
    /// One amount for each phase of work.
    PerPhase(Vec<Estimate>),
}

impl Default for Capex {
    fn default() -> Self {
        Self::Total(Estimate::default())
    }
}

impl Capex {
    /// Best estimate of the whole.
    pub fn total(&self) -> f64 {
        match self {
            Self::Total(estimate) => estimate.best,
            Self::PerPhase(amounts) => amounts.iter().map(|amount| amount.best).sum(),
        }
    }
}

impl Serialize for Capex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Total(estimate) => estimate.serialize(serializer),
            Self::PerPhase(amounts) => amounts.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Capex {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CapexVisitor;
        impl<'de> Visitor<'de> for CapexVisitor {
            type Value = Capex;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, (best: …, low: …, high: …), or a list with one for each phase of work")
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<Capex, E> {
                Ok(Capex::Total(Estimate::exactly(number)))
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Capex, E> {
                self.visit_f64(number as f64)
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Capex, E> {
                self.visit_f64(number as f64)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Capex, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Capex::PerPhase)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Capex, A::Error> {
                Estimate::deserialize(MapAccessDeserializer::new(map)).map(Capex::Total)
            }
        }
        deserializer.deserialize_any(CapexVisitor)
    }
}

/// People of one agency.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StaffNeed {
    /// Whose people; none counts for the programme as a whole only.
    #[serde(default, skip_serializing_if = "is_default")]
    pub agency: Option<AgencyId>,
    /// Staff months over all phases of work.
    pub months: Estimate,
}

/// A person's decision on an item's start, with a name and a reason (design rule 9).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    /// The phase in which it shall start; none: it shall not start at all.
    #[serde(default, skip_serializing_if = "is_default")]
    pub phase: Option<PhaseId>,
    /// Why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: String,
    /// Who decided.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by: String,
}

/// Who pays for an item.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Funding {
    /// The fund behind `capex`.
    #[serde(skip_serializing_if = "is_default")]
    pub main: Option<FundId>,
    /// Money on top of `capex` from other funds.
    #[serde(skip_serializing_if = "is_default")]
    pub co_funding: Vec<CoFunding>,
}

/// Money from another fund.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CoFunding {
    /// The fund.
    pub fund: FundId,
    /// How much, spread as `capex` is.
    pub amount: Estimate,
}

/// The part that private partners take.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PrivateParticipation {
    /// Form of contract.
    #[serde(skip_serializing_if = "is_default")]
    pub form: String,
    /// Who pays the partner.
    #[serde(skip_serializing_if = "is_default")]
    pub payer: String,
    /// Who bears which risk.
    #[serde(skip_serializing_if = "is_default")]
    pub risk: String,
    /// Fee for each transaction, in units of the currency.
    #[serde(skip_serializing_if = "is_default")]
    pub fee_per_transaction: Option<Estimate>,
    /// Transactions a year from which on the partner earns.
    #[serde(skip_serializing_if = "is_default")]
    pub break_even_transactions_per_year: Option<Estimate>,
}

/// A way by which people reach an item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Channel {
    /// The kind of channel.
    pub channel: ChannelId,
    /// Share of the demand that it can carry, 0..1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
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
