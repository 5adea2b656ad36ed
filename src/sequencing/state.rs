//! A plan that changes move by move, with what it uses, and a way back.

use super::portfolio::{Portfolio, ResourceKind};
use super::structure::Structure;

/// A feasible plan under construction.
///
/// It never breaks a hard rule except that mandatory items may still be missing.
#[derive(Debug, Clone)]
pub struct State<'p> {
    portfolio: &'p Portfolio,
    structure: &'p Structure,
    /// Start phase by item, from 1; 0 is not started.
    pub start: Vec<u32>,
    /// What the plan is worth, kept up to date with every move.
    pub objective: i64,
    /// Used by resource and phase.
    used: Vec<Vec<i64>>,
    /// Moves since the last [`Self::mark`]: item and where it was.
    log: Vec<(usize, u32)>,
}

impl<'p> State<'p> {
    /// A plan in which nothing starts.
    pub fn empty(portfolio: &'p Portfolio, structure: &'p Structure) -> Self {
        let phases = portfolio.phases as usize;
        Self {
            portfolio,
            structure,
            start: vec![0; portfolio.items.len()],
            objective: 0,
            used: vec![vec![0; phases]; portfolio.resources.len()],
            log: Vec::new(),
        }
    }

    /// Forgets how to go back.
    pub fn mark(&mut self) {
        self.log.clear();
    }

    /// How many moves there are since the last mark.
    pub fn moves(&self) -> usize {
        self.log.len()
    }

    /// Takes moves back until there are only so many.
    pub fn back_to(&mut self, moves: usize) {
        while self.log.len() > moves {
            if let Some((item, before)) = self.log.pop() {
                self.put(item, before);
            }
        }
    }

    /// Starts an item in a phase, or takes it out (0), without asking whether it may.
    pub fn set(&mut self, item: usize, start: u32) {
        self.log.push((item, self.start[item]));
        self.put(item, start);
    }

    fn put(&mut self, item: usize, start: u32) {
        let before = self.start[item];
        let worth = |start: u32| self.portfolio.items[item].worth[start as usize - 1];
        if before > 0 {
            self.start[item] = 0;
            self.objective -= worth(before) + self.beside(item, before);
            self.count(item, before, -1);
        }
        if start > 0 {
            self.objective += worth(start) + self.beside(item, start);
            self.count(item, start, 1);
        }
        self.start[item] = start;
    }

    fn count(&mut self, item: usize, start: u32, sign: i64) {
        let first = start as usize - 1;
        let entry = &self.portfolio.items[item];
        for (resource, amounts) in &entry.uses {
            let row = &mut self.used[*resource];
            match self.portfolio.resources[*resource].kind {
                ResourceKind::Work => {
                    for (cell, amount) in row[first..].iter_mut().zip(amounts) {
                        *cell += sign * amount;
                    }
                }
                ResourceKind::Running => {
                    for cell in row.iter_mut().skip(first + entry.duration as usize) {
                        *cell += sign * amounts[0];
                    }
                }
            }
        }
    }

    /// The first resource and phase that would be exceeded by starting an item.
    pub fn lacking(&self, item: usize, start: u32) -> Option<(usize, usize)> {
        let first = start as usize - 1;
        let entry = &self.portfolio.items[item];
        let phases = self.portfolio.phases as usize;
        for (at, amounts) in &entry.uses {
            let resource = &self.portfolio.resources[*at];
            let row = &self.used[*at];
            let need = |phase: usize| match resource.kind {
                ResourceKind::Work => {
                    phase.checked_sub(first).and_then(|o| amounts.get(o)).copied().unwrap_or(0)
                }
                ResourceKind::Running if phase >= first + entry.duration as usize => amounts[0],
                ResourceKind::Running => 0,
            };
            if resource.carry_over {
                let (mut limit, mut total) = (0, 0);
                for (phase, used) in row.iter().enumerate().take(phases) {
                    limit += resource.limit[phase];
                    total += used + need(phase);
                    if total > limit {
                        return Some((*at, phase));
                    }
                }
            } else {
                let last = match resource.kind {
                    ResourceKind::Work => (first + amounts.len()).min(phases),
                    ResourceKind::Running => phases,
                };
                for (phase, used) in row.iter().enumerate().take(last).skip(first) {
                    if used + need(phase) > resource.limit[phase] {
                        return Some((*at, phase));
                    }
                }
            }
        }
        None
    }

    /// The first phase from which on what an item needs is ready; none if some
    /// of it does not start. Members of its own zero-lag cycle do not count.
    pub fn ready_from(&self, item: usize) -> Option<u32> {
        let mut from = self.structure.earliest[item];
        for link in &self.structure.needs[item] {
            if self.structure.group[link.other] == self.structure.group[item] {
                continue;
            }
            let start = self.start[link.other];
            if start == 0 {
                return None;
            }
            from = from.max(start + link.gap);
        }
        for group in &self.structure.any_of[item] {
            let ready = group.iter().filter(|link| self.start[link.other] > 0);
            from = from.max(ready.map(|link| self.start[link.other] + link.gap).min()?);
        }
        Some(from)
    }

    /// True if an item that excludes this one has started.
    pub fn is_excluded(&self, item: usize) -> bool {
        self.structure.excludes[item].iter().any(|&other| self.start[other] > 0)
    }

    /// What an item's presence adds to the objective by pairs and preferences,
    /// if it started in `start` beside what has started.
    pub fn beside(&self, item: usize, start: u32) -> i64 {
        let mut total = 0;
        for &at in &self.structure.synergies[item] {
            let synergy = &self.portfolio.synergies[at];
            let other = if synergy.items[0] == item { synergy.items[1] } else { synergy.items[0] };
            if self.start[other] > 0 && other != item {
                let own_end = start + self.portfolio.items[item].duration - 1;
                let other_end = self.start[other] + self.portfolio.items[other].duration - 1;
                total += synergy.worth[own_end.max(other_end) as usize - 1];
            }
        }
        for &at in &self.structure.preferences[item] {
            let wish = &self.portfolio.preferences[at];
            let begin = |x: usize| if x == item { start } else { self.start[x] };
            let gap = self.portfolio.ready(wish.needs, 0, wish.lag, wish.after);
            let broken = |needs: u32| needs == 0 || begin(wish.item) < needs + gap;
            if begin(wish.item) > 0 && broken(begin(wish.needs)) {
                total -= wish.penalty;
            }
            // Without this item the wish of another that wants it first is broken too.
            if wish.needs == item && self.start[wish.item] > 0 {
                total += wish.penalty;
            }
        }
        total
    }
}
