//! The question what the ministries are asked: which workbooks come out, until when they
//! should answer, and where the files go.

use crate::app::ministries::{NotWritten, Request, ministries, write_ministries};
use crate::app::{Snapshot, today};
use crate::model::Scenario;
use crate::texts::{Arg, Texts};
use eframe::egui::{self, Label, ScrollArea, TextEdit, Ui};
use jiff::civil::Date;
use std::path::Path;

/// What is entered so far.
#[derive(Debug, Default, Clone)]
pub struct Asking {
    /// Until when, as it is typed.
    pub until: String,
    /// Whom they send it back to.
    pub reply_to: String,
    /// Workbooks that are there already may be written over.
    pub overwrite: bool,
}

impl Asking {
    /// Draws the workbooks that will come out, and what they say.
    pub fn ui(&mut self, ui: &mut Ui, snapshot: &Snapshot, texts: &Texts) {
        ui.add(Label::new(texts.get("dialog-ministries-text")).wrap());
        ui.add_space(4.0);
        ScrollArea::vertical().max_height(180.0).auto_shrink([false, true]).show(ui, |ui| {
            for (name, count) in asked(&snapshot.scenario, texts) {
                let args = [("name", Arg::from(name.as_str())), ("count", Arg::from(count as f64))];
                ui.label(texts.with("dialog-ministries-agency", &args));
            }
        });
        ui.add_space(8.0);
        egui::Grid::new("asking").num_columns(2).show(ui, |ui| {
            let label = ui.label(texts.get("dialog-ministries-until"));
            let field = TextEdit::singleline(&mut self.until).hint_text("2026-12-31");
            ui.add(field.desired_width(140.0)).labelled_by(label.id);
            ui.end_row();
            let label = ui.label(texts.get("dialog-ministries-reply"));
            let field = TextEdit::singleline(&mut self.reply_to).desired_width(360.0);
            ui.add(field).labelled_by(label.id);
            ui.end_row();
        });
        ui.checkbox(&mut self.overwrite, texts.get("dialog-ministries-overwrite"));
        ui.add_space(8.0);
    }

    /// What the workbooks say beside the questions.
    ///
    /// # Errors
    /// A sentence, if the day is none.
    pub fn request(&self, texts: &Texts) -> Result<Request, String> {
        let until = self.until.trim();
        let until = if until.is_empty() {
            None
        } else {
            let day: Result<Date, _> = until.parse();
            let args = [("text", Arg::from(until))];
            Some(day.map_err(|_| texts.with("ministries-bad-date", &args))?)
        };
        let reply_to = self.reply_to.trim().to_owned();
        Ok(Request { until, reply_to, date: today().parse().ok(), agencies: Vec::new() })
    }
}

/// Agencies that own items, and how many; those without an owner last.
fn asked(scenario: &Scenario, texts: &Texts) -> Vec<(String, usize)> {
    let count = |owner: Option<&str>| {
        let own = |item: &&crate::model::Item| item.owner.as_ref().map(|id| id.as_str()) == owner;
        scenario.items.iter().filter(own).count()
    };
    let agencies = scenario.agencies.iter().map(|agency| {
        let name = agency.name.get_or(texts.language(), agency.id.as_str()).to_owned();
        (name, count(Some(agency.id.as_str())))
    });
    let without = (texts.get("ministries-no-agency"), count(None));
    agencies.chain([without]).filter(|(_, count)| *count > 0).collect()
}

/// Writes the workbooks into a folder.
///
/// # Errors
/// A sentence that says why, and what to do.
pub fn written(
    scenario: &Scenario,
    request: &Request,
    folder: &Path,
    overwrite: bool,
    texts: &Texts,
) -> Result<(), String> {
    let books = ministries(scenario, request, texts).map_err(|e| e.sentence(folder, texts))?;
    if books.is_empty() {
        return Err(texts.get("ministries-no-items"));
    }
    write_ministries(folder, &books, overwrite).map(drop).map_err(|error| match error {
        NotWritten::AlreadyThere(paths) => {
            let sentence = |path: &std::path::PathBuf| {
                let file = path.display().to_string();
                texts.with("dialog-ministries-there", &[("file", Arg::from(file.as_str()))])
            };
            paths.iter().take(3).map(sentence).collect::<Vec<_>>().join("\n")
        }
        NotWritten::Io(path, error) => {
            let (file, why) = (path.display().to_string(), error.to_string());
            let args = [("file", Arg::from(file.as_str())), ("why", Arg::from(why.as_str()))];
            texts.with("save-failed", &args)
        }
    })
}
