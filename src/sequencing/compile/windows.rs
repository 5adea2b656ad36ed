//! When an item may start, and what says so.

use super::lookup::Lookup;
use crate::model::{ProgressStatus, Scenario};
use serde::Serialize;

/// Something that bounds the phase in which an item may start, phases from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// `earliest_phase` says not before.
    Earliest(u32),
    /// `latest_phase` says not after.
    Latest(u32),
    /// A person pinned it to this phase.
    Pinned(u32),
    /// A person decided that it does not start.
    Never,
    /// Its infrastructure gate opens in this phase, whatever else starts.
    GateOpens(u32),
    /// Its infrastructure gate opens in no phase.
    GateStaysShut,
    /// It has begun in this phase.
    Begun(u32),
    /// It was given up.
    Stopped,
    /// What has not begun starts in this phase, which is now, or later.
    Today(u32),
}

impl Bound {
    /// The first start that it allows.
    pub fn earliest(self) -> u32 {
        match self {
            Self::Earliest(phase) | Self::Pinned(phase) | Self::GateOpens(phase) => phase,
            Self::Begun(phase) | Self::Today(phase) => phase,
            Self::Latest(_) | Self::Never | Self::GateStaysShut | Self::Stopped => 1,
        }
    }

    /// The last start that it allows; 0 for none, `u32::MAX` for any.
    pub fn latest(self) -> u32 {
        match self {
            Self::Latest(phase) | Self::Pinned(phase) | Self::Begun(phase) => phase,
            Self::Never | Self::GateStaysShut | Self::Stopped => 0,
            Self::Earliest(_) | Self::GateOpens(_) | Self::Today(_) => u32::MAX,
        }
    }

    /// True if it says that the item starts.
    pub fn must_start(self) -> bool {
        matches!(self, Self::Pinned(_) | Self::Begun(_))
    }
}

/// The window that is left by all bounds: first and last start, from 1. The
/// first is after the last where none is left.
pub fn window(bounds: &[Bound], phases: u32) -> (u32, u32) {
    let earliest = bounds.iter().map(|bound| bound.earliest()).max().unwrap_or(1);
    let latest = bounds.iter().map(|bound| bound.latest()).min().unwrap_or(phases);
    (earliest, latest.min(phases))
}

/// Bounds that people gave, and those that time gives: windows, pins, progress.
///
/// Windows and pins hold together, so a pin outside a window leaves none, and the
/// conflict names both. What has begun, or was stopped, has no other bounds: what
/// happened has happened. A pin to a phase that is over speaks of what did not
/// happen, and does not hold either.
pub fn given_bounds(scenario: &Scenario, lookup: &mut Lookup) -> Vec<Vec<Bound>> {
    let today = scenario.parameters.today.as_ref();
    let today = today.and_then(|id| lookup.phase(id.as_str(), || "parameters.today".into()));
    let today = today.unwrap_or(1);
    let mut all = Vec::with_capacity(scenario.items.len());
    for item in &scenario.items {
        let path = |field: &str| format!("items[\"{}\"].{field}", item.id);
        let mut bounds = Vec::new();
        let now = (today > 1).then_some(Bound::Today(today));
        match item.status() {
            ProgressStatus::Running | ProgressStatus::Done => {
                let started = item.progress.as_ref().and_then(|p| p.started.as_ref());
                let id = started.map(|id| id.as_str()).unwrap_or_default();
                let phase = lookup.phase(id, || path("progress.started"));
                if let Some(ends) = item.progress.as_ref().and_then(|p| p.ends.as_ref()) {
                    lookup.phase(ends.as_str(), || path("progress.ends"));
                }
                all.push(phase.map(Bound::Begun).into_iter().collect());
                continue;
            }
            ProgressStatus::Stopped => {
                all.push(std::iter::once(Bound::Stopped).chain(now).collect());
                continue;
            }
            ProgressStatus::NotStarted => bounds.extend(now),
        }
        if let Some(phase) = &item.earliest_phase {
            let phase = lookup.phase(phase.as_str(), || path("earliest_phase"));
            bounds.extend(phase.map(Bound::Earliest));
        }
        if let Some(phase) = &item.latest_phase {
            let phase = lookup.phase(phase.as_str(), || path("latest_phase"));
            bounds.extend(phase.map(Bound::Latest));
        }
        if let Some(pin) = &item.pin {
            match &pin.phase {
                Some(phase) => {
                    let phase = lookup.phase(phase.as_str(), || path("pin.phase"));
                    bounds.extend(phase.filter(|phase| *phase >= today).map(Bound::Pinned));
                }
                None => bounds.push(Bound::Never),
            }
        }
        all.push(bounds);
    }
    all
}
