//! Carrying out what views and people ask for.

use super::scene::Intent;
use super::shell::{Decision, Dialog, Then};
use super::window::Window;
use crate::app::{Appearance, Command, Document, Edit, Label, ListEdit, Opening, Prepared};
use crate::files::SaveError;
use crate::model::{Item, Problem};
use crate::texts::{Arg, Texts};
use eframe::egui::{self, ViewportCommand};
use std::path::{Path, PathBuf};

/// Effort that "prove further" adds, as a multiple of an ordinary plan's.
const PROVE_FURTHER_EFFORT: u64 = 50_000;

impl Window {
    pub(super) fn carry_out(&mut self, intents: Vec<Intent>, ctx: &egui::Context) {
        for intent in intents {
            match intent {
                Intent::Edit { label, edit, gesture } => {
                    if let Err(error) = self.workspace.apply(label, *edit, gesture) {
                        self.say(error.to_string());
                    }
                }
                Intent::Select(item) => {
                    self.selection.item = item;
                    self.selection.reveal_ranking = true;
                    self.selection.reveal_graph = true;
                }
                Intent::PreviewPin(item, phase) => {
                    self.inquiries.ask_pin(self.workspace.snapshot(), item, phase);
                }
                Intent::DropPin => self.inquiries.drop_pin(),
                Intent::StopFrontier => self.inquiries.stop_frontier(),
                Intent::Solo(leaf) => self.workspace.set_solo(leaf),
                Intent::GoTo(path) => self.go_to(&path),
                Intent::Command(command) => self.command(command, ctx),
                Intent::OpenFile(path) => self.leave(Then::Open(path), ctx),
                Intent::Say(sentence) => self.say(sentence),
            }
        }
    }

    fn command(&mut self, command: Command, ctx: &egui::Context) {
        if let Some(view) = command.view() {
            self.view = view;
            if command == Command::ShowFrontier {
                self.roadmap.show_frontier();
            }
            return;
        }
        match command {
            Command::New => self.leave(Then::New, ctx),
            Command::Open => self.leave(Then::AskOpen, ctx),
            Command::Reload => self.leave(Then::Reload, ctx),
            Command::Quit => self.leave(Then::Quit, ctx),
            Command::Save => self.save(false, Then::Stay, ctx),
            Command::SaveAs => self.ask_where(Dialog::SaveAs(Then::Stay), "ron"),
            Command::Export => self.ask_where(Dialog::Export, "md"),
            Command::Undo => self.workspace.undo(),
            Command::Redo => self.workspace.redo(),
            Command::Find => self.decide.focus_search(),
            Command::AddItem => self.add_item(),
            Command::DeleteItem => self.delete_item(),
            Command::AddReviews => self.add_reviews(),
            Command::ProveFurther => self.prove_further(),
            Command::Light => self.settings.appearance = Appearance::Light,
            Command::Dark => self.settings.appearance = Appearance::Dark,
            Command::FollowSystem => self.settings.appearance = Appearance::System,
            Command::ZoomIn => self.settings.zoom = (self.settings.zoom + 0.1).min(3.0),
            Command::ZoomOut => self.settings.zoom = (self.settings.zoom - 0.1).max(0.5),
            Command::ZoomReset => self.settings.zoom = 1.0,
            Command::Shortcuts => self.dialogs.ask(Dialog::Shortcuts, String::new()),
            Command::About => self.dialogs.ask(Dialog::About, String::new()),
            Command::ShowDecide
            | Command::ShowDependencies
            | Command::ShowRoadmap
            | Command::ShowFrontier
            | Command::ShowProblems => {}
        }
    }

    /// Lets the planner go on, unless there is nothing left to prove.
    fn prove_further(&mut self) {
        let proven = self.workspace.snapshot().planned().is_some_and(|plan| plan.answer.optimal);
        if proven {
            self.say(self.texts.get("said-already-proven"));
        } else {
            self.workspace.prove_further(PROVE_FURTHER_EFFORT);
        }
    }

    fn ask_where(&mut self, dialog: Dialog, ending: &str) {
        let path = match self.workspace.document().path() {
            Some(path) => path.with_extension(ending),
            None => PathBuf::from(format!("{}.{ending}", self.workspace.document().name())),
        };
        self.dialogs.ask(dialog, path.display().to_string());
    }

    fn add_item(&mut self) {
        let items = &self.workspace.document().scenario().items;
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
        match self.workspace.apply(label, edit, None) {
            Ok(()) => {
                self.selection.item = Some(at);
                self.selection.reveal_ranking = true;
            }
            Err(error) => self.say(error.to_string()),
        }
    }

    fn delete_item(&mut self) {
        let Some(at) = self.selection.item else {
            return self.say(self.texts.get("nothing-selected"));
        };
        let Some(edit) = crate::app::without_item(self.workspace.document().scenario(), at) else {
            return;
        };
        let what = self.workspace.document().scenario().items[at].id.to_string();
        match self.workspace.apply(Label::new("edit-delete-item", what), edit, None) {
            Ok(()) => self.selection.item = None,
            Err(error) => self.say(error.to_string()),
        }
    }

    fn add_reviews(&mut self) {
        match crate::app::with_missing_reviews(self.workspace.document().scenario()) {
            Some((edit, count)) => {
                let label = Label::new("edit-add-reviews", count.to_string());
                if let Err(error) = self.workspace.apply(label, edit, None) {
                    self.say(error.to_string());
                }
            }
            None => self.say(self.texts.get("no-reviews-missing")),
        }
    }

    /// Shows the place that a problem's path names.
    fn go_to(&mut self, path: &str) {
        let scenario = self.workspace.document().scenario();
        if let Some(item) = crate::app::item_at(scenario, path) {
            self.selection.item = Some(item);
            self.selection.reveal_ranking = true;
            self.view = crate::app::View::Decide;
        } else {
            self.decide.reveal_path(path);
            self.view = crate::app::View::Decide;
        }
    }

    /// Goes on with `then`, after asking what to do with unsaved changes.
    pub(super) fn leave(&mut self, then: Then, ctx: &egui::Context) {
        if self.workspace.document().is_unsaved() {
            self.dialogs.ask(Dialog::Unsaved(then), String::new());
        } else {
            self.go_on(then, ctx);
        }
    }

    fn go_on(&mut self, then: Then, ctx: &egui::Context) {
        match then {
            Then::Stay => {}
            Then::Quit => {
                self.leaving = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Then::Open(path) => self.open(&path, ctx),
            Then::AskOpen => self.ask_where(Dialog::Open, "ron"),
            Then::New => {
                let scenario = crate::app::starter_scenario();
                self.adopt(Prepared::new(Document::unnamed(scenario)), ctx);
            }
            Then::Reload => {
                if let Some(path) = self.workspace.document().path().map(Path::to_path_buf) {
                    self.open(&path, ctx);
                }
            }
        }
    }

    /// Begins to open a file; what is open stays until it is read, and if it
    /// cannot be.
    pub fn open(&mut self, path: &Path, ctx: &egui::Context) {
        let ctx = ctx.clone();
        self.opened_over = self.workspace.document().revision();
        self.opening = Some(Opening::start(path, move || ctx.request_repaint()));
    }

    /// Puts an opened file into the window, or says why not.
    pub(super) fn finish_opening(&mut self, ctx: &egui::Context) {
        let Some(opening) = &self.opening else { return };
        let Some(result) = opening.poll() else { return };
        let path = opening.path().to_path_buf();
        self.opening = None;
        match result {
            // What was changed while it was being read is asked about first.
            Ok(_) if self.workspace.document().revision() != self.opened_over => {
                self.leave(Then::Open(path), ctx);
            }
            Ok(prepared) => {
                self.dialogs.close();
                self.adopt(prepared, ctx);
            }
            Err(problems) => {
                if !self.dialogs.is_open() {
                    self.dialogs.ask(Dialog::Open, path.display().to_string());
                }
                self.dialogs.error = Some(describe(&problems, &self.texts));
            }
        }
    }

    fn save(&mut self, overwrite: bool, then: Then, ctx: &egui::Context) {
        match self.workspace.document_mut().save(overwrite) {
            Ok(()) => self.saved(then, ctx),
            Err(SaveError::NoPath) => self.ask_where(Dialog::SaveAs(then), "ron"),
            Err(SaveError::ChangedOnDisk(path)) => {
                self.dialogs.ask(Dialog::ChangedOnDisk(then), path.display().to_string());
            }
            Err(error) => {
                self.ask_where(Dialog::SaveAs(then), "ron");
                self.dialogs.error = Some(describe_save_error(&error, &self.texts));
            }
        }
    }

    fn saved(&mut self, then: Then, ctx: &egui::Context) {
        self.dialogs.close();
        if let Some(path) = self.workspace.document().path().map(Path::to_path_buf) {
            self.settings.remember(&path);
            let args = [("file", Arg::from(path.display().to_string().as_str()))];
            self.say(self.texts.with("said-saved", &args));
        }
        self.go_on(then, ctx);
    }

    pub(super) fn dialogs_ui(&mut self, ctx: &egui::Context) {
        let document = self.workspace.document();
        let decision = self.dialogs.show(ctx, document, &self.settings, &self.texts);
        let Some(decision) = decision else { return };
        match decision {
            Decision::Open(path) => self.open(&path, ctx),
            Decision::SaveAs(path, then) => match self.workspace.document_mut().save_as(&path) {
                Ok(()) => self.saved(then, ctx),
                Err(error) => {
                    self.dialogs.error = Some(describe_save_error(&error, &self.texts));
                }
            },
            Decision::Overwrite(then) => self.save(true, then, ctx),
            Decision::Save(then) => {
                self.dialogs.close();
                self.save(false, then, ctx);
            }
            Decision::Discard(then) => {
                self.dialogs.close();
                self.go_on(then, ctx);
            }
            Decision::Export(path) => {
                let snapshot = self.workspace.snapshot();
                match crate::app::export(snapshot, &path, &self.texts) {
                    Ok(()) => {
                        self.dialogs.close();
                        let args = [("file", Arg::from(path.display().to_string().as_str()))];
                        self.say(self.texts.with("said-exported", &args));
                    }
                    Err(error) => {
                        let file = path.display().to_string();
                        let args = [
                            ("file", Arg::from(file.as_str())),
                            ("why", Arg::from(error.why().as_str())),
                        ];
                        self.dialogs.error = Some(self.texts.with(error.key(), &args));
                    }
                }
            }
        }
        ctx.request_repaint();
    }

    pub(super) fn take_dropped_file(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().cloned());
        if let Some(path) = dropped.map(|file| file.path().to_path_buf()) {
            self.leave(Then::Open(path), ctx);
        }
    }

    /// Asks before the window closes on unsaved changes.
    pub(super) fn guard_closing(&mut self, ctx: &egui::Context) {
        let closing = ctx.input(|input| input.viewport().close_requested());
        if closing && !self.leaving && self.workspace.document().is_unsaved() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.dialogs.ask(Dialog::Unsaved(Then::Quit), String::new());
        }
    }
}

/// Up to five problems of a file as lines.
fn describe(problems: &[Problem], texts: &Texts) -> String {
    let mut lines: Vec<String> = problems
        .iter()
        .take(5)
        .map(|problem| {
            let (message, remedy) = crate::app::words(problem, texts);
            let place = match problem.line {
                Some(line) => format!("{} {line}: ", texts.get("column-line")),
                None => String::new(),
            };
            format!("{place}{message} {remedy}")
        })
        .collect();
    if problems.len() > lines.len() {
        let more = (problems.len() - lines.len()) as f64;
        lines.push(texts.with("problems-more", &[("count", Arg::from(more))]));
    }
    lines.join("\n")
}

fn describe_save_error(error: &SaveError, texts: &Texts) -> String {
    let file = |path: &Path| Arg::from(path.display().to_string().as_str());
    match error {
        SaveError::NoPath => texts.get("save-no-path"),
        SaveError::ChangedOnDisk(path) => texts.with("save-changed", &[("file", file(path))]),
        SaveError::UnknownEnding(path) => texts.with("save-ending", &[("file", file(path))]),
        SaveError::NotWritable(error) => {
            texts.with("save-not-finite", &[("path", Arg::from(error.path().as_str()))])
        }
        SaveError::Io(path, error) => {
            let why = Arg::from(error.to_string().as_str());
            texts.with("save-failed", &[("file", file(path)), ("why", why)])
        }
    }
}
