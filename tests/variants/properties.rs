//! What holds for any edits, and for whatever else can be read as a scenario.

use crate::edits::*;
use crate::small::{errors, merged, small};
use crate::support::{Folder, assert_same, written};
use phasewise::files::text::{Format, Node, Number, Value, from_node, to_node};
use phasewise::files::variant::{apply, between};
use phasewise::files::{self, merge::Conflict};
use phasewise::model::Scenario;
use phasewise::sequencing::SplitMix64;
use proptest::prelude::*;

/// The scenarios that come with the program, and the small one.
fn base(which: usize) -> Scenario {
    let name = match which {
        0 => return small(),
        1 => "scenarios/eu20.ron",
        _ => "scenarios/kazakhstan.ron",
    };
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    files::read(&path).unwrap().scenario
}

/// The scenario after so many changes of anything in it that leave it readable.
fn mutated(scenario: &Scenario, seed: u64, times: usize) -> Scenario {
    let mut random = SplitMix64::new(seed);
    let mut scenario = scenario.clone();
    for _ in 0..times {
        let mut root = to_node(&scenario).unwrap();
        mutate(&mut root, &mut random, 0);
        if let (Some(changed), _) = from_node(&root) {
            scenario = changed;
        }
    }
    scenario
}

fn below(random: &mut SplitMix64, limit: usize) -> usize {
    usize::try_from(random.next_u64() % limit.max(1) as u64).unwrap()
}

/// Changes something in the tree: a value, or which elements there are, in which order.
fn mutate(node: &mut Node, random: &mut SplitMix64, depth: usize) {
    let stays = depth > 0 && below(random, 4) == 0;
    match &mut node.value {
        Value::List(items) if !items.is_empty() => {
            let (at, other) = (below(random, items.len()), below(random, items.len()));
            match if stays { below(random, 4) } else { 4 } {
                0 => drop(items.remove(at)),
                1 => items.swap(at, other),
                2 => {
                    let moved = items.remove(at);
                    items.insert(other.min(items.len()), moved);
                }
                3 => {
                    let mut copy = items[at].clone();
                    rename(&mut copy, random);
                    items.insert(other, copy);
                }
                _ => mutate(&mut items[at], random, depth + 1),
            }
        }
        Value::Map(entries) | Value::Struct(entries) if !entries.is_empty() => {
            let (at, other) = (below(random, entries.len()), below(random, entries.len()));
            match if stays { below(random, 3) } else { 3 } {
                0 => drop(entries.remove(at)),
                1 => entries.swap(at, other),
                2 => {
                    let (key, value) = entries[at].clone();
                    let name = format!("{} [new]", key.word().unwrap_or_default());
                    entries.insert(other, (Node::new(Value::String(name)), value));
                }
                _ => mutate(&mut entries[at].1, random, depth + 1),
            }
        }
        Value::Variant(_, content) => mutate(content, random, depth + 1),
        Value::Number(number) => *number = Number::Float(number.as_f64() + 1.0),
        Value::Bool(yes) => *yes = !*yes,
        Value::String(text) => text.push_str(["é", " \"quoted\"", "\\", "-2"][below(random, 4)]),
        _ => {}
    }
}

fn rename(node: &mut Node, random: &mut SplitMix64) {
    let number = below(random, 1000);
    match &mut node.value {
        Value::String(text) => text.push_str(&format!("-{number}")),
        Value::Struct(entries) => {
            let id = entries.iter_mut().find(|(key, _)| key.word() == Some("id"));
            if let Some((_, id)) = id {
                *id = Node::new(Value::String(format!("new.{number}")));
            }
        }
        _ => {}
    }
}

/// True if a change somewhere tells of a place of a conflict.
fn tells(path: &str, conflict: &Conflict) -> bool {
    path.starts_with(&conflict.path) || conflict.path.starts_with(path)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 40,
        max_global_rejects: 30_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn differences_made_again_are_the_variant(seed: u64, which in 0..3usize, times in 1..12usize) {
        let base = base(which);
        let variant = mutated(&base, seed, times);
        let changes = between(&base, &variant).unwrap();
        let applied = apply(&base, &changes).unwrap();
        prop_assert_eq!(applied.stale, []);
        prop_assert_eq!(applied.kept, []);
        assert_same(&applied.scenario, &variant);
        prop_assert!(applied.scenario == variant);
    }

    #[test]
    fn any_two_states_are_base_and_variant_of_each_other(a: u64, b: u64, which in 0..2usize) {
        let start = base(which);
        let (one, other) = (mutated(&start, a, 8), mutated(&start, b, 8));
        for (base, variant) in [(&one, &other), (&other, &one)] {
            let applied = apply(base, &between(base, variant).unwrap()).unwrap();
            assert_same(&applied.scenario, variant);
        }
    }

    #[test]
    fn saved_read_and_saved_again_are_the_same_bytes(seed: u64, which in 0..3usize, json: bool) {
        let base = base(which);
        let variant = mutated(&base, seed, 6);
        let (format, name) = if json { (Format::Json, "try.json") } else { (Format::Ron, "try.ron") };
        let saved = written(&base, &variant, format);
        let folder = Folder::new();
        files::write(&folder.path("base.ron"), &base, None).unwrap();
        let path = folder.write(name, &saved);
        let (loaded, problems) = files::examine(&path);
        let loaded = loaded.unwrap_or_else(|| panic!("{problems:#?}\n{saved}"));
        assert_same(&loaded.scenario, &variant);
        let of = loaded.variant.unwrap();
        files::variant::write(&path, &loaded.scenario, &of, None).unwrap();
        prop_assert_eq!(folder.read(name), saved);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        max_global_rejects: 60_000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_change_of_the_base_elsewhere_shows_in_the_variant(mine in changes(), theirs in changes()) {
        let touched = |some: &[Change]| -> std::collections::BTreeSet<String> {
            some.iter().flat_map(|change| places(*change)).collect()
        };
        prop_assume!(touched(&mine).is_disjoint(&touched(&theirs)));
        let base = small();
        let (variant, base_now) = (after(&base, &mine), after(&base, &theirs));
        prop_assume!(errors(&variant).is_empty() && errors(&base_now).is_empty());
        let both = merged(&base, &variant, &base_now);
        prop_assume!(both.conflicts.is_empty());
        let applied = apply(&base_now, &between(&base, &variant).unwrap()).unwrap();
        prop_assert_eq!((&applied.stale[..], &applied.kept[..]), (&[][..], &[][..]));
        prop_assert_eq!(unordered(applied.scenario), unordered(both.scenario));
    }

    #[test]
    fn nothing_is_silently_lost_or_overridden(mine in changes(), theirs in changes()) {
        let base = small();
        let (variant, base_now) = (after(&base, &mine), after(&base, &theirs));
        prop_assume!(errors(&variant).is_empty() && errors(&base_now).is_empty());
        let both = merged(&base, &variant, &base_now);
        let applied = apply(&base_now, &between(&base, &variant).unwrap()).unwrap();
        for conflict in both.conflicts.iter().filter(|conflict| conflict.problems.is_empty()) {
            let told = applied.stale.iter().any(|stale| tells(&stale.path, conflict))
                || applied.kept.iter().any(|change| tells(&change.path, conflict));
            prop_assert!(told, "{} is not told", conflict.path);
        }
        // Where neither a change was left out here nor there, both come to the same.
        let is_whole = both.conflicts.iter().all(|conflict| conflict.problems.is_empty());
        if is_whole && applied.kept.is_empty() {
            prop_assert_eq!(unordered(applied.scenario), unordered(both.scenario));
        }
    }
}
