//! How far an item really is, against the plan.

use super::{Item, PhaseId, Scenario, is_default};
use serde::{Deserialize, Serialize};

/// How far an item really is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// Whether it runs, is done, or was stopped.
    #[serde(default)]
    pub status: ProgressStatus,
    /// The phase in which its work really began; needed for what runs or is done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub started: Option<PhaseId>,
    /// The last phase of its work: the real one of what is done, the expected one
    /// of what runs. Where not given: as planned, but of what runs not before
    /// today, and of what is done not after.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ends: Option<PhaseId>,
    /// How much of the work is done, 0..100, of what runs. For people: the plan
    /// does not read it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub percent: Option<f64>,
}

/// Whether an item has begun.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProgressStatus {
    /// It has not begun: the plan decides when it starts, from today on.
    #[default]
    NotStarted,
    /// It has begun and is not done: the plan holds it where it began.
    Running,
    /// It is done: the plan holds it where it began.
    Done,
    /// It was given up: it is not in the plan.
    Stopped,
}

/// The real place in time of an item that has begun. Phases from 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Begun {
    /// The phase in which it began.
    pub start: u32,
    /// The last phase of its work, real or expected; after the last phase there is
    /// if the work goes beyond it.
    pub end: u32,
    /// `Running` or `Done`.
    pub status: ProgressStatus,
    /// How much of the work is done, 0..100.
    pub percent: Option<f64>,
}

impl Begun {
    /// Phases of work, at least 1.
    pub fn duration(&self) -> u32 {
        self.end.saturating_sub(self.start).saturating_add(1)
    }

    /// Phases of work up to the last of so many phases.
    pub fn duration_within(&self, phases: u32) -> u32 {
        self.duration().min(phases.saturating_sub(self.start).saturating_add(1))
    }
}

impl Item {
    /// Whether it has begun.
    pub fn status(&self) -> ProgressStatus {
        self.progress.as_ref().map_or(ProgressStatus::NotStarted, |progress| progress.status)
    }

    /// True if it runs or is done, so that the plan cannot move it.
    pub fn has_begun(&self) -> bool {
        matches!(self.status(), ProgressStatus::Running | ProgressStatus::Done)
    }
}

impl Scenario {
    /// The number of a phase, from 1.
    pub fn phase_number(&self, id: &PhaseId) -> Option<u32> {
        self.phase_index(id.as_str()).and_then(|at| u32::try_from(at + 1).ok())
    }

    /// The phase that is now, from 1; none if nobody says.
    pub fn today(&self) -> Option<u32> {
        self.phase_number(self.parameters.today.as_ref()?)
    }

    /// Where an item that runs or is done really lies; none if it has not begun, or
    /// if its first phase is not there.
    pub fn begun(&self, item: &Item) -> Option<Begun> {
        let progress = item.progress.as_ref().filter(|_| item.has_begun())?;
        let start = self.phase_number(progress.started.as_ref()?)?;
        let planned = start.saturating_add(item.duration() - 1);
        let told = progress.ends.as_ref().and_then(|id| self.phase_number(id));
        let end = told.unwrap_or_else(|| match (progress.status, self.today()) {
            (ProgressStatus::Done, Some(today)) => planned.min(today),
            (_, Some(today)) => planned.max(today),
            (_, None) => planned,
        });
        let Progress { status, percent, .. } = *progress;
        Some(Begun { start, end: end.max(start), status, percent })
    }
}

/// Amounts by phase of work, spread over another number of phases: their sum and
/// their shape stay.
pub fn stretched(amounts: &[f64], phases: u32) -> Vec<f64> {
    if amounts.len() == phases as usize || amounts.is_empty() {
        return amounts.to_vec();
    }
    let step = amounts.len() as f64 / f64::from(phases.max(1));
    let part = |at: u32| {
        let (from, to) = (step * f64::from(at), step * f64::from(at + 1));
        let overlaps = amounts.iter().enumerate().map(|(phase, amount)| {
            let phase = phase as f64;
            amount * (to.min(phase + 1.0) - from.max(phase)).max(0.0)
        });
        overlaps.sum()
    };
    (0..phases).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Phase;

    #[test]
    fn amounts_keep_their_sum_and_their_shape() {
        assert_eq!(stretched(&[6.0, 3.0], 2), [6.0, 3.0]);
        assert_eq!(stretched(&[6.0, 3.0], 3), [4.0, 3.0, 2.0]);
        assert_eq!(stretched(&[6.0, 3.0], 1), [9.0]);
        assert_eq!(stretched(&[6.0], 3), [2.0, 2.0, 2.0]);
        assert_eq!(stretched(&[], 3), [0.0; 0]);
    }

    #[test]
    fn work_ends_as_told_or_as_planned_seen_from_today() {
        let phase = |id: &str| Phase { id: id.into(), ..Phase::default() };
        let mut scenario = Scenario {
            phases: ["2005", "2006", "2007", "2008"].map(phase).to_vec(),
            ..Scenario::default()
        };
        let lies = |scenario: &Scenario, status, ends: Option<&str>| {
            let progress = Progress {
                status,
                started: Some("2005".into()),
                ends: ends.map(Into::into),
                percent: None,
            };
            let progress = Some(progress);
            let item = Item { duration: Some(2), progress, ..Item::default() };
            scenario.begun(&item).map(|begun| (begun.start, begun.end))
        };
        use ProgressStatus::{Done, NotStarted, Running, Stopped};
        assert_eq!(lies(&scenario, Running, None), Some((1, 2)));
        scenario.parameters.today = Some("2007".into());
        assert_eq!(lies(&scenario, Running, None), Some((1, 3)), "later than planned");
        assert_eq!(lies(&scenario, Running, Some("2008")), Some((1, 4)));
        assert_eq!(lies(&scenario, Done, None), Some((1, 2)));
        assert_eq!(lies(&scenario, Done, Some("2005")), Some((1, 1)));
        scenario.parameters.today = Some("2005".into());
        assert_eq!(lies(&scenario, Done, None), Some((1, 1)), "done, so not after today");
        assert_eq!(lies(&scenario, NotStarted, None), None);
        assert_eq!(lies(&scenario, Stopped, None), None);
    }
}
