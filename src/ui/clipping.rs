//! What a view shows, on the clipboard.

use super::window::Window;
use crate::app::sheet::written;
use crate::app::{Clipping, clipped};
use crate::texts::Arg;
use eframe::egui;
use std::sync::Arc;

impl Window {
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
