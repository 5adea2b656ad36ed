//! The open document, what is derived from it, and the planner that works for it.

use super::disk::Theirs;
use super::document::Document;
use super::edit::{Edit, EditError};
use super::history::Label;
use super::planner::{DEFAULT_EFFORT, Planner, Published};
use super::scores::Scores;
use super::snapshot::{PlanState, Snapshot};
use crate::model::{Problem, Scenario, validate};
use crate::scoring::LeverageGraph;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long an edit may wait for its plan before the screen goes on without it.
const PATIENCE: Duration = Duration::from_millis(7);

/// The open document and everything derived from it.
#[derive(Debug)]
pub struct Workspace {
    document: Document,
    planner: Planner,
    snapshot: Arc<Snapshot>,
    /// The state before the last step, to tell what has moved since.
    reference: Arc<Snapshot>,
    graph: Arc<LeverageGraph>,
    /// Structure that `graph` and the problems belong to.
    derived_structure: u64,
    gesture: Option<u64>,
    solo: Option<usize>,
    generation: u64,
}

/// A document with all that is derived from it before planning: made on any
/// thread.
#[derive(Debug)]
pub struct Prepared {
    document: Document,
    graph: Arc<LeverageGraph>,
    snapshot: Arc<Snapshot>,
}

impl Prepared {
    /// Checks and scores a document.
    pub fn new(document: Document) -> Self {
        let graph = Arc::new(LeverageGraph::new(document.scenario()));
        let problems = Arc::new(validate::problems(document.scenario()));
        let snapshot = Arc::new(first_snapshot(&document, &graph, problems));
        Self { document, graph, snapshot }
    }

    /// The document.
    pub fn document(&self) -> &Document {
        &self.document
    }
}

impl Workspace {
    /// Opens a document for work.
    pub fn new(document: Document, planner: Planner) -> Self {
        Self::from_prepared(Prepared::new(document), planner)
    }

    /// Goes on with a document that was prepared elsewhere.
    pub fn from_prepared(prepared: Prepared, planner: Planner) -> Self {
        let workspace = Self::unplanned(prepared, planner);
        workspace.begin_planning();
        workspace
    }

    /// The same, where something else comes before planning: [`Self::begin_planning`]
    /// starts it.
    pub fn unplanned(prepared: Prepared, planner: Planner) -> Self {
        let Prepared { document, graph, snapshot } = prepared;
        let derived_structure = document.structure();
        let reference = Arc::clone(&snapshot);
        Self {
            document,
            planner,
            snapshot,
            reference,
            graph,
            derived_structure,
            gesture: None,
            solo: None,
            generation: 0,
        }
    }

    /// Asks for a plan of the present state.
    pub fn begin_planning(&self) {
        self.request_plan(DEFAULT_EFFORT);
    }

    /// The document.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The document, for saving. Changes go through [`Self::apply`].
    pub fn document_mut(&mut self) -> &mut Document {
        &mut self.document
    }

    /// Everything derived from the document's present state.
    pub fn snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot
    }

    /// What was there before the last step.
    pub fn reference(&self) -> &Arc<Snapshot> {
        &self.reference
    }

    /// Makes a change and derives everything anew.
    ///
    /// Steps with the same `gesture` (a drag of a slider) count as one.
    ///
    /// # Errors
    /// If the edit does not fit the document; nothing has changed then.
    pub fn apply(
        &mut self,
        label: Label,
        edit: Edit,
        gesture: Option<u64>,
    ) -> Result<(), EditError> {
        let continues = gesture.is_some() && gesture == self.gesture;
        if !continues {
            self.reference = Arc::clone(&self.snapshot);
        }
        self.gesture = gesture;
        self.document.apply(label, edit, gesture)?;
        self.refresh();
        Ok(())
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        self.reference = Arc::clone(&self.snapshot);
        self.gesture = None;
        if self.document.undo() {
            self.refresh();
        }
    }

    /// Does a step again that was taken back.
    pub fn redo(&mut self) {
        self.reference = Arc::clone(&self.snapshot);
        self.gesture = None;
        if self.document.redo() {
            self.refresh();
        }
    }

    /// Merges in what somebody else has written; see [`Document::merge_in`].
    ///
    /// # Errors
    /// If the step does not fit; nothing has changed then.
    pub fn merge_in(
        &mut self,
        label: Label,
        theirs: &Theirs,
        settled: Scenario,
    ) -> Result<(), EditError> {
        self.reference = Arc::clone(&self.snapshot);
        self.gesture = None;
        self.document.merge_in(label, theirs, settled)?;
        self.refresh();
        Ok(())
    }

    /// Goes to the state in which so many steps of the history are done.
    ///
    /// # Errors
    /// If there are not so many.
    pub fn go_to(&mut self, position: usize) -> Result<(), EditError> {
        self.reference = Arc::clone(&self.snapshot);
        self.gesture = None;
        let went = self.document.go_to(position);
        self.refresh();
        went
    }

    /// Asks "what if only this counted", by leaf; none ends it. The document
    /// stays as it is.
    pub fn set_solo(&mut self, leaf: Option<usize>) {
        self.reference = Arc::clone(&self.snapshot);
        self.gesture = None;
        self.solo = leaf;
        self.refresh();
    }

    /// Lets the planner go on for so much more effort.
    pub fn prove_further(&self, effort: u64) {
        self.request_plan(effort);
    }

    /// Takes in what the planner has found; true if anything is new.
    pub fn poll(&mut self) -> bool {
        let mut news = false;
        while let Some(published) = self.planner.poll() {
            news |= self.take(published);
        }
        news
    }

    /// Waits until the plan of the present state is finished, or so long.
    ///
    /// For commands and tests; the window never waits.
    pub fn wait_for_plan(&mut self, at_most: Duration) -> bool {
        let until = Instant::now() + at_most;
        loop {
            if self.is_settled() {
                return true;
            }
            let left = until.saturating_duration_since(Instant::now());
            match self.planner.wait(left) {
                Some(published) => drop(self.take(published)),
                None => return self.is_settled(),
            }
        }
    }

    /// True if the plan on screen is the engine's last word on the present state.
    pub fn is_settled(&self) -> bool {
        match &self.snapshot.plan {
            PlanState::Planned(plan) => plan.finished && plan.generation == self.generation,
            PlanState::Working => false,
            _ => true,
        }
    }

    /// How much of its effort the planner has spent on the present state, 0 to 1;
    /// none while it does not work. Moves also while no better plan comes.
    pub fn share_done(&self) -> Option<f64> {
        (!self.is_settled()).then(|| self.planner.share_done())
    }

    fn take(&mut self, published: Published) -> bool {
        if published.generation != self.generation {
            return false;
        }
        Arc::make_mut(&mut self.snapshot).plan = published.plan;
        true
    }

    fn refresh(&mut self) {
        let started = Instant::now();
        let scenario = Arc::clone(self.document.scenario());
        let mut problems = Arc::clone(&self.snapshot.problems);
        if self.derived_structure != self.document.structure() {
            self.graph = Arc::new(LeverageGraph::new(&scenario));
            problems = Arc::new(validate::problems(&scenario));
            self.derived_structure = self.document.structure();
        }
        self.generation += 1;
        self.solo = self.solo.filter(|leaf| *leaf < scenario.leaf_criteria().count());
        let scores = Arc::new(match self.solo {
            Some(leaf) => Scores::solo(&scenario, &self.graph, leaf),
            None => Scores::of(&scenario, &self.graph),
        });
        let plan = plan_before_planning(&scenario, &problems, Some(&self.snapshot));
        self.snapshot = Arc::new(Snapshot {
            revision: self.document.revision(),
            generation: self.generation,
            solo: self.solo,
            scenario,
            scores,
            problems,
            plan,
            scoring_time: started.elapsed(),
        });
        self.request_plan(DEFAULT_EFFORT);
        self.wait_for_first_answer();
    }

    /// A plan that comes at once is shown in the frame of the edit.
    fn wait_for_first_answer(&mut self) {
        let until = Instant::now() + PATIENCE;
        while let Some(published) =
            self.planner.wait(until.saturating_duration_since(Instant::now()))
        {
            if self.take(published) {
                return;
            }
        }
    }

    fn request_plan(&self, effort: u64) {
        if matches!(self.snapshot.plan, PlanState::NoPhases | PlanState::Invalid(_)) {
            self.planner.stop();
            return;
        }
        self.planner.request(
            self.generation,
            self.document.structure(),
            Arc::clone(&self.snapshot.scenario),
            self.snapshot.scores.worth.clone(),
            effort,
        );
    }
}

fn first_snapshot(
    document: &Document,
    graph: &LeverageGraph,
    problems: Arc<Vec<Problem>>,
) -> Snapshot {
    let started = Instant::now();
    let scenario = Arc::clone(document.scenario());
    let scores = Arc::new(Scores::of(&scenario, graph));
    let plan = plan_before_planning(&scenario, &problems, None);
    Snapshot {
        revision: document.revision(),
        generation: 0,
        solo: None,
        scenario,
        scores,
        problems,
        plan,
        scoring_time: started.elapsed(),
    }
}

/// The plan to show until the planner answers: the last one, if it speaks of as
/// many items and phases.
fn plan_before_planning(
    scenario: &Scenario,
    problems: &Arc<Vec<Problem>>,
    last: Option<&Snapshot>,
) -> PlanState {
    let errors = |problem: &&Problem| problem.severity == crate::model::Severity::Error;
    if scenario.phases.is_empty() {
        return PlanState::NoPhases;
    }
    if problems.iter().any(|problem| errors(&problem)) {
        return PlanState::Invalid(Arc::new(problems.iter().filter(errors).cloned().collect()));
    }
    match last {
        Some(Snapshot { plan: PlanState::Planned(plan), scenario: old, .. })
            if old.items.len() == scenario.items.len()
                && old.phases.len() == scenario.phases.len() =>
        {
            PlanState::Planned(Arc::clone(plan))
        }
        _ => PlanState::Working,
    }
}
