//! The crash journal: every step of a document is on disk within a moment, so that
//! nothing is lost when the program ends without asking, and undo goes on after a
//! restart.
//!
//! A journal begins with a whole state ([`Base`]) and goes on with what was done
//! ([`Entry`]). A [`Recorder`] writes it on its own thread; [`Journals`] finds it again.

mod entry;
mod folder;
mod recorder;
mod settler;

pub use entry::{Base, Entry};
pub(super) use folder::Kept;
pub use folder::{Journals, KEPT_HISTORIES, Rest};
pub use recorder::Recorder;
