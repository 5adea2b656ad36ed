//! Scenarios whose files hold only what differs from a base: made, saved, and kept up
//! with what becomes of the base.

use super::files::{describe, describe_save_error};
use super::scene::{Intent, Scene};
use super::shell::{Dialog, Then};
use super::window::Window;
use crate::app::{Edit, Label, Prepared, VariantError};
use crate::files::text::{Node, brief};
use crate::files::variant::{Stale, with_base_value};
use crate::texts::Arg;
use eframe::egui::{self, Label as Words, RichText, Ui};
use std::path::{Path, PathBuf};

impl Window {
    /// A copy in a tab of its own, whose file will hold only what differs from the file
    /// of the scenario in front.
    pub(super) fn try_variant(&mut self, ctx: &egui::Context) {
        let names = self.tabs.taken_names();
        match self.tabs.front.workspace.document().as_variant(&names) {
            Ok(None) => self.say(self.texts.get("said-variant-needs-file")),
            Err(problems) => self.say(describe(&problems, &self.texts)),
            Ok(Some(mut variant)) => {
                if let Some(journals) = &self.journals {
                    variant.keep_journal(journals);
                }
                self.adopt(Prepared::new(variant), None, ctx);
                self.say(self.texts.get("said-variant"));
            }
        }
    }

    /// Asks of what the scenario in front shall be a variant.
    pub(super) fn ask_what_to_vary(&mut self) {
        let own = self.tabs.front.workspace.document().path().map(Path::to_path_buf);
        let present = self.tabs.front.workspace.document().variant();
        let present = present.map(|variant| variant.base.clone());
        let open = self.tabs.iter().filter_map(|tab| tab.workspace.document().path());
        let open = open.map(Path::to_path_buf);
        let mut bases: Vec<PathBuf> = Vec::new();
        for base in present.into_iter().chain(open).chain(self.settings.recent.clone()) {
            if Some(&base) != own.as_ref() && !bases.contains(&base) {
                bases.push(base);
            }
        }
        bases.truncate(8);
        self.dialogs.base =
            bases.first().map(|base| base.display().to_string()).unwrap_or_default();
        self.dialogs.bases = bases;
        self.ask_where(Dialog::SaveAsVariant, "ron");
    }

    pub(super) fn save_as_variant(&mut self, base: &Path, file: &Path, ctx: &egui::Context) {
        let document = self.tabs.front.workspace.document_mut();
        match document.save_as_variant_of(base, file) {
            Ok(()) => self.saved(Then::Stay, ctx),
            Err(VariantError::Base(problems)) => {
                self.dialogs.error = Some(describe(&problems, &self.texts));
            }
            Err(VariantError::Save(error)) => {
                self.dialogs.error = Some(describe_save_error(&error, &self.texts));
            }
        }
    }

    /// Our value stands at a stale place, whatever the base has now.
    pub(super) fn keep_ours(&mut self, path: &str) {
        self.tabs.front.workspace.document_mut().keep_ours(path);
    }

    /// What the base has now is taken at a stale place, as one step.
    pub(super) fn take_base(&mut self, path: &str) {
        let document = self.tabs.front.workspace.document();
        let stale = document
            .variant()
            .and_then(|variant| variant.stale.iter().find(|stale| stale.path == path).cloned());
        let taken = stale.and_then(|stale| with_base_value(document.scenario(), &stale));
        let Some(scenario) = taken else {
            return self.say(self.texts.get("compare-copy-gone"));
        };
        let label = Label::new("edit-take-base", path);
        let edit = Edit::Whole(Box::new(scenario));
        if let Err(error) = self.tabs.front.workspace.apply(label, edit, None) {
            return self.say(error.to_string());
        }
        self.keep_ours(path);
    }
}

/// What a variant is a variant of, and where the base is no longer what its changes were
/// made for; nothing for a scenario whose file holds everything.
pub fn variant_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let texts = scene.texts;
    let Some(variant) = scene.document.variant() else { return };
    let base = variant.base.display().to_string();
    let args = [("base", Arg::from(base.as_str()))];
    ui.add(Words::new(texts.with("variant-of", &args)).truncate()).on_hover_text(&base);
    if !variant.kept.is_empty() {
        let args = [("count", Arg::from(variant.kept.len() as f64))];
        ui.add(Words::new(texts.with("variant-kept", &args)).wrap());
    }
    let stale = variant.stale.clone();
    if !stale.is_empty() {
        ui.add_space(4.0);
        ui.strong(texts.get("variant-stale-title"));
    }
    for stale in &stale {
        stale_ui(ui, scene, stale);
    }
    ui.add_space(8.0);
}

fn stale_ui(ui: &mut Ui, scene: &mut Scene<'_>, stale: &Stale) {
    let texts = scene.texts;
    let value =
        |node: &Option<Node>| node.as_ref().map_or_else(|| texts.get("input-absent"), brief);
    let args = [
        ("was", Arg::from(value(&stale.was).as_str())),
        ("now", Arg::from(value(&stale.base_now).as_str())),
        ("ours", Arg::from(value(&stale.ours).as_str())),
    ];
    ui.horizontal_wrapped(|ui| {
        if ui.link(&stale.path).clicked() {
            scene.ask(Intent::GoTo(stale.path.clone()));
        }
        ui.add(Words::new(RichText::new(texts.with("variant-stale", &args))).wrap());
        let place = [("place", Arg::from(stale.path.as_str()))];
        for (key, intent) in [
            ("variant-keep-ours", Intent::KeepOurs(stale.path.clone())),
            ("variant-take-base", Intent::TakeBase(stale.path.clone())),
        ] {
            let button = ui.small_button(texts.get(key));
            let name = texts.with(&format!("{key}-at"), &place);
            super::widgets::name(&button, egui::accesskit::Role::Button, &name);
            if button.clicked() {
                scene.ask(intent);
            }
        }
    });
}
