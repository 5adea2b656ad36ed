//! The plan in a file, for people and programs who will never open ours.

use super::handout::{drawn_handout, handout};
use super::scores::Scores;
use super::snapshot::{PlanState, Snapshot};
use crate::files::out::pictures::{Points, points, standing};
use crate::files::out::{self, Choice, Form, OutError, Part, Resolution};
use crate::files::{self, write_atomically};
use crate::scoring::LeverageGraph;
use crate::sequencing::compile::compile;
use crate::sequencing::instance;
use crate::texts::{Arg, Texts};
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

/// Endings of the files that are written, in the order of lists.
const ENDINGS: &str = ".pdf, .xlsx, .csv, .md, .html, .svg, .png, .mmd, .dot, .xml, .ics, .portfolio.json, .ron, .json";

/// Why nothing was exported.
#[derive(Debug)]
pub enum ExportError {
    /// The name's ending is none that we write.
    UnknownEnding,
    /// The format has no such part; these it has.
    NoSuchPart(&'static [Part]),
    /// There is no plan to export.
    NoPlan,
    /// Nothing says when the phases are, and the format is about dates.
    NoDates,
    /// A picture of points would be too large to be read.
    TooLarge,
    /// The format's writer refused, in its own words.
    Refused(String),
    /// The disk or the system refused.
    Io(std::io::Error),
}

impl ExportError {
    /// The key of its sentence in the language files.
    pub fn key(&self) -> &'static str {
        match self {
            Self::UnknownEnding => "export-unknown-ending",
            Self::NoSuchPart(_) => "export-no-such-part",
            Self::NoPlan => "export-no-plan",
            Self::NoDates => "export-no-dates",
            Self::TooLarge => "export-too-large",
            Self::Refused(_) => "export-refused",
            Self::Io(_) => "save-failed",
        }
    }

    /// What its sentence names: what the system or the writer said, or what there is
    /// to choose from.
    pub fn why(&self) -> String {
        match self {
            Self::Io(error) => error.to_string(),
            Self::Refused(why) => why.clone(),
            Self::NoSuchPart(parts) => {
                let words: Vec<&str> = parts.iter().map(|part| part.word()).collect();
                words.join(", ")
            }
            Self::UnknownEnding => ENDINGS.to_owned(),
            Self::NoPlan | Self::NoDates | Self::TooLarge => String::new(),
        }
    }

    /// The whole sentence, about a file.
    pub fn sentence(&self, path: &Path, texts: &Texts) -> String {
        let (file, why) = (path.display().to_string(), self.why());
        let args = [("file", Arg::from(file.as_str())), ("why", Arg::from(why.as_str()))];
        texts.with(self.key(), &args)
    }
}

impl From<OutError> for ExportError {
    fn from(error: OutError) -> Self {
        match error {
            OutError::NoSuchPart(parts) => Self::NoSuchPart(parts),
            OutError::NoPlan => Self::NoPlan,
            OutError::NoDates => Self::NoDates,
            OutError::TooLarge => Self::TooLarge,
            OutError::Refused(why) => Self::Refused(why),
        }
    }
}

/// Writes all of what the ending of `path` asks for; see [`export_part`].
///
/// # Errors
/// As [`export_part`].
pub fn export(snapshot: &Snapshot, path: &Path, texts: &Texts) -> Result<(), ExportError> {
    export_part(snapshot, path, Choice::default(), texts)
}

/// Writes what the ending of `path` and a choice ask for.
///
/// Scenarios (`.ron`, `.json`) and compiled portfolios (`.portfolio.json`) are always
/// whole.
///
/// # Errors
/// If the ending is unknown, the format has no such part, there is no plan or no dates
/// where it needs them, or the file cannot be written; a file that was there is then
/// untouched.
pub fn export_part(
    snapshot: &Snapshot,
    path: &Path,
    choice: Choice,
    texts: &Texts,
) -> Result<(), ExportError> {
    let bytes = exported(snapshot, path, choice, texts)?;
    write_atomically(path, &bytes).map_err(ExportError::Io)
}

/// What [`export_part`] would write, for a preview or the clipboard.
///
/// # Errors
/// As [`export_part`], but for what the disk says.
pub fn exported(
    snapshot: &Snapshot,
    path: &Path,
    choice: Choice,
    texts: &Texts,
) -> Result<Vec<u8>, ExportError> {
    let name =
        path.file_name().map_or_else(String::new, |name| name.to_string_lossy().to_lowercase());
    let form = Form::of(path);
    if form.is_none() && choice.part != Part::All && files::format_of(path).is_some() {
        return Err(ExportError::NoSuchPart(&[Part::All]));
    }
    if name.ends_with(".portfolio.json") {
        let compiled =
            compile(&snapshot.scenario, &snapshot.scores.worth).map_err(|_| ExportError::NoPlan)?;
        return Ok(instance::to_json(&compiled.portfolio).into_bytes());
    }
    if let Some(form) = form {
        return told(snapshot, form, choice, texts);
    }
    let format = files::format_of(path).ok_or(ExportError::UnknownEnding)?;
    let text = files::to_text(&snapshot.scenario, format, None)
        .map_err(|error| ExportError::Refused(error.to_string()))?;
    Ok(text.into_bytes())
}

/// A format for people, of a scenario that is in order.
fn told(
    snapshot: &Snapshot,
    form: Form,
    choice: Choice,
    texts: &Texts,
) -> Result<Vec<u8>, ExportError> {
    let whole = whole(snapshot)?;
    let handout =
        if form.is_drawn() { drawn_handout(&whole, texts) } else { handout(&whole, texts) };
    Ok(out::write(form, choice, &handout, texts)?)
}

/// The picture of a part, for a clipboard.
///
/// # Errors
/// If there is no plan, or nothing of the part to draw, or it would be too large.
pub fn pictured(snapshot: &Snapshot, part: Part, texts: &Texts) -> Result<Points, ExportError> {
    let whole = whole(snapshot)?;
    let picture = standing(&drawn_handout(&whole, texts), part, texts)?;
    Ok(points(&picture, Resolution::default().0, texts)?)
}

/// What is told to others: the scenario as it stands, in order.
fn whole(snapshot: &Snapshot) -> Result<Cow<'_, Snapshot>, ExportError> {
    if matches!(snapshot.plan, PlanState::Invalid(_) | PlanState::Working) {
        return Err(ExportError::NoPlan);
    }
    if snapshot.solo.is_none() {
        return Ok(Cow::Borrowed(snapshot));
    }
    // "What if only this counted" is a question, not the scenario.
    let scenario = &snapshot.scenario;
    let scores = Arc::new(Scores::of(scenario, &LeverageGraph::new(scenario)));
    Ok(Cow::Owned(Snapshot { solo: None, scores, ..snapshot.clone() }))
}
