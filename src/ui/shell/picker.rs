//! The system's file dialog, on a thread of its own so that the window goes on.

use crate::files::out::Form;
use eframe::egui;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// What a file is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To read a scenario.
    Open,
    /// To write the scenario.
    Save,
    /// To read from, or write to, a folder.
    Folder,
    /// To read a table.
    Import,
    /// To write the roadmap for others.
    Export,
}

/// A file dialog that may be on the screen.
#[derive(Debug, Default)]
pub struct Picker {
    answer: Option<Receiver<Option<PathBuf>>>,
}

impl Picker {
    /// True while the dialog is open.
    pub fn is_waiting(&self) -> bool {
        self.answer.is_some()
    }

    /// Opens the dialog near a path.
    pub fn ask(&mut self, purpose: Purpose, near: PathBuf, ctx: egui::Context) {
        let (sender, receiver) = channel();
        self.answer = Some(receiver);
        let spawned = std::thread::Builder::new().name("file dialog".into()).spawn(move || {
            let path = pick(purpose, &near);
            // The window may have closed the question meanwhile.
            let _ = sender.send(path);
            ctx.request_repaint();
        });
        if spawned.is_err() {
            self.answer = None;
        }
    }

    /// The path that was chosen, once.
    pub fn poll(&mut self) -> Option<PathBuf> {
        match self.answer.as_ref()?.try_recv() {
            Ok(path) => {
                self.answer = None;
                path
            }
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.answer = None;
                None
            }
        }
    }
}

fn pick(purpose: Purpose, near: &Path) -> Option<PathBuf> {
    let mut dialog = rfd::FileDialog::new();
    if let Some(folder) = near.parent().filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let name = near.file_name().map(|name| name.to_string_lossy().into_owned());
    match purpose {
        Purpose::Folder => dialog.pick_folder(),
        Purpose::Import => dialog
            .add_filter(crate::files::tables::ENDINGS.join(", "), &crate::files::tables::ENDINGS)
            .pick_file(),
        Purpose::Open => dialog.add_filter("RON, JSON", &["ron", "json"]).pick_file(),
        Purpose::Save => dialog
            .add_filter("RON", &["ron"])
            .add_filter("JSON", &["json"])
            .set_file_name(name.unwrap_or_else(|| "scenario.ron".into()))
            .save_file(),
        Purpose::Export => {
            let endings: Vec<&str> =
                Form::ALL.iter().map(|form| form.ending().trim_start_matches('.')).collect();
            dialog
                .add_filter(endings.join(", "), &endings)
                .add_filter("RON, JSON", &["ron", "json"])
                .set_file_name(name.unwrap_or_else(|| "roadmap.xlsx".into()))
                .save_file()
        }
    }
}
