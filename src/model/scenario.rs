//! A scenario: everything that one file holds.

use super::*;
use serde::{Deserialize, Serialize};

/// The version of the file format that this program writes.
pub const SCHEMA: u32 = 1;

/// Everything that one file holds.
///
/// Lists keep the order of the file. References between parts are by id;
/// [`validate::problems`] tells which of them lead nowhere.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// Version of the file format.
    pub schema: u32,
    /// A short name without spaces.
    #[serde(default, skip_serializing_if = "is_default")]
    pub id: String,
    /// Its title for people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub title: Text,
    /// What it is and is not.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: Text,
    /// The document it was drawn from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source_document: Option<SourceDocument>,
    /// Code of the currency of all amounts, such as `USD`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub currency: String,
    /// Languages in which names are given, the main one first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub languages: Vec<String>,
    /// Settings that hold for all items.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parameters: Parameters,
    /// Whose weights the ranking and the plan follow.
    #[serde(default, skip_serializing_if = "is_default")]
    pub active_weights: ActiveWeights,
    /// Criteria and groups of criteria.
    #[serde(default, skip_serializing_if = "is_default")]
    pub criteria: Vec<Criterion>,
    /// What people hold the criteria to be worth.
    #[serde(default, skip_serializing_if = "is_default")]
    pub weight_sets: Vec<WeightSet>,
    /// Phases in order of time.
    #[serde(default, skip_serializing_if = "is_default")]
    pub phases: Vec<Phase>,
    /// Sources of money.
    #[serde(default, skip_serializing_if = "is_default")]
    pub funding_sources: Vec<FundingSource>,
    /// Public bodies.
    #[serde(default, skip_serializing_if = "is_default")]
    pub agencies: Vec<Agency>,
    /// The hierarchy of goals.
    #[serde(default, skip_serializing_if = "is_default")]
    pub goals: Vec<Goal>,
    /// What the infrastructure will be like.
    #[serde(default, skip_serializing_if = "is_default")]
    pub forecast: Forecast,
    /// Ways by which people reach services.
    #[serde(default, skip_serializing_if = "is_default")]
    pub channels: Vec<ChannelKind>,
    /// Bodies of data.
    #[serde(default, skip_serializing_if = "is_default")]
    pub registers: Vec<Register>,
    /// The candidates.
    #[serde(default, skip_serializing_if = "is_default")]
    pub items: Vec<Item>,
    /// Items that exclude each other.
    #[serde(default, skip_serializing_if = "is_default")]
    pub exclusive: Vec<Exclusive>,
    /// Items that are worth more, or less, together.
    #[serde(default, skip_serializing_if = "is_default")]
    pub synergies: Vec<Synergy>,
    /// Figures by which the programme shall be judged.
    #[serde(default, skip_serializing_if = "is_default")]
    pub indicators: Vec<Indicator>,
    /// How fast services are, here and elsewhere.
    #[serde(default, skip_serializing_if = "is_default")]
    pub service_speed: Option<ServiceSpeedTable>,
    /// The logical framework.
    #[serde(default, skip_serializing_if = "is_default")]
    pub logframe: Option<Logframe>,
    /// What may go wrong.
    #[serde(default, skip_serializing_if = "is_default")]
    pub risks: Vec<Risk>,
    /// Published indices of readiness.
    #[serde(default, skip_serializing_if = "is_default")]
    pub readiness_indices: Vec<ReadinessIndex>,
    /// Figures about the country.
    #[serde(default, skip_serializing_if = "is_default")]
    pub facts: Vec<Fact>,
    /// Systems that exist.
    #[serde(default, skip_serializing_if = "is_default")]
    pub architecture: Option<Architecture>,
    /// Who answers for what.
    #[serde(default, skip_serializing_if = "is_default")]
    pub governance: Option<Governance>,
    /// Programmes elsewhere.
    #[serde(default, skip_serializing_if = "is_default")]
    pub benchmarks: Vec<Benchmark>,
    /// The programme as its own document has it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub programme: Option<Programme>,
    /// Rules of the source.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rules: Vec<Rule>,
    /// Where the source disagrees with itself.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contradictions: Vec<Contradiction>,
    /// What people decided.
    #[serde(default, skip_serializing_if = "is_default")]
    pub decisions: Vec<Decision>,
}

impl Scenario {
    /// The item with this id. O(items).
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// The criterion or group with this id. O(criteria).
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.id == *id)
    }

    /// Criteria on which items are scored, in the order of the file.
    pub fn leaf_criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(|criterion| criterion.value.is_some())
    }

    /// The weight set with this id.
    pub fn weight_set(&self, id: &str) -> Option<&WeightSet> {
        self.weight_sets.iter().find(|set| set.id == *id)
    }

    /// Position of a phase, counted from 0.
    pub fn phase_index(&self, id: &str) -> Option<usize> {
        self.phases.iter().position(|phase| phase.id == *id)
    }
}
