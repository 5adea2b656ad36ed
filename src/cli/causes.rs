//! Inputs that differ, and what they moved: for every command that tells of two states.

use crate::app::{Between, input_words, moved_words, signed_points};
use crate::explain::{Cause, Displaced, InputChange, WhatChanged};
use crate::texts::{Arg, Texts};
use serde::Serialize;
use std::fmt::Write as _;

/// An input that differs, as scripts see it.
#[derive(Debug, Serialize)]
pub struct InputRow {
    path: String,
    a: Option<serde_json::Value>,
    b: Option<serde_json::Value>,
}

/// Inputs and what they moved, as scripts see them.
#[derive(Debug, Serialize)]
pub struct CauseRow {
    inputs: Vec<String>,
    moves: Vec<Displaced>,
    gain: f64,
}

/// Inputs for a JSON document.
pub fn input_rows(inputs: &[InputChange]) -> Vec<InputRow> {
    let row = |input: &InputChange| InputRow {
        path: input.path(),
        a: input.before().cloned(),
        b: input.after().cloned(),
    };
    inputs.iter().map(row).collect()
}

/// Causes for a JSON document.
pub fn cause_rows(causes: &[Cause]) -> Vec<CauseRow> {
    let row = |cause: &Cause| CauseRow {
        inputs: cause.paths.clone(),
        moves: cause.moves.clone(),
        gain: cause.gain,
    };
    causes.iter().map(row).collect()
}

/// Each cause as a sentence: the inputs, and who moves by them.
pub fn cause_words(told: &WhatChanged, between: Between<'_>, texts: &Texts) -> Vec<String> {
    let Between { before, after } = between;
    let line = |cause: &Cause| {
        let blamed = told.inputs.iter().filter(|input| cause.paths.contains(&input.path()));
        let inputs: Vec<String> = blamed.map(|input| input_words(input, between, texts)).collect();
        let inputs = match inputs.is_empty() {
            true => texts.get("changes-by-search"),
            false => inputs.join(", "),
        };
        let inputs = ("inputs", Arg::from(inputs.as_str()));
        let moves = cause.moves.iter().map(|row| moved_words(row, before, after, texts));
        let moves = moves.collect::<Vec<_>>().join(", ");
        let points = signed_points(cause.gain, texts);
        let points = ("points", Arg::from(points.as_str()));
        if cause.moves.is_empty() {
            return texts.with("explain-cause-worth", &[inputs, points]);
        }
        texts.with("explain-cause", &[inputs, points, ("moves", Arg::from(moves.as_str()))])
    };
    told.causes.iter().map(line).collect()
}

/// Adds a title and lines below it; nothing where there are no lines.
pub fn section(text: &mut String, title: &str, lines: impl IntoIterator<Item = String>) {
    for (at, line) in lines.into_iter().enumerate() {
        if at == 0 {
            let _ = writeln!(text, "\n{title}");
        }
        let _ = writeln!(text, "  · {line}");
    }
}
