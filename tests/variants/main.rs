//! Variants: files that hold only what differs from a base.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod application;
mod command;
mod documents;
#[path = "../merging/edits.rs"]
mod edits;
mod golden;
mod hostile;
mod merging;
mod properties;
#[path = "../merging/support.rs"]
#[allow(dead_code, reason = "merging uses the rest")]
mod small;
mod support;
