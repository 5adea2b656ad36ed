//! The critical chain and the cycle that a link would close, against slow searches.

use super::support::*;
use phasewise::app::drawing::{critical_chain, path_closing};
use phasewise::model::{Item, Requires, Scenario};
use proptest::prelude::*;

/// Hard links: needed, dependant, least phases between their starts.
fn links(scenario: &Scenario) -> Vec<(usize, usize, u32)> {
    let at = |id: &str| scenario.items.iter().position(|item| item.id == *id).unwrap();
    let mut links = Vec::new();
    for (to, item) in scenario.items.iter().enumerate() {
        for link in item.hard_requires() {
            let from = at(link.item.as_str());
            let work = if link.after { scenario.items[from].duration() - 1 } else { 0 };
            links.push((from, to, link.lag + work));
        }
    }
    links
}

/// Starts as early as the links let them, phase by phase; none if that never ends.
fn earliest(scenario: &Scenario) -> Option<Vec<u32>> {
    let links = links(scenario);
    let mut start = vec![1; scenario.items.len()];
    for _ in 0..=start.len() {
        let before = start.clone();
        for &(from, to, gap) in &links {
            start[to] = start[to].max(start[from] + gap);
        }
        if before == start {
            return Some(start);
        }
    }
    None
}

/// Checks a chain: its links are tight, its end is the last of all, and no chain of tight
/// links to an item that ends then begins earlier.
fn check(scenario: &Scenario, start: &[Option<u32>], chain: &[usize]) -> Result<(), TestCaseError> {
    let tight: Vec<(usize, usize)> = links(scenario)
        .into_iter()
        .filter(|(from, to, gap)| start[*from].is_some_and(|at| start[*to] == Some(at + gap)))
        .map(|(from, to, _)| (from, to))
        .collect();
    for two in chain.windows(2) {
        prop_assert!(tight.contains(&(two[0], two[1])), "{:?} is not tight", two);
    }
    let end = |item: usize| start[item].map(|at| at + scenario.items[item].duration());
    let last = (0..start.len()).filter_map(end).max();
    prop_assert_eq!(end(*chain.last().unwrap()), last);
    let mut behind: Vec<bool> = (0..start.len()).map(|item| end(item) == last).collect();
    for _ in 0..start.len() {
        tight.iter().for_each(|&(from, to)| behind[from] |= behind[to]);
    }
    let first = (0..start.len()).filter(|item| behind[*item]).filter_map(|item| start[item]).min();
    prop_assert_eq!(start[chain[0]], first);
    let mut seen = std::collections::BTreeSet::new();
    prop_assert!(chain.iter().all(|item| seen.insert(*item)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_chain_of_a_plan_is_tight_and_longest((seed, items, links) in size()) {
        let (scenario, start) = wild(seed, items + 1, links);
        if start.iter().any(Option::is_some) {
            check(&scenario, &start, &critical_chain(&scenario, &start))?;
        }
    }

    #[test]
    fn without_a_plan_all_start_as_early_as_they_can((seed, items, links) in size()) {
        let (scenario, _) = wild(seed, items + 1, links);
        let chain = critical_chain(&scenario, &[]);
        if let Some(start) = earliest(&scenario) {
            let start: Vec<Option<u32>> = start.into_iter().map(Some).collect();
            check(&scenario, &start, &chain)?;
        }
    }

    #[test]
    fn a_closing_path_is_the_shortest_way_back((seed, items, count) in size(), a in 0..30_usize, b in 0..30_usize) {
        let (scenario, _) = wild(seed, items + 1, count);
        let (from, to) = (a % (items + 1), b % (items + 1));
        let links = links(&scenario);
        let mut distance = vec![None; items + 1];
        distance[to] = Some(0);
        for length in 0..=items {
            for &(needs, item, _) in &links {
                if distance[needs] == Some(length) && distance[item].is_none() {
                    distance[item] = Some(length + 1);
                }
            }
        }
        let path = path_closing(&scenario, from, to);
        prop_assert_eq!(path.as_ref().map(|path| path.len() - 1), distance[from]);
        if let Some(path) = path {
            prop_assert_eq!((path[0], path[path.len() - 1]), (to, from));
            for two in path.windows(2) {
                prop_assert!(links.iter().any(|link| (link.0, link.1) == (two[0], two[1])));
            }
        }
    }
}

#[test]
fn the_chain_of_a_small_programme_as_by_hand() {
    let item = |id: &str, duration: u32, needs: &[(&str, u32, bool)]| Item {
        id: id.into(),
        duration: Some(duration),
        requires: needs
            .iter()
            .map(|&(item, lag, after)| Requires {
                item: item.into(),
                lag,
                after,
                ..Default::default()
            })
            .collect(),
        ..Item::default()
    };
    let items = vec![
        item("law", 1, &[]),
        item("register", 2, &[("law", 1, false)]),
        item("service", 1, &[("register", 1, true), ("law", 0, false)]),
        item("portal", 3, &[]),
    ];
    let scenario = Scenario { items, ..Scenario::default() };
    // law 1, register 2 and 3, service 4.
    assert_eq!(critical_chain(&scenario, &[]), [0, 1, 2]);
    // The service starts later than it must, so that nothing before it holds it.
    assert_eq!(critical_chain(&scenario, &[Some(1), Some(2), Some(6), Some(1)]), [2]);
    // The portal ends last, and nothing holds it either.
    assert_eq!(critical_chain(&scenario, &[Some(1), Some(2), None, Some(4)]), [3]);
    assert_eq!(critical_chain(&Scenario::default(), &[]), Vec::<usize>::new());
    assert_eq!(path_closing(&scenario, 2, 0), Some(vec![0, 2]));
    assert_eq!(path_closing(&scenario, 0, 2), None);
    assert_eq!(path_closing(&scenario, 1, 1), Some(vec![1]));
    assert_eq!(path_closing(&scenario, 1, 9), None);
}
