//! Phasewise: which e-services a country builds first, in which phase, and why.
//!
//! The folders form layers; each knows only those above it in this list.

pub mod files;
pub mod model;
pub mod scoring;
pub mod sequencing;
