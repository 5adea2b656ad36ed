//! Variants worked out by hand.

use crate::small::{ids, small, text};
use crate::support::{Folder, assert_same};
use phasewise::files::parse;
use phasewise::files::text::{Format, brief};
use phasewise::files::variant::{Change, apply, between};
use phasewise::model::{Capex, Item, Scenario};

fn changed(change: impl FnOnce(&mut Scenario)) -> Scenario {
    let mut scenario = small();
    change(&mut scenario);
    scenario
}

fn item(id: &str) -> Item {
    Item { id: id.into(), ..Item::default() }
}

/// Changes as `path: was -> now`, with where something is put.
fn told(base: &Scenario, variant: &Scenario) -> Vec<String> {
    let words = |node: &Option<_>| node.as_ref().map_or("-".to_owned(), brief);
    let line = |change: &Change| {
        let place = change.position.as_ref().map(|place| format!(" {place:?}"));
        let (was, now) = (words(&change.was), words(&change.now));
        format!("{}: {was} -> {now}{}", change.path, place.unwrap_or_default())
    };
    between(base, variant).unwrap().iter().map(line).collect()
}

#[test]
fn changes_are_as_small_as_merging_takes_them() {
    let variant = changed(|s| {
        s.title = "Cheaper".into();
        s.items[1].capex = Capex::Total(2.0.into());
        s.items[1].requires.clear();
        s.items[3].scores.shift_remove("risk");
        s.items.remove(2);
        s.synergies[0].effect = 7.0.into();
    });
    assert_eq!(
        told(&small(), &variant),
        [
            "title: \"Small\" -> \"Cheaper\"",
            "items[\"c\"]: (id: \"c\", kind: service, capex: (best: 2, low: 1, high: 4),… -> -",
            "items[\"b\"].requires[\"a\"]: (item: \"a\") -> -",
            "items[\"b\"].capex: [1, 2] -> 2",
            "items[\"d\"].scores.risk: \"none\" -> -",
            "synergies[\"a + d\"].effect: 5 -> 7",
        ]
    );
}

#[test]
fn what_is_added_says_after_which_unless_it_is_at_the_end() {
    let variant = changed(|s| {
        s.items.insert(0, item("x"));
        s.items.insert(3, item("y"));
        s.items.insert(4, item("z"));
        s.items.push(item("last"));
    });
    assert_eq!(ids(&variant), "x a b y z c d e f last");
    assert_eq!(
        told(&small(), &variant),
        [
            "items[\"x\"]: - -> (id: \"x\", kind: service) First",
            "items[\"y\"]: - -> (id: \"y\", kind: service) After(\"b\")",
            "items[\"z\"]: - -> (id: \"z\", kind: service) After(\"y\")",
            "items[\"last\"]: - -> (id: \"last\", kind: service)",
        ]
    );
    // A base that has grown meanwhile.
    let base = changed(|s| {
        s.items.insert(2, item("n"));
        s.items.push(item("m"));
    });
    let changes = between(&small(), &variant).unwrap();
    assert_eq!(ids(&apply(&base, &changes).unwrap().scenario), "x a b y z n c d e f m last");
    // One that has lost what something stood after.
    let base = changed(|s| drop(s.items.remove(1)));
    assert_eq!(ids(&apply(&base, &changes).unwrap().scenario), "x a c d e f y z last");
}

#[test]
fn what_stands_elsewhere_is_one_change_for_each_that_was_moved() {
    let variant = changed(|s| {
        let moved = s.items.remove(1);
        s.items.push(moved);
        s.items[0].mandatory = true;
        s.items[5].mandatory = true;
    });
    assert_eq!(ids(&variant), "a c d e f b");
    assert_eq!(
        told(&small(), &variant),
        [
            "items[\"a\"].mandatory: - -> true",
            "items[\"b\"]: - -> - After(\"f\")",
            "items[\"b\"].mandatory: - -> true",
        ]
    );
    let changes = between(&small(), &variant).unwrap();
    let base = changed(|s| s.items[1].capex = Capex::Total(9.0.into()));
    let applied = apply(&base, &changes).unwrap();
    assert_eq!(ids(&applied.scenario), "a c d e f b");
    assert_eq!(applied.scenario.items[5].capex, Capex::Total(9.0.into()));
    assert_eq!(applied.stale, []);
}

#[test]
fn the_file_is_as_people_write_it() {
    let folder = Folder::new();
    let wanted = r#"// Why: the ministry asked.

(
    schema: 1,
    base: "base.ron",
    changes: [
        (at: "title", was: "Small", now: "Cheaper"),
        (at: "phases[\"2006\"].budget", was: 3.5, now: 2),
        (at: "items[\"c\"].scores.risk", now: "some"),
        (at: "items[\"g\"]", now: (id: "g", kind: service, capex: 1), after: "e"),
        (at: "items[\"f\"].scores.demand", was: 600, now: 650),
    ],
)
"#;
    folder.write("try.ron", wanted);
    let loaded = folder.load("try.ron");
    assert_eq!(ids(&loaded.scenario), "a b c d e g f");
    let variant = loaded.variant.unwrap();
    let path = folder.path("try.ron");
    let header = loaded.header.as_deref();
    phasewise::files::variant::write(&path, &loaded.scenario, &variant, header).unwrap();
    assert_eq!(folder.read("try.ron"), wanted);
    // The same in JSON.
    let json =
        phasewise::files::variant::to_text(&path, &loaded.scenario, &variant, Format::Json, None)
            .unwrap();
    folder.write("try.json", &json);
    let again = folder.load("try.json");
    assert_eq!(text(&again.scenario), text(&loaded.scenario));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["changes"][1]["at"], "phases[\"2006\"].budget");
    assert_eq!(value["changes"][3]["after"], "e");
    assert_eq!(json.lines().nth(1), Some("  \"schema\": 1,"));
}

#[test]
fn a_hand_may_write_other_quotes_and_shorter_forms() {
    let folder = Folder::new();
    folder.variant(
        "(at: \"items['a'].capex\", was: (best: 1), now: (best: 5.0)),\n\
         (at: 'x', was: None, now: 1)",
    );
    // An unknown field is refused, the quotes are not.
    assert_eq!(folder.problems("try.ron"), ["3:1 unknown-field x"]);
    folder.variant("(at: \"items['a'].capex\", was: (best: 1), now: (best: 5.0))");
    let loaded = folder.load("try.ron");
    assert_eq!(loaded.scenario.items[0].capex, Capex::Total(5.0.into()));
    assert_eq!(loaded.variant.unwrap().stale, []);
}

#[test]
fn a_corrected_cost_of_the_base_shows_in_every_variant() {
    let folder = Folder::new();
    folder.variant("(at: \"items[\\\"b\\\"].scores.demand\", was: 200, now: 250)");
    folder.rebase("capex: [1, 2]", "capex: [1, 3]");
    let loaded = folder.load("try.ron");
    let wanted = changed(|s| {
        let (new, _, _) = parse(folder.read("base.ron").as_bytes(), Format::Ron);
        *s = new.unwrap();
        s.items[1].scores = {
            let mut scores = s.items[1].scores.clone();
            scores.insert(
                "demand".into(),
                phasewise::model::Score::exactly(phasewise::model::Measure::Number(250.0)),
            );
            scores
        };
    });
    assert_eq!(text(&loaded.scenario), text(&wanted));
    assert_eq!(loaded.variant.unwrap().stale, []);
    assert_eq!(folder.problems("try.ron"), Vec::<String>::new());
}

#[test]
fn whole_scenarios_are_variants_of_each_other() {
    let read = |name: &str| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        phasewise::files::read(&root.join("scenarios").join(name)).unwrap().scenario
    };
    let (one, other) = (read("kazakhstan.ron"), read("eu20.ron"));
    let none = Scenario { schema: 1, ..Scenario::default() };
    for (base, variant) in [(&one, &other), (&other, &one), (&none, &one), (&one, &none)] {
        let applied = apply(base, &between(base, variant).unwrap()).unwrap();
        assert_same(&applied.scenario, variant);
    }
    assert_eq!(between(&one, &one).unwrap(), []);
}
