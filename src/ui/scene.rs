//! What every view is given to draw from, and how it asks for something.

use super::theme::Tokens;
use crate::app::{Changes, Command, Document, Edit, Inquiries, Label, ListEdit, Snapshot};
use crate::model::{AgencyId, Item, WeightSet};
use crate::texts::Texts;
use std::path::PathBuf;
use std::sync::Arc;

/// What a view asks for. Views change nothing themselves.
#[derive(Debug, Clone)]
pub enum Intent {
    /// A change of the scenario. Changes with the same gesture are one step.
    Edit {
        /// What the step is called.
        label: Label,
        /// The change.
        edit: Box<Edit>,
        /// Number of the drag that it belongs to, from [`Selection::gesture`].
        gesture: Option<u64>,
    },
    /// Shows an item in the inspector and marks it everywhere.
    Select(Option<usize>),
    /// Selects an item and shows a view that has it.
    Find(usize),
    /// Shows the place that a path of a problem names.
    GoTo(String),
    /// Lists the items of an agency.
    ItemsOf(AgencyId),
    /// Something of the list of commands.
    Command(Command),
    /// Asks "what if only this leaf criterion counted"; none ends it.
    Solo(Option<usize>),
    /// Asks what it would cost to pin an item to a phase (from 1), or, without
    /// one, out of the plan. Nothing is changed.
    PreviewPin(usize, Option<u32>),
    /// Nobody holds a pin any more.
    DropPin,
    /// Stops planning for less and for more; the points so far stay.
    StopFrontier,
    /// Goes to the state in which so many steps of the history are done.
    GoToStep(usize),
    /// Says why a step of the history (from 0) was made.
    Reason(usize, String),
    /// Opens a file.
    OpenFile(PathBuf),
    /// Collects what a ministry answered in a workbook.
    Collect(PathBuf),
    /// Copies a difference out of another open scenario into this one.
    Copy(Box<crate::app::Difference>),
    /// Of a stale place of a variant: our value stands, whatever the base has now.
    KeepOurs(String),
    /// Of a stale place of a variant: what the base has now is taken.
    TakeBase(String),
    /// Takes in what is accepted of the table that is being brought in.
    TakeImport,
    /// Gives up the table that is being brought in.
    DropImport,
    /// Brings the open scenario with this number to the front.
    Bring(u64),
    /// A sentence for the status line.
    Say(String),
}

/// A shared value as the key of a cache: equal only to itself. It is kept alive, so that
/// nothing else can come to stand at its address.
#[derive(Debug)]
pub struct Identity<T>(Arc<T>);

impl<T> Identity<T> {
    /// The identity of a value.
    pub fn of(value: &Arc<T>) -> Self {
        Self(Arc::clone(value))
    }
}

impl<T> PartialEq for Identity<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What is selected and searched, the same in all views.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Position of the selected item in the scenario.
    pub item: Option<usize>,
    /// Scroll the ranking to the selected item once.
    pub reveal_ranking: bool,
    /// Bring the selected item into sight in the graph once.
    pub reveal_graph: bool,
    /// Grows with each drag, so that one drag is one step of undo.
    pub gesture: u64,
    /// A bar of the roadmap that is held over a phase and not let go.
    pub held_pin: Option<HeldPin>,
}

/// A bar of the roadmap that is held over a phase and not let go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldPin {
    /// The item.
    pub item: usize,
    /// The phase (from 1) that it is held over; none is the column of what is
    /// left out.
    pub place: Option<u32>,
    /// Held by keys, not by the pointer.
    pub by_keys: bool,
}

/// Why the selected item is where it is, as a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct ReasonLine {
    /// 0 for what holds the item itself, 1 for what holds that, ….
    pub depth: usize,
    /// The sentence.
    pub words: String,
    /// The item that it names.
    pub item: Option<usize>,
}

/// A scenario that is open beside the one in front.
#[derive(Debug, Clone)]
pub struct Neighbour {
    /// Its number among the open ones.
    pub number: u64,
    /// What it is called in its tab.
    pub name: String,
    /// Everything derived from it.
    pub snapshot: Arc<Snapshot>,
}

/// What every view is given to draw from.
pub struct Scene<'a> {
    /// Everything derived from the scenario.
    pub snapshot: &'a Arc<Snapshot>,
    /// The state before the last step: what differs is marked.
    pub reference: &'a Arc<Snapshot>,
    /// What moved between the two; none unless both have a plan.
    pub changes: Option<&'a Changes>,
    /// The document, for its history and name.
    pub document: &'a Document,
    /// What it is called in its tab.
    pub name: &'a str,
    /// The other open scenarios, in the order of their tabs.
    pub others: &'a [Neighbour],
    /// Words and numbers in the language of the window.
    pub texts: &'a Texts,
    /// Colours and sizes.
    pub tokens: &'a Tokens,
    /// Why the selected item is where it is; none without an item or a plan.
    pub reasons: Option<&'a [ReasonLine]>,
    /// Answers to questions that take planning again.
    pub inquiries: &'a Inquiries,
    /// What is selected.
    pub selection: &'a mut Selection,
    /// What views ask for, in order.
    pub intents: &'a mut Vec<Intent>,
}

impl Scene<'_> {
    /// Asks for something.
    pub fn ask(&mut self, intent: Intent) {
        self.intents.push(intent);
    }

    /// Asks to select an item.
    pub fn select(&mut self, item: usize) {
        self.ask(Intent::Select(Some(item)));
    }

    /// Asks to put a changed item in the place of the present one.
    pub fn replace_item(&mut self, at: usize, item: Item, key: &str) {
        let what = self.item_name(at).to_owned();
        let edit = Box::new(Edit::Items(ListEdit::Replace { at, value: Box::new(item) }));
        self.ask(Intent::Edit { label: Label::new(key, what), edit, gesture: None });
    }

    /// Asks to change an item: `change` is given a copy of it.
    pub fn change_item(&mut self, at: usize, key: &str, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.snapshot.scenario.items.get(at) {
            let mut item = item.clone();
            change(&mut item);
            self.replace_item(at, item, key);
        }
    }

    /// Asks to put a changed weight set in the place of the present one.
    pub fn replace_weight_set(
        &mut self,
        at: usize,
        set: WeightSet,
        label: Label,
        gesture: Option<u64>,
    ) {
        let edit = Box::new(Edit::WeightSets(ListEdit::Replace { at, value: Box::new(set) }));
        self.ask(Intent::Edit { label, edit, gesture });
    }

    /// An item's name in the language of the window; its id where it has none.
    pub fn item_name(&self, at: usize) -> &str {
        self.snapshot
            .scenario
            .items
            .get(at)
            .map_or("", |item| item.name.get_or(self.texts.language(), item.id.as_str()))
    }

    /// A leaf criterion's name in the language of the window; its id where it has none.
    pub fn leaf_name(&self, leaf: usize) -> &str {
        let at = self.snapshot.scores.matrix.leaves.get(leaf);
        at.and_then(|at| self.snapshot.scenario.criteria.get(*at)).map_or("", |criterion| {
            criterion.name.get_or(self.texts.language(), criterion.id.as_str())
        })
    }

    /// Where the same item is in the state before the last step.
    fn in_reference(&self, at: usize) -> Option<usize> {
        let id = &self.snapshot.scenario.items.get(at)?.id;
        let before = &self.reference.scenario.items;
        if before.get(at).is_some_and(|item| item.id == *id) {
            return Some(at);
        }
        before.iter().position(|item| item.id == *id)
    }

    /// An item's rank before the last step.
    pub fn rank_before(&self, at: usize) -> Option<usize> {
        Some(self.reference.scores.ranking.rows.get(self.in_reference(at)?)?.rank)
    }

    /// An item's phase before the last step; none if there was no plan then.
    pub fn phase_before(&self, at: usize) -> Option<Option<u32>> {
        let plan = self.reference.planned()?;
        plan.start.get(self.in_reference(at)?).copied()
    }

    /// A phase's name, by its number from 1.
    pub fn phase_name(&self, phase: u32) -> &str {
        let phases = &self.snapshot.scenario.phases;
        let at = (phase as usize).wrapping_sub(1);
        phases
            .get(at)
            .map_or("", |phase| phase.name.get_or(self.texts.language(), phase.id.as_str()))
    }
}
