//! What is told of files that came back, beside what they say.

use crate::app::importing::{Additions, Field, field_words, shortened};
use crate::app::plain_words;
use crate::model::{Problem, Scenario};
use crate::texts::{Arg, Texts};

/// Names that one sentence lists.
const MOST_NAMED: usize = 5;

/// Something about a file that a person should know.
#[derive(Debug, Clone, PartialEq)]
pub enum Remark {
    /// It cannot be read at all; nothing of it is taken.
    Unreadable {
        /// What is wrong with it.
        problem: Problem,
    },
    /// It is none of the workbooks that were given out; nothing of it is taken.
    NotOurs {
        /// The file.
        file: String,
    },
    /// It was given out for another scenario; nothing of it is taken.
    OtherScenario {
        /// The file.
        file: String,
        /// That scenario.
        title: String,
    },
    /// A newer version of the program made it; nothing of it is taken.
    Newer {
        /// The file.
        file: String,
    },
    /// The hidden version is gone or was changed: nobody can tell what the ministry
    /// changed, so all is compared with the scenario and nothing is taken unless a person
    /// says so.
    NoVersion {
        /// The file.
        file: String,
    },
    /// The scenario has changed since it was given out.
    Stale {
        /// The file.
        file: String,
        /// Cells that the scenario has changed since.
        cells: usize,
        /// Items of the agency that it does not ask about.
        items: usize,
    },
    /// A sheet of questions is gone; nothing changes in what it asked.
    SheetGone {
        /// The file.
        file: String,
        /// The code of the sheet.
        sheet: &'static str,
    },
    /// A sheet of questions is there twice; both are read.
    SheetTwice {
        /// File and sheet.
        place: String,
    },
    /// Columns are gone; nothing changes in what they asked.
    ColumnsGone {
        /// File and sheet.
        place: String,
        /// What they asked.
        fields: Vec<Field>,
    },
    /// Rows are gone; nothing changes in these items.
    RowsGone {
        /// File and sheet.
        place: String,
        /// Names of the items.
        names: Vec<String>,
    },
    /// The key of a row was changed; the row is known by its name.
    KeyChanged {
        /// File, sheet and cell.
        place: String,
        /// What stands there now.
        key: String,
        /// The name of the item.
        name: String,
    },
    /// Two rows are about one item; both are read.
    KeyTwice {
        /// File, sheet and cell of the second.
        place: String,
        /// The name of the item.
        name: String,
    },
    /// A row is about an item that this agency was not asked about; it is not taken.
    RowNotAsked {
        /// File, sheet and cell.
        place: String,
        /// The name of the item.
        name: String,
    },
    /// A row belongs to no item; it is not taken.
    UnknownRow {
        /// File, sheet and cell.
        place: String,
        /// What stands there.
        name: String,
    },
    /// The scenario does not have an item any more; nothing of its rows is taken.
    ItemVanished {
        /// The file.
        file: String,
        /// Its name in the workbook.
        name: String,
    },
    /// The scenario does not ask for something any more; it is not taken.
    QuestionVanished {
        /// The file.
        file: String,
        /// The code of the question.
        code: String,
    },
}

impl Remark {
    /// True if nothing of the file is taken.
    pub fn refuses(&self) -> bool {
        matches!(
            self,
            Self::Unreadable { .. }
                | Self::NotOurs { .. }
                | Self::OtherScenario { .. }
                | Self::Newer { .. }
        )
    }
}

/// A remark as a sentence or two: what is there, and what to do.
pub fn remark_words(remark: &Remark, scenario: &Scenario, texts: &Texts) -> String {
    let of = |name: &'static str, words: &str| (name, Arg::Text(shortened(words)));
    let whole = |name: &'static str, words: &String| (name, Arg::from(words.as_str()));
    let count = |name: &'static str, count: usize| (name, Arg::from(count as f64));
    match remark {
        Remark::Unreadable { problem } => {
            let (message, remedy) = plain_words(problem, texts);
            format!("{message} {remedy}")
        }
        Remark::NotOurs { file } => texts.with("ministries-not-ours", &[whole("file", file)]),
        Remark::OtherScenario { file, title } => {
            texts.with("ministries-other-scenario", &[whole("file", file), of("title", title)])
        }
        Remark::Newer { file } => texts.with("ministries-newer", &[whole("file", file)]),
        Remark::NoVersion { file } => texts.with("ministries-no-version", &[whole("file", file)]),
        Remark::Stale { file, cells, items } => {
            let args = [whole("file", file), count("cells", *cells), count("items", *items)];
            let key = if *items > 0 { "ministries-stale-items" } else { "ministries-stale" };
            texts.with(key, &args)
        }
        Remark::SheetGone { file, sheet } => {
            let sheet = texts.get(&format!("ministries-sheet-{sheet}"));
            texts.with("ministries-sheet-gone", &[whole("file", file), whole("sheet", &sheet)])
        }
        Remark::SheetTwice { place } => {
            texts.with("ministries-sheet-twice", &[whole("place", place)])
        }
        Remark::ColumnsGone { place, fields } => {
            let name = |field: &Field| field_words(field, scenario, &Additions::default(), texts);
            let names = listed(fields.iter().map(name));
            texts.with("ministries-columns-gone", &[whole("place", place), whole("names", &names)])
        }
        Remark::RowsGone { place, names } => {
            let list = listed(names.iter().map(|name| shortened(name)));
            let args = [whole("place", place), whole("names", &list), count("count", names.len())];
            texts.with("ministries-rows-gone", &args)
        }
        Remark::KeyChanged { place, key, name } => {
            let args = [whole("place", place), of("key", key), of("name", name)];
            texts.with("ministries-key-changed", &args)
        }
        Remark::KeyTwice { place, name } => {
            texts.with("ministries-key-twice", &[whole("place", place), of("name", name)])
        }
        Remark::RowNotAsked { place, name } => {
            texts.with("ministries-row-not-asked", &[whole("place", place), of("name", name)])
        }
        Remark::UnknownRow { place, name } => {
            texts.with("ministries-row-unknown", &[whole("place", place), of("name", name)])
        }
        Remark::ItemVanished { file, name } => {
            texts.with("ministries-item-vanished", &[whole("file", file), of("name", name)])
        }
        Remark::QuestionVanished { file, code } => {
            texts.with("ministries-question-vanished", &[whole("file", file), of("code", code)])
        }
    }
}

fn listed(names: impl ExactSizeIterator<Item = String>) -> String {
    let more = names.len() > MOST_NAMED;
    let mut list: Vec<String> = names.take(MOST_NAMED).collect();
    list.extend(more.then(|| "…".to_owned()));
    list.join(", ")
}
