//! The tables of other countries, by the guess alone.

use crate::support::{File, Imported, score};
use phasewise::app::importing::{Reason, Skip};

fn table(name: &str) -> File {
    let path = format!("{}/tests/data/tables/{name}", env!("CARGO_MANIFEST_DIR"));
    File::of(name, std::fs::read(path).unwrap())
}

#[test]
fn canada_comes_in_whole() {
    let found = Imported::new(&table("canada_services.csv"));
    found.assert_fields(&[
        ("fiscal_yr", "year"),
        ("service_id", "id"),
        ("service_name_en", "name.en"),
        ("service_name_fr", "name.fr"),
        ("num_applications_total", "scores.demand"),
        ("owner_org", "owner"),
        ("owner_org_title", "owner.name"),
    ]);
    assert_eq!(found.scenario.items.len(), 1718);
    let total: f64 = found.demand().into_iter().flatten().sum();
    assert_eq!(total, 408_290_855.0);
    // SRV02975 is there for two years: the later one counts.
    assert_eq!(found.difference.skipped.len(), 1);
    let Skip::EarlierYear { than } = found.difference.skipped[0].why else {
        panic!("it is the year")
    };
    let both = found.scenario.item("SRV02975").unwrap();
    let place = both.scores["demand"].note.clone().unwrap();
    assert!(place.ends_with(&format!("{}", than + 1)), "{place}");
    let parts =
        found.mapping.columns.iter().filter(|own| matches!(own.reason, Reason::PartOf { .. }));
    assert_eq!(parts.count(), 7, "channels add up to the total");
    let item = found.scenario.item("3598").unwrap();
    assert_eq!(item.name.get("en"), "Access to Information and Privacy");
    assert!(item.name.get("fr").starts_with("Accès à l’information"));
    assert_eq!(score(item, "demand"), Some(18.0));
    let agency =
        found.scenario.agencies.iter().find(|a| Some(&a.id) == item.owner.as_ref()).unwrap();
    assert_eq!(agency.name.get("fr"), "Service canadien d'appui aux tribunaux administratifs");
    assert_eq!(found.scenario.agencies.len(), 79);
}

#[test]
fn britain_comes_in_whole() {
    let found = Imported::new(&table("uk_services.csv"));
    found.assert_fields(&[
        ("agencyOrBodyAbbreviation", "owner"),
        ("agencyOrBody", "owner.name"),
        ("service", "name"),
        ("transactionsPerYear", "scores.demand"),
    ]);
    assert_eq!(found.scenario.items.len(), 658);
    let demand: Vec<f64> = found.demand().into_iter().flatten().collect();
    assert_eq!(demand.iter().sum::<f64>(), 1_303_145_054.0);
    assert_eq!(demand.iter().filter(|number| **number > 0.0).count(), 576);
    assert_eq!(demand.len(), 658 - 71, "a blank volume is no score");
    assert_eq!(found.scenario.agencies.len(), 81);
    assert!(found.scenario.items.iter().all(|item| item.owner.is_some()));
}

#[test]
fn the_same_table_again_changes_nothing() {
    for name in ["canada_services.csv", "uk_services.csv"] {
        let first = Imported::new(&table(name));
        let again = Imported::into(&table(name), &first.scenario);
        assert_eq!(again.scenario, first.scenario, "{name}");
        assert!(again.difference.missing.is_empty() && again.fields() == first.fields());
    }
}
