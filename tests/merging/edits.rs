//! Edits of the small scenario, for properties of merges and variants.

use phasewise::model::{Capex, Decision, Item, Measure, Pin, Requires, Scenario, Score};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// One edit: what is changed (`kind`, `at`, `other`) and what it becomes.
#[derive(Debug, Clone, Copy)]
pub struct Change {
    pub kind: u8,
    pub at: usize,
    pub other: usize,
    pub to: u8,
}

pub fn change() -> impl Strategy<Value = Change> {
    (0..16u8, 0..6usize, 0..6usize, 0..4u8).prop_map(|(kind, at, other, to)| Change {
        kind,
        at,
        other,
        to,
    })
}

pub fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec(change(), 0..5)
}

fn id(at: usize) -> &'static str {
    ["a", "b", "c", "d", "e", "f"][at]
}

/// Makes an edit; ids are those of the small scenario, so that what is gone stays gone.
fn apply(scenario: &mut Scenario, change: Change) {
    let Change { kind, at, other, to } = change;
    let amount = f64::from(to) + 1.0;
    match kind {
        0 => scenario.items.retain(|item| item.id != *id(at)),
        1 => {
            let name = format!("{}-{to}", id(at));
            if scenario.item(&name).is_none() {
                let place = scenario.items.iter().position(|item| item.id == *id(at));
                let new = Item { id: name.as_str().into(), ..Item::default() };
                scenario.items.insert(place.map_or(0, |place| place + 1), new);
            }
        }
        2 => scenario.phases[at % 3].budget = (to > 0).then_some(amount),
        3 => drop(scenario.weight_sets[0].swings.insert("demand".into(), amount)),
        4 => scenario.synergies[0].effect = amount.into(),
        5 => scenario.currency = ["", "USD", "EUR", "KZT"][usize::from(to)].into(),
        6 => {
            let what = format!("Decision {to}");
            let date = format!("2006-01-0{}", at + 1);
            if !scenario.decisions.iter().any(|d| d.date == date && d.what == what) {
                scenario.decisions.push(Decision { date, what, ..Decision::default() });
            }
        }
        7 => scenario.items.reverse(),
        _ => {
            let Some(item) = scenario.items.iter_mut().find(|item| item.id == *id(at)) else {
                return;
            };
            match kind {
                8 => drop(item.scores.insert("demand".into(), score(amount))),
                9 => drop(item.scores.shift_remove("demand")),
                10 => item.capex = Capex::Total(amount.into()),
                11 => item.mandatory = to % 2 == 0,
                12 => item.name.set("en", ["", "One", "Two", "Three"][usize::from(to)]),
                13 | 14 => {
                    let known = item.requires.iter().position(|link| link.item == *id(other));
                    match known {
                        Some(known) if to == 0 => drop(item.requires.remove(known)),
                        Some(known) => item.requires[known].lag = to.into(),
                        None => item.requires.push(Requires {
                            item: id(other).into(),
                            lag: to.into(),
                            ..Requires::default()
                        }),
                    }
                }
                _ => {
                    let pin = Pin { reason: format!("Reason {to}"), ..Pin::default() };
                    item.pin = (to > 0).then_some(pin);
                }
            }
        }
    }
}

fn score(amount: f64) -> Score {
    Score::exactly(Measure::Number(amount))
}

/// The places that an edit touches. Removing an item touches all of it and what
/// names it.
pub fn places(change: Change) -> BTreeSet<String> {
    let Change { kind, at, other, to } = change;
    let all = ["demand", "capex", "mandatory", "name", "pin", "place", "new"];
    let links = |at: usize| (0..6).map(move |other| format!("{}>{}", id(at), id(other)));
    let named = |what: &str| BTreeSet::from([format!("{} {what}", id(at))]);
    match kind {
        0 => {
            let own = all.iter().map(|what| format!("{} {what}", id(at)));
            let to_it = (0..6).map(|from| format!("{}>{}", id(from), id(at)));
            let mut touched: BTreeSet<String> = own.chain(links(at)).chain(to_it).collect();
            touched.insert("synergy".into());
            touched.insert("order".into());
            touched
        }
        1 => BTreeSet::from([format!("{} new", id(at)), "order".into()]),
        2 => BTreeSet::from([format!("phase {}", at % 3)]),
        3 => BTreeSet::from(["swing".into()]),
        4 => BTreeSet::from(["synergy".into()]),
        5 => BTreeSet::from(["currency".into()]),
        6 => BTreeSet::from([format!("decision {at} {to}")]),
        7 => BTreeSet::from(["order".into()]),
        8 | 9 => named("demand"),
        10 => named("capex"),
        11 => named("mandatory"),
        12 => named("name"),
        13 | 14 => BTreeSet::from([format!("{}>{}", id(at), id(other))]),
        _ => named("pin"),
    }
}

pub fn after(base: &Scenario, changes: &[Change]) -> Scenario {
    let mut scenario = base.clone();
    for change in changes {
        apply(&mut scenario, *change);
    }
    scenario
}

/// A scenario without the order of lists in which both sides may have added.
pub fn unordered(mut scenario: Scenario) -> Scenario {
    scenario.items.sort_by(|a, b| a.id.cmp(&b.id));
    for item in &mut scenario.items {
        item.requires.sort_by(|a, b| a.item.cmp(&b.item));
    }
    scenario.decisions.sort_by(|a, b| (&a.date, &a.what).cmp(&(&b.date, &b.what)));
    scenario
}
