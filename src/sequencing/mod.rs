//! Which item starts in which phase: the integer problem, its verifier, and
//! the engine that plans.

pub mod compile;
mod conflict;
mod engine;
mod insert;
pub mod instance;
mod plan;
mod portfolio;
mod random;
mod search;
mod state;
mod structure;
pub mod verify;

pub use conflict::{Conflict, Reason};
pub use engine::{Answer, BoundKind, Budget, CancelFlag, Engine, Options, simple_bound};
pub use plan::Plan;
pub use portfolio::{
    AnyOf, Item, MAX_AMOUNT, Portfolio, PortfolioProblem, Preference, Prerequisite, Resource,
    ResourceKind, Synergy,
};
pub use random::SplitMix64;
pub use structure::{Components, Impossible, Structure, components};
pub use verify::{ResourceUse, Verification, Violation, verify};
