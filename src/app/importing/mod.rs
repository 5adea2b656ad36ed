//! From a table to a scenario: what its columns are for, what it would change, and the
//! one edit that does it.
//!
//! [`read_table`] opens a file and finds the table in it; [`guess()`] says what each
//! column is for, with a confidence and a reason; [`difference()`] tells row by row what
//! would change; [`Difference::edit`] makes what is accepted one step of undo. Each part
//! can be used alone. [`MapFile`] keeps a mapping for next year's table.

mod accept;
mod answer;
mod cells;
mod choices;
mod difference;
mod doubt;
mod entries;
mod field;
mod frame;
mod guess;
mod kinds;
mod map_file;
mod mapping;
mod matching;
mod naming;
mod said;
mod session;
mod slug;
mod suspicion;
mod table;
mod target;
mod value;
mod vocabulary;
mod words;

pub use accept::Accepted;
pub use answer::Signature;
pub(in crate::app) use cells::{Number, folded, number};
pub use choices::possible_fields;
pub use difference::{Change, Difference, RowDifference, State, difference};
pub use doubt::{Doubt, Skip, Skipped};
pub(in crate::app) use entries::one_line;
pub use field::{Field, Part, UnknownField};
pub use frame::frame;
pub use guess::{factor, guess, is_known_title};
pub use kinds::kind_named;
pub(in crate::app) use kinds::yes_or_no;
pub use map_file::{MapColumn, MapFile};
pub use mapping::{ColumnMapping, Mapping, Reason};
pub(in crate::app) use said::{can_be_asked, can_be_empty, needs_best, said};
pub use session::{Destination, Found, Session, Suggestion, Taken, folder_of, suggestion};
pub use slug::slug;
pub(in crate::app) use slug::{code_id, free};
pub(in crate::app) use suspicion::is_far;
pub use table::{Table, read_table};
pub use target::Additions;
pub use value::Value;
pub(in crate::app) use value::alike;
pub use words::{doubt_words, field_words, reason_words, skip_words, value_words};
pub(in crate::app) use words::{named, shortened};
