//! Merges worked out by hand.

use super::support::*;
use phasewise::files::merge::{Choice, Side, merge, settle};
use phasewise::model::{Item, Scenario};

fn item(id: &str) -> Item {
    Item { id: id.into(), ..Item::default() }
}

fn changed(change: impl FnOnce(&mut Scenario)) -> Scenario {
    let mut scenario = small();
    change(&mut scenario);
    scenario
}

#[test]
fn both_add_an_item_after_the_same_neighbour() {
    let mine = changed(|s| s.items.insert(2, item("m")));
    let theirs = changed(|s| {
        s.items.insert(2, item("t1"));
        s.items.insert(3, item("t2"));
        s.items.push(item("last"));
    });
    assert_eq!(ids(&clean(&small(), &mine, &theirs)), "a b m t1 t2 c d e f last");
    assert_eq!(ids(&clean(&small(), &theirs, &mine)), "a b t1 t2 m c d e f last");
}

#[test]
fn both_add_the_same_item() {
    let line = "(id: \"f\", scores: {\"demand\": 600}),";
    let mine = with(line, &format!("{line} (id: \"g\", scores: {{\"demand\": 1}}, capex: 2),"));
    let theirs =
        with(line, &format!("{line} (id: \"g\", scores: {{\"risk\": \"none\"}}, capex: 3),"));
    let both = merged(&small(), &mine, &theirs);
    // Scores that only one gave go together; the cost is told.
    assert_eq!(told(&both), ["items[\"g\"].capex: - | 2 | 3"]);
    assert_eq!(both.scenario.items[6].scores.len(), 2);
    assert_eq!(ids(&both.scenario), "a b c d e f g");
    // A field that only one gave is not the other's default by chance.
    let theirs = with(line, &format!("{line} (id: \"g\", scores: {{\"demand\": 1}}),"));
    assert_eq!(told(&merged(&small(), &mine, &theirs)), ["items[\"g\"].capex: - | 2 | -"]);
}

#[test]
fn one_removes_an_item_that_the_other_edits() {
    let without = changed(|s| drop(s.items.remove(2)));
    let edited = changed(|s| s.items[2].owner = Some("tax".into()));
    let both = merged(&small(), &without, &edited);
    assert_eq!(both.conflicts.len(), 1);
    assert_eq!(both.conflicts[0].path, "items[\"c\"]");
    assert!(both.conflicts[0].mine.is_none());
    assert_eq!(both.scenario, without);
    let settled = settle(&both.scenario, &both.conflicts[0], Choice::Theirs).unwrap();
    assert_eq!(settled, edited);
    let settled = settle(&settled, &both.conflicts[0], Choice::Base).unwrap();
    assert_eq!(settled, small());
    let both = merged(&small(), &edited, &without);
    assert!(both.conflicts[0].theirs.is_none());
    assert_eq!(both.scenario, edited);
    assert_eq!(settle(&both.scenario, &both.conflicts[0], Choice::Theirs).unwrap(), without);
    // Nobody touched it but to remove it.
    assert_eq!(clean(&small(), &without, &small()), without);
    assert_eq!(clean(&small(), &without, &without), without);
}

#[test]
fn one_renames_and_the_other_changes_the_score() {
    let mine = with("\"en\": \"A\"", "\"en\": \"Alpha\"");
    let theirs = with("\"demand\": 100, \"risk\"", "\"demand\": 150, \"risk\"");
    let both = clean(&small(), &mine, &theirs);
    assert_eq!(both.items[0].name.get("en"), "Alpha");
    assert_eq!(both.items[0].name.get("ru"), "А");
    assert!(text(&both).contains("\"demand\": 150"));
    // The same name in two languages.
    let russian = with("\"ru\": \"А\"", "\"ru\": \"Альфа\"");
    let both = clean(&small(), &mine, &russian);
    assert_eq!((both.items[0].name.get("en"), both.items[0].name.get("ru")), ("Alpha", "Альфа"));
}

#[test]
fn an_estimate_is_one_value() {
    let low = with("low: 1, high: 4", "low: 1.5, high: 4");
    let best = with("best: 2, low: 1", "best: 1.2, low: 1");
    let both = merged(&small(), &low, &best);
    assert_eq!(told(&both).len(), 1);
    assert_eq!(both.conflicts[0].path, "items[\"c\"].capex");
    assert_eq!(both.scenario, low);
}

#[test]
fn the_order_of_the_one_who_changed_it() {
    let sorted = changed(|s| s.items.reverse());
    let added = changed(|s| s.items.insert(1, item("n")));
    assert_eq!(ids(&clean(&small(), &sorted, &added)), "f e d c b a n");
    assert_eq!(ids(&clean(&small(), &added, &sorted)), "f e d c b a n");
    let other = changed(|s| s.items.swap(0, 5));
    assert_eq!(ids(&clean(&small(), &sorted, &other)), "f e d c b a");
    // Phases stand in order of time, so it is not left to chance.
    let mine = changed(|s| s.phases.swap(0, 1));
    let theirs = changed(|s| s.phases.swap(1, 2));
    let both = merged(&small(), &mine, &theirs);
    assert_eq!(both.conflicts.len(), 1);
    assert_eq!(both.conflicts[0].path, "phases");
    assert_eq!(both.scenario, mine);
    assert_eq!(settle(&mine, &both.conflicts[0], Choice::Theirs).unwrap(), theirs);
}

#[test]
fn lists_without_ids_go_by_what_they_name() {
    // Prerequisites by item, people by agency, registers and years by themselves.
    let mine = with("requires: [(item: \"a\")]", "requires: [(item: \"c\"), (item: \"a\")]");
    let theirs =
        with("requires: [(item: \"a\")]", "requires: [(item: \"a\", lag: 1), (item: \"d\")]");
    let both = clean(&small(), &mine, &theirs);
    let links: Vec<_> =
        both.items[1].requires.iter().map(|link| (link.item.as_str(), link.lag)).collect();
    assert_eq!(links, [("c", 0), ("a", 1), ("d", 0)]);
    let mine = with("(months: 4)", "(months: 5)");
    let theirs = with("\"tax\", months: 2", "\"tax\", months: 3");
    let both = clean(&small(), &mine, &theirs);
    let months: Vec<f64> = both.items[3].staff_months.iter().map(|need| need.months.best).collect();
    assert_eq!(months, [5.0, 3.0]);
    let mine = with("reads: [\"people\"]", "reads: [\"people\", \"firms\"]");
    let theirs = with("reads: [\"people\"]", "reads: [\"land\", \"people\"]");
    let both = clean(&small(), &mine, &theirs);
    assert_eq!(both.items[2].registers.reads.len(), 3);
    let mine = with("(year: 2007, value: 8)", "(year: 2007, value: 8), (year: 2010, value: 9)");
    let theirs = with("(year: 2007, value: 8)", "(year: 2007, value: 8), (year: 2009, value: 8.5)");
    let both = clean(&small(), &mine, &theirs);
    let years: Vec<i32> = both.forecast.measures[0].series.iter().map(|p| p.year).collect();
    assert_eq!(years, [2005, 2007, 2009, 2010]);
    let new = "(date: \"2005-11-03\", what: \"We begin\"), (date: \"2005-12-01\", what: \"More\")";
    let mine = with("(date: \"2005-11-03\", what: \"We begin\")", new);
    let theirs = with("what: \"We begin\"", "what: \"We begin\", by: \"Aliya\"");
    let both = clean(&small(), &mine, &theirs);
    assert_eq!((both.decisions.len(), both.decisions[0].by.as_str()), (2, "Aliya"));
}

#[test]
fn two_others_in_the_place_of_one() {
    let mine = with("reads: [\"people\"]", "reads: [\"firms\"]");
    let theirs = with("reads: [\"people\"]", "reads: [\"land\"]");
    let both = merged(&small(), &mine, &theirs);
    assert_eq!(
        told(&both),
        ["items[\"c\"].registers.reads: [ \"people\", ] | [ \"firms\", ] | [ \"land\", ]"]
    );
    let mine = with("(items: [\"e\", \"f\"])", "(items: [\"e\", \"f\", \"a\"])");
    let theirs = with("(items: [\"e\", \"f\"])", "(items: [\"e\", \"f\", \"b\"])");
    let both = merged(&small(), &mine, &theirs);
    assert_eq!(both.conflicts.len(), 1);
    assert_eq!(both.conflicts[0].path, "exclusive");
}

#[test]
fn an_item_that_is_newly_required_is_not_removed() {
    let mine = with("(id: \"f\",", "(id: \"f\", requires: [(item: \"c\")],");
    let theirs = changed(|s| {
        drop(s.items.remove(2));
        s.items[0].mandatory = true;
    });
    for (mine, theirs) in [(&mine, &theirs), (&theirs, &mine)] {
        let both = merged(&small(), mine, theirs);
        assert_eq!(both.conflicts.len(), 1, "{:#?}", told(&both));
        let conflict = &both.conflicts[0];
        assert_eq!(conflict.problems[0].code, "id-unknown");
        assert_eq!(conflict.problems[0].path, "items[\"f\"].requires[0].item");
        assert_eq!(errors(&both.scenario), []);
        assert!(both.scenario.items[0].mandatory, "the rest is merged");
    }
    assert_eq!(merged(&small(), &mine, &theirs).conflicts[0].path, "items[\"c\"]");
    assert_eq!(merged(&small(), &theirs, &mine).conflicts[0].path, "items[\"f\"].requires[\"c\"]");
}

#[test]
fn a_circle_that_both_close_together_is_told() {
    let mine = with("(id: \"c\",", "(id: \"c\", requires: [(item: \"d\", lag: 1)],");
    let theirs = with("(id: \"d\",", "(id: \"d\", requires: [(item: \"c\", lag: 1)],");
    let both = merged(&small(), &mine, &theirs);
    assert_eq!(both.conflicts.len(), 1);
    let conflict = &both.conflicts[0];
    assert_eq!(conflict.path, "items[\"d\"].requires[\"c\"]");
    assert_eq!(conflict.problems[0].code, "cycle-lag");
    assert_eq!(both.scenario, mine);
    let settled = settle(&both.scenario, conflict, Choice::Theirs).unwrap();
    assert_eq!(errors(&settled).len(), 1, "whoever wants it so gets it, circle and all");
    assert_eq!(settle(&settled, conflict, Choice::Mine).unwrap(), mine);
}

#[test]
fn what_belongs_together_is_taken_together() {
    // An item, and others that need it: whichever order they stand in.
    let theirs = changed(|s| {
        s.items.push(item("new"));
        for at in [0, 1, 3] {
            let link = phasewise::model::Requires { item: "new".into(), ..Default::default() };
            s.items[at].requires.push(link);
        }
        drop(s.items.remove(2));
    });
    let mine = with("(id: \"f\",", "(id: \"f\", requires: [(item: \"c\")],");
    let both = merged(&small(), &mine, &theirs);
    assert_eq!(both.conflicts.len(), 1);
    assert_eq!(both.conflicts[0].path, "items[\"c\"]");
    let needing =
        both.scenario.items.iter().filter(|i| i.requires.iter().any(|r| r.item == *"new"));
    assert_eq!(needing.count(), 3);
}

#[test]
fn without_a_base_everything_was_added() {
    let mine = with("title: \"Small\"", "title: \"Mine\"");
    let theirs = changed(|s| s.items.push(item("g")));
    let both = merge(None, side(&mine), side(&theirs)).unwrap();
    assert_eq!(told(&both), ["title: - | \"Mine\" | \"Small\""]);
    assert_eq!(ids(&both.scenario), "a b c d e f g");
}

#[test]
fn the_header_of_the_one_who_changed_it() {
    let scenario = small();
    let side = |header| Side { scenario: &scenario, header };
    let header =
        |base, mine, theirs| merge(Some(side(base)), side(mine), side(theirs)).unwrap().header;
    assert_eq!(header(Some("// a"), Some("// a"), Some("// b")).as_deref(), Some("// b"));
    assert_eq!(header(Some("// a"), Some("// b"), Some("// a")).as_deref(), Some("// b"));
    assert_eq!(header(Some("// a"), Some("// b"), Some("// c")).as_deref(), Some("// b"));
    assert_eq!(header(None, Some("// b"), None).as_deref(), Some("// b"));
    assert_eq!(header(Some("// a"), Some("// a"), None), None);
}
