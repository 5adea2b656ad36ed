//! Carrying out what views and people ask for. What concerns files is in [`super::files`].

use super::scene::Intent;
use super::shell::{Dialog, Then};
use super::window::Window;
use crate::app::importing::Destination;
use crate::app::{Appearance, Command, CopyError, Difference, Edit, Label, ListEdit, Pane, View};
use crate::model::Item;
use crate::texts::Arg;
use eframe::egui;
use std::path::Path;

/// Effort that "prove further" adds, as a multiple of an ordinary plan's.
const PROVE_FURTHER_EFFORT: u64 = 50_000;

impl Window {
    pub(super) fn carry_out(&mut self, intents: Vec<Intent>, ctx: &egui::Context) {
        for intent in intents {
            match intent {
                Intent::Edit { label, edit, gesture } => {
                    if let Err(error) = self.tabs.front.workspace.apply(label, *edit, gesture) {
                        self.say(error.to_string());
                    }
                }
                Intent::Select(item) => self.tabs.front.select(item),
                Intent::Find(item) => {
                    self.tabs.front.select(Some(item));
                    if matches!(
                        self.view,
                        View::Problems
                            | View::Changes
                            | View::History
                            | View::Library
                            | View::Import
                    ) {
                        self.view = View::Decide;
                    }
                }
                Intent::PreviewPin(item, phase) => {
                    self.inquiries.ask_pin(self.tabs.front.workspace.snapshot(), item, phase);
                }
                Intent::DropPin => self.inquiries.drop_pin(),
                Intent::StopFrontier => self.inquiries.stop_frontier(),
                Intent::Solo(leaf) => self.tabs.front.workspace.set_solo(leaf),
                Intent::GoTo(path) => self.go_to(&path),
                Intent::ItemsOf(agency) => {
                    self.tabs.front.decide.list_items_of(agency);
                    self.view = View::Decide;
                }
                Intent::Command(command) => self.command(command, ctx),
                Intent::GoToStep(position) => {
                    if let Err(error) = self.tabs.front.workspace.go_to(position) {
                        self.say(error.to_string());
                    }
                }
                Intent::Reason(step, reason) => {
                    let set = self.tabs.front.workspace.document_mut().set_reason(step, &reason);
                    if let Err(error) = set {
                        self.say(error.to_string());
                    }
                }
                Intent::KeepOurs(path) => self.keep_ours(&path),
                Intent::TakeBase(path) => self.take_base(&path),
                Intent::Copy(difference) => self.copy_difference(&difference),
                Intent::OpenFile(path) => self.open(&path, ctx),
                Intent::Collect(path) => self.begin_collecting(&path),
                Intent::TakeImport => self.take_import(ctx),
                Intent::DropImport => self.drop_import(),
                Intent::Bring(number) => self.bring(number, ctx),
                Intent::Say(sentence) => self.say(sentence),
            }
        }
    }

    fn command(&mut self, command: Command, ctx: &egui::Context) {
        if let Some(view) = command.view() {
            self.view = view;
            if command == Command::ShowWaiting {
                self.tabs.front.roadmap.show_waiting();
            }
            if view == View::Library {
                self.look_at_library(ctx);
            }
            if view == View::History {
                self.history.show(command == Command::ShowDecisions);
            }
            if command == Command::ShowFrontier {
                self.tabs.front.roadmap.show_frontier();
            }
            return;
        }
        if let Some((pane, view)) = command.pane() {
            return self.arrange(command, pane, view);
        }
        match command {
            Command::New => self.dialogs.ask(Dialog::New, String::new()),
            // Unsaved changes are asked about once it is known what shall replace them.
            Command::Open => self.ask_where(Dialog::Open, "ron"),
            Command::Reload => self.leave(Then::Reload, ctx),
            Command::LookAtDisk => self.look_at_disk(ctx),
            Command::Recover => self.look_for_rests(true, ctx),
            Command::Duplicate => self.duplicate(ctx),
            Command::TryVariant => self.try_variant(ctx),
            Command::SaveAsVariant => self.ask_what_to_vary(),
            Command::SaveAsWhole => self.ask_where(Dialog::SaveAsWhole, "ron"),
            Command::NextTab => self.bring(self.tabs.neighbour(1), ctx),
            Command::LastTab => self.bring(self.tabs.neighbour(-1), ctx),
            Command::CloseTab => self.leave(Then::Close, ctx),
            Command::Quit => self.leave(Then::Quit, ctx),
            Command::Save => self.save(false, Then::Stay, ctx),
            Command::SaveAs => self.ask_where(Dialog::SaveAs(Then::Stay), "ron"),
            Command::Collect => self.ask_what_to_collect(),
            Command::AskMinistries => {
                let folder = self.folder_in_front() + "ministries";
                self.dialogs.ask(Dialog::Ministries, folder);
            }
            Command::Import => self.ask_what_to_import(Destination::Present),
            Command::Export => {
                let ending = self.settings.export.clone();
                self.ask_where(Dialog::Export, &ending);
            }
            Command::Undo => self.tabs.front.workspace.undo(),
            Command::Redo => self.tabs.front.workspace.redo(),
            Command::Find if self.view == View::Table => self.tabs.front.sheet.focus_search(),
            Command::Find => {
                self.view = View::Decide;
                self.tabs.front.decide.focus_search();
            }
            Command::CopyTable => self.copy_table(ctx),
            Command::CopyPicture => self.copy_picture(ctx),
            Command::Palette => self.palette.open(),
            Command::AddItem => self.add_item(),
            Command::DeleteItem => self.delete_item(),
            Command::AddReviews => self.add_reviews(),
            Command::ProveFurther => self.prove_further(),
            Command::PanesBack => self.settings.panes.put_back(),
            Command::Light => self.settings.appearance = Appearance::Light,
            Command::Dark => self.settings.appearance = Appearance::Dark,
            Command::FollowSystem => self.settings.appearance = Appearance::System,
            Command::ZoomIn => self.settings.zoom = (self.settings.zoom + 0.1).min(3.0),
            Command::ZoomOut => self.settings.zoom = (self.settings.zoom - 0.1).max(0.5),
            Command::ZoomReset => self.settings.zoom = 1.0,
            Command::Shortcuts => self.dialogs.ask(Dialog::Shortcuts, String::new()),
            Command::Tour => self.begin_tour(),
            Command::About => self.dialogs.ask(Dialog::About, String::new()),
            Command::ShowDecide
            | Command::ShowDependencies
            | Command::ShowRoadmap
            | Command::ShowFrontier
            | Command::ShowWaiting
            | Command::ShowProblems
            | Command::ShowChanges
            | Command::ShowHistory
            | Command::ShowCompare
            | Command::ShowTable
            | Command::ShowDecisions
            | Command::ShowLibrary
            | Command::ShowImport
            | Command::ToggleWeights
            | Command::ToggleInspector
            | Command::ToggleRoadmap
            | Command::ToggleGraphList
            | Command::MoveWeights
            | Command::MoveInspector
            | Command::MoveRoadmap
            | Command::MoveGraphList => {}
        }
    }

    /// Shows, hides or moves a pane; in another view the pane is shown first.
    fn arrange(&mut self, command: Command, pane: Pane, view: View) {
        let place = self.settings.panes.place_mut(pane);
        let moves = matches!(
            command,
            Command::MoveWeights
                | Command::MoveInspector
                | Command::MoveRoadmap
                | Command::MoveGraphList
        );
        if moves {
            place.moved = !place.moved;
            place.hidden = false;
        } else {
            place.hidden = self.view == view && !place.hidden;
        }
        self.view = view;
    }

    /// Lets the planner go on, unless there is nothing left to prove.
    fn prove_further(&mut self) {
        let proven =
            self.tabs.front.workspace.snapshot().planned().is_some_and(|plan| plan.answer.optimal);
        if proven {
            self.say(self.texts.get("said-already-proven"));
        } else {
            self.tabs.front.workspace.prove_further(PROVE_FURTHER_EFFORT);
        }
    }

    /// Looks into the folder of the scenario in front, unless another one was chosen.
    fn look_at_library(&mut self, ctx: &egui::Context) {
        let own = self.tabs.front.workspace.document().path().and_then(Path::parent);
        let recent = || self.settings.recent.first().and_then(|file| file.parent());
        let folder = self.library.folder().or(own).or_else(recent).map(Path::to_path_buf);
        if let Some(folder) = folder {
            self.library.look(&folder, ctx);
        }
    }

    fn add_item(&mut self) {
        let items = &self.tabs.front.workspace.document().scenario().items;
        let at = items.len();
        let free =
            |number: &usize| items.iter().all(|item| item.id != format!("item-{number}").as_str());
        let number = (at + 1..).find(free).unwrap_or(at + 1);
        let item = Item {
            id: format!("item-{number}").into(),
            name: self.texts.get("new-item-name").as_str().into(),
            ..Item::default()
        };
        let label = Label::new("edit-add-item", item.id.as_str());
        let edit = Edit::Items(ListEdit::Insert { at, value: Box::new(item) });
        match self.tabs.front.workspace.apply(label, edit, None) {
            Ok(()) => {
                self.tabs.front.selection.item = Some(at);
                self.tabs.front.selection.reveal_ranking = true;
            }
            Err(error) => self.say(error.to_string()),
        }
    }

    fn delete_item(&mut self) {
        let Some(at) = self.tabs.front.selection.item else {
            return self.say(self.texts.get("nothing-selected"));
        };
        let Some(edit) =
            crate::app::without_item(self.tabs.front.workspace.document().scenario(), at)
        else {
            return;
        };
        let what = self.tabs.front.workspace.document().scenario().items[at].id.to_string();
        match self.tabs.front.workspace.apply(Label::new("edit-delete-item", what), edit, None) {
            Ok(()) => self.tabs.front.selection.item = None,
            Err(error) => self.say(error.to_string()),
        }
    }

    fn add_reviews(&mut self) {
        match crate::app::with_missing_reviews(self.tabs.front.workspace.document().scenario()) {
            Some((edit, count)) => {
                let label = Label::new("edit-add-reviews", count.to_string());
                if let Err(error) = self.tabs.front.workspace.apply(label, edit, None) {
                    self.say(error.to_string());
                }
            }
            None => self.say(self.texts.get("no-reviews-missing")),
        }
    }

    /// Copies a difference out of another open scenario, as one step.
    fn copy_difference(&mut self, difference: &Difference) {
        let own = self.tabs.front.workspace.document().scenario();
        match difference.copied(own) {
            Ok(scenario) => {
                let label = Label::new("edit-copy-difference", difference.path.as_str());
                let edit = Edit::Whole(Box::new(scenario));
                if let Err(error) = self.tabs.front.workspace.apply(label, edit, None) {
                    self.say(error.to_string());
                }
            }
            Err(CopyError::Gone) => self.say(self.texts.get("compare-copy-gone")),
            Err(CopyError::Breaks(problems)) => {
                let why = super::files::describe(&problems, &self.texts);
                let args = [("why", Arg::from(why.as_str()))];
                self.say(self.texts.with("compare-copy-breaks", &args));
            }
        }
    }

    /// Shows the place that a problem's path names.
    fn go_to(&mut self, path: &str) {
        let scenario = self.tabs.front.workspace.document().scenario();
        if let Some(item) = crate::app::item_at(scenario, path) {
            self.tabs.front.selection.item = Some(item);
            self.tabs.front.selection.reveal_ranking = true;
            self.view = View::Decide;
        } else {
            self.tabs.front.decide.reveal_path(path);
            self.view = View::Decide;
        }
    }
}
