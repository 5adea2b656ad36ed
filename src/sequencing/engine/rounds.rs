//! One round of work: what each thread does, and how much.

use super::super::branch::{Manner, Tree};
use super::super::cancel::CancelFlag;
use super::super::presolve::Found;
use super::super::search::{Moves, Search};
use super::answer::Options;
use super::clock::{Clock, heat_of_round, heat_of_share};
use super::core::{Core, Steered};
use super::jobs::{COOL, Job};

/// Steps of search in a round of a small problem.
const SEARCH_STEPS: u64 = 600;

/// Price steps in a round, at most.
const MOST_PRICE_STEPS: u64 = 600;

/// Work of one round in the unit of `Relaxation::evaluation_cost`.
const ROUND_COST: u64 = 1_000_000;

/// Plunges begin once the bound falls by less than this share of the gap in a round.
const CALM: f64 = 0.02;

/// A small problem's bound rests after so many steps in any case.
const MOST_STEPS: u64 = 1_200;

/// A fall of the bound in one round by less than this share of the gap is none.
const NOTICEABLE: f64 = 0.002;

/// The bound rests after so many steps without a noticeable fall.
const PATIENCE: u32 = 60;

/// The same where a bundle steers the prices, whose steps lead somewhere.
const BUNDLE_PATIENCE: u32 = 20;

/// Nodes of each task of the tree in a round.
const TASK_NODES: u64 = 60;

/// Rounds of search before the tree begins: it lives on a good plan.
const SEARCH_BEFORE_TREE: u64 = 20;

/// A plan of a small problem is mended until so many neighbourhoods bring nothing.
const MENDING: u32 = 20;

/// Rounds in which a first plan is only annealed.
const FIRST_ROUNDS: u64 = 8;

/// Work of mending or plunging in a round, in the same unit.
const MENDING_WORK: u64 = 2_000_000;

/// The same beside the price steps of a small problem, which take less long.
const SMALL_MENDING_WORK: u64 = 666_666;

/// The same where both threads mend: long beside a single neighbourhood, so that
/// neither waits long for the other.
const LONG_WORK: u64 = 100_000_000;

/// Such a round counts as so many.
const LONG_ROUNDS: u64 = 4;

/// One in so many rounds of plans is partly for a plunge.
const PLUNGING: u64 = 16;

/// One round of work on a problem.
pub fn round(core: &mut Core, options: Options, clock: &mut Clock, cancel: &CancelFlag) {
    let small = core.is_small();
    let heat = if small { heat_of_round(core.rounds) } else { heat_of_share(clock.share()) };
    let part = clock.round();
    core.rounds += 1;
    if is_at_rest(core) && core.cut_rounds > 0 {
        cut(core);
    }
    if !is_at_rest(core) || (small && core.rounds < SEARCH_BEFORE_TREE) {
        price_and_plan(core, options, part, heat, cancel);
    } else if small {
        branch(core, options, part, heat, cancel);
    } else {
        let before = core.upper_bound.saturating_sub(core.floor());
        let tree = core.is_tree_due();
        let mut rounds = 1;
        if tree {
            tree_round(core, Manner::Broad { nodes: core.broad_nodes() }, options, cancel);
        } else {
            rounds = plan_twice(core, options, part, heat, cancel);
            clock.lengthen(rounds - 1);
        }
        let after = core.upper_bound.saturating_sub(core.floor());
        core.turns.note(tree, before.saturating_sub(after), rounds as f64);
    }
}

/// True if price steps bring hardly anything any more.
fn is_at_rest(core: &Core) -> bool {
    core.idle_steps >= if core.is_steered() { BUNDLE_PATIENCE } else { PATIENCE }
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

/// Price steps in one thread, work on the plan in the other.
fn price_and_plan(core: &mut Core, options: Options, part: f64, heat: f64, cancel: &CancelFlag) {
    let small = core.is_small();
    let cost = core.relaxation.evaluation_cost();
    let round_cost = if small { ROUND_COST } else { 2 * ROUND_COST };
    let price_steps = (round_cost / cost).clamp(1, MOST_PRICE_STEPS);
    // A large problem's single evaluation takes longer than a round should: the
    // search keeps step with it.
    let least = if small { 1.0 } else { 2.0 };
    let stretch = (cost as f64 / ROUND_COST as f64).max(least);
    let price_steps = ((price_steps as f64 * part).ceil() as u64).max(1);
    let steps = (SEARCH_STEPS as f64 * part * stretch).ceil() as u64;
    let target = price_target(core);
    let before = core.prices.best_value;
    let anew = is_anew(core, heat);
    if core.rounds < 16 || core.rounds.is_multiple_of(4) {
        core.renew_guide();
    }
    let job = job(core, Job::Anneal { heat, steps }, steps);
    let table = core.resource_prices();
    let (steered, mut rests) = (core.is_steered(), false);
    let found = {
        let (base, [worker, _], Steered { relaxation, prices, bundle }) =
            core.split(&table, anew, cancel);
        let mut run_prices = || {
            for _ in 0..price_steps {
                if cancel.is_cancelled() || rests {
                    break;
                }
                if steered {
                    rests = !bundle.step(prices, relaxation, target);
                } else {
                    prices.step(relaxation, target);
                }
            }
            bundle.hand_over(prices, relaxation);
        };
        if options.threads > 1 {
            std::thread::scope(|scope| {
                let handle = scope.spawn(|| base.work(job, worker));
                run_prices();
                handle.join().ok().flatten()
            })
        } else {
            run_prices();
            base.work(job, worker)
        }
    };
    core.price_steps += price_steps;
    let fall = (before - core.prices.best_value) as f64;
    let gap = before as f64 - target;
    core.calm = fall < CALM * gap;
    if rests {
        core.idle_steps = PATIENCE;
    } else if fall > NOTICEABLE * gap {
        core.idle_steps = 0;
    } else {
        core.idle_steps += price_steps as u32;
    }
    core.steps_since_cut += price_steps;
    if small && core.steps_since_cut > MOST_STEPS {
        core.idle_steps = PATIENCE;
    }
    core.upper_bound = core.upper_bound.min(core.relaxation.whole(core.prices.best_value));
    take(core, found);
}

/// What the plan's worker does beside prices: annealing, and in turn what
/// crosses barriers that no single move does.
fn job(core: &mut Core, anneal: Job, steps: u64) -> Job {
    if core.rounds > 1 && core.rounds.is_power_of_two() && core.is_nearly_planned() {
        return Job::Fresh { heat: COOL, steps: 2 * steps };
    }
    if core.best.score.missing > 0 || core.rounds < FIRST_ROUNDS || core.is_huge() {
        return anneal;
    }
    if core.is_small() {
        return if core.rounds.is_multiple_of(2) {
            Job::Mend { work: SMALL_MENDING_WORK }
        } else {
            anneal
        };
    }
    match core.rounds % 3 {
        0 => Job::Mend { work: MENDING_WORK },
        1 | 2 if core.begin_plunge(0) => Job::Plunge { work: MENDING_WORK },
        _ => anneal,
    }
}

/// As much of a plan as holds.
pub fn adopted(core: &Core, starts: &[u32]) -> Found {
    let Core { reduced, table, windows, guide, best, workers, .. } = core;
    let moves = Moves::new(reduced, table, windows, guide);
    let mut search = Search::new(moves, workers[0].memory.clone(), best.clone());
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

/// Remembers a plan among others, and takes it over if it is better.
fn take(core: &mut Core, found: Option<Found>) {
    let Some(found) = found else { return };
    core.pool.add(&found);
    if found.score.beats(core.best.score) {
        core.best = found;
    }
}

/// Work on the plan in both threads: annealing with different heat, mending, and
/// plunges. As how many rounds it counts.
fn plan_twice(core: &mut Core, options: Options, part: f64, heat: f64, cancel: &CancelFlag) -> u64 {
    let steps = (2.0 * SEARCH_STEPS as f64 * part).ceil() as u64;
    let anew = is_anew(core, heat);
    if core.rounds.is_multiple_of(64) {
        core.renew_guide();
    }
    let hot = Job::Anneal { heat, steps };
    let cool = Job::Anneal { heat: heat * 0.2, steps };
    let mend = Job::Mend { work: LONG_WORK };
    let (jobs, rounds) = if core.begin_focus(1) {
        ([mend, Job::Focus { work: LONG_WORK }], LONG_ROUNDS)
    } else if core.best.score.missing > 0 || core.rounds.is_multiple_of(4) {
        ([hot, cool], 1)
    } else if core.rounds % PLUNGING == 2 && core.begin_plunge(1) {
        ([mend, Job::Plunge { work: LONG_WORK }], LONG_ROUNDS)
    } else {
        ([mend; 2], LONG_ROUNDS)
    };
    let prices = core.resource_prices();
    let found = {
        let (base, [one, other], ..) = core.split(&prices, anew, cancel);
        if options.threads > 1 {
            std::thread::scope(|scope| {
                let handle = scope.spawn(|| base.work(jobs[0], one));
                let other = base.work(jobs[1], other);
                [handle.join().ok().flatten(), other]
            })
        } else {
            [base.work(jobs[0], one), base.work(jobs[1], other)]
        }
    };
    found.into_iter().for_each(|found| take(core, found));
    rounds
}

/// True if a new cycle of annealing begins.
fn is_anew(core: &mut Core, heat: f64) -> bool {
    let anew = heat > core.last_heat || core.rounds <= 1;
    core.last_heat = heat;
    anew
}

/// Does one job in this thread.
fn work(core: &mut Core, job: Job, anew: bool, cancel: &CancelFlag) {
    let prices = core.resource_prices();
    let (base, [worker, _], ..) = core.split(&prices, anew, cancel);
    let found = base.work(job, worker);
    take(core, found);
}

/// A round of the tree, after a little search.
fn branch(core: &mut Core, options: Options, part: f64, heat: f64, cancel: &CancelFlag) {
    let mending = core.best.score.missing == 0 && core.workers[0].mender.idle < MENDING;
    let share = if mending { 0.5 } else { 0.1 };
    let steps = (SEARCH_STEPS as f64 * part * share).ceil() as u64;
    let anew = is_anew(core, heat);
    work(core, Job::Anneal { heat, steps }, anew, cancel);
    if mending {
        work(core, Job::Mend { work: MENDING_WORK }, anew, cancel);
        return;
    }
    if core.rounds.is_multiple_of(32) {
        work(core, Job::Mend { work: MENDING_WORK }, anew, cancel);
    }
    let nodes = (TASK_NODES as f64 * part).ceil() as u64;
    tree_round(core, Manner::Deep { nodes }, options, cancel);
}

/// A round of the tree alone.
fn tree_round(core: &mut Core, manner: Manner, options: Options, cancel: &CancelFlag) {
    let floor = core.floor();
    let mut tree = core.tree.take().unwrap_or_else(|| {
        Tree::new(core.reduced.clone(), &core.relaxation, core.windows.clone(), &core.prices)
    });
    let mut best = core.best.clone();
    best.score.worth = floor;
    if best.score.missing > 0 {
        // Nothing in the tree lacks anything: whatever it finds is better.
        best.score.missing = 1;
    }
    tree.round(&mut best, manner, options.threads, cancel);
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
    let cost = core.relaxation.evaluation_cost();
    let steps = (ROUND_COST / 25 / cost).min(20);
    let target = price_target(core);
    for _ in 0..steps {
        core.prices.step(&mut core.relaxation, target);
    }
    core.price_steps += steps;
    core.upper_bound = core.upper_bound.min(core.relaxation.whole(core.prices.best_value));
    work(core, Job::Anneal { heat: 0.0, steps: 60 }, true, &CancelFlag::default());
}
