//! Typed findings in words.

use crate::model::Problem;
use crate::texts::{Arg, Texts};

/// The message and the remedy of a problem.
pub fn words(problem: &Problem, texts: &Texts) -> (String, String) {
    let args: Vec<(&str, Arg)> =
        problem.args.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
    let key = format!("problem-{}", problem.code);
    (texts.with(&key, &args), texts.with(&format!("{key}-remedy"), &args))
}
