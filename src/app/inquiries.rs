//! Questions that take planning again, on threads of their own: why an item is
//! where it is, what a pin would cost, what is scarce, what more money would buy,
//! which input moved what, what would bring in what is left out; and, where there is no plan, what stands in the way.
//!
//! Each kind has one thread; the newest question wins. Answers belong to the plan
//! that they were asked about and are gone when it is.

use super::since::{Step, causes};
use super::snapshot::{PlanState, PlanView, Snapshot};
use super::subject::Subject;
use super::worker::Worker;
use crate::analysis::{Axis, Frontier, even_factors, frontier, scaled_rows};
use crate::explain::{
    Explanation, Forced, IMPASSE_EFFORT, Impasse, QUESTION_EFFORT, SHARPER, Scarce, WaitingList,
    WhatChanged, explain, force, impasse, scarce, sharpen_scarce, waiting,
};
use crate::model::Scenario;
use crate::sequencing::compile::Compiled;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Factors of the frontier: from half to half as much again, in steps of 5 %.
const FRONTIER: (f64, f64, usize) = (0.5, 1.5, 20);

/// A pin that somebody holds over a phase and has not let go.
#[derive(Debug, Clone)]
pub struct PinPreview {
    /// The item.
    pub item: usize,
    /// The phase, from 1; none is "not at all".
    pub phase: Option<u32>,
    /// What it would cost; none while that is being worked out.
    pub forced: Option<Forced>,
}

/// A frontier, and what it is of.
#[derive(Debug, Clone, Default)]
pub struct FrontierView {
    /// The points so far.
    pub frontier: Frontier,
    /// How many there will be.
    pub of: usize,
}

impl FrontierView {
    /// True once nothing more comes.
    pub fn is_complete(&self) -> bool {
        self.frontier.complete
    }
}

/// What one more step of each scarce limit buys.
type Steps = Arc<Vec<Scarce>>;

/// The question what one more step of each scarce limit buys.
#[derive(Debug)]
struct Limits {
    subject: Subject,
    /// What is known of it already, if all of it was asked.
    known: Option<Steps>,
    /// Ranges are worked out further.
    exactly: bool,
}

/// A question that was asked and its answer so far.
#[derive(Debug)]
struct Asked<K, A> {
    subject: Subject,
    key: K,
    answer: Option<A>,
    done: bool,
}

/// All questions that take planning again, and their answers so far.
#[derive(Debug)]
pub struct Inquiries {
    items: Worker<(Subject, usize), Arc<Explanation>>,
    item: Option<Asked<usize, Arc<Explanation>>>,
    pins: Worker<(Subject, usize, Option<u32>), (Forced, bool)>,
    pin: Option<Asked<(usize, Option<u32>), Forced>>,
    limits: Worker<Limits, (Steps, bool)>,
    /// Its key is true once ranges are worked out further.
    limit: Option<Asked<bool, Steps>>,
    frontiers: Worker<(Subject, Axis), Arc<FrontierView>>,
    frontier: Option<Asked<Axis, Arc<FrontierView>>>,
    waits: Worker<Subject, Arc<WaitingList>>,
    wait: Option<Asked<(), Arc<WaitingList>>>,
    steps: Worker<Step, Arc<WhatChanged>>,
    step: Option<Asked<Step, Arc<WhatChanged>>>,
    impasses: Worker<(Arc<Scenario>, Arc<Compiled>), Arc<Impasse>>,
    impasse: Option<Stuck>,
}

/// What is to be asked of the state on screen.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// The selected item.
    pub item: Option<usize>,
    /// What the frontier is shown of, while it is shown.
    pub axis: Option<Axis>,
    /// True while the waiting list is shown.
    pub waiting: bool,
    /// True while it is worth much work what one more step of a limit buys, exactly.
    pub exactly: bool,
    /// The state before the last step, while what changed is shown.
    pub since: Option<&'a Arc<Snapshot>>,
}

/// Something that has no plan, and why not as far as it is known. Weights do not
/// matter: what was compiled says it all.
#[derive(Debug)]
struct Stuck {
    compiled: Arc<Compiled>,
    answer: Option<Arc<Impasse>>,
}

impl Inquiries {
    /// Starts the threads; `wake` is called whenever there is an answer.
    pub fn start(wake: impl Fn() + Clone + Send + 'static) -> Self {
        let items = Worker::start("explaining", wake.clone(), |(subject, item), flag, say| {
            let subject: Subject = subject;
            explain(&subject.base(flag), item, &mut |told| say(Arc::new(told.clone())));
        });
        let pins = Worker::start("pricing", wake.clone(), |(subject, item, phase), flag, say| {
            let subject: Subject = subject;
            let base = subject.base(flag);
            let mut forced = force(&base, item, phase);
            if let Some(sharper) = base.sharper() {
                say((forced.clone(), false));
                forced.sharpen(&sharper, item);
            }
            say((forced, true));
        });
        let limits = Worker::start("limits", wake.clone(), |asked: Limits, flag, say| {
            let Limits { subject, known, exactly } = asked;
            let base = subject.base(flag);
            let mut tell = |rows: &[Scarce]| say((Arc::new(rows.to_vec()), false));
            let known = known.map(|rows| Vec::clone(&rows));
            let mut rows = known.unwrap_or_else(|| scarce(&base, &mut tell));
            if exactly {
                sharpen_scarce(&base, &mut rows, &mut tell);
            }
            say((Arc::new(rows), true));
        });
        let frontiers = Worker::start("frontier", wake.clone(), |(subject, axis), flag, say| {
            let subject: Subject = subject;
            let portfolio = &subject.plan.compiled.portfolio;
            let rows = scaled_rows(&subject.plan.compiled, axis);
            let (least, most, steps) = FRONTIER;
            let factors = even_factors(least, most, steps);
            let of = factors.len();
            let present = &subject.plan.answer;
            let efforts = [QUESTION_EFFORT, QUESTION_EFFORT * SHARPER];
            frontier(portfolio, &rows, &factors, present, efforts, flag, &mut |found| {
                say(Arc::new(FrontierView { frontier: found.clone(), of }));
            });
        });
        let waits = Worker::start("waiting", wake.clone(), |subject: Subject, flag, say| {
            waiting(&subject.base(flag), &mut |list| say(Arc::new(list.clone())));
        });
        let steps = Worker::start("changes", wake.clone(), |step: Step, flag, say| {
            say(Arc::new(causes(&step, flag)));
        });
        let impasses = Worker::start("impasses", wake, |(scenario, compiled), flag, say| {
            let scenario: Arc<Scenario> = scenario;
            let compiled: Arc<Compiled> = compiled;
            impasse(&scenario, &compiled, IMPASSE_EFFORT, flag, &mut |why| {
                say(Arc::new(why.clone()));
            });
        });
        Self {
            items,
            item: None,
            pins,
            pin: None,
            limits,
            limit: None,
            frontiers,
            frontier: None,
            waits,
            wait: None,
            steps,
            step: None,
            impasses,
            impasse: None,
        }
    }

    /// Takes in what was found; true if anything is new.
    pub fn poll(&mut self) -> bool {
        let mut news = false;
        if let (Some(told), Some(asked)) = (self.items.poll(), &mut self.item) {
            asked.done = told.complete;
            asked.answer = Some(told);
            news = true;
        }
        if let (Some((forced, done)), Some(asked)) = (self.pins.poll(), &mut self.pin) {
            (asked.answer, asked.done) = (Some(forced), done);
            news = true;
        }
        if let (Some((rows, done)), Some(asked)) = (self.limits.poll(), &mut self.limit) {
            (asked.answer, asked.done) = (Some(rows), done);
            news = true;
        }
        if let (Some(view), Some(asked)) = (self.frontiers.poll(), &mut self.frontier) {
            asked.done = view.is_complete();
            asked.answer = Some(view);
            news = true;
        }
        if let (Some(list), Some(asked)) = (self.waits.poll(), &mut self.wait) {
            asked.done = list.is_complete();
            asked.answer = Some(list);
            news = true;
        }
        if let (Some(told), Some(asked)) = (self.steps.poll(), &mut self.step) {
            (asked.answer, asked.done) = (Some(told), true);
            news = true;
        }
        if let (Some(why), Some(stuck)) = (self.impasses.poll(), &mut self.impasse) {
            stuck.answer = Some(why);
            news = true;
        }
        news
    }

    /// Asks what is worth asking of the state on screen: about the selected item,
    /// about what is scarce, and about the frontier, the waiting list and the last
    /// step while they are shown. Waits for the plan to be finished; drops answers about another one.
    pub fn follow(&mut self, snapshot: &Arc<Snapshot>, wanted: Wanted<'_>) {
        let Wanted { item, axis, waiting, since, exactly } = wanted;
        let gone = |subject: &Subject| !subject.is_shown(snapshot);
        if self.item.as_ref().is_some_and(|a| gone(&a.subject) || Some(a.key) != item) {
            self.items.stop();
            self.item = None;
        }
        if self.pin.as_ref().is_some_and(|asked| gone(&asked.subject)) {
            self.drop_pin();
        }
        if self.limit.as_ref().is_some_and(|asked| gone(&asked.subject)) {
            self.limits.stop();
            self.limit = None;
        }
        if self.frontier.as_ref().is_some_and(|a| gone(&a.subject) || Some(a.key) != axis) {
            self.frontiers.stop();
            self.frontier = None;
        }
        if self.wait.as_ref().is_some_and(|asked| gone(&asked.subject) || !waiting) {
            self.waits.stop();
            self.wait = None;
        }
        let same_step = |step: &Step| since.is_some_and(|since| step.before.shows_the_same(since));
        if self.step.as_ref().is_some_and(|a| gone(&a.subject) || !same_step(&a.key)) {
            self.steps.stop();
            self.step = None;
        }
        self.follow_impasse(snapshot);
        let settled =
            |plan: &Arc<PlanView>| plan.finished && plan.generation == snapshot.generation;
        let Some(subject) = Subject::of(snapshot).filter(|subject| settled(&subject.plan)) else {
            return;
        };
        if let (Some(item), None) = (item, &self.item) {
            self.items.ask((subject.clone(), item));
            let subject = subject.clone();
            self.item = Some(Asked { subject, key: item, answer: None, done: false });
        }
        let before = self.limit.as_ref().map(|asked| asked.key);
        if before.is_none_or(|before| exactly && !before) {
            let answer = self.limit.take().map(|asked| (asked.done, asked.answer));
            let (done, answer) = answer.unwrap_or_default();
            let known = answer.clone().filter(|_| done);
            self.limits.ask(Limits { subject: subject.clone(), known, exactly });
            let subject = subject.clone();
            self.limit = Some(Asked { subject, key: exactly, answer, done: false });
        }
        if let (Some(axis), None) = (axis, &self.frontier) {
            self.frontiers.ask((subject.clone(), axis));
            let subject = subject.clone();
            self.frontier = Some(Asked { subject, key: axis, answer: None, done: false });
        }
        if waiting && self.wait.is_none() {
            self.waits.ask(subject.clone());
            let subject = subject.clone();
            self.wait = Some(Asked { subject, key: (), answer: None, done: false });
        }
        if let (Some(since), None) = (since.filter(|since| since.planned().is_some()), &self.step) {
            let step = Step { before: Arc::clone(since), after: Arc::clone(snapshot) };
            self.steps.ask(step.clone());
            self.step = Some(Asked { subject, key: step, answer: None, done: false });
        }
    }

    /// Asks why there is no plan, where there is none.
    fn follow_impasse(&mut self, snapshot: &Snapshot) {
        let compiled = match &snapshot.plan {
            PlanState::Infeasible { compiled, .. } => Some(compiled),
            _ => None,
        };
        let known = self.impasse.as_ref().map(|stuck| &stuck.compiled);
        match (compiled, known) {
            (None, None) => {}
            (Some(compiled), Some(known)) if Arc::ptr_eq(compiled, known) => {}
            (Some(compiled), _) => {
                self.impasses.ask((Arc::clone(&snapshot.scenario), Arc::clone(compiled)));
                self.impasse = Some(Stuck { compiled: Arc::clone(compiled), answer: None });
            }
            (None, Some(_)) => {
                self.impasses.stop();
                self.impasse = None;
            }
        }
    }

    /// Asks what it would cost to pin an item to a phase, or out of the plan.
    pub fn ask_pin(&mut self, snapshot: &Snapshot, item: usize, phase: Option<u32>) {
        let key = (item, phase);
        let Some(subject) = Subject::of(snapshot) else { return };
        let known = |asked: &Asked<_, _>| asked.key == key && asked.subject.is_shown(snapshot);
        if !self.pin.as_ref().is_some_and(known) {
            self.pins.ask((subject.clone(), item, phase));
            self.pin = Some(Asked { subject, key, answer: None, done: false });
        }
    }

    /// Nobody holds a pin any more.
    pub fn drop_pin(&mut self) {
        self.pins.stop();
        self.pin = None;
    }

    /// Stops planning for less and for more; the points so far stay.
    pub fn stop_frontier(&mut self) {
        self.frontiers.stop();
        if let Some(asked) = &mut self.frontier {
            asked.done = true;
            if let Some(view) = &mut asked.answer {
                Arc::make_mut(view).frontier.complete = true;
            }
        }
    }

    /// What is found of an item so far.
    pub fn explanation(&self, item: usize) -> Option<&Arc<Explanation>> {
        self.item.as_ref().filter(|asked| asked.key == item)?.answer.as_ref()
    }

    /// The pin that somebody holds over a phase.
    pub fn pin(&self) -> Option<PinPreview> {
        let asked = self.pin.as_ref()?;
        let (item, phase) = asked.key;
        Some(PinPreview { item, phase, forced: asked.answer.clone() })
    }

    /// What is scarce, as far as it is found.
    pub fn scarce(&self) -> Option<&Steps> {
        self.limit.as_ref()?.answer.as_ref()
    }

    /// The frontier, as far as it is found.
    pub fn frontier(&self) -> Option<&Arc<FrontierView>> {
        self.frontier.as_ref()?.answer.as_ref()
    }

    /// The waiting list, as far as it is found.
    pub fn waiting(&self) -> Option<&Arc<WaitingList>> {
        self.wait.as_ref()?.answer.as_ref()
    }

    /// What the last step moved, and which input did it.
    pub fn since_last_step(&self) -> Option<&Arc<WhatChanged>> {
        self.step.as_ref()?.answer.as_ref()
    }

    /// Why there is no plan, as far as it is found.
    pub fn impasse(&self) -> Option<&Arc<Impasse>> {
        self.impasse.as_ref()?.answer.as_ref()
    }

    /// True if every question that was asked has its last answer.
    pub fn is_settled(&self) -> bool {
        self.item.as_ref().is_none_or(|asked| asked.done)
            && self.pin.as_ref().is_none_or(|asked| asked.done)
            && self.limit.as_ref().is_none_or(|asked| asked.done)
            && self.frontier.as_ref().is_none_or(|asked| asked.done)
            && self.wait.as_ref().is_none_or(|asked| asked.done)
            && self.step.as_ref().is_none_or(|asked| asked.done)
            && self
                .impasse
                .as_ref()
                .is_none_or(|stuck| stuck.answer.as_ref().is_some_and(|why| why.complete))
    }

    /// Waits until every question has its last answer, or so long. For tests; the
    /// window never waits.
    pub fn wait(&mut self, at_most: Duration) -> bool {
        let until = Instant::now() + at_most;
        while !self.is_settled() && Instant::now() < until {
            self.poll();
            std::thread::sleep(Duration::from_millis(2));
        }
        self.is_settled()
    }
}
