//! A plan that changes move by move, with what it uses, and a way back.

use super::super::presolve::{OUT, Reduced};
use super::table::Table;

/// A feasible plan under construction.
///
/// It never breaks a hard rule, except that units which must start may still be
/// missing.
#[derive(Debug, Clone)]
pub struct State<'p> {
    reduced: &'p Reduced,
    table: &'p Table,
    /// Start phase by unit, from 0.
    pub start: Vec<u32>,
    /// What the plan is worth, kept up to date with every move.
    pub worth: i64,
    /// How many units that must start do not.
    pub missing: usize,
    /// What is left, by resource and phase.
    left: Vec<i64>,
    /// Moves since the last [`Self::mark`]: unit and where it was.
    log: Vec<(u32, u32)>,
    /// Units by start phase; those that are out come last.
    places: Vec<Vec<u32>>,
    /// Position of each unit in its place.
    position: Vec<u32>,
}

impl<'p> State<'p> {
    /// A plan in which nothing starts.
    pub fn empty(reduced: &'p Reduced, table: &'p Table) -> Self {
        let count = reduced.units.len();
        let mut places = vec![Vec::new(); table.phases + 1];
        places[table.phases] = (0..count as u32).collect();
        Self {
            reduced,
            table,
            start: vec![OUT; count],
            worth: 0,
            missing: reduced.units.iter().filter(|unit| unit.mandatory).count(),
            left: table.limits.clone(),
            log: Vec::new(),
            places,
            position: (0..count as u32).collect(),
        }
    }

    /// True if the unit starts.
    pub fn is_in(&self, unit: usize) -> bool {
        self.start[unit] != OUT
    }

    /// Units that start in a phase.
    pub fn starting_in(&self, phase: usize) -> &[u32] {
        &self.places[phase]
    }

    /// Units that do not start.
    pub fn out(&self) -> &[u32] {
        &self.places[self.table.phases]
    }

    /// Forgets how to go back.
    pub fn mark(&mut self) {
        self.log.clear();
    }

    /// Moves since the last mark: units and where they were.
    pub fn moves(&self) -> &[(u32, u32)] {
        &self.log
    }

    /// Takes moves back until there are only so many.
    pub fn back_to(&mut self, moves: usize) {
        while self.log.len() > moves {
            if let Some((unit, before)) = self.log.pop() {
                self.put(unit as usize, before);
            }
        }
    }

    /// Starts a unit in a phase, or takes it out, without asking whether it may.
    pub fn set(&mut self, unit: usize, start: u32) {
        self.log.push((unit as u32, self.start[unit]));
        self.put(unit, start);
    }

    fn put(&mut self, unit: usize, start: u32) {
        let before = self.start[unit];
        if before == start {
            return;
        }
        let entry = &self.reduced.units[unit];
        if before != OUT {
            self.start[unit] = OUT;
            self.worth -= entry.worth[before as usize] + self.beside(unit, before);
            self.count(unit, before, 1);
            self.missing += usize::from(entry.mandatory);
        }
        if start != OUT {
            self.worth += entry.worth[start as usize] + self.beside(unit, start);
            self.count(unit, start, -1);
            self.missing -= usize::from(entry.mandatory);
        }
        self.start[unit] = start;
        self.rehouse(unit, before, start);
    }

    fn rehouse(&mut self, unit: usize, before: u32, after: u32) {
        let place = |start: u32| if start == OUT { self.table.phases } else { start as usize };
        let (old, new) = (place(before), place(after));
        let at = self.position[unit] as usize;
        self.places[old].swap_remove(at);
        if let Some(&moved) = self.places[old].get(at) {
            self.position[moved as usize] = at as u32;
        }
        self.position[unit] = self.places[new].len() as u32;
        self.places[new].push(unit as u32);
    }

    fn count(&mut self, unit: usize, start: u32, sign: i64) {
        for used in self.table.uses(unit) {
            let row = used.row as usize;
            let cells = &mut self.left[row + start as usize..row + self.table.phases];
            let amounts = self.table.amounts(used);
            for (cell, amount) in cells.iter_mut().zip(amounts) {
                *cell += sign * amount;
            }
            if used.tail != 0 {
                cells.iter_mut().skip(amounts.len()).for_each(|cell| *cell += sign * used.tail);
            }
        }
    }

    /// True if there is enough of everything for a unit to start in a phase.
    pub fn fits(&self, unit: usize, start: u32) -> bool {
        self.lacking(unit, start).is_none()
    }

    /// The first row (resource × phases + phase) that would be exceeded by
    /// starting a unit in a phase.
    pub fn lacking(&self, unit: usize, start: u32) -> Option<usize> {
        for used in self.table.uses(unit) {
            let row = used.row as usize;
            let cells = &self.left[row + start as usize..row + self.table.phases];
            let amounts = self.table.amounts(used);
            for (at, (left, amount)) in cells.iter().zip(amounts).enumerate() {
                if amount > left {
                    return Some(row + start as usize + at);
                }
            }
            if used.tail != 0 {
                for (at, left) in cells.iter().enumerate().skip(amounts.len()) {
                    if used.tail > *left {
                        return Some(row + start as usize + at);
                    }
                }
            }
        }
        None
    }

    /// The first phase from which on what a unit needs is ready; none if some of
    /// it does not start.
    pub fn ready_from(&self, unit: usize) -> Option<u32> {
        let mut from = self.reduced.units[unit].first;
        for link in &self.reduced.needs[unit] {
            let start = self.start[link.other];
            if start == OUT {
                return None;
            }
            from = from.max(start + link.gap);
        }
        for &at in &self.reduced.chooses[unit] {
            let of = self.reduced.alternatives[at].of.iter();
            let ready = of.filter(|link| self.is_in(link.other));
            from = from.max(ready.map(|link| self.start[link.other] + link.gap).min()?);
        }
        Some(from)
    }

    /// True if a unit that excludes this one has started.
    pub fn is_excluded(&self, unit: usize) -> bool {
        self.reduced.groups_of[unit].iter().any(|&group| {
            self.reduced.exclusive[group].iter().any(|&other| other != unit && self.is_in(other))
        })
    }

    /// True if a started unit's alternatives hold without counting on `without`.
    pub fn stands_without(&self, unit: usize, without: usize) -> bool {
        let start = self.start[unit];
        self.reduced.chooses[unit].iter().all(|&at| {
            self.reduced.alternatives[at].of.iter().any(|link| {
                link.other != without
                    && self.is_in(link.other)
                    && self.start[link.other] + link.gap <= start
            })
        })
    }

    /// What a unit's start adds to the plan's worth by pairs and wishes, beside
    /// what has started.
    fn beside(&self, unit: usize, start: u32) -> i64 {
        let mut total = 0;
        for &at in &self.reduced.pairs_of[unit] {
            let pair = &self.reduced.pairs[at];
            let side = usize::from(pair.units[0] != unit);
            let other = self.start[pair.units[1 - side]];
            if other != OUT {
                let starts = if side == 0 { [start, other] } else { [other, start] };
                total += pair.worth_of(starts);
            }
        }
        for &at in &self.reduced.wishes_of[unit] {
            let wish = &self.reduced.wishes[at];
            let kept = |unit: u32, needs: u32| needs != OUT && needs + wish.needs.gap <= unit;
            if wish.unit == unit {
                if !kept(start, self.start[wish.needs.other]) {
                    total -= wish.penalty;
                }
            } else if self.is_in(wish.unit) && kept(self.start[wish.unit], start) {
                // Without this unit the other's wish is broken.
                total += wish.penalty;
            }
        }
        total
    }
}
