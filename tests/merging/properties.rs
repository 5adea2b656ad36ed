//! What holds for any edits.

use super::edits::*;
use super::support::*;
use phasewise::files::merge::{Choice, merge, settle};
use phasewise::files::text::Format;
use phasewise::files::{parse, to_text};
use phasewise::model::Scenario;
use proptest::prelude::*;
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        max_global_rejects: 30_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_changes_what_only_one_changed(some in changes()) {
        let base = small();
        let x = after(&base, &some);
        for merged in [merged(&base, &x, &base), merged(&base, &base, &x), merged(&base, &x, &x)] {
            // Of an invalid scenario not everything is taken: that is told.
            if errors(&x).is_empty() {
                prop_assert_eq!(told(&merged), Vec::<String>::new());
                prop_assert_eq!(text(&merged.scenario), text(&x));
            }
        }
        let added = merge(None, side(&x), side(&x)).unwrap();
        prop_assert!(added.conflicts.is_empty());
        prop_assert_eq!(text(&added.scenario), text(&x));
    }

    #[test]
    fn edits_of_different_places_are_both_there(mine in changes(), theirs in changes()) {
        let touched = |some: &[Change]| -> BTreeSet<String> {
            some.iter().flat_map(|change| places(*change)).collect()
        };
        prop_assume!(touched(&mine).is_disjoint(&touched(&theirs)));
        let base = small();
        let one = after(&after(&base, &mine), &theirs);
        let other = after(&after(&base, &theirs), &mine);
        let (mine, theirs) = (after(&base, &mine), after(&base, &theirs));
        let sound = [&mine, &theirs, &one].iter().all(|scenario| errors(scenario).is_empty());
        prop_assume!(sound);
        for both in [clean(&base, &mine, &theirs), clean(&base, &theirs, &mine)] {
            prop_assert_eq!(unordered(both.clone()), unordered(one.clone()));
            prop_assert_eq!(unordered(both), unordered(other.clone()));
        }
    }

    #[test]
    fn edits_of_the_same_place_are_the_same_or_a_conflict(a in change(), to in 0..4u8) {
        // Places where the new value is all that there is to an edit.
        prop_assume!([2, 3, 4, 5, 8, 10, 12, 15].contains(&a.kind));
        let base = small();
        let mine = after(&base, &[a]);
        let theirs = after(&base, &[Change { to, ..a }]);
        let both = merged(&base, &mine, &theirs);
        let differ = mine != theirs && mine != base && theirs != base;
        prop_assert_eq!(both.conflicts.len(), usize::from(differ), "{:?}", told(&both));
        if differ {
            prop_assert_eq!(&both.scenario, &mine);
            let conflict = &both.conflicts[0];
            for (choice, wanted) in
                [(Choice::Theirs, &theirs), (Choice::Base, &base), (Choice::Mine, &mine)]
            {
                let settled = settle(&both.scenario, conflict, choice).unwrap();
                prop_assert_eq!(text(&settled), text(wanted));
            }
        }
    }

    #[test]
    fn merging_never_breaks_what_is_valid(mine in changes(), theirs in changes()) {
        let base = small();
        let (mine, theirs) = (after(&base, &mine), after(&base, &theirs));
        prop_assume!(errors(&mine).is_empty() && errors(&theirs).is_empty());
        let both = merged(&base, &mine, &theirs);
        prop_assert_eq!(errors(&both.scenario), []);
        for conflict in &both.conflicts {
            let kept = settle(&both.scenario, conflict, Choice::Mine).unwrap();
            prop_assert_eq!(text(&kept), text(&both.scenario));
            prop_assert!(settle(&both.scenario, conflict, Choice::Theirs).is_ok());
        }
        // The same contradictions from the other side, but for what breaks the scenario.
        let turned = merged(&base, &theirs, &mine);
        let plain = |merged: &phasewise::files::merge::Merged| -> BTreeSet<String> {
            let plain = merged.conflicts.iter().filter(|c| c.problems.is_empty());
            plain.map(|conflict| conflict.path.clone()).collect()
        };
        prop_assert_eq!(plain(&both), plain(&turned));
    }

    #[test]
    fn saved_merged_and_saved_again_are_the_same_bytes(some in changes(), json in any::<bool>()) {
        let base = small();
        let x = after(&base, &some);
        prop_assume!(errors(&x).is_empty());
        let format = if json { Format::Json } else { Format::Ron };
        let saved = to_text(&x, format, Some("// Head")).unwrap();
        let (again, header, _) = parse(saved.as_bytes(), format);
        let again = again.unwrap();
        let side = phasewise::files::merge::Side { scenario: &again, header: header.as_deref() };
        let both = merge(Some(super::support::side(&base)), side, super::support::side(&base));
        let both = both.unwrap();
        let twice = to_text(&both.scenario, format, both.header.as_deref()).unwrap();
        prop_assert_eq!(saved, twice);
    }
}

#[test]
fn whole_scenarios_come_back_byte_for_byte() {
    for name in ["kazakhstan.ron", "eu20.ron"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name);
        let base = phasewise::files::read(&path).unwrap().scenario;
        let mut x = base.clone();
        x.items.truncate(15);
        x.items.reverse();
        x.items[3].scores.clear();
        x.phases[0].budget = Some(1.0);
        let gone: Vec<_> = base.items.iter().skip(15).map(|item| item.id.clone()).collect();
        for item in &mut x.items {
            item.requires.retain(|link| !gone.contains(&link.item));
            item.requires_any_of.clear();
        }
        // Invalid in other places; a change of theirs may then be left out, mine never.
        assert_eq!(text(&merged(&base, &x, &base).scenario), text(&x), "{name}");
        assert_eq!(text(&clean(&base, &base, &base)), text(&base), "{name}");
        let none = Scenario { schema: 1, ..Scenario::default() };
        assert_eq!(text(&clean(&none, &none, &base)), text(&base), "{name}");
        assert_eq!(text(&clean(&base, &base, &none)), text(&none), "{name}");
    }
}
