//! Steps of the history in words, and what of them belongs into the decisions log.

use super::edit::{Edit, ListEdit};
use super::history::{Label, Step};
use super::moments::today;
use crate::model::{Decision, Scenario};
use crate::texts::{Arg, Texts};

/// What a step did, as a sentence begins: `Weight of Demand`.
pub fn step_words(step: &Step, texts: &Texts) -> String {
    let words = texts.with(&step.label.key, &[("what", Arg::from(step.label.what.as_str()))]);
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words,
    }
}

/// The edit that writes a step and its reason into the decisions log.
pub fn decision_of(step: &Step, scenario: &Scenario, texts: &Texts) -> (Label, Edit) {
    let what = step_words(step, texts);
    let decision = Decision {
        date: today(),
        what: what.clone(),
        reason: step.reason.clone(),
        ..Decision::default()
    };
    let at = scenario.decisions.len();
    let edit = Edit::Decisions(ListEdit::Insert { at, value: decision });
    (Label::new("edit-decision", what), edit)
}
