//! What a view shows, as a table for the clipboard: a spreadsheet or a mail takes it.

use super::changes::{Changes, moved_name, moved_place};
use super::command::View;
use super::handout::handout;
use super::history::History;
use super::lineup::Lineup;
use super::moments::moment_words;
use super::sheet::{Field, content, plain};
use super::snapshot::Snapshot;
use super::steps::step_words;
use super::words::phase_name;
use crate::files::out::{Handout, ItemRow, inert, link_words};
use crate::texts::Texts;
use std::sync::Arc;

/// What a table may be made of besides the scenario in front.
#[derive(Debug)]
pub struct Clipping<'a> {
    /// The scenario in front.
    pub snapshot: &'a Arc<Snapshot>,
    /// What the last step moved.
    pub changes: Option<&'a Changes>,
    /// The state before that step.
    pub reference: &'a Snapshot,
    /// What was done.
    pub history: &'a History,
    /// Names and snapshots of the scenarios that are compared, the one in front last.
    pub compared: &'a [(String, Arc<Snapshot>)],
}

/// The table that a view shows, headings first; none where a view shows no table. Numbers are written as the language writes them, and what a
/// spreadsheet would take for a formula is made inert. O(items × columns), and of up to
/// 1,000 items one check of the plan each for the reasons.
pub fn clipped(view: View, clipping: &Clipping<'_>, texts: &Texts) -> Option<Vec<Vec<String>>> {
    let Clipping { snapshot, changes, reference, history, compared } = clipping;
    let told = || handout(snapshot, texts);
    let rows = match view {
        View::Decide => ranking(&told(), texts),
        View::Roadmap => roadmap(&told(), texts),
        View::Dependencies => links(&told(), texts),
        View::Problems => problems(&told(), texts),
        View::Changes => moves((*changes)?, reference, snapshot, texts),
        View::History => steps(history, texts),
        View::Compare => side_by_side(compared, texts),
        View::Table => cells(snapshot, texts),
        View::Library | View::Import => return None,
    };
    let rows: Vec<Vec<String>> =
        rows.into_iter().map(|row| row.iter().map(|cell| safe(cell)).collect()).collect();
    (rows.len() > 1).then_some(rows)
}

/// A number below nothing begins as a formula does, and is none.
fn safe(cell: &str) -> String {
    let number: String = cell.replace(['−', '-'], "").replace([' ', '\u{a0}', '\u{202f}', ','], "");
    if number.parse::<f64>().is_ok() { cell.to_owned() } else { inert(cell) }
}

fn heads(keys: &[&str], texts: &Texts) -> Vec<String> {
    keys.iter().map(|key| texts.get(key)).collect()
}

/// All items by rank, with what each criterion adds.
fn ranking(handout: &Handout<'_>, texts: &Texts) -> Vec<Vec<String>> {
    let keys = ["column-rank", "column-item", "column-owner", "column-value", "column-phase"];
    let mut head = heads(&keys, texts);
    let leaves = handout.matrix.leaves.iter().filter_map(|at| handout.scenario.criteria.get(*at));
    head.extend(leaves.map(|leaf| leaf.name.get_or(texts.language(), leaf.id.as_str()).to_owned()));
    let mut rows = vec![head];
    for &at in &handout.ranking.order {
        let (Some(item), Some(ranked)) = (handout.items.get(at), handout.ranking.rows.get(at))
        else {
            continue;
        };
        let mut row = vec![
            ranked.rank.to_string(),
            item.name.clone(),
            item.owner.clone(),
            texts.number(ranked.value, 1),
            handout.phase_of(item).unwrap_or("–").to_owned(),
        ];
        row.extend(ranked.contributions.iter().map(|points| texts.number(*points, 1)));
        rows.push(row);
    }
    rows
}

/// Planned items by phase, then those that are left out.
fn roadmap(handout: &Handout<'_>, texts: &Texts) -> Vec<Vec<String>> {
    let keys = [
        "column-item",
        "column-owner",
        "column-phase",
        "import-field-duration",
        "column-value",
        "column-capex",
        "import-field-opex",
        "import-field-staff",
        "export-why",
    ];
    let row = |at: usize| {
        let item: &ItemRow = handout.items.get(at)?;
        let out = || texts.get("roadmap-not-planned");
        Some(vec![
            item.name.clone(),
            item.owner.clone(),
            handout.phase_of(item).map_or_else(out, str::to_owned),
            item.duration.to_string(),
            texts.number(handout.value(at), 1),
            texts.exact_number(item.capex),
            texts.exact_number(item.opex_per_year),
            texts.exact_number(item.staff_months),
            [item.marks.as_slice(), item.why.as_slice()].concat().join("; "),
        ])
    };
    let order = handout.planned_order().into_iter().chain(handout.left_out());
    std::iter::once(heads(&keys, texts)).chain(order.filter_map(row)).collect()
}

fn links(handout: &Handout<'_>, texts: &Texts) -> Vec<Vec<String>> {
    let keys = ["column-item", "links-needs", "export-link-kind", "export-reason"];
    let name = |at: usize| handout.items.get(at).map_or_else(String::new, |item| item.name.clone());
    let rows = handout.links.iter().map(|link| {
        let kind = link_words(link.kind, link.lag, link.after, texts);
        vec![name(link.item), name(link.needs), kind, link.reason.clone()]
    });
    std::iter::once(heads(&keys, texts)).chain(rows).collect()
}

fn problems(handout: &Handout<'_>, texts: &Texts) -> Vec<Vec<String>> {
    let keys = ["column-severity", "column-place", "column-problem"];
    let rows = handout.findings.iter().map(|finding| {
        let words = format!("{} {}", finding.message, finding.remedy);
        vec![finding.severity.clone(), finding.place.clone(), words]
    });
    std::iter::once(heads(&keys, texts)).chain(rows).collect()
}

fn moves(changes: &Changes, before: &Snapshot, now: &Snapshot, texts: &Texts) -> Vec<Vec<String>> {
    let keys = ["column-item", "changes-before", "changes-now", "changes-how"];
    let (before, now) = (&before.scenario, &now.scenario);
    let rows = changes.moves.iter().map(|moved| {
        vec![
            moved_name(&moved.place, before, now, texts),
            moved_place(moved.place.from, before, texts),
            moved_place(moved.place.to, now, texts),
            texts.get(moved.kind.key()),
        ]
    });
    std::iter::once(heads(&keys, texts)).chain(rows).collect()
}

fn steps(history: &History, texts: &Texts) -> Vec<Vec<String>> {
    let keys = ["column-when", "column-step", "column-reason"];
    let rows = history
        .steps()
        .0
        .iter()
        .map(|step| vec![moment_words(step.at), step_words(step, texts), step.reason.clone()]);
    std::iter::once(heads(&keys, texts)).chain(rows).collect()
}

/// Rank and phase of each item in each scenario.
fn side_by_side(compared: &[(String, Arc<Snapshot>)], texts: &Texts) -> Vec<Vec<String>> {
    let columns: Vec<Arc<Snapshot>> = compared.iter().map(|(_, one)| Arc::clone(one)).collect();
    let lineup = Lineup::new(&columns);
    let mut head = vec![texts.get("column-item")];
    for (name, _) in compared {
        for key in ["column-rank", "column-phase"] {
            head.push(format!("{name}: {}", texts.get(key)));
        }
    }
    let mut rows = vec![head];
    for row in &lineup.rows {
        let named = row.places.iter().zip(&columns).rev().find_map(|(place, snapshot)| {
            let item = snapshot.scenario.items.get(place.as_ref()?.item)?;
            Some(item.name.get_or(texts.language(), item.id.as_str()).to_owned())
        });
        let mut cells = vec![named.unwrap_or_else(|| row.id.clone())];
        for (place, snapshot) in row.places.iter().zip(&columns) {
            cells.push(place.map_or_else(String::new, |place| place.rank.to_string()));
            cells.push(match place {
                None => String::new(),
                Some(place) => place.start.map_or_else(
                    || texts.get("roadmap-not-planned"),
                    |start| phase_name(&snapshot.scenario, start, texts),
                ),
            });
        }
        rows.push(cells);
    }
    rows
}

/// All items and all that is entered about them.
fn cells(snapshot: &Snapshot, texts: &Texts) -> Vec<Vec<String>> {
    let fields = Field::all(&snapshot.scenario);
    let head = fields.iter().map(|field| field.heading(&snapshot.scenario, texts)).collect();
    let row = |item| {
        let cell = |field: &Field| plain(&content(snapshot, item, *field, texts), texts);
        fields.iter().map(cell).collect()
    };
    std::iter::once(head).chain((0..snapshot.scenario.items.len()).map(row)).collect()
}
