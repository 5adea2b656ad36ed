//! Everything that is wrong with a scenario, or worth a look.

use super::{Problem, Scenario};

/// All problems at once.
pub fn problems(_: &Scenario) -> Vec<Problem> {
    Vec::new()
}
