//! What a view shows, on the clipboard.

use super::window::Window;
use crate::app::sheet::written;
use crate::app::{Clipping, Errand, View, clipped, pictured};
use crate::files::out::Part;
use crate::files::out::pictures::Points;
use crate::texts::{Arg, Texts};
use eframe::egui;
use std::sync::Arc;

/// A picture on its way to the clipboard, or why there is none.
pub(super) type Copying = Errand<Result<Points, String>>;

impl Window {
    /// Draws what the view shows as a picture for paper, on a thread of its own.
    pub(super) fn copy_picture(&mut self, ctx: &egui::Context) {
        let part = match self.view {
            View::Decide => Part::Ranking,
            View::Dependencies => Part::Graph,
            View::Roadmap => Part::Roadmap,
            _ => return self.say(self.texts.get("said-no-picture")),
        };
        let snapshot = Arc::clone(self.tabs.front.workspace.snapshot());
        let (language, wake) = (self.texts.language(), ctx.clone());
        let work = move || {
            let texts = Texts::new(language);
            let named = std::path::Path::new(part.word());
            pictured(&snapshot, part, &texts).map_err(|error| error.sentence(named, &texts))
        };
        self.copying = Some(Errand::start("picture", move || wake.request_repaint(), work));
        self.say(self.texts.get("said-drawing"));
    }

    /// Puts a picture that is drawn on the clipboard.
    pub(super) fn finish_copying(&mut self, ctx: &egui::Context) {
        if !self.copying.as_mut().is_some_and(Errand::is_done) {
            return;
        }
        match self.copying.take().and_then(Errand::finish) {
            Some(Ok(Points { width, height, colours })) => {
                let size = [width, height];
                ctx.copy_image(egui::ColorImage::from_rgba_unmultiplied(size, &colours));
                let count = |count: usize| Arg::from(count as f64);
                let args = [("width", count(width)), ("height", count(height))];
                self.say(self.texts.with("said-picture-copied", &args));
            }
            Some(Err(why)) => self.say(why),
            None => self.say(self.texts.get("said-no-picture")),
        }
    }

    /// Puts what the view shows on the clipboard, as a table.
    pub(super) fn copy_table(&mut self, ctx: &egui::Context) {
        let moved = self.tabs.front.moved_now();
        let workspace = &self.tabs.front.workspace;
        let others = self.tabs.neighbours();
        let beside = self.compare.compared(&others);
        let mut compared: Vec<_> =
            beside.map(|other| (other.name.clone(), Arc::clone(&other.snapshot))).collect();
        compared.push((self.tabs.front_name(), Arc::clone(workspace.snapshot())));
        let clipping = Clipping {
            snapshot: workspace.snapshot(),
            changes: moved.as_deref(),
            reference: workspace.reference(),
            history: workspace.document().history(),
            compared: &compared,
        };
        match clipped(self.view, &clipping, &self.texts) {
            None => self.say(self.texts.get("said-nothing-to-copy")),
            Some(table) => {
                ctx.copy_text(written(&table));
                let args = [("count", Arg::from((table.len() - 1) as f64))];
                self.say(self.texts.with("said-copied", &args));
            }
        }
    }
}
