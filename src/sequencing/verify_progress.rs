//! The verifier's look at what has happened: checks a plan against the scenario
//! itself, without what was compiled from it.

use crate::model::{ProgressStatus, Scenario};

/// A fact that a plan contradicts. Items by position, phases from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contradicted {
    /// An item that has begun is not where it began.
    Begun {
        /// The item.
        item: usize,
    },
    /// An item that was given up starts.
    Stopped {
        /// The item.
        item: usize,
    },
    /// An item that has not begun starts before the phase that is now.
    Past {
        /// The item.
        item: usize,
        /// Where it starts.
        start: u32,
    },
}

/// Every fact of a scenario that a plan contradicts; `start` by item of the scenario.
pub fn verify_progress(scenario: &Scenario, start: &[Option<u32>]) -> Vec<Contradicted> {
    let number = |id: &str| {
        let mut numbers = (1..).zip(&scenario.phases);
        numbers.find(|(_, phase)| phase.id.as_str() == id).map(|(number, _): (u32, _)| number)
    };
    let now = scenario.parameters.today.as_ref().and_then(|id| number(id.as_str()));
    let mut found = Vec::new();
    for (item, entry) in scenario.items.iter().enumerate() {
        let begins = start.get(item).copied().flatten();
        let status = entry.progress.as_ref().map(|progress| progress.status).unwrap_or_default();
        match (status, begins) {
            (ProgressStatus::Running | ProgressStatus::Done, begins) => {
                let told = entry.progress.as_ref().and_then(|progress| progress.started.as_ref());
                let really = told.and_then(|id| number(id.as_str()));
                if begins.is_none() || begins != really {
                    found.push(Contradicted::Begun { item });
                }
            }
            (ProgressStatus::Stopped, Some(_)) => found.push(Contradicted::Stopped { item }),
            (ProgressStatus::NotStarted, Some(start)) if now.is_some_and(|now| start < now) => {
                found.push(Contradicted::Past { item, start });
            }
            _ => {}
        }
    }
    found
}
