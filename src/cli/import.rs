//! `phasewise import`: candidates out of a spreadsheet.

use super::Failure;
use super::report::{complain, complain_about, print, print_json};
use crate::app::importing::{
    Accepted, Difference, MapFile, Mapping, State, Suggestion, Table, difference, doubt_words,
    folder_of, frame, read_table, skip_words, suggestion,
};
use crate::files::{self, Loaded, SaveError};
use crate::model::{Problem, Scenario, Severity, validate};
use crate::texts::{Arg, Texts};
use clap::Args;
use serde::Serialize;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// Columns that one message names.
const MOST_NAMED: usize = 20;

/// Options of `import`.
#[derive(Debug, Args)]
pub struct Options {
    /// Spreadsheet: .xlsx, .xls, .ods, .csv or .tsv
    table: PathBuf,
    /// Scenario to import into, .ron or .json; it is made when it is not there
    #[arg(long, value_name = "FILE")]
    into: PathBuf,
    /// Mapping of columns to fields; else one beside TABLE or FILE that fits
    /// (NAME.map.ron), else a guess
    #[arg(long, value_name = "MAP")]
    map: Option<PathBuf>,
    /// Sheet; else the one that looks most like a table
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Where to keep the mapping for next year's table, such as NAME.map.ron
    #[arg(long, value_name = "MAP")]
    save_map: Option<PathBuf>,
    /// Take what is suspicious too: names that are nearly the same, values a hundred times off
    #[arg(long)]
    all: bool,
    /// Tell what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Print one JSON document instead of lines
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    rows: usize,
    added: usize,
    changed: usize,
    unchanged: usize,
    skipped: Vec<SkippedRow>,
    mapping: Map<String, Value>,
    factors: Map<String, Value>,
    ignored: Vec<String>,
    suspicious: Vec<SuspiciousRow>,
    missing: Vec<String>,
    sheet: String,
    map: Option<String>,
    written: bool,
}

#[derive(Serialize)]
struct SkippedRow {
    row: usize,
    why: String,
}

#[derive(Serialize)]
struct SuspiciousRow {
    row: usize,
    id: String,
    why: String,
    taken: bool,
}

/// What the command was asked to work on.
struct Work {
    table: Table,
    mapping: Mapping,
    /// Where the mapping came from; none: it was guessed.
    map: Option<PathBuf>,
    scenario: Scenario,
    header: Option<String>,
}

/// Imports, and tells what was done.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let work = prepare(options, texts)?;
    let Work { table, mapping, scenario, .. } = &work;
    let found = difference(&table.sheet, &table.layout, mapping, scenario, &table.file);
    let accepted = if options.all { Accepted::all(&found) } else { Accepted::sound(&found) };
    let mut after = scenario.clone();
    // The edit was made for this very scenario.
    let applied = found.edit(scenario, &accepted).apply(&mut after);
    let problems: Vec<Problem> = match applied {
        Ok(_) => validate::problems(&after).into_iter().filter(is_error).collect(),
        Err(_) => vec![Problem::error("file-not-opened", "").with("file", options.into.display())],
    };
    if !problems.is_empty() {
        complain_about(&options.into, &problems, texts);
        return Err(Failure::Input);
    }
    let report = report(&work, &found, &accepted, options, texts);
    if !options.dry_run {
        write(options, &after, work.header.as_deref(), texts)?;
    }
    if let Some(path) = &options.save_map {
        let file = MapFile::of(mapping, &table.sheet.name);
        file.write(path).map_err(|error| refused(path, &error.to_string(), texts))?;
    }
    if options.json {
        print_json(&report);
    } else {
        print(&lines(&report, options, texts));
    }
    Ok(())
}

fn is_error(problem: &Problem) -> bool {
    problem.severity == Severity::Error
}

fn prepare(options: &Options, texts: &Texts) -> Result<Work, Failure> {
    if files::format_of(&options.into).is_none() {
        return Err(bad_ending(&options.into, texts));
    }
    if let Some(map) = options.save_map.as_ref().filter(|map| files::format_of(map).is_none()) {
        return Err(bad_ending(map, texts));
    }
    let told = options.map.as_ref().map(|path| {
        MapFile::read(path).map_err(|problems| {
            complain_about(path, &problems, texts);
            Failure::Input
        })
    });
    let told = told.transpose()?;
    // All that is wrong with either file is said at once.
    let table =
        read_table(&options.table, options.sheet.as_deref(), told.as_ref()).map_err(|problem| {
            complain_about(&options.table, std::slice::from_ref(&problem), texts);
            if problem.code == "table-no-such-sheet" { Failure::Usage } else { Failure::Input }
        });
    let old = if options.into.exists() {
        let read = files::read(&options.into).map_err(|problems| {
            complain_about(&options.into, &problems, texts);
            Failure::Input
        });
        Some(read)
    } else {
        None
    };
    let (table, old) = (table?, old.transpose()?);
    let empty = Scenario::default();
    let fills = old.as_ref().map_or(&empty, |loaded| &loaded.scenario);
    let Suggestion { mapping, map, lacking } = match told {
        Some(file) => {
            let (mapping, lacking) = file.applied(&table.layout);
            Suggestion { mapping, map: options.map.clone(), lacking }
        }
        None => suggestion(&table, &[folder_of(&options.table), folder_of(&options.into)], fills),
    };
    for column in lacking {
        complain(&texts.with("import-column-lacking", &[("column", Arg::from(column.as_str()))]));
    }
    if !mapping.is_usable() {
        let all = mapping.columns.len();
        let mut columns: Vec<&str> =
            mapping.columns.iter().map(|own| own.title.as_str()).take(MOST_NAMED).collect();
        columns.extend((all > MOST_NAMED).then_some("…"));
        let problem = Problem::error("table-no-names", "").with("columns", columns.join(", "));
        let problem = problem.with("file", options.table.display());
        complain_about(&options.table, &[problem], texts);
        return Err(Failure::Input);
    }
    let title =
        options.into.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into());
    let (scenario, header) = match old {
        Some(Loaded { scenario, header, .. }) => (scenario, header),
        None => (frame(&title, &table.layout, &mapping), None),
    };
    Ok(Work { table, mapping, map, scenario, header })
}

fn bad_ending(path: &Path, texts: &Texts) -> Failure {
    let file = path.display().to_string();
    complain(&texts.with("save-ending", &[("file", Arg::from(file.as_str()))]));
    Failure::Usage
}

fn write(
    options: &Options,
    scenario: &Scenario,
    header: Option<&str>,
    texts: &Texts,
) -> Result<(), Failure> {
    files::write(&options.into, scenario, header).map_err(|error| match error {
        SaveError::Io(path, error) => refused(&path, &error.to_string(), texts),
        SaveError::NotWritable(error) => {
            complain(&texts.with("save-not-finite", &[("path", Arg::from(error.path().as_str()))]));
            Failure::Input
        }
        _ => bad_ending(&options.into, texts),
    })?;
    Ok(())
}

fn refused(path: &Path, why: &str, texts: &Texts) -> Failure {
    let file = path.display().to_string();
    let args = [("file", Arg::from(file.as_str())), ("why", Arg::from(why))];
    complain(&texts.with("save-failed", &args));
    Failure::Input
}

fn report(
    work: &Work,
    found: &Difference,
    accepted: &Accepted,
    options: &Options,
    texts: &Texts,
) -> Report {
    let Work { table, mapping, map, scenario, .. } = work;
    let mut skipped: Vec<SkippedRow> = found
        .skipped
        .iter()
        .map(|skip| SkippedRow { row: skip.row + 1, why: skip_words(&skip.why, texts) })
        .collect();
    let mut suspicious = Vec::new();
    let (mut added, mut changed, mut unchanged) = (0, 0, 0);
    for (at, row) in found.rows.iter().enumerate() {
        let taken = accepted.takes(found, at);
        let sentence = |doubt| doubt_words(doubt, scenario, &found.additions, texts);
        for doubt in &row.doubts {
            let why = sentence(doubt);
            let held = doubt.holds_back() && !options.all;
            suspicious.push(SuspiciousRow {
                row: row.row + 1,
                id: row.id.to_string(),
                why,
                taken: !held,
            });
        }
        match row.state() {
            State::Unchanged => unchanged += 1,
            State::New if taken => added += 1,
            State::Changed if taken => changed += 1,
            _ => {
                let held = row.doubts.iter().find(|doubt| doubt.holds_back());
                skipped.push(SkippedRow {
                    row: row.row + 1,
                    why: held.map(sentence).unwrap_or_default(),
                });
            }
        }
    }
    skipped.sort_by_key(|skipped| skipped.row);
    let used = || mapping.columns.iter().filter_map(|own| Some((own, own.field.as_ref()?)));
    let text = |text: String| Value::String(text);
    Report {
        rows: added + changed + unchanged + skipped.len(),
        added,
        changed,
        unchanged,
        skipped,
        mapping: used().map(|(own, field)| (own.title.clone(), text(field.to_string()))).collect(),
        factors: used()
            .filter(|(own, _)| own.factor != 1.0)
            .map(|(own, _)| (own.title.clone(), Value::from(own.factor)))
            .collect(),
        ignored: mapping
            .columns
            .iter()
            .filter(|own| own.field.is_none())
            .map(|own| own.title.clone())
            .collect(),
        suspicious,
        missing: found.missing.iter().map(|at| scenario.items[*at].id.to_string()).collect(),
        sheet: table.sheet.name.clone(),
        map: map.as_ref().map(|path| path.display().to_string()),
        written: !options.dry_run,
    }
}

/// The report for people: what was done, what was not and why, which column went where.
fn lines(report: &Report, options: &Options, texts: &Texts) -> String {
    /// Lines of one sort; the rest is counted.
    const MOST: usize = 30;
    let count = |name: &'static str, count: usize| (name, Arg::from(count as f64));
    let mut lines = Vec::new();
    for (column, field) in &report.mapping {
        let field = field.as_str().unwrap_or_default();
        let args = [("column", Arg::from(column.as_str())), ("field", Arg::from(field))];
        lines.push(texts.with("import-line-column", &args));
    }
    let rows = report.skipped.iter().map(|own| (own.row, &own.why, "import-line-skipped"));
    let held: Vec<_> =
        report.suspicious.iter().map(|own| (own.row, &own.why, "import-line-suspicious")).collect();
    for list in [rows.collect::<Vec<_>>(), held] {
        for (row, why, key) in list.iter().take(MOST) {
            let args = [("row", Arg::Text(row.to_string())), ("why", Arg::from(why.as_str()))];
            lines.push(texts.with(key, &args));
        }
        if list.len() > MOST {
            lines.push(texts.with("import-line-more", &[count("count", list.len() - MOST)]));
        }
    }
    if !report.missing.is_empty() {
        lines.push(texts.with("import-line-missing", &[count("count", report.missing.len())]));
    }
    if let Some(map) = &report.map {
        lines.push(texts.with("import-line-map", &[("file", Arg::from(map.as_str()))]));
    }
    let file = options.into.display().to_string();
    let args = [
        count("added", report.added),
        count("changed", report.changed),
        count("unchanged", report.unchanged),
        count("skipped", report.skipped.len()),
        ("file", Arg::from(file.as_str())),
    ];
    lines.push(texts.with(if report.written { "import-done" } else { "import-dry-run" }, &args));
    lines.join("\n") + "\n"
}
