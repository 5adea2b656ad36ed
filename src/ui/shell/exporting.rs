//! The question what to export: in which format, which part, with a look at what comes
//! out. The file is written on a thread of its own.

use crate::app::{Errand, ExportError, Snapshot, drawn_handout, exported, today};
use crate::files::out::paper::lay_out;
use crate::files::out::{Choice, Form, Part, Sheet};
use crate::files::write_atomically;
use crate::sequencing::CancelFlag;
use crate::texts::{Arg, Texts};
use crate::ui::widgets::{name, named_combo};
use eframe::egui::{self, Label, RichText, ScrollArea, Ui, accesskit::Role};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Lines of a look at what comes out.
const LINES: usize = 60;
/// Height of parts and look.
const HEIGHT: f32 = 340.0;

/// What is chosen for an export, and what it would look like.
#[derive(Debug, Default)]
pub struct Exporting {
    /// Which part, and how.
    pub choice: Choice,
    look: Option<(LookKey, Errand<Look>)>,
    seen: Option<(LookKey, Look)>,
    writing: Option<Writing>,
}

/// State of the scenario, file, how, language.
type LookKey = (u64, PathBuf, Choice, &'static str);

/// What comes out as text, or why nothing does.
#[derive(Debug, Clone)]
enum Look {
    Text(String),
    /// So many bytes that are no text.
    Bytes(usize),
    /// So many pages, and bytes.
    Pages(usize, usize),
    Refused(String),
}

/// A file that is being written.
#[derive(Debug)]
struct Writing {
    path: PathBuf,
    cancel: CancelFlag,
    done: Errand<Result<(), String>>,
}

impl Exporting {
    /// Begins to write a file.
    pub fn begin(
        &mut self,
        path: &Path,
        snapshot: &Arc<Snapshot>,
        texts: &Texts,
        ctx: &egui::Context,
    ) {
        let (file, snapshot, choice) =
            (path.to_path_buf(), Arc::clone(snapshot), self.choice_for(path));
        let (language, given_up) = (texts.language(), CancelFlag::default());
        self.begin_with(path, given_up.clone(), ctx, move || {
            let texts = Texts::new(language);
            let sentence = |error: ExportError| error.sentence(&file, &texts);
            let bytes = exported(&snapshot, &file, choice, &texts).map_err(sentence)?;
            if given_up.is_cancelled() {
                return Ok(());
            }
            write_atomically(&file, &bytes).map_err(|error| sentence(ExportError::Io(error)))
        });
    }

    /// Begins to write something else than a format of ours.
    pub fn begin_with(
        &mut self,
        path: &Path,
        cancel: CancelFlag,
        ctx: &egui::Context,
        work: impl FnOnce() -> Result<(), String> + Send + 'static,
    ) {
        let ctx = ctx.clone();
        let done = Errand::start("export", move || ctx.request_repaint(), work);
        self.writing = Some(Writing { path: path.into(), cancel, done });
    }

    /// True while a file is being written.
    pub fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    /// What came of writing, once: the file, or why not.
    pub fn finished(&mut self) -> Option<Result<PathBuf, String>> {
        if !self.writing.as_mut()?.done.is_done() {
            return None;
        }
        let Writing { path, done, .. } = self.writing.take()?;
        // If the thread died nobody knows more than that.
        Some(done.finish()?.map(|()| path))
    }

    /// Gives up what is being written.
    pub fn cancel(&mut self) {
        if let Some(writing) = self.writing.take() {
            writing.cancel.cancel();
        }
    }

    /// The choice, as far as the format of this file has it.
    fn choice_for(&self, path: &Path) -> Choice {
        let parts = Form::of(path).map_or(&[Part::All][..], Form::parts);
        let part = if parts.contains(&self.choice.part) { self.choice.part } else { Part::All };
        // The one format that bears a day is not written for nobody's day.
        let is_paper = Form::of(path) == Some(Form::Paper);
        let date = if is_paper { today().parse().ok() } else { None };
        Choice { part, date, ..self.choice }
    }

    /// Draws formats, parts and the look; the path's ending follows the format.
    pub fn ui(&mut self, ui: &mut Ui, path: &mut String, snapshot: &Arc<Snapshot>, texts: &Texts) {
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.set_width(250.0);
                forms_ui(ui, path, texts);
            });
            ui.separator();
            ui.vertical(|ui| {
                ui.set_width(430.0);
                // The buttons below stay where they are when the look arrives.
                ui.set_min_height(HEIGHT);
                self.parts_ui(ui, Path::new(path.trim()), texts);
                ui.add_space(4.0);
                self.look_ui(ui, Path::new(path.trim()), snapshot, texts);
            });
        });
        ui.add_space(8.0);
    }

    fn parts_ui(&mut self, ui: &mut Ui, path: &Path, texts: &Texts) {
        let Some(form) = Form::of(path) else { return };
        let word = |part: Part| texts.get(&format!("export-part-{}", part.word()));
        let present = self.choice_for(path).part;
        ui.horizontal(|ui| {
            let what = texts.get("export-part");
            ui.label(&what);
            named_combo(ui, "export part", &what, word(present), |ui| {
                for part in form.parts() {
                    ui.selectable_value(&mut self.choice.part, *part, word(*part));
                }
            });
            if form == Form::Separated {
                let mark = ui.checkbox(&mut self.choice.byte_order_mark, texts.get("export-bom"));
                mark.on_hover_text(texts.get("export-bom-help"));
            }
            if form == Form::Paper {
                let word = |sheet: Sheet| texts.get(&format!("export-sheet-of-{}", sheet.word()));
                let what = texts.get("export-paper");
                ui.label(&what);
                let sheet = self.choice.sheet;
                named_combo(ui, "export paper", &what, word(sheet), |ui| {
                    for sheet in Sheet::ALL {
                        ui.selectable_value(&mut self.choice.sheet, sheet, word(sheet));
                    }
                });
            }
        });
    }

    /// The beginning of what comes out.
    fn look_ui(&mut self, ui: &mut Ui, path: &Path, snapshot: &Arc<Snapshot>, texts: &Texts) {
        let choice = self.choice_for(path);
        let language = texts.language();
        let file = PathBuf::from("look").with_extension(ending_of(path));
        let key = (snapshot.generation, file.clone(), choice, language);
        let is_known = |known: Option<&LookKey>| known == Some(&key);
        let coming = self.look.as_ref().map(|(key, _)| key);
        if !is_known(self.seen.as_ref().map(|(key, _)| key)) && !is_known(coming) {
            let (snapshot, ctx) = (Arc::clone(snapshot), ui.ctx().clone());
            let work = move || look(&snapshot, &file, choice, language);
            let errand = Errand::start("export look", move || ctx.request_repaint(), work);
            self.look = Some((key.clone(), errand));
        }
        if let Some((key, mut errand)) = self.look.take() {
            if errand.is_done() {
                self.seen = errand.finish().map(|look| (key, look));
            } else {
                self.look = Some((key, errand));
            }
        }
        let seen = self.seen.as_ref().filter(|(made_from, _)| *made_from == key);
        let Some((_, look)) = seen else {
            ui.weak(texts.get("export-looking"));
            return;
        };
        match look {
            Look::Refused(why) => {
                ui.add(Label::new(why).wrap());
            }
            Look::Bytes(count) => {
                let size = texts.number(*count as f64 / 1024.0, 0);
                let args = [("size", Arg::from(size.as_str()))];
                ui.add(Label::new(texts.with("export-look-bytes", &args)).wrap());
            }
            Look::Pages(pages, bytes) => {
                let size = texts.number(*bytes as f64 / 1024.0, 0);
                let args =
                    [("pages", Arg::from(*pages as f64)), ("size", Arg::from(size.as_str()))];
                ui.add(Label::new(texts.with("export-look-pages", &args)).wrap());
            }
            Look::Text(text) => text_ui(ui, text, texts),
        }
    }
}

fn text_ui(ui: &mut Ui, text: &str, texts: &Texts) {
    ScrollArea::both().max_height(260.0).auto_shrink([false, true]).show(ui, |ui| {
        let lines: Vec<&str> = text.lines().take(LINES).collect();
        let more = text.lines().nth(LINES).is_some();
        let shown = format!("{}{}", lines.join("\n"), if more { "\n…" } else { "" });
        ui.add(Label::new(RichText::new(shown).monospace().small()).extend());
    });
    if ui.button(texts.get("export-copy")).clicked() {
        ui.ctx().copy_text(text.to_owned());
    }
}

/// The formats, each with whom it is for.
fn forms_ui(ui: &mut Ui, path: &mut String, texts: &Texts) {
    let present = Path::new(path.trim()).to_path_buf();
    let others = [".portfolio.json", ".ron", ".json"];
    let endings = Form::ALL.iter().map(|form| form.ending()).chain(others);
    for ending in endings {
        let words = texts.get(&format!("export-form{}", ending.replace('.', "-")));
        let label = format!("{words} ({ending})");
        let chosen = has_ending(&present, ending);
        let choice = ui.radio(chosen, &label);
        name(&choice, Role::RadioButton, &label);
        if choice.clicked() {
            *path = with_ending(&present, ending).display().to_string();
        }
    }
}

fn has_ending(path: &Path, ending: &str) -> bool {
    ending_of(path) == ending.trim_start_matches('.')
}

/// The ending of a file's name, of which `portfolio.json` is one.
pub fn ending_of(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase());
    match name {
        Some(name) if name.ends_with(".portfolio.json") => "portfolio.json".to_owned(),
        Some(name) => name.rsplit_once('.').map(|(_, end)| end.to_owned()).unwrap_or_default(),
        None => String::new(),
    }
}

/// The same file with another ending.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut stem = path.with_extension("");
    if ending_of(path) == "portfolio.json" {
        stem.set_extension("");
    }
    let mut name = stem.file_name().map(ToOwned::to_owned).unwrap_or_default();
    name.push(ending);
    stem.with_file_name(name)
}

fn look(snapshot: &Snapshot, file: &Path, choice: Choice, language: &str) -> Look {
    let texts = Texts::new(language);
    match exported(snapshot, file, choice, &texts) {
        Err(error) => Look::Refused(error.sentence(file, &texts)),
        Ok(bytes) if Form::of(file) == Some(Form::Paper) => {
            // The pages are laid out as they were written.
            let paper = lay_out(&drawn_handout(snapshot, &texts), choice, &texts);
            paper.map_or(Look::Bytes(bytes.len()), |paper| {
                Look::Pages(paper.pages.len(), bytes.len())
            })
        }
        // A picture is text too, but of figures and fonts.
        Ok(bytes)
            if matches!(Form::of(file), Some(Form::Workbook | Form::Drawing | Form::Image)) =>
        {
            Look::Bytes(bytes.len())
        }
        Ok(bytes) => {
            let count = bytes.len();
            String::from_utf8(bytes).map_or(Look::Bytes(count), Look::Text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_follows_the_format_also_to_and_from_a_double_one() {
        let with =
            |path: &str, ending: &str| with_ending(Path::new(path), ending).display().to_string();
        assert_eq!(with("/a/plan.md", ".xlsx"), "/a/plan.xlsx");
        assert_eq!(with("/a/plan.md", ".portfolio.json"), "/a/plan.portfolio.json");
        assert_eq!(with("/a/plan.portfolio.json", ".ics"), "/a/plan.ics");
        assert_eq!(with("plan", ".csv"), "plan.csv");
        assert!(has_ending(Path::new("a.PORTFOLIO.json"), ".portfolio.json"));
        assert!(!has_ending(Path::new("a.portfolio.json"), ".json"));
    }
}
