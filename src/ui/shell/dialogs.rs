//! Questions that the program asks: which file, what to do with unsaved changes.
//!
//! A native file dialog opens beside a plain path field, as on a system without
//! a desktop portal the native one cannot tell "missing" from "cancelled".

use super::asking::Asking;
use super::beside::{DiskState, beside_ui};
use super::exporting::Exporting;
use super::offers::{base_body, new_body, recover_body};
use super::picker::{Picker, Purpose};
use crate::app::importing::Destination;
use crate::app::{Rest, Settings, Template, Workspace};
use crate::texts::{Arg, Texts};
use eframe::egui::{self, Key};
use std::path::{Path, PathBuf};

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

    fn body(
        &mut self,
        ui: &mut egui::Ui,
        workspace: &Workspace,
        settings: &Settings,
        texts: &Texts,
    ) -> Option<Decision> {
        let (document, snapshot) = (workspace.document(), workspace.snapshot());
        match self.dialog.clone() {
            Dialog::None => None,
            Dialog::New => {
                let decision = new_body(ui, texts);
                ui.add_space(12.0);
                self.close_button_ui(ui, "dialog-cancel", texts);
                decision
            }
            Dialog::Open => self.open_body(ui, settings, texts),
            Dialog::SaveAs(then) => {
                let accepted = self.path_body(ui, Purpose::Save, "dialog-save-accept", texts);
                accepted.then(|| Decision::SaveAs(self.path_entered(), then))
            }
            Dialog::SaveAsWhole => {
                ui.add(egui::Label::new(texts.get("dialog-whole-text")).wrap());
                let accepted = self.path_body(ui, Purpose::Save, "dialog-save-accept", texts);
                accepted.then(|| Decision::SaveAsWhole(self.path_entered()))
            }
            Dialog::SaveAsVariant => {
                base_body(ui, &mut self.base, &self.bases, texts);
                let accepted = self.path_body(ui, Purpose::Save, "dialog-save-accept", texts);
                let (base, file) = (PathBuf::from(self.base.trim()), self.path_entered());
                accepted.then_some(Decision::SaveAsVariant { base, file })
            }
            Dialog::Import(destination) => {
                ui.add(egui::Label::new(texts.get("dialog-import-text")).wrap());
                ui.add_space(4.0);
                let accepted = self.path_body(ui, Purpose::Import, "dialog-import-accept", texts);
                accepted.then(|| Decision::Import(self.path_entered(), destination))
            }
            Dialog::Collect => {
                ui.add(egui::Label::new(texts.get("dialog-collect-text")).wrap());
                ui.add_space(4.0);
                let accepted = self.path_body(ui, Purpose::Folder, "dialog-import-accept", texts);
                accepted.then(|| Decision::Collect(self.path_entered()))
            }
            Dialog::Export | Dialog::Ministries if self.exporting.is_writing() => {
                ui.label(texts.get("export-writing"));
                if ui.button(texts.get("dialog-cancel")).clicked() {
                    self.exporting.cancel();
                }
                None
            }
            Dialog::Export => {
                self.exporting.ui(ui, &mut self.path, snapshot, texts);
                let accepted = self.path_body(ui, Purpose::Export, "dialog-export-accept", texts);
                accepted.then(|| Decision::Export(self.path_entered()))
            }
            Dialog::Ministries => {
                self.asking.ui(ui, snapshot, texts);
                let accept = "dialog-ministries-accept";
                let accepted = self.path_body(ui, Purpose::Folder, accept, texts);
                accepted.then(|| Decision::Ministries(self.path_entered()))
            }
            Dialog::Exported(file) => {
                ui.add(egui::Label::new(file.display().to_string()).wrap());
                ui.add_space(8.0);
                ui.horizontal(|ui| {
                    let is_folder = file.is_dir();
                    let folder = if is_folder { Some(&*file) } else { file.parent() };
                    let folder = folder.map(Path::to_path_buf);
                    let own = (!is_folder).then(|| file.clone());
                    for (key, place) in [("export-open-file", own), ("export-open-folder", folder)]
                    {
                        let Some(place) = place else { continue };
                        if ui.button(texts.get(key)).clicked() {
                            open_outside(ui.ctx(), &place);
                        }
                    }
                    self.close_button_ui(ui, "dialog-close", texts);
                });
                None
            }
            Dialog::Unsaved(then) => {
                let name = document.name();
                ui.label(texts.with("dialog-unsaved-text", &[("name", Arg::from(name.as_str()))]));
                self.buttons(
                    ui,
                    texts,
                    &[
                        ("dialog-unsaved-save", Decision::Save(then.clone())),
                        ("dialog-unsaved-discard", Decision::Discard(then)),
                    ],
                )
            }
            Dialog::ChangedOnDisk(then) => {
                let name = document.name();
                ui.label(texts.with("dialog-changed-text", &[("name", Arg::from(name.as_str()))]));
                beside_ui(ui, &mut self.disk, texts);
                let merge = ("dialog-changed-merge", Decision::Merge(then.clone()));
                let mut choices = vec![
                    ("dialog-changed-overwrite", Decision::Overwrite(then.clone())),
                    ("dialog-changed-reload", Decision::Discard(Then::Reload)),
                    ("dialog-changed-save-as", Decision::Elsewhere(then)),
                ];
                if self.disk.can_merge() {
                    choices.insert(0, merge);
                }
                self.buttons(ui, texts, &choices)
            }
            Dialog::Recover => {
                let decision = recover_body(ui, &self.rests, texts);
                ui.add_space(12.0);
                self.close_button_ui(ui, "dialog-recover-later", texts);
                decision
            }
            Dialog::Shortcuts => {
                shortcuts(ui, texts);
                self.buttons(ui, texts, &[])
            }
            Dialog::About => {
                let args = [("version", Arg::from(env!("CARGO_PKG_VERSION")))];
                ui.label(texts.with("dialog-about-text", &args));
                self.buttons(ui, texts, &[])
            }
        }
    }

    fn open_body(
        &mut self,
        ui: &mut egui::Ui,
        settings: &Settings,
        texts: &Texts,
    ) -> Option<Decision> {
        let mut chosen = None;
        if !settings.recent.is_empty() {
            ui.strong(texts.get("dialog-open-recent"));
            for path in &settings.recent {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
                let name = name.unwrap_or_else(|| path.display().to_string());
                let button = ui.button(name).on_hover_text(path.display().to_string());
                if button.clicked() {
                    chosen = Some(Decision::Open(path.clone()));
                }
            }
            ui.add_space(8.0);
        }
        let accepted = self.path_body(ui, Purpose::Open, "dialog-open-accept", texts);
        chosen.or_else(|| accepted.then(|| Decision::Open(self.path_entered())))
    }

    /// Path field, browse button, accept and cancel; true if accepted.
    fn path_body(
        &mut self,
        ui: &mut egui::Ui,
        purpose: Purpose,
        accept: &str,
        texts: &Texts,
    ) -> bool {
        let mut accepted = false;
        ui.horizontal(|ui| {
            let label = ui.label(texts.get("dialog-path"));
            let field = egui::TextEdit::singleline(&mut self.path).desired_width(360.0);
            let field = ui.add(field).labelled_by(label.id);
            if std::mem::take(&mut self.fresh) {
                field.request_focus();
            }
            accepted = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let browse = egui::Button::new(texts.get("dialog-browse"));
            if ui.add_enabled(!self.picker.is_waiting(), browse).clicked() {
                self.picker.ask(purpose, self.path_entered(), ui.ctx().clone());
            }
        });
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            let ready = !self.path.trim().is_empty();
            accepted |= ui.add_enabled(ready, egui::Button::new(texts.get(accept))).clicked();
            if ui.button(texts.get("dialog-cancel")).clicked() {
                self.close();
            }
        });
        accepted && !self.path.trim().is_empty()
    }

    fn path_entered(&self) -> PathBuf {
        let path = self.path.trim();
        match (path.strip_prefix("~/"), std::env::var_os("HOME")) {
            (Some(rest), Some(home)) => PathBuf::from(home).join(rest),
            _ => PathBuf::from(path),
        }
    }

    /// A row of buttons that decide something, and one that closes.
    fn buttons(
        &mut self,
        ui: &mut egui::Ui,
        texts: &Texts,
        choices: &[(&str, Decision)],
    ) -> Option<Decision> {
        ui.add_space(12.0);
        let mut decision = None;
        ui.horizontal(|ui| {
            for (key, choice) in choices {
                if ui.button(texts.get(key)).clicked() {
                    decision = Some(choice.clone());
                }
            }
            let close = if choices.is_empty() { "dialog-close" } else { "dialog-cancel" };
            self.close_button_ui(ui, close, texts);
        });
        decision
    }

    fn close_button_ui(&mut self, ui: &mut egui::Ui, key: &str, texts: &Texts) {
        if ui.button(texts.get(key)).clicked() {
            self.close();
        }
    }
}

/// Shows a file or a folder in the program that the system has for it.
fn open_outside(ctx: &egui::Context, place: &Path) {
    let whole = place.canonicalize().unwrap_or_else(|_| place.to_path_buf());
    ctx.open_url(egui::OpenUrl::new_tab(format!("file://{}", whole.display())));
}

fn shortcuts(ui: &mut egui::Ui, texts: &Texts) {
    egui::Grid::new("shortcuts").num_columns(2).spacing([24.0, 4.0]).show(ui, |ui| {
        for command in crate::app::Command::ALL {
            if !command.shortcut().is_empty() {
                ui.label(texts.get(command.key()));
                ui.monospace(command.shortcut());
                ui.end_row();
            }
        }
    });
}
