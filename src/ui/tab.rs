//! The open scenarios: one in front, the others beside it.

use super::scene::{Identity, Neighbour, ReasonLine, Selection};
use super::{changes, decide, graph, importing, problems, roadmap, sheet};
use crate::app::{Changes, PlanView, Planner, Prepared, Snapshot, Watch, Workspace, chain_words};
use crate::explain::binding_chain;
use crate::texts::Texts;
use eframe::egui;
use std::path::Path;
use std::sync::Arc;

/// Two states and what moved between them; nothing unless both have a plan.
type Compared = ([Arc<Snapshot>; 2], Option<Arc<Changes>>);

/// Generation, plan, item, language.
type ReasonKey = (u64, Identity<PlanView>, usize, &'static str);

/// One open scenario, and where its person is in it.
pub struct Tab {
    /// Tells it from the others as long as the program runs.
    pub number: u64,
    /// The scenario and all that is derived from it.
    pub workspace: Workspace,
    /// What is selected in it.
    pub selection: Selection,
    pub(super) decide: decide::State,
    pub(super) graph: graph::State,
    pub(super) roadmap: roadmap::State,
    pub(super) problems: problems::State,
    pub(super) changes: changes::State,
    pub(super) sheet: sheet::State,
    /// A table that is being brought in.
    pub(super) importing: Option<importing::State>,
    /// Nobody asked for it: it is there because something must be.
    is_placeholder: bool,
    /// Looks whether somebody else writes the file.
    watch: Watch,
    /// Somebody else has written it.
    pub(super) changed_on_disk: bool,
    /// The person has agreed to lose what is not saved, should the program end.
    pub(super) let_go: bool,
    /// What the last step moved, and the two states that it was made from.
    moved: Option<Compared>,
    /// Reasons for the selected item's place, and what they were made from.
    reasons: Option<(ReasonKey, Vec<ReasonLine>)>,
}

impl Tab {
    /// A tab on a scenario that is planned at once.
    pub fn new(number: u64, prepared: Prepared, ctx: &egui::Context) -> Self {
        Self::of(number, Workspace::from_prepared(prepared, waking_planner(ctx)), ctx)
    }

    /// A tab on a scenario whose planning somebody else begins.
    pub fn unplanned(number: u64, prepared: Prepared, ctx: &egui::Context) -> Self {
        Self::of(number, Workspace::unplanned(prepared, waking_planner(ctx)), ctx)
    }

    fn of(number: u64, workspace: Workspace, ctx: &egui::Context) -> Self {
        let ctx = ctx.clone();
        Self {
            number,
            workspace,
            selection: Selection::default(),
            decide: decide::State::default(),
            graph: graph::State::default(),
            roadmap: roadmap::State::default(),
            problems: problems::State::default(),
            changes: changes::State::default(),
            sheet: sheet::State::default(),
            importing: None,
            is_placeholder: false,
            watch: Watch::start(move || ctx.request_repaint()),
            changed_on_disk: false,
            let_go: false,
            moved: None,
            reasons: None,
        }
    }

    /// True if nobody would miss it: nobody asked for it, and nothing was done in it.
    pub fn is_expendable(&self) -> bool {
        let document = self.workspace.document();
        self.is_placeholder
            && document.path().is_none()
            && !document.is_unsaved()
            && document.history().steps().0.is_empty()
    }

    /// What was done in it: whoever finds another state finds that it was changed.
    pub(super) fn state(&self) -> (u64, bool) {
        let document = self.workspace.document();
        (document.revision(), document.is_unsaved())
    }

    /// Notices that the file was written by somebody else.
    pub(super) fn follow_disk(&mut self) {
        if self.watch.follow(self.workspace.document().seen_on_disk()) {
            self.changed_on_disk = false;
        }
        self.changed_on_disk |= self.watch.has_changed();
    }

    /// Selects an item, and brings it into sight.
    pub(super) fn select(&mut self, item: Option<usize>) {
        self.selection.item = item;
        self.selection.reveal_ranking = true;
        self.selection.reveal_graph = true;
    }

    /// The id of the selected item.
    fn selected_id(&self) -> Option<&str> {
        let items = &self.workspace.snapshot().scenario.items;
        Some(items.get(self.selection.item?)?.id.as_str())
    }

    /// What the last step moved, made anew only when that may differ.
    pub(super) fn moved_now(&mut self) -> Option<Arc<Changes>> {
        let (before, after) = (self.workspace.reference(), self.workspace.snapshot());
        let known = self
            .moved
            .as_ref()
            .filter(|([old, new], _)| old.shows_the_same(before) && new.shows_the_same(after));
        if let Some((_, changes)) = known {
            return changes.clone();
        }
        let changes = Changes::between(before, after).map(Arc::new);
        self.moved = Some(([Arc::clone(before), Arc::clone(after)], changes.clone()));
        changes
    }

    /// Why the selected item is where it is, made anew only when that may differ.
    pub(super) fn reasons_now(&mut self, texts: &Texts) -> Option<Vec<ReasonLine>> {
        let item = self.selection.item?;
        let snapshot = self.workspace.snapshot();
        let plan = snapshot.planned()?;
        let key = (snapshot.generation, Identity::of(plan), item, texts.language());
        if self.reasons.as_ref().is_none_or(|(made_from, _)| *made_from != key) {
            let chain = binding_chain(&plan.compiled, &plan.answer.plan, item);
            let lines = chain_words(&chain, snapshot, texts).into_iter();
            let line = |line: crate::app::ChainWords| ReasonLine {
                depth: line.depth,
                words: line.words,
                item: line.item,
            };
            self.reasons = Some((key, lines.map(line).collect()));
        }
        self.reasons.as_ref().map(|(_, lines)| lines.clone())
    }
}

fn waking_planner(ctx: &egui::Context) -> Planner {
    let ctx = ctx.clone();
    Planner::start(move || ctx.request_repaint())
}

/// The open scenarios in their order, one of them in front.
pub struct Tabs {
    before: Vec<Tab>,
    /// The one in front.
    pub front: Tab,
    after: Vec<Tab>,
    next_number: u64,
}

impl Tabs {
    /// One scenario, whose planning somebody else begins.
    pub fn new(prepared: Prepared, ctx: &egui::Context) -> Self {
        let is_placeholder = prepared.document().path().is_none();
        let front = Tab { is_placeholder, ..Tab::unplanned(0, prepared, ctx) };
        Self { before: Vec::new(), front, after: Vec::new(), next_number: 1 }
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Tab> {
        self.before.iter().chain([&self.front]).chain(&self.after)
    }

    /// All of them, in their order.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Tab> {
        self.before.iter_mut().chain([&mut self.front]).chain(&mut self.after)
    }

    /// How many there are; never 0.
    pub fn count(&self) -> usize {
        self.before.len() + 1 + self.after.len()
    }

    /// The one that has this file open.
    pub fn on_file(&self, path: &Path) -> Option<u64> {
        let same = |tab: &&Tab| {
            let own = tab.workspace.document().path();
            own.is_some_and(|own| own == path || is_same_file(own, path))
        };
        self.iter().find(same).map(|tab| tab.number)
    }

    /// Puts a scenario into a tab of its own, in front, after the present one.
    pub fn add(&mut self, prepared: Prepared, ctx: &egui::Context) {
        let tab = self.made(prepared, ctx);
        let last = std::mem::replace(&mut self.front, tab);
        self.before.push(last);
    }

    /// Puts a scenario into a tab of its own, behind all others.
    pub fn add_last(&mut self, prepared: Prepared, ctx: &egui::Context) {
        let tab = self.made(prepared, ctx);
        self.after.push(tab);
    }

    fn made(&mut self, prepared: Prepared, ctx: &egui::Context) -> Tab {
        self.next_number += 1;
        Tab::new(self.next_number - 1, prepared, ctx)
    }

    /// Puts a scenario in the place of the one with this number; a tab of its own if
    /// that is gone by now.
    pub fn replace(&mut self, number: u64, prepared: Prepared, ctx: &egui::Context) {
        if self.iter().all(|tab| tab.number != number) {
            return self.add(prepared, ctx);
        }
        let new = self.made(prepared, ctx);
        let new_number = new.number;
        if let Some(tab) = self.iter_mut().find(|tab| tab.number == number) {
            *tab = new;
        }
        self.bring(new_number);
    }

    /// Brings a tab to the front; the item that is selected stays so if that has it
    /// too, so that leafing through scenarios compares it. False if there is no such tab.
    pub fn bring(&mut self, number: u64) -> bool {
        if self.front.number == number {
            return true;
        }
        let Some(at) = self.iter().position(|tab| tab.number == number) else { return false };
        let selected = self.front.selected_id().map(str::to_owned);
        self.go_to(at);
        let items = &self.front.workspace.snapshot().scenario.items;
        let same = selected.and_then(|id| items.iter().position(|item| item.id == *id.as_str()));
        if same.is_some() && same != self.front.selection.item {
            self.front.select(same);
        }
        true
    }

    /// The number of the tab so many places after the one in front, round the end.
    pub fn neighbour(&self, step: isize) -> u64 {
        let count = isize::try_from(self.count()).unwrap_or(isize::MAX);
        let at = isize::try_from(self.before.len()).unwrap_or(0);
        let to = usize::try_from((at + step).rem_euclid(count)).unwrap_or(0);
        self.iter().nth(to).map_or(self.front.number, |tab| tab.number)
    }

    /// Takes the front tab away; `last` makes what takes the place of the last one.
    pub fn close_front(&mut self, last: impl FnOnce() -> Prepared, ctx: &egui::Context) {
        self.front = if !self.after.is_empty() {
            self.after.remove(0)
        } else if let Some(tab) = self.before.pop() {
            tab
        } else {
            Tab { is_placeholder: true, ..self.made(last(), ctx) }
        };
    }

    fn go_to(&mut self, at: usize) {
        while at < self.before.len() {
            if let Some(tab) = self.before.pop() {
                let last = std::mem::replace(&mut self.front, tab);
                self.after.insert(0, last);
            }
        }
        while at > self.before.len() && !self.after.is_empty() {
            let tab = self.after.remove(0);
            let last = std::mem::replace(&mut self.front, tab);
            self.before.push(last);
        }
    }

    /// All but the one in front, in their order.
    pub fn neighbours(&self) -> Vec<Neighbour> {
        let named = self.iter().zip(self.names());
        let beside = named.filter(|(tab, _)| tab.number != self.front.number);
        beside
            .map(|(tab, name)| Neighbour {
                number: tab.number,
                name,
                snapshot: Arc::clone(tab.workspace.snapshot()),
            })
            .collect()
    }

    /// Names of the open scenarios as their files have them, for a copy that needs another.
    pub fn taken_names(&self) -> Vec<String> {
        self.iter().map(|tab| tab.workspace.document().name()).collect()
    }

    /// What the one in front is called.
    pub fn front_name(&self) -> String {
        self.names().into_iter().nth(self.before.len()).unwrap_or_default()
    }

    /// Their names; where several are called the same, with their folders.
    pub fn names(&self) -> Vec<String> {
        let plain = self.taken_names();
        let named = |(tab, name): (&Tab, &String)| {
            let twins = plain.iter().filter(|other| *other == name).count();
            let folder = tab.workspace.document().path().and_then(Path::parent);
            match folder.and_then(Path::file_name).filter(|_| twins > 1) {
                Some(folder) => format!("{name} · {}", folder.to_string_lossy()),
                None => name.clone(),
            }
        };
        self.iter().zip(&plain).map(named).collect()
    }
}

/// True if both paths lead to one file.
fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
