//! One round of work: what each thread does, and how much.

use super::super::branch::Tree;
use super::super::cancel::CancelFlag;
use super::super::presolve::{Reduced, Windows};
use super::super::search::{Choice, Found, Guide, Memory, Moves, Search, Table};
use super::answer::Options;
use super::clock::{Clock, heat_of_round, heat_of_share};
use super::core::Core;

/// Steps of search in a round of a small problem.
const SEARCH_STEPS: u64 = 600;

/// Steps of search between two looks at whether to stop.
const STEPS_UNHEARD: u64 = 32;

/// Price steps in a round, at most.
const MOST_PRICE_STEPS: u64 = 600;

/// Work of one round in the unit of [`Core::evaluation_cost`].
const ROUND_COST: u64 = 1_000_000;

/// A small problem's bound rests after so many steps in any case.
const MOST_STEPS: u64 = 1_200;

/// A fall of the bound by less than this share is none.
const NOTICEABLE: f64 = 1e-5;

/// The bound rests after so many steps without a noticeable fall.
const PATIENCE: u32 = 400;

/// Nodes of each task of the tree in a round.
const TASK_NODES: u64 = 150;

/// Rounds of search before the tree begins: it lives on a good plan.
const SEARCH_BEFORE_TREE: u64 = 20;

/// A plan of a small problem is mended until so many neighbourhoods bring nothing.
const MENDING: u32 = 40;

/// A large problem's plan is mended in one of so many rounds.
const MENDED_EVERY: u64 = 12;

/// Neighbourhoods mended in a round.
const MENDED: u32 = 2;

/// Problems with more variables than this are not worth a tree.
const LARGEST_TREE: usize = 1_000;

/// One round of work on a problem.
pub fn round(core: &mut Core, options: Options, clock: &mut Clock, cancel: &CancelFlag) {
    let small = core.relaxation.graph.len() <= LARGEST_TREE;
    let heat = if small { heat_of_round(core.rounds) } else { heat_of_share(clock.share()) };
    let part = clock.round();
    core.rounds += 1;
    if core.idle_steps >= PATIENCE && core.cut_rounds > 0 {
        cut(core);
    }
    if core.idle_steps < PATIENCE || (small && core.rounds < SEARCH_BEFORE_TREE) {
        price_and_search(core, options, part, heat, cancel);
    } else if small {
        branch(core, options, part, heat, cancel);
    } else {
        search_twice(core, options, part, heat, cancel);
    }
}

/// Sharpens the relaxation where its averaged closures break what plans keep.
fn cut(core: &mut Core) {
    // Cuts that brought little will not bring much the next time.
    let gained = core.last_cut_bound.saturating_sub(core.upper_bound);
    let rest = core.upper_bound.saturating_sub(core.floor());
    core.last_cut_bound = core.upper_bound;
    if gained < rest / 200 {
        core.cut_rounds = 0;
        return;
    }
    let most = (core.relaxation.rows.len() / 2).clamp(20, 200);
    let added = core.relaxation.cut(&core.reduced, &core.windows, &mut core.prices, most);
    if added == 0 {
        core.cut_rounds = 0;
    } else {
        core.cut_rounds -= 1;
        core.steps_since_cut = 0;
        core.idle_steps = 0;
        core.prices.restart(0.1);
    }
}

/// Price steps in one thread, search in the other.
fn price_and_search(core: &mut Core, options: Options, part: f64, heat: f64, cancel: &CancelFlag) {
    let small = core.relaxation.graph.len() <= LARGEST_TREE;
    let cost = core.evaluation_cost();
    let round_cost = if small { ROUND_COST } else { 2 * ROUND_COST };
    let price_steps = (round_cost / cost).clamp(1, MOST_PRICE_STEPS);
    // A large problem's single evaluation takes longer than a round should: the
    // search keeps step with it.
    let least = if small { 1.0 } else { 2.0 };
    let stretch = (cost as f64 / ROUND_COST as f64).max(least);
    let price_steps = ((price_steps as f64 * part).ceil() as u64).max(1);
    let search_steps = (SEARCH_STEPS as f64 * part * stretch).ceil() as u64;
    let target = price_target(core);
    let before = core.prices.best_value;
    let anew = is_anew(core, heat);
    if core.rounds < 16 || core.rounds.is_multiple_of(4) {
        core.renew_guide();
    }
    let found = {
        let Core {
            reduced,
            table,
            windows,
            guide,
            best,
            rounds,
            relaxation,
            prices,
            memories,
            mender,
            ..
        } = &mut *core;
        let rounds = *rounds;
        let from = From { reduced, table, windows, guide, best, rounds, anew, heat, cancel };
        let memory = &memories[0];
        let priced = relaxation.resource_prices(reduced, &prices.best_scaled);
        let mut run_prices = || {
            for _ in 0..price_steps {
                if cancel.is_cancelled() {
                    break;
                }
                prices.step(relaxation, target, usize::MAX);
            }
        };
        // A small problem's plan is mended in every other round: that crosses
        // barriers which no single move does.
        let mending =
            small && rounds >= 8 && rounds.is_multiple_of(2) && from.best.score.missing == 0;
        let mut run_search = || {
            if !mending {
                return from.search(memory, search_steps);
            }
            let mut mended = from.best.clone();
            mender.mend(reduced, guide, &priced, &mut mended, 1, cancel);
            (memory.clone(), mended)
        };
        if options.threads > 1 {
            std::thread::scope(|scope| {
                let handle = scope.spawn(run_search);
                run_prices();
                handle.join().ok()
            })
        } else {
            run_prices();
            Some(run_search())
        }
    };
    core.price_steps += price_steps;
    let fall = (before - core.prices.best_value) as f64;
    if fall > NOTICEABLE * (core.prices.best_value as f64).abs() {
        core.idle_steps = 0;
    } else {
        core.idle_steps += price_steps as u32;
    }
    core.steps_since_cut += price_steps;
    if small && core.steps_since_cut > MOST_STEPS {
        core.idle_steps = PATIENCE;
    }
    core.upper_bound = core.upper_bound.min(core.relaxation.whole(core.prices.best_value));
    take(core, 0, found);
}

/// What a round of search begins from.
struct From<'a> {
    reduced: &'a Reduced,
    table: &'a Table,
    windows: &'a Windows,
    guide: &'a Guide,
    best: &'a Found,
    rounds: u64,
    /// True if the search shall begin at the best plan.
    anew: bool,
    heat: f64,
    cancel: &'a CancelFlag,
}

impl From<'_> {
    /// One round of search.
    fn search(&self, memory: &Memory, steps: u64) -> (Memory, Found) {
        let moves = Moves::new(self.reduced, self.table, self.windows, self.guide);
        let mut search = Search::new(moves, memory.clone(), self.best.clone());
        if self.best.score.missing == usize::MAX {
            search.schedule(Choice::Earliest, 0.0);
        }
        if self.rounds.is_power_of_two() || self.rounds.is_multiple_of(16) {
            let better = search.schedule_by_mean(0.5) | search.schedule(Choice::Priced, 0.3);
            if better || self.anew {
                search.back_to_best();
            } else {
                search.back_to(&memory.start);
            }
        } else if self.anew {
            search.back_to_best();
        }
        search.set_heat(self.heat);
        let mut left = steps;
        while left > 0 && !self.cancel.is_cancelled() {
            let now = left.min(STEPS_UNHEARD);
            search.steps(now);
            left -= now;
        }
        search.into_memory()
    }
}

/// As much of a plan as holds.
pub fn adopted(core: &Core, starts: &[u32]) -> Found {
    let Core { reduced, table, windows, guide, best, memories, .. } = core;
    let moves = Moves::new(reduced, table, windows, guide);
    let mut search = Search::new(moves, memories[0].clone(), best.clone());
    search.adopt(starts);
    search.into_memory().1
}

/// What the bound should come down to, times the scale.
fn price_target(core: &Core) -> f64 {
    let scale = core.relaxation.scale as f64;
    if core.best.score.missing == 0 {
        core.best.score.worth as f64 * scale
    } else {
        let value = core.prices.best_value as f64;
        value - 0.05 * value.abs()
    }
}

/// Takes over what a search found, and where it is; a search that died is where
/// it was.
fn take(core: &mut Core, worker: usize, outcome: Option<(Memory, Found)>) {
    let Some((memory, found)) = outcome else { return };
    core.memories[worker] = memory;
    if found.score.beats(core.best.score) {
        core.best = found;
    }
}

/// Annealing in both threads, with different heat; now and then one of them
/// mends the best plan instead.
fn search_twice(core: &mut Core, options: Options, part: f64, heat: f64, cancel: &CancelFlag) {
    let steps = (2.0 * SEARCH_STEPS as f64 * part).ceil() as u64;
    let anew = is_anew(core, heat);
    if core.rounds.is_multiple_of(64) {
        core.renew_guide();
    }
    let mending = core.rounds.is_multiple_of(MENDED_EVERY);
    let mut mender = core.mender.clone();
    let [one, other] = {
        let prices = core.relaxation.resource_prices(&core.reduced, &core.prices.best_scaled);
        let from = from(core, anew, heat, cancel);
        let cooler = From { heat: heat * 0.2, ..from };
        let [memory, second] = &core.memories;
        let search = || from.search(memory, steps);
        let mut beside = || {
            if !mending {
                return cooler.search(second, steps);
            }
            let mut mended = core.best.clone();
            mender.mend(&core.reduced, &core.guide, &prices, &mut mended, 1, cancel);
            (second.clone(), mended)
        };
        if options.threads > 1 {
            std::thread::scope(|scope| {
                let handle = scope.spawn(search);
                let other = beside();
                [handle.join().ok(), Some(other)]
            })
        } else {
            [Some(search()), Some(beside())]
        }
    };
    core.mender = mender;
    take(core, 0, one);
    take(core, 1, other);
}

fn from<'a>(core: &'a Core, anew: bool, heat: f64, cancel: &'a CancelFlag) -> From<'a> {
    let Core { reduced, table, windows, guide, best, rounds, .. } = core;
    From { reduced, table, windows, guide, best, rounds: *rounds, anew, heat, cancel }
}

/// True if a new cycle of annealing begins.
fn is_anew(core: &mut Core, heat: f64) -> bool {
    let anew = heat > core.last_heat || core.rounds <= 1;
    core.last_heat = heat;
    anew
}

/// Mends the best plan in a few neighbourhoods.
fn mend(core: &mut Core, neighbourhoods: u32, cancel: &CancelFlag) {
    let prices = core.relaxation.resource_prices(&core.reduced, &core.prices.best_scaled);
    let Core { reduced, guide, best, mender, .. } = core;
    mender.mend(reduced, guide, &prices, best, neighbourhoods, cancel);
}

/// A round of the tree, after a little search.
fn branch(core: &mut Core, options: Options, part: f64, heat: f64, cancel: &CancelFlag) {
    let mending = core.best.score.missing == 0 && core.mender.idle < MENDING;
    let share = if mending { 0.5 } else { 0.1 };
    let steps = (SEARCH_STEPS as f64 * part * share).ceil() as u64;
    let anew = is_anew(core, heat);
    let outcome = from(core, anew, heat, cancel).search(&core.memories[0], steps);
    take(core, 0, Some(outcome));
    if mending {
        mend(core, MENDED, cancel);
        return;
    }
    if core.rounds.is_multiple_of(32) {
        mend(core, 1, cancel);
    }
    let floor = core.floor();
    let mut tree = core.tree.take().unwrap_or_else(|| {
        Tree::new(core.reduced.clone(), &core.relaxation, core.windows.clone(), &core.prices)
    });
    let nodes = (TASK_NODES as f64 * part).ceil() as u64;
    let mut best = core.best.clone();
    best.score.worth = floor;
    if best.score.missing > 0 {
        // Nothing in the tree lacks anything: whatever it finds is better.
        best.score.missing = 1;
    }
    tree.round(&mut best, nodes, options.threads, cancel);
    if best.score.beats(core.best.score) && best.score.missing == 0 {
        core.best = best;
    }
    match tree.bound() {
        Some(bound) => core.upper_bound = core.upper_bound.min(bound.max(core.floor())),
        None => {
            core.exhausted = true;
            if core.best.score.missing == 0 {
                core.upper_bound = core.best.score.worth;
            }
        }
    }
    core.tree = Some(tree);
}

/// What can be done at once after new worths: a few price steps and some search,
/// by the size of the problem.
pub fn quick(core: &mut Core) {
    if core.contradiction.is_some() {
        return;
    }
    core.rounds += 1;
    let cost = core.evaluation_cost();
    let steps = (ROUND_COST / 25 / cost).min(20);
    let target = price_target(core);
    for _ in 0..steps {
        core.prices.step(&mut core.relaxation, target, usize::MAX);
    }
    core.price_steps += steps;
    core.upper_bound = core.upper_bound.min(core.relaxation.whole(core.prices.best_value));
    let outcome = from(core, true, 0.0, &CancelFlag::default()).search(&core.memories[0], 60);
    take(core, 0, Some(outcome));
}
