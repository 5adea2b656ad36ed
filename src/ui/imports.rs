//! Tables and ministries' answers brought in from the window: begun, taken in as one
//! step, given up.

use super::importing::{Source, State};
use super::shell::Dialog;
use super::window::Window;
use crate::app::importing::{Destination, Session};
use crate::app::ministries::{Answers, workbooks_at};
use crate::app::{Document, Label, View, today};
use crate::files::tables::ENDINGS;
use crate::texts::Arg;
use eframe::egui;
use std::path::Path;

impl Window {
    /// Asks which table shall come in.
    pub(super) fn ask_what_to_import(&mut self, destination: Destination) {
        let last = self.tabs.front.importing.as_ref().and_then(|state| match &state.source {
            Source::Table(session) => Some(session.path()),
            Source::Answers(_) => None,
        });
        let path = match last {
            Some(path) => path.display().to_string(),
            None => self.folder_in_front(),
        };
        self.dialogs.ask(Dialog::Import(destination), path);
    }

    /// Asks where the workbooks are that came back.
    pub(super) fn ask_what_to_collect(&mut self) {
        let folder = self.folder_in_front();
        self.dialogs.ask(Dialog::Collect, folder);
    }

    /// The folder of the scenario in front, with a mark for what is in it; empty without.
    pub(super) fn folder_in_front(&self) -> String {
        let file = self.tabs.front.workspace.document().path();
        let folder = file.and_then(Path::parent).map(|folder| folder.display().to_string());
        let folder = folder.filter(|folder| !folder.is_empty());
        folder.map_or_else(String::new, |folder| folder + std::path::MAIN_SEPARATOR_STR)
    }

    /// Begins to bring a table in, and shows how far that is.
    pub(super) fn begin_import(
        &mut self,
        path: &Path,
        destination: Destination,
        ctx: &egui::Context,
    ) {
        let ctx = ctx.clone();
        let session = Session::begin(path, destination, move || ctx.request_repaint());
        self.bring_in(Source::Table(Box::new(session)));
    }

    /// Begins to collect what ministries answered: of a workbook, or of all in a folder.
    pub(super) fn begin_collecting(&mut self, path: &Path) {
        let file = path.display().to_string();
        match workbooks_at(path) {
            Ok(files) if files.is_empty() => {
                let args = [("folder", Arg::from(file.as_str()))];
                self.dialogs.error = Some(self.texts.with("collect-none", &args));
            }
            Ok(files) => {
                self.bring_in(Source::Answers(Box::new(Answers::of(files, today().parse().ok()))))
            }
            Err(error) => {
                let why = error.to_string();
                let args = [("file", Arg::from(file.as_str())), ("why", Arg::from(why.as_str()))];
                self.dialogs.error = Some(self.texts.with("collect-failed", &args));
            }
        }
    }

    fn bring_in(&mut self, source: Source) {
        self.tabs.front.importing = Some(State::new(source));
        self.dialogs.close();
        self.view = View::Import;
    }

    /// Makes what is accepted one step: of the scenario in front, or of a new one.
    pub(super) fn take_import(&mut self, ctx: &egui::Context) {
        let Some(state) = self.tabs.front.importing.take() else { return };
        let (taken, is_done) = (state.source.taken(), self.taken_in(&state, ctx));
        match is_done {
            None => self.tabs.front.importing = Some(state),
            Some(Err(error)) => {
                self.tabs.front.importing = Some(state);
                self.say(error);
            }
            Some(Ok((file, trouble))) => {
                self.view = View::Table;
                let args = [
                    ("new", Arg::from(taken.new as f64)),
                    ("changed", Arg::from(taken.changed as f64)),
                    ("removed", Arg::from(taken.removed as f64)),
                    ("file", Arg::from(file.as_str())),
                ];
                let said = self.texts.with("said-imported", &args);
                self.say(trouble.map_or(said.clone(), |trouble| format!("{said} {trouble}")));
            }
        }
    }

    /// What it was called, and why its mapping could not be kept; none if there is
    /// nothing to take in at present.
    fn taken_in(
        &mut self,
        state: &State,
        ctx: &egui::Context,
    ) -> Option<Result<(String, Option<String>), String>> {
        let session = match &state.source {
            Source::Table(session) => session,
            Source::Answers(answers) => {
                let edit = answers.accept()?;
                let (_, collected) = answers.collected()?;
                let files: Vec<&str> =
                    collected.files.iter().map(|own| own.file.as_str()).collect();
                let label = Label::new("edit-collect", files.join(", "));
                let applied = self.tabs.front.workspace.apply(label, edit, None);
                let heading = self.texts.get("collect-heading");
                return Some(applied.map(|()| (heading, None)).map_err(|error| error.to_string()));
            }
        };
        let (scenario, edit) = session.accept()?;
        let file = session.file_name();
        let label = Label::new("edit-import", file.as_str());
        let applied = match session.destination() {
            Destination::Present => self.tabs.front.workspace.apply(label, edit, None),
            Destination::New => {
                let mut document = Document::unnamed(scenario.as_ref().clone());
                document.apply(label, edit, None).map(|()| self.begin_anew(document, ctx))
            }
        };
        if let Err(error) = applied {
            return Some(Err(error.to_string()));
        }
        let kept = if state.keep_map { session.keep_map() } else { Ok(()) };
        let trouble = kept.err().map(|error| {
            let (map, why) = (session.map_path().display().to_string(), error.to_string());
            let args = [("file", Arg::from(map.as_str())), ("why", Arg::from(why.as_str()))];
            self.texts.with("save-failed", &args)
        });
        Some(Ok((file, trouble)))
    }

    /// Gives up what is being brought in.
    pub(super) fn drop_import(&mut self) {
        self.tabs.front.importing = None;
        self.view = View::Decide;
    }
}

/// True for a file that holds a table, by the ending of its name.
pub(super) fn is_table(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}
