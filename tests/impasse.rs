//! Where no plan exists: the clash that is named is one, each of its rules is
//! needed, and each way out that is offered leads out, by trying all plans.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use phasewise::explain::{
    IMPASSE_EFFORT, Impasse, Relief, Rule, WayOut, impasse, portfolio_impasse, worths_of,
};
use phasewise::files::parse;
use phasewise::files::text::Format;
use phasewise::model::Scenario;
use phasewise::sequencing::compile::{Compiled, ResourceName, compile};
use phasewise::sequencing::{
    AnyOf, CancelFlag, Item, Plan, Portfolio, Prerequisite, Resource, ResourceKind, SplitMix64,
    verify,
};

fn find(portfolio: &Portfolio) -> Impasse {
    let mut told = Vec::new();
    let found =
        portfolio_impasse(portfolio, IMPASSE_EFFORT, &CancelFlag::default(), &mut |impasse| {
            told.push(impasse.clone());
        });
    assert_eq!(told.last(), Some(&found), "the last that is told is the answer");
    assert!(found.complete);
    found
}

fn item(id: &str, phases: u32) -> Item {
    Item {
        id: id.into(),
        duration: 1,
        earliest: 1,
        latest: phases,
        mandatory: false,
        worth: vec![1; phases as usize],
        uses: Vec::new(),
    }
}

/// Items over so many phases; those in capitals must start.
fn portfolio(phases: u32, ids: &[&str]) -> Portfolio {
    let must = |id: &str| id.chars().all(char::is_uppercase);
    let items = ids.iter().map(|id| Item { mandatory: must(id), ..item(id, phases) });
    Portfolio { items: items.collect(), ..Portfolio::empty(phases) }
}

fn resource(portfolio: &mut Portfolio, limit: &[i64], carry_over: bool, uses: &[i64]) {
    let at = portfolio.resources.len();
    portfolio.resources.push(Resource {
        id: format!("r{at}"),
        kind: ResourceKind::Work,
        carry_over,
        limit: limit.to_vec(),
    });
    for (item, amount) in portfolio.items.iter_mut().zip(uses) {
        if *amount > 0 {
            item.uses.push((at, vec![*amount; item.duration as usize]));
        }
    }
}

fn needs(item: usize, needs: usize, lag: u32) -> Prerequisite {
    Prerequisite { item, needs, lag, after: false }
}

/// The only clash, which must be proven and minimal, and its ways out.
fn only(impasse: &Impasse) -> (Vec<Rule>, Vec<WayOut>) {
    assert_eq!(impasse.clashes.len(), 1, "{impasse:#?}");
    let clash = &impasse.clashes[0];
    assert!(clash.proven && clash.minimal, "{clash:#?}");
    (clash.rules.clone(), clash.ways_out.clone())
}

fn reliefs(ways: &[WayOut]) -> Vec<(Rule, Relief)> {
    assert!(ways.iter().all(|way| way.least), "{ways:#?}");
    // Rules are told from what must start to limits, ways out the other way round.
    ways.iter().rev().map(|way| (way.rule.clone(), way.relief)).collect()
}

#[test]
fn what_must_start_is_more_than_the_budget_pays() {
    // 4 + 5 + 3 in one phase of 8; C is not needed to see it, nor is d.
    let mut tight = portfolio(1, &["A", "B", "C", "d"]);
    resource(&mut tight, &[8], false, &[4, 5, 3, 9]);
    let (rules, ways) = only(&find(&tight));
    let limit = Rule::Limit { resource: 0, phase: Some(1), amount: 8 };
    assert_eq!(rules, [Rule::Must { item: 0 }, Rule::Must { item: 1 }, limit.clone()]);
    // Without A 8 are used, without B 7; all three take 4 more.
    let more = Relief::More { phase: 1, units: 4 };
    let dropped = |item| (Rule::Must { item }, Relief::Dropped);
    assert_eq!(reliefs(&ways), [dropped(0), dropped(1), (limit, more)]);
}

#[test]
fn a_chain_is_too_long_for_a_window() {
    // A needs b two phases before, b needs c one phase before, A until 3.
    let mut long = portfolio(6, &["A", "b", "c"]);
    long.items[0].latest = 3;
    long.prerequisites = vec![needs(0, 1, 2), needs(1, 2, 1)];
    let (rules, ways) = only(&find(&long));
    let link = |item, needs, lag| Rule::Needs { item, needs, lag, after: false };
    let last = Rule::Latest { item: 0, phase: 3 };
    let chain = [Rule::Must { item: 0 }, last.clone(), link(0, 1, 2), link(1, 2, 1)];
    assert_eq!(rules, chain);
    let expected = [
        (Rule::Must { item: 0 }, Relief::Dropped),
        (last, Relief::Start(4)),
        (link(0, 1, 2), Relief::Lag(1)),
        (link(1, 2, 1), Relief::Lag(0)),
    ];
    assert_eq!(reliefs(&ways), expected);
}

#[test]
fn a_chain_is_too_long_for_the_programme_and_it_is_said_so() {
    let mut long = portfolio(2, &["A", "b", "c"]);
    long.prerequisites = vec![needs(0, 1, 1), needs(1, 2, 1)];
    let found = find(&long);
    assert_eq!(only(&found).0.len(), 3);
    assert!(found.clashes[0].ends_with_programme);
}

#[test]
fn two_that_must_start_exclude_each_other() {
    let mut torn = portfolio(2, &["A", "b", "C"]);
    torn.exclusive = vec![vec![0, 1], vec![0, 1, 2]];
    let (rules, ways) = only(&find(&torn));
    let group = Rule::Exclusive { items: vec![0, 1, 2] };
    assert_eq!(rules, [Rule::Must { item: 0 }, Rule::Must { item: 2 }, group]);
    assert!(ways.len() == 3 && ways.iter().all(|way| way.relief == Relief::Dropped));
}

#[test]
fn none_of_the_alternatives_comes_in_time() {
    // One alternative is too late for A, the other excluded by what must start.
    let mut shut = portfolio(3, &["A", "b", "c", "D"]);
    shut.items[0].latest = 2;
    shut.items[1].earliest = 3;
    shut.any_of = vec![AnyOf { item: 0, needs: vec![1, 2], lag: 0, after: false }];
    shut.exclusive = vec![vec![2, 3]];
    let (rules, ways) = only(&find(&shut));
    assert_eq!(rules.len(), 6, "{rules:#?}");
    assert!(rules.contains(&Rule::AnyOf { item: 0, needs: vec![1, 2] }));
    assert_eq!(ways.len(), 6, "{ways:#?}");
    let earlier = Rule::Earliest { item: 1, phase: 3 };
    let way = ways.iter().find(|way| way.rule == earlier).unwrap();
    assert_eq!(way.relief, Relief::Start(2));
}

#[test]
fn money_that_carries_over_is_one_limit_and_lacks_as_late_as_it_may() {
    // 10 a phase, carried over; A takes 25 and must start in phase 2 at the latest.
    let mut saved = portfolio(4, &["A", "b"]);
    saved.items[0].latest = 2;
    resource(&mut saved, &[10, 10, 10, 10], true, &[25, 30]);
    let (rules, ways) = only(&find(&saved));
    let limit = Rule::Limit { resource: 0, phase: None, amount: 40 };
    let last = Rule::Latest { item: 0, phase: 2 };
    assert_eq!(rules, [Rule::Must { item: 0 }, last.clone(), limit.clone()]);
    let expected = [
        (Rule::Must { item: 0 }, Relief::Dropped),
        (last, Relief::Start(3)),
        (limit, Relief::More { phase: 2, units: 5 }),
    ];
    assert_eq!(reliefs(&ways), expected);
}

#[test]
fn two_clashes_are_told_apart_and_each_has_its_own_ways_out() {
    let mut twice = portfolio(2, &["A", "B", "C", "D"]);
    twice.exclusive = vec![vec![0, 1]];
    twice.items[3].latest = 1;
    twice.prerequisites = vec![needs(3, 2, 1)];
    let found = find(&twice);
    assert_eq!(found.clashes.len(), 2, "{found:#?}");
    assert!(found.clashes.iter().all(|clash| clash.proven && clash.minimal));
    assert!(found.clashes.iter().all(|clash| clash.ways_out.len() == clash.rules.len()));
}

#[test]
fn where_a_plan_exists_it_is_handed_over() {
    let fine = portfolio(2, &["A", "b"]);
    let found = find(&fine);
    assert!(found.clashes.is_empty());
    assert!(verify(&fine, &found.plan.unwrap()).violations.is_empty());
}

#[test]
fn nobody_waits_for_an_answer_that_was_cancelled() {
    let mut torn = portfolio(2, &["A", "B"]);
    torn.exclusive = vec![vec![0, 1]];
    let cancel = CancelFlag::default();
    cancel.cancel();
    let found = portfolio_impasse(&torn, IMPASSE_EFFORT, &cancel, &mut |_| {});
    assert!(!found.complete && found.clashes.iter().all(|clash| clash.ways_out.is_empty()));
}

/// Two registers by one agency, a portal that waits for internet users or for a
/// counter, and 2005 to 2007.
const SMALL: &str = r#"{ "schema": 1, "title": "Small",
  "criteria": [ { "id": "use", "value": { "linear": { "worst": 0, "best": 100 } } } ],
  "weight_sets": [ { "id": "base", "swings": { "use": 100 } } ],
  "agencies": [ { "id": "justice" } ],
  "forecast": { "measures": [ { "id": "users", "series": [
    { "year": 2005, "value": 5 }, { "year": 2006, "value": 8 }, { "year": 2007, "value": 12 } ] } ] },
  "channels": [ { "id": "web", "measure": "users" }, { "id": "counter" } ],
  "items": [
    { "id": "people", "scores": { "use": 50 }, "capex": [2],
      "staff_months": [ { "agency": "justice", "months": 30 } ] },
    { "id": "firms", "scores": { "use": 40 }, "capex": [3],
      "staff_months": [ { "agency": "justice", "months": 20 } ] },
    { "id": "centre", "scores": { "use": 10 }, "capex": [4] },
    { "id": "portal", "scores": { "use": 90 }, "capex": [1],
      "channels": [ { "channel": "web", "need": { "measure": "users", "level": 10 } },
                    { "channel": "counter", "requires_any_of": ["centre"], "lag": 1 } ] } ],
  "phases": [
    { "id": "2005", "budget": 9, "staff_by_agency": { "justice": 35 } },
    { "id": "2006", "budget": 9, "staff_by_agency": { "justice": 35 } },
    { "id": "2007", "budget": 9, "staff_by_agency": { "justice": 0 } } ] }"#;

fn read(text: &str) -> Scenario {
    let (scenario, _, problems) = parse(text.as_bytes(), Format::Json);
    scenario.unwrap_or_else(|| panic!("{problems:#?}"))
}

fn find_in(scenario: &Scenario) -> (Compiled, Impasse) {
    let compiled = compile(scenario, &worths_of(scenario)).unwrap();
    let cancel = CancelFlag::default();
    let found = impasse(scenario, &compiled, IMPASSE_EFFORT, &cancel, &mut |_| {});
    (compiled, found)
}

#[test]
fn the_staff_of_an_agency_is_too_few_and_the_least_more_is_told() {
    let text = SMALL
        .replace("\"id\": \"people\",", "\"id\": \"people\", \"pin\": { \"phase\": \"2006\" },")
        .replace("\"id\": \"firms\",", "\"id\": \"firms\", \"pin\": { \"phase\": \"2006\" },");
    let (compiled, found) = find_in(&read(&text));
    let (rules, ways) = only(&found);
    let pin = |item| Rule::Pin { item, phase: 2 };
    assert!(rules.contains(&pin(0)) && rules.contains(&pin(1)) && rules.len() == 3, "{rules:#?}");
    let limit = rules.iter().find_map(|rule| match rule {
        Rule::Limit { resource, phase: Some(2), .. } => Some(*resource),
        _ => None,
    });
    let info = &compiled.resources[limit.unwrap()];
    assert_eq!(info.name, ResourceName::Agency("justice".into()));
    // 30 and 20 months of 35: 15 lack, or either starts in 2005.
    let months = ways.iter().find_map(|way| match way.relief {
        Relief::More { phase, units } => Some((phase, info.real(phase, units))),
        _ => None,
    });
    assert_eq!(months, Some((2, 15.0)));
    assert_eq!(ways.iter().filter(|way| way.relief == Relief::Start(1)).count(), 2, "{ways:#?}");
}

#[test]
fn a_pin_before_the_gate_opens_names_the_gate_not_its_helpers() {
    // Users reach 10 in 2007; by the counter the portal starts a phase after the centre.
    let text = SMALL
        .replace("\"id\": \"portal\",", "\"id\": \"portal\", \"pin\": { \"phase\": \"2005\" },");
    let (_, found) = find_in(&read(&text));
    let (rules, ways) = only(&found);
    let pin = Rule::Pin { item: 3, phase: 1 };
    let gate = rules.iter().find(|rule| matches!(rule, Rule::Gate { item: 3, .. })).unwrap();
    assert_eq!(rules.len(), 2, "{rules:#?}");
    let expected = [(pin, Relief::Start(2)), (gate.clone(), Relief::Dropped)];
    assert_eq!(reliefs(&ways), expected);
}

#[test]
fn a_gate_and_a_window_clash_though_the_gate_was_compiled_for_the_window() {
    let text = SMALL
        .replace(
            "\"id\": \"portal\",",
            "\"id\": \"portal\", \"mandatory\": true, \"latest_phase\": \"2006\",",
        )
        .replace("\"requires_any_of\": [\"centre\"], \"lag\": 1", "\"opens_gate\": false");
    let (_, found) = find_in(&read(&text));
    let (rules, ways) = only(&found);
    assert!(rules.contains(&Rule::Latest { item: 3, phase: 2 }), "{rules:#?}");
    assert!(rules.contains(&Rule::Gate { item: 3, opens: Some(3) }), "{rules:#?}");
    assert!(ways.iter().any(|way| way.relief == Relief::Start(3)), "{ways:#?}");
}

fn between(random: &mut SplitMix64, least: i64, most: i64) -> i64 {
    least + random.below((most - least + 1) as usize) as i64
}

/// Up to five items over up to three phases under many rules, hardly any of which
/// can all hold.
fn crowded(random: &mut SplitMix64) -> Portfolio {
    let phases = between(random, 1, 3) as u32;
    let count = between(random, 2, 5) as usize;
    let some = |random: &mut SplitMix64, one_in: usize| random.below(one_in) == 0;
    let mut made = portfolio(phases, &["a", "b", "c", "d", "e"][..count]);
    let limits =
        |random: &mut SplitMix64| (0..phases).map(|_| between(random, 0, 9)).collect::<Vec<_>>();
    let carry_over = some(random, 3);
    let work = limits(random);
    made.resources.push(Resource {
        id: "capex".into(),
        kind: ResourceKind::Work,
        carry_over,
        limit: work,
    });
    let running = limits(random);
    made.resources.push(Resource {
        id: "opex".into(),
        kind: ResourceKind::Running,
        carry_over: false,
        limit: running,
    });
    for at in 0..count {
        let entry = &mut made.items[at];
        entry.duration = if some(random, 4) { 2 } else { 1 };
        entry.mandatory = some(random, 2);
        entry.uses = vec![
            (0, (0..entry.duration).map(|_| between(random, 0, 6)).collect()),
            (1, vec![between(random, 0, 4)]),
        ];
        if some(random, 4) {
            entry.earliest = between(random, 1, i64::from(phases) + 1) as u32;
        }
        if some(random, 4) {
            entry.latest = between(random, 0, i64::from(phases)) as u32;
        }
        let other = |random: &mut SplitMix64| (at + 1 + random.below(count - 1)) % count;
        if some(random, 2) {
            let (needs, lag) = (other(random), random.below(3) as u32);
            made.prerequisites.push(Prerequisite { item: at, needs, lag, after: some(random, 3) });
        }
        if some(random, 5) {
            let needs = vec![other(random), other(random)];
            let (lag, after) = (random.below(2) as u32, some(random, 2));
            made.any_of.push(AnyOf { item: at, needs, lag, after });
        }
        if some(random, 5) {
            made.exclusive.push(vec![at, other(random)]);
        }
    }
    made
}

/// True if some plan holds, by trying all.
fn holds(portfolio: &Portfolio) -> bool {
    let choices = portfolio.phases as usize + 1;
    let count = portfolio.items.len();
    (0..choices.pow(count as u32)).any(|mut code| {
        let start = (0..count).map(|_| {
            let choice = (code % choices) as u32;
            code /= choices;
            (choice > 0).then_some(choice)
        });
        verify(portfolio, &Plan { start: start.collect() }).violations.is_empty()
    })
}

/// A portfolio with a rule in another form, written anew: nothing here is what
/// the program uses to leave a rule out.
fn changed(portfolio: &mut Portfolio, rule: &Rule, relief: Relief) {
    const MUCH: i64 = 1_000;
    let phases = portfolio.phases;
    let start = |or: u32| if let Relief::Start(phase) = relief { phase } else { or };
    match rule {
        Rule::Must { item } => portfolio.items[*item].mandatory = false,
        Rule::Earliest { item, .. } => portfolio.items[*item].earliest = start(1),
        Rule::Latest { item, .. } => portfolio.items[*item].latest = start(phases),
        Rule::Needs { item, needs, lag, after } => {
            let same = |link: &Prerequisite| {
                (link.item, link.needs, link.lag, link.after) == (*item, *needs, *lag, *after)
            };
            let at = portfolio.prerequisites.iter().position(same).unwrap();
            match relief {
                Relief::Lag(lag) => portfolio.prerequisites[at].lag = lag,
                _ => drop(portfolio.prerequisites.remove(at)),
            }
        }
        Rule::AnyOf { item, needs } => {
            let same = |link: &AnyOf| link.item == *item && link.needs == *needs;
            let at = portfolio.any_of.iter().position(same).unwrap();
            portfolio.any_of.remove(at);
        }
        Rule::Exclusive { items } => {
            let at = portfolio.exclusive.iter().position(|group| group == items).unwrap();
            portfolio.exclusive.remove(at);
        }
        Rule::Limit { resource, phase, .. } => {
            let limit = &mut portfolio.resources[*resource].limit;
            match (relief, phase) {
                (Relief::More { phase, units }, _) => limit[phase as usize - 1] += units,
                (_, Some(phase)) => limit[*phase as usize - 1] += MUCH,
                (_, None) => limit[0] += MUCH,
            }
        }
        Rule::Pin { .. }
        | Rule::Never { .. }
        | Rule::Gate { .. }
        | Rule::Stopped { .. }
        | Rule::Begun { .. }
        | Rule::Today { .. } => unreachable!("{rule:?}"),
    }
}

/// Every rule of a portfolio that is not in a clash, left out.
fn only_with(portfolio: &Portfolio, rules: &[Rule]) -> Portfolio {
    let mut part = portfolio.clone();
    let all = |kind: &dyn Fn(usize) -> Rule, count: usize| -> Vec<Rule> {
        (0..count).map(kind).filter(|rule| !rules.contains(rule)).collect()
    };
    let items = &portfolio.items;
    let mut dropped = all(&|item| Rule::Must { item }, items.len());
    dropped.extend(all(&|item| Rule::Earliest { item, phase: items[item].earliest }, items.len()));
    dropped.extend(all(&|item| Rule::Latest { item, phase: items[item].latest }, items.len()));
    for link in &portfolio.prerequisites {
        let Prerequisite { item, needs, lag, after } = *link;
        dropped.push(Rule::Needs { item, needs, lag, after });
    }
    for link in &portfolio.any_of {
        dropped.push(Rule::AnyOf { item: link.item, needs: link.needs.clone() });
    }
    dropped.extend(portfolio.exclusive.iter().map(|g| Rule::Exclusive { items: g.clone() }));
    for (resource, entry) in portfolio.resources.iter().enumerate() {
        let row = |phase, amount| Rule::Limit { resource, phase, amount };
        if entry.carry_over {
            dropped.push(row(None, entry.limit.iter().sum()));
        } else {
            dropped.extend((1..).zip(&entry.limit).map(|(phase, l)| row(Some(phase), *l)));
        }
    }
    // Two links that are the same are two rules: of those in the clash one stays.
    let mut kept: Vec<Rule> = rules.to_vec();
    for rule in dropped {
        match kept.iter().position(|kept| *kept == rule) {
            Some(at) => drop(kept.remove(at)),
            None => changed(&mut part, &rule, Relief::Dropped),
        }
    }
    part
}

#[test]
fn clashes_are_minimal_and_ways_lead_out_by_trying_all_plans() {
    let (mut clashes, mut ways, mut proven, mut offered, mut enough) = (0, 0, 0, 0, 0);
    for seed in 0..1200 {
        let mut random = SplitMix64::new(0xC1A5 ^ (seed << 8));
        let made = crowded(&mut random).new().unwrap();
        if holds(&made) {
            continue;
        }
        let found = find(&made);
        assert!(found.plan.is_none() && !found.clashes.is_empty(), "{seed}");
        for (at, clash) in found.clashes.iter().enumerate() {
            clashes += 1;
            proven += usize::from(clash.proven && clash.minimal);
            let part = only_with(&made, &clash.rules);
            assert!(!holds(&part), "{seed}: these rules can hold: {clash:#?}");
            for rule in clash.rules.iter().filter(|_| clash.minimal) {
                let mut without = part.clone();
                changed(&mut without, rule, Relief::Dropped);
                assert!(holds(&without), "{seed}: {rule:?} is not needed: {clash:#?}");
            }
            let mut rest = if clash.enough { made.clone() } else { part };
            let others = found.clashes.iter().enumerate().filter(|(other, _)| *other != at);
            for rule in others.flat_map(|(_, other)| &other.rules).filter(|_| clash.enough) {
                changed(&mut rest, rule, Relief::Dropped);
            }
            offered += usize::from(!clash.ways_out.is_empty());
            enough += usize::from(clash.enough);
            for way in &clash.ways_out {
                ways += 1;
                let mut settled = rest.clone();
                changed(&mut settled, &way.rule, way.relief);
                assert!(holds(&settled), "{seed}: no way out: {way:?}");
                if let (Relief::More { phase, units }, true) = (way.relief, way.least) {
                    let mut less = rest.clone();
                    changed(&mut less, &way.rule, Relief::More { phase, units: units - 1 });
                    assert!(!holds(&less), "{seed}: less is enough: {way:?}");
                }
            }
        }
    }
    assert!(clashes > 500 && ways > 1500, "{clashes} clashes, {ways} ways");
    assert!(proven * 100 >= clashes * 99, "{proven} of {clashes} proven");
    assert!(offered * 100 >= clashes * 99, "{offered} of {clashes} with a way out");
    assert!(enough * 2 >= clashes, "{enough} of {clashes} with a way to a plan");
}
