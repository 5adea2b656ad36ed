//! Questions that the program asks: which file, what to do with unsaved changes.
//!
//! A native file dialog opens beside a plain path field, as on a system without
//! a desktop portal the native one cannot tell "missing" from "cancelled".

mod body;

use super::asking::Asking;
use super::beside::DiskState;
use super::exporting::Exporting;
use super::picker::Picker;
use crate::app::importing::Destination;
use crate::app::{Rest, Settings, Template, Workspace};
use crate::texts::Texts;
use eframe::egui;
use std::path::PathBuf;

/// What to go on with once the present document may be left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    Stay,
    /// End the program.
    Quit,
    /// Close the scenario.
    Close,
    /// Read the file again.
    Reload,
}

/// The question on the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Dialog {
    /// None.
    #[default]
    None,
    /// What a new scenario begins with.
    New,
    /// Which file to open.
    Open,
    /// Where to save.
    SaveAs(Then),
    /// Where to save everything, following no base any more.
    SaveAsWhole,
    /// Of what it shall be a variant, and where to save that.
    SaveAsVariant,
    /// Which table to bring in, and where it goes.
    Import(Destination),
    /// Where the workbooks are that came back from the ministries.
    Collect,
    /// What the ministries are asked, and where their workbooks go.
    Ministries,
    /// Where to export to.
    Export,
    /// What was exported is there.
    Exported(PathBuf),
    /// Save before leaving?
    Unsaved(Then),
    /// Somebody else has changed the file.
    ChangedOnDisk(Then),
    /// Get back work that is in no file?
    Recover,
    /// What the keys do.
    Shortcuts,
    /// Name, version, licences.
    About,
}

/// What a dialog has decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Begin a scenario of this kind.
    New(Template),
    /// Ask for a table that a new scenario is made of.
    NewFromTable,
    /// Bring this table in.
    Import(PathBuf, Destination),
    /// Collect what came back: a workbook, or all in a folder.
    Collect(PathBuf),
    /// Write the ministries' workbooks into this folder.
    Ministries(PathBuf),
    /// Open this file.
    Open(PathBuf),
    /// Save there, then go on.
    SaveAs(PathBuf, Then),
    /// Save everything there, following no base any more.
    SaveAsWhole(PathBuf),
    /// Save only what differs from this base, to that file.
    SaveAsVariant {
        /// The base.
        base: PathBuf,
        /// The variant's own file.
        file: PathBuf,
    },
    /// Save to the document's own file, over whatever is there, then go on.
    Overwrite(Then),
    /// Save to the document's own file, then go on.
    Save(Then),
    /// Ask for another file to save to, then go on.
    Elsewhere(Then),
    /// Leave unsaved changes behind and go on.
    Discard(Then),
    /// Merge in what somebody else has written, then go on.
    Merge(Then),
    /// Get back what this journal holds.
    Recover(PathBuf),
    /// Delete this journal for good.
    Forget(PathBuf),
    /// Export there.
    Export(PathBuf),
}

/// The question on the screen and what has been entered so far.
#[derive(Debug, Default)]
pub struct Dialogs {
    dialog: Dialog,
    path: String,
    /// Why the last try failed, in words.
    pub error: Option<String>,
    picker: Picker,
    /// Work that is in no file, for [`Dialog::Recover`].
    pub rests: Vec<Rest>,
    /// What somebody else has written, for [`Dialog::ChangedOnDisk`].
    pub disk: DiskState,
    /// What is chosen for [`Dialog::Export`].
    pub exporting: Exporting,
    /// What is entered for [`Dialog::Ministries`].
    pub asking: Asking,
    /// Files that it may be a variant of, and the one that is chosen, for
    /// [`Dialog::SaveAsVariant`].
    pub bases: Vec<PathBuf>,
    /// See [`Self::bases`].
    pub base: String,
    /// True until the first field has taken the keyboard.
    fresh: bool,
}

impl Dialogs {
    /// Asks a question; `path` stands in its path field.
    pub fn ask(&mut self, dialog: Dialog, path: String) {
        self.dialog = dialog;
        self.path = path;
        self.error = None;
        self.fresh = true;
    }

    /// Takes the question away.
    pub fn close(&mut self) {
        self.dialog = Dialog::None;
        self.error = None;
    }

    /// True if a question is on the screen.
    pub fn is_open(&self) -> bool {
        self.dialog != Dialog::None
    }

    /// True if the question is which file to open.
    pub fn asks_what_to_open(&self) -> bool {
        self.dialog == Dialog::Open
    }

    /// Draws the question and returns what was decided; `opening` says which file is
    /// being opened at present.
    pub fn show(
        &mut self,
        ctx: &egui::Context,
        workspace: &Workspace,
        settings: &Settings,
        opening: Option<&str>,
        texts: &Texts,
    ) -> Option<Decision> {
        if let Some(path) = self.picker.poll() {
            self.path = path.display().to_string();
        }
        let title = match &self.dialog {
            Dialog::None => return None,
            Dialog::New => texts.get("dialog-new-title"),
            Dialog::Open => texts.get("dialog-open-title"),
            Dialog::SaveAs(_) => texts.get("dialog-save-title"),
            Dialog::SaveAsWhole => texts.get("dialog-whole-title"),
            Dialog::SaveAsVariant => texts.get("dialog-variant-title"),
            Dialog::Import(_) => texts.get("dialog-import-title"),
            Dialog::Collect => texts.get("dialog-collect-title"),
            Dialog::Ministries => texts.get("dialog-ministries-title"),
            Dialog::Export => texts.get("dialog-export-title"),
            Dialog::Exported(_) => texts.get("dialog-exported-title"),
            Dialog::Unsaved(_) => texts.get("dialog-unsaved-title"),
            Dialog::ChangedOnDisk(_) => texts.get("dialog-changed-title"),
            Dialog::Recover => texts.get("dialog-recover-title"),
            Dialog::Shortcuts => texts.get("dialog-shortcuts-title"),
            Dialog::About => texts.get("dialog-about-title"),
        };
        let mut decision = None;
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(16.0);
        let modal = egui::Modal::new(egui::Id::unique("dialog")).frame(frame).show(ctx, |ui| {
            ui.set_max_width(if self.dialog == Dialog::Export { 720.0 } else { 560.0 });
            ui.heading(title);
            ui.add_space(8.0);
            decision = self.body(ui, workspace, settings, texts);
            if let Some(opening) = opening.filter(|_| self.asks_what_to_open()) {
                ui.add_space(8.0);
                ui.label(opening);
            } else if let Some(error) = &self.error {
                ui.add_space(8.0);
                let colour = ui.visuals().error_fg_color;
                ui.colored_label(colour, format!("⚠ {error}"));
            }
        });
        if modal.should_close() {
            self.close();
        }
        decision
    }
}
