//! Moves on a [`State`]: an item in with all that it lacks, an item out with
//! all that stands on it.

use super::portfolio::Portfolio;
use super::random::SplitMix64;
use super::state::State;
use super::structure::Structure;

/// A bundle may not bring more items than this.
const LARGEST_BUNDLE: usize = 64;

/// Moves on one portfolio.
#[derive(Debug, Clone, Copy)]
pub struct Moves<'p> {
    /// The problem.
    pub portfolio: &'p Portfolio,
    /// What follows from its links.
    pub structure: &'p Structure,
}

impl Moves<'_> {
    /// Starts an item as early as it fits, with every prerequisite that is
    /// missing, all or nothing. `not_before` holds for the item itself.
    ///
    /// Where alternatives are open, `random` chooses.
    pub fn insert(
        &self,
        state: &mut State<'_>,
        item: usize,
        not_before: u32,
        random: &mut SplitMix64,
    ) -> bool {
        let moves = state.moves();
        let mut bundle = Vec::new();
        let mut seen = Vec::new();
        let whole = self.collect(state, item, &mut bundle, &mut seen, random)
            && bundle.iter().all(|&group| {
                let from = if group == self.structure.group[item] { not_before } else { 1 };
                self.place(state, group, from)
            });
        if !whole {
            state.back_to(moves);
        }
        whole
    }

    /// Groups that must start for an item to start, what is needed first.
    fn collect(
        &self,
        state: &State<'_>,
        item: usize,
        bundle: &mut Vec<usize>,
        seen: &mut Vec<usize>,
        random: &mut SplitMix64,
    ) -> bool {
        let group = self.structure.group[item];
        if seen.contains(&group) {
            return true;
        }
        seen.push(group);
        if seen.len() > LARGEST_BUNDLE {
            return false;
        }
        for &member in &self.structure.members[group] {
            if !self.structure.possible(member) || state.is_excluded(member) {
                return false;
            }
            for link in &self.structure.needs[member] {
                if state.start[link.other] == 0
                    && !self.collect(state, link.other, bundle, seen, random)
                {
                    return false;
                }
            }
            for alternatives in &self.structure.any_of[member] {
                let started = alternatives.iter().any(|link| state.start[link.other] > 0);
                let coming = alternatives
                    .iter()
                    .any(|link| bundle.contains(&self.structure.group[link.other]));
                if started || coming {
                    continue;
                }
                let open: Vec<usize> = alternatives
                    .iter()
                    .map(|link| link.other)
                    .filter(|&other| self.structure.possible(other) && !state.is_excluded(other))
                    .collect();
                let Some(&chosen) = open.get(random.below(open.len())) else { return false };
                if !self.collect(state, chosen, bundle, seen, random) {
                    return false;
                }
            }
        }
        bundle.push(group);
        true
    }

    /// Starts all members of a group in the first phase in which they fit, or
    /// where they have synergies or preferences, in the best.
    pub fn place(&self, state: &mut State<'_>, group: usize, not_before: u32) -> bool {
        let members = &self.structure.members[group];
        let mut from = not_before;
        for &member in members {
            if state.is_excluded(member) {
                return false;
            }
            match state.ready_from(member) {
                Some(ready) => from = from.max(ready),
                None => return false,
            }
        }
        let to = members.iter().map(|&member| self.structure.latest[member]).min().unwrap_or(0);
        let moves = state.moves();
        let choosy = members.iter().any(|&member| {
            !self.structure.synergies[member].is_empty()
                || !self.structure.preferences[member].is_empty()
        });
        let mut best: Option<(i64, u32)> = None;
        for start in from..=to {
            let fits = members.iter().all(|&member| {
                // Members may exclude each other: then none of them can ever start.
                let fits = state.lacking(member, start).is_none() && !state.is_excluded(member);
                if fits {
                    state.set(member, start);
                }
                fits
            });
            if fits && !choosy {
                return true;
            }
            if fits && best.is_none_or(|(most, _)| state.objective > most) {
                best = Some((state.objective, start));
            }
            state.back_to(moves);
        }
        if let Some((_, start)) = best {
            members.iter().for_each(|&member| state.set(member, start));
        }
        best.is_some()
    }

    /// Takes an item out, with everything that cannot stand without it.
    pub fn remove(&self, state: &mut State<'_>, item: usize) {
        let mut waiting = vec![item];
        while let Some(item) = waiting.pop() {
            if state.start[item] == 0 {
                continue;
            }
            state.set(item, 0);
            let dependants = self.structure.dependants[item].iter().map(|link| link.other);
            waiting.extend(dependants.filter(|&other| state.start[other] > 0));
            for &other in &self.structure.alternative_of[item] {
                let begin = state.start[other];
                let stands = self.structure.any_of[other].iter().all(|alternatives| {
                    alternatives.iter().any(|link| {
                        let start = state.start[link.other];
                        start > 0 && start + link.gap <= begin
                    })
                });
                if begin > 0 && !stands {
                    waiting.push(other);
                }
            }
        }
    }

    /// Moves an item to an earlier phase, if it fits there; true if it moved.
    pub fn pull(&self, state: &mut State<'_>, item: usize) -> bool {
        let begin = state.start[item];
        if begin == 0 || self.structure.members[self.structure.group[item]].len() > 1 {
            return false;
        }
        let Some(ready) = state.ready_from(item) else { return false };
        let moves = state.moves();
        state.set(item, 0);
        for start in ready..begin {
            if state.lacking(item, start).is_none() {
                state.set(item, start);
                return true;
            }
        }
        state.back_to(moves);
        false
    }
}
