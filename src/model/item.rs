//! Candidates: what a country could build, and what each of them needs.

use super::{
    AgencyId, AnyOf, Capex, Channel, CriterionId, Estimate, ForecastRaise, Funding, GoalId, ItemId,
    LinkType, Maturity, PhaseId, PrivateParticipation, ProcessChange, Progress, Provenance,
    Registers, Requires, Score, ServiceSpeed, Text, is_default,
};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

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
    #[serde(default = "super::one", skip_serializing_if = "super::is_one")]
    pub share: f64,
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
