//! How much more, or less, of a resource moves an item.

use super::super::question::{Base, later};
use super::super::scarce::with_more;
use super::{ChangeKind, Least, smallest};
use crate::sequencing::ResourceKind;

/// Borders are found to this share of the amount.
const PRECISION: i64 = 64;

/// The fewest units more of a resource in a phase that bring an item forward;
/// `short` is what it lacks, all else as it is.
pub fn least_more(
    base: &Base<'_>,
    item: usize,
    resource: usize,
    phase: u32,
    short: i64,
) -> Option<i64> {
    let limit = limit_of(base, resource, phase)?;
    // More than another whole limit on top is no small change.
    let most = limit.max(short.saturating_mul(4)).max(1);
    let search = Least { first: short.max(1), most, within: (short / PRECISION).max(1) };
    let before = base.start(item);
    ask(base, resource, phase, search, 1, &|start| later(start, before), item)
}

/// The fewest units less of a resource in a phase that push an item back.
pub fn least_less(base: &Base<'_>, item: usize, resource: usize, phase: u32) -> Option<i64> {
    let limit = limit_of(base, resource, phase)?;
    if limit == 0 {
        return None;
    }
    let first = (limit / PRECISION).max(1);
    let search = Least { first, most: limit, within: (limit / 256).max(1) };
    let before = base.start(item);
    ask(base, resource, phase, search, -1, &|start| later(before, start), item)
}

fn ask(
    base: &Base<'_>,
    resource: usize,
    phase: u32,
    search: Least,
    sign: i64,
    moved: &dyn Fn(Option<u32>) -> bool,
    item: usize,
) -> Option<i64> {
    smallest(search, &mut |units| {
        if base.is_cancelled() {
            return None;
        }
        let changed = with_more(&base.compiled.portfolio, resource, phase, sign * units);
        let answer = base.plan(changed);
        // Less may leave no plan at all; that is another question's answer.
        let start = answer.plan.start.get(item).copied().flatten();
        Some(answer.infeasible.is_none() && moved(start))
    })
}

fn limit_of(base: &Base<'_>, resource: usize, phase: u32) -> Option<i64> {
    let resource = base.compiled.portfolio.resources.get(resource)?;
    resource.limit.get((phase as usize).checked_sub(1)?).copied()
}

/// The change of so many units; none for a resource that does not exist.
pub fn kind(base: &Base<'_>, resource: usize, phase: u32, units: i64) -> Option<ChangeKind> {
    let info = base.compiled.resources.get(resource)?;
    // What the limit lacks for what has begun comes first.
    let raised = if units > 0 { info.raised_in(phase) } else { 0 };
    let more = info.real(phase, units + raised);
    Some(ChangeKind::Resource { what: info.name.id(), in_phase: phase, more })
}

/// Limits in the phase in which an item starts that it counts against.
pub fn own_rows(base: &Base<'_>, item: usize) -> Vec<(usize, u32)> {
    let (Some(start), Some(entry)) = (base.start(item), base.compiled.portfolio.items.get(item))
    else {
        return Vec::new();
    };
    let work = |resource: usize| {
        base.compiled.portfolio.resources[resource].kind == ResourceKind::Work
            && base.compiled.resources[resource].is_limited(start)
    };
    let uses = entry.uses.iter().filter(|(_, amounts)| amounts.first().is_some_and(|a| *a > 0));
    uses.map(|(resource, _)| *resource).filter(|&at| work(at)).map(|at| (at, start)).collect()
}
