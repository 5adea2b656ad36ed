use super::support::{kazakhstan, near};
use phasewise::scoring::index_total;

/// EIU e-readiness 2005 of Kazakhstan, World Bank JERP report, Table 1: published
/// as 2.97, and 2.966 from its components.
#[test]
fn eiu_2005() {
    let scenario = kazakhstan();
    let eiu = scenario.readiness_indices.iter().find(|index| index.id == "eiu-2005").unwrap();
    let total = index_total(eiu).unwrap();
    near(total, 2.966, 5e-4);
    near(total, eiu.published.unwrap(), 0.005);
    let parts = eiu.components.iter().map(|part| part.weight * part.score.unwrap());
    near(total, parts.sum(), 1e-12);
}

/// Its components stand only in a picture of the report: not guessed, so no total.
#[test]
fn un_2005() {
    let scenario = kazakhstan();
    let un = scenario.readiness_indices.iter().find(|index| index.id == "un-2005").unwrap();
    assert_eq!(index_total(un), None);
}
