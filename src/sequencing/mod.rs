//! Which item starts in which phase: the integer problem, its verifier, and
//! the engine that plans.

mod bound;
mod branch;
mod cancel;
pub mod compile;
mod conflict;
mod engine;
pub mod instance;
mod plan;
mod portfolio;
mod presolve;
mod random;
mod search;
mod structure;
pub mod verify;
mod verify_progress;

pub use cancel::CancelFlag;
pub use conflict::{Conflict, Reason};
pub use engine::{Answer, BoundKind, Budget, Engine, Options};
pub use plan::Plan;
pub use portfolio::{
    AnyOf, Item, MAX_AMOUNT, Portfolio, PortfolioProblem, Preference, Prerequisite, Resource,
    ResourceKind, Synergy,
};
pub use presolve::Report as PresolveReport;
pub use random::SplitMix64;
pub use structure::{Components, Impossible, Structure, components};
pub use verify::{ResourceUse, Verification, Violation, verify};
pub use verify_progress::{Contradicted, verify_progress};
