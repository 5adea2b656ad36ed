//! The round trip through ministries: what they are asked, and what becomes of what they
//! send back, whatever happened to it on the way.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

mod asked;
mod command;
mod hostile;
mod identity;
mod merging;
mod returned;
mod support;
