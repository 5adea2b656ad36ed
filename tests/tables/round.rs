//! A scenario written to a workbook and read again is the same in all that it carries.

use crate::support::{File, Imported, score};
use phasewise::model::{Capex, Estimated, Item, ItemKind, Scenario, Text};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

const TITLES: [&str; 9] = [
    "id",
    "name.en",
    "name.ru",
    "kind",
    "capex.low",
    "capex",
    "opex_per_year",
    "duration",
    "scores.demand",
];

fn workbook(scenario: &Scenario) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, title) in TITLES.iter().enumerate() {
        sheet.write(0, column as u16, *title).unwrap();
    }
    for (at, item) in scenario.items.iter().enumerate() {
        let row = at as u32 + 1;
        let Capex::Total(cost) = &item.capex else { panic!("a total") };
        sheet.write(row, 0, item.id.as_str()).unwrap();
        sheet.write(row, 1, item.name.get("en")).unwrap();
        sheet.write(row, 2, item.name.get("ru")).unwrap();
        let kind = serde_json::to_value(item.kind).unwrap();
        sheet.write(row, 3, kind.as_str().unwrap()).unwrap();
        sheet.write(row, 4, cost.low.unwrap()).unwrap();
        sheet.write(row, 5, cost.best).unwrap();
        sheet.write(row, 6, item.opex_per_year.best).unwrap();
        sheet.write(row, 7, item.duration()).unwrap();
        sheet.write(row, 8, score(item, "demand").unwrap()).unwrap();
    }
    book.save_to_buffer().unwrap()
}

prop_compose! {
    fn item()(
        name in "[a-zA-Z=+@'\"<&;, -]{3,30}[a-z]", ru in "[а-яА-Я ]{2,20}[а-я]", kind in 0..8_usize,
        cost in 1e-3..1e12_f64, share in 0.1..1.0_f64, opex in 0.5..1e9_f64, duration in 1..9_u32,
        demand in 1e-2..1e9_f64,
    ) -> Item {
        let names = [("en".to_owned(), name.trim().to_owned()), ("ru".to_owned(), ru.trim().to_owned())];
        let mut item = Item {
            name: Text::PerLanguage(names.into_iter().collect()),
            kind: ItemKind::ALL[kind],
            capex: Capex::Total(Estimated { low: Some(cost * share), ..cost.into() }),
            opex_per_year: opex.into(),
            duration: Some(duration),
            ..Item::default()
        };
        let measure = phasewise::model::Measure::Number(demand);
        item.scores.insert("demand".into(), Estimated::exactly(measure));
        item
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn what_a_sheet_carries_comes_back(mut items in prop::collection::vec(item(), 2..12)) {
        for (at, item) in items.iter_mut().enumerate() {
            item.id = format!("item-{at}").as_str().into();
        }
        let scenario = Scenario { schema: 1, items, ..Scenario::default() };
        let file = File::of("round.xlsx", workbook(&scenario));
        let found = Imported::new(&file);
        prop_assert_eq!(found.scenario.items.len(), scenario.items.len());
        for (own, item) in found.scenario.items.iter().zip(&scenario.items) {
            prop_assert_eq!(&own.id, &item.id);
            let shown = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(own.name.get("en"), shown(item.name.get("en")));
            prop_assert_eq!(own.name.get("ru"), shown(item.name.get("ru")));
            prop_assert_eq!(own.kind, item.kind);
            prop_assert_eq!(own.duration, item.duration);
            let (Capex::Total(a), Capex::Total(b)) = (&own.capex, &item.capex) else { panic!("totals") };
            prop_assert_eq!((a.low, a.best), (b.low, b.best));
            prop_assert_eq!(own.opex_per_year.best, item.opex_per_year.best);
            prop_assert_eq!(score(own, "demand"), score(item, "demand"));
        }
        // And then nothing is new in it.
        let again = Imported::into(&file, &found.scenario);
        prop_assert_eq!(again.scenario, found.scenario);
    }
}
