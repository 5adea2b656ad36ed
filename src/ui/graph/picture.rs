//! The drawing on the screen: made on a thread of its own, near the one before it.

use crate::app::drawing::{Drawing, Graph, Options, critical_chain, draw};
use crate::app::{Errand, PlanView, Snapshot};
use crate::model::Problem;
use crate::ui::scene::Identity;
use eframe::egui::Context;
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

/// So long a frame waits for a drawing: small ones are there at once.
const PATIENCE: Duration = Duration::from_millis(6);

/// A graph and where all of it stands.
#[derive(Debug)]
pub struct Picture {
    pub graph: Graph,
    pub drawing: Drawing,
    /// How it is laid out.
    pub options: Options,
    /// Nodes in reading order: column by column, from the top.
    pub order: Vec<usize>,
}

impl Picture {
    fn new(
        scenario: &crate::model::Scenario,
        start: &[Option<u32>],
        options: &Options,
        near: Option<&Self>,
    ) -> Self {
        let graph = Graph::of(scenario, start, options);
        let near = near.filter(|near| near.options == *options);
        let drawing = draw(&graph, near.map(|near| &near.drawing));
        let mut order: Vec<usize> = (0..drawing.places.len()).collect();
        order.sort_by(|&a, &b| {
            let (a, b) = (drawing.places[a], drawing.places[b]);
            a.column.cmp(&b.column).then(a.y.total_cmp(&b.y))
        });
        Self { graph, drawing, options: options.clone(), order }
    }
}

/// What a picture depends on. Problems are found anew with every change but those of
/// weights, so that they stand for the structure.
#[derive(PartialEq)]
struct Key {
    structure: Identity<Vec<Problem>>,
    options: Options,
    start: Vec<Option<u32>>,
}

impl Key {
    fn of(snapshot: &Snapshot, options: &Options) -> Self {
        let start = snapshot.planned().map(|plan| plan.start.clone()).unwrap_or_default();
        let structure = Identity::of(&snapshot.problems);
        Self { structure, options: options.clone(), start }
    }
}

/// The items of the critical chain, and the state and plan that they belong to.
type Chain = (Identity<Vec<Problem>>, Option<Identity<PlanView>>, Vec<usize>);

/// Keeps the picture up with the scenario.
#[derive(Default)]
pub struct Pictures {
    shown: Option<Arc<Picture>>,
    key: Option<Key>,
    coming: Option<Errand<Picture>>,
    chain: Option<Chain>,
    /// The next drawing does not stay near the one before it.
    afresh: bool,
}

impl std::fmt::Debug for Pictures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pictures(coming: {})", self.coming.is_some())
    }
}

/// What following the scenario has brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Nothing.
    None,
    /// A drawing near the one before it.
    Near,
    /// A drawing that has nothing to do with the one before it.
    Afresh,
}

impl Pictures {
    /// The picture; it may still be that of an older state.
    pub fn shown(&self) -> Option<&Arc<Picture>> {
        self.shown.as_ref()
    }

    /// Begins a new picture where the scenario has changed, and takes in what is done.
    pub fn follow(&mut self, snapshot: &Snapshot, options: &Options, ctx: &Context) -> News {
        let key = Key::of(snapshot, options);
        // A drawing under way is finished first: while a slider moves there is always
        // one that is nearly up to date, and never more than one thread at work.
        if self.coming.is_none() && (self.key.as_ref() != Some(&key) || self.afresh) {
            let near = self.shown.clone().filter(|_| !self.afresh);
            self.afresh = false;
            let (scenario, options) = (Arc::clone(&snapshot.scenario), key.options.clone());
            let (start, ctx) = (key.start.clone(), ctx.clone());
            let work = move || Picture::new(&scenario, &start, &options, near.as_deref());
            self.coming = Some(Errand::start("graph", move || ctx.request_repaint(), work));
            self.key = Some(key);
        }
        if !self.coming.as_mut().is_some_and(|coming| coming.is_done_within(PATIENCE)) {
            return News::None;
        }
        let Some(picture) = self.coming.take().and_then(Errand::finish) else {
            return News::None;
        };
        let same = self.shown.as_ref().is_some_and(|shown| shown.options == picture.options);
        self.shown = Some(Arc::new(picture));
        ctx.request_repaint();
        if same { News::Near } else { News::Afresh }
    }

    /// Draws all anew, not near what is there.
    pub fn redraw(&mut self) {
        self.afresh = true;
    }

    /// The items of the critical chain, in their order.
    pub fn chain(&mut self, snapshot: &Snapshot) -> &[usize] {
        let structure = Identity::of(&snapshot.problems);
        let plan = snapshot.planned().map(Identity::of);
        let known = self.chain.as_ref().is_some_and(|(a, b, _)| (a, b) == (&structure, &plan));
        if !known {
            let start = snapshot.planned().map(|plan| plan.start.as_slice()).unwrap_or_default();
            let chain = critical_chain(&snapshot.scenario, start);
            self.chain = Some((structure, plan, chain));
        }
        self.chain.as_ref().map_or(&[], |(_, _, chain)| chain)
    }
}

/// The links from each node of a chain to the next.
pub fn links_of(chain: &[usize], graph: &Graph) -> HashSet<(usize, usize)> {
    let node = |item: &usize| graph.node_of(*item);
    chain.windows(2).filter_map(|pair| Some((node(&pair[0])?, node(&pair[1])?))).collect()
}
