//! Work that is in no file: looked for at the start and on request, and offered.

use super::shell::Dialog;
use super::window::Window;
use crate::app::{Errand, Journals, Rest};
use eframe::egui;

/// A look through the journals, on a thread of its own.
#[derive(Debug)]
pub(super) struct Looking {
    found: Errand<Vec<Rest>>,
    /// A person asked for it: what was left behind on purpose counts too, and if
    /// nothing is found that is said.
    asked: bool,
}

impl Window {
    /// Keeps every step in these journals from now on, and offers what the last run
    /// of the program left in them.
    pub fn keep_journals(&mut self, journals: Journals, ctx: &egui::Context) {
        self.journals = Some(journals);
        self.look_for_rests(false, ctx);
    }

    /// Looks for work that is in no file.
    pub(super) fn look_for_rests(&mut self, asked: bool, ctx: &egui::Context) {
        let Some(journals) = self.journals.clone() else { return };
        let ctx = ctx.clone();
        let found =
            Errand::start("journals", move || ctx.request_repaint(), move || journals.rests());
        self.looking = Some(Looking { found, asked });
    }

    /// Offers what was found, as soon as no other question is on the screen.
    pub(super) fn finish_looking(&mut self) {
        if self.dialogs.is_open() {
            return;
        }
        if !self.looking.as_mut().is_some_and(|looking| looking.found.is_done()) {
            return;
        }
        let Some(Looking { found, asked }) = self.looking.take() else { return };
        let rests = found.finish().unwrap_or_default();
        let offered = |rest: &Rest| asked || rest.told.left.is_none();
        self.dialogs.rests = rests.into_iter().filter(offered).collect();
        if !self.dialogs.rests.is_empty() {
            self.dialogs.ask(Dialog::Recover, String::new());
        } else if asked {
            self.say(self.texts.get("said-nothing-to-recover"));
        }
    }

    /// Deletes a journal for good.
    pub(super) fn forget_rest(&mut self, journal: &std::path::Path) {
        let forgotten = self.journals.as_ref().is_some_and(|journals| journals.forget(journal));
        if forgotten {
            self.dialogs.rests.retain(|rest| rest.path != journal);
            if self.dialogs.rests.is_empty() {
                self.dialogs.close();
            }
        } else {
            self.dialogs.error = Some(self.texts.get("recover-not-deleted"));
        }
    }
}
