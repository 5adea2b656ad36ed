//! What each question shows, and what its buttons decide.

use super::super::beside::beside_ui;
use super::super::offers::{base_body, new_body, recover_body};
use super::super::picker::Purpose;
use super::{Decision, Dialog, Dialogs, Then};
use crate::app::{Settings, Workspace};
use crate::texts::{Arg, Texts};
use eframe::egui::{self, Key};
use std::path::{Path, PathBuf};

impl Dialogs {
    pub(super) fn body(
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
