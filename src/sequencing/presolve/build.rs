//! Building the reduced portfolio out of the items that can still start.

use super::super::portfolio::Portfolio;
use super::super::structure::Structure;
use super::Report;
use super::reduced::{
    Alternatives, Inner, Limit, Pair, Reduced, Unit, UnitLink, Wish, add_use, item_uses,
};

/// The reduced portfolio of the items that are alive, with these windows by item
/// (phases from 0).
pub fn build(
    portfolio: &Portfolio,
    structure: &Structure,
    alive: &[bool],
    windows: &[(u32, u32)],
    report: &mut Report,
) -> Reduced {
    let mut unit_of = vec![None; portfolio.items.len()];
    let mut units = Vec::new();
    for members in &structure.members {
        if members.iter().all(|&item| alive[item]) {
            members.iter().for_each(|&item| unit_of[item] = Some(units.len()));
            units.push(unit(portfolio, members, windows));
        }
    }
    let count = units.len();
    let mut reduced = Reduced {
        phases: portfolio.phases,
        units,
        unit_of,
        needs: vec![Vec::new(); count],
        dependants: vec![Vec::new(); count],
        alternatives: Vec::new(),
        chooses: vec![Vec::new(); count],
        chosen_by: vec![Vec::new(); count],
        exclusive: Vec::new(),
        groups_of: vec![Vec::new(); count],
        pairs: Vec::new(),
        pairs_of: vec![Vec::new(); count],
        wishes: Vec::new(),
        wishes_of: vec![Vec::new(); count],
        limits: Vec::new(),
        inner: Vec::new(),
        free: vec![false; count],
    };
    add_links(portfolio, &mut reduced, report);
    add_exclusive(portfolio, &mut reduced);
    add_pairs(portfolio, &mut reduced);
    add_wishes(portfolio, &mut reduced);
    add_limits(portfolio, &mut reduced);
    reduced.retarget(portfolio);
    reduced.settle_free();
    reduced
}

fn unit(portfolio: &Portfolio, members: &[usize], windows: &[(u32, u32)]) -> Unit {
    let items = || members.iter().map(|&item| &portfolio.items[item]);
    let mut uses = Vec::new();
    for item in items() {
        item_uses(portfolio, item).into_iter().for_each(|entry| add_use(&mut uses, entry));
    }
    uses.sort_by_key(|entry| entry.resource);
    Unit {
        members: members.to_vec(),
        mandatory: items().any(|item| item.mandatory),
        first: members.iter().map(|&item| windows[item].0).max().unwrap_or(0),
        last: members.iter().map(|&item| windows[item].1).min().unwrap_or(0),
        worth: vec![0; portfolio.phases as usize],
        uses,
    }
}

/// Prerequisites and alternatives. Of several links between two units the
/// longest stays; alternatives that a prerequisite satisfies go, and those of
/// which one is left become a prerequisite.
fn add_links(portfolio: &Portfolio, reduced: &mut Reduced, report: &mut Report) {
    let mut given = 0_usize;
    for link in &portfolio.prerequisites {
        let (Some(unit), Some(other)) = (reduced.unit_of[link.item], reduced.unit_of[link.needs])
        else {
            continue;
        };
        if unit != other {
            given += 1;
            let gap = portfolio.ready(link.needs, 0, link.lag, link.after);
            reduced.needs[unit].push(UnitLink { other, gap });
        }
    }
    let mut alternatives = Vec::new();
    for link in &portfolio.any_of {
        let Some(unit) = reduced.unit_of[link.item] else { continue };
        let mut of: Vec<UnitLink> = Vec::new();
        let mut satisfied = false;
        for &needs in &link.needs {
            let Some(other) = reduced.unit_of[needs] else { continue };
            let gap = portfolio.ready(needs, 0, link.lag, link.after);
            if other == unit {
                // It starts with this one: early enough, or never.
                satisfied |= gap == 0;
            } else {
                of.push(UnitLink { other, gap });
            }
        }
        of.sort_unstable();
        of.dedup_by_key(|link| link.other);
        let known = |link: &UnitLink| {
            reduced.needs[unit].iter().any(|n| n.other == link.other && n.gap >= link.gap)
        };
        if satisfied || of.iter().any(known) {
            continue;
        }
        match of.as_slice() {
            // Units stay in an order in which what is needed comes first.
            [only] if only.other < unit => reduced.needs[unit].push(*only),
            _ => alternatives.push(Alternatives { unit, of }),
        }
    }
    let mut kept = 0;
    for unit in 0..reduced.units.len() {
        let needs = &mut reduced.needs[unit];
        needs.sort_unstable_by(|a, b| a.other.cmp(&b.other).then(b.gap.cmp(&a.gap)));
        needs.dedup_by_key(|link| link.other);
        kept += needs.len();
        for link in &reduced.needs[unit] {
            reduced.dependants[link.other].push(UnitLink { other: unit, gap: link.gap });
        }
    }
    report.links_dropped = usize::saturating_sub(given, kept);
    for (at, group) in alternatives.iter().enumerate() {
        reduced.chooses[group.unit].push(at);
        group.of.iter().for_each(|link| reduced.chosen_by[link.other].push(at));
    }
    reduced.alternatives = alternatives;
}

fn add_exclusive(portfolio: &Portfolio, reduced: &mut Reduced) {
    for group in &portfolio.exclusive {
        let mut units: Vec<usize> =
            group.iter().filter_map(|&item| reduced.unit_of[item]).collect();
        units.sort_unstable();
        let all = units.len();
        // Two members in one unit could only start together: then neither can.
        let twice: Vec<usize> =
            units.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        for unit in twice {
            let unit = &mut reduced.units[unit];
            (unit.first, unit.last) = (1, 0);
        }
        units.dedup();
        if all > 1 && units.len() > 1 {
            units.iter().for_each(|&unit| reduced.groups_of[unit].push(reduced.exclusive.len()));
            reduced.exclusive.push(units);
        }
    }
}

fn add_pairs(portfolio: &Portfolio, reduced: &mut Reduced) {
    let phases = portfolio.phases as usize;
    for synergy in &portfolio.synergies {
        let [a, b] = synergy.items;
        let (Some(one), Some(other)) = (reduced.unit_of[a], reduced.unit_of[b]) else { continue };
        let work = [a, b].map(|item| portfolio.items[item].duration - 1);
        let pair = Pair { units: [one, other], work, worth: synergy.worth.clone() };
        if one == other {
            reduced.inner.extend((0..phases).map(|from| {
                let worth = pair.worth_of([from as u32, from as u32]);
                Inner { unit: one, worth, from }
            }));
        } else {
            [one, other].iter().for_each(|&unit| reduced.pairs_of[unit].push(reduced.pairs.len()));
            reduced.pairs.push(pair);
        }
    }
}

fn add_wishes(portfolio: &Portfolio, reduced: &mut Reduced) {
    for wish in &portfolio.preferences {
        let Some(unit) = reduced.unit_of[wish.item] else { continue };
        let gap = portfolio.ready(wish.needs, 0, wish.lag, wish.after);
        match reduced.unit_of[wish.needs] {
            Some(other) if other != unit => {
                let at = reduced.wishes.len();
                [unit, other].iter().for_each(|&unit| reduced.wishes_of[unit].push(at));
                let needs = UnitLink { other, gap };
                reduced.wishes.push(Wish { unit, needs, penalty: wish.penalty });
            }
            Some(_) if gap == 0 => {}
            // What should come first never does.
            _ => reduced.inner.extend((0..portfolio.phases as usize).map(|from| Inner {
                unit,
                worth: -wish.penalty,
                from,
            })),
        }
    }
}

fn add_limits(portfolio: &Portfolio, reduced: &mut Reduced) {
    let phases = portfolio.phases as usize;
    let mut most = vec![vec![0_i64; phases]; portfolio.resources.len()];
    for unit in &reduced.units {
        for used in &unit.uses {
            let carry_over = portfolio.resources[used.resource].carry_over;
            for (phase, cell) in most[used.resource].iter_mut().enumerate() {
                let starts = unit.first..=unit.last.min(phase as u32);
                *cell += if carry_over {
                    (unit.first as usize..=phase).map(|q| used.after(q - unit.first as usize)).sum()
                } else {
                    starts.map(|start| used.after(phase - start as usize)).max().unwrap_or(0)
                };
            }
        }
    }
    for (resource, most) in portfolio.resources.iter().zip(&most) {
        let mut sum = 0;
        let mut can_bind = false;
        for (limit, most) in resource.limit.iter().zip(most) {
            sum = if resource.carry_over { sum + limit } else { *limit };
            can_bind |= *most > sum;
        }
        let (phases, carry_over) = (resource.limit.clone(), resource.carry_over);
        reduced.limits.push(Limit { phases, carry_over, can_bind });
    }
}
