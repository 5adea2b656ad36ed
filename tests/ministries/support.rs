//! Workbooks that are given out, filled in and sent back.

use phasewise::app::importing::Accepted;
use phasewise::app::ministries::{Collected, Request, Workbook, collected_books, ministries};
use phasewise::files::tables::{Book, Cell, Limits, address};
use phasewise::files::{self, text::Format};
use phasewise::model::{Problem, Scenario, Severity, validate};
use phasewise::texts::Texts;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::sync::OnceLock;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub const LANGUAGES: [&str; 3] = ["en", "ru", "kk"];

pub fn kazakhstan() -> &'static Scenario {
    static SCENARIO: OnceLock<Scenario> = OnceLock::new();
    SCENARIO.get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/kazakhstan.ron");
        files::read(&path).unwrap().scenario
    })
}

pub fn from_json(text: &str) -> Scenario {
    let (scenario, _, problems) = files::parse(text.as_bytes(), Format::Json);
    scenario.unwrap_or_else(|| panic!("{problems:?}"))
}

/// Two agencies, three items, a scale of each sort; no number stands twice.
pub fn small() -> Scenario {
    from_json(
        r#"{ "schema": 1, "id": "small", "title": "Small", "currency": "KZT", "languages": ["en"],
      "criteria": [
        { "id": "demand", "name": "Demand", "unit": "cases a year", "value": { "log10": { "worst": 10, "best": 100000 } },
          "anchors": { "at_0": "Ten cases", "at_50": "A thousand", "at_100": "A hundred thousand" } },
        { "id": "risk", "name": "Risk", "value": { "linear": { "worst": 100, "best": 0 } } },
        { "id": "ready", "name": "Readiness", "value": { "levels": { "none": 0, "team": 50, "runs": 100 } },
          "level_names": { "none": "Nothing yet", "team": { "en": "A team", "ru": "Есть команда" }, "runs": "It runs" } },
        { "id": "pull", "computed": "leverage", "value": { "linear": { "worst": 0, "best": 80 } } } ],
      "weight_sets": [ { "id": "secret-weights", "swings": { "demand": 100, "risk": 50, "ready": 20 } } ],
      "agencies": [ { "id": "moj", "name": { "en": "Ministry of Justice", "ru": "Министерство юстиции" } }, { "id": "mof", "name": "Finance" }, { "id": "idle" } ],
      "forecast": { "measures": [ { "id": "users", "name": "internet users per 100", "series": [ { "year": 2026, "value": 30 } ] } ] },
      "channels": [ { "id": "web", "name": "Web", "measure": "users" }, { "id": "desk", "name": "Counter" } ],
      "phases": [ { "id": "2027", "budget": 90 }, { "id": "2028", "budget": 90 }, { "id": "2029", "budget": 90 } ],
      "items": [
        { "id": "birth", "name": "Birth certificate", "owner": "moj", "description": "A certificate",
          "capex": { "best": 40, "low": 30, "high": 55, "source": "assumption", "ref": "Study 3" },
          "opex_per_year": 7, "staff_months": [ { "agency": "moj", "months": 12 }, { "agency": "mof", "months": 3 } ],
          "duration": 2, "earliest_phase": "2027", "channels": [ { "channel": "web", "share": 0.6, "need": { "measure": "users", "level": 25 } } ],
          "scores": { "demand": { "best": 5000, "low": 4000, "high": 9000 }, "risk": 33, "ready": "team" },
          "pin": { "phase": "2028", "by": "secret-person", "reason": "secret-reason" } },
        { "id": "register", "kind": "register", "name": "Register of births", "owner": "moj", "capex": [11, 22], "scores": { "risk": 44 } },
        { "id": "tax", "name": "Tax return", "owner": "mof", "capex": 66, "scores": { "demand": 77 }, "requires": [ { "item": "register" } ] },
        { "id": "orphan", "name": "Nobody's", "scores": {} } ] }"#,
    )
}

/// What is given out, in a language.
pub fn books(scenario: &Scenario, language: &str) -> Vec<Workbook> {
    ministries(scenario, &Request::default(), &Texts::new(language)).unwrap()
}

/// What is given out to one agency.
pub fn book(scenario: &Scenario, agency: &str, language: &str) -> Vec<u8> {
    let all = books(scenario, language);
    let own = all.into_iter().find(|book| book.agency.as_ref().is_some_and(|id| *id == *agency));
    own.unwrap().bytes
}

/// A workbook as sheets of cells, to be changed and written by another hand: values only,
/// as a program does that knows nothing of styles.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheets(pub Vec<(String, Vec<Vec<Cell>>)>);

impl Sheets {
    pub fn of(bytes: &[u8]) -> Self {
        let mut book = Book::from_bytes("book", bytes.to_vec(), Limits::default()).unwrap();
        let names: Vec<String> = book.sheets().map(str::to_owned).collect();
        let read = |name: String| {
            let sheet = book.sheet(&name).unwrap();
            let rows = (0..sheet.row_count()).map(|row| sheet.row(row).to_vec()).collect();
            (name, rows)
        };
        Self(names.into_iter().map(read).collect())
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut book = rust_xlsxwriter::Workbook::new();
        for (name, rows) in &self.0 {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            for (row, cells) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(cells) {
                    match cell {
                        Cell::Empty => {}
                        Cell::Number(number) => {
                            sheet.write_number(row, column, *number).unwrap();
                        }
                        Cell::Bool(flag) => {
                            sheet.write_boolean(row, column, *flag).unwrap();
                        }
                        other => {
                            sheet.write_string(row, column, other.shown()).unwrap();
                        }
                    }
                }
            }
        }
        book.save_to_buffer().unwrap()
    }

    /// The position of the sheet of a topic.
    pub fn at(&self, topic: &str) -> usize {
        let mark = Cell::Text(format!("phasewise:{topic}"));
        self.0.iter().position(|(_, rows)| rows[0].first() == Some(&mark)).unwrap()
    }

    pub fn rows(&mut self, topic: &str) -> &mut Vec<Vec<Cell>> {
        let at = self.at(topic);
        &mut self.0[at].1
    }

    /// Sheet, row and column of what is asked of an item.
    pub fn find(&self, item: &str, code: &str) -> (usize, usize, usize) {
        let wanted = Cell::Text(code.to_owned());
        for (sheet, (name, rows)) in self.0.iter().enumerate() {
            if name == "phasewise" || rows.is_empty() {
                continue;
            }
            let Some(column) = rows[0].iter().position(|cell| *cell == wanted) else { continue };
            let key = |row: &Vec<Cell>| row.first().and_then(Cell::text) == Some(item);
            return (sheet, rows.iter().position(key).unwrap(), column);
        }
        panic!("{code} is not asked");
    }

    pub fn get(&self, item: &str, code: &str) -> Cell {
        let (sheet, row, column) = self.find(item, code);
        self.0[sheet].1[row].get(column).cloned().unwrap_or_default()
    }

    pub fn set(&mut self, item: &str, code: &str, cell: impl Into<Told>) -> &mut Self {
        let (sheet, row, column) = self.find(item, code);
        let cells = &mut self.0[sheet].1[row];
        cells.resize(cells.len().max(column + 1), Cell::Empty);
        cells[column] = cell.into().0;
        self
    }

    /// Keys on a sheet of questions.
    pub fn keys(&self, topic: &str) -> Vec<String> {
        let mark = Cell::Text(format!("phasewise:{topic}"));
        let sheet = self.0.iter().find(|(_, rows)| rows[0].first() == Some(&mark));
        let rows = sheet.map_or(&[][..], |(_, rows)| &rows[5..]);
        rows.iter().map(|row| row[0].shown().into_owned()).collect()
    }
}

/// What is written into a cell.
pub struct Told(pub Cell);

impl From<f64> for Told {
    fn from(number: f64) -> Self {
        Self(Cell::Number(number))
    }
}

impl From<&str> for Told {
    fn from(words: &str) -> Self {
        Self(if words.is_empty() { Cell::Empty } else { Cell::Text(words.to_owned()) })
    }
}

impl From<Cell> for Told {
    fn from(cell: Cell) -> Self {
        Self(cell)
    }
}

/// A workbook with cells of its XML changed and all else left as it was given out.
pub struct Xml {
    entries: Vec<(String, Vec<u8>)>,
    sheets: Sheets,
}

impl Xml {
    pub fn of(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut entries = Vec::new();
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at).unwrap();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            entries.push((entry.name().unwrap().to_string(), content));
        }
        Self { entries, sheets: Sheets::of(bytes) }
    }

    /// Puts the inside of a cell in the place of what is there: `<v>3</v>`.
    pub fn put(&mut self, item: &str, code: &str, kind: &str, inside: &str) -> &mut Self {
        let (sheet, row, column) = self.sheets.find(item, code);
        let name = format!("xl/worksheets/sheet{}.xml", sheet + 1);
        let (_, content) = self.entries.iter_mut().find(|(own, _)| *own == name).unwrap();
        let text = String::from_utf8(content.clone()).unwrap();
        let begin = text.find(&format!("<c r=\"{}\"", address(row, column))).unwrap();
        let head = begin + text[begin..].find('>').unwrap() + 1;
        let end = if text[..head].ends_with("/>") {
            head
        } else {
            head + text[head..].find("</c>").unwrap() + 4
        };
        let style = text[begin..head].split("s=\"").nth(1).and_then(|rest| rest.split('"').next());
        let cell = format!(
            "<c r=\"{}\" s=\"{}\"{kind}>{inside}</c>",
            address(row, column),
            style.unwrap_or("0")
        );
        *content = format!("{}{cell}{}", &text[..begin], &text[end..]).into_bytes();
        self
    }

    pub fn number(&mut self, item: &str, code: &str, number: f64) -> &mut Self {
        self.put(item, code, "", &format!("<v>{number}</v>"))
    }

    pub fn words(&mut self, item: &str, code: &str, words: &str) -> &mut Self {
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        self.put(
            item,
            code,
            " t=\"inlineStr\"",
            &format!("<is><t xml:space=\"preserve\">{words}</t></is>"),
        )
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.entries {
            out.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            out.write_all(content).unwrap();
        }
        out.finish().unwrap().into_inner()
    }
}

/// What came back, by the name of its file.
pub fn collect(scenario: &Scenario, files: &[(&str, Vec<u8>)]) -> Collected {
    let open = |(name, bytes): &(&str, Vec<u8>)| {
        Book::from_bytes(name, bytes.clone(), Limits::default()).unwrap()
    };
    let mut open: Vec<Book> = files.iter().map(open).collect();
    collected_books(scenario, &mut open, Some(jiff::civil::date(2026, 11, 26)))
}

/// The scenario with what is sound, or all, and what was chosen of conflicts.
pub fn applied(
    scenario: &Scenario,
    found: &Collected,
    all: bool,
    chosen: &[Option<usize>],
) -> Scenario {
    let accepted = match all {
        true => Accepted::all(&found.difference),
        false => Accepted::sound(&found.difference),
    };
    let mut after = scenario.clone();
    let back = found.edit(scenario, &accepted, chosen).apply(&mut after).unwrap();
    let mut again = after.clone();
    back.apply(&mut again).unwrap();
    assert_eq!(again, *scenario, "undo takes all of it back");
    let wrong = |problem: &Problem| problem.severity == Severity::Error;
    let problems: Vec<Problem> = validate::problems(&after).into_iter().filter(wrong).collect();
    assert!(problems.is_empty(), "{problems:?}");
    after
}
