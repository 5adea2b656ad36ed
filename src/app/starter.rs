//! The scenario that "New" begins with.

use crate::files::{self, text::Format};
use crate::model::Scenario;

/// The commented file that `phasewise new` writes.
pub const STARTER: &str = include_str!("../../assets/starter.ron");

/// The scenario of Kazakhstan's programme that comes with the program.
const KAZAKHSTAN: &str = include_str!("../../scenarios/kazakhstan.ron");

/// The scenario of Kazakhstan's programme that comes with the program.
pub fn bundled_scenario() -> Scenario {
    files::parse(KAZAKHSTAN.as_bytes(), Format::Ron).0.unwrap_or_default()
}

/// The starter scenario without its comments.
///
/// The text is part of the program and a test reads it, so that an empty
/// scenario here means only that the test was not run.
pub fn starter_scenario() -> Scenario {
    files::parse(STARTER.as_bytes(), Format::Ron).0.unwrap_or_default()
}
