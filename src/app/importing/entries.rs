//! Rows of a table as what they give for the fields of one item each.

use super::cells::{Number, number, parts, year};
use super::kinds::{kind_named, yes_or_no};
use super::target::Target;
use super::value::{Value, set_part};
use super::{ColumnMapping, Doubt, Field, Mapping, Part};
use crate::files::tables::{Cell, Column, DataRow, Layout, Sheet};
use std::collections::HashMap;

/// Cells that are named as the source of one value.
const MAX_PLACES: usize = 12;

/// What one row gives.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Entry {
    /// Its place on the sheet, from 0.
    pub(super) row: usize,
    /// The id in it.
    pub(super) id: Option<String>,
    /// Names by language.
    pub(super) names: Vec<(Option<String>, String)>,
    /// The owner's id, code or name.
    pub(super) owner: Option<String>,
    /// The owner's name where the other is a code.
    pub(super) owner_name: Option<String>,
    /// The year that it is about.
    pub(super) year: Option<i32>,
    /// Values for fields.
    pub(super) given: Vec<Given>,
    /// Ids or names of what must come first.
    pub(super) requires: Option<(Vec<String>, String)>,
    /// What could not be taken.
    pub(super) doubts: Vec<Doubt>,
}

/// A value that a row gives, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Given {
    pub(super) field: Field,
    pub(super) value: Value,
    pub(super) place: String,
}

/// What rows are read with.
pub(super) struct Reader<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) layout: &'a Layout,
    pub(super) mapping: &'a Mapping,
    /// The scenario, with what the table adds to its lists.
    pub(super) target: &'a Target,
    /// The name of the file, for places.
    pub(super) file: &'a str,
    /// For columns that are filled down: the row in which a cell's value stands.
    pub(super) origins: HashMap<(usize, usize), usize>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        sheet: &'a Sheet,
        layout: &'a Layout,
        mapping: &'a Mapping,
        target: &'a Target,
        file: &'a str,
    ) -> Self {
        let mut origins = HashMap::new();
        for column in mapping.columns.iter().filter(|column| column.fill_down) {
            let mut last = None;
            for row in &layout.rows {
                match sheet.cell(row.at, column.column).is_empty() {
                    true => last.into_iter().for_each(|last| {
                        origins.insert((row.at, column.column), last);
                    }),
                    false => last = Some(row.at),
                }
            }
        }
        Self { sheet, layout, mapping, target, file, origins }
    }

    /// What each row with something of its own gives.
    pub(super) fn entries(&self) -> Vec<Entry> {
        self.layout.rows.iter().map(|row| self.entry(row)).collect()
    }

    /// The row in which the value for a cell stands, and the cell.
    fn cell(&self, row: usize, column: usize) -> (usize, &'a Cell) {
        let row = self.origins.get(&(row, column)).copied().unwrap_or(row);
        (row, self.sheet.cell(row, column))
    }

    fn place(&self, row: usize, column: usize) -> String {
        format!("{}, {}", self.file, self.sheet.place(row, column))
    }

    fn column(&self, mapped: &ColumnMapping) -> Option<&'a Column> {
        self.layout.columns.iter().find(|column| column.at == mapped.column)
    }

    fn entry(&self, row: &DataRow) -> Entry {
        let mut entry = Entry { row: row.at, ..Entry::default() };
        for mapped in &self.mapping.columns {
            let Some(field) = &mapped.field else { continue };
            if !field.is_number() {
                self.words(&mut entry, field, mapped);
            }
        }
        if let Some(section) = row.section.filter(|_| self.mapping.owner_from_headings) {
            let heading = self.sheet.row(section).iter().find_map(Cell::text);
            entry.owner = entry.owner.or_else(|| heading.map(one_line));
        }
        // Some bodies have a name and no code.
        if entry.owner.is_none() {
            entry.owner = entry.owner_name.take();
        }
        let numbers = self.mapping.fields();
        let mut done: Vec<Field> = Vec::new();
        for field in numbers.iter().filter(|field| field.is_number()) {
            let whole = field.whole();
            if matches!(field, Field::Channel(_)) || done.contains(&whole) {
                continue;
            }
            self.number(&mut entry, &whole);
            done.push(whole);
        }
        self.channels(&mut entry);
        entry
    }

    /// Everything that is no number.
    fn words(&self, entry: &mut Entry, field: &Field, mapped: &ColumnMapping) {
        let (row, cell) = self.cell(entry.row, mapped.column);
        let place = self.place(row, mapped.column);
        if let Cell::Error(error) = cell {
            entry.doubts.push(Doubt::CellError { place, error: error.clone() });
            return;
        }
        if cell.is_empty() {
            return;
        }
        let shown = cell.shown();
        let value = match field {
            Field::Id => {
                entry.id = Some(one_line(&shown));
                return;
            }
            Field::Owner => {
                entry.owner = Some(one_line(&shown));
                return;
            }
            Field::OwnerName => {
                entry.owner_name = Some(one_line(&shown));
                return;
            }
            Field::Year => {
                entry.year = year(cell);
                return;
            }
            Field::Requires => {
                let names = parts(&shown).map(str::to_owned).collect();
                entry.requires = Some((names, place));
                return;
            }
            Field::Name(language) => {
                let name = one_line(&shown);
                // Dashes and question marks name nothing.
                if !name.contains(char::is_alphanumeric) {
                    return;
                }
                entry.names.push((language.clone(), name.clone()));
                Some(Value::Words(name))
            }
            Field::Description(_) | Field::Note => Some(Value::Words(shown.clone().into_owned())),
            Field::Kind => kind_named(&shown).map(Value::Kind),
            Field::EarliestPhase | Field::LatestPhase => self.target.phase(cell).map(Value::Phase),
            Field::Mandatory => yes_or_no(&shown).map(Value::Flag),
            Field::Goals => {
                let goals: Option<Vec<_>> =
                    parts(&shown).map(|name| self.target.goal(name)).collect();
                goals.map(Value::Goals)
            }
            _ => return,
        };
        let field = field.clone();
        match value {
            Some(value) => entry.given.push(Given { field, value, place }),
            None => {
                let text = shown.into_owned();
                entry.doubts.push(Doubt::NotUnderstood { field, place, text });
            }
        }
    }

    /// A number out of one column or the sum of several, with the ends of its range.
    fn number(&self, entry: &mut Entry, whole: &Field) {
        let mut amount = (None, None, None);
        let mut places: Vec<String> = Vec::new();
        let mut factor = 1.0;
        for mapped in &self.mapping.columns {
            let Some(field) = mapped.field.as_ref().filter(|field| field.whole() == *whole) else {
                continue;
            };
            let Some(column) = self.column(mapped) else { continue };
            let (row, cell) = self.cell(entry.row, mapped.column);
            if let Field::Score(id, _) = field
                && self.target.has_levels(id)
            {
                self.level(entry, field, cell, self.place(row, mapped.column));
                continue;
            }
            let place = self.place(row, mapped.column);
            let found = match number(cell, column.content.mark) {
                Number::Known(number) => number,
                Number::Percent(share) if matches!(field, Field::Score(..)) => {
                    if column.unit.percent && mapped.factor == 1.0 { share * 100.0 } else { share }
                }
                Number::Missing => continue,
                Number::Error(error) => {
                    entry.doubts.push(Doubt::CellError { place, error });
                    continue;
                }
                Number::Percent(_) => {
                    let text = cell.shown().into_owned();
                    entry.doubts.push(Doubt::NotANumber { place, text });
                    continue;
                }
                Number::Other(text) => {
                    entry.doubts.push(Doubt::NotANumber { place, text });
                    continue;
                }
            };
            // Costs, people and demand are never below nothing; a score may be.
            let may_be_negative =
                matches!(field, Field::Score(id, _) if self.target.reaches_below_zero(id));
            if found < 0.0 && !may_be_negative {
                entry.doubts.push(Doubt::Negative { place, number: found });
                continue;
            }
            factor = mapped.factor;
            set_part(&mut amount, field.part(), found * mapped.factor);
            let cell = self.sheet.place(row, mapped.column);
            if field.part() == Part::Best {
                places.push(cell);
            }
        }
        let (Some(best), low, high) = amount else { return };
        // A sum of very many cells is told by its first ones.
        let more = places.len() > MAX_PLACES;
        places.truncate(MAX_PLACES);
        places.extend(more.then(|| "…".to_owned()));
        let cells = places.join(" + ");
        let times = if factor == 1.0 { String::new() } else { format!(" × {factor}") };
        let place = format!("{}, {cells}{times}", self.file);
        let ordered = low.is_none_or(|low| low <= best) && high.is_none_or(|high| high >= best);
        if !ordered {
            entry.doubts.push(Doubt::RangeOrder { place: place.clone() });
        }
        let (low, high) = if ordered { (low, high) } else { (None, None) };
        let value = match whole {
            Field::Duration => {
                let phases = (best - 1e-9).ceil();
                if !(1.0..=1_000.0).contains(&phases) {
                    entry.doubts.push(Doubt::NotANumber { place, text: best.to_string() });
                    return;
                }
                Value::Count(phases as u32)
            }
            _ => Value::Amount { best, low, high },
        };
        entry.given.push(Given { field: whole.clone(), value, place });
    }

    /// A level of a criterion, by its id or its name in any language.
    fn level(&self, entry: &mut Entry, field: &Field, cell: &Cell, place: String) {
        let (Field::Score(id, Part::Best), false) = (field, cell.is_empty()) else { return };
        let text = cell.shown().into_owned();
        match self.target.level(id, &text) {
            Some(level) => {
                let value = Value::Level(level);
                entry.given.push(Given { field: field.clone(), value, place });
            }
            None if number(cell, crate::files::tables::DecimalMark::Point) == Number::Missing => {}
            None => {
                let field = field.clone();
                entry.doubts.push(Doubt::NotUnderstood { field, place, text });
            }
        }
    }

    /// Shares of channels: as they stand, or of numbers each one's part of the sum.
    fn channels(&self, entry: &mut Entry) {
        let mut found: Vec<(Field, f64, bool, String)> = Vec::new();
        for mapped in &self.mapping.columns {
            let Some(field @ Field::Channel(_)) = &mapped.field else { continue };
            let Some(column) = self.column(mapped) else { continue };
            let (row, cell) = self.cell(entry.row, mapped.column);
            let place = self.place(row, mapped.column);
            let counted =
                column.content.range.is_some_and(|(_, most)| most > 1.0) && mapped.factor == 1.0;
            match number(cell, column.content.mark) {
                Number::Known(number) if number >= 0.0 => {
                    found.push((field.clone(), number * mapped.factor, counted, place));
                }
                Number::Percent(share) if share >= 0.0 => {
                    found.push((field.clone(), share, false, place))
                }
                Number::Missing => {}
                Number::Error(error) => entry.doubts.push(Doubt::CellError { place, error }),
                Number::Known(number) | Number::Percent(number) => {
                    entry.doubts.push(Doubt::Negative { place, number });
                }
                Number::Other(text) => entry.doubts.push(Doubt::NotANumber { place, text }),
            }
        }
        let all: f64 =
            found.iter().filter(|(_, _, counted, _)| *counted).map(|(_, number, ..)| number).sum();
        for (field, number, counted, place) in found {
            let share = if counted { number / all } else { number };
            // Who is reached by nobody has no such channel.
            if share > 0.0 && share <= 1.0 {
                entry.given.push(Given { field, value: Value::Share(share), place });
            } else if share > 1.0 {
                entry.doubts.push(Doubt::NotANumber { place, text: share.to_string() });
            }
        }
    }
}

pub(in crate::app) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
