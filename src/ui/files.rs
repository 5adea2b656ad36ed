//! Opening and saving from the window, and the questions that go with it.

use super::shell::{Decision, Dialog, Then};
use super::window::Window;
use crate::app::{Document, Opening, Prepared};
use crate::files::SaveError;
use crate::model::Problem;
use crate::texts::{Arg, Texts};
use eframe::egui::{self, ViewportCommand};
use std::path::{Path, PathBuf};

/// A file that shall take the document's place once it is read.
pub(super) struct Pending {
    opening: Opening,
    /// The document when that began: its revision, and whether it was unsaved.
    over: (u64, bool),
    /// It is a journal with work that is in no file.
    of_journal: bool,
}

impl Pending {
    /// The file.
    pub(super) fn path(&self) -> &Path {
        self.opening.path()
    }
}

impl Window {
    pub(super) fn ask_where(&mut self, dialog: Dialog, ending: &str) {
        let path = match self.workspace.document().path() {
            Some(path) => path.with_extension(ending),
            None => PathBuf::from(format!("{}.{ending}", self.workspace.document().name())),
        };
        self.dialogs.ask(dialog, path.display().to_string());
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
            Then::New(template) => {
                let mut document = Document::of_template(template);
                if let Some(journals) = &self.journals {
                    document.keep_journal(journals);
                }
                self.adopt(Prepared::new(document), ctx);
            }
            Then::Recover(journal) => {
                let Some(journals) = self.journals.clone() else { return };
                let ctx = ctx.clone();
                let opening = Opening::recover(&journal, &journals, move || ctx.request_repaint());
                self.await_opening(opening, true);
            }
            Then::Reload => {
                if let Some(path) = self.workspace.document().path().map(Path::to_path_buf) {
                    self.open(&path, ctx);
                }
            }
        }
    }

    /// Begins to open a file; what is open stays until it is read, and if it
    /// cannot be. A file that was still being opened is forgotten: the last wish counts.
    pub fn open(&mut self, path: &Path, ctx: &egui::Context) {
        let ctx = ctx.clone();
        let journals = self.journals.as_ref();
        let opening = Opening::start(path, journals, move || ctx.request_repaint());
        self.await_opening(opening, false);
    }

    fn await_opening(&mut self, opening: Opening, of_journal: bool) {
        let over = self.state_to_replace();
        self.pending = Some(Pending { opening, over, of_journal });
    }

    fn state_to_replace(&self) -> (u64, bool) {
        let document = self.workspace.document();
        (document.revision(), document.is_unsaved())
    }

    /// Puts an opened file into the window, or says why not.
    pub(super) fn finish_opening(&mut self, ctx: &egui::Context) {
        // Another question on the screen is answered first.
        if self.dialogs.is_open() && !self.dialogs.asks_what_to_open() {
            return;
        }
        if !self.pending.as_mut().is_some_and(|pending| pending.opening.is_done()) {
            return;
        }
        // What is half typed is entered first, and then counts as a change.
        if ctx.text_edit_focused() && !self.dialogs.is_open() {
            ctx.memory_mut(|memory| memory.stop_text_input());
            ctx.request_repaint();
            return;
        }
        let Some(Pending { opening, over, of_journal }) = self.pending.take() else { return };
        let path = opening.path().to_path_buf();
        match opening.finish() {
            // What was changed while it was being read is asked about.
            Ok(_) if self.state_to_replace() != over => {
                let then = if of_journal { Then::Recover(path) } else { Then::Open(path) };
                self.leave(then, ctx);
            }
            Ok(prepared) => {
                self.dialogs.close();
                self.adopt(prepared, ctx);
                if of_journal {
                    self.say(self.texts.get("said-recovered"));
                }
            }
            Err(problems) if of_journal => self.say(describe(&problems, &self.texts)),
            Err(problems) => {
                if !self.dialogs.is_open() {
                    self.dialogs.ask(Dialog::Open, path.display().to_string());
                }
                self.dialogs.error = Some(describe(&problems, &self.texts));
            }
        }
    }

    pub(super) fn save(&mut self, overwrite: bool, then: Then, ctx: &egui::Context) {
        match self.workspace.document_mut().save(overwrite) {
            Ok(()) => self.saved(then, ctx),
            Err(SaveError::NoPath) => self.ask_where(Dialog::SaveAs(then), "ron"),
            Err(SaveError::ChangedOnDisk(_)) => self.ask_about_disk(then, ctx),
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
        let was_open = self.dialogs.is_open();
        let asked_what_to_open = self.dialogs.asks_what_to_open();
        let opening = self.pending.as_ref().map(|pending| said_opening(pending, &self.texts));
        let document = self.workspace.document();
        let decision =
            self.dialogs.show(ctx, document, &self.settings, opening.as_deref(), &self.texts);
        let Some(decision) = decision else {
            if was_open && !self.dialogs.is_open() {
                // Cancelling the question cancels what it began; what waited for the
                // answer to another question goes on.
                if asked_what_to_open {
                    self.pending = None;
                }
                ctx.request_repaint();
            }
            return;
        };
        match decision {
            Decision::Open(path) => self.leave(Then::Open(path), ctx),
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
                self.workspace.document().leave_behind();
                self.dialogs.close();
                self.go_on(then, ctx);
            }
            Decision::New(template) => {
                self.dialogs.close();
                self.leave(Then::New(template), ctx);
            }
            Decision::Elsewhere(then) => self.ask_where(Dialog::SaveAs(then), "ron"),
            Decision::Merge(then) => self.merge_with_disk(then, ctx),
            Decision::Recover(journal) => {
                self.dialogs.close();
                self.leave(Then::Recover(journal), ctx);
            }
            Decision::Forget(journal) => self.forget_rest(&journal),
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
        // What is half typed may become a change once it is entered.
        let changed = self.workspace.document().is_unsaved() || ctx.text_edit_focused();
        if closing && !self.leaving && changed {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            ctx.memory_mut(|memory| memory.stop_text_input());
            self.asked_to_close = true;
            ctx.request_repaint();
        }
    }
}

/// What is said while a file is being opened.
pub(super) fn said_opening(pending: &Pending, texts: &Texts) -> String {
    let file = pending.path().display().to_string();
    texts.with("said-opening", &[("file", Arg::from(file.as_str()))])
}

/// Up to five problems of a file as lines.
pub(super) fn describe(problems: &[Problem], texts: &Texts) -> String {
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
