//! A mapping is kept in a file for people and found again for next year's table.

use crate::support::{File, Imported};
use phasewise::app::importing::{MapFile, Reason, guess, read_table};
use phasewise::model::Scenario;

const TABLE: &str = "Услуга;Ведомство;Обращений в 2024 году;Стоимость, млн тг;Прочее\n\
    Паспорт;МВД;100;1,5;x\nВиза;МИД;7;2;y\n";

#[test]
fn it_is_written_as_it_is_read() {
    let file = File::of("a.csv", TABLE);
    let table = read_table(&file.path, None, None).unwrap();
    let mapping = guess(&table.sheet, &table.layout, &Scenario::default());
    for name in ["a.map.ron", "a.map.json"] {
        let path = file.folder.path().join(name);
        let map = MapFile::of(&mapping, &table.sheet.name);
        map.write(&path).unwrap();
        assert_eq!(MapFile::read(&path).unwrap(), map);
        let (again, lacking) = map.applied(&table.layout);
        let used = |mapping: &phasewise::app::importing::Mapping| {
            mapping.columns.iter().map(|own| (own.field.clone(), own.factor)).collect::<Vec<_>>()
        };
        assert_eq!(used(&again), used(&mapping));
        assert!(lacking.is_empty());
    }
    let text = std::fs::read_to_string(file.folder.path().join("a.map.ron")).unwrap();
    assert!(
        text.contains("column: \"Стоимость, млн тг\", field: \"capex\", factor: 1000000"),
        "{text}"
    );
}

#[test]
fn next_years_table_finds_it() {
    let file = File::of("a.csv", TABLE);
    let table = read_table(&file.path, None, None).unwrap();
    let mut mapping = guess(&table.sheet, &table.layout, &Scenario::default());
    // What a person said differs from the guess.
    mapping.set(4, Some("note".parse().unwrap()));
    MapFile::of(&mapping, "").write(&file.folder.path().join("services.map.ron")).unwrap();
    std::fs::write(file.folder.path().join("broken.map.ron"), "(map: 1, columns: [").unwrap();
    let next = TABLE.replace("2024", "2025").replace("Прочее", "ПРОЧЕЕ").replace(";x", ";x;more");
    std::fs::write(&file.path, &next).unwrap();
    let table = read_table(&file.path, None, None).unwrap();
    let (path, map) = MapFile::found_in(file.folder.path(), &table.layout).unwrap();
    assert!(path.ends_with("services.map.ron"));
    let (mapping, lacking) = map.applied(&table.layout);
    assert!(lacking.is_empty());
    assert_eq!(mapping.columns[4].field, Some("note".parse().unwrap()));
    assert_eq!(mapping.columns[4].reason, Reason::Told);
    // Another table does not.
    let other = File::of("b.csv", "Name,Cost\nA b,1\n");
    let table = read_table(&other.path, None, None).unwrap();
    assert!(MapFile::found_in(file.folder.path(), &table.layout).is_none());
}

#[test]
fn what_is_wrong_in_it_is_told_with_its_place() {
    let file = File::of(
        "a.map.ron",
        "(map: 1, columns: [(column: \"A\", field: \"prize\"), (column: \"B\", field: \"capex\", factor: -1)])",
    );
    let problems = MapFile::read(&file.path).unwrap_err();
    let codes: Vec<_> =
        problems.iter().map(|problem| (problem.code, problem.path.as_str())).collect();
    let expected = [("map-field-unknown", "columns[0].field"), ("map-factor", "columns[1].factor")];
    assert_eq!(codes, expected);
    let file = File::of("b.map.ron", "(map: 1, colums: [])");
    assert!(MapFile::read(&file.path).is_err());
    let file = File::of("c.map.ron", "(map: 2, columns: [])");
    assert_eq!(MapFile::read(&file.path).unwrap_err()[0].code, "schema-newer");
}

#[test]
fn a_factor_of_the_mapping_counts() {
    let file = File::of("a.csv", TABLE);
    let table = read_table(&file.path, None, None).unwrap();
    let mut map = MapFile::of(&guess(&table.sheet, &table.layout, &Scenario::default()), "");
    map.columns[3].factor = 2.0;
    let (mapping, _) = map.applied(&table.layout);
    let before = phasewise::app::importing::frame("x", &table.layout, &mapping);
    let found = Imported::with(table, mapping, &before);
    assert_eq!(found.capex(), [3.0, 4.0]);
    let phasewise::model::Capex::Total(cost) = &found.scenario.items[0].capex else { panic!() };
    assert_eq!(cost.note.as_deref(), Some("a.csv, D2 × 2"));
}
