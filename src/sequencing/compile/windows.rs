//! When an item may start, and what says so.

use super::lookup::Lookup;
use crate::model::Scenario;
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
}

impl Bound {
    /// The first start that it allows.
    pub fn earliest(self) -> u32 {
        match self {
            Self::Earliest(phase) | Self::Pinned(phase) | Self::GateOpens(phase) => phase,
            Self::Latest(_) | Self::Never | Self::GateStaysShut => 1,
        }
    }

    /// The last start that it allows; 0 for none, `u32::MAX` for any.
    pub fn latest(self) -> u32 {
        match self {
            Self::Latest(phase) | Self::Pinned(phase) => phase,
            Self::Never | Self::GateStaysShut => 0,
            Self::Earliest(_) | Self::GateOpens(_) => u32::MAX,
        }
    }
}

/// The window that is left by all bounds: first and last start, from 1. The
/// first is after the last where none is left.
pub fn window(bounds: &[Bound], phases: u32) -> (u32, u32) {
    let earliest = bounds.iter().map(|bound| bound.earliest()).max().unwrap_or(1);
    let latest = bounds.iter().map(|bound| bound.latest()).min().unwrap_or(phases);
    (earliest, latest.min(phases))
}

/// Bounds that people gave: windows and pins. Both hold together, so a pin
/// outside a window leaves none, and the conflict names both.
pub fn given_bounds(scenario: &Scenario, lookup: &mut Lookup) -> Vec<Vec<Bound>> {
    let mut all = Vec::with_capacity(scenario.items.len());
    for item in &scenario.items {
        let path = |field: &str| format!("items[\"{}\"].{field}", item.id);
        let mut bounds = Vec::new();
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
                    bounds.extend(phase.map(Bound::Pinned));
                }
                None => bounds.push(Bound::Never),
            }
        }
        all.push(bounds);
    }
    all
}
