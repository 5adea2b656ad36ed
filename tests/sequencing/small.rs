//! Small random portfolios of every feature, and their best plans by trying all.

use phasewise::sequencing::{
    AnyOf, Item, Plan, Portfolio, Preference, Prerequisite, Resource, ResourceKind, SplitMix64,
    Synergy, verify,
};

/// A whole number between two, both possible.
pub fn between(random: &mut SplitMix64, least: i64, most: i64) -> i64 {
    least + random.below((most - least + 1) as usize) as i64
}

/// Up to six items over up to four phases, with every feature now and then.
pub fn small(random: &mut SplitMix64) -> Portfolio {
    let phases = between(random, 1, 4) as u32;
    let count = between(random, 1, 6) as usize;
    let some = |random: &mut SplitMix64, one_in: usize| random.below(one_in) == 0;
    let resource = |random: &mut SplitMix64, id: &str, kind, carry_over| Resource {
        id: id.into(),
        kind,
        carry_over,
        limit: (0..phases).map(|_| between(random, 2, 12)).collect(),
    };
    let carries = some(random, 2);
    let resources = vec![
        resource(random, "capex", ResourceKind::Work, carries),
        resource(random, "opex", ResourceKind::Running, false),
    ];
    let items: Vec<Item> = (0..count)
        .map(|at| {
            let duration = if some(random, 3) { 2 } else { 1 };
            let mut worth = between(random, -5, 40);
            let earliest = if some(random, 5) { 2 } else { 1 };
            let latest =
                if some(random, 6) { between(random, 1, i64::from(phases)) as u32 } else { phases };
            Item {
                id: format!("i{at}"),
                duration,
                earliest,
                latest,
                mandatory: some(random, 9),
                worth: (0..phases)
                    .map(|_| {
                        let now = worth;
                        worth -= between(random, 0, 9);
                        now
                    })
                    .collect(),
                uses: vec![
                    (0, (0..duration).map(|_| between(random, 0, 7)).collect()),
                    (1, vec![between(random, 0, 4)]),
                ],
            }
        })
        .collect();
    let other =
        |random: &mut SplitMix64, at: usize| (at + 1 + random.below(count.max(2) - 1)) % count;
    let mut portfolio = Portfolio { resources, items, ..Portfolio::empty(phases) };
    if count < 2 {
        return portfolio;
    }
    for at in 0..count {
        if some(random, 3) {
            let (needs, lag) = (other(random, at), random.below(2) as u32);
            let after = some(random, 3);
            portfolio.prerequisites.push(Prerequisite { item: at, needs, lag, after });
        }
        if some(random, 8) {
            let needs = vec![other(random, at), other(random, at)];
            portfolio.any_of.push(AnyOf { item: at, needs, lag: 0, after: some(random, 2) });
        }
        if some(random, 8) {
            portfolio.exclusive.push(vec![at, other(random, at)]);
        }
        if some(random, 6) {
            let size = between(random, -8, 8);
            let worth =
                (0..i64::from(phases)).map(|t| size - size.signum() * t.min(size.abs())).collect();
            portfolio.synergies.push(Synergy { items: [at, other(random, at)], worth });
        }
        if some(random, 6) {
            let (needs, penalty) = (other(random, at), between(random, 0, 6));
            portfolio.preferences.push(Preference {
                item: at,
                needs,
                lag: 0,
                after: false,
                penalty,
            });
        }
    }
    portfolio
}

/// The best plan there is, by trying all; none if nothing holds.
pub fn exhaustive(portfolio: &Portfolio) -> Option<i64> {
    let choices = portfolio.phases as usize + 1;
    let count = portfolio.items.len();
    let mut best = None;
    for mut code in 0..choices.pow(count as u32) {
        let mut plan = Plan::empty(count);
        for start in &mut plan.start {
            let choice = (code % choices) as u32;
            *start = (choice > 0).then_some(choice);
            code /= choices;
        }
        let found = verify(portfolio, &plan);
        if found.violations.is_empty() && best.is_none_or(|best| found.objective > best) {
            best = Some(found.objective);
        }
    }
    best
}
