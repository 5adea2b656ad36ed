//! What somebody else has written, in the question what to do with it.

use crate::app::{Between, Theirs, input_words, merge_conflict_words};
use crate::texts::{Arg, Texts};
use eframe::egui::{self, Label, ScrollArea, Ui};

/// Changes of theirs that are listed before the rest is only counted.
const SHOWN: usize = 12;

/// How far reading their version has come.
#[derive(Debug, Default)]
pub enum DiskState {
    /// It is being read.
    #[default]
    Reading,
    /// It cannot be read: why, in words.
    Failed(String),
    /// It is read.
    Read {
        /// Their version.
        theirs: Box<Theirs>,
        /// For each conflict, whether theirs is taken.
        chosen: Vec<bool>,
    },
}

impl DiskState {
    /// Their version, with ours taken at each conflict until somebody chooses.
    pub fn read(theirs: Theirs) -> Self {
        let chosen = vec![false; theirs.conflicts().len()];
        Self::Read { theirs: Box::new(theirs), chosen }
    }

    /// True once both versions can be merged.
    pub fn can_merge(&self) -> bool {
        matches!(self, Self::Read { .. })
    }
}

/// Draws what they changed, and a choice for each place that both changed.
pub fn beside_ui(ui: &mut Ui, state: &mut DiskState, texts: &Texts) {
    ui.add_space(8.0);
    match state {
        DiskState::Reading => {
            ui.weak(texts.get("disk-reading"));
        }
        DiskState::Failed(why) => {
            let args = [("why", Arg::from(why.as_str()))];
            let words = texts.with("disk-unreadable", &args);
            ui.colored_label(ui.visuals().error_fg_color, format!("⚠ {words}"));
        }
        DiskState::Read { theirs, chosen } => {
            ScrollArea::vertical().max_height(360.0).auto_shrink(true).show(ui, |ui| {
                changes_ui(ui, theirs, texts);
                conflicts_ui(ui, theirs, chosen, texts);
            });
        }
    }
}

fn changes_ui(ui: &mut Ui, theirs: &Theirs, texts: &Texts) {
    ui.strong(texts.get("disk-their-changes"));
    if theirs.inputs.is_empty() {
        ui.label(texts.get("disk-words-only"));
    }
    let between = Between { before: &theirs.before, after: &theirs.scenario };
    for change in theirs.inputs.iter().take(SHOWN) {
        ui.add(Label::new(format!("· {}", input_words(change, between, texts))).wrap());
    }
    if let Some(more) = theirs.inputs.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        ui.weak(texts.with("disk-more", &[("count", Arg::from(more as f64))]));
    }
}

fn conflicts_ui(ui: &mut Ui, theirs: &Theirs, chosen: &mut [bool], texts: &Texts) {
    if theirs.conflicts().is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.strong(texts.get("disk-conflicts"));
    for (conflict, theirs) in theirs.conflicts().iter().zip(chosen) {
        ui.add_space(4.0);
        ui.add(Label::new(merge_conflict_words(conflict, texts)).wrap());
        ui.horizontal(|ui| {
            for (value, key) in [(false, "disk-keep-mine"), (true, "disk-take-theirs")] {
                let args = [("place", Arg::from(conflict.path.as_str()))];
                let choice = ui.radio_value(theirs, value, texts.get(key));
                let words = texts.with(&format!("{key}-at"), &args);
                choice.widget_info(|| {
                    egui::WidgetInfo::selected(
                        egui::Role::RadioButton,
                        true,
                        *theirs == value,
                        &words,
                    )
                });
            }
        });
    }
}
