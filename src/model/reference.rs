//! What a scenario rests on: its source, comparisons, facts, and what disagrees in them.
//!
//! None of it is computed with, except the readiness indices, whose totals are
//! weighted sums like any ranking.

use super::{AgencyId, ItemId, Provenance, RegisterId, Text, is_default};
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// The document that a scenario was drawn from.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceDocument {
    /// Its title.
    pub title: String,
    /// Who published it.
    #[serde(skip_serializing_if = "is_default")]
    pub publisher: String,
    /// What it is about, and of when.
    #[serde(skip_serializing_if = "is_default")]
    pub about: String,
    /// How places in it are written in `ref`.
    #[serde(skip_serializing_if = "is_default")]
    pub ref_style: String,
}

/// The programme as its own document has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Programme {
    /// Its budget, in units of the currency.
    #[serde(skip_serializing_if = "is_default")]
    pub budget: Option<f64>,
    /// The years that the budget is for.
    #[serde(skip_serializing_if = "is_default")]
    pub budget_years: Vec<i32>,
    /// How many activities it lists.
    #[serde(skip_serializing_if = "is_default")]
    pub activities: Option<u32>,
    /// Its stages.
    #[serde(skip_serializing_if = "is_default")]
    pub stages: Vec<Stage>,
    /// How stages and phases go together.
    #[serde(skip_serializing_if = "is_default")]
    pub stage_rule: Text,
    /// Its components.
    #[serde(skip_serializing_if = "is_default")]
    pub components: Vec<Component>,
    /// Where this comes from.
    #[serde(skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// A stage of the programme.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// Its number.
    pub id: u32,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// First and last year.
    #[serde(default, skip_serializing_if = "is_default")]
    pub years: Vec<i32>,
    /// Where the years come from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// A component of the programme.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Component {
    /// Its number.
    pub id: u32,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
}

/// A rule of the source that the program keeps or checks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Unique among rules.
    pub id: String,
    /// What it says.
    #[serde(default, skip_serializing_if = "is_default")]
    pub text: Text,
    /// Its settings, as the source gives them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parameters: IndexMap<String, serde_json::Value>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// How fast services are, here and elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ServiceSpeedTable {
    /// Who measured it.
    #[serde(skip_serializing_if = "is_default")]
    pub origin: String,
    /// One row for each thing measured.
    #[serde(skip_serializing_if = "is_default")]
    pub measures: Vec<SpeedMeasure>,
    /// Where it comes from.
    #[serde(skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// One row of the speed table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SpeedMeasure {
    /// Unique among rows.
    pub id: String,
    /// Days, hours, ….
    #[serde(default, skip_serializing_if = "is_default")]
    pub unit: Text,
    /// `lower` or `higher`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub better: String,
    /// By country.
    #[serde(default, skip_serializing_if = "is_default")]
    pub values: IndexMap<String, f64>,
    /// Items that would change it here.
    #[serde(default, skip_serializing_if = "is_default")]
    pub items: Vec<ItemId>,
}

/// A published index of readiness and its components.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReadinessIndex {
    /// Unique among indices.
    pub id: String,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// The year it speaks of.
    #[serde(default, skip_serializing_if = "is_default")]
    pub year: Option<i32>,
    /// Lowest and highest possible score.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scale: Vec<f64>,
    /// How components make the total, such as `weighted_sum`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub aggregation: String,
    /// The total as published.
    #[serde(default, skip_serializing_if = "is_default")]
    pub published: Option<f64>,
    /// The total as the source's components give it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub computed: Option<f64>,
    /// Place of this country.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rank: Option<u32>,
    /// Countries ranked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub of: Option<u32>,
    /// Countries ranked, as another page of the source has it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub of_alternative: Option<u32>,
    /// Countries known to stand below.
    #[serde(default, skip_serializing_if = "is_default")]
    pub countries_ranked_below: Vec<String>,
    /// The best country.
    #[serde(default, skip_serializing_if = "is_default")]
    pub highest: Option<Place>,
    /// The last country.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lowest: Option<Place>,
    /// Its components.
    #[serde(default, skip_serializing_if = "is_default")]
    pub components: Vec<IndexComponent>,
    /// Places of earlier years.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rank_history: Vec<RankInYear>,
    /// Places of other countries.
    #[serde(default, skip_serializing_if = "is_default")]
    pub peers: IndexMap<String, u32>,
    /// How those were found.
    #[serde(default, skip_serializing_if = "is_default")]
    pub peers_note: Text,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// A score and whose it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The score.
    pub score: f64,
    /// The country or countries.
    #[serde(rename = "where")]
    pub place: String,
}

/// A place in an earlier year.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RankInYear {
    /// The year.
    pub year: i32,
    /// The place.
    pub rank: u32,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// A component of an index.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IndexComponent {
    /// Unique in its index.
    pub id: String,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// Its share of the total.
    pub weight: f64,
    /// How far the weight can be trusted, where it differs from the index.
    #[serde(default, skip_serializing_if = "is_default")]
    pub weight_provenance: Provenance,
    /// This country's score; none was published.
    #[serde(default, skip_serializing_if = "is_default")]
    pub score: Option<f64>,
    /// The best country.
    #[serde(default, skip_serializing_if = "is_default")]
    pub highest: Option<Place>,
    /// The last country.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lowest: Option<Place>,
    /// What it is made of.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parts: Vec<String>,
    /// The unit of those parts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parts_unit: String,
    /// Free words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: Text,
}

/// A figure about the country or its neighbours.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Unique among facts.
    pub id: String,
    /// What is counted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unit: Text,
    /// The figure.
    pub value: f64,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// The systems that exist, in layers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Architecture {
    /// How to draw it.
    #[serde(skip_serializing_if = "is_default")]
    pub rule: Text,
    /// The systems.
    #[serde(skip_serializing_if = "is_default")]
    pub entries: Vec<ArchitectureEntry>,
    /// Where it comes from.
    #[serde(skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// An existing system.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ArchitectureEntry {
    /// Its name for people.
    pub name: Text,
    /// `register` or `process`.
    pub layer: String,
    /// Who keeps it; need not be one of the scenario's agencies.
    #[serde(skip_serializing_if = "is_default")]
    pub keeper: String,
    /// The register that it holds.
    #[serde(skip_serializing_if = "is_default")]
    pub register: Option<RegisterId>,
    /// Where it comes from.
    #[serde(skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// Who answers for what.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Governance {
    /// The functions.
    #[serde(skip_serializing_if = "is_default")]
    pub functions: Vec<GovernanceFunction>,
    /// What moves agencies to take part.
    #[serde(skip_serializing_if = "is_default")]
    pub incentives: Vec<Text>,
    /// How other countries do it.
    #[serde(skip_serializing_if = "is_default")]
    pub countries: Vec<CountryGovernance>,
    /// Where it comes from.
    #[serde(skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// A function of governance.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GovernanceFunction {
    /// Unique among functions.
    pub id: String,
    /// Its name for people.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: Text,
    /// Who leads.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lead: Option<AgencyId>,
    /// Who helps.
    #[serde(default, skip_serializing_if = "is_default")]
    pub support: Vec<AgencyId>,
    /// What the source proposes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub proposal: Text,
}

/// How another country shares the functions.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CountryGovernance {
    /// The country.
    pub country: String,
    /// Who gives money.
    #[serde(skip_serializing_if = "is_default")]
    pub funds: String,
    /// Who gives technology.
    #[serde(skip_serializing_if = "is_default")]
    pub technology: String,
    /// Who gives direction.
    #[serde(skip_serializing_if = "is_default")]
    pub vision: String,
    /// What can be learnt.
    #[serde(skip_serializing_if = "is_default")]
    pub lesson: String,
}

/// A programme elsewhere, in whatever shape its source describes it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Benchmark {
    /// Unique among benchmarks.
    pub id: String,
    /// Figures and lists by name.
    #[serde(default, skip_serializing_if = "is_default")]
    pub details: IndexMap<String, serde_json::Value>,
    /// Items that lean on it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub used_in: Vec<ItemId>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub provenance: Provenance,
}

/// A place where the source disagrees with itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Contradiction {
    /// Unique among contradictions.
    pub id: String,
    /// What disagrees.
    pub what: Text,
    /// What the data do about it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub handling: Text,
    /// Where in the scenario.
    #[serde(rename = "where", default, skip_serializing_if = "is_default")]
    pub place: String,
    /// Where in the source.
    #[serde(rename = "ref", default, skip_serializing_if = "is_default")]
    pub reference: Option<String>,
}
