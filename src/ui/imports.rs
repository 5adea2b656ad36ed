//! Tables brought in from the window: begun, taken in as one step, given up.

use super::importing::State;
use super::shell::Dialog;
use super::window::Window;
use crate::app::importing::{Destination, Session};
use crate::app::{Document, Label, View};
use crate::files::tables::ENDINGS;
use crate::texts::Arg;
use eframe::egui;
use std::path::Path;

impl Window {
    /// Asks which table shall come in.
    pub(super) fn ask_what_to_import(&mut self, destination: Destination) {
        let near = self.tabs.front.importing.as_ref().map(|state| state.session.path());
        let near = near.or(self.tabs.front.workspace.document().path());
        let path = match near {
            Some(path) if is_table(path) => path.display().to_string(),
            Some(path) => path.parent().map_or_else(String::new, |folder| {
                let folder = folder.display().to_string();
                if folder.is_empty() { folder } else { format!("{folder}/") }
            }),
            None => String::new(),
        };
        self.dialogs.ask(Dialog::Import(destination), path);
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
        self.tabs.front.importing = Some(State::new(session));
        self.dialogs.close();
        self.view = View::Import;
    }

    /// Makes what is accepted one step: of the scenario in front, or of a new one.
    pub(super) fn take_import(&mut self, ctx: &egui::Context) {
        let Some(state) = &self.tabs.front.importing else { return };
        let Some((scenario, edit)) = state.session.accept() else { return };
        let (taken, file) = (state.session.taken(), state.session.file_name());
        let kept = if state.keep_map { state.session.keep_map() } else { Ok(()) };
        let map = state.session.map_path();
        let label = Label::new("edit-import", file.as_str());
        let applied = match state.session.destination() {
            Destination::Present => self.tabs.front.workspace.apply(label, edit, None),
            Destination::New => {
                let mut document = Document::unnamed(scenario.as_ref().clone());
                document.apply(label, edit, None).map(|()| {
                    // The table is done with where it was begun.
                    self.tabs.front.importing = None;
                    self.begin_anew(document, ctx);
                })
            }
        };
        if let Err(error) = applied {
            return self.say(error.to_string());
        }
        self.tabs.front.importing = None;
        self.view = View::Table;
        let args = [
            ("new", Arg::from(taken.new as f64)),
            ("changed", Arg::from(taken.changed as f64)),
            ("removed", Arg::from(taken.removed as f64)),
            ("file", Arg::from(file.as_str())),
        ];
        let mut sentence = self.texts.with("said-imported", &args);
        if let Err(error) = kept {
            let (map, why) = (map.display().to_string(), error.to_string());
            let args = [("file", Arg::from(map.as_str())), ("why", Arg::from(why.as_str()))];
            sentence = format!("{sentence} {}", self.texts.with("save-failed", &args));
        }
        self.say(sentence);
    }

    /// Gives up the table that is being brought in.
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
