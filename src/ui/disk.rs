//! Somebody else has written the open file: noticed, laid beside ours, merged.

use super::files::describe;
use super::shell::{Dialog, DiskState, Then};
use super::window::Window;
use crate::app::{Errand, Label, Theirs};
use crate::model::Problem;
use crate::texts::Arg;
use eframe::egui;
use std::sync::Arc;

/// Their version, on its way from a thread that reads and merges it.
pub(super) type Beside = Errand<Result<Theirs, Vec<Problem>>>;

impl Window {
    /// Takes in their version once it is read.
    pub(super) fn take_in_theirs(&mut self) {
        if !self.beside.as_mut().is_some_and(Errand::is_done) {
            return;
        }
        // If the thread died there are no problems to tell, only that it failed.
        let result = self.beside.take().and_then(Errand::finish).unwrap_or(Err(Vec::new()));
        self.dialogs.disk = match result {
            Ok(theirs) => DiskState::read(theirs),
            Err(problems) => DiskState::Failed(describe(&problems, &self.texts)),
        };
    }

    /// Shows what somebody else has written, if anybody has.
    pub(super) fn look_at_disk(&mut self, ctx: &egui::Context) {
        if self.tabs.front.workspace.document().changed_on_disk() {
            self.ask_about_disk(Then::Stay, ctx);
        } else {
            self.tabs.front.changed_on_disk = false;
            self.say(self.texts.get("said-same-on-disk"));
        }
    }

    /// Asks what to do with what somebody else has written, and reads it meanwhile.
    pub(super) fn ask_about_disk(&mut self, then: Then, ctx: &egui::Context) {
        let document = self.tabs.front.workspace.document();
        let path = document.path().map(|path| path.display().to_string()).unwrap_or_default();
        self.dialogs.ask(Dialog::ChangedOnDisk(then), path);
        self.read_theirs(ctx);
    }

    fn read_theirs(&mut self, ctx: &egui::Context) {
        let Some(look) = self.tabs.front.workspace.document().look_at_disk() else { return };
        let ctx = ctx.clone();
        let read = Errand::start("their version", move || ctx.request_repaint(), || look.run());
        self.dialogs.disk = DiskState::Reading;
        self.beside = Some(read);
    }

    /// Merges their version into ours, as it was decided, and goes on.
    pub(super) fn merge_with_disk(&mut self, then: Then, ctx: &egui::Context) {
        let DiskState::Read { theirs, chosen } = &self.dialogs.disk else { return };
        let document = self.tabs.front.workspace.document();
        let is_current = Arc::ptr_eq(document.scenario(), &theirs.mine)
            && document.path().is_some_and(|path| !theirs.stamp.differs_from_disk(path));
        if !is_current {
            // They, or the person here, were faster: look again.
            return self.read_theirs(ctx);
        }
        let (theirs, settled) = (theirs.clone(), theirs.settled(chosen));
        let label = Label::new("edit-merge", document.name());
        match self.tabs.front.workspace.merge_in(label, &theirs, settled) {
            Ok(()) => {
                self.dialogs.close();
                self.tabs.front.changed_on_disk = false;
                let count = Arg::from(theirs.merged.taken as f64);
                self.say(self.texts.with("said-merged", &[("count", count)]));
                if then != Then::Stay {
                    self.save(false, then, ctx);
                }
            }
            Err(error) => self.say(error.to_string()),
        }
    }
}
