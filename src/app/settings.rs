//! What the program remembers about its user, not about a scenario.

use super::panes::{Panes, WindowPlace};
use crate::files::write_atomically;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// How many recent files are remembered.
const RECENT: usize = 12;

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Appearance {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What the program remembers about its user.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Files opened or saved, the latest first.
    pub recent: Vec<PathBuf>,
    /// Files that are open, in the order of their tabs: the next start opens them again.
    pub open: Vec<PathBuf>,
    /// Code of the language of the window.
    pub language: String,
    /// Light or dark.
    pub appearance: Appearance,
    /// Size of everything; 1 is ordinary.
    pub zoom: f32,
    /// True if nothing shall move on the screen by itself.
    pub reduced_motion: bool,
    /// Where the panes are.
    pub panes: Panes,
    /// Where the window was when it was closed last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<WindowPlace>,
    /// Ending of what was exported last.
    pub export: String,
    /// The tour was seen, or left.
    pub tour_seen: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            recent: Vec::new(),
            open: Vec::new(),
            language: "en".into(),
            appearance: Appearance::default(),
            zoom: 1.0,
            reduced_motion: false,
            panes: Panes::default(),
            window: None,
            export: "xlsx".to_owned(),
            tour_seen: false,
        }
    }
}

impl Settings {
    /// Where settings live: `$XDG_CONFIG_HOME/phasewise`, `~/.config/phasewise`,
    /// or `%APPDATA%\phasewise`.
    pub fn folder() -> Option<PathBuf> {
        let from = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        let base = from("XDG_CONFIG_HOME")
            .or_else(|| from("APPDATA"))
            .or_else(|| from("HOME").map(|home| home.join(".config")))?;
        Some(base.join("phasewise"))
    }

    /// Reads settings; defaults where there are none or they cannot be understood.
    pub fn load(folder: &Path) -> Self {
        std::fs::read(folder.join("settings.json"))
            .ok()
            .and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok())
            .map(Self::sane)
            .unwrap_or_default()
    }

    fn sane(mut self) -> Self {
        self.zoom = if self.zoom.is_finite() { self.zoom.clamp(0.5, 3.0) } else { 1.0 };
        self.recent.truncate(RECENT);
        self.panes = self.panes.sane();
        self.window = self.window.and_then(WindowPlace::sane);
        self
    }

    /// Writes settings.
    ///
    /// # Errors
    /// If the folder cannot be made or written to. Nothing of a scenario is at stake.
    pub fn store(&self, folder: &Path) -> std::io::Result<()> {
        std::fs::create_dir_all(folder)?;
        let text = serde_json::to_string_pretty(self)?;
        write_atomically(&folder.join("settings.json"), text.as_bytes())
    }

    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        self.recent.retain(|other| *other != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT);
    }
}
