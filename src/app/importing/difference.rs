//! What a table would change in a scenario, row by row, before anything changes.

use super::accept::Accepted;
use super::answer::{Signature, answer};
use super::entries::{Entry, Given, Reader};
use super::matching::{matches, near_names, without_repeats};
use super::naming::{Links, ids};
use super::suspicion::{is_far, out_of_line, same_names};
use super::target::{Additions, Target};
use super::value::{Value, held, put, stated};
use super::{Doubt, Field, Mapping, Part, Skip, Skipped};
use crate::files::tables::{Layout, Sheet};
use crate::model::{AgencyId, Item, ItemId, Problem, Scenario, Severity, validate};
use std::collections::HashSet;

/// What becomes of one field of one item.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The field.
    pub field: Field,
    /// What the item holds; none if nothing.
    pub was: Option<Value>,
    /// What the table gives.
    pub becomes: Value,
    /// File, sheet and cell.
    pub place: String,
    /// True if it is so suspicious that it is not taken unless a person says so.
    pub held: bool,
    /// Who says so, where it is an answer to what they were asked; none for a table.
    pub signature: Option<Signature>,
}

/// What a row does to its item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The item is new.
    New,
    /// Something of it changes.
    Changed,
    /// Nothing does.
    Unchanged,
}

/// One row beside its item.
#[derive(Debug, Clone, PartialEq)]
pub struct RowDifference {
    /// The row, from 0.
    pub row: usize,
    /// The item's id, or the one that it will get.
    pub id: ItemId,
    /// Its name in the table.
    pub name: String,
    /// Position of the item; none for a new one.
    pub at: Option<usize>,
    /// What becomes of its fields.
    pub changes: Vec<Change>,
    /// What is suspicious.
    pub doubts: Vec<Doubt>,
}

impl RowDifference {
    /// What the row does to its item.
    pub fn state(&self) -> State {
        match self.at {
            None => State::New,
            Some(_) if self.changes.is_empty() => State::Unchanged,
            Some(_) => State::Changed,
        }
    }

    /// True if the row as a whole is not taken unless a person says so.
    pub fn is_held(&self) -> bool {
        self.doubts.iter().any(|doubt| {
            doubt.holds_back() && (self.at.is_none() || matches!(doubt, Doubt::Breaks { .. }))
        })
    }
}

/// What a table would change in a scenario.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Difference {
    /// Rows beside their items, in the order of the table.
    pub rows: Vec<RowDifference>,
    /// Rows that give nothing, in the order of the table.
    pub skipped: Vec<Skipped>,
    /// Positions of the items that no row is about.
    pub missing: Vec<usize>,
    /// What the table adds to the scenario's lists.
    pub additions: Additions,
    /// The language of texts that name none.
    pub(super) main: String,
}

impl Difference {
    /// Rows of a state.
    pub fn count(&self, state: State) -> usize {
        self.rows.iter().filter(|row| row.state() == state).count()
    }
}

/// Compares a table with a scenario. `file` is the table's name, for the source of
/// every value.
///
/// The same table, mapping and scenario always give the same difference.
/// O(rows × columns), and a bounded search for names that are nearly the same.
pub fn difference(
    sheet: &Sheet,
    layout: &Layout,
    mapping: &Mapping,
    scenario: &Scenario,
    file: &str,
) -> Difference {
    let mut skipped: Vec<Skipped> = layout
        .skipped
        .iter()
        .map(|skipped| Skipped { row: skipped.at, why: Skip::Layout(skipped.why) })
        .collect();
    let mut target = Target::new(sheet, layout, mapping, scenario);
    let entries = Reader::new(sheet, layout, mapping, &target, file).entries();
    let entries = without_repeats(entries, scenario, &mut skipped);
    skipped.sort_by_key(|skipped| skipped.row);
    target.add_owners(
        entries.iter().filter_map(|e| Some((e.owner.as_deref()?, e.owner_name.as_deref()))),
        scenario,
        &languages(mapping),
    );
    let owner = |entry: &Entry| target.owner(entry.owner.as_deref()?, entry.owner_name.as_deref());
    let owners: Vec<Option<AgencyId>> = entries.iter().map(owner).collect();
    let found = matches(&entries, &owners, scenario);
    let near = near_names(&entries, &found, scenario);
    let ids = ids(&entries, &owners, &found, scenario);
    let links = Links::new(&entries, &ids, scenario);
    let mut rows = Vec::with_capacity(entries.len());
    for (at, entry) in entries.iter().enumerate() {
        let mut given = entry.given.clone();
        let mut doubts = entry.doubts.clone();
        if let Some(owner) = &owners[at] {
            let place = format!("{file}, {}", sheet.place(entry.row, 0));
            let place = owner_place(sheet, mapping, entry.row, file).unwrap_or(place);
            let value = Value::Agency(owner.clone());
            given.push(Given { field: Field::Owner, value, place });
        }
        links.resolve(entry, &ids[at], &mut given, &mut doubts);
        if let Some(other) = near[at].map(|other| &scenario.items[other]) {
            let name = other.name.get(&target.main).to_owned();
            doubts.push(Doubt::NearName { item: other.id.clone(), name });
        }
        let item = found[at].map(|at| &scenario.items[at]);
        let changes = changes(&given, item, &target.main, &mut doubts);
        let name = entry.names.first().map_or_else(String::new, |(_, name)| name.clone());
        let name = if name.is_empty() { entry.id.clone().unwrap_or_default() } else { name };
        let id = ids[at].clone();
        rows.push(RowDifference { row: entry.row, id, name, at: found[at], changes, doubts });
    }
    same_names(&entries, &mut rows);
    out_of_line(&mut rows);
    let claimed: HashSet<usize> = found.iter().flatten().copied().collect();
    let missing = (0..scenario.items.len()).filter(|at| !claimed.contains(at)).collect();
    let Target { additions, main, .. } = target;
    let mut difference = Difference { rows, skipped, missing, additions, main };
    difference.hold_what_breaks(scenario);
    difference
}

/// Languages of the columns of names, in their order.
fn languages(mapping: &Mapping) -> Vec<String> {
    let named = mapping.fields().into_iter().filter_map(|field| match field {
        Field::Name(language) => language,
        _ => None,
    });
    named.collect()
}

fn owner_place(sheet: &Sheet, mapping: &Mapping, row: usize, file: &str) -> Option<String> {
    let column = mapping.filling(&Field::Owner).next()?;
    Some(format!("{file}, {}", sheet.place(row, column.column)))
}

fn changes(
    given: &[Given],
    item: Option<&Item>,
    main: &str,
    doubts: &mut Vec<Doubt>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for Given { field, value, place } in given {
        let was = item.and_then(|item| held(item, field, main));
        if was.as_ref().is_some_and(|was| value.says_nothing_new(was)) {
            continue;
        }
        let far = match (&was, value) {
            (Some(Value::Amount { best: was, .. }), Value::Amount { best: becomes, .. }) => {
                is_far(*was, *becomes).then_some((*was, *becomes))
            }
            _ => None,
        };
        if let Some((was, becomes)) = far {
            let (field, place) = (field.clone(), place.clone());
            doubts.push(Doubt::FarFromBefore { field, place, was, becomes });
        }
        let (field, becomes, place) = (field.clone(), value.clone(), place.clone());
        let held = far.is_some();
        changes.push(Change { field, was, becomes, place, held, signature: None });
    }
    changes
}

impl Difference {
    /// Holds back rows with which the scenario could not be used any more: those that a
    /// problem names, and where it names others, the rows whose links make it.
    fn hold_what_breaks(&mut self, scenario: &Scenario) {
        let found = self.new_errors(scenario, &HashSet::new());
        if found.is_empty() {
            return;
        }
        let known: HashSet<String> = errors(scenario).map(|problem| problem.path).collect();
        for mut problem in found.into_iter().filter(|problem| !known.contains(&problem.path)) {
            let id =
                problem.path.strip_prefix("items[\"").and_then(|rest| rest.split("\"]").next());
            let id = id.unwrap_or_default().to_owned();
            let changed =
                |row: &&mut RowDifference| row.id == *id && row.state() != State::Unchanged;
            if let Some(row) = self.rows.iter_mut().find(changed) {
                row.doubts.push(Doubt::Breaks { problem });
                continue;
            }
            let links = |row: &RowDifference| {
                !row.is_held() && row.changes.iter().any(|change| change.field == Field::Requires)
            };
            let linking: Vec<usize> =
                (0..self.rows.len()).filter(|at| links(&self.rows[*at])).collect();
            for at in linking {
                let wrong = self.rows[at].doubts.len();
                self.rows[at].doubts.push(Doubt::Breaks { problem: problem.clone() });
                // A row that does not help is not the cause.
                match self
                    .new_errors(scenario, &known)
                    .into_iter()
                    .find(|left| left.path == problem.path)
                {
                    Some(left) => {
                        problem = left;
                        self.rows[at].doubts.truncate(wrong);
                    }
                    None => break,
                }
            }
        }
    }

    /// Errors of the scenario with what is not held back, other than those that it had.
    fn new_errors(&self, scenario: &Scenario, known: &HashSet<String>) -> Vec<Problem> {
        let mut after = scenario.clone();
        if self.edit(scenario, &Accepted::sound(self)).apply(&mut after).is_err() {
            return Vec::new();
        }
        errors(&after).filter(|problem| !known.contains(&problem.path)).collect()
    }

    /// The item of a row as it would be, with these of its changes.
    pub(super) fn item(&self, row: &RowDifference, scenario: &Scenario, taken: &[bool]) -> Item {
        let mut item = match row.at {
            Some(at) => scenario.items[at].clone(),
            None => {
                let mut item = Item { id: row.id.clone(), ..Item::default() };
                if let Some(change) = row.changes.first() {
                    item.provenance.insert("item".to_owned(), stated(&change.place));
                    // The file and the row; the cell is that of the first value.
                    let entry = item.provenance.entry("item".to_owned()).or_default();
                    entry.reference = entry.note.take();
                }
                item
            }
        };
        let chosen = row.changes.iter().zip(taken).filter(|(_, taken)| **taken);
        let mut chosen: Vec<&Change> = chosen.map(|(change, _)| change).collect();
        chosen.sort_by_key(|change| turn(&change.field));
        for Change { field, becomes, place, signature, .. } in chosen {
            match signature {
                Some(by) => answer(&mut item, field, becomes, place, &self.main, by),
                None => put(&mut item, field, becomes, place, &self.main),
            }
        }
        item
    }

    /// A difference of rows that were made elsewhere, about items that are all there or
    /// have an id of their own. What would break the scenario is held back.
    pub(in crate::app) fn of_rows(
        rows: Vec<RowDifference>,
        main: &str,
        scenario: &Scenario,
    ) -> Self {
        let mut difference = Self { rows, main: main.to_owned(), ..Self::default() };
        difference.hold_what_breaks(scenario);
        difference
    }
}

/// What goes first: people are counted for an owner, a channel has a need, and a range and
/// a source belong to a best value.
fn turn(field: &Field) -> u8 {
    match field {
        Field::Owner => 0,
        Field::Source(_) | Field::Reference(_) => 4,
        Field::Need(..) if field.part() == Part::Best => 2,
        _ if field.part() != Part::Best => 3,
        _ => 1,
    }
}

fn errors(scenario: &Scenario) -> impl Iterator<Item = Problem> {
    validate::problems(scenario).into_iter().filter(|problem| problem.severity == Severity::Error)
}
