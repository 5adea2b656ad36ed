//! The round trip through ministries: each gets a workbook with exactly the cells that it
//! should fill, and what comes back is put together with a difference.
//!
//! [`ministries`] makes the workbooks. A hidden sheet in each holds what it was given out
//! with, so that [`collected`] can tell what a ministry changed from what merely was
//! there, however old the copy is: where the scenario has moved on and the ministry
//! changed nothing, nothing changes; where both moved, and where two say different things,
//! that is a [`Conflict`] and a person chooses. What is accepted becomes one step of undo,
//! by [`Collected::edit`].

mod answers;
mod cells;
mod collected;
mod columns;
mod grid;
mod lists;
mod questions;
mod remark;
mod returned;
mod sent;
mod version;
mod words;

pub use answers::{Answers, went_out, workbooks_at};
pub use collected::{Collected, Conflict, ReturnedFile, Voice, collected, collected_books};
pub use remark::{Remark, remark_words};
pub use sent::{NotWritten, Request, Workbook, ministries, write_ministries};
pub use words::conflict_lines;
