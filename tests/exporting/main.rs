//! What leaves the program, read again by somebody else's code.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calendar;
mod documents;
mod edges;
mod graphs;
mod paper;
mod pictures;
mod project;
mod recalculated;
mod support;
mod workbook;
