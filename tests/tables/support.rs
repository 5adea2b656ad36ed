//! What the tests on tables share.

use phasewise::app::importing::{
    Accepted, Difference, Mapping, Table, difference, frame, guess, read_table,
};
use phasewise::model::{Item, Measure, Problem, Scenario, Severity, validate};
use std::path::PathBuf;

/// A table file in a folder that goes with it.
pub struct File {
    pub folder: tempfile::TempDir,
    pub path: PathBuf,
}

impl File {
    pub fn of(name: &str, content: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        Self { folder, path }
    }

    pub fn shown(&self) -> String {
        self.path.display().to_string()
    }

    /// Another path in the same folder.
    pub fn beside(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }
}

/// A table brought into a scenario by the guess alone.
pub struct Imported {
    pub table: Table,
    pub mapping: Mapping,
    pub difference: Difference,
    pub scenario: Scenario,
}

impl Imported {
    /// Into a new scenario.
    pub fn new(file: &File) -> Self {
        let table = read_table(&file.path, None, None).unwrap();
        let mapping = guess(&table.sheet, &table.layout, &Scenario::default());
        let before = frame("test", &table.layout, &mapping);
        Self::with(table, mapping, &before)
    }

    /// Into this scenario.
    pub fn into(file: &File, before: &Scenario) -> Self {
        let table = read_table(&file.path, None, None).unwrap();
        let mapping = guess(&table.sheet, &table.layout, before);
        Self::with(table, mapping, before)
    }

    pub fn with(table: Table, mapping: Mapping, before: &Scenario) -> Self {
        let difference = difference(&table.sheet, &table.layout, &mapping, before, &table.file);
        let mut scenario = before.clone();
        let edit = difference.edit(before, &Accepted::sound(&difference));
        let back = edit.apply(&mut scenario).unwrap();
        let mut again = scenario.clone();
        back.apply(&mut again).unwrap();
        assert_eq!(again, *before, "undo takes all of it back");
        let wrong = |problem: &Problem| problem.severity == Severity::Error;
        let problems: Vec<_> = validate::problems(&scenario).into_iter().filter(wrong).collect();
        assert!(problems.is_empty(), "{problems:?}");
        Self { table, mapping, difference, scenario }
    }

    /// Columns that are used, with their fields.
    pub fn fields(&self) -> Vec<(String, String)> {
        let used = self.mapping.columns.iter().filter_map(|own| Some((own, own.field.as_ref()?)));
        used.map(|(own, field)| (own.title.clone(), field.to_string())).collect()
    }

    pub fn assert_fields(&self, expected: &[(&str, &str)]) {
        let expected: Vec<(String, String)> =
            expected.iter().map(|(column, field)| ((*column).into(), (*field).into())).collect();
        assert_eq!(self.fields(), expected, "{:#?}", self.mapping);
    }

    pub fn names(&self, language: &str) -> Vec<&str> {
        self.scenario.items.iter().map(|item| item.name.get(language)).collect()
    }

    /// Scores on demand; none where there is none.
    pub fn demand(&self) -> Vec<Option<f64>> {
        self.scenario.items.iter().map(|item| score(item, "demand")).collect()
    }

    pub fn capex(&self) -> Vec<f64> {
        self.scenario.items.iter().map(|item| item.capex.total()).collect()
    }

    /// The name of each item's owner.
    pub fn owners(&self) -> Vec<&str> {
        let name = |item: &Item| {
            let agency = self.scenario.agencies.iter().find(|a| Some(&a.id) == item.owner.as_ref());
            agency.map_or("", |agency| agency.name.all().next().unwrap())
        };
        // The borrow is of the scenario, not of the closure.
        self.scenario
            .items
            .iter()
            .map(name)
            .map(|name| &*Box::leak(name.to_owned().into_boxed_str()))
            .collect()
    }
}

pub fn score(item: &Item, criterion: &str) -> Option<f64> {
    match item.scores.get(criterion)?.best {
        Measure::Number(number) => Some(number),
        Measure::Level(_) => None,
    }
}

/// The scenario that comes with the program.
pub fn kazakhstan() -> Scenario {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/kazakhstan.ron");
    phasewise::files::read(std::path::Path::new(path)).unwrap().scenario
}
