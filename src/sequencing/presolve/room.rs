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
        if self.taken.len() != reduced.units.len() || self.rest.is_empty() {
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

    /// True if a unit that may stay out has room where it starts in a phase.
    fn fits(&self, reduced: &Reduced, entry: &Unit, start: usize) -> bool {
        entry.uses.iter().all(|used| {
            if used.largest <= self.least[used.resource] {
                return true;
            }
            let rest = &self.of(used.resource)[start..];
            if reduced.limits[used.resource].carry_over {
                let mut sum = 0;
                return rest.iter().enumerate().all(|(offset, rest)| {
                    sum += used.after(offset);
                    sum <= *rest
                });
            }
            let work = rest.iter().zip(&used.profile);
            let mut after = rest.iter().skip(used.profile.len());
            work.into_iter().all(|(rest, amount)| amount <= rest)
                && (used.tail == 0 || after.all(|rest| used.tail <= *rest))
        })
    }

    /// The same for a unit that must start, not after `last`: what it uses for certain
    /// is taken away already.
    fn fits_in(&self, reduced: &Reduced, entry: &Unit, start: usize, last: usize) -> bool {
        entry.uses.iter().all(|used| {
            let limit = &reduced.limits[used.resource];
            if !limit.can_bind {
                return true;
            }
            let own = |phase: usize| match phase.checked_sub(last) {
                Some(offset) if limit.carry_over => used.after(offset),
                Some(offset) if offset >= used.profile.len() => used.tail,
                _ => 0,
            };
            let mut sum = 0;
            (start..self.phases).zip(&self.of(used.resource)[start..]).all(|(phase, rest)| {
                let need = used.after(phase - start) - own(phase);
                sum = if limit.carry_over { sum + need } else { need };
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
            let fits = |start: u32| match must {
                true => room.fits_in(reduced, entry, start as usize, last as usize),
                false => room.fits(reduced, entry, start as usize),
            };
            let Some(start) = (self.first[unit]..=last).find(|start| fits(*start)) else {
                self.never(unit)?;
                continue;
            };
            self.not_before(unit, start)?;
            // The last phase with room may be trimmed only where each unit's
            // table entry stays what it was: for units that may stay out.
            if !must {
                let end = (start + 1..=last).rev().find(|end| fits(*end));
                self.not_after(unit, end.unwrap_or(start))?;
            }
        }
        Ok(())
    }
}
