//! Keys of words that several views use.

use crate::model::{ItemKind, Source};

/// The key of a kind's name in the language files.
pub fn kind_key(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Service => "kind-service",
        ItemKind::Register => "kind-register",
        ItemKind::Infrastructure => "kind-infrastructure",
        ItemKind::Legal => "kind-legal",
        ItemKind::ProcessReview => "kind-process-review",
        ItemKind::Standard => "kind-standard",
        ItemKind::Capacity => "kind-capacity",
        ItemKind::Access => "kind-access",
    }
}

/// The key of a source's name in the language files.
pub fn source_key(source: Source) -> &'static str {
    match source {
        Source::Stated => "source-stated",
        Source::Derived => "source-derived",
        Source::Assumption => "source-assumption",
    }
}
