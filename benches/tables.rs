//! Spreadsheets in: reading, understanding, comparing, and one edit.
//!
//! `cargo bench --bench tables` prints milliseconds for a workbook and a CSV of 10,000
//! services, and the most memory that the program had by then.

use phasewise::app::importing::{Accepted, difference, frame, guess, read_table};
use phasewise::model::Scenario;
use rust_xlsxwriter::Workbook;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

const ROWS: u32 = 10_000;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the tables");
    let (xlsx, csv) = (folder.path().join("services.xlsx"), folder.path().join("services.csv"));
    write_xlsx(&xlsx);
    write_csv(&csv);
    for path in [&csv, &xlsx] {
        measure(path);
    }
}

/// Titles, and the cells of a row as text.
const TITLES: [&str; 14] = [
    "Service ID",
    "Service name",
    "Наименование услуги",
    "Responsible agency",
    "Description",
    "Applications online",
    "Applications by phone",
    "Applications by mail",
    "Applications total",
    "Cost (KZT mln)",
    "Running cost per year (KZT mln)",
    "Staff months",
    "Duration (months)",
    "Start year",
];

fn cells(row: u32) -> [String; 14] {
    let (online, phone, mail) = (row * 7 % 90_001, row * 3 % 1_001, row % 101);
    [
        format!("S-{row:05}"),
        format!("Service number {row} for people and firms"),
        format!("Услуга номер {row} для граждан и организаций"),
        format!("Agency {}", row % 40),
        format!(
            "What service {row} does for those who ask for it, in a sentence or two of usual length."
        ),
        online.to_string(),
        phone.to_string(),
        mail.to_string(),
        (online + phone + mail).to_string(),
        (1.5 + f64::from(row % 300)).to_string(),
        (0.5 + f64::from(row % 30)).to_string(),
        (row % 60 + 1).to_string(),
        (row % 36 + 1).to_string(),
        (2026 + row % 4).to_string(),
    ]
}

fn write_xlsx(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, title) in TITLES.iter().enumerate() {
        sheet.write(0, column as u16, *title).expect("a title fits");
    }
    for row in 0..ROWS {
        for (column, text) in cells(row).iter().enumerate() {
            let column = column as u16;
            match text.parse::<f64>() {
                Ok(number) => sheet.write(row + 1, column, number),
                Err(_) => sheet.write(row + 1, column, text),
            }
            .expect("a cell fits");
        }
    }
    book.save(path).expect("the folder can be written to");
}

fn write_csv(path: &Path) {
    let mut text = TITLES.join(";") + "\n";
    for row in 0..ROWS {
        let _ = writeln!(text, "{}", cells(row).join(";"));
    }
    std::fs::write(path, text).expect("the folder can be written to");
}

fn measure(path: &Path) {
    // What writing the tables took is none of the importer's business.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let begin = Instant::now();
    let table = read_table(path, None, None).expect("the table can be read");
    let read = begin.elapsed();
    let mapping = guess(&table.sheet, &table.layout, &Scenario::default());
    let guessed = begin.elapsed();
    let before = frame("bench", &table.layout, &mapping);
    let found = difference(&table.sheet, &table.layout, &mapping, &before, &table.file);
    let compared = begin.elapsed();
    let mut after = before.clone();
    found.edit(&before, &Accepted::sound(&found)).apply(&mut after).expect("it was made for this");
    let all = begin.elapsed();
    assert_eq!(after.items.len(), ROWS as usize);
    let again = Instant::now();
    let same = difference(&table.sheet, &table.layout, &mapping, &after, &table.file);
    assert!(same.rows.iter().all(|row| row.changes.is_empty()), "nothing is new the second time");
    println!(
        "{}: {ROWS} rows, {} columns: read {:.0} ms, guess {:.0}, difference {:.0}, edit {:.0}, in all {:.0} ms; \
         difference with 10,000 items {:.0} ms; memory so far at most {} MB",
        table.file,
        TITLES.len(),
        read.as_secs_f64() * 1e3,
        (guessed - read).as_secs_f64() * 1e3,
        (compared - guessed).as_secs_f64() * 1e3,
        (all - compared).as_secs_f64() * 1e3,
        all.as_secs_f64() * 1e3,
        again.elapsed().as_secs_f64() * 1e3,
        peak_megabytes(),
    );
}

/// The most memory that the process had, where the system tells.
fn peak_megabytes() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.map_or_else(|| "?".to_owned(), |kilobytes| (kilobytes / 1024).to_string())
}
