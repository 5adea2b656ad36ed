//! What holds an item: all reasons together are enough, each of them is needed.

use super::lifting::{can_be_lifted, lift};
use super::{Planned, bundled, holds, moved, small, solve};
use phasewise::explain::{Binding, HeldBy, binding_chain, held_by, unit_of, worths_of};
use phasewise::sequencing::compile::{Compiled, compile};
use phasewise::sequencing::{SplitMix64, verify};
use std::collections::BTreeMap;

/// Reasons by the item that they hold, for an item and all that start with it.
type Reasons = Vec<(usize, HeldBy)>;

fn reasons_of(planned: &Planned, item: usize) -> Reasons {
    let plan = &planned.answer.plan;
    let unit = unit_of(&planned.compiled, item);
    let mut reasons = Reasons::new();
    for member in unit {
        for held in held_by(&planned.compiled, plan, member) {
            if !matches!(held, HeldBy::Together { .. })
                && !reasons.contains(&(member, held.clone()))
            {
                reasons.push((member, held));
            }
        }
    }
    // Two of the unit that exclude each other name one group.
    let named = reasons.clone();
    reasons.retain(|(member, held)| match held {
        HeldBy::Exclusive { item } => {
            member < item || !named.contains(&(*item, HeldBy::Exclusive { item: *member }))
        }
        _ => true,
    });
    // Limits are the same reason whoever of the unit names them.
    let mut limits: Vec<HeldBy> = Vec::new();
    reasons.retain(|(_, held)| {
        let is_limit = matches!(held, HeldBy::Resource { .. } | HeldBy::Exclusive { .. });
        let known = limits.contains(held);
        if is_limit && !known {
            limits.push(held.clone());
        }
        !(is_limit && known)
    });
    reasons
}

fn without(planned: &Planned, reasons: &[&(usize, HeldBy)]) -> Compiled {
    let mut scenario = planned.scenario.clone();
    for (item, held) in reasons {
        lift(&mut scenario, &planned.compiled, *item, held);
    }
    compile(&scenario, &worths_of(&planned.scenario)).unwrap()
}

/// What is wrong with the reasons for an item's place; none if they hold.
fn complaint(planned: &Planned, item: usize, reasons: &Reasons) -> Option<String> {
    let unit = unit_of(&planned.compiled, item);
    let plan = &planned.answer.plan;
    // What a person decided is priced elsewhere, and holds whatever else would.
    if reasons.iter().any(|(_, held)| matches!(held, HeldBy::Pin { .. } | HeldBy::Excluded)) {
        let pin = |member: &&usize| planned.scenario.items[**member].pin.is_some();
        return unit.iter().find(pin).is_none().then(|| "nobody pinned it".to_owned());
    }
    let liftable: Vec<&(usize, HeldBy)> =
        reasons.iter().filter(|(_, held)| can_be_lifted(held)).collect();
    let phases: Vec<u32> = match planned.start(item) {
        Some(1) | None if liftable.is_empty() => return None,
        Some(start) => vec![start - 1],
        None => (1..=planned.compiled.portfolio.phases).collect(),
    };
    if liftable.is_empty() {
        return unliftable(planned, item, reasons);
    }
    let free = without(planned, &liftable);
    let before = verify(&planned.compiled.portfolio, plan).objective;
    let (mut enough, mut left) = (false, Vec::new());
    for phase in phases {
        let there = moved(&free, plan, &unit, phase);
        let found = verify(&free.portfolio, &there);
        let gains = found.objective > before || planned.start(item).is_some();
        if !found.violations.is_empty() || !gains {
            left.push((phase, found.violations, found.objective - before));
            continue;
        }
        enough = true;
        let idle = liftable.iter().enumerate().find(|(at, _)| {
            let others: Vec<_> =
                liftable.iter().enumerate().filter(|(b, _)| b != at).map(|(_, r)| *r).collect();
            let held = without(planned, &others);
            holds(&held, &moved(&held, plan, &unit, phase))
        });
        if idle.is_none() {
            // Planning again finds what was kept from it.
            let starts = &there.start[..free.item_count()];
            let again = solve(&free, Some(starts), 20);
            let best = if again.optimal { again.objective } else { again.upper_bound };
            return (best < found.objective)
                .then(|| format!("planning without {liftable:?} gains nothing"));
        }
    }
    Some(if enough {
        format!("some of {liftable:?} hold nothing")
    } else {
        format!("without {liftable:?} it still cannot move: {left:?}")
    })
}

/// Of reasons that no one can lift: nothing but worth, or the last phase.
fn unliftable(planned: &Planned, item: usize, reasons: &Reasons) -> Option<String> {
    let start = planned.start(item)?;
    let unit = unit_of(&planned.compiled, item);
    let there = moved(&planned.compiled, &planned.answer.plan, &unit, start - 1);
    let found = verify(&planned.compiled.portfolio, &there);
    let gain = found.objective - planned.answer.objective;
    match reasons.first() {
        Some((_, HeldBy::Worth { gain: said })) if found.violations.is_empty() => {
            (*said != gain).then(|| format!("it gains {gain}, not {said}"))
        }
        other => Some(format!("{other:?} does not hold it: {:?}", found.violations)),
    }
}

/// Checks every item, and counts kinds of reason.
fn check_all(planned: &Planned, kinds: &mut BTreeMap<String, usize>) {
    for item in 0..planned.compiled.item_count() {
        let reasons = reasons_of(planned, item);
        let found = complaint(planned, item, &reasons);
        assert!(found.is_none(), "{}: {}", planned.name(item), found.unwrap());
        for (_, held) in &reasons {
            let kind = serde_json::to_value(held).unwrap()["kind"].as_str().unwrap().to_owned();
            *kinds.entry(kind).or_default() += 1;
        }
        let worth = reasons.iter().find_map(|(_, held)| match held {
            HeldBy::Worth { gain } => Some(*gain),
            _ => None,
        });
        if planned.answer.optimal {
            assert!(worth.is_none_or(|gain| gain <= 0), "{}: the best plan", planned.name(item));
        }
        chain_holds(planned, item);
    }
}

/// Links of the chain have no slack: what is behind is done just in time.
fn chain_holds(planned: &Planned, item: usize) {
    let chain = binding_chain(&planned.compiled, &planned.answer.plan, item);
    for line in chain.lines() {
        let held = held_by(&planned.compiled, &planned.answer.plan, line.item);
        assert!(held.contains(line.held), "{:?} stands behind nothing", line.held);
        if let (HeldBy::Prerequisite { until: Some(until), .. }, Some(start)) =
            (line.held, planned.start(line.item))
        {
            assert_eq!(*until, start, "{} could start earlier", planned.name(line.item));
        }
    }
    for (root, held) in chain.roots() {
        let mut items = Vec::new();
        opened(&chain, &mut items);
        let open = held.next().is_some_and(|next| !items.contains(&next));
        assert!(!open, "{}: {held:?} is not the root", planned.name(root));
    }
}

/// Items whose reasons the chain gives, or that lead back to where it came from.
fn opened(chain: &Binding, items: &mut Vec<usize>) {
    items.push(chain.item);
    chain.links.iter().filter_map(|link| link.behind.as_ref()).for_each(|b| opened(b, items));
}

#[test]
fn reasons_hold_on_the_bundled_scenarios() {
    for name in ["kazakhstan.ron", "eu20.ron"] {
        let planned = Planned::new(bundled(name), 400);
        assert!(planned.answer.verified);
        let mut kinds = BTreeMap::new();
        check_all(&planned, &mut kinds);
        assert!(kinds.len() >= 3, "{name}: {kinds:?}");
    }
}

#[test]
fn reasons_hold_on_small_scenarios_with_every_kind_of_rule() {
    let mut random = SplitMix64::new(4);
    let mut kinds = BTreeMap::new();
    let mut planned = 0;
    for _ in 0..600 {
        let Some(best) = Planned::best(small::scenario(&mut random)) else { continue };
        planned += 1;
        check_all(&best, &mut kinds);
    }
    assert!(planned > 300, "{planned}");
    for kind in [
        "first_phase",
        "pin",
        "window",
        "gate",
        "prerequisite",
        "any_of",
        "exclusive",
        "resource",
        "worth",
    ] {
        assert!(kinds.contains_key(kind), "no item is held by {kind}: {kinds:?}");
    }
}

#[test]
fn a_wrong_reason_is_noticed() {
    let planned = Planned::new(bundled("kazakhstan.ron"), 200);
    let (mut checked, idle) = (0, HeldBy::Window { until: 9 });
    for item in 0..planned.compiled.item_count() {
        let reasons = reasons_of(&planned, item);
        if !reasons.iter().any(|(_, held)| can_be_lifted(held)) || planned.start(item).is_none() {
            continue;
        }
        checked += 1;
        let mut more = reasons.clone();
        more.push((item, idle.clone()));
        assert!(complaint(&planned, item, &more).is_some(), "a reason too many");
        let liftable = reasons.iter().rposition(|(_, held)| can_be_lifted(held)).unwrap();
        let mut fewer = reasons.clone();
        fewer.remove(liftable);
        if !fewer.is_empty() {
            assert!(complaint(&planned, item, &fewer).is_some(), "a reason too few: {fewer:?}");
        }
    }
    assert!(checked > 5, "{checked}");
}
