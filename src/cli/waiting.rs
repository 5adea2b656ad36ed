//! The waiting list of a plan: what is left out, why, and what would bring it in.

use crate::app::{Overview, PlanView, Reason, chain_words, item_name, waiting_words};
use crate::explain::{Base, Entry, QUESTION_EFFORT, WaitingList, binding_chain, waiting};
use crate::sequencing::CancelFlag;
use crate::texts::Texts;
use serde::Serialize;
use std::fmt::Write as _;

/// A left-out item in JSON.
#[derive(Serialize)]
pub struct WaitingRow {
    id: String,
    held_by: Vec<Reason>,
    enters_if: Vec<Entry>,
    never: bool,
}

/// Looks at all items that a plan leaves out.
pub fn waiting_list(overview: &Overview, plan: &PlanView) -> WaitingList {
    let base = Base {
        scenario: &overview.snapshot.scenario,
        compiled: &plan.compiled,
        answer: &plan.answer,
        effort: QUESTION_EFFORT,
        cancel: &CancelFlag::default(),
    };
    waiting(&base, &mut |_| {})
}

/// The list for scripts.
pub fn waiting_rows(list: &WaitingList, overview: &Overview) -> Vec<WaitingRow> {
    let items = &overview.snapshot.scenario.items;
    let rows = list.rows.iter().map(|row| WaitingRow {
        id: items.get(row.item).map_or_else(String::new, |item| item.id.to_string()),
        held_by: overview.held_by(row.item),
        enters_if: row.enters.clone(),
        never: row.never,
    });
    rows.collect()
}

/// The list for people.
pub fn waiting_text(
    list: &WaitingList,
    overview: &Overview,
    plan: &PlanView,
    texts: &Texts,
) -> String {
    let snapshot = &overview.snapshot;
    let scenario = &snapshot.scenario;
    let mut text = format!("\n{}\n", texts.get("waiting-title"));
    if list.rows.is_empty() {
        let _ = writeln!(text, "  {}", texts.get("waiting-none"));
    }
    for row in &list.rows {
        let _ = writeln!(text, "  {}", item_name(scenario, row.item, texts));
        let chain = binding_chain(&plan.compiled, &plan.answer.plan, row.item);
        for line in chain_words(&chain, snapshot, texts) {
            let _ = writeln!(text, "    {}· {}", "  ".repeat(line.depth), line.words);
        }
        for words in waiting_words(row, &plan.compiled, scenario, texts) {
            let _ = writeln!(text, "    → {words}");
        }
    }
    text
}
