//! The rows of a sheet that came back, and the answers in them.

use super::super::cells::{Found, same, understood, unkept};
use super::super::columns::{Topic, has_row};
use super::super::grid::{Column, Grid};
use super::super::remark::Remark;
use super::super::sent::{item_label, main_language};
use super::{Added, Answer, File, Reader};
use crate::app::importing::{
    Doubt, Field, Value, can_be_asked, can_be_empty, folded, one_line, said,
};
use crate::files::tables::DecimalMark;
use std::collections::{HashMap, HashSet};

impl File<'_> {
    /// Reads the rows of a sheet.
    pub(super) fn sheet(&mut self, grid: &Grid<'_>, given: &HashMap<&str, usize>) {
        let by_id = &self.reader.by_id;
        let is_known = |key: &str| by_id.contains_key(key) || given.contains_key(key);
        let mut seen: HashSet<usize> = HashSet::new();
        let mut nameless = Vec::new();
        for row in grid.rows(is_known) {
            let key = grid.key_in(row);
            match by_id.get(key.as_str()) {
                Some(at) if self.version.is_some() && !given.contains_key(key.as_str()) => {
                    let place = self.place(grid, row, grid.key);
                    let name = self.label(*at);
                    self.returned.remarks.push(Remark::RowNotAsked { place, name });
                }
                Some(at) => {
                    if !seen.insert(*at) {
                        let place = self.place(grid, row, grid.key);
                        let name = self.label(*at);
                        self.returned.remarks.push(Remark::KeyTwice { place, name });
                    }
                    self.row(grid, row, *at, given.get(key.as_str()).copied());
                }
                // It has gone from the scenario, which is told already.
                None if given.contains_key(key.as_str()) => {}
                None if grid.is_key_alone(row) => {}
                None => nameless.push(row),
            }
        }
        self.by_name(grid, given, &nameless, &mut seen);
        let asked = given.keys().filter_map(|key| by_id.get(key).copied());
        let mut gone: Vec<usize> = asked
            .filter(|at| {
                has_row(&self.reader.scenario.items[*at], grid.topic) && !seen.contains(at)
            })
            .collect();
        gone.sort_unstable();
        if !gone.is_empty() {
            let (place, names) =
                (self.place_of(grid), gone.into_iter().map(|at| self.label(at)).collect());
            self.returned.remarks.push(Remark::RowsGone { place, names });
        }
    }

    /// Rows whose keys lead nowhere: those of a changed key are known by their names,
    /// others were added.
    fn by_name(
        &mut self,
        grid: &Grid<'_>,
        given: &HashMap<&str, usize>,
        rows: &[usize],
        seen: &mut HashSet<usize>,
    ) {
        if rows.is_empty() {
            return;
        }
        let items = &self.reader.scenario.items;
        let mut named: HashMap<String, Vec<usize>> = HashMap::new();
        let asked = |at: &usize| {
            self.version.is_none() || given.contains_key(items[*at].id.as_str().trim())
        };
        for at in (0..items.len()).filter(|at| asked(at) && !seen.contains(at)) {
            let mut names: Vec<String> = items[at].name.all().map(folded).collect();
            names.sort_unstable();
            names.dedup();
            for name in names {
                named.entry(name).or_default().push(at);
            }
        }
        for &row in rows {
            let (key, name) = (grid.key_in(row), grid.name_in(row));
            let place = self.place(grid, row, grid.key);
            let found = named.get(&folded(&name)).filter(|_| !name.is_empty());
            if let Some([at]) = found.map(Vec::as_slice)
                && seen.insert(*at)
            {
                let given = given.get(items[*at].id.as_str().trim()).copied();
                self.returned.remarks.push(Remark::KeyChanged { place, key, name });
                self.row(grid, row, *at, given);
                continue;
            }
            self.added(grid, row, key, name, place);
        }
    }

    fn added(&mut self, grid: &Grid<'_>, row: usize, key: String, name: String, place: String) {
        let mut values = Vec::new();
        let mut doubts = Vec::new();
        for Column { at: column, field, .. } in &grid.columns {
            let place = self.place(grid, row, *column);
            match self.understood(grid, row, *column, field, &place) {
                Found::Nothing => {}
                Found::Value(value) => values.push((field.clone(), value, place)),
                Found::Held(value, doubt) => {
                    values.push((field.clone(), value, place));
                    doubts.push(doubt);
                }
                Found::Doubt(doubt) => doubts.push(doubt),
            }
        }
        let same = |own: &&mut Added| match key.is_empty() && own.key.is_empty() {
            true => folded(&own.name) == folded(&name),
            false => own.key == key,
        };
        let known = self.returned.added.iter_mut().find(same);
        match known.filter(|_| grid.topic != Topic::Items) {
            Some(own) => {
                own.values.extend(values);
                own.doubts.extend(doubts);
            }
            None if grid.topic == Topic::Items && !folded(&name).is_empty() => {
                let name = one_line(&name);
                let added = Added { key, name, row, place, values, doubts };
                self.returned.added.push(added);
            }
            None => {
                let name = if name.is_empty() { key } else { name };
                self.returned.remarks.push(Remark::UnknownRow { place, name });
            }
        }
    }

    fn understood(
        &self,
        grid: &Grid<'_>,
        row: usize,
        column: usize,
        field: &Field,
        place: &str,
    ) -> Found {
        let english = matches!(self.returned.language.as_str(), "" | "en");
        let mark = if english { DecimalMark::Point } else { DecimalMark::Comma };
        let cell = grid.sheet.cell(row, column);
        understood(field, cell, place, mark, self.reader.scenario, &self.reader.reading)
    }

    /// Reads the answers of a row about an item; `given` is its row of the version.
    fn row(&mut self, grid: &Grid<'_>, row: usize, at: usize, given: Option<usize>) {
        let Reader { scenario, reading, .. } = self.reader;
        let item = &scenario.items[at];
        self.returned.rows.entry(at).or_insert(row);
        let main = main_language(scenario);
        for Column { at: column, field, code } in &grid.columns {
            let place = || self.place(grid, row, *column);
            let cell = grid.sheet.cell(row, *column);
            let is_formula = grid.formulas.contains(&(row, *column));
            if is_formula && cell.is_empty() {
                let doubt = Doubt::NotComputed { place: place() };
                self.returned.doubts.push((at, doubt));
                continue;
            }
            let was = match (self.version, given) {
                (Some(version), Some(given)) => {
                    version.given.cell(given, code).and_then(|cell| unkept(field, cell, reading))
                }
                _ => said(item, field, main),
            };
            if !can_be_asked(item, field) {
                if !cell.is_empty() && was.is_none() {
                    let doubt = Doubt::NotAsked { place: place() };
                    self.returned.doubts.push((at, doubt));
                }
                continue;
            }
            // Most cells are left empty, or as they were.
            if cell.is_empty() && was.is_none() {
                continue;
            }
            let place = place();
            let (value, held) = match self.understood(grid, row, *column, field, &place) {
                Found::Nothing => {
                    if same(None, was.as_ref()) {
                        continue;
                    }
                    let doubt = Doubt::Emptied { field: field.clone(), place: place.clone() };
                    if !can_be_empty(field) {
                        self.returned.doubts.push((at, doubt));
                        continue;
                    }
                    (Value::Nothing, Some(doubt))
                }
                Found::Value(value) => (value, None),
                Found::Held(value, doubt) => (value, Some(doubt)),
                Found::Doubt(doubt) => {
                    self.returned.doubts.push((at, doubt));
                    continue;
                }
            };
            if same(Some(&value), was.as_ref()) {
                continue;
            }
            if is_formula {
                self.returned.doubts.push((at, Doubt::Formula { place: place.clone() }));
            }
            let field = field.clone();
            let answer = Answer { item: at, field, value, given: was, place, held };
            self.returned.answers.push(answer);
        }
    }

    fn label(&self, item: usize) -> String {
        let language = match self.returned.language.as_str() {
            "" => main_language(self.reader.scenario),
            language => language,
        };
        item_label(&self.reader.scenario.items[item], language)
    }
}
