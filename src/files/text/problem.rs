//! A problem in a file: typed, placed, and worded elsewhere.

use super::{tree::Span, words};

/// Something that is wrong in a file, where it is, and what a sentence about it needs.
///
/// The sentence of a problem is the message `problem-<code>` of `assets/i18n/en/text.ftl` with the arguments
/// of [`TextProblem::args`]; what to do about it is the message `problem-<code>-remedy`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextProblem {
    /// One of [`CODES`].
    pub code: &'static str,
    /// What it concerns, such as `items["e-tax"].scores.demand`; empty for the whole file.
    pub path: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Bytes before the place.
    pub offset: usize,
    /// The arguments of the sentence, by name.
    pub args: Vec<(&'static str, String)>,
}

impl TextProblem {
    /// A problem at a place.
    pub(super) fn new(code: &'static str, span: Span) -> Self {
        let Span { line, column, offset } = span;
        Self { code, path: String::new(), line, column, offset, args: Vec::new() }
    }

    /// The same problem with one more argument.
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// The same problem with a path.
    pub(super) fn at_path(mut self, path: String) -> Self {
        self.path = path;
        self
    }

    /// The value of an argument, if the problem has it.
    #[must_use]
    pub fn arg(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// What is wrong, in one English sentence.
    #[must_use]
    pub fn message(&self) -> String {
        words::message(&format!("problem-{}", self.code), &self.args)
    }

    /// What to do about it, in English.
    #[must_use]
    pub fn remedy(&self) -> String {
        words::message(&format!("problem-{}-remedy", self.code), &self.args)
    }

    /// The sentence and the remedy in English, without the place.
    #[must_use]
    pub fn english(&self) -> String {
        format!("{} {}", self.message(), self.remedy())
    }
}

/// Arguments that say which name was probably meant and which names there are.
pub(super) fn suggestion(found: &str, allowed: &[&str]) -> Vec<(&'static str, String)> {
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    let near = super::nearest(found, allowed);
    vec![
        ("near", yes(near.is_some())),
        ("nearest", near.unwrap_or_default().to_owned()),
        ("known", yes(!allowed.is_empty())),
        ("allowed", allowed.join(", ")),
    ]
}

/// Every code of a [`TextProblem`], each with its two messages in `assets/i18n/en/text.ftl`.
pub const CODES: &[&str] = &[
    "custom",
    "duplicate-alias",
    "duplicate-field",
    "empty",
    "invalid-value",
    "missing-field",
    "no-form",
    "not-finite",
    "not-utf8",
    "nul",
    "one-variant",
    "out-of-range",
    "syntax-after-end",
    "syntax-byte-text",
    "syntax-comment",
    "syntax-control",
    "syntax-equals",
    "syntax-escape",
    "syntax-expected-colon",
    "syntax-expected-name",
    "syntax-expected-value",
    "syntax-extra-comma",
    "syntax-hash",
    "syntax-header",
    "syntax-hyphen",
    "syntax-mismatch",
    "syntax-missing-comma",
    "syntax-number",
    "syntax-quote",
    "syntax-space",
    "syntax-stopped",
    "syntax-trailing-comma",
    "syntax-unclosed",
    "syntax-unclosed-comment",
    "syntax-unclosed-text",
    "syntax-word",
    "too-deep",
    "too-long",
    "too-many-values",
    "too-large",
    "too-many",
    "unknown-field",
    "unknown-variant",
    "variant-bare",
    "variant-content",
    "wrong-length",
    "wrong-name",
    "wrong-type",
];
