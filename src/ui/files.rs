//! Opening and saving from the window, and the questions that go with it.

use super::imports::is_table;
use super::shell::{self, Decision, Dialog, Then};
use super::tab::Tab;
use super::window::Window;
use crate::app::importing::Destination;
use crate::app::{Document, Opening};
use crate::files::SaveError;
use crate::model::Problem;
use crate::sequencing::CancelFlag;
use crate::texts::{Arg, Texts};
use eframe::egui::{self, ViewportCommand};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file that shall come to the front once it is read.
pub(super) struct Pending {
    opening: Opening,
    /// The scenario whose place it takes; none gives it a tab of its own.
    place: Option<u64>,
    /// The file in front, read again: its revision when that began, and whether it was
    /// unsaved.
    over: Option<(u64, bool)>,
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
        let path = match self.tabs.front.workspace.document().path() {
            Some(path) => path.with_extension(ending),
            None => {
                PathBuf::from(format!("{}.{ending}", self.tabs.front.workspace.document().name()))
            }
        };
        self.dialogs.ask(dialog, path.display().to_string());
    }

    /// Goes on with `then`, after asking what to do with unsaved changes.
    pub(super) fn leave(&mut self, then: Then, ctx: &egui::Context) {
        if then == Then::Quit {
            let unasked = |tab: &&Tab| tab.workspace.document().is_unsaved() && !tab.let_go;
            let unasked = self.tabs.iter().find(unasked).map(|tab| tab.number);
            match unasked {
                Some(number) => {
                    self.bring(number, ctx);
                    self.dialogs.ask(Dialog::Unsaved(then), String::new());
                }
                None => self.go_on(then, ctx),
            }
        } else if self.tabs.front.workspace.document().is_unsaved() {
            self.dialogs.ask(Dialog::Unsaved(then), String::new());
        } else {
            self.go_on(then, ctx);
        }
    }

    fn go_on(&mut self, then: Then, ctx: &egui::Context) {
        match then {
            Then::Stay => {}
            Then::Quit => {
                for tab in self.tabs.iter().filter(|tab| tab.let_go) {
                    tab.workspace.document().leave_behind();
                }
                self.leaving = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Then::Close => self.close_front(ctx),
            Then::Reload => {
                let document = self.tabs.front.workspace.document();
                if let Some(path) = document.path().map(Path::to_path_buf) {
                    let over = Some(self.tabs.front.state());
                    let place = Some(self.tabs.front.number);
                    self.begin_opening(&path, place, over, ctx);
                }
            }
        }
    }

    /// Begins to open a file in a tab of its own, or brings it to the front if it is
    /// open. A file that was still being opened is forgotten: the last wish counts.
    pub fn open(&mut self, path: &Path, ctx: &egui::Context) {
        if let Some(number) = self.tabs.on_file(path) {
            self.pending = None;
            self.dialogs.close();
            return self.bring(number, ctx);
        }
        self.begin_opening(path, self.place_for_another(), None, ctx);
    }

    /// A scenario that nobody would miss makes room for the next.
    pub(super) fn place_for_another(&self) -> Option<u64> {
        self.tabs.front.is_expendable().then_some(self.tabs.front.number)
    }

    fn begin_opening(
        &mut self,
        path: &Path,
        place: Option<u64>,
        over: Option<(u64, bool)>,
        ctx: &egui::Context,
    ) {
        let ctx = ctx.clone();
        let journals = self.journals.as_ref();
        let opening = Opening::start(path, journals, move || ctx.request_repaint());
        self.pending = Some(Pending { opening, place, over, of_journal: false });
    }

    fn begin_recovery(&mut self, journal: &Path, ctx: &egui::Context) {
        let Some(journals) = self.journals.clone() else { return };
        let ctx = ctx.clone();
        let opening = Opening::recover(journal, &journals, move || ctx.request_repaint());
        let place = self.place_for_another();
        self.pending = Some(Pending { opening, place, over: None, of_journal: true });
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
        let Some(Pending { opening, place, over, of_journal }) = self.pending.take() else {
            return;
        };
        let path = opening.path().to_path_buf();
        // What was changed while its file was being read again is asked about.
        let replaced = self.tabs.iter().find(|tab| over.is_some() && Some(tab.number) == place);
        let state = replaced.map(Tab::state);
        match opening.finish() {
            Ok(_) if state.is_some() && state != over => {
                place.into_iter().for_each(|number| self.bring(number, ctx));
                self.leave(Then::Reload, ctx);
            }
            Ok(prepared) => {
                self.dialogs.close();
                self.adopt(prepared, place, ctx);
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
        match self.tabs.front.workspace.document_mut().save(overwrite) {
            Ok(()) => self.saved(then, ctx),
            Err(SaveError::NoPath) => self.ask_where(Dialog::SaveAs(then), "ron"),
            Err(SaveError::ChangedOnDisk(_)) => self.ask_about_disk(then, ctx),
            Err(error) => {
                self.ask_where(Dialog::SaveAs(then), "ron");
                self.dialogs.error = Some(describe_save_error(&error, &self.texts));
            }
        }
    }

    pub(super) fn saved(&mut self, then: Then, ctx: &egui::Context) {
        self.dialogs.close();
        if let Some(path) = self.tabs.front.workspace.document().path().map(Path::to_path_buf) {
            self.settings.remember(&path);
            let args = [("file", Arg::from(path.display().to_string().as_str()))];
            self.say(self.texts.with("said-saved", &args));
        }
        if then == Then::Quit { self.leave(then, ctx) } else { self.go_on(then, ctx) }
    }

    pub(super) fn dialogs_ui(&mut self, ctx: &egui::Context) {
        let was_open = self.dialogs.is_open();
        let asked_what_to_open = self.dialogs.asks_what_to_open();
        let opening = self.pending.as_ref().map(|pending| said_opening(pending, &self.texts));
        self.finish_exporting();
        let workspace = &self.tabs.front.workspace;
        let decision =
            self.dialogs.show(ctx, workspace, &self.settings, opening.as_deref(), &self.texts);
        let Some(decision) = decision else {
            if was_open && !self.dialogs.is_open() {
                // Cancelling the question cancels what it began; what waited for the
                // answer to another question goes on.
                if asked_what_to_open {
                    self.pending = None;
                }
                // Whoever stays has not agreed to lose anything.
                self.tabs.iter_mut().for_each(|tab| tab.let_go = false);
                ctx.request_repaint();
            }
            return;
        };
        match decision {
            // Whoever opens a spreadsheet wants a scenario of what stands in it.
            Decision::Open(path) if is_table(&path) => {
                self.begin_import(&path, Destination::New, ctx);
            }
            Decision::Open(path) => self.open(&path, ctx),
            Decision::SaveAs(path, then) => {
                match self.tabs.front.workspace.document_mut().save_as(&path) {
                    Ok(()) => self.saved(then, ctx),
                    Err(error) => {
                        self.dialogs.error = Some(describe_save_error(&error, &self.texts));
                    }
                }
            }
            Decision::SaveAsWhole(path) => {
                match self.tabs.front.workspace.document_mut().save_as_whole(&path) {
                    Ok(()) => self.saved(Then::Stay, ctx),
                    Err(error) => {
                        self.dialogs.error = Some(describe_save_error(&error, &self.texts));
                    }
                }
            }
            Decision::SaveAsVariant { base, file } => self.save_as_variant(&base, &file, ctx),
            Decision::Overwrite(then) => self.save(true, then, ctx),
            Decision::Save(then) => {
                self.dialogs.close();
                self.save(false, then, ctx);
            }
            Decision::Discard(Then::Quit) => {
                self.tabs.front.let_go = true;
                self.dialogs.close();
                self.leave(Then::Quit, ctx);
            }
            Decision::Discard(then) => {
                self.tabs.front.workspace.document().leave_behind();
                self.dialogs.close();
                self.go_on(then, ctx);
            }
            Decision::Import(path, destination) => self.begin_import(&path, destination, ctx),
            Decision::Collect(path) => self.begin_collecting(&path),
            Decision::Ministries(folder) => self.ask_ministries(&folder, ctx),
            Decision::NewFromTable => self.ask_what_to_import(Destination::New),
            Decision::New(template) => {
                self.dialogs.close();
                self.begin_anew(Document::of_template(template), ctx);
            }
            Decision::Elsewhere(then) => self.ask_where(Dialog::SaveAs(then), "ron"),
            Decision::Merge(then) => self.merge_with_disk(then, ctx),
            Decision::Recover(journal) => {
                self.dialogs.close();
                self.begin_recovery(&journal, ctx);
            }
            Decision::Forget(journal) => self.forget_rest(&journal),
            Decision::Export(path) => {
                let snapshot = self.tabs.front.workspace.snapshot();
                self.dialogs.exporting.begin(&path, snapshot, &self.texts, ctx);
                self.settings.export = shell::ending_of(&path);
            }
        }
        ctx.request_repaint();
    }

    /// Writes the ministries' workbooks into a folder.
    fn ask_ministries(&mut self, folder: &Path, ctx: &egui::Context) {
        let asking = &self.dialogs.asking;
        let (request, overwrite) = (asking.request(&self.texts), asking.overwrite);
        let request = match request {
            Ok(request) => request,
            Err(why) => return self.dialogs.error = Some(why),
        };
        let scenario = Arc::clone(self.tabs.front.workspace.document().scenario());
        let (to, language) = (folder.to_path_buf(), self.texts.language());
        let work = move || {
            let texts = Texts::new(language);
            shell::written(&scenario, &request, &to, overwrite, &texts)
        };
        self.dialogs.exporting.begin_with(folder, CancelFlag::default(), ctx, work);
    }

    /// Says what came of an export.
    fn finish_exporting(&mut self) {
        match self.dialogs.exporting.finished() {
            None => {}
            Some(Ok(file)) => {
                let args = [("file", Arg::from(file.display().to_string().as_str()))];
                self.say(self.texts.with("said-exported", &args));
                self.dialogs.ask(Dialog::Exported(file), String::new());
            }
            Some(Err(why)) => self.dialogs.error = Some(why),
        }
    }

    pub(super) fn take_dropped_file(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().cloned());
        if let Some(path) = dropped.map(|file| file.path().to_path_buf()) {
            if is_table(&path) {
                self.begin_import(&path, Destination::Present, ctx);
            } else {
                self.open(&path, ctx);
            }
        }
    }

    /// Asks before the window closes on unsaved changes.
    pub(super) fn guard_closing(&mut self, ctx: &egui::Context) {
        let closing = ctx.input(|input| input.viewport().close_requested());
        // What is half typed may become a change once it is entered.
        let mut tabs = self.tabs.iter();
        let changed =
            tabs.any(|tab| tab.workspace.document().is_unsaved()) || ctx.text_edit_focused();
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

pub(super) fn describe_save_error(error: &SaveError, texts: &Texts) -> String {
    let file = |path: &Path| Arg::from(path.display().to_string().as_str());
    match error {
        SaveError::NoPath => texts.get("save-no-path"),
        SaveError::ChangedOnDisk(path) => texts.with("save-changed", &[("file", file(path))]),
        SaveError::IsBase(path) => texts.with("save-is-base", &[("file", file(path))]),
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
