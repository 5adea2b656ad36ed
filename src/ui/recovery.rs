//! Work that is in no file: looked for at the start and on request, and offered.

use super::shell::Dialog;
use super::window::Window;
use crate::app::{Journals, Rest};
use eframe::egui;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// A look through the journals, on a thread of its own.
#[derive(Debug)]
pub(super) struct Looking {
    found: Receiver<Vec<Rest>>,
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
        let (sender, found) = channel();
        let look = move || {
            // Fails if the window is gone.
            let _ = sender.send(journals.rests());
            ctx.request_repaint();
        };
        // Without a thread the sender goes at once: nothing is found.
        let _ = std::thread::Builder::new().name("journals".into()).spawn(look);
        self.looking = Some(Looking { found, asked });
    }

    /// Offers what was found, as soon as no other question is on the screen.
    pub(super) fn finish_looking(&mut self) {
        if self.dialogs.is_open() {
            return;
        }
        let Some(Looking { found, asked }) = &self.looking else { return };
        let (rests, asked) = match found.try_recv() {
            Err(TryRecvError::Empty) => return,
            Err(TryRecvError::Disconnected) => (Vec::new(), *asked),
            Ok(rests) => (rests, *asked),
        };
        self.looking = None;
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
