//! Planning on a worker thread: the newest request wins, answers carry the
//! revision that they belong to.

use super::snapshot::{PlanState, PlanView};
use crate::model::Scenario;
use crate::scoring::Worth;
use crate::sequencing::compile::{Compiled, CompiledItem, compile};
use crate::sequencing::verify::usage;
use crate::sequencing::{Answer, Budget, CancelFlag, Engine, Options, Plan, verify_progress};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Effort of a plan unless somebody asks for more; below a second for a
/// programme of some 80 items.
pub const DEFAULT_EFFORT: u64 = 4_000;

/// What the worker is asked for.
struct Request {
    generation: u64,
    structure: u64,
    scenario: Arc<Scenario>,
    worth: Vec<Worth>,
    asked: Instant,
    effort: u64,
    /// Where the effort spent on it is told.
    meter: Arc<AtomicU64>,
}

/// An answer of the worker.
#[derive(Debug)]
pub struct Published {
    /// The snapshot's generation that was planned.
    pub generation: u64,
    /// The plan, or why there is none.
    pub plan: PlanState,
}

/// A handle on the planning thread. Dropping it stops the thread.
pub struct Planner {
    requests: Sender<Request>,
    answers: Receiver<Published>,
    cancel: Arc<Mutex<CancelFlag>>,
    /// Effort spent on the last request, and what it was given.
    meter: Mutex<(Arc<AtomicU64>, u64)>,
}

impl std::fmt::Debug for Planner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Planner")
    }
}

impl Planner {
    /// Starts the thread; `wake` is called whenever there is an answer.
    pub fn start(wake: impl Fn() + Send + 'static) -> Self {
        let (requests, inbox) = channel();
        let (outbox, answers) = channel();
        let cancel = Arc::new(Mutex::new(CancelFlag::default()));
        let shared = Arc::clone(&cancel);
        std::thread::Builder::new()
            .name("planner".into())
            .spawn(move || work(&inbox, &outbox, &shared, &wake))
            .map(drop)
            .unwrap_or_else(|error| eprintln!("Planning is off: no thread could start ({error})"));
        Self { requests, answers, cancel, meter: Mutex::default() }
    }

    /// Asks for a plan; a request that is still being worked on is dropped.
    pub fn request(
        &self,
        generation: u64,
        structure: u64,
        scenario: Arc<Scenario>,
        worth: Vec<Worth>,
        effort: u64,
    ) {
        if let Ok(flag) = self.cancel.lock() {
            flag.cancel();
        }
        let asked = Instant::now();
        // Each request has a meter of its own: the one before may still turn its.
        let meter = Arc::new(AtomicU64::new(0));
        if let Ok(mut place) = self.meter.lock() {
            *place = (Arc::clone(&meter), effort);
        }
        // The worker only ends with the planner, so nobody misses this.
        let _ = self.requests.send(Request {
            generation,
            structure,
            scenario,
            worth,
            asked,
            effort,
            meter,
        });
    }

    /// The share of the effort that the last request was given and that is spent,
    /// 0 to 1. A plan may be proven best long before it is all spent.
    pub fn share_done(&self) -> f64 {
        let Ok(meter) = self.meter.lock() else { return 0.0 };
        let (spent, given) = &*meter;
        (spent.load(Ordering::Relaxed) as f64 / (*given).max(1) as f64).min(1.0)
    }

    /// Stops improving; the last answer stands.
    pub fn stop(&self) {
        if let Ok(flag) = self.cancel.lock() {
            flag.cancel();
        }
    }

    /// The next answer that is there already.
    pub fn poll(&self) -> Option<Published> {
        self.answers.try_recv().ok()
    }

    /// The next answer, waiting for at most so long.
    pub fn wait(&self, at_most: Duration) -> Option<Published> {
        self.answers.recv_timeout(at_most).ok()
    }
}

impl Drop for Planner {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What stays warm between requests.
struct Warm {
    /// Of the last request.
    generation: u64,
    structure: u64,
    compiled: Arc<Compiled>,
    engine: Engine,
}

/// The plan that was published last, and what was planned.
struct OnScreen {
    compiled: Arc<Compiled>,
    plan: Plan,
}

impl OnScreen {
    /// The same starts for items of another state of the scenario.
    fn in_terms_of(&self, compiled: &Compiled) -> Plan {
        let start = |item: &CompiledItem| {
            let at = self.compiled.item_index(item.id.as_str())?;
            self.plan.start.get(at).copied().flatten()
        };
        let start: Vec<Option<u32>> = compiled.items.iter().map(start).collect();
        compiled.complete(&start)
    }
}

fn work(
    inbox: &Receiver<Request>,
    outbox: &Sender<Published>,
    shared: &Mutex<CancelFlag>,
    wake: &dyn Fn(),
) {
    let mut warm: Option<Warm> = None;
    let mut on_screen: Option<OnScreen> = None;
    while let Ok(mut request) = inbox.recv() {
        while let Ok(newer) = inbox.try_recv() {
            request = newer;
        }
        // A request that comes while the flag is being put in place cancels it:
        // each one that is taken in gets a flag of its own.
        let flag = loop {
            let flag = CancelFlag::default();
            if let Ok(mut place) = shared.lock() {
                *place = flag.clone();
            }
            match inbox.try_recv() {
                Ok(newer) => request = newer,
                Err(_) => break flag,
            }
        };
        let Request { generation, asked, .. } = request;
        let publish = |plan: PlanState| {
            let sent = outbox.send(Published { generation, plan }).is_ok();
            wake();
            sent
        };
        let quick = match warm.take() {
            Some(mut kept) if kept.structure == request.structure => {
                let portfolio = kept.compiled.with_worths(&request.worth);
                // Who lets it go on without an edit wants the best plan there is.
                let edited = kept.generation != generation;
                kept.generation = generation;
                let shown = on_screen.as_ref().filter(|_| edited);
                kept.engine.keep_near(shown.map(|shown| shown.plan.clone()));
                let answer = kept.engine.retarget(portfolio);
                warm = Some(kept);
                Some(answer)
            }
            _ => match compile(&request.scenario, &request.worth) {
                Ok(compiled) => {
                    let compiled = Arc::new(compiled);
                    let portfolio = Arc::clone(&compiled.portfolio);
                    let mut engine = Engine::new(portfolio, Options::default());
                    if let Some(shown) = &on_screen {
                        let plan = shown.in_terms_of(&compiled);
                        engine.start_from(plan.clone());
                        engine.keep_near(Some(plan));
                    }
                    let structure = request.structure;
                    warm = Some(Warm { generation, structure, compiled, engine });
                    None
                }
                Err(problems) => {
                    publish(PlanState::Invalid(Arc::new(problems)));
                    None
                }
            },
        };
        let Some(Warm { compiled, engine, .. }) = &mut warm else { continue };
        let mut show = |answer: &Answer, finished: bool| {
            if answer.infeasible.is_none() {
                let (compiled, plan) = (Arc::clone(compiled), answer.plan.clone());
                on_screen = Some(OnScreen { compiled, plan });
            }
            let elapsed = asked.elapsed();
            let scenario = &request.scenario;
            publish(plan_state(generation, scenario, compiled, answer, finished, elapsed));
        };
        engine.set_meter(request.meter);
        if let Some(answer) = quick {
            show(&answer, false);
        }
        let last = engine.run(Budget::Effort(request.effort), &flag, &mut |answer| {
            show(answer, false);
        });
        if !flag.is_cancelled() {
            show(&last, true);
        }
    }
}

/// Makes what views see out of what the engine says.
pub(crate) fn plan_state(
    generation: u64,
    scenario: &Scenario,
    compiled: &Arc<Compiled>,
    answer: &Answer,
    finished: bool,
    elapsed: Duration,
) -> PlanState {
    let compiled = Arc::clone(compiled);
    if let Some(conflict) = &answer.infeasible {
        return PlanState::Infeasible { conflict: Arc::new(conflict.clone()), compiled };
    }
    let usage = usage(&compiled.portfolio, &answer.plan);
    let start: Vec<Option<u32>> =
        answer.plan.start.iter().take(compiled.item_count()).copied().collect();
    let mut answer = answer.clone();
    answer.verified &= verify_progress(scenario, &start).is_empty();
    PlanState::Planned(Arc::new(PlanView {
        generation,
        compiled,
        answer,
        start,
        usage,
        finished,
        elapsed,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::bundled_scenario;
    use crate::explain::worths_of;
    use crate::sequencing::SplitMix64;

    /// So little that the bundled scenario is not planned to its end.
    const EFFORT: u64 = 100;

    /// The last answer to a request.
    fn planned(
        planner: &Planner,
        generation: u64,
        scenario: &Arc<Scenario>,
        worth: &[Worth],
    ) -> Plan {
        planner.request(generation, 1, Arc::clone(scenario), worth.to_vec(), EFFORT);
        loop {
            let published = planner.wait(Duration::from_secs(60)).expect("no answer in a minute");
            if let PlanState::Planned(view) = published.plan
                && view.finished
                && published.generation == generation
            {
                return view.answer.plan.clone();
            }
        }
    }

    #[test]
    fn an_edit_stays_near_the_plan_on_screen_and_going_on_brings_the_best_plan() {
        let scenario = Arc::new(bundled_scenario());
        let worth = worths_of(&scenario);
        let compiled = compile(&scenario, &worth).expect("the bundled scenario is sound");
        let mut different = 0;
        for seed in 0..12 {
            let mut random = SplitMix64::new(seed);
            let mut edited = worth.clone();
            edited.iter_mut().for_each(|worth| worth.benefit *= 0.7 + 0.6 * random.unit());
            let planner = Planner::start(|| {});
            let first = planned(&planner, 1, &scenario, &worth);
            let second = planned(&planner, 2, &scenario, &edited);
            let third = planned(&planner, 2, &scenario, &edited);

            // The same by an engine that is told what is on screen.
            let replay = |stays: bool| {
                let portfolio = Arc::clone(&compiled.portfolio);
                let mut engine = Engine::new(portfolio, Options::default());
                let mut run = |near: Option<&Plan>, is_edited: bool| {
                    engine.keep_near(near.cloned());
                    if is_edited {
                        engine.retarget(compiled.with_worths(&edited));
                    }
                    engine.run(Budget::Effort(EFFORT), &CancelFlag::default(), &mut |_| {}).plan
                };
                let first = run(None, false);
                let second = run(Some(&first), true);
                let third = run(stays.then_some(&second), true);
                [first, second, third]
            };
            assert_eq!([&first, &second, &third], replay(false).each_ref(), "{seed}");
            different += usize::from(replay(true)[2] != third);
        }
        assert!(different > 0, "the best plan was always the one on screen");
    }
}
