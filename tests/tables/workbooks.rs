//! Workbooks as spreadsheet programs write them, and those that were built to harm.

use crate::support::{File, Imported};
use phasewise::app::importing::{Doubt, read_table};
use phasewise::files::tables::{Cell, Merge};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// An archive of these entries.
pub fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An XLSX file around the XML of one sheet.
pub fn xlsx_of(sheet: &str) -> Vec<u8> {
    let types = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    let rels = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let book = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let book_rels = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    archive(&[
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", rels.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", book_rels.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// The XML of a sheet around its rows.
pub fn sheet_of(rows: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
}

/// A cell with text.
pub fn text_cell(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// An ODS file around the rows of one table.
pub fn ods_of(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Services">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}

pub fn ods_text(text: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
    )
}

pub fn ods_number(number: f64) -> String {
    format!(
        r#"<table:table-cell office:value-type="float" office:value="{number}"><text:p>{number}</text:p></table:table-cell>"#
    )
}

/// Records of an old Excel file.
pub struct Xls(pub Vec<u8>);

impl Xls {
    /// A book with one sheet, up to the sheet's cells.
    pub fn new() -> Self {
        let mut xls = Self(Vec::new());
        xls.record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        let name = b"\x08\x00Services";
        let sheet_at = xls.0.len() + 4 + 6 + name.len() + 4;
        let mut bound = u32::try_from(sheet_at).unwrap().to_le_bytes().to_vec();
        bound.extend([0, 0]);
        bound.extend(name);
        xls.record(0x0085, &bound);
        xls.record(0x000A, &[]);
        xls.record(0x0809, &[0, 6, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        xls
    }

    pub fn record(&mut self, kind: u16, data: &[u8]) {
        self.0.extend(kind.to_le_bytes());
        self.0.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
        self.0.extend(data);
    }

    pub fn label(&mut self, row: u16, column: u16, text: &str) {
        let mut data = [row, column, 0].map(u16::to_le_bytes).concat();
        data.extend(u16::try_from(text.len()).unwrap().to_le_bytes());
        data.push(0);
        data.extend(text.as_bytes());
        self.record(0x0204, &data);
    }

    pub fn number(&mut self, row: u16, column: u16, number: f64) {
        let mut data = [row, column, 0].map(u16::to_le_bytes).concat();
        data.extend(number.to_le_bytes());
        self.record(0x0203, &data);
    }

    /// The file.
    pub fn finish(mut self) -> Vec<u8> {
        self.record(0x000A, &[]);
        compound(&[("Workbook", &self.0)])
    }
}

/// A compound file of these streams.
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file =
        cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new())).unwrap();
    for (name, content) in streams {
        file.create_stream(name).unwrap().write_all(content).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn a_workbook_with_a_cover_merged_titles_dates_and_formulas() {
    let mut book = Workbook::new();
    let cover = book.add_worksheet();
    cover.set_name("Read me").unwrap();
    cover.write(0, 0, "Please fill the second sheet.").unwrap();
    let hidden = book.add_worksheet();
    hidden.set_name("lists").unwrap().set_hidden(true);
    let sheet = book.add_worksheet();
    sheet.set_name("Реестр услуг").unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 6, "Register of services 2024", &plain).unwrap();
    sheet.merge_range(2, 0, 3, 0, "Service name", &plain).unwrap();
    sheet.merge_range(2, 1, 3, 1, "Ministry", &plain).unwrap();
    sheet.merge_range(2, 2, 2, 4, "Applications", &plain).unwrap();
    for (column, title) in ["Online", "On paper", "Total"].iter().enumerate() {
        sheet.write(3, 2 + column as u16, *title).unwrap();
    }
    sheet.merge_range(2, 5, 3, 5, "Start date", &plain).unwrap();
    sheet.merge_range(2, 6, 3, 6, "Budget, thousand EUR", &plain).unwrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let rows =
        [("Passport", 100.0, 20.0, 1.5), ("Visa", 7.0, 3.0, 2.0), ("Permit", 50.0, 0.0, 4.0)];
    for (at, (name, online, paper, cost)) in rows.into_iter().enumerate() {
        let row = 4 + at as u32;
        sheet.write(row, 0, name).unwrap();
        sheet.write(row, 2, online).unwrap();
        sheet.write(row, 3, paper).unwrap();
        let sum =
            Formula::new(format!("=C{0}+D{0}", row + 1)).set_result((online + paper).to_string());
        sheet.write(row, 4, sum).unwrap();
        sheet
            .write_with_format(
                row,
                5,
                ExcelDateTime::from_ymd(2026 + at as u16, 3, 1).unwrap(),
                &day,
            )
            .unwrap();
        sheet.write(row, 6, cost).unwrap();
    }
    sheet.merge_range(4, 1, 5, 1, "Interior", &plain).unwrap();
    sheet.write(6, 1, "City").unwrap();
    let file = File::of("register.xlsx", book.save_to_buffer().unwrap());
    let found = Imported::new(&file);
    assert_eq!(found.table.sheet.name, "Реестр услуг");
    found.assert_fields(&[
        ("Service name", "name"),
        ("Ministry", "owner"),
        ("Applications / Total", "scores.demand"),
        ("Start date", "earliest_phase"),
        ("Budget, thousand EUR", "capex"),
    ]);
    assert_eq!(found.owners(), ["Interior", "Interior", "City"]);
    assert_eq!(found.demand(), [Some(120.0), Some(10.0), Some(50.0)]);
    assert_eq!(found.capex(), [1500.0, 2000.0, 4000.0]);
    assert_eq!(found.scenario.items[2].earliest_phase.as_ref().unwrap(), &"2028");
    let note = found.scenario.items[0].scores["demand"].note.clone().unwrap();
    assert_eq!(note, "register.xlsx, Реестр услуг!E5");
    let merged = Merge { top: 2, left: 2, bottom: 2, right: 4 };
    assert!(found.table.sheet.merges().contains(&merged));
}

#[test]
fn a_formula_is_its_value_and_an_error_is_told() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, title) in ["Service", "Applications", "Cost"].iter().enumerate() {
        sheet.write(0, column as u16, *title).unwrap();
    }
    sheet
        .write(1, 0, Formula::new(r#"=HYPERLINK("http://evil","x")"#).set_result("Passport"))
        .unwrap();
    sheet.write(1, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(1, 2, 5).unwrap();
    sheet.write(2, 0, "=cmd|' /C calc'!A0").unwrap();
    sheet.write(2, 1, "many").unwrap();
    sheet.write(2, 2, -3).unwrap();
    for (column, value) in [12.0, 7.0].into_iter().enumerate() {
        sheet.write(3, 1 + column as u16, value).unwrap();
    }
    sheet.write(3, 0, "Visa").unwrap();
    let file = File::of("formulas.xlsx", book.save_to_buffer().unwrap());
    let table = read_table(&file.path, None, None).unwrap();
    assert_eq!(table.sheet.cell(1, 0), &Cell::Text("Passport".to_owned()));
    assert_eq!(table.sheet.cell(1, 1), &Cell::Error("#DIV/0!".to_owned()));
    let found = Imported::new(&file);
    assert_eq!(found.names("en"), ["Passport", "=cmd|' /C calc'!A0", "Visa"]);
    assert_eq!(found.demand(), [None, None, Some(12.0)]);
    let doubts: Vec<_> = found.difference.rows.iter().flat_map(|row| row.doubts.clone()).collect();
    assert!(
        matches!(&doubts[0], Doubt::CellError { place, .. } if place == "formulas.xlsx, Sheet1!B2")
    );
    assert!(matches!(&doubts[1], Doubt::NotANumber { text, .. } if text == "many"));
    assert!(matches!(&doubts[2], Doubt::Negative { number, .. } if *number == -3.0));
    assert_eq!(doubts.len(), 3, "{doubts:?}");
}

#[test]
fn open_documents_are_read_with_their_repeated_cells() {
    let rows = [
        "<table:table-row>".to_owned(),
        ods_text("Услуга") + &ods_text("Ведомство") + &ods_text("Количество заявлений"),
        "</table:table-row><table:table-row>".to_owned(),
        ods_text("Паспорт") + &ods_text("МВД") + &ods_number(1200.0),
        "</table:table-row><table:table-row>".to_owned(),
        ods_text("Виза"),
        r#"<table:table-cell table:number-columns-repeated="1"/>"#.to_owned(),
        ods_number(7.5),
        r#"<table:table-cell table:number-columns-repeated="16381"/></table:table-row>"#.to_owned(),
        r#"<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#.to_owned(),
    ];
    let found = Imported::new(&File::of("услуги.ods", ods_of(&rows.concat())));
    assert_eq!(found.names("en"), ["Паспорт", "Виза"]);
    assert_eq!(found.demand(), [Some(1200.0), Some(7.5)]);
    assert_eq!(found.owners(), ["МВД", ""]);
}

#[test]
fn old_workbooks_are_read() {
    let mut xls = Xls::new();
    for (column, title) in ["Service", "Agency", "Cases per year"].iter().enumerate() {
        xls.label(0, column as u16, title);
    }
    for (row, (name, cases)) in [("Passport", 100.0), ("Visa", 7.5)].into_iter().enumerate() {
        let row = row as u16 + 1;
        xls.label(row, 0, name);
        xls.label(row, 1, "Interior");
        xls.number(row, 2, cases);
    }
    let found = Imported::new(&File::of("old.xls", xls.finish()));
    assert_eq!(found.names("en"), ["Passport", "Visa"]);
    assert_eq!(found.demand(), [Some(100.0), Some(7.5)]);
    let note = found.scenario.items[1].scores["demand"].note.clone().unwrap();
    assert_eq!(note, "old.xls, Services!C3");
}
