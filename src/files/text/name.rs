//! How a name of a field or variant is written in RON.

/// Words that mean something of their own in RON.
const TAKEN: [&str; 6] = ["true", "false", "None", "Some", "inf", "NaN"];

/// A name as it can stand in RON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// `linear`.
    Bare,
    /// `r#process-review`, which the `ron` crate reads too.
    Raw,
    /// `"what else"`, which only our reader takes for a name.
    Quoted,
}

/// The plainest spelling that is read back as this name.
pub(super) fn spelling(name: &str) -> Spelling {
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if starts && name.chars().all(word) && !TAKEN.contains(&name) {
        Spelling::Bare
    } else if !name.is_empty() && name.chars().all(is_raw_char) {
        Spelling::Raw
    } else {
        Spelling::Quoted
    }
}

/// What may stand after `r#`.
pub(super) fn is_raw_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '+' | '-')
}
