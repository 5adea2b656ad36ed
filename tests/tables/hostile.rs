//! Files that are broken, of another kind, or built to harm: each gets its sentence, or
//! is read as what it is, within the memory and the time of a small machine.

use crate::support::File;
use crate::workbooks::{Xls, archive, compound, ods_of, ods_text, sheet_of, text_cell, xlsx_of};
use phasewise::app::importing::{difference, frame, guess, read_table};
use phasewise::model::Scenario;
use proptest::prelude::*;
use std::process::{Command, Output};

/// What comes of a file: the sentence that is said, or so many items.
enum Then {
    Says(&'static str),
    Adds(usize),
}
use Then::{Adds, Says};

/// Brings a table into a new scenario with 500 MB and two seconds of a processor.
fn imported(file: &File) -> Output {
    let program = env!("CARGO_BIN_EXE_phasewise");
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        shell.args(["-c", "ulimit -v 500000 && ulimit -t 2 && exec \"$0\" \"$@\"", program]);
        shell
    } else {
        Command::new(program)
    };
    command.args(["import", &file.shown(), "--into", &file.beside("out.json"), "--json"]);
    command.output().unwrap()
}

fn check(cases: Vec<(&str, Vec<u8>, Then)>) {
    for (name, content, then) in cases {
        let file = File::of(name, content);
        let output = imported(&file);
        let (said, told) =
            (String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout));
        match then {
            Says(sentence) => {
                assert_eq!(output.status.code(), Some(1), "{name}: {said}{told}");
                assert!(said.contains(sentence), "{name} says: {said}");
                assert!(!said.contains("problem-"), "{name} has no words: {said}");
                assert!(!std::path::Path::new(&file.beside("out.json")).exists(), "{name} wrote");
            }
            Adds(items) => {
                assert_eq!(output.status.code(), Some(0), "{name}: {said}");
                let report: serde_json::Value = serde_json::from_str(&told).unwrap();
                assert_eq!(report["added"], items, "{name}: {told}");
            }
        }
    }
}

fn text(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

#[test]
fn what_is_no_table_is_named() {
    let word = archive(&[("word/document.xml", b"<w/>"), ("[Content_Types].xml", b"<t/>")]);
    let slides = archive(&[("ppt/presentation.xml", b"<p/>")]);
    let binary = archive(&[("xl/workbook.bin", b"\x01\x02")]);
    let numbers = archive(&[("Index/Document.iwa", b"\x00")]);
    let letter = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<office:document-content/>"),
    ]);
    let noise: Vec<u8> =
        (0..40_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    check(vec![
        ("empty.csv", Vec::new(), Says("is empty")),
        ("blank.csv", text(" \n\n \r\n"), Says("is empty")),
        ("mark.csv", b"\xef\xbb\xbf".to_vec(), Says("no rows under a header")),
        ("header.csv", text("Service,Agency,Applications\n"), Says("no rows under a header")),
        ("noughts.csv", vec![0; 5000], Says("neither a spreadsheet nor text")),
        ("noise.csv", noise, Says("neither a spreadsheet nor text")),
        ("report.xlsx", text("%PDF-1.7\n1 0 obj"), Says("a PDF document")),
        ("scan.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), Says("a picture")),
        ("photo.csv", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), Says("a picture")),
        ("export.xls", text("<html><body><table><tr><td>Name</td></tr>"), Says("a web page")),
        ("page.xls", text("\u{feff}<!DOCTYPE html>\n<html>"), Says("a web page")),
        ("old.xml", text("<?xml version=\"1.0\"?><Workbook/>"), Says("an XML document")),
        ("data.json", text("[{\"name\": \"a\"}]"), Says("a JSON document")),
        ("mine.ron", text("(\n    schema: 1,\n)"), Says("a scenario of Phasewise")),
        ("pack.gz", b"\x1f\x8b\x08\0\0\0".to_vec(), Says("an archive")),
        ("pack.rar", b"Rar!\x1a\x07\0".to_vec(), Says("an archive")),
        ("letter.rtf", text("{\\rtf1\\ansi hello}"), Says("a text document")),
        ("letter.docx", word, Says("a text document")),
        ("talk.pptx", slides, Says("a presentation")),
        ("binary.xlsb", binary, Says("a binary Excel workbook")),
        ("mac.numbers", numbers, Says("Apple Numbers")),
        ("letter.odt", letter, Says("a text document")),
        ("inside.zip", archive(&[("services.csv", b"a,b\n")]), Says("an archive")),
        ("nothing.zip", archive(&[]), Says("an archive")),
        ("old2.xls", b"\x09\x00\x04\x00\x02\x00\x10\x00".to_vec(), Says("before 1997")),
        ("data.sqlite", b"SQLite format 3\0".to_vec(), Says("another kind")),
        ("tool.exe", b"MZ\x90\0\x03\0\0\0".to_vec(), Says("another kind")),
        ("numbers.csv", text("1,2,3\n4,5,6\n7,8,9\n"), Says("no column that looks like names")),
    ]);
}

#[test]
fn texts_that_are_broken_are_read_as_far_as_they_go() {
    let odd = [
        b"\xff\xfe".to_vec(),
        "name,cases\nA b,1\n".encode_utf16().flat_map(u16::to_le_bytes).collect(),
        vec![7],
    ]
    .concat();
    check(vec![
        (
            "open.csv",
            text(&format!("name,cases\n\"A,1\n{}", "B,2\n".repeat(60_000))),
            Says("cell A2"),
        ),
        ("wide.csv", text(&format!("name{}\nA,1\n", ",x".repeat(2_000))), Says("in cell BXY1")),
        (
            "long.csv",
            text(&format!("name,cases\n{}", "A,1\n".repeat(200_001))),
            Says("200000 rows"),
        ),
        (
            "many.csv",
            text(&format!("{}\n", ["1"; 1_999].join(",")).repeat(1_600)),
            Says("3000000 cells"),
        ),
        ("quoted.csv", text("name,cases\n\"A \"\"b\"\"\",1\n"), Adds(1)),
        ("half.csv", text("name,cases\nA,1\n\"B"), Adds(2)),
        ("ragged.csv", text("name,cases\nA\nB,2,3,4\n,,\nC,3\n"), Adds(3)),
        ("returns.csv", text("name,cases\rA,1\rB,2\r"), Adds(2)),
        ("invalid.csv", b"name,cases\nA\xff\xfeb,1\nB,2\n".to_vec(), Adds(2)),
        ("odd16.csv", odd, Adds(1)),
        ("separator.csv", text("sep=;\n"), Says("no rows under a header")),
        (
            "formulas.csv",
            text("name,cases\n=1+1,1\n@SUM(A1),2\n+cmd|' /C calc'!A0,3\n-2+3,4\n\t=x,5\n"),
            Adds(5),
        ),
        ("same.csv", text("name,name,cases,cases\nA,B,1,2\n"), Adds(1)),
        ("twice.csv", text("id,name,cases\n1,A,5\n1,A,5\n1,B,6\n"), Adds(2)),
        ("unnamed.csv", text("name,cases\n,5\n,6\nA,7\n"), Adds(1)),
        ("huge.csv", text("name,cases\nA,1e400\nB,99999999999999999999999999999\nC,-0\n"), Adds(3)),
    ]);
}

#[test]
fn tables_that_ask_for_much_work_are_read_in_time() {
    let titles: Vec<String> = (0..400).map(|at| format!("Applications by way {at}")).collect();
    let numbers = vec!["1"; 400].join(",");
    let rows: String = (0..300).map(|at| format!("Service {at},{numbers}\n")).collect();
    let ways = format!("Service,{}\n{rows}", titles.join(","));
    let words = format!("{}\n", titles.join(",")).repeat(200);
    let totals: String = (0..5_000).map(|at| format!("Total of ministry {at},{at}\n")).collect();
    let names: String = (0..5_000).map(|at| format!("Service of the office {at},{at}\n")).collect();
    check(vec![
        ("ways.csv", text(&ways), Adds(300)),
        ("words.csv", text(&words), Says("no rows under a header")),
        ("totals.csv", text(&format!("Service,Cases\n{totals}")), Adds(5_000)),
        ("names.csv", text(&format!("Service,Cases\n{names}")), Adds(5_000)),
    ]);
}

#[test]
fn archives_are_measured_before_they_are_unpacked() {
    let zeros = vec![b' '; 140 << 20];
    let bomb = archive(&[("xl/workbook.xml", b"<w/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    let mut liar = bomb.clone();
    // The size that the archive tells of itself, in both of its places.
    let told = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    for at in 0..liar.len() - 4 {
        if liar[at..at + 4] == told {
            liar[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
        }
    }
    assert_ne!(liar, bomb);
    let names: Vec<String> = (0..20_001).map(|at| format!("xl/{at}.xml")).collect();
    let crowd: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let good = xlsx_of(&sheet_of(&format!("<row>{}</row>", text_cell("A1", "name"))));
    let rows = |cells: String| xlsx_of(&sheet_of(&format!("<row>{cells}</row>")));
    let stray = |at: &str| rows(text_cell("A1", "name") + &text_cell(at, "x"));
    let deep = sheet_of(&format!("<row>{}</row>", "<a>".repeat(200_000)));
    let laughs = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"{}\"><!ENTITY c \"{}\">]>{}",
        "&a;".repeat(1000),
        "&b;".repeat(1000),
        sheet_of(&format!(
            "<row>{}</row><row>{}</row>",
            text_cell("A1", "name"),
            text_cell("A2", "&c;")
        ))
        .trim_start_matches("<?xml version=\"1.0\"?>"),
    );
    let merges = format!(
        "{}<mergeCells>{}</mergeCells></worksheet>",
        sheet_of(&format!(
            "<row>{}</row><row>{}</row>",
            text_cell("A1", "name"),
            text_cell("A2", "Passport")
        ))
        .trim_end_matches("</worksheet>"),
        r#"<mergeCell ref="A1:A1048576"/><mergeCell ref="A1:XFD1048576"/>"#.repeat(20_000),
    );
    let number = |value: &str| {
        let head = text_cell("A1", "name") + &text_cell("B1", "cases");
        let cells = text_cell("A2", "Passport") + &format!("<c r=\"B2\"><v>{value}</v></c>");
        xlsx_of(&sheet_of(&format!("<row>{head}</row><row>{cells}</row>")))
    };
    let without = |gone: &str| {
        let mut source = zip::ZipArchive::new(std::io::Cursor::new(good.clone())).unwrap();
        let mut entries = Vec::new();
        for at in 0..source.len() {
            let mut entry = source.by_index(at).unwrap();
            let mut content = Vec::new();
            std::io::Read::read_to_end(&mut entry, &mut content).unwrap();
            entries.push((entry.name().unwrap().into_owned(), content));
        }
        let kept = entries.iter().filter(|(name, _)| name != gone);
        archive(
            &kept.map(|(name, content)| (name.as_str(), content.as_slice())).collect::<Vec<_>>(),
        )
    };
    let mut locked = good.clone();
    // The flag of a password, before and after each entry.
    for at in 0..locked.len() - 10 {
        match &locked[at..at + 4] {
            b"PK\x03\x04" => locked[at + 6] |= 1,
            b"PK\x01\x02" => locked[at + 8] |= 1,
            _ => {}
        }
    }
    check(vec![
        ("bomb.xlsx", bomb, Says("unpacks to more than")),
        ("liar.xlsx", liar, Says("is broken")),
        ("crowd.xlsx", archive(&crowd), Says("unpacks to more than")),
        ("cut.xlsx", good[..good.len() / 2].to_vec(), Says("is broken")),
        ("head.xlsx", good[..6].to_vec(), Says("is broken")),
        ("locked.xlsx", locked, Says("protected by a password")),
        (
            "sealed.xlsx",
            compound(&[("EncryptedPackage", b"secret"), ("EncryptionInfo", b"x")]),
            Says("protected by a password"),
        ),
        ("rels.xlsx", without("xl/_rels/workbook.xml.rels"), Says("is broken")),
        ("part.xlsx", without("xl/worksheets/sheet1.xml"), Says("is broken")),
        (
            "malformed.xlsx",
            xlsx_of("<worksheet><sheetData><row><c r=\"A1\"></row>"),
            Says("is broken"),
        ),
        ("wordless.xlsx", xlsx_of(""), Says("is broken")),
        ("corner.xlsx", stray("XFD1048576"), Says("down to row 1048576")),
        ("right.xlsx", stray("XFD1"), Says("cell XFD1")),
        ("below.xlsx", stray("A1048576"), Says("down to row 1048576")),
        ("beyond.xlsx", stray("A99999999999"), Says("is broken")),
        ("letters.xlsx", stray("ZZZZZZZZZ1"), Says("is broken")),
        ("shared.xlsx", rows("<c r=\"A1\" t=\"s\"><v>7</v></c>".to_owned()), Says("is broken")),
        ("number.xlsx", number("abc"), Adds(1)),
        ("nan.xlsx", number("NaN"), Adds(1)),
        ("deep.xlsx", xlsx_of(&deep), Says("no rows under a header")),
        ("laughs.xlsx", xlsx_of(&laughs), Says("is broken")),
        ("merges.xlsx", xlsx_of(&merges), Adds(1)),
        ("header.xlsx", good, Says("no rows under a header")),
    ]);
}

#[test]
fn open_documents_are_measured_before_their_cells_are_repeated() {
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let wide = r#"<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>"#;
    let gap =
        format!("<table:table-cell table:number-columns-repeated=\"1900\"/>{}", ods_text("x"));
    let long = format!(
        "<table:table-row table:number-rows-repeated=\"1048576\">{}</table:table-row>",
        ods_text("x")
    );
    let never = r#"<table:table-cell table:number-columns-repeated="99999999999999999999" office:value-type="float" office:value="1"/>"#;
    let blanks = r#"<table:table-cell office:value-type="string"><text:p><text:s text:c="99999999999"/></text:p></table:table-cell>"#;
    let sealed = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"\x01\x02\x03"),
        ("META-INF/manifest.xml", b"<m><manifest:encryption-data/></m>"),
    ]);
    let bare = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"<a><b>"),
    ]);
    check(vec![
        ("wide.ods", ods_of(&row(wide)), Says("in cell XFD1")),
        ("gaps.ods", ods_of(&row(&gap).repeat(1_700)), Says("3000000 cells")),
        ("long.ods", ods_of(&long), Says("down to row 1048576")),
        ("never.ods", ods_of(&row(never)), Says("in cell")),
        ("blanks.ods", ods_of(&row(blanks)), Says("more than 100000 letters")),
        ("sealed.ods", sealed, Says("protected by a password")),
        ("bare.ods", bare, Says("is broken")),
        ("none.ods", ods_of(""), Says("no rows")),
    ]);
}

#[test]
fn old_workbooks_are_measured_by_their_records() {
    let with = |change: &dyn Fn(&mut Xls)| {
        let mut xls = Xls::new();
        xls.label(0, 0, "Service");
        change(&mut xls);
        xls.finish()
    };
    let dimensions = |last_row: u32| {
        let mut data = [0, last_row].map(u32::to_le_bytes).concat();
        data.extend([0, 0, 0xff, 0xff, 0, 0]);
        data
    };
    let good = with(&|xls| xls.label(1, 0, "Passport"));
    let mut bound = Vec::new();
    let lost = {
        let mut xls = Xls(Vec::new());
        xls.record(0x0809, &[0, 6, 5, 0]);
        bound.extend(9_999_999_u32.to_le_bytes());
        bound.extend(b"\0\0\x01\0S");
        xls.record(0x0085, &bound);
        xls.finish()
    };
    check(vec![
        ("good.xls", good.clone(), Adds(1)),
        ("corner.xls", with(&|xls| xls.number(65_535, 255, 1.0)), Says("3000000 cells")),
        (
            "claims.xls",
            with(&|xls| xls.record(0x0200, &dimensions(u32::MAX))),
            Says("3000000 cells"),
        ),
        (
            "locked.xls",
            with(&|xls| xls.record(0x002F, &[1, 0, 1, 0])),
            Says("protected by a password"),
        ),
        ("short.xls", with(&|xls| xls.record(0x0203, &[1, 0])), Says("is broken")),
        ("lost.xls", lost, Says("is broken")),
        ("cut.xls", good[..700].to_vec(), Says("is broken")),
        ("letter.doc", compound(&[("WordDocument", b"x")]), Says("a text document")),
        ("other.xls", compound(&[("Else", b"x")]), Says("another kind")),
        ("headless.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), Says("is broken")),
    ]);
}

#[test]
fn what_is_no_file_is_told() {
    let file = File::of("there.csv", "name,cases\nA,1\n");
    let said = |path: &str| {
        let program = Command::new(env!("CARGO_BIN_EXE_phasewise"))
            .args(["import", path, "--into", &file.beside("out.ron")])
            .output()
            .unwrap();
        assert_eq!(program.status.code(), Some(1));
        String::from_utf8(program.stderr).unwrap()
    };
    assert!(said(&file.beside("missing.csv")).contains("There is no file"));
    assert!(said(&file.folder.path().display().to_string()).contains("is a folder"));
    if cfg!(unix) {
        assert!(said("/dev/zero").contains("no file but a device"));
    }
    let large = file.beside("large.csv");
    std::fs::File::create(&large).unwrap().set_len(60 << 20).unwrap();
    assert!(said(&large).contains("has 60 MB"));
}

/// Files of every kind that are in order.
fn good_files() -> Vec<(&'static str, Vec<u8>)> {
    let cells = |row: usize| {
        let (a, b) = (
            text_cell(&format!("A{row}"), "Passport"),
            format!("<c r=\"B{row}\"><v>{row}</v></c>"),
        );
        format!("<row r=\"{row}\">{a}{b}</row>")
    };
    let head = format!("<row>{}{}</row>", text_cell("A1", "name"), text_cell("B1", "cases"));
    let sheet = sheet_of(&(head + &(2..30).map(cells).collect::<String>()));
    let row =
        format!("<table:table-row>{}{}</table:table-row>", ods_text("name"), ods_text("cases"));
    let mut xls = Xls::new();
    for row in 0..30 {
        xls.label(row, 0, "Service");
        xls.number(row, 1, f64::from(row));
    }
    vec![
        ("a.xlsx", xlsx_of(&sheet)),
        ("a.ods", ods_of(&row.repeat(20))),
        ("a.xls", xls.finish()),
        ("a.csv", text(&"name;cases\n\"A b\";1,5\n".repeat(20))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    /// Whatever is done to the bytes of a file, it is read or refused.
    #[test]
    fn bytes_changed_at_random_are_read_or_refused(
        which in 0..4_usize,
        changes in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 1..12),
        cut in prop::option::weighted(0.3, 0.0..1.0_f64),
    ) {
        let (name, mut content) = good_files().swap_remove(which);
        for (place, byte) in changes {
            let at = (place * content.len() as f64) as usize;
            content[at] = byte;
        }
        if let Some(cut) = cut {
            content.truncate((cut * content.len() as f64) as usize);
        }
        let file = File::of(name, content);
        if let Ok(table) = read_table(&file.path, None, None) {
            let mapping = guess(&table.sheet, &table.layout, &Scenario::default());
            if mapping.is_usable() {
                let before = frame("x", &table.layout, &mapping);
                difference(&table.sheet, &table.layout, &mapping, &before, name);
            }
        }
    }
}
