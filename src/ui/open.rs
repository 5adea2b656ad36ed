//! Open scenarios come and go: new ones, copies, those of the last time.

use super::tab::Tabs;
use super::widgets;
use super::window::Window;
use crate::app::{Document, Opening, Prepared, Template};
use crate::texts::Arg;
use eframe::egui;
use std::path::{Path, PathBuf};

impl Window {
    /// Puts a scenario into the window: in the place of another, or in a tab of its own.
    pub(super) fn adopt(&mut self, prepared: Prepared, place: Option<u64>, ctx: &egui::Context) {
        widgets::forget_drafts(ctx);
        match place {
            Some(number) => self.tabs.replace(number, prepared, ctx),
            None => self.tabs.add(prepared, ctx),
        }
        self.remember_front();
    }

    /// Brings an open scenario to the front.
    pub(super) fn bring(&mut self, number: u64, ctx: &egui::Context) {
        if number != self.tabs.front.number && self.tabs.bring(number) {
            widgets::forget_drafts(ctx);
            self.remember_front();
        }
    }

    /// Puts a scenario that is in no file yet into the window.
    pub(super) fn begin_anew(&mut self, mut document: Document, ctx: &egui::Context) {
        if let Some(journals) = &self.journals {
            document.keep_journal(journals);
        }
        let place = self.place_for_another();
        self.adopt(Prepared::new(document), place, ctx);
    }

    /// A copy of the scenario in front, in a tab of its own, to try something.
    pub(super) fn duplicate(&mut self, ctx: &egui::Context) {
        let names = self.tabs.taken_names();
        let mut copy = self.tabs.front.workspace.document().copied(&names);
        if let Some(journals) = &self.journals {
            copy.keep_journal(journals);
        }
        self.adopt(Prepared::new(copy), None, ctx);
    }

    /// Closes the scenario in front; an empty frame takes the place of the last one.
    pub(super) fn close_front(&mut self, ctx: &egui::Context) {
        widgets::forget_drafts(ctx);
        let journals = self.journals.as_ref();
        let last = || {
            let mut document = Document::of_template(Template::Frame);
            if let Some(journals) = journals {
                document.keep_journal(journals);
            }
            Prepared::new(document)
        };
        self.tabs.close_front(last, ctx);
        self.remember_front();
    }

    /// The next start begins with what is in front now.
    fn remember_front(&mut self) {
        if let Some(path) = self.tabs.front.workspace.document().path() {
            self.settings.remember(path);
        }
    }

    /// Opens files in the background, each in a tab behind the others.
    pub fn restore(&mut self, files: &[PathBuf], ctx: &egui::Context) {
        for file in files.iter().filter(|file| self.tabs.on_file(file).is_none()) {
            let ctx = ctx.clone();
            let opening =
                Opening::start(file, self.journals.as_ref(), move || ctx.request_repaint());
            self.restoring.push(opening);
        }
    }

    /// Takes in files that were open when the program ended last, in their order.
    pub(super) fn finish_restoring(&mut self, ctx: &egui::Context) {
        while self.restoring.first_mut().is_some_and(Opening::is_done) {
            let opening = self.restoring.remove(0);
            let path = opening.path().to_path_buf();
            match opening.finish() {
                // The person may have opened it meanwhile.
                Ok(_) if self.tabs.on_file(&path).is_some() => {}
                Ok(prepared) => self.tabs.add_last(prepared, ctx),
                Err(_) => {
                    let file = path.display().to_string();
                    let args = [("file", Arg::from(file.as_str()))];
                    self.say(self.texts.with("said-last-not-opened", &args));
                }
            }
        }
        if self.restoring.is_empty() {
            let open = files_of(&self.tabs);
            if self.settings.open != open {
                self.settings.open = open;
            }
        }
    }
}

fn files_of(tabs: &Tabs) -> Vec<PathBuf> {
    let path = |tab: &super::tab::Tab| tab.workspace.document().path().map(Path::to_path_buf);
    tabs.iter().filter_map(path).collect()
}
