//! What came back from all ministries, put together: what would change, what they
//! contradict each other or the scenario in, and what else a person should know.

use super::cells::same;
use super::remark::Remark;
use super::returned::{Added, Answer, Reader, Returned};
use super::sent::{item_label, main_language};
use crate::app::edit::Edit;
use crate::app::importing::{
    Accepted, Change, Difference, Doubt, Field, Part, RowDifference, Signature, Value, code_id,
    free, is_far, needs_best, said, slug,
};
use crate::files::tables::Book;
use crate::model::{AgencyId, Item, ItemId, Scenario};
use indexmap::IndexMap;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

/// A workbook that came back.
#[derive(Debug, Clone, PartialEq)]
pub struct ReturnedFile {
    /// Its name without a folder.
    pub file: String,
    /// Whose it is; none if it does not say.
    pub agency: Option<AgencyId>,
    /// When it was given out, where that is known.
    pub date: String,
    /// Cells that the ministry changed against what it was given.
    pub answers: usize,
    /// True if the scenario is as it was when the workbook was given out.
    pub up_to_date: bool,
    /// True if nothing of it can be taken.
    pub refused: bool,
}

/// What somebody says about a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    /// Who.
    pub who: Signature,
    /// File, sheet and cell.
    pub place: String,
    /// The name of the file.
    pub file: String,
    /// What they were given.
    pub given: Option<Value>,
    /// What they say.
    pub value: Value,
}

/// A cell about which people say different things, or that the scenario has changed while
/// a ministry changed it too. Nothing is taken unless a person chooses.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Position of the item's row in the difference.
    pub row: usize,
    /// Position of the item.
    pub item: usize,
    /// The field.
    pub field: Field,
    /// What the scenario has.
    pub now: Option<Value>,
    /// What people say, in the order of the files.
    pub voices: Vec<Voice>,
}

/// What came back.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Collected {
    /// The files in their order.
    pub files: Vec<ReturnedFile>,
    /// What would change, as of any table that is imported.
    pub difference: Difference,
    /// What a person has to choose.
    pub conflicts: Vec<Conflict>,
    /// What else is to be told.
    pub remarks: Vec<Remark>,
}

/// Reads workbooks that came back and compares them with the scenario. `date` is when
/// they are collected, as the caller tells; it is noted as the date of what they say.
///
/// The same files in the same order always give the same. O(cells).
pub fn collected(scenario: &Scenario, files: &[PathBuf], date: Option<Date>) -> Collected {
    let reader = Reader::new(scenario);
    let mut all = Vec::with_capacity(files.len());
    for path in files {
        all.push(match Book::open(path) {
            Ok(mut book) => reader.read(&mut book),
            Err(problem) => {
                let file =
                    path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into());
                let remarks = vec![Remark::Unreadable { problem }];
                Returned { file, remarks, ..Returned::default() }
            }
        });
    }
    put_together(scenario, all, date)
}

/// The same for workbooks that are open.
pub fn collected_books(scenario: &Scenario, books: &mut [Book], date: Option<Date>) -> Collected {
    let reader = Reader::new(scenario);
    let all = books.iter_mut().map(|book| reader.read(book)).collect();
    put_together(scenario, all, date)
}

fn put_together(scenario: &Scenario, all: Vec<Returned>, date: Option<Date>) -> Collected {
    let mut cells: IndexMap<(usize, Field), Vec<(usize, &Answer)>> = IndexMap::new();
    let mut rows: BTreeMap<usize, RowDifference> = BTreeMap::new();
    for (at, file) in all.iter().enumerate() {
        for (item, row) in &file.rows {
            rows.entry(*item).or_insert_with(|| row_of(scenario, *item, *row, &file.language));
        }
        for answer in &file.answers {
            cells.entry((answer.item, answer.field.clone())).or_default().push((at, answer));
        }
        for (item, doubt) in &file.doubts {
            if let Some(row) = rows.get_mut(item) {
                row.doubts.push(doubt.clone());
            }
        }
        moved_owners(scenario, file, &mut rows);
    }
    let signed = |file: usize| signature(scenario, &all[file], date);
    let mut conflicts = Vec::new();
    for ((item, field), answers) in cells {
        let now = said(&scenario.items[item], &field, main_language(scenario));
        let Some(row) = rows.get_mut(&item) else { continue };
        // Who says what the scenario has by now contradicts nobody.
        let differing = answers.iter().filter(|(_, own)| !same(Some(&own.value), now.as_ref()));
        let differing: Vec<(usize, &Answer)> = differing.copied().collect();
        let Some((file, first)) = differing.first().copied() else { continue };
        let agree = differing.iter().all(|(_, own)| same(Some(&own.value), Some(&first.value)));
        let moved = differing.iter().any(|(_, own)| !same(own.given.as_ref(), now.as_ref()));
        if agree && !moved {
            row.changes.push(change(first, now, &all[file], signed(file), &mut row.doubts));
            continue;
        }
        let voice = |(file, own): &(usize, &Answer)| Voice {
            who: signed(*file),
            place: own.place.clone(),
            file: all[*file].file.clone(),
            given: own.given.clone(),
            value: own.value.clone(),
        };
        let voices = differing.iter().map(voice).collect();
        conflicts.push(Conflict { row: 0, item, field, now, voices });
    }
    for (item, row) in &mut rows {
        in_order(&scenario.items[*item], row, scenario);
    }
    let position: BTreeMap<usize, usize> =
        rows.keys().enumerate().map(|(at, item)| (*item, at)).collect();
    for conflict in &mut conflicts {
        conflict.row = position.get(&conflict.item).copied().unwrap_or_default();
    }
    conflicts.sort_by_key(|conflict| conflict.row);
    let mut rows: Vec<RowDifference> = rows.into_values().collect();
    add_new(scenario, &all, date, &mut rows);
    let files = all.iter().map(told).collect();
    let remarks = all.into_iter().flat_map(|file| file.remarks).collect();
    let difference = Difference::of_rows(rows, main_language(scenario), scenario);
    Collected { files, difference, conflicts, remarks }
}

fn told(file: &Returned) -> ReturnedFile {
    ReturnedFile {
        file: file.file.clone(),
        agency: file.agency.clone(),
        date: file.date.clone(),
        answers: file.answers.len(),
        up_to_date: file.up_to_date,
        refused: file.remarks.iter().any(Remark::refuses),
    }
}

fn row_of(scenario: &Scenario, item: usize, row: usize, language: &str) -> RowDifference {
    let own = &scenario.items[item];
    let language = if language.is_empty() { main_language(scenario) } else { language };
    RowDifference {
        row,
        id: own.id.clone(),
        name: item_label(own, language),
        at: Some(item),
        changes: Vec::new(),
        doubts: Vec::new(),
    }
}

/// Items that another agency has come to own since; only those with answers are told.
fn moved_owners(scenario: &Scenario, file: &Returned, rows: &mut BTreeMap<usize, RowDifference>) {
    if !file.has_version {
        return;
    }
    let answered: HashSet<usize> = file.answers.iter().map(|answer| answer.item).collect();
    for item in answered {
        let owner = &scenario.items[item].owner;
        if *owner != file.agency
            && let Some(row) = rows.get_mut(&item)
        {
            row.doubts.push(Doubt::OtherOwner { agency: owner.clone() });
        }
    }
}

fn signature(scenario: &Scenario, file: &Returned, date: Option<Date>) -> Signature {
    let agency = file.agency.as_ref();
    let known = agency.and_then(|id| scenario.agencies.iter().find(|own| own.id == *id));
    let by = match known {
        Some(own) => own.name.get_or(main_language(scenario), own.id.as_str()).to_owned(),
        None => agency.map_or_else(|| file.file.clone(), ToString::to_string),
    };
    Signature { by, date: date.map(|date| date.to_string()) }
}

fn change(
    answer: &Answer,
    now: Option<Value>,
    file: &Returned,
    signature: Signature,
    doubts: &mut Vec<Doubt>,
) -> Change {
    let Answer { field, value, place, held, .. } = answer;
    let (field, place) = (field.clone(), place.clone());
    let mut is_held = held.is_some() || !file.has_version;
    is_held |= doubts.iter().any(|doubt| matches!(doubt, Doubt::OtherOwner { .. }));
    doubts.extend(held.clone());
    if let (Some(Value::Amount { best: was, .. }), Value::Amount { best: becomes, .. }) =
        (&now, value)
        && is_far(*was, *becomes)
    {
        let (field, place, was, becomes) = (field.clone(), place.clone(), *was, *becomes);
        doubts.push(Doubt::FarFromBefore { field, place, was, becomes });
        is_held = true;
    }
    Change {
        field,
        was: now,
        becomes: value.clone(),
        place,
        held: is_held,
        signature: Some(signature),
    }
}

/// Looks at what belongs together: a range needs a best value and holds it, and the
/// earliest phase is not after the latest.
fn in_order(item: &Item, row: &mut RowDifference, scenario: &Scenario) {
    let after = |row: &RowDifference, field: &Field| {
        let main = main_language(scenario);
        let changed = row.changes.iter().find(|change| change.field == *field);
        match changed.map(|change| &change.becomes) {
            Some(Value::Nothing) => None,
            Some(value) => Some(value.clone()),
            None => said(item, field, main),
        }
    };
    let lonely: Vec<bool> = row
        .changes
        .iter()
        .map(|change| {
            needs_best(&change.field)
                && change.becomes != Value::Nothing
                && after(row, &change.field.whole()).is_none()
        })
        .collect();
    let mut lonely = lonely.into_iter();
    let mut doubts = Vec::new();
    row.changes.retain(|change| {
        let goes = lonely.next().unwrap_or(false);
        if goes {
            let (field, place) = (change.field.clone(), change.place.clone());
            doubts.push(Doubt::WithoutBest { field, place });
        }
        !goes
    });
    let mut held = HashSet::new();
    for change in &row.changes {
        if let Field::EarliestPhase | Field::LatestPhase = change.field {
            let index = |field: &Field| match after(row, field) {
                Some(Value::Phase(id)) => scenario.phase_index(id.as_str()),
                _ => None,
            };
            let (earliest, latest) = (index(&Field::EarliestPhase), index(&Field::LatestPhase));
            if let (Some(earliest), Some(latest)) = (earliest, latest)
                && earliest > latest
            {
                held.insert(change.field.clone());
            }
        } else if !matches!(change.field, Field::Source(_) | Field::Reference(_)) {
            let amount = |part| match after(row, &change.field.whole().with_part(part)) {
                Some(Value::Amount { best, .. }) => Some(best),
                _ => None,
            };
            let Some(best) = amount(Part::Best) else { continue };
            let low = amount(Part::Low).is_some_and(|low| low > best);
            let high = amount(Part::High).is_some_and(|high| high < best);
            if low || high {
                held.insert(change.field.clone());
            }
        }
    }
    for change in row.changes.iter_mut().filter(|change| held.contains(&change.field)) {
        change.held = true;
        let (field, place) = (change.field.clone(), change.place.clone());
        doubts.push(Doubt::Disorder { field, place });
    }
    row.doubts.append(&mut doubts);
}

/// Rows that ministries added, as new items that a person may accept.
fn add_new(
    scenario: &Scenario,
    all: &[Returned],
    date: Option<Date>,
    rows: &mut Vec<RowDifference>,
) {
    let mut taken: HashSet<String> = scenario.items.iter().map(|i| i.id.to_string()).collect();
    for file in all {
        let who = signature(scenario, file, date);
        for Added { key, name, row, place, values, doubts } in &file.added {
            let wished = if key.is_empty() { slug(name) } else { code_id(key) };
            let id = ItemId(free(&wished, "item", &mut taken));
            let told = |field: Field, becomes: Value, place: &str| Change {
                field,
                was: None,
                becomes,
                place: place.to_owned(),
                held: false,
                signature: Some(who.clone()),
            };
            let language =
                Some(file.language.clone()).filter(|own| scenario.languages.contains(own));
            let mut changes = vec![told(Field::Name(language), Value::Words(name.clone()), place)];
            if let Some(agency) = &file.agency {
                changes.push(told(Field::Owner, Value::Agency(agency.clone()), place));
            }
            changes.extend(values.iter().map(|(f, v, place)| told(f.clone(), v.clone(), place)));
            let mut doubts = doubts.clone();
            doubts.insert(0, Doubt::Added { place: place.clone() });
            let mut own =
                RowDifference { row: *row, id, name: name.clone(), at: None, changes, doubts };
            in_order(&Item::default(), &mut own, scenario);
            rows.push(own);
        }
    }
}

impl Collected {
    /// Cells that would change, held back or not.
    pub fn changes(&self) -> usize {
        self.difference.rows.iter().map(|row| row.changes.len()).sum()
    }

    /// The one edit that makes what is accepted of the difference, and of each conflict
    /// the voice that was chosen; where none is chosen, the scenario keeps what it has.
    pub fn edit(&self, scenario: &Scenario, accepted: &Accepted, chosen: &[Option<usize>]) -> Edit {
        let mut difference = self.difference.clone();
        let mut accepted = accepted.clone();
        accepted.rows.resize(difference.rows.len(), false);
        accepted.changes.resize_with(difference.rows.len(), Vec::new);
        for (conflict, choice) in self.conflicts.iter().zip(chosen) {
            let voice = choice.and_then(|choice| conflict.voices.get(choice));
            let (Some(voice), Some(row)) = (voice, difference.rows.get_mut(conflict.row)) else {
                continue;
            };
            let taken = &mut accepted.changes[conflict.row];
            taken.resize(row.changes.len(), false);
            if !accepted.rows[conflict.row] {
                taken.fill(false);
                accepted.rows[conflict.row] = true;
            }
            taken.push(true);
            row.changes.push(Change {
                field: conflict.field.clone(),
                was: conflict.now.clone(),
                becomes: voice.value.clone(),
                place: voice.place.clone(),
                held: false,
                signature: Some(voice.who.clone()),
            });
        }
        difference.edit(scenario, &accepted)
    }

    /// For each conflict the first voice out of one of these files, in the order of the
    /// files; none where no file of them says anything.
    pub fn preferring(&self, files: &[String]) -> Vec<Option<usize>> {
        let choice = |conflict: &Conflict| {
            let of = |file: &String| conflict.voices.iter().position(|own| own.file == *file);
            files.iter().find_map(of)
        };
        self.conflicts.iter().map(choice).collect()
    }
}
