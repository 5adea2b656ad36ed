//! Tables of other people: read, understood, compared, brought in.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod changes;
mod command;
mod foreign;
mod hostile;
mod layouts;
mod maps;
mod round;
mod session;
mod support;
mod workbooks;
