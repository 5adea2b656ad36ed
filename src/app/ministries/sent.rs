//! The workbooks that are sent: one for each agency, with the cells that it should fill.

use super::cells::{clean, kept, shown};
use super::columns::{Form, code, forms, has_row};
use super::lists::Lists;
use super::questions;
use super::version::{Version, check_of, codes, state_of};
use crate::app::ExportError;
use crate::app::importing::{can_be_asked, free, named, said, slug};
use crate::files::out::questionnaire::{AskRow, AskSheet, Questionnaire, write};
use crate::files::tables::Cell;
use crate::files::write_atomically;
use crate::model::{AgencyId, Item, Scenario};
use crate::texts::Texts;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

/// What the agencies are told beside the questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// Until when they should answer.
    pub until: Option<Date>,
    /// Whom they send the workbook back to: a name, an address.
    pub reply_to: String,
    /// When the workbooks are made. It is told by who makes them, so that the same
    /// scenario gives the same files.
    pub date: Option<Date>,
    /// Only these agencies; all where it is empty.
    pub agencies: Vec<AgencyId>,
}

/// A workbook for one agency.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// The agency; none for items without an owner.
    pub agency: Option<AgencyId>,
    /// What people call it.
    pub name: String,
    /// The name of the file, without a folder.
    pub file: String,
    /// Items that it asks about.
    pub items: usize,
    /// Cells that can be filled.
    pub cells: usize,
    /// How many of them hold nothing yet.
    pub empty: usize,
    /// The file's content.
    pub bytes: Vec<u8>,
}

/// One workbook for each agency that owns an item, in the order of the scenario, and one
/// for items without an owner. The same scenario, request and language give the same
/// bytes.
///
/// O(items × questions).
///
/// # Errors
/// If an agency has more items than a sheet has rows.
pub fn ministries(
    scenario: &Scenario,
    request: &Request,
    texts: &Texts,
) -> Result<Vec<Workbook>, ExportError> {
    let state = state_of(scenario);
    let lists = Lists::new(scenario, texts);
    let mut owned: HashMap<Option<&AgencyId>, Vec<&Item>> = HashMap::new();
    for item in &scenario.items {
        owned.entry(item.owner.as_ref()).or_default().push(item);
    }
    let wanted = |agency: Option<&AgencyId>| {
        request.agencies.is_empty() || agency.is_some_and(|id| request.agencies.contains(id))
    };
    let agencies = scenario.agencies.iter().map(|agency| Some(&agency.id)).chain([None]);
    let mut taken = HashSet::new();
    let mut made = Vec::new();
    for agency in agencies {
        let Some(items) = owned.get(&agency) else { continue };
        // Names of files do not depend on which of them are asked for.
        let stem =
            agency.map_or_else(|| texts.get("ministries-no-agency-file"), |id| slug(id.as_str()));
        let file = free(&stem, "agency", &mut taken) + ".xlsx";
        if wanted(agency) {
            let told = Told { scenario, request, texts, lists: &lists, state: &state };
            made.push(workbook(&told, agency, items, file)?);
        }
    }
    Ok(made)
}

/// Why workbooks were not written.
#[derive(Debug)]
pub enum NotWritten {
    /// Files of these names are there; filled in ones may be among them.
    AlreadyThere(Vec<PathBuf>),
    /// The disk or the system refused.
    Io(PathBuf, io::Error),
}

/// Writes workbooks into a folder, which is made where it is not there.
///
/// # Errors
/// If a file of the name of one is there and may not be written over (then nothing is
/// written), or the system refuses.
pub fn write_ministries(
    folder: &Path,
    books: &[Workbook],
    overwrite: bool,
) -> Result<Vec<PathBuf>, NotWritten> {
    let paths: Vec<PathBuf> = books.iter().map(|book| folder.join(&book.file)).collect();
    let there: Vec<PathBuf> = paths.iter().filter(|path| path.exists()).cloned().collect();
    if !overwrite && !there.is_empty() {
        return Err(NotWritten::AlreadyThere(there));
    }
    let refused = |path: &Path| {
        let path = path.to_path_buf();
        move |error| NotWritten::Io(path, error)
    };
    std::fs::create_dir_all(folder).map_err(refused(folder))?;
    for (path, book) in paths.iter().zip(books) {
        write_atomically(path, &book.bytes).map_err(refused(path))?;
    }
    Ok(paths)
}

/// What all workbooks share.
pub(super) struct Told<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) request: &'a Request,
    pub(super) texts: &'a Texts,
    pub(super) lists: &'a Lists,
    state: &'a str,
}

fn workbook(
    told: &Told<'_>,
    agency: Option<&AgencyId>,
    items: &[&Item],
    file: String,
) -> Result<Workbook, ExportError> {
    let Told { scenario, request, texts, lists, state } = *told;
    let main = main_language(scenario);
    let forms = forms(scenario, agency, texts.language());
    let (mut cells, mut empty) = (0, 0);
    let mut sheets: Vec<AskSheet> = Vec::new();
    for form in &forms {
        let rows: Vec<AskRow> = items
            .iter()
            .filter(|item| has_row(item, form.topic))
            .map(|item| row(item, form, lists, main, texts))
            .collect();
        let asked = || rows.iter().flat_map(|row| row.cells.iter().flatten());
        cells += asked().count();
        empty += asked().filter(|cell| cell.is_empty()).count();
        if !rows.is_empty() {
            sheets.push(questions::sheet(told, form, rows));
        }
    }
    let given = given(items, &forms, main, texts);
    let name = agency_name(scenario, agency, texts);
    let version = Version {
        scenario: scenario.id.clone(),
        title: scenario.title.get(texts.language()).to_owned(),
        state: state.to_owned(),
        agency: agency.map(ToString::to_string).unwrap_or_default(),
        language: texts.language().to_owned(),
        date: request.date.map(|date| date.to_string()).unwrap_or_default(),
        ..Version::default()
    };
    let questionnaire = Questionnaire {
        title: questions::title(scenario, &name, texts),
        date: request.date,
        about: questions::about(told, &name, items.len(), empty, &sheets),
        sheets,
        lists: lists.lists.iter().map(|list| list.words.clone()).collect(),
        version: version.lines(&check_of(&given)),
        given,
        key_head: texts.get("ministries-key"),
        name_head: texts.get("import-field-name"),
    };
    let bytes = write(&questionnaire, texts)?;
    let agency = agency.cloned();
    Ok(Workbook { agency, name, file, items: items.len(), cells, empty, bytes })
}

/// The language of texts that name none.
pub(super) fn main_language(scenario: &Scenario) -> &str {
    scenario.languages.first().map_or("en", String::as_str)
}

/// What people call an agency, or the lack of one.
pub(super) fn agency_name(scenario: &Scenario, agency: Option<&AgencyId>, texts: &Texts) -> String {
    match agency {
        Some(id) => {
            let known = scenario.agencies.iter().map(|own| (own.id.as_str(), &own.name));
            named(known, id.as_str(), texts)
        }
        None => texts.get("ministries-no-agency"),
    }
}

/// The name of an item as a cell gives it back.
pub(super) fn item_label(item: &Item, language: &str) -> String {
    clean(item.name.get_or(language, item.id.as_str()))
}

fn row(item: &Item, form: &Form, lists: &Lists, main: &str, texts: &Texts) -> AskRow {
    let cell = |field| {
        can_be_asked(item, field).then(|| shown(field, said(item, field, main).as_ref(), lists))
    };
    AskRow {
        key: item.id.to_string(),
        name: item_label(item, texts.language()),
        cells: form.fields().map(cell).collect(),
    }
}

/// What every cell holds, for the version.
fn given(items: &[&Item], forms: &[Form], main: &str, texts: &Texts) -> Vec<Vec<Cell>> {
    let codes = codes(forms).into_iter().map(Cell::Text).collect();
    let row = |item: &&Item| {
        let mut cells =
            vec![Cell::words(item.id.as_str()), Cell::words(&item_label(item, texts.language()))];
        for form in forms {
            for field in form.fields() {
                let asked = has_row(item, form.topic) && can_be_asked(item, field);
                let value = said(item, field, main).filter(|_| asked);
                cells.push(kept(value.as_ref()));
            }
        }
        cells
    };
    std::iter::once(codes).chain(items.iter().map(row)).collect()
}

/// Codes of the fields of forms, for reading.
pub(super) fn fields_by_code(forms: &[Form]) -> HashMap<String, crate::app::importing::Field> {
    forms.iter().flat_map(Form::fields).map(|field| (code(field), field.clone())).collect()
}
