//! Merging: three states of a scenario, the command, and git with it as its driver.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod command;
mod edits;
mod git;
mod golden;
mod properties;
mod support;
