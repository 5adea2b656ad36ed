//! One workbook that came back: what of it is an answer.

mod rows;

use super::cells::{same, unkept};
use super::columns::{Topic, forms, has_row};
use super::grid::Grid;
use super::lists::Reading;
use super::remark::Remark;
use super::sent::{fields_by_code, main_language};
use super::version::{Unusable, Version, state_of};
use crate::app::importing::{Doubt, Field, Value, can_be_asked, said};
use crate::files::tables::{Book, Sheet};
use crate::model::{AgencyId, Scenario};
use crate::texts::{LANGUAGES, Texts};
use std::collections::{HashMap, HashSet};

/// Sheets of a file that are looked at.
const MAX_SHEETS: usize = 40;

/// An answer: a cell that the ministry changed against what it was given.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answer {
    /// Position of the item.
    pub(super) item: usize,
    pub(super) field: Field,
    /// What it says; [`Value::Nothing`] where it emptied the cell.
    pub(super) value: Value,
    /// What it was given.
    pub(super) given: Option<Value>,
    pub(super) place: String,
    /// Why it is not taken unless a person says so.
    pub(super) held: Option<Doubt>,
}

/// A row that the ministry added.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Added {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) row: usize,
    pub(super) place: String,
    pub(super) values: Vec<(Field, Value, String)>,
    pub(super) doubts: Vec<Doubt>,
}

/// What one workbook says.
#[derive(Debug, Default)]
pub(super) struct Returned {
    pub(super) file: String,
    pub(super) agency: Option<AgencyId>,
    pub(super) language: String,
    pub(super) date: String,
    /// False if nobody can tell what was given.
    pub(super) has_version: bool,
    /// True if the scenario is as it was when the workbook was given out.
    pub(super) up_to_date: bool,
    pub(super) answers: Vec<Answer>,
    /// What is suspicious, by position of the item.
    pub(super) doubts: Vec<(usize, Doubt)>,
    pub(super) added: Vec<Added>,
    /// Items that it has rows of, with the first of them.
    pub(super) rows: HashMap<usize, usize>,
    pub(super) remarks: Vec<Remark>,
}

/// What all files are read with.
pub(super) struct Reader<'s> {
    pub(super) scenario: &'s Scenario,
    reading: Reading<'s>,
    state: String,
    by_id: HashMap<&'s str, usize>,
    /// The words over keys, in all languages.
    heads: Vec<String>,
}

impl<'s> Reader<'s> {
    pub(super) fn new(scenario: &'s Scenario) -> Self {
        let ids = scenario.items.iter().enumerate();
        let by_id = ids.map(|(at, item)| (item.id.as_str().trim(), at)).collect();
        let head = |(code, _): &(&str, _)| Texts::new(code).get("ministries-key");
        let heads = LANGUAGES.iter().map(head).collect();
        Self { scenario, reading: Reading::new(scenario), state: state_of(scenario), by_id, heads }
    }

    /// Reads a file. Where nothing of it can be taken, its remarks say why.
    pub(super) fn read(&self, book: &mut Book) -> Returned {
        let file = book.name().to_owned();
        let mut returned = Returned { file: file.clone(), ..Returned::default() };
        let names: Vec<String> = book.sheets().take(MAX_SHEETS).map(str::to_owned).collect();
        let mut sheets: Vec<Sheet> = Vec::new();
        for name in &names {
            match book.sheet(name) {
                Ok(sheet) => sheets.push(sheet),
                Err(problem) => {
                    let problem = problem.with("file", &file);
                    returned.remarks.push(Remark::Unreadable { problem });
                    return returned;
                }
            }
        }
        let version = sheets.iter().find(|sheet| Version::is_on(sheet)).map(Version::read);
        let version = match version.unwrap_or(Err(Unusable::Gone)) {
            Ok(version) => Some(version),
            Err(Unusable::Newer) => {
                returned.remarks.push(Remark::Newer { file });
                return returned;
            }
            Err(Unusable::Gone | Unusable::Changed) => None,
        };
        if let Some(version) = version.as_ref().filter(|version| self.is_of_another(version)) {
            let title = if version.title.is_empty() { &version.scenario } else { &version.title };
            returned.remarks.push(Remark::OtherScenario { file, title: title.clone() });
            return returned;
        }
        let agency = version.as_ref().map(|version| version.agency.as_str());
        returned.agency = agency.filter(|id| !id.is_empty()).map(AgencyId::from);
        returned.has_version = version.is_some();
        let fields = self.fields(version.as_ref(), returned.agency.as_ref());
        let mut grids = Vec::new();
        for sheet in sheets.iter().filter(|sheet| !Version::is_on(sheet)) {
            // What a formula says is not looked at; that it is one, is told.
            let formulas = book.formulas(&sheet.name).unwrap_or_default().into_iter().collect();
            grids.extend(Grid::of(sheet, &fields, &self.heads, formulas));
        }
        if grids.is_empty() {
            returned.remarks.push(Remark::NotOurs { file });
            return returned;
        }
        if version.is_none() {
            returned.remarks.push(Remark::NoVersion { file });
        }
        File { reader: self, version: version.as_ref(), returned: &mut returned }.read(&grids);
        returned
    }

    /// True if a workbook was given out for another scenario: by its id; where it has
    /// none, by items that are not there.
    fn is_of_another(&self, version: &Version) -> bool {
        let own = &self.scenario.id;
        if !own.is_empty() && !version.scenario.is_empty() && *own != version.scenario {
            return true;
        }
        let rows = &version.given.rows;
        let known = rows.iter().filter(|(key, ..)| self.by_id.contains_key(key.as_str())).count();
        !rows.is_empty() && known * 2 < rows.len()
    }

    /// Fields by their codes, in the language of the workbook, or in all where nobody
    /// knows which that is.
    fn fields(
        &self,
        version: Option<&Version>,
        agency: Option<&AgencyId>,
    ) -> HashMap<String, Field> {
        let languages: Vec<&str> = match version {
            Some(version) => vec![&version.language],
            None => LANGUAGES.iter().map(|(code, _)| *code).collect(),
        };
        let forms = languages.iter().flat_map(|language| forms(self.scenario, agency, language));
        fields_by_code(&forms.collect::<Vec<_>>())
    }
}

/// A file that is being read.
struct File<'a> {
    reader: &'a Reader<'a>,
    version: Option<&'a Version>,
    returned: &'a mut Returned,
}

impl File<'_> {
    fn read(&mut self, grids: &[Grid<'_>]) {
        if let Some(version) = self.version {
            self.returned.language.clone_from(&version.language);
            self.returned.date.clone_from(&version.date);
            self.stale(version);
            self.vanished(version, grids);
        }
        let given: HashMap<&str, usize> =
            self.version.map(|version| version.given.by_key()).unwrap_or_default();
        let mut topics = HashSet::new();
        // What is added on the sheet of items has its other rows on the sheets after it.
        let mut ordered: Vec<&Grid<'_>> = grids.iter().collect();
        ordered.sort_by_key(|grid| Topic::ALL.iter().position(|topic| *topic == grid.topic));
        for grid in ordered {
            if !topics.insert(grid.topic) {
                let place = self.place_of(grid);
                self.returned.remarks.push(Remark::SheetTwice { place });
            }
            self.sheet(grid, &given);
        }
        self.gone(&topics, grids);
    }

    fn place_of(&self, grid: &Grid<'_>) -> String {
        format!("{}, {}", self.returned.file, grid.sheet.name)
    }

    fn place(&self, grid: &Grid<'_>, row: usize, column: usize) -> String {
        format!("{}, {}", self.returned.file, grid.sheet.place(row, column))
    }

    /// What the scenario has changed since the workbook was given out.
    fn stale(&mut self, version: &Version) {
        let Reader { scenario, reading, state, by_id, .. } = self.reader;
        self.returned.up_to_date = version.state == *state;
        if self.returned.up_to_date {
            return;
        }
        let agency = self.returned.agency.as_ref();
        let main = main_language(scenario);
        let forms = forms(scenario, agency, &version.language);
        let given = version.given.by_key();
        let mut cells = 0;
        for (key, at) in &given {
            let Some(item) = by_id.get(key).map(|at| &scenario.items[*at]) else { continue };
            for form in forms.iter().filter(|form| has_row(item, form.topic)) {
                for field in form.fields().filter(|field| can_be_asked(item, field)) {
                    let Some(cell) = version.given.cell(*at, &super::columns::code(field)) else {
                        continue;
                    };
                    let then = unkept(field, cell, reading);
                    let now = said(item, field, main);
                    cells += usize::from(!same(then.as_ref(), now.as_ref()));
                }
            }
        }
        let own = scenario.items.iter().filter(|item| item.owner.as_ref() == agency);
        let items = own.filter(|item| !given.contains_key(item.id.as_str().trim())).count();
        if cells + items > 0 {
            let file = self.returned.file.clone();
            self.returned.remarks.push(Remark::Stale { file, cells, items });
        }
    }

    /// Items and questions that the scenario does not have any more.
    fn vanished(&mut self, version: &Version, grids: &[Grid<'_>]) {
        let file = &self.returned.file;
        for (key, name, _) in &version.given.rows {
            if !self.reader.by_id.contains_key(key.as_str()) {
                let (file, name) = (file.clone(), name.clone());
                self.returned.remarks.push(Remark::ItemVanished { file, name });
            }
        }
        for code in grids.iter().flat_map(|grid| &grid.unknown) {
            let (file, code) = (file.clone(), code.clone());
            self.returned.remarks.push(Remark::QuestionVanished { file, code });
        }
    }

    /// Sheets and columns of questions that are not there any more.
    fn gone(&mut self, topics: &HashSet<Topic>, grids: &[Grid<'_>]) {
        let Some(version) = self.version else { return };
        let Reader { scenario, by_id, .. } = self.reader;
        let keys = version.given.rows.iter().filter_map(|(key, ..)| by_id.get(key.as_str()));
        let items: Vec<usize> = keys.copied().collect();
        let was_given =
            |field: &&Field| version.given.columns.contains_key(&super::columns::code(field));
        for form in forms(scenario, self.returned.agency.as_ref(), &version.language) {
            if !items.iter().any(|at| has_row(&scenario.items[*at], form.topic)) {
                continue;
            }
            let mut asked = form.fields().filter(was_given).peekable();
            if asked.peek().is_none() {
                continue;
            }
            let file = self.returned.file.clone();
            if !topics.contains(&form.topic) {
                let sheet = form.topic.code();
                self.returned.remarks.push(Remark::SheetGone { file, sheet });
                continue;
            }
            let mut own = grids.iter().filter(|grid| grid.topic == form.topic);
            let Some(first) = own.next() else { continue };
            let there = |field: &&Field| {
                first
                    .columns
                    .iter()
                    .chain(own.clone().flat_map(|g| &g.columns))
                    .any(|own| own.field == **field)
            };
            let fields: Vec<Field> = asked.filter(|field| !there(field)).cloned().collect();
            if !fields.is_empty() {
                let place = self.place_of(first);
                self.returned.remarks.push(Remark::ColumnsGone { place, fields });
            }
        }
    }
}
