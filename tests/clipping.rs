//! What a view shows, as a table for the clipboard.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use phasewise::app::sheet::{block_of, written};
use phasewise::app::{
    Changes, Clipping, Document, Edit, Label, ListEdit, Snapshot, View, clipped, plan_once,
};
use phasewise::model::Scenario;
use phasewise::sequencing::{Budget, Options};
use phasewise::texts::Texts;
use std::path::Path;
use std::sync::Arc;

fn document() -> Document {
    Document::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/eu20.ron")).unwrap()
}

fn planned(scenario: &Scenario) -> Arc<Snapshot> {
    let effort = Budget::Effort(200);
    Arc::new(plan_once(Arc::new(scenario.clone()), effort, Options::default()).snapshot)
}

#[test]
fn every_view_that_shows_a_table_gives_one_with_a_heading_for_each_column() {
    let mut document = document();
    let before = planned(document.scenario());
    let mut phase = document.scenario().phases[0].clone();
    phase.budget = phase.budget.map(|budget| budget / 4.0);
    let edit = Edit::Phases(ListEdit::Replace { at: 0, value: Box::new(phase) });
    document.apply(Label::new("edit-name", "less"), edit, None).unwrap();
    document.set_reason(0, "=2+3").unwrap();
    let snapshot = planned(document.scenario());
    let changes = Changes::between(&before, &snapshot);
    let compared =
        [("before".to_owned(), Arc::clone(&before)), ("now".to_owned(), snapshot.clone())];
    let clipping = Clipping {
        snapshot: &snapshot,
        changes: changes.as_ref(),
        reference: &before,
        history: document.history(),
        compared: &compared,
    };
    let items = snapshot.scenario.items.len();
    for language in ["en", "ru", "kk"] {
        let texts = Texts::new(language);
        for view in View::ALL {
            let Some(rows) = clipped(view, &clipping, &texts) else {
                assert_eq!(view, View::Library, "{view:?} shows a table");
                continue;
            };
            let width = rows[0].len();
            assert!(rows.iter().all(|row| row.len() == width), "{view:?}: {rows:?}");
            assert_eq!(block_of(&written(&rows)), rows, "{view:?} arrives as it was sent");
            let expected = match view {
                View::Decide | View::Roadmap | View::Compare | View::Table => Some(items),
                View::History => Some(1),
                _ => None,
            };
            if let Some(expected) = expected {
                assert_eq!(rows.len() - 1, expected, "{view:?}");
            }
        }
        let steps = clipped(View::History, &clipping, &texts).unwrap();
        assert_eq!(steps[1][2], "'=2+3", "no spreadsheet takes it for a formula");
    }
    // A value is written as the language writes it, and adds up from what it is made of.
    let rows = clipped(View::Decide, &clipping, &Texts::new("ru")).unwrap();
    let number = |cell: &str| cell.replace(',', ".").parse::<f64>().unwrap();
    let first = &rows[1];
    let parts: f64 = first[5..].iter().map(|cell| number(cell)).sum();
    assert!(first[3].contains(','), "{first:?}");
    assert!((number(&first[3]) - parts).abs() < 0.05 * first.len() as f64, "{first:?}");
}
