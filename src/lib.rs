//! Phasewise: which e-services a country builds first, in which phase, and why.
//!
//! The folders form layers; each knows only those above it in this list.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod explain;
pub mod files;
pub mod model;
pub mod scoring;
pub mod sequencing;
pub mod texts;
#[cfg(feature = "gui")]
pub mod ui;
