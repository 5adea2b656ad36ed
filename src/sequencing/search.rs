//! Good plans: list scheduling on reduced worth, then ruin and recreate with
//! annealing (Schrimpf et al. 2000).
//!
//! Every step keeps the plan feasible. Random numbers come from one stream, so
//! that the same seed and the same number of steps give the same plan.

use super::insert::Moves;
use super::plan::Plan;
use super::portfolio::{Portfolio, ResourceKind};
use super::random::SplitMix64;
use super::state::State;
use super::structure::Structure;

/// At most so many items are offered a place after a ruin, so that a step on a
/// large portfolio costs what it does on a small one.
const MOST_OFFERED: usize = 160;

/// A search that can go on.
#[derive(Debug)]
pub struct Search<'p> {
    moves: Moves<'p>,
    random: SplitMix64,
    /// Worth for each unit of scarce resources, by item: who is placed first.
    density: Vec<f64>,
    state: State<'p>,
    best: Vec<u32>,
    best_score: (usize, i64),
    /// Running mean of how much a step makes worse.
    usual_loss: f64,
}

impl<'p> Search<'p> {
    /// Begins with the better of a list schedule and, if given, an earlier plan.
    pub fn new(
        portfolio: &'p Portfolio,
        structure: &'p Structure,
        seed: u64,
        warm: Option<&Plan>,
    ) -> Self {
        let moves = Moves { portfolio, structure };
        let density = densities(portfolio, structure);
        let state = State::empty(portfolio, structure);
        let random = SplitMix64::new(seed);
        let best = vec![0; portfolio.items.len()];
        let mut search = Self {
            moves,
            random,
            density,
            state,
            best,
            best_score: (usize::MAX, 0),
            usual_loss: 0.0,
        };
        search.list_schedule();
        search.keep_if_better();
        if let Some(plan) = warm {
            search.adopt(plan);
            search.keep_if_better();
            search.back_to_best();
        }
        search
    }

    /// The best plan so far, and how many mandatory items it lacks.
    pub fn best(&self) -> (Plan, usize) {
        let start = self.best.iter().map(|&start| (start > 0).then_some(start)).collect();
        (Plan { start }, self.best_score.0)
    }

    /// Missing mandatory items, then what the plan falls short of: less is better.
    fn score(&self) -> (usize, i64) {
        let items = self.moves.portfolio.items.iter().zip(&self.state.start);
        let missing = items.filter(|(item, start)| item.mandatory && **start == 0).count();
        (missing, -self.state.objective)
    }

    fn keep_if_better(&mut self) {
        let score = self.score();
        if score < self.best_score {
            self.best_score = score;
            self.best.clone_from(&self.state.start);
        }
    }

    fn back_to_best(&mut self) {
        for item in 0..self.best.len() {
            if self.state.start[item] != 0 {
                self.state.set(item, 0);
            }
        }
        for item in 0..self.best.len() {
            if self.best[item] != 0 {
                self.state.set(item, self.best[item]);
            }
        }
        self.state.mark();
    }

    /// Takes over as much of a plan as still holds.
    fn adopt(&mut self, plan: &Plan) {
        for item in 0..self.best.len() {
            if self.state.start[item] != 0 {
                self.state.set(item, 0);
            }
        }
        let wanted = |item: usize| plan.start.get(item).copied().flatten();
        let mut order: Vec<usize> =
            (0..self.best.len()).filter(|&item| wanted(item).is_some()).collect();
        order.sort_by_key(|&item| (wanted(item), self.moves.structure.group[item]));
        for item in order {
            if self.state.start[item] == 0 {
                let not_before = wanted(item).unwrap_or(1);
                self.moves.insert(&mut self.state, item, not_before, &mut self.random);
            }
        }
        self.state.mark();
    }

    /// Mandatory items first, then all others by worth for what they use.
    fn list_schedule(&mut self) {
        let mut order: Vec<usize> = (0..self.density.len()).collect();
        let mandatory = |item: usize| self.moves.portfolio.items[item].mandatory;
        let latest = |item: usize| self.moves.structure.latest[item];
        order.sort_by(|&a, &b| {
            (!mandatory(a)).cmp(&!mandatory(b)).then(if mandatory(a) {
                latest(a).cmp(&latest(b))
            } else {
                self.density[b].total_cmp(&self.density[a])
            })
        });
        self.offer(&order);
        self.state.mark();
    }

    /// Offers each item a place; it takes it if the plan gains by that, or if
    /// it must start.
    fn offer(&mut self, order: &[usize]) {
        for &item in order {
            if self.state.start[item] != 0 || !self.moves.structure.possible(item) {
                continue;
            }
            let moves = self.state.moves();
            let before = self.state.objective;
            if self.moves.insert(&mut self.state, item, 1, &mut self.random)
                && self.state.objective <= before
                && !self.moves.portfolio.items[item].mandatory
            {
                self.state.back_to(moves);
            }
        }
    }

    /// Goes on for so many steps; `progress` falls from 1 to 0 over a whole run
    /// and cools the annealing.
    pub fn steps(&mut self, steps: u64, progress: impl Fn(u64) -> f64) {
        for step in 0..steps {
            let before = self.score();
            self.state.mark();
            match self.random.below(10) {
                0..=4 => self.eject(),
                5..=7 => self.ruin(),
                _ => self.pull_some(),
            }
            let after = self.score();
            let loss = (after.1 - before.1) as f64;
            if loss > 0.0 {
                self.usual_loss = 0.98 * self.usual_loss + 0.02 * loss;
            }
            let heat = progress(step);
            let temperature = 0.15 * self.usual_loss * heat * heat + 1e-9;
            let worse = after.0 > before.0
                || (after.0 == before.0
                    && loss > 0.0
                    && self.random.unit() >= (-loss / temperature).exp());
            if worse {
                self.state.back_to(0);
            } else {
                self.keep_if_better();
            }
        }
    }

    /// Puts in an item that is out, or comes late, by throwing out what is in
    /// its way and worth least.
    fn eject(&mut self) {
        let count = self.density.len();
        if count == 0 {
            return;
        }
        let portfolio = self.moves.portfolio;
        let mut wanted = self.random.below(count);
        for _ in 0..8 {
            let late = self.state.start[wanted] != self.moves.structure.earliest[wanted];
            if late && self.moves.structure.possible(wanted) {
                break;
            }
            wanted = self.random.below(count);
        }
        if !self.moves.structure.possible(wanted) {
            return;
        }
        let was = self.state.start[wanted];
        if was != 0 {
            self.moves.remove(&mut self.state, wanted);
        }
        let rivals: Vec<usize> = self.moves.structure.excludes[wanted].clone();
        for rival in rivals {
            self.moves.remove(&mut self.state, rival);
        }
        for _ in 0..8 {
            let moves = self.state.moves();
            let inserted = self.moves.insert(&mut self.state, wanted, 1, &mut self.random);
            if inserted && (was == 0 || self.state.start[wanted] < was) {
                break;
            }
            self.state.back_to(moves);
            let begin =
                self.state.ready_from(wanted).unwrap_or(self.moves.structure.earliest[wanted]);
            let begin = begin.min(self.moves.structure.latest[wanted]);
            let Some((resource, phase)) = self.state.lacking(wanted, begin) else {
                // What it needs does not fit: make room for that.
                let needs = &self.moves.structure.needs[wanted];
                match needs.iter().find(|link| self.state.start[link.other] == 0) {
                    Some(link) => {
                        let other = link.other;
                        let begin = self.moves.structure.earliest[other];
                        match self.state.lacking(other, begin) {
                            Some((resource, phase)) => self.make_room(resource, phase),
                            None => break,
                        }
                        continue;
                    }
                    None => break,
                }
            };
            self.make_room(resource, phase);
        }
        let _ = portfolio;
        self.refill();
    }

    /// Throws out one user of a resource in a phase, rather one that is worth little.
    fn make_room(&mut self, resource: usize, phase: usize) {
        let users: Vec<usize> =
            (0..self.density.len()).filter(|&item| self.uses(item, resource, phase)).collect();
        let mut cheapest: Option<(f64, usize)> = None;
        for item in users {
            if self.moves.portfolio.items[item].mandatory && self.random.below(8) != 0 {
                continue;
            }
            let stands_on = self.moves.structure.dependants[item]
                .iter()
                .filter(|link| self.state.start[link.other] > 0)
                .count();
            let cost = self.density[item].max(0.0)
                * (1.0 + stands_on as f64)
                * (0.3 + 1.4 * self.random.unit());
            if cheapest.is_none_or(|(least, _)| cost < least) {
                cheapest = Some((cost, item));
            }
        }
        if let Some((_, item)) = cheapest {
            self.moves.remove(&mut self.state, item);
        }
    }

    fn uses(&self, item: usize, resource: usize, phase: usize) -> bool {
        let start = self.state.start[item] as usize;
        if start == 0 {
            return false;
        }
        let entry = &self.moves.portfolio.items[item];
        entry.uses.iter().any(|(used, amounts)| {
            *used == resource
                && match self.moves.portfolio.resources[resource].kind {
                    ResourceKind::Work => {
                        // Money that is carried over is scarce in every earlier phase too.
                        let carried = self.moves.portfolio.resources[resource].carry_over;
                        let first = start - 1;
                        (carried && first <= phase)
                            || phase
                                .checked_sub(first)
                                .and_then(|o| amounts.get(o))
                                .is_some_and(|a| *a > 0)
                    }
                    ResourceKind::Running => {
                        phase + 1 >= start + entry.duration as usize
                            && amounts.first().is_some_and(|a| *a > 0)
                    }
                }
        })
    }

    /// Throws out a few items of one phase or one neighbourhood and recreates.
    fn ruin(&mut self) {
        let started: Vec<usize> =
            (0..self.density.len()).filter(|&item| self.state.start[item] > 0).collect();
        let Some(&seed) = started.get(self.random.below(started.len())) else {
            return self.refill();
        };
        let size = 1 + self.random.below(8);
        let phase = self.state.start[seed];
        self.moves.remove(&mut self.state, seed);
        let same_phase = self.random.below(2) == 0;
        for _ in 1..size {
            let other = started[self.random.below(started.len())];
            let near = self.state.start[other].abs_diff(phase) <= 1;
            if !same_phase || near {
                self.moves.remove(&mut self.state, other);
            }
        }
        self.refill();
    }

    fn pull_some(&mut self) {
        let count = self.density.len();
        for _ in 0..count.min(24) {
            let item = self.random.below(count);
            self.moves.pull(&mut self.state, item);
        }
        self.refill();
    }

    /// Offers places to items that are out, in a random order that favours
    /// those worth most for what they use.
    fn refill(&mut self) {
        let mut out: Vec<(f64, usize)> = Vec::new();
        let count = self.density.len();
        let mut consider = |item: usize, random: &mut SplitMix64, state: &State<'_>| {
            if state.start[item] == 0 && self.moves.structure.possible(item) {
                let noise = 0.4 + 1.2 * random.unit();
                let must = if self.moves.portfolio.items[item].mandatory { 1e12 } else { 0.0 };
                out.push((self.density[item].max(1e-9) * noise + must, item));
            }
        };
        if count <= 2 * MOST_OFFERED {
            for item in 0..count {
                consider(item, &mut self.random, &self.state);
            }
        } else {
            for _ in 0..MOST_OFFERED {
                let item = self.random.below(count);
                consider(item, &mut self.random, &self.state);
            }
        }
        out.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        out.dedup_by_key(|entry| entry.1);
        let order: Vec<usize> = out.into_iter().map(|(_, item)| item).collect();
        self.offer(&order);
    }
}

/// Worth at the earliest start for each unit of what is limited, where a unit
/// is the mean supply of a phase; what an item's dependants are worth counts in
/// part for it too.
fn densities(portfolio: &Portfolio, structure: &Structure) -> Vec<f64> {
    let supply: Vec<f64> = portfolio
        .resources
        .iter()
        .map(|resource| resource.limit.iter().sum::<i64>() as f64 + 1.0)
        .collect();
    let own = |item: usize| {
        let start = structure.earliest[item].clamp(1, portfolio.phases) as usize;
        portfolio.items[item].worth[start - 1] as f64
    };
    let cost = |item: usize| {
        let uses = portfolio.items[item].uses.iter();
        let parts = uses.map(|(at, amounts)| amounts.iter().sum::<i64>() as f64 / supply[*at]);
        parts.sum::<f64>() + 1e-4
    };
    // What is needed comes after what needs it here, so that worth flows down.
    let mut pull = vec![0.0; portfolio.items.len()];
    for members in structure.members.iter().rev() {
        for &item in members {
            let total = own(item).max(0.0) + pull[item];
            let count = structure.needs[item].len().max(1) as f64;
            for link in &structure.needs[item] {
                pull[link.other] += 0.5 * total / count;
            }
        }
    }
    (0..portfolio.items.len()).map(|item| (own(item) + pull[item]) / cost(item)).collect()
}
