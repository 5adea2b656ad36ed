//! The text of a scenario file: RON and JSON, read and written through serde.
//!
//! The way in is text → [`parse()`] → [`Node`] → [`from_node`] → a model; the way out is
//! a model → [`to_node`] → [`Node`] → [`print()`] → text. [`read()`] does the whole way in
//! and reports *every* problem of the file at once, each with line, column and path.
//!
//! Nothing here knows what a scenario is, and nothing here touches a disk.

mod brackets;
mod brief;
mod cursor;
mod locate;
mod name;
mod nearest;
mod number;
mod parse;
mod path;
mod print;
mod problem;
mod quoted;
mod read;
mod scalar;
mod tree;
mod words;
mod write;

#[cfg(test)]
mod tests;

pub use brief::brief;
pub(super) use locate::names_on;
pub use locate::{Locator, locate};
pub use nearest::nearest;
pub use parse::{MAX_BYTES, MAX_DEPTH, check_size, decode, header_comment, parse, parse_tolerant};
pub(super) use path::{push_element, push_field};
pub use print::{WIDTH, print, print_with_header};
pub use problem::{CODES, TextProblem};
pub use read::{MAX_PROBLEMS, ReadError, from_node, read, read_bytes};
pub use tree::{Node, Number, Span, Value};
pub use write::{WriteError, to_node};

/// The two notations of a scenario file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Rusty Object Notation, the notation for people.
    Ron,
    /// JSON by RFC 8259, the notation for scripts.
    Json,
}
