//! The items as a table of cells: what stands in a cell, what a text that is entered
//! makes of it, and blocks of cells that are copied and pasted.
//!
//! A view draws it; nothing here changes a scenario. [`Filling`] says what a text would
//! change and gives the [`Edit`](super::Edit) that does it, as one step.

mod content;
mod enter;
mod field;
mod filling;
mod tsv;

pub use content::{Content, content, order_by, plain, shown};
pub use enter::Refusal;
pub use field::Field;
pub use filling::{Area, Filled, Filling, Row};
pub use tsv::{block_of, written};
