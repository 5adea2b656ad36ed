//! Which input moved what between two states on screen.

use super::changes::Changes;
use super::scores::Scores;
use super::snapshot::Snapshot;
use crate::explain::{Cause, QUESTION_EFFORT, Shown, WhatChanged, what_changed_between};
use crate::model::Scenario;
use crate::scoring::{LeverageGraph, Worth};
use crate::sequencing::CancelFlag;
use std::sync::Arc;

/// The states before and after a step.
#[derive(Debug, Clone)]
pub struct Step {
    /// Before it.
    pub before: Arc<Snapshot>,
    /// After it.
    pub after: Arc<Snapshot>,
}

/// Which input moved what. The beginning or the end of a "what if only this
/// counted" is no input: the one cause then names none.
pub fn causes(step: &Step, cancel: &CancelFlag) -> WhatChanged {
    let Step { before, after } = step;
    let (Some(from), Some(to)) = (shown(before), shown(after)) else {
        return WhatChanged::default();
    };
    if before.solo != after.solo {
        return by_question(before, after);
    }
    let worths = |scenario: &Scenario| worths(scenario, after.solo);
    what_changed_between(from, to, &worths, QUESTION_EFFORT, cancel)
}

fn shown(snapshot: &Snapshot) -> Option<Shown<'_>> {
    let plan = snapshot.planned()?;
    Some(Shown {
        scenario: &snapshot.scenario,
        compiled: &plan.compiled,
        answer: &plan.answer,
        is_current: plan.generation == snapshot.generation,
    })
}

fn worths(scenario: &Scenario, solo: Option<usize>) -> Vec<Worth> {
    let graph = LeverageGraph::new(scenario);
    match solo {
        Some(leaf) => Scores::solo(scenario, &graph, leaf).worth,
        None => Scores::of(scenario, &graph).worth,
    }
}

fn by_question(before: &Snapshot, after: &Snapshot) -> WhatChanged {
    let Some(changes) = Changes::between(before, after) else { return WhatChanged::default() };
    let moves: Vec<_> = changes.moves.into_iter().map(|row| row.place).collect();
    let gain = changes.value_after - changes.value_before;
    let cause = Cause { paths: Vec::new(), moves: moves.clone(), gain };
    WhatChanged { inputs: Vec::new(), moves, causes: vec![cause], complete: true }
}
