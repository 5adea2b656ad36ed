//! What the planner enters: the whole scenario, and nothing that is computed from it.
//!
//! Every type here is plain data that reads from and writes to a file (see
//! [`crate::files`]); its field names are the names in the file. Nothing in
//! this folder knows of scores, plans, files or windows.

mod criterion;
mod estimate;
mod funding;
mod ids;
mod item;
mod links;
mod lists;
mod nearest;
mod parameters;
mod phase;
mod problem;
mod process;
mod programme;
mod progress;
mod reference;
mod scenario;
mod text;
pub mod validate;

pub use criterion::{
    Anchors, Computed, Criterion, DoubleCount, ReviewGate, ValueFunction, WeightSet,
};
pub use estimate::{Estimate, Estimated, Measure, Provenance, Score, Source};
pub use funding::{Capex, CoFunding, Funding, PrivateParticipation};
pub use ids::{
    AgencyId, ChannelId, CriterionId, FundId, GoalId, IndicatorId, ItemId, MeasureId, PhaseId,
    RegisterId, WeightSetId,
};
pub use item::{GoalShare, Item, ItemKind, Pin, StaffNeed};
pub use links::{AnyOf, Channel, ForecastRaise, LinkType, Need, Registers, Requires};
pub use lists::{
    Agency, ChannelKind, Decision, Exclusive, Forecast, ForecastMeasure, FundingSource, Goal,
    Register, RegisterStatus, SeriesPoint, Synergy,
};
pub use nearest::nearest;
pub use parameters::{ActiveWeights, GateLevel, GateMode, MissingScores, Parameters, StaffFollows};
pub use phase::Phase;
pub use problem::{Problem, Severity};
pub use process::{Maturity, ProcessChange, ProcessFigures, ServiceSpeed};
pub use programme::{Answer, Indicator, IndicatorCheck, Logframe, LogframeLevel, Risk};
pub use progress::{Begun, Progress, ProgressStatus, stretched};
pub use reference::{
    Architecture, ArchitectureEntry, Benchmark, Component, Contradiction, CountryGovernance, Fact,
    Governance, GovernanceFunction, IndexComponent, Place, Programme, RankInYear, ReadinessIndex,
    Rule, ServiceSpeedTable, SourceDocument, SpeedMeasure, Stage,
};
pub use scenario::{SCHEMA, Scenario};
pub use text::Text;

/// True if a value is its type's default: such fields are left out of files.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A share that is not given is the whole.
fn one() -> f64 {
    1.0
}

fn is_one(share: &f64) -> bool {
    *share == 1.0
}
