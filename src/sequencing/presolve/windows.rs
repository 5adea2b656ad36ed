//! Start windows that only tighten: what follows from a decision for others.

use super::reduced::Reduced;
use super::room::Room;

/// A unit that must start and cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction {
    /// The unit.
    pub unit: usize,
}

/// The start window of every unit, and which must start.
///
/// A unit whose window is empty does not start. Every change is logged, so that
/// a search can go back.
#[derive(Debug, Clone)]
pub struct Windows {
    /// First phase in which each unit can start.
    pub first: Vec<u32>,
    /// Last phase in which each unit can start.
    pub last: Vec<u32>,
    /// True for units that must start.
    pub must: Vec<bool>,
    log: Vec<(usize, u32, u32, bool)>,
    waiting: Vec<usize>,
    is_waiting: Vec<bool>,
    /// What units that must start leave of what is limited.
    pub(super) room: Room,
}

/// What a step of propagation says.
pub type Step = Result<(), Contradiction>;

impl Windows {
    /// The windows of the units as they stand.
    pub fn new(reduced: &Reduced) -> Self {
        let units = &reduced.units;
        Self {
            first: units.iter().map(|unit| unit.first).collect(),
            last: units.iter().map(|unit| unit.last).collect(),
            must: units.iter().map(|unit| unit.mandatory).collect(),
            log: Vec::new(),
            waiting: (0..units.len()).rev().collect(),
            is_waiting: vec![true; units.len()],
            room: Room::default(),
        }
    }

    /// True if the unit does not start.
    pub fn is_out(&self, unit: usize) -> bool {
        self.first[unit] > self.last[unit]
    }

    /// True if nothing is open about the unit.
    pub fn is_fixed(&self, unit: usize) -> bool {
        self.is_out(unit) || (self.must[unit] && self.first[unit] == self.last[unit])
    }

    /// A place to go back to.
    pub fn mark(&self) -> usize {
        self.log.len()
    }

    /// Takes everything back that happened after the mark.
    pub fn back_to(&mut self, mark: usize) {
        while self.log.len() > mark {
            if let Some((unit, first, last, must)) = self.log.pop() {
                self.first[unit] = first;
                self.last[unit] = last;
                self.must[unit] = must;
            }
        }
        for unit in self.waiting.drain(..) {
            self.is_waiting[unit] = false;
        }
    }

    /// Units that changed after the mark, some more than once.
    pub fn changed_since(&self, mark: usize) -> impl Iterator<Item = usize> + '_ {
        self.log[mark..].iter().map(|entry| entry.0)
    }

    fn note(&mut self, unit: usize) {
        self.log.push((unit, self.first[unit], self.last[unit], self.must[unit]));
        if !self.is_waiting[unit] {
            self.is_waiting[unit] = true;
            self.waiting.push(unit);
        }
    }

    /// The unit does not start before the phase.
    ///
    /// # Errors
    /// If it must start by an earlier one.
    pub fn not_before(&mut self, unit: usize, phase: u32) -> Step {
        if phase <= self.first[unit] || self.is_out(unit) {
            return Ok(());
        }
        if phase > self.last[unit] && self.must[unit] {
            return Err(Contradiction { unit });
        }
        self.note(unit);
        self.first[unit] = phase;
        Ok(())
    }

    /// The unit starts, and not after the phase.
    ///
    /// # Errors
    /// If it cannot.
    pub fn must_by(&mut self, unit: usize, phase: u32) -> Step {
        if self.first[unit] > phase.min(self.last[unit]) {
            return Err(Contradiction { unit });
        }
        if self.must[unit] && self.last[unit] <= phase {
            return Ok(());
        }
        self.note(unit);
        self.must[unit] = true;
        self.last[unit] = self.last[unit].min(phase);
        Ok(())
    }

    /// The unit does not start after the phase, if it starts.
    ///
    /// # Errors
    /// If it must start and cannot by then.
    pub(super) fn not_after(&mut self, unit: usize, phase: u32) -> Step {
        if self.must[unit] {
            return self.must_by(unit, phase);
        }
        if self.last[unit] > phase && !self.is_out(unit) {
            self.note(unit);
            self.last[unit] = phase;
        }
        Ok(())
    }

    /// The unit does not start.
    ///
    /// # Errors
    /// If it must.
    pub fn never(&mut self, unit: usize) -> Step {
        if self.must[unit] {
            return Err(Contradiction { unit });
        }
        if !self.is_out(unit) {
            self.note(unit);
            self.first[unit] = u32::MAX / 2;
        }
        Ok(())
    }

    /// Draws all conclusions from what has changed.
    ///
    /// # Errors
    /// If a unit that must start cannot.
    pub fn propagate(&mut self, reduced: &Reduced) -> Step {
        loop {
            self.follow_links(reduced)?;
            self.respect_limits(reduced)?;
            if self.waiting.is_empty() {
                return Ok(());
            }
        }
    }

    /// Rules out what would need two that exclude each other, or has no
    /// alternative left if it starts: each unit is supposed to start, with what
    /// follows along links (*probing*). Limits are left aside.
    ///
    /// O(units × units that one needs), where anything is exclusive.
    ///
    /// # Errors
    /// If a unit that must start cannot.
    pub fn probe(&mut self, reduced: &Reduced) -> Step {
        if reduced.exclusive.is_empty() {
            return Ok(());
        }
        for unit in 0..reduced.units.len() {
            if self.is_out(unit) || self.must[unit] {
                continue;
            }
            let mark = self.mark();
            let last = self.last[unit];
            let starts = self.must_by(unit, last).and_then(|()| self.follow_links(reduced));
            self.back_to(mark);
            if starts.is_err() {
                self.never(unit)?;
                self.follow_links(reduced)?;
            }
        }
        Ok(())
    }

    /// Conclusions along links, groups and alternatives alone.
    fn follow_links(&mut self, reduced: &Reduced) -> Step {
        while let Some(unit) = self.waiting.pop() {
            self.is_waiting[unit] = false;
            self.follow(reduced, unit)?;
        }
        Ok(())
    }

    /// Conclusions from one unit along links, groups and alternatives.
    fn follow(&mut self, reduced: &Reduced, unit: usize) -> Step {
        if self.must[unit] && self.is_out(unit) {
            return Err(Contradiction { unit });
        }
        for link in &reduced.dependants[unit] {
            if self.is_out(unit) {
                self.never(link.other)?;
            } else {
                self.not_before(link.other, self.first[unit].saturating_add(link.gap))?;
            }
        }
        for &at in &reduced.chosen_by[unit] {
            self.choose(reduced, at)?;
        }
        if self.is_out(unit) {
            return Ok(());
        }
        if self.must[unit] {
            for link in &reduced.needs[unit] {
                match self.last[unit].checked_sub(link.gap) {
                    Some(phase) => self.must_by(link.other, phase)?,
                    None => return Err(Contradiction { unit }),
                }
            }
            for &group in &reduced.groups_of[unit] {
                for &other in &reduced.exclusive[group] {
                    if other != unit {
                        self.never(other)?;
                    }
                }
            }
        }
        for &at in &reduced.chooses[unit] {
            self.choose(reduced, at)?;
        }
        Ok(())
    }

    /// Conclusions from one group of alternatives.
    fn choose(&mut self, reduced: &Reduced, at: usize) -> Step {
        let group = &reduced.alternatives[at];
        if self.is_out(group.unit) {
            return Ok(());
        }
        let last = self.last[group.unit];
        let open = |windows: &Self, link: &super::reduced::UnitLink| {
            let ready = windows.first[link.other].saturating_add(link.gap);
            (!windows.is_out(link.other) && ready <= last).then_some(ready)
        };
        let mut live = group.of.iter().filter_map(|link| Some((open(self, link)?, link)));
        let Some((mut soonest, only)) = live.next() else { return self.never(group.unit) };
        let mut several = false;
        for (ready, _) in live {
            several = true;
            soonest = soonest.min(ready);
        }
        if !several && self.must[group.unit] {
            let only = *only;
            self.must_by(only.other, last.saturating_sub(only.gap))?;
        }
        self.not_before(group.unit, soonest)
    }
}
