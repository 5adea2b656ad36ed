//! What must start uses some of what there is; where the rest does not suffice,
//! others cannot start.

use super::reduced::{Reduced, Unit, UnitUse};
use super::windows::{Contradiction, Step, Windows};

/// What is left of limited resources beside what is certain.
#[derive(Debug, Clone, Default)]
pub(super) struct Room {
    phases: usize,
    /// By unit: the window for which its certain use is taken away, if any is.
    taken: Vec<Option<(u32, u32)>>,
    /// By resource and phase: what that leaves.
    rest: Vec<i64>,
    /// By resource and phase; of money that is carried over, up to the phase.
    free: Vec<i64>,
    /// By resource: a unit that never uses more has room wherever it is.
    least: Vec<i64>,
}

impl Room {
    fn of(&self, resource: usize) -> &[i64] {
        &self.free[resource * self.phases..][..self.phases]
    }

    /// What is left where units that must start do so within their windows.
    ///
    /// O(units + resources × phases), and uses × phases of units whose windows changed
    /// since the last time.
    fn measure(&mut self, reduced: &Reduced, windows: &Windows) {
        if self.phases == 0 {
            self.phases = reduced.phases as usize;
            self.taken = vec![None; reduced.units.len()];
            self.rest = reduced.limits.iter().flat_map(|limit| &limit.phases).copied().collect();
        }
        for (unit, entry) in reduced.units.iter().enumerate() {
            let window = windows.must[unit].then(|| (windows.first[unit], windows.last[unit]));
            let before = std::mem::replace(&mut self.taken[unit], window);
            if before != window {
                before.into_iter().for_each(|window| self.take(reduced, entry, window, -1));
                window.into_iter().for_each(|window| self.take(reduced, entry, window, 1));
            }
        }
        self.free.clone_from(&self.rest);
        self.least.clear();
        for (limit, row) in reduced.limits.iter().zip(self.free.chunks_exact_mut(self.phases)) {
            let mut sum = 0;
            for rest in row.iter_mut().filter(|_| limit.carry_over) {
                sum += *rest;
                *rest = sum;
            }
            self.least.push(match (limit.can_bind, limit.carry_over) {
                (false, _) => i64::MAX,
                (_, true) => -1,
                _ => row.iter().copied().min().unwrap_or(i64::MAX),
            });
        }
    }

    /// Takes away, so many times, what a unit uses for certain that starts in a window.
    fn take(&mut self, reduced: &Reduced, entry: &Unit, (first, last): (u32, u32), times: i64) {
        for used in &entry.uses {
            let limit = &reduced.limits[used.resource];
            if !limit.can_bind {
                continue;
            }
            let row = &mut self.rest[used.resource * self.phases..][..self.phases];
            let row = &mut row[last as usize..];
            if first == last || limit.carry_over {
                // Late spending of carried money is the least.
                let work = row.iter_mut().zip(&used.profile);
                work.for_each(|(rest, amount)| *rest -= times * amount);
            } else if used.tail == 0 {
                continue;
            }
            let after = row.iter_mut().skip(used.profile.len());
            after.for_each(|rest| *rest -= times * used.tail);
        }
    }

    /// True if a unit has room where it starts in a phase. Of one that must start, not
    /// after `certain`, what it uses for certain is taken away already.
    fn fits(&self, reduced: &Reduced, entry: &Unit, start: usize, certain: Option<usize>) -> bool {
        entry.uses.iter().all(|used| {
            if used.largest <= self.least[used.resource] {
                return true;
            }
            let carries = reduced.limits[used.resource].carry_over;
            let own = |phase: usize| match certain.and_then(|last| phase.checked_sub(last)) {
                Some(offset) if carries => used.after(offset),
                Some(offset) if offset >= used.profile.len() => used.tail,
                _ => 0,
            };
            let mut sum = 0;
            self.of(used.resource)[start..].iter().enumerate().all(|(offset, rest)| {
                let need = used.after(offset) - own(start + offset);
                sum = if carries { sum + need } else { need };
                sum <= *rest
            })
        })
    }
}

impl Windows {
    /// Draws conclusions from what is limited.
    pub(super) fn respect_limits(&mut self, reduced: &Reduced) -> Step {
        let mut room = std::mem::take(&mut self.room);
        room.measure(reduced, self);
        let result = self.keep_within(reduced, &room);
        self.room = room;
        result
    }

    fn keep_within(&mut self, reduced: &Reduced, room: &Room) -> Step {
        for (resource, limit) in reduced.limits.iter().enumerate() {
            if limit.can_bind && room.of(resource).iter().any(|rest| *rest < 0) {
                let uses = |used: &UnitUse| used.resource == resource;
                let user = (0..reduced.units.len())
                    .find(|&unit| self.must[unit] && reduced.units[unit].uses.iter().any(uses));
                return Err(Contradiction { unit: user.unwrap_or(0) });
            }
        }
        for (unit, entry) in reduced.units.iter().enumerate() {
            if self.is_fixed(unit)
                || entry.uses.iter().all(|used| used.largest <= room.least[used.resource])
            {
                continue;
            }
            let (must, last) = (self.must[unit], self.last[unit]);
            let certain = must.then_some(last as usize);
            let fits = |start: &u32| room.fits(reduced, entry, *start as usize, certain);
            let Some(start) = (self.first[unit]..=last).find(fits) else {
                self.never(unit)?;
                continue;
            };
            self.not_before(unit, start)?;
            // The last phase with room may be trimmed only where each unit's
            // table entry stays what it was: for units that may stay out.
            if !must {
                let end = (start + 1..=last).rev().find(fits);
                self.not_after(unit, end.unwrap_or(start))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::presolve;
    use super::*;
    use crate::sequencing::{Item, Portfolio, Resource, ResourceKind, SplitMix64, Structure};

    const PHASES: usize = 4;

    /// Three units that share a resource, with windows of their own; some must start.
    fn tight(random: &mut SplitMix64) -> Reduced {
        let kind = [ResourceKind::Work, ResourceKind::Running][random.below(2)];
        let shared = Resource {
            id: "shared".into(),
            kind,
            carry_over: kind == ResourceKind::Work && random.below(2) == 0,
            limit: vec![1000; PHASES],
        };
        let items = (0..3).map(|at| {
            let duration = 1 + random.below(2);
            let amounts = if kind == ResourceKind::Work { duration } else { 1 };
            Item {
                id: format!("i{at}"),
                duration: duration as u32,
                earliest: 1,
                latest: PHASES as u32,
                mandatory: false,
                worth: vec![1; PHASES],
                uses: vec![(0, (0..amounts).map(|_| random.below(8) as i64).collect())],
            }
        });
        let portfolio = Portfolio {
            resources: vec![shared],
            items: items.collect(),
            ..Portfolio::empty(PHASES as u32)
        };
        let mut reduced = presolve(&portfolio, &Structure::new(&portfolio)).reduced;
        let scarce = &mut reduced.limits[0];
        scarce.phases.fill_with(|| random.below(12) as i64);
        scarce.can_bind = true;
        for unit in &mut reduced.units {
            let latest = unit.last;
            unit.first = random.below(latest as usize + 1) as u32;
            unit.last = unit.first + random.below((latest - unit.first) as usize + 1) as u32;
            unit.mandatory = random.below(2) == 0;
        }
        reduced
    }

    /// True if these starts keep the limit, counted phase by phase.
    fn holds(reduced: &Reduced, starts: &[Option<u32>]) -> bool {
        let limit = &reduced.limits[0];
        let mut left = 0;
        limit.phases.iter().enumerate().all(|(phase, given)| {
            let started = reduced.units.iter().zip(starts);
            let used = started.flat_map(|(unit, start)| {
                let offset = phase.checked_sub((*start)? as usize)?;
                Some(unit.uses.iter().map(|used| used.after(offset)).sum::<i64>())
            });
            left = given - used.sum::<i64>() + if limit.carry_over { left } else { 0 };
            left >= 0
        })
    }

    /// All ways to start units within their windows; those that may stay out do also that.
    fn ways(units: &[Unit]) -> Vec<Vec<Option<u32>>> {
        units.iter().fold(vec![Vec::new()], |ways, unit| {
            let own = (unit.first..=unit.last).map(Some);
            let own: Vec<_> = own.chain((!unit.mandatory).then_some(None)).collect();
            let longer = |way: &Vec<Option<u32>>, start: &Option<u32>| {
                way.iter().chain([start]).copied().collect()
            };
            ways.iter().flat_map(|way| own.iter().map(|start| longer(way, start))).collect()
        })
    }

    #[test]
    fn no_start_with_room_is_lost_and_none_without_is_left_where_the_rest_is_fixed() {
        let mut random = SplitMix64::new(7);
        let (mut lost, mut without) = (0, 0);
        for _ in 0..3_000 {
            let reduced = tight(&mut random);
            let mut windows = Windows::new(&reduced);
            let ended = windows.propagate(&reduced);
            let held: Vec<_> =
                ways(&reduced.units).into_iter().filter(|way| holds(&reduced, way)).collect();
            assert!(ended.is_ok() || held.is_empty(), "a way out was not seen: {held:?}");
            if ended.is_err() {
                without += 1;
                continue;
            }
            for (unit, entry) in reduced.units.iter().enumerate() {
                let within = |start: u32| {
                    !windows.is_out(unit)
                        && (windows.first[unit]..=windows.last[unit]).contains(&start)
                };
                let possible = |start: u32| held.iter().any(|way| way[unit] == Some(start));
                for start in entry.first..=entry.last {
                    assert!(within(start) || !possible(start), "a start was lost");
                    lost += usize::from(!within(start));
                }
                let is_fixed = |other: usize| other == unit || windows.is_fixed(other);
                if !(0..reduced.units.len()).all(is_fixed) || windows.is_out(unit) {
                    continue;
                }
                // Whatever else is in is fixed: the ends of the window have room.
                assert!(possible(windows.first[unit]));
                assert!(entry.mandatory || possible(windows.last[unit]));
            }
        }
        assert!(lost > 500 && without > 100, "{lost} starts, {without} without a way");
    }

    /// Taking back what was taken away leaves what was there before.
    #[test]
    fn what_is_measured_step_by_step_is_what_is_measured_anew() {
        let mut random = SplitMix64::new(8);
        for _ in 0..500 {
            let reduced = tight(&mut random);
            let mut windows = Windows::new(&reduced);
            let mut room = Room::default();
            for _ in 0..6 {
                let mark = windows.mark();
                let unit = random.below(reduced.units.len());
                let (first, last) = (windows.first[unit], windows.last[unit]);
                let phase = first + random.below(last.saturating_sub(first) as usize + 1) as u32;
                // Some steps are not possible; then there is nothing to measure.
                let _ = match random.below(3) {
                    0 => windows.not_before(unit, phase),
                    1 => windows.must_by(unit, phase),
                    _ => windows.never(unit),
                };
                room.measure(&reduced, &windows);
                let mut anew = Room::default();
                anew.measure(&reduced, &windows);
                assert_eq!((&room.free, &room.least), (&anew.free, &anew.least));
                if random.below(2) == 0 {
                    windows.back_to(mark);
                }
            }
        }
    }
}
