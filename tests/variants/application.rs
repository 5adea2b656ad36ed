//! Changes of a base that has changed: what is told, what is kept, what is refused.

use crate::small::{ids, small};
use crate::support::{Folder, told};
use phasewise::files::text::brief;
use phasewise::files::variant::{self, Stale, with_base_value};

const DEMAND_OF_B: &str = "(at: \"items['b'].scores.demand\", was: 200, now: 250)";

fn lines(stale: &[Stale]) -> Vec<String> {
    let words = |node: &Option<_>| node.as_ref().map_or("-".to_owned(), brief);
    let line = |stale: &Stale| {
        let Stale { path, was, base_now, ours } = stale;
        format!("{path}: {} | {} | {}", words(was), words(base_now), words(ours))
    };
    stale.iter().map(line).collect()
}

#[test]
fn a_stale_change_stays_and_is_told() {
    let folder = Folder::new();
    folder.variant(DEMAND_OF_B);
    folder.rebase("\"demand\": 200", "\"demand\": 220");
    let loaded = folder.load("try.ron");
    let of = loaded.variant.unwrap();
    assert_eq!(lines(&of.stale), ["items['b'].scores.demand: 200 | 220 | 250"]);
    assert_eq!(folder.problems("try.ron"), ["2:1 variant-stale items['b'].scores.demand"]);
    // If the base comes to the same there is nothing to tell.
    folder.rebase("\"demand\": 220", "\"demand\": 250");
    assert_eq!(folder.problems("try.ron"), Vec::<String>::new());
}

#[test]
fn a_stale_change_is_told_after_each_save_until_somebody_decides() {
    let folder = Folder::new();
    let path = folder.variant(DEMAND_OF_B);
    folder.rebase("\"demand\": 200", "\"demand\": 220");
    let loaded = folder.load("try.ron");
    let mut of = loaded.variant.unwrap();
    variant::write(&path, &loaded.scenario, &of, None).unwrap();
    assert!(folder.read("try.ron").contains("was: 200, now: 250"), "{}", folder.read("try.ron"));
    assert_eq!(folder.load("try.ron").variant.unwrap().stale.len(), 1);
    // Somebody edits the value, knowing what the base has.
    let mut edited = loaded.scenario.clone();
    edited.items[1].scores.shift_remove("demand");
    variant::write(&path, &edited, &of, None).unwrap();
    assert!(folder.read("try.ron").contains("was: 220)"), "{}", folder.read("try.ron"));
    assert_eq!(folder.load("try.ron").variant.unwrap().stale, []);
    // Or says that ours stands.
    assert!(!of.keep_ours("title") && of.keep_ours("items['b'].scores.demand"));
    variant::write(&path, &loaded.scenario, &of, None).unwrap();
    assert!(folder.read("try.ron").contains("was: 220, now: 250"), "{}", folder.read("try.ron"));
    assert_eq!(folder.load("try.ron").variant.unwrap().stale, []);
}

#[test]
fn the_base_can_be_followed_at_a_stale_place() {
    let folder = Folder::new();
    let path = folder.variant(DEMAND_OF_B);
    folder.rebase("\"demand\": 200", "\"demand\": 220");
    let loaded = folder.load("try.ron");
    let of = loaded.variant.unwrap();
    let followed = with_base_value(&loaded.scenario, &of.stale[0]).unwrap();
    variant::write(&path, &followed, &of, None).unwrap();
    assert!(folder.read("try.ron").contains("changes: []"), "{}", folder.read("try.ron"));
}

#[test]
fn stale_places_of_all_kinds_are_told() {
    let folder = Folder::new();
    // A removed item that the base changed, one that the base has added too, and an
    // item of which the base removed a prerequisite that was changed.
    folder.variant(
        "(at: \"items['c']\", was: (id: \"c\", scores: {\"demand\": 300}, capex: (best: 2, low: 1, high: 4), registers: (reads: [\"people\"]))),\n\
         (at: \"items['g']\", now: (id: \"g\", capex: 1)),\n\
         (at: \"items['b'].requires['a']\", was: (item: \"a\"), now: (item: \"a\", lag: 1))",
    );
    assert_eq!(folder.load("try.ron").variant.unwrap().stale, []);
    folder.rebase("\"demand\": 300", "\"demand\": 333");
    folder.rebase("(id: \"f\",", "(id: \"g\", capex: 2), (id: \"f\",");
    folder.rebase("requires: [(item: \"a\")]", "requires: []");
    let loaded = folder.load("try.ron");
    assert_eq!(ids(&loaded.scenario), "a b d e g f");
    assert_eq!(loaded.scenario.items[1].requires[0].lag, 1);
    let of = loaded.variant.unwrap();
    let told: Vec<String> =
        lines(&of.stale).iter().map(|line| line.split(':').next().unwrap().to_owned()).collect();
    assert_eq!(told, ["items['c']", "items['g']", "items['b'].requires['a']"]);
    // All of it is there after a save.
    variant::write(&folder.path("try.ron"), &loaded.scenario, &of, None).unwrap();
    let again = folder.load("try.ron");
    assert_eq!(again.scenario, loaded.scenario);
    assert_eq!(again.variant.unwrap().stale.len(), 3);
}

#[test]
fn a_change_of_what_is_gone_waits_in_the_file() {
    let folder = Folder::new();
    let path = folder.variant(
        "(at: \"items['f'].scores.demand\", was: 600, now: 650),\n\
         (at: \"items['a'].scores.demand\", was: 100, now: 150)",
    );
    let line = "(id: \"f\", scores: {\"demand\": 600}),";
    folder.rebase("exclusive: [(items: [\"e\", \"f\"])],", "");
    folder.rebase(line, "");
    assert_eq!(folder.problems("try.ron"), ["2:1 variant-gone items['f'].scores.demand"]);
    let loaded = folder.load("try.ron");
    assert_eq!(ids(&loaded.scenario), "a b c d e");
    let of = loaded.variant.unwrap();
    variant::write(&path, &loaded.scenario, &of, None).unwrap();
    let saved = folder.read("try.ron");
    assert!(saved.contains("(at: \"items['f'].scores.demand\", was: 600, now: 650)"), "{saved}");
    variant::write(&path, &loaded.scenario, &of, None).unwrap();
    assert_eq!(folder.read("try.ron"), saved);
    // The base has it again.
    folder.rebase("(id: \"e\",", &format!("{line} (id: \"e\","));
    let loaded = folder.load("try.ron");
    assert_eq!(loaded.variant.unwrap().kept, []);
    assert_eq!(folder.problems("try.ron"), Vec::<String>::new());
}

#[test]
fn of_a_group_that_is_gone_nothing_is_made_up() {
    let folder = Folder::new();
    folder.variant("(at: \"service_speed.origin\", was: \"old\", now: \"new\")");
    assert_eq!(folder.problems("try.ron"), ["2:1 variant-gone service_speed.origin"]);
    assert_eq!(folder.load("try.ron").scenario, small());
    folder.rebase("exclusive:", "service_speed: (origin: \"old\"), exclusive:");
    let loaded = folder.load("try.ron");
    assert_eq!(loaded.scenario.service_speed.unwrap().origin, "new");
    assert_eq!(loaded.variant.unwrap().stale, []);
}

#[test]
fn a_way_into_a_single_value_leaves_it_as_it_is() {
    let folder = Folder::new();
    folder.variant(
        "(at: \"items['b'].capex['x']\", was: 1, now: 2),\n\
         (at: \"items['a'].capex.best\", was: 1, now: 2),\n\
         (at: \"criteria['demand'].value.levels.none\", was: 1, now: 2)",
    );
    let told = folder.problems("try.ron");
    let gone = |line: &String| line.contains(" variant-gone ");
    assert!(told.len() == 3 && told.iter().all(gone), "{told:?}");
    assert_eq!(folder.load("try.ron").scenario, small());
}

#[test]
fn first_entries_of_a_list_or_map_begin_it() {
    let folder = Folder::new();
    folder.variant(
        "(at: \"items['f'].requires['a']\", now: (item: \"a\")),\n\
         (at: \"items['f'].name.en\", now: \"F\")",
    );
    folder.rebase("(id: \"f\",", "(id: \"f\", requires: [(item: \"b\")], name: {\"ru\": \"Ф\"},");
    let loaded = folder.load("try.ron");
    let item = &loaded.scenario.items[5];
    let needs: Vec<&str> = item.requires.iter().map(|link| link.item.as_str()).collect();
    assert_eq!(needs, ["b", "a"]);
    assert_eq!((item.name.get("en"), item.name.get("ru")), ("F", "Ф"));
    assert_eq!(loaded.variant.unwrap().stale, []);
    // And without the base's own.
    folder.rebase("requires: [(item: \"b\")], name: {\"ru\": \"Ф\"},", "");
    let loaded = folder.load("try.ron");
    assert_eq!(loaded.scenario.items[5].name.get("en"), "F");
    assert_eq!(loaded.scenario.items[5].requires.len(), 1);
}

#[test]
fn an_invalid_variant_is_refused_at_the_change_that_makes_it_so() {
    let folder = Folder::new();
    folder.variant(
        "(at: \"title\", was: \"Small\", now: \"Without a\"),\n\
         (at: \"items['a']\", was: (id: \"a\")),\n\
         (at: \"phases['2005'].budget\", was: 3, now: -1)",
    );
    let problems = phasewise::files::read(&folder.path("try.ron")).unwrap_err();
    let told = told(&problems);
    assert!(
        told.iter().any(|line| line.starts_with("3:1 ") && line.contains("requires")),
        "{told:?}"
    );
    assert!(told.iter().any(|line| line.starts_with("4:") && line.contains("budget")), "{told:?}");
    assert!(told.iter().all(|line| !line.starts_with('-')), "{told:?}");
    // The base itself is fine.
    assert_eq!(folder.load("base.ron").scenario, small());
}
