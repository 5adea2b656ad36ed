//! The bundled scenarios hold what their sources hold: counts and totals of the data's README.

#![allow(clippy::unwrap_used)] // A test that panics has failed, as it should.

use phasewise::files;
use phasewise::model::{ItemKind, LinkType, RegisterStatus, Scenario, Severity, Source, Text};
use std::collections::BTreeMap;
use std::path::Path;

fn read(name: &str) -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
    let (loaded, problems) = files::examine(&path);
    let errors: Vec<_> = problems.iter().filter(|p| p.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
    loaded.unwrap_or_else(|| panic!("{name} cannot be understood")).scenario
}

fn kazakhstan() -> Scenario {
    read("kazakhstan.ron")
}

fn eu20() -> Scenario {
    read("eu20.ron")
}

/// Items by kind, in the order of [`ItemKind::ALL`].
fn kinds(scenario: &Scenario) -> [usize; 8] {
    ItemKind::ALL.map(|kind| scenario.items.iter().filter(|item| item.kind == kind).count())
}

/// Hard links, soft links, lists of alternatives.
fn links(scenario: &Scenario) -> [usize; 3] {
    let of = |link: LinkType| {
        scenario.items.iter().flat_map(|item| &item.requires).filter(|r| r.link == link).count()
    };
    let lists = scenario.items.iter().map(|item| item.requires_any_of.len()).sum();
    [of(LinkType::Hard), of(LinkType::Soft), lists]
}

/// How often each source stands anywhere in a scenario.
fn sources(scenario: &Scenario) -> BTreeMap<String, usize> {
    fn count(value: &serde_json::Value, tags: &mut BTreeMap<String, usize>) {
        match value {
            serde_json::Value::Object(map) => {
                for (key, value) in map {
                    let tag = value.as_str().filter(|_| key == "source");
                    match tag {
                        Some(tag) => *tags.entry(tag.to_owned()).or_default() += 1,
                        None => count(value, tags),
                    }
                }
            }
            serde_json::Value::Array(list) => list.iter().for_each(|value| count(value, tags)),
            _ => {}
        }
    }
    let mut tags = BTreeMap::new();
    count(&serde_json::to_value(scenario).unwrap(), &mut tags);
    tags
}

fn near(value: f64, wanted: f64) -> bool {
    (value - wanted).abs() < 0.05 * 1e6
}

fn capex(scenario: &Scenario) -> f64 {
    scenario.items.iter().map(|item| item.capex.total()).sum()
}

fn opex(scenario: &Scenario) -> f64 {
    scenario.items.iter().map(|item| item.opex_per_year.best).sum()
}

fn staff(scenario: &Scenario) -> f64 {
    scenario.items.iter().flat_map(|item| &item.staff_months).map(|need| need.months.best).sum()
}

fn co_funding(scenario: &Scenario) -> f64 {
    let parts = scenario.items.iter().flat_map(|item| &item.funding.co_funding);
    parts.map(|part| part.amount.best).sum()
}

/// What each phase has of one thing.
fn by_phase(scenario: &Scenario, of: impl Fn(&phasewise::model::Phase) -> Option<f64>) -> Vec<f64> {
    scenario.phases.iter().map(|phase| of(phase).unwrap()).collect()
}

fn scored(scenario: &Scenario) -> usize {
    scenario.items.iter().map(|item| item.scores.len()).sum()
}

fn in_three_languages(text: &Text) -> bool {
    let Text::PerLanguage(map) = text else { return false };
    let all = ["en", "ru", "kk"];
    map.len() == all.len() && all.iter().all(|code| map.get(*code).is_some_and(|t| !t.is_empty()))
}

/// Names that are not given in English, Russian and Kazakh.
fn untranslated(scenario: &Scenario) -> Vec<String> {
    let mut names: Vec<(String, &Text)> = vec![("title".into(), &scenario.title)];
    macro_rules! named {
        ($($list:expr),*) => { $(names.extend($list.iter().map(|e| (e.id.to_string(), &e.name)));)* };
    }
    named!(scenario.items, scenario.goals, scenario.agencies, scenario.registers);
    named!(scenario.criteria, scenario.weight_sets, scenario.indicators, scenario.channels);
    named!(scenario.funding_sources, scenario.readiness_indices);
    for criterion in &scenario.criteria {
        let levels = criterion.level_names.iter();
        names.extend(levels.map(|(id, name)| (format!("{}.{id}", criterion.id), name)));
    }
    names.retain(|(_, name)| !in_three_languages(name));
    names.into_iter().map(|(id, _)| id).collect()
}

#[test]
fn kazakhstan_has_its_items_and_links() {
    let scenario = kazakhstan();
    assert_eq!(scenario.items.len(), 62);
    // Service, register, infrastructure, legal, process review, standard, capacity, access.
    assert_eq!(kinds(&scenario), [24, 6, 10, 4, 6, 2, 4, 6]);
    assert_eq!(links(&scenario), [97, 36, 7]);
    assert_eq!((scenario.exclusive.len(), scenario.synergies.len()), (2, 10));
    assert_eq!(scenario.items.iter().filter(|item| item.mandatory).count(), 10);
    assert_eq!(scenario.items.iter().filter(|item| item.id == "e-procurement").count(), 1);
}

#[test]
fn kazakhstan_has_its_lists() {
    let scenario = kazakhstan();
    assert_eq!(scenario.leaf_criteria().count(), 13);
    assert_eq!(scenario.weight_sets.len(), 5);
    assert_eq!(scenario.phases.len(), 6);
    assert_eq!(scenario.registers.len(), 22);
    assert_eq!(scenario.agencies.len(), 19);
    assert_eq!(scenario.goals.len(), 30);
    assert_eq!(scenario.indicators.len(), 19);
    assert_eq!(scenario.contradictions.len(), 13);
    assert_eq!(scored(&scenario), 62 * 11);
    assert!(scenario.registers.iter().any(|r| r.status == RegisterStatus::Existing));
    assert!(scenario.decisions.is_empty());
}

#[test]
fn kazakhstan_keeps_every_source() {
    let found = sources(&kazakhstan());
    // Beside the 1532 of the README, the sources of two stages' years and of three
    // weights of an index, which had names of their own there.
    let wanted = [("assumption", 1532 + 5), ("derived", 538), ("stated", 167)];
    assert_eq!(found, wanted.map(|(tag, count)| (tag.to_owned(), count)).into());
}

#[test]
fn kazakhstan_keeps_where_its_items_come_from() {
    let scenario = kazakhstan();
    let of = |source: Source| {
        let items = scenario.items.iter().filter_map(|item| item.provenance.get("item"));
        items.filter(|provenance| provenance.source == Some(source)).count()
    };
    assert_eq!(Source::ALL.map(of), [32, 28, 2]);
}

#[test]
fn kazakhstan_has_its_money_and_people() {
    let scenario = kazakhstan();
    assert!(near(capex(&scenario), 437.4e6), "{}", capex(&scenario));
    assert!(near(co_funding(&scenario), 51.0e6), "{}", co_funding(&scenario));
    assert!(near(opex(&scenario), 57.6e6), "{}", opex(&scenario));
    assert_eq!(staff(&scenario), 2870.0);
    let million = |amounts: [f64; 6]| amounts.map(|amount| amount * 1e6).to_vec();
    assert_eq!(by_phase(&scenario, |p| p.budget), million([90.0, 148.0, 142.0, 20.0, 14.0, 8.0]));
    assert_eq!(by_phase(&scenario, |p| p.opex_cap), million([2.0, 16.0, 32.0, 50.0, 55.0, 59.0]));
    let months = by_phase(&scenario, |p| p.staff_months);
    assert_eq!(months, [680.0, 960.0, 960.0, 520.0, 380.0, 300.0]);
    // The fund behind the items pays what the phases may spend.
    let main = scenario.funding_sources.iter().find(|fund| fund.id == "republican").unwrap();
    let amounts: Vec<f64> = main.amounts.values().copied().collect();
    assert_eq!(amounts, by_phase(&scenario, |p| p.budget));
}

#[test]
fn kazakhstan_keeps_figures_of_the_report() {
    let scenario = kazakhstan();
    let users = &scenario.forecast.measures[0].series;
    let first = users.iter().find(|point| point.year == 2004).unwrap();
    assert_eq!((first.value.best, first.value.high), (2.6, Some(6.5)));
    assert_eq!(first.value.source, Some(Source::Stated));
    assert_eq!(scenario.programme.as_ref().and_then(|p| p.budget), Some(380e6));
}

#[test]
fn eu20_has_its_items_links_and_lists() {
    let scenario = eu20();
    assert_eq!(scenario.items.len(), 30);
    assert_eq!(kinds(&scenario), [20, 2, 4, 1, 2, 0, 0, 1]);
    assert_eq!(links(&scenario), [57, 1, 0]);
    assert_eq!((scenario.exclusive.len(), scenario.synergies.len()), (0, 2));
    assert_eq!(scenario.items.iter().filter(|item| item.mandatory).count(), 0);
    assert_eq!((scenario.leaf_criteria().count(), scenario.weight_sets.len()), (13, 5));
    assert_eq!((scenario.registers.len(), scenario.agencies.len()), (14, 11));
    assert_eq!((scenario.goals.len(), scenario.phases.len()), (7, 3));
    assert!(scenario.indicators.is_empty() && scenario.contradictions.is_empty());
}

#[test]
fn eu20_has_its_money_and_people() {
    let scenario = eu20();
    assert!(near(capex(&scenario), 70.7e6), "{}", capex(&scenario));
    assert_eq!(co_funding(&scenario), 0.0);
    assert!(near(opex(&scenario), 11.8e6), "{}", opex(&scenario));
    assert_eq!(staff(&scenario), 662.0);
    assert_eq!(by_phase(&scenario, |p| p.budget), [22e6, 22e6, 16e6]);
    assert_eq!(by_phase(&scenario, |p| p.opex_cap), [0.2e6, 5e6, 10e6]);
    assert_eq!(by_phase(&scenario, |p| p.staff_months), [240.0, 270.0, 230.0]);
}

#[test]
fn all_names_stand_in_three_languages() {
    for scenario in [kazakhstan(), eu20()] {
        assert_eq!(scenario.languages, ["en", "ru", "kk"]);
        assert_eq!(untranslated(&scenario), [""; 0], "{}", scenario.id);
    }
}

#[test]
fn swings_are_those_of_the_programme_office() {
    for scenario in [kazakhstan(), eu20()] {
        let set = scenario.weight_set("programme").unwrap();
        let swings: Vec<f64> = scenario.leaf_criteria().map(|c| set.swings[&c.id]).collect();
        assert_eq!(
            swings,
            [100.0, 90.0, 85.0, 80.0, 65.0, 60.0, 60.0, 55.0, 50.0, 50.0, 45.0, 40.0, 30.0]
        );
    }
}

/// Codes of what is told of a scenario, with how often.
fn told(scenario: &Scenario) -> BTreeMap<&'static str, usize> {
    let mut codes = BTreeMap::new();
    for problem in phasewise::model::validate::problems(scenario) {
        *codes.entry(problem.code).or_default() += 1;
    }
    codes
}

#[test]
fn what_is_told_of_them_is_meant() {
    // Services that may start on the paper files of a register; four access
    // projects that save agencies no work, below a logarithmic scale.
    assert_eq!(told(&kazakhstan()), [("register-not-required", 23), ("score-outside", 4)].into());
    assert_eq!(told(&eu20()), [("register-not-required", 4)].into());
}
