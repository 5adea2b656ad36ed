//! What is wrong with a scenario, as data; the words come from the language files.

use std::fmt;
use std::path::PathBuf;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The scenario cannot be used until it is mended.
    Error,
    /// It can be used, and something in it is probably not meant.
    Warning,
    /// Worth a look.
    Hint,
}

impl Severity {
    /// The key of its word in the language files and in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// One thing that is wrong, or worth a look.
///
/// The message is the text `problem-<code>` of the language files with `args`
/// put in; what to do about it is `problem-<code>-remedy`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// Which message it is, in kebab-case.
    pub code: &'static str,
    /// Where in the scenario, such as `items["e-tax"].requires[0].item`; an
    /// element of a list goes by its id where it has one, else by its position
    /// counted from 0. Empty for the whole file.
    pub path: String,
    /// The file that it is in, where that is not the one that was asked for: a
    /// variant's base.
    pub file: Option<PathBuf>,
    /// Line in the file, from 1, where it was read from one.
    pub line: Option<u32>,
    /// Character in the line, from 1.
    pub column: Option<u32>,
    /// What the message names.
    pub args: Vec<(&'static str, String)>,
}

impl Problem {
    /// A problem at a path, without a place in a file.
    pub fn new(severity: Severity, code: &'static str, path: impl Into<String>) -> Self {
        Self {
            severity,
            code,
            path: path.into(),
            file: None,
            line: None,
            column: None,
            args: Vec::new(),
        }
    }

    /// A problem that makes the scenario unusable.
    pub fn error(code: &'static str, path: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, path)
    }

    /// A problem that the planner should look at.
    pub fn warning(code: &'static str, path: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, path)
    }

    /// Adds what the message names.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}
