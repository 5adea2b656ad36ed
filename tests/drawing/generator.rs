//! Programmes of any size with links as real ones have them, their plans, and edits.
//!
//! Items belong to owners and have a rank in time. Most links stay with the owner and go
//! a short way back; some go to the few platforms and registers that all build on, some a
//! long way. The same numbers give the same programme on every machine.

use phasewise::app::drawing::path_closing;
use phasewise::model::{
    Agency, AnyOf, Goal, GoalShare, Item, ItemKind, LinkType, Phase, Requires, Scenario,
};
use phasewise::sequencing::SplitMix64;

/// Most phases over which items are planned.
const PHASES: usize = 12;

/// A programme with about so many items and links, planned for every item but a few.
pub fn programme(seed: u64, items: usize, links: usize) -> (Scenario, Vec<Option<u32>>) {
    let mut random = SplitMix64::new(seed);
    let owners = (items / 100).clamp(2, 20);
    let mut scenario = Scenario {
        phases: (0..PHASES)
            .map(|at| Phase { id: format!("{}", 2005 + at).into(), ..Phase::default() })
            .collect(),
        agencies: (0..owners)
            .map(|at| Agency { id: format!("owner-{at}").into(), ..Agency::default() })
            .collect(),
        goals: (0..4)
            .map(|at| Goal { id: format!("goal-{at}").into(), ..Goal::default() })
            .collect(),
        ..Scenario::default()
    };
    let rank: Vec<usize> = (0..items).map(|_| random.below(items)).collect();
    for at in 0..items {
        scenario.items.push(Item {
            id: format!("item-{at}").into(),
            kind: ItemKind::ALL[random.below(ItemKind::ALL.len())],
            owner: Some(format!("owner-{}", random.below(owners)).into()),
            goals: vec![GoalShare { goal: format!("goal-{}", random.below(4)).into(), share: 1.0 }],
            duration: Some(1 + random.below(2) as u32),
            ..Item::default()
        });
    }
    let mut by_rank: Vec<usize> = (0..items).collect();
    by_rank.sort_by_key(|&item| (rank[item], item));
    let mut place = vec![0; items];
    by_rank.iter().enumerate().for_each(|(at, &item)| place[item] = at);
    for _ in 0..links {
        let to = by_rank[random.below(items)];
        let before = &by_rank[..place[to]];
        let Some(from) = draw_need(&mut random, &scenario, before, to) else { continue };
        link(&mut random, &mut scenario, from, to);
    }
    let start = plan(&mut random, &scenario, &by_rank);
    (scenario, start)
}

/// What an item needs: near and of the same owner, or one of the first, or anything.
fn draw_need(
    random: &mut SplitMix64,
    scenario: &Scenario,
    before: &[usize],
    to: usize,
) -> Option<usize> {
    let kind = random.below(100);
    let near = before.len().saturating_sub(scenario.items.len() / 6);
    let own: Vec<usize> = before[near..]
        .iter()
        .copied()
        .filter(|&other| scenario.items[other].owner == scenario.items[to].owner)
        .collect();
    let first = &before[..before.len().min(scenario.items.len() / 40 + 1)];
    let pool = match kind {
        0..65 if !own.is_empty() => &own[..],
        65..85 => first,
        _ => before,
    };
    pool.get(random.below(pool.len())).copied()
}

/// Adds a link of some kind: mostly a prerequisite.
fn link(random: &mut SplitMix64, scenario: &mut Scenario, from: usize, to: usize) {
    let needs = scenario.items[from].id.clone();
    let item = &mut scenario.items[to];
    if item.requires.iter().any(|link| link.item == needs) {
        return;
    }
    match random.below(20) {
        0 => item.requires_any_of.push(AnyOf { any_of: vec![needs], ..AnyOf::default() }),
        1 => item.requires.push(Requires {
            item: needs,
            link: LinkType::Soft,
            ..Requires::default()
        }),
        kind => item.requires.push(Requires {
            item: needs,
            lag: u32::from(kind % 3 == 0),
            ..Requires::default()
        }),
    }
}

/// Starts that keep all prerequisites; what would start too late is not planned.
fn plan(random: &mut SplitMix64, scenario: &Scenario, by_rank: &[usize]) -> Vec<Option<u32>> {
    let index: std::collections::HashMap<&str, usize> =
        scenario.items.iter().enumerate().map(|(at, item)| (item.id.as_str(), at)).collect();
    let mut start = vec![None; scenario.items.len()];
    for (at, &item) in by_rank.iter().enumerate() {
        let rank = (at * PHASES / by_rank.len().max(1)) as u32;
        let ready = scenario.items[item].hard_requires().map(|link| {
            start[index[link.item.as_str()]].map_or(u32::MAX, |start: u32| start + link.lag)
        });
        let earliest = ready.max().unwrap_or(1).max(rank.saturating_sub(1)).max(1);
        let late = random.below(3) as u32 / 2;
        start[item] = Some(earliest.saturating_add(late)).filter(|at| *at <= PHASES as u32);
    }
    start
}

/// One edit that a planner might make; says what it was.
pub fn edit(
    random: &mut SplitMix64,
    scenario: &mut Scenario,
    start: &mut Vec<Option<u32>>,
    serial: usize,
) -> &'static str {
    let count = scenario.items.len();
    let some = random.below(count);
    match random.below(8) {
        0 => {
            let owner = scenario.items[some].owner.clone();
            let id = format!("new-{serial}").into();
            scenario.items.push(Item { id, owner, ..Item::default() });
            start.push(start[some]);
            for _ in 0..1 + random.below(3) {
                let other = random.below(count);
                if start[other] <= start[some] || start[some].is_none() {
                    link(random, scenario, other, count);
                }
            }
            "item added"
        }
        1 => {
            let gone = scenario.items.remove(some);
            start.remove(some);
            for item in &mut scenario.items {
                item.requires.retain(|link| link.item != gone.id);
                item.requires_any_of.retain(|group| !group.any_of.contains(&gone.id));
            }
            "item removed"
        }
        2 | 3 => {
            let other = random.below(count);
            let (from, to) =
                if start[some] <= start[other] { (some, other) } else { (other, some) };
            if from != to && start[from].is_some() && path_closing(scenario, from, to).is_none() {
                link(random, scenario, from, to);
            }
            "link added"
        }
        4 => {
            let linked: Vec<usize> =
                (0..count).filter(|&at| !scenario.items[at].requires.is_empty()).collect();
            if let Some(&item) = linked.get(random.below(linked.len())) {
                let links = &mut scenario.items[item].requires;
                links.remove(random.below(links.len()));
            }
            "link removed"
        }
        5 => {
            start[some] = allowed_start(random, scenario, start, some);
            "phase changed"
        }
        6 => {
            let owner = random.below(scenario.agencies.len());
            scenario.items[some].owner = Some(scenario.agencies[owner].id.clone());
            "owner changed"
        }
        _ => {
            let (old, new) = (scenario.items[some].id.clone(), format!("renamed-{serial}").into());
            for item in &mut scenario.items {
                let links = item.requires.iter_mut().map(|link| &mut link.item);
                let groups = item.requires_any_of.iter_mut().flat_map(|group| &mut group.any_of);
                links.chain(groups).filter(|id| **id == old).for_each(|id| id.clone_from(&new));
            }
            scenario.items[some].id = new;
            "item renamed"
        }
    }
}

/// Another phase that keeps all prerequisites, if there is one.
fn allowed_start(
    random: &mut SplitMix64,
    scenario: &Scenario,
    start: &[Option<u32>],
    item: usize,
) -> Option<u32> {
    let at = |id: &str| scenario.items.iter().position(|item| item.id == *id);
    let start_of = |id: &str| at(id).and_then(|at| start[at]);
    let needs = scenario.items[item].hard_requires();
    let from = needs.map(|link| start_of(link.item.as_str()).unwrap_or(PHASES as u32));
    let from = from.max().unwrap_or(1);
    let own = &scenario.items[item].id;
    let dependants = scenario.items.iter().zip(start);
    let until = dependants
        .filter(|(other, _)| other.hard_requires().any(|link| link.item == *own))
        .filter_map(|(_, start)| *start);
    let until = until.min().unwrap_or(PHASES as u32);
    if until < from {
        start[item]
    } else {
        Some(from + random.below((until - from) as usize + 1) as u32)
    }
}
