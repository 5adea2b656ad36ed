//! The drawing of the dependency graph: what holds for any graph, and how calm it stays.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calm;
mod chains;
mod crossing;
mod folding;
mod generator;
mod shape;
mod support;
