//! Keys of words that several views use.

use crate::model::Source;

/// The key of a source's name in the language files.
pub fn source_key(source: Source) -> &'static str {
    match source {
        Source::Stated => "source-stated",
        Source::Derived => "source-derived",
        Source::Assumption => "source-assumption",
    }
}
