//! Cuts: rows that all plans keep and some fractions of plans do not.
//!
//! A set of units whose use together exceeds what there is in a phase is a
//! *cover*: not all of them can be at work there. Lifted by Balas (1975): units
//! outside with much use count as several. Over all phases up to one, use is
//! summed, and units bring what they need along (an *induced* cover, Boyd 1993):
//! not all of a set can have started by then if with all their prerequisites
//! they use too much.

use super::super::presolve::{Reduced, Windows};
use super::cliques::Rivals;
use super::graph::Graph;

/// A cut is worth adding if late closures break it by so much.
const LEAST_VIOLATION: f64 = 0.01;

/// With more units than this, use is summed up from the first phase only.
const MOST_FOR_INTERVALS: usize = 160;

/// Σ coefficient × variable ≤ limit.
#[derive(Debug, Clone, PartialEq)]
pub struct Cut {
    /// Variables and coefficients.
    pub entries: Vec<(u32, i64)>,
    /// The right-hand side.
    pub limit: i64,
    /// By how much late closures break it, for its length.
    pub violation: f64,
}

/// A unit that uses at least `amount` if `entries` of it are one.
pub struct Member {
    /// The unit.
    pub unit: usize,
    /// What it uses at least.
    pub amount: i64,
    /// How often late closures have it so.
    pub share: f64,
    /// Variables, with the sign that each counts with.
    pub entries: Vec<(u32, i64)>,
}

/// Cuts that the averaged closures `mean` break, the worst first.
///
/// O(resources × phases × units × log units), and for induced covers units² in
/// the worst case.
pub fn separate(reduced: &Reduced, graph: &Graph, windows: &Windows, mean: &[f64]) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let ancestors = Ancestors::new(reduced);
    let mut pairs = Rivals::new(reduced);
    for (resource, limit) in reduced.limits.iter().enumerate() {
        if !limit.can_bind {
            continue;
        }
        let users: Vec<usize> = (0..reduced.units.len())
            .filter(|&unit| {
                !windows.is_out(unit)
                    && reduced.units[unit].uses.iter().any(|used| used.resource == resource)
            })
            .collect();
        let mut sum = 0;
        for phase in 0..reduced.phases as usize {
            sum += limit.phases[phase];
            if !limit.carry_over {
                let members = users
                    .iter()
                    .filter_map(|&unit| at_work(reduced, graph, mean, unit, resource, phase));
                let members: Vec<Member> = members.collect();
                pairs.note(&members, limit.phases[phase], phase);
                rounded(&members, limit.phases[phase], &mut cuts);
                cuts.extend(cover(members, limit.phases[phase]));
            }
            let all: Vec<Member> = users
                .iter()
                .filter_map(|&unit| started(reduced, graph, mean, unit, resource, phase))
                .collect();
            // What cannot start before some phase has only what there is since.
            let mut since = sum;
            let few = !limit.carry_over && reduced.units.len() <= MOST_FOR_INTERVALS;
            for from in 0..=if few { phase } else { 0 } {
                let begins_late =
                    |member: &&Member| reduced.units[member.unit].first as usize >= from;
                let members: Vec<&Member> = all.iter().filter(begins_late).collect();
                if from == 0 || members.len() < all.len() {
                    let cut = induced(reduced, graph, mean, &ancestors, &members, phase, since);
                    cuts.extend(cut.filter(|cut| !cuts.contains(cut)));
                }
                since -= limit.phases[from];
            }
        }
    }
    pairs.cliques(&mut cuts);
    cuts.sort_by(|a, b| b.violation.total_cmp(&a.violation));
    cuts
}

/// A unit that uses a resource in a phase, by the start that late closures favour.
fn at_work(
    reduced: &Reduced,
    graph: &Graph,
    mean: &[f64],
    unit: usize,
    resource: usize,
    phase: usize,
) -> Option<Member> {
    let entry = &reduced.units[unit];
    let used = entry.uses.iter().find(|used| used.resource == resource)?;
    let nodes = graph.nodes_of(unit);
    let start_share = |at: usize| {
        let before = if at > nodes.start { mean[at - 1] } else { 0.0 };
        (mean[at] - before).max(0.0)
    };
    let amount_at = |at: usize| {
        let start = entry.first as usize + at - nodes.start;
        phase.checked_sub(start).map_or(0, |offset| used.after(offset))
    };
    let favourite = nodes
        .clone()
        .filter(|&at| amount_at(at) > 0)
        .max_by(|&a, &b| start_share(a).total_cmp(&start_share(b)))?;
    let amount = amount_at(favourite);
    let mut share = 0.0;
    let mut entries: Vec<(u32, i64)> = Vec::new();
    for at in nodes.clone().filter(|&at| amount_at(at) >= amount) {
        share += start_share(at);
        // Starts that follow each other share a variable, which falls out.
        if at > nodes.start {
            match entries.last() {
                Some(last) if last.0 as usize == at - 1 => drop(entries.pop()),
                _ => entries.push((at as u32 - 1, -1)),
            }
        }
        entries.push((at as u32, 1));
    }
    Some(Member { unit, amount, share: share.min(1.0), entries })
}

/// A unit that has started by a phase, with the least that it has used by then.
fn started(
    reduced: &Reduced,
    graph: &Graph,
    mean: &[f64],
    unit: usize,
    resource: usize,
    phase: usize,
) -> Option<Member> {
    let entry = &reduced.units[unit];
    let used = entry.uses.iter().find(|used| used.resource == resource)?;
    let node = graph.started_by(reduced, unit, phase as i64)?;
    // The later it starts, the less it has used.
    let last = (entry.last as usize).min(phase);
    let amount: i64 = (last..=phase).map(|at| used.after(at - last)).sum();
    let share = mean[node as usize];
    (amount > 0).then(|| Member { unit, amount, share, entries: vec![(node, 1)] })
}

/// The cover that late closures break most, lifted; greedy.
fn cover(mut members: Vec<Member>, limit: i64) -> Option<Cut> {
    let total: i64 = members.iter().map(|member| member.amount).sum();
    if total <= limit {
        return None;
    }
    let price = |member: &Member| (1.0 - member.share) / member.amount as f64;
    members.sort_by(|a, b| {
        price(a).total_cmp(&price(b)).then(b.amount.cmp(&a.amount)).then(a.unit.cmp(&b.unit))
    });
    let mut sum = 0;
    let mut count = 0;
    while sum <= limit {
        sum += members.get(count)?.amount;
        count += 1;
    }
    // Those that are hardly there and not needed for the cover leave it.
    let mut inside: Vec<usize> = (0..count).collect();
    let mut by_share = inside.clone();
    by_share.sort_by(|&a, &b| members[a].share.total_cmp(&members[b].share));
    for at in by_share {
        if sum - members[at].amount > limit {
            sum -= members[at].amount;
            inside.retain(|&other| other != at);
        }
    }
    let mut amounts: Vec<i64> = inside.iter().map(|&at| members[at].amount).collect();
    amounts.sort_unstable_by(|a, b| b.cmp(a));
    let mut entries = Vec::new();
    let mut value = 0.0;
    for (at, member) in members.iter().enumerate() {
        let coefficient = if inside.contains(&at) { 1 } else { lifted(member.amount, &amounts) };
        if coefficient > 0 {
            value += coefficient as f64 * member.share;
            entries.extend(member.entries.iter().map(|(node, c)| (*node, c * coefficient)));
        }
    }
    finish(entries, inside.len() as i64 - 1, value)
}

/// Rows divided by a number and rounded down (Chvátal 1973): for amounts that
/// occur, and for shares of the limit, which count how many large units fit.
fn rounded(members: &[Member], limit: i64, cuts: &mut Vec<Cut>) {
    let mut divisors: Vec<i64> = members.iter().map(|member| member.amount).collect();
    divisors.extend((1..=4).map(|count| limit / (count + 1) + 1));
    divisors.sort_unstable();
    divisors.dedup();
    let mut best: Option<Cut> = None;
    for divisor in divisors.into_iter().filter(|divisor| *divisor > 1) {
        let mut entries = Vec::new();
        let mut value = 0.0;
        for member in members {
            let coefficient = member.amount / divisor;
            if coefficient > 0 {
                value += coefficient as f64 * member.share;
                entries.extend(member.entries.iter().map(|(node, c)| (*node, c * coefficient)));
            }
        }
        if let Some(cut) = finish(entries, limit / divisor, value)
            && best.as_ref().is_none_or(|best| cut.violation > best.violation)
        {
            best = Some(cut);
        }
    }
    cuts.extend(best);
}

/// How many of a cover's largest members one unit outside is as large as.
fn lifted(amount: i64, cover: &[i64]) -> i64 {
    let mut sum = 0;
    let fits = |member: &&i64| {
        sum += **member;
        sum <= amount
    };
    cover.iter().take_while(fits).count() as i64
}

/// A cut, if late closures break it enough.
pub fn finish(entries: Vec<(u32, i64)>, limit: i64, value: f64) -> Option<Cut> {
    let excess = value - limit as f64;
    let size = entries.iter().map(|entry| (entry.1 * entry.1) as f64).sum::<f64>().sqrt();
    (excess > LEAST_VIOLATION).then(|| Cut { entries, limit, violation: excess / size.max(1.0) })
}

/// All units that each unit needs, directly or not, without alternatives.
struct Ancestors {
    of: Vec<Vec<(usize, u32)>>,
}

impl Ancestors {
    /// Longest gaps along links. O(units × ancestors).
    fn new(reduced: &Reduced) -> Self {
        let mut of: Vec<Vec<(usize, u32)>> = Vec::with_capacity(reduced.units.len());
        for needs in &reduced.needs {
            let mut all: Vec<(usize, u32)> = Vec::new();
            for link in needs {
                all.push((link.other, link.gap));
                // What is needed stands before what needs it.
                if let Some(further) = of.get(link.other) {
                    all.extend(further.iter().map(|(unit, gap)| (*unit, gap + link.gap)));
                }
            }
            all.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
            all.dedup_by_key(|entry| entry.0);
            of.push(all);
        }
        Self { of }
    }
}

/// A set of units that cannot all have started by a phase, since with all that
/// they need they would have used more than there was; greedy.
fn induced(
    reduced: &Reduced,
    graph: &Graph,
    mean: &[f64],
    ancestors: &Ancestors,
    members: &[&Member],
    phase: usize,
    limit: i64,
) -> Option<Cut> {
    let total: i64 = members.iter().map(|member| member.amount).sum();
    if total <= limit {
        return None;
    }
    let mut amount = vec![0; reduced.units.len()];
    members.iter().for_each(|member| amount[member.unit] = member.amount);
    // Units without use of their own may bring others along too.
    let mut order: Vec<(f64, usize, u32)> = Vec::new();
    for unit in 0..reduced.units.len() {
        let Some(node) = graph.started_by(reduced, unit, phase as i64) else { continue };
        let share = mean[node as usize];
        let brings: i64 =
            amount[unit] + ancestors.of[unit].iter().map(|(other, _)| amount[*other]).sum::<i64>();
        if brings > 0 && share > 0.3 {
            order.push(((1.0 - share) / brings as f64, unit, node));
        }
    }
    order.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let mut counted = vec![0_u32; reduced.units.len()];
    let mut sum = 0;
    let mut chosen: Vec<(usize, u32)> = Vec::new();
    for (_, unit, node) in order {
        if sum > limit {
            break;
        }
        if counted[unit] > 0 {
            // Another brings it along already.
            continue;
        }
        sum += count(&mut counted, ancestors, &amount, unit);
        chosen.push((unit, node));
    }
    if sum <= limit {
        return None;
    }
    // What later ones bring along says nothing of its own; what is not needed
    // for the cover leaves it, those that are hardly there first.
    let mut by_share = chosen.clone();
    by_share.sort_by(|a, b| mean[a.1 as usize].total_cmp(&mean[b.1 as usize]).then(a.0.cmp(&b.0)));
    for (unit, node) in by_share {
        let less = uncount(&mut counted, ancestors, &amount, unit);
        if sum - less > limit {
            sum -= less;
            chosen.retain(|entry| *entry != (unit, node));
        } else {
            count(&mut counted, ancestors, &amount, unit);
        }
    }
    let value = chosen.iter().map(|(_, node)| mean[*node as usize]).sum();
    let entries: Vec<(u32, i64)> = chosen.iter().map(|(_, node)| (*node, 1)).collect();
    let limit = entries.len() as i64 - 1;
    finish(entries, limit, value)
}

/// Counts a unit and all that it needs; what was not counted before.
fn count(counted: &mut [u32], ancestors: &Ancestors, amount: &[i64], unit: usize) -> i64 {
    let all = ancestors.of[unit].iter().map(|entry| entry.0).chain([unit]);
    all.map(|unit| {
        counted[unit] += 1;
        if counted[unit] == 1 { amount[unit] } else { 0 }
    })
    .sum()
}

fn uncount(counted: &mut [u32], ancestors: &Ancestors, amount: &[i64], unit: usize) -> i64 {
    let all = ancestors.of[unit].iter().map(|entry| entry.0).chain([unit]);
    all.map(|unit| {
        counted[unit] -= 1;
        if counted[unit] == 0 { amount[unit] } else { 0 }
    })
    .sum()
}
