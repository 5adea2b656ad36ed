//! One workbook that came back: what of it is an answer.

use super::cells::{Found, same, understood, unkept};
use super::columns::{Topic, forms, has_row};
use super::grid::{Column, Grid};
use super::lists::Reading;
use super::remark::Remark;
use super::sent::{fields_by_code, item_label, main_language};
use super::version::{Unusable, Version, state_of};
use crate::app::importing::{
    Doubt, Field, Value, can_be_asked, can_be_empty, folded, one_line, said,
};
use crate::files::tables::{Book, DecimalMark, Sheet};
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

    /// Reads the rows of a sheet.
    fn sheet(&mut self, grid: &Grid<'_>, given: &HashMap<&str, usize>) {
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

    fn label(&self, item: usize) -> String {
        let language = match self.returned.language.as_str() {
            "" => main_language(self.reader.scenario),
            language => language,
        };
        item_label(&self.reader.scenario.items[item], language)
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
