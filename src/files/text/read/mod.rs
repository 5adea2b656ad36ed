//! From tree to model through serde, with every problem at once.
//!
//! serde stops a derived struct at its first bad field. So a tree is read in passes: a bad value is
//! noted, and in the next pass a placeholder stands in its stead, so that the fields after it are
//! checked too. A model with a placeholder in it never leaves this module. Elements of lists and
//! entries of maps are noted and skipped within one pass.
//!
//! Unknown fields are noticed without `deny_unknown_fields`, because derived code asks to ignore
//! them. serde hides the names of the fields from us where a hand-written visitor or
//! `MapAccessDeserializer` stands between: with `deny_unknown_fields` on such a type the sentence
//! can list them. `flatten` and `tag` keep unknown fields from being noticed at all.

mod access;
mod choice;
mod error;
mod key;
mod node;
mod numbers;
mod placeholder;
mod state;

use serde::de::DeserializeOwned;

use super::{
    Format, parse,
    path::Path,
    problem::TextProblem,
    tree::{Node, Span},
};
use node::NodeReader;
use state::State;

pub use error::ReadError;

/// No more problems than this are listed.
pub const MAX_PROBLEMS: usize = 1000;

/// No more passes than this over one tree; each finds at least one more problem.
const MAX_PASSES: usize = 32;

/// Reads a model from a tree: a model and no problems, or no model and its problems by place.
pub fn from_node<T: DeserializeOwned>(root: &Node) -> (Option<T>, Vec<TextProblem>) {
    let state = State::default();
    for _ in 0..MAX_PASSES {
        state.begin_pass();
        let reader = NodeReader::new(root, &Path::ROOT, &state);
        let model = reader.descend(std::marker::PhantomData::<T>);
        if state.is_clean() {
            return (model.ok(), Vec::new());
        }
        if !state.has_learnt() || state.is_full() {
            break;
        }
    }
    (None, state.into_problems())
}

/// Reads a model from a text, with the problems of its syntax and of its content together.
pub fn read<T: DeserializeOwned>(text: &str, format: Format) -> (Option<T>, Vec<TextProblem>) {
    let (root, mut problems) = parse::parse_tolerant(text, format);
    let Some(root) = root else {
        return (None, problems);
    };
    let (model, more) = from_node(&root);
    problems.extend(more);
    problems.sort_by_key(|problem| problem.offset);
    let clean = problems.is_empty();
    (model.filter(|_| clean), problems)
}

/// Reads a model from the bytes of a file.
pub fn read_bytes<T: DeserializeOwned>(
    bytes: &[u8],
    format: Format,
) -> (Option<T>, Vec<TextProblem>) {
    match parse::decode(bytes) {
        Ok(text) => read(text, format),
        Err(problem) => (None, vec![problem]),
    }
}

/// Says that a list of problems is cut short.
fn too_many(span: Span) -> TextProblem {
    TextProblem::new("too-many", span).with("shown", MAX_PROBLEMS)
}
