//! What goes wrong while reading, before it has a place.

use std::fmt::{self, Display};

use serde::de::{self, Expected, Unexpected};

use super::super::problem::suggestion;

/// Why a value could not be read. Problems themselves are collected aside; this only stops serde.
#[derive(Debug)]
pub struct ReadError(pub(super) Kind);

#[derive(Debug)]
pub(super) enum Kind {
    /// Has no place yet.
    Fresh(Box<Fresh>),
    /// Was noted. `mended`: the next pass will get beyond it.
    Noted { mended: bool },
}

#[derive(Debug)]
pub(super) struct Fresh {
    pub(super) code: &'static str,
    pub(super) args: Vec<(&'static str, String)>,
}

impl Fresh {
    pub(super) fn arg(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn set(&mut self, name: &'static str, value: String) {
        self.args.retain(|(known, _)| *known != name);
        self.args.push((name, value));
    }
}

/// Stands for a noted problem when hand-written code wraps its text in a new error.
const NOTED: &str = "\u{1}noted\u{1}";

impl ReadError {
    pub(super) fn new(code: &'static str, args: Vec<(&'static str, String)>) -> Self {
        Self(Kind::Fresh(Box::new(Fresh { code, args })))
    }

    pub(super) fn noted(mended: bool) -> Self {
        Self(Kind::Noted { mended })
    }

    /// The same error, knowing what the type asked for if serde said only that the type is wrong.
    pub(super) fn expecting(mut self, expected: &'static str) -> Self {
        if let Kind::Fresh(fresh) = &mut self.0
            && fresh.code == "wrong-type"
            && fresh.arg("expected") == Some("other")
        {
            fresh.set("expected", expected.to_owned());
        }
        self
    }

    /// A value of the wrong type, with the names that are allowed in its place.
    pub(super) fn wrong_type(expected: &'static str, allowed: &[&str]) -> Self {
        let known = if allowed.is_empty() { "no" } else { "yes" };
        Self::new(
            "wrong-type",
            vec![
                ("expected", expected.to_owned()),
                ("expectation", String::new()),
                ("known", known.to_owned()),
                ("allowed", allowed.join(", ")),
            ],
        )
    }
}

impl Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Noted { .. } => f.write_str(NOTED),
            Kind::Fresh(fresh) => f.write_str(&super::super::words::message(
                &format!("problem-{}", fresh.code),
                &fresh.args,
            )),
        }
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    fn custom<T: Display>(message: T) -> Self {
        let message = message.to_string();
        if message.contains(NOTED) {
            Self::noted(true)
        } else if message.starts_with("data did not match any variant of untagged enum") {
            Self::new("no-form", Vec::new())
        } else {
            Self::new("custom", vec![("message", message)])
        }
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expectation = expected.to_string();
        let mut error = Self::wrong_type(known_type(&expectation), &[]);
        if let Kind::Fresh(fresh) = &mut error.0 {
            fresh.set("expectation", expectation);
            fresh.set("found", kind_of(found).to_owned());
            fresh.set("value", found.to_string());
        }
        error
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new("invalid-value", vec![("expectation", expected.to_string())])
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        let args = vec![("found", length.to_string()), ("expectation", expected.to_string())];
        Self::new("wrong-length", args)
    }

    fn unknown_variant(found: &str, allowed: &'static [&'static str]) -> Self {
        let mut args = vec![("found", super::super::tree::shorten(found))];
        args.extend(suggestion(found, allowed));
        Self::new("unknown-variant", args)
    }

    fn unknown_field(found: &str, allowed: &'static [&'static str]) -> Self {
        let mut args = vec![("found", super::super::tree::shorten(found))];
        args.extend(suggestion(found, allowed));
        Self::new("unknown-field", args)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new("missing-field", vec![("field", field.to_owned())])
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new("duplicate-alias", vec![("field", field.to_owned())])
    }
}

/// What serde's own types call themselves, as a word of the `expected` argument.
fn known_type(expectation: &str) -> &'static str {
    match expectation {
        "f32" | "f64" => "number",
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" => "whole-number",
        "a string" => "text",
        "a boolean" => "yes-no",
        "a sequence" => "list",
        "a map" => "map",
        _ => "other",
    }
}

/// What serde found, as a word of the `found` argument.
fn kind_of(found: Unexpected<'_>) -> &'static str {
    match found {
        Unexpected::Bool(_) => "yes-no",
        Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "number",
        Unexpected::Char(_) | Unexpected::Str(_) => "text",
        Unexpected::Unit | Unexpected::Option => "nothing",
        Unexpected::Seq => "list",
        Unexpected::Map => "map",
        _ => "other",
    }
}
